"""The kept cases of `tests/field`: invented mail, each with what must become of it. The first set is of the kinds that were mistaken;
the second was written by somebody who did not know the rules, and taken at even distances from a larger one. Who is hidden is named here.
"""

from __future__ import annotations

import functools

import pytest

from tests import attention_table, corpus
from tests.attention_table import SecondCase, StrangersCase
from watcher.core.rules.model import Attention, Verdict

#: The least share that is answered, that is acknowledged of those a machine may answer, whose customer is named rightly.
ANSWERED = {"persons": 0.95, "forms": 0.95, "forwards": 1.0}
ACKNOWLEDGED = {"persons": 0.9, "forwards": 1.0}
NAMED = {"persons": 1.0, "forms": 0.95, "forwards": 1.0}

#: The greatest share of what no person wrote that is answered, and that is acknowledged.
ANSWERED_FOR_NOTHING = {"machines": 0.0, "bulk": 0.1}
ACKNOWLEDGED_FOR_NOTHING = {"machines": 0.04, "bulk": 0.04, "forms": 0.11, "forwards": 0.0, "persons": 0.0}

#: Of the strangers' sets, of both halves: the least share that is answered, the greatest that is acknowledged though it may not be.
STRANGERS_ANSWERED = {"person": 0.98, "form": 0.98, "forward": 1.0, "relay": 1.0}
STRANGERS_ACKNOWLEDGED = {"machine": 0.02, "receipt": 0.0, "absence": 0.012, "form": 0.011, "newsletter": 0.052}

#: And the greatest share of what sends by itself that waits for an answer. Raised once, by what the eighth set found.
STRANGERS_WAITING = {"absence": 0.024, "receipt": 0.047, "machine": 0.097}

#: The same of the ninth set, which is made of what looks like something else, and is counted by itself.
NINTH_ANSWERED = {"person": 0.89, "form": 1.0}
NINTH_ACKNOWLEDGED = {"machine": 0.0, "receipt": 0.034, "absence": 0.0, "form": 0.0, "newsletter": 0.038}
NINTH_WAITING = {"absence": 0.178, "receipt": 0.2, "machine": 0.2}

#: The same of the siblings of reported cases, and of a fortnight of ten firms, which is no harder than mail is.
TENTH_ANSWERED = {"person": 0.968, "form": 1.0, "forward": 1.0, "relay": 1.0}
TENTH_ACKNOWLEDGED = {"machine": 0.0, "receipt": 0.0, "absence": 0.0, "form": 0.0, "bulk": 0.167, "spam": 0.0}
TENTH_WAITING = {"absence": 0.084, "receipt": 0.0, "machine": 0.137, "spam": 0.0}
FORTNIGHT_ANSWERED = {"person": 1.0, "form": 1.0, "forward": 1.0, "relay": 1.0}
FORTNIGHT_ACKNOWLEDGED = {
    "machine": 0.0,
    "receipt": 0.0,
    "absence": 0.0,
    "newsletter": 0.0,
    "circular": 0.0,
    "bounce": 0.0,
    "spam": 0.0,
}
FORTNIGHT_WAITING = {
    "absence": 0.0,
    "receipt": 0.0,
    "machine": 0.091,
    "newsletter": 0.0,
    "circular": 0.0,
    "bounce": 0.0,
    "spam": 0.0,
}
#: Again siblings of reported cases, nearly all of what no person wrote.
ELEVENTH_ANSWERED = {"person": 1.0, "form": 1.0, "forward": 1.0, "relay": 1.0}
ELEVENTH_ACKNOWLEDGED = {"machine": 0.028, "receipt": 0.0, "absence": 0.056, "form": 0.0, "bulk": 0.084, "spam": 0.167}
ELEVENTH_WAITING = {"absence": 0.139, "receipt": 0.125, "machine": 0.122, "bulk": 0.167, "spam": 0.278}
#: The sets that are counted by themselves; those before them together.
BY_THEMSELVES = ("ninth", "tenth", "fortnight", "eleventh")

#: Of mail as public reports show it, of both halves: the least share of people's that is answered, the greatest of machines', and the
#: least of customers who are named rightly.
REPORTED_ANSWERED = {"answer": 0.95, "none": 0.05}
REPORTED_NAMED = 1.0

#: Whom the program still hides. This list only shrinks.
STILL_HIDDEN: set[str] = set()


@functools.cache
def second_verdicts() -> list[tuple[SecondCase, Verdict]]:
    ruleset = corpus.shipped()
    return [(case, case.classify(ruleset)) for case in attention_table.second_cases()]


@functools.cache
def strangers_verdicts() -> list[tuple[StrangersCase, Verdict]]:
    ruleset = corpus.shipped()
    return [(case, case.classify(ruleset)) for case in attention_table.strangers_cases()]


def strangers_of(kind: str, name: str) -> list[tuple[StrangersCase, Verdict]]:
    """Of one kind, those of the set of that name, or "": those of all that are not counted by themselves."""
    return [
        (case, verdict)
        for case, verdict in strangers_verdicts()
        if case.kind == kind and (case.set_name if case.set_name in BY_THEMSELVES else "") == name
    ]


def by_set(*bounds: dict[str, float]) -> list[tuple[str, str, float]]:
    """Kind, name of the set, bound. `bounds`: of all together, then of each that is counted by itself."""
    return [
        (kind, name, bound)
        for name, of_set in zip(("", *BY_THEMSELVES), bounds, strict=True)
        for kind, bound in of_set.items()
    ]


def of_group(group: str) -> list[tuple[SecondCase, Verdict]]:
    return [(case, verdict) for case, verdict in second_verdicts() if case.group == group]


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_the_table_of_cases_and_the_messages_are_the_same():
    files = {path.name for path in attention_table.FIELD.glob("*.eml")}
    assert {case.file for case in attention_table.field_cases()} == files


def test_the_second_table_and_its_messages_are_the_same():
    files = {path.name for path in attention_table.SECOND.glob("*.eml")}
    assert {case.file for case in attention_table.second_cases()} == files


def test_every_case_is_read_and_none_raises():
    ruleset = corpus.shipped()
    assert len([case.classify(ruleset) for case in attention_table.field_cases()]) > 100


def test_nobodys_words_are_hidden():
    for_people = [
        (case, verdict) for case, verdict in second_verdicts() if case.expected_attention in ("answer", "not-none")
    ]
    assert {case.file for case, verdict in for_people if verdict.attention is Attention.NONE} <= STILL_HIDDEN


@pytest.mark.parametrize("group", ANSWERED)
def test_people_are_answered(group: str):
    wanted = [verdict.track for case, verdict in of_group(group) if case.expected_attention == "answer"]
    assert share(wanted) >= ANSWERED[group]


@pytest.mark.parametrize("group", ACKNOWLEDGED)
def test_people_are_acknowledged(group: str):
    assert (
        share([verdict.ack for case, verdict in of_group(group) if case.expected_ack == "True"]) >= ACKNOWLEDGED[group]
    )


@pytest.mark.parametrize("group", NAMED)
def test_the_customer_is_named(group: str):
    named = [case.names_customer(verdict) for case, verdict in of_group(group) if case.expected_customer != "any"]
    assert share(named) >= NAMED[group]


@pytest.mark.parametrize("group", ANSWERED_FOR_NOTHING)
def test_few_machines_wait_for_an_answer(group: str):
    unwanted = [verdict.track for case, verdict in of_group(group) if case.expected_attention in ("none", "not-answer")]
    assert share(unwanted) <= ANSWERED_FOR_NOTHING[group]


@pytest.mark.parametrize("group", ACKNOWLEDGED_FOR_NOTHING)
def test_few_letters_go_where_none_may(group: str):
    unwanted = [verdict.ack for case, verdict in of_group(group) if case.expected_ack == "False"]
    assert share(unwanted) <= ACKNOWLEDGED_FOR_NOTHING[group]


def test_who_is_away_is_never_acknowledged():
    away = {case.file for case, verdict in second_verdicts() if case.kind == "machines: out of office" and verdict.ack}
    assert away == set()


# --- strangers' sets


@pytest.mark.parametrize(
    "half",
    [
        folder / half
        for folder in (*attention_table.STRANGERS, *attention_table.REPORTED)
        for half in attention_table.HALVES
    ],
)
def test_a_strangers_table_and_its_messages_are_the_same(half):
    files = set(half.glob("*.eml"))
    assert {case.path for case in attention_table.strangers_cases([half.parent]) if case.path.parent == half} == files


def test_the_summary_of_all_sets_counts_every_person_once():
    found: dict[str, list[tuple[str, Verdict]]] = {}
    for case, verdict in strangers_verdicts():
        found.setdefault(case.label, []).append((case.path.name, verdict))
    rows = {name: counts for name, _, counts in attention_table.summarise_strangers(found)}
    persons = [(case, verdict) for case, verdict in strangers_verdicts() if case.kind == "person"]
    read = [verdict for case, verdict in persons if case.path.parent.name == "mend"]
    assert rows["persons"][0] == [sum(v.track for v in read), sum(v.ack for v in read), len(read)]
    assert rows["persons"][1][2] == len(persons) - len(read)


def test_nobody_of_a_strangers_persons_and_forms_is_hidden():
    hidden = [
        case.path.name
        for case, verdict in strangers_verdicts()
        if case.kind in STRANGERS_ANSWERED and verdict.attention is Attention.NONE
    ]
    assert hidden == []


@pytest.mark.parametrize(
    ("kind", "name", "least"),
    by_set(STRANGERS_ANSWERED, NINTH_ANSWERED, TENTH_ANSWERED, FORTNIGHT_ANSWERED, ELEVENTH_ANSWERED),
)
def test_a_strangers_people_are_answered(kind: str, name: str, least: float):
    wanted = [verdict.track for case, verdict in strangers_of(kind, name) if case.expected_attention == "answer"]
    assert share(wanted) >= least


@pytest.mark.parametrize(
    ("kind", "name", "most"),
    by_set(
        STRANGERS_ACKNOWLEDGED, NINTH_ACKNOWLEDGED, TENTH_ACKNOWLEDGED, FORTNIGHT_ACKNOWLEDGED, ELEVENTH_ACKNOWLEDGED
    ),
)
def test_few_letters_go_to_what_sends_by_itself(kind: str, name: str, most: float):
    unwanted = [verdict.ack for case, verdict in strangers_of(kind, name) if case.may_acknowledge == "no"]
    assert share(unwanted) <= most


@pytest.mark.parametrize(
    ("kind", "name", "most"),
    by_set(STRANGERS_WAITING, NINTH_WAITING, TENTH_WAITING, FORTNIGHT_WAITING, ELEVENTH_WAITING),
)
def test_little_that_sends_by_itself_waits_for_an_answer(kind: str, name: str, most: float):
    assert share([verdict.track for _, verdict in strangers_of(kind, name)]) <= most


# --- mail that public reports show


@functools.cache
def reported_verdicts() -> list[tuple[StrangersCase, Verdict]]:
    ruleset = corpus.shipped()
    return [(case, case.classify(ruleset)) for case in attention_table.strangers_cases(attention_table.REPORTED)]


def test_of_reported_mail_nobody_is_hidden_and_nobody_gets_a_letter_who_may_not():
    for_people = [(case, verdict) for case, verdict in reported_verdicts() if case.expected_attention == "answer"]
    assert len(for_people) > 40
    assert [case.path.name for case, verdict in for_people if verdict.attention is Attention.NONE] == []
    forbidden = [verdict.ack for case, verdict in reported_verdicts() if case.may_acknowledge == "no"]
    assert not any(forbidden)


@pytest.mark.parametrize("expected", REPORTED_ANSWERED)
def test_reported_mail_is_answered_where_a_person_wrote_it(expected: str):
    shares = [verdict.track for case, verdict in reported_verdicts() if case.expected_attention == expected]
    if expected == "answer":
        assert share(shares) >= REPORTED_ANSWERED[expected]
    else:
        assert share(shares) <= REPORTED_ANSWERED[expected]


def test_the_customer_of_reported_mail_is_named():
    named = [case.names_customer(verdict) for case, verdict in reported_verdicts() if case.customer and verdict.track]
    assert share(named) >= REPORTED_NAMED
