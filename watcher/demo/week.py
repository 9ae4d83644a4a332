"""The days before the staged one, when nobody watched: ordinary mail of a small business, answered, late or never.

It lies in the mailbox when the day begins, and is read as `watcher audit` reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from watcher.config.models import Config
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.demo.day import TIME_ZONE
from watcher.service import accounts, wiring
from watcher.service.audit import Audit, read_mailbox
from watcher.service.backlog_reader import BacklogReader

WEEK_BEGIN = datetime(2026, 2, 24, tzinfo=TIME_ZONE)  # a Tuesday, seven days before the day that is played


@dataclass(frozen=True)
class PastInquiry:
    """A question of the days before. `answered` is empty where nobody answered; both are the wall clock of the house."""

    came: str
    customer: str
    subject: str
    answered: str = ""
    by: str = "anna"

    @property
    def address(self) -> str:
        """Of the customer."""
        name = self.customer.casefold()
        return f"{name.partition(' ')[0]}@{name.rpartition(' ')[2]}.example"

    def write_messages(self) -> list[tuple[str, bytes, datetime]]:
        """Folder, octets and arrival of the question, and of its answer where there is one."""
        question = f"q-{self.address}"
        asked = _build_mail(
            f"{self.customer} <{self.address}>", "Example Roofs <sales@example.com>", self.subject, question, self.came
        )
        asked.set_content(
            f"Hello,\n\n{self.subject.casefold()}: can you help, and what does it cost?\n\n{self.customer}\n"
        )
        found = [("INBOX", _message_octets(asked), _local_instant(self.came))]
        if self.answered:
            sender = f"{self.by.title()} <{self.by}@example.com>"
            answer = _build_mail(sender, self.address, f"Re: {self.subject}", f"a-{self.address}", self.answered)
            answer["In-Reply-To"] = answer["References"] = f"<{question}>"
            answer.set_content(
                f"Dear {self.customer},\n\nyes, for about 400 euros. We can come next week.\n\n{self.by.title()}\n"
            )
            found.append(("Sent", _message_octets(answer), _local_instant(self.answered)))
        return found


#: Mornings go well; what comes at noon waits long, and on Friday afternoon it is forgotten.
PAST_INQUIRIES = (
    PastInquiry("2026-02-24 08:40", "Ivy Marsh", "Skylight", "2026-02-24 09:30"),
    PastInquiry("2026-02-24 10:05", "Jack Orchard", "Quote for a porch", "2026-02-24 11:20", "ben"),
    PastInquiry("2026-02-24 12:20", "Kim Rivers", "Loose tiles", "2026-02-25 11:45"),
    PastInquiry("2026-02-24 14:50", "Leo Harbour", "Moss on the roof", "2026-02-24 16:10"),
    PastInquiry("2026-02-25 09:15", "Mona Castle", "Insulation", "2026-02-25 10:00"),
    PastInquiry("2026-02-25 09:50", "Nick Bridge", "Blocked gutter", "2026-02-25 12:35", "ben"),
    PastInquiry("2026-02-25 12:40", "Olive Church", "Flat roof", ""),
    PastInquiry("2026-02-25 16:20", "Pat Meadow", "Solar panels", "2026-02-26 09:40", "ben"),
    PastInquiry("2026-02-26 08:55", "Quinn Forest", "Storm damage", "2026-02-26 09:25"),
    PastInquiry("2026-02-26 10:30", "Rose Garden", "Greenhouse", "2026-02-26 11:05"),
    PastInquiry("2026-02-26 12:15", "Sam Valley", "Chimney cover", "2026-02-27 10:50", "ben"),
    PastInquiry("2026-02-26 15:40", "Tess Brook", "Dormer window", "2026-02-26 16:45"),
    PastInquiry("2026-02-27 09:20", "Uma Cliff", "Copper gutter", "2026-02-27 10:15"),
    PastInquiry("2026-02-27 11:10", "Vic Tower", "Lightning rod", "2026-02-27 14:30", "ben"),
    PastInquiry("2026-02-27 15:05", "Wendy Shore", "Roof for a carport", ""),
    PastInquiry("2026-02-27 15:50", "Xena Field", "Wasp nest under the eaves", ""),
    PastInquiry("2026-02-27 16:35", "Yann Moor", "Leak above the stairs", ""),
    PastInquiry("2026-02-28 11:30", "Zoe Pond", "Snow guards", "2026-03-02 09:35"),
    PastInquiry("2026-03-02 08:30", "Adam Hedge", "Slate or clay", "2026-03-02 09:50"),
    PastInquiry("2026-03-02 10:40", "Beth Acre", "Gutter guard", "2026-03-02 13:10", "ben"),
    PastInquiry("2026-03-02 12:30", "Cole Ridge", "Second opinion", "2026-03-02 16:50"),
)


def past_mails() -> list[tuple[str, bytes, datetime]]:
    """All of it: folder, octets and arrival, the oldest first."""
    return sorted((mail for inquiry in PAST_INQUIRIES for mail in inquiry.write_messages()), key=lambda mail: mail[2])


async def audit_past(config: Config, folder: Path, now: datetime) -> list[InquiryOutcome]:
    """What `watcher audit` finds in the mailbox until `now`. `folder`: for its database. MailboxError: the server failed."""
    (box,) = config.mailbox
    database = folder / "audit.sqlite3"
    audit = Audit(wiring.build_views(config).intakes, WEEK_BEGIN, now, database)
    mailbox = accounts.imap_mailbox(box, config)
    try:
        await read_mailbox(mailbox, WEEK_BEGIN, audit, BacklogReader(), lambda count, total: None)
        return list(audit.list_outcomes())
    finally:
        await mailbox.close_connections()
        audit.close()
        database.unlink(missing_ok=True)


def _build_mail(sender: str, recipient: str, subject: str, name: str, wall: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, recipient, subject
    made["Date"] = format_datetime(_local_instant(wall))
    made["Message-ID"] = f"<{name}>"
    return made


def _message_octets(message: EmailMessage) -> bytes:
    return message.as_bytes().replace(b"\n", b"\r\n")


def _local_instant(wall: str) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=TIME_ZONE)
