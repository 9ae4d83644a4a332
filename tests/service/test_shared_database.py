"""service/recovery.py and service/delivery.py, where several instances share a database: one key, a count that each keeps, and a commit
whose answer was lost."""

from datetime import timedelta

import pytest

from tests.office import OutboxServer, write_alerting_config
from tests.samples import MONDAY, inquiry, instance_named, letter
from tests.worlds import VirtualClock
from watcher.core.health.model import IncidentKind
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.leases.model import HOUSE
from watcher.core.outbox.model import LetterState
from watcher.edge.clock import SteppedClock
from watcher.edge.guard import GuardFile
from watcher.edge.store.store import Store, StoreError
from watcher.service import recovery
from watcher.service.app import App
from watcher.service.delivery import Delivery, DeliveryConfig, DeliveryHooks


@pytest.fixture
def database_url(postgresql):
    return postgresql.create_database()


@pytest.fixture(autouse=True)
def asked(store):
    with store.write_transaction() as tx:
        tx.inquiries.save(inquiry(number=0))


def place(tmp_path, name, store):
    """A state folder of its own, on the shared database."""
    (tmp_path / name).mkdir(exist_ok=True)
    guard = recovery.load_guard(tmp_path / name, store)
    with store.write_transaction() as tx:
        recovery.compare_with_guard(tx, guard, MONDAY)
    with store.read_transaction() as tx:
        recovery.bind_guard(tx, guard)
    return guard


def test_all_sign_with_the_key_of_the_first_and_a_file_keeps_its_own(tmp_path, store):
    first, second = place(tmp_path, "a", store), place(tmp_path, "b", store)
    assert first.signing_key == second.signing_key
    assert GuardFile.load_or_create(tmp_path / "b" / "guard.json").signing_key == first.signing_key
    file = Store(f"sqlite:///{tmp_path}/w.sqlite3")
    assert place(tmp_path, "c", file).signing_key != first.signing_key
    with file.read_transaction() as tx:
        assert tx.get_meta("signing_key") is None
    file.close()


def keep_count(store, guard, aborted=()):
    with store.write_transaction() as tx:
        recovery.keep_count(tx, guard, aborted, MONDAY)
        return tx.get_meta(recovery.HISTORY_LOST_AT), [one.kind for one in tx.incidents.list_open()]


def test_each_keeps_the_count_of_all_and_notices_what_the_database_forgot(tmp_path, store):
    first, second = place(tmp_path, "a", store), place(tmp_path, "b", store)
    for _ in range(3):
        with store.write_transaction() as tx:
            first.record_send_seq(tx.next_send_seq(), "m 1")
    assert keep_count(store, second) == (None, [])
    assert second.send_seq == 3
    with store.write_transaction() as tx:
        tx.folders.add_folder("sales", "INBOX", "inbox", 1, MONDAY, None)
        tx.set_meta("send_seq", "1")  # a server that has lost two commits has become the primary
    assert keep_count(store, second) == (MONDAY.isoformat(), [IncidentKind.DATABASE_OLDER])


def test_an_attempt_that_was_counted_and_certainly_not_made_is_no_loss(tmp_path, store):
    guard = place(tmp_path, "a", store)
    guard.record_send_seq(1, "m 1")
    assert keep_count(store, guard, {"m 1"}) == (None, [])
    assert keep_count(store, guard, {"other 1"})[0] is not None


@pytest.mark.parametrize("instant", ["before", "after"])
async def test_a_letter_whose_commit_was_not_answered_has_not_left_and_leaves_once(tmp_path, store, instant):
    with store.write_transaction() as tx:
        tx.letters.add_to_queue(letter(id=0))
    clock, server = VirtualClock(MONDAY), OutboxServer()

    async def last_look(mailboxes):
        return None

    delivery = Delivery(
        DeliveryConfig("sales", AcknowledgementLimits()), server, store, clock, place(tmp_path, "a", store),
        hooks=DeliveryHooks(last_look, lambda tx, one, now: one.data),
    )  # fmt: skip
    finished = []
    server.on_finish = lambda: finished.append(1)
    commits = []

    def lose_the_answer(when):
        if when == instant and server.offered:
            commits.append(when)
            if len(commits) == 1:
                raise StoreError("the server closed the connection")

    store.on_commit = lose_the_answer
    with pytest.raises(StoreError):
        await delivery.deliver_next()
    assert delivery.aborted_attempt and not finished
    for _ in range(2):
        clock.time += timedelta(hours=1)
        await delivery.deliver_next()
    with store.read_transaction() as tx:
        assert [one.state for one in tx.letters.list_by_state(set(LetterState))] == [LetterState.SENT]
    assert finished == [1]


async def test_monitors_see_who_shares_the_database(tmp_path, database_url, store):
    with store.write_transaction() as tx:
        tx.leases.add_instance(instance_named("a"), timedelta(hours=1))
        tx.leases.add_instance(instance_named("b"), timedelta(seconds=-1))
        for subject in (HOUSE, "sales"):
            tx.leases.take(subject, "a")
    config = write_alerting_config(tmp_path)
    app = App(
        config.model_copy(update={"watcher": config.watcher.model_copy(update={"database": database_url})}),
        SteppedClock(MONDAY),
    )
    await app.health.check(tells=False)
    metrics, page = (await app.pages.show_metrics()).body, (await app.pages.show_status()).body
    app.close()
    assert 'watcher_instances{state="alive"} 1.0\nwatcher_instances{state="silent"} 1.0\n' in metrics
    assert "watcher_mailboxes_watched 1.0\n" in metrics
    assert "Postfächer: 1; sendet Erinnerungen und Alarme" in page, "in the language of all people"
