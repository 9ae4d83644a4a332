"""core/rules/portals.py: who wrote through a portal, in any layout and language."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import classify_text, read_letters


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("portals"))
def test_whom_a_portal_announces_is_an_inquiry_that_no_machine_answers(sender, subject, text):
    verdict = classify_text(subject, text, sender)
    assert (verdict.attention, verdict.ack) == ("answer", False), verdict.why


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("readers_mailboxes"))
def test_a_message_in_the_readers_own_mailbox_elsewhere_is_nobodys(sender, subject, text):
    assert classify_text(subject, text, sender).attention != "answer"


def test_a_person_who_announces_somebody_is_answered_themselves():
    sender = "Ann Cole <ann@customer.example>"
    verdict = classify_text(
        "New message from my mother", "She is looking for a stair lift. What does one cost?", sender
    )
    assert (verdict.attention, verdict.ack, "web" in verdict.tags) == ("answer", True, False)


def test_what_colleagues_write_in_a_program_is_no_portals():
    text = "Ben sent you a message\n\nthe drawings are in the folder"
    assert classify_text("New message from Ben", text, "Slack <notification-noreply@slack.com>").attention != "answer"


def test_a_firm_under_its_own_name_that_asks_for_an_offer_is_no_portal():
    text = "Dear Sirs,\n\nWe have a request for a quote for the care of our garden.\n\nRoelien Oosterhuis\nAssistant manager"
    for subject in ("New request for a quote for our garden", "Garden"):
        verdict = classify_text(subject, text, "Domstad Homes <r.oosterhuis@domstad-homes.example>")
        assert (verdict.attention, verdict.ack, "web" in verdict.tags) == ("answer", True, False), verdict.why


def test_a_house_that_announces_somebody_in_its_subject_is_a_portal_though_nothing_says_how_it_was_sent():
    text = "Buyer: Mr. Ferhat\nProduct: ball valve DN50\n\nwe want price FOB"
    verdict = classify_text(
        "New inquiry from a buyer", text, "Valve Market <inquiry@b2bvalves.example>", "<9c06@b2bvalves.example>"
    )
    assert (verdict.attention, verdict.ack) == ("answer", False)
