"""From the JSON of a run to what docs/performance.md shows: the table, and a chart of how near each figure is to its goal.

`python -m tests.bench.page RUN.json`: rewrites the table in docs/performance.md and docs/pictures/performance.svg.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from tests.bench.figures import Figure, format_value

ROOT = Path(__file__).parents[2]
PAGE, CHART = ROOT / "docs" / "performance.md", ROOT / "docs" / "pictures" / "performance.svg"
BEGIN, END = "<!-- figures: python -m tests.bench.page -->", "<!-- end of figures -->"
#: Of the chart, in its own units: wide enough for a desk, and readable when a phone shows it at nine tenths.
WIDTH, ROW, BAR, LEFT, RIGHT = 420, 44, 10, 12, 12
#: Where the goal's line stands, as a share of the bars' room. What is better than the goal may reach beyond it.
GOAL_AT = 0.8
STYLE = """
svg { background: #fff } text { font: 12px system-ui, sans-serif; fill: #1f2328 } .value { fill: #59636e }
.room { fill: #eaeef2 } .reached { fill: #1a7f4b } .missed { fill: #b3541e } .goal { stroke: #1f2328; stroke-width: 1.5 }
@media (prefers-color-scheme: dark) {
  svg { background: #15181d } text { fill: #e6edf3 } .value { fill: #a6b0ba }
  .room { fill: #2a3038 } .reached { fill: #3fb97a } .missed { fill: #e08a4f } .goal { stroke: #e6edf3 }
}
"""


@dataclass(frozen=True)
class Goal:
    """`is_least`: the figure must be at least `bound`; else at most."""

    bound: float
    is_least: bool

    def reached_share(self, value: float) -> float:
        """1: just reached; 0.5: half as good as that. A goal of nothing is reached or not."""
        if self.is_least:
            return value / self.bound
        if not self.bound or not value:
            return 1.0 if value <= self.bound else 0.0
        return self.bound / value


def parse_goal(text: str) -> Goal | None:
    """`≥ 800`, `<= 1.0`, and `1` for at most one; None where there is no goal."""
    found = re.fullmatch(r"(≥|>=|≤|<=)?\s*([\d.]+)", text)
    return Goal(float(found[2]), found[1] in ("≥", ">=")) if found else None


def read_run(lines: Iterable[str]) -> dict[str, list[Figure]]:
    """Measurement → its figures, in their order; of one that was made twice the last."""
    rows = (json.loads(line) for line in lines if line.strip())
    return {row["measurement"]: [Figure(**figure) for figure in row["figures"]] for row in rows}


def find_goals(run: dict[str, list[Figure]]) -> list[tuple[str, Figure, Goal]]:
    """The figures that have a goal, each with a name that says of what it is."""
    rows = [(f"{name.replace('_', ' ')}: {figure.what.strip()}", figure) for name in run for figure in run[name]]
    return [(name, figure, goal) for name, figure in rows if (goal := parse_goal(figure.goal)) is not None]


def format_distance(figure: Figure, goal: Goal) -> str:
    """How far it is from its goal, in words."""
    share = goal.reached_share(figure.value)
    if share >= 1:
        return "reached"
    return f"{1 / share:.1f}× away" if share else "missed"


def draw_table(run: dict[str, list[Figure]]) -> str:
    lines = ["| what | measured | goal | distance |", "|---|--:|--:|--:|"]
    for measurement, figures in run.items():
        lines.append(f"| **{measurement.replace('_', ' ')}** | | | |")
        for figure in figures:
            goal = parse_goal(figure.goal)
            indent = "&nbsp;" * (len(figure.what) - len(figure.what.lstrip()))
            measured = f"{format_value(figure.value)} {figure.unit}".strip()
            distance = format_distance(figure, goal) if goal else ""
            lines.append(f"| {indent}{figure.what.strip()} | {measured} | {_show_goal(figure.goal)} | {distance} |")
    return "\n".join(lines)


def draw_chart(run: dict[str, list[Figure]]) -> str:
    """An SVG that follows the reader's light or dark; one bar for each goal, longer is better, the line is the goal."""
    goals = find_goals(run)
    height, room = ROW * len(goals) + 30, WIDTH - LEFT - RIGHT
    goal_x = LEFT + room * GOAL_AT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">',
        f"<title>How near each figure is to its goal</title><style>{STYLE}</style>",
        f'<text class="value" x="{goal_x:.0f}" y="15" text-anchor="middle">goal</text>',
    ]
    for n, (name, figure, goal) in enumerate(goals):
        share, top = goal.reached_share(figure.value), 22 + ROW * n
        length = room * min(1.0, share * GOAL_AT)
        value = f"{format_value(figure.value)} ({_show_goal(figure.goal)})"
        parts += [
            f'<text x="{LEFT}" y="{top + 16}">{escape(_shorten(name, 58 - len(value)))}</text>',
            f'<text class="value" x="{WIDTH - RIGHT}" y="{top + 16}" text-anchor="end">{escape(value)}</text>',
            f'<rect class="room" x="{LEFT}" y="{top + 23}" width="{room}" height="{BAR}" rx="3"/>',
            f'<rect class="{"reached" if share >= 1 else "missed"}" x="{LEFT}" y="{top + 23}" width="{max(3.0, length):.0f}" '
            f'height="{BAR}" rx="3"/>',
            f'<path class="goal" d="M{goal_x:.0f} {top + 20}v{BAR + 6}"/>',
        ]
    return "\n".join([*parts, "</svg>", ""])


def _show_goal(goal: str) -> str:
    return goal.replace("<=", "≤").replace(">=", "≥")


def _shorten(name: str, letters: int) -> str:
    return name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"


def main() -> None:
    run = read_run(Path(sys.argv[1]).read_text().splitlines())
    before, _, rest = PAGE.read_text().partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n\n{draw_table(run)}\n\n{END}{rest.partition(END)[2]}")
    CHART.write_text(draw_chart(run))


if __name__ == "__main__":
    main()
