"""The catch-up after an outage: a mailbox that filled while nobody looked, from the first FETCH over TLS to every decision stored and
every acknowledgement composed and queued. Its SMTP server does not answer, so that nothing but this is measured.

Beside it, on the same server and the same mail: `imapfilter` with four patterns, and the same FETCH only read, which nothing can beat.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests import corpus
from tests.bench.figures import Figure
from tests.bench.mail import ADDRESS, made_mail
from tests.servers.real import PASSWORD, Certificates, Dovecot, free_port
from watcher.core.message.model import MAX_FETCHED_OCTETS
from watcher.edge.clock import Clock

TITLE = "a full mailbox after an outage"
MESSAGES = 20_000
SEED = 18

CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"

[people.anna]
email = ["anna@example.com"]

[acknowledge]
max_per_hour = 1000000

[[mailbox]]
name = "sales"
address = "Example Sales <{address}>"
owner = "anna"
imap = {{ host = "127.0.0.1", port = {imaps}, user = "{user}", ca = "{ca}", tls = "implicit", password = {{ env = "BENCH_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "off" }}
"""

FILTER = """
options.timeout = 120
options.certificates = false
options.hostnames = false
options.truststore = "{ca}"
account = IMAP {{ server = "127.0.0.1", port = {imaps}, username = "{user}", password = os.getenv("BENCH_PASSWORD"), ssl = "auto" }}
found = account.INBOX:match_from("news[0-9]+\\\\.example")
found = found + account.INBOX:match_subject("(Invoice|Rechnung) [0-9]+")
found = found + account.INBOX:match_field("Auto-Submitted", "auto-(replied|generated)")
found = found + account.INBOX:match_body("[Uu]nsubscribe: https?://")
print(#found)
"""


@dataclass(frozen=True)
class Run:
    """One life of the daemon: seconds until it is ready, and processor seconds of it and its children."""

    wall: float
    cpu: float


def fill_mailbox(server: Dovecot, user: str, mail: list[bytes]) -> None:
    """As delivery to a Maildir does it."""
    home = server.folder / "mail" / user
    owner = (server.folder / "mail").stat()
    for name in ("cur", "new", "tmp"):
        (home / name).mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(mail):
        (home / "new" / f"{1_000_000 + number}.M1P1.bench").write_bytes(raw)
    for path in [home, *home.rglob("*")]:
        os.chown(path, owner.st_uid, owner.st_gid)


def run_daemon(config: Path) -> Run:
    """`watcher run` until every mailbox had its first look, and its end."""
    began = time.monotonic()
    command = [sys.executable, "-m", "watcher", "-c", str(config), "run"]
    with (config.parent / "watcher.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, env=environment())
    assert process.stdout is not None
    line = process.stdout.readline()
    wall = time.monotonic() - began
    assert line == b"ready\n", (config.parent / "watcher.log").read_text()[-2000:]
    process.send_signal(signal.SIGTERM)
    _, _, used = os.wait4(process.pid, 0)
    return Run(wall, used.ru_utime + used.ru_stime)


def environment() -> dict[str, str]:
    return {**os.environ, "BENCH_PASSWORD": PASSWORD}


def count_rows(state: Path, query: str) -> int:
    with sqlite3.connect(state / "watcher.sqlite3") as connection:
        return int(connection.execute(query).fetchone()[0])


def run_imapfilter(server: Dovecot, user: str, folder: Path) -> Run:
    """Four patterns over all messages, one of them over the body."""
    config = folder / "filter.lua"
    config.write_text(FILTER.format(imaps=server.imaps, user=user, ca=server.certificates.ca))
    began = time.monotonic()
    process = subprocess.Popen(
        ["imapfilter", "-c", str(config)], env={**environment(), "HOME": str(folder)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert process.stdout is not None
    said = process.stdout.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, said
    return Run(time.monotonic() - began, used.ru_utime + used.ru_stime)


def read_only(server: Dovecot, user: str) -> Run:
    """The octets of the same FETCH, taken from the socket and thrown away."""
    context = ssl.create_default_context(cafile=str(server.certificates.ca))
    with socket.create_connection(("127.0.0.1", server.imaps), 120) as plain:
        stream = context.wrap_socket(plain, server_hostname="127.0.0.1")
        secret = PASSWORD.encode()
        ask(stream, b'a LOGIN "%s" {%d+}\r\n%s' % (user.encode(), len(secret), secret), b"a")
        ask(stream, b"b EXAMINE INBOX", b"b")
        began, before = time.monotonic(), time.process_time()
        ask(stream, b"c UID FETCH 1:* (FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[]<0.%d>)" % MAX_FETCHED_OCTETS, b"c")
        return Run(time.monotonic() - began, time.process_time() - before)


def ask(stream: ssl.SSLSocket, command: bytes, tag: bytes) -> None:
    stream.sendall(command + b"\r\n")
    tail = b""
    while not re.search(rb"(?:^|\r\n)%s OK[^\r\n]*\r\n$" % tag, tail):
        got = stream.recv(1 << 20)
        assert got, tail
        tail = (tail + got)[-8000:]


def measure(scale: float) -> list[Figure]:
    """Made mail; and, where there is a corpus, real mail of the same number, each message once under an id of its own."""
    count = round(MESSAGES * scale)
    figures = measure_mail("made mail", list(made_mail(SEED, count, Clock().now())))
    if corpus.CORPUS.is_dir():
        figures += measure_mail("real mail", real_mail(count // 4))
    return figures


def real_mail(count: int) -> list[bytes]:
    """Messages of the corpus, spread over its kinds, none twice."""
    raws = [sample.raw for sample in corpus.samples() if len(sample.raw) < 200_000]
    return raws[:: max(1, len(raws) // count)][:count]


def measure_mail(title: str, mail: list[bytes]) -> list[Figure]:
    folder = Path(tempfile.mkdtemp(prefix="wb"))
    server = Dovecot(Certificates(folder / "certificates"))
    server.start()
    try:
        return measure_on(server, folder, title, mail)
    finally:
        server.remove()
        shutil.rmtree(folder, ignore_errors=True)


def measure_on(server: Dovecot, folder: Path, title: str, mail: list[bytes]) -> list[Figure]:
    user = server.user("sales")
    config = folder / "config.toml"
    config.write_text(
        CONFIG.format(
            folder=folder, address=ADDRESS, imaps=server.imaps, user=user, ca=server.certificates.ca, smtp=free_port()
        )
    )
    fill_mailbox(server, user, [])
    run_daemon(config)  # the first look at an empty mailbox
    idle = run_daemon(config)
    fill_mailbox(server, user, mail)
    limit = read_only(server, user)  # and the server's own index is made
    peer = run_imapfilter(server, user, folder) if shutil.which("imapfilter") else None
    full = run_daemon(config)
    limit = min(limit, read_only(server, user), key=lambda run: run.wall)
    decided = count_rows(folder / "state", "SELECT count(*) FROM ledger WHERE kind IS NOT NULL")
    assert decided == len(mail), (decided, len(mail))
    letters = count_rows(folder / "state", "SELECT count(*) FROM letter WHERE kind = 'acknowledgement'")
    wall, cpu = full.wall - idle.wall, full.cpu - idle.cpu
    rows = [
        Figure(f"{title}: messages", len(mail), f"{sum(map(len, mail)) / len(mail) / 1024:.1f} KB on average"),
        Figure("  letters queued", letters, ""),
        Figure("  Watcher", len(mail) / wall, "messages/s", "≥ 800"),
        Figure("  Watcher, processor", 1000 * cpu / len(mail), "ms a message", "≤ 1.2"),
        Figure("  the same FETCH only read", len(mail) / limit.wall, "messages/s"),
    ]
    if peer is not None:
        rows += [
            Figure("  imapfilter, 4 patterns", len(mail) / peer.wall, "messages/s"),
            Figure("  imapfilter, processor", 1000 * peer.cpu / len(mail), "ms a message"),
            Figure("  Watcher, of imapfilter", peer.wall / wall, "×", "≥ 1.3"),
        ]
    return rows
