"""A loop that is none: the simulated servers answer at once, so a coroutine is simply run to its end, in this thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Generator
from concurrent.futures import Executor
from typing import Any, TypeVar

T = TypeVar("T")


class _Done:
    """Something to await that is there already."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __await__(self) -> Generator[Any, None, Any]:
        return self._value
        yield


class Inline(asyncio.AbstractEventLoop):
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


_LOOP = Inline()
