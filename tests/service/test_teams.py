"""A mailbox that several people own: whoever is on duty gets its digest, and `mine` takes an inquiry."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from tests.worlds import ANNA, BEN, START, Answered, reply
from watcher.core.inquiry import rota
from watcher.core.inquiry.rota import Rota, Team

#: START is a Monday: Anna on odd days of the week, Ben on the others.
WEEK = {"mon": "anna", "tue": "ben", "wed": "anna", "thu": "ben", "fri": "anna", "sat": "ben", "sun": "anna"}


@pytest.fixture
async def house():
    house = Answered()
    config = house.intake.config
    policy = replace(config.policy, owner="sales")
    commands = replace(config.command_config, policies={"sales": policy}, teams=frozenset({"sales"}))
    house.intake.config = replace(config, policy=policy, command_config=commands)
    writer = house.reminders._writer
    week = Rota((rota.parse_rota_week(WEEK),), START.date())
    team = Team("sales", ("anna", "ben"), ZoneInfo("UTC"), week)
    people = {name: replace(person, deputy=None) for name, person in writer.config.people.items()}
    writer.config = replace(writer.config, people=people, policies={"sales": policy}, teams={"sales": team})
    await house.open("A roof", "A door")
    return house


async def answer(house, text, sender):
    digest = house.digest(sender)
    await house.deliver(reply(digest, text, f"<{sender}>", at=house.clock.time))


def recipients(house):
    return {letter.recipient for letter in house_digests(house)}


def house_digests(house):
    with house.store.read_transaction() as tx:
        return [letter for letter in tx.letters.list_by_state({"pending", "sent"}) if letter.kind == "digest"]


async def test_who_is_on_duty_gets_the_digest_and_can_take_what_is_in_it(house):
    assert recipients(house) == {ANNA}
    text, page = house.text(house.digest(ANNA)), house.html(house.digest(ANNA))
    assert "with sales" in text
    assert "1 mine" in text
    assert "I take it" in page
    await answer(house, "1 mine", ANNA)
    assert [row[1] for number, row in sorted(house.state().items()) if number] == ["anna", "sales"]
    assert "is anna's now" in house.said()


async def test_the_next_day_the_other_one_gets_what_nobody_took(house):
    await answer(house, "1 mine", ANNA)
    await house.remind()
    listed = house.text(house.digest(BEN))
    assert "A door" in listed
    assert "A roof" not in listed, "Anna has taken it"
    assert "A roof" in house.text(house.digest(ANNA))


async def test_what_was_taken_can_be_given_back(house):
    await answer(house, "1 mine\n2 mine", ANNA)
    await answer(house, "1 assign sales", ANNA)
    assert [row[1] for number, row in sorted(house.state().items()) if number] == ["sales", "anna"]


@pytest.mark.parametrize(
    "line",
    [
        "1 mine",
        "1 meins",
        "1 für mich",
        "1 à moi",
        "1 mío",
        "1 me ne occupo",
        "1 minha",
        "1 van mij",
        "mine 1",
        "1 I'll take it",
    ],
)
async def test_it_is_said_in_seven_languages(house, line):
    await answer(house, line, ANNA)
    assert house.state()[1][1] == "anna"
