"""core/rules/letter_shape.py, rules/54-circulars.toml: letters to many that greet nobody as theirs, and customers who tell much."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import classify_text, read_letters
from tests.samples import facts
from watcher.core.message.model import Address
from watcher.core.rules import letter_shape

ANNA = Address("anna@wool.example", "Anna Moss")


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("told_at_length"))
def test_a_letter_to_many_that_greets_nobody_as_theirs_is_for_a_glance(sender, subject, text):
    verdict = classify_text(subject, text, sender)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("told_by_customers"))
def test_a_customer_who_tells_much_and_asks_nothing_is_answered(sender, subject, text):
    assert classify_text(subject, text, sender).attention == "answer"


@pytest.mark.parametrize(
    ("text", "is_first"),
    [
        ("The wool is here.\n\nAnna", True),
        ("The wool is here.\n\nWarm wishes, Anna x", True),
        ("The wool is here.\n\nAnna & Tom", True),
        ("The wool is here.\n\nAnna, who spins", True),
        ("The wool is here.\n\nWarm wishes, Anna", True),
        ("The wool is here.\n\nAnna Moss", False),
        ("The wool is here.\n\nAnna and Tom Moss", False),
        ("The wool is for Anna", False),
        ("", False),
    ],
)
def test_a_first_name_signs_in_the_last_line(text, is_first):
    assert letter_shape.is_signed_by_first_name(facts(text=text, from_=(ANNA,))) is is_first


@pytest.mark.parametrize(
    ("text", "there_are"),
    [
        ("Hi,\n\n" + "The wool is here. " * 5 + "\n \n" + "It is soft. " * 5 + "\n\nAnna", True),
        ("Hi,\n\n" + "The wool is here. " * 10 + "\n\nAnna", False),
        ("Hi,\n\nThe wool is here.\n\nIt is soft.\n\nAnna", False),
        ("Hi,\n\n" + "The wool is here. " * 90 + "\n\nIt is soft.\n\nAnna", False),
        ("", False),
    ],
)
def test_paragraphs_are_two_at_least_in_a_letter_of_some_length(text, there_are):
    assert letter_shape.has_paragraphs(facts(text=text)) is there_are


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("The A-1250 belt", True),
        ("It shows EA338.", True),
        ("See md/raid5.c", True),
        ("4711 Road", False),
        ("at 7.30pm on 3 May", False),
        ("", False),
    ],
)
def test_a_part_is_letters_and_figures_that_are_no_word(text, is_part):
    assert letter_shape.names_part(facts(text=text)) is is_part


@pytest.mark.parametrize(
    "text",
    [
        "We're bringing 58 children and 7 adults.",
        "Wir kommen am 9. Mai mit dem Bus, 38 Personen.",
        "Nous serons 46.",
        "Seremos unos 40.",
        "Verso le 12.30 saremmo da voi.",
        "Dzień dobry Państwu, będzie nas 44 i przyjedziemy o 10.",
        "Bit će nas 36 i oko pola jedan bili bismo kod vas.",
        "人数は25名ほどです。",
        "हम 20 लोग आएंगे",
    ],
)
def test_who_comes_tells_how_many(text):
    assert letter_shape.expects_guests(facts(text=text, base_subject="", subject=""))


@pytest.mark.parametrize(
    "text", ["The shop is open for 40 hours.", "Der Saal fasst viele Leute.", "58 balls of wool", ""]
)
def test_other_figures_are_no_guests(text):
    assert not letter_shape.expects_guests(facts(text=text, base_subject="", subject=""))


@pytest.mark.parametrize(
    ("addressed", "is_itself"),
    [
        ((ANNA,), True),
        ((ANNA, Address("carol@customer.example")), False),
        ((Address("carol@customer.example"),), False),
        ((), False),
    ],
)
def test_only_its_sender_is_addressed(addressed, is_itself):
    assert letter_shape.is_addressed_to_sender(facts(from_=(ANNA,), to=addressed)) is is_itself


def test_a_group_that_passes_on_a_customers_mail_is_addressed_itself_and_answers_go_to_the_customer():
    message = facts(from_=(ANNA,), to=(ANNA,), reply_to=(Address("carol@customer.example"),))
    assert not letter_shape.is_addressed_to_sender(message)


def test_a_letter_that_hides_whom_it_goes_to_is_for_a_glance():
    text = "Hello,\n\nthe path by the mill is shut from next week. Walkers go round by Church Lane.\n\nMargaret"
    assert classify_text("Footpath", text, "Margaret Poole <m.poole@mill.example>").ack
    verdict = classify_text("Footpath", text, "Margaret Poole <m.poole@mill.example>", to="m.poole@mill.example")
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("domain", "is_providers"), [("gmail.com", True), ("wool.example", False)])
def test_a_providers_mailbox_is_known_by_its_domain(domain, is_providers):
    assert letter_shape.is_from_provider(facts(from_=(Address(f"anna@{domain}"),))) is is_providers


def test_who_tells_at_length_and_wants_nothing_is_answered_by_a_person_alone():
    text = (
        "Hello,\n\nThe greenhouse stands on the north side now, and the old beds have been dug over and put to grass.\n\n"
        "The quinces came out well, and the hedge was planted in the last week of October.\n\nCarol Reed"
    )
    verdict = classify_text("The greenhouse", text)
    assert (verdict.attention, verdict.ack, [str(code) for code in verdict.codes]) == ("answer", False, ["doubtful"])
    assert classify_text("The greenhouse", text.replace("Hello", "Hello Pete")).ack
    assert classify_text("The greenhouse", text, "Carol Reed <carol.reed@gmail.com>", "<1@mail.gmail.com>").ack
