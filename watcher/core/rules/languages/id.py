"""Indonesian."""

from __future__ import annotations

from watcher.core.rules.languages.words import (
    AbsenceWords,
    CircularWords,
    LanguageWords,
    LetterWords,
    NoticeWords,
    VoiceWords,
)

WORDS = LanguageWords(
    absence=AbsenceWords(
        away=(
            "sedang cuti|cuti (tahunan|melahirkan|sakit)|tidak (ada )?di kantor|di luar kantor|sedang berlibur|"
            "dinas luar|kantor (kami )?(tutup|libur)|sedang tidak"
        ),
        added="hingga|sampai|kembali|mendesak|membalas|hubungi",
        maybe_away=(
            "cuti|sakit|pemakaman|tutup|pameran|perjalanan (dinas|bisnis)|dinas|tidak (lagi )?bekerja|"
            "tidak (berada )?di (kantor|tempat)|libur"
        ),
        answers=(
            "rekan saya|terbatas|hari kerja berikutnya|akan (membalas|merespon|menjawab)|mendesak|kembali bekerja|"
            "menggantikan|darurat"
        ),
        alone="selama (saya )?(cuti|tidak di|absen|ketidakhadiran)|akses (terbatas|email terbatas)|digantikan oleh",
        everyday_away=(
            "rawat inap|melahirkan|pernikahan|digantikan|"
            "cuti|libur|hari raya|rumah sakit|dirawat|operasi|pelatihan|kursus|stok opname|bulan madu|tidak lagi|sudah keluar|mogok|"
            "tidak (di tempat|masuk|bekerja)|sedang istirahat|tidak lagi menangani|dinas luar|perjalanan (dinas|bisnis)|"
            "cuti (melahirkan|sakit|tahunan)|luar (negeri|kota)|pameran|mudik|lebaran|pensiun|"
            "(bengkel|toko|kantor|tim) (tutup|libur|istirahat)|tidak ada (sinyal|internet)"
        ),
        everyday_answers=(
            "masuk kerja|ditangani|menangani|menghubungi anda|besok|tidak dibaca|tersedia|silakan (tulis|hubungi)|minggu depan|"
            "digantikan|membantu|menggantikan saya|besok pagi|saya baca|(sampai|hingga) (senin|selasa|rabu|kamis|jumat)|"
            "(menggantikan|menangani|mengurus) |satu per satu|sesuai urutan|berurutan|"
            "(membaca|melihat|memeriksa) .{0,12}(email|pesan)|jika (mendesak|darurat)|mendesak|kembali|lagi (pada|mulai)|"
            "mulai (senin|selasa|rabu|kamis|jumat|tanggal)"
        ),
        subjects=(
            "cuti|libur|(kami|saya) (sedang )?(libur|cuti|tutup|tidak)|tutup (sampai|dari|untuk|selama)|"
            r"terima kasih atas (pesan|email)|(pesan|email) anda\Z"
        ),
        trade="pesanan (dari|di|yang|akan)|(penawaran|faktur|pengiriman) (akan|diproses)",
        arranges=(
            "setuju|kami (terima|konfirmasi)|saya (terima|konfirmasi)|cocok|kunci (ada|di)|(istri|suami) (saya )?(ada )?di rumah|"
            "uang muka|transfer"
        ),
        urgent="mendesak|darurat",
    ),
    notices=NoticeWords(
        automatic=(
            "pesan otomatis; email otomatis; dikirim secara otomatis; dibuat secara otomatis; balasan otomatis; "
            "jangan membalas; mohon tidak membalas; harap tidak membalas; jangan balas"
        ),
        receipt=(
            "kami telah menerima pesan; kami telah menerima permintaan; kami telah menerima email; "
            "permintaan anda telah; pesan anda telah; nomor tiket"
        ),
        courtesy=(
            "terima kasih telah menghubungi; terima kasih sudah menghubungi; terima kasih atas pesan; "
            "kami akan segera; akan menghubungi anda"
        ),
        trade=(
            "terima kasih atas pesanan; terima kasih telah berbelanja; terima kasih atas pembelian; "
            "konfirmasi pesanan; konfirmasi pembayaran; pesanan anda; paket anda; kiriman anda; lacak paket; "
            "nomor resi; tagihan anda; faktur anda; pembayaran anda; pesanan anda telah; reservasi anda"
        ),
        access=(
            "kode verifikasi; kode otp; kode keamanan; kode anda; masukkan kode; gunakan kode; kode berlaku; "
            "jangan bagikan kode; jangan berikan kode; atur ulang kata sandi; reset kata sandi; kata sandi anda; "
            "login baru; jika anda tidak meminta"
        ),
        appointment="pengingat janji; pengingat: ; mengingatkan; janji temu anda; jadwal anda",
        survey=(
            "pendapat anda; beri penilaian; nilai kami; isi survei; survei singkat; survei kepuasan; seberapa puas; "
            "ulasan anda"
        ),
        program="panggilan tak terjawab; menerima undangan; menolak undangan",
        sign="ingin menarik kembali pesan; ingin menarik pesan",
        asks=(
            "ada pertanyaan?; punya pertanyaan?; butuh bantuan?; bukan anda?; seberapa puas * ?; "
            "seberapa mungkin * ?; lupa kata sandi?"
        ),
        first="saya; aku; pesanan saya",
        wants=(
            "ingin tahu; ingin bertanya; mau tanya; mau bertanya; ingin menanyakan; mohon info; "
            "kami ingin; kami butuh; kami membutuhkan; kami mencari; kami memesan; kami belum; pesanan kami; "
            "tolong kirim; mohon kirim; bisakah; apakah bisa; belum sampai; belum tiba; tidak berfungsi; rusak; "
            "kurang; salah; batalkan; tapi; tetapi"
        ),
    ),
    circulars=CircularWords(
        subjects=(
            "(kenaikan|perubahan|penyesuaian) (harga|alamat|jam)|daftar harga baru|pindah alamat|jam (buka|operasional)|"
            "selamat (natal|tahun|idul|hari)|undangan"
            "|(pengumuman|pemberitahuan|edaran)|(libur|tutup|cuti bersama)|jam (buka|operasional|kerja)|(perubahan|"
            "penyesuaian|kenaikan|daftar) (harga|jam|alamat|rekening)|(pindah|alamat baru)|undangan|(selamat (natal|tahun|"
            "idul|hari))|terima kasih .{0,10}(kunjungan|mengunjungi)|rapat (anggota|umum)"
        ),
        readers=(
            "(para )?(anggota|warga|pelanggan|orang tua|wali murid|pembaca|tetangga|tamu|pengunjung|donatur|relawan|"
            "alumni|penghuni|nasabah|mitra|jemaat|peserta|siswa|pemegang saham|pecinta)|"
            "bapak(/| dan )ibu (warga|wali|anggota)"
        ),
        everybody="semua|rekan|teman|kawan|saudara|sahabat|bapak(/|-| dan )?ibu sekalian|semuanya|seluruh",
        opts_out="jika (anda )?tidak (ingin|mau) (lagi )?(menerima|dihubungi)",
        tells=(
            "rapat (umum|anggota|tahunan|warga|orang tua)|agenda rapat|notulen|"
            "jam (buka|operasional|kerja) (selama|baru|kami)|"
            "(katalog|daftar harga|koleksi|program|alamat|menu|situs) (terbaru|baru)|"
            "(kenaikan|penyesuaian|perubahan) harga|(pindah|pindahan) (kantor|alamat|lokasi)|"
            "(kunjungi|temui) (kami|stan|booth)|(stan|booth) (kami|nomor)|open house|"
            "(bazar|pameran|kerja bakti|arisan|pengajian|konser|lomba|syukuran)|"
            "(kelas|kursus|latihan|pelatihan) .{0,15}(dimulai|mulai|baru)|pendaftaran|daftarkan|tempat terbatas|"
            "kuota|iuran|(dicari|membutuhkan) relawan|(pemadaman|gangguan) (listrik|air)|(perbaikan|pekerjaan) jalan|"
            "(kami )?(memberitahukan|menginformasikan|mengumumkan|mengingatkan|sampaikan bahwa)|"
            "dengan (senang hati|gembira)|pengumuman|pemberitahuan|pengingat|(sebarkan|teruskan|bagikan)|"
            "tidak perlu (membalas|dibalas)|(sampai jumpa|kami tunggu|kehadiran|ditunggu)|"
            "terima kasih (kepada semua|atas (dukungan|kepercayaan|partisipasi))|"
            "selamat (hari raya|natal|tahun baru|idul)|(tutup|libur) (pada|mulai|tanggal)|seperti (setiap )?tahun|"
            "terlampir (undangan|notulen|jadwal|brosur)"
        ),
    ),
    requests=(
        "(ingin|mau|butuh|perlu|mencari|cari|mohon(?! tidak)|minta|pesan |memesan|tunggu|menunggu|beli|batal|"
        "komplain|keluh|berminat|tertarik|melamar)|tolong|bisa(kah)?|apakah|penawaran|harga|jadwal|pengembalian|"
        "tukar|rusak|pecah|tidak (berfungsi|bisa|sampai|sesuai)|belum|kurang|salah|segera|cv|lowongan|kapan|"
        "berapa|kirim|hubungi saya|masalah|masih|sayangnya|balasan"
    ),
    needs="harga|butuh|perlu",
    visits=(
        r"\d{1,3} (orang|tamu|dewasa|anak|siswa|peserta|pax)|kami (ber|akan )?\d{1,3}|(di|ke) tempat (anda|bapak|"
        "ibu|kalian)"
    ),
    announces=(
        "pekerjaan baru|"
        "(pesan|pertanyaan|permintaan|prospek) baru|mengirim(kan)? (anda |kamu )?pesan|"
        "(pesan|pertanyaan) dari (?!bank)|tertarik (dengan|pada)|mencari "
    ),
    voice=VoiceWords(
        common="dan yang di untuk dengan ini telah dari akan pada tidak",
        your="anda pesananmu akunmu",
    ),
    sender_functions="layanan notifikasi",
    letters=LetterWords(
        greetings="selamat",
        closings="salam|hormat (?:kami|saya)",
    ),
)
