"""core/inquiry/handover.py, service/message_intake.py: a mail to two watched mailboxes is one inquiry, and whose it is no race decides."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from tests.programs import QUESTION, reply
from tests.samples import facts
from tests.worlds import Mailroom
from watcher.core.inquiry.decide import InquiryCommand
from watcher.core.inquiry.handover import names_another_mailbox
from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.core.message.model import Address
from watcher.service.answers import CommandConfig, execute_command

WAITING, DISMISSED = InquiryState.WAITING, InquiryState.DISMISSED
TO_SALES = QUESTION.replace("To: Example Sales <sales@example.com>", "To: sales@example.com\n    Cc: info@example.com")
TO_INFO = QUESTION.replace("To: Example Sales <sales@example.com>", "To: info@example.com\n    Cc: sales@example.com")
TO_BOTH = QUESTION.replace("To: Example Sales <sales@example.com>", "To: info@example.com, sales@example.com")
TO_NOBODY = QUESTION.replace("To: Example Sales <sales@example.com>", "To: undisclosed-recipients:;")


class House:
    """sales@ is Anna's, info@ is Ben's, in this order of the configuration."""

    def __init__(self) -> None:
        sales = Mailroom(owner="anna", us={"mailboxes": frozenset({"sales@example.com", "info@example.com"})})
        info = Mailroom(store=sales.store, name="info", owner="ben")
        self.rooms = {"sales": sales, "info": info}
        self.policies = {}
        for position, (name, room) in enumerate(self.rooms.items()):
            config = room.intake.config
            self.policies[name] = replace(
                config.policy,
                addresses=frozenset({f"{name}@example.com"}),
                position=position,
                own_addresses=sales.intake.config.policy.own_addresses,
            )
        for name, room in self.rooms.items():
            commands = CommandConfig({}, self.policies, ZoneInfo("UTC"))
            room.intake.config = replace(room.intake.config, policy=self.policies[name], command_config=commands)
        self.store = sales.store

    def arrives(self, raw: str, *names: str) -> None:
        for name in names:
            self.rooms[name].now = max(room.now for room in self.rooms.values())
            self.rooms[name].asked(raw)

    def dismiss(self, by: str) -> str:
        with self.store.write_transaction() as tx:
            command = InquiryCommand("dismiss", by)
            return execute_command(tx, self.find(tx), command, self.policies, self.rooms["sales"].now).why

    def find(self, tx) -> Inquiry:
        (only,) = tx.inquiries.find_by_state()
        return only

    @property
    def inquiry(self) -> Inquiry:
        return self.rooms["sales"].inquiry

    @property
    def stands(self) -> tuple[str, str, InquiryState]:
        return self.inquiry.mailbox, self.inquiry.owner, self.inquiry.state


@pytest.fixture
def house():
    house = House()
    yield house
    house.store.close()


@pytest.mark.parametrize("order", [("sales", "info"), ("info", "sales")])
@pytest.mark.parametrize(
    ("raw", "mailbox", "owner"),
    [
        (TO_SALES, "sales", "anna"),
        (TO_INFO, "info", "ben"),
        (TO_BOTH, "sales", "anna"),
        (TO_NOBODY, "sales", "anna"),
    ],
    ids=["to sales", "to info", "to both", "to neither"],
)
def test_to_comes_before_cc_and_then_the_order_of_the_configuration(house, order, raw, mailbox, owner):
    house.arrives(raw, *order)
    assert house.stands == (mailbox, owner, WAITING)
    assert len(house.rooms["sales"].acknowledgements) == (0 if raw is TO_NOBODY else 1)


def test_the_journal_says_that_it_went_to_its_first_addressee(house):
    house.arrives(TO_SALES, "info", "sales")
    assert "moved: from info to sales: its first addressee" in house.rooms["sales"].journal()


def test_what_a_person_was_given_stays_theirs(house):
    house.arrives(TO_SALES, "info")
    with house.store.write_transaction() as tx:
        execute_command(
            tx,
            house.find(tx),
            InquiryCommand("assign", "ben", new_owner="cleo"),
            house.policies,
            house.rooms["info"].now,
        )
    house.arrives(TO_SALES, "sales")
    assert house.stands == ("sales", "cleo", WAITING)


@pytest.mark.parametrize("order", [("sales", "info"), ("info", "sales")])
def test_a_dismissal_in_the_one_hands_it_to_the_other_and_says_so_and_the_last_one_ends_it(house, order):
    house.arrives(TO_SALES, *order)
    assert house.dismiss("anna") == "1 handed on from sales to info: dismissed by anna"
    assert house.stands == ("info", "ben", WAITING)
    assert house.inquiry.next_nag_at is not None
    house.dismiss("ben")
    assert house.stands == ("info", "ben", DISMISSED)


def test_who_has_handed_it_on_is_known_by_another_name_too(house):
    house.arrives(TO_SALES, "sales", "info")
    house.dismiss("anna")
    with house.store.write_transaction() as tx:
        tx.mailboxes.rename_mailboxes({"sales": "verkauf"})
    house.policies["verkauf"] = replace(house.policies.pop("sales"), mailbox="verkauf")
    house.dismiss("ben")
    assert house.stands == ("info", "ben", DISMISSED)


def test_a_dismissal_before_the_other_mailbox_was_looked_at_hands_it_on_then(house):
    house.arrives(TO_SALES, "sales")
    house.dismiss("anna")
    assert house.stands == ("sales", "anna", DISMISSED)
    house.arrives(TO_SALES, "info")
    assert house.stands == ("info", "ben", WAITING)
    house.dismiss("ben")
    house.arrives(TO_SALES, "info", "sales")  # numbered anew
    assert house.stands == ("info", "ben", DISMISSED)


def test_who_owns_both_says_it_once(house):
    house.arrives(TO_SALES, "sales", "info")
    house.policies["info"] = replace(house.policies["info"], owner="anna")
    house.dismiss("anna")
    assert house.stands == ("sales", "anna", DISMISSED)


@pytest.mark.parametrize(("answers", "owner"), [("info", "ben"), ("sales", "anna")])
def test_an_answered_inquiry_is_with_whom_answered_it(house, answers, owner):
    house.arrives(TO_SALES, "info")
    house.rooms[answers].sent(reply())
    house.arrives(TO_SALES, "sales")
    assert house.stands == (answers, owner, InquiryState.ANSWERED)


def test_a_copy_that_a_gateway_changed_is_handed_over_too(house):
    house.arrives(TO_SALES, "info")
    house.arrives(TO_SALES.rstrip() + "\n\n    [scanned by the gateway]\n", "sales")
    assert house.stands == ("sales", "anna", WAITING)
    house.dismiss("anna")
    assert house.stands == ("info", "ben", WAITING)


@pytest.mark.parametrize(
    ("to", "cc", "shared"),
    [
        ("sales", "info", True),
        ("info", "sales", True),
        ("sales", "", False),
        ("sales+web", "", False),
        ("other", "info+web", True),
    ],
)
def test_a_mail_that_names_another_mailbox_may_have_been_acknowledged_there(house, to, cc, shared):
    named = {"to": (Address(f"{to}@example.com"),), "cc": (Address(f"{cc}@example.com"),) if cc else ()}
    assert names_another_mailbox(facts(**named), house.policies["sales"]) is shared
