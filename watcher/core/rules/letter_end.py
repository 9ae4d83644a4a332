"""Where the own words of a letter end and its signature begins: at a closing, or at names and labels after a blank line.

A signature states nothing: its figures are telephones, its links the house's own pages.
"""

from __future__ import annotations

from functools import cache

import regex

_MAX_CLOSING_WORDS = 7
_MAX_LABEL_WORDS = 8
#: An address, a link, a domain or a telephone number.
CONTACT = regex.compile(
    r"(?i)[\w.+-]{1,64}@[\w.-]{1,190}|(?:https?://|www\.)\S{1,200}|(?:[a-z0-9-]{1,60}\.){1,3}(?:com|org|net|eu|de|example|[a-z]{2})(?!\w)"
    r"|\+?\(?\d[\d\s()/.-]{5,24}\d"
)
_SENTENCE_MARK = regex.compile(r"[.!?;:。！？](?:\s|\Z)")
_ABBREVIATION = regex.compile(r"(?<!\p{L})(?:\p{L}{1,4}\.)+")
_WORD = regex.compile(r"[\p{L}\p{M}'’&-]+")
#: Small words that stand between the words of a name, a firm or a function.
PARTICLES = frozenset({
    "of", "and", "the", "at", "in", "for", "de", "la", "le", "les", "du", "del", "da", "do", "dos", "di", "von", "van", "der", "den",
    "zu", "und", "für", "y", "e", "et", "i", "a", "en", "og", "&", "mbh", "des", "och", "ja",
})  # fmt: skip
_CONTACT_LABELS = frozenset({"tel", "tél", "mob", "fax", "mail", "e-mail", "email", "web"})
_SMALL_WORDS = PARTICLES | _CONTACT_LABELS


def text_above_signature(text: str) -> str:
    """The text without its signature, and without what stands below that. All of it where none is found."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if n and line.strip() and (_is_closing(line) or (not lines[n - 1].strip() and _is_label(line))):
            above = "\n".join(lines[:n])
            if _has_sentence(above):
                return above.rstrip()
    return text.rstrip()


def _is_closing(line: str) -> bool:
    return len(line.split()) <= _MAX_CLOSING_WORDS and _closing_pattern().match(line) is not None


@cache
def _closing_pattern() -> regex.Pattern[str]:
    """Compiled when a letter is first read: a start need not wait for it."""
    from watcher.core.rules.languages.known import LANGUAGES  # data of 0.4 MB, which no start waits for

    closings = "|".join(words.letters.closings for words in LANGUAGES.values() if words.letters.closings)
    return regex.compile(rf"(?i)\s*(?:{closings})(?![\p{{L}}\p{{M}}])")


def _is_label(line: str) -> bool:
    """A name, a firm, a function or an address: words with capitals, and no sentence."""
    rest, contacts = CONTACT.subn(" ", line)
    words = _WORD.findall(rest)
    if not 0 < len(words) <= _MAX_LABEL_WORDS or _SENTENCE_MARK.search(_ABBREVIATION.sub("", rest)):
        return False  # nor is a link alone, which may be all of an answer
    if not contacts and any(map(str.isdigit, rest)):
        return False
    return all(word[0].isupper() or word[0] == "&" or word.casefold() in _SMALL_WORDS for word in words)


def _has_sentence(text: str) -> bool:
    """Is there more above than who is spoken to? A mail may begin with a name on a line of its own."""
    return any(not _is_label(line.rstrip(" ,!:")) for line in text.split("\n") if line.strip())
