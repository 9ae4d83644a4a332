"""service/message_intake.py: any order of the same messages ends in the same state, on the real way in and the real store."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.samples import ANNA, CAROL, RULES, SALES, TEMPLATES, facts, policy, us
from watcher.core.inquiry import arrivals, ties
from watcher.core.inquiry.model import Situation
from watcher.core.message.model import Address, DeliveryReport, Facts, FetchedMessage, FolderRole, Locator
from watcher.core.rules import rules
from watcher.core.rules.model import Verdict
from watcher.edge.clock import Clock
from watcher.edge.store.folders import WatchedFolder
from watcher.edge.store.store import Store, Transaction
from watcher.service import conversation
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
NOW = START + timedelta(days=3)
BEN = Address("ben@example.com", "Ben")
SETUP = IntakeConfig(
    SALES,
    replace(policy(), own_addresses=us(people=frozenset({ANNA.key, BEN.key})), phrases=RULES.holding_phrases),
    rules.RuleSet(),
    TEMPLATES,
    poll_seconds=60.0,
)
FOLDERS = {
    role: WatchedFolder("sales", name, role, 1, START - timedelta(days=30), None)
    for role, name in ((FolderRole.INBOX, "INBOX"), (FolderRole.SENT, "Sent"))
}


@dataclass(frozen=True)
class Mail:
    """A message, and the folder it turns up in."""

    role: FolderRole
    facts: Facts
    verdict: Verdict


@dataclass
class Writer:
    """Writes one conversation, message by message."""

    dice: random.Random
    mails: list[Mail] = field(default_factory=list)
    chain: list[Facts] = field(default_factory=list)  # what a further message may answer
    at: datetime = START

    def write(self, role: FolderRole, sender: Address, to: tuple[Address, ...], text: str, **changed: Any) -> Facts:
        self.at += timedelta(minutes=self.dice.choice((1, 7, 50, 300)))
        n = len(self.mails)
        values: dict[str, Any] = {
            "folder": FOLDERS[role].name,
            "received_at": self.at,
            "fingerprint": f"{n:064x}",
            "message_id": f"m{n}@{sender.domain}",
            "from_": (sender,),
            "to": to,
            "text": text,
            "subject": "A quote, please",
            "base_subject": "A quote, please",
            **self._reference(),
            **changed,
        }
        message = facts(**values)
        self._put(role, message)
        return message

    def _put(self, role: FolderRole, message: Facts) -> None:
        self.mails.append(
            Mail(role, message, rules.classify_message(message, SETUP.ruleset, SETUP.policy.own_addresses))
        )

    def _reference(self) -> dict[str, Any]:
        """In-Reply-To and References as some mail program writes them."""
        if not self.chain:
            return {}
        parent = self.chain[-1] if self.dice.random() < 0.8 else self.dice.choice(self.chain)
        whole = (*parent.references, *(parent.in_reply_to if not parent.references else ()), parent.message_id)
        style = self.dice.randrange(3)
        return {
            "in_reply_to": () if style == 1 else (parent.message_id,),
            "references": () if style == 2 else whole,
            "is_reply": True,
            "has_prefix": True,
            "subject": "Re: A quote, please",
        }

    # --- what happens

    def asks(self) -> None:
        self.chain.append(
            self.write(FolderRole.INBOX, CAROL, (SALES,), self.dice.choice(("And when?", "What of the price?")))
        )

    def thanks(self) -> None:
        self.chain.append(self.write(FolderRole.INBOX, CAROL, (SALES,), "Thank you very much!"))

    def answers(self) -> None:
        who = self.dice.choice((ANNA, BEN))
        self.chain.append(self.write(FolderRole.SENT, who, (CAROL,), "It costs five euros."))

    def holds(self) -> None:
        self.chain.append(self.write(FolderRole.SENT, ANNA, (CAROL,), "I'll get back to you tomorrow."))

    def forwards(self) -> None:
        self.write(FolderRole.SENT, ANNA, (BEN,), "Can you take this?", is_forward=True)

    def is_away(self) -> None:
        self.write(FolderRole.SENT, ANNA, (CAROL,), "I am away.", headers={"auto-submitted": ("auto-replied",)})

    def is_forged(self) -> None:
        self.write(FolderRole.INBOX, ANNA, (CAROL,), "It is all settled.")

    def is_copied(self) -> None:
        """A copy of a reply reaches the mailbox too, as a Cc."""
        sent = [each for each in self.mails if each.role is FolderRole.SENT and each.verdict.codes == ("own-address",)]
        if sent:
            mail = self.dice.choice(sent)
            self._put(FolderRole.INBOX, replace(mail.facts, folder="INBOX", cc=(SALES,)))

    def comes_twice(self) -> None:
        if self.mails:
            mail = self.dice.choice(self.mails)
            self._put(mail.role, mail.facts)

    def comes_back(self) -> None:
        replies = [each for each in self.chain if each.from_ != (CAROL,)]
        if replies:
            self.write(
                FolderRole.INBOX, Address("mailer-daemon@example.com"), (ANNA,), "It did not arrive.", content_type="multipart/report",
                report_type="delivery-status", part_types=("multipart/report", "message/delivery-status"),
                delivery_report=DeliveryReport((self.dice.choice(replies).message_id,), (CAROL.key,), "550 5.1.1 unknown"),
                in_reply_to=(), references=(), is_reply=False,
            )  # fmt: skip


def history(seed: int) -> list[Mail]:
    """A conversation of three to seven messages."""
    writer = Writer(random.Random(seed))
    writer.asks()
    wanted = writer.dice.randint(3, 7)
    acts = [writer.asks, writer.answers, writer.answers, writer.thanks, writer.holds, writer.forwards, writer.is_away,
            writer.is_forged, writer.is_copied, writer.comes_twice, writer.comes_back]  # fmt: skip
    for _ in range(20):
        if len(writer.mails) >= wanted:
            break
        writer.dice.choice(acts)()
    return writer.mails


class Undone(Exception):
    """Ends a transaction without a trace."""


class Bench:
    """One store and one way in, used again and again."""

    def __init__(self) -> None:
        self.store = Store("sqlite://")
        self.intake = Intake(SETUP, None, self.store, Clock(), b"k" * 32)  # type: ignore[arg-type]

    def outcome(self, mails: list[Mail], thin: bool = False) -> list[tuple[Any, ...]]:
        """Every inquiry that is left, when the messages are seen in this order. `thin`: without ledger and letters."""
        found: list[tuple[Any, ...]] = []
        try:
            with self.store.write_transaction() as tx:
                for uid, mail in enumerate(mails, 1):
                    copy = any(
                        each.role is mail.role and each.facts.fingerprint == mail.facts.fingerprint
                        for each in mails[: uid - 1]
                    )
                    if not thin:
                        self._decide(tx, uid, mail)
                    elif not copy:
                        self._decide_thinly(tx, mail)
                found = sorted(
                    (each.customer, each.state, each.reply_proof.message_id if each.reply_proof else "",
                     each.possible_answer.message_id if each.possible_answer else "", str(each.waiting_since) if each.next_nag_at else "",
                     each.problem, each.last_customer_id)
                    for each in tx.inquiries.find_by_state()
                    if not each.problem.startswith("the same conversation as")
                )  # fmt: skip
                raise Undone
        except Undone:
            return found

    def _decide(self, tx: Transaction, uid: int, mail: Mail) -> None:
        place = Locator("sales", FOLDERS[mail.role].name, 1, uid)
        arrival = FetchedMessage(place, mail.role, b"", mail.facts.received_at, 1)
        self.intake.messages.process_arrival(tx, FOLDERS[mail.role], arrival, (mail.facts, mail.verdict), NOW)

    def _decide_thinly(self, tx: Transaction, mail: Mail) -> None:
        """What `Intake` does about the conversation alone: half of the statements."""
        tied = ties.read_ties(mail.facts, mail.verdict, mail.role)
        known = conversation.load_conversation(tx, tied)
        seen = Situation(mail.role, START - timedelta(days=1), conversation=known)
        made = arrivals.decide_message(mail.facts, mail.verdict, seen, SETUP.policy, NOW)
        number = tx.inquiries.save(made.inquiry).number if made.inquiry else None
        update = ties.plan_update(tied, mail.role, mail.verdict.codes, known, made)
        conversation.store_conversation(tx, made, update, number, NOW)


def broken(bench: Bench, seed: int, orders: int = 2, thin: bool = False) -> str:
    """What differs between the order of time and others; "" where nothing does."""
    mails = history(seed)
    wanted = bench.outcome(mails, thin)
    dice = random.Random(seed)
    for _ in range(orders):
        order = list(mails)
        dice.shuffle(order)
        if (got := bench.outcome(order, thin)) != wanted:
            seen = [f"{mail.role}:{mail.facts.message_id}" for mail in order]
            return f"seed {seed}: in time {wanted}; as {seen} {got}"
    return ""


DEFAULT = int(os.environ.get("WATCHER_HISTORIES", "150"))
CONVERSATIONS, ORDERS = 5000, 4
BLOCK = 250


@pytest.fixture(scope="module")
def bench():
    bench = Bench()
    yield bench
    bench.store.close()


@pytest.mark.parametrize("first", range(0, DEFAULT, 50))
def test_any_order_of_the_same_messages_ends_in_the_same_state(bench, first):
    assert not [each for seed in range(first, first + 50) if (each := broken(bench, seed))]


@pytest.mark.torture
@pytest.mark.parametrize("first", range(0, CONVERSATIONS, BLOCK))
def test_any_order_of_twenty_thousand_histories(bench, first):
    """5,000 conversations, each in the order of time and in four others; ledger and letters left out."""
    wrong = [each for seed in range(first, first + BLOCK) if (each := broken(bench, seed, ORDERS, thin=True))]
    print(f"conversations {first} to {first + BLOCK - 1}, {BLOCK * ORDERS} histories: {len(wrong)} differ")
    assert not wrong


def test_the_conversations_are_worth_comparing(bench):
    """They end in every way there is; a generator that only asks would prove nothing."""
    ends = [bench.outcome(history(seed)) for seed in range(150)]
    states = {str(each[1]) for end in ends for each in end}
    assert states == {"waiting", "answered"}
    assert any(each[3] for end in ends for each in end), "no hint"
    assert any(each[5].startswith("came back") for end in ends for each in end), "no reply came back"
    assert any(len(end) == 1 and end[0][2] for end in ends), "none answered"
