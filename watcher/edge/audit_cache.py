"""Where an audit keeps what it has read until it is over: a private file that the next run of the same audit takes up again.

It lies in the state folder where there is one that may be written, else in the user's cache (XDG Base Directory Specification). It holds
what strangers wrote, so nobody else may read it, and what nobody came back for in time goes at the next audit.
"""

from __future__ import annotations

import fcntl
import os
from datetime import datetime
from pathlib import Path

from watcher.edge.private_files import create_private_file

#: Begins like every file of ours in a state folder.
_PREFIX = "watcher.audit-"
_SUFFIXES = ("", "-wal", "-shm", "-journal", ".lock")


class AuditCacheBusyError(Exception):
    """The same audit runs already."""


class AuditCache:
    """The file of one audit. `was_there`: a run before was interrupted."""

    def __init__(self, state_dir: Path, key: str, oldest_kept: datetime) -> None:
        """`key`: the same for the same audit; others that were left before `oldest_kept` go. AuditCacheBusyError; OSError: no folder
        can be written."""
        folder = _find_folder(state_dir)
        _remove_old_caches(folder, oldest_kept)
        self.path = folder / f"{_PREFIX}{key}.sqlite3"
        lock = self.path.with_name(f"{self.path.name}.lock")
        create_private_file(lock)
        self._lock = lock.open("rb")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            raise AuditCacheBusyError from None
        self.was_there = self.path.exists()
        create_private_file(self.path)

    def release(self, *, keep: bool) -> None:
        """The audit is over, or will be taken up again."""
        if not keep:
            _remove_cache(self.path)
        self._lock.close()


def _find_folder(state_dir: Path) -> Path:
    if state_dir.is_dir() and os.access(state_dir, os.W_OK):
        return state_dir
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "watcher"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _remove_old_caches(folder: Path, oldest_kept: datetime) -> None:
    for path in folder.glob(f"{_PREFIX}*.sqlite3"):
        if path.stat().st_mtime < oldest_kept.timestamp():
            _remove_cache(path)


def _remove_cache(path: Path) -> None:
    for suffix in _SUFFIXES:
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
