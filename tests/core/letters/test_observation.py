"""The daily word about mailboxes that are only observed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest

from tests.samples import TEMPLATES, inquiry, letter
from watcher.core.letters.mime import LetterHead
from watcher.core.letters.observation import MAX_NAMED, Observation, build_observation
from watcher.core.message.model import Address

MONDAY = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)
ACKNOWLEDGEMENT = b"Content-Type: text/plain; charset=utf-8\r\n\r\nThank you. A person answers by 14:00.\r\n"


def written(content: Observation, language: str = "en") -> tuple[str, str]:
    head = LetterHead(
        Address("sales@example.com", "House"), Address("anna@example.com"), "o:1", b"k" * 32, MONDAY, language
    )
    message = message_from_bytes(build_observation(TEMPLATES, head, content).data, policy=policy.default)
    return str(message["Subject"]), message.get_content()


def test_it_names_whom_it_would_have_acknowledged_with_the_words_and_of_what_it_would_have_reminded():
    letters = [letter(recipient=f"{name}@customer.example", data=ACKNOWLEDGEMENT) for name in ("carol", "dave")]
    subject, text = written(Observation(["sales"], letters, [replace(inquiry(), subject="Leaking roof")], glances=3))
    assert subject == "Observed: 2 would be acknowledged, 1 reminded of"
    for words in ("carol@customer.example", "dave@customer.example", "Leaking roof", "3  messages for a glance"):
        assert words in text
    assert text.count("A person answers by 14:00.") == 1


def test_a_customer_who_writes_twice_is_named_once():
    subject, text = written(
        Observation(["sales"], [letter(recipient="Carol+1@x.example"), letter(recipient="carol@x.example")], [])
    )
    assert subject.startswith("Observed: 1 ")
    assert text.count("@x.example") == 1


def test_of_many_some_are_named_and_all_are_counted():
    many = [letter(recipient=f"c{n}@x.example") for n in range(MAX_NAMED + 5)]
    subject, text = written(Observation(["sales"], many, []))
    assert f"{MAX_NAMED + 5} would" in subject
    assert text.count("@x.example") == MAX_NAMED


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_it_speaks_the_reader_s_language_and_no_line_is_too_long(language):
    subject, text = written(Observation(["sales", "support"], [], []), language)
    assert subject not in {
        written(Observation(["sales"], [], []), other)[0] for other in TEMPLATES.languages if other != language
    }
    assert max(map(len, text.splitlines())) < 80
