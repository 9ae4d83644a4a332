"""What a digest has room for: which inquiries it lists, and which of them at full length. Pure.

Nothing waits unseen. What does not fit is counted, and comes first in the next digest: listed is what its reader's digests listed
longest ago. Entries become short before any is dropped, and all short ones together leave a page small enough to be shown whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from watcher.core.inquiry.model import Inquiry
from watcher.core.outbox.model import LetterState

#: Octets of the page; Gmail hides what comes after some 100 kB.
MAX_PAGE_OCTETS = 90_000
#: Two digests list all of 300 with some to spare for what comes in between.
MAX_ENTRIES = 180
MAX_FULL_ENTRIES = 50


@dataclass(frozen=True, slots=True)
class WaitingInquiry:
    """One inquiry as a digest needs it. `waiting_time` counts opening hours only."""

    inquiry: Inquiry
    nag: int  # the one that this digest tells
    waiting_time: timedelta  # of opening time
    acknowledgement_state: LetterState | None
    acknowledgement_reason: str = ""  # a code: why it was withheld, cancelled or given up
    acknowledgement_error: str = ""  # the last trouble in the words of the server or the network
    is_renewed: bool = False  # the customer got the second letter, or may have
    is_free: bool = False  # to take: it is with a team
    last_listed: int = 0  # the newest digest that told its reader of it: a later one has a greater number; 0: none did


@dataclass(frozen=True, slots=True)
class DigestLayout:
    """The entries of a digest, the worst first: some at full length, then the others in one line each."""

    full: Sequence[WaitingInquiry]
    short: Sequence[WaitingInquiry] = ()

    @property
    def listed(self) -> list[WaitingInquiry]:
        """In the order in which they stand."""
        return [*self.full, *self.short]


def lay_out(
    waiting: Sequence[WaitingInquiry], now: datetime, render: Callable[[DigestLayout], str]
) -> tuple[DigestLayout, str]:
    """The layout with the most at full length whose page, as `render` writes it, fits into MAX_PAGE_OCTETS octets; and that page."""

    @cache
    def page_with(full: int, count: int) -> tuple[DigestLayout, str]:
        listed = choose_listed(waiting, count, now)
        layout = DigestLayout(listed[:full], listed[full:])
        return layout, render(layout)

    def fits(full: int, count: int) -> bool:
        page = page_with(full, count)[1]
        return len(page.encode()) + page.count("\n") <= MAX_PAGE_OCTETS  # every line ends in CR LF on its way

    count = min(len(waiting), MAX_ENTRIES)
    full = _largest_fitting(min(count, MAX_FULL_ENTRIES), lambda full: fits(full, count))
    if not full:
        count = _largest_fitting(count, lambda count: fits(0, count))
    return page_with(full, count)


def _largest_fitting(most: int, fits: Callable[[int], bool]) -> int:
    """Of 0 to `most`, what fits less the more it is; 0 where nothing does."""
    if fits(most):
        return most
    fitting, too_large = 0, most
    while too_large - fitting > 1:
        middle = (fitting + too_large) // 2
        if fits(middle):
            fitting = middle
        else:
            too_large = middle
    return fitting


def choose_listed(waiting: Iterable[WaitingInquiry], count: int, now: datetime) -> list[WaitingInquiry]:
    """So many of them, those that were listed longest ago and have waited longest; the worst first. `now`: UTC."""
    return sorted(sorted(waiting, key=_listing_order)[:count], key=lambda entry: _urgency_order(entry, now))


def _listing_order(entry: WaitingInquiry) -> tuple[int, datetime, int]:
    inquiry = entry.inquiry
    return entry.last_listed, inquiry.waiting_since or inquiry.opened_at, inquiry.number


def _urgency_order(entry: WaitingInquiry, now: datetime) -> tuple[int, timedelta, int]:
    """Broken promises, then new ones, then the longest wait."""
    group = 0 if is_promise_broken(entry.inquiry, now) else 1 if entry.nag <= 1 else 2
    return group, -entry.waiting_time, entry.inquiry.number


def is_promise_broken(inquiry: Inquiry, now: datetime) -> bool:
    """Is it past the instant by which an answer was promised? `now`: UTC."""
    return inquiry.promise_at is not None and inquiry.promise_at < now
