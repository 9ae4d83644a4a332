"""Does a letter go to many: does it call people together, tell what only many are told, leave them to hear no more? By where that stands.

Who writes to a house has one reader and wants something of it. Who writes to all members, neighbours or subscribers tells
of days and hours, and says at the foot how to be left out (whom they greet: `greetings`). None of it proves anything: a rule adds it up.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache

import regex

from watcher.core.lockstep import TOGETHER
from watcher.core.message.model import Facts
from watcher.core.rules import authentication, notices, voice
from watcher.core.rules.alternatives import AlternativeIndex, fold_case, fold_words, matches_any
from watcher.core.rules.circular_words import LEAVE_ME_WORDS, LEAVING_WORDS, PUBLICATION_WORDS, SERIES_WORDS
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS

MAX_SEARCHED = 1500  # characters of own text in which an invitation, a programme, sections are looked for
MAX_SERIES_LENGTH = 6000  # characters of one who writes to readers as to friends
_FOOT_LENGTH = 500  # characters at the end, where one says how to hear no more
_LAST_WORDS_LENGTH = 160
_MIN_LENGTH_TO_LEAVE = 100  # characters before those words: who asks to be left out writes little else
_MAX_SUBJECT = 160  # characters
_MAX_REQUEST_LENGTH = 500  # characters of a text in which somebody wants to be left out
_FIRST_WORDS_LENGTH = 250  # of its beginning, where they say so
_MIN_HOURS = 2
_MAX_FOOT_LINE = 120
_QUESTION = regex.compile(r"[^.!?？؟;。！\n]{1,200}[?？؟]|[^.!?;\n\P{Greek}]{1,200};")
_DAY = regex.compile(
    r"\d{1,2}(?:(?:st|nd|rd|th|\.|º|-?[eo]s?)?[ \u00a0]?(?:de |d'|of )?\p{L}{3,}|[./]\s?\d{1,2}(?!\d)|[月월])"
)
_HOUR = regex.compile(
    r"(?i)(?<![\d:.])\d{1,2}[.:]\d{2}(?![.:]?\d)|\d{1,2}\s?[hH]\s?(?:\d{2})?(?!\p{L})|\d{1,2}\s?(?:uhr|a\.?m|p\.?m|o'clock|hod|óra)"
    r"|(?:klo|kl\.?|godz\.?|saat|ore|ora|ob|u|στις|в|о|alle|às|las|at) \d{1,2}(?!\d)|\d{1,2}[時点點시]"
)
#: A page of somebody's site, with or without "https://": a host and a path.
_PAGE_AT_FOOT = regex.compile(r"(?i)(?:https?://)?(?P<host>(?:[\p{L}\d-]{1,63}\.){1,4}[\p{L}]{2,24})/[^\s/]")


class _Saying(Enum):
    OPTS_OUT = auto()
    TELLS = auto()
    SUBJECTS = auto()


def _phrase_index(saying: _Saying) -> AlternativeIndex[tuple[_Saying, str]]:
    field = saying.name.lower()
    patterns = {
        (saying, language): fold_words(getattr(words.circulars, field)) for language, words in LANGUAGES.items()
    }
    folded = {key: words for key, words in patterns.items() if words}
    return AlternativeIndex(folded, {key: WORD_STARTS[key[1]] for key in folded})


_INDEXES = {saying: _phrase_index(saying) for saying in _Saying}
_PUBLICATION_INDEX = AlternativeIndex({"": PUBLICATION_WORDS}, {"": r"(?<!\p{L})"})
_LEAVE_ME_INDEX = AlternativeIndex({"": fold_words(LEAVE_ME_WORDS)}, {"": ""})
_LEAVING_INDEX = AlternativeIndex({"": fold_words(LEAVING_WORDS)}, {"": ""})
_SERIES_INDEX = AlternativeIndex({"": fold_words(SERIES_WORDS)}, {"": r"(?<!\p{L})"})


def leaves_opting_out(facts: Facts) -> bool:
    """Does it leave it to its reader, in its last 500 characters, to hear no more?"""
    text = facts.own_text.strip()
    return _finds(_Saying.OPTS_OUT, fold_case(text[-_FOOT_LENGTH:])) or _ends_with_link_to_leave(text)


def _ends_with_link_to_leave(text: str) -> bool:
    """Does the word for leaving with a link that is written out stand at the end, alone? What customer systems put below people's letters
    is a word to click on, and a signature's advertisement stands below its name."""
    last = _last_line_of(text)
    return "://" in last and text.endswith(f"\n\n{last}") and _LEAVING_INDEX.has_match(fold_case(last))


def asks_beside_leaving(facts: Facts) -> bool:
    """Is there a question in earnest, other than whether its reader would rather hear no more?"""
    if not leaves_opting_out(facts):
        return notices.asks_question(facts)
    text = facts.own_text.strip()
    foot = _QUESTION.sub(_drop_leaving_question, text[-_FOOT_LENGTH:])
    return notices.asks_in_earnest(f"{facts.base_subject}\n{text[:-_FOOT_LENGTH]}{foot}")


def _drop_leaving_question(question: regex.Match[str]) -> str:
    return "." if _finds(_Saying.OPTS_OUT, fold_case(question[0])) else question[0]


def asks_to_leave(facts: Facts) -> bool:
    """Does somebody want to be left out themselves, in the first words of a few lines? Below, in quotes, it is how a list is left."""
    text = facts.own_text.strip()
    return len(text) <= _MAX_REQUEST_LENGTH and _LEAVE_ME_INDEX.has_match(fold_case(text[:_FIRST_WORDS_LENGTH]))


def has_leaving_word(facts: Facts) -> bool:
    """Do the last words of a text of some length have the word for leaving? Programs put it below a customer's mail, too."""
    text = facts.own_text.strip()
    if len(text) <= _MIN_LENGTH_TO_LEAVE:
        return False
    return _LEAVING_INDEX.has_match(fold_case(text[_MIN_LENGTH_TO_LEAVE:][-_LAST_WORDS_LENGTH:]))


def is_publication(facts: Facts) -> bool:
    """Does its sender or its subject call it a bulletin, a circular, a gazette?"""
    sender = facts.from_[0] if facts.from_ else None
    named = f"{sender.local} | {sender.name} | {sender.domain.replace('-', ' ').replace('.', ' ')}" if sender else ""
    subject = facts.base_subject if not facts.has_prefix else ""
    text = fold_case(f"{named}\n{subject}")
    return _PUBLICATION_INDEX.has_match(text)


def has_news_subject(facts: Facts) -> bool:
    """Is its subject what a house tells all its customers: new prices or hours, another address, greetings, an open day?"""
    return not facts.has_prefix and _finds(_Saying.SUBJECTS, fold_case(facts.base_subject[:_MAX_SUBJECT]))


def tells_many(facts: Facts) -> bool:
    """Does it tell what only many are told: of a meeting of members, new hours or prices, a course, who is wanted to help?"""
    text = folded_words(facts)
    return _finds_own(_Saying.TELLS, text, text)


def has_programme(facts: Facts) -> bool:
    """Does it tell of a day and of more than one hour, in the first 1,500 characters?"""
    text = facts.own_text[:MAX_SEARCHED]
    if not _DAY.search(text):
        return False
    return sum(1 for _ in zip(range(_MIN_HOURS), _HOUR.finditer(text), strict=False)) == _MIN_HOURS


def is_one_of_series(facts: Facts) -> bool:
    """Does it speak as one who writes again and again: of the next letter, to readers who may pass it on or answer?"""
    return len(facts.own_text) <= MAX_SERIES_LENGTH and _SERIES_INDEX.has_match(fold_case(facts.own_text))


def has_page_at_foot(facts: Facts) -> bool:
    """Is the last line a few words with a page of the sender's own site, below its front?"""
    found = _PAGE_AT_FOOT.search(_last_line_of(facts.own_text))
    if not found or not facts.from_:
        return False
    own = authentication.organisational_domain(facts.from_[0].domain)
    return authentication.organisational_domain(found["host"].casefold()) == own


def text_above_leaving(facts: Facts) -> str:
    """The own words without the last line where that tells how to hear no more: its words are no wish of the writer."""
    text = facts.own_text.strip()
    last = _last_line_of(text)
    if has_page_at_foot(facts) or (has_leaving_word(facts) and _LEAVING_INDEX.has_match(fold_case(last))):
        return text[: len(text) - len(last)].strip()
    return text


def _last_line_of(text: str) -> str:
    last = text.strip()[-2 * _MAX_FOOT_LINE :].rpartition("\n")[2]
    return last if len(last) <= _MAX_FOOT_LINE else ""


#: The signs by the words that rules ask for.
TRAITS: dict[str, Callable[[Facts], bool]] = {
    "opting-out": leaves_opting_out,
    "asks-in-earnest": asks_beside_leaving,
    "asks-to-leave": asks_to_leave,
    "publication": is_publication,
    "tells-many": tells_many,
    "news-subject": has_news_subject,
    "programme": has_programme,
    "series": is_one_of_series,
}


def folded_words(facts: Facts) -> str:
    """Subject and the first 1,500 characters of own text, in the form that the patterns are written in."""
    return _fold_letter(facts.base_subject, facts.own_text[:MAX_SEARCHED])


@lru_cache(maxsize=TOGETHER)  # several signs look at the same words
def _fold_letter(subject: str, words: str) -> str:
    return fold_case(f"{subject}\n{words}")


def _finds_own(saying: _Saying, part: str, text: str) -> bool:
    """Does `part` of a folded text say so in a language that the text is most likely in? Elsewhere its words mean other things."""
    candidates = _INDEXES[saying].find_candidates(part) if part else {}
    languages = voice.guess_languages(text) if candidates else []
    try:
        return any(matches_any(candidates.get((saying, language), ()), part) for language in languages)
    except TimeoutError:
        return False


def _finds(saying: _Saying, text: str) -> bool:
    return bool(text) and _INDEXES[saying].has_match(text)
