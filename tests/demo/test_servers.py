"""demo/servers.py: the embedded servers, on a machine of any speed."""

from __future__ import annotations

import asyncio

import pytest

from watcher.demo.servers import EmbeddedImapServer


class HurriedLoop(asyncio.SelectorEventLoop):
    """On its clock everything else is a hundred times slower."""

    def time(self) -> float:
        return super().time() * 100


def test_a_server_that_takes_its_time_to_start_is_waited_for(tmp_path):
    server = EmbeddedImapServer(tmp_path)
    try:
        with asyncio.Runner(loop_factory=HurriedLoop) as runner:
            runner.run(server.wait_until_ready())
    finally:
        server.stop()


async def test_one_that_has_ended_is_not(tmp_path):
    server = EmbeddedImapServer(tmp_path)
    server.stop()
    with pytest.raises(RuntimeError, match=r"see pymap\.log"):
        await server.wait_until_ready()
