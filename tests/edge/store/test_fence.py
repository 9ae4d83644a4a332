"""Whoever has lost a lease writes nothing, whatever it believes."""

import pytest

from watcher.edge.store.fence import FencedStore, LeaseLostError

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


def take(store, holder):
    with store.write_transaction() as tx:
        return tx.leases.take("sales", holder)


async def test_only_the_holder_of_the_last_token_writes(store):
    first = take(store, "a")
    mine = FencedStore(store, "sales", "a", lambda: first)
    await mine.run_write(lambda tx: tx.set_meta("who", "a"))
    second = take(store, "b")
    with pytest.raises(LeaseLostError, match="another instance has taken over sales"):
        await mine.run_write(lambda tx: tx.set_meta("who", "a again"))
    assert await mine.run_read(lambda tx: tx.get_meta("who")) == "a"
    await FencedStore(store, "sales", "b", lambda: second).run_write(lambda tx: tx.set_meta("who", "b"))
    take(store, "a")  # the old loop of the same process is not the new one
    with pytest.raises(LeaseLostError):
        await mine.run_write(lambda tx: tx.set_meta("who", "a again"))


async def test_who_holds_nothing_asks_nobody(store):
    with pytest.raises(LeaseLostError, match="digests and alerts"):
        await FencedStore(store, "", "a", lambda: None).run_write(lambda tx: tx.set_meta("who", "a"))
