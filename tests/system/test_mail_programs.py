"""Replies written by real mail programs: on the real servers, seen and proved by the running daemon.

Each program does what a person does in an afternoon: passes the question on to a colleague, sends an answer with nothing in it by
mistake, and then answers. Only the last one ends the waiting.
"""

import itertools
import re
from email import message_from_bytes

import pytest

from tests import mail_programs
from tests.daemon import House, nobody_else, until

_numbers = itertools.count(1)

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def house(tmp_path_factory, dovecot, postfix):
    n = nobody_else()
    made = House(tmp_path_factory.mktemp("programs"), dovecot, postfix, f"office{n}", f"ann{n}", poll="1s")
    made.start()
    yield made
    made.close()


@pytest.fixture
def desk(house, tmp_path, dovecot, postfix):
    return mail_programs.Desk(tmp_path, dovecot, postfix, house.sales, house.owner)


def decided(house):
    """What the daemon said of each message in Sent, in its order."""
    return re.findall(r"decided mailbox=sales folder=Sent .*", house.log.read_text())


def sent(house):
    """Message-ID → the copy, of all the mail the person sent."""
    mails = [message_from_bytes(raw) for _, raw in house.dovecot.state(house.sales).get("Sent", [])]
    return {str(mail["Message-ID"]).strip("<>"): mail for mail in mails if mail["X-Watcher-Ref"] is None}


def row(house, subject):
    return next((row for row in house.rows("list", "--all") if row["subject"] == subject), None)


@pytest.mark.parametrize("name", mail_programs.PROGRAMS)
def test_only_an_answer_ends_the_waiting(name, house, desk):
    if reason := mail_programs.available(name):
        pytest.skip(reason)
    customer, subject = f"carol{nobody_else()}", f"Quotation number {next(_numbers)}"
    known = set(sent(house))
    question = house.send(customer, subject, "Hello, what does a new roof cost, and when can you begin?")
    # Not by its number: the house may be another than for the test before.
    until("the inquiry", lambda: row(house, subject))
    program = mail_programs.PROGRAMS[name](desk)

    def new(what):
        """The Message-ID of the new copy under Sent, once the daemon has seen it."""
        until(what, lambda: len(sent(house)) > len(known))
        files = len(house.dovecot.state(house.sales)["Sent"])
        until(f"the daemon's look at {what}", lambda: len(decided(house)) >= files)
        (message_id,) = set(sent(house)) - known
        known.add(message_id)
        return message_id

    program.forward(subject, f"ben{nobody_else()}@example.com", "Ben, can you answer this one?")
    new("the forward")
    program.reply(subject, "")
    new("the empty reply")
    waiting = row(house, subject)
    assert waiting["state"] == "waiting", decided(house)[-3:]

    program.reply(subject, mail_programs.ANSWER)
    answer = new("the answer")
    mail = sent(house)[answer]
    assert mail_programs.ANSWER in mail.as_string()
    assert question in f"{mail['In-Reply-To']} {mail['References']}"
    answered = row(house, subject)
    assert answered["state"] == "answered", decided(house)[-3:]
    assert answered["evidence"]["message_id"] == answer
    assert answered["evidence"]["by"] == f"{house.owner}@example.com"
    assert "Sent" in answered["evidence"]["how"]
    assert len(house.mail_of(customer)) == 3, "one acknowledgement, the empty reply and the answer"
