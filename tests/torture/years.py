"""Row: years of nags in virtual time, judged by an oracle that counts minutes (`tests/simulation/year.py`)."""

from __future__ import annotations

import time

from tests.simulation.year import run as live
from tests.torture.report import Options, Tally, spread

WHAT = "years of nags: holidays, both DST changes, absences, outages, crashes"
COUNT = 20


def seed(number: int) -> Tally:
    began = time.process_time()
    broken, year = live(number)
    tally = Tally(attempts=1, faults=year.counts["crashes"] + year.counts["restarts"])
    for each in broken:
        kind = "lost: " if each.startswith(("missed", "left out")) else ""
        tally.broke(f"{kind}{each} | seed {number}")
    for name in ("inquiries", "digests", "alerts", "reports", "all clear", "crashes", "restarts"):
        tally.seen[name] += year.counts[name]
    if year.counts["digests"] < 200:
        tally.broke(f"a year with {year.counts['digests']} digests proves nothing | seed {number}")
    tally.most["CPU seconds for a year"] = time.process_time() - began
    return tally


def run(options: Options) -> Tally:
    return spread(seed, range(options.first, options.first + (options.count or COUNT)), options)
