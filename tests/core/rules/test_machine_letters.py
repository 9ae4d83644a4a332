"""rules/53-machines.toml: what machines write in plain words, by its shape; and customers whose mail has marks of it."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import classify_text, read_letters


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("machine_letters"))
def test_what_has_the_shape_of_a_machines_mail_is_for_a_glance(sender, subject, text):
    verdict = classify_text(subject, text, sender)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("plain_customers"))
def test_a_customer_who_neither_asks_nor_says_i_is_answered(sender, subject, text):
    assert classify_text(subject, text, sender).attention == "answer"


ORDER = "The order leaves us on 4 March. It was packed with care. Number 20431."


@pytest.mark.parametrize(
    ("sender", "text", "attention"),
    [
        ("Ann Cole <ann@timberoak.example>", ORDER, "answer"),
        ("Timber Oak <ann@timberoak.example>", f"{ORDER} Your chairs: https://timberoak.example/o/20431", "review"),
        ("Ann Cole <orders@timberoak.example>", f"{ORDER} Your chairs cost 40 EUR.", "review"),
        ("Ann Cole <orders@timberoak.example>", f"I ordered too many. {ORDER} Your chairs cost 40 EUR.", "answer"),
        ("Ann Cole <orders@timberoak.example>", f"We need two more chairs. {ORDER}", "answer"),
        ("Ann Cole <orders@timberoak.example>", f"{ORDER} What would your chairs cost?", "answer"),
    ],
)
def test_no_mark_is_enough_and_a_person_outweighs_several(sender, text, attention):
    assert classify_text("Order 20431", text, sender).attention == attention


def test_a_device_under_an_address_of_our_own_is_for_a_glance_whatever_wrote_its_id():
    text = "Pages: 4\nResolution: 300 x 300 dpi\nDate: 4 March"
    message_id = "<20260304.aX4bY6cZ8dQ2fR0s@example.com>"
    verdict = classify_text("Unit 2", text, "Copier <scanner@example.com>", message_id)
    assert (verdict.attention, verdict.rule) == ("review", "a machine's notice")
