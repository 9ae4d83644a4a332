"""Who watches what, as `status` shows it."""

from datetime import timedelta

import psycopg
import pytest

from tests.samples import inquiry, instance_named
from watcher.cli import instances
from watcher.core.leases.model import HOUSE
from watcher.edge.store.store import Store


@pytest.fixture
def database_url(postgresql):
    return postgresql.create_database()


def test_the_living_and_the_dead_are_shown_with_what_they_watch(store):
    with store.write_transaction() as tx:
        tx.leases.add_instance(instance_named("a"), timedelta(hours=1))
        tx.leases.add_instance(instance_named("b"), timedelta(seconds=-1))
        for subject in (HOUSE, "sales"):
            tx.leases.take(subject, "a")
        tx.leases.take("info", "b")
        living, dead = instances.instance_rows(tx)
    assert (living["alive"], living["watches"], living["sends_digests"]) == (True, ["sales"], True)
    assert (dead["alive"], dead["watches"], dead["sends_digests"]) == (False, ["info"], False)
    assert instances.find_watcher([living, dead], "sales") == "host process 17"
    assert instances.find_watcher([living, dead], "info") is None
    assert instances.instance_line(living) == "ok  instance host process 17: watches 1 mailboxes, digests and alerts"
    assert instances.instance_line(dead).startswith("!!  instance host process 17: silent since 20")


def test_a_file_has_one_process_and_no_rows(tmp_path):
    store = Store(f"sqlite:///{tmp_path}/watcher.sqlite3")
    with store.read_transaction() as tx:
        assert instances.instance_rows(tx) == []
    store.close()


def test_a_command_rings_for_the_instances(call, configured, postgresql):
    url = postgresql.create_database()
    text = (configured / "config.toml").read_text().replace("[watcher]", f'[watcher]\ndatabase = "{url}"', 1)
    assert url in text
    (configured / "config.toml").write_text(text)
    store = Store(url)
    with store.write_transaction() as tx:
        number = tx.inquiries.save(inquiry(number=0)).number
    with psycopg.connect(url, autocommit=True) as ear:
        ear.execute("LISTEN watcher")
        assert call("list").exit_code == 0
        assert list(ear.notifies(timeout=0.05)) == [], "who only looks changes nothing"
        assert call("done", str(number)).exit_code == 0
        assert len(list(ear.notifies(timeout=30, stop_after=1))) == 1
    store.close()
