"""The confirmation: what became of commands, in the thread of the digest, and no machine answers it."""

from __future__ import annotations

import pytest

from tests.samples import inquiry
from watcher.core.inquiry.decide import InquiryCommand
from watcher.core.letters.confirmation import CommandOutcome, describe_change, describe_inquiry, describe_no_change

DONE = InquiryCommand("done", "anna, by mail")


@pytest.mark.parametrize(
    ("outcome", "headline"),
    [
        (CommandOutcome(["x"]), "Done"),
        (CommandOutcome(["x"], ["y"]), "Done, but not all"),
        (CommandOutcome([], ["y"]), "Nothing was changed"),
        (CommandOutcome(refusal_reason="too old"), "Your commands were not carried out"),
    ],
)
def test_the_headline_says_whether_all_of_it_was_done(outcome, headline):
    assert outcome.headline == headline


def test_a_line_is_repeated_with_nothing_to_click():
    outcome = CommandOutcome()
    outcome.add_problem("3 done https://evil.example\n", "not understood")
    assert outcome.problems == ["\u201c3 done hxxps://evil.example\u201d: not understood"]


def test_a_wrong_number_is_noticed():
    assert describe_inquiry(3, inquiry(customer_name="Carol", subject="Leaking roof")) == "3 (Carol, Leaking roof)"


def test_what_changed_and_what_was_so_already():
    assert describe_change(InquiryCommand("snooze", "x"), "Friday 09:00", inquiry()) == "sleeps until Friday 09:00"
    assert describe_change(InquiryCommand("assign", "x", new_owner="ben"), "", inquiry()) == "is ben's now"
    handed = inquiry(mailbox="info", owner="ben")
    assert describe_change(InquiryCommand("dismiss", "x"), "", handed) == "goes to ben: the mail was sent to info, too"
    assert (
        describe_no_change(inquiry(owner="ben"), InquiryCommand("assign", "x")) == "is with ben already, nothing to do"
    )
    assert describe_no_change(inquiry(), DONE) == "is waiting already, nothing to do"
