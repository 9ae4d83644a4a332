"""What a measurement gives, as a table for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One number. `goal` in words; "" where there is none."""

    what: str
    value: float
    unit: str
    goal: str = ""


def format_table(title: str, figures: Iterable[Figure]) -> str:
    rows = [(figure.what, format_value(figure.value), figure.unit, figure.goal) for figure in figures]
    widths = [max((len(row[n]) for row in rows), default=0) for n in range(3)]
    lines = [
        f"{what:<{widths[0]}}  {value:>{widths[1]}} {unit:<{widths[2]}}  {goal}".rstrip()
        for what, value, unit, goal in rows
    ]
    return "\n".join([title, *lines, ""])


def format_value(value: float) -> str:
    return f"{value:.4g}" if abs(value) < 1000 else f"{value:,.0f}"


def format_json(name: str, figures: Iterable[Figure]) -> str:
    return json.dumps({"measurement": name, "figures": [asdict(figure) for figure in figures]})
