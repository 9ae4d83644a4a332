"""Threads for blocking IMAP calls, so many a host: a provider that accepts and stays silent holds its own threads, and no others.

Of one host, too, some mailboxes may hang while the others are well. So a call that takes long does not count any more: the next one
begins beside it. What is long is said by the calls that come through. A look that has begun goes on before another begins, and
what failed is tried again when nothing else waits. And a mailbox of which no look is known to have come through has its calls in a pool
of its kind: a hundred that try again and hang take their seconds from one another, and not from those that are well.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any, TypeVar

T = TypeVar("T")

#: Calls to one host at the same time that get on. Mailboxes that wait in IDLE hold no thread.
THREADS_PER_HOST = 8
#: A call that has taken so many seconds does not get on, whatever others take.
PATIENCE = 2.0
#: Nor does one that has taken so many times as long as a slow one of the last calls that came through (one in five is slower), but for
#: these seconds: a start finds out in passing how quick a host is, and then does not wait for those that hang.
PATIENCE_FACTOR = 4.0
MIN_PATIENCE = 0.1
_COMPARED_CALLS = 16
#: Threads a host may have, whatever hangs.
MAX_THREADS = 128
#: Seconds that a thread waits for another call: a look at a mailbox is four or five of them, and to start a thread costs both sides more
#: than most calls do.
REST_SECONDS = 1.0
#: Seconds between two looks at whether a call takes long, while others wait.
_WATCH_INTERVAL = 0.05


@dataclass(frozen=True, slots=True)
class HostCall:
    """Work that waits for a thread, and what becomes of it."""

    future: Future[Any]
    work: Callable[[], Any]

    def run(self) -> bool:
        """Has it come through?"""
        if not self.future.set_running_or_notify_cancel():
            return False
        try:
            result = self.work()
        except BaseException as error:
            self.future.set_exception(error)
            return False
        self.future.set_result(result)
        return True


class _Line(Executor):
    """A pool, for the calls of one of its lines."""

    def __init__(self, pool: PatientPool, line: deque[HostCall]) -> None:
        self._pool = pool
        self._line = line

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        return self._pool.enqueue_call(self._line, partial(fn, *args, **kwargs))


_Numbered = tuple[int, HostCall]


class PatientPool(Executor):
    """`limit` calls at a time; one that has taken longer than `patience` seconds, or much longer than others, no longer counts. `first`,
    `last`: the same threads, for calls that begin before any other, or when no other waits. What hangs is named at the end of the
    process."""

    def __init__(
        self,
        name: str,
        limit: int,
        patience: float = PATIENCE,
        most: int = MAX_THREADS,
        rest: float = REST_SECONDS,
    ) -> None:
        """`name` is shown where threads are named; `most`: threads, whatever hangs; `rest`: seconds that one waits for another call."""
        self._name = name
        self._limit = limit
        self._patience = patience
        self._most = most
        self._rest_seconds = rest
        self._lock = threading.Lock()
        self._lines: tuple[deque[HostCall], ...] = (deque(), deque(), deque())  # in the order in which they are served
        self.first, self._middle, self.last = (_Line(self, line) for line in self._lines)
        self._taken: deque[float] = deque(maxlen=_COMPARED_CALLS)  # seconds, by the last calls that came through
        self._resting: list[
            SimpleQueue[_Numbered | None]
        ] = []  # of each thread that waits for a call; the last came last
        self._began: dict[int, float] = {}  # by number of the call, since when a thread is at it
        self._numbers = count()
        self._is_watched = False
        self._closed = threading.Event()

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Begins as soon as there is room. RuntimeError: the pool is shut down."""
        return self._middle.submit(fn, *args, **kwargs)

    def enqueue_call(self, line: deque[HostCall], work: Callable[[], T]) -> Future[T]:
        """As `submit`, in a line of this pool. RuntimeError: it is shut down."""
        call = HostCall(Future(), work)
        with self._lock:
            if self._closed.is_set():
                raise RuntimeError("cannot schedule new futures after shutdown")
            line.append(call)
            self._begin_waiting()
        return call.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Nothing new is taken. Waits for nothing, whatever `wait` says: what still runs ends with its connection."""
        with self._lock:
            self._closed.set()
            while cancel_futures and (line := self._next_line()):
                line.popleft().future.cancel()
            while self._resting:
                self._resting.pop().put(None)

    def _next_line(self) -> deque[HostCall] | None:
        """Whose turn it is; None: nobody waits. The lock is held."""
        return next((line for line in self._lines if line), None)

    def _has_room(self) -> bool:
        """The lock is held."""
        patience = self._patience
        if self._taken:
            slow = sorted(self._taken)[len(self._taken) * 4 // 5]
            patience = min(patience, max(MIN_PATIENCE, PATIENCE_FACTOR * slow))
        since = monotonic() - patience
        return len(self._began) < self._most and sum(began > since for began in self._began.values()) < self._limit

    def _begin_waiting(self) -> None:
        """A thread for each call that may begin. The lock is held."""
        while (line := self._next_line()) is not None and self._has_room():
            number, call = self._take_waiting(line)
            if self._resting:
                self._resting.pop().put((number, call))
                continue
            try:
                self._start_thread(self._work_off_calls, number, call)
            except RuntimeError:  # the system gives us none now
                del self._began[number]
                line.appendleft(call)
                break
        if line is not None and not self._is_watched:
            self._start_thread(self._watch_slow_calls)
            self._is_watched = True

    def _take_waiting(self, line: deque[HostCall]) -> _Numbered:
        """The call that waits longest in this line has begun. The lock is held."""
        number, call = next(self._numbers), line.popleft()
        self._began[number] = monotonic()
        return number, call

    def _start_thread(self, work: Callable[..., None], *args: Any) -> None:
        threading.Thread(target=work, args=args, name=self._name).start()

    def _work_off_calls(self, number: int, call: HostCall) -> None:
        """One call after another, until none has come for a while."""
        inbox: SimpleQueue[_Numbered | None] = SimpleQueue()
        following: _Numbered | None = (number, call)
        while following is not None:
            number, call = following
            has_come_through = call.run()
            del call, following  # what it holds is not ours while we rest
            with self._lock:
                took = monotonic() - self._began.pop(number)
                if has_come_through:
                    self._taken.append(took)
                if (line := self._next_line()) is not None and self._has_room():
                    following = self._take_waiting(line)
                    continue
                if self._closed.is_set():
                    return
                self._resting.append(inbox)
            following = self._await_next_call(inbox)

    def _await_next_call(self, inbox: SimpleQueue[_Numbered | None]) -> _Numbered | None:
        """The next call; None: there is none for this thread."""
        with suppress(Empty):
            return inbox.get(timeout=self._rest_seconds)
        with self._lock:
            if inbox in self._resting:
                self._resting.remove(inbox)
                return None
        return inbox.get()  # it came in between

    def _watch_slow_calls(self) -> None:
        """Makes room when a call takes long."""
        while not self._closed.wait(_WATCH_INTERVAL):
            with self._lock:
                self._begin_waiting()
                if self._next_line() is None:
                    self._is_watched = False
                    return


class ThreadTurn:
    """When a mailbox has its turn. `is_proven`: its last look came through; `has_failed`: its last call did not."""

    def __init__(self, proven: PatientPool | None, unproven: PatientPool | None) -> None:
        """The pools of its host; None: threads of the event loop."""
        self._proven = proven
        self._unproven = unproven
        self.is_proven = self.has_failed = False

    def choose_line(self, begins_look: bool) -> Executor | None:
        """For a call that begins a look, or for one of a look that has begun."""
        pool = self._proven if self.is_proven else self._unproven
        if pool is None:
            return None
        if not begins_look:
            return pool.first
        return pool.last if self.has_failed else pool


class HostThreads:
    """Two pools for each host, made when they are first asked for: for mailboxes that are well, and for those not known to be."""

    def __init__(self, per_host: int = THREADS_PER_HOST) -> None:
        self._per_host = per_host
        self._pools: dict[tuple[str, bool], PatientPool] = {}

    def pool_of(self, host: str, *, is_proven: bool = True) -> PatientPool:
        """The pool of this host, by whatever case its name is written in (RFC 4343), for mailboxes whose last look came
        through or for others."""
        name = host.casefold().rstrip(".")
        if (name, is_proven) not in self._pools:
            self._pools[name, is_proven] = PatientPool(f"imap {name}", self._per_host)
        return self._pools[name, is_proven]

    def shut_down(self) -> None:
        """Waits for nothing: what still runs ends with its connection."""
        for pool in self._pools.values():
            pool.shutdown(cancel_futures=True)
