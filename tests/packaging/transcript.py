"""Follows docs/tutorial.md on a fresh Debian and writes down what is printed: `python -m tests.packaging.transcript [SUITE]` writes
docs/transcript.md. The mail servers are a Dovecot and a Postfix on the usual ports of this machine; nothing of the program is changed.
"""

from __future__ import annotations

import os
import pty
import re
import select
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from email import message_from_bytes
from pathlib import Path

import trustme
from imapclient import IMAPClient

from tests.daemon import until
from tests.packaging.machine import Machine
from tests.samples import ROOT
from tests.servers.real import Certificates, Dovecot
from tests.servers.token_mail import TokenPostfix

ADDRESS, OWNER, CUSTOMER = "sales@example.com", "anna@example.com", "carol@customer.example"
PASSWORD = "tiles-and-slates-7"
IMAPS, SUBMISSIONS = 993, 465
#: Question of `watcher init`, or a part of it → what is typed.
ANSWERS = (
    ("Which mailbox", ADDRESS),
    ("customers read as its sender", "Example Roofs"),
    ("Other addresses", ""),
    ("Provider", "other"),
    ("IMAP server", ""),
    ("SMTP server", ""),
    ("Login name", ""),
    ("Who answers there", "anna"),
    ("digests go", OWNER),
    ("Language", ""),
    ("Time zone", "Europe/Berlin"),
    ("Folder of the state", ""),
    ("Observe first", ""),
    ("Which phone or chat", ""),
    ("which mail address", "anna.private@example.net"),
    ("assword", PASSWORD),
    ("what was never answered", "n"),
)
INTRODUCTION = """\
# A transcript of the tutorial

This is the [tutorial](tutorial.md) on a fresh Debian ({suite}): what was typed, and what was printed. The mail servers were a Dovecot
and a Postfix with the names `imap.example.com` and `smtp.example.com`. The page is written by a program (`make transcript`), so that it is
true. From the first command to the first acknowledgement it took {minutes}, without
the time that a person needs to read and type.
"""
INQUIRY = """\
From: Carol Fields <{sender}>
To: {address}
Subject: Leaking roof
Message-ID: <roof.{number}@customer.example>

Good morning,

our roof leaks above the kitchen. What would a repair cost, and when could
somebody come and look at it?

Carol Fields
"""
REPLY = """\
From: Anna <{address}>
To: Carol Fields <{sender}>
Subject: Re: Leaking roof
In-Reply-To: <roof.{number}@customer.example>
References: <roof.{number}@customer.example>
Message-ID: <answer@example.com>

Dear Mrs Fields, we come on Thursday at ten. The look is free of charge.
Anna
"""


class NamedCertificates(Certificates):
    """For the names that a provider has."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        authority = trustme.CA()
        issued = authority.issue_cert("imap.example.com", "smtp.example.com", "localhost", "127.0.0.1")
        authority.cert_pem.write_to_path(str(self.ca))
        issued.private_key_pem.write_to_path(str(self.key))
        self.chain.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))


#: An installation compiles its libraries and says nothing meanwhile: on a busy machine for minutes.
SILENCE_SECONDS = 900.0


class ProviderServers:
    """The mail servers of a provider, on the ports that every mail program knows."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.certificates = NamedCertificates(folder / "certificates")
        self.dovecot = Dovecot(self.certificates, imaps=IMAPS, password=PASSWORD, keeps_domain=True)
        stack.callback(self.dovecot.remove)
        self.postfix = TokenPostfix(self.certificates, self.dovecot)
        stack.callback(self.postfix.remove)
        master = self.postfix.folder / "etc" / "master.cf"
        master.write_text(master.read_text().replace(f"127.0.0.1:{self.postfix.smtps} ", f"127.0.0.1:{SUBMISSIONS} "))
        self.dovecot.start()
        self.postfix.start()

    def client(self, user: str) -> IMAPClient:
        client = IMAPClient("127.0.0.1", self.dovecot.imap, ssl=False, timeout=20)
        client.starttls(self._context())
        client.login(user, PASSWORD)
        return client

    def _context(self) -> object:
        import ssl

        return ssl.create_default_context(cafile=str(self.certificates.ca))

    def send(self, text: str, sender: str, recipient: str) -> None:
        """As a stranger's server delivers: to Postfix, and from there to the mailbox."""
        import smtplib

        with smtplib.SMTP("127.0.0.1", self.postfix.smtp) as server:
            server.sendmail(sender, [recipient], text.replace("\n", "\r\n"))

    def letters_to(self, user: str) -> list[str]:
        """What lies in this person's inbox, as text."""
        client = self.client(user)
        try:
            client.select_folder("INBOX", readonly=True)
            rows = client.fetch(client.search("ALL"), ["BODY.PEEK[]"])
            return [show_letter(row[b"BODY[]"]) for row in rows.values()]
        finally:
            client.shutdown()

    def file_reply(self, number: int) -> None:
        """Anna's mail program keeps a copy of her answer."""
        text = REPLY.format(address=ADDRESS, sender=CUSTOMER, number=number)
        client = self.client(ADDRESS)
        client.append("Sent", text.replace("\n", "\r\n").encode())
        client.shutdown()


def show_letter(raw: bytes) -> str:
    """What a mail program shows of it."""
    message = message_from_bytes(raw)
    body = next(part for part in message.walk() if part.get_content_type() == "text/plain")
    head = "".join(
        f"{name}: {message[name]}\n" for name in ("From", "To", "Subject", "Auto-Submitted") if message[name]
    )
    payload = body.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return head + "\n" + payload.decode().replace("\r\n", "\n").rstrip()


class Terminal:
    """Root's terminal on a machine; `page` is what was seen there."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.page: list[str] = []
        self.began = time.monotonic()

    def say(self, text: str) -> None:
        self.page.append(f"{text.rstrip()}\n")

    def type(self, command: str, answers: Sequence[tuple[str, str]] = (), keep: str = "") -> None:
        """Runs a line. `answers`: question → what is typed, in the order in which they are asked. `keep`: of a long text only lines in
        which this regular expression is found are written down."""
        printed = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self._run(command, list(answers)).replace("\r", ""))
        lines = [line.rstrip() for line in printed.splitlines() if not keep or re.search(keep, line)]
        shown = "\n".join([f"# {command}", *lines]).rstrip()
        self.page.append(f"```text\n{shown}\n```\n")

    def _run(self, command: str, answers: list[tuple[str, str]]) -> str:
        """What a terminal shows, with what is typed."""
        line = [*self.machine.command_line(), "sh", "-c", command]
        process, terminal = pty.fork()
        if process == 0:
            os.execvp(line[0], line)
        printed, seen = "", 0
        while data := read_from(terminal):
            printed += data
            if answers and answers[0][0] in printed[seen:] and printed.endswith(": "):
                seen = len(printed)
                os.write(terminal, answers.pop(0)[1].encode() + b"\n")
        _, status = os.waitpid(process, 0)
        if answers or status:
            raise AssertionError(
                f"{command}: exit {os.waitstatus_to_exitcode(status)}, not asked: {answers}: {printed}"
            )
        return printed


def read_from(terminal: int) -> str:
    """The next that is printed; "" when the command has ended. AssertionError: nothing for SILENCE_SECONDS."""
    if not select.select([terminal], [], [], SILENCE_SECONDS)[0]:
        raise AssertionError(f"silent for {SILENCE_SECONDS:.0f} seconds")
    try:
        return os.read(terminal, 65536).decode(errors="replace")
    except OSError:
        return ""


def prepare(machine: Machine, servers: ProviderServers, package: Path) -> None:
    """What is so on any machine at a provider: its names and its certificates are known. And the package was copied to it."""
    with (machine.root / "etc/hosts").open("a") as hosts:
        hosts.write("127.0.0.1 localhost imap.example.com smtp.example.com\n")
    authority = machine.root / "usr/local/share/ca-certificates/provider.crt"
    authority.parent.mkdir(parents=True, exist_ok=True)
    authority.write_text(servers.certificates.ca.read_text())
    machine.run("update-ca-certificates")
    (machine.root / "root" / package.name).write_bytes(package.read_bytes())


def follow_the_tutorial(terminal: Terminal, servers: ProviderServers, package: Path) -> float:
    """Every step, in its order; seconds until the customer had the acknowledgement. AssertionError: it came otherwise."""
    machine = terminal.machine
    terminal.say("## Install\n")
    terminal.type(f"cd /root && apt-get install -q -y --no-install-recommends ./{package.name}", keep="atcher")
    terminal.say("## Answer a few questions\n")
    terminal.say("The password is not shown while it is typed.\n")
    terminal.type("watcher init /etc/watcher", ANSWERS)
    terminal.say("## Check\n")
    terminal.type("watcher check --online")
    terminal.say("## Observe\n")
    terminal.type("systemctl enable --now watcher")
    terminal.type("watcher status")
    terminal.say("A customer writes now: *Leaking roof*, from carol@customer.example.\n")
    servers.send(INQUIRY.format(sender=CUSTOMER, address=ADDRESS, number=1), CUSTOMER, ADDRESS)
    until("the inquiry", lambda: "Leaking" in machine.run("watcher", "list"), seconds=60)
    terminal.type("watcher list")
    terminal.type("watcher show 1")
    assert servers.letters_to(CUSTOMER) == []
    terminal.say("## Go live\n")
    terminal.type("sed -i 's/^observe = true/observe = false/' /etc/watcher/config.toml && systemctl reload watcher")
    until("the acknowledgement", lambda: servers.letters_to(CUSTOMER), seconds=120)
    seconds = time.monotonic() - terminal.began
    (letter,) = servers.letters_to(CUSTOMER)
    terminal.say(f"Some seconds later this lies in Carol's inbox:\n\n```text\n{letter}\n```\n")
    terminal.type("watcher list")
    terminal.say("The same inquiries are seen by the service's user, whoever asks:\n")
    terminal.type("runuser -u watcher -- watcher list")
    terminal.say("## Answer\n\nAnna answers Carol in her own mail program. Watcher sees the copy in the Sent folder.\n")
    servers.file_reply(1)
    until("the answer", lambda: "answered" in machine.run("watcher", "list", "--all"), seconds=90)
    terminal.type("watcher list --all")
    return seconds


def write_transcript(suite: str) -> str:
    """The page. AssertionError: the tutorial does not lead where it says."""
    (package,) = (ROOT / "dist").glob("watcher_*_amd64.deb")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="tr")))
        folder.chmod(0o755)
        servers = ProviderServers(folder, stack)
        machine = Machine(suite)
        stack.callback(machine.close)
        prepare(machine, servers, package)
        terminal = Terminal(machine)
        try:
            seconds = follow_the_tutorial(terminal, servers, package)
        except AssertionError:
            print(
                "\n".join(terminal.page),
                machine.run("journalctl", "-u", "watcher", "--no-pager", check=False),
                file=sys.stderr,
            )
            raise
    minutes = f"{seconds:.0f} seconds"
    return INTRODUCTION.format(suite=suite, minutes=minutes) + "\n" + "\n".join(terminal.page)


if __name__ == "__main__":
    (ROOT / "docs" / "transcript.md").write_text(write_transcript(sys.argv[1] if len(sys.argv) > 1 else "trixie"))
