"""Real mail that nobody here wrote, where it is at hand: `WATCHER_CORPUS`, or `../shared/mail/corpus` beside the checkout."""

from __future__ import annotations

import csv
import math
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from watcher.core import facts, rules
from watcher.core.automatic import addresses_us
from watcher.core.model import Arrival, Facts, Locator, Role, Unreadable, Us

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("WATCHER_CORPUS", ROOT.parent / "shared" / "mail" / "corpus"))
AT = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    file: str
    label: str
    raw: bytes


def samples() -> Iterator[Sample]:
    with (CORPUS / "manifest.csv").open(newline="") as manifest:
        for row in csv.DictReader(manifest):
            path = CORPUS / row["file"]
            if path.is_file():
                label = row["label"]
                if label == "inbox-sim":
                    label = f"{label}/{row['sublabel'] or path.parent.name}"
                yield Sample(row["file"], label, path.read_bytes())


def read(sample: Sample) -> Facts | Unreadable:
    place = Locator("corpus", "INBOX", 1, 1)
    return facts.read(Arrival(place, Role.INBOX, sample.raw, AT, len(sample.raw)))


def shipped() -> rules.RuleSet:
    return rules.load([(path.name, path.read_text()) for path in sorted((ROOT / "rules").glob("*.toml"))])


def bounds(hits: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, in per cent."""
    if not n:
        return 0.0, 100.0
    z, share = 1.96, hits / n
    middle, spread = share + z * z / (2 * n), z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 100 / (1 + z * z / n)
    return max(0.0, (middle - spread) * scale), min(100.0, (middle + spread) * scale)


def table() -> dict[str, list[tuple[str, bool, bool, str]]]:
    """Label → (file, tracked, acknowledged, why) of each message, through the shipped rules."""
    ruleset = shipped()
    found: dict[str, list[tuple[str, bool, bool, str]]] = {}
    for sample in samples():
        message = read(sample)
        if isinstance(message, Unreadable):
            row = (sample.file, True, False, message.reason)
        else:
            us = Us(
                mailboxes=frozenset(
                    each.key for each in message.recipients if not addresses_us(each, _authors(message))
                )
            )
            verdict = rules.classify(message, ruleset, us)
            row = (
                sample.file,
                verdict.track,
                verdict.ack,
                f"{verdict.kind} {','.join(verdict.codes)} {verdict.rule}: {verdict.why}",
            )
        found.setdefault(sample.label, []).append(row)
    return found


def _authors(message: Facts) -> frozenset[str]:
    return frozenset(each.key for each in message.from_)


def main() -> None:
    """Prints the table; with a label, every message of it that is tracked or not as asked: LABEL track|untrack|ack|unack."""
    found = table()
    if len(sys.argv) == 3:
        label, what = sys.argv[1:]
        column = 1 if "track" in what else 2
        for row in found[label]:
            if row[column] is (not what.startswith("un")):
                print(row[0], "|", row[3][:160])
        return
    print(f"{'label':<28}{'n':>6}{'tracked':>9}{'95 %':>15}{'acked':>9}{'95 %':>15}")
    for label, rows in sorted(found.items()):
        n = len(rows)
        line = f"{label:<28}{n:>6}"
        for column in (1, 2):
            hits = sum(row[column] for row in rows)
            low, high = bounds(hits, n)
            line += f"{100 * hits / n:>8.1f}%{low:>7.1f}–{high:>5.1f}%"
        print(line)


if __name__ == "__main__":
    main()
