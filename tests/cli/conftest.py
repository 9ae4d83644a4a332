"""A house with one mailbox and two people, for the commands: configured, and not yet run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from watcher.cli import main
from watcher.edge.store.store import Store

CONFIG = """
[watcher]
state_dir = "{folder}/state"
timezone = "America/New_York"
[people.anna]
email = ["anna@example.com"]
deputy = "ben"
[people.ben]
email = ["ben@example.com"]
[[mailbox]]
name = "sales"
address = "Example Roofs <sales@example.com>"
owner = "anna"
imap = {{ host = "127.0.0.1", port = 9, user = "x", password = {{ env = "SALES" }} }}
smtp = {{ host = "127.0.0.1", port = 9, user = "x", password = {{ env = "SALES" }} }}
"""


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    """The folder of config.toml; its state would lie in `state`."""
    (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path))
    return tmp_path


@pytest.fixture
def state(configured: Path) -> Iterator[Store]:
    """The state of that house, empty."""
    store = Store(f"sqlite:///{configured}/state/watcher.sqlite3")
    yield store
    store.close()


@pytest.fixture
def call(configured: Path) -> Callable[..., Result]:
    """Calls a command with this configuration."""

    def invoke(*words: object) -> Result:
        return CliRunner().invoke(main, ["-c", str(configured / "config.toml"), *map(str, words)])

    return invoke
