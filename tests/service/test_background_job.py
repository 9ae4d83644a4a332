"""service/background_job.py: one piece of work at a time, whose failure is heard, and which can be given up."""

from __future__ import annotations

import asyncio

import pytest

from watcher.service.background_job import BackgroundJob


async def test_another_may_begin_when_the_last_one_has_ended():
    job, gate = BackgroundJob("ping"), asyncio.Event()

    async def wait_for_gate() -> None:
        await gate.wait()

    assert job.may_begin()
    job.begin_work(wait_for_gate())
    assert not job.may_begin()
    gate.set()
    await asyncio.wait({job.task})
    assert job.may_begin()


async def test_what_nobody_foresaw_is_raised_by_who_would_begin_the_next():
    async def fail() -> None:
        raise ZeroDivisionError

    job = BackgroundJob("ping")
    job.begin_work(fail())
    await asyncio.wait({job.task})
    with pytest.raises(ZeroDivisionError):
        job.may_begin()


async def test_what_was_given_up_has_ended_and_is_no_failure():
    job = BackgroundJob("ping")
    await job.give_up()
    job.begin_work(asyncio.sleep(3600))
    await job.give_up()
    assert job.task.cancelled()
    assert job.may_begin()
