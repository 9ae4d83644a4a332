"""A backlog is read and classified in a process beside this one, which decides and stores meanwhile; it ends with the backlog.

Both take about as long, and the interpreter runs one thread at a time. One such process serves all mailboxes: a second would wait
for this one. Without it, or when it dies, messages are read here: slower, and nothing else.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from watcher.core.message.model import FetchedMessage
from watcher.core.rules.rule_set import RuleSet
from watcher.service.message_intake import ClassificationResult, MessageIntake
from watcher.service.reading_worker import LENGTH_OCTETS, Answer, frame

log = logging.getLogger("watcher.intake")

#: Messages to read in one look from which on a process is worth its start, which takes about a second of a processor.
MIN_BACKLOG_SIZE = 500
#: Seconds until a batch is given up; its messages take a tenth of one at worst (`LIMITS`).
ANSWER_TIMEOUT = 60.0

#: Seconds that it has to end: a stop waits for it.
END_TIMEOUT = 0.5

#: The same modules as here, wherever they came from, and nothing else that an environment names (python -I).
_START = "import sys; sys.path[:] = sys.argv[1:]; from watcher.service.reading_worker import main; main()"


def count_processors() -> int:
    """Those that this process may run on (sched_getaffinity(2)), where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class BacklogReader:
    """`processors`: how many there are; with one there is no second process. `min_size`: messages of a backlog. `end_timeout`: seconds
    until a process that does not end is killed. `process`: the one that runs now, by `python`."""

    def __init__(
        self,
        processors: int | None = None,
        python: str = sys.executable,
        min_size: int = MIN_BACKLOG_SIZE,
        end_timeout: float = END_TIMEOUT,
    ) -> None:
        self._is_worthwhile = (processors or count_processors()) > 1
        self._min_size = min_size
        self._end_timeout = end_timeout
        self._python = python
        self._readers = 0  # backlogs that are being read
        self._has_failed = False  # since there was none
        self._lock = asyncio.Lock()  # one batch at a time
        self.process: Process | None = None

    @asynccontextmanager
    async def reading(self, count: int) -> AsyncIterator[None]:
        """While `count` messages are read."""
        if not self._is_worthwhile or count < self._min_size:
            yield
            return
        self._readers += 1
        try:
            yield
        finally:
            self._readers -= 1
            if not self._readers:
                self._has_failed = False
                await self._end_process()

    async def classify_batch(
        self, arrivals: Sequence[FetchedMessage], intake: MessageIntake
    ) -> list[tuple[FetchedMessage, ClassificationResult]]:
        """What they say and what they are, in their order: by the process where there is a backlog, and here what it did not do."""
        found = await self._ask_process(arrivals, intake) if self._readers else None
        answer: Answer = found if found is not None else [None] * len(arrivals)
        return await asyncio.to_thread(
            lambda: [
                (arrival, result if result is not None else intake.classify_arrival(arrival))
                for arrival, result in zip(arrivals, answer, strict=True)
            ]
        )

    async def _ask_process(self, arrivals: Sequence[FetchedMessage], intake: MessageIntake) -> Answer | None:
        """None: it cannot be asked."""
        ruleset, own = intake.config.ruleset, intake.config.policy.own_addresses
        if not _is_sendable(ruleset):
            return None
        async with self._lock:
            if self._has_failed:
                return None
            try:
                request = frame((ruleset.sources, own, arrivals))
                async with asyncio.timeout(ANSWER_TIMEOUT):
                    answer = await self._exchange(request)
                if len(answer) == len(arrivals):
                    return answer
                failure = f"{len(answer)} answers for {len(arrivals)} messages"
            except Exception as error:  # whatever it is, nothing is lost by it
                failure = f"{type(error).__name__}: {error}"
            except BaseException:
                await self._end_process()  # somebody else would have the answer to this
                raise
            log.warning("the process that reads the backlog is gone, messages are read here: %s", failure)
            self._has_failed = True
            await self._end_process()
            return None

    async def _exchange(self, request: bytes) -> Answer:
        if self.process is None:
            self.process = await asyncio.create_subprocess_exec(
                self._python, "-I", "-c", _START, *sys.path,
                stdin=PIPE, stdout=PIPE, stderr=asyncio.subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        source, sink = self.process.stdout, self.process.stdin
        assert source is not None
        assert sink is not None
        sink.write(request)
        await sink.drain()
        length = int.from_bytes(await source.readexactly(LENGTH_OCTETS), "big")
        answer: Answer = pickle.loads(await source.readexactly(length))  # noqa: S301 (of a process of ours)
        return answer

    async def _end_process(self) -> None:
        """It ends with its input, and is killed where it does not: it has nothing to lose."""
        process, self.process = self.process, None
        if process is None or process.stdin is None:
            return
        process.stdin.close()
        try:
            async with asyncio.timeout(self._end_timeout):
                await process.wait()
        except BaseException as error:
            process.kill()
            if not isinstance(error, TimeoutError):
                raise
            await process.wait()


def _is_sendable(ruleset: RuleSet) -> bool:
    """Is it known from which texts it was made? Compiled rules do not go over a pipe."""
    return bool(ruleset.sources) or not ruleset.rules
