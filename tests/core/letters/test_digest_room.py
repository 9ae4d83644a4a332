"""core/letters/digest_room.py: nothing waits unseen, however much waits and whatever stands in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from tests.pictures import CASES, NOW, digest
from tests.samples import TEMPLATES
from watcher.core.letters import digest_room
from watcher.core.letters.glance import Glance
from watcher.core.letters.text_width import text_width
from watcher.core.outbox.model import LetterState

SCRIPTS = {
    "latin": "Quote for a roof ",
    "cjk": "屋根の修理の見積もり",
    "rtl": "הצעת מחיר לתיקון גג ",
    "marks": "e\u0301\u0323\u0302",
    "markup": "<&\"'>",
    "emoji": "🏠🔨",
    "joiners": "👩\u200d🔧",
}


def cases(count: int, script: str = "latin", **more) -> list[digest_room.WaitingInquiry]:
    """So many that wait, the first longest, with subjects, names and texts as long as they come."""
    long = SCRIPTS[script] * 200
    return [
        replace(
            CASES[0],
            inquiry=replace(CASES[0].inquiry, number=1000 + n, subject=f"{n} {long}", customer_name=long, excerpt=long),
            waiting_time=timedelta(hours=2000 - n),
            **more,
        )
        for n in range(count)
    ]


def parts(raw: bytes) -> tuple[str, str, str]:
    message = message_from_bytes(raw, policy=policy.default)
    plain, page = message.get_body(("plain",)), message.get_body(("html",))
    return str(message["Subject"]), plain.get_content(), page.get_content()


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize(("count", "listed"), [(1, 1), (61, 61), (150, 150), (300, 150), (1000, 150)])
def test_a_hundred_and_fifty_fit_into_a_page_that_is_shown_whole(script, count, listed):
    glances = [Glance(n, SCRIPTS[script] * 20, SCRIPTS[script] * 20, f"{n} {SCRIPTS[script] * 20}") for n in range(40)]
    failed = {"acknowledgement_state": LetterState.FAILED, "acknowledgement_error": SCRIPTS[script] * 50}
    subject, text, page = parts(digest(cases(count, script, **failed), glances=glances))
    assert len(page.encode()) <= 90_000
    assert str(count) in subject
    shown = [n for n in range(count) if f"{1000 + n}. " in text]
    assert len(shown) >= listed
    assert [n for n in range(count) if f"{1000 + n}." in page] == shown
    assert (f"{count - len(shown)} more" in text) == (len(shown) < count)
    assert [line for line in text.splitlines() if text_width(line) > 80] == []


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_an_entry_on_one_line_stays_on_it_in_every_language(language):
    _, text, _ = parts(digest(cases(180, "cjk"), language=language))
    assert max(map(text_width, text.splitlines())) <= 80
    assert f"{1000 + 179}. " in text


def test_the_worst_stand_at_full_length_and_the_others_get_shorter_before_any_is_dropped():
    _, text, _ = parts(digest(cases(61)))
    lines = text.splitlines()
    full = [
        n
        for n in range(61)
        if any(line.startswith(f"{1000 + n}. {n} Quote for a roof Quote for a roof") for line in lines)
    ]
    assert full == list(range(len(full)))
    assert 10 < len(full) < 61


def listed_in_turns(waiting: list[digest_room.WaitingInquiry], turns: int) -> list[set[int]]:
    """What so many digests list, each of which was accepted."""
    found = []
    for letter in range(1, turns + 1):
        layout, _ = digest_room.lay_out(waiting, NOW, lambda layout: "x")
        numbers = {entry.inquiry.number for entry in layout.listed}
        found.append(numbers)
        waiting = [
            replace(entry, last_listed=letter) if entry.inquiry.number in numbers else entry for entry in waiting
        ]
    return found


@pytest.mark.parametrize(("count", "turns"), [(61, 1), (300, 2), (1000, 6)])
def test_all_that_waits_is_listed_in_turn(count, turns):
    found = listed_in_turns(cases(count), 2 * turns)
    everything = {1000 + n for n in range(count)}
    for first in range(turns):
        assert set().union(*found[first : first + turns]) == everything


def test_a_digest_that_was_not_accepted_changes_no_turn():
    waiting = cases(300)
    (first,) = listed_in_turns(waiting, 1)
    assert listed_in_turns(waiting, 1) == [first]


def test_what_was_left_out_comes_first_though_newer_mail_is_more_urgent():
    old = [replace(entry, last_listed=1) for entry in cases(180)]
    left_out = [replace(entry, inquiry=replace(entry.inquiry, number=1)) for entry in cases(1)]
    layout, _ = digest_room.lay_out([*old, *left_out], NOW, lambda layout: "x")
    assert 1 in {entry.inquiry.number for entry in layout.listed}
