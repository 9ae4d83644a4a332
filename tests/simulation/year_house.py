"""The house of the simulated year, as the program is told of it: its hours, its people and its ladders."""

from __future__ import annotations

from datetime import time

from tests.simulation.oracle import BERLIN, SLOTS
from watcher.core import hours
from watcher.core.inquiry.ladder import Ladder
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import Address
from watcher.core.public_holidays import Holidays
from watcher.core.rules import rule_files

SALES = Address("sales@example.com", "Example Sales")

WEEK = {"mon-thu": ["09:00-12:30", "13:30-18:00"], "fri": ["09:00-16:00"], "sun": ["01:30-03:30"]}
CALENDAR = hours.Calendar(
    hours.parse_week(WEEK),
    BERLIN,
    Holidays("DE-BY"),
    hours.parse_closed_dates(["2026-08-10..2026-08-14", "2026-12-24"]),
)
LADDERS = {
    name: Ladder(hours.parse_span("4h"), tuple(map(hours.parse_span, ("2h", "4h", "9h"))),
                 (hours.parse_span("9h"), hours.parse_span("20h")), urgent=name == "hot")
    for name in ("default", "hot")
}  # fmt: skip
RULES = rule_files.compile_rule_set(
    [
        (
            "hot.toml",
            '[[rule]]\nname = "hot"\nmatch.subject = { contains = "urgent" }\nkind = "inquiry"\nladder = "hot"\n',
        )
    ]
)
DEPUTY = {"anna": "ben", "ben": "cleo", "cleo": None}
HOLIDAY = ["2026-02-16..2026-02-20", "2026-07-20..2026-07-31"]  # Anna's


def people() -> dict[str, Person]:
    quiet = CALENDAR.with_quiet_hours(hours.parse_quiet_hours(["12:00-13:00"]))
    made = {
        name: Person(name, Address(f"{name}@example.com"), tuple(time(*slot) for slot in slots), DEPUTY[name], CALENDAR)
        for name, slots in SLOTS.items()
    }
    anna = made["anna"]
    made["anna"] = Person(
        "anna",
        anna.address,
        anna.slots,
        "ben",
        quiet,
        hours.parse_closed_dates(HOLIDAY),
        all_clear="daily",
        report=(0, time(9)),
    )
    return dict(sorted(made.items(), reverse=True))  # the deputies before the owner: the harder order
