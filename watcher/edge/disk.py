"""How much room a disk has left (statvfs(3))."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FreeSpace:
    """For a user who is not root. None: the file system does not say."""

    octets: int | None
    files: int | None


def measure_free_space(folder: Path) -> FreeSpace:
    """Of the disk that holds `folder`. Never raises: a folder that is gone says nothing."""
    try:
        found = os.statvfs(folder)
    except OSError:
        return FreeSpace(None, None)
    return FreeSpace(found.f_bavail * found.f_frsize, found.f_favail if found.f_files else None)
