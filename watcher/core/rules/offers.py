"""Does a letter offer something: does it ask leave to show it, or for minutes, does a seller sign?

Such letters sound like a customer's, and each has words of its own. What they share is the direction: a customer asks for what the house
has, a seller for leave, for a time, for a word. One such sign may be anybody's: a rule adds them up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import ahocorasick_rs
import regex

from watcher.core.message.model import Facts
from watcher.core.message.signatures import text_above_name
from watcher.core.rules import money
from watcher.core.rules.alternatives import AlternativeIndex, fold_case, fold_words
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS
from watcher.core.rules.offer_words import BUYERS_MATERIALS, SELLING_DOMAIN_WORDS, SELLING_TITLES
from watcher.core.rules.phrases import FREE_MAIL_DOMAINS

#: Characters of own text: a letter that sells to strangers is short, and nothing is looked for in a longer one.
MAX_SEARCHED = 1500
_SIGNATURE_LINES = 5
_MAX_SIGNATURE_LINE = 70
_WORD_START = r"(?<!\p{L})"
_QUESTION_MARK = regex.compile(r"[?？؟]|(?<=[\u0370-\u03ff\u1f00-\u1fff]);")
#: Where the sentence before a question ends: not at "kl. 12.15".
_SENTENCE_END = regex.compile(r"[!。！]|(?<=\p{L}\p{L}\p{L}|[)\d])\.(?=\s)")
_MAX_QUESTION_LENGTH = 240
_MINUTES = regex.compile(
    r"(?i)(?<!\d)(?:[1-6][05]|[1-6][05]?\s?[-–]\s?[1-6]?[05])\s?-?\s?(?:min(?![a-z]*mum)|мин|хв|λεπτ|dakika|perc|分|분|דקות|דק|دقيقة|دقائق)"
)
_SCHEDULER = regex.compile(
    r"(?i)(?:calendly\.com|(?<!\w)cal\.com|zcal\.co|savvycal\.com|tidycal\.com|youcanbook\.me|koalendar\.com|meetings?\.hubspot|hubspot\.com/meetings|chilipiper|"
    r"outlook\.office(?:365)?\.com/(?:book|owa/calendar)|calendar\.app\.google|bookings\.cloud|meetergo\.com|lemcal\.com)/?"
)
#: Of each of those links something that stands in it: looked for first.
_SCHEDULER_WORDS = frozenset(
    {
        *("calendly", "cal.com", "zcal.co", "youcanbook", "koalendar", "hubspot", "chilipiper", "outlook.office"),
        *("calendar.app", "bookings.cloud", "meetergo", "lemcal"),
    }
)
#: "Are you the owner? If so, I send you a study": leave that is not even asked for.
_IF_SO = regex.compile(
    r"(?i)(?<!\p{L})(?:if (?:so|yes),? (?:i|we)(?:'ll)?|(?:wenn|falls) ja,? \p{L}+ (?:ich|wir)|si (?:oui|c'est le cas),? (?:je|nous|on)"
    r"|si (?:es así|sí),? (?:le|les|te|os)|se (?:sì|sim|è così),? (?:le|lo|vi|ti|lhe|envio|mando)|(?:zo|als) ja,? \p{L}+ (?:ik|wij|we)"
    r"|(?:om ja|i så fall|hvis ja|i så fald),? \p{L}+ (?:jag|jeg|vi)|если да,? (?:я|мы)|якщо так,? (?:я|ми))(?!\p{L})"
)
#: Of each of those something that stands in it, folded: looked for first.
_IF_SO_WORDS = frozenset(
    {
        *("if so", "if yes", "wenn ja", "falls ja", "si oui", "si c", "si es así", "si sí", "se sì", "se sim"),
        *("se è così", "zo ja", "als ja", "om ja", "i så fall", "hvis ja", "i så fald", "если да", "якщо так"),
    }
)
_MARKS = ahocorasick_rs.AhoCorasick(sorted(_SCHEDULER_WORDS | _IF_SO_WORDS))
#: Where a house is seen: names that are the same in every language.
_SHOWPLACE = regex.compile(
    r"(?i)(?<!\w)(?:google\w{0,3}|instagram\w{0,4}|facebook\w{0,4}|linkedin|tiktok|meta ads|youtube|"
    r"tripadvisor|booking(?:\.com)?|airbnb|trustpilot|shopify|wordpress|seo|"
    r"web-?site|webseite|homepage|site web|sito|"
    r"página web|pagina web|strona www|stron[aęy] internetow\w+|web(?:u|em|ové|ovou)?|hemsida|hjemmeside|verkkosivu\w*|"
    r"сайт\w{0,2}|веб-?сайт\w{0,2}|weboldal\w*|siteniz|web siteniz|ιστοσελίδα|ホームページ|网站|網站|홈페이지|אתר|موقع)(?!\w)"
)
_SHARE = regex.compile(r"\d\s?[%％]|%\s?\d")


@lru_cache(maxsize=16)
def questions_of(text: str) -> tuple[str, ...]:
    """Its questions, each without the sentence before it."""
    found = []
    for line in text.split("\n"):
        pieces = _QUESTION_MARK.split(line) if any(mark in line for mark in "?？؟;") else []
        for piece in pieces[:-1]:
            tail = piece[-_MAX_QUESTION_LENGTH:]
            ends = [end.end() for end in _SENTENCE_END.finditer(tail)]
            found.append(tail[ends[-1] if ends else 0 :])
    return tuple(found)


_LEAVE_INDEX = AlternativeIndex(
    {language: fold_words(words.asks_leave) for language, words in LANGUAGES.items() if words.asks_leave}, WORD_STARTS
)
_MATERIALS_INDEX = AlternativeIndex({"": fold_words(BUYERS_MATERIALS)}, {"": ""})
_TITLE_INDEX = AlternativeIndex({"": fold_words(SELLING_TITLES)}, {"": _WORD_START})


@lru_cache(maxsize=16)
def _find_marks(text: str) -> frozenset[str]:
    """Those of the words that stand in such a link or such leave, in one pass over the text."""
    return frozenset(_MARKS.find_matches_as_strings(fold_case(text), overlapping=True))


def asks_for_leave(facts: Facts) -> bool:
    """Does a question ask leave to send, to show, to call, or whether there is interest?"""
    text = _short_text(facts)
    if not _IF_SO_WORDS.isdisjoint(_find_marks(text)) and _IF_SO.search(text):
        return True
    return any(
        _LEAVE_INDEX.has_match(question) and not _MATERIALS_INDEX.has_match(question)
        for question in map(fold_case, questions_of(text))
    )


def asks_for_minutes(facts: Facts) -> bool:
    """Does a question ask for a number of minutes, or does a link lead to somebody's calendar?"""
    text = _short_text(facts)
    if not _SCHEDULER_WORDS.isdisjoint(_find_marks(text)) and _SCHEDULER.search(text):
        return True
    return any(_MINUTES.search(question) for question in questions_of(text))


def is_signed_by_seller(facts: Facts) -> bool:
    """Does somebody sign whose title is to sell, to recruit or to advise?"""
    last = [line for line in facts.own_text.strip()[-800:].split("\n") if line.strip()][-_SIGNATURE_LINES:]
    lines = [fold_case(line) for line in last if len(line) <= _MAX_SIGNATURE_LINE]
    return _TITLE_INDEX.may_match("\n".join(lines), {""}) and any(map(_TITLE_INDEX.has_match, lines))


def has_selling_domain(facts: Facts) -> bool:
    """Does the sender's domain say what it sells?"""
    return bool(facts.from_) and _is_selling_domain(facts.from_[0].domain.casefold())


@lru_cache(maxsize=4096)
def _is_selling_domain(domain: str) -> bool:
    name = domain.rpartition(".")[0] + "-"
    return domain.endswith((".agency", ".marketing", ".digital", ".media")) or any(
        word in name for word in SELLING_DOMAIN_WORDS
    )


def names_showplace(facts: Facts) -> bool:
    """Does it speak of where a house is seen: a search, a network, its website?"""
    return _SHOWPLACE.search(_without_links(f"{facts.base_subject}\n{_short_text(facts)}")) is not None


def names_price(facts: Facts) -> bool:
    """Does it name a price or a share, above the writer's own name? Signatures have some of their own ("refer a friend, earn £500")."""
    text = text_above_name(facts.own_text, facts.author.name if facts.author else "")[:MAX_SEARCHED]
    return _SHARE.search(text) is not None or money.has_sum(text)


def names_readers_site(facts: Facts) -> bool:
    """Does the subject name the domain that it was sent to, as a stranger has found it? Not as part of an address, and not from there."""
    subject = facts.subject.casefold()
    if "." not in subject or facts.has_prefix:
        return False
    senders = {address.domain for address in facts.from_}
    sites = {address.domain for address in facts.recipients} - senders - FREE_MAIL_DOMAINS
    return any(site and site in subject and f"@{site}" not in subject for site in sites)


#: The signs by the words that rules ask for.
TRAITS: dict[str, Callable[[Facts], bool]] = {
    "asks-for-leave": asks_for_leave,
    "asks-for-minutes": asks_for_minutes,
    "seller-signature": is_signed_by_seller,
    "selling-domain": has_selling_domain,
    "showplace": names_showplace,
    "price": names_price,
    "names-your-site": names_readers_site,
}


def _short_text(facts: Facts) -> str:
    return facts.own_text if len(facts.own_text) <= MAX_SEARCHED else ""


def _without_links(text: str) -> str:
    return " ".join(word for word in text.split() if "://" not in word and "@" not in word)
