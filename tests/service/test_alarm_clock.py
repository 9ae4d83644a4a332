"""The alarm clock rings every bell, again and again, until it is shut down."""

import asyncio

from watcher.service.alarm_clock import start_alarm_clock


async def test_every_bell_is_rung_again_and_again():
    bells = {"tick": asyncio.Event(), "heartbeat": asyncio.Event()}
    scheduler = await start_alarm_clock(bells, 0.01)
    for _ in range(2):
        for bell in bells.values():
            await bell.wait()
            bell.clear()
    scheduler.shutdown(wait=False)
