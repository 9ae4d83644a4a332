"""What a world in memory is made of: an account, a clock, the store's thread, the guard, and a loop that runs to the end at once.

The real intake, reminders, delivery and store take these where the daemon has servers, a wall clock and threads.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Collection, Coroutine, Generator
from concurrent.futures import Executor, Future
from datetime import UTC, datetime
from email import message_from_bytes
from typing import Any, TypeVar

from watcher.core.message.model import MAX_FETCHED_OCTETS, FetchedMessage, FolderRole, Locator
from watcher.core.outbox.model import Letter
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import FetchResult, FolderScan

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
KEY = b"k" * 32


class InlineExecutor(Executor):
    """The store's thread without a thread."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


class VirtualClock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.time = START

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return self.time.timestamp()


class MemoryGuard:
    """The number outside the database."""

    def __init__(self) -> None:
        self.send_seq = 0

    def record_send_seq(self, send_seq: int) -> None:
        self.send_seq = send_seq


def mentioned(letter: Letter) -> set[int]:
    """The cases a digest lists, by their subjects."""
    text = message_from_bytes(letter.data).get_payload(0).get_payload(decode=True).decode()
    return {int(number) for number in re.findall(r"Inquiry (\d+)", text)}


T = TypeVar("T")


class _Done:
    """Something to await that is there already."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Generator[Any, None, Any]:
        return self._value
        yield


class _InlineLoop(asyncio.AbstractEventLoop):
    """As much of an event loop as the loops of the program ask for: work for another thread is done here and now."""

    def run_in_executor(self, executor: Executor | None, func: Callable[..., T], *args: Any) -> Any:
        return _Done(func(*args))

    def get_debug(self) -> bool:
        return False


def drive(work: Coroutine[Any, Any, T]) -> T:
    """Runs it to its end. AssertionError: it waits for something that does not come by itself."""
    asyncio._set_running_loop(_LOOP)
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    finally:
        asyncio._set_running_loop(None)
    work.close()
    raise AssertionError("the simulation cannot wait")


_LOOP = _InlineLoop()


ROLES = {"INBOX": FolderRole.INBOX, "Sent": FolderRole.SENT}


class StepClock(Clock):
    """Stands where it is put. Only `now` is made up: deadlines against a server are real."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class MemoryMailbox:
    """As a `Mailbox` of the edge: INBOX and Sent, and the server's size limit. `before_listing` may fail as a line does."""

    def __init__(self, before_listing: Callable[[], None] | None = None) -> None:
        self.mails: dict[str, dict[int, tuple[bytes, datetime]]] = {folder: {} for folder in ROLES}
        self._before_listing = before_listing

    def put(self, folder: str, raw: bytes, at: datetime) -> None:
        self.mails[folder][len(self.mails[folder]) + 1] = (raw, at)

    async def list_watched_folders(self) -> list[tuple[str, FolderRole]]:
        if self._before_listing:
            self._before_listing()
        return list(ROLES.items())

    async def scan_folder(self, folder: str) -> FolderScan:
        uids = frozenset(self.mails[folder])
        return FolderScan(folder=folder, uidvalidity=1, uids=uids, exists=len(uids))

    async def fetch_messages(self, folder: str, uidvalidity: int, uids: Collection[int]) -> FetchResult:
        found = [(uid, *self.mails[folder][uid]) for uid in sorted(uids)]
        return FetchResult(
            arrivals=[
                FetchedMessage(Locator("sales", folder, 1, uid), ROLES[folder], raw[:MAX_FETCHED_OCTETS], at, len(raw))
                for uid, raw, at in found
            ],
            missing=set(),
        )

    async def close_connections(self) -> None:
        return None
