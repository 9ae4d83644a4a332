"""edge/imap/waits.py: a wait ends with what it waits for, with its time, or with a stop, and a cancellation is never lost."""

from __future__ import annotations

import asyncio

import pytest

from watcher.edge.imap.mailbox import MailboxStopped
from watcher.edge.imap.waits import Waits


async def wait_later(waits: Waits, timeout: float | None) -> tuple[asyncio.Future[None], asyncio.Task[bool]]:
    """A wait that has begun, and what it waits for."""
    waited = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(waits.wait_for(waited, timeout))
    await asyncio.sleep(0)
    return waited, waiting


async def test_it_ends_with_what_is_waited_for():
    waited, waiting = await wait_later(Waits(), None)
    assert not waiting.done()
    waited.set_result(None)
    assert await waiting is True
    assert await Waits().wait_for(waited, 0) is True, "it is done already"


async def test_it_ends_with_its_time_and_what_is_waited_for_goes_on():
    waited, waiting = await wait_later(Waits(), 0.01)
    assert await waiting is False
    assert not waited.done()


async def test_a_failure_is_left_to_whoever_asks_for_the_result():
    waited, waiting = await wait_later(Waits(), 60)
    waited.set_exception(ValueError("no"))
    assert await waiting is True
    with pytest.raises(ValueError, match="no"):
        waited.result()


async def test_a_stop_ends_every_wait_and_those_to_come():
    waits = Waits()
    rows = [await wait_later(waits, timeout) for timeout in (None, 60)]
    waits.end_all_waits()
    for waited, waiting in rows:
        with pytest.raises(MailboxStopped):
            await waiting
        assert not waited.done()
        with pytest.raises(MailboxStopped):
            await waits.wait_for(waited, None)


@pytest.mark.parametrize("is_done_too", [False, True])
async def test_a_cancellation_is_not_swallowed_in_the_turn_in_which_the_wait_ends_either(is_done_too):
    waited, waiting = await wait_later(Waits(), 60)
    if is_done_too:
        waited.set_result(None)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert waiting.cancelled()
    assert waited.done() is is_done_too
