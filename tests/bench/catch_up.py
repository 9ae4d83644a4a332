"""The catch-up after an outage: a mailbox that filled while nobody looked, from the first FETCH over TLS to every decision stored and
every acknowledgement composed and queued. Its SMTP server does not answer, so that nothing but this is measured.

Beside it, on the same server and the same mail: the peers, and the same FETCH only read, which nothing can beat.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests import corpus
from tests.bench.figures import Figure
from tests.bench.mail import ADDRESS, made_mail
from tests.bench.peers import (
    IMAPFILTER,
    PEERS,
    SECRET,
    Peer,
    PeerFailed,
    Place,
    Run,
    compile_reader,
    read_only,
    run_peer,
)
from tests.servers.real import PASSWORD, Certificates, Dovecot, free_port
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
    return {**os.environ, "BENCH_PASSWORD": SECRET}


def count_rows(state: Path, query: str) -> int:
    with sqlite3.connect(state / "watcher.sqlite3") as connection:
        return int(connection.execute(query).fetchone()[0])


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


@contextmanager
def open_empty_mailbox() -> Iterator[tuple[Dovecot, str, Path]]:
    """A Dovecot whose password every peer can write down, the user of an empty mailbox on it, and the configuration of a Watcher of it,
    which has looked at it once. All of it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="wb", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        server = Dovecot(Certificates(folder / "certificates"))
        server.config.write_text(server.config.read_text().replace(PASSWORD, SECRET))
        with server:
            user, config = server.user("sales"), folder / "config.toml"
            places = {"imaps": server.imaps, "ca": server.certificates.ca, "smtp": free_port()}
            config.write_text(CONFIG.format(folder=folder, address=ADDRESS, user=user, **places))
            fill_mailbox(server, user, [])
            run_daemon(config)
            yield server, user, config


def measure_mail(title: str, mail: list[bytes]) -> list[Figure]:
    with open_empty_mailbox() as (server, user, config):
        return measure_on(server, user, config, title, mail)


def measure_on(server: Dovecot, user: str, config: Path, title: str, mail: list[bytes]) -> list[Figure]:
    folder = config.parent
    idle = run_daemon(config)
    fill_mailbox(server, user, mail)
    place = Place(server, user, len(mail), folder)
    reader = compile_reader(folder)
    read_only(place, reader)  # and the server's own index is made
    peers = run_peers(place)
    full = run_daemon(config)
    limit_name, limit = read_only(place, reader)
    decided = count_rows(folder / "state", "SELECT count(*) FROM ledger WHERE kind IS NOT NULL")
    assert decided == len(mail), (decided, len(mail))
    letters = count_rows(folder / "state", "SELECT count(*) FROM letter WHERE kind = 'acknowledgement'")
    wall, cpu = full.wall - idle.wall, full.cpu - idle.cpu
    rows = [
        Figure(f"{title}: messages", len(mail), f"{sum(map(len, mail)) / len(mail) / 1024:.1f} KB on average"),
        Figure("  letters queued", letters, ""),
        Figure("  Watcher", len(mail) / wall, "messages/s", "≥ 800"),
        Figure("  Watcher, processor", 1000 * cpu / len(mail), "ms a message", "≤ 1.2"),
        Figure(f"  {limit_name}", len(mail) / limit.wall, "messages/s"),
    ]
    for peer, run in peers.items():
        goal = "≥ 1.3" if peer is IMAPFILTER else ""
        rows.append(Figure(f"  {peer.name}", len(mail) / run.wall, "messages/s"))
        rows.append(Figure("    processor", 1000 * run.cpu / len(mail), "ms a message"))
        rows.append(Figure(f"    Watcher, of {peer.programs[0]}", run.wall / wall, "×", goal))
    return rows


def run_peers(place: Place) -> dict[Peer, Run]:
    """Of those that are installed and came through; the others are named."""
    found: dict[Peer, Run] = {}
    for peer in PEERS:
        if peer.missing:
            print(f"missing: {', '.join(peer.missing)} ({peer.name})", flush=True)
            continue
        folder = place.folder / f"peer-{peer.programs[0]}"
        folder.mkdir()
        try:
            found[peer] = run_peer(peer, replace(place, folder=folder))
        except PeerFailed as reason:
            print(f"failed: {peer.name}: {reason}", flush=True)
        shutil.rmtree(folder)
    return found
