"""Does a machine speak, by its own words? Receipts, orders, codes, reminders, surveys, in mail without a header that says so.

A notice tells somebody of what is theirs ("your order has shipped") and asks nothing. Whoever speaks of themselves, asks, wants or
complains is a person, though they quote the notice; one such word is enough. The words are those of `languages`.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import regex

from watcher.core.message.model import Facts
from watcher.core.rules import phrases
from watcher.core.rules.alternatives import fold_case
from watcher.core.rules.languages.words import NoticeWords
from watcher.core.rules.literal_finder import TELLING_LETTERS, LiteralFinder

#: Characters of own text that are looked at: what a notice is for stands on top.
MAX_SEARCHED = 4000
_TIMEOUT = 0.1
_GAP = r"[^.!?。！？\n]{0,60}?"
_QUESTION_GAP = r"[^.!?。！？\n]{0,100}?"
#: A phrase this short is a whole word, one that is longer may go on: "ma", but "damaged".
_MAX_WHOLE_WORD = 4
_MIN_COURTESIES = 2
#: "View my order" on a line of its own is a button: nobody speaks.
_BUTTON_LINE = regex.compile(r"(?m)^[^\w\n]*+(?:[^\s.!?,;:]++[^\S\n]++){0,3}[^\s.!?,;:]++[^\S\n]*+:?$")
_LINK_OR_ADDRESS = regex.compile(r"(?:https?://|www\.)\S+|\S{1,64}@\S+|\S{1,80}\.(?:pdf|docx?|xlsx?|jpe?g|png|zip)\b")
_FILE_MARKS = (".pdf", ".doc", ".xls", ".jp", ".png", ".zip")
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")


#: In a text of ASCII without one of these the spaces of no line change.
_UNEVEN_SPACES = ("  ", " \n", "\n ", "\t", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f")


def _fold(text: str) -> str:
    """Case-folded, apostrophes and spaces alike, and without the dot that a Turkish capital İ leaves above its i."""
    folded = fold_case(text[:MAX_SEARCHED])
    if folded.isascii() and not any(map(folded.__contains__, _UNEVEN_SPACES)) and folded == folded.strip():
        return folded  # most often
    return "\n".join(" ".join(line.split()) for line in folded.split("\n"))


class NoticeKind(StrEnum):
    """What a machine's notice is, in the words `explain` shows."""

    AUTOMATIC = "says that a machine wrote it"
    RECEIPT = "a receipt: somebody has what was sent to them"
    TRADE = "tells of an order, a parcel, an invoice or a payment"
    ACCESS = "a code, a password or a login"
    APPOINTMENT = "reminds of an appointment"
    SURVEY = "asks how it was"
    HELD = "lists mail that a filter has held back"
    PROGRAM = "tells what goes on in a program"
    SIGN = "recalls a message, or reacts to one"


class _Place(NamedTuple):
    language: str
    field: str  # of `NoticeWords`


class _Phrase(NamedTuple):
    language: str
    field: str  # of `NoticeWords`
    pieces: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The part that must occur as it stands for the phrase to be there."""
        return max(self.pieces, key=len)

    def find(self, text: str) -> regex.Match[str] | None:
        """Where it stands in folded text."""
        if not all(map(text.__contains__, self.pieces)):  # most often; the pattern goes on from each place of the first
            return None
        return _compile_phrase(self.field, self.pieces).search(text, timeout=_TIMEOUT)


_compiled: dict[tuple[str, tuple[str, ...]], regex.Pattern[str]] = {}


def _compile_phrase(field: str, pieces: tuple[str, ...]) -> regex.Pattern[str]:
    """Compiled when its anchor was seen: of most languages never."""
    found = _compiled.get((field, pieces))
    if found is None:
        if field == "asks":
            body = _QUESTION_GAP.join(map(regex.escape, pieces))
            pattern = rf"(?:\A|(?<=[\n.!?:;,。！？)–-]))[^\S\n]*{body}{_QUESTION_GAP}[?？؟;]"
        elif field == "echo":
            pattern = rf"(?m)^[^\S\n]*(?:\S+ ){{0,4}}{_GAP.join(map(regex.escape, pieces))}{_GAP}[:：]"
        else:
            start = "" if _UNSPACED.match(pieces[0]) else r"(?<![\p{L}\p{M}])"
            whole = field == "first" or (len(pieces) == 1 and len(pieces[0]) <= _MAX_WHOLE_WORD)
            whole = whole or (field == "wants" and pieces[-1][-2:-1] == " ")  # "prosím o", but not "prosím obraťte se"
            end = r"(?![\p{L}\p{M}\p{N}'])" if whole and start else ""
            pattern = f"{start}{_GAP.join(map(regex.escape, pieces))}{end}"
        found = _compiled[field, pieces] = regex.compile(pattern)
    return found


class _PhraseIndex:
    """Every phrase of every language in some fields of `NoticeWords`, found by its anchor."""

    def __init__(self, fields: Collection[str]) -> None:
        self._fields = fields
        self._endings = ""  # of all anchors, one behind another: as strings they would take five times the memory
        self._ending_starts = array("I")  # by number of the anchor

    @cached_property
    def _finder_and_phrases(self) -> tuple[LiteralFinder, tuple[_Place | tuple[_Phrase, ...], ...]]:
        """What finds the beginnings of anchors, and by the number of each what it may be of. Most phrases are their anchor: of these, only
        where they are from is kept, as the text has the rest, and that takes a seventh of the memory."""
        from watcher.core.rules.languages.known import LANGUAGES  # data of 0.4 MB, which no start waits for

        found: dict[str, list[_Phrase]] = {}
        places: dict[str, _Place] = {}
        for language, words in LANGUAGES.items():
            for field in self._fields:
                place = _Place(language, field)
                for text in filter(None, map(_fold, getattr(words.notices, field).split(";"))):
                    pieces = tuple(filter(None, (piece.strip(" ?？؟") for piece in text.split(" * "))))
                    phrase = _Phrase(*place, pieces)
                    found.setdefault(phrase.anchor, []).append(phrase)
                    places[phrase.anchor] = place
        self._endings = "\0".join(anchor[TELLING_LETTERS:] for anchor in found)
        ends = accumulate(max(0, len(anchor) - TELLING_LETTERS) + 1 for anchor in found)
        self._ending_starts = array("I", (0, *ends))
        return LiteralFinder(anchor[:TELLING_LETTERS] for anchor in found), tuple(
            places[anchor] if len(phrases) == len(phrases[0].pieces) == 1 else tuple(phrases)
            for anchor, phrases in found.items()
        )

    def _ending_of(self, number: int) -> str:
        """What stands in an anchor behind the letters that are looked for."""
        return self._endings[self._ending_starts[number] : self._ending_starts[number + 1] - 1]

    def find_candidates(self, text: str, languages: Collection[str] | None = None) -> Iterator[_Phrase]:
        """The phrases, of these languages (None: of any), whose anchor occurs in `text`."""
        finder, by_number = self._finder_and_phrases
        for number, (start, end) in finder.find_first_occurrences(text).items():
            found = by_number[number]
            if isinstance(found, _Place):
                if languages is None or found.language in languages:
                    anchor = text[start:end] + self._ending_of(number)
                    if anchor in text:
                        yield _Phrase(found.language, found.field, (anchor,))
            else:
                for phrase in found:
                    if languages is None or phrase.language in languages:
                        yield phrase


_KINDS = {kind.name.casefold(): kind for kind in NoticeKind}
_PERSONS_FIELDS = ("asks", "formal", "first", "wants", "echo")
#: What machines say, and what makes a person's mail of it: the short words of the second are in every mail, and few ask for them.
_MACHINES_PHRASES = _PhraseIndex([field for field in NoticeWords._fields if field not in _PERSONS_FIELDS])
_SPEAKERS_PHRASES = _PhraseIndex([field for field in _PERSONS_FIELDS if field != "wants"])
_WANTS_PHRASES = _PhraseIndex(["wants"])  # asked for by itself in most mail


def find_notice(facts: Facts, leaving_out: NoticeKind | None = None) -> NoticeKind | None:
    """What kind of a machine's notice it is, `leaving_out` one kind; None where a person speaks, or nothing is known."""
    subject = "" if facts.has_prefix else _fold(facts.base_subject)
    body = _without_links(_fold(facts.own_text))
    text = f"{subject}\n{body}"
    try:
        kind, languages = _find_kind(_MACHINES_PHRASES.find_candidates(text), text, leaving_out)
        if kind is None:
            return None
        persons = tuple(_persons_phrases(text))
        if not _is_persons(persons, languages, subject, body):
            return kind
        if kind is NoticeKind.HELD and _is_list_of_held_mail(persons, languages, subject, _fold(facts.own_text)):
            return kind
        return NoticeKind.RECEIPT if _is_receipt_with_echo(persons, subject, body) else None
    except TimeoutError:
        return None


def _is_receipt_with_echo(persons: Collection[_Phrase], subject: str, body: str) -> bool:
    """Is it a receipt that repeats below what its reader wrote, and do only they ask and want?"""
    echoes = [found.start() for phrase in persons if phrase.field == "echo" and (found := phrase.find(body))]
    told = body[: min(echoes, default=0)]
    if not told.strip():
        return False
    kind, languages = _find_kind(_MACHINES_PHRASES.find_candidates(told), told, None)
    return kind is NoticeKind.RECEIPT and not _is_persons(persons, languages, subject, told)


def _is_list_of_held_mail(persons: Collection[_Phrase], languages: set[str], subject: str, body: str) -> bool:
    """Do only the subjects of the mail speak that a filter lists, each beside an address? Nobody does above the first."""
    lines = body.split("\n")
    title = next((n for n, line in enumerate(lines) if _is_title_of_held(line)), None)
    if title is None and not _is_title_of_held(subject):
        return False
    row = next((n for n in range((title or 0) + 1, len(lines)) if "@" in lines[n]), None)
    return row is not None and not _is_persons(persons, languages, subject, _without_links("\n".join(lines[:row])))


def _is_title_of_held(line: str) -> bool:
    return any(phrase.field == "held" and phrase.find(line) for phrase in _MACHINES_PHRASES.find_candidates(line))


def _persons_phrases(text: str) -> Iterator[_Phrase]:
    yield from _SPEAKERS_PHRASES.find_candidates(text)
    yield from _WANTS_PHRASES.find_candidates(text)


def tells_of_ours(facts: Facts, kind: str) -> bool:
    """Is a notice of this kind about what we ordered, asked or were told? Portals, too, say that a machine wrote it."""
    if kind == NoticeKind.AUTOMATIC:
        return find_notice(facts, leaving_out=NoticeKind.AUTOMATIC) not in (None, NoticeKind.PROGRAM)
    return kind != NoticeKind.PROGRAM


def _without_links(text: str) -> str:
    """Folded text without links and addresses."""
    if not _has_link_mark(text):
        return text
    return "\n".join(_line_without_links(line) if _has_link_mark(line) else line for line in text.split("\n"))


def _line_without_links(line: str) -> str:
    """Word by word: the pattern goes over a word again from each of its letters, and no link has a space in it."""
    return " ".join(_LINK_OR_ADDRESS.sub("", word) if _has_link_mark(word) else word for word in line.split(" "))


def _has_link_mark(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text or ("." in text and any(mark in text for mark in _FILE_MARKS))


def _find_kind(
    candidates: Iterable[_Phrase], text: str, leaving_out: NoticeKind | None
) -> tuple[NoticeKind | None, set[str]]:
    """The first kind that speaks, in the order of kinds, and the languages in which something does."""
    found: dict[str, set[tuple[str, ...]]] = {}
    languages: set[str] = set()
    for phrase in candidates:
        if phrase.find(text):
            found.setdefault(phrase.field, set()).add(phrase.pieces)
            languages.add(phrase.language)
    if len(found.get("courtesy", ())) >= _MIN_COURTESIES:
        found.setdefault("receipt", set())
    return next((kind for name, kind in _KINDS.items() if name in found and kind is not leaving_out), None), languages


def _is_persons(candidates: Iterable[_Phrase], languages: set[str], subject: str, body: str) -> bool:
    """Does somebody speak of themselves, ask, want or complain, in one of these languages?"""
    own = [phrase for phrase in candidates if phrase.language in languages]
    for phrase in own:
        if phrase.field in ("asks", "formal"):
            pattern = _compile_phrase(phrase.field, phrase.pieces)
            subject, body = (pattern.sub(".", text, timeout=_TIMEOUT) for text in (subject, body))
    text, spoken = f"{subject}\n{body}", f"{subject}\n{_BUTTON_LINE.sub('', body)}"
    return phrases.asks_question(text) or any(
        phrase.find(spoken if phrase.field == "first" else text) for phrase in own if phrase.field in ("first", "wants")
    )


def wants_something(folded: str, languages: Collection[str] | None = None) -> bool:
    """Does case-folded text say what people want, or complain about? In one of these languages (ISO 639-1); None: in any, by what is
    no short word that another language may have too."""
    for phrase in _WANTS_PHRASES.find_candidates(folded, languages):
        if (languages is not None or len(phrase.anchor) > _MAX_WHOLE_WORD) and phrase.find(folded):
            return True
    return False


def asks_question(facts: Facts) -> bool:
    """Is there a question, in subject or text, that is not one machines put for form's sake?"""
    return asks_in_earnest(f"{facts.base_subject}\n{facts.own_text}")


def asks_in_earnest(text: str) -> bool:
    """The same of any text."""
    if not phrases.has_question_mark(text):
        return False  # most mail: it need not be folded
    text = _fold(text)
    if not phrases.asks_question(text):
        return False
    for phrase in _SPEAKERS_PHRASES.find_candidates(text):
        if phrase.field == "asks":
            text = _compile_phrase("asks", phrase.pieces).sub(".", text)
    return phrases.asks_question(text)
