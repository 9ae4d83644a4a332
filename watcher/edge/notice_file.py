"""The notice that Watcher does not run, in a file: in the folder of the state or, where that is what is wrong, in one that systemd or the
system keeps for us."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from watcher.core.health.model import FailureNotice
from watcher.edge.private_files import give_to_folder_owner

FILE_NAME = "watcher.not-running"
_MAX_OCTETS = 10_000


def read_notice(state_dir: Path) -> FailureNotice | None:
    """The newest there is, its instants aware; None: there is none, or none that can be read. Never an OSError."""
    found = [notice for path in _candidate_paths(state_dir) if (notice := _read_notice(path)) is not None]
    return max(found, key=lambda notice: notice.tried_at, default=None)


def write_notice(state_dir: Path, notice: FailureNotice) -> bool:
    """On disk when this returns, in the first place that takes it; False: none does. Never an OSError."""
    text = json.dumps(asdict(notice), default=datetime.isoformat)
    return any(_write_notice(path, text) for path in _candidate_paths(state_dir))


def _candidate_paths(state_dir: Path) -> Iterator[Path]:
    yield state_dir / FILE_NAME
    if runtime := os.environ.get("RUNTIME_DIRECTORY", "").split(":")[0]:
        yield Path(runtime, FILE_NAME)
    whose = hashlib.sha256(os.fsencode(state_dir.absolute())).hexdigest()[:12]
    yield Path(tempfile.gettempdir(), f"{FILE_NAME}.{os.geteuid()}.{whose}")


def _read_notice(path: Path) -> FailureNotice | None:
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)) as file:
            if not _is_ours(file.fileno(), path):
                return None
            values = json.loads(file.read(_MAX_OCTETS))
        ended_at = values["ended_at"]
        return FailureNotice(
            str(values["text"]),
            _parse_instant(values["since"]),
            _parse_instant(values["tried_at"]),
            is_taken=bool(values["is_taken"]),
            ended_at=None if ended_at is None else _parse_instant(ended_at),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _parse_instant(text: str) -> datetime:
    """ValueError: it has no zone."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found


def _write_notice(path: Path, text: str) -> bool:
    flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    try:
        with os.fdopen(os.open(path, flags, 0o600), "w") as file:
            if not _is_ours(file.fileno(), path):
                return False
            file.truncate(0)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        give_to_folder_owner(path)
    except OSError:
        return False
    return True


def _is_ours(descriptor: int, path: Path) -> bool:
    """In a folder for everybody others may have put something under the name."""
    found = os.fstat(descriptor)
    owners = {os.geteuid(), path.parent.stat().st_uid}
    is_shared = path.parent.stat().st_mode & stat.S_ISVTX
    return stat.S_ISREG(found.st_mode) and found.st_uid in ({os.geteuid()} if is_shared else owners)
