"""A house of many mailboxes on a real Dovecot, and what its daemon takes of the machine.

Every mailbox is an account of its own, which Dovecot makes at its first login. Nothing is sent; the SMTP server is never asked.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.real import PASSWORD, Certificates, Dovecot

TABLES = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"

[hours]
week = {{ mon-sun = ["00:00-24:00"] }}

[people.anna]
email = ["anna@example.com"]
digest = ["09:00"]
"""

#: Every customer is acknowledged at once.
UNLIMITED = """
[acknowledge]
max_per_hour = 1000000
"""

#: On servers of the benchmark's own, without TLS.
PLAIN_MAILBOX = """
[[mailbox]]
name = "{user}"
address = "Box <{user}@example.com>"
owner = "anna"
imap = {{ host = "127.0.0.1", port = {imap}, user = "{user}", tls = "off", password = {{ env = "BOX_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {smtp}, tls = "off" }}
"""

MAILBOX = """
[[mailbox]]
name = "box{n}"
address = "Box {n} <box{n}@example.com>"
owner = "anna"
poll = "{poll}"
imap = {{ host = "127.0.0.1", port = {port}, user = "box{n}", ca = "{ca}", tls = "implicit", password = {{ env = "{secret}" }} }}
smtp = {{ host = "127.0.0.1", port = 1, ca = "{ca}", tls = "implicit" }}
"""

#: Where the compiled code is kept from run to run.
CODE_CACHE = Path(tempfile.gettempdir()) / "watcher-bench-code"
#: One process a mailbox, as an ordinary server has it, and as many as are asked for.
ROOMY = """
default_client_limit = 8000
service imap-login {
  service_count = 0
  client_limit = 6000
  process_min_avail = 2
}
service imap {
  process_limit = 6000
}
service anvil {
  client_limit = 8000
}
service auth {
  client_limit = 8000
}
"""


def roomy_dovecot(folder: Path) -> Dovecot:
    """Lets thousands in at once. Not started yet."""
    folder.chmod(0o755)
    server = Dovecot(Certificates(folder / "certificates"))
    (folder / "certificates").chmod(0o755)
    server.config.write_text(server.config.read_text() + ROOMY)
    return server


def write_config(
    folder: Path, server: Dovecot, count: int, *, poll: str = "5m", refused: int = 0, hangs: tuple[int, int] = (0, 0)
) -> Path:
    """A configuration of `count` mailboxes. The first `refused` have a wrong password; of the next, `hangs` = (how many, the port of a
    server that accepts and says nothing)."""
    text = TABLES.format(folder=folder)
    for n in range(count):
        is_hanging = refused <= n < refused + hangs[0]
        text += MAILBOX.format(
            n=n, poll=poll, ca=server.certificates.ca,
            port=hangs[1] if is_hanging else server.imaps,
            secret="WRONG_PASSWORD" if n < refused else "BOX_PASSWORD",
        )  # fmt: skip
    path = folder / "config.toml"
    path.write_text(text)
    return path


@contextmanager
def running(config: Path, log: Path, *, seconds: float = 600.0) -> Iterator[tuple[subprocess.Popen[str], float]]:
    """The daemon, when it says that every mailbox had its first look; and how many seconds that took."""
    began = time.monotonic()
    with started(config, log) as process:
        assert process.stdout is not None
        readable, _, _ = select.select([process.stdout], [], [], seconds)
        assert readable and process.stdout.readline() == "ready\n", log.read_text()[-3000:]
        yield process, time.monotonic() - began


@contextmanager
def started(config: Path, log: Path) -> Iterator[subprocess.Popen[str]]:
    """The daemon, from its first instruction on."""
    environ = {
        **os.environ,
        "BOX_PASSWORD": PASSWORD,
        "WRONG_PASSWORD": "wrong",
        "PYTHONPYCACHEPREFIX": str(CODE_CACHE),
    }
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its code compiled
    with log.open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "watcher", "-c", str(config), "run"],
            stdout=subprocess.PIPE, stderr=errors, text=True, env=environ,
        )  # fmt: skip
    try:
        yield process
    finally:
        terminate(process)


def terminate(process: subprocess.Popen[str]) -> None:
    """Waits until it has ended: by force after 30 seconds."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def complaints(log: Path) -> list[str]:
    """The lines of the log that are more than news."""
    return [
        line for line in log.read_text().splitlines() if f"{line} ".split(" ")[1] in ("WARNING", "ERROR", "CRITICAL")
    ]


# --- what it takes


def processor_seconds(pid: int) -> float:
    """User and system time of the process so far (proc(5), fields 14 and 15 of /proc/PID/stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> dict[str, Any]:
    """Resident and proportional set in MB (/proc/PID/smaps_rollup), and the most that was resident."""
    rows = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:])
    peak = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return {
        "rss_mb": round(int(rows["Rss"].split()[0]) / 1024, 1),
        "pss_mb": round(int(rows["Pss"].split()[0]) / 1024, 1),
        "peak_mb": round(int(peak.split()[1]) / 1024, 1),
    }


def handles(pid: int) -> dict[str, Any]:
    """Threads, open files, and connections among them."""
    links = [path.readlink() for path in Path(f"/proc/{pid}/fd").iterdir() if path.is_symlink()]
    return {
        "threads": len(list(Path(f"/proc/{pid}/task").iterdir())),
        "files": len(links),
        "sockets": len({link for link in links if link.name.startswith("socket:")}),
    }


@dataclass(frozen=True)
class Footprint:
    """What a process takes, over a while."""

    cpu_percent: float
    rss_mb: float
    pss_mb: float
    peak_mb: float
    threads: int
    files: int
    sockets: int


def observe(pid: int, seconds: float) -> Footprint:
    """What a process takes over so many seconds."""
    before, began = processor_seconds(pid), time.monotonic()
    time.sleep(seconds)
    cpu = (processor_seconds(pid) - before) / (time.monotonic() - began)
    return Footprint(cpu_percent=100 * cpu, **memory(pid), **handles(pid))
