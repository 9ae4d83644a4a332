"""An incident: something keeps Watcher from doing its work. Frozen values; instants are aware UTC `datetime`s."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class IncidentKind(StrEnum):
    """What is wrong; with the subject, the name under which an incident is known."""

    MAILBOX_UNSEEN = "mailbox-unseen"  # subject: the mailbox
    NO_SENT_FOLDER = "no-sent-folder"  # subject: the mailbox
    NO_REPLY_SEEN = "no-reply-seen"  # subject: the mailbox
    CANNOT_SEND = "cannot-send"  # subject: the mailbox
    READER_REFUSED = "reader-refused"  # subject: one of the people; a server refuses mail to them
    READER_RETURNED = "reader-returned"  # subject: one of the people; mail to them came back
    CONFIGURATION_REFUSED = "configuration-refused"
    DATABASE_OLDER = "database-older"  # older than the world: a restored backup, or a lost one that is built anew
    LOOP_FAILING = "loop-failing"  # subject: the loop
    LOOP_STUCK = "loop-stuck"  # subject: the loop
    LETTERS_STUCK = "letters-stuck"  # subject: the mailbox
    CAP_TRIPPED = "cap-tripped"  # subject: the mailbox; acknowledgements are held back
    DISK_FULL = "disk-full"
    DATABASE_UNUSABLE = "database-unusable"
    CLOCK_WRONG = "clock-wrong"
    CANARY_LOST = "canary-lost"  # subject: the mailbox
    CANNOT_ALERT = "cannot-alert"  # subject: a road of the alerts


@dataclass(frozen=True, slots=True)
class Incident:
    """There is one at most of a kind and subject; it is deleted when it is over. `since`: UTC."""

    kind: IncidentKind
    subject: str  # a mailbox, a loop; "" for the whole of Watcher
    since: datetime
    text: str  # for the people responsible, in words


@dataclass(frozen=True, slots=True)
class MailboxIdentity:
    """What a name of the configuration stands for."""

    name: str
    account: str  # where it is logged in, and as whom; "" in a database of before that was kept
    address: str  # case-folded


@dataclass(frozen=True, slots=True)
class ToldIncident:
    """What the alerts have told of an incident. There is one at most of a kind and subject. Instants in UTC."""

    incident: Incident
    told_at: datetime  # the last time
    ended_at: datetime | None = None  # that it is over was told then


@dataclass(frozen=True, slots=True)
class Canary:
    """The last inquiry that Watcher wrote to a mailbox itself, and whether it came through. Instants in UTC."""

    mailbox: str
    key: str  # of the letter
    sent_at: datetime
    arrived_at: datetime | None = None
    problem: str = ""  # why it was not sent, or what was wrong with it when it arrived
