"""A word to systemd (sd_notify(3)); nothing at all where no one listens. And is a stream its journal (systemd.exec(5))?"""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import TextIO


def send_state(state: str) -> None:
    """Sends `READY=1`, `WATCHDOG=1`, `STOPPING=1`, … to $NOTIFY_SOCKET. Never raises: the service works without it."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as channel:
        channel.connect(address.replace("@", "\0", 1))
        channel.sendall(state.encode())


def is_journal(stream: TextIO) -> bool:
    """Does it lead into the journal, which takes a line's priority from its beginning (`<4>`, sd-daemon(3))? systemd says by device and
    inode which stream does, for it may have been redirected since."""
    try:
        found = os.fstat(stream.fileno())
    except (OSError, ValueError):  # closed, or none of the system's
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{found.st_dev}:{found.st_ino}"
