"""core/letters/own_letters.py: who has got a letter of ours can copy its headers, and is no Watcher by that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.programs import QUESTION
from tests.samples import CAROL, SALES, facts, letter
from tests.worlds import KEY, Mailroom
from watcher.core.inquiry.model import InquiryState
from watcher.core.letters.own_letters import (
    count_foreign_marks,
    find_marked_letter_id,
    is_own_letter,
    names_of_letter,
    names_of_unknown_copy,
    was_written_twice,
)
from watcher.core.letters.signature import derive_message_id, sign_letter_name
from watcher.core.outbox.model import LetterKind

ID = derive_message_id(KEY, "ack:1", "example.com")
MARK = sign_letter_name(KEY, ID.partition("@")[0])
OTHER = derive_message_id(KEY, "ack:2", "example.com")


def marked(**changed):
    return facts(**{"from_": (SALES,), "message_id": ID, "headers": {"x-watcher-ref": (MARK,)}, **changed})


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, ID),
        ({"message_id": "0102018c@relay.example", "references": ("q1@customer.example", ID)}, ID),
        ({"message_id": "0102018c@relay.example", "references": (ID, "q1@customer.example")}, ""),
        ({"message_id": "c1@customer.example"}, ""),
        ({"message_id": OTHER}, ""),  # the mark of another letter
        ({"message_id": ""}, ""),
        ({"headers": {}}, ""),
        ({"headers": {"x-watcher-ref": (MARK[:-26] + "a" * 26,)}}, ""),
    ],
)
def test_a_mark_counts_with_that_letters_own_id(changed, found):
    assert find_marked_letter_id(marked(**changed), KEY) == found


@pytest.mark.parametrize(
    ("from_", "known", "ours"),
    [
        ((SALES,), letter(message_id=ID), True),
        ((SALES,), None, True),  # a database from before the letter
        ((CAROL,), letter(message_id=ID), False),
        ((CAROL,), None, False),
        ((SALES, CAROL), letter(message_id=ID), False),
        ((), letter(message_id=ID), False),
    ],
)
def test_it_counts_with_our_from(from_, known, ours):
    message = marked(from_=from_)
    assert is_own_letter(message, find_marked_letter_id(message, KEY), known, {SALES.key}) is ours


def test_an_address_that_the_mailbox_had_when_it_wrote_is_ours():
    message = marked(headers={})
    assert is_own_letter(message, "", letter(message_id=ID), {"new@example.com"})
    assert not is_own_letter(message, "", None, {SALES.key})


# --- on the way in


@pytest.mark.parametrize("is_id_copied", [False, True])
def test_a_cancellation_with_the_headers_of_our_acknowledgement_is_shown(is_id_copied):
    room = Mailroom()
    room.asked(QUESTION)
    (ours,) = room.acknowledgements
    head = ours.data.decode().partition("\r\n\r\n")[0].splitlines()
    mark = next(line for line in head if line.startswith("X-Watcher-Ref: "))
    room.sent(
        "From: Anna <anna@example.com>\nTo: carol@customer.example\nSubject: Re: A quote, please\n"
        "Message-ID: <r1@example.com>\nIn-Reply-To: <q1@customer.example>\n\nFive euros."
    )
    message_id = ours.message_id if is_id_copied else "c1@customer.example"
    kind, _ = room.asked(
        f"From: Carol <carol@customer.example>\nTo: sales@example.com\nSubject: Re: A quote, please\n{mark}\n"
        f"Message-ID: <{message_id}>\nReferences: <q1@customer.example> <{ours.message_id}>\n\nI cancel the order."
    )
    assert kind == "reply"
    assert [inquiry.state for inquiry in room.inquiries] == [InquiryState.WAITING]
    room.store.close()


def test_a_copy_of_an_acknowledgement_is_known_by_what_it_acknowledges_too():
    """The id follows from the name of the mailbox, which may have been another one when it left."""
    outline = '{"template": "acknowledgement", "subject": "", "in_reply_to": "q1@customer.example", "references": []}'
    ours = letter(message_id=OTHER, recipient="Carol@customer.example", outline=outline)
    copy = marked(to=(CAROL,), in_reply_to=("q1@customer.example",))
    assert set(names_of_letter(ours)) & set(names_of_unknown_copy(copy, ID)) == {
        "acknowledged:carol@customer.example:q1@customer.example"
    }
    for other in (replace(ours, recipient="dan@customer.example"), replace(ours, outline=outline.replace("q1", "q2"))):
        assert not set(names_of_letter(other)) & set(names_of_unknown_copy(copy, ID))
    assert names_of_letter(replace(ours, outline="")) == [OTHER]
    assert names_of_letter(replace(ours, outline=outline.replace("q1@customer.example", ""))) == [OTHER]


def test_marks_of_another_watcher_are_counted():
    other = sign_letter_name(b"another key", ID.partition("@")[0])
    assert count_foreign_marks([MARK, other, f" {other} ", "nonsense", "", "n." * 500], KEY) == 2
    assert count_foreign_marks([MARK], b"") == 1, "of a state that has no key yet"


@pytest.mark.parametrize(
    ("kind", "message_id", "beside", "is_twice"),
    [
        (LetterKind.ACKNOWLEDGEMENT, ID, {"another"}, True),
        (LetterKind.RENEWAL, ID, {"same", "another"}, True),
        (LetterKind.ACKNOWLEDGEMENT, ID, {"same"}, False),  # filed twice
        (LetterKind.ACKNOWLEDGEMENT, ID, set(), False),
        (LetterKind.ACKNOWLEDGEMENT, "0102018c@relay.example", {"another"}, False),  # nobody knows of what it is a copy
        (LetterKind.DIGEST, ID, {"another"}, False),  # after a restored backup a slot is served again
    ],
)
def test_a_letter_to_a_customer_that_was_written_in_two_ways_was_written_by_two_watchers(
    kind, message_id, beside, is_twice
):
    copy = marked(message_id=message_id, fingerprint="same")
    assert was_written_twice(letter(kind=kind, message_id=ID), copy, beside) is is_twice
