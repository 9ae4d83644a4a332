"""Commands a person types and waits for, from the start of the process to its end; medians. The state has 2,400 inquiries that wait,
an acknowledgement of each, and nobody runs the service."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.bench import many
from tests.bench.figures import Figure
from tests.samples import inquiry, letter
from watcher.config.load import load_config
from watcher.core.outbox.model import LetterState
from watcher.edge.store.store import Store

TITLE = "commands"
ROWS = 2400
ROUNDS = 9
#: What is typed → what is to be reached, in seconds. "": nothing was set.
GOALS = {"--version": "", "list": "<= 0.5", "list --json": "", "status": ""}
CONFIG = many.TABLES + many.MAILBOX
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def write_state(folder: Path, rows: int) -> Path:
    """A configuration and a state in which so many inquiries wait; the path of the configuration."""
    config = folder / "config.toml"
    config.write_text(CONFIG.format(folder=folder, n=0, poll="5m", port=993, ca=config, secret="BOX_PASSWORD"))
    (folder / "state").mkdir(mode=0o700)
    store = Store(load_config(config).database_url)
    with store.write_transaction() as tx:
        for number in range(1, rows + 1):
            opened = NOW + timedelta(minutes=number)
            customer = f"customer{number}@example.org"
            saved = tx.inquiries.save(
                inquiry(number=0, mailbox="box0", customer=customer, subject=f"Question {number}", opened_at=opened)
            )
            sent = letter(
                id=0, key=f"ack:{number}", mailbox="box0", recipient=customer, inquiry=saved.number,
                state=LetterState.SENT, message_id=f"{number}@box0.example.com",
            )  # fmt: skip
            tx.letters.add_to_queue(sent)
    store.close()
    return config


def time_command(config: Path, words: str) -> float:
    """Seconds until it ended. CalledProcessError: it did not end well."""
    environ = {**os.environ, "PYTHONPYCACHEPREFIX": str(many.CODE_CACHE)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its code compiled
    began = time.monotonic()
    command = [sys.executable, "-m", "watcher", "-c", str(config), *words.split()]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environ, check=False)
    assert done.returncode == (1 if words == "status" else 0), done.stderr.decode()  # it says that nothing runs
    return time.monotonic() - began


def measure(scale: float) -> list[Figure]:
    rounds = max(1, round(ROUNDS * scale))
    with tempfile.TemporaryDirectory(prefix="commands") as name:
        config = write_state(Path(name), ROWS)
        walls: dict[str, list[float]] = {words: [] for words in GOALS}
        for number in range(rounds + 1):  # by turns, and the first, which compiles the code, does not count
            for words in GOALS:
                taken = time_command(config, words)
                if number:
                    walls[words].append(taken)
    return [Figure(f"watcher {words}", statistics.median(walls[words]), "s", goal) for words, goal in GOALS.items()]
