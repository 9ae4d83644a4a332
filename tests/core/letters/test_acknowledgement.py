"""The acknowledgement: to one recipient, in the thread, marked as a machine's, and nothing of a stranger's in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from tests.pictures import CALENDAR
from tests.samples import TEMPLATES, inquiry
from watcher.core.letters.acknowledgement import outline_mail, write_acknowledgement
from watcher.core.letters.mime import ComposeError
from watcher.core.message import facts
from watcher.core.message.model import Address, Facts, FetchedMessage, FolderRole, Locator

RAW = b"""From: Carol <carol@fields.example>\r\nTo: sales@example.com\r\nSubject: Leaking roof\r\n\
Message-ID: <q1@fields.example>\r\n\r\nHello\r\n"""


@pytest.fixture
def mail(head) -> Facts:
    message = facts.read_message(
        FetchedMessage(Locator("sales", "INBOX", 1, 1), FolderRole.INBOX, RAW, head.now, len(RAW))
    )
    assert isinstance(message, Facts)
    return message


def build(head, mail, *, is_authenticated=True, promised=timedelta(hours=2)):
    outline = outline_mail(mail, "acknowledgement", is_authenticated=is_authenticated)
    opened = inquiry(promise_at=head.now + promised, language="en")
    letter = write_acknowledgement(TEMPLATES, head, outline, opened, CALENDAR)
    return letter, message_from_bytes(letter.data, policy=policy.default)


def test_it_is_known_as_a_machines_answer_in_the_thread(head, mail):
    head = replace(head, recipient=Address("carol@fields.example", "Carol"))
    letter, message = build(head, mail)
    assert (letter.envelope_recipient, message["To"]) == ("carol@fields.example", "carol@fields.example")
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["In-Reply-To"] == "<q1@fields.example>"
    assert message.get_content_type() == "text/plain"
    assert "16:00 today" in message.get_content()


def test_the_subject_is_repeated_to_an_authenticated_sender_alone(head, mail):
    assert "Leaking roof" in str(build(head, mail)[1])
    assert "Leaking roof" not in str(build(head, mail, is_authenticated=False)[1])


def test_a_link_is_not_repeated_even_to_who_sent_it(head, mail):
    assert "evil" not in str(build(head, replace(mail, base_subject="see www.evil.example"))[1])


def test_a_promise_that_is_over_is_not_given(head, mail):
    assert "today" not in build(head, mail, promised=-timedelta(minutes=1))[1].get_content()


def test_who_cannot_be_written_to_gets_none(head, mail):
    with pytest.raises(ComposeError, match="not an address"):
        build(replace(head, recipient=Address("a b@x")), mail)
