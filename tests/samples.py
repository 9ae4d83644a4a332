"""What tests take for granted: Carol writes to sales@example.com, Anna answers; an inquiry of Carol's that waits for Anna, its
acknowledgement, the rules of the house; and the templates and rules that ship, loaded once."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from watcher.core import hours
from watcher.core.health.sent_folders import find_sent_folders
from watcher.core.hours import Calendar, parse_week
from watcher.core.inquiry import decide
from watcher.core.inquiry.model import Inquiry, InquiryState, SetAsideInquiry, Turn, TurnKind
from watcher.core.leases.model import Instance
from watcher.core.letters import templates
from watcher.core.message.model import Address, Facts, FolderRole, Locator, MessageKind, OwnIdentity
from watcher.core.outbox.model import Letter, LetterKind, LetterState
from watcher.core.rules import rule_files
from watcher.core.rules.model import Attention, Verdict
from watcher.edge.imap.mailbox import ImapAccount, Mailbox
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Transaction

ONE_MAILBOX_CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"
[people.anna]
email = ["anna@example.com"]
[[mailbox]]
name = "sales"
address = "sales@example.com"
owner = "anna"
imap = {{ host = "127.0.0.1", user = "sales", tls = "off", password = {{ env = "NONE" }} }}
smtp = {{ host = "127.0.0.1", tls = "off" }}
"""

LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = Calendar(parse_week({"mon-thu": ["09:00-12:30", "13:30-18:00"], "fri": ["09:00-16:00"]}), BERLIN)

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE_TEXTS = {path.name: path.read_text() for path in sorted((ROOT / "templates").iterdir())}
TEMPLATES = templates.TemplateSet(TEMPLATE_TEXTS)
RULES = rule_files.compile_rule_set([(path.name, path.read_text()) for path in sorted((ROOT / "rules").glob("*.toml"))])

CAROL = Address("carol@customer.example", "Carol")
SALES = Address("sales@example.com", "Example Sales")
ANNA = Address("anna@example.com", "Anna")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def us(**changed: Any) -> OwnIdentity:
    values: dict[str, Any] = {"mailboxes": frozenset({SALES.key}), "people": frozenset({ANNA.key})}
    return OwnIdentity(**{**values, **changed})


def facts(**changed: Any) -> Facts:
    """A plain question of Carol's. `headers` are added to."""
    values: dict[str, Any] = {
        "mailbox": "sales",
        "folder": "INBOX",
        "received_at": NOON,
        "size": 1000,
        "fingerprint": "f" * 64,
        "message_id": "q1@customer.example",
        "from_": (CAROL,),
        "to": (SALES,),
        "subject": "A quote, please",
        "base_subject": "A quote, please",
        "text": "What does a new roof cost?",
        "headers": {"from": (str(CAROL),)},
        "part_types": ("text/plain",),
    }
    return Facts(**{**values, **changed})


def verdict(**changed: Any) -> Verdict:
    kind = changed.pop("kind", MessageKind.INQUIRY)
    codes = changed.pop("codes", ())
    values: dict[str, Any] = {
        "kind": kind,
        "attention": Attention.ANSWER if kind is MessageKind.INQUIRY else Attention.NONE,
        "ack": kind is MessageKind.INQUIRY and not codes,
        "codes": codes,
        "rule": "",
        "why": "human mail from outside",
        "customer": CAROL if kind is MessageKind.INQUIRY else None,
    }
    return Verdict(**{**values, **changed})


def always_open() -> hours.Calendar:
    return hours.Calendar(hours.parse_week({"mon-sun": ["00:00-24:00"]}), ZoneInfo("UTC"))


def long_text(chars: int = 3000, first: str = "À", last: str = "ɏ") -> str:
    """The same in every run, and nothing a database could make shorter: PostgreSQL compresses what goes into an index."""
    return "".join(map(chr, random.Random(chars).choices(range(ord(first), ord(last) + 1), k=chars)))


def policy(**changed: Any) -> decide.Policy:
    ladder = decide.Ladder(
        promise=hours.parse_span("4h"),
        steps=tuple(hours.parse_span(step) for step in ("2h", "4h", "1d")),
        escalate_after=(hours.parse_span("1d"),),
    )
    values: dict[str, Any] = {
        "mailbox": "sales",
        "owner": "anna",
        "ladder": "default",
        "ladders": {"default": ladder},
        "hours": always_open(),
    }
    return decide.Policy(**{**values, **changed})


def inquiry(**changed: Any) -> Inquiry:
    values: dict[str, Any] = {
        "number": 1,
        "mailbox": "sales",
        "state": InquiryState.WAITING,
        "customer": CAROL.email,
        "customer_name": CAROL.name,
        "reach": (CAROL.key,),
        "subject": "A quote, please",
        "message_id": "q1@customer.example",
        "fingerprint": "f" * 64,
        "opened_at": MONDAY,
        "owner": "anna",
        "ladder": "default",
        "waiting_since": MONDAY,
        "last_customer_at": MONDAY,
        "last_customer_id": "q1@customer.example",
        "next_nag_at": MONDAY + timedelta(hours=2),
    }
    return Inquiry(**{**values, **changed})


def letter(**changed: Any) -> Letter:
    values: dict[str, Any] = {
        "id": 1,
        "kind": LetterKind.ACKNOWLEDGEMENT,
        "key": "ack:sales:carol@customer.example:q1@customer.example",
        "state": LetterState.PENDING,
        "mailbox": "sales",
        "sender": "sales@example.com",
        "recipient": CAROL.email,
        "message_id": "n.1@example.com",
        "data": b"Subject: We have your mail\r\n\r\nThank you.\r\n",
        "created_at": MONDAY,
        "next_at": MONDAY,
        "inquiry": 1,
        "answers_at": MONDAY,
    }
    return Letter(**{**values, **changed})


def mailbox_on(account: ImapAccount, name: str = "sales", **changed: Any) -> Mailbox:
    """Its sent mail is found by what the server lists, as where the configuration names no folder."""
    return Mailbox(name, account, **{"sent": find_sent_folders, **changed})


def add_review(tx: Transaction, uid: int = 1, **changed: Any) -> tuple[int, SetAsideInquiry]:
    """What a machine of a shop wrote for Carol is set aside, `changed` in its ledger entry; its number."""
    name = f"q{uid}@customer.example"
    aside = SetAsideInquiry(
        inquiry(
            number=0,
            message_id=name,
            fingerprint=f"{uid:064}",
            opened_at=MONDAY,
            waiting_since=MONDAY,
            last_customer_at=MONDAY,
            last_customer_id=name,
            subject="Räder?",
            reach=("a@b.example", "c@d.example"),
            tags=("web", "ü"),
            language="de",
            excerpt="Zwei Räder",
            ack_reason="bulk",
            next_nag_at=None,
        ),
        Turn(name, MONDAY, TurnKind.QUESTION, "carol@customer.example", frozenset(), ids=(name,), parents=("p@x.example",)),
        "Carol, by machine",
        ("subject:räder a@b.example",),
        "thread:sales:9",
    )  # fmt: skip
    question = replace(
        aside.question,
        by=aside.inquiry.customer,
        name=aside.inquiry.customer_name,
        addresses=frozenset(aside.inquiry.reach),
        subject=aside.inquiry.subject,
    )
    entry = LedgerEntry(
        locator=Locator("sales", "INBOX", 7, uid),
        role=FolderRole.INBOX,
        decided_at=MONDAY,
        kind="inquiry",
        fingerprint=aside.inquiry.fingerprint,
        message_id=name,
        received_at=MONDAY,
        sender="News@Shop.example",
        subject=aside.inquiry.subject,
        why="no person's words",
        codes=("bulk",),
        attention=Attention.REVIEW,
    )
    number = tx.ledger.add_entry(replace(entry, **changed))
    aside = replace(aside, question=question)
    tx.reviews.add_review(number, aside)
    return number, aside


def quoted(text: str) -> str:
    """As mutt and most others quote."""
    return "On Tue, Nov 24, 2026 at 09:00:00AM +0000, Watcher for Example Sales wrote:\n" + "".join(
        f"> {line}\n" for line in text.splitlines()
    )


def alternative(plain: str, html: str) -> tuple[str, str]:
    """(content type, body) of a mail with both."""
    body = "".join(
        f"--b\nContent-Type: text/{kind}; charset=utf-8\n\n{text}\n"
        for kind, text in (("plain", plain), ("html", html))
        if text
    )
    return 'multipart/alternative; boundary="b"', f"{body}--b--\n"


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def says(instant: datetime) -> str:
    return f"{instant.astimezone(BERLIN):%Y-%m-%d %H:%M}"


def instance_named(name, mailboxes=("sales", "info")):
    return Instance(name, "host:/state", "host", 17, LONG_AGO, LONG_AGO, LONG_AGO, frozenset(mailboxes))
