"""`python -m tests.torture NAME [--seeds 0..999] [--budget SECONDS] [--jobs 2] [--add]`; NAME is a row, `all`, or `table` (with
`--write`: into docs/development/reliability.md). `--add`: what is run is another piece of a row, on top of the pieces before."""

from __future__ import annotations

import argparse
import importlib
import logging
import sys
import time

from tests.torture import report

#: Row → seconds it may take in `all`, on two cores. Together, and with the tests of `make torture`, under an hour.
BUDGETS = {
    "simulate": 480.0,
    "explore": 480.0,
    "kills": 300.0,
    "cuts": 480.0,
    "restore": 180.0,
    "years": 240.0,
    "clock": 60.0,
    "security": 90.0,
    "soak": 420.0,
    "fuzz": 300.0,
    "answers": 300.0,
    "config": 120.0,
    "instances": 300.0,
}
#: … and by itself: enough for every row, and an end for one that hangs.
WHOLE = 4 * 3600.0


def one(name: str, options: report.Options, adding: bool) -> report.Row:
    module = importlib.import_module(f"tests.torture.test_{name}")
    began = time.monotonic()
    tally = module.run(options)
    row = report.Row(name, module.WHAT, f"python -m tests.torture {name}", time.monotonic() - began, tally)
    print(row, flush=True)
    report.save(row, adding=adding)
    return row


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("name", choices=[*BUDGETS, "all", "table"])
    parser.add_argument("--seeds", default="", help="first..last, or a number of them")
    parser.add_argument("--budget", type=float, default=0.0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--add", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.name == "table":
        print(report.write(BUDGETS) if given.write else report.table(BUDGETS))
        return 0
    logging.disable(logging.CRITICAL)  # the loops say on every fault what they think of it
    first, dots, last = given.seeds.partition("..")
    start = int(first) if dots else 0
    count = int(last) - start + 1 if dots else int(first) if first else None
    names = list(BUDGETS) if given.name == "all" else [given.name]
    shares = BUDGETS if given.name == "all" else {given.name: WHOLE}
    rows = [
        one(name, report.Options(start, count, given.budget or shares[name], given.jobs), given.add) for name in names
    ]
    return 1 if any(row.failed for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
