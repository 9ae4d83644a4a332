"""What a line means from this person, about this digest; and what is doubtful means nothing."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from watcher.core.commands import interpret
from watcher.core.commands.parse import ParsedLine, UnparsedLine
from watcher.core.inquiry.decide import InquiryCommand
from watcher.core.inquiry.roster import Person
from watcher.core.message.model import Address
from watcher.core.translatable import Translatable

ANNA = Person("anna", Address("anna@example.com"), (time(8, 30), time(14)))
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
CONTEXT = interpret.CommandContext(ANNA, ["anna", "jürgen"], ZoneInfo("Europe/Berlin"), TUESDAY)
BY = "anna, by mail"


def build(
    verb: str, argument: str = "", numbers: tuple[int, ...] = (41,), listed: tuple[int, ...] = (41, 44)
) -> InquiryCommand:
    return interpret.build_inquiry_command(ParsedLine("as written", verb, numbers, argument), CONTEXT, listed)


def test_a_day_without_a_time_means_the_persons_first_digest():
    assert build("snooze", "fri") == InquiryCommand("snooze", BY, datetime(2026, 11, 27, 7, 30, tzinfo=UTC))


@pytest.mark.parametrize(("argument", "owner"), [("jurgen", "jürgen"), ("me", "anna")])
def test_a_name_is_a_person_of_the_house_or_me(argument, owner):
    assert build("assign", argument).new_owner == owner


@pytest.mark.parametrize(
    ("verb", "argument", "numbers", "listed", "why"),
    [
        ("snooze", "yesterday", (41,), (41,), Translatable("unclear_time", {"text": "yesterday"})),
        ("assign", "zoe", (41,), (41,), Translatable("unclear_person", {"names": "anna, jürgen"})),
        ("done", "", (41, 7, 0), (41, 44), Translatable("unclear_number", {"numbers": "7, 0"})),
        ("done", "", (1,), (41,), Translatable("unclear_number", {"numbers": "1"})),
        ("done", "", (1,), (), Translatable("unclear_number", {"numbers": "1"})),
    ],
)
def test_what_is_unclear_says_what_would_be_understood(verb, argument, numbers, listed, why):
    with pytest.raises(interpret.UnclearCommandError) as raised:
        build(verb, argument, numbers, listed)
    assert raised.value.why == why


def test_what_a_customer_may_have_written_is_no_command():
    own, doubtful = interpret.parse_own_lines(["1 done"], ["2 dismiss"], [1, 2])[::-1]
    assert own == ParsedLine("1 done", "done", (1,))
    assert isinstance(doubtful, UnparsedLine)
    assert doubtful.why.name == "unclear_customer"
    assert interpret.parse_own_lines([], ["Leaking roof"], [1]) == ()


@pytest.mark.parametrize(
    ("line", "is_meant"), [("80331 München", False), ("12 Main Street", False), ("41 bananas", True)]
)
def test_what_begins_with_a_number_is_prose_unless_the_digest_lists_it(line, is_meant):
    assert bool(interpret.parse_own_lines([line], [], [41])) == is_meant
