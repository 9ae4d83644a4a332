"""service/conversation.py: one mail that lies in two places is one inquiry, and two mails under one id are two."""

from __future__ import annotations

import pytest

from tests.programs import QUESTION
from tests.worlds import Mailroom


@pytest.fixture
def room():
    room = Mailroom()
    yield room
    room.store.close()


def test_the_same_mail_in_two_folders_is_one_inquiry_with_one_acknowledgement(room):
    room.asked(QUESTION)
    kind, why = room.asked(QUESTION)
    assert (kind, why) == ("inquiry", "the same message as sales/INBOX/1")
    assert len(room.inquiries) == len(room.acknowledgements) == 1


def test_a_mail_to_two_mailboxes_is_one_inquiry_though_a_gateway_changed_one_copy(room):
    other = Mailroom(store=room.store, name="info")
    room.asked(QUESTION)
    kind, why = other.asked(f"{QUESTION.rstrip()}\n\n    [scanned by the gateway]")
    assert (kind, why) == ("inquiry", "the same message as sales/INBOX/1")
    assert len(room.inquiries) == len(room.acknowledgements) == 1


def test_another_mail_with_the_same_id_in_another_mailbox_is_an_inquiry_of_its_own(room):
    other = Mailroom(store=room.store, name="info")
    room.asked(QUESTION)
    other.asked(QUESTION.replace("carol@", "dave@"))
    other.asked(QUESTION.replace("A quote", "A second quote"))
    assert [each.mailbox for each in room.inquiries] == ["sales", "info", "info"]
