"""Real mail against "whose answer is it?": a slice of the support mailbox, and machines' mail that names an open inquiry."""

from __future__ import annotations

import pytest

from tests import raid
from tests.memory import Desk

needs_raid = pytest.mark.skipif(
    not raid.FOLDER.is_dir(), reason=f"no corpus at {raid.FOLDER}: name one in WATCHER_CORPUS"
)


async def replay(of: list[raid.Thread]) -> raid.Figures:
    """Threads in time order through the real intake; its letters are filed under Sent as they are queued."""
    mails = raid.in_order(mail for thread in of for mail in thread.mails)
    desk, told = Desk(raid.MAILBOX, raid.staff(of), mails[0].at), raid.Told()
    await desk.begin()
    for batch in raid.batches(mails):
        for mail in batch:
            desk.shelf.put(mail.folder, mail.raw, mail.at)
        await desk.look(batch[-1].at)
        for letter in desk.letters():
            desk.shelf.put("Sent", raid.filed(letter.data), batch[-1].at)
        with desk.store.begin() as tx:
            told.watch(tx)
    await desk.look(mails[-1].at)
    with desk.store.begin() as tx:
        told.watch(tx)
        return raid.compare(of, told, tx)


@needs_raid
async def test_a_real_support_mailbox():
    """A fifth of it; the whole of it on a real server is `python -m tests.replay`, figures in docs/figures.md."""
    figures = await replay(raid.threads(5))
    print(figures.table(), *figures.misses, sep="\n")
    hits, n = figures.share(raid.ANSWERED)
    assert n > 50
    assert hits >= 0.98 * n
    for what in (raid.WRONGLY, raid.ELSEWHERE, raid.MACHINE):
        assert figures.share(what)[0] == 0, what
