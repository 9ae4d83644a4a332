"""A house with one mailbox and two people, for the commands: configured, and not yet run."""

from __future__ import annotations

import mailbox
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

QUESTION = """From: {who} <{who}@customer.example>
To: sales@example.com
Subject: {subject}
Message-ID: <{n}@customer.example>
Date: {date}

What does a roof cost?
"""
ANSWER = """From: anna@example.com
To: carol@customer.example
Subject: Re: Roof
Message-ID: <a1@example.com>
In-Reply-To: <1@customer.example>
Date: Mon, 02 Mar 2026 16:00:00 +0000

It costs 400 euros.
"""
MONDAY = "Mon, 02 Mar 2026 15:00:00 +0000"


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


@pytest.fixture
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an audit keeps lies in a folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str | Path, ...]:
    """An mbox with two questions and a copy of one, and a folder with the answer to the other."""
    box = mailbox.mbox(tmp_path / "inbox.mbox")
    for n, (who, subject, date) in enumerate(
        [("carol", "Roof", MONDAY), ("dave", "=cmd", MONDAY), ("dave", "=cmd", MONDAY)], 1
    ):
        box.add(QUESTION.format(who=who, subject=subject, n=min(n, 2), date=date).encode())
    box.flush()
    (tmp_path / "sent").mkdir()
    (tmp_path / "sent" / "1.eml").write_text(ANSWER)
    return "--inbox", tmp_path / "inbox.mbox", "--sent", tmp_path / "sent"
