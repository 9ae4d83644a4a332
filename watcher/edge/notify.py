"""A word to systemd (sd_notify(3)); nothing at all where no one listens."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


def send_state(state: str) -> None:
    """Sends `READY=1`, `WATCHDOG=1`, `STOPPING=1`, … to $NOTIFY_SOCKET. Never raises: the service works without it."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
        channel.connect(address.replace("@", "\0", 1))
        channel.sendall(state.encode())
