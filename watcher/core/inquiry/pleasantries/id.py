"""Indonesian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="terima_kasih terimakasih makasih trims trimakasih tks thx terima_kasih_banyak matur_nuwun hatur_nuhun berterima_kasih thanks",
    thanked="banyak sekali sebanyak-banyaknya atas untuk bantuan bantuannya bantuan_anda jawaban jawabannya balasan balasannya respon responnya respons informasi informasinya info infonya penjelasan penjelasannya waktu waktunya kesabaran kesabarannya saran sarannya pelayanan pelayanannya perhatian perhatiannya kerjasama kerjasamanya pengertian pengertiannya keramahan tanggapan tanggapannya yang cepat jelas baik ramah lengkap detail bapak ibu pak bu kak mas mbak anda kepada semua semuanya segala dan kami saya lagi sudah membantu telah kebaikan kebaikannya dukungan dukungannya tim mengucapkan sangat atensi atensinya sangat_cepat",
    praise="(akan|pasti)_(sangat_|)(senang|gembira) sangat_baik hebat mantap luar_biasa senang gembira puas lega sempurna keren ramah (sudah_|)(jelas|paham|mengerti|teratasi|beres|selesai) sudah_(berfungsi|jalan|normal|bisa)(|_lagi|_kembali) (semuanya|sekarang|semua)_(sudah_|)(jelas|berfungsi|beres|berjalan) membantu sangat_membantu jempol",
    praised="sangat sekali itu ini saya kami sudah semua semuanya sekarang anda masalah masalahnya istri suami anak ibu ayah keluarga jadi pelayanannya dan juga banget pasti",
    wished="hari akhir_pekan malam minggu natal tahun_baru lebaran idul_fitri liburan libur kesehatan sukses sore aktivitas beraktivitas bekerja ramadan ramadhan puasa pagi siang",
    good="selamat semoga menyenangkan indah baik sehat bahagia salam lancar",
    wishing="semoga anda bapak ibu menikmati hari yang dan selalu untuk semua juga menjalani raya sekeluarga tim keluarga harimu harinya ber",
    common="dan sangat bapak ibu kami saya juga pak bu kak",
    formulas="ok oke okay baik_pak baik_bu halo salam assalamualaikum waalaikumsalam paham mengerti dimengerti noted sampai_jumpa(|_lagi) sama-sama sama_sama kembali semoga_sukses sukses_selalu sehat_selalu salam_sukses salam_sehat tuhan_memberkati maaf_merepotkan",
    greetings="halo hai selamat_(pagi|siang|sore|malam) yth(|_bapak|_ibu) dear kepada_yth hormat",
    closings="salam hormat_(saya|kami) salam_hormat hormat regards wassalam",
    closed="hangat kami saya dan terbaik sukses",
    titles="bapak ibu pak bu mas mbak kak sdr sdri dr",
    functions="direktur manajer pemilik penjualan pembelian",
    footers="email_ini pesan_ini dikirim_dari pertimbangkan_lingkungan",
)
