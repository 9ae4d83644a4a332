"""Is a letter written to one reader or to many, by its shape: how it is signed, how long it tells, what it names?

Who writes to a house wants something, and names parts, guests or a date. Who writes to many in a mail program can greet nobody by name,
though they sign with a first name; they tell at length, of sums and hours, and want nothing. Hardly a word of any language tells that:
currencies, and how many people come. None of it proves anything: a rule adds it up.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import regex

from watcher.core.message.model import Facts
from watcher.core.rules import circulars, phrases, voice
from watcher.core.rules.alternatives import AlternativeIndex, fold_case, fold_words, matches_any
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS

MAX_SEARCHED = circulars.MAX_SEARCHED
#: Orders and faults name parts, errors and files: "A-1250", "EA338", "md/raid5".
_PART_NUMBER = re.compile(r"[^\W\d_][_=\\/][^\W\d_]|(?<=[^\W\d_])-?\d{3}|\d[^\W\d_]{1,3}\d|->|\(\)")
_BLANK_LINE = regex.compile(r"\n[ \t]*\n\s*")
_MIN_BLOCKS = 4  # of lines between blank ones: a greeting, a name, and two paragraphs
#: Characters: what is shorter is a note; what is longer than MAX_SEARCHED is a story of one's own.
_MIN_LETTER_LENGTH = 150
_SIGNATURE_LENGTH = 80
_MAX_SIGNING_WORDS = 5
_AROUND_NAMES = " .!,;:-–—*~()"
_KISSES = re.compile(r"(?<!\w)(?:x+|xo(?:xo)*)\W*\Z")
#: A word and an exclamation mark, and no code around it.
_EXCLAMATION = re.compile(r"[\w)\]\"”»’.%][ \u00a0]?[!！](?![=\w])")
_VISITS_INDEX = AlternativeIndex(
    {language: fold_words(words.visits) for language, words in LANGUAGES.items() if words.visits}, WORD_STARTS
)


def is_signed_by_first_name(facts: Facts) -> bool:
    """Is the last line the first word of the sender's name, with a wish before it perhaps, or another's name or an office behind it?"""
    names = [fold_case(word) for word in facts.from_[0].name.split()] if facts.from_ else []
    words = _KISSES.sub("", fold_case(facts.own_text.strip()[-_SIGNATURE_LENGTH:].rpartition("\n")[2])).split()
    if not names or not words or len(words) > _MAX_SIGNING_WORDS:
        return False
    bare = [word.strip(_AROUND_NAMES) for word in words]
    if len(names) > 1 and names[-1] in bare:
        return False
    return names[0] == bare[0] or (names[0] == bare[-1] and words[-2].endswith((",", "!", ".")))


def has_paragraphs(facts: Facts) -> bool:
    """Are there more than one between a greeting and a name, and is it as long as a letter (150 to 1,500 characters)?"""
    text = facts.own_text.strip()
    if not _MIN_LETTER_LENGTH <= len(text) <= MAX_SEARCHED:
        return False
    return len(_BLANK_LINE.split(text, _MIN_BLOCKS - 1)) == _MIN_BLOCKS


def names_part(facts: Facts) -> bool:
    """Does it name a part, an error or a file in its first 1,500 characters: letters and figures that are no word?"""
    return _PART_NUMBER.search(facts.own_text[:MAX_SEARCHED]) is not None


def expects_guests(facts: Facts) -> bool:
    """Does it tell how many people come, or that they come to its reader: what customers tell a house?"""
    text = circulars.folded_words(facts)
    candidates = _VISITS_INDEX.find_candidates(text)
    languages = {*voice.guess_languages(text), *(candidates.keys() - voice.known_languages())} if candidates else ()
    try:
        return any(matches_any(candidates.get(language, ()), text) for language in languages)
    except TimeoutError:
        return False


def has_exclamation(facts: Facts) -> bool:
    """Does it cry out below its first line: a wish, an invitation, joy? A greeting may have such a mark, too."""
    below = facts.own_text.lstrip()[:MAX_SEARCHED].partition("\n")[2]
    return ("!" in below or "！" in below) and _EXCLAMATION.search(below) is not None


def is_addressed_to_sender(facts: Facts) -> bool:
    """Is its own sender the only one it is addressed to? So people write who hide a list of others.

    A group that passes a customer's mail on puts its own address there, too: then answers go elsewhere.
    """
    addressed = {address.key for address in facts.to + facts.cc + facts.reply_to if address.domain}
    return bool(facts.to) and addressed == {address.key for address in facts.from_}


def is_from_provider(facts: Facts) -> bool:
    """Is the sender's mailbox at a provider whom everybody has one from?"""
    return bool(facts.from_) and facts.from_[0].domain in phrases.FREE_MAIL_DOMAINS


#: The signs by the words that rules ask for.
TRAITS: dict[str, Callable[[Facts], bool]] = {
    "first-name-signature": is_signed_by_first_name,
    "paragraphs": has_paragraphs,
    "part-number": names_part,
    "guests": expects_guests,
    "exclamation": has_exclamation,
    "to-itself": is_addressed_to_sender,
    "providers-mailbox": is_from_provider,
}
