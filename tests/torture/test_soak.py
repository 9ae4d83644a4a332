"""Row: a hundred thousand messages through the real process on a real Dovecot: fifty thousand that were there before, forty thousand
that come bit by bit, ten thousand at once. Nothing from before is acknowledged, nothing is missing, memory stays flat.

Messages are written into the Maildir as a delivery agent does. Answers go to an SMTP server that accepts all and keeps the truth.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.servers.real import PASSWORD, Certificates, Dovecot, free_port
from tests.servers.scripted import Sink
from tests.torture.report import Options, Tally, held

pytestmark = pytest.mark.timeout(600)

WHAT = "soak: 50,000 from before, 40,000 bit by bit, 10,000 at once"
BASELINE, STREAM, BURST, PIECE = 50_000, 40_000, 10_000, 2_000
MOST_MIB = 256.0

CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"
[hours]
week = {{ mon-sun = ["00:00-24:00"] }}
[people.anna]
email = ["anna@example.com"]
digest = ["00:00"]
[[mailbox]]
name = "sales"
address = "Example Sales <sales@example.com>"
owner = "anna"
poll = "2s"
imap = {{ host = "127.0.0.1", port = {imap}, user = "{user}", tls = "off", password = {{ env = "TORTURE_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "off" }}
"""


class Soak:
    """The process, the mailbox it watches, and how much of it is done."""

    def __init__(self, folder: Path, dovecot: Dovecot) -> None:
        self.folder, self.dovecot = folder, dovecot
        self.user = dovecot.user()
        with dovecot.client(self.user) as client:  # Dovecot makes the folders
            client.select_folder("INBOX")
        self.box = dovecot.folder / "mail" / self.user
        self.owner = self.box.stat()
        self.sink = Sink(folder / "truth", free_port())
        (folder / "config.toml").write_text(
            CONFIG.format(folder=folder, imap=dovecot.imap, user=self.user, smtp=self.sink.port)
        )
        self.written = 0
        self.process: subprocess.Popen[bytes] | None = None

    def deliver(self, count: int) -> None:
        """Messages arrive: each is a file of its own, as RFC 5322 has it."""
        for _ in range(count):
            self.written += 1
            n = self.written
            head = f"From: customer{n}@c{n % 977}.example\r\nTo: sales@example.com\r\nMessage-ID: <q{n}@c.example>\r\n"
            kind = "List-Id: <news.example>\r\n" if n % 10 == 0 else ""
            text = (
                f"{head}{kind}Subject: Inquiry {n}\r\n\r\nWhat does item {n} cost? {'Please tell me. ' * (n % 60)}\r\n"
            )
            name = f"{int(time.time())}.M{n}P1.torture,S={len(text)}"
            scratch = self.box / "tmp" / name
            scratch.write_text(text)
            os.chown(scratch, self.owner.st_uid, self.owner.st_gid)
            scratch.rename(self.box / "new" / name)

    def start(self) -> None:
        words = [sys.executable, "-m", "watcher", "-c", str(self.folder / "config.toml"), "run"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                words, stdout=log, stderr=log, env={**os.environ, "TORTURE_PASSWORD": PASSWORD}
            )

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)
        self.sink.stop()

    def memory(self) -> float:
        """MiB of the process now."""
        assert self.process is not None
        words = Path(f"/proc/{self.process.pid}/statm").read_text().split()
        return int(words[1]) * resource.getpagesize() / 2**20

    def decided(self) -> int:
        path = self.folder / "state" / "watcher.sqlite3"
        try:
            with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30) as db:
                return int(db.execute("select count(*) from ledger where folder = 'INBOX'").fetchone()[0])
        except sqlite3.OperationalError:
            return 0


def until(soak: Soak, count: int, end: float, each: Callable[[], None]) -> bool:
    """Waits until so many messages are decided."""
    while soak.decided() < count:
        if time.monotonic() > end or soak.process is None or soak.process.poll() is not None:
            return False
        each()
        time.sleep(0.5)
    return True


def run(options: Options) -> Tally:
    scale = (options.count or 100_000) / 100_000
    baseline, stream, burst, piece = (int(n * scale) for n in (BASELINE, STREAM, BURST, PIECE))
    tally, end = Tally(), time.monotonic() + options.budget
    folder = Path(tempfile.mkdtemp(prefix="ws"))
    folder.chmod(0o755)
    logging.disable(logging.CRITICAL)
    dovecot = Dovecot(Certificates(folder / "c"))
    (folder / "c").chmod(0o755)
    dovecot.start()
    soak = Soak(folder, dovecot)
    readings: list[float] = []

    def measure() -> None:
        readings.append(soak.memory())

    try:
        soak.deliver(baseline)
        soak.start()
        _stage(tally, soak, baseline, end, measure, "baseline")
        first = max(readings, default=0.0)
        for _ in range(0, stream, piece):
            soak.deliver(piece)
            if not _stage(tally, soak, soak.written, end, measure, "stream"):
                break
        middle = max(readings, default=0.0)
        soak.deliver(burst)
        _stage(tally, soak, soak.written, end, measure, "burst")
        tally.attempts = soak.decided()
        tally.most |= {
            "MiB after the baseline": first,
            "MiB in the stream": middle,
            "MiB at most": max(readings, default=0.0),
        }
        _judge(tally, soak, baseline)
    finally:
        soak.stop()
        dovecot.remove()
        shutil.rmtree(folder, ignore_errors=True)
    return tally


def _stage(tally: Tally, soak: Soak, count: int, end: float, measure: Callable[[], None], name: str) -> bool:
    began = time.monotonic()
    if until(soak, count, end, measure):
        tally.seen[f"seconds for the {name}"] += int(time.monotonic() - began)
        return True
    if time.monotonic() > end:
        tally.seen[f"the budget was spent in the {name}, at {soak.decided()} of {count}"] += 1
    else:
        tally.broke(f"lost: the process ended: {(soak.folder / 'log').read_text()[-600:]}")
    return False


def _judge(tally: Tally, soak: Soak, baseline: int) -> None:
    with sqlite3.connect(soak.folder / "state" / "watcher.sqlite3", timeout=30) as db:
        inquiries = db.execute("select customer, count(*) from inquiry group by 1").fetchall()
        bulk = db.execute("select count(*) from ledger where kind = 'bulk'").fetchone()[0]
        tally.uncertain["acknowledgements left uncertain and told"] += db.execute(
            "select count(*) from letter where state = 'uncertain'"
        ).fetchone()[0]
    decided = soak.decided()
    expected = {f"customer{n}@c{n % 977}.example" for n in range(baseline + 1, decided + 1) if n % 10}
    found = {customer for customer, _ in inquiries}
    missing, twice = expected - found, [customer for customer, n in inquiries if n > 1]
    if missing and decided == soak.written:
        tally.broke(f"lost: {len(missing)} of {len(expected)} inquiries, such as {sorted(missing)[:3]}")
    if twice:
        tally.broke(f"twice: {len(twice)} customers have two inquiries, such as {twice[:3]}")
    truth = [row["to"] for row in soak.sink.accepted() if row["to"] != "anna@example.com"]
    old = {f"customer{n}@c{n % 977}.example" for n in range(1, baseline + 1)}
    if old & {*truth, *found}:
        tally.broke(f"{len(old & {*truth, *found})} from before were acknowledged or opened")
    if len(truth) != len(set(truth)):
        tally.broke(f"twice: {len(truth) - len(set(truth))} acknowledgements")
    tally.uncertain = +tally.uncertain
    tally.seen |= {
        "inquiries": len(inquiries),
        "acknowledged, the limit of an hour let through": len(truth),
        "bulk": bulk,
    }
    if max(tally.most.values(), default=0.0) > MOST_MIB:
        tally.broke(f"memory: {json.dumps({name: round(value) for name, value in tally.most.items()})}")


@pytest.mark.torture
def test_a_short_soak(dovecot):
    held(run(Options(count=2000, budget=300.0)))
