"""Instances and leases on a real PostgreSQL, by the clock of the database."""

from datetime import timedelta

import psycopg
import pytest

from tests.samples import instance_named
from watcher.core.leases.model import HOUSE, Lease

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

LIFETIME = timedelta(seconds=30)


def test_an_instance_lives_by_the_clock_of_the_database_until_it_renews_itself_no_more(store):
    with store.write_transaction() as tx:
        added = tx.leases.add_instance(instance_named("a"), LIFETIME)
        assert added.started_at == added.renewed_at == added.expires_at - LIFETIME
        assert abs((tx.leases.now() - added.started_at).total_seconds()) < 600
    with store.write_transaction() as tx:
        assert tx.leases.list_instances() == [added]
        assert tx.leases.renew("a", {"sales"}, LIFETIME)
        (renewed,) = tx.leases.list_instances()
        assert renewed.expires_at > added.expires_at and renewed.started_at == added.started_at
        assert renewed.mailboxes == {"sales"}
        assert not tx.leases.renew("b", {"sales"}, LIFETIME)


def test_a_token_rises_with_every_holder_and_never_falls(store):
    with store.write_transaction() as tx:
        tokens = [tx.leases.take("sales", "a"), tx.leases.take(HOUSE, "a"), tx.leases.take("sales", "b")]
        assert tokens == [1, 1, 2]
        tx.leases.release("sales", "a")  # which is not its own any more
        assert tx.leases.list_leases() == [Lease(HOUSE, "a", 1), Lease("sales", "b", 2)]
        assert tx.leases.is_held("sales", "b", 2)
        assert not tx.leases.is_held("sales", "b", 1)
        assert not tx.leases.is_held("sales", "a", 2)
        tx.leases.release("sales", "b")
        assert tx.leases.list_leases()[1] == Lease("sales", "", 2)
        assert tx.leases.take("sales", "a") == 3


def test_who_leaves_holds_nothing(store):
    with store.write_transaction() as tx:
        tx.leases.add_instance(instance_named("a"), LIFETIME)
        tx.leases.take("sales", "a")
        tx.leases.take("info", "b")
        tx.leases.remove_instance("a")
        assert tx.leases.list_instances() == []
        assert tx.leases.list_leases() == [Lease("info", "b", 1), Lease("sales", "", 1)]


def test_a_ring_is_heard_when_its_transaction_has_committed(store, postgresql):
    url = store._engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as ear:
        ear.execute("LISTEN watcher")
        with store.write_transaction() as tx:
            tx.leases.ring()
            assert list(ear.notifies(timeout=0.05)) == []
        assert len(list(ear.notifies(timeout=30, stop_after=1))) == 1
