"""What the C library keeps of freed memory: glibc has a heap for nearly each of our threads, and gives little back by itself.

Elsewhere than with glibc nothing is done.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress

#: Heaps for all threads together (mallopt(3), M_ARENA_MAX): they hold hardly anything for long, and never hurry.
MAX_HEAPS = 2
_M_ARENA_MAX = -8


def limit_heaps() -> None:
    """Before threads are started. Never raises."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, MAX_HEAPS)


def give_back_freed_memory() -> None:
    """To the system (malloc_trim(3)). Never raises."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
