"""Does a portal, a chat or a telephone service announce that somebody wrote or asks: "Etta sent you a message"?

Such services keep their visitors' addresses to themselves, put what these wrote below a sentence of their own, and write
from an address that takes no replies. Their sentence tells them from what machines say of themselves, in any layout.
"""

from __future__ import annotations

import re

from watcher.core.message.model import Facts
from watcher.core.rules import destination, mail_programs, phrases, voice
from watcher.core.rules.alternatives import AlternativeIndex, fold_case, fold_words
from watcher.core.rules.form_fields import read_fields
from watcher.core.rules.form_speech import MAX_QUOTING_LENGTH, asks_or_wants_closely, is_from_workplace
from watcher.core.rules.greetings import begins_with_greeting
from watcher.core.rules.languages.known import LANGUAGES, WORD_STARTS

_FIRST_LINES, _MAX_ANNOUNCEMENT = 5, 160
_MIN_UNCASED_NAME = 2
_MIN_FIELDS = 2
_INTRODUCTION = re.compile(r"(?m)^[^\n]{2,120}[:：]\s*$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MAX_LENGTH = 3000  # characters of own text: a portal passes on one message, and a digest of many is none
_INDEX = AlternativeIndex(
    {language: fold_words(words.announces) for language, words in LANGUAGES.items() if words.announces}, WORD_STARTS
)


def passes_on_words(facts: Facts) -> bool:
    """Does a service of others announce or introduce somebody who wrote?"""
    return _announces_writer(facts) or _is_introduced(facts)


def _is_introduced(facts: Facts) -> bool:
    """Does something that sends by itself introduce somebody: does a line that ends in a colon name whom the subject names, and does
    somebody ask or want something below it?

    "Etta sent you a message", and in the letter "Etta (buyer) wrote:": so portals pass on what a guest or a buyer wrote.
    """
    text = facts.own_text
    if (
        len(text) > MAX_QUOTING_LENGTH
        or facts.has_prefix
        or not facts.from_
        or not mail_programs.is_sent_by_program(facts)
    ):
        return False
    senders = {word.casefold() for word in _WORD.findall(f"{facts.from_[0].name} {facts.from_[0].email}")}
    named = {
        name for word in _WORD.findall(facts.subject) if word.casefold() not in senders and (name := _name_in(word))
    }
    for introduction in _INTRODUCTION.finditer(text):
        names = map(_name_in, _WORD.findall(introduction[0]))
        if not named.isdisjoint(names) and asks_or_wants_closely(text[introduction.end() :]):
            return True
    return False


def _announces_writer(facts: Facts) -> bool:
    """Does something that sends by itself say, in its subject or first lines, that somebody wrote? Of what else may, from an
    address that is no person's, its subject over words that greet nobody."""
    if len(facts.own_text) > _MAX_LENGTH or facts.has_prefix or len(facts.from_) != 1:
        return False
    if facts.from_[0].domain in phrases.FREE_MAIL_DOMAINS:
        return False
    return _has_announcement(facts) and not is_from_workplace(facts)


def _has_announcement(facts: Facts) -> bool:
    if _sends_by_itself(facts):
        return any(map(_is_announcement, [facts.subject, *_first_lines(facts)]))
    from watcher.core.rules import requests  # its words take 0.07 s, which no start waits for

    if mail_programs.is_written_in_mail_program(facts) or not (
        requests.is_sent_by_house(facts) or voice.has_function_for_name(facts) or voice.is_named_as_domain(facts)
    ):
        return False
    if not _is_announcement(facts.subject):
        return False
    lines = _first_lines(facts)
    return not lines or not begins_with_greeting(lines[0])


def _first_lines(facts: Facts) -> list[str]:
    return [line for raw in facts.own_text[:_MAX_LENGTH].split("\n") if (line := raw.strip())][:_FIRST_LINES]


def _is_announcement(line: str) -> bool:
    return len(line) <= _MAX_ANNOUNCEMENT and _INDEX.has_match(fold_case(line))


def _sends_by_itself(facts: Facts) -> bool:
    if destination.is_no_reply_address(facts.from_[0]) or mail_programs.is_sent_by_program(facts):
        return True
    # a firm under its own name may be one that buys: a telephone service lists who called
    return voice.is_named_as_domain(facts) and len(read_fields(facts.text).labels) >= _MIN_FIELDS


def _name_in(word: str) -> str:
    """The word where it is written as names are; of one in a script without capitals and spaces what it begins with; else nothing."""
    if word.casefold() == word.upper():
        return word[:_MIN_UNCASED_NAME]
    return word if word != word.casefold() else ""
