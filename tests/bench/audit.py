"""`watcher audit` of a full mailbox over TLS, beside the daemon's catch-up on the same server and the same mail, in the same run.

Both are taken without their start: the same command on a mailbox in which nothing is.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.catch_up import SEED, environment, fill_mailbox, open_empty_mailbox, run_daemon
from tests.bench.figures import Figure
from tests.bench.mail import made_mail
from tests.bench.peers import Run
from tests.servers.real import Dovecot
from watcher.edge.clock import Clock

TITLE = "an audit beside the daemon's catch-up"
MESSAGES = 20_000


def run_audit(config: Path) -> Run:
    """The whole command, its outcomes among it."""
    began = time.monotonic()
    command = [sys.executable, "-m", "watcher", "-c", str(config), "audit", "--since", "90d", "--json"]
    with (config.parent / "audit.json").open("wb") as out, (config.parent / "audit.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=out, stderr=log, env=environment())
        _, status, used = os.wait4(process.pid, 0)
    assert status == 0, (config.parent / "audit.log").read_text()[-2000:]
    return Run(time.monotonic() - began, used.ru_utime + used.ru_stime)


def measure(scale: float) -> list[Figure]:
    mail = list(made_mail(SEED, round(MESSAGES * scale), Clock().now()))
    with open_empty_mailbox() as (server, user, config):
        return measure_on(server, user, config, mail)


def measure_on(server: Dovecot, user: str, config: Path, mail: list[bytes]) -> list[Figure]:
    idle_daemon, idle_audit = run_daemon(config), run_audit(config)
    fill_mailbox(server, user, mail)
    run_audit(config)  # and the server's own index is made
    full_daemon, full_audit = run_daemon(config), run_audit(config)
    daemon, audit = full_daemon.wall - idle_daemon.wall, full_audit.wall - idle_audit.wall
    daemon_cpu, audit_cpu = full_daemon.cpu - idle_daemon.cpu, full_audit.cpu - idle_audit.cpu
    return [
        Figure("messages", len(mail), ""),
        Figure("  audit", len(mail) / audit, "messages/s"),
        Figure("  the daemon's catch-up", len(mail) / daemon, "messages/s"),
        Figure("  audit, of the catch-up", daemon / audit, "×", "≥ 1"),
        Figure("  audit, processor", 1000 * audit_cpu / len(mail), "ms a message"),
        Figure("  the daemon's catch-up, processor", 1000 * daemon_cpu / len(mail), "ms a message"),
    ]
