"""The end of the process: what was told to stop has a while for it, what does not end is named, and nothing is waited for without end.

`asyncio.run` waits for the last thread, and the interpreter does so again: a name server that does not answer would hold both, until
systemd kills what it takes for stuck, and the next start would take that for a crash.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
import time
from collections.abc import Collection, Coroutine
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

import watcher

T = TypeVar("T")
log = logging.getLogger("watcher")

#: Seconds a cancelled task has to end, and a thread after everything that it might serve has ended.
CANCELLATION_GRACE = 2.0
_CANCELLATION_INTERVAL = 0.25
_PACKAGE = str(Path(watcher.__file__).parent)


async def end_tasks(tasks: Collection[asyncio.Task[Any]], grace: float) -> None:
    """Waits `grace` seconds for tasks that were told to stop, then cancels what is left, and names what does not end even so.

    Again and again: a cancellation may be lost, where code that is not ours waits by `asyncio.wait_for` (CPython 3.11).
    """
    running = {task for task in tasks if not task.done()}
    if running and grace > 0:
        _, running = await asyncio.wait(running, timeout=grace)
    if running and grace > 0:
        log.warning("cancelled, still running %.0f s after the stop: %s", grace, _describe_tasks(running))
    end = time.monotonic() + CANCELLATION_GRACE
    while running and time.monotonic() < end:
        for task in running:
            task.cancel()
        _, running = await asyncio.wait(running, timeout=_CANCELLATION_INTERVAL)
    if running:
        log.error("left behind, it does not end: %s", _describe_tasks(running))


def run_to_end(main: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`, but what does not end is left behind: a task, or a thread."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        return loop.run_until_complete(main)
    finally:
        loop.run_until_complete(end_tasks(asyncio.all_tasks(loop), 0.0))
        loop.run_until_complete(loop.shutdown_asyncgens())
        asyncio.set_event_loop(None)
        loop.close()


def end_process_if_held(before: Collection[threading.Thread], code: int) -> None:
    """Ends the process with `code` where a thread that was not there `before` would hold the interpreter; names it. One that holds it not
    (a daemon) and works on ends it too: taken down inside a library, it might end the process by SIGABRT (CPython 3.11)."""
    end = time.monotonic() + CANCELLATION_GRACE
    known = (*before, threading.current_thread())
    ours = [thread for thread in threading.enumerate() if thread not in known]
    for thread in ours:
        thread.join(max(0.0, end - time.monotonic()))
    alive = [thread for thread in ours if thread.is_alive()]
    if held := [thread for thread in alive if not thread.daemon]:
        log.warning("left behind, it does not end: %s", ", ".join(map(_describe_thread, held)))
    if alive:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def _describe_tasks(tasks: Collection[asyncio.Task[Any]]) -> str:
    return ", ".join(sorted(f"{task.get_name()} {_innermost_place(_await_chain(task))}".strip() for task in tasks))


def _describe_thread(thread: threading.Thread) -> str:
    frame, chain = sys._current_frames().get(thread.ident or 0), list[FrameType]()
    while frame is not None:
        chain.insert(0, frame)
        frame = frame.f_back
    return f"{thread.name} {_innermost_place(chain)}".strip()


def _await_chain(task: asyncio.Task[Any]) -> list[FrameType]:
    """Frames of the coroutines that wait for one another, the outermost first."""
    waiting: Any = task.get_coro()
    chain = []
    while (frame := getattr(waiting, "cr_frame", None)) is not None:
        chain.append(frame)
        waiting = waiting.cr_await
    return chain


def _innermost_place(chain: Collection[FrameType]) -> str:
    """Where in Watcher it waits: "(in open_connection)"; "" where no line of ours is on the way."""
    ours = [frame.f_code.co_name for frame in chain if frame.f_code.co_filename.startswith(_PACKAGE)]
    return f"(in {ours[-1]})" if ours else ""
