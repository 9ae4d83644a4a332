"""Where a quotation begins that no mark shows: Outlook's block of header lines, and rules with a title, in many languages.

A block counts where it names a sender, a subject and one more of date and recipients within a few lines: who wants to move
writes "From: Hull, to: Leeds, date: 5 May", too.
"""

from __future__ import annotations

import re
from typing import Any

import ahocorasick_rs
import regex

#: What stands before sender, date, recipients and subject. As Outlook, Apple Mail, Thunderbird, QQ and NetEase write them.
_LABELS = {
    "from": (
        "from|von|de|expéditeur|da|remetente|van|afzender|od|nadawca|odesílatel|från|fra|avsender|lähettäjä|"
        "от|отправитель|від|gönderen|kimden|feladó|kitől|de la|expeditor|από|αποστολέας|差出人|送信者|发件人|發件人|寄件者|"
        "寄件人|发送人|보낸 사람|보낸사람|발신|발신인|من|المرسل|מאת"
    ),
    "sent": (
        "sent|date|gesendet|datum|envoyé|enviado|enviado el|fecha|data|inviato|data de envio|verzonden|"
        "wysłano|wysłane|odesláno|skickat|sendt|dato|lähetetty|päivämäärä|päiväys|отправлено|дата|відправлено|"
        "надіслано|gönderildi|gönderilme tarihi|gönderim|tarih|elküldve|küldve|dátum|trimis|dată|στάλθηκε|"
        "ημερομηνία|送信日時|日時|日付|发送时间|發送時間|寄件日期|日期|傳送日期|"
        "时间|보낸 날짜|날짜|보낸날짜|발송|التاريخ|تاريخ|أرسلت|תאריך|נשלח"
    ),
    "to": (
        "to|cc|an|à|destinataire|para|a|per|destinatario|aan|do|komu|till|til|vastaanottaja|kopio|кому|копия|"
        "копія|kime|alıcı|bilgi|címzett|kap|către|catre|προς|宛先|收件人|收件者|抄送|副本|받는 사람|받는사람|받는 이|참조|수신|إلى|الى|"
        "نسخة|אל|עותק"
    ),
    "subject": (
        "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|předmět|předmet|predmet|ämne|emne|aihe|"
        "тема|konu|tárgy|subiect|θέμα|件名|主题|主題|主旨|제목|الموضوع|נושא"
    ),
}  # fmt: skip
_LABEL_LINE = {name: regex.compile(rf"(?i)[\s>|*]*(?:{words})[*\s|]*[:：|]") for name, words in _LABELS.items()}
_TITLES = (
    "original message|original appointment|original|forwarded message|replied message|"
    "ursprüngliche nachricht|original-nachricht|原始邮件|原始郵件|原邮件|回复的原邮件|"
    "转发邮件|轉寄郵件|转发的邮件|元のメッセージ|オリジナルメッセージ|"
    "転送メッセージ|转发邮件信息|исходное сообщение|пересылаемое сообщение|переслане повідомлення|orijinal mesaj|"
    "özgün ileti|iletilen mesaj|alkuperäinen viesti|välitetty viesti|eredeti üzenet|továbbított üzenet|"
    "원본 메시지|원본 메일|전달된 메시지|αρχικό μήνυμα|προωθημένο μήνυμα|הודעה מקורית|הודעה שהועברה|الرسالة الأصلية|"
    "رسالة معاد توجيهها|mesaj original|mesajul original|původní zpráva|původní e-mail|pôvodná správa|"
    "wiadomość oryginalna|oprindelig meddelelse|wiadomość przekazana"
)
_TITLE_LINE = regex.compile(
    rf"(?im)^[ \t]{{0,4}}[-–—_=*]{{2,60}}[ \t]{{0,4}}(?:{_TITLES})[ \t:：]{{0,4}}[-–—_=*]{{0,60}}[ \t]*$"
)
#: "在 2026-11-25 10:00:00，"Anna" <anna@example.com> 写道：", and the like, on a line of its own that nothing marks as quotation.
_WROTE = (
    "写道|寫道|пишет|писал|писала|написал|написала|написал\\(а\\)|пише|написав|написала|"
    "yazdı|kirjoitti|ezt írta.{0,60}|님이 작성|έγραψε|a scris|כתב|כתבה|כתב/ה|كتب|さんは書きました|のメール"
)
_SENTENCE_LINE = regex.compile(
    rf"(?im)^[ \t]{{0,4}}(?=.{{0,300}}(?:@|\d{{4}})).{{6,300}}(?:{_WROTE})[ \t]{{0,4}}[:：][ \t]*$"
)
_NETEASE_LINE = regex.compile(r"(?im)^[ \t]{0,4}At \d{4}-\d\d-\d\d \d\d:\d\d:\d\d,.{0,200}wrote[:：][ \t]*$")
_SUBJECT_LINE = re.compile(rf"(?im)^[ \t>|*]{{0,20}}(?:{_LABELS['subject']})[*\s|]{{0,9}}[:：|]")
_TIMEOUT = 0.1
#: Lines below the sender's that are looked at; some programs put blank ones between.
_BLOCK_LINES = 12


def _fold_turkish(text: str) -> str:
    """As patterns compare that ignore case: the Turkish letters i are one with the others."""
    folded = text.casefold()
    return folded if folded.isascii() else folded.replace("i\u0307", "i").replace("ı", "i")


#: Which of the patterns can match at all, by words that they need: all are looked for in one pass (Aho and Corasick, 1975).
_PATTERNS_BY_WORD: dict[str, list[Any]] = {}
for _pattern, _words in ((_TITLE_LINE, _TITLES), (_SUBJECT_LINE, _LABELS["subject"]), (_SENTENCE_LINE, _WROTE)):
    for _word in _words.split("|"):
        _PATTERNS_BY_WORD.setdefault(_fold_turkish(re.split(r"[\\.]", _word)[0]), []).append(_pattern)
#: So few words would make an automaton of the largest kind, of half a megabyte.
_WORDS = ahocorasick_rs.AhoCorasick(list(_PATTERNS_BY_WORD), implementation=ahocorasick_rs.Implementation.ContiguousNFA)


def find_quotation(text: str) -> int:
    """Offset of the line where the first unmarked quotation begins; the length of the text where there is none."""
    found = [len(text)]
    words = set(_WORDS.find_matches_as_strings(_fold_turkish(text), overlapping=True))
    patterns = [pattern for word in words for pattern in _PATTERNS_BY_WORD[word]]
    if _TITLE_LINE in patterns and ("--" in text or "==" in text or "__" in text or "——" in text):
        found.append(_first_match_offset(_TITLE_LINE, text))
    if "wrote:" in text:
        found.append(_first_match_offset(_NETEASE_LINE, text))
    if _SENTENCE_LINE in patterns and (not text.isascii() or "kirjoitti" in text or "a scris" in text):
        found.append(_first_match_offset(_SENTENCE_LINE, text))
    if _SUBJECT_LINE in patterns and _SUBJECT_LINE.search(text):  # in few texts: the block is looked for only then
        found.append(_find_header_block(text))
    return min(found)


def _first_match_offset(pattern: Any, text: str) -> int:
    try:
        match = pattern.search(text, timeout=_TIMEOUT)
    except TimeoutError:
        return len(text)
    return match.start() if match else len(text)


def _find_header_block(text: str) -> int:
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines):
        if _LABEL_LINE["from"].match(line[:200]) and _is_quotation_header_block(lines, number):
            return start - _length_of_date_above(lines[:number])
        start += len(line) + 1
    return len(text)


def _length_of_date_above(lines: list[str]) -> int:
    """Characters of the line that says when the quoted message was sent: web.de and GMX name the sender below it."""
    return len(lines[-1]) + 1 if lines and _LABEL_LINE["sent"].match(lines[-1][:200]) else 0


def _is_quotation_header_block(lines: list[str], number: int) -> bool:
    below = [line[:200] for line in lines[number + 1 : number + _BLOCK_LINES] if line.strip()]
    named = {name for name in ("sent", "to", "subject") for line in below[:5] if _LABEL_LINE[name].match(line)}
    return "subject" in named and len(named) >= 2
