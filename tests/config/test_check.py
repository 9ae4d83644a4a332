"""config/check.py: what must agree between the tables, and what is odd."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.config.conftest import LEAST, load, problems
from watcher.config.check import find_suspicious_settings


def test_two_mailboxes_share_neither_name_nor_address(tmp_path):
    second = LEAST[LEAST.index("[[mailbox]]") :]
    found = problems(tmp_path, LEAST + second)
    assert any("another mailbox has the name sales already" in problem for problem in found)
    assert any("another mailbox has the address sales@example.com already" in problem for problem in found)


def test_what_can_be_meant_and_probably_is_not_is_noted(tmp_path):
    odd = (
        LEAST.replace("[[mailbox]]", 'digest = ["09:00", "18:30"]\n[[mailbox]]', 1)
        + '[ladders.default]\npromise = "2h"\n'
    )
    notes = list(find_suspicious_settings(load(tmp_path, odd), datetime(2026, 11, 23, 8, tzinfo=UTC)))
    assert any("the first nag, after 2h, comes when the promise of 2h is broken" in note for note in notes)
    assert any("digest 18:30 is outside opening hours" in note for note in notes)
    fine = 'digest = ["09:00", "11:00", "13:00", "15:00"]\n[[mailbox]]'
    loaded = load(tmp_path, LEAST.replace("[[mailbox]]", fine, 1))
    assert list(find_suspicious_settings(loaded, datetime(2026, 11, 23, 8, tzinfo=UTC))) == []
    (gap,) = find_suspicious_settings(load(tmp_path, LEAST), datetime(2026, 11, 23, 8, tzinfo=UTC))
    assert "up to 5 h of opening time lie between two digests, and ladder default promises an answer in 4h" in gap
