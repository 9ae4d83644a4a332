"""What became of which mail, in three levels of attention: the cases kept here, and real mail where it is at hand (`tests.corpus`)."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests import corpus
from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.core.rules import rules, suppression
from watcher.core.rules.model import Attention, Verdict

FIELD = Path(__file__).resolve().parent / "field"
SECOND = FIELD / "second"
HOUSE = OwnIdentity(
    mailboxes=frozenset({"sales@house.example", "info@house.example"}), people=frozenset({"anna@house.example"})
)


@dataclass(frozen=True)
class FieldCase:
    """One kept message and what must become of it: "True" a person must answer it, "False" nobody is nagged, "any" either."""

    file: str
    expected_track: str
    expected_ack: str
    expected_customer: str
    kind: str

    def read(self) -> Facts:
        return _read_file(FIELD / self.file)

    def classify(self, ruleset: rules.RuleSet) -> Verdict:
        return rules.classify_message(self.read(), ruleset, HOUSE)


@dataclass(frozen=True)
class SecondCase:
    """One message of the second set. `expected_attention` is a level, "not-none" or "not-answer"; "any" stands for either."""

    file: str
    expected_attention: str
    expected_ack: str
    expected_customer: str
    kind: str  # "machines: bounce": the part before the colon is the group

    @property
    def group(self) -> str:
        return self.kind.partition(":")[0]

    def read(self) -> Facts:
        return _read_file(SECOND / self.file)

    def classify(self, ruleset: rules.RuleSet) -> Verdict:
        return rules.classify_message(self.read(), ruleset, HOUSE)

    def names_customer(self, verdict: Verdict) -> bool:
        """The customer is the expected one, or none is expected."""
        named = verdict.customer.key if verdict.customer else ""
        return self.expected_customer in ("any", named)


def _read_file(path: Path) -> Facts:
    raw = path.read_bytes()
    place = Locator("sales", "INBOX", 1, 1)
    message = facts.read_message(FetchedMessage(place, FolderRole.INBOX, raw, corpus.AT, len(raw)))
    assert isinstance(message, Facts), path.name
    return message


def field_cases() -> list[FieldCase]:
    with (FIELD / "cases.csv").open(newline="") as table:
        columns = ("file", "expected_track", "expected_ack", "expected_customer", "kind")
        return [FieldCase(*(row[name] for name in columns)) for row in csv.DictReader(table)]


def second_cases() -> list[SecondCase]:
    with (SECOND / "cases.csv").open(newline="") as table:
        columns = ("file", "expected_attention", "expected_ack", "expected_customer", "kind")
        return [SecondCase(*(row[name] for name in columns)) for row in csv.DictReader(table)]


def _field_verdicts(ruleset: rules.RuleSet) -> Iterator[tuple[str, str, Verdict]]:
    for case in field_cases():
        verdict = case.classify(ruleset)
        label = {"True": "field: persons", "False": "field: machines", "any": "field: either"}[case.expected_track]
        yield label, case.file, verdict
        if case.expected_ack == "True":
            yield "field: persons a machine may answer", case.file, verdict


def _second_verdicts(ruleset: rules.RuleSet) -> Iterator[tuple[str, str, Verdict]]:
    for case in second_cases():
        verdict = case.classify(ruleset)
        yield f"second: {case.group}", case.file, verdict
        if case.expected_ack == "True":
            yield f"second: {case.group} a machine may answer", case.file, verdict


def _corpus_verdicts(ruleset: rules.RuleSet) -> Iterator[tuple[str, str, Verdict]]:
    if not corpus.CORPUS.is_dir():
        return
    spam = corpus.wrongly_labelled()
    for sample in corpus.samples():
        message = corpus.read(sample)
        if isinstance(message, Facts) and sample.file not in spam:
            own = suppression.guess_own_addresses(message)
            yield sample.label, sample.file, rules.classify_message(message, ruleset, own)


def collect_verdicts(labels: str = "") -> dict[str, list[tuple[str, Verdict]]]:
    """Label → (file, verdict) of its messages."""
    ruleset, found = corpus.shipped(), dict[str, list[tuple[str, Verdict]]]()
    for source in (_field_verdicts, _second_verdicts, _corpus_verdicts):
        for label, file, verdict in source(ruleset):
            if label.startswith(labels):
                found.setdefault(label, []).append((file, verdict))
    return found


def format_share(hits: int, n: int) -> str:
    low, high = corpus.bounds(hits, n)
    return f"{100 * hits / n:5.1f} % ({low:.1f}–{high:.1f} %)"


def main() -> None:
    """Prints the table; with LABEL answer|review|none|ack, the messages of which that holds, each with why."""
    found = collect_verdicts(sys.argv[1] if len(sys.argv) > 1 else "")
    if len(sys.argv) == 3:
        for file, verdict in (row for rows in found.values() for row in rows):
            if verdict.ack if sys.argv[2] == "ack" else verdict.attention == sys.argv[2]:
                print(f"{file} | {verdict.kind} {','.join(verdict.codes)} {verdict.rule}: {verdict.why[:160]}")
        return
    print("| what | n | answer, 95 % | review | none | acknowledged |")
    print("|---|--:|--:|--:|--:|--:|")
    for label, rows in sorted(found.items()):
        counts = [sum(verdict.attention is level for _, verdict in rows) for level in Attention]
        counts.append(sum(verdict.ack for _, verdict in rows))
        print(f"| {label} | {len(rows)} | {' | '.join(format_share(count, len(rows)) for count in counts)} |")


if __name__ == "__main__":
    main()
