"""core/rules/effects.py: transport alone hides nobody, and what is in doubt is never hidden."""

from __future__ import annotations

import pytest

from tests import attention_table, corpus
from tests.samples import facts, us
from watcher.core.message.model import Address, OwnIdentity
from watcher.core.rules import effects, rules
from watcher.core.rules.codes import TrackingEffect
from watcher.core.rules.model import Attention

RULES = corpus.shipped()
PERSONS = [case for case in attention_table.field_cases() if case.expected_track == "True"]
SILENT = [case for case in attention_table.field_cases() if case.expected_track == "False"]


@pytest.mark.parametrize("case", PERSONS, ids=lambda case: case.file)
def test_no_person_is_hidden(case: attention_table.FieldCase):
    verdict = case.classify(RULES)
    assert verdict.attention is not Attention.NONE, verdict.why


def test_persons_are_answered_and_acknowledged():
    assert sum(case.classify(RULES).track for case in PERSONS) >= 0.92 * len(PERSONS)
    may = [case for case in PERSONS if case.expected_ack == "True"]
    assert sum(case.classify(RULES).ack for case in may) >= 0.9 * len(may)


def test_few_machines_are_answered_and_fewer_acknowledged():
    assert sum(case.classify(RULES).ack for case in SILENT) <= 0.10 * len(SILENT)
    assert sum(case.classify(RULES).track for case in SILENT) <= 0.15 * len(SILENT)


HOUSE = OwnIdentity(
    frozenset({"sales@house.example", "info@house-roofs.example"}), frozenset({"anna@house.example", "ben@gmail.com"})
)


@pytest.mark.parametrize(
    "sender",
    [
        "x@house.example",
        "X+y@House.example",
        "printer@mail.house.example",
        "new@house-roofs.example",
        "new@shop.house-roofs.example",
    ],
)
def test_somebody_of_our_own_domain_whom_nobody_named_is_never_written_to_and_perhaps_a_colleague(sender):
    message = facts(from_=(Address(sender),), to=(Address("sales@house.example"),))
    verdict = rules.classify_message(message, RULES, HOUSE)
    assert (verdict.attention, verdict.ack) == (Attention.REVIEW, False)
    assert "a colleague?" in verdict.why


@pytest.mark.parametrize(
    "sender", ["x@nothouse.example", "x@house.example.evil.example", "carol@gmail.com", "x@elsewhere.example"]
)
def test_somebody_of_another_domain_is_no_colleague(sender):
    message = facts(from_=(Address(sender),), to=(Address("sales@house.example"),))
    assert rules.classify_message(message, RULES, HOUSE).ack


def test_at_a_small_provider_where_nobody_of_the_house_has_an_address_others_are_customers_and_not_written_to():
    house = OwnIdentity(frozenset({"firm@smallnet.example"}), frozenset({"anna@gmail.com"}))
    message = facts(from_=(Address("carol@smallnet.example"),), to=(Address("firm@smallnet.example"),))
    verdict = rules.classify_message(message, RULES, house)
    assert (verdict.attention, verdict.ack) == (Attention.ANSWER, False)
    assert rules.classify_message(facts(), RULES, us()).ack


@pytest.mark.parametrize(
    ("subject", "text", "attention", "ack"),
    [
        ("Automatic reply: offer", "I am not here.", "review", False),
        ("Abwesenheitsnotiz", "Bin nicht da.", "review", False),
        ("Carol is out of the office", "", "review", False),
        ("自動返信: お問い合わせ", "ありがとう", "review", False),
        ("Automatic reply: offer", "Not here. Questions? Need help? Call Jan.", "review", False),
        ("Automatic reply: offer", "I read mail twice a day and answer what I can. " * 20, "answer", False),
        (
            "Resposta automática recebida",
            "Recebi só a resposta automática. Gostaríamos de oito portadas.",
            "answer",
            False,
        ),
        ("Automatic reply to my order", "I got one. When will my forty chairs come?", "answer", True),
    ],
)
def test_a_subject_of_automatic_replies_over_a_persons_question_forbids_nothing(subject, text, attention, ack):
    message = facts(subject=subject, base_subject=subject, text=text)
    verdict = rules.classify_message(message, RULES, us())
    assert (verdict.attention, verdict.ack) == (attention, ack), verdict.why


@pytest.mark.parametrize("local", ["quote-request", "talk-request"])
def test_a_request_in_a_local_part_forbids_nothing_over_a_persons_words_and_is_a_lists_over_none(local):
    sender = (Address(f"{local}@customer.example"),)
    assert rules.classify_message(facts(from_=sender), RULES, us()).ack
    listed = rules.classify_message(facts(from_=sender, return_path=""), RULES, us())
    assert (listed.attention, listed.ack) == (Attention.REVIEW, False)


class CountedAddresses(frozenset):
    """It counts how often somebody goes through all of them, or copies them."""

    passes = 0

    def __iter__(self):
        CountedAddresses.passes += 1
        return super().__iter__()

    def __or__(self, other):
        CountedAddresses.passes += 1
        return super().__or__(other)


def test_no_message_goes_through_all_addresses_of_a_house():
    """An agency has thousands of mailboxes: what follows from them alone is made once."""
    house = OwnIdentity(CountedAddresses(HOUSE.mailboxes), CountedAddresses(HOUSE.people))
    for case in (*PERSONS, *SILENT):
        rules.classify_message(case.read(), RULES, house)
    assert len(PERSONS) > 20
    assert CountedAddresses.passes <= 4


@pytest.mark.parametrize(
    ("subject", "is_text_message"),
    [
        ("SMS modtaget fra +45 55 50 01 38", True),
        ("New WhatsApp from 07700 900123", True),
        ("SMS from you at 8", False),
        ("I sent an SMS", False),
    ],
)
def test_a_gateway_that_passes_on_a_text_message_gets_no_answer_by_mail(subject, is_text_message):
    assert ("text message" in effects.describe_call_or_fax(facts(subject=subject))) is is_text_message


@pytest.mark.parametrize(
    ("sender", "subject", "links", "passes_on"),
    [
        ("sms@gateway.example", "SMS from +44 7700 900123", 0, True),
        ("voicemail@tel.example", "New voicemail from 07700 900123", 0, True),
        ("voicemail@tel.example", "New voicemail from 07700 900123", 2, False),  # those who lure have a link
        ("fax@tel.example", "Fax from 0221 998877", 0, False),  # it reports what it has sent, too
        ("carol@customer.example", "The roof", 0, False),
    ],
)
def test_what_is_said_on_the_telephone_or_typed_there_is_passed_on(sender, subject, links, passes_on):
    message = facts(from_=(Address(sender),), subject=subject, text="we come ten minutes later", links=links)
    assert effects.passes_on_speech(message) is passes_on


NOTICE = "I am back on the 5th.\n\nNote: This is an automated response to your message {} sent on 04/01. You will receive no other.\n\n"
DISCLAIMER = "This email may contain confidential information. It is only for the use of the addressee. " * 8


@pytest.mark.parametrize(
    ("quoted", "effect"),
    [
        ('"Do you deliver to Vienna?"', TrackingEffect.ALLOWS),
        ("„Haben Sie Bohnen auf Lager, und wenn ja, wie viele?“", TrackingEffect.ALLOWS),
        ("“Dear Anna,\nshall we?”", TrackingEffect.ALLOWS),
        ("« Livrez-vous à Vienne ? »", TrackingEffect.ALLOWS),
        ("which I had read. Do you deliver to Vienna?", None),
    ],
)
def test_a_question_that_an_automatic_reply_quotes_is_not_its_own(quoted, effect):
    subject = "AUTO: Anna is out of the office. (returning 05/01)"
    message = facts(subject=subject, base_subject=subject, text=NOTICE.format(quoted) + DISCLAIMER)
    assert effects.auto_subject_effect(message) is effect
    assert not rules.classify_message(message, RULES, HOUSE).ack
