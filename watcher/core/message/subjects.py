"""A subject → its base subject (RFC 5256 § 2.1), and whether a prefix says that it is a reply or a forwarded message."""

from __future__ import annotations

import re
from typing import NamedTuple

_REPLY_PREFIXES = (
    "re|aw|antw|antwort|sv|vs|ref|res|rif|r|rép|odp|ynt|yan|ang|atb|bls|hlb|na|απ|σχετ|השב|תשובה|رد|отв|от|відп|hf|"
    "ре|одг|odg|vá|vast|ats|răsp|resp|απάντ|پاسخ|ตอบ|ตอบกลับ|उत्तर|回复|回覆|答复|答覆|返信|답장|회신|trả lời|balas|"
    "yanıt|cevap|ответ|відповідь|отговор|risposta|respuesta|réponse|resposta|odpověď|odpowiedź|válasz|svar|vastaus|vastus"
)
_FORWARD_PREFIXES = (
    "fwd?|wg|tr|rv|enc|i|vl|vb|doorst|fs|pd|továbbítás|ilt|пересл|fyi|προώθ|הועבר|转发|轉寄|转寄|転送|전달|chuyển tiếp"
)
_PREFIX_COUNT = r"\s{0,3}(?:\[\d{1,4}\]|\(\d{1,4}\)|\^\d{1,4}|\*\d{1,4})?\.?\s{0,3}[:：]\s{0,9}"
_SUBJECT_PREFIX = re.compile(
    rf"(?:(?P<reply>{_REPLY_PREFIXES})|(?P<forward>{_FORWARD_PREFIXES})){_PREFIX_COUNT}", re.IGNORECASE
)
_LIST_TAG = re.compile(r"\[[^\[\]]{1,60}\]\s{0,9}(?=\S)")
_WRAPPED_FORWARD = re.compile(r"\[(?:fwd?|wg): {0,3}(.+)\]\Z", re.IGNORECASE)
MAX_PREFIXES = 20


class BaseSubject(NamedTuple):
    """The base subject of RFC 5256 § 2.1: without what mail programs put before it, and which of the two kinds of prefix came first."""

    base: str
    is_reply: bool
    is_forward: bool


def extract_base_subject(subject: str) -> BaseSubject:
    """The base subject of RFC 5256 § 2.1, with the prefixes of some twenty languages and `[list]` tags.

    A prefix or tag with nothing behind it stays: it is all there is.
    """
    base, kind = subject.strip(), ""
    for _ in range(MAX_PREFIXES):
        if ":" not in base and "：" not in base and not base.startswith("["):
            break  # as with most subjects: no prefix, no tag
        bracketed = base.startswith("[")
        found = None if bracketed else _SUBJECT_PREFIX.match(base)
        if found:
            kind = kind or str(found.lastgroup)
        elif bracketed and (wrapped := _WRAPPED_FORWARD.match(base)):
            kind, base = kind or "forward", wrapped[1].strip()
            continue
        elif bracketed:
            found = _LIST_TAG.match(base)
        if not found or not base[found.end() :].strip():
            break
        base = base[found.end() :].strip()
    if base[-5:].casefold() == "(fwd)":
        kind, base = kind or "forward", base[:-5].strip() or base
    return BaseSubject(base, kind == "reply", kind == "forward")
