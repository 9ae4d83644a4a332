"""What became of which mail, in three levels of attention: the cases kept here, and real mail where it is at hand (`tests.corpus`)."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests import corpus
from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, Locator, OwnIdentity
from watcher.core.rules import rules, suppression
from watcher.core.rules.model import Attention, Verdict

FIELD = Path(__file__).resolve().parent / "field"
SECOND = FIELD / "second"
#: Sets of strangers, each in two halves: one that may be read and mended with, one that is only counted.
STRANGERS = tuple(
    FIELD / name for name in ("third", "fourth", "fifth", "sixth", "eighth", "ninth", "tenth", "fortnight", "eleventh")
)
#: Mail that public reports show, rebuilt by one of ours; halved by lot as well.
REPORTED = (FIELD / "seventh",)
HALVES = ("mend", "held")
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


@dataclass(frozen=True)
class StrangersCase:
    """One message of a stranger's set, addressed to a house of its own."""

    path: Path
    kind: str  # person, form, forward, relay, absence, machine, receipt, newsletter, circular, bulk, cold, bounce, thanks, either …
    expected_attention: str  # a level, or several of which any will do: "review|none"
    may_acknowledge: str  # "yes", "no" or "any"
    mailbox: str  # that received it; "": whoever it is addressed to
    people: str = ""  # an address of one of the house's people, where that matters
    customer: str = ""  # whom to answer; "": nobody is named

    @property
    def set_name(self) -> str:
        """The folder of the stranger's set."""
        return self.path.parent.parent.name

    @property
    def label(self) -> str:
        """As the table names it: by set, half and kind."""
        return f"{self.set_name}, {self.path.parent.name}: {self.kind.removesuffix('-sales')}"

    def classify(self, ruleset: rules.RuleSet) -> Verdict:
        message = _read_file(self.path)
        ours = frozenset({self.mailbox} if self.mailbox else (address.key for address in message.to))
        if self.kind == "newsletter":  # one that is addressed to its own sender went to a list that it hides
            ours = ours.difference(address.key for address in message.from_) or HOUSE.mailboxes
        people = frozenset(filter(None, [self.people]))
        return rules.classify_message(message, ruleset, OwnIdentity(mailboxes=ours, people=people))

    def names_customer(self, verdict: Verdict) -> bool:
        """Is the customer who is expected?"""
        return (verdict.customer.key if verdict.customer else "") == self.customer


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


def strangers_cases(sets: Sequence[Path] = STRANGERS) -> list[StrangersCase]:
    found = []
    for half in (folder / half for folder in sets for half in HALVES):
        with (half / "manifest.csv").open(newline="") as table:
            for row in csv.DictReader(table):
                columns = ("kind", "expected_attention", "may_acknowledge")
                more = (row.get(name, "").strip().casefold() for name in ("mailbox", "people", "customer"))
                found.append(StrangersCase(half / row["file"], *(row[name] for name in columns), *more))
    return found


def _strangers_verdicts(ruleset: rules.RuleSet) -> Iterator[tuple[str, str, Verdict]]:
    for case in strangers_cases((*STRANGERS, *REPORTED)):
        verdict = case.classify(ruleset)
        yield case.label, case.path.name, verdict
        if case.kind == "person" and case.may_acknowledge == "yes":
            yield f"{case.label} a machine may answer", case.path.name, verdict


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
    for source in (_field_verdicts, _second_verdicts, _strangers_verdicts, _corpus_verdicts):
        for label, file, verdict in source(ruleset):
            if label.startswith(labels):
                found.setdefault(label, []).append((file, verdict))
    return found


@dataclass(frozen=True)
class Goal:
    """What is wanted of the messages of one label, in per cent: "≥ 92" or "≤ 0"; "": nothing is."""

    answer: str = ""
    none: str = ""
    acknowledged: str = ""


_MACHINES = Goal(answer="≤ 1", acknowledged="≤ 0")
_OF_STRANGERS = {
    "person": Goal("≥ 92", "≤ 0"),
    "form": Goal("≥ 100", "≤ 0"),
    "forward": Goal("≥ 100", "≤ 0"),
    "machine": Goal(answer="≤ 15", acknowledged="≤ 10"),
    "receipt": Goal(answer="≤ 15", acknowledged="≤ 10"),
    "absence": Goal(answer="≤ 15", acknowledged="≤ 0"),
    "newsletter": Goal(answer="≤ 10", acknowledged="≤ 3"),
    "bulk": Goal(answer="≤ 10", acknowledged="≤ 3"),
    "circular": Goal(answer="≤ 10", acknowledged="≤ 3"),
    "bounce": _MACHINES,
    "person a machine may answer": Goal(acknowledged="≥ 90"),
}
GOALS = {
    **{
        f"{strangers.name}, {half}: {kind}": goal
        for strangers in STRANGERS
        for half in HALVES
        for kind, goal in _OF_STRANGERS.items()
    },
    "field: persons": Goal("≥ 92", "≤ 0"),
    "field: persons a machine may answer": Goal(acknowledged="≥ 90"),
    "field: machines": Goal(answer="≤ 15", acknowledged="≤ 10"),
    "second: persons": Goal("≥ 92", "≤ 0"),
    "second: persons a machine may answer": Goal(acknowledged="≥ 90"),
    "second: forms": Goal("≥ 100", "≤ 0"),
    "second: forwards": Goal("≥ 100", "≤ 0"),
    "second: machines": Goal(answer="≤ 15", acknowledged="≤ 10"),
    "second: bulk": Goal(answer="≤ 10", acknowledged="≤ 3"),
    "inbox-sim/inquiry": Goal("≥ 98.5", "≤ 0", "≥ 97"),
    "spam": Goal(answer="≤ 8", acknowledged="≤ 3"),
    "newsletter": Goal(answer="≤ 2", acknowledged="≤ 1"),
    "bounce": _MACHINES,
    "report": _MACHINES,
    "autoreply": _MACHINES,
    "calendar": _MACHINES,
}


@dataclass(frozen=True)
class Share:
    """How many of the messages of a label got one of the verdicts, and what is wanted."""

    label: str
    what: str  # answer, review, none or acknowledged
    hits: int
    n: int

    @property
    def percent(self) -> float:
        return 100 * self.hits / self.n

    @property
    def wanted(self) -> str:
        return getattr(GOALS.get(self.label, Goal()), self.what, "")

    @property
    def is_missed(self) -> bool:
        limit = float(self.wanted[1:]) if self.wanted else 0.0
        return bool(self.wanted) and (self.percent < limit if self.wanted.startswith("≥") else self.percent > limit)

    def __str__(self) -> str:
        low, high = corpus.bounds(self.hits, self.n)
        goal = f", wanted {self.wanted}{': missed' if self.is_missed else ''}" if self.wanted else ""
        return f"{self.percent:.1f} % ({low:.1f}–{high:.1f}){goal}"


def collect_shares(found: dict[str, list[tuple[str, Verdict]]]) -> list[Share]:
    """Four of each label, in the order of the table."""
    shares = []
    for label, rows in sorted(found.items()):
        for level in Attention:
            shares.append(Share(label, level.value, sum(verdict.attention is level for _, verdict in rows), len(rows)))
        shares.append(Share(label, "acknowledged", sum(verdict.ack for _, verdict in rows), len(rows)))
    return shares


def count_named_customers(ruleset: rules.RuleSet) -> tuple[int, int]:
    """Of how many cases that pass on somebody's words the customer is named rightly; of how many."""
    cases = [(case.expected_customer, case.classify(ruleset)) for case in (*field_cases(), *second_cases())]
    wanted = [(address, verdict) for address, verdict in cases if "@" in address and " " not in address]
    named = sum(verdict.customer is not None and verdict.customer.email == address for address, verdict in wanted)
    return named, len(wanted)


#: Kinds of the strangers' messages that one row of the summary counts together.
_SUMMARY = {
    "persons": ("person",),
    "persons a machine may answer": ("person a machine may answer",),
    "forms": ("form",),
    "forwards": ("forward",),
    "absence notices": ("absence",),
    "receipts": ("receipt",),
    "machines": ("machine",),
    "letters to many": ("newsletter", "circular", "bulk"),
    "sales letters, spam": ("cold", "sales", "spam"),
}


def summarise_strangers(found: dict[str, list[tuple[str, Verdict]]]) -> Iterator[tuple[str, str, list[list[int]]]]:
    """Of all strangers' sets together, for each kind: its name, what is wanted, and of each half answered, acknowledged, of how many."""
    for name, kinds in _SUMMARY.items():
        goal = _OF_STRANGERS.get(kinds[0], Goal())
        counts = []
        for half in HALVES:
            labels = (f"{strangers.name}, {half}: {kind}" for strangers in STRANGERS for kind in kinds)
            verdicts = [verdict for label in labels for _, verdict in found.get(label, ())]
            answered = sum(verdict.attention is Attention.ANSWER for verdict in verdicts)
            counts.append([answered, sum(verdict.ack for verdict in verdicts), len(verdicts)])
        yield name, f"{goal.answer or '–'} · {goal.acknowledged or '–'}", counts


def main() -> None:
    """Prints a summary and the table; with LABEL answer|review|none|ack, the messages of which that holds, each with why."""
    found = collect_verdicts(sys.argv[1] if len(sys.argv) > 1 else "")
    if len(sys.argv) == 3:
        for file, verdict in (row for rows in found.values() for row in rows):
            if verdict.ack if sys.argv[2] == "ack" else verdict.attention == sys.argv[2]:
                print(f"{file} | {verdict.kind} {','.join(verdict.codes)} {verdict.rule}: {verdict.why[:160]}")
        return
    print("| answered · acknowledged | halves that were read | only counted | wanted, % |\n|---|--:|--:|--:|")
    for name, goal, halves in summarise_strangers(found):
        print(f"| {name} | {' | '.join('{} · {} of {}'.format(*counts) for counts in halves)} | {goal} |")
    print("\n| what | n | answer, 95 % | review | none | acknowledged |")
    print("|---|--:|--:|--:|--:|--:|")
    shares = collect_shares(found)
    for place in range(0, len(shares), 4):
        row = shares[place : place + 4]
        print(f"| {row[0].label} | {row[0].n} | {' | '.join(map(str, row))} |")
    named, n = count_named_customers(corpus.shipped())
    print(f"\nCustomer named rightly: {named} of {n} cases, {100 * named / n:.1f} %")


if __name__ == "__main__":
    main()
