"""service/audit.py: how much memory an audit takes does not depend on how many messages there are, but for a few octets of each.

Counted is what Python's own allocator hands out (tracemalloc), after what is garbage has gone; SQLite's cache has a size of its own.
"""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.samples import MONDAY, TEMPLATES
from tests.service.audits import open_audit, write_questions
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters.leak import LeakFigures, compute_leak
from watcher.core.letters.leak_page import LeakReport, render_leak_page
from watcher.edge.row_spool import RowSpool
from watcher.service.audit import MailSource, read_files
from watcher.service.backlog_reader import BacklogReader

#: Octets a message that may stay in memory: of 500,000 of them less than 100 MB, and the program itself takes 90.
MOST_PER_MESSAGE = 200
NOW = MONDAY + timedelta(days=90)


@dataclass
class Grown:
    """Octets that are held, and that were held at most."""

    held: int = 0
    most: int = 0


def measure_growth(step: Callable[[], object], first: Callable[[], object] = lambda: None) -> Grown:
    """How much more memory is held after `step` than after `first`, and was while it ran."""
    tracemalloc.start()
    try:
        first()
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        kept = step()
        most = tracemalloc.get_traced_memory()[1]
        gc.collect()
        held = tracemalloc.get_traced_memory()[0]
        del kept
    finally:
        tracemalloc.stop()
    return Grown(held - before, most - before)


def test_what_was_read_does_not_stay_in_memory(tmp_path):
    audit = open_audit(tmp_path)

    def read(first: int, last: int) -> None:
        asyncio.run(read_files(MailSource("sales", write_questions(first, last)), audit, BacklogReader(processors=1)))

    # Watched from the first message on: what leaves a full cache unwatched would make room for what counts as grown.
    # The largest cache of something by message holds 256: it is full before anything is counted.
    growth = measure_growth(lambda: read(320, 470), first=lambda: (read(0, 120), read(120, 320)))
    assert len(audit.list_outcomes()) == 470
    audit.close()
    assert growth.held < 150 * MOST_PER_MESSAGE


def outcomes(count: int) -> Iterator[InquiryOutcome]:
    """Of customers whom nobody shares a domain with; every other was answered."""
    for n in range(count):
        asked = InquiryOutcome("sales", f"c{n}@d{n}.example", f"Roof {n}", f"q{n}@d{n}.example", MONDAY, MONDAY, "anna")
        answered = replace(asked, answered_at=MONDAY + timedelta(hours=n), opening_time=timedelta(seconds=n))
        yield asked if n % 2 else answered


@pytest.mark.parametrize("what", ["page", "figures"])
def test_what_is_said_of_many_inquiries_takes_hardly_more_memory_than_of_few(tmp_path, what):
    def show(rows: RowSpool[InquiryOutcome]) -> str | LeakFigures:
        report = LeakReport("Example", rows, MONDAY, NOW, ZoneInfo("UTC"), timedelta(hours=8))
        return render_leak_page(TEMPLATES, "en", report) if what == "page" else compute_leak(rows, NOW)

    show(RowSpool(outcomes(1), tmp_path))
    few, many = (
        measure_growth(lambda count=count: show(RowSpool(outcomes(count), tmp_path))).most for count in (600, 1_600)
    )
    assert many - few < 1_000 * MOST_PER_MESSAGE
