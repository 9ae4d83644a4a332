"""roster.py, ladder.py: who is nagged and when: ladders, escalations, absences, quiet hours, slots that wait for the opening."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from tests.samples import BERLIN, MONDAY, OFFICE, TEMPLATES, always_open, at, inquiry, policy, says
from watcher.core import hours
from watcher.core.inquiry import decide, ladder, roster
from watcher.core.inquiry.model import InquiryState
from watcher.core.letters import wording
from watcher.core.message.model import Address
from watcher.core.rules.codes import SuppressionCode, english_reason

CHAIN = (hours.parse_span("1d"), hours.parse_span("2d"))
LADDER = ladder.Ladder(hours.parse_span("4h"), (hours.parse_span("2h"), hours.parse_span("1d")), CHAIN)
DAY = timedelta(days=1)


def people(**deputies):
    return {
        name: roster.Person(name, Address(f"{name}@example.com"), (time(9),), deputy)
        for name, deputy in deputies.items()
    }


# --- ladders


def test_a_ladder_starts_with_its_first_step_and_repeats_the_last_for_ever():
    climbing, now = ladder.start_ladder(inquiry(), LADDER, always_open()), MONDAY
    assert climbing.next_nag_at == MONDAY + timedelta(hours=2)
    for nags in range(1, 60):
        now = climbing.next_nag_at
        climbing = ladder.record_nag(climbing, LADDER, always_open(), now)
        assert climbing.nags == nags
        assert climbing.next_nag_at == now + DAY
    assert climbing.escalated == 2


def test_it_goes_up_one_by_one_and_never_down_while_it_waits():
    start = ladder.start_ladder(inquiry(), LADDER, always_open())
    assert start.escalate_at == MONDAY + DAY
    first = ladder.raise_escalation(start, LADDER, always_open(), MONDAY + DAY)
    assert (first.escalated, first.escalate_at) == (1, MONDAY + 2 * DAY)
    second = ladder.raise_escalation(first, LADDER, always_open(), MONDAY + 2 * DAY)
    assert (second.escalated, second.escalate_at) == (2, None)
    assert ladder.raise_escalation(second, LADDER, always_open(), MONDAY + 9 * DAY).escalated == 2


def test_a_snooze_gives_the_owner_the_whole_time_again_before_the_deputy():
    set_up = policy(ladders={"default": LADDER})
    asleep = replace(
        ladder.start_ladder(inquiry(), LADDER, always_open()), state=InquiryState.SNOOZED, next_nag_at=MONDAY + 5 * DAY
    )
    awake = decide.advance_due_inquiry(asleep, set_up, MONDAY + 5 * DAY).inquiry
    assert awake.state is InquiryState.WAITING
    nagged = decide.advance_due_inquiry(awake, set_up, MONDAY + 5 * DAY).inquiry
    assert nagged.escalated == 0
    assert decide.escalate_inquiry(nagged, set_up, MONDAY + 6 * DAY).inquiry.escalated >= 1


def test_an_alert_rings_once_at_the_opening_and_again_when_it_is_opened_again():
    hot = replace(LADDER, urgent=True)
    night = inquiry(waiting_since=at("2026-11-28 03:00"))
    assert says(ladder.start_ladder(night, hot, OFFICE).urgent_at) == "2026-11-30 09:00"
    set_up = policy(ladders={"default": hot})
    rung = decide.record_urgent_mail(ladder.start_ladder(inquiry(), hot, always_open()), MONDAY).inquiry
    assert rung.urgent_at is None
    closed = decide.apply_command(rung, decide.InquiryCommand("done", "anna"), set_up, MONDAY).inquiry
    again = decide.apply_command(closed, decide.InquiryCommand("reopen", "anna"), set_up, MONDAY + DAY).inquiry
    assert again.urgent_at == MONDAY + DAY


@pytest.mark.parametrize(
    "state", [InquiryState.ANSWERED, InquiryState.DONE, InquiryState.DISMISSED, InquiryState.SNOOZED]
)
def test_only_what_waits_goes_up(state):
    assert decide.escalate_inquiry(inquiry(state=state), policy(), MONDAY + 9 * DAY).inquiry is None


def test_what_is_only_observed_goes_to_no_deputy():
    assert decide.escalate_inquiry(inquiry(), policy(observes=True), MONDAY + 9 * DAY).inquiry is None


# --- who is responsible


def test_the_way_up_ends_and_never_turns_in_circles():
    assert roster.escalation_chain(people(anna="ben", ben="cleo", cleo="anna"), "anna") == ["anna", "ben", "cleo"]
    assert roster.escalation_chain(people(anna="ben"), "anna") == ["anna"], "a deputy who is not there"


@pytest.mark.parametrize(
    ("escalated", "away", "gets"),
    [
        (0, (), ["anna"]),
        (1, (), ["anna", "ben"]),
        (2, (), ["anna", "ben", "cleo"]),
        (9, (), ["anna", "ben", "cleo"]),
        (0, ("anna",), ["ben"]),
        (1, ("anna",), ["ben", "cleo"]),
        (1, ("ben",), ["anna", "cleo"]),
        (0, ("anna", "ben"), ["cleo"]),
        (0, ("anna", "ben", "cleo"), ["anna"]),  # an absence never silences
    ],
)
def test_who_is_away_is_passed_over(escalated, away, gets):
    assert roster.responsible_people(people(anna="ben", ben="cleo", cleo=None), "anna", escalated, away) == gets


@pytest.mark.parametrize(
    ("escalated", "away", "unreachable", "gets"),
    [
        (0, (), ("anna",), ["anna", "ben"]),
        (1, (), ("anna",), ["anna", "ben"]),
        (0, (), ("anna", "ben"), ["anna", "ben", "cleo"]),
        (0, ("ben",), ("anna",), ["anna", "cleo"]),
        (0, (), ("anna", "ben", "cleo"), ["anna", "ben", "cleo"]),
        (0, (), ("cleo",), ["anna"]),
    ],
)
def test_whom_mail_does_not_reach_has_the_next_one_beside_them(escalated, away, unreachable, gets):
    everybody = people(anna="ben", ben="cleo", cleo=None)
    assert roster.responsible_people(everybody, "anna", escalated, away, unreachable) == gets


def test_an_absence_of_the_configuration_is_one_of_whole_days_on_the_house_s_clock():
    anna = replace(people(anna=None)["anna"], away=hours.parse_closed_dates(["2026-12-24..2026-12-31"]))
    for when, away in (
        ("2026-12-23 23:59", False),
        ("2026-12-24 00:00", True),
        ("2026-12-31 23:59", True),
        ("2027-01-01 00:00", False),
    ):
        assert roster.absent_people({"anna": anna}, (), OFFICE, at(when)) == ({"anna"} if away else set()), when
    assert roster.absent_people({}, ("ben",), OFFICE, MONDAY) == {"ben"}


# --- quiet hours and slots


@pytest.mark.parametrize(
    ("quiet", "monday"),
    [
        (["12:00-13:00"], ((540, 720), (810, 1080))),  # lunch runs on until 13:30
        (["08:00-10:00", "17:30-20:00"], ((600, 750), (810, 1050))),
        (["20:00-10:00"], ((600, 750), (810, 1080))),  # over midnight
        (["10:00-10:15", "11:00-11:15"], ((540, 600), (615, 660), (675, 750), (810, 1080))),
        (["10:00-00:00"], ((540, 600),)),
        ([], ((540, 750), (810, 1080))),
    ],
)
def test_quiet_hours_are_cut_out_of_every_day(quiet, monday):
    assert OFFICE.with_quiet_hours(hours.parse_quiet_hours(quiet)).week[0] == monday


def test_quiet_hours_that_leave_nothing_are_refused():
    with pytest.raises(ValueError, match="never open"):
        OFFICE.with_quiet_hours(hours.parse_quiet_hours(["00:00-24:00"]))


@pytest.mark.parametrize("text", ["12-13", "12:00-12:00", "25:00-26:00", "noon"])
def test_wrong_quiet_hours_are_refused(text):
    with pytest.raises(ValueError, match=r"write|begin before"):
        hours.parse_quiet_hours([text])


def test_a_language_that_lacks_a_phrase_is_told_by_name_and_line():
    english = wording.parse_words("en", 'days = "a b c d e f g"\ndays_short = "a b c d e f g"\nmonths = "a b c d e f g h i j k l"\n'
                                 'months_short = "a b c d e f g h i j k l"\nnew = "new"\nnag = "reminder {n}"\n')  # fmt: skip
    with pytest.raises(wording.WordsError) as refused:
        wording.parse_words("xx", 'days = "a b"\ndays_short = "a b c d e f g"\nmonths = "a b c d e f g h i j k l"\n'
                           'months_short = "a b c d e f g h i j k l"\nnag = "{x}"\nnwe = "neu"\n', english)  # fmt: skip
    told = refused.value.problems
    assert (1, "days: write 7 words in quotes, one space between them") in told
    assert (0, '"new" is missing: in English it is "new"') in told
    assert (5, "nag: places that may stand in braces: n") in told
    assert (6, 'unknown name "nwe"') in told


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_every_language_says_why_there_was_no_acknowledgement(language):
    words = TEMPLATES.words_for_language(language)
    for code in set(SuppressionCode) - {SuppressionCode.OWN_MESSAGE}:  # which opens no inquiry
        assert words.suppression_reason(code) != code
        assert (words.suppression_reason(code) == english_reason(code)) is (language == "en")
    assert not words.reasons.keys() - set(SuppressionCode), "a code that nobody gives"


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "by Tuesday 10:00"), ("de", "bis Dienstag, 10:00 Uhr"), ("fr", "au plus tard mardi à 10:00"),
     ("es", "a más tardar el martes a las 10:00"), ("it", "entro martedì alle 10:00"),
     ("pt", "até terça-feira às 10:00"), ("nl", "uiterlijk dinsdag om 10:00 uur")],
)  # fmt: skip
def test_a_promise_in_the_customer_s_words(language, said):
    promise, now = at("2026-12-01 10:00"), at("2026-11-27 16:00")
    assert TEMPLATES.words_for_language(language).format_deadline(promise, now, BERLIN) == said
    assert "10:00" in TEMPLATES.words_for_language(language).format_deadline(
        promise, promise - timedelta(hours=1), BERLIN
    )


@pytest.mark.parametrize(("given_to", "owner"), [("ben", "ben"), ("front", "front"), ("dan", "anna")])
def test_what_was_given_to_somebody_nobody_knows_is_with_the_owner_of_the_mailbox(given_to, owner):
    assert roster.current_owner(given_to, "anna", {"anna", "ben"}, ["front"]) == owner
