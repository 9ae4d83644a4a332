"""The readable text of a message → what of it is the writer's own: no quotations, no signature. Bounded, never raises."""

from __future__ import annotations

import re
from functools import lru_cache

import ahocorasick_rs
from mailparser_reply.parser import EmailMessage

from watcher.core.message import quotation_headers
from watcher.core.message.device_lines import DEVICE_LINES

#: The reply parser's patterns are worse than linear: it sees little text, in short lines, without blank runs.
MAX_REPLY_LENGTH = 16 * 1024
MAX_LINE_LENGTH = 300

_SIGNATURE = re.compile(r"\n--[ \t]*$", re.MULTILINE)
_FORWARDED = re.compile(
    r"--[-]{0,40}[ \t]{0,4}(?:original message|forwarded (?:message|by)|ursprüngliche nachricht|original-nachricht|"
    r"weitergeleitete nachricht|message (?:transféré|d'origine)|mensaje (?:original|reenviado)|"
    r"messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|"
    r"ursprungligt meddelande|opprinnelig melding|wiadomość oryginalna|původní zpráva)",
    re.IGNORECASE,
)
_FORWARDED_WORDS = (
    "original", "forwarded", "ursprünglich", "weitergeleitet", "message transféré", "message d'origine", "mensaje", "messaggio", "mensagem",
    "oorspronkelijk", "doorgestuurd", "ursprungligt", "opprinnelig", "oryginalna", "původní",
)  # fmt: skip
_FORWARDED_LINES = (
    "\nbegin forwarded message:", "\nanfang der weitergeleiteten ", "\ndébut du message réexpédié",
    "\ninizio messaggio inoltrato", "\ninicio del mensaje reenviado", "\nbegin doorgestuurd bericht:",
)  # fmt: skip
#: Language of the reply parser → the sentence in which mail programs introduce a quotation.
_QUOTE_SENTENCES = {
    "en": ("wrote:",), "de": ("schrieb",), "fr": ("écrit",), "it": ("scritto",), "es": ("escribi",),
    "pt": ("escreveu",), "nl": ("schreef",), "sv": ("skrev",), "da": ("skrev",), "pl": ("napisa",), "cs": ("napsal",),
}  # fmt: skip
_ENDS_IN_COLON = re.compile(r"[:：]\s*\Z")
_INTRODUCTION_START = re.compile(
    r"\s{0,9}(?:on|am|le|il giorno|el|em|op|den|dnia|w dniu|dne|quoting|zitat von|citando|\d{4}年)\b", re.IGNORECASE
)
_WHO_OR_WHEN = re.compile(
    r"@|\d|wr[io]te|schr[ie]|écrit|escr|scritto|skrev|napsa|napisa|kirjoitti|пиш|писал|写道|寫道|さん", re.IGNORECASE
)

_BRACKETED_ADDRESS = re.compile(r"[<(\[][^\s<>()\[\]@]{1,64}@[^\s<>()\[\]]{1,190}[>)\]]")
_UP_TO_COLON = re.compile(r"[^\n]{0,120}?(?:\n[^\n]{0,40}?)?[:：][ \t]*(?:\r?\n|\Z)")
_DATE_OR_TIME = re.compile(r"\d{4}|\d[:.]\d\d")


def extract_own_text(text: str, forwarded: bool = False) -> str:
    """What the writer added: quotations, what introduces them, and the signature cut. Of a forwarded mail the top.

    Text below or between quotations is the writer's own and stays. Where nothing is left, everything was quotation. Never raises.
    """
    whole, lowered = text, "\n" + text.lower()
    if "--" in text or "forwarded" in lowered or "\nbegin" in lowered or "\nanfang" in lowered or "\nini" in lowered:
        text = _text_above_forward(text, lowered, forwarded)
    if "\n--" in text and (found := _SIGNATURE.search(text)) and text[: found.start()].strip():
        text = text[: found.start()]
    if "\n>" in text or text.startswith(">") or "\n >" in text:
        text = _without_quoted_lines(text)
    if (start := _find_attribution(text)) is not None:
        text = text[:start]
    if (above := text[: quotation_headers.find_quotation(text)].strip()) or forwarded:
        text = above
    if languages := _reply_languages(lowered if text is whole else "\n" + text.lower()):
        text = _text_above_reply_header(text, languages)
    return _without_device_line(text.strip())


def has_quotation(text: str, own_text: str = "") -> bool:
    """Does it quote anything, above a signature or below it? `own_text`: what `extract_own_text` made of it, where that is known."""
    unsigned = _SIGNATURE.sub("\n", text).strip()  # programs quote below the mark of the signature as well
    if unsigned.startswith(">") or "\n>" in unsigned:
        return True  # most quotations
    written = own_text if own_text and unsigned == text else extract_own_text(unsigned)
    return written != _without_device_line(unsigned)


def _find_attribution(text: str) -> int | None:
    """Where the first line stands that introduces a quotation not marked line by line, in any language: a date or a time, an address in
    brackets, a colon at its end; it may be folded. None: there is none with words above it."""
    for found in _BRACKETED_ADDRESS.finditer(text) if "@" in text else ():
        if not _has_colon_soon(text, found.end()) or not (end := _UP_TO_COLON.match(text, found.end())):
            continue
        start = text.rfind("\n", 0, found.start()) + 1
        if not _DATE_OR_TIME.search(text, start, end.end()):
            start = text.rfind("\n", 0, max(0, start - 1)) + 1
        if _DATE_OR_TIME.search(text, start, end.end()) and text[:start].strip():
            return start
    return None


def _has_colon_soon(text: str, start: int) -> bool:
    """Does this line or the next end in a colon, white space aside? The pattern goes over a line from each of its characters."""
    end = text.find("\n", start)
    if end < 0:
        return text[start:].rstrip().endswith((":", "："))
    end_of_next = text.find("\n", end + 1)
    below = text[end + 1 : end_of_next if end_of_next >= 0 else len(text)]
    return text[start:end].rstrip().endswith((":", "：")) or below.rstrip().endswith((":", "："))


def _text_above_forward(text: str, lowered: str, forwarded: bool) -> str:
    start = min((n for line in _FORWARDED_LINES if (n := lowered.find(line)) >= 0), default=len(text))
    marked = any(word in lowered for word in _FORWARDED_WORDS)  # cheaper than the pattern, and rarely there
    for found in _FORWARDED.finditer(text, 0, start) if marked else ():
        if not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip():
            start = found.start()
            break
    above = text[:start].strip()
    return above if above or forwarded else text


def _without_device_line(text: str) -> str:
    """Without "Sent from my phone", where it is the last line of several."""
    above, _, last = text.rpartition("\n")
    return above.rstrip() if above.strip() and last.lower().startswith(DEVICE_LINES) and len(last) < 100 else text


#: Every sign of a quotation, and of what language: all are looked for in one pass (Aho and Corasick, 1975).
_SENTENCE_LANGUAGES = {
    word: [language for language, words in _QUOTE_SENTENCES.items() if word in words]
    for words in _QUOTE_SENTENCES.values()
    for word in words
}
_QUOTE_SENTENCE_AUTOMATON = ahocorasick_rs.AhoCorasick(list(_SENTENCE_LANGUAGES))


def _reply_languages(lowered: str) -> list[str]:
    """The languages in which something looks like a sentence that introduces a quotation."""
    found = _QUOTE_SENTENCE_AUTOMATON.find_matches_as_strings(lowered, overlapping=True)
    if not found:
        return []
    seen = {language for word in found for language in _SENTENCE_LANGUAGES[word]}
    return [language for language in _QUOTE_SENTENCES if language in seen]


def _without_quoted_lines(text: str) -> str:
    """Without the lines that begin with ">", and without the lines that introduce them ("On … Carol wrote:")."""
    kept: list[str] = []
    quoting = False
    for line in text.split("\n"):
        if line[:4].lstrip(" ")[:1] == ">":
            if not quoting:
                _drop_introduction(kept)
            quoting = True
        elif line.strip() or not quoting:
            kept.append(line)
            quoting = False
    return "\n".join(kept)


def _drop_introduction(kept: list[str]) -> None:
    """It ends in a colon and may be folded; where it begins is known by its first word, else it is one line."""
    while kept and not kept[-1].strip():
        kept.pop()
    if not kept or not _ENDS_IN_COLON.search(kept[-1][-200:]):
        return
    for back in range(1, min(4, len(kept) + 1)):
        if not kept[-back].strip():
            break
        if _INTRODUCTION_START.match(kept[-back]):
            del kept[-back:]
            return
    if _WHO_OR_WHEN.search(kept[-1][-MAX_LINE_LENGTH:]):
        kept.pop()


def _text_above_reply_header(text: str, languages: list[str]) -> str:
    """What stands above a quotation that is not marked line by line, as Outlook leaves it."""
    lines = [line[:MAX_LINE_LENGTH].strip() for line in text[:MAX_REPLY_LENGTH].split("\n")]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    try:
        return _first_reply(EmailMessage(text=body).text, _reply_header_pattern(tuple(languages))) or body
    except (re.error, RecursionError, ValueError, IndexError, AttributeError, TypeError):
        return body


@lru_cache(maxsize=64)
def _reply_header_pattern(languages: tuple[str, ...]) -> re.Pattern[str]:
    """The reply parser's pattern of what introduces a quotation."""
    pattern: re.Pattern[str] = EmailMessage(text="", languages=list(languages)).HEADER_REGEX
    return pattern


def _first_reply(text: str, quotation: re.Pattern[str]) -> str:
    """The parser's `latest_reply`, without its search for every later reply and for signatures, most of the time it takes."""
    start = 0
    for found in quotation.finditer(text):
        for header in filter(None, found.groups()):
            end = text.find(header, start + 1 if start else 0)
            if reply := text[start:end].strip():
                return reply
            start = max(end, 0)
    return text[start:].strip()


#: Lines at the end of a mail in which the footer of a gateway or a list is looked for.
_MAX_FOOTER_LINES = 8
_BRACKETED_LINE = re.compile(r"\s*\[[^\[\]]{1,200}\]\s*")
_RULED_LINE = re.compile(r"\s*[_\-=*~#]{4,200}\s*")
_ADDRESS_MARKS = ("://", "@", "www.")


def remove_delivery_footer(text: str) -> str:
    """The text without what was put under it on the way: a last line in brackets, or a ruled line and an address below it. What
    stands there without such a form is the writer's own."""
    lines = text.rstrip().splitlines()
    if len(lines) > 1 and _BRACKETED_LINE.fullmatch(lines[-1]):
        return "\n".join(lines[:-1])
    for start in range(max(1, len(lines) - _MAX_FOOTER_LINES), len(lines)):
        if _RULED_LINE.fullmatch(lines[start]):
            below = "\n".join(lines[start + 1 :])
            if any(mark in below for mark in _ADDRESS_MARKS):
                return "\n".join(lines[:start])
    return text
