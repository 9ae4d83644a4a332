"""edge/http_server.py: pages for this machine, and nothing for anybody else."""

from __future__ import annotations

import asyncio

import pytest

from watcher.edge.http_server import MAX_REQUEST_OCTETS, Page, PageServer


@pytest.fixture
async def server():
    async def hello() -> Page:
        return Page("grüß Gott", "text/html; charset=utf-8")

    made = PageServer({"/": hello})
    await made.start("127.0.0.1", 0)
    yield made
    made.close()


async def ask(server, request: str, host: str | None = "127.0.0.1:9187") -> tuple[int, str, str]:
    """Status, head and body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    hosts = f"Host: {host}\r\n" if host is not None else ""
    writer.write(f"{request}\r\n{hosts}\r\n".encode())
    answer = (await reader.read()).decode()
    writer.close()
    head, _, body = answer.partition("\r\n\r\n")
    return int(head.split(" ")[1]) if head else 0, head, body


async def test_a_page_is_answered_whole_and_may_run_nothing(server):
    status, head, body = await ask(server, "GET /?x=1 HTTP/1.1")
    assert (status, body) == (200, "grüß Gott")
    assert "Content-Length: 11\r\n" in head
    assert "default-src 'none'" in head and "no-store" in head and "nosniff" in head


async def test_head_has_no_body(server):
    status, head, body = await ask(server, "HEAD / HTTP/1.0")
    assert (status, body) == (200, "") and "Content-Length: 11" in head


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET /nothing HTTP/1.1", 404),
        ("POST / HTTP/1.1", 405),
        ("GET /", 400),
        ("GET / SPDY/9", 400),
        ("", 400),
        ("GET /../etc/passwd HTTP/1.1", 404),
    ],
)
async def test_what_is_not_answered(server, request_line, status):
    assert (await ask(server, request_line))[0] == status


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:80", "[::1]:9187", "LOCALHOST"])
async def test_names_of_this_machine(server, host):
    assert (await ask(server, "GET / HTTP/1.1", host))[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:9187", "127.0.0.1.evil.example", "192.168.1.2", "", None]
)
async def test_a_page_of_a_stranger_reads_nothing_under_a_name_of_its_own(server, host):
    assert (await ask(server, "GET / HTTP/1.1", host))[0] == 403


async def test_a_request_without_end_is_dropped(server):
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"GET / HTTP/1.1\r\nX: " + b"x" * 3 * MAX_REQUEST_OCTETS)
    with pytest.raises((ConnectionError, AssertionError)):
        assert await reader.read() != b""
    writer.close()
    assert (await ask(server, "GET / HTTP/1.1"))[0] == 200
