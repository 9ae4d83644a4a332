"""Replies written by real mail programs: on the real servers, seen and proved by the running daemon.

Each program does what a person does in an afternoon: passes the question on to a colleague, sends an answer with nothing in it by
mistake, and then answers. Only the last one ends the waiting.
"""

from __future__ import annotations

import fcntl
import itertools
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.daemon import House, nobody_else, until
from tests.servers.real import PASSWORD, Dovecot, Postfix

#: Program → the Debian package that has it; tests/servers/install.sh installs them.
PACKAGES = {"mutt": "mutt", "neomutt": "neomutt", "s-nail": "s-nail", "mrep": "mblaze", "alpine": "alpine"}

ANSWER = "It costs five euros, and we deliver on Friday."


@dataclass(frozen=True)
class Desk:
    """Where a person of the house sits: the shared mailbox, the servers, a home directory."""

    home: Path
    dovecot: Dovecot
    postfix: Postfix
    user: str  # of the shared mailbox, which is also the address
    person: str  # who writes

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
        return {
            **kept,
            "HOME": str(self.home),
            "TERM": "xterm",
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "USER": self.person,
        }

    def write(self, name: str, text: str, mode: int = 0o600) -> Path:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(mode)
        return path

    def editor(self, text: str, *, headed: bool = False) -> Path:
        """An editor in which a person puts `text` above what the program proposes, or nothing. `headed`: under its header lines."""
        self.write("typed", text + "\n\n" if text else "")
        head, rest = ("sed '/^$/q'", "sed '1,/^$/d'") if headed else ("true", "cat")
        lines = ("#!/bin/sh", "set -e", f'{{ {head} "$1"; cat {self.home}/typed; {rest} "$1"; }} > "$1.new"')
        # An hour old: mutt asks about a file that seems to have changed since the editor ended, and did so once.
        last = ('cat "$1.new" > "$1"', 'rm "$1.new"', 'touch -d "1 hour ago" "$1"', "")
        return self.write("editor", "\n".join((*lines, *last)), 0o700)


class Terminal:
    """A program in a terminal of its own. On a failure its screen is in the report."""

    CONTROL = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b\([A-Z]|\x1b[=>]")

    def __init__(self, command: list[str], desk: Desk) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._screen = bytearray()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=desk.environment(),
            cwd=desk.home,
            start_new_session=True,
        )
        os.close(slave)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        try:
            while octets := os.read(self._master, 65536):
                self._screen.extend(octets)
        except OSError:  # the program has ended
            return

    @property
    def screen(self) -> bytes:
        return self.CONTROL.sub(b"", bytes(self._screen))

    def on(self, words: bytes, keys: bytes, or_words: bytes = b"") -> None:
        """Waits until `words`, or the others, are shown and the program has nothing more to say, then types: a key that comes while it
        still draws may be thrown away with whatever was typed ahead."""
        until(words.decode(), lambda: words in self.screen or (or_words and or_words in self.screen), 80.0)
        shown = -1
        while shown != (shown := len(self._screen)):
            time.sleep(0.2)
        self._screen.clear()
        os.write(self._master, keys)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Until the program ends by itself. AssertionError: it does not, or it complains."""
        code: int | str = "it does not end"
        with suppress(subprocess.TimeoutExpired):
            code = self.process.wait(0.1 if kind else 25)
        if code != 0:
            print(self.screen[-3000:].decode(errors="replace"))
            self.process.kill()
            self.process.wait()
        os.close(self._master)
        assert kind or code == 0, code


def available(program: str) -> str:
    """Why it cannot be driven here; "" when it can."""
    return "" if shutil.which(program) else f"missing server: apt-get install {PACKAGES[program]}"


# --- mutt and neomutt: IMAP folder, SMTP, the copy filed by the program itself

MUTTRC = """
set folder="imaps://127.0.0.1:{imaps}"
set spoolfile="+INBOX"
set record="+Sent"
set imap_user="{user}"
set imap_pass='{password}'
set ssl_ca_certificates_file="{ca}"
set certificate_file="{ca}"
set ssl_force_tls=yes
set smtp_url="smtps://127.0.0.1:{smtps}/"
set realname="Anna of Sales"
set from="{person}@example.com"
set hostname="example.com"
set use_from=yes
set editor="{editor}"
set fast_reply=yes
set include=yes
set copy=yes
set mime_forward=no
set forward_quote=yes
set forward_attachments=no
set abort_nosubject=no
set abort_unmodified=no
set confirmappend=no
set confirmcreate=no
set delete=no
set quit=yes
set wait_key=no
set sleep_time=0
set beep=no
set tmpdir="{home}"
set header_cache=""
unset help
push "{keys}"
"""


class Mutt:
    """mutt, or neomutt by its name: keys pushed as if typed."""

    def __init__(self, program: str, desk: Desk) -> None:
        self.program, self.desk = program, desk

    def _do(self, subject: str, keys: str, text: str) -> None:
        desk = self.desk
        rc = MUTTRC.format(
            imaps=desk.dovecot.imaps, smtps=desk.postfix.smtps, user=desk.user, password=PASSWORD, person=desk.person,
            ca=desk.dovecot.certificates.ca, editor=desk.editor(text), home=desk.home,
            keys=f"<limit>~s '{subject}'<enter><first-entry>{keys}<quit>",
        )  # fmt: skip
        with Terminal([self.program, "-n", "-F", str(desk.write("muttrc", rc))], desk):
            pass

    def reply(self, subject: str, text: str) -> None:
        self._do(subject, "<reply><send-message>", text)

    def forward(self, subject: str, to: str, text: str) -> None:
        self._do(subject, f"<forward-message>{to}<enter><send-message>", text)


# --- s-nail: commands from a script, IMAP folder, SMTP, the copy filed over IMAP

NAILRC = """
set v15-compat=yes
set tls-ca-file={ca} tls-ca-no-defaults tls-verify=strict
set imap-auth=login
set mta=smtps://localhost:{smtps} smtp-auth=none
set from="Anna of Sales <{person}@example.com>" hostname=example.com
set record={box}/Sent
set quote
set sendwait nosave sendcharsets=utf-8 nometoo autobcc= autocc=
"""


class Nail:
    """s-nail, the mailx of many servers."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def _do(self, subject: str, command: str, text: str) -> None:
        desk = self.desk
        box = f"imaps://{desk.user}:{quote(PASSWORD, safe='')}@localhost:{desk.dovecot.imaps}"
        values = {"box": box, "smtps": desk.postfix.smtps, "person": desk.person, "ca": desk.dovecot.certificates.ca}
        rc = desk.write("nailrc", NAILRC.format(**values))
        done = subprocess.run(
            ["s-nail", "-#", "-f", f"{box}/INBOX"],
            input=f"search \"@s@{subject}\"\n{command}\n{text}\n~.\nexit\n",
            env={**desk.environment(), "MAILRC": str(rc)},
            cwd=desk.home, capture_output=True, text=True, timeout=25, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def reply(self, subject: str, text: str) -> None:
        self._do(subject, "reply", text)

    def forward(self, subject: str, to: str, text: str) -> None:
        self._do(subject, f"forward {to}", text)


# --- mblaze: plain files in a Maildir; what it hands to `sendmail` is filed octet for octet, as a syncing program does

SENDMAIL = """#!{python}
import pathlib, smtplib, ssl, sys
from email import message_from_bytes
from email.utils import getaddresses
raw = sys.stdin.buffer.read()
head = message_from_bytes(raw)
to = [address for _, address in getaddresses(head.get_all("To", []) + head.get_all("Cc", [])) if address]
context = ssl.create_default_context(cafile="{ca}")
with smtplib.SMTP_SSL("127.0.0.1", {smtps}, timeout=20, context=context) as client:
    client.sendmail("{person}@example.com", to, raw)
pathlib.Path("{home}/sent.eml").write_bytes(raw)
"""


class Mblaze:
    """mrep and mfwd of mblaze."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        values = {"ca": desk.dovecot.certificates.ca, "smtps": desk.postfix.smtps, "person": desk.person}
        sendmail = desk.write("sendmail", SENDMAIL.format(python=sys.executable, home=desk.home, **values), 0o700)
        local = f"Local-Mailbox: Anna of Sales <{desk.person}@example.com>"
        desk.write(".mblaze/profile", f"{local}\nFQDN: example.com\nSendmail: {sendmail}\n")

    def _do(self, subject: str, text: str, *command: str) -> None:
        desk = self.desk
        mails = [raw for _, raw in desk.dovecot.state(desk.user)["."] if f"Subject: {subject}".encode() in raw]
        desk.write(".mblaze/seq", f"{desk.write('mail.eml', mails[0].decode())}\n")
        done = subprocess.run(
            [*command, "1"], input=b"s\n", cwd=desk.home, capture_output=True, timeout=25, check=False,
            env={**desk.environment(), "EDITOR": str(desk.editor(text, headed=True))},
        )  # fmt: skip
        assert done.returncode == 0, done
        desk.dovecot.append(desk.user, "Sent", (desk.home / "sent.eml").read_bytes())

    def reply(self, subject: str, text: str) -> None:
        self._do(subject, text, "mrep")

    def forward(self, subject: str, to: str, text: str) -> None:
        self._do(subject, text, "mfwd", "-r", "-to", to, "--")


# --- alpine: a full screen that asks and is answered

PINERC = """
customized-hdrs=From: Anna of Sales <{person}@example.com>
inbox-path={{127.0.0.1:{imaps}/ssl/novalidate-cert/user={user}}}INBOX
default-fcc={{127.0.0.1:{imaps}/ssl/novalidate-cert/user={user}}}Sent
smtp-server=127.0.0.1:{smtps}/ssl/novalidate-cert
user-domain=example.com
editor={editor}
nntp-server=
last-version-used=9.99
feature-list=allow-changing-from,quell-user-lookup-in-passwd-file,include-text-in-reply,enable-alternate-editor-implicitly,
 enable-alternate-editor-cmd,quit-without-confirm,send-without-confirm,fcc-without-attachments
"""


class Alpine:
    """alpine. It knows no other authorities than the system's, so that certificates are not looked at."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def _do(self, subject: str, text: str, *steps: tuple[bytes, bytes]) -> None:
        desk = self.desk
        values = {"imaps": desk.dovecot.imaps, "smtps": desk.postfix.smtps, "user": desk.user, "person": desk.person}
        copies = len(desk.dovecot.state(desk.user).get("Sent", []))
        rc = desk.write("pinerc", PINERC.format(editor=desk.editor(text), **values))
        with Terminal(["alpine", "-p", str(rc), "-i"], desk) as terminal:
            terminal.on(b"ENTER PASSWORD", PASSWORD.encode() + b"\r")
            terminal.on(b"on DISK", b"n")
            terminal.on(b"opened with", b"w", or_words=b"DONE]")  # what it says first may be drawn over at once
            terminal.on(b"Word to", subject.encode() + b"\r")
            for words, keys in (*steps, (b"editor done", b"\x18")):
                terminal.on(words, keys)
            until("the copy", lambda: len(desk.dovecot.state(desk.user).get("Sent", [])) > copies)
            terminal.on(b"", b"q")

    def reply(self, subject: str, text: str) -> None:
        self._do(subject, text, (b"Word found", b"r"), (b"all recipients", b"n"))

    def forward(self, subject: str, to: str, text: str) -> None:
        self._do(subject, text, (b"Word found", b"f"), (b"To AddrBk", to.encode() + b"\r" + b"\x0e" * 3))


PROGRAMS = {
    "mutt": lambda desk: Mutt("mutt", desk),
    "neomutt": lambda desk: Mutt("neomutt", desk),
    "s-nail": Nail,
    "mrep": Mblaze,
    "alpine": Alpine,
}


_numbers = itertools.count(1)

pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def house(tmp_path_factory, dovecot, postfix):
    n = nobody_else()
    made = House(tmp_path_factory.mktemp("programs"), dovecot, postfix, f"office{n}", f"ann{n}", poll="1s")
    made.start()
    yield made
    made.close()


@pytest.fixture
def desk(house, tmp_path, dovecot, postfix):
    return Desk(tmp_path, dovecot, postfix, house.sales, house.owner)


def decided(house):
    """What the daemon said of each message in Sent, in its order."""
    return re.findall(r"decided mailbox=sales folder=Sent .*", house.log.read_text())


def sent(house):
    """Message-ID → the copy, of all the mail the person sent."""
    mails = [message_from_bytes(raw) for _, raw in house.dovecot.state(house.sales).get("Sent", [])]
    return {str(mail["Message-ID"]).strip("<>"): mail for mail in mails if mail["X-Watcher-Ref"] is None}


def row(house, subject):
    return next((row for row in house.rows("list", "--all") if row["subject"] == subject), None)


@pytest.mark.parametrize("name", PROGRAMS)
def test_only_an_answer_ends_the_waiting(name, house, desk):
    if reason := available(name):
        pytest.skip(reason)
    customer, subject = f"carol{nobody_else()}", f"Quotation number {next(_numbers)}"
    known = set(sent(house))
    question = house.send(customer, subject, "Hello, what does a new roof cost, and when can you begin?")
    # Not by its number: the house may be another than for the test before.
    until("the inquiry", lambda: row(house, subject))
    program = PROGRAMS[name](desk)

    def new(what):
        """The Message-ID of the new copy under Sent, once the daemon has seen it."""
        until(what, lambda: len(sent(house)) > len(known))
        files = len(house.dovecot.state(house.sales)["Sent"])
        until(f"the daemon's look at {what}", lambda: len(decided(house)) >= files)
        (message_id,) = set(sent(house)) - known
        known.add(message_id)
        return message_id

    program.forward(subject, f"ben{nobody_else()}@example.com", "Ben, can you answer this one?")
    new("the forward")
    program.reply(subject, "")
    new("the empty reply")
    waiting = row(house, subject)
    assert waiting["state"] == "waiting", decided(house)[-3:]

    program.reply(subject, ANSWER)
    answer = new("the answer")
    mail = sent(house)[answer]
    assert ANSWER in mail.as_string()
    assert question in f"{mail['In-Reply-To']} {mail['References']}"
    answered = row(house, subject)
    assert answered["state"] == "answered", decided(house)[-3:]
    assert answered["evidence"]["message_id"] == answer
    assert answered["evidence"]["by"] == f"{house.owner}@example.com"
    assert "Sent" in answered["evidence"]["how"]
    assert len(house.mail_of(customer)) == 3, "one acknowledgement, the empty reply and the answer"
