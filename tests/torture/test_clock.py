"""Row: clocks that jump. Steps of an hour, a day, ten years, both ways; suspended machines; the two nights of the year with a hole
and with an hour twice, in Berlin, in New York, and on Lord Howe, where it is half an hour. Every slot is served once, by itself or by the
one after a gap, and nagging goes on.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.simulation import people
from tests.simulation.history import History
from tests.simulation.house import TEMPLATES
from tests.simulation.world import KEY, World
from tests.torture.report import Options, Tally, held, spread
from tests.worlds import drive
from watcher.core import hours
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import Address
from watcher.service.digest_writer import DigestWriter, ReminderConfig
from watcher.service.reminders import Reminders

pytestmark = pytest.mark.timeout(600)

WHAT = "clock steps, suspend and both DST nights: every slot once"
COUNT = 400
#: Where, the night, and the slot in it that comes twice, or never.
NIGHTS = (
    ("Europe/Berlin", date(2026, 10, 25), time(2, 30)),
    ("Europe/Berlin", date(2027, 3, 28), time(2, 30)),
    ("America/New_York", date(2026, 11, 1), time(1, 30)),
    ("America/New_York", date(2027, 3, 14), time(2, 30)),
    ("Australia/Lord_Howe", date(2027, 4, 4), time(1, 45)),
    ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15)),
)
SLOTS_BY_DAY = (time(9, 0), time(14, 0))
STEPS = (timedelta(hours=1), timedelta(days=1), timedelta(days=3653))


def seed(number: int) -> Tally:
    """Six days around a night of change. Half of the seeds have no step: there every slot must have its own digest."""
    dice = random.Random(number)
    tally = Tally(attempts=1)
    world = World(History(number, False, ()))
    name, night, slot = NIGHTS[number % len(NIGHTS)]
    zone = ZoneInfo(name)
    world.clock.time = datetime.combine(night - timedelta(days=3), time(6), tzinfo=zone).astimezone(UTC)
    world.activated = world.clock.time
    _move_house(world, zone, (slot, *SLOTS_BY_DAY))
    world.people.question(1)
    world.work()
    honest = world.clock.time  # what a clock that is right would say
    end = honest + timedelta(days=6)
    steps = _steps(dice, honest) if number % 4 > 1 else []
    last = honest
    while honest < end:
        minutes = timedelta(minutes=dice.choice((5, 15, 30)))
        if dice.random() < 0.004:  # a lid is closed: nothing runs, and the clock is right afterwards
            minutes = timedelta(hours=dice.choice((3, 9, 30)))
            tally.faults += 1
        honest += minutes
        world.clock.time += minutes
        while steps and steps[0][0] <= honest:
            world.clock.time += steps.pop(0)[1]
            tally.faults += 1
        sent = len(world.server.accepted)
        world.work(look=False)
        if len(world.server.accepted) > sent:
            if honest - last > timedelta(hours=30 + 30):
                tally.broke(f"lost: I10: nobody was nagged for {honest - last} | seed {number}")
            last = honest
    if honest - last > timedelta(hours=60):
        tally.broke(f"lost: I10: nobody was nagged for the last {honest - last} | seed {number}")
    _judge(world, tally, number)
    return tally


def _move_house(world: World, zone: ZoneInfo, slots: tuple[time, ...]) -> None:
    world.start()
    calendar = hours.Calendar(hours.parse_week({"mon-sun": ["00:00-24:00"]}), zone)
    policy = world.intake.config.policy
    ladder = replace(policy.ladders["default"], steps=(hours.parse_span("1m"),))
    policy = replace(policy, hours=calendar, ladders={"default": ladder})
    world.intake.config = replace(world.intake.config, policy=policy)
    person = Person("anna", Address(people.ANNA, "Anna"), slots)
    rota = ReminderConfig({"anna": person}, {"sales": policy}, {"sales": people.SALES}, calendar, TEMPLATES)
    writer = DigestWriter(rota, KEY)
    world.reminders = Reminders(writer, world.store, world.clock, scan_sent_mail=world._scan_sent_mail)
    world.delivery.hooks = replace(
        world.delivery.hooks, rerender=writer.rerender, count_told_nags=world.reminders.count_told_nags
    )
    drive(world.intake.scan_folders())
    world.work()


def _steps(dice: random.Random, start: datetime) -> list[tuple[datetime, timedelta]]:
    """A wrong step and, after some hours, somebody who notices."""
    wrong = dice.choice(STEPS) * dice.choice((1, -1))
    at = start + timedelta(hours=dice.randrange(12, 60))
    return [(at, wrong), (at + timedelta(hours=dice.choice((1, 5, 20))), -wrong)]


def _judge(world: World, tally: Tally, number: int) -> None:
    keys = Counter(each.letter.key for each in world.server.accepted if each.letter.kind == "digest")
    tally.seen["slots served"] += len(keys)
    for key, times in keys.items():
        if times > 1:
            tally.broke(f"twice: I18: {key} served {times} times | seed {number}")
    if tally.faults == 0 and len(keys) not in (3 * 6, 3 * 6 - 1):
        tally.broke(f"lost: I18: {len(keys)} of 18 slots served | seed {number}: {sorted(keys)}")


def block(first: int) -> Tally:
    tally = Tally()
    for number in range(first, first + 10):
        tally.add(seed(number))
    return tally


def run(options: Options) -> Tally:
    return spread(block, range(options.first, options.first + (options.count or COUNT), 10), options)


@pytest.mark.parametrize("number", [0, 1, 4, 5, 6, 8, 9])
def test_clocks_that_jump(number):
    held(seed(number))
