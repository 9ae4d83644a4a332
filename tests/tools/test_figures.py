"""tools/figures.py: each figure on a small tree whose faults are known."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.tools import figures
from tests.tools.figures import ROOT

LONG = "def long():\n" + "    pass\n" * 60
FILES = {
    "watcher/__init__.py": '"""A program."""\n',
    "watcher/core/hours.py": '"""Hours."""\n\n\ndef shift(a, b, *, c):\n    """Seconds to the next opening."""\n',
    "watcher/core/rules/rules.py": "from watcher.core.inquiry import decide\n",
    "watcher/core/inquiry/decide.py": f"from watcher.core.rules import rules\n\n\n{LONG}",
    "watcher/edge/clock.py": "from watcher.service.app import App\n\n\nclass Clock:\n"
    "    def read_the_clock(self, a, b, c, d, e, f, *, g):\n        ...\n\n    def _set(self, a, b, c, d, e, f, g, h): ...\n",
    "watcher/service/app.py": "class App:\n    def __init__(self): ...\n" + "\n" * 450,
    "tests/core/test_hours.py": "",
    "tests/core/test_deciding.py": '"""core/inquiry/decide.py: what is decided."""\n',
    "tests/core/conftest.py": "",
    "tests/core/cast.py": "",
    "tests/core/scenery.py": "from tests.core import cast\n",
    "tests/edge/test_stage.py": "from tests.core import cast\nfrom tests.core.test_hours import at\n",
}


@pytest.fixture
def small_tree(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_every_figure_counts_what_its_definition_says(small_tree):
    found = {figure.name: figure for figure in figures.measure(small_tree)}
    assert found["one-word function names, %"].value == 75  # shift, long, _set; not read_the_clock, never __init__
    assert found["public docstrings, %"].counted == (
        "watcher.core.inquiry.decide:4 long",
        "watcher.edge.clock:4 Clock",
        "watcher.edge.clock:5 Clock.read_the_clock",
        "watcher.service.app:1 App",
    )
    assert found["public docstrings with units, errors or source, %"].value == 20
    assert found["lines of a function, most"].counted == ("watcher.core.inquiry.decide:4 long: 61",)
    assert found["functions over 7 parameters"].counted == ("watcher.edge.clock:8 Clock._set: 8",)
    assert found["files of watcher/ over 450 lines"].counted == ("watcher.service.app: 452",)
    assert found["import circles"].counted == ("watcher.core.inquiry.decide, watcher.core.rules.rules",)
    assert found["imports against the order of the rooms"].counted == (
        "watcher.core.rules.rules → watcher.core.inquiry.decide",
        "watcher.edge.clock → watcher.service.app",
    )
    assert found["modules without a test"].counted == (
        "watcher.core.rules.rules",
        "watcher.edge.clock",
        "watcher.service.app",
    )
    assert found["test helper files"].counted == ("tests.core.cast",), (
        "what the other one is for is its package's affair"
    )
    assert found["tests that import a test"].counted == ("tests.edge.test_stage → tests.core.test_hours",)


def test_a_missed_goal_is_the_exit_code_and_every_figure_a_line_of_json(small_tree):
    command = [sys.executable, "-m", "tests.tools.figures", "--json", "--root", str(small_tree)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 1
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"figure": "functions over 7 parameters", "goal": "0", "now": 1, "met": False} in lines
