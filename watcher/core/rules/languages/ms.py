"""Malay."""

from __future__ import annotations

from watcher.core.rules.languages.words import AbsenceWords, LanguageWords, LetterWords

WORDS = LanguageWords(
    absence=AbsenceWords(
        away="sedang bercuti|tidak berada di pejabat|di luar pejabat|pejabat (kami )?ditutup",
        added="sehingga|hingga|kembali|segera|hubungi|membalas",
        maybe_away="bercuti|cuti|sakit|pengebumian|tutup|pameran|perjalanan|tidak (lagi )?bekerja|tidak berada",
        answers=(
            "rakan sekerja|terhad|hari bekerja berikutnya|akan (membalas|menjawab)|segera|kembali bertugas|"
            "menggantikan|kecemasan"
        ),
        alone="semasa ketiadaan saya|sepanjang ketiadaan|akses terhad",
        everyday_away=(
            "bercuti|cuti (umum|tahunan|sakit)|hospital|pembedahan|kursus|latihan|stok|bulan madu|tidak lagi|"
            "telah berhenti|tiada di (tempat|pejabat)|tidak bekerja|tidak lagi menguruskan"
        ),
        everyday_answers=(
            "bertugas|diambil alih|hubungi anda|esok|tidak dibaca|akan membaca|sila (tulis|hubungi)|minggu depan|"
            "membantu|menggantikan saya|esok pagi|hingga (isnin|selasa|rabu|khamis|jumaat)"
        ),
        subjects="cuti",
    ),
    requests=(
        "(ingin|mahu|nak|perlu|mencari|cari|mohon|minta|tempah|menunggu|beli|batal|aduan|berminat)|tolong|"
        "sila (hantar|hubungi saya)|boleh(kah)?|adakah|sebut harga|harga|temujanji|bayaran balik|tukar|rosak|"
        "pecah|tidak (berfungsi|sampai)|belum|kurang|salah|segera|resume|jawatan|bila|berapa|hantar|masalah|"
        "masih|malangnya"
    ),
    visits=r"\d{1,3} (orang|tetamu|dewasa|kanak|pelajar|peserta|pax)|(di|ke) tempat (anda|tuan|puan)",
    letters=LetterWords(
        greetings="selamat",
        closings="salam|hormat (?:kami|saya)",
        currencies="ringgit",
    ),
)
