"""A real support mailbox of six years, and the truth about it: who asked, who of the staff answered, with which message.

`inbox-sim/raid` of the corpus is 505 threads of a public support list made into a mailbox: what 19 regulars wrote lies in Sent,
all else in INBOX. `manifest.csv` says of each message its thread and whether it opens one (`inquiry`), comes from outside
(`customer-or-peer`) or from the regulars (`staff-reply`). This file reads the labels with the standard library alone, so that
the program is not measured with its own ruler, and compares them with what the program did (`Told`).

What the labels do not say
--------------------------
The list is the mailbox here. On the list a reply that goes to the list alone reaches the customer, who reads it there; in a
business a reply to one's own mailbox reaches nobody, unless the customer answers it. In seven threads labelled as answered no message
of the staff ever went to the customer or was answered by them (`NOT_TO_THE_CUSTOMER`, looked at one by one): no person would call
these customers answered. Both counts are shown, by the labels as they stand and by the labels read closely.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.parser import BytesHeaderParser
from email.utils import getaddresses, parsedate_to_datetime

from tests.corpus import CORPUS, bounds
from watcher.core.inquiry.model import InquiryState
from watcher.edge.store.store import Transaction

FOLDER = CORPUS / "inbox-sim" / "raid"
MAILBOX = "linux-raid@vger.kernel.org"

#: Thread → why it is not answered though its label says so.
NOT_TO_THE_CUSTOMER = {
    "0015": "the reply goes to the list alone",
    "0027": "an answer to two other people in the thread",
    "0116": "an answer to another person in the thread",
    "0127": "an answer to another person in the thread",
    "0175": "an answer to another person's message, to the list alone",
    "0207": "an answer to another person in the thread",
    "0264": "a word between two of the staff",
}


@dataclass(frozen=True)
class Mail:
    """One message and what its label says of it."""

    file: str
    thread: str
    part: str  # inquiry, customer-or-peer, staff-reply
    message_id: str
    at: datetime
    raw: bytes
    authors: frozenset[str]  # of From and Reply-To: where an answer to it may go
    sender: str
    recipients: frozenset[str]
    names: tuple[str, ...]  # the ids it answers, the nearest first

    @property
    def folder(self) -> str:
        return "Sent" if self.part == "staff-reply" else "INBOX"


@dataclass(frozen=True)
class Thread:
    """The truth about one thread."""

    mails: tuple[Mail, ...]  # in time order

    @property
    def name(self) -> str:
        return self.mails[0].thread

    @property
    def inquiry(self) -> Mail:
        return next(mail for mail in self.mails if mail.part == "inquiry")

    @property
    def staff(self) -> tuple[Mail, ...]:
        return tuple(mail for mail in self.mails if mail.part == "staff-reply")

    @property
    def labelled(self) -> Mail | None:
        """The first message of the staff, whoever it went to."""
        return self.staff[0] if self.staff else None

    @property
    def answer(self) -> Mail | None:
        """The first message of the staff that went to the customer, or that the customer answered: then they have had it."""
        return next((mail for mail in self.staff if self.reaches(mail) or self._is_answered(mail)), None)

    @property
    def addressed(self) -> Mail | None:
        """The first message of the staff that went to the customer: it can be known for an answer when it is sent."""
        return next((mail for mail in self.staff if self.reaches(mail)), None)

    def reaches(self, mail: Mail) -> bool:
        return not mail.recipients.isdisjoint(self._customer)

    @property
    def _customer(self) -> frozenset[str]:
        return self.inquiry.authors - {MAILBOX}

    def _is_answered(self, mail: Mail) -> bool:
        return any(
            other.names[:1] == (mail.message_id,) and not other.authors.isdisjoint(self._customer)
            for other in self.mails
        )

    @property
    def link(self) -> str:
        """How the answer is tied to the inquiry."""
        answer = self.answer or self.labelled
        if answer is None:
            return "no answer"
        if self.inquiry.message_id in answer.names[:1]:
            return "names the inquiry"
        if self.inquiry.message_id in answer.names:
            return "names a later message, the inquiry in References"
        return "names messages of the thread only"


def threads(every: int = 1) -> list[Thread]:
    """Each `every`-th thread."""
    found: dict[str, list[Mail]] = defaultdict(list)
    with (CORPUS / "manifest.csv").open(newline="") as manifest:
        for row in csv.DictReader(manifest):
            place = re.match(r"inbox-sim/raid/\w+/(\d+)-", row["file"])
            if place and int(place[1]) % every == 0:
                found[place[1]].append(_read(row))
    return [Thread(tuple(in_order(_possible(mails)))) for _, mails in sorted(found.items())]


def _possible(mails: Iterable[Mail]) -> list[Mail]:
    """Nobody answers what is not written. Two messages are dated minutes before what they answer, by a clock that was wrong; the
    archive has no other date. They arrive a second after it."""
    arrival: dict[str, datetime] = {}
    found = []
    for mail in sorted(mails, key=lambda mail: (len(mail.names), mail.at)):
        after = [arrival[name] + timedelta(seconds=1) for name in mail.names if name in arrival]
        found.append(replace(mail, at=max([mail.at, *after])))
        arrival[mail.message_id] = found[-1].at
    return found


def in_order(mails: Iterable[Mail]) -> list[Mail]:
    return sorted(mails, key=lambda mail: (mail.at, mail.file.rpartition("/")[2]))


def _read(row: dict[str, str]) -> Mail:
    raw = (CORPUS / row["file"]).read_bytes()
    head = BytesHeaderParser().parsebytes(raw)
    at = parsedate_to_datetime(str(head["Date"]))
    at = at if at.tzinfo else at.replace(tzinfo=UTC)

    def people(*names: str) -> frozenset[str]:
        values = [str(value) for name in names for value in head.get_all(name, [])]
        return frozenset(address.casefold() for _, address in getaddresses(values) if "@" in address)

    def ids(name: str) -> list[str]:
        return re.findall(r"[^\s<>,]+@[^\s<>,]+", str(head[name] or ""))

    thread, _, message_id = row["extra"].removeprefix("thread=").partition(";mid=")
    return Mail(
        file=row["file"],
        thread=thread,
        part=row["sublabel"],
        message_id=message_id,
        at=at.astimezone(UTC),
        raw=raw,
        authors=people("From", "Reply-To"),
        sender=next(iter(people("From")), ""),
        recipients=people("To", "Cc"),
        names=tuple(dict.fromkeys((*ids("In-Reply-To"), *reversed(ids("References"))))),
    )


def without_ids(of: Iterable[Thread]) -> list[Thread]:
    """The same, the staff writing with programs that name nothing: no In-Reply-To, no References, no Thread-Index."""
    head = re.compile(rb"(?mi)^(?:In-Reply-To|References|Thread-Index):.*\n(?:[ \t].*\n)*")

    def bare(mail: Mail) -> Mail:
        top, blank, body = mail.raw.partition(b"\r\n\r\n" if b"\r\n\r\n" in mail.raw else b"\n\n")
        return replace(mail, raw=head.sub(b"", top + b"\n").rstrip(b"\r\n") + blank + body, names=())

    return [Thread(tuple(bare(mail) if mail.part == "staff-reply" else mail for mail in each.mails)) for each in of]


def staff(of: Iterable[Thread]) -> list[str]:
    """Everyone who writes from the mailbox."""
    return sorted({mail.sender for thread in of for mail in thread.staff})


def batches(mails: Sequence[Mail], seconds: float = 600.0) -> Iterable[list[Mail]]:
    """Strict time order, cut wherever the folder changes, time has passed, or a second answer to one thread comes: the daemon
    looks after each."""
    batch: list[Mail] = []
    for mail in mails:
        again = mail.folder == "Sent" and any(each.thread == mail.thread for each in batch)
        if batch and (again or mail.folder != batch[-1].folder or (mail.at - batch[0].at).total_seconds() > seconds):
            yield batch
            batch = []
        batch.append(mail)
    if batch:
        yield batch


def filed(letter: bytes) -> bytes:
    """The copy of a letter as a provider files it under Sent: every other one has a Message-ID of the provider's own."""
    digest = hashlib.sha256(letter).hexdigest()
    other = f"Message-ID: <{digest}@relay.example>".encode()
    return re.sub(rb"(?mi)^Message-ID: [^\r\n]+", other, letter, count=1) if int(digest, 16) % 2 else letter


# --- what the program did ------------------------------------------------------------------------------------------


@dataclass
class Told:
    """Each close as it happened: inquiry, the message that closed it, how it was known."""

    closes: list[tuple[int, str, str]] = field(default_factory=list)
    _line: int = 0

    def watch(self, tx: Transaction) -> None:
        """Called after each look: notes the evidence before a later message can change it."""
        for line, number, entry in tx.inquiries.journal_entries_after(self._line):
            self._line = line
            inquiry = tx.inquiries.get(number)
            if entry.event == "answered" and inquiry is not None and inquiry.reply_proof is not None:
                close = (number, inquiry.reply_proof.message_id, inquiry.reply_proof.how)
                if close not in self.closes:
                    self.closes.append(close)


@dataclass
class Figures:
    """The comparison, thread by thread."""

    rows: list[tuple[str, int, int]]  # what, how many, of how many
    misses: list[str]

    def share(self, what: str) -> tuple[int, int]:
        return next((hits, n) for name, hits, n in self.rows if name == what)

    def table(self) -> str:
        lines = [f"{'':<64}{'of':>6}{'are':>6}{'share':>8}{'95 %':>16}"]
        for what, hits, n in self.rows:
            low, high = bounds(hits, n)
            lines.append(f"{what:<64}{n:>6}{hits:>6}{100 * hits / n if n else 0.0:>7.1f}%{low:>8.1f} –{high:>5.1f}%")
        return "\n".join(lines)


AS_LABELLED = "answered by the labels: closed by that message"
ANSWERED = "answered, the customer among the recipients: closed by it"
WRONGLY = "unanswered: closed"
ELSEWHERE = "closes: by a message of another thread"
MACHINE = "closes: by a message nobody of the staff wrote"
NOT_OPENED = "threads: no inquiry opened"
ANEW = "later messages from outside: opened another inquiry"
NAGGED = "the staff had the last word, to the customer: nagged all the same"


def compare(of: Sequence[Thread], told: Told, tx: Transaction) -> Figures:
    """Labels against journal."""
    return _Comparison(of, told, tx).figures()


class _Comparison:
    def __init__(self, of: Sequence[Thread], told: Told, tx: Transaction) -> None:
        self.of, self.told, self.tx = of, told, tx
        self.rows: list[tuple[str, int, int]] = []
        self.misses: list[str] = []
        self.by_id = {mail.message_id: mail for thread in of for mail in thread.mails}
        inquiries = tx.inquiries.find_by_state()
        self.number = {each.message_id: each.number for each in inquiries}
        self.state = {each.number: each.state for each in inquiries}
        self.thread = {self.number[name]: mail.thread for name, mail in self.by_id.items() if name in self.number}
        self.first: dict[int, str] = {}
        for number, message_id, _ in told.closes:
            self.first.setdefault(number, message_id)

    def figures(self) -> Figures:
        self._right(AS_LABELLED, [(each, each.labelled) for each in self.of if each.labelled])
        self._right(ANSWERED, [(each, each.addressed) for each in self.of if each.addressed])
        unanswered = [each for each in self.of if each.addressed is None]
        wrongly = [each for each in unanswered if self._closed_by(each)]
        self._row(WRONGLY, [f"{each.inquiry.file} by {self._closed_by(each)}" for each in wrongly], len(unanswered))
        self._sources()
        unopened = [each.inquiry for each in self.of if each.inquiry.message_id not in self.number]
        self._row(NOT_OPENED, [f"{mail.file}: {self._why(mail)}" for mail in unopened], len(self.of))
        peers = [mail for each in self.of for mail in each.mails if mail.part == "customer-or-peer"]
        anew = [mail for mail in peers if mail.message_id in self.number]
        self._row(ANEW, [f"{mail.file}: {self._why(mail)}" for mail in anew], len(peers))
        ended = [each for each in self.of if each.mails[-1].part == "staff-reply" and each.reaches(each.mails[-1])]
        awake = [each.mails[-1] for each in ended if self.state.get(self._number(each)) != InquiryState.ANSWERED]
        self._row(NAGGED, [f"{mail.file}: {self._why(mail)}" for mail in awake], len(ended))
        return Figures(self.rows, self.misses)

    def _row(self, what: str, found: list[str], n: int) -> None:
        self.rows.append((what, len(found), n))
        self.misses += [f"{what}: {each}" for each in found]

    def _number(self, thread: Thread) -> int:
        return self.number.get(thread.inquiry.message_id, 0)

    def _closed_by(self, thread: Thread) -> str:
        """The file, or the id, of the message that closed it first; "" for none."""
        message_id = self.first.get(self._number(thread), "")
        mail = self.by_id.get(message_id)
        return mail.file if mail else message_id

    def _why(self, mail: Mail) -> str:
        lines = self.tx.ledger.entries_by_message_id(mail.message_id)
        return "; ".join(f"{line.kind} [{' '.join(line.codes)}] {line.why}" for line in lines) or "never decided"

    def _right(self, what: str, chosen: list[tuple[Thread, Mail]]) -> None:
        hits = 0
        for thread, answer in chosen:
            by = self._closed_by(thread)
            hits += by == answer.file
            if by != answer.file:
                inquiry = "" if self._number(thread) else f"; no inquiry: {self._why(thread.inquiry)}"
                note = NOT_TO_THE_CUSTOMER.get(thread.name, "")
                self.misses.append(
                    f"{what}: {answer.file}: {'closed by ' + by if by else 'not closed'}; decided: {self._why(answer)}"
                    f"{inquiry}{f' (label: {note})' if note else ''}"
                )
        self.rows.append((what, hits, len(chosen)))

    def _sources(self) -> None:
        """Every close there was: whose message it was, and of which thread."""
        foreign, machine = [], []
        for number, message_id, how in self.told.closes:
            mail = self.by_id.get(message_id)
            if mail is None or mail.part != "staff-reply":
                machine.append(f"inquiry {number}: {mail.file if mail else message_id} ({how})")
            elif self.thread.get(number) != mail.thread:
                foreign.append(f"inquiry {number} of thread {self.thread.get(number)}: {mail.file} ({how})")
        self._row(ELSEWHERE, foreign, len(self.told.closes))
        self._row(MACHINE, machine, len(self.told.closes))
