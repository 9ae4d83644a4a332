"""The digest: the worst first, a line for each inquiry, and why somebody may know nothing of us."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest

from tests.pictures import CALENDAR, CASES
from tests.samples import TEMPLATES
from watcher.core import hours
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.inquiry.model import (
    ANSWERED_MARK,
    AUTHENTICATED,
    FROM_OUTSIDE,
    NOT_AUTHENTICATED,
    ONE_OF_SEVERAL,
    QUOTED_REPLY,
    ProblemKind,
    ReplyProof,
)
from watcher.core.letters.digest import Coverage, DigestContent, build_digest

SINCE = datetime(2026, 11, 23, 10, tzinfo=UTC)
COVERAGE = Coverage(214, 9, 1, None, [Incident(IncidentKind.MAILBOX_UNSEEN, "support", SINCE, "login refused")])


def build(head, waiting, **more):
    digest = build_digest(TEMPLATES, head, DigestContent("anna", waiting, COVERAGE, CALENDAR, None, **more))
    message = message_from_bytes(digest.letter.data, policy=policy.default)
    return message, message.get_body(("plain",)).get_content(), list(digest.inquiries)


def test_broken_promises_come_first_then_what_is_new(head):
    fresh = replace(CASES[1], inquiry=replace(CASES[1].inquiry, promise_at=None), nag=1)
    old = replace(CASES[2], inquiry=replace(CASES[2].inquiry, promise_at=None), nag=3, waiting_time=timedelta(days=9))
    assert build(head, [old, fresh, CASES[0]])[2] == [41, 44, 45]


def test_every_inquiry_has_one_number_which_is_the_same_everywhere(head):
    message, text, numbers = build(head, CASES)
    page = message.get_body(("html",)).get_content()
    for number in numbers:
        case = next(case for case in CASES if case.inquiry.number == number)
        assert f"{number}. {case.inquiry.subject}" in text
        assert f"body={number}%20done" in page
    for other in range(1, 4):
        assert not re.search(rf"(?m)^ *{other}\. |body={other}%20|>{other}\.<", text + page)


def test_an_urgent_one_names_its_inquiry_in_the_subject(head):
    assert "Quote for 120" in build(head, CASES[:1], urgent=True)[0]["Subject"]
    assert "Quote for 120" not in build(head, CASES[:1])[0]["Subject"]


def test_what_cannot_be_seen_is_said(head):
    assert "login refused" in build(head, [])[1]


def test_a_digest_written_again_is_the_same_octets(head):
    content = DigestContent("anna", CASES, COVERAGE, CALENDAR, None)
    assert build_digest(TEMPLATES, head, content) == build_digest(TEMPLATES, head, content)


def test_a_contact_that_was_imported_shows_name_and_note_and_needs_no_excuse(head):
    lead = replace(
        CASES[0].inquiry, customer_name="Carol Jones", subject="wants a roof", ack_reason="imported", promise_at=None
    )
    text = build(head, [replace(CASES[0], inquiry=lead, acknowledgement_state=None)])[1]
    assert "Carol Jones <" in text and "wants a roof" in text
    assert "may not know" not in text and "promise broken" not in text


def test_only_a_promise_that_was_made_can_be_broken(head):
    late = replace(CASES[0], inquiry=replace(CASES[0].inquiry, promise_at=head.now - timedelta(hours=1)))
    told, silent = (build(head, [one])[0] for one in (late, replace(late, acknowledgement_state=None)))
    for kind in ("plain", "html"):
        kept, owed = (message.get_body((kind,)).get_content() for message in (told, silent))
        assert "promise broken: answer was due" in kept and "overdue: an answer was due" not in kept
        assert "overdue: an answer was due" in owed and "promise broken" not in owed


def test_who_wrote_that_an_answer_will_follow_is_told_why_it_is_still_listed(head):
    promised_at = head.now - timedelta(hours=1)
    held = replace(
        CASES[0].inquiry, waiting_since=promised_at, last_customer_at=None, opened_at=promised_at - timedelta(hours=2),
        first_promise_at=promised_at, possible_answer=None,
    )  # fmt: skip
    for kind in ("plain", "html"):
        told, silent = (
            build(head, [replace(CASES[0], inquiry=one)])[0].get_body((kind,)).get_content()
            for one in (held, replace(held, first_promise_at=None))
        )
        assert "Promised on your side (" in told
        assert "Promised on your side" not in silent


def test_who_reads_how_long_it_waits_is_told_that_opening_hours_count(head):
    words = "waiting times count opening hours"
    assert words in " ".join(build(head, CASES)[1].split())
    assert words not in " ".join(build(head, [])[1].split())
    always_open = replace(CALENDAR, week=hours.parse_week({"mon-sun": ["00:00-24:00"]}))
    digest = build_digest(TEMPLATES, head, DigestContent("anna", CASES, COVERAGE, always_open, None))
    assert words.encode() not in digest.letter.data


BOUNCED = "came back: the reply to carol@customer.example did not arrive: 550 5.1.1 no such user"
RETURNED = "unreachable: our acknowledgement to carol@customer.example came back: 550 5.1.1 no such user"


@pytest.mark.parametrize("language", TEMPLATES.languages)
@pytest.mark.parametrize(
    ("kind", "problem", "said_by_server"),
    [
        (ProblemKind.UNREADABLE, "unreadable: no header. Please look at it in your mail program.", ""),
        (ProblemKind.UNREACHABLE, RETURNED, "550 5.1.1 no such user"),
        (ProblemKind.REPLY_BOUNCED, BOUNCED, "550 5.1.1 no such user"),
        (ProblemKind.UNACKNOWLEDGED, "no acknowledgement: a line end in the address", ""),
    ],
)
def test_what_is_wrong_with_an_inquiry_is_said_in_the_readers_language(head, language, kind, problem, said_by_server):
    case = replace(CASES[0], inquiry=replace(CASES[0].inquiry, problem_kind=kind, problem=problem))
    words = TEMPLATES.words_for_language(language)
    text = " ".join(build(replace(head, language=language), [case])[1].split())
    phrase = words.say("problem_" + str(kind).replace("-", "_"))
    assert phrase in text.replace(" ! ", " ")
    assert said_by_server in text
    assert problem.partition(": ")[2].partition(":")[0] not in text, "the English of the journal"


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_how_a_reply_is_known_is_said_in_the_readers_language(head, language):
    words = TEMPLATES.words_for_language(language)
    signs = {FROM_OUTSIDE: "outside", NOT_AUTHENTICATED: "not_authenticated", AUTHENTICATED: "authenticated",
             ONE_OF_SEVERAL: "several", ANSWERED_MARK: "marked", QUOTED_REPLY: "quoted"}  # fmt: skip
    for sign, name in signs.items():
        proof = ReplyProof(
            "anna@example.com", "r1@example.com", SINCE, f"Inbox, {sign}: In-Reply-To q1@customer.example"
        )
        case = replace(CASES[0], inquiry=replace(CASES[0].inquiry, possible_answer=proof))
        text = " ".join(build(replace(head, language=language), [case])[1].split())
        assert f"(Inbox, {words.say(f'proof_{name}')})" in text
        assert (sign in text) is (language == "en" and words.say(f"proof_{name}") == sign)
