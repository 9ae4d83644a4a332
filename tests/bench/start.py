"""From the start of the process to the first look at every mailbox, on a real Dovecot over TLS; medians. The first start, which makes the
state, its database and the mailboxes, does not count."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench import many
from tests.bench.figures import Figure, format_table

TITLE = "from the start to the first look"
ROUNDS = 9
#: Mailboxes → what is to be reached, in seconds.
GOALS = {1: "", 10: "<= 1.0", 100: ""}


def measure_size(count: int, rounds: int) -> list[Figure]:
    walls, processor = [], []
    with tempfile.TemporaryDirectory(prefix="start") as name:
        folder = Path(name)
        with many.roomy_dovecot(folder) as server:
            config = many.write_config(folder, server, count)
            for _ in range(rounds + 1):
                with many.running(config, folder / "log") as (process, ready):
                    walls.append(ready)
                    processor.append(many.processor_seconds(process.pid))
    return [
        Figure(f"{count} mailboxes: median", statistics.median(walls[1:]), "s", GOALS.get(count, "")),
        Figure(f"{count} mailboxes: best of {rounds}", min(walls[1:]), "s"),
        Figure(f"{count} mailboxes: processor", statistics.median(processor[1:]), "CPU s"),
    ]


def measure(scale: float) -> list[Figure]:
    return [figure for count in GOALS for figure in measure_size(count, max(1, round(ROUNDS * scale)))]


if __name__ == "__main__":
    print(format_table(TITLE, measure_size(int(sys.argv[1]), int(sys.argv[2]))))
