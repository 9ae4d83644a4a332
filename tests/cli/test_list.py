"""cli/list.py and opening.py: what a list shows, and what it does not wait for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from watcher.cli import COMMANDS

#: What only reading mail, changing a state or a server needs.
NOT_FOR_LOOKING = {
    "sqlalchemy",
    "jinja2",
    "imapclient",
    "watcher.core.commands.parse",
    "watcher.core.inquiry.decide",
    "watcher.core.inquiry.model",
    "watcher.core.inquiry.threads",
    "watcher.edge.store.store",
    "watcher.edge.store.tables",
    "watcher.service",
}


@pytest.mark.parametrize("command", ["list", "status"])
def test_whoever_looks_does_not_wait_for_what_changes_things(command):
    code = f"import sys, {COMMANDS[command][0].partition(':')[0]}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not NOT_FOR_LOOKING & set(loaded)
