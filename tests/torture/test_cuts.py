"""Row: real sessions with a real Postfix and a real Dovecot, broken at every octet, in both directions, in four ways.

SMTP: never "sent" unless Postfix has queued it, never "not sent" when it has. IMAP: all of it, or an error. A flipped octet is
something no protocol without a checksum can see (TLS does): there the claim is an answer in time and no crash, and for SMTP the same
verdicts.
"""

from __future__ import annotations

import asyncio
import logging
import re
import shutil
import socket
import struct
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.samples import letter, mailbox_on
from tests.servers import real
from tests.servers.real import PASSWORD, Certificates, Dovecot, Postfix
from tests.torture.report import Options, Tally, held, spread
from watcher.core.outbox.model import Accepted, Refused, Unknown, Unreachable
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.mailbox import ImapAccount, MailboxError
from watcher.edge.smtp import MailTransaction, SmtpAccount, SmtpClient

pytestmark = pytest.mark.timeout(600)

WHAT = "byte cuts on real Postfix and Dovecot sessions"
WAYS = ("close", "reset", "black hole", "flip")
#: Seconds a client waits. Where the line is closed nobody waits; a busy machine must not break what the cut does not.
PATIENCE = {"close": 10.0, "reset": 10.0, "flip": 2.0, "black hole": 1.5}
AT_ONCE = 16
LONGEST = 30.0  # seconds an attempt may take, on a machine that is busy


@dataclass(frozen=True)
class Cut:
    """What is done at which octet of which direction."""

    road: str  # BDAT, DATA, IMAP
    there: bool  # from the client to the server
    at: int
    how: str

    def __str__(self) -> str:
        return f"{self.road}, {'to' if self.there else 'from'} the server, octet {self.at}, {self.how}"


class Proxy:
    """Passes octets on, until it does what the cut says. `passed`: how many went through, each way."""

    def __init__(self, target: int, cut: Cut | None) -> None:
        self.target, self.cut = target, cut
        self.passed = {True: 0, False: 0}
        self._tasks: set[asyncio.Task[None]] = set()
        self._done = False

    async def __aenter__(self) -> Proxy:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *error: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        with suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
            ends = (writer, far_writer)
            ways = [self._pass(reader, far_writer, True, ends), self._pass(far_reader, writer, False, ends)]
            try:
                await asyncio.gather(*ways)
            finally:
                for each in ends:
                    each.close()

    async def _pass(self, reader: Any, writer: Any, there: bool, ends: tuple[Any, Any]) -> None:
        with suppress(ConnectionError):
            while octets := await reader.read(65536):
                writer.write(self._cut(octets, there, ends))
                await writer.drain()
                if self._done and self.cut is not None and self.cut.how != "flip":
                    await writer.drain()
                    self._break(ends)
                    return
        if not (self._done and self.cut is not None and self.cut.how == "black hole"):
            with suppress(OSError):
                writer.close()

    def _cut(self, octets: bytes, there: bool, ends: tuple[Any, Any]) -> bytes:
        before = self.passed[there]
        self.passed[there] += len(octets)
        cut = self.cut
        if cut is None:
            return octets
        if self._done and cut.how == "black hole":
            return b""
        if self._done or cut.there is not there or not before <= cut.at < before + len(octets):
            return octets
        self._done = True
        at = cut.at - before
        if cut.how == "flip":
            return octets[:at] + bytes([octets[at] ^ (0xFF if cut.at % 2 else 0x01)]) + octets[at + 1 :]
        return octets[:at]

    def _break(self, ends: tuple[Any, Any]) -> None:
        assert self.cut is not None
        for each in ends:
            if self.cut.how == "reset":
                channel = each.get_extra_info("socket")
                if channel is not None:
                    channel.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                each.transport.abort()
            elif self.cut.how == "close":
                each.close()


# --- one attempt


class Bench:
    """The servers, and what is known of the truth."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="wb"))
        self.folder.chmod(0o755)
        certificates = Certificates(self.folder / "c")
        (self.folder / "c").chmod(0o755)
        self.dovecot = Dovecot(certificates)
        self.dovecot.start()
        self.postfix = Postfix(certificates, self.dovecot.lmtp)
        self.postfix.start()
        self.user = self.dovecot.user()
        for n in range(3):
            raw = f"From: c{n}@customer.example\r\nTo: sales@example.com\r\nSubject: Inquiry {n}\r\n\r\nHello {n}.\r\n"
            self.dovecot.append(self.user, "INBOX", raw.encode(), at=datetime(2026, 11, 23, 10, n, tzinfo=UTC))

    def close(self) -> None:
        self.postfix.remove()
        self.dovecot.remove()
        shutil.rmtree(self.folder, ignore_errors=True)

    def target(self, road: str) -> int:
        return {"BDAT": self.postfix.smtp, "DATA": self.postfix.plain_smtp, "IMAP": self.dovecot.imap}[road]

    def queued(self) -> set[str]:
        """Every recipient and every Message-ID of what Postfix took, from its own log."""
        log = (self.postfix.folder / "maillog").read_text(errors="replace")
        taken = set(re.findall(r"qmgr\[\d+\]: (\w+): from=<", log))
        found = re.findall(r"(\w+): message-id=<([^>]*)>", log) + re.findall(r"(\w+): to=<([^>]*)>", log)
        return {name for number, name in found if number in taken}


async def smtp(port: int, name: str, patience: float) -> Any:
    """One letter, as `delivery` sends it; the verdict."""
    one = letter(
        recipient=f"{name}@elsewhere.example",
        data=f"Message-ID: <{name}@torture.example>\r\nSubject: We have your mail\r\n\r\n.Thank you.\r\n".encode(),
    )
    account = SmtpAccount("127.0.0.1", port, tls="off", timeout=patience, dot_timeout=patience)
    offer = await SmtpClient(account).start_mail_transaction(one)
    return await offer.send_end_of_data() if isinstance(offer, MailTransaction) else offer


async def imap(port: int, user: str, patience: float) -> Any:
    """One full look, as `intake` makes it: what was seen, or the error."""
    account = ImapAccount(
        "127.0.0.1", port, PasswordAuthentication(user, lambda: PASSWORD), tls="off", timeout=patience
    )
    mailbox = mailbox_on(account)
    try:
        folders = await mailbox.list_watched_folders()
        look = await mailbox.scan_folder("INBOX")
        fetched = await mailbox.fetch_messages("INBOX", look.uidvalidity, sorted(look.uids))
        return folders, look, fetched.arrivals, fetched.missing
    except MailboxError as error:
        return error
    finally:
        await mailbox.close_connections()


@asynccontextmanager
async def road(bench: Bench, which: str, cut: Cut | None) -> AsyncIterator[tuple[Proxy, Callable[[str], Any]]]:
    async with Proxy(bench.target(which), cut) as proxy:
        wait = PATIENCE[cut.how] if cut is not None else 10.0
        if which == "IMAP":
            yield proxy, lambda name: imap(proxy.port, bench.user, wait)
        else:
            yield proxy, lambda name: smtp(proxy.port, name, wait)


async def cuts_of(bench: Bench) -> tuple[list[Cut], Any]:
    """Every octet of a session that nobody breaks, and what IMAP says then."""
    found: list[Cut] = []
    clean: Any = None
    for which in ("BDAT", "DATA", "IMAP"):
        async with road(bench, which, None) as (proxy, attempt):
            said = await attempt(_name(which, True, 0, "clean"))
            assert isinstance(said, Accepted if which != "IMAP" else tuple), said
            clean = said
            for there, size in proxy.passed.items():
                found += [Cut(which, there, at, how) for at in range(size) for how in WAYS]
    return found, clean


def _name(*words: object) -> str:
    """The same length for every cut, so that the octets stand at the same places."""
    import hashlib

    return "t" + hashlib.sha256(repr((words, time.monotonic_ns())).encode()).hexdigest()[:24]


async def attempt(bench: Bench, cut: Cut, clean: Any) -> tuple[Cut, str, Any]:
    name = _name(cut)
    async with road(bench, cut.road, cut) as (_, go):
        try:
            return cut, name, await asyncio.wait_for(go(name), LONGEST)
        except TimeoutError:
            return cut, name, "it hangs"
        except Exception as error:
            return cut, name, f"{type(error).__name__}: {error}"


async def _some(cuts: list[Cut]) -> Tally:
    tally, bench = Tally(), Bench()
    try:
        _, clean = await cuts_of(bench)
        gate = asyncio.Semaphore(AT_ONCE)

        async def one(cut: Cut) -> tuple[Cut, str, Any]:
            async with gate:
                return await attempt(bench, cut, clean)

        results = await asyncio.gather(*(one(cut) for cut in cuts))
        await asyncio.sleep(1.0)  # Postfix writes its log after it has answered
        queued = bench.queued()
        for cut, name, said in results:
            tally.attempts += 1
            tally.faults += 1
            if cut.road == "IMAP":
                _judge_imap(tally, cut, said, clean)
            else:
                _judge_smtp(
                    tally, cut, said, f"{name}@elsewhere.example" in queued or f"{name}@torture.example" in queued
                )
    finally:
        bench.close()
    return tally


def _judge_smtp(tally: Tally, cut: Cut, said: Any, taken: bool) -> None:
    if isinstance(said, Unknown):
        tally.uncertain[f"SMTP {cut.road}: after the last octet, {'taken' if taken else 'not taken'} in truth"] += 1
    elif isinstance(said, Accepted):
        tally.seen["SMTP: sent, and queued"] += 1
        if not taken:
            tally.broke(f"lost: counts as sent, and is not in the queue | {cut}")
    elif isinstance(said, Refused | Unreachable):
        tally.seen["SMTP: not sent, certain"] += 1
        if taken:
            tally.broke(f"twice: counts as not sent ({said}), and is in the queue | {cut}")
    else:
        tally.broke(f"{said} | {cut}")


def _judge_imap(tally: Tally, cut: Cut, said: Any, clean: Any) -> None:
    if isinstance(said, MailboxError):
        tally.seen["IMAP: an error"] += 1
    elif said == clean:
        tally.seen["IMAP: all of it"] += 1
    elif isinstance(said, tuple) and cut.how == "flip":
        tally.seen["IMAP: an octet changed on its way, which only TLS can tell"] += 1
    elif isinstance(said, tuple):
        tally.broke(f"lost: less than all, and no error | {cut}")
    else:
        tally.broke(f"{said} | {cut}")


def some(cuts: list[Cut]) -> Tally:
    logging.disable(logging.CRITICAL)
    return asyncio.run(_some(cuts))


def all_cuts() -> list[Cut]:
    bench = Bench()
    try:
        return asyncio.run(cuts_of(bench))[0]
    finally:
        bench.close()


def run(options: Options) -> Tally:
    if reason := real.can_run():
        tally = Tally()
        tally.seen[f"not run: {reason}"] += 1
        return tally
    every = all_cuts()
    chosen = every[options.first :][: options.count]
    parts = max(1, len(chosen) // 400) | 1  # odd: every part has all four ways
    tally = spread(some, [chosen[n::parts] for n in range(parts)], options)
    tally.seen["octets × ways there are"] = len(every)
    return tally


def test_sessions_that_break(postfix):
    every = all_cuts()
    assert len(every) > 10_000
    held(some(every[:: len(every) // 60]))
