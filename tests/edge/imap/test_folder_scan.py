"""edge/imap/folder_scan.py: a list that is not as long as the server's count is asked for again, and not for ever."""

from __future__ import annotations

import pytest

from tests.servers.scripted import LOGGED_IN, Reply, ScriptedImap, strange_mailbox
from watcher.edge.imap.folder_scan import SCAN_ATTEMPTS


class Forgetful(ScriptedImap):
    """Counts two messages, and lists one in so many of its first answers."""

    def __init__(self, times: int) -> None:
        super().__init__(LOGGED_IN)
        self.times = times

    def reply_to(self, command: str) -> Reply | None:
        if not command.startswith("UID SEARCH"):
            return None
        self.times -= 1
        return b"* SEARCH 1\r\n{tag} OK done\r\n" if self.times >= 0 else None


@pytest.mark.parametrize(
    ("times", "uids", "lists"), [(0, {1, 2}, 1), (1, {1, 2}, 2), (SCAN_ATTEMPTS, {1}, SCAN_ATTEMPTS)]
)
async def test_a_list_is_asked_for_until_it_is_whole(times, uids, lists):
    async with Forgetful(times) as server:
        box = strange_mailbox(server.port, timeout=5.0)
        found = await box.scan_folder("INBOX")
        await box.close_connections()
    assert (found.uids, found.exists, found.uidvalidity) == (uids, 2, 7)
    assert sum(command.startswith("UID SEARCH") for command in server.commands) == lists
    assert sum(command.startswith("EXAMINE") for command in server.commands) == lists
