"""The staged day on its own clock and servers (demo/servers.py): whatever falls due happens at its minute, however slow the machine."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest

from watcher.cli.demo import story_line
from watcher.core.letters.text_width import text_width
from watcher.demo import day, stage

pytestmark = pytest.mark.timeout(600)  # under five busy loops on one core the day takes two minutes


@pytest.fixture(scope="module")
def story(tmp_path_factory) -> list[tuple[datetime, str, str]]:
    """What was told, in order, of one whole day."""
    events: list[tuple[datetime, str, str]] = []
    summary = asyncio.run(stage.run_demo_day(tmp_path_factory.mktemp("demo"), lambda *event: events.append(event)))
    assert summary.ok, [(result.scene, result.seen) for result in summary.results if not result.ok]
    return events


def times_of(story: list[tuple[datetime, str, str]], who: str, text: str = "") -> list[str]:
    return [
        f"{at.astimezone(day.TIME_ZONE):%H:%M:%S.%f}" for at, teller, line in story if teller == who and text in line
    ]


def test_time_stands_still_until_all_that_is_due_has_happened(story):
    assert {(at.second, at.microsecond) for at, _, _ in story} == {(0, 0)}, "it went by the clock on the wall"
    sent = [scene.sent_at for scene in day.SCENES if scene.expected.partition(", ")[2].startswith("acknowledged")]
    assert times_of(story, "watcher", ": acknowledged") == [f"{at}:00.000000" for at in sorted(sent)]


def test_digests_come_at_their_slots(story):
    """At 16:30 there is nothing to say: what would pass its promise soon after was listed at 14:00."""
    assert times_of(story, "digest") == ["11:00:00.000000", "14:00:00.000000"]


def test_everything_is_told_in_the_order_it_happened(story):
    assert [at for at, _, _ in story] == sorted(at for at, _, _ in story)


def test_each_line_fits_a_terminal_and_what_people_do_is_told_to_its_end(story):
    assert max(text_width(story_line(*event, 80)) for event in story) == 80
    told = [story_line(*event, 80) for event in story if event[1] in ("person", "digest")]
    assert len(told) >= 5
    assert not [line for line in told if line.endswith("…")]
    assert any(
        line.endswith("in Anna's name, sales@example.com in Cc") for line in (story_line(*event, 80) for event in story)
    )
