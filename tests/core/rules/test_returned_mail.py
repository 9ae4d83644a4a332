"""core/rules/returned_mail.py: reports of mail systems, and people who write about them."""

from __future__ import annotations

import pytest

from tests.samples import CAROL, RULES, facts, us
from watcher.core.message.model import Address
from watcher.core.rules import rules

POSTMASTER = Address("postmaster@mx.example")
ORIGINAL = (
    "\n\nReceived: from mail.example by mx.example\nFrom: x@y.example\nReply-To: <x@y.example>\nTo: z@y.example\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Invalid final delivery userid: carol@customer.example" + ORIGINAL,
        "Delivery has failed to these recipients or groups:\n\n550 5.1.1 RESOLVER.ADR.RecipNotFound; not found"
        + ORIGINAL,
        "Your message\n\ndid not reach the following recipient(s):\n\ncarol@customer.example" + ORIGINAL,
        "Ihre Nachricht konnte nicht zugestellt werden." + ORIGINAL,
        "Votre message n'a pas pu être remis." + ORIGINAL,
        "El mensaje no se pudo entregar." + ORIGINAL,
        "送信先のメールボックスが一杯のため、送信できませんでした。" + ORIGINAL,
        "Сообщение не доставлено." + ORIGINAL,
    ],
)
@pytest.mark.parametrize("sender", [POSTMASTER, Address("MAILER-DAEMON@mx.example"), Address("no-reply@mx.example")])
def test_a_mail_systems_words_are_a_report_and_the_mail_it_carries_is_nobodys_form(text, sender):
    verdict = rules.classify_message(
        facts(from_=(sender,), text=text, subject="Error", base_subject="Error"), RULES, us()
    )
    assert (verdict.attention, verdict.ack, verdict.customer) == ("none", False, None), verdict.why


@pytest.mark.parametrize(
    ("subject", "text", "forwarded"),
    [
        (
            "Undeliverable?",
            "I wrote to accounts@ and got: 550 5.1.10 RecipientNotFound. Who gets the order then?",
            False,
        ),
        ("Failure notice", "You have put a failure notice on my application. Why is that?", False),
        (
            "Undelivered Mail Returned to Sender",
            "See attached, my mail to Anna came back twice. Please pass it on to her.",
            True,
        ),
        ("Unzustellbar: Anfrage", "Meine Anfrage kam zurück, siehe unten. Haben Sie Regalböden auf Lager?", True),
        ("Delivery Status Notification (Failure)", "Votre adresse a refusé mon message, est-ce la bonne ?", True),
    ],
)
def test_whoever_asks_about_a_bounce_is_a_customer(subject, text, forwarded):
    message = facts(subject=subject, base_subject=subject, text=text, is_forward=forwarded)
    verdict = rules.classify_message(message, RULES, us())
    assert (verdict.attention, verdict.ack) == ("answer", True), verdict.why


REPORT = (
    "*** Message from the virus wall ***\n\nThe following mail could not be delivered.\nVerify the recipient's address."
)


@pytest.mark.parametrize(
    ("subject", "text", "attention"),
    [
        ("Mail could not be delivered", REPORT, "review"),
        ("Fwd: Mail could not be delivered", f"Please tell Anna, mine came back. {REPORT}", "answer"),
        (
            "Mail could not be delivered",
            "Please pass this on to Anna, she waits for our drawings of the gate.",
            "answer",
        ),
    ],
)
def test_a_report_that_carries_its_original_as_mail_programs_do_is_no_persons(subject, text, attention):
    """What is attached as a message makes it a forward."""
    gateway = Address("inetgw1@mx.example")
    message = facts(
        from_=(gateway,),
        subject=subject,
        base_subject="Mail could not be delivered",
        text=text,
        is_forward=True,
        has_prefix=subject.startswith("Fwd"),
        part_types=("multipart/mixed", "text/plain", "message/rfc822"),
    )
    verdict = rules.classify_message(message, RULES, us())
    assert verdict.attention == attention, verdict.why


@pytest.mark.parametrize("text", ["", "Forward the message."])
def test_a_bounce_passed_on_without_a_word_is_shown_for_a_glance(text):
    subject = "Returned mail: see transcript for details"
    message = facts(subject="Fwd: " + subject, base_subject=subject, text=text, is_forward=True)
    assert rules.classify_message(message, RULES, us()).attention == "review"


@pytest.mark.parametrize(
    "sender",
    [
        Address("office@rapid.example", "Rapid Mail Delivery Service"),
        Address("postmaster.antiques@dealers.example", "Postmaster Antiques"),
        Address("joe@postmasters.example", "The Old Postmaster's House"),
    ],
)
def test_a_firm_of_such_a_name_is_a_customer(sender):
    assert rules.classify_message(facts(from_=(sender,)), RULES, us()).ack


def test_a_name_that_says_nothing_else_is_a_mail_system():
    for name in ("Mail Delivery Subsystem", "Mail Delivery System", "MAILER-DAEMON", "System Administrator"):
        message = facts(from_=(Address("x@mx.example", name),), text="The message came back.")
        assert rules.classify_message(message, RULES, us()).attention == "review", name


def test_whoever_owns_a_small_domain_may_write_from_its_postmaster():
    verdict = rules.classify_message(facts(from_=(Address("postmaster@small.example"),), reply_to=()), RULES, us())
    assert (verdict.attention, verdict.ack) == ("answer", False)
    assert rules.classify_message(facts(from_=(CAROL,)), RULES, us()).ack


@pytest.mark.parametrize(
    "text",
    [
        "Your driver left the pallet at the wrong farm. Sort it out please.",
        "Die Lieferung stand beim Nachbarn. Ich brauche sie heute noch.",
        "Le colis est chez le voisin, rien ne va. Merci de rappeler.",
    ],
)
def test_who_wants_something_below_such_a_subject_is_a_person(text):
    subject = "Delivery failure"
    verdict = rules.classify_message(
        facts(from_=(CAROL,), text=text, subject=subject, base_subject=subject), RULES, us()
    )
    assert verdict.attention == "answer"


@pytest.mark.parametrize(
    "text",
    [
        "Delivery is delayed to these recipients or groups:\n\ncarol@customer.example\n\nDelivery will continue to be attempted.",
        "Die Zustellung an die folgenden Empfänger oder Gruppen verzögert sich:\n\ncarol@customer.example",
        "La remise à ces destinataires ou groupes est retardée :\n\ncarol@customer.example",
        "The server will keep trying to deliver this message for the next 2 days.",
    ],
)
def test_what_is_only_delayed_is_a_report_where_no_answer_reaches_its_sender(text):
    exchange = Address("MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@customer.example", "Microsoft Outlook")
    report = facts(
        from_=(exchange,), return_path="", text=text, subject="Delivery delayed", base_subject="Delivery delayed"
    )
    assert rules.classify_message(report, RULES, us()).attention == "none"
    complaint = facts(
        text="Our delivery is delayed again. Please call.", subject="Delivery delayed", base_subject="Delivery delayed"
    )
    assert rules.classify_message(complaint, RULES, us()).attention == "answer"
