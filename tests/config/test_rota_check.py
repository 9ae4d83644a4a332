"""Several owners and their rota: what does not fit is said with its line, and a gap is said by `check`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.config.conftest import LEAST, load, problems
from watcher.config import check
from watcher.service import wiring

MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TEAM = LEAST.replace('owner = "anna"', 'owners = ["anna", "ben"]').replace(
    "[[mailbox]]", '[people.ben]\nemail = ["ben@example.com"]\n[[mailbox]]'
)
ROTA = '[rota.sales]\nweek = { mon-wed = "anna", thu-fri = "ben" }\n'


def test_two_people_own_a_mailbox_by_turns(tmp_path):
    config = load(tmp_path, ROTA + TEAM)
    views = wiring.build_views(config)
    assert views.policies["sales"].owner == "sales"
    team = views.reminders.teams["sales"]
    assert team.members == ("anna", "ben")
    assert team.find_on_duty((), MONDAY) == ("anna",)
    assert {person.mailbox for person in views.people.values()} == {"sales"}
    assert list(check.find_suspicious_settings(config, MONDAY)) == list(
        check.find_suspicious_settings(load(tmp_path, TEAM), MONDAY)
    ), "no gap"


def test_a_gap_is_said_and_falls_to_the_first_owner(tmp_path):
    gap = ROTA.replace("thu-fri", "thu")
    (warned,) = [text for text in check.find_suspicious_settings(load(tmp_path, gap + TEAM), MONDAY) if "duty" in text]
    assert "sales: the house is open on 2026-11-27" in warned
    assert warned.endswith("it goes to anna, the first owner")


def test_weeks_that_take_turns_and_another_mailbox_with_the_same_rota(tmp_path):
    text = '[rota.front]\nweeks = [{ mon-fri = "anna" }, { mon-fri = "ben" }]\nbegins = "2026-11-23"\n' + TEAM.replace(
        'owners = ["anna", "ben"]', 'owners = ["anna", "ben"]\nrota = "front"'
    )
    team = load(tmp_path, text).teams()["sales"]
    assert [team.find_on_duty((), MONDAY.replace(day=day))[0] for day in (23, 30)] == ["anna", "ben"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (
            TEAM.replace('["anna", "ben"]', '["anna", "bem"]'),
            0,
            'owners: "bem" is not in [people] (did you mean "ben"?)',
        ),
        (ROTA.replace('"ben"', '"bem"') + TEAM, 2, 'rota.sales: "bem" is not in [people] (did you mean "ben"?)'),
        (ROTA + TEAM.replace('["anna", "ben"]', '["anna"]'), 2, "rota.sales: ben is not among the owners"),
        (ROTA.replace("sales", "salse") + TEAM, 2, "rota.salse: no mailbox with owners is called so"),
        (ROTA + LEAST, 2, "rota.sales: no mailbox with owners is called so"),
        (ROTA.replace("thu-fri", "wed-fri") + TEAM, 2, "anna and ben are on duty at the same time on wed"),
        (TEAM.replace('owners = ["anna", "ben"]', 'owners = ["anna", "ben"]\nowner = "anna"'), 0, "one of the two"),
        (TEAM.replace('owners = ["anna", "ben"]', 'owners = ["anna", "anna"]'), 0, "name everybody once"),
        (TEAM.replace('name = "sales"', 'name = "anna"'), 0, "a person is called anna, too"),
        (TEAM.replace('"ben"]\n', '"ben"]\nrota = "frnt"\n'), 0, 'rota "frnt" is not in [rota]'),
        (LEAST.replace('owner = "anna"', 'owner = "anna"\nrota = "front"'), 0, "it is for several owners"),
        ('[rota.sales]\nweeks = [{ mon = "anna" }, { mon = "ben" }]\n' + TEAM, 2, '"begins" is missing'),
        ('[rota.sales]\nweek = { mon = "anna" }\ndates = { "christmas" = "ben" }\n' + TEAM, 3, "is no date"),
        ("[rota.sales]\n" + TEAM, 0, "take turns"),
    ],
)
def test_what_does_not_fit_is_said_with_its_line(tmp_path, text, line, says):
    found = problems(tmp_path, text)
    assert any(says in problem for problem in found), found
    if line:
        assert any(f"config.toml:{line}:" in problem for problem in found if says in problem), found
