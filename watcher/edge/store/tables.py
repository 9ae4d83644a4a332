"""The schema, once, for SQLite and PostgreSQL. Uniqueness lives here: a race is a row count, never a double.

Instants are stored as fixed-width UTC text, so that they sort, compare and read the same in every tool.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Dialect,
    ForeignKey,
    Index,
    Insert,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    func,
    insert,
)

from watcher.core.message.model import MAX_KEY_OCTETS, bounded_key

#: Rises with every release that changes this file; `migrations` has a step for each, `store` refuses a higher one.
SCHEMA_VERSION = 17


class UtcInstant(TypeDecorator[datetime]):
    """An aware datetime, stored as `2026-11-24T09:00:00.000000Z` (ISO 8601, UTC): text that sorts like the time. ValueError:
    it is not aware."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """An aware datetime of any zone → UTC text. ValueError (as StatementError): it has no zone."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("an instant must carry its time zone")
        at = value if value.tzinfo is UTC else value.astimezone(UTC)
        return at.isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """UTC text → an aware datetime."""
        return None if value is None else datetime.fromisoformat(value)


class BoundedKey(TypeDecorator[str]):
    """Text in a key or an index, as `bounded_key` has it: PostgreSQL has no room for more than 2,704 octets there, in two columns of
    one key together. The core bounds what it makes of mail; this is for what it forgets."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """In a row and in a question alike, so that what was shortened is found."""
        return value if value is None or len(value) <= _MAX_SHORT_KEY else stored_key(value)


_MAX_STORED_OCTETS = 2 * MAX_KEY_OCTETS
_MAX_SHORT_KEY = (
    _MAX_STORED_OCTETS // 4
)  # characters that are few enough whatever they are: one has four octets at most


def stored_key(value: str) -> str:
    """What a `BoundedKey` stores of this."""
    return bounded_key(value, _MAX_STORED_OCTETS)


metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

mailbox = Table(  # what a name of the configuration stands for: everything else refers to it by that name
    "mailbox",
    metadata,
    Column("name", Text, primary_key=True),
    Column("account", Text, nullable=False),  # where it is logged in; "" while that is not known
    Column("address", Text, nullable=False),
    Column("activated_at", UtcInstant),  # the first look at all of it; NULL: not over yet
    Column("last_look_at", UtcInstant),  # the last look at all of it that ended well
)

folder = Table(
    "folder",
    metadata,
    Column("mailbox", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),  # at the first look
    Column("activated_at", UtcInstant, nullable=False),  # the first look: what came before is old
    Column("last_look_at", UtcInstant),  # the last full look that succeeded
    Column("baseline_at", UtcInstant),  # when the lines without a decision were written
)

incident = Table(  # what keeps Watcher from doing its work, and since when
    "incident",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("subject", Text, primary_key=True),  # a mailbox, a loop; "" for the whole
    Column("since", UtcInstant, nullable=False),
    Column("text", Text, nullable=False),
    Column("retry_at", UtcInstant),  # of an account that cannot send: from when on other letters may try it
)

alert = (
    Table(  # what the alerts have told, beside the database's own incidents; an incident that is over stays for a while
        "alert",
        metadata,
        Column("kind", Text, primary_key=True),
        Column("subject", Text, primary_key=True),
        Column("since", UtcInstant, nullable=False),
        Column("text", Text, nullable=False),
        Column("told_at", UtcInstant, nullable=False),
        Column("ended_at", UtcInstant),  # that it is over was told
    )
)

canary = Table(  # the last inquiry that Watcher wrote to a mailbox itself
    "canary",
    metadata,
    Column("mailbox", Text, primary_key=True),
    Column("key", Text, nullable=False),  # of the letter
    Column("sent_at", UtcInstant, nullable=False),
    Column("arrived_at", UtcInstant),
    Column("problem", Text, nullable=False),  # why it was not sent, or what was wrong with it when it arrived
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("mailbox", Text, nullable=False),
    Column("folder", Text, nullable=False),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
    Column("role", Text, nullable=False),
    Column("decided_at", UtcInstant, nullable=False),
    Column("kind", Text),  # NULL: was there at the first look, never read
    Column("fingerprint", String(64)),
    Column("message_id", BoundedKey),
    Column("received_at", UtcInstant),
    Column("sender", Text),
    Column("subject", Text),
    Column("rule", Text),
    Column("why", Text),
    Column("codes", Text),  # space-separated
    Column("inquiry", Integer, ForeignKey("inquiry.number")),
    Column("attention", Text),  # NULL: decided before there were levels of it
    Column("text_digest", String(64)),  # of the words alone; NULL: decided before it was kept
    Column("verdict", Text),  # what the rules said, JSON; NULL: decided before it was kept, or of sent mail
    UniqueConstraint("mailbox", "folder", "uidvalidity", "uid", name="one_decision_a_message"),
)
Index("ledger_fingerprint", ledger.c.fingerprint)
Index("ledger_message_id", ledger.c.message_id)
Index("ledger_inquiry", ledger.c.inquiry)

missing = Table(  # asked for and not handed out, so far
    "missing",
    metadata,
    Column("mailbox", Text, primary_key=True),
    Column("folder", Text, primary_key=True),
    Column("uidvalidity", BigInteger, primary_key=True),
    Column("uid", BigInteger, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("since", UtcInstant),  # the first try; NULL: before that was kept
)

thread = Table(  # every Message-ID known to belong to an inquiry
    "thread",
    metadata,
    Column("message_id", BoundedKey, primary_key=True),
    Column("inquiry", Integer, ForeignKey("inquiry.number"), primary_key=True),
)

written = Table(  # every Message-ID a person of the house sent
    "written",
    metadata,
    Column("message_id", BoundedKey, primary_key=True),
)

turn = Table(  # every message that has a part in a conversation; inquiry 0 while none is known
    "turn",
    metadata,
    Column("key", BoundedKey, primary_key=True),
    Column("inquiry", Integer, primary_key=True),
    Column("at", UtcInstant, nullable=False),
    Column("part", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("addresses", Text, nullable=False),  # space-separated, as the next two
    Column("ids", Text, nullable=False),
    Column("parents", Text, nullable=False),
    Column("strength", Integer, nullable=False),
    Column("how", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("subject", Text, nullable=False),
)
Index("turn_inquiry", turn.c.inquiry)

loose = Table(  # what a turn without an inquiry can be found by: ids and the keys of `threads`
    "loose",
    metadata,
    Column("name", BoundedKey, primary_key=True),
    Column("turn", BoundedKey, primary_key=True),
)
Index("loose_turn", loose.c.turn)

returned = Table(  # mail of the house that came back
    "returned",
    metadata,
    Column("message_id", BoundedKey, primary_key=True),
    Column("at", UtcInstant, nullable=False),
    Column("to", Text, nullable=False),  # space-separated
    Column("why", Text, nullable=False),
)

inquiry = Table(
    "inquiry",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("mailbox", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("customer", Text, nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("reach", Text, nullable=False),  # space-separated
    Column("subject", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("opened_at", UtcInstant, nullable=False),
    Column("owner", Text, nullable=False),
    Column("ladder", Text, nullable=False),
    Column("promise_at", UtcInstant),
    Column("next_nag_at", UtcInstant),
    Column("nags", Integer, nullable=False),
    Column("escalated", Integer, nullable=False),
    Column("waiting_since", UtcInstant),
    Column("last_customer_at", UtcInstant),
    Column("last_customer_id", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("excerpt", Text, nullable=False),
    Column("tags", Text, nullable=False),  # JSON
    Column("ack_reason", Text),
    Column("answered_by", Text),
    Column("answered_with", Text),
    Column("answered_at", UtcInstant),
    Column("answered_how", Text),
    Column("problem_kind", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("hinted_by", Text),  # looks answered
    Column("hinted_with", Text),
    Column("hinted_at", UtcInstant),
    Column("hinted_how", Text),
    Column("settled_at", UtcInstant),
    Column("disputed_at", UtcInstant),
    Column("nagged_at", UtcInstant),
    Column("escalate_at", UtcInstant),
    Column("urgent_at", UtcInstant),
    Column("first_promise_at", UtcInstant),
    Column("responses", Text),  # JSON; NULL: never measured
    Column("renew_at", UtcInstant),
    Column("renewed_promise_at", UtcInstant),
)
Index("inquiry_due", inquiry.c.state, inquiry.c.next_nag_at)
Index("inquiry_customer", func.lower(inquiry.c.customer))

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("inquiry", Integer, ForeignKey("inquiry.number"), nullable=False),
    Column("at", UtcInstant, nullable=False),
    Column("event", Text, nullable=False),
    Column("text", Text, nullable=False),
)
Index("journal_inquiry", journal.c.inquiry)

letter = Table(
    "letter",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", BoundedKey, nullable=False, unique=True),
    Column("state", Text, nullable=False),
    Column("mailbox", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("recipient_key", BoundedKey, nullable=False),  # the person, whatever stands behind a "+"; "" once forgotten
    Column("message_id", BoundedKey, nullable=False, unique=True),
    Column("data", LargeBinary, nullable=False),
    Column("created_at", UtcInstant, nullable=False),
    Column("next_at", UtcInstant, nullable=False),
    Column("person", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("inquiry", Integer, ForeignKey("inquiry.number")),
    Column("answers_at", UtcInstant),
    Column("has_evidence", Boolean, nullable=False),
    Column("outline", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("may_have_left", Integer, nullable=False),
    Column("offered_at", UtcInstant),
    Column("code", Integer),
    Column("reason", Text, nullable=False),
    Column("error", Text, nullable=False),
)
Index("letter_due", letter.c.state, letter.c.next_at)
Index("letter_recipient_key", letter.c.recipient_key, letter.c.created_at)
Index("letter_mailbox", letter.c.mailbox, letter.c.created_at)
Index("letter_inquiry", letter.c.inquiry)
Index("letter_person", letter.c.person, letter.c.kind)
Index("letter_offered", letter.c.kind, letter.c.offered_at)

digest_line = (
    Table(  # what the numbers in one digest mean, and which nag it tells of the inquiry that has waited since then
        "digest_line",
        metadata,
        Column("letter", Integer, ForeignKey("letter.id"), primary_key=True),
        Column("inquiry", Integer, ForeignKey("inquiry.number"), primary_key=True),
        Column("line", Integer, nullable=False),
        Column("nag", Integer, nullable=False, server_default="0"),
        Column("since", UtcInstant),
    )
)
Index("digest_line_inquiry", digest_line.c.inquiry)

review = Table(  # what was set aside for a glance, and what makes an inquiry of it; the rest stands in its ledger entry
    "review",
    metadata,
    Column("entry", Integer, ForeignKey("ledger.id"), primary_key=True),
    Column("sender_name", Text, nullable=False),
    Column("customer", Text, nullable=False),
    Column("customer_name", Text, nullable=False),
    Column("reach", Text, nullable=False),  # space-separated, as ids and parents
    Column("owner", Text, nullable=False),
    Column("ladder", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("excerpt", Text, nullable=False),
    Column("tags", Text, nullable=False),  # JSON, as the keys
    Column("ids", Text, nullable=False),
    Column("parents", Text, nullable=False),
    Column("sibling_keys", Text, nullable=False),
    Column("server_key", Text, nullable=False),
    Column("shown_at", UtcInstant),  # a letter that lists it was accepted
    Column("promoted_at", UtcInstant),  # a person said that it is an inquiry
)
Index("review_promoted", review.c.promoted_at)

digest_review = Table(  # what stands for a glance in one digest
    "digest_review",
    metadata,
    Column("letter", Integer, ForeignKey("letter.id"), primary_key=True),
    Column("entry", Integer, ForeignKey("review.entry"), primary_key=True),
)

absence = Table(  # who is away, as said by a command; what the configuration says stands there
    "absence",
    metadata,
    Column("person", Text, primary_key=True),
    Column("until", UtcInstant, nullable=False),
)

command = Table(  # a mail with commands counts once, under whatever name it comes again
    "command",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("message_id", BoundedKey, unique=True),  # NULL where there is none
    Column("mark", String(64), nullable=False, unique=True),  # digest, date and words
    Column("person", Text, nullable=False),
    Column("letter", Integer, ForeignKey("letter.id")),  # the digest it answers
    Column("at", UtcInstant, nullable=False),
    Column("changed", Integer, nullable=False),  # how many inquiries
    Column("result", Text, nullable=False),
)
Index("command_person", command.c.person, command.c.at)

refusal = Table(  # a mail with commands that was not obeyed, and whose sender was told; it may yet be obeyed
    "refusal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person", Text, nullable=False),
    Column("at", UtcInstant, nullable=False),
    Column("why", Text, nullable=False),
)
Index("refusal_person", refusal.c.person, refusal.c.at)

proposal = Table(  # the rule that would have known what a person dismissed
    "proposal",
    metadata,
    Column("inquiry", Integer, ForeignKey("inquiry.number"), primary_key=True),
    Column("at", UtcInstant, nullable=False),
    Column("by", Text, nullable=False),
    Column("rule", Text, nullable=False),  # TOML
)

instance = Table(  # a process that watches, where several share a PostgreSQL; instants by the clock of the database
    "instance",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Text, nullable=False),  # host and state folder
    Column("host", Text, nullable=False),
    Column("process", Integer, nullable=False),
    Column("started_at", UtcInstant, nullable=False),
    Column("renewed_at", UtcInstant, nullable=False),
    Column("expires_at", UtcInstant, nullable=False),
    Column("mailboxes", Text, nullable=False),  # of its configuration: JSON
)

lease = Table(  # who watches what
    "lease",
    metadata,
    Column("subject", Text, primary_key=True),  # a mailbox; "" is the house
    Column("holder", Text, nullable=False),  # an instance; "": nobody
    Column("token", BigInteger, nullable=False),  # rises with every new holder
)


@cache
def _insert_statement(table: Table) -> Insert:
    return insert(table)


def insert_row(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    """Adds a row; returns the number the database gave it. IntegrityError (as StoreError): another row has its key."""
    key = connection.execute(_insert_statement(table), values).inserted_primary_key
    assert key is not None
    return int(key[0])
