"""edge/row_spool.py: rows on disk are gone through as often as somebody asks, two at a time too, and leave nothing behind."""

from __future__ import annotations

import pytest

from watcher.edge.row_spool import ROWS_AT_ONCE, RowSpool


@pytest.mark.parametrize("count", [0, 1, ROWS_AT_ONCE - 1, ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 3 * ROWS_AT_ONCE])
def test_what_was_written_comes_back_every_time(tmp_path, count):
    spool = RowSpool(((n, f"row {n}") for n in range(count)), tmp_path)
    assert len(spool) == count
    assert list(spool) == list(spool) == [(n, f"row {n}") for n in range(count)]
    assert list(tmp_path.iterdir()) == []


def test_two_go_through_it_at_the_same_time(tmp_path):
    spool = RowSpool(range(3 * ROWS_AT_ONCE), tmp_path)
    assert list(zip(spool, spool, strict=True)) == [(n, n) for n in range(3 * ROWS_AT_ONCE)]
