"""edge/open_files.py: the limit is raised as far as it may be, and never beyond."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))
from watcher.edge.open_files import raise_open_files_limit
print(raise_open_files_limit(), resource.getrlimit(resource.RLIMIT_NOFILE)[0])
"""


def raised(soft: int, hard: int) -> str:
    """In a process of its own: a limit that was lowered cannot be raised again."""
    words = [sys.executable, "-c", SCRIPT.format(soft=soft, hard=hard)]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def test_it_is_raised_to_what_this_user_may_have():
    assert raised(256, 2048) == "2048 2048"
    assert raised(2048, 2048) == "2048 2048"
