"""Reading and classifying, in processor time of one process, beside the stdlib's parser on the same octets.

What other processes take away makes a round slower, never faster: the best of them is nearest to what the machine can do."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from email import message_from_bytes
from typing import Any

from tests import corpus
from tests.bench.figures import Figure
from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.core.rules import rule_files, rules

TITLE = "messages read and classified"
PLACE = Locator("bench", "INBOX", 1, 1)
US = OwnIdentity(frozenset({"sales@example.com"}))
ROUNDS = 9
SECONDS = 0.3

#: What a house might add to the rules that ship: by sender, by subject, by words, by header, by pattern.
SHAPES = (
    'match.from = "@partner{n}.example"',
    'match.subject.contains = ["project {n}", "order no. {n}0"]',
    'match.body.contains = ["article {n}x", "lot {n}y"]\nmatch.not.has = "list"',
    'match.header."X-Source-{n}".exists = true',
    "match.from.domain = \"shop{n}.example\"\nmatch.subject.regex = '(?i)\\binvoice {n}\\d+'",
)


def rule_set(count: int) -> rules.RuleSet:
    """The shipped rules, and made ones before them, `count` in all."""
    shipped = [(path.name, path.read_text()) for path in sorted((corpus.ROOT / "rules").glob("*.toml"))]
    known = len(rule_files.compile_rule_set(shipped).rules)
    made = (
        f'[[rule]]\nname = "made {n}"\nkind = "other"\n{SHAPES[n % len(SHAPES)].format(n=n)}\n'
        for n in range(max(0, count - known))
    )
    return rule_files.compile_rule_set([("10-made.toml", "".join(made)), *shipped])


def arrival(raw: bytes) -> FetchedMessage:
    return FetchedMessage(PLACE, FolderRole.INBOX, raw, corpus.AT, len(raw))


def rate(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    """Calls a second of processor time."""
    done, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        for item in items:
            work(item)
        done += len(items)
    return done / (time.process_time() - start)


def classify_with(ruleset: rules.RuleSet) -> Callable[[bytes], object]:
    def work(raw: bytes) -> object:
        message = facts.read_message(arrival(raw))
        return rules.classify_message(message, ruleset, US) if isinstance(message, Facts) else None

    return work


def measure(scale: float) -> list[Figure]:
    """Nothing without a corpus: `WATCHER_CORPUS` names a folder with a manifest.csv."""
    if not corpus.CORPUS.is_dir():
        return []
    raws = sorted((sample.raw for sample in corpus.samples()), key=len)
    middle = raws[len(raws) // 2 - 25 : len(raws) // 2 + 25]
    spread = raws[:: max(1, len(raws) // 200)]
    rows: list[tuple[str, Callable[[bytes], object], Sequence[bytes]]] = [
        ("email.message_from_bytes, the 50 median messages", message_from_bytes, middle),
        ("facts, the same", lambda raw: facts.read_message(arrival(raw)), middle),
        *((f"facts and {count} rules, the same", classify_with(rule_set(count)), middle) for count in (50, 1000)),
        ("facts and 50 rules, 200 of all sizes", classify_with(rule_set(50)), spread),
    ]
    # A machine's speed changes from second to second: in each round everything is measured, and compared within it.
    rounds = [[rate(work, items) for _, work, items in rows] for _ in range(max(1, round(ROUNDS * scale)))]
    found: list[Figure] = []
    for n, (title, _, _) in enumerate(rows):
        speeds = [speed[n] for speed in rounds]
        found.append(Figure(title, statistics.median(speeds), "messages a second of processor time"))
        found.append(Figure("  at best", max(speeds), ""))
        found.append(Figure("  of the stdlib parser", statistics.median(speed[n] / speed[0] for speed in rounds), "×"))
    return found
