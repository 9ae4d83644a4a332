"""Any order of the same messages ends in the same state: generated conversations, on the real way in and the real store."""

from __future__ import annotations

import os

import pytest

from tests.histories import Bench, broken, history

DEFAULT = int(os.environ.get("WATCHER_HISTORIES", "150"))
CONVERSATIONS, ORDERS = 5000, 4
BLOCK = 250


@pytest.fixture(scope="module")
def bench():
    bench = Bench()
    yield bench
    bench.store.close()


@pytest.mark.parametrize("first", range(0, DEFAULT, 50))
def test_any_order_of_the_same_messages_ends_in_the_same_state(bench, first):
    assert not [each for seed in range(first, first + 50) if (each := broken(bench, seed))]


@pytest.mark.torture
@pytest.mark.parametrize("first", range(0, CONVERSATIONS, BLOCK))
def test_any_order_of_twenty_thousand_histories(bench, first):
    """5,000 conversations, each in the order of time and in four others; ledger and letters left out."""
    wrong = [each for seed in range(first, first + BLOCK) if (each := broken(bench, seed, ORDERS, thin=True))]
    print(f"conversations {first} to {first + BLOCK - 1}, {BLOCK * ORDERS} histories: {len(wrong)} differ")
    assert not wrong


def test_the_conversations_are_worth_comparing(bench):
    """They end in every way there is; a generator that only asks would prove nothing."""
    ends = [bench.outcome(history(seed)) for seed in range(150)]
    states = {str(each[1]) for end in ends for each in end}
    assert states == {"waiting", "answered"}
    assert any(each[3] for end in ends for each in end), "no hint"
    assert any(each[5].startswith("came back") for end in ends for each in end), "no reply came back"
    assert any(len(end) == 1 and end[0][2] for end in ends), "none answered"
