"""Malay."""

from __future__ import annotations

from watcher.core.inquiry.pleasantries.words import Pleasantries

WORDS = Pleasantries(
    thanks="terima_kasih terimakasih tq berterima_kasih",
    thanked="banyak sekali sangat-sangat atas kerana untuk bantuan jawapan balasan maklum_balas maklumat penjelasan masa kesabaran nasihat layanan perhatian kerjasama pantas cepat jelas baik yang tuan puan encik cik anda semua segala dan kami saya lagi pihak di diatas diberikan telah membantu tuan_puan sokongan",
    praise="hebat terbaik gembira puas hati lega sempurna mantap (sudah_|telah_|)(jelas|faham|selesai) sudah_berfungsi(|_semula) membantu",
    praised="sangat sekali itu ini saya kami sudah semua semuanya sekarang anda masalah isteri suami anak ibu bapa keluarga dan juga memang",
    wished="hari hujung_minggu malam tahun_baru hari_raya aidilfitri krismas cuti kesihatan petang",
    good="selamat semoga baik indah ceria sihat bahagia maju",
    wishing="semoga anda tuan puan menikmati yang dan juga semua menyambut raya mempunyai",
    common="dan sangat tuan puan kami saya juga",
    formulas="ok faham jelas salam_sejahtera assalamualaikum jumpa_lagi sama-sama salam semoga_berjaya",
    greetings="salam helo hai selamat_(pagi|petang|malam|tengah_hari|sejahtera) tuan(|_puan) puan",
    closings="salam yang_benar sekian salam_hormat",
    closed="ikhlas hormat dan yang benar hormat_saya",
    titles="encik cik puan tuan en pn dr datuk dato",
    footers="e-mel_ini mesej_ini dihantar_dari",
)
