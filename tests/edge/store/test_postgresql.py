"""What is PostgreSQL's alone, on a real one."""

import psycopg
import pytest

from watcher.edge.store.store import DatabaseInUseError, Store, StoreError


@pytest.fixture
def url(postgresql):
    return postgresql.create_database()


def end_sessions(url, where):
    with psycopg.connect(url, autocommit=True) as session:
        session.execute(
            f"select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and {where}"
        )


def test_a_second_service_on_a_database_is_refused_while_the_first_lives(url):
    first, second = Store(url), Store(url)
    first.claim_service()
    with pytest.raises(DatabaseInUseError, match="another Watcher runs on this database"):
        second.claim_service()
    first.close()
    second.claim_service()
    second.close()


def test_a_claim_that_the_server_forgot_is_made_again_unless_another_was_faster(url):
    first, second = Store(url), Store(url)
    first.claim_service()
    end_sessions(url, "datname = current_database()")
    first.verify_claim()
    with pytest.raises(DatabaseInUseError):
        second.claim_service()
    end_sessions(url, "datname = current_database()")
    second.claim_service()
    with pytest.raises(DatabaseInUseError):
        first.verify_claim()
    first.close()
    second.close()


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
