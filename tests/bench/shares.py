"""A process that gets a fixed share of a processor, with all that it starts: as if it had a slower machine for itself.

By control groups (cgroups(7)) of either version, which only root may make; where they cannot be made, nobody is held back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")
#: Microseconds in which a share is used up or not: short, that nobody waits long for the next.
PERIOD = 20_000


def has_shares() -> bool:
    """May shares be given on this machine?"""
    try:
        with _make_group("watcher-bench-trial"):
            return True
    except OSError:
        return False


@contextmanager
def limit_processor(name: str, pid: int, share: float) -> Iterator[None]:
    """Gives the process `share` of one processor (0.15: 15 %) until it ends or this does. `name` is that of the group. OSError: this
    machine does not let us."""
    with _make_group(name) as group:
        quota = round(PERIOD * share)
        if (group / "cpu.max").exists():
            (group / "cpu.max").write_text(f"{quota} {PERIOD}")
        else:
            (group / "cpu.cfs_period_us").write_text(str(PERIOD))
            (group / "cpu.cfs_quota_us").write_text(str(quota))
        (group / "cgroup.procs").write_text(str(pid))
        try:
            yield
        finally:
            for process in (group / "cgroup.procs").read_text().split():
                (group.parent / "cgroup.procs").write_text(process)


@contextmanager
def _make_group(name: str) -> Iterator[Path]:
    """A group below that of the whole machine, in which processor time can be limited. OSError: there can be none."""
    if (GROUPS / "cgroup.controllers").exists():  # version 2
        (GROUPS / "cgroup.subtree_control").write_text("+cpu")
        group = GROUPS / name
    else:
        group = GROUPS / "cpu" / name
    group.mkdir()
    try:
        if not (group / "cpu.max").exists() and not (group / "cpu.cfs_quota_us").exists():
            raise FileNotFoundError(f"{group}: processor time cannot be limited")
        yield group
    finally:
        group.rmdir()
