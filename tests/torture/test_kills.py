"""Row: the real program on a real Dovecot, killed at each system call that writes, or told that it failed.

A process runs `App.once` (forked from this one, which has loaded the program already), strace stops it at the n-th call of a kind,
n = 1, 2, … until a run ends by itself. Then it is run again without strace, as a supervisor would, and once more to see that
nothing changes any more. The truth is the log of the SMTP server. Time is an argument, so that retries need no waiting.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.servers.real import PASSWORD, Certificates, Dovecot, free_port
from tests.servers.scripted import Sink
from tests.torture.report import Options, Tally, held, spread
from watcher.config import load
from watcher.edge.clock import Clock
from watcher.service.app import App

pytestmark = pytest.mark.timeout(600)

WHAT = "process kills and failing system calls, at every call that writes"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
#: What a run is stopped at. Network calls are where the loops wait; the others are what a commit is made of.
CALLS = ("pwrite64", "fdatasync", "fsync", "unlink", "rename", "sendto", "recvfrom")
ERRORS = (
    ("pwrite64", "ENOSPC"),
    ("pwrite64", "EIO"),
    ("fdatasync", "EIO"),
    ("fsync", "EIO"),
    ("rename", "EIO"),
    ("unlink", "EIO"),
)
SECONDS = 60.0  # a run that lasts longer is stuck

CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"
[hours]
week = {{ mon-sun = ["00:00-24:00"] }}
[people.anna]
email = ["anna@example.com"]
digest = ["09:00", "14:00"]
[ladders.default]
steps = ["1s", "100d"]
[[mailbox]]
name = "sales"
address = "Example Sales <sales@example.com>"
owner = "anna"
imap = {{ host = "127.0.0.1", port = {imap}, user = "{user}", tls = "off", password = {{ env = "TORTURE_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "off" }}
"""


class FixedClock(Clock):
    """One instant for a whole run."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now


@dataclass(frozen=True)
class Point:
    """Where one run is stopped. `second`: not the first run after the mail came, but the one after a kill at the first dot."""

    call: str
    nth: int
    what: str  # signal=SIGKILL, error=EIO, …
    second: bool = False

    def __str__(self) -> str:
        return f"{self.call}:{self.what}:when={self.nth}" + (" in the second run" if self.second else "")


class House:
    """A state folder, two questions in a mailbox on Dovecot, and the truth about what was sent."""

    def __init__(self, dovecot: Dovecot, chunking: bool = True) -> None:
        root = "/dev/shm" if Path("/dev/shm").is_dir() else None
        self.folder = Path(tempfile.mkdtemp(prefix="wk", dir=root))
        os.environ["TORTURE_PASSWORD"] = PASSWORD
        self.user = dovecot.user()
        self.sink = Sink(self.folder / "truth", free_port(), chunking)
        path = self.folder / "config.toml"
        path.write_text(CONFIG.format(folder=self.folder, imap=dovecot.imap, smtp=self.sink.port, user=self.user))
        self.config = load.load_config(path)
        dovecot.append(self.user, "INBOX", _question(0), at=NOW - timedelta(days=3))
        assert self.go(NOW) == 0, "the first look failed"
        for n in (1, 2):
            dovecot.append(self.user, "INBOX", _question(n), at=NOW + timedelta(minutes=n))
        shutil.copytree(self.folder / "state", self.folder / "before")

    def close(self) -> None:
        self.sink.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def reset(self) -> None:
        shutil.rmtree(self.folder / "state")
        shutil.copytree(self.folder / "before", self.folder / "state")
        self.sink.clear()

    # --- one run of the program

    def go(self, now: datetime, injected: str = "", trace: Path | None = None) -> int:
        """Its exit code, negative where a signal ended it."""
        child = os.fork()
        if child == 0:
            self._child(now, wait=bool(injected or trace))
        tracer = _attached(child, injected, trace) if injected or trace else None
        try:
            return _waited(child)
        finally:
            if tracer is not None:
                tracer.wait(20)

    def _child(self, now: datetime, wait: bool) -> None:
        code = 70
        try:
            if wait:
                os.kill(os.getpid(), signal.SIGSTOP)
            app = App(self.config, FixedClock(now))
            asyncio.run(app.run_once())
            app.close()
            code = 0
        except BaseException as error:  # whatever it is: a process that ends with it
            code = 1
            (self.folder / "said").write_text(f"{type(error).__name__}: {error}")
        finally:
            os._exit(code)

    # --- what is true afterwards

    def judge(self, tally: Tally, point: Point) -> None:
        letters, inquiries, integrity = self._state()
        truth: dict[str, int] = {}
        for row in self.sink.accepted():
            truth[row["id"]] = truth.get(row["id"], 0) + 1
        if integrity != "ok":
            tally.broke(f"database: {integrity} | {point}")
        if inquiries != 2:
            tally.broke(f"{'lost' if inquiries < 2 else 'twice'}: {inquiries} inquiries of 2 | {point}")
        acks = [row for row in letters if row[0] == "acknowledgement"]
        if len(acks) != 2:
            tally.broke(f"lost: {len(acks)} acknowledgements of 2 | {point}")
        for kind, state, message_id, left, error in letters:
            times = truth.pop(message_id, 0)
            if times > (1 if kind == "acknowledgement" else 2):
                tally.broke(f"twice: {kind} {message_id} accepted {times} times | {point}")
            if state == "uncertain":
                tally.uncertain[
                    f"{kind}s left uncertain and told, {'accepted' if times else 'not accepted'} in truth"
                ] += 1
            elif state == "withheld" and error and not times:
                tally.uncertain[f"{kind}s withheld, and the owner told why"] += 1
            elif (state == "sent") != (times > 0) and not left:
                tally.broke(f"{kind} counts as {state}, accepted {times} times | {point}")
            elif state not in ("sent", "cancelled"):
                tally.broke(f"lost: {kind} is still {state} | {point}")
        if truth:
            tally.broke(f"letters that nobody knows of: {truth} | {point}")

    def _state(self) -> tuple[list[tuple[str, str, str, int, str]], int, str]:
        with sqlite3.connect(self.folder / "state" / "watcher.sqlite3") as db:
            letters = db.execute(
                "select kind, state, message_id, may_have_left, error from letter order by id"
            ).fetchall()
            inquiries = db.execute("select count(*) from inquiry").fetchone()[0]
            return letters, inquiries, db.execute("pragma integrity_check").fetchone()[0]

    def dump(self) -> str:
        """The state as far as another run must not change it."""
        with sqlite3.connect(self.folder / "state" / "watcher.sqlite3") as db:
            tables = ("ledger", "inquiry", "journal", "letter", "thread", "digest_line")
            return json.dumps([db.execute(f"select * from {name}").fetchall() for name in tables], default=str)


def _question(n: int) -> bytes:
    return (
        f"From: Customer {n} <customer{n}@c{n}.example>\r\nTo: sales@example.com\r\nSubject: Inquiry {n}\r\n"
        f"Message-ID: <q{n}@c{n}.example>\r\n\r\nWhat does item {n} cost?\r\n"
    ).encode()


def _waited(child: int) -> int:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -999


def _attached(child: int, injected: str, trace: Path | None) -> subprocess.Popen[bytes]:
    """strace on a child that has stopped itself; it goes on when strace is there."""
    _, status = os.waitpid(child, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    words = ["strace", "-f", "-p", str(child), "-o", str(trace or "/dev/null")]
    words += ["-e", f"trace={','.join(CALLS)}"] + (["-e", f"inject={injected}"] if injected else [])
    tracer = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert tracer.stderr is not None
    said = tracer.stderr.readline()
    assert b"attached" in said, said
    os.kill(child, signal.SIGCONT)
    return tracer


# --- the sweep


@contextmanager
def houses(chunking: bool = True) -> Iterator[House]:
    """A house on a Dovecot of its own."""
    logging.disable(logging.CRITICAL)
    folder = Path(tempfile.mkdtemp(prefix="wc"))
    folder.chmod(0o755)
    dovecot = Dovecot(Certificates(folder))
    try:
        dovecot.start()
        house = House(dovecot, chunking)
        try:
            yield house
        finally:
            house.close()
    finally:
        dovecot.remove()
        shutil.rmtree(folder, ignore_errors=True)


def points(house: House) -> list[Point]:
    """Every call of a clean first run, and of a second one after a kill at its first dot, that can be stopped at."""
    house.reset()
    found = _counted(house, NOW + timedelta(hours=2))
    places = [Point(call, n, "signal=SIGKILL") for call in CALLS for n in range(1, found.get(call, 0) + 2)]
    places += [Point(call, n, f"error={error}") for call, error in ERRORS for n in range(1, found.get(call, 0) + 1)]
    house.reset()
    house.go(NOW + timedelta(hours=2), "rename:signal=SIGKILL:when=1")
    found = _counted(house, NOW + timedelta(hours=2, seconds=30))
    places += [Point(call, n, "signal=SIGKILL", True) for call in CALLS for n in range(1, found.get(call, 0) + 2)]
    return places


def _counted(house: House, now: datetime) -> dict[str, int]:
    """Call → how often the busiest thread makes it: strace counts for each thread on its own."""
    trace = house.folder / "trace"
    assert house.go(now, trace=trace) == 0
    counts: dict[tuple[str, str], int] = {}
    for line in trace.read_text().splitlines():
        thread, _, rest = line.partition(" ")
        call = rest.strip().partition("(")[0]
        if call in CALLS:
            counts[thread, call] = counts.get((thread, call), 0) + 1
    return {call: max(n for (_, name), n in counts.items() if name == call) for call in {name for _, name in counts}}


def stopped_at(house: House, point: Point) -> Tally:
    """One point: stopped there, run again, judged, run once more."""
    tally = Tally(attempts=1)
    house.reset()
    now = NOW + timedelta(hours=2)
    if point.second:
        house.go(now, "rename:signal=SIGKILL:when=1")
        now += timedelta(seconds=30)
    code = house.go(now, f"{point.call}:{point.what}:when={point.nth}")
    if code == -999:
        tally.broke(f"it hangs | {point}")
    tally.faults += code != 0 or not point.what.startswith("signal")
    tally.seen["processes killed"] += code == -signal.SIGKILL
    tally.seen["runs that ended by themselves after an error"] += code == 0 and not point.what.startswith("signal")
    tally.seen["runs that stopped with a message"] += code > 0
    # At once, as a supervisor would; after the backoff; after the time in which a copy may turn up; and again.
    for minutes in (0.5, 6, 40, 80):
        if (code := house.go(now + timedelta(minutes=minutes))) != 0:
            said = (house.folder / "said").read_text() if (house.folder / "said").exists() else ""
            tally.broke(f"lost: it does not come up again ({code}): {said[:200]} | {point}")
            return tally
    house.judge(tally, point)
    before, sent = house.dump(), len(house.sink.accepted())
    house.go(now + timedelta(minutes=81))
    if (house.dump(), len(house.sink.accepted())) != (before, sent):
        tally.broke(f"another run changes something | {point}")
    return tally


def some(places: list[Point]) -> Tally:
    tally = Tally()
    with houses(chunking=bool(len(places) % 2)) as house:
        for point in places:
            tally.add(stopped_at(house, point))
    return tally


def run(options: Options) -> Tally:
    with houses() as house:
        places = points(house)
    chosen = places[options.first :][: options.count]
    parts = max(
        2 * options.jobs, len(chosen) // 41
    )  # each with points of every kind, should the budget end before they do
    tally = spread(some, [chosen[n::parts] for n in range(min(parts, len(chosen)))], options)
    tally.most["points there are"] = len(places)
    return tally


@pytest.mark.skipif(shutil.which("strace") is None, reason="missing server: apt-get install strace")
def test_the_process_is_killed_and_comes_back(dovecot):
    """Some points on the way of a letter."""
    tally = Tally()
    with houses() as house:
        places = points(house)
        for point in places[3 :: len(places) // 6]:
            tally.add(held(stopped_at(house, point)))
    assert tally.seen["processes killed"]
