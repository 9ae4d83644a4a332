"""The least configuration that works, and how it is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from watcher.config.load import ConfigError, load_config
from watcher.config.models import Config

LEAST = """\
[people.anna]
email = ["anna@example.com"]
[[mailbox]]
name = "sales"
address = "sales@example.com"
owner = "anna"
imap = { host = "imap.example.com", user = "sales@example.com", password = { env = "SALES_PASSWORD" } }
smtp = { host = "smtp.example.com", user = "sales@example.com", password = { env = "SALES_PASSWORD" } }
"""


def load(folder: Path, text: str) -> Config:
    (folder / "config.toml").write_text(text)
    return load_config(folder / "config.toml")


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(folder, text)
    return [str(problem) for problem in caught.value.problems]
