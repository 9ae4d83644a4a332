"""Who of several owners is on duty, and who stands in for them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import always_open, inquiry, policy
from watcher.core import hours
from watcher.core.inquiry import due, rota
from watcher.core.inquiry.model import ToldNag
from watcher.core.inquiry.roster import Person
from watcher.core.inquiry.rota import Rota, Team, TeamDuty
from watcher.core.message.model import Address

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = date(2026, 11, 23)  # a Monday


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN).astimezone(UTC)


def person(name: str, deputy: str | None = None) -> Person:
    return Person(name, Address(f"{name}@example.com"), (time(9),), deputy)


PEOPLE = {each.name: each for each in (person("anna", "cleo"), person("ben"), person("cleo"))}
WEEK = {"mon-wed": "anna", "thu": {"06:00-14:00": "anna", "14:00-06:00": "ben"}, "fri": "ben"}


def team(*weeks: dict, dates: dict | None = None) -> Team:
    found = Rota(tuple(map(rota.parse_rota_week, weeks)), FIRST, rota.parse_rota_dates(dates or {}))
    return Team("sales", ("anna", "ben"), BERLIN, found)


@pytest.mark.parametrize(
    ("when", "who"),
    [
        ("2026-11-23 00:00", "anna"),
        ("2026-11-25 23:59", "anna"),
        ("2026-11-26 05:59", "anna"),  # a gap: the first owner
        ("2026-11-26 13:59", "anna"),
        ("2026-11-26 14:00", "ben"),
        ("2026-11-27 03:00", "ben"),
        ("2026-11-28 12:00", "anna"),  # nobody on Saturday
        ("2026-11-30 12:00", "anna"),  # the next week is the same
    ],
)
def test_a_week_says_who_is_on_duty(when, who):
    with_friday = WEEK | {"fri": {"06:00-24:00": "ben"}}
    assert team(with_friday).find_on_duty((), at(when)) == (who,)


def test_weeks_take_turns_and_dates_come_before_them():
    both = team({"mon-fri": "anna"}, {"mon-fri": "ben"}, dates={"2026-12-01": "anna", "2026-12-24..2026-12-31": "ben"})
    days = (
        "2026-11-16",
        "2026-11-23",
        "2026-11-30",
        "2026-12-01",
        "2026-12-02",
        "2026-12-07",
        "2026-12-24",
        "2026-12-25",
    )
    found = [both.find_on_duty((), at(f"{day} 12:00"))[0] for day in days]
    assert found == ["ben", "anna", "ben", "anna", "ben", "anna", "ben", "ben"]


def test_the_week_begins_at_midnight_on_the_clock_of_the_house():
    both = team({"mon-sun": "anna"}, {"mon-sun": "ben"})
    assert both.find_on_duty((), at("2026-11-29 23:59")) == ("anna",)
    assert both.find_on_duty((), at("2026-11-30 00:00")) == ("ben",)


def test_who_is_away_is_passed_over_and_where_all_are_it_stays():
    monday = at("2026-11-23 12:00")
    assert team(WEEK).find_on_duty({"anna"}, monday) == ("ben",)
    assert team(WEEK).find_on_duty({"anna", "ben"}, monday) == ("anna",)


def test_without_a_rota_all_of_them_are_on_duty():
    open_team = Team("sales", ("anna", "ben"), BERLIN)
    assert open_team.find_on_duty((), at("2026-11-23 12:00")) == ("anna", "ben")
    assert open_team.find_on_duty({"anna"}, at("2026-11-23 12:00")) == ("ben",)


def test_up_the_chain_come_the_deputies_and_then_the_others():
    duty = rota.describe_duty(team(WEEK), PEOPLE, (), at("2026-11-23 12:00"))
    assert duty == TeamDuty(("anna",), ("anna", "cleo", "ben"))
    assert rota.describe_duty(team(WEEK), PEOPLE, (), at("2026-11-27 12:00")).chain == ("ben", "anna")


@pytest.mark.parametrize(
    ("week", "says"),
    [
        ({"mo": "anna"}, "is no day"),
        ({"mon": 3}, "takes a name"),
        ({"mon": {"06:00-14:00": ["anna"]}}, "takes a name"),
        ({"mon": {"6-14": "anna"}}, "write 09:00-17:00"),
        ({"mon": {"06:00-14:00": "anna", "13:00-20:00": "ben"}}, "anna and ben are on duty at the same time on mon"),
        ({"mon-wed": "anna", "wed": "ben"}, "on wed"),
        ({"sun": {"22:00-06:00": "ben"}, "mon": "anna"}, "on mon"),
    ],
)
def test_a_wrong_week_says_what_is_wrong(week, says):
    with pytest.raises(ValueError, match=says):
        rota.parse_rota_week(week)


@pytest.mark.parametrize(
    ("dates", "says"),
    [({"christmas": "ben"}, "is no date"), ({"2026-12-24": "ben", "2026-12-20..2026-12-26": "anna"}, "overlaps")],
)
def test_wrong_dates_say_what_is_wrong(dates, says):
    with pytest.raises(ValueError, match=says):
        rota.parse_rota_dates(dates)


def test_a_gap_counts_only_while_the_house_is_open():
    office = hours.Calendar(hours.parse_week({"mon-fri": ["09:00-17:00"]}), BERLIN)
    week = [FIRST + timedelta(days=n) for n in range(7)]
    assert rota.find_gap(team({"mon-fri": "anna"}), office, week) is None
    assert rota.find_gap(team({"mon-thu": "anna", "fri": {"08:00-16:00": "ben"}}), office, week) == at(
        "2026-11-27 16:00"
    )
    assert rota.find_gap(Team("sales", ("anna",), BERLIN), office, week) is None


# --- in the digests


def roster(when: str, *, away: frozenset[str] = frozenset(), owners: Team | None = None) -> due.DutyRoster:
    sales = owners or team(WEEK)
    duty = rota.describe_duty(sales, PEOPLE, away, at(when))
    return due.DutyRoster(PEOPLE, {"sales": policy(owner="sales")}, always_open(), away, teams={"sales": duty})


def test_whoever_is_on_duty_is_nagged_until_somebody_takes_it():
    free, taken = inquiry(owner="sales"), inquiry(owner="ben")
    monday, friday = roster("2026-11-23 12:00"), roster("2026-11-27 12:00")
    assert monday.responsible_people(free) == ["anna"]
    assert friday.responsible_people(free) == ["ben"]
    assert monday.responsible_people(taken) == ["ben"]
    assert (monday.is_free_to_take(free), monday.is_free_to_take(taken)) == (True, False)
    assert monday.reviewers_of("sales") == ["anna"]


def test_what_is_not_answered_goes_to_the_deputy_and_then_to_the_others():
    monday = roster("2026-11-23 12:00")
    chain = [monday.responsible_people(inquiry(owner="sales", escalated=level)) for level in (0, 1, 2, 3)]
    assert chain == [["anna"], ["anna", "cleo"], ["anna", "cleo", "ben"], ["anna", "cleo", "ben"]]


def test_a_team_that_is_no_more_gives_its_work_to_the_mailboxs_owner():
    alone = due.DutyRoster(PEOPLE, {"sales": policy()}, always_open(), frozenset())
    assert alone.responsible_people(inquiry(owner="front")) == ["anna"]


def test_who_comes_on_duty_hears_what_the_one_before_was_told():
    friday = roster("2026-11-27 12:00")
    nagged = inquiry(owner="sales", nags=1, next_nag_at=at("2026-12-01 12:00"))
    now = at("2026-11-27 12:00")
    assert due.due_inquiries(friday, PEOPLE["ben"], [nagged], {}, now) == [nagged]
    assert due.due_inquiries(friday, PEOPLE["ben"], [nagged], {1: ToldNag(1, 7)}, now) == []
    assert due.due_inquiries(friday, PEOPLE["anna"], [nagged], {}, now) == [], "she is off duty"


def test_several_who_are_on_duty_together_are_each_nagged_by_the_ladder_and_not_at_once():
    together = roster("2026-11-23 12:00", owners=Team("sales", ("anna", "ben"), BERLIN))
    new = inquiry(owner="sales", next_nag_at=at("2026-11-23 14:00"))
    assert together.responsible_people(new) == ["anna", "ben"]
    found = [due.due_inquiries(together, PEOPLE[name], [new], {}, at("2026-11-23 12:00")) for name in ("anna", "ben")]
    assert found == [[], []]
