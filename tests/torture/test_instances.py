"""Row: three instances share one PostgreSQL, and are killed, stopped and cut off from it at any instant.

Each is the real program in a process of its own (forked from this one, which has loaded it), on a real Dovecot, with a state folder of
its own. The truth is the log of the SMTP server, and what the mailboxes hold. Leases are shorter than in use, so that they change hands
often; nothing else is.
"""

from __future__ import annotations

import logging
import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.servers.database import POSTGRESQL_BINARIES, PostgreSql
from tests.servers.real import PASSWORD, Certificates, Dovecot, free_port
from tests.servers.scripted import Sink
from tests.torture.report import Options, Tally, held
from watcher.cli.run import set_up_logging
from watcher.config import load
from watcher.core.leases.model import LeaseTimes
from watcher.service.app import App
from watcher.service.shutdown import run_to_end

pytestmark = pytest.mark.timeout(600)

WHAT = "three instances on one PostgreSQL: kill, stop, session ended, server restarted"
INSTANCES = 3
MAILBOXES = 4
ROUNDS = 1000
#: After so many rounds everything may come to rest, and is judged.
ROUNDS_A_BLOCK = 50
TIMES = LeaseTimes(timedelta(seconds=0.5), timedelta(seconds=4), timedelta(seconds=1))
#: What comes to rest within this is not stuck: retries after a refused connection wait for minutes.
REST_SECONDS = 240.0

HEAD = """
[watcher]
state_dir = "{folder}"
database = "{database}"
timezone = "UTC"
log_level = "info"
[hours]
week = {{ mon-sun = ["00:00-24:00"] }}
[people.anna]
email = ["anna@example.com"]
digest = {slots}
[ladders.default]
steps = ["1s"]
[acknowledge]
max_per_hour = 100000
"""
MAILBOX = """
[[mailbox]]
name = "box{n}"
address = "Box {n} <box{n}@example.com>"
owner = "anna"
poll = "2s"
imap = {{ host = "127.0.0.1", port = {imap}, user = "{user}", tls = "off", password = {{ env = "TORTURE_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "off" }}
"""
ALL_DAY = [f"{n // 60:02}:{n % 60:02}" for n in range(0, 1440, 10)]


@dataclass
class Process:
    """One instance: its configuration, and the process that runs it now."""

    config: Path
    log: Path
    pid: int = 0

    def start(self) -> None:
        self.pid = os.fork()
        if self.pid == 0:
            self._run()

    def _run(self) -> None:
        code = 70
        try:
            os.setsid()
            with self.log.open("ab") as stream:
                os.dup2(stream.fileno(), 1)
                os.dup2(stream.fileno(), 2)
            logging.disable(logging.NOTSET)
            set_up_logging("text", "info", None)
            app = App(load.load_config(self.config), tick=1.0, lease_times=TIMES)
            run_to_end(app.run())
            app.close()
            code = 0
        except BaseException as error:  # whatever it is: a supervisor starts it again
            print(f"ENDED {type(error).__name__}: {error}", flush=True)
            code = 1
        finally:
            os._exit(code)

    def is_over(self) -> bool:
        return os.waitpid(self.pid, os.WNOHANG)[0] != 0

    def end(self, number: int) -> None:
        os.kill(self.pid, number)
        os.kill(self.pid, signal.SIGCONT)
        os.waitpid(self.pid, 0)


@dataclass
class Office:
    """Three instances, four mailboxes, and the truth."""

    dovecot: Dovecot
    database: PostgreSql
    folder: Path
    random: random.Random
    asked: dict[str, str] = field(default_factory=dict)  # subject → mailbox
    processes: list[Process] = field(default_factory=list)

    def __post_init__(self) -> None:
        os.environ["TORTURE_PASSWORD"] = PASSWORD
        self.url = self.database.create_database()
        self.sink = Sink(self.folder / "truth", free_port(), chunking=self.random.random() < 0.5)
        self.users = [self.dovecot.user() for _ in range(MAILBOXES)]
        for n in range(INSTANCES):
            path = self.folder / f"{n}.toml"
            head = HEAD.format(folder=self.folder / str(n), database=self.url, slots=ALL_DAY)
            boxes = "".join(
                MAILBOX.format(n=k, user=user, imap=self.dovecot.imap, smtp=self.sink.port)
                for k, user in enumerate(self.users)
            )
            path.write_text(head + boxes)
            self.processes.append(Process(path, self.folder / f"{n}.log"))

    def close(self) -> None:
        for process in self.processes:
            with suppress(ProcessLookupError, ChildProcessError):
                process.end(signal.SIGKILL)
        self.sink.stop()

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.url, autocommit=True) as session:
            return session.execute(query).fetchall()

    def start(self) -> None:
        """The first looks are over: what comes from now on is new."""
        for process in self.processes:
            process.start()
        self.until("the first looks", lambda: self.rows("select count(activated_at) from mailbox")[0][0] == MAILBOXES)

    def until(self, what: str, check: Any) -> None:
        end = time.monotonic() + REST_SECONDS
        while time.monotonic() < end:
            self.supervise()
            with suppress(psycopg.Error):
                if check():
                    return
            time.sleep(0.2)
        raise AssertionError(f"lost: not within {REST_SECONDS:.0f} s: {what}")

    def supervise(self) -> None:
        for process in self.processes:
            if process.is_over():
                process.start()

    # --- one round

    def ask(self) -> None:
        for _ in range(self.random.randint(1, 3)):
            box, number = self.random.randrange(MAILBOXES), len(self.asked) + 1
            subject = f"Inquiry {number}"
            raw = (
                f"From: Customer {number} <c{number}@c{number}.example>\r\nTo: box{box}@example.com\r\nSubject: {subject}\r\n"
                f"Message-ID: <q{number}@c{number}.example>\r\n\r\nWhat does item {number} cost?\r\n"
            )
            self.dovecot.append(self.users[box], "INBOX", raw.encode())
            self.asked[subject] = f"box{box}"

    def harm(self) -> str:
        """One fault at a random instant after the mail came, and its end."""
        time.sleep(self.random.uniform(0.0, 0.4))
        process = self.random.choice(self.processes)
        what = self.random.choices(
            [
                "killed",
                "stopped",
                "stopped for long",
                "sessions ended",
                "database restarted",
                "database crashed",
                "ended",
            ],
            [30, 15, 10, 25, 3, 3, 14],
        )[0]
        match what:
            case "killed" | "ended":
                process.end(signal.SIGKILL if what == "killed" else signal.SIGTERM)
                process.start()
            case "stopped" | "stopped for long":
                os.kill(process.pid, signal.SIGSTOP)
                seconds = self.random.uniform(0.05, 1.5) if what == "stopped" else self.random.uniform(4.0, 7.0)
                time.sleep(seconds)
                os.kill(process.pid, signal.SIGCONT)
            case "sessions ended":
                share = self.random.choice([0.3, 1.0])
                self.rows(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                    f" where datname = current_database() and pid <> pg_backend_pid() and random() < {share}"
                )
            case _:
                mode = "fast" if what.endswith("restarted") else "immediate"
                self.database.restart(mode, self.random.choice([0.0, 1.0]))
        return what

    # --- what is true afterwards

    def is_at_rest(self) -> bool:
        if self.rows("select count(*) from inquiry")[0][0] < len(self.asked):
            return False
        query = "select count(*) from letter where state in ('pending', 'sending') and kind = 'acknowledgement'"
        return self.rows(query)[0][0] == 0

    def judge(self, tally: Tally) -> None:
        accepted = Counter(row["id"] for row in self.sink.accepted())
        inquiries = Counter(subject for (subject,) in self.rows("select subject from inquiry"))
        for subject in self.asked:
            if inquiries[subject] != 1:
                tally.broke(f"{'lost' if not inquiries[subject] else 'twice'}: {inquiries[subject]} of {subject}")
        query = (
            "select l.kind, l.state, l.message_id, l.may_have_left, l.reason, i.subject from letter l"
            " left join inquiry i on i.number = l.inquiry"
        )
        acknowledged = set()
        for kind, state, message_id, left, reason, subject in self.rows(query):
            times = accepted.pop(message_id, 0)
            if kind != "acknowledgement":
                if times > 2:
                    tally.broke(f"twice: {kind} {message_id} accepted {times} times")
                continue
            acknowledged.add(subject)
            if times > 1:
                tally.broke(f"twice: {subject} acknowledged {times} times")
            if state == "uncertain":
                tally.uncertain[f"acknowledgements uncertain and told, {'accepted' if times else 'not accepted'}"] += 1
            elif state == "withheld" and not times:
                tally.uncertain[f"acknowledgements withheld ({reason}), and told"] += 1
            elif (state == "sent") != (times == 1) and not left:
                tally.broke(f"{subject} counts as {state}, accepted {times} times")
            elif state not in ("sent", "uncertain"):
                tally.broke(f"lost: the acknowledgement of {subject} is {state} ({reason})")
        for subject in self.asked.keys() - acknowledged:
            tally.broke(f"lost: no acknowledgement of {subject}")
        if accepted:
            tally.broke(f"letters that nobody knows of: {dict(accepted)}")
        tally.seen["inquiries"] = len(self.asked)
        tally.seen["leases that changed hands"] = self.rows("select coalesce(sum(token), 0)::bigint from lease")[0][0]
        for process in self.processes:
            for line in process.log.read_text(errors="replace").splitlines():
                if line.startswith("ENDED "):
                    tally.seen[f"processes that ended by themselves: {line.split()[1].rstrip(':')}"] += 1
                if "broken promise" in line:
                    tally.broke(line)

    def words(self) -> str:
        """The last lines of each log."""
        return "\n".join(
            line for process in self.processes for line in process.log.read_text(errors="replace").splitlines()[-15:]
        )


def play(seed: int, rounds: int, options: Options) -> Tally:
    """So many rounds in one office, judged at every rest. The office is gone afterwards, unless something broke."""
    tally, end = Tally(), time.monotonic() + options.budget
    folder = Path(tempfile.mkdtemp(prefix="wi"))
    folder.chmod(0o755)
    dovecot, database = Dovecot(Certificates(folder)), PostgreSql()
    try:
        dovecot.start()
        database.start()
        office = Office(dovecot, database, folder, random.Random(seed))
        try:
            office.start()
            for number in range(1, rounds + 1):
                office.ask()
                tally.seen[office.harm()] += 1
                tally.attempts += 1
                tally.faults += 1
                office.supervise()
                if number % ROUNDS_A_BLOCK == 0 or number == rounds:
                    office.until("rest", office.is_at_rest)
                    if time.monotonic() > end:
                        break
            office.judge(tally)
        except AssertionError as error:
            tally.broke(f"{error}\n{office.words()}")
        finally:
            office.close()
    finally:
        dovecot.remove()
        database.remove()
        if not tally.failures:
            shutil.rmtree(folder, ignore_errors=True)
    return tally


def run(options: Options) -> Tally:
    """Offices of a hundred rounds each, one after another: each has five processes of its own."""
    total, began = Tally(), time.monotonic()
    rounds, seed = options.count or ROUNDS, options.first
    while rounds > 0 and (left := options.budget - (time.monotonic() - began)) > 0:
        done = play(seed, min(100, rounds), Options(budget=left))
        total.add(done)
        print(f"seed {seed}: {done}", flush=True)
        rounds, seed = rounds - 100, seed + 1
    return total


@pytest.mark.skipif(POSTGRESQL_BINARIES is None, reason="missing server: apt-get install postgresql")
def test_three_instances_lose_nothing_and_send_nothing_twice(dovecot, postgresql, tmp_path):
    """Some rounds of the row."""
    tmp_path.chmod(0o755)
    office, tally = Office(dovecot, postgresql, tmp_path, random.Random(7)), Tally()
    try:
        office.start()
        for harm in ("killed", "stopped for long"):
            office.ask()
            process = office.processes[0]
            if harm == "killed":
                process.end(signal.SIGKILL)
                process.start()
            else:
                os.kill(process.pid, signal.SIGSTOP)
                time.sleep(5.0)
                os.kill(process.pid, signal.SIGCONT)
            tally.attempts += 1
        office.until("rest", office.is_at_rest)
        office.judge(tally)
    finally:
        office.close()
    held(tally)
