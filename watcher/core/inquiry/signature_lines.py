"""Are the lines below the last words of a letter those of a signature, and of what a firm adds to all its mail? The form of each tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import regex

from watcher.core.inquiry import lexicon
from watcher.core.inquiry.pleasantries.known import PLEASANTRIES
from watcher.core.message.device_lines import DEVICE_LINES
from watcher.core.rules.letter_end import CONTACT, PARTICLES

_CONTACT_LABELS = frozenset({
    "t", "m", "p", "f", "e", "w", "tel", "tél", "telefon", "telefono", "teléfono", "telefone", "téléphone", "phone",
    "mobile", "mobil", "mob", "cell", "handy", "fax", "email", "e-mail", "mail", "web", "office", "direct", "тел",
    "puh", "gsm", "telefax", "natel", "mobiel", "kom", "cel", "móvil", "telemóvel", "port", "fixe", "mobilní", "tlf",
    "mob.nr", "internet", "homepage", "website", "skype", "whatsapp", "моб", "τηλ", "هاتف", "電話", "电话", "전화",
})  # fmt: skip
_PARTICLES = PARTICLES | {
    "dr", "ing", "dipl", "mgr", "prof", "im", "am", "an", "auf", "co", "na", "med", "rer", "nat", "phil", "jur", "arch",
}  # fmt: skip
_POSTSCRIPT = regex.compile(r"(?i)\s*(?:p\.?\s?p?\.?s\.?|n\.?b\.?|pd|ps)(?!\w)")
#: A house, with its number; a place, with its code.
_STREET = regex.compile(
    r"(?i)str(?:\.|aße|asse|eet|aat)?(?![\p{L}])|\p{L}*(?:weg|platz|allee|gasse|straße|strasse|ring|damm|laan|straat|plein|gatan|vägen|"
    r"gade|vej|gata|veien|katu|tie|utca|út|tér)(?!\p{L})|(?<!\p{L})(?:road|rd|lane|avenue|ave|rue|via|viale|corso|piazza|calle|avenida|"
    r"plaza|rua|praça|ul|ulica|al|aleja|os|plac|náměstí|nám|sok|cad|mah|boulevard|bd|bld|blvd|calea|strada|quai|chemin|route|place|"
    r"οδός|улица|ул|проспект|пр|вул|бул|бульвар|square|drive|close|court|house)(?!\p{L})"
)
_PLACE = regex.compile(
    r"(?:[A-Z]{1,2}-? ?)?(?:\d{4,5}|\d{3} \d{2}|\d{2}-\d{3})(?: ?[A-Z]{2})? (?:\p{Lu}[\p{L}.'’()/-]*[ -]?){1,4}"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)"
)
_LABEL = regex.compile(r"[\p{L}\p{M}./-]{1,40}(?: \p{L}{1,20})?\s?(?::|\s[a-z]{0,2}\d)|[\p{L}-]{9,}")
_ORNAMENTAL_LINE = regex.compile(r"[\s\p{P}\p{S}]*")
_WORDS = regex.compile(r"[\p{L}\p{M}'’&-]+")
_NAME_LINE = regex.compile(r"(?:\p{Lu}[\p{L}'’.-]{0,25} ?){1,3}")
_MAX_CLOSING = 60  # characters of "with our best regards"
_MAX_LINE = 120  # characters
_MAX_WORDS = 9


def is_signature(lines: Iterable[str]) -> bool:
    """`lines`: all below what is said, the blank ones, too. The paragraph that begins as a firm's footer is one to its end."""
    return _is_below(lines, _is_signature_line)


def is_footer(lines: Iterable[str]) -> bool:
    """Is all of it what firms and telephones add to every mail, or nothing?"""
    return _is_below(lines, lambda line: False)


def _is_below(lines: Iterable[str], is_more: Callable[[str], bool]) -> bool:
    in_footer = False
    for line in map(str.strip, lines):
        if _ORNAMENTAL_LINE.fullmatch(line):
            in_footer = False
        elif not in_footer:
            in_footer = _begins_footer(line)
            if not in_footer and not is_more(line):
                return False
    return True


def find_signed_names(quotation: str) -> Iterator[str]:
    """The names below "regards" in what is quoted: who wrote it is thanked by name. A line that stands alone elsewhere is anything."""
    before = ""
    for line in quotation.split("\n"):
        line = line.strip("> \t\r")
        if (
            len(before) <= _MAX_CLOSING
            and _NAME_LINE.fullmatch(line)
            and lexicon.is_closing(lexicon.split_folded(before))
        ):
            yield line
        before = line or before


def _begins_footer(line: str) -> bool:
    """Do its first words say so? A single word ("VAT") begins a label."""
    folded = lexicon.fold(line).lstrip(" *_-–—#>|:/•·\"'([")
    if line.lower().startswith(DEVICE_LINES):
        return True
    phrases, labels = _footer_starts()
    return folded.startswith(phrases) or (folded.startswith(labels) and _LABEL.match(folded) is not None)


def _is_signature_line(line: str) -> bool:
    """A name, a firm, an address or a number: words with capitals, what somebody is there, and labels. No sentence."""
    if len(line) > _MAX_LINE or _POSTSCRIPT.match(line) or any(mark in line for mark in "?!？！؟"):
        return False
    rest, contacts = CONTACT.subn(" ", line)
    rest, places = _PLACE.subn(" ", rest)
    rest, streets = _STREET.subn(" ", rest)
    if not contacts and not places and not streets and regex.search(r"\d", rest):
        return False
    words = [word for each in _WORDS.findall(rest) if (word := each.strip("-'’"))]
    return len(words) <= _MAX_WORDS and all(
        word[0].isupper() or len(word) == 1 or word.casefold() in _PARTICLES or word.casefold() in _list_functions()
        or ((contacts or places) and word.casefold() in _CONTACT_LABELS)
        for word in words
    )  # fmt: skip


@lru_cache(maxsize=1)
def _footer_starts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Those of several words, and single ones."""
    starts = {start for own in PLEASANTRIES.values() for start in lexicon.expand_items(own.footers)}
    return tuple(start for start in starts if " " in start), tuple(start for start in starts if " " not in start)


@lru_cache(maxsize=1)
def _list_functions() -> frozenset[str]:
    return frozenset(word.casefold() for own in PLEASANTRIES.values() for word in own.functions.split())
