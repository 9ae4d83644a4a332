"""A backlog is read and classified in a process beside this one, which decides and stores meanwhile; it ends with the backlog.

Both take about as long, and the interpreter runs one thread at a time. One such process serves all mailboxes: a second would wait for
this one. It is sent a batch while it reads another, so that it need not wait for this process either.
Without it, or when it dies, messages are read here: slower, and nothing else.
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

from watcher.core.message.model import FetchedMessage, OwnIdentity
from watcher.core.rules.rule_set import RuleSet
from watcher.service.message_intake import ClassificationResult, MessageIntake
from watcher.service.reading_worker import LENGTH_OCTETS, PIPE_SIZE, Answer, frame

log = logging.getLogger("watcher.intake")

#: Messages to read in one look from which on a process is worth its start, which takes about a second of a processor.
MIN_BACKLOG_SIZE = 500
#: While the process reads one, the next lies ready for it.
BATCHES_AT_ONCE = 2
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
        self._sending = asyncio.Lock()  # one request after the other
        self._answering = asyncio.Lock()  # in the same order
        self._told_sources: tuple[tuple[str, bytes], ...] | None = None  # the rules that it knows
        self.process: Process | None = None

    @asynccontextmanager
    async def read_backlog(self, count: int) -> AsyncIterator[int]:
        """While `count` messages are read. How many batches are best asked for at once."""
        if not self._is_worthwhile or count < self._min_size:
            yield 1
            return
        self._readers += 1
        try:
            yield BATCHES_AT_ONCE
        finally:
            self._readers -= 1
            if not self._readers:
                self._has_failed = False
                await self._end_process(self.process)

    async def classify_batch(
        self, arrivals: Sequence[FetchedMessage], intake: MessageIntake
    ) -> list[tuple[FetchedMessage, ClassificationResult]]:
        """What they say and what they are, in their order: by the process where there is a backlog, and here what it did not do."""
        answer = await self._ask_process(arrivals, intake) if self._readers else None
        results = answer or [None] * len(arrivals)
        left = [arrival for arrival, result in zip(arrivals, results, strict=True) if result is None]
        done = iter(await asyncio.to_thread(intake.classify_arrivals, left) if left else ())
        return [(arrival, result or next(done)) for arrival, result in zip(arrivals, results, strict=True)]

    async def _ask_process(self, arrivals: Sequence[FetchedMessage], intake: MessageIntake) -> Answer | None:
        """None: it cannot be asked, or of nothing. Where it ended because somebody else gave up, another one is asked."""
        ruleset, own = intake.config.ruleset, intake.config.policy.own_addresses
        process: Process | None = None
        while arrivals and _is_sendable(ruleset) and not self._has_failed:
            failure = ""
            try:
                async with self._sending, asyncio.timeout(ANSWER_TIMEOUT):
                    process = self.process = self.process or await self._start_process()
                    await self._send_request(process, ruleset, own, arrivals)
                async with self._answering:  # nothing is waited for in between: who asks first is answered first
                    if process is self.process:
                        async with asyncio.timeout(ANSWER_TIMEOUT):
                            answer = await _read_answer(process)
                        if len(answer) == len(arrivals):
                            return answer
                        failure = f"{len(answer)} answers for {len(arrivals)} messages"
            except Exception as error:  # whatever it is, nothing is lost by it
                failure = f"{type(error).__name__}: {error}"
            except BaseException:
                await self._end_process(process)  # somebody else would have the answer to this
                raise
            if process is self.process and failure:
                log.warning("the process that reads the backlog is gone, messages are read here: %s", failure)
                self._has_failed = True
                await self._end_process(process)
        return None

    async def _start_process(self) -> Process:
        self._told_sources = None
        return await asyncio.create_subprocess_exec(
            self._python, "-I", "-c", _START, *sys.path,
            stdin=PIPE, stdout=PIPE, stderr=asyncio.subprocess.DEVNULL, start_new_session=True, limit=PIPE_SIZE,
        )  # fmt: skip

    async def _send_request(
        self, process: Process, ruleset: RuleSet, own: OwnIdentity, arrivals: Sequence[FetchedMessage]
    ) -> None:
        """The texts of the rules only where it does not know them: they are as long as a batch."""
        sources = None if self._told_sources == ruleset.sources else ruleset.sources
        self._told_sources = ruleset.sources
        assert process.stdin is not None
        process.stdin.write(frame((sources, own, arrivals)))
        await process.stdin.drain()

    async def _end_process(self, process: Process | None) -> None:
        """It ends with its input, and is killed where it does not: it has nothing to lose. Nothing where there is another by now."""
        if process is None or process is not self.process:
            return
        self.process = None
        if process.stdin is not None:
            process.stdin.close()
        try:
            async with asyncio.timeout(self._end_timeout):
                await process.wait()
        except BaseException as error:
            process.kill()
            if not isinstance(error, TimeoutError):
                raise
            await process.wait()


async def _read_answer(process: Process) -> Answer:
    source = process.stdout
    assert source is not None
    length = int.from_bytes(await source.readexactly(LENGTH_OCTETS), "big")
    answer: Answer = pickle.loads(await source.readexactly(length))  # noqa: S301 (of a process of ours)
    return answer


def _is_sendable(ruleset: RuleSet) -> bool:
    """Is it known from which texts it was made? Compiled rules do not go over a pipe."""
    return bool(ruleset.sources) or not ruleset.rules
