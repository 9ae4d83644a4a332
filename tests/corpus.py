"""Real mail that nobody here wrote, where it is at hand: `WATCHER_CORPUS`, or `../shared/mail/corpus` beside the checkout."""

from __future__ import annotations

import csv
import math
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator, Unreadable
from watcher.core.rules import rule_files, rules, suppression

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


def wrongly_labelled() -> set[str]:
    """Files among the inquiries of `inbox-sim/raid` that are spam or machines' mail."""
    listed = CORPUS.parent / "raid-not-inquiries.txt"
    return set(listed.read_text().split()) if listed.is_file() else set()


def read(sample: Sample) -> Facts | Unreadable:
    place = Locator("corpus", "INBOX", 1, 1)
    return facts.read_message(FetchedMessage(place, FolderRole.INBOX, sample.raw, AT, len(sample.raw)))


def shipped() -> rules.RuleSet:
    return rule_files.compile_rule_set(
        [(path.name, path.read_text()) for path in sorted((ROOT / "rules").glob("*.toml"))]
    )


def bounds(hits: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, in per cent."""
    if not n:
        return 0.0, 100.0
    z, share = 1.96, hits / n
    middle, spread = share + z * z / (2 * n), z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    scale = 100 / (1 + z * z / n)
    return max(0.0, (middle - spread) * scale), min(100.0, (middle + spread) * scale)


@dataclass(frozen=True)
class Row:
    """What became of one message, through the shipped rules; we are whoever it is addressed to."""

    file: str
    track: bool
    ack: bool
    why: str
    seconds: float  # of processor time
    readable: bool


def table() -> dict[str, list[Row]]:
    """Label → what became of each of its messages."""
    ruleset = shipped()
    found: dict[str, list[Row]] = {}
    for sample in samples():
        start = time.process_time()
        message = read(sample)
        if isinstance(message, Unreadable):
            verdict, why = rules.verdict_on_unreadable(message), message.reason
        else:
            verdict = rules.classify_message(message, ruleset, suppression.guess_own_addresses(message))
            why = f"{verdict.kind} {','.join(verdict.codes)} {verdict.rule}: {verdict.why}"
        spent = time.process_time() - start
        row = Row(sample.file, verdict.track, verdict.ack, why, spent, isinstance(message, Facts))
        found.setdefault(sample.label, []).append(row)
    return found


#: Label → what is wanted of its shares, in per cent: tracked and acknowledged, each at least or at most.
WANTED = {
    **dict.fromkeys(("bounce", "report", "autoreply", "calendar"), ("≤ 0.5", "≤ 0")),
    "human": ("≥ 99", "≥ 97"),
    "inbox-sim/inquiry": ("≥ 99", "≥ 97"),
    "newsletter": ("≤ 10", ""),
    "spam": ("≤ 35", ""),
}


def missed(found: dict[str, list[Row]]) -> list[str]:
    """The wanted shares that are not reached, one line each."""
    lines = []
    for label, wanted in WANTED.items():
        rows = found.get(label, [])
        for word, bound, hits in zip(
            ("tracked", "acknowledged"), wanted, (sum(r.track for r in rows), sum(r.ack for r in rows)), strict=True
        ):
            if not bound or not rows:
                continue
            share, limit = 100 * hits / len(rows), float(bound[1:])
            if (share < limit) if bound.startswith("≥") else (share > limit):
                lines.append(f"{label}: {share:.1f} % {word}, wanted {bound} %")
    return lines


def main() -> None:
    """Prints the table; with a label, every message of it that is tracked or not as asked: LABEL track|untrack|ack|unack."""
    if not CORPUS.is_dir():
        sys.exit("no real mail at hand: set WATCHER_CORPUS to a folder with a manifest.csv")
    found = table()
    if len(sys.argv) == 3:
        label, what = sys.argv[1:]
        for row in found[label]:
            if (row.track if "track" in what else row.ack) is (not what.startswith("un")):
                print(row.file, "|", row.why[:160])
        return
    print(
        f"| {'label':<26} | {'n':>5} | {'tracked, 95 %':>24} | {'wanted':>7} | {'acknowledged, 95 %':>24} | {'wanted':>6} |"
    )
    print(f"|{'-' * 28}|{'-' * 6}:|{'-' * 25}:|{'-' * 9}|{'-' * 25}:|{'-' * 8}|")
    for label, rows in sorted(found.items()):
        wanted = WANTED.get(label, ("", ""))
        cells = []
        for hits in (sum(row.track for row in rows), sum(row.ack for row in rows)):
            low, high = bounds(hits, len(rows))
            cells.append(f"{100 * hits / len(rows):5.1f} % ({low:.1f}–{high:.1f} %)")
        print(f"| {label:<26} | {len(rows):>5} | {cells[0]:>24} | {wanted[0]:>7} | {cells[1]:>24} | {wanted[1]:>6} |")
    every = [row for rows in found.values() for row in rows]
    worst = max(every, key=lambda row: row.seconds)
    unreadable = sum(not row.readable for row in every)
    print(f"\n{len(every)} messages read without an exception, {unreadable} of them unreadable and shown to a person;")
    print(f"the slowest took {1000 * worst.seconds:.0f} ms of processor time ({worst.file})")
    for line in missed(found):
        print(f"MISSED {line}")


if __name__ == "__main__":
    main()
