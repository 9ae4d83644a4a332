"""Own words above a quotation that nothing marks, as Outlook, QQ and NetEase leave it, in many languages."""

from __future__ import annotations

import pytest

from watcher.core.message.own_text import extract_own_text
from watcher.core.message.quotation_headers import find_quotation

BLOCKS = {
    "en": ("From: Anna", "Sent: Monday, 23 November 2026 10:00", "To: Carol", "Subject: A quote"),
    "de": ("Von: Anna", "Gesendet: Montag, 23. November 2026 10:00", "An: Carol", "Betreff: Angebot"),
    "fr": ("De : Anna", "Envoyé : lundi 23 novembre 2026 10:00", "À : Carol", "Objet : devis"),
    "es": ("De: Anna", "Enviado el: lunes, 23 de noviembre", "Para: Carol", "Asunto: oferta"),
    "it": ("Da: Anna", "Inviato: lunedì 23 novembre", "A: Carol", "Oggetto: preventivo"),
    "ja": ("差出人: Anna <anna@example.com>", "送信日時: 2026年11月23日 10:00", "宛先: Carol", "件名: 見積もり"),
    "zh": ("发件人: Anna <anna@example.com>", "发送时间: 2026年11月23日 10:00", "收件人: Carol", "主题: 报价"),
    "zh-Hant": ("寄件者: Anna", "寄件日期: 2026年11月23日", "收件者: Carol", "主旨: 報價"),
    "ru": ("От: Anna", "Отправлено: 23 ноября 2026 г. 10:00", "Кому: Carol", "Тема: цена"),
    "uk": ("Від: Anna", "Надіслано: 23 листопада 2026 р.", "Кому: Carol", "Тема: ціна"),
    "tr": ("Gönderen: Anna", "Gönderildi: 23 Kasım 2026 Pazartesi", "Kime: Carol", "Konu: teklif"),
    "fi": ("Lähettäjä: Anna", "Lähetetty: maanantai 23. marraskuuta", "Vastaanottaja: Carol", "Aihe: tarjous"),
    "hu": ("Feladó: Anna", "Elküldve: 2026. november 23., hétfő", "Címzett: Carol", "Tárgy: ajánlat"),
    "ko": ("보낸 사람: Anna", "보낸 날짜: 2026년 11월 23일", "받는 사람: Carol", "제목: 견적"),
    "pl": ("Od: Anna", "Wysłano: poniedziałek, 23 listopada", "Do: Carol", "Temat: oferta"),
    "cs": ("Od: Anna", "Odesláno: pondělí 23. listopadu", "Komu: Carol", "Předmět: nabídka"),
    "el": ("Από: Anna", "Στάλθηκε: Δευτέρα, 23 Νοεμβρίου", "Προς: Carol", "Θέμα: προσφορά"),
    "ar": ("من: Anna", "تم الإرسال: الاثنين", "إلى: Carol", "الموضوع: عرض"),
    "he": ("מאת: Anna", "נשלח: יום שני 23 נובמבר", "אל: Carol", "נושא: הצעה"),
    "sv": ("Från: Anna", "Skickat: den 23 november", "Till: Carol", "Ämne: offert"),
    "da": ("Fra: Anna", "Sendt: 23. november", "Til: Carol", "Emne: tilbud"),
    "ro": ("De la: Anna", "Trimis: luni, 23 noiembrie", "Către: Carol", "Subiect: ofertă"),
}
OWN = "40 of them, please."


@pytest.mark.parametrize("language", BLOCKS)
def test_a_block_of_header_lines_ends_the_own_words(language):
    assert extract_own_text("\n".join((OWN, "", *BLOCKS[language], "", "It costs five euros."))) == OWN
    assert extract_own_text("\n\n".join((OWN, *BLOCKS[language], "It costs five euros."))) == OWN


def test_the_date_may_stand_above_the_sender():
    """web.de and GMX put it there."""
    block = (
        "Gesendet: Freitag, 19. Dezember 2025 um 09:10 Uhr",
        'Von: "Anna" <anna@example.com>',
        "An: Carol",
        "Betreff: Re: x",
    )
    assert extract_own_text("\n".join((OWN, "", *block, "", "It costs five euros."))) == OWN


@pytest.mark.parametrize(
    "line",
    [
        "---------- Původní e-mail ----------",
        "------------------ 原始邮件 ------------------",
        "------------------ Original ------------------\n发件人: Anna\n发送时间: 2026\n主题: x",
        "---- 回复的原邮件 ----",
        "---- Replied Message ----",
        "-----元のメッセージ-----",
        "-------- Исходное сообщение --------",
        "-----Orijinal Mesaj-----",
        "-----Alkuperäinen viesti-----",
        "-----Eredeti üzenet-----",
        "-----원본 메시지-----",
        'At 2026-11-25 10:00:00, "Anna" <anna@example.com> wrote:',
        '在 2026-11-25 10:00:00，"Anna" <anna@example.com> 写道：',
        "Anna <anna@example.com> 于2026年11月25日周三 10:00写道：",
        "ср, 25 нояб. 2026 г. в 10:00, Anna <anna@example.com> пишет:",
        "Anna <anna@example.com>, 25 Kas 2026 Çar, 10:00 tarihinde şunu yazdı:",
        "ke 25. marrask. 2026 klo 10.00 Anna (anna@example.com) kirjoitti:",
        "Anna <anna@example.com> ezt írta (időpont: 2026. nov. 25., Sze, 10:00):",
        "2026년 11월 25일 (수) 오전 10:00, Anna <anna@example.com>님이 작성:",
    ],
)
def test_a_title_or_a_sentence_ends_the_own_words(line):
    assert extract_own_text(f"{OWN}\n\n{line}\n\nIt costs five euros.") == OWN


@pytest.mark.parametrize(
    "line",
    [
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Outlook für iOS beziehen",
        "Obtenez Outlook pour iOS",
        "Obtener Outlook para Android",
        "Scarica Outlook per iOS",
        "Outlook voor Android downloaden",
        "Pobierz program Outlook dla systemu iOS",
        "Hämta Outlook för iOS",
        "Hent Outlook til iOS",
        "Hanki Outlook iOSille",
        "Скачать Outlook для iOS",
        "iOS için Outlook'u edinin",
        "Outlook for iOS を入手",
        "获取 Outlook for iOS",
        "iOS용 Outlook 다운로드",
        "Lähetetty iPhonesta",
        "Отправлено с iPhone",
        "发自我的iPhone",
        "iPhoneから送信",
    ],
)
def test_the_line_of_a_device_is_nobodys_word(line):
    assert extract_own_text(f"{OWN}\n\n{line}") == OWN


@pytest.mark.parametrize(
    "text",
    [
        "We want to move.\nFrom: Hull\nTo: Leeds\nDate: 5 May",
        "Von: Berlin\nNach: Hamburg\nwas kostet das?",
        "Sent with DHL yesterday, where is it?\nSent with DHL on Monday",
        "Anna, 2026 wrote history:",
    ],
)
def test_lines_of_people_that_begin_alike_stay(text):
    assert extract_own_text(text) == text


def test_a_quotation_that_is_everything_stays():
    text = "\n".join((*BLOCKS["ja"], "", "見積もりをお願いします。"))
    assert extract_own_text(text) == text
    assert find_quotation(text) == 0
