"""Real mail that nobody here wrote, where it is at hand: `WATCHER_CORPUS`, or `../shared/mail/corpus` beside the checkout."""

from __future__ import annotations

import csv
import math
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator, Unreadable
from watcher.core.rules import rule_files, rules

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


#: Sellers' letters to strangers that the list beside the corpus does not name yet: machining, "new customers", machining.
_FOUND_LATER = frozenset(f"inbox-sim/raid/INBOX/{thread}-00.eml" for thread in ("0426", "0447", "0458"))


def wrongly_labelled() -> set[str]:
    """Files among the inquiries of `inbox-sim/raid` that are spam or machines' mail."""
    listed = CORPUS.parent / "raid-not-inquiries.txt"
    return {*_FOUND_LATER, *(listed.read_text().split() if listed.is_file() else ())}


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
