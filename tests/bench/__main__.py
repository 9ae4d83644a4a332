"""`python -m tests.bench [--scale S] [--json FILE] [NAME…]`: the measurements of these names, or all."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

from tests.bench.figures import format_json, format_table

#: In the order of a run; each is a module of this package.
MEASUREMENTS = (
    "reading",
    "catch_up",
    "audit",
    "start",
    "commands",
    "latency",
    "idle",
    "poll",
    "instances",
    "growth",
    "troubled",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(MEASUREMENTS)}")
    parser.add_argument("--scale", type=float, default=1.0, help="1.0: as documented; 0.1: a tenth of the mail")
    parser.add_argument("--json", type=Path, help="a file that gets one line a measurement")
    options = parser.parse_args()
    if unknown := set(options.names) - set(MEASUREMENTS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    for name in options.names or MEASUREMENTS:
        module = importlib.import_module(f"tests.bench.{name}")
        figures = module.measure(options.scale)
        print(format_table(f"{name}: {module.TITLE}", figures), flush=True)
        if options.json is not None:
            with options.json.open("a") as out:
                out.write(format_json(name, figures) + "\n")


if __name__ == "__main__":
    main()
