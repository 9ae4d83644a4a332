"""Indonesian."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="""
        terima_kasih terimakasih makasih trims trimakasih tks thx terima_kasih_banyak matur_nuwun hatur_nuhun berterima_kasih thanks
        makasi makasihh tengkyu tengkiu thx_ya nuhun matur_suwun suwun matur_nuwun_sanget mauliate
    """,
    thanked="""
        banyak sekali sebanyak-banyaknya atas untuk bantuan bantuannya bantuan_anda jawaban jawabannya balasan balasannya respon
        responnya respons informasi informasinya info infonya penjelasan penjelasannya waktu waktunya kesabaran kesabarannya saran
        sarannya pelayanan pelayanannya perhatian perhatiannya kerjasama kerjasamanya pengertian pengertiannya keramahan tanggapan
        tanggapannya yang cepat jelas baik ramah lengkap detail bapak ibu pak bu kak mas mbak anda kepada semua semuanya segala dan
        kami saya lagi sudah membantu telah kebaikan kebaikannya dukungan dukungannya tim mengucapkan sangat atensi atensinya
        sangat_cepat
        bang min kakak sanget banget
        atas_(ilmunya|infonya|informasinya|penjelasannya|bantuannya|jawabannya|respon_cepatnya|responnya|pencerahannya|sarannya|tipsnya|waktunya|kebaikannya|perhatiannya|kesabarannya|semuanya)
        ilmunya tipsnya pencerahannya untuk_(semuanya|infonya|bantuannya)
    """,
    praise="(akan|pasti)_(sangat_|)(senang|gembira) sangat_baik hebat mantap luar_biasa senang gembira puas lega sempurna keren ramah (sudah_|)(jelas|paham|mengerti|teratasi|beres|selesai) sudah_(berfungsi|jalan|normal|bisa)(|_lagi|_kembali) (semuanya|sekarang|semua)_(sudah_|)(jelas|berfungsi|beres|berjalan) membantu sangat_membantu jempol",
    praised="sangat sekali itu ini saya kami sudah semua semuanya sekarang anda masalah masalahnya istri suami anak ibu ayah keluarga jadi pelayanannya dan juga banget pasti",
    wished="hari akhir_pekan malam minggu natal tahun_baru lebaran idul_fitri liburan libur kesehatan sukses sore aktivitas beraktivitas bekerja ramadan ramadhan puasa pagi siang",
    good="selamat semoga menyenangkan indah baik sehat bahagia salam lancar",
    wishing="semoga anda bapak ibu menikmati hari yang dan selalu untuk semua juga menjalani raya sekeluarga tim keluarga harimu harinya ber",
    common="dan sangat bapak ibu kami saya juga pak bu kak",
    formulas="""
        ok oke okay baik_pak baik_bu halo salam assalamualaikum waalaikumsalam paham mengerti dimengerti noted sampai_jumpa(|_lagi)
        sama-sama sama_sama kembali semoga_sukses sukses_selalu sehat_selalu salam_sukses salam_sehat tuhan_memberkati
        maaf_merepotkan
        oh oalah oalah_begitu oalah_nggih oh_begitu oh_gitu oh_ternyata ternyata_begitu
        (sekarang_|sudah_|saya_|)(paham|mengerti|ngerti|jelas|tahu)(|_sekarang|_kak|_mas|_mbak|_pak|_bu) alhamdulillah syukurlah
        puji_tuhan (sudah_|)(ketemu|beres|normal_lagi|bisa_lagi|lancar_lagi)(|_kak|_mas|_mbak|_pak|_bu)
        (masalah_|masalahnya_|)(sudah_|)(selesai|beres|teratasi) (tidak_perlu|gak_usah|tak_perlu|ga_usah)_(dibalas|balas)
        (sukses|lancar|laris|semoga_sukses|semoga_lancar|semoga_laris|laris_manis|semoga_berkah|berkah|semoga_sehat|sehat)_(selalu|terus|usahanya|jualannya|manis|selalu_ya)
        mohon_maaf_lahir_(dan_|)batin
        selamat_(hari_raya|idul_fitri|hari_raya_idul_fitri|lebaran|natal|tahun_baru|paskah|nyepi|galungan|waisak|imlek|berpuasa|puasa|berakhir_pekan|beristirahat|liburan|berlibur|bekerja)
        titip_salam salam_(untuk|buat)_(semua|semuanya|keluarga|tim|ibu|bapak) tuhan_(memberkati|berkati)
        semoga_(allah_|tuhan_)(membalas_kebaikannya|membalas|memberkati) mantap mantul keren jos
    """,
    greetings="halo hai selamat_(pagi|siang|sore|malam) yth(|_bapak|_ibu) dear kepada_yth hormat",
    closings="salam hormat_(saya|kami) salam_hormat hormat regards wassalam",
    closed="hangat kami saya dan terbaik sukses",
    titles="bapak ibu pak bu mas mbak kak sdr sdri dr",
    functions="direktur manajer pemilik penjualan pembelian",
    footers="email_ini pesan_ini dikirim_dari pertimbangkan_lingkungan",
)
