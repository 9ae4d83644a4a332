"""What only the simulated world knows of a customer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class Case:
    """The truth about one customer's question, which only the world knows."""

    number: int
    customer: str
    message_id: str  # of the latest message
    first_id: str
    asked: list[datetime] = field(default_factory=list)
    answered: list[datetime] = field(default_factory=list)
    closed_at: datetime | None = None  # by a command
    hidden: bool = False  # not in a watched folder before anything looked: nobody can know of it
    deleted: bool = False  # a message of it: only the database still knows
    unread: bool = False  # and nobody had looked at that one
    vague: bool = False  # the database was restored: what was said since is forgotten
    home: str = "sales"  # the account whose mailbox it is with
    copied_to: tuple[str, ...] = ()  # accounts in which the same mail lies
    told_home: str = ""  # where the daemon last had it
    dismissed_in: set[str] = field(default_factory=set)
    is_contact: bool = False  # imported, to be written to; `first_id` is "" until they write themselves
    replied_in: str = ""  # the folder of the last reply
    has_twin: bool = False  # another mail with its id and sender lies in the other mailbox
    is_twin_closed: bool = False  # the inquiry of that one, by a command
    orders: int = 0  # how often they wrote anew, as if nothing had been before
    reply_ids: tuple[str, ...] = ()  # of the replies, the last one at the end
    was_early: bool = False  # a contact's mail was answered before anything had looked at it: the reply goes to both

    @property
    def has_written(self) -> bool:
        """Is there mail of theirs? A contact is counted from its import on."""
        return len(self.asked) > self.is_contact

    def is_told_by(self, raw: bytes) -> bool:
        """Is it a message of theirs, or the report that a reply to them came back?"""
        is_report = raw.startswith(b"From: MAILER-DAEMON@mx.example")
        is_about_reply = is_report and any(f"Message-ID: <{reply_id}>".encode() in raw for reply_id in self.reply_ids)
        return raw.startswith(f"From: customer{self.number}@".encode()) or is_about_reply

    @property
    def reply_id(self) -> str:
        """Of the last reply; "" before the first."""
        return self.reply_ids[-1] if self.reply_ids else ""

    @property
    def is_closed_by_command(self) -> bool:
        """Did a command close it, and nobody answer what was asked last?"""
        has_reply = any(at >= self.asked[-1] for at in self.answered)
        return self.closed_at is not None and not (self.waits or has_reply)

    @property
    def waits(self) -> bool:
        last = max((*self.answered, *([self.closed_at] if self.closed_at else [])), default=None)
        return last is None or self.asked[-1] > last

    def close_by_command(self, at: datetime) -> None:
        """Somebody said `done`. Of a question that has a twin there are two inquiries, and each is closed for itself."""
        if not self.has_twin or self.told_home == self.home or len(self.asked) > 1:
            self.closed_at = at
        else:
            self.is_twin_closed = True
