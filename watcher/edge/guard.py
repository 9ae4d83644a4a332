"""What must be known outside the database: how many letters may have left, who we are, and that we are the only one.

A restored backup brings back an old database; the guard file, written and synced before each final dot, remembers that more was
sent than it knows. It may be synced beside the commit that says the same: only the dot has to wait for both. The lock keeps a second
instance out.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
import socket
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TextIO

from watcher.edge.private_files import give_to_folder_owner


class GuardError(Exception):
    """The guard file cannot be used; the text says what to do."""


class InstanceLockHeld(Exception):
    """Another instance runs; the text says which."""


@dataclass(frozen=True, slots=True)
class _GuardState:
    database: str = ""  # uuid of the database it belongs to
    key_hex: str = ""  # hex, signs our letters
    send_seq: int = 0
    in_flight: str = ""  # the attempt that was counted last


class GuardFile:
    """The guard file, open. Every change is on the disk when its method returns; OSError: it could not be written."""

    def __init__(self, path: Path, state: _GuardState, *, was_new: bool) -> None:
        self._path, self._state, self.was_new = path, state, was_new
        self._last_asked = state.send_seq

    @classmethod
    def load_or_create(cls, path: Path) -> GuardFile:
        """Reads the file, or makes it with a fresh key. GuardError: it is there and cannot be read."""
        try:
            with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)) as file:
                values = json.load(file)
            state = _GuardState(
                str(values["database"]), str(values["key"]), int(values["send_seq"]), str(values.get("in_flight", ""))
            )
            bytes.fromhex(state.key_hex)
            return cls(path, state, was_new=False)
        except FileNotFoundError:
            guard = cls(path, _GuardState(key_hex=secrets.token_hex(32)), was_new=True)
            guard._write_file(guard._state)
            return guard
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise GuardError(
                f"{path} cannot be read ({error}): restore it from a backup, or remove it; then mail from before is not acknowledged"
            ) from None

    @property
    def signing_key(self) -> bytes:
        """The key that letters and links are signed with, as bytes."""
        return bytes.fromhex(self._state.key_hex)

    @property
    def send_seq(self) -> int:
        """How many letters have passed the point of no return, as this file counts them."""
        return self._state.send_seq

    @property
    def asked_seq(self) -> int:
        """The highest count that it was asked to record; higher than `send_seq` only where that failed, and so nothing left."""
        return max(self._last_asked, self.send_seq)

    @property
    def in_flight(self) -> str:
        """The attempt that was counted last, by the name it was given; "" where none is known."""
        return self._state.in_flight

    def belongs_to(self, database: str) -> bool:
        """Is this the uuid of the database that the file was bound to?"""
        return self._state.database == database

    def merge_restored_state(self, database: str, key: str, send_seq: int) -> None:
        """Another state was put back: its key (in hexadecimal), and the higher count. OSError: the file could not be
        written."""
        self._write_file(_GuardState(database, key, max(send_seq, self._state.send_seq)))

    def adopt_key(self, key: str) -> None:
        """The key, in hexadecimal, that all sign with who share a database. OSError: the file could not be written."""
        if key != self._state.key_hex:
            self._write_file(replace(self._state, key_hex=key))

    def bind_database(self, database: str, send_seq: int) -> None:
        """From now on the file belongs to this database. OSError: it could not be written."""
        self._write_file(replace(self._state, database=database, send_seq=max(send_seq, self._state.send_seq)))

    def record_send_seq(self, send_seq: int, in_flight: str = "") -> None:
        """Before a final dot: one more letter may have left, in the attempt of this name. On disk when this returns. OSError: it is
        not."""
        self._write_file(self._count_letter(send_seq, in_flight))

    def begin_recording(self, send_seq: int, in_flight: str = "") -> Callable[[], None]:
        """The same beside other work. What is returned waits until it is on disk, and is to be called before anything else is asked of
        the file. OSError: it is not, and will not be; from what is returned, too.

        A disk that is full or may not be written shows here, before anything else is on record."""
        state = self._count_letter(send_seq, in_flight)
        scratch, written = self._write_scratch(state), Future[None]()

        def publish_and_tell() -> None:
            try:
                self._publish_scratch(scratch, state)
            except BaseException as error:
                written.set_exception(error)
            else:
                written.set_result(None)

        try:
            threading.Thread(target=publish_and_tell, name="guard").start()
        except RuntimeError:  # no more threads
            publish_and_tell()
        return written.result

    def _count_letter(self, send_seq: int, in_flight: str) -> _GuardState:
        self._last_asked = send_seq
        return replace(self._state, send_seq=max(send_seq, self._state.send_seq), in_flight=in_flight)

    def _write_file(self, state: _GuardState) -> None:
        self._publish_scratch(self._write_scratch(state), state)

    def _write_scratch(self, state: _GuardState) -> TextIO:
        """Beside the file, and not synced yet."""
        scratch = self._scratch_path
        values = {
            "database": state.database,
            "key": state.key_hex,
            "send_seq": state.send_seq,
            "in_flight": state.in_flight,
        }
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC
        file = os.fdopen(os.open(scratch, flags, 0o600), "w")
        try:
            json.dump(values, file)
            file.flush()
            give_to_folder_owner(scratch)
        except BaseException:
            with suppress(OSError):  # closing writes what is left
                file.close()
            raise
        return file

    def _publish_scratch(self, file: TextIO, state: _GuardState) -> None:
        with file:
            os.fsync(file.fileno())
        self._scratch_path.replace(self._path)
        folder = os.open(self._path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
        self._state = state

    @property
    def _scratch_path(self) -> Path:
        return self._path.with_suffix(".new")


def read_signing_key(path: Path) -> bytes | None:
    """The key in a guard file, which is neither made nor changed; None: there is none, or it is not ours to read."""
    try:
        return bytes.fromhex(str(json.loads(path.read_text())["key"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


class InstanceLock:
    """Held as long as the process lives, whatever ends it. InstanceLockHeld is raised where another process has it."""

    def __init__(self, path: Path, now: datetime) -> None:
        """Takes the lock. LockHeld: somebody has it, and the text says who."""
        self._path = path
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._fd, 300).decode("utf-8", "replace").strip() or "another process"
            os.close(self._fd)
            raise InstanceLockHeld(f"Watcher runs already: {holder} holds {path}") from None
        give_to_folder_owner(path)
        os.ftruncate(self._fd, 0)
        os.pwrite(
            self._fd, f"process {os.getpid()} on {socket.gethostname()}, since {now:%Y-%m-%d %H:%M %Z}\n".encode(), 0
        )

    def is_ours(self) -> bool:
        """Is the file we hold still the one others would ask for?"""
        try:
            there, here = self._path.lstat(), os.fstat(self._fd)
        except OSError:
            return False
        return (there.st_dev, there.st_ino) == (here.st_dev, here.st_ino)

    def release(self) -> None:
        """Lets another process have it, also while this one lives on."""
        os.close(self._fd)

    @staticmethod
    def is_held(path: Path) -> bool:
        """Does somebody run? A file that cannot be opened is held by nobody; no OSError comes out."""
        try:
            fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        finally:
            os.close(fd)
        return False
