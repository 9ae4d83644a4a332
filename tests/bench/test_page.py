"""tests/bench/page.py: a run of the bench becomes a table and a chart that say how far each figure is from its goal."""

from __future__ import annotations

import importlib
import xml.etree.ElementTree as ElementTree

import pytest

from tests.bench.__main__ import MEASUREMENTS
from tests.bench.figures import Figure, format_json
from tests.bench.page import Goal, draw_chart, draw_table, format_distance, parse_goal, read_run

RUN = {
    "catch_up": [
        Figure("made mail: messages", 800, "1.8 KB"),
        Figure("  Watcher", 200.0, "messages/s", "≥ 800"),
        Figure("  <others> & theirs", 0.6, "ms", "<= 1.2"),
    ]
}


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_every_measurement_can_be_begun(name):
    """A run takes an hour, and one that cannot be imported ends it."""
    module = importlib.import_module(f"tests.bench.{name}")
    assert module.TITLE and callable(module.measure)


@pytest.mark.parametrize(
    ("text", "goal"),
    [("≥ 800", Goal(800, True)), (">= 1.6", Goal(1.6, True)), ("≤ 1.2", Goal(1.2, False)), ("0", Goal(0, False)), ("", None)],
)  # fmt: skip
def test_goals_are_read(text, goal):
    assert parse_goal(text) == goal


@pytest.mark.parametrize(
    ("value", "goal", "words"),
    [
        (800, "≥ 800", "reached"), (200, "≥ 800", "4.0× away"), (2.4, "≤ 1.2", "2.0× away"), (0, "<= 5", "reached"),
        (0, "0", "reached"), (3, "0", "missed"), (0, "≥ 2", "missed"),
    ],
)  # fmt: skip
def test_a_distance_is_how_many_times_it_is_worse_than_its_goal(value, goal, words):
    figure = Figure("what", value, "", goal)
    assert format_distance(figure, parse_goal(goal)) == words


def test_a_run_is_read_back_and_the_last_of_two_counts():
    lines = [format_json("catch_up", []), format_json("catch_up", RUN["catch_up"])]
    assert read_run(lines) == RUN


def test_the_table_has_every_figure_and_the_chart_a_bar_for_each_goal():
    table = draw_table(RUN)
    assert "200 messages/s | ≥ 800 | 4.0× away |" in table and "made mail: messages" in table
    tree = ElementTree.fromstring(draw_chart(RUN))
    bars = [bar.get("class") for bar in tree.iter("{http://www.w3.org/2000/svg}rect")]
    assert bars == ["room", "missed", "room", "reached"]
