"""Memory and processor time of a daemon whose mailboxes are quiet, each an account of its own on a real Dovecot, over TLS and with
IDLE. Observed for one interval of the poll, so that every mailbox is looked at once: with three sizes that takes 17 minutes. Which one
it is at is said on standard error, and so is what the log complains of.

`python -m tests.bench.idle N SECONDS`: one size, for SECONDS. Memory alone is there after a few.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.bench import many
from tests.bench.figures import Figure, format_table

TITLE = "quiet mailboxes"
SECONDS = 300.0
SETTLE_SECONDS = 20.0
#: Mailboxes → what is to be reached: resident MB and percent of a processor.
GOALS = {1: ("", ""), 100: ("<= 90", "<= 0.4"), 1000: ("<= 200", "<= 2")}


def measure_size(count: int, seconds: float) -> list[Figure]:
    whole = SETTLE_SECONDS + seconds
    print(f"{count} mailboxes: {whole:.0f} s from when all were looked at", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(prefix="idle") as name:
        folder = Path(name)
        with many.roomy_dovecot(folder) as server:
            config = many.write_config(folder, server, count)
            with many.running(config, folder / "log") as (process, ready):
                cpu_to_ready = many.processor_seconds(process.pid)
                time.sleep(SETTLE_SECONDS)
                found = many.observe(process.pid, seconds)
            complaints = many.complaints(folder / "log")
            print(*complaints, sep="\n", file=sys.stderr, flush=True)
    memory_goal, cpu_goal = GOALS.get(count, ("", ""))
    return [
        Figure(f"{count} mailboxes: first start to ready", ready, "s"),
        Figure(f"{count} mailboxes: the same", cpu_to_ready, "CPU s"),
        Figure(f"{count} mailboxes: resident", found.rss_mb, "MB", memory_goal),
        Figure(f"{count} mailboxes: proportional", found.pss_mb, "MB"),
        Figure(f"{count} mailboxes: processor", found.cpu_percent, "%", cpu_goal),
        Figure(f"{count} mailboxes: connections", found.sockets, ""),
        Figure(f"{count} mailboxes: threads", found.threads, ""),
        Figure(f"{count} mailboxes: complaints in the log", len(complaints), "", "0"),
    ]


def measure(scale: float) -> list[Figure]:
    return [figure for count in GOALS for figure in measure_size(max(1, round(count * scale)), SECONDS * scale)]


if __name__ == "__main__":
    print(format_table(TITLE, measure_size(int(sys.argv[1]), float(sys.argv[2]))))
