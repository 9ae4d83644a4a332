"""Does anybody want anything in a letter, and does a house write it rather than a person? Two marks, in no machine's own phrases.

A customer's letter has a question, a request, a need or a complaint. What a machine, a shop or a club tells has none, whatever its
words are, and comes from an address that is nobody's name. Neither proves anything alone: a rule adds them up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from watcher.core.message.model import Facts
from watcher.core.message.signatures import text_above_name
from watcher.core.message.text import strip_accents
from watcher.core.rules import circulars, notices, offers, phrases, records
from watcher.core.rules.alternatives import AlternativeIndex, find_starts, fold_case, fold_words
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS
from watcher.core.rules.offer_words import OFFER_REQUEST_WORDS
from watcher.core.rules.sender_words import HOUSE_WORDS
from watcher.core.rules.voice import Voice, guess_languages, known_languages

#: Characters of own text that are looked at: who wants something says so in so many.
MAX_SEARCHED = notices.MAX_SEARCHED


_REQUESTS = {language: fold_words(words.requests) for language, words in LANGUAGES.items() if words.requests}
#: One for each language: a text is searched for the words of its own, and a table of all of them costs several times as much.
_INDEXES = {
    language: AlternativeIndex({language: words}, WORD_STARTS)
    for language, words in _REQUESTS.items()
    if language in known_languages()
}
#: Of these no common words are known: they are looked for in every text.
_UNCOMMON_INDEX = AlternativeIndex(
    {language: words for language, words in _REQUESTS.items() if language not in known_languages()}, WORD_STARTS
)
_NEEDS_INDEX = AlternativeIndex(
    {language: fold_words(words.needs) for language, words in LANGUAGES.items() if words.needs}, WORD_STARTS
)
#: Who wants something made says how large.
_MEASURES = re.compile(r"\d\s?(?:cm|mm|m|qm|m²|m2|см|мм|м|kvm)(?![^\W_])|\d\s?[x×]\s?\d")
_OFFER_REQUEST_INDEX = AlternativeIndex({"": fold_words(OFFER_REQUEST_WORDS)}, {"": r"(?<!\p{L})"})
#: Between the words for an order and the end of its subject: "PO #4711: gutters", "Bestellung Nr. 4711".
_ORDER_NUMBER = r"\s*(?:nr|no|num|št|br|č|αρ|n)?[.:°º]{0,2}\s*(?:[#№]\s?)?[^\W\d]{0,8}[/-]?\d[\w./-]*\s*(?:\Z|[:–—-]\s)"
_MAX_ORDER_SUBJECT = 300  # characters that are looked at
#: Domain of a country → its languages (ISO 639-1): in which a table is, that has no words to tell it by, or else in English.
_COUNTRY_LANGUAGES = {
    "ar": "es", "at": "de", "be": "nl fr de", "bg": "bg", "br": "pt", "ch": "de fr it", "cl": "es", "cn": "zh", "co": "es",
    "cz": "cs", "de": "de", "dk": "da", "ee": "et", "es": "es ca", "fi": "fi sv", "fr": "fr", "gr": "el", "hr": "hr",
    "hu": "hu", "ie": "en", "il": "he", "it": "it de", "jp": "ja", "kr": "ko", "lt": "lt", "lu": "fr de", "lv": "lv",
    "mx": "es", "nl": "nl", "no": "no", "pl": "pl", "pt": "pt", "ro": "ro", "rs": "sr", "ru": "ru", "se": "sv", "si": "sl",
    "sk": "sk", "tr": "tr", "tw": "zh", "ua": "uk ru", "uk": "en", "vn": "vi",
}  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")
_MIN_SHARED = 3  # letters of a name that stand in the address of whose name it is
_MAX_SHORT_NAME = 4
_MANY_REQUESTS = 2  # words of wanting that are no accident
MAX_SHORT_LENGTH = 500  # characters of own text of a letter that has nothing but its request
_MIN_TOLD = 60  # characters beside a question: a greeting and a name are fewer


def is_quiet(facts: Facts, voice: Voice) -> bool:
    """Does nobody ask, want or complain of anything in subject and own words? No for a text without words, and for one so long that
    nobody can say."""
    return can_be_quiet(facts, voice) and not wants_anything(facts, voice)


def can_be_quiet(facts: Facts, voice: Voice) -> bool:
    """Is there no question and no plain wish, in a text of which it can be told? Then `count_wishes` says how much is wanted."""
    return _can_be_told(facts) and not voice.asks and not voice.wants


def count_wishes(facts: Facts) -> int:
    """Words of wanting in subject and own words, up to two: one is in what machines and shops tell, too; who wants something uses more
    than one, or asks."""
    folded = _folded_words(facts)
    return _count_requests(folded, _languages_of(facts, folded), _MANY_REQUESTS)


def _can_be_told(facts: Facts) -> bool:
    text = facts.own_text.strip()
    if not text or len(text) > MAX_SEARCHED or phrases.names_call_or_fax(facts.subject):
        return False  # a fax, a voice message: who sent it speaks elsewhere
    return not any(kind.startswith("audio/") for kind in facts.part_types)


def is_short_request(facts: Facts, voice: Voice) -> bool:
    """Does somebody ask in earnest, and want or complain of something, in a few lines? Footers, links and pictures below do not
    matter: a program may have sent it, and no program asks so."""
    return 0 < len(facts.own_text.strip()) < MAX_SHORT_LENGTH and voice.asks and wants_anything(facts, voice)


def names_need(facts: Facts) -> bool:
    """Does somebody need or look for something, or ask its price, in the words that most people begin with?"""
    return _NEEDS_INDEX.has_match(fold_case(facts.own_text[:MAX_SEARCHED]))


def wants_anything(facts: Facts, voice: Voice) -> bool:
    """Does somebody want or complain of something, in subject or own words? A question is not looked for."""
    if voice.wants:
        return True
    folded = _folded_words(facts)
    return _requests_something(folded, _languages_of(facts, folded))


def _languages_of(facts: Facts, folded: str) -> Sequence[str]:
    """The languages that its words are most likely in; of a table of names and numbers, whose words may be anything's, its country's."""
    languages = guess_languages(folded)
    country = facts.from_[0].domain.rpartition(".")[2] if facts.from_ else ""
    if len(languages) < len(known_languages()) or country not in _COUNTRY_LANGUAGES or not records.is_record(facts):
        return languages
    return ["en", *_COUNTRY_LANGUAGES[country].split()]


def _folded_words(facts: Facts) -> str:
    return fold_case(f"{facts.base_subject}\n{circulars.text_above_leaving(facts)[:MAX_SEARCHED]}")


def wants_only_an_answer(facts: Facts) -> bool:
    """Does somebody tell something in a short letter, and want no more than an answer to what they ask?

    Who offers something does so. A customer's question is about what they need: they say that they need it, or ask and tell nothing.
    """
    if len(facts.own_text) > offers.MAX_SEARCHED or not phrases.asks_question(facts.own_text):
        return False
    text = text_above_name(facts.own_text, facts.author.name if facts.author else "").strip()
    questions = offers.questions_of(text)
    if not questions:
        return False
    told = text
    for question in questions:
        told = told.replace(question, " ", 1)
    return len(told.strip()) >= _MIN_TOLD and not _wants_in(fold_case(told), guess_languages(fold_case(text)))


def wants_several_things(facts: Facts) -> bool:
    """Are there more words of wanting or complaining, in subject and own words, than chance puts there? No in a text too long to say."""
    if not _can_be_told(facts):
        return False
    folded = _folded_words(facts)
    return _count_requests(folded, guess_languages(folded), _MANY_REQUESTS) == _MANY_REQUESTS


def wants_in_words(folded: str) -> bool:
    """Does somebody want or complain of something in a few case-folded words?"""
    return _wants_in(folded, guess_languages(folded))


def _wants_in(folded: str, languages: Sequence[str]) -> bool:
    return notices.wants_something(folded, languages) or _requests_something(folded, languages)


def _requests_something(folded: str, languages: Iterable[str]) -> bool:
    return _count_requests(folded, languages, 1) == 1


def _count_requests(folded: str, languages: Iterable[str], most: int) -> int:
    """Places of a case-folded text where somebody wants something, up to so many; as many where it takes too long to say."""
    places = {-1} if _MEASURES.search(folded) else set[int]()
    indexes = [_INDEXES[language] for language in languages if language in _INDEXES]
    for index in (*indexes, _UNCOMMON_INDEX):
        for alternatives in index.find_candidates(folded).values():
            for alternative in alternatives:
                if len(places) >= most:
                    return most
                try:
                    places.update(find_starts(alternative, folded, most))
                except TimeoutError:
                    return most
    return min(len(places), most)


def is_sent_by_house(facts: Facts) -> bool:
    """Is the sender's address that of a house: no name of a person stands in it, and no provider's mailbox is it?

    "info@" is a house's, and what agrees with the sender's name a person's. No name, as telephones and shops' tills send it, says
    nothing, nor does one in another script than the address.
    """
    if not facts.from_ or facts.from_[0].domain in phrases.FREE_MAIL_DOMAINS:
        return False
    sender = facts.from_[0]
    if not HOUSE_WORDS.isdisjoint(_LETTERS.findall(sender.local.casefold())):
        return True
    local, words = strip_accents(sender.local), _LETTERS.findall(strip_accents(sender.name))
    if not words or not all(word.isascii() for word in words):
        return False
    if any(len(word) >= _MIN_SHARED and word in local for word in words):
        return False
    # "hch", "jdoe": what is short may be made of a name's letters
    return not (len(local) <= _MAX_SHORT_NAME and words[0][0] in local and (len(words) == 1 or words[-1][0] in local))


def asks_for_offer(facts: Facts) -> bool:
    """Does somebody ask for an offer, under a subject that says so or in their words? Of several houses often, and in a blind copy."""
    return _OFFER_REQUEST_INDEX.has_match(fold_case(f"{facts.base_subject}\n{facts.own_text[:MAX_SHORT_LENGTH]}"))


def names_order(facts: Facts) -> bool:
    """Is the subject the number of an order, and not what became of it, as a shop says ("Order 4711 received")? So firms order, by a
    program often."""
    return _order_pattern().match(" ".join(facts.base_subject[:_MAX_ORDER_SUBJECT].casefold().split())) is not None


@cache
def _order_pattern() -> re.Pattern[str]:
    orders = "|".join(words.letters.orders for words in LANGUAGES.values() if words.letters.orders)
    return re.compile(rf"\W*(?:{fold_words(orders)}){_ORDER_NUMBER}")


#: The signs by the words that rules ask for.
TRAITS: dict[str, Callable[[Facts], bool]] = {
    "wants-only-an-answer": wants_only_an_answer,
    "house-address": is_sent_by_house,
    "need": names_need,
    "asks-for-offer": asks_for_offer,
    "order-number": names_order,
}
