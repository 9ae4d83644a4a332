"""Sentences that send a reader elsewhere ("Urgent? Call Tom, +49 30 1234567"): what they ask and want is not asked of the reader."""

from __future__ import annotations

import regex

_TIMEOUT = 0.1  # seconds that one search may take
#: An address, or a telephone number.
_CONTACT_PATTERN = r"(?:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|\+?\d[\d /()-]{6,20}\d)"
#: What stands before it in its sentence, and the question before that.
_BEFORE_PATTERN = r"(?:[^.!?؟？;；。]{0,120}[?؟？;]\s?)?(?:[^.!?؟？;；。@]|\.(?=\S|\Z)){0,160}"
_MAX_BEFORE = 120 + 2 + 160  # characters
REFERRAL = regex.compile(_BEFORE_PATTERN + _CONTACT_PATTERN)
#: Its two halves, the first backwards from where they meet: the whole would go over a sentence from each of its characters.
_BEFORE_CONTACT, _CONTACT = regex.compile(f"(?r){_BEFORE_PATTERN}"), regex.compile(_CONTACT_PATTERN)
_SENTENCE_END = regex.compile(r"(?<=[.!?؟？;；。])\s+")
#: Without one of these there is no contact, and it costs less to look for.
_CONTACT_SIGN = regex.compile(r"@|\d[\d /()-]{6}")


def drop_referrals(text: str) -> str:
    """The text with a full stop for each such sentence, as `REFERRAL` would replace them. TimeoutError: a search took too long."""
    if not _CONTACT_SIGN.search(text):
        return text
    kept: list[str] = []
    end = 0
    while (start := _find_referral(text, end)) is not None:
        kept.append(text[end:start])
        end = REFERRAL.match(text, start, timeout=_TIMEOUT).end()
    return ".".join([*kept, text[end:]])


def drop_sentences(text: str) -> str:
    """The text without the sentences in which a contact stands: it is said of whom to turn to ("Ann, ann@…, has the keys")."""
    if not _CONTACT_SIGN.search(text):
        return text
    return " ".join(each for each in _SENTENCE_END.split(text) if not _CONTACT.search(each, timeout=_TIMEOUT))


def _find_referral(text: str, begin: int) -> int | None:
    """Where the first begins, from `begin` on; with its question it may reach back over the contact before its own."""
    first: int | None = None
    for contact in _CONTACT.finditer(text, begin, overlapped=True, timeout=_TIMEOUT):
        if first is not None and contact.start() - _MAX_BEFORE > first:
            break
        start = _BEFORE_CONTACT.match(text, begin, contact.start(), timeout=_TIMEOUT).start()
        first = start if first is None else min(first, start)
    return first
