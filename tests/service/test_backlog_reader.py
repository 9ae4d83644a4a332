"""service/backlog_reader.py: what a process beside this one reads is what would have been read here."""

from __future__ import annotations

import asyncio
import random
import signal
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.samples import MONDAY, ROOT, RULES, TEMPLATES, policy
from tests.spoilt_mail import mutated
from tests.worlds import KEY, Mailroom, MemoryMailbox
from watcher.core.message.model import Address, FetchedMessage, FolderRole, Locator, OwnIdentity, Unreadable
from watcher.core.rules.rule_files import compile_rule_set
from watcher.core.rules.rule_set import RuleSet
from watcher.edge.clock import Clock
from watcher.edge.store.store import Store
from watcher.service.backlog_reader import MIN_BACKLOG_SIZE, BacklogReader
from watcher.service.intake import Intake
from watcher.service.message_intake import IntakeConfig
from watcher.service.reading_worker import PIPE_SIZE

MESSAGES = Mailroom().intake.messages
OCTETS = [
    *(path.read_bytes() for path in sorted((ROOT / "tests" / "field").glob("*.eml"))),
    *(mutated(random.Random(number)) for number in range(40)),
    b"",
    b"no header at all",
    b"From: a@b.example\nSubject: =?utf-8?q?=FF?=\n\n\xff\xfe\n",
]
ARRIVALS = [
    FetchedMessage(Locator("sales", "INBOX", 1, uid), FolderRole.INBOX, raw, MONDAY, len(raw), ("\\Seen",), "t1")
    for uid, raw in enumerate(OCTETS, 1)
]
OTHER_RULES = (("10.toml", '[[rule]]\nname = "all"\nwhy = "is other"\nmatch.from = "*@*"\nkind = "other"\n'),)


def read_here():
    return [(arrival, MESSAGES.classify_arrival(arrival)) for arrival in ARRIVALS]


async def test_both_say_the_same_of_every_message_in_the_same_order():
    reader = BacklogReader(processors=2, end_timeout=60.0)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
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
    async with reader.read_backlog(count):
        assert await reader.classify_batch(ARRIVALS, MESSAGES) == read_here()
        assert reader.process is None


async def test_a_process_that_is_killed_while_it_reads_is_nothing_but_slower(caplog):
    reader = BacklogReader(processors=2)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
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
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
        await reader.classify_batch(ARRIVALS[:3], MESSAGES)
        assert reader.process is not None, "the next backlog is another"


@pytest.mark.parametrize("python", ["/nowhere/python", "/bin/false"])
async def test_where_no_process_can_be_started_messages_are_read_here(caplog, python):
    reader = BacklogReader(2, python)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
        assert await reader.classify_batch(ARRIVALS, MESSAGES) == read_here()
    assert [record.levelname for record in caplog.records] == ["WARNING"]


async def test_rules_whose_text_is_not_known_are_asked_here():
    intake = with_rules(RuleSet(RULES.rules))
    reader = BacklogReader(processors=2)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
        assert len(await reader.classify_batch(ARRIVALS, intake)) == len(ARRIVALS)
        assert reader.process is None


async def test_a_reader_that_is_cancelled_leaves_no_process_behind():
    reader = BacklogReader(processors=2)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
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


#: Stands for the interpreter, and answers no request before it has the next one.
READS_TWO_FIRST = """#!{python}
import io, sys
sys.path[:] = {path}
from watcher.service.reading_worker import LENGTH_OCTETS, answer_requests
source, requests = sys.stdin.buffer, b""
for _ in range(2):
    length = source.read(LENGTH_OCTETS)
    requests += length + source.read(int.from_bytes(length, "big"))
answer_requests(io.BytesIO(requests), sys.stdout.buffer)
sys.stdout.buffer.flush()
source.read()
"""


async def test_it_has_the_next_batch_before_it_answers_the_first(tmp_path, caplog):
    python = tmp_path / "python"
    python.write_text(READS_TWO_FIRST.format(python=sys.executable, path=sys.path))
    python.chmod(0o755)
    reader = BacklogReader(2, str(python))
    async with reader.read_backlog(MIN_BACKLOG_SIZE) as count:
        batches = [ARRIVALS[:20], ARRIVALS[20:]]
        assert len(batches) == count
        found = await asyncio.gather(*(reader.classify_batch(batch, MESSAGES) for batch in batches))
    assert [*found[0], *found[1]] == read_here()
    assert not caplog.records, "nothing was read here"


#: Stands for the interpreter too, and puts on record how many messages it was sent.
COUNTS_WHAT_IT_READS = """#!{python}
import io, pickle, sys
sys.path[:] = {path}
from watcher.service.reading_worker import LENGTH_OCTETS, answer_requests
source = sys.stdin.buffer
while length := source.read(LENGTH_OCTETS):
    request = source.read(int.from_bytes(length, "big"))
    print(len(pickle.loads(request)[2]), file=open({record!r}, "a"))
    answer_requests(io.BytesIO(length + request), sys.stdout.buffer)
"""


async def test_a_batch_goes_there_whole(tmp_path, caplog):
    python, record = tmp_path / "python", tmp_path / "record"
    python.write_text(COUNTS_WHAT_IT_READS.format(python=sys.executable, path=sys.path, record=str(record)))
    python.chmod(0o755)
    reader = BacklogReader(2, str(python), end_timeout=60.0)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
        assert await reader.classify_batch(ARRIVALS, MESSAGES) == read_here()
    assert record.read_text().split() == [str(len(ARRIVALS))]
    assert not caplog.records


async def test_of_two_batches_the_one_that_is_given_up_takes_nothing_from_the_other(caplog):
    reader = BacklogReader(processors=2)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
        for given_up in (0, 1):
            await reader.classify_batch(ARRIVALS[:3], MESSAGES)
            process = reader.process
            process.send_signal(signal.SIGSTOP)
            batches = [asyncio.ensure_future(reader.classify_batch(ARRIVALS, MESSAGES)) for _ in range(2)]
            await asyncio.sleep(0)
            batches[given_up].cancel()
            assert await batches[1 - given_up] == read_here()
            assert reader.process not in (None, process), "by another process"
            assert process.returncode == -signal.SIGKILL
    assert not caplog.records


def with_rules(ruleset):
    intake = Mailroom().intake.messages
    config = intake.config
    intake.config = IntakeConfig(config.address, config.policy, ruleset, config.templates, 60.0)
    return intake


async def test_rules_go_over_with_the_first_batch_and_when_they_are_others():
    reader, others = BacklogReader(processors=2), with_rules(compile_rule_set(OTHER_RULES))
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
        here = [(MESSAGES, read_here()), (others, [(a, others.classify_arrival(a)) for a in ARRIVALS])]
        for intake, expected in (here[0], here[0], here[1], here[0]):
            assert await reader.classify_batch(ARRIVALS, intake) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="pipes have one size")
async def test_a_request_and_an_answer_fit_into_the_pipes():
    from fcntl import F_GETPIPE_SZ, fcntl

    most = min(PIPE_SIZE, int(Path("/proc/sys/fs/pipe-max-size").read_text()))
    reader = BacklogReader(processors=2)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
        await reader.classify_batch(ARRIVALS[:3], MESSAGES)
        number = reader.process.stdin.transport.get_extra_info("pipe").fileno()
        assert fcntl(number, F_GETPIPE_SZ) == most


async def test_one_process_serves_two_mailboxes_until_both_are_done():
    reader = BacklogReader(processors=2)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
        async with reader.read_backlog(MIN_BACKLOG_SIZE):
            first, second = await asyncio.gather(*(reader.classify_batch(ARRIVALS, MESSAGES) for _ in range(2)))
            process = reader.process
        assert first == second == read_here()
        assert reader.process is process
    assert process.returncode is not None


async def test_signals_to_all_processes_do_not_reach_it_and_it_ends_when_its_input_does():
    reader = BacklogReader(processors=2)
    async with reader.read_backlog(MIN_BACKLOG_SIZE):
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
    mail = [mutated(random.Random(number)) for number in range(50)]
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
