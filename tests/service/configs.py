"""Configurations for the real app, with servers on this machine: one mailbox, or many of which each says its number and port."""

from __future__ import annotations

import os
from pathlib import Path

from tests.samples import ONE_MAILBOX_CONFIG

#: `{folder}`: where state and rules are.
CONFIG = ONE_MAILBOX_CONFIG.replace("timezone", 'rules = ["rules"]\ntimezone')
#: What stands before any number of MAILBOX, whose password is in $BOX_PASSWORD.
HEAD = """
[watcher]
state_dir = "{folder}/state"
timezone = "UTC"
[people.anna]
email = ["anna@example.com"]
"""
MAILBOX = """
[[mailbox]]
name = "box{number}"
address = "box{number}@example.com"
owner = "anna"
poll = "2s"
imap = {{ host = "127.0.0.1", port = {port}, user = "box{number}", tls = "off", password = {{ env = "BOX_PASSWORD" }} }}
smtp = {{ host = "127.0.0.1", port = {port}, tls = "off" }}
"""


def write_config(path: Path, text: str) -> None:
    """With a time of its own, however coarse the clock of the file system is."""
    before = path.stat().st_mtime if path.exists() else 1_700_000_000
    path.write_text(text)
    os.utime(path, (before + 10, before + 10))
