"""The confirmation: what became of commands, in the thread of the digest and the language of its reader, and no machine answers it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.samples import TEMPLATES, inquiry
from watcher.core.commands.parse import EXAMPLE_COMMANDS, ParsedLine, parse_future_time, parse_lines
from watcher.core.inquiry.decide import InquiryCommand
from watcher.core.inquiry.model import InquiryState
from watcher.core.letters import confirmation
from watcher.core.letters.confirmation import CommandOutcome
from watcher.core.translatable import Translatable

BERLIN = ZoneInfo("Europe/Berlin")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
X = Translatable("welcome_back")


def say(phrase: Translatable, language: str = "en") -> str:
    return TEMPLATES.words_for_language(language).say_phrase(phrase, TUESDAY, BERLIN)


@pytest.mark.parametrize(
    ("outcome", "headline"),
    [
        (CommandOutcome([X]), "Done"),
        (CommandOutcome([X], [X]), "Done, but not all"),
        (CommandOutcome([], [X]), "Nothing was changed"),
        (CommandOutcome(refusal_reason=X), "Your commands were not carried out"),
    ],
)
def test_the_headline_says_whether_all_of_it_was_done(outcome, headline):
    assert say(outcome.headline) == headline


def test_a_line_is_repeated_with_nothing_to_click():
    outcome = CommandOutcome()
    outcome.add_problem("3 done https://evil.example\n", Translatable("unclear_question"))
    assert [say(each) for each in outcome.problems] == [
        "\u201c3 done hxxps://evil.example\u201d: a question is no command"
    ]


def test_a_wrong_number_is_noticed():
    named = confirmation.describe_inquiry(3, inquiry(customer_name="Carol", subject="Leaking roof"))
    nameless = confirmation.describe_inquiry(3, inquiry(customer_name="", customer="", subject=""))
    assert [say(each) for each in (named, nameless)] == ["3 (Carol, Leaking roof)", "3 (unknown sender, (no subject))"]
    assert say(nameless, "de") == "3 (Absender unbekannt, (kein Betreff))"


@pytest.mark.parametrize(
    ("command", "after", "said"),
    [
        (InquiryCommand("snooze", "x", FRIDAY), inquiry(), "sleeps until Friday 09:00"),
        (InquiryCommand("assign", "x", new_owner="ben"), inquiry(owner="ben"), "is ben's now"),
        (InquiryCommand("done", "x"), inquiry(), "done"),
        (InquiryCommand("reopen", "x"), inquiry(), "waits again"),
        (
            InquiryCommand("dismiss", "x"),
            inquiry(state=InquiryState.DISMISSED),
            "no inquiry; nobody is reminded of it any more",
        ),
        (
            InquiryCommand("dismiss", "x"),
            inquiry(mailbox="info", owner="ben"),
            "goes to ben: the mail was sent to info, too",
        ),
    ],
)
def test_what_changed(command, after, said):
    assert say(confirmation.describe_change(command, after)) == said


@pytest.mark.parametrize("state", InquiryState)
def test_what_was_so_already_is_said_of_every_state(state):
    assert say(confirmation.describe_no_change(inquiry(state=state), InquiryCommand("done", "x"))).endswith(
        "already, nothing to do"
    )


def test_who_has_it_already():
    assert (
        say(confirmation.describe_no_change(inquiry(owner="ben"), InquiryCommand("assign", "x")))
        == "is with ben already, nothing to do"
    )


@pytest.mark.parametrize(
    ("state", "is_new", "said"),
    [
        (InquiryState.WAITING, True, "R12 (Carol, Roof): is inquiry 1 now"),
        (InquiryState.ANSWERED, True, "R12 (Carol, Roof): is inquiry 1 now, and was answered before"),
        (InquiryState.WAITING, False, "R12 (Carol, Roof): is inquiry 1 already, nothing to do"),
    ],
)
def test_what_was_promoted(state, is_new, said):
    case = inquiry(number=1, customer_name="Carol", subject="Roof", state=state)
    assert say(confirmation.describe_promotion(12, case, is_new)) == said


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_a_line_that_is_shown_is_understood_in_every_language(language):
    for verb, example in EXAMPLE_COMMANDS.items():
        (found,) = parse_lines([say(example, language)])
        assert isinstance(found, ParsedLine), (language, found)
        assert (found.verb, found.numbers) == (
            verb,
            (12,) if verb == "promote" else (41,) if "number" in example.values else (),
        )
        if verb in ("snooze", "away"):
            assert parse_future_time(found.argument, TUESDAY, BERLIN) > TUESDAY


@pytest.mark.parametrize("language", TEMPLATES.languages)
def test_a_line_said_in_other_words_is_understood_too(language):
    other_words = say(Translatable("unclear_customer", {"example": EXAMPLE_COMMANDS["done"]}), language)
    line = other_words[other_words.index("41 ") :]
    (found,) = parse_lines([line])
    assert found == ParsedLine(line, "done", (41,))
