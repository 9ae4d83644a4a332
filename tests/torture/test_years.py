"""Row: virtual years of nags against an oracle that counts minutes; then the same against deliberate breakages, which must be seen."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tests.simulation.year import run as live
from tests.torture.report import Options, Tally, spread
from watcher.core import hours
from watcher.service.digest_writer import DigestWriter
from watcher.service.reminders import Reminders

WHAT = "years of nags: holidays, both DST changes, absences, outages, crashes"
COUNT = 20
#: Days that hold the first change of the clock, six holidays and Anna's first absence.
SPRING = 100


def seed(number: int) -> Tally:
    began = time.process_time()
    broken, year = live(number)
    tally = Tally(attempts=1, faults=year.counts["crashes"] + year.counts["restarts"])
    for each in broken:
        kind = "lost: " if each.startswith(("missed", "left out")) else ""
        tally.broke(f"{kind}{each} | seed {number}")
    for name in ("inquiries", "digests", "alerts", "reports", "all clear", "crashes", "restarts"):
        tally.seen[name] += year.counts[name]
    if year.counts["digests"] < 200:
        tally.broke(f"a year with {year.counts['digests']} digests proves nothing | seed {number}")
    tally.most["CPU seconds for a year"] = time.process_time() - began
    return tally


def run(options: Options) -> Tally:
    return spread(seed, range(options.first, options.first + (options.count or COUNT)), options)


def lived(number, **parts):
    broken, year = live(number, **parts)
    print(f"seed {number}: {year.counts}, broken: {len(broken)}")
    return broken, year


@pytest.mark.timeout(600)
def test_a_spring_of_nags_is_in_time_by_day_and_once():
    broken, year = lived(1, days=SPRING)
    assert broken == []
    assert year.counts["digests"] > SPRING / 2
    assert year.counts["reports"] > SPRING / 10
    assert year.counts["alerts"] > 0
    assert year.counts["crashes"] > 0, "a spring without a crash proves less"


# --- deliberate breakages


def with_calendar(duty, calendar):
    """Everybody keeps these hours."""
    return replace(duty, people={name: replace(person, calendar=calendar) for name, person in duty.people.items()})


class AtAnyHour(DigestWriter):
    """Takes no notice of opening hours."""

    def duty_roster(self, tx, now):
        always = hours.Calendar(hours.parse_week({"mon-sun": ["00:00-24:00"]}), self.config.calendar.zone)
        return with_calendar(super().duty_roster(tx, now), always)


class OnTheServersClock(DigestWriter):
    """Keeps the hours of the house in UTC."""

    def duty_roster(self, tx, now):
        duty = super().duty_roster(tx, now)
        people = {
            name: replace(person, calendar=replace(duty.calendar_of(person), zone=hours.ZoneInfo("UTC")))
            for name, person in duty.people.items()
        }
        return replace(duty, people=people)


class WhoCameFirst(Reminders):
    """What is in a deputy's digest is over for everybody else."""

    def _due_inquiries(self, tx, duty, person, now):
        return [
            inquiry for inquiry in duty.waiting_for(person, tx.inquiries.list_waiting()) if inquiry.next_nag_at <= now
        ]


class Forgetful(Reminders):
    """Names a digest by the moment it is written, and remembers neither what was served nor what was said."""

    def _due_inquiries(self, tx, duty, person, now):
        return duty.waiting_for(person, tx.inquiries.list_waiting())

    def _write_digest(self, tx, person, slot, now):
        written = super()._write_digest(tx, person, replace(slot, key=f"{slot.key} {now}"), now)
        tx.set_meta(f"slot:{person.name}", (slot.at - hours.timedelta(days=1)).isoformat())
        return written


BROKEN = {
    "at any hour": ({"writer": AtAnyHour}, "night"),
    "on the server's clock": ({"writer": OnTheServersClock}, "night"),
    "who came first": ({"reminders": WhoCameFirst}, "missed"),
    "forgetful": ({"reminders": Forgetful}, "twice"),
    "no last look": ({"last_look": False}, "after the reply"),
}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_design_is_caught(name):
    parts, said = BROKEN[name]
    for seed in range(8):
        broken, _ = lived(seed, days=20, **parts)
        if any(each.startswith(said) for each in broken):
            return
    pytest.fail(f"eight times twenty days did not notice: {name}")
