"""Other programs that fetch or sort the mail of an IMAP mailbox, on the same server, the same mail, over TLS, in the same run; and the
limit, a reader in C. None does what Watcher does: what its work is stands in its name.

From the start of each program to its end, with the processor time of its children. What is not installed is named as missing.
"""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.servers.real import Dovecot
from watcher.core.message.model import MAX_FETCHED_OCTETS

#: Plain, as peers differ in how they quote.
SECRET = "bench-secret"
READER = Path(__file__).with_name("reader.c")
#: `tests/bench/install.sh` puts Python programs there.
PATH = f"{os.environ['PATH']}:{Path(__file__).parents[2] / '.venv-peers' / 'bin'}"


@dataclass(frozen=True)
class Run:
    """One life of a program: seconds, and processor seconds of it and its children."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Place:
    """Where a peer works: the server, whose mailbox, how many messages are in it, and a folder of its own."""

    server: Dovecot
    user: str
    count: int
    folder: Path

    def fill_in(self, template: str) -> str:
        """`@port@`, `@user@`, `@ca@`, `@chain@`, `@secret@` and `@folder@`: the patterns have braces of their own."""
        values = {
            "port": self.server.imaps, "user": self.user, "ca": self.server.certificates.ca,
            "chain": self.server.certificates.chain, "secret": SECRET, "folder": self.folder,
        }  # fmt: skip
        for name, value in values.items():
            template = template.replace(f"@{name}@", str(value))
        return template


@dataclass(frozen=True, eq=False)
class Peer:
    """`programs`: what must be installed. `files`: name → content, private. `command`: what is run.
    `count_done`: how many messages it dealt with, by what it wrote."""

    name: str
    programs: tuple[str, ...]
    files: dict[str, str]
    command: tuple[str, ...]
    count_done: Callable[[Place, str], int]

    @property
    def missing(self) -> list[str]:
        return [name for name in self.programs if shutil.which(name, path=PATH) is None]


def count_files(place: Place, _: str) -> int:
    return sum(path.is_file() for name in ("cur", "new") for path in place.folder.glob(f"mail/**/{name}/*"))


def count_files_and_refused(place: Place, words: str) -> int:
    """mbsync leaves a message whose header never ends where it is, and says so."""
    return count_files(place, words) + words.count("has incomplete header; skipping")


def count_all(place: Place, _: str) -> int:
    """It has no way to say how many it looked at; it ended well."""
    return place.count


IMAPFILTER = Peer(
    "imapfilter, 4 patterns", ("imapfilter",),
    {"filter.lua": r"""
options.timeout = 120
options.certificates = false
options.hostnames = false
options.truststore = "@ca@"
account = IMAP { server = "127.0.0.1", port = @port@, username = "@user@", password = "@secret@", ssl = "auto" }
found = account.INBOX:match_from("news[0-9]+\\.example")
found = found + account.INBOX:match_subject("(Invoice|Rechnung) [0-9]+")
found = found + account.INBOX:match_field("Auto-Submitted", "auto-(replied|generated)")
found = found + account.INBOX:match_body("[Uu]nsubscribe: https?://")
print(#found)
"""},
    ("imapfilter", "-c", "@folder@/filter.lua"), count_all,
)  # fmt: skip

IMAPAUTOFILER = Peer(
    "imapautofiler, 3 patterns, headers alone", ("imapautofiler",),
    {"autofiler.yml": r"""
server: {hostname: 127.0.0.1, port: @port@, username: "@user@", password: "@secret@", ca_file: "@ca@"}
mailboxes:
  - name: INBOX
    rules:
      - {headers: [{name: from, regex: 'news[0-9]+\.example'}], action: {name: move, dest-mailbox: Lists}}
      - {headers: [{name: subject, regex: '(Invoice|Rechnung) [0-9]+'}], action: {name: move, dest-mailbox: Lists}}
      - {headers: [{name: auto-submitted, regex: 'auto-(replied|generated)'}], action: {name: move, dest-mailbox: Lists}}
"""},
    ("imapautofiler", "-n", "-c", "@folder@/autofiler.yml"),
    lambda _, words: int(words.rpartition(" messages, processed ")[0].split()[-1]),
)  # fmt: skip

GETMAIL = Peer(
    "getmail6 and maildrop, 4 patterns, a file a message", ("getmail", "maildrop"),
    {"getmailrc": """
[retriever]
type = SimpleIMAPSSLRetriever
server = 127.0.0.1
port = @port@
username = @user@
password = @secret@
mailboxes = ("INBOX",)
ca_certs = @ca@
[destination]
type = MDA_external
path = /usr/bin/maildrop
arguments = ("@folder@/mailfilter",)
allow_root_commands = true
[options]
read_all = true
delete = false
verbose = 0
""", "mailfilter": r"""
DEFAULT="@folder@/mail/rest"
if (/^From:.*news[0-9]+\.example/ || /^Subject:.*(Invoice|Rechnung) [0-9]+/)
{
  to "@folder@/mail/lists"
}
if (/^Auto-Submitted: *auto-(replied|generated)/ || /[Uu]nsubscribe: https?:\/\//:b)
{
  to "@folder@/mail/lists"
}
"""},
    ("getmail", "--getmaildir", "@folder@", "--rcfile", "@folder@/getmailrc"), count_files,
)  # fmt: skip

FDM = Peer(
    "fdm, 4 patterns, a file a message", ("fdm",),
    {"fdm.conf": r"""
set maximum-size 128M
set no-received
account "box" imaps server "127.0.0.1" port @port@ user "@user@" pass "@secret@" no-verify keep
action "lists" maildir "@folder@/mail/lists"
action "rest" maildir "@folder@/mail/rest"
match "^From:.*news[0-9]+\\.example" in headers action "lists"
match "^Subject:.*(Invoice|Rechnung) [0-9]+" in headers action "lists"
match "^Auto-Submitted: *auto-(replied|generated)" in headers action "lists"
match "[Uu]nsubscribe: https?://" in body action "lists"
match all action "rest"
"""},
    ("fdm", "-q", "-f", "@folder@/fdm.conf", "fetch"), count_files,
)  # fmt: skip

MBSYNC = Peer(
    "mbsync, no pattern, a file a message", ("mbsync",),
    {"mbsyncrc": """
IMAPStore far
Host 127.0.0.1
Port @port@
User @user@
Pass @secret@
SSLType IMAPS
CertificateFile @chain@

MaildirStore near
Path @folder@/mail/
Inbox @folder@/mail/inbox

Channel all
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
"""},
    ("mbsync", "-q", "-c", "@folder@/mbsyncrc", "all"), count_files_and_refused,
)  # fmt: skip

PEERS = (IMAPFILTER, GETMAIL, FDM, MBSYNC, IMAPAUTOFILER)


class PeerFailed(Exception):
    """A peer that did not end well, or did not deal with every message, and its last words: real mail ends some of them."""


def run_peer(peer: Peer, place: Place) -> Run:
    """PeerFailed."""
    for name in ("lists", "rest", "inbox"):
        for part in ("cur", "new", "tmp"):
            (place.folder / "mail" / name / part).mkdir(parents=True)
    for name, content in peer.files.items():
        (place.folder / name).write_text(place.fill_in(content))
        (place.folder / name).chmod(0o600)
    run, words = run_program([place.fill_in(word) for word in peer.command], place.folder)
    done = peer.count_done(place, words)
    if done != place.count:
        raise PeerFailed(f"{done} of {place.count} messages: {words[-500:]}")
    return run


def run_program(command: list[str], home: Path) -> tuple[Run, str]:
    """From its start to its end, and what it said. PeerFailed: it did not end well."""
    began = time.monotonic()
    process = subprocess.Popen(
        command, env={**os.environ, "PATH": PATH, "HOME": str(home), "BENCH_PASSWORD": SECRET, "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    words = process.stdout.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise PeerFailed(f"{command[0]}: {words[-500:]}")
    return Run(time.monotonic() - began, used.ru_utime + used.ru_stime), words


# --- the limit


def compile_reader(folder: Path) -> Path | None:
    """None: this machine has no C compiler, or no OpenSSL to compile with."""
    compiler = shutil.which("cc")
    program = folder / "reader"
    command = [compiler or "", "-O2", "-D_GNU_SOURCE", "-o", str(program), str(READER), "-lssl", "-lcrypto"]
    done = compiler and subprocess.run(command, capture_output=True, check=False).returncode == 0
    return program if done else None


def read_only(place: Place, reader: Path | None) -> tuple[str, Run]:
    """The octets of the FETCH that Watcher sends, taken from the connection and thrown away, and by what."""
    if reader is None:
        return "the same FETCH only read, in Python: no C compiler with OpenSSL", _read_in_python(place)
    words = [str(place.server.imaps), str(place.server.certificates.ca), place.user, str(MAX_FETCHED_OCTETS)]
    run, found = run_program([str(reader), *words], place.folder)
    rows, _, seconds = found.split()
    assert int(rows) >= place.count, found
    return "the same FETCH only read, in C", Run(float(seconds), run.cpu)


def _read_in_python(place: Place) -> Run:
    context = ssl.create_default_context(cafile=str(place.server.certificates.ca))
    with socket.create_connection(("127.0.0.1", place.server.imaps), 120) as plain:
        stream = context.wrap_socket(plain, server_hostname="127.0.0.1")
        _ask(stream, f'a LOGIN "{place.user}" "{SECRET}"'.encode())
        _ask(stream, b"b EXAMINE INBOX")
        began, before = time.monotonic(), time.process_time()
        _ask(stream, b"c UID FETCH 1:* (FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.%d>)" % MAX_FETCHED_OCTETS)
        return Run(time.monotonic() - began, time.process_time() - before)


def _ask(stream: ssl.SSLSocket, command: bytes) -> None:
    """Until the last line that came is the tagged OK."""
    stream.sendall(command + b"\r\n")
    tail, end = b"", b"\r\n%s OK" % command[:1]
    while not (tail.endswith(b"\r\n") and tail[tail.rstrip().rfind(b"\r\n") :].startswith(end)):
        got = stream.recv(1 << 20)
        assert got, tail
        tail = (b"\r\n" * (not tail) + tail + got)[-8000:]
