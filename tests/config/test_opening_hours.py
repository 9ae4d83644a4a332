"""config/opening_hours.py: the hours of the house, of a mailbox and of a person."""

from __future__ import annotations

from datetime import date

from tests.config.conftest import LEAST, load, problems
from tests.samples import MONDAY
from watcher.config import check
from watcher.service import wiring


def test_a_mailbox_keeps_its_own_hours_in_its_own_zone(tmp_path):
    own = 'hours = { week = { sat = ["10:00-12:00"] }, closed = [] }\ntimezone = "America/New_York"\n'
    house = '[watcher]\ntimezone = "Europe/Berlin"\n[hours]\nholidays = "DE-BY"\nclosed = ["2026-12-24"]\n'
    loaded = load(tmp_path, house + LEAST + own)
    calendar = wiring.build_policies(loaded)["sales"].hours
    assert calendar.zone.key == "America/New_York"
    assert [day for day, windows in enumerate(calendar.week) if windows] == [5]
    assert calendar.holidays.code == "DE-BY", "what is left out is as in [hours]"
    assert calendar.closed == frozenset()
    assert loaded.calendar.zone.key == "Europe/Berlin"
    assert wiring.build_people(loaded)["anna"].calendar == calendar, "Anna owns nothing else"


def test_who_owns_mailboxes_with_different_hours_keeps_those_of_the_house(tmp_path):
    second = (
        LEAST.partition("[[mailbox]]")[2].replace("sales", "shop") + 'hours = { week = { sat = ["10:00-12:00"] } }\n'
    )
    loaded = load(tmp_path, f"{LEAST}[[mailbox]]{second}")
    assert wiring.build_people(loaded)["anna"].calendar == loaded.calendar


def test_wrong_hours_of_a_mailbox_are_told_with_its_name(tmp_path):
    found = problems(tmp_path, LEAST + 'hours = { week = { mon = ["17-9"] }, holidays = "XX" }\n')
    assert sum('config.toml:9: mailbox "sales": hours: ' in problem for problem in found) == 2, found


def test_a_part_of_a_day_is_closed_also_for_a_mailbox_that_says_nothing_of_it(tmp_path):
    house = '[watcher]\ntimezone = "UTC"\n[hours]\nclosed = ["2026-12-24 13:00-24:00", "2026-12-28"]\n'
    loaded = load(tmp_path, house + LEAST + 'hours = { week = { mon-fri = ["08:00-18:00"] } }\n')
    for calendar in (loaded.calendar, loaded.mailbox_calendar("sales")):
        assert calendar.closed == {date(2026, 12, 28)}
        assert calendar.closed_hours == ((date(2026, 12, 24), 780, 1440),)
    (problem,) = problems(tmp_path, LEAST + 'hours = { closed = ["2026-12-24 13-24"] }\n')
    assert "write 09:00-17:00" in problem


def test_a_night_of_most_of_a_day_is_probably_not_meant(tmp_path):
    slip = '[hours]\nweek = { mon = ["17:00-09:00"], tue = ["22:00-06:00"] }\n'
    warned = [
        text for text in check.find_suspicious_settings(load(tmp_path, slip + LEAST), MONDAY) if "midnight" in text
    ]
    assert warned == ["hours: mon is open from 17:00 over midnight, for 16 h: is that meant?"]
