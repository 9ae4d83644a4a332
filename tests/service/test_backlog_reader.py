"""service/backlog_reader.py: what a process beside this one reads is what would have been read here."""

from __future__ import annotations

import asyncio
import signal
from datetime import timedelta

import pytest

from tests.bench.mail import made_mail
from tests.samples import MONDAY, ROOT, RULES, TEMPLATES, policy
from tests.worlds import KEY, Mailroom, MemoryMailbox
from watcher.core.message.model import Address, FetchedMessage, FolderRole, Locator, OwnIdentity, Unreadable
from watcher.core.rules.rule_set import RuleSet
from watcher.edge.clock import Clock
from watcher.edge.store.store import Store
from watcher.service.backlog_reader import MIN_BACKLOG_SIZE, BacklogReader
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig

MESSAGES = Mailroom().intake.messages
OCTETS = [
    *(path.read_bytes() for path in sorted((ROOT / "tests" / "field").glob("*.eml"))),
    *made_mail(18, 40, MONDAY),
    b"",
    b"no header at all",
    b"From: a@b.example\nSubject: =?utf-8?q?=FF?=\n\n\xff\xfe\n",
]
ARRIVALS = [
    FetchedMessage(Locator("sales", "INBOX", 1, uid), FolderRole.INBOX, raw, MONDAY, len(raw), ("\\Seen",), "t1")
    for uid, raw in enumerate(OCTETS, 1)
]


def read_here():
    return [(arrival, MESSAGES.classify_arrival(arrival)) for arrival in ARRIVALS]


async def test_both_say_the_same_of_every_message_in_the_same_order():
    reader = BacklogReader(processors=2, end_timeout=60.0)
    async with reader.reading(MIN_BACKLOG_SIZE):
        found = await reader.classify_batch(ARRIVALS, MESSAGES)
        process = reader.process
    assert found == read_here()
    assert any(isinstance(result, Unreadable) for _, result in found)
    assert process.returncode == 0, "it ends by itself"
    assert reader.process is None
    kept = next(result[0] for _, result in found if not isinstance(result, Unreadable))
    assert {"own_text", "text_digest"} <= vars(kept).keys(), "what the transaction asks for is made there"


@pytest.mark.parametrize(("processors", "count"), [(1, 10 * MIN_BACKLOG_SIZE), (2, MIN_BACKLOG_SIZE - 1)])
async def test_few_messages_or_one_processor_are_no_matter_for_a_process(processors, count):
    reader = BacklogReader(processors)
    async with reader.reading(count):
        assert await reader.classify_batch(ARRIVALS, MESSAGES) == read_here()
        assert reader.process is None


async def test_a_process_that_is_killed_while_it_reads_is_nothing_but_slower(caplog):
    reader = BacklogReader(processors=2)
    async with reader.reading(MIN_BACKLOG_SIZE):
        await reader.classify_batch(ARRIVALS[:3], MESSAGES)
        process = reader.process
        process.send_signal(signal.SIGSTOP)
        batch = asyncio.ensure_future(reader.classify_batch(ARRIVALS, MESSAGES))
        await asyncio.sleep(0)
        process.kill()
        assert await batch == read_here()
        assert await reader.classify_batch(ARRIVALS, MESSAGES) == read_here()
        assert reader.process is None, "what kills it may kill it again"
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    async with reader.reading(MIN_BACKLOG_SIZE):
        await reader.classify_batch(ARRIVALS[:3], MESSAGES)
        assert reader.process is not None, "the next backlog is another"


@pytest.mark.parametrize("python", ["/nowhere/python", "/bin/false"])
async def test_where_no_process_can_be_started_messages_are_read_here(caplog, python):
    reader = BacklogReader(2, python)
    async with reader.reading(MIN_BACKLOG_SIZE):
        assert await reader.classify_batch(ARRIVALS, MESSAGES) == read_here()
    assert [record.levelname for record in caplog.records] == ["WARNING"]


async def test_rules_whose_text_is_not_known_are_asked_here():
    intake = Mailroom().intake.messages
    intake.config = IntakeConfig(
        intake.config.address, intake.config.policy, RuleSet(RULES.rules), intake.config.templates, 60.0
    )
    reader = BacklogReader(processors=2)
    async with reader.reading(MIN_BACKLOG_SIZE):
        assert len(await reader.classify_batch(ARRIVALS, intake)) == len(ARRIVALS)
        assert reader.process is None


async def test_a_reader_that_is_cancelled_leaves_no_process_behind():
    reader = BacklogReader(processors=2)
    async with reader.reading(MIN_BACKLOG_SIZE):
        await reader.classify_batch(ARRIVALS[:3], MESSAGES)
        process = reader.process
        process.send_signal(signal.SIGSTOP)  # it would never answer
        batch = asyncio.ensure_future(reader.classify_batch(ARRIVALS, MESSAGES))
        await asyncio.sleep(0)
        batch.cancel()
        with pytest.raises(asyncio.CancelledError):
            await batch
        assert process.returncode == -signal.SIGKILL
        assert await reader.classify_batch(ARRIVALS[:3], MESSAGES) == read_here()[:3], "by another one"


async def test_one_process_serves_two_mailboxes_until_both_are_done():
    reader = BacklogReader(processors=2)
    async with reader.reading(MIN_BACKLOG_SIZE):
        async with reader.reading(MIN_BACKLOG_SIZE):
            first, second = await asyncio.gather(*(reader.classify_batch(ARRIVALS, MESSAGES) for _ in range(2)))
            process = reader.process
        assert first == second == read_here()
        assert reader.process is process
    assert process.returncode is not None


async def test_signals_to_all_processes_do_not_reach_it_and_it_ends_when_its_input_does():
    reader = BacklogReader(processors=2)
    async with reader.reading(MIN_BACKLOG_SIZE):
        await reader.classify_batch(ARRIVALS[:3], MESSAGES)
        process = reader.process
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process.send_signal(number)
        assert await reader.classify_batch(ARRIVALS, MESSAGES) == read_here()
        assert reader.process is process
        process.stdin.close()  # as the end of the daemon does it, kill -9 too
        assert await process.wait() == 0


async def test_a_backlog_comes_in_as_it_would_without_a_process(tmp_path):
    """Fetched, read elsewhere, decided and stored: the same lines of the ledger."""
    own = OwnIdentity(frozenset({"sales@example.com"}))
    setup = IntakeConfig(Address("sales@example.com"), policy(own_addresses=own), RULES, TEMPLATES, poll_seconds=60.0)
    mail = list(made_mail(18, 50, MONDAY))
    ledgers = []
    for processors in (1, 2):
        store, box = Store(f"sqlite:///{tmp_path / f'{processors}.sqlite3'}"), MemoryMailbox()
        intake = Intake(setup, box, store, Clock(), KEY)
        await intake.scan_folders()
        intake.backlog_reader = BacklogReader(processors, min_size=len(mail))
        for number, raw in enumerate(mail):
            box.put("INBOX", raw, MONDAY + timedelta(seconds=number))
        assert await intake.scan_folders() == len(mail)
        with store.read_transaction() as tx:
            rows = tx.connection.exec_driver_sql("SELECT uid, kind, why, codes, inquiry, fingerprint FROM ledger")
            ledgers.append(rows.fetchall())
        assert intake.backlog_reader.process is None
        store.close()
    assert ledgers[0] == ledgers[1]
