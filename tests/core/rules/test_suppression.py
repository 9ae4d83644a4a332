"""core/rules/suppression.py: the decision table, row by row: what forbids an acknowledgement, and what it says of tracking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import ANNA, CAROL, RULES, SALES, facts, us
from watcher.core.message.model import Address, MessageKind, OwnIdentity
from watcher.core.rules import rule_files, rules, suppression
from watcher.core.rules.codes import TrackingEffect
from watcher.core.rules.model import Attention

N, M, F = TrackingEffect.EXCLUDES, TrackingEffect.ALLOWS, TrackingEffect.NEEDS_RULE


def with_headers(**headers: str) -> dict:
    return {"headers": {"from": (str(CAROL),), **{name.replace("_", "-"): (value,) for name, value in headers.items()}}}


def sender(email: str, name: str = "") -> dict:
    return {"from_": (Address(email, name),)}


HELP_DESK = with_headers(auto_submitted="auto-generated", x_zendesk_email_id="1")
ROWS = [
    # A. ours
    ("own-address", N, {"from_": (ANNA,)}),
    ("own-address", F, {"from_": (SALES,)}),
    ("own-address", F, {"from_": (Address("sales+web@example.com"),)}),
    ("own-address", F, {"from_": (SALES,), "to": ()}),
    ("own-address", N, {"from_": (SALES,), "to": (CAROL,), "cc": (SALES,)}),
    ("own-address", N, {"from_": (SALES,), "in_reply_to": ("q1@customer.example",)}),
    ("own-address", N, {"sender": ANNA}),
    ("own-address", M, {"reply_to": (SALES,)}),
    ("loop-count", N, {"headers": {"received": ("x",) * 51}}),
    ("loop-count", M, with_headers(x_loop="<sales@example.com>")),  # a forwarder writes it on a customer's mail
    # B. reports
    ("mdn", N, {"part_types": ("multipart/report", "text/plain", "message/disposition-notification")}),
    ("mdn", F, {"base_subject": "Read: our offer", "text": ""}),
    ("mdn", F, {"base_subject": "Gelesen: Angebot", "text": " \n"}),
    ("mdn", F, {"base_subject": "Lu : Devis", "text": "Envoyé : mardi 10 mars 2026 09:14:00\na été lu à 11:02:33."}),
    ("feedback-report", N, {"report_type": "feedback-report"}),
    ("feedback-report", F, {"base_subject": "complaint about message from 192.0.2.1"}),
    ("machine-report", N, {"base_subject": "Report Domain: example.com Submitter: mail.example Report-ID: 1"}),
    ("machine-report", N, {"report_type": "tlsrpt"}),
    ("dsn", N, {"part_types": ("multipart/report", "text/plain", "message/delivery-status")}),
    ("dsn", N, {"report_type": "delivery-status"}),
    ("dsn", F, with_headers(x_failed_recipients="carol@customer.example")),
    ("daemon-sender", N, sender("MAILER-DAEMON@mx.example")),
    ("daemon-sender", F, sender("x@mx.example", "Mail Delivery System")),
    ("daemon-sender", F, {"from_": (), "headers": {"from": ("<>",)}}),
    ("daemon-sender", M, sender("postmaster@small.example")),
    ("dsn-like", N, {"base_subject": "Undelivered Mail Returned to Sender", "return_path": ""}),
    ("dsn-like", N, {"base_subject": "Unzustellbar: Angebot", "content_type": "multipart/report"}),
    ("dsn-like", F, {"base_subject": "Undeliverable: our offer", "text": "The message came back."}),
    # C. declared automatic
    ("auto-submitted", F, with_headers(auto_submitted="auto-replied")),
    ("auto-submitted", F, with_headers(auto_submitted="Auto-Generated (rejected)")),
    ("auto-submitted", M, {**HELP_DESK, "text": "We need a new roof. What does it cost?"}),
    ("auto-submitted", M, {"text": "Request for quotation: 120 reams of paper.", **with_headers(auto_submitted="auto-generated")}),
    ("auto-submitted", F, {**HELP_DESK, "text": "Your request was received."}),
    ("auto-submitted", F, {**with_headers(auto_submitted="auto-generated"), "text": "We need a new roof. What does it cost?"}),
    ("auto-submitted", F, with_headers(auto_submitted='auto-notified; owner-email="a@b.example"')),
    ("null-sender", M, {"return_path": ""}),
    ("vendor-auto", F, with_headers(x_autoreply="yes")),
    ("vendor-auto", F, with_headers(x_autorespond="Your order")),
    ("vendor-auto", F, with_headers(precedence="auto_reply")),
    ("vendor-auto", F, with_headers(x_precedence="Auto-Reply")),
    ("vendor-auto", F, with_headers(x_post_messageclass="9; Autoresponder")),
    ("vendor-auto", F, with_headers(x_fc_machinegenerated="true")),
    ("vendor-auto", F, with_headers(delivered_to="<autoresponder@x.example>")),
    ("vendor-auto", F, with_headers(x_amazon_mail_relay_type="notification")),
    ("vendor-auto", M, with_headers(x_ms_exchange_generated_message_source="Mailbox Rules Agent")),
    ("vendor-auto", F, with_headers(x_ms_exchange_inbox_rules_loop="a@b.example", x_auto_response_suppress="All")),
    ("other-bot", M, with_headers(x_rt_loop_prevention="rt.example")),
    ("other-bot", M, with_headers(x_zammad_ticket_id="1")),
    ("other-bot", M, with_headers(x_github_reason="mention")),
    ("other-bot", M, {"text": "##- Bitte geben Sie Ihre Antwort über dieser Zeile ein -##\n\nWas kostet ein Dach?"}),
    ("x-loop", M, with_headers(x_loop="somebody@else.example")),
    ("calendar", F, {"calendar_method": "REQUEST"}),
    ("calendar", M, {"calendar_method": "REPLY", "text": "Tuesday does not suit us. Thursday?"}),
    ("calendar", N, {"calendar_method": "REPLY", "text": "Accepted: Site visit"}),
    # D. lists and bulk
    ("list", F, with_headers(list_id="<talk.lists.example>")),
    ("list", N, {**with_headers(list_id="<talk.lists.example>"), "subject": "[talk] Roofs"}),
    ("list", N, {**with_headers(list_id="<talk.lists.example>"), "text": "The roof is done."}),
    ("list", N, {**with_headers(list_id="<talk.lists.example>"), "is_reply": True}),
    ("list", F, with_headers(precedence="LIST")),
    ("list", N, {**with_headers(x_beenthere="talk@lists.example"), "text": "Roofs leak."}),
    ("list", M, with_headers(list_id="<workshop.example.com>")),
    ("list", F, {**with_headers(list_id="<staff.example.com>"), **sender("boss@example.com")}),
    ("list", M, with_headers(list_id="<garden.group.example>", list_post="<https://groups.google.com/a/group.example/group/garden/post>")),
    ("list", F, with_headers(list_id="<garden.googlegroups.com>", list_post="<https://groups.google.com/group/garden/post>")),
    ("bulk", M, with_headers(precedence="bulk")),
    ("bulk", M, with_headers(list_unsubscribe="<https://x.example>")),
    ("bulk", M, with_headers(x_campaignid="7")),
    ("suppress-requested", M, with_headers(x_auto_response_suppress="DR, OOF, AutoReply")),
    ("suppress-requested", M, with_headers(x_auto_response_suppress="all")),
    # E. undeclared
    ("spam-flagged", N, with_headers(x_spam_flag="YES")),
    ("spam-flagged", N, {"flags": ("$Junk",)}),
    ("spam-flagged", N, with_headers(x_ms_exchange_organization_scl="6")),
    ("too-malformed", M, {"from_": ()}),
    # F. destination
    ("bad-destination", M, {"from_": (CAROL, ANNA)}),
    ("bad-destination", M, sender("carol@localhost")),
    ("bad-destination", M, sender("carol@intranet.invalid")),
    ("bad-destination", M, sender("carol@cust..example.com")),
    ("noreply-destination", F, sender("no-reply@shop.example")),
    ("noreply-destination", F, sender("donotreply@shop.example")),
    ("noreply-destination", F, sender("ne-pas-repondre@boutique.example")),
    ("noreply-destination", F, sender("wordpress@site.example")),
    ("noreply-destination", M, {"return_path": "noreply@mailer.example"}),
    ("role-destination", F, sender("owner-talk@lists.example")),
    ("role-destination", M, sender("lists@customer.example")),
    ("relayed", M, {"reply_to": (Address("eve@elsewhere.example"),)}),
    ("relayed", M, {"is_relayed": True}),
    ("relayed", M, {"subject": "New voicemail from 01632 960771", "part_types": ("multipart/mixed", "text/plain", "audio/mpeg")}),
    ("relayed", M, {"subject": "Fax von 089 1234", **sender("fax@pbx.example")}),
    ("not-addressed", M, {"to": (Address("info@other.example"),)}),
    ("not-addressed", M, {"to": (CAROL,), "bcc": (SALES,), "text": "The fete made £400.", **with_headers(bcc="sales@example.com")}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "bar", "changed"), ROWS, ids=[f"{n} {row[0]}" for n, row in enumerate(ROWS)])
def test_the_row_applies_and_no_acknowledgement_goes_out(code, bar, changed):
    message = facts(**changed)
    hits = {hit.code: hit for hit in suppression.evaluate_decision_table(message, us())}
    assert code in hits
    assert hits[code].effect is bar
    assert hits[code].why
    verdict = rules.classify_message(message, RULES, us())
    assert not verdict.ack
    assert code in verdict.codes
    if bar is N:
        assert not verdict.track


def test_a_loop_mark_that_a_forwarder_left_hides_nobody():
    marked = with_headers(x_loop="<sales@example.com>", x_forwarded_for="old@provider.example sales@example.com")
    verdict = rules.classify_message(
        facts(text="We need thirty tiles like these. Do you make them?", **marked), RULES, us()
    )
    assert (verdict.attention, verdict.ack) == ("answer", False)


@pytest.mark.parametrize(
    "changed",
    [
        with_headers(auto_submitted="no"),
        with_headers(auto_submitted="No (a person)"),
        with_headers(x_autoreply="no"),
        with_headers(x_auto_response_suppress="DR, RN, NRN"),
        with_headers(x_ms_exchange_inbox_rules_loop="a@b.example"),
        with_headers(feedback_id="1:2:3:fastmail"),
        with_headers(x_spam_status="No, score=1.0"),
        with_headers(x_spam_flag="NO"),
        with_headers(precedence="first-class"),
        with_headers(in_reply_to="<x@y.example>"),
        {"base_subject": "Automatic gain control does not work"},
        {"base_subject": "E312 automatic boot"},
        {"base_subject": "Read this, please"},
        {"base_subject": "Mail delivery to your shop: which address?"},
        {"return_path": "prvs=1234abcdef=carol@customer.example"},
        {"return_path": "SRS0=ab=cd=customer.example=carol@relay.example"},
        {"return_path": "carol@customer.example"},
        sender("bob.root@customer.example"),
        sender("reply@customer.example"),
        sender("norah.reply@customer.example"),
        sender("carol@xn--bcher-kva.example"),
        sender("carol@bücher.example"),
        {"to": (Address("sales+web@example.com"),)},
        {"to": (Address("x@other.example"),), "cc": (Address("SALES@Example.com"),)},
        {"part_types": ("multipart/mixed", "text/plain", "message/rfc822")},
        {"part_types": ("text/calendar",), "calendar_method": ""},
    ],
)
def test_people_are_not_mistaken_for_machines(changed):
    verdict = rules.classify_message(facts(**changed), RULES, us())
    assert (verdict.track, verdict.ack, verdict.codes) == (True, True, ())


def test_every_code_that_hits_is_recorded_in_table_order():
    message = facts(
        from_=(Address("no-reply@shop.example"),), return_path="", to=(Address("x@other.example"),),
        **with_headers(list_id="<a>", precedence="bulk", auto_submitted="auto-generated"),
    )  # fmt: skip
    verdict = rules.classify_message(message, RULES, us())
    assert verdict.codes == ("auto-submitted", "null-sender", "list", "bulk", "noreply-destination", "not-addressed")


def test_a_message_in_doubt_is_shown_and_never_acknowledged():
    text = "Order today, no obligation: https://garden.example/bulbs"
    doubtful = rules.classify_message(facts(text=text), RULES, us(authserv_id="mx.example.com"))
    assert (doubtful.attention, doubtful.ack) == ("review", False)


def test_from_a_rule_s_doubt_on_a_person_answers_and_a_machine_does_not():
    rule = '[[rule]]\nname = "r"\nkind = "bulk"\nattention = "review"\nscore = 3\ndoubt = 2\n'
    sign = '[[rule.evidence]]\nname = "wood"\npoints = 2\nmatch.body.contains = "larch"\n'
    ruleset = rule_files.compile_rule_set([("10.toml", rule + sign)])
    doubtful = rules.classify_message(facts(text="What does larch cost?"), ruleset, us())
    assert (doubtful.attention, doubtful.ack, doubtful.codes) == ("answer", False, ("doubtful",))
    assert rules.classify_message(facts(text="What does oak cost?"), ruleset, us()).ack


def test_who_asks_in_a_blind_copy_that_names_us_is_acknowledged():
    asked = facts(to=(CAROL,), bcc=(SALES,), text="What would a roof cost?", **with_headers(bcc="sales@example.com"))
    assert rules.classify_message(asked, RULES, us()).ack


def test_what_comes_from_an_address_that_is_mailbox_and_persons_is_in_doubt_too():
    """A house of one: a form without labels, or whoever forges the address, looks like a note of its own."""
    alone = OwnIdentity(mailboxes=frozenset({SALES.key}), people=frozenset({SALES.key}))
    verdict = rules.classify_message(facts(from_=(SALES,), text="The roof leaks in two places."), RULES, alone)
    assert (verdict.attention, verdict.ack) == (Attention.REVIEW, False)


def test_a_web_form_is_tracked_and_answered_where_a_rule_names_its_customer():
    form = facts(
        from_=(Address("wordpress@site.example"),), reply_to=(CAROL,), text="Name: Carol\nMessage: Hello", return_path="",
        **with_headers(auto_submitted="auto-generated"),
    )  # fmt: skip
    verdict = rules.classify_message(form, RULES, us())
    assert (verdict.kind, verdict.track, verdict.ack) == (MessageKind.INQUIRY, True, False)
    named = rule_files.compile_rule_set(
        [("20.toml", '[[rule]]\nname = "form"\nmatch.from = "@site.example"\nkind = "inquiry"\ncustomer = "reply-to"')]
    )
    verdict = rules.classify_message(form, named, us())
    assert (verdict.ack, verdict.customer) == (True, CAROL)
    ours = facts(from_=form.from_, reply_to=(ANNA,))
    assert rules.classify_message(ours, named, us()).codes == ("own-address",)
    nobody = facts(from_=form.from_)
    verdict = rules.classify_message(nobody, named, us())
    assert (verdict.track, verdict.ack) == (True, False)
    assert "bad-destination" in verdict.codes


def test_of_several_who_wrote_the_first_is_named_and_without_any_who_is_to_be_answered_and_neither_by_machine():
    """RFC 5322 § 3.6.2 allows several authors; a From without an address has only Reply-To."""
    dora = Address("dora@customer.example")
    for message in (facts(from_=(CAROL, dora)), facts(from_=(), reply_to=(CAROL,))):
        verdict = rules.classify_message(message, RULES, us())
        assert (verdict.ack, verdict.customer) == (False, CAROL)
        assert verdict.attention != "none"
    assert rules.classify_message(facts(from_=(), reply_to=(CAROL, dora)), RULES, us()).customer is None


@given(
    st.sampled_from(["a@b.c", "a+x@b.c", "A@B.C", "@b.c", "b.c", "a", "a+b.c", "", "x@y+z", "a+@b.c"]),
    st.frozensets(st.sampled_from(["a@b.c", "@b.c", "@a", "b.c", "@", "a", "@a+b.c", "x@y+z", "@x@y"])),
)
def test_plus_forms_are_ours(address, ours):
    local, _, domain = address.casefold().rpartition("@")
    expected = address.casefold() in ours or f"{local.partition('+')[0]}@{domain}" in ours
    assert suppression.is_own_address(address, ours) == expected


def test_a_colleague_whom_a_customer_copies_in_is_not_taken_for_ours():
    boss = Address("boss@customer.example")
    copied = facts(from_=(Address("carol@mail.customer.example"),), to=(SALES,), cc=(boss,))
    assert suppression.guess_own_addresses(copied).mailboxes == {SALES.key}


def test_where_only_the_writer_s_own_organisation_is_addressed_it_is_ours():
    assert suppression.guess_own_addresses(facts(from_=(ANNA,), to=(SALES,), cc=())).mailboxes == {SALES.key}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am out of the office until Monday. For urgent matters please contact Tom.", True),
        ("Thank you for your message. This is an automatically generated e-mail, please do not reply.", True),
        ("Your order has been shipped.", False),  # a machine's, and no answer to anything
        ("Could you send me a quote for four windows?", False),
    ],
)
def test_a_verdict_says_whether_a_machine_answers_by_its_words(text, expected):
    assert rules.classify_message(facts(text=text), rules.RuleSet(), us()).is_machines_answer is expected
