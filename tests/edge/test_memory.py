"""edge/memory.py: threads share their heaps, and what was freed goes back, with glibc."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

SCRIPT = """
import re
from watcher.edge.memory import give_back_freed_memory, limit_heaps

def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", open("/proc/self/status").read())[1])

limit_heaps()
kept = [bytes(1000 + n % 7) for n in range(40_000)]
last = bytes(1001)
before = resident()
del kept
give_back_freed_memory()
print(before - resident())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc has it")
def test_what_was_freed_below_what_is_kept_goes_back():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 20_000, "kB of 40 MB"
