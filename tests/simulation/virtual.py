"""What a history must not depend on, made still: threads, the clock, and the number outside the database."""

from __future__ import annotations

import re
from concurrent.futures import Executor, Future
from datetime import UTC, datetime
from email import message_from_bytes
from typing import Any

from watcher.core.outbox.model import Letter

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
KEY = b"k" * 32


class Inline(Executor):
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
