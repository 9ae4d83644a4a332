"""What is PostgreSQL's alone, on a real one."""

import psycopg
import pytest

from tests.servers.database import end_sessions
from watcher.edge.store.store import Store, StoreError


@pytest.fixture
def url(postgresql):
    return postgresql.create_database()


def test_a_service_that_sleeps_in_a_transaction_loses_it(url):
    store = Store(url)
    with store.read_transaction() as tx:
        assert tx.connection.exec_driver_sql("show idle_in_transaction_session_timeout").scalar() == "10s"
    with pytest.raises(StoreError), store.write_transaction() as tx:
        tx.set_meta("half", "done")
        end_sessions(url, "state = 'idle in transaction'")
        tx.set_meta("half", "more")
    with store.read_transaction() as tx:
        assert tx.get_meta("half") is None
    store.close()


def test_a_commit_that_was_answered_is_kept_whatever_the_server_prefers(url):
    store = Store(url)
    with store.read_transaction() as tx:
        assert tx.connection.exec_driver_sql(
            "select reset_val from pg_settings where name = 'synchronous_commit'"
        ).scalar()
        assert tx.connection.exec_driver_sql("show synchronous_commit").scalar() == "on"
    store.close()


def test_a_server_that_became_a_standby_is_told_left_and_found_again(url):
    store = Store(url)
    with store.read_transaction() as tx:
        before = tx.connection.exec_driver_sql("select pg_backend_pid()").scalar()
    name = url.partition("@/")[2].partition("?")[0]
    with psycopg.connect(url, autocommit=True) as session:
        session.execute(f"alter database {name} set default_transaction_read_only = on")
    end_sessions(url, "datname = current_database()")
    for _ in range(2):
        with pytest.raises(StoreError, match="standby"), store.write_transaction() as tx:
            tx.set_meta("a", "b")
    with psycopg.connect(url, autocommit=True) as session:
        session.execute("set default_transaction_read_only = off")
        session.execute(f"alter database {name} reset default_transaction_read_only")
    with store.write_transaction() as tx:  # by a new connection: the one that was read-only is gone
        tx.set_meta("a", "b")
        assert tx.connection.exec_driver_sql("select pg_backend_pid()").scalar() != before
    store.close()


def test_what_a_server_that_has_no_room_or_is_gone_says_comes_with_advice(postgresql):
    full = postgresql.create_database()
    name = full.partition("@/")[2].partition("?")[0]
    with psycopg.connect(full, autocommit=True) as session:
        session.execute("create role limited login connection limit 0")
        session.execute(f"grant all on database {name} to limited")
    with pytest.raises(StoreError, match="max_connections"):
        Store(full.replace("watcher@", "limited@"))
    with pytest.raises(StoreError, match="stopped, or is starting; nothing is lost"):
        Store(full.replace("host=", "host=/nowhere"))
