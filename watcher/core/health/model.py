"""An incident: something keeps Watcher from doing its work. Frozen values; instants are aware UTC `datetime`s."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class IncidentKind(StrEnum):
    """What is wrong; with the subject, the name under which an incident is known. The most urgent come first: what stops everything, what
    stops one mailbox, what spoils the work, what will; a cause before what follows from it."""

    NOT_RUNNING = "not-running"  # it could not start, or it ended; told by the process itself before it goes
    DISK_FULL = "disk-full"
    DATABASE_UNUSABLE = "database-unusable"
    LOOP_STUCK = "loop-stuck"  # subject: the loop
    TOKEN_DEAD = "token-dead"  # noqa: S105 (subject: the account of the token; only a person can mend it)
    MAILBOX_UNSEEN = "mailbox-unseen"  # subject: the mailbox
    CANNOT_SEND = "cannot-send"  # subject: the mailbox
    LETTERS_STUCK = "letters-stuck"  # subject: the mailbox
    CANARY_LOST = "canary-lost"  # subject: the mailbox
    READER_REFUSED = "reader-refused"  # subject: one of the people; a server refuses mail to them
    READER_RETURNED = "reader-returned"  # subject: one of the people; mail to them came back
    FOLDER_UNSEEN = "folder-unseen"  # subject: mailbox/folder; of sent mail, and all else is seen
    NO_SENT_FOLDER = "no-sent-folder"  # subject: the mailbox
    CLOCK_WRONG = "clock-wrong"
    LOOP_FAILING = "loop-failing"  # subject: the loop
    CAP_TRIPPED = "cap-tripped"  # subject: the mailbox; acknowledgements are held back
    TOKEN_EXPIRING = "token-expiring"  # noqa: S105 (subject: that of token-dead; it cannot be renewed now, or soon no more)
    CANNOT_ALERT = "cannot-alert"  # subject: a road of the alerts
    CONFIGURATION_REFUSED = "configuration-refused"
    OTHER_WATCHER = "other-watcher"  # subject: the mailbox; it has letters that this state does not know
    DATABASE_OLDER = "database-older"  # older than the world: a restored backup, or a lost one that is built anew
    NO_REPLY_SEEN = "no-reply-seen"  # subject: the mailbox


#: About a token; whoever keeps it opens and closes them, over restarts too.
TOKEN_INCIDENTS = (IncidentKind.TOKEN_DEAD, IncidentKind.TOKEN_EXPIRING)


class WaitEnd(StrEnum):
    """What ended a wait for mail."""

    RING = "ring"  # the server announced a message (IDLE, RFC 2177)
    SILENCE = "silence"  # IDLE was on all the while, and no message was announced
    OTHER = "other"  # no IDLE, a new connection, or somebody wants a look now


class ListedFolder(NamedTuple):
    """A folder as LIST names it (RFC 9051 § 7.3.1). `attributes` in lower case; `delimiter` of its hierarchy, "" without one."""

    attributes: frozenset[str]
    delimiter: str
    name: str

    @property
    def can_be_opened(self) -> bool:
        """Is it more than the parent of others?"""
        return not self.attributes & {"\\noselect", "\\nonexistent"}


@dataclass(frozen=True, slots=True)
class FolderCounts:
    """What a server says of a folder when it is opened (EXAMINE, RFC 9051 § 6.3.3)."""

    uidvalidity: int
    uidnext: int  # 0: not said
    exists: int  # messages
    highest_modseq: int | None = None  # RFC 7162 § 3.1.2.1; None: not said


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder had at one look, and what its server counted just before it was listed."""

    counts: FolderCounts
    uids: Set[int]  # RFC 9051 § 2.3.1.1


@dataclass(frozen=True, slots=True)
class Incident:
    """There is one at most of a kind and subject; it is deleted when it is over. `since`: UTC."""

    kind: IncidentKind
    subject: str  # a mailbox, a loop; "" for the whole of Watcher
    since: datetime
    text: str  # for the people responsible, in words
    retry_at: datetime | None = None  # of an account that cannot send: `account.retry_at`

    @property
    def kind_and_subject(self) -> tuple[IncidentKind, str]:
        """Under what it is known."""
        return self.kind, self.subject


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
class FailureNotice:
    """What was told of a Watcher that does not run, or was to be told. Instants in UTC."""

    text: str
    since: datetime
    tried_at: datetime  # the last time
    is_taken: bool = False  # somebody has it
    ended_at: datetime | None = None  # Watcher has run since


@dataclass(frozen=True, slots=True)
class Canary:
    """The last inquiry that Watcher wrote to a mailbox itself, and whether it came through. Instants in UTC."""

    mailbox: str
    key: str  # of the letter
    sent_at: datetime
    arrived_at: datetime | None = None
    problem: str = ""  # why it was not sent, or what was wrong with it when it arrived


@dataclass(frozen=True, slots=True)
class TokenCondition:
    """What is known of an account's token (RFC 6749 § 1.4), the token itself left out. Instants in UTC; None: not known, or never."""

    account: str  # who logged in, or the application
    needs_person: bool  # there is a new one only when somebody logs in
    obtained_at: datetime | None = None  # None: there is none yet
    expires_at: datetime | None = None  # the access token
    login_expires_at: datetime | None = None  # the refresh token (RFC 6749 § 1.5), where the provider says so
    failed_at: datetime | None = None  # the last renewal that did not work; None: the last one did
    failing_since: datetime | None = None
    error: str = ""  # RFC 6749 § 5.2; "" where no answer came that could be read
    error_text: str = ""  # for people, with what to do


@dataclass(frozen=True, slots=True)
class WaitingFigures:
    """What waits for an answer in one mailbox."""

    count: int
    oldest_at: datetime  # since when the oldest waits, UTC
    broken: int  # whose promised time has passed
