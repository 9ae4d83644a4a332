"""service/reporting.py: from inquiries and their conversations to the figures of a report, on a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from tests.samples import CAROL, MONDAY, inquiry, policy
from tests.worlds import InlineExecutor
from watcher.core import hours
from watcher.core.inquiry.inquiry_update import update_from_turns
from watcher.core.inquiry.model import InquiryState, Turn, TurnKind
from watcher.edge.store.store import Store
from watcher.service.reporting import collect_figures

HOUR, WEEK = timedelta(hours=1), timedelta(days=7)
ASKED = Turn("q1", MONDAY, TurnKind.QUESTION, CAROL.email, frozenset({CAROL.key}), ("q1",))
OFFICE = policy(hours=hours.Calendar(zone=ZoneInfo("UTC"), week=hours.parse_week({"mon-fri": ["09:00-17:00"]})))


def answer(hour: float, key: str = "a", kind: TurnKind = TurnKind.ANSWER) -> Turn:
    at = MONDAY + hour * HOUR
    return Turn(key, at, kind, "anna@example.com", frozenset({CAROL.key}), (key,), ("q1",))


def figures_of(*stories, measured_by=None, counted_by=None, forget=False):
    """Each story: what the inquiry is besides, and its turns; by whose hours it was seen and is counted."""
    store = Store("sqlite://", InlineExecutor())
    with store.write_transaction() as tx:
        for changed, turns in stories:
            case = inquiry(number=0, promise_at=MONDAY + 4 * HOUR, **changed)
            if turns and measured_by:
                case = update_from_turns(case, turns, {}, measured_by, MONDAY + WEEK)
            number = tx.inquiries.save(case).number
            if turns and not forget:
                tx.threads.replace_turns(number, turns)
    policies = {"sales": counted_by or measured_by or policy()}
    with store.read_transaction() as tx:
        return collect_figures(tx, policies, MONDAY - HOUR, MONDAY + WEEK, ZoneInfo("UTC")).total


def test_an_answer_counts_from_when_it_was_written_and_the_first_of_several():
    total = figures_of(({}, (ASKED, answer(1), answer(9, "b"))), measured_by=policy()).figures
    assert (total.came, total.answered, total.median, total.kept_percent) == (1, 1, HOUR, 100)


def test_an_answer_is_never_earlier_than_the_question():
    assert figures_of(({}, (ASKED, answer(-1))), measured_by=policy()).figures.median == timedelta()


def test_other_opening_hours_recompute_nothing():
    night = (ASKED, answer(22))  # Tuesday 08:00, after seven hours of Monday
    before = figures_of(({}, night), measured_by=OFFICE)
    assert before.figures.median == 7 * HOUR
    assert figures_of(({}, night), measured_by=OFFICE, counted_by=policy()) == before


def test_what_was_measured_stays_when_the_words_are_dropped():
    kept = figures_of(({}, (ASKED, answer(1))), measured_by=policy(), forget=True).figures
    assert (kept.answered, kept.median) == (1, HOUR)


def test_what_an_older_watcher_never_measured_is_measured_now():
    assert figures_of(({}, (ASKED, answer(2)))).figures.median == 2 * HOUR


def test_a_holding_reply_does_not_make_the_promise_longer():
    held = (ASKED, answer(3, "h", TurnKind.HOLDING_REPLY), answer(6))
    total = figures_of(({}, held[:2]), measured_by=policy()).figures
    assert (total.never, total.kept_percent) == (1, 0)
    assert figures_of(({}, held), measured_by=policy()).figures.late == 1


def test_what_is_asked_later_counts_as_a_next_response():
    again = replace(ASKED, key="q2", ids=("q2",), at=MONDAY + 5 * HOUR)
    later = replace(answer(8, "b"), parents=("q2",))
    total = figures_of(({}, (ASKED, answer(1), again, later)), measured_by=policy()).figures
    assert (total.median, total.next_median, total.next_p90) == (HOUR, 3 * HOUR, 3 * HOUR)


def test_done_is_settled_unless_it_was_opened_again():
    done = {"state": InquiryState.DONE, "settled_at": MONDAY + HOUR}
    total = figures_of((done, ()), ({}, ()))
    assert (total.figures.came, total.figures.answered, total.figures.settled) == (2, 0, 1)
    assert (total.figures.unanswered, total.waiting) == (1, 1)


def test_no_inquiry_is_not_counted():
    assert figures_of(({"state": InquiryState.DISMISSED}, ())).figures.came == 0


def test_what_came_before_the_week_is_not_counted_but_waits():
    total = figures_of(({"opened_at": MONDAY - WEEK}, ()))
    assert (total.figures.came, total.waiting) == (0, 1)
