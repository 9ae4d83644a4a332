"""The daemon as a process, against the real servers: configuration, start, stop, kill, and what its commands say.

`python -m tests.daemon CONFIG START SPEED` is `watcher run` on a clock that runs faster: the same App as the command line builds, on
a clock that shows `START` and `SPEED` times the real seconds since. A daemon that is killed and started again goes on where its clock
would be. For tests that wait for slots of a digest.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import Any

from tests.servers.real import PASSWORD, Dovecot, Postfix
from watcher.cli.run import set_up_logging
from watcher.config import load
from watcher.edge.clock import Clock
from watcher.service.app import App
from watcher.service.shutdown import end_process_if_held, run_to_end


class AcceleratedClock(Clock):
    """Starts at an instant of choice and runs `speed` times as fast: a working day in half a minute."""

    def __init__(self, start: datetime, speed: float) -> None:
        self._start = start
        self._speed = speed
        self._began = time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=(time.monotonic() - self._began) * self._speed)

    def monotonic(self) -> float:
        return (time.monotonic() - self._began) * self._speed

    def real_seconds(self, seconds: float) -> float:
        return seconds / self._speed


def shown(start: datetime, speed: float) -> datetime:
    """What a clock shows now that showed the real time at `start` and has been fast since."""
    return start + (Clock().now() - start) * speed


def main() -> None:
    path, start, speed = sys.argv[1], datetime.fromisoformat(sys.argv[2]), float(sys.argv[3])
    config = load.load_config(Path(path))
    set_up_logging(config.watcher.log, config.watcher.log_level, config.watcher.log_file)
    threads = threading.enumerate()
    app = App(config, AcceleratedClock(shown(start, speed), speed))
    try:
        run_to_end(app.run(lambda: print("ready", flush=True)))
    finally:
        app.close()
    end_process_if_held(threads, 0)


_numbers = itertools.count(1)


def nobody_else() -> str:
    """A name's ending that no other test of this run has: they share the servers."""
    return f"{os.getpid()}n{next(_numbers)}"


EVERY_MINUTE = [f"{n // 60:02}:{n % 60:02}" for n in range(1440)]

CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"

[hours]
week = {{ mon-sun = ["00:00-24:00"] }}

[people.anna]
email = ["{owner}@example.com"]
digest = {slots}

[ladders.default]
steps = ["1s"]

[[mailbox]]
name = "sales"
address = "Example Sales <{sales}@example.com>"
owner = "anna"
poll = "{poll}"
imap = {{ host = "127.0.0.1", port = {imaps}, user = "{sales}", ca = "{ca}", tls = "implicit", password = {{ env = "SALES_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {smtps}, ca = "{ca}", tls = "implicit" }}
"""


def until(what: str, check: Callable[[], Any], seconds: float = 30.0) -> Any:
    """What `check` returns once it is true. AssertionError: it never was."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := check():
            return found
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds:.0f} s: {what}")


@dataclass
class House:
    """One business on the real servers: a mailbox, an owner, customers, and Watcher."""

    folder: Path
    dovecot: Dovecot
    postfix: Postfix
    sales: str
    owner: str
    poll: str = "2s"
    environment: dict[str, str] = field(default_factory=dict)
    speed: float = 1.0  # of the daemon's clock: 30 brings a digest of the next minute within two seconds
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        for user in (self.sales, self.owner):
            self.dovecot.user(user)
        self.config = self.folder / "config.toml"
        text = CONFIG.format(
            folder=self.folder, owner=self.owner, slots=json.dumps(EVERY_MINUTE), sales=self.sales, poll=self.poll,
            imaps=self.dovecot.imaps, smtps=self.postfix.smtps, ca=self.dovecot.certificates.ca,
        )  # fmt: skip
        self.config.write_text(text)
        self.log = self.folder / "watcher.log"
        self.began = Clock().now()

    # --- the process

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "watcher", "-c", str(self.config), *words]

    def now(self) -> datetime:
        """What the daemon's clock shows."""
        return shown(self.began, self.speed)

    def daemon(self) -> list[str]:
        if self.speed == 1.0:
            return self.command("run")
        return [sys.executable, "-m", "tests.daemon", str(self.config), self.began.isoformat(), str(self.speed)]

    def environ(self) -> dict[str, str]:
        return {**os.environ, "SALES_PASSWORD": PASSWORD, **self.environment}

    def start(self) -> None:
        """Starts the daemon and waits for the line `ready`."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(self.daemon(), stdout=subprocess.PIPE, stderr=log, env=self.environ())
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line == b"ready\n", (line, self.log.read_text()[-3000:])

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self, seconds: float = 15.0) -> int:
        """SIGTERM; returns the exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(seconds)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words), capture_output=True, text=True, env=self.environ(), timeout=60, check=False
        )

    def rows(self, *words: str) -> list[dict[str, Any]]:
        done = self.run(*words, "--json")
        assert "Traceback" not in done.stderr, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    def inquiry(self) -> dict[str, Any]:
        (row,) = self.rows("list", "--all")
        return row

    def close(self) -> None:
        print(self.log.read_text(errors="replace")[-6000:] if self.log.exists() else "no log")
        if self.process is not None and self.process.poll() is None:
            self.kill()

    # --- mail

    def send(self, customer: str, subject: str, text: str, **headers: str) -> str:
        """A customer writes, through the real mail server; returns the Message-ID."""
        import smtplib
        import uuid

        message_id = f"{uuid.uuid4().hex}@customer.example"
        lines = {
            "From": f"{customer}@customer.example",
            "To": f"{self.sales}@example.com",
            "Subject": subject,
            "Message-ID": f"<{message_id}>",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        raw = "".join(f"{name}: {value}\r\n" for name, value in lines.items()) + f"\r\n{text}\r\n"
        with smtplib.SMTP("127.0.0.1", self.postfix.smtp, timeout=20) as client:
            client.sendmail(f"{customer}@customer.example", [f"{self.sales}@example.com"], raw.encode())
        return message_id

    def answer(self, customer: str, message_id: str, text: str) -> None:
        """A person answers from a mail program, which files its copy under Sent."""
        raw = (
            f"From: Anna <{self.owner}@example.com>\r\nTo: {customer}@customer.example\r\nSubject: Re: hello\r\n"
            f"Message-ID: <answer-{message_id}>\r\nIn-Reply-To: <{message_id}>\r\nReferences: <{message_id}>\r\n\r\n{text}\r\n"
        )
        self.dovecot.append(self.sales, "Sent", raw.encode())

    def mail_of(self, user: str) -> list[Message]:
        """Everything a user has received, the oldest first."""
        return [message_from_bytes(raw) for _, raw in self.dovecot.state(user).get(".", [])]


if __name__ == "__main__":
    main()
