"""What is PostgreSQL's alone, on a real one."""

import psycopg
import pytest

from watcher.edge.store.store import Store, StoreError


@pytest.fixture
def url(postgresql):
    return postgresql.create_database()


def end_sessions(url, where):
    with psycopg.connect(url, autocommit=True) as session:
        session.execute(
            f"select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and {where}"
        )


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
