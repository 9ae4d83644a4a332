"""What becomes of whole conversations: what a customer and the house wrote, one after the other, and how the inquiry stands at the end.

`python -m tests.conversations [-v] [KIND]` prints, by kind and half, how many ended as expected; -v names each miss of the half that
may be read. The mail is that of a stranger (tests/field/conversations), and rebuilt from public reports (tests/field/seventh); it goes
through the real intake, dated as it says itself.
"""

from __future__ import annotations

import asyncio
import csv
import email.utils
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path

from tests.attention_table import FIELD, HALVES
from tests.samples import RULES
from tests.worlds import IntakeDesk
from watcher.core.inquiry.model import Inquiry, InquiryState

#: Half → the folders that hold its conversations.
FOLDERS = {half: (FIELD / "conversations" / half, FIELD / "seventh" / half / "threads") for half in HALVES}
#: What else is right: a doubt is told, and leaves open what is open.
ALSO_RIGHT = {"waiting": {"asked", "promise"}, "promise": {"asked"}}
#: The journal's events that say how a conversation stands.
_TURNING_POINTS = ("opened", "answered", "reopened", "holding reply")


@dataclass(frozen=True)
class Conversation:
    """Some mails of one customer and one house. `expected`: waiting, answered, promise (a promise is known, and open), asked (open,
    and the digest asks whether it is answered)."""

    half: str
    folder: Path
    case: str
    kind: str
    mailbox: str
    expected: str
    why: str

    @property
    def mails(self) -> Iterator[tuple[str, bytes]]:
        """Folder and octets, in the order in which they were written."""
        for path in sorted((self.folder / self.case).glob("*.eml")):
            octets = path.read_bytes()
            lines = octets if b"\r\n" in octets[:2000] else octets.replace(b"\n", b"\r\n")
            yield "Sent" if "sent" in path.name else "INBOX", lines


def read_conversations() -> list[Conversation]:
    found = []
    for half, folder in ((half, folder) for half, folders in FOLDERS.items() for folder in folders):
        with (folder / "manifest.csv").open(newline="") as table:
            for row in csv.DictReader(table):
                mailbox = next(value for name, value in row.items() if name.startswith("mailbox"))
                told = (row["case"].strip("/"), row["kind"], mailbox.strip(), row["expected"], row["why"])
                found.append(Conversation(half, folder, *told))
    return found


def play_conversation(conversation: Conversation, is_trusting: bool = False) -> str:
    """How the first inquiry stands when all mail is read: waiting (that, or another of the conversation), asked, promise, answered, or
    "none". `is_trusting`: what the receiving server says of senders counts (`watcher.trust`)."""
    return asyncio.run(_play(conversation, is_trusting))


async def _play(conversation: Conversation, is_trusting: bool) -> str:
    mails = [(folder, raw, email.message_from_bytes(raw)) for folder, raw in conversation.mails]
    dates = [_date_of(message) for _, _, message in mails]
    desk = IntakeDesk(
        conversation.mailbox,
        _people_of(conversation.mailbox, [(folder, message) for folder, _, message in mails]),
        min(dates),
        trust=_find_server([message for _, _, message in mails]) if is_trusting else None,
        phrases=RULES.holding_phrases,
    )
    await desk.begin()
    for (folder, raw, _), at in zip(mails, dates, strict=True):
        desk.mailbox.put(folder, raw, at)
        await desk.look(at + timedelta(minutes=1))
    with desk.store.read_transaction() as tx:
        inquiries = tx.inquiries.find_by_state()
        events = [note.event for note in tx.inquiries.journal_of(inquiries[0].number)] if inquiries else []
    desk.store.close()
    if not inquiries:
        return "none"
    ended = _describe_state(inquiries[0], events)
    other_waits = any(inquiry.state is InquiryState.WAITING for inquiry in inquiries[1:])
    return "waiting" if ended == "answered" and other_waits else ended


def _describe_state(inquiry: Inquiry, events: Sequence[str]) -> str:
    if inquiry.state is not InquiryState.WAITING:
        return str(inquiry.state)
    last = next(event for event in reversed(events) if event in _TURNING_POINTS)
    return "promise" if last == "holding reply" else "asked" if inquiry.possible_answer else "waiting"


def _date_of(message: Message) -> datetime:
    date = email.utils.parsedate_to_datetime(str(message["Date"]))
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _people_of(mailbox: str, mails: Sequence[tuple[str, Message]]) -> set[str]:
    """Who writes from the house's domain, or has mail among what was sent."""
    domain = mailbox.casefold().partition("@")[2]
    writers = (
        (folder, address.casefold())
        for folder, message in mails
        for _, address in email.utils.getaddresses(list(map(str, message.get_all("From", []))))
    )
    ours = {address for folder, address in writers if folder == "Sent" or address.endswith(f"@{domain}")}
    return ours - {mailbox.casefold()}


def _find_server(messages: Sequence[Message]) -> str | None:
    """The server that received the mail, by the first word of its Authentication-Results (RFC 8601 § 2.2)."""
    results = (str(message["Authentication-Results"]) for message in messages if message["Authentication-Results"])
    return next((result.partition(";")[0].strip() for result in results), None)


def is_right(conversation: Conversation, ended: str) -> bool:
    return ended == conversation.expected or ended in ALSO_RIGHT.get(conversation.expected, ())


def main(arguments: Sequence[str]) -> int:
    chosen = next((word for word in arguments if not word.startswith("-")), "")
    table: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for conversation in read_conversations():
        if not conversation.kind.startswith(chosen):
            continue
        ended = play_conversation(conversation)
        table[conversation.kind, conversation.half].append(is_right(conversation, ended))
        if "-v" in arguments and conversation.half == "mend" and not is_right(conversation, ended):
            print(f"{conversation.case}: {conversation.expected} expected, {ended}: {conversation.why}")
    for (kind, half), hits in sorted(table.items()):
        print(f"{kind}, {half}: {sum(hits)} of {len(hits)}")
    print(f"all: {sum(map(sum, table.values()))} of {sum(map(len, table.values()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
