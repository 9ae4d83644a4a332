"""How often each sign of the shipped rules is in the mail of people, and of machines: `python -m tests.tools.sign_hits [--write]`.

The counts stand beside the signs (`hits`, and `measured_on` of the rule), so that `watcher explain` can say what a sign is worth. Exit 1
while those in the files are not what is counted now; `--write` puts the new ones there. Counted is a sign that adds its points: what
the rule's own conditions leave out is not. Persons: first mails to a support list and single letters of `tests.corpus`, and the cases
of `tests/field` that a person must answer. Machines: its spam, newsletters, notifications, bounces, reports, automatic replies and
calendar mail, and the cases that nobody answers. Mail of lists is neither: people write it, and machines send it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests import attention_table, corpus
from watcher.core.message.model import Facts, OwnIdentity
from watcher.core.rules import suppression
from watcher.core.rules.context import RuleContext
from watcher.core.rules.evidence import HitCounts
from watcher.core.rules.rule_set import RuleSet

PERSONS = ("human", "inbox-sim/inquiry")
MACHINES = ("autoreply", "bounce", "calendar", "newsletter", "notification", "report", "spam")

#: The place of a sign: (rule's name, its number in the rule's evidence from 0).
SignPlace = tuple[str, int]

_TABLE_START = re.compile(r"^\s*\[\[(rule|rule\.evidence)\]\]")
_COUNTS_LINE = re.compile(r"^\s*(hits|measured_on) = \{.*\}\n", re.MULTILINE)


def weighed_mail() -> Iterator[tuple[bool, Facts, OwnIdentity]]:
    """Every message that is counted: is it a person's, what it says, who is asked."""
    for case in attention_table.field_cases():
        if case.expected_track != "any":
            yield case.expected_track == "True", case.read(), attention_table.HOUSE
    for sample in attention_table.second_cases():
        if sample.expected_attention in ("answer", "none", "not-answer"):
            yield sample.expected_attention == "answer", sample.read(), attention_table.HOUSE
    wrong = corpus.wrongly_labelled()
    for message in corpus.samples():
        if message.label in PERSONS + MACHINES and message.file not in wrong:
            facts = corpus.read(message)
            if isinstance(facts, Facts):
                yield message.label in PERSONS, facts, suppression.guess_own_addresses(facts)


def count_hits(ruleset: RuleSet) -> tuple[dict[SignPlace, HitCounts], HitCounts]:
    """How many of which mail each sign is in, and how many there are."""
    totals: Counter[bool] = Counter()
    found: Counter[tuple[SignPlace, bool]] = Counter()
    for is_person, facts, us in weighed_mail():
        totals[is_person] += 1
        context = RuleContext(
            facts, suppression.evaluate_decision_table(facts, us), ruleset.literal_index.find_literals
        )
        for rule in ruleset.rules:
            if rule.evidence and rule.condition.holds(context):
                there = (n for n, sign in enumerate(rule.evidence) if sign.find_in(context))
                found.update(((rule.name, n), is_person) for n in there)
    places = [(rule.name, n) for rule in ruleset.rules for n in range(len(rule.evidence))]
    return {place: HitCounts(found[place, True], found[place, False]) for place in places}, HitCounts(
        totals[True], totals[False]
    )


def write_counts(text: str, hits: dict[SignPlace, HitCounts], whole: HitCounts) -> str:
    """The rule file with these counts in it: the rest of it stays as it is."""
    lines, rule, number = [], "", -1
    table = ""
    for line in _COUNTS_LINE.sub("", text).splitlines(keepends=True):
        if line.lstrip().startswith("[["):
            start = _TABLE_START.match(line)
            table = start[1] if start else ""
            number = -1 if table == "rule" else number + (table == "rule.evidence")
        lines.append(line)
        key, _, value = line.strip().partition(" = ")
        if table == "rule" and key == "name":
            rule = value.strip('"')
        elif table == "rule" and key == "score":
            lines.append(f"measured_on = {_format_counts(whole)}\n")
        elif table == "rule.evidence" and key == "points":
            lines.append(f"  hits = {_format_counts(hits[rule, number])}\n")
    return "".join(lines)


def _format_counts(counts: HitCounts) -> str:
    return f"{{ persons = {counts.persons}, machines = {counts.machines} }}"


def main() -> None:
    """Prints the signs that are counted otherwise than their file says; all of them with `--all`."""
    if not corpus.CORPUS.is_dir():
        sys.exit("no real mail at hand: set WATCHER_CORPUS to a folder with a manifest.csv")
    ruleset = corpus.shipped()
    hits, whole = count_hits(ruleset)
    stale = 0
    for rule in ruleset.rules:
        for n, sign in enumerate(rule.evidence):
            counted = hits[rule.name, n]
            if sign.hits != counted or "--all" in sys.argv:
                print(f"{rule.name}: {sign.name} ({sign.points:g}): {counted.format_share(whole)}")
            stale += sign.hits != counted or rule.measured_on != whole
    if "--write" in sys.argv:
        for path in sorted((corpus.ROOT / "rules").glob("*.toml")):
            _write_file(path, hits, whole)
    elif stale:
        sys.exit(f"{stale} counts are not those in the rule files: python -m tests.tools.sign_hits --write")


def _write_file(path: Path, hits: dict[SignPlace, HitCounts], whole: HitCounts) -> None:
    path.write_text(write_counts(path.read_text(), hits, whole))


if __name__ == "__main__":
    main()
