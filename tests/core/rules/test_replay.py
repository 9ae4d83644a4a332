"""core/rules/replay.py: what a verdict's effects are, how they are kept, and what differs between two of them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from watcher.core.message.model import Address, MessageKind
from watcher.core.rules import replay
from watcher.core.rules.codes import SuppressionCode
from watcher.core.rules.model import Attention, Verdict
from watcher.core.rules.replay import Baseline, ReplayedMessage

INQUIRY = Verdict(
    MessageKind.INQUIRY, Attention.ANSWER, True, (), "", "looks like a person", Address("Carol@customer.example")
)
BULK = Verdict(MessageKind.BULK, Attention.NONE, False, (SuppressionCode.LIST,), "newsletters", "a list")
HOT = replace(INQUIRY, rule="hot", owner="ben", ladder="hot", tags=("web", "hot"), template="ack-hot")


def replayed(before: Verdict, after: Verdict) -> ReplayedMessage:
    recorded = replay.record_verdict
    at = datetime(2026, 11, 26, tzinfo=UTC)
    return ReplayedMessage(
        "sales", "1@x", "f", "INBOX/1", at, "c@x", "Roof", recorded(before), recorded(after), Baseline.LEDGER
    )


@pytest.mark.parametrize("verdict", [INQUIRY, BULK, HOT])
def test_what_the_ledger_keeps_is_read_as_it_was(verdict):
    assert replay.decode_verdict(verdict.rule, replay.encode_verdict(verdict)) == replay.record_verdict(verdict)


def test_what_is_as_usual_takes_no_room():
    assert replay.encode_verdict(replace(INQUIRY, customer=None)) == "{}"


@pytest.mark.parametrize("verdict", [INQUIRY, BULK, HOT])
def test_what_a_file_keeps_is_read_as_it_was(verdict):
    recorded = replay.record_verdict(verdict)
    read = replay.read_verdict_row(json.loads(json.dumps(replay.verdict_row(recorded))))
    assert recorded.differing_effects(read) == ()
    assert read.rule == recorded.rule


def test_what_classify_wrote_knows_fewer_effects_and_is_compared_by_those():
    row = {
        "kind": "inquiry",
        "attention": "answer",
        "track": True,
        "ack": True,
        "rule": "",
        "customer": "Carol@Customer.example",
    }
    assert replay.read_verdict_row(row).differing_effects(replay.record_verdict(HOT)) == ()
    assert replay.read_verdict_row({**row, "ack": False}).differing_effects(replay.record_verdict(HOT)) == ("ack",)


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"kind": "bulk", "attention": "none"},
        {"kind": 1, "attention": "none", "ack": True},
        {"kind": "a", "attention": "b", "ack": 1},
        {"kind": "a", "attention": "b", "ack": True, "tags": "web"},
    ],
)
def test_what_is_no_verdict_is_refused(row):
    with pytest.raises(ValueError):
        replay.read_verdict_row(row)


@pytest.mark.parametrize("text", ["[]", '{"color": "red"}', "x"])
def test_what_the_ledger_never_wrote_is_refused(text):
    with pytest.raises(ValueError):
        replay.decode_verdict("", text)


def test_only_effects_differ():
    assert replayed(INQUIRY, replace(INQUIRY, rule="other", why="another reason")).differing_effects == ()
    assert replayed(INQUIRY, BULK).differing_effects == ("kind", "attention", "ack", "customer")
    assert replayed(INQUIRY, HOT).differing_effects == ("owner", "ladder", "template", "tags")


def test_the_letter_matters_only_where_one_is_sent():
    silent = replace(INQUIRY, ack=False, codes=(SuppressionCode.STALE,))
    assert replayed(silent, replace(silent, template="ack-hot")).differing_effects == ()


def test_differences_are_grouped_by_the_rules_that_spoke_the_largest_group_first():
    found = replay.Differences()
    for message in [replayed(INQUIRY, HOT), *6 * [replayed(INQUIRY, BULK)]]:
        found.add_message(message)
    bulk, hot = found.list_groups()
    assert [(group.rule_before, group.rule_after, group.count) for group in (bulk, hot)] == [
        ("", "newsletters", 6),
        ("", "hot", 1),
    ]
    assert (found.message_count, len(bulk.examples)) == (7, replay.MAX_EXAMPLES), "a large mailbox costs no memory"
    assert hot.changes.most_common() == [
        ("owner - → ben", 1), ("ladder - → hot", 1), ("template acknowledgement → ack-hot", 1), ("tags - → web hot", 1),
    ]  # fmt: skip
    assert (bulk.changes["attention answer → none"], bulk.changes["ack yes → no"]) == (6, 6)


def test_messages_are_counted_by_what_they_were_compared_with():
    counts = replay.ReplayCounts().with_one_more("ledger").with_one_more("file").with_one_more("unreadable")
    assert (counts.compared, counts.ledger, counts.unreadable) == (2, 1, 1)
