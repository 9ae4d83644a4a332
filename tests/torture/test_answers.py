"""Row: hostile answers. Whatever octets and numbers an SMTP or an IMAP server answers, a letter is settled or a look is over, what was
said is stored as it may be, and the next letter and the next look go on."""

from __future__ import annotations

import asyncio
import random
import re
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import samples
from tests.samples import mailbox_on
from tests.servers.scripted import Scripted
from tests.torture.report import Options, Tally, held, spread
from tests.worlds import InlineExecutor, MemoryGuard, VirtualClock, always_open
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.message.model import Address, OwnIdentity
from watcher.core.outbox.model import LetterKind, LetterState
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.mailbox import ImapAccount, MailboxError
from watcher.edge.smtp import SmtpAccount, SmtpClient
from watcher.edge.store.store import Store
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig

pytestmark = pytest.mark.timeout(600)

WHAT = "answers of SMTP and IMAP servers: mutated octets and numbers, each stored"
COUNT = 200_000
BLOCK = 250
#: Seconds an answer may take that never comes. Most wrong answers end at once.
PATIENCE = 0.15

NUMBERS = (b"0", b"-1", b"+7", b"007", b"1_0", b"65536", b"2147483648", b"4294967295", b"4294967296", b"9223372036854775808", b"%d" % 2**70, b"9" * 400, b"1e9",
           b"NIL", b"\xd9\xa3", b"", b"0x10", b" ")  # fmt: skip
WORDS = (
    b"\x00", b"\xe4", b"\xff\xfe", b"\xed\xa0\x80", b"\xf0\x9f", b"\xc3", b"\x85", b"\xa0", b"\x1b[2J", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\r", b"\r\r", b"\t", b"-", b" ",
    b"550 5.1.1 Empf\xe4nger unbekannt", b"5.7.1", b"4.4.5", b"\\", b"\"", b"(", b")", b"((((", b"{3}", b"{0}", b"[", b"]", b"NIL", b"%s", b"*", b"+ ", b"&2AA-", b"&-", b"\\Sent",
    b"x" * 600, b"(" * 300, b"Backoff Time: 99999999999 ms", b"BODY[]<0> NIL", b"INTERNALDATE \"31-Dec-9999 23:59:59 -1200\"", b"UID 4294967296", b"{99999999999}",
    b"* BYE", b"* 4294967296 EXISTS", b"250", b"334 ",
)  # fmt: skip

_MAIL = b"From: c%d@customer.example\r\nTo: sales@example.com\r\nSubject: q\r\nMessage-ID: <q%d@c.example>\r\n\r\nWhat does it cost?\r\n"


def mutated(answer: bytes, dice: random.Random) -> bytes:
    """An answer, spoilt in one to three places; now and then as it is."""
    for _ in range(dice.choice((0, 1, 1, 1, 2, 3))):
        what = dice.randrange(6)
        at = dice.randrange(len(answer) + 1)
        if what == 0 and answer:
            at = min(at, len(answer) - 1)
            answer = answer[:at] + bytes([dice.randrange(256)]) + answer[at + 1 :]
        elif what in (1, 2):
            answer = answer[:at] + dice.choice(WORDS) + answer[at:]
        elif what == 3:
            found = list(re.finditer(rb"\d+", answer))
            if found:
                number = dice.choice(found)
                answer = answer[: number.start()] + dice.choice(NUMBERS) + answer[number.end() :]
        elif what == 4:
            lines = answer.splitlines(keepends=True)
            if lines:
                lines.insert(dice.randrange(len(lines) + 1), dice.choice(lines))
            answer = b"".join(lines)
        else:
            answer = answer[:at] + answer[at + dice.choice((1, 2, 9)) :]
    # An answer that never ends teaches what the first of its kind has taught, and takes the longest.
    return answer if answer.endswith(b"\n") or dice.random() < 0.002 else answer + b"\r\n"


class Spoilt(Scripted):
    """`dice` are the next attempt's. Gives every answer of a good server, one in three of them spoilt."""

    def __init__(self, answers: dict[str, bytes]) -> None:
        super().__init__()
        self.answers, self.dice = answers, random.Random(0)
        self.spoilt = 0

    def say(self, writer: asyncio.StreamWriter, step: str, *given: Any) -> None:
        answer = self.answers[step] % given if given else self.answers[step]
        if self.dice.random() < 0.33:
            answer, self.spoilt = mutated(answer, self.dice), self.spoilt + 1
        writer.write(answer)


class SpoiltSmtp(Spoilt):
    def __init__(self) -> None:
        super().__init__(
            {
                "banner": b"220 mx.example ESMTP\r\n",
                "ehlo": b"250-mx.example\r\n250-SIZE 1000000\r\n250-AUTH PLAIN LOGIN CRAM-MD5\r\n250-CHUNKING\r\n250 8BITMIME\r\n",
                "auth": b"235 2.7.0 in\r\n",
                "mail": b"250 2.1.0 fine\r\n",
                "rcpt": b"250 2.1.5 fine\r\n",
                "data": b"354 go ahead\r\n",
                "end": b"250 2.0.0 queued\r\n",
                "quit": b"221 bye\r\n",
            }
        )

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.say(writer, "banner")
        while line := await reader.readline():
            word = line[:4].strip().lower().decode("latin-1")
            if word == "bdat":
                await reader.readexactly(int(line.split()[1]))
                self.say(writer, "end")
                continue
            self.say(writer, word if word in self.answers else "mail")
            if word == "data":
                await reader.readuntil(b"\r\n.\r\n")
                self.say(writer, "end")
            if word == "quit":
                return


class SpoiltImap(Spoilt):
    def __init__(self) -> None:
        super().__init__(
            {
                "login": b"%s OK in\r\n",
                "capability": b"* CAPABILITY IMAP4rev1 OBJECTID\r\n%s OK done\r\n",
                "list": b'* LIST (\\HasNoChildren) "/" INBOX\r\n* LIST (\\Sent) "/" "Sent Items"\r\n%s OK done\r\n',
                "examine": b"* 2 EXISTS\r\n* OK [UIDVALIDITY 7] yes\r\n* OK [UIDNEXT %d] yes\r\n%s OK [READ-ONLY] done\r\n",
                "search": b"* SEARCH %d %d\r\n%s OK done\r\n",
                "fetch": b'* %d FETCH (UID %d FLAGS (\\Seen) INTERNALDATE "23-Nov-2026 09:00:00 +0100" RFC822.SIZE %d THREADID (T%d) BODY[]<0> {%d}\r\n%s)\r\n',
                "done": b"%s OK done\r\n",
            }
        )
        self.first = 1

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"* OK [CAPABILITY IMAP4rev1 OBJECTID] hello\r\n")
        while line := await reader.readline():
            tag, _, command = line.strip().partition(b" ")
            word = command.removeprefix(b"UID ").partition(b" ")[0].lower().decode("latin-1")
            if word in ("login", "authenticate"):
                self.say(writer, "login", tag)
            elif word == "examine":
                self.say(writer, word, self.first + 2, tag)
            elif word == "search":
                self.say(writer, word, self.first, self.first + 1, tag)
            elif word == "fetch":
                for uid in map(int, re.findall(rb"\d+", command.split(b" ")[2])):
                    raw = _MAIL % (uid, uid)
                    self.say(writer, word, 1, uid, len(raw), uid, len(raw), raw)
                self.say(writer, "done", tag)
            else:
                self.say(writer, word if word in ("capability", "list") else "done", tag)


# --- the attempts


class Sender:
    """A mailbox's way out, and its letters: acknowledgements, for the stranger may answer to them what he likes."""

    server: SpoiltSmtp

    def __init__(self, port: int, server: SpoiltSmtp) -> None:
        self.server, self.store, self.clock = server, Store("sqlite://", InlineExecutor()), VirtualClock()
        account = SmtpAccount("127.0.0.1", port, "off", PasswordAuthentication("u", lambda: "p"), timeout=PATIENCE, dot_timeout=PATIENCE)  # fmt: skip

        async def no_last_look(mailboxes: Any) -> None:
            return None

        self.delivery = Delivery(
            DeliveryConfig("sales", AcknowledgementLimits(max_per_hour=10**9)), SmtpClient(account), self.store, self.clock,  # type: ignore[arg-type]
            MemoryGuard(), hooks=DeliveryHooks(no_last_look, lambda tx, one, now: one.data),  # type: ignore[arg-type]
        )  # fmt: skip

    async def attempt(self, number: int, tally: Tally) -> None:
        self.clock.time += timedelta(hours=2)
        with self.store.write_transaction() as tx:
            for old in tx.letters.list_by_state({LetterState.PENDING, LetterState.UNCERTAIN}):
                tx.letters.update_if_unchanged(old, replace(old, state=LetterState.CANCELLED))
            tx.letters.add_to_queue(
                samples.letter(id=0, kind=LetterKind.CONFIRMATION, inquiry=None, key=f"k{number}", message_id=f"m{number}@example.com",
                               created_at=self.clock.time, next_at=self.clock.time)
            )  # fmt: skip
        assert await self.delivery.deliver_next()
        with self.store.read_transaction() as tx:
            letter = tx.letters.get(tx.letters.find_by_message_id([f"m{number}@example.com"]).id)  # type: ignore[union-attr]
            texts = [letter.error, *(incident.text for incident in tx.incidents.list_open())]  # type: ignore[union-attr]
        assert letter is not None
        assert letter.state is not LetterState.SENDING, "nothing is left in the air"
        assert letter.code is None or 200 <= letter.code <= 599
        require_fit(texts)
        tally.seen[f"letters {letter.state}"] += 1

    async def close(self) -> None:
        self.store.close()


class Reader:
    """A mailbox's way in."""

    server: SpoiltImap

    def __init__(self, port: int, server: SpoiltImap) -> None:
        self.server, self.store, self.clock = server, Store("sqlite://", InlineExecutor()), VirtualClock()
        account = ImapAccount("127.0.0.1", port, PasswordAuthentication("u", lambda: "p"), "off", timeout=PATIENCE)
        us = OwnIdentity(frozenset({"sales@example.com"}), frozenset())
        config = IntakeConfig(
            Address("sales@example.com", "Sales"),
            samples.policy(hours=always_open(), own_addresses=us),
            samples.RULES,
            samples.TEMPLATES,
            poll_seconds=60.0,
        )
        self.intake = Intake(config, mailbox_on(account), self.store, self.clock, b"k" * 32)  # type: ignore[arg-type]

    async def attempt(self, number: int, tally: Tally) -> None:
        self.clock.time += timedelta(seconds=1)
        self.server.first = 1 + number % BLOCK
        try:
            await self.intake.scan_folders()
            tally.seen["looks that were complete"] += 1
        except MailboxError as error:
            tally.seen[f"looks that ended: {error.kind}"] += 1
        with self.store.read_transaction() as tx:
            require_fit([incident.text for incident in tx.incidents.list_open()])

    async def close(self) -> None:
        await self.intake.close()
        self.store.close()


def require_fit(texts: list[str]) -> None:
    for text in texts:
        assert text.isprintable(), f"stored: {text[:80]!a}"
        text.encode()


KINDS: tuple[tuple[type[Spoilt], Callable[..., Any]], ...] = ((SpoiltSmtp, Sender), (SpoiltImap, Reader))


async def _attempt_all(first: int, tally: Tally) -> None:
    kind, make = KINDS[first // BLOCK % 2]
    async with kind() as server, asyncio.TaskGroup() as group:
        user, pulse = make(server.port, server), Pulse()
        beating = group.create_task(pulse.beat())
        for number in range(first, first + BLOCK):
            tally.attempts += 1
            for _ in range(3):
                before, server.dice = server.spoilt, random.Random(number)
                pulse.begin()
                try:
                    async with asyncio.timeout(20):
                        await user.attempt(number, tally)
                except TimeoutError as error:
                    if pulse.was_starved():
                        tally.seen["attempts begun again: the machine had no time for them"] += 1
                        continue
                    tally.broke(f"attempt {number}: nothing for 20 s, {_describe_place(error)}"[:300])
                except Exception as error:
                    tally.broke(f"attempt {number}: {type(error).__name__}: {error}"[:300])
                tally.faults += server.spoilt - before
                break
        beating.cancel()
        await user.close()


class Pulse:
    """Tells a machine that has no time for us, which is no fault of ours, from a server that hangs us and from work without end."""

    def begin(self) -> None:
        self._late, self._worked, self._due = 0.0, time.process_time(), time.monotonic() + 0.5

    async def beat(self) -> None:
        while True:
            self._due = time.monotonic() + 0.5
            await asyncio.sleep(0.5)
            self._late += time.monotonic() - self._due

    def was_starved(self) -> bool:
        """Did our own loop stand still for most of the attempt, though it had next to nothing to do?"""
        late = self._late + max(0.0, time.monotonic() - self._due)
        return late > 10 and time.process_time() - self._worked < 5


def _describe_place(error: TimeoutError) -> str:
    """Where it waited when its time was over, the innermost place first."""
    frames = traceback.extract_tb((error.__cause__ or error).__traceback__)[-3:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))


def block(first: int) -> Tally:
    """The attempts `first` … `first + BLOCK - 1`: each from the dice with its own number; SMTP and IMAP by turns."""
    tally = Tally()
    asyncio.run(_attempt_all(first, tally))
    return tally


def run(options: Options) -> Tally:
    count = options.count or COUNT
    return spread(block, range(options.first, options.first + count, BLOCK), options)


@pytest.mark.parametrize("first", [0, BLOCK], ids=["SMTP", "IMAP"])
def test_hostile_answers_end_nothing_but_their_own_look(first):
    assert held(block(first)).attempts == BLOCK
