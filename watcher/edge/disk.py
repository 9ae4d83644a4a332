"""How much room a disk has left (statvfs(3)), and what kind of file system is on it (proc_pid_mountinfo(5))."""

from __future__ import annotations

import os
import re
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


def find_file_system(folder: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """Its type: `ext4`, `tmpfs`, `nfs4`, …; "" where the system does not say. `folder` need not be there yet."""
    try:
        lines, place = mounts.read_text(errors="surrogateescape").splitlines(), folder.resolve()
    except OSError:
        return ""
    found = (Path("/"), "")
    for line in lines:
        fields, _, rest = line.partition(" - ")
        mounted = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields.split(" ")[4]))
        if mounted in (place, *place.parents) and len(mounted.parts) >= len(found[0].parts):
            found = mounted, rest.partition(" ")[0]
    return found[1]
