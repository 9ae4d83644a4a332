"""Does somebody speak in what a machine passes on, though it names no address to answer to? A telephone number, a question, a wish.

Portals, telephone services and chat widgets keep their visitors' addresses to themselves, and many a form asks for none.
What a machine says of itself has labels and numbers too: its values are no sentences, and nobody asks or wants anything in them.
"""

from __future__ import annotations

import re

import regex

from watcher.core.message.model import Facts
from watcher.core.message.text import LINK
from watcher.core.rules import mail_programs, notices, phrases, voice
from watcher.core.rules.form_fields import FormFields, is_name_like

#: Characters outside the fields that may stand before the field in which somebody speaks.
_MAX_LENGTH_BEFORE = 200
_MAX_TITLE_LINES = 2
MAX_QUOTING_LENGTH = 700  # characters of all that a portal says around what its visitor wrote
_MAX_CALL_NOTE_LENGTH = 300
_MIN_WORDS, _MIN_LABELS = 3, 2
#: "Carol Customer (Customer Ltd)"
_ASIDE = re.compile(r"[(（][^()（）]{1,60}[)）]")
#: "But it is broken" complains in a customer's letter; articles contrast all day.
_CONTRAST = re.compile(r"\b(?:but|aber|mais|pero|ma|mas|maar|ale|men|mutta|но|але|ama)\b")
_PARCEL_NUMBER = re.compile(r"\d{13,}\Z")  # no telephone has so many digits without a space
_LABEL_BEFORE = re.compile(
    r"(?m)^[^\S\n]*(?P<label>[^\s:：]+(?: [^\s:：]+){0,2})[^\S\n]*[:：]\s*\Z"
)  # three words at most
#: Programs in which people work together: who writes there is a colleague, and answers there.
_WORKPLACE = regex.compile(
    r"(?:\A|\.)(?:slack|slackb|teams|microsoft|office|office365|atlassian|github|gitlab|bitbucket|notion|asana|trello|monday|clickup|basecamp"
    r"|zoom|figma|miro|linear|jira|webex|mattermost|rocket|discord|todoist|wrike|smartsheet|confluence)\.\p{L}{2,10}\Z"
)
_RATING = re.compile(r"[★⭐☆]")  # what follows is a review, for everybody
_QUOTED = re.compile(r"[«“„\"‘「『](?P<words>[^«»“”„\"「」『』]{12,1500})[»”“\"’」』]")


def is_spoken(text: str) -> bool:
    """Does a person ask, want or speak of themselves in these words?"""
    return asks_or_wants(text) or (len(text.split()) >= _MIN_WORDS and voice.says_i(text.casefold()))


def asks_or_wants(text: str) -> bool:
    """Does a person ask or want something in these words? A machine quotes people who speak of themselves."""
    if len(text.split()) < _MIN_WORDS and text.isascii():
        return False
    return notices.asks_in_earnest(text) or notices.wants_something(_CONTRAST.sub(".", text.casefold()))


def asks_or_wants_closely(text: str) -> bool:
    """The same by every word of wanting that is known, for what a portal puts before its reader as somebody's words."""
    from watcher.core.rules.requests import wants_in_words  # its words take 0.07 s, which no start waits for

    return asks_or_wants(text) or wants_in_words(text.casefold())


def speaks_in_field(fields: FormFields) -> bool:
    """Is a field near the top a person's words: a sentence that asks or wants?"""
    return any(
        asks_or_wants(field.value) and fields.is_form_shaped(field, _MAX_LENGTH_BEFORE)
        for field in fields.fields
        if field.address is None and not field.is_telephone_number
    )


def leaves_number(fields: FormFields) -> bool:
    """Is there a telephone number near the top, and the name of who is to be called?"""
    return any(
        field.is_telephone_number
        and not _PARCEL_NUMBER.match(field.value)
        and fields.is_form_shaped(field, _MAX_LENGTH_BEFORE)
        for field in fields.fields
    ) and any(is_name_like(_ASIDE.sub("", field.value).strip()) for field in fields.fields)


def is_quoted_speech(facts: Facts) -> bool:
    """Do a few lines quote a sentence in which somebody else than the reader asks or wants? Articles quote too."""
    text = facts.own_text
    if len(text) > MAX_QUOTING_LENGTH or _RATING.search(text) or is_from_workplace(facts):
        return False
    is_speech = asks_or_wants_closely if mail_programs.is_sent_by_program(facts) else asks_or_wants
    return any(
        is_speech(quoted["words"]) and not _is_readers(text, quoted.start()) for quoted in _QUOTED.finditer(text)
    )


def is_from_workplace(facts: Facts) -> bool:
    """Does a program in which people work together tell what they did in it?"""
    return any(_WORKPLACE.search(sender.domain) for sender in facts.from_)


def _is_readers(text: str, start: int) -> bool:
    """Does what is quoted from `start` on stand beside "your message"? A receipt repeats what its reader wrote."""
    label = _LABEL_BEFORE.search(text, 0, start)
    return label is not None and voice.says_your(text.casefold(), label["label"].casefold())


def is_filled_in(fields: FormFields, facts: Facts, *, is_bulk: bool) -> bool:
    """Did somebody fill in what a machine passes on: with a number and a name, with words of theirs in a field or in quotes, with a
    number among their words? Mail to many (`is_bulk`) is full of quotes and questions."""
    enough = len(fields.labels) >= _MIN_LABELS
    if is_bulk or (enough and leaves_number(fields)):
        return enough and leaves_number(fields)
    if is_quoted_speech(facts) or (enough and speaks_in_field(fields)):
        return True
    if not enough or not fields.is_form_shaped(fields.fields[0], 0) or fields.fields[0].start > _MAX_TITLE_LINES:
        return False
    return names_number(facts.text) and asks_or_wants(facts.own_text)


def is_taken_down(fields: FormFields, facts: Facts) -> bool:
    """Did a service take down who called, or does a house of machines quote somebody? By more than a signature has."""
    if len(fields.labels) > _MIN_LABELS and fields.fields[0].start == 0 and leaves_number(fields):
        return True
    is_house = voice.is_named_as_domain(facts) and not mail_programs.is_written_in_mail_program(facts)
    return is_house and is_quoted_speech(facts)


def is_call_note(facts: Facts) -> bool:
    """Is it a few words with a telephone number among them: "Please ring Mrs Cole, 01632 960 115, about the roof"?"""
    return len(facts.text) <= _MAX_CALL_NOTE_LENGTH and not facts.links and names_number(facts.text)


def names_number(text: str) -> bool:
    """Is a telephone number anywhere in it? The digits of a link are none."""
    spoken = LINK.sub(" ", text) if "://" in text else text
    return phrases.TELEPHONE_NUMBER.search(spoken) is not None
