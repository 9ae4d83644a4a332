"""edge/server_probe.py against servers that follow a script; the real ones are in tests/service/checkup/test_servers.py."""

from __future__ import annotations

import asyncio

import pytest

from tests.servers.scripted import ScriptedSmtp
from watcher.edge.server_probe import ProbeTarget, probe_server


async def probe(script: dict, tls: str, protocol: str = "smtp"):
    async with ScriptedSmtp(**script) as server:
        return await asyncio.to_thread(probe_server, ProbeTarget("127.0.0.1", server.port, protocol, tls))


@pytest.mark.parametrize(
    ("script", "tls", "mode"),
    [
        ({}, "off", "off"),
        ({}, "starttls", "off"),
        ({}, "implicit", "off"),
        ({"banner": "close"}, "starttls", "silent"),
        ({"banner": "reset"}, "implicit", "silent"),
        ({"banner": b"SSH-2.0-OpenSSH_9.2\r\n"}, "implicit", "silent"),
    ],
)
async def test_what_listens_there(script, tls, mode):
    found = await probe(script, tls)
    assert found.mode == mode, found


async def test_a_server_that_offers_no_starttls_says_so():
    found = await probe({"ehlo": b"250 mx.example\r\n"}, "starttls")
    assert (found.mode, found.error != "") == ("off", True)
