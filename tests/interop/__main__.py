"""The life of an inquiry on servers that the other tests do not know, as a table: `python -m tests.interop [NAME …]`.

The real daemon reads a mailbox on one server and sends through another: mail of before it came is left alone, a new inquiry is
acknowledged once, a machine's mail is not, a reply filed among the sent mail closes the inquiry, nothing is said twice after a
stop and after a kill, and no flag changes. A row a server; docs/development/interoperability.md keeps the table.
"""

from __future__ import annotations

import re
import ssl
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from imapclient import IMAPClient

from tests.daemon import House, until
from tests.interop import servers
from tests.interop.habits import HABITS, Habits, HabitThread
from tests.servers.real import DOVECOT_BINARY, Certificates, Dovecot, free_port
from tests.servers.real import PASSWORD as DOVECOT_PASSWORD
from tests.servers.scripted import Sink
from watcher.edge.clock import Clock

#: Seconds between two looks where the server rings no bell; who is quicker than half of it has rung.
POLL_SECONDS = 20
#: What is said of a step.
GOOD = "yes"

CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"

[hours]
week = {{ mon-sun = ["00:00-24:00"] }}

[people.anna]
email = ["anna@example.com"]
digest = ["23:59"]

[ladders.default]
steps = ["1d"]

[[mailbox]]
name = "sales"
address = "Example Sales <sales@example.com>"
owner = "anna"
poll = "{poll}s"

[mailbox.imap]
host = "127.0.0.1"
port = {imap.port}
user = "{imap.user}"
password = {{ env = "SALES_PASSWORD" }}
ca = "{ca}"
tls = "{imap.tls}"

[mailbox.smtp]
host = "127.0.0.1"
port = {smtp.port}
{login}ca = "{ca}"
tls = "{smtp.tls}"
"""


@dataclass(frozen=True)
class Line:
    """Where a server listens and who may come in; `tls` is implicit, starttls or off. `sent` is the folder for sent mail."""

    port: int
    tls: str = "off"
    user: str = ""
    password: str = ""
    sent: str = "Sent"


@dataclass
class Business(House):
    """Watcher and one mailbox, on whatever servers there are; customers and colleagues work on the mailbox by IMAP."""

    dovecot: Any = None
    postfix: Any = None
    sales: str = "sales"
    owner: str = "anna"
    imap: Line = field(kw_only=True)
    smtp: Line = field(kw_only=True)
    certificates: Certificates = field(kw_only=True)
    sink: Sink = field(kw_only=True)
    restart: Callable[[], None] | None = None  # what the mailbox's server does while Watcher is down

    def __post_init__(self) -> None:
        self.config = self.folder / "config.toml"
        login = f'user = "{self.smtp.user}"\npassword = {{ env = "SMTP_PASSWORD" }}\n' if self.smtp.user else ""
        text = CONFIG.format(
            folder=self.folder, poll=POLL_SECONDS, imap=self.imap, smtp=self.smtp, login=login, ca=self.certificates.ca
        )
        self.config.write_text(text)
        self.log = self.folder / "watcher.log"
        self.began = Clock().now()
        self.environment = {"SALES_PASSWORD": self.imap.password, "SMTP_PASSWORD": self.smtp.password}

    @contextmanager
    def client(self) -> Iterator[IMAPClient]:
        """The mailbox, as a mail program opens it."""
        context = ssl.create_default_context(cafile=str(self.certificates.ca))
        client = IMAPClient(
            "127.0.0.1", self.imap.port, ssl=self.imap.tls == "implicit", ssl_context=context, timeout=20
        )
        try:
            if self.imap.tls == "starttls":
                client.starttls(context)
            log_in = client.login if self.imap.password.isascii() else client.plain_login
            log_in(self.imap.user, self.imap.password)
            yield client
        finally:
            client.shutdown()

    def create_sent_folder(self) -> None:
        with self.client() as client:
            if not client.folder_exists(self.imap.sent):
                client.create_folder(self.imap.sent)

    def receive(self, customer: str, subject: str, **headers: str) -> str:
        """A customer's mail lies in the inbox; returns its Message-ID."""
        message_id = f"{customer}.{time.monotonic_ns()}@customer.example"
        date = format_datetime(Clock().now())
        lines = {
            "Return-Path": f"<{customer}@customer.example>",
            "Received": f"from mail.customer.example by mx.example.com; {date}",
            "From": f"{customer}@customer.example", "To": "sales@example.com", "Subject": subject,
            "Date": date, "Message-ID": f"<{message_id}>",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }  # fmt: skip
        self._file("INBOX", lines, "Hello, what does it cost, and when could you come?")
        return message_id

    def file_reply(self, customer: str, message_id: str) -> None:
        """A colleague's mail program files a copy of what it sent."""
        lines = {
            "From": "Anna <sales@example.com>", "To": f"{customer}@customer.example", "Subject": "Re: your question",
            "Date": format_datetime(Clock().now()), "Message-ID": f"<reply.{message_id}>",
            "In-Reply-To": f"<{message_id}>", "References": f"<{message_id}>",
        }  # fmt: skip
        self._file(self.imap.sent, lines, "It costs 100 euros, and we come on Monday.")

    def _file(self, folder: str, lines: dict[str, str], text: str) -> None:
        raw = "".join(f"{name}: {value}\r\n" for name, value in lines.items()) + f"\r\n{text}\r\n"
        with self.client() as client:
            client.append(folder, raw.encode())

    def read_flags(self) -> dict[str, set[bytes]]:
        """Message-ID → its flags; without \\Recent, which every session that selects takes away (RFC 3501 § 2.3.2)."""
        with self.client() as client:
            client.select_folder("INBOX", readonly=True)
            rows = client.fetch(client.search("ALL"), ["FLAGS", "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]"])
        return {
            next(str(value) for item, value in row.items() if item.startswith(b"BODY[")): {*row[b"FLAGS"]}
            - {b"\\Recent"}
            for row in rows.values()
        }

    def letters_to(self, customer: str) -> int:
        """How many letters to this customer have reached the end of the road."""
        return sum(row["to"] == f"{customer}@customer.example" for row in self.sink.accepted())

    def state_of(self, subject: str) -> str:
        return next((row["state"] for row in self.rows("list", "--all") if row["subject"] == subject), "")


def live_inquiry(business: Business) -> Iterator[tuple[str, str]]:
    """The life of an inquiry, in the order of STEPS: each step's name and how it went. AssertionError: the next step failed."""
    business.create_sent_folder()
    business.receive("old", "From before")
    business.start()
    first = business.receive("carol", "A new roof")
    until("the acknowledgement", lambda: business.letters_to("carol"), seconds=60)
    yield "acknowledged", GOOD
    flags = business.read_flags()

    began = time.monotonic()
    business.receive("robot", "Automatic reply", Auto_Submitted="auto-replied")
    business.receive("dave", "A new door")
    until("the second acknowledgement", lambda: business.letters_to("dave"), seconds=60)
    yield "arrival by", describe_arrival(business, time.monotonic() - began)
    assert business.letters_to("robot") == 0
    yield "machine's not", GOOD

    business.file_reply("carol", first)
    until("that the reply is seen", lambda: business.state_of("A new roof") == "answered", seconds=60)
    yield "reply closes", GOOD

    assert business.stop() == 0
    if business.restart is not None:
        business.restart()
    business.receive("erin", "While it was down")
    business.start()
    until("the third acknowledgement", lambda: business.letters_to("erin"), seconds=60)
    business.kill()
    business.start()
    business.receive("frank", "After a kill")
    until("the fourth acknowledgement", lambda: business.letters_to("frank"), seconds=60)
    yield "restart", GOOD

    counts = {name: business.letters_to(name) for name in ("old", "robot", "carol", "dave", "erin", "frank")}
    assert counts == {"old": 0, "robot": 0, "carol": 1, "dave": 1, "erin": 1, "frank": 1}, counts
    yield "each once", GOOD
    assert not business.state_of("From before")
    yield "old left alone", GOOD
    after = business.read_flags()
    assert {name: after.get(name) for name in flags} == flags, (flags, after)
    assert len(after) == 6, after
    yield "flags untouched", GOOD


def describe_arrival(business: Business, seconds: float) -> str:
    """By what the second mail was found; where the bell was found to be silent, how often Watcher looks since."""
    found = re.search(r"did not ring when mail came: looked at (every \d+) seconds", business.run("check").stdout)
    if found is not None:
        return f"the clock, {found[1]} s"
    return "IDLE" if seconds < POLL_SECONDS / 2 else "the clock"


STEPS = [
    "acknowledged",
    "arrival by",
    "machine's not",
    "reply closes",
    "restart",
    "each once",
    "old left alone",
    "flags untouched",
]


@contextmanager
def run_sink(folder: Path) -> Iterator[Sink]:
    sink = Sink(folder / "accepted", free_port())
    try:
        yield sink
    finally:
        sink.stop()


@contextmanager
def run_unpacked(
    recipe: servers.Recipe, certificates: Certificates, sink: Sink, upstream: int
) -> Iterator[servers.UnpackedServer]:
    """What it logged is printed where a step fails. `upstream`: the port of the IMAP server that a proxy stands before."""
    server = servers.UnpackedServer(recipe, certificates, sink.port, upstream=upstream)
    try:
        server.start()
        yield server
    except AssertionError:
        print(server.log(), file=sys.stderr)
        raise
    finally:
        server.remove()


@contextmanager
def run_dovecot(certificates: Certificates) -> Iterator[Dovecot]:
    """The mailbox where another server is the one that is tried."""
    if DOVECOT_BINARY is None:
        raise RuntimeError("missing server: apt-get install dovecot-imapd")
    with Dovecot(certificates) as server:
        yield server


@contextmanager
def open_habits(habits: Habits, folder: Path) -> Iterator[tuple[str, Business]]:
    """The same on a server in memory."""
    certificates = Certificates(folder / "certificates")
    with run_sink(folder) as sink:
        running = HabitThread(habits, certificates)
        running.start(sink)
        try:
            line = Line(running.server.port, habits.tls, "sales", "secret", habits.sent)
            restart = (lambda: running.call(running.server.renumber)) if habits.renumbers else None
            business = Business(
                folder, imap=line, smtp=Line(sink.port), certificates=certificates, sink=sink, restart=restart
            )
            try:
                yield habits.title, business
            finally:
                business.close()
        finally:
            running.stop()


@contextmanager
def open_business(recipe: servers.Recipe, folder: Path) -> Iterator[tuple[str, Business]]:
    """A business on a server of a recipe, and the row's name. RuntimeError: a server cannot be had; AssertionError: it does not start."""
    certificates = Certificates(folder / "certificates")
    with ExitStack() as stack:
        sink = stack.enter_context(run_sink(folder))
        needs_dovecot = recipe.is_proxy or recipe.speaks == "smtp"
        dovecot = stack.enter_context(run_dovecot(certificates)) if needs_dovecot else None
        server = stack.enter_context(run_unpacked(recipe, certificates, sink, dovecot.imap if dovecot else 0))
        login = (servers.USER, servers.PASSWORD) if recipe.has_login else ("", "")
        if dovecot is not None and recipe.is_proxy:
            login = (dovecot.user(), DOVECOT_PASSWORD)
        line = Line(server.port, recipe.tls, *login, recipe.sent)
        imap, smtp = line, Line(sink.port)
        if dovecot is not None and not recipe.is_proxy:
            imap, smtp = Line(dovecot.imaps, "implicit", dovecot.user(), DOVECOT_PASSWORD), line
        business = Business(folder, imap=imap, smtp=smtp, certificates=certificates, sink=sink)
        stack.callback(business.close)
        yield f"{recipe.title} {server.version}", business


def run_row(name: str) -> dict[str, str]:
    """One server's row of the table: what came of each step, as far as it went."""
    row = {"server": name, **dict.fromkeys(STEPS, "")}
    with tempfile.TemporaryDirectory(prefix="io") as place:
        folder = Path(place)
        folder.chmod(0o755)  # Dovecot reads its certificates as a user of its own
        try:
            opened = (
                open_habits(HABITS[name], folder) if name in HABITS else open_business(servers.RECIPES[name], folder)
            )
            with opened as (title, business):
                row["server"] = title
                row.update(live_inquiry(business))
        except (AssertionError, RuntimeError) as error:
            traceback.print_exc()
            row[next(step for step in STEPS if not row[step])] = f"no: {str(error).splitlines()[0][:80]}"
    return row


def render_table(rows: list[dict[str, str]]) -> str:
    """Markdown."""
    columns = ["server", *STEPS]
    lines = [columns, ["---"] * len(columns), *([row[column] for column in columns] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main(names: list[str]) -> int:
    """Exit code 1: a step of a server failed, or a server could not be run."""
    names = names or [*servers.RECIPES, *HABITS]
    if (obstacle := servers.find_obstacle()) and not HABITS.keys() >= set(names):
        print(f"no unpacked server can be run here: {obstacle}", file=sys.stderr)
        return 1
    rows = [run_row(name) for name in names]
    print(render_table(rows))
    return int(any(not row[step] or row[step].startswith("no") for row in rows for step in STEPS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
