"""`watcher check --online` in this process, on the real servers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner

from tests.daemon import House
from tests.servers.real import PASSWORD
from watcher.cli import main

Check = Callable[..., tuple[int, list[tuple[str, str]]]]


@pytest.fixture
def check(house: House, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Calls it with other words in the configuration (old → new); exit code, and (level, text) of each finding."""
    monkeypatch.setenv("SALES_PASSWORD", PASSWORD)

    def call(*words: str, changes: dict[str, str] | None = None) -> tuple[int, list[tuple[str, str]]]:
        text = re.sub(r"(?m)^digest = .*", 'digest = ["09:00", "12:00", "15:00"]', house.config.read_text())
        for old, new in (changes or {}).items():
            assert old in text
            text = text.replace(old, new)
        house.config.write_text(text)
        done = CliRunner().invoke(main, ["-c", str(house.config), "check", "--json", *(words or ("--online",))])
        rows = [json.loads(line) for line in done.output.splitlines()]
        return done.exit_code, [(row["level"], row["text"]) for row in rows]

    return call


def texts(found: list[tuple[str, str]], level: str) -> list[str]:
    return [text for of, text in found if of == level]
