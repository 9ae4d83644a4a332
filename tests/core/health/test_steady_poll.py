"""core/health/steady_poll.py: when what the server counts is enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from watcher.core.health.model import FolderCounts, Listing, WaitEnd
from watcher.core.health.steady_poll import (
    FOLDER_LIST_LIFETIME,
    LISTING_LIFETIME,
    are_counts_true,
    end_for_folder,
    is_settled,
    may_skip_folder_list,
    may_skip_listing,
)

COUNTS = FolderCounts(uidvalidity=7, uidnext=10, exists=3, highest_modseq=55)
UIDS = frozenset({1, 4, 9})
LISTING = Listing(COUNTS, UIDS)
MINUTE = timedelta(minutes=1)


def test_a_folder_that_counts_the_same_after_a_silence_is_not_listed():
    assert may_skip_listing(LISTING, MINUTE, WaitEnd.SILENCE, COUNTS)
    says_least = replace(COUNTS, highest_modseq=None)
    assert may_skip_listing(Listing(says_least, UIDS), MINUTE, WaitEnd.SILENCE, says_least)


@pytest.mark.parametrize(
    "changed",
    [{"uidvalidity": 8}, {"uidnext": 11}, {"uidnext": 0}, {"exists": 2}, {"highest_modseq": 56}, {"highest_modseq": None}],
)  # fmt: skip
def test_whatever_counts_otherwise_is_listed(changed):
    assert not may_skip_listing(LISTING, MINUTE, WaitEnd.SILENCE, replace(COUNTS, **changed))


@pytest.mark.parametrize("end", [WaitEnd.RING, WaitEnd.OTHER])
def test_what_rang_or_is_asked_for_is_listed(end):
    assert not may_skip_listing(LISTING, MINUTE, end, COUNTS)


def test_a_listing_stands_for_an_hour():
    assert may_skip_listing(LISTING, LISTING_LIFETIME - timedelta(seconds=1), WaitEnd.SILENCE, COUNTS)
    assert not may_skip_listing(LISTING, LISTING_LIFETIME, WaitEnd.SILENCE, COUNTS)


@pytest.mark.parametrize(
    ("counts", "uids", "decided", "is_it"),
    [
        (COUNTS, UIDS, UIDS | {2, 3}, True),
        (COUNTS, UIDS, UIDS - {9}, False),  # one is waited for
        (replace(COUNTS, exists=4), UIDS, UIDS, False),  # one is counted and not listed
        (replace(COUNTS, exists=2), UIDS, UIDS, False),
        (replace(COUNTS, uidnext=9), UIDS, UIDS, False),  # one came after the count
        (replace(COUNTS, uidnext=0), UIDS, UIDS, False),  # UIDNEXT is not said
        (FolderCounts(7, 1, 0), frozenset(), frozenset(), True),
        (FolderCounts(7, 0, 0), frozenset(), frozenset(), False),
    ],
)
def test_only_what_is_whole_and_decided_is_settled(counts, uids, decided, is_it):
    assert is_settled(Listing(counts, uids), decided) is is_it


def test_other_mail_under_the_same_counts_shows_that_they_are_not_true():
    assert are_counts_true(LISTING, LISTING)
    assert are_counts_true(LISTING, Listing(replace(COUNTS, uidnext=11), UIDS | {10}))
    assert not are_counts_true(LISTING, Listing(COUNTS, frozenset({1, 5, 9})))


@pytest.mark.parametrize(
    ("end", "age", "may"),
    [
        (WaitEnd.RING, FOLDER_LIST_LIFETIME - timedelta(seconds=1), True),
        (WaitEnd.RING, FOLDER_LIST_LIFETIME, False),
        (WaitEnd.SILENCE, timedelta(0), False),
        (WaitEnd.OTHER, timedelta(0), False),
    ],
)
def test_only_a_ring_does_without_a_new_list_of_folders_and_not_for_long(end, age, may):
    assert may_skip_folder_list(age, end) is may


@pytest.mark.parametrize(
    ("end", "folder", "bell_folder", "expected"),
    [
        (WaitEnd.RING, "INBOX", "INBOX", WaitEnd.RING),
        (WaitEnd.RING, "Sent", "INBOX", WaitEnd.SILENCE),
        (WaitEnd.RING, "Sent", "", WaitEnd.RING),  # nobody knows what rang
        (WaitEnd.OTHER, "Sent", "INBOX", WaitEnd.OTHER),
        (WaitEnd.SILENCE, "INBOX", "INBOX", WaitEnd.SILENCE),
    ],
)
def test_a_ring_is_of_the_folder_where_the_bell_hangs(end, folder, bell_folder, expected):
    assert end_for_folder(end, folder, bell_folder) is expected
