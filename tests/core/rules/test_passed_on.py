"""core/rules/passed_on.py: whose words a form's notice, a portal's mail and a forwarded mail are, and what only looks like one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import attention_table, corpus
from tests.samples import ANNA, ROOT, RULES, SALES, facts, us
from watcher.core.message.model import Address, Facts
from watcher.core.rules import rule_files, rules
from watcher.core.rules.model import Attention, Verdict

SHIPPED = corpus.shipped()
SHIPPED_TEXTS = [(path.name, path.read_text()) for path in sorted((ROOT / "rules").glob("*.toml"))]
CASES = {case.file: case for case in attention_table.field_cases()}
VISITOR = Address("zoe.park@kunde.example", "Zoe Park")
FORM = "Name: Zoe Park\nEmail: zoe.park@kunde.example\nMessage: Do you deliver to Vienna?"
FREE = "I would like to know whether you deliver to Vienna."
SITE = Address("web@example.com", "Our site")


def notice(sender: str | Address, text: str = FORM, **changed) -> Facts:
    shown = Address(sender) if isinstance(sender, str) else sender
    subject = changed.pop("subject", "New message")
    return facts(**{"from_": (shown,), "text": text, "subject": subject, "base_subject": subject, **changed})


def judge(message: Facts, **house) -> Verdict:
    return rules.classify_message(message, RULES, us(**house))


@pytest.mark.parametrize("file", [file for file in CASES if file.startswith(("f11", "n_35", "n_68"))])
def test_what_somebody_passes_on_is_answered_and_its_author_is_named_in_any_language(file: str):
    case = CASES[file]
    verdict = case.classify(SHIPPED)
    assert verdict.attention is Attention.ANSWER, verdict.why
    assert verdict.customer is not None
    assert case.expected_customer in ("any", verdict.customer.email)


@pytest.mark.parametrize("file", [file for file in CASES if file.startswith(("f02a", "f04", "f03a", "n_72c"))])
def test_a_forms_notice_is_its_visitors_inquiry(file: str):
    verdict = CASES[file].classify(SHIPPED)
    assert (verdict.attention, verdict.ack) == (Attention.ANSWER, False), verdict.why


SENDERS = [
    "sales@example.com", "sales+web@example.com", "web@example.com", "wordpress@example.com", "noreply@example.com", "anna@example.com",
    "wordpress@site.example", "www-data@host.example", "apache@cgi.host.example", "nobody@cgi.host.example", "noreply@portal.example",
    "no-reply@forms.example", "notifications@forms.example", "donotreply@builder.example", "form-submission@builder.example",
    "mailer@shop-builder.example", "submissions@forms.example", "formresponses@hosting.example", "notify+9a8b@forms.example",
    "microsoft@flows.example", "buchung@termin-buchen.example", "leads@portal.example", "kontakt@jimdo-host.example",
]  # fmt: skip


@pytest.mark.parametrize(
    "reply_to", [(), (Address(VISITOR.email),), (VISITOR,)], ids=["no reply-to", "reply-to", "named"]
)
@pytest.mark.parametrize("sender", SENDERS)
def test_whoever_sends_a_form_the_visitor_is_the_customer_and_no_machine_is_acknowledged(sender: str, reply_to):
    verdict = judge(notice(sender, reply_to=reply_to))
    assert (verdict.attention, verdict.ack, verdict.customer) == (Attention.ANSWER, False, VISITOR), verdict.why
    assert verdict.codes


@pytest.mark.parametrize(
    "sender", [sender for sender in SENDERS if sender.startswith(("w", "no-", "noreply", "apache", "nobody"))]
)
def test_free_text_of_a_machine_is_who_stands_in_reply_to(sender: str):
    verdict = judge(notice(sender, FREE, reply_to=(VISITOR,)))
    assert (verdict.attention, verdict.ack, verdict.customer) == (Attention.ANSWER, False, VISITOR), verdict.why


@pytest.mark.parametrize(
    ("sender", "text"),
    [
        ("web@example.com", "This is an enquiry from:\nZoe Park <zoe.park@kunde.example>\n\nWhat is a fence?"),
        ("web@example.com", "Zoe Park (zoe.park@kunde.example) schrieb:\n\nWas kostet ein Zaun?"),
        (
            "nobody@cgi.host.example",
            "Below is the result of your form. It was submitted by\nZoe Park (zoe.park@kunde.example) on Friday\n\ncity: Wien",
        ),
        ("noreply@portal.example", "Zoe Park <zoe.park@kunde.example>\n\nwants to know: is the flat still free?"),
    ],
)
def test_the_first_lines_of_a_machine_name_who_wrote(sender: str, text: str):
    verdict = judge(notice(sender, text))
    assert (verdict.attention, verdict.ack, verdict.customer) == (Attention.ANSWER, False, VISITOR), verdict.why


def test_the_subject_names_who_sent_something():
    message = notice(
        "noreply@files.example",
        "zoe.park@kunde.example sent you 3 files\n\nPlans, a price please?",
        subject="zoe.park@kunde.example sent files",
    )
    assert judge(message).customer == Address(VISITOR.email)


@pytest.mark.parametrize(
    "name", ["Zoe Park via Marketplace", "Zoe Park via Portal Inc.", "Zoe Park über Kleinmarkt", "'Zoe Park' via Sales"]
)
@pytest.mark.parametrize(
    "relay", ["4f7k2x91@reply.market.example", "m-99a1b2c3d4@market.example", "zoe.park@kunde.example"]
)
def test_a_relay_is_answered_where_a_reply_reaches(name: str, relay: str):
    verdict = judge(notice(Address("messages@market.example", name), FREE, reply_to=(Address(relay),)))
    assert (verdict.attention, verdict.ack) == (Attention.ANSWER, False), verdict.why
    assert verdict.customer == Address(relay, "Zoe Park")


@pytest.mark.parametrize(
    ("text", "subject", "name"),
    [
        ("From: Zoe Park <zp7@kunde.example>\nSubject: Garden room\n\nMessage Body:\nA price?", "Our site: Garden room", "Zoe Park"),
        ("Subject: Garden room\nEmail: zp7@kunde.example\nText: A price?", "[Our site] Garden room", ""),
        ("Name: Zoe Park\nEmail: zp7@kunde.example\nText: A price?", "New message from Zoe Park", "Zoe Park"),
        ("A new answer has come:\n\nWhat should we call you?\nZoe\nWhere can we reach you?\nzp7@kunde.example\nWhat?\nA bar", "New", "Zoe"),
        ("Submitted:\n\nName\nZoe Park\n\nEmail\nzp7@kunde.example\n\nComment\nDo you ship?", "New", "Zoe Park"),
        ("Имя: Зоя\nТелефон: +7 900 000-00-00\nE-mail: zp7@kunde.example\nТекст: Сколько?", "Заявка", "Зоя"),
        ("Work: floors, 48 qm\nWhen: January\nContact: zp7@kunde.example, 03643 000000", "A job near you", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("reply_to", [(), (Address("zp7@kunde.example"),)])
def test_the_visitor_has_the_name_that_the_form_tells(text: str, subject: str, name: str, reply_to):
    verdict = judge(notice("noreply@forms.example", text, subject=subject, reply_to=reply_to))
    assert verdict.customer == Address("zp7@kunde.example", name), verdict.why


def test_a_booking_names_its_guest_beside_the_label_with_their_name():
    text = "A new event.\n\nWhat: 20 minutes\nWho: House - organiser\nZoe Park - guest: zoe.park@kunde.example\nNote: is it far?"
    message = facts(
        from_=(Address("hello@calendar.example", "Calendar"),),
        reply_to=(Address("zoe.park@kunde.example"),),
        subject="New event: 20 minutes",
        text=text,
    )
    verdict = judge(message)
    assert (verdict.customer.email, verdict.ack) == ("zoe.park@kunde.example", False)


def test_a_visitor_without_an_address_is_answered_by_telephone():
    verdict = judge(notice("noreply@example.com", "Name: Mrs Akhtar\nPhone: 07700 900221\nBest time: after 5pm"))
    assert (verdict.attention, verdict.ack, verdict.customer) == (Attention.ANSWER, False, None)


# --- what names an address and is no form

PROSE = (
    "Spring is here, and with it come our new garden chairs, made of oak and larch in our own workshop for you. " * 4
)
COUNTER_EXAMPLES = {
    "a shop's receipt": ("noreply@shop.example", "Thank you for your order!\nOrder: 4711\nTotal: 12.00\nE-mail: service@shop.example"),
    "a shop's receipt, our own data": ("noreply@shop.example", "Order: 4711\nName: Example\nE-mail: sales@example.com\nTotal: 12.00"),
    "a receipt with our data and the shop's help": (
        "noreply@shop.example", "Name: Example\nE-mail: sales@example.com\nOrder: 4711\nHelp: help@helpdesk.example"),
    "a copy of what we asked": (
        "noreply@supplier.example", "Thank you for your enquiry.\nName: Example\nEmail: sales@example.com\nMessage: What are 20 chairs?"),
    "a help desk of the same house": ("no-reply@desk.supplier.example", "Ticket: 99\nAgent: Bob\nContact: bob@supplier.example"),
    "a list's short letter": ("news@shop.example", "Spring!\nBuy now\nContact: eve@agency.example\nTel: 01 234567"),
    "somebody signed up": ("noreply@program.example", "A new user\nUser: eve@agency.example\nPlan: free"),
    "a newsletter's imprint": ("noreply@news.example", f"{PROSE}\n{PROSE}\nTel.: 01 234567\nE-mail: info@agency.example"),
    "a privacy contact": ("noreply@news.example", "Our terms change.\nVersion: 4\nData protection: datenschutz@lawyer.example"),
    "a parcel": ("noreply@parcel.example", "Parcel: 00340434161094\nSender: Supplier\nArrives: Monday"),
    "a log": ("root@server.example", "Host: a\nStatus: ok\nDuration: 20"),
    "two addresses": ("noreply@news.example", "Write to bob@one.example or to eve@two.example about the fair."),
    "our own address": ("noreply@news.example", "This message was sent to sales@example.com."),
    "many links": ("noreply@news.example", "Our partner <eve@partner.example> has news."),
}  # fmt: skip


@pytest.mark.parametrize(("sender", "text"), COUNTER_EXAMPLES.values(), ids=COUNTER_EXAMPLES)
def test_an_address_in_a_machines_mail_makes_no_form(sender: str, text: str):
    bulk = {"from": (sender,), "list-unsubscribe": ("<https://shop.example/u>",)} if sender.startswith("news@") else {}
    verdict = judge(notice(sender, text, subject="News", links=12 if "partner" in text else 0, headers=bulk))
    assert not {"web", "forwarded"} & set(verdict.tags), verdict.why
    assert verdict.attention is not Attention.ANSWER or verdict.customer == Address(sender)
    assert not verdict.ack


PERSONS = {
    "a signature": "Hello,\n\ndo you deliver to Vienna?\n\nCarol Jones\nPhone: 01 234567\nE-mail: carol@office.example",
    "few words over a signature": "Please call me.\nT: 01 234567\nE: c.jones@group.example",
    "a question over a signature": "Price for 40 chairs?\n\nCarol Jones\nOffice Ltd\nT: 01 234567\nE: c.jones@group.example",
    "an order": "Order\nItem: oak chair\nQuantity: 4\nDelivery: Wien\nInvoice to: accounts@group.example",
    "a list in a letter": "Hello,\n\nplease send it to\nName: Bob\nE-mail: bob@office.example\nCity: Wien",
    "data of their own": "Name: Carol\nE-mail: carol@office.example\nI would like a quote.",
    "a log with an author": "Hi,\nbranch: next\ncommit: a8fa17\nAuthor: Jens <jens@kernel.example>\nit fails. Why?",
    "a link with an address": "Do you have this?\nhttps://shop.example/u?email=bob@office.example\nColour: red",
    "a colleague to be asked": "Please ask my colleague bob@office.example about the delivery.",
    "a quotation": "Do you still have it?\n\n> Name: Bob\n> E-mail: bob@office.example\n> Text: hello",
}


@pytest.mark.parametrize("text", PERSONS.values(), ids=PERSONS)
@pytest.mark.parametrize(
    "sender", [Address("carol@customer.example", "Carol Jones"), Address("carol.j@gmail.com", "Carol Jones")]
)
def test_a_persons_mail_is_no_form_whatever_it_lists(sender: Address, text: str):
    verdict = judge(notice(sender, text, subject="A question"))
    assert verdict.customer == sender
    assert (verdict.attention, verdict.ack) == (Attention.ANSWER, True), verdict.why


@pytest.mark.parametrize("sender", ["do-not-reply@auctions.example", "noreply@auctions.example"])
def test_a_machine_that_hides_whom_it_writes_to_passes_nobody_on(sender: str):
    """Whoever passes a visitor's words on writes to the house. "To: undisclosed-recipients:;" is what goes to many."""
    text = (
        "Dear Sirs,\n\nYou are invited to give your price for the drawings that are enclosed.\n\n"
        "Please note: kindly send all questions to zoe.park@kunde.example\n\nPayment terms: 30 days\n\nZoe Park\nPurchasing Manager"
    )
    reaches_us = judge(notice(sender, text, reply_to=(VISITOR,)))
    assert (reaches_us.attention, reaches_us.customer) == (Attention.ANSWER, VISITOR), reaches_us.why
    hidden = judge(notice(sender, text, reply_to=(VISITOR,), to=()))
    assert hidden.attention is Attention.REVIEW, hidden.why
    labelled = judge(notice(sender, FORM, reply_to=(VISITOR,), to=()))  # a form in Bcc says who filled it in
    assert (labelled.attention, labelled.customer) == (Attention.ANSWER, VISITOR), labelled.why


def test_advance_fee_letters_that_list_a_contact_are_no_form():
    text = f"{PROSE}\nContact him now:\nName: Mr Park\nEmail: zoe.park@kunde.example\nPhone: +234 1 234"
    verdict = judge(notice("info@bank.example", text, reply_to=(VISITOR,)))
    assert "web" not in verdict.tags


def test_the_visitor_whom_a_web_servers_script_put_into_from_and_reply_to_is_named():
    by_script = notice(
        VISITOR,
        "Do you give vouchers for two, and are they good on Sundays?",
        subject="Запитване от сайта",
        reply_to=(Address(VISITOR.email),),
        return_path="www-data@vps7.host.example",
        headers={"x-php-originating-script": ("33:mail.php",)},
    )
    verdict = judge(by_script)
    assert (verdict.attention, verdict.ack, verdict.customer) == (Attention.ANSWER, False, VISITOR), verdict.why


@pytest.mark.parametrize("to", [Address("zoe.park@kunde.example"), Address("supplier@firm.example")])
def test_what_our_mailbox_writes_out_is_no_form(to: Address):
    text = (
        f"Here is our offer.\nPrice: 12\nContact: {VISITOR.email}"
        if to.domain == "firm.example"
        else "Price: 12\nDelivery: Monday"
    )
    assert judge(notice(SALES, text, to=(to,))).attention is Attention.NONE


def test_a_form_that_has_answers_come_back_to_the_house_names_its_visitor_all_the_same():
    """A form plugin that is set up wrongly puts the visitor's name before the house's own address, in From and Reply-To."""
    shown = Address(SALES.email, VISITOR.name)
    verdict = judge(notice(shown, reply_to=(shown,)))
    assert (verdict.attention, verdict.ack, verdict.customer) == (Attention.ANSWER, False, VISITOR)
    theirs = judge(notice("wordpress@site.example", reply_to=(SALES,)))
    assert theirs.customer != VISITOR, "somebody else's site: a copy of what we filled in"


def test_the_visitor_whom_our_form_put_into_from_is_named_though_they_left_a_number_alone():
    text = "Name: Zoe Park\nTelefon: +43 1 234 5678\nNachricht: Liefern Sie nach Wien? Ich brauche es bis Freitag."
    verdict = judge(replace(notice(VISITOR, text), sender=SALES))
    assert verdict.attention is Attention.ANSWER
    assert verdict.customer == VISITOR
    assert not verdict.ack


@pytest.mark.parametrize(
    ("local", "is_reached"), [("4fk2-91xk-ab", True), ("gast.551203", True), ("noreply-551203", False), ("post", False)]
)
def test_the_address_that_a_portal_made_for_the_conversation_reaches_who_wrote(local, is_reached):
    portal = Address(f"{local}@mail.kleinmarkt.example", "Jens über Kleinmarkt")
    text = "Du hast eine Nachricht von Jens zu deiner Anzeige erhalten:\n\nHallo, sind die Bohlen noch da? Würde 6 Stück nehmen."
    verdict = judge(notice(portal, text, subject="Anfrage zu deiner Anzeige"))
    assert verdict.attention is Attention.ANSWER
    assert verdict.customer == (Address(portal.email, "Jens") if is_reached else None)
    assert not verdict.ack


def test_what_an_office_writes_in_a_mail_program_is_nobodys_call():
    office = Address("acquisti@montefosco.example", "Ufficio Acquisti - Montefosco")
    text = "Si richiede la migliore offerta per 6 panchine.\n\nPer gli iscritti. Per la cancellazione usare il portale."
    verdict = judge(
        notice(office, text, subject="Richiesta n. 14", headers={"x-mailer": ("Zimbra 8.8.15 (ZimbraWebClient)",)})
    )
    assert verdict.customer == office


def test_a_note_of_our_own_mailbox_to_call_somebody_is_an_inquiry():
    verdict = judge(notice(SALES, "Please ring Mrs Cole, 01632 960 115, about the roof.", to=(SALES,)))
    assert (verdict.attention, verdict.ack) == (Attention.ANSWER, False)
    assert judge(notice(SALES, "The roof is done.", to=(SALES,))).attention is Attention.REVIEW


def test_what_a_device_of_the_house_reports_is_nobodys_call():
    text = "Dear user,\n\nBackup task 3 has failed.\n\nTask: Jobs\nTarget: C2\nDuration: 12 minutes\nError: Quota exceeded."
    report = notice(SALES, text, subject="[NAS] Backup task failed on NAS", to=(SALES,))
    assert judge(report).attention is Attention.REVIEW


@pytest.mark.parametrize(
    ("text", "attention"),
    [
        ("New message from etta_k\n\nHello, could you make this tablecloth 20 cm longer, and when?", Attention.ANSWER),
        ("New message from etta_k\n\nThe tablecloth is back in stock.", Attention.REVIEW),
        ("New message from etta_k\n\nHave you tax problems? " + "We know how to end them. " * 40, Attention.REVIEW),
    ],
)
def test_a_few_words_that_ask_something_are_passed_on_though_marked_as_bulk_mail(text, attention):
    relay = notice(
        "notify@market.example",
        text,
        subject="etta_k asks about a tablecloth",
        reply_to=(Address("7hx2k1q9@marketmail.example"),),
        headers={"precedence": ("bulk",), "list-unsubscribe": ("<https://market.example/u>",)},
        from_html=True,
    )
    assert judge(relay).attention is attention


def test_what_the_house_answers_is_no_form():
    answered = notice(ANNA, FORM, to=(VISITOR,), cc=(SALES,), in_reply_to=("q1@kunde.example",), is_reply=True)
    assert judge(answered).attention is Attention.NONE


# --- acknowledged only where the address is good


def verified(message: Facts, result: str) -> Facts:
    return replace(message, headers={**message.headers, "authentication-results": (f"mx.example.com; {result}",)})


@pytest.mark.parametrize(
    ("sender", "result", "acknowledged"),
    [
        (SITE, "dmarc=pass header.from=example.com", True),
        (SITE, "dkim=pass header.d=example.com", True),
        (SITE, "dmarc=fail header.from=example.com", False),
        (SITE, "dkim=pass header.d=elsewhere.example", False),
        (Address("noreply@portal.example"), "dmarc=pass header.from=portal.example", False),
    ],
)
def test_a_trusted_servers_word_for_our_own_site_is_needed(sender: Address, result: str, acknowledged: bool):
    message = notice(sender, reply_to=(VISITOR,), return_path="", to=(SALES,))
    assert not judge(verified(message, result)).ack
    trusted = judge(verified(message, result), authserv_id="mx.example.com")
    assert (trusted.attention, trusted.ack, trusted.customer) == (Attention.ANSWER, acknowledged, VISITOR), (
        trusted.codes
    )


@pytest.mark.parametrize("ours", ["", "ours = true\n"])
def test_who_fills_in_a_form_is_acknowledged_where_the_owner_says_that_it_is_theirs(ours: str):
    own = f'[[rule]]\nname = "ours"\nmatch.from = "forms@site.example"\nkind = "inquiry"\ncustomer = "form"\n{ours}'
    ruleset = rule_files.compile_rule_set([("20.toml", own), *SHIPPED_TEXTS])
    message = notice("forms@site.example")
    verdict = rules.classify_message(message, ruleset, us())
    assert (verdict.rule, verdict.ack, verdict.customer) == ("ours", bool(ours), VISITOR)
    forged = notice("forms@site.example", FORM.replace(VISITOR.email, SALES.email))
    assert not rules.classify_message(forged, ruleset, us()).ack
    nobody = notice("forms@site.example", FREE)
    assert not rules.classify_message(nobody, ruleset, us()).ack


def test_what_is_sold_through_our_own_form_is_for_a_glance_and_not_acknowledged():
    own = '[[rule]]\nname = "ours"\nmatch.from = "forms@site.example"\nkind = "inquiry"\ncustomer = "form"\nours = true'
    ruleset = rule_files.compile_rule_set([("20.toml", own), *SHIPPED_TEXTS])
    offer = "I came across your website. We offer SEO services and guest posts on high-authority sites, first page of Google guaranteed."
    sold = rules.classify_message(
        notice("forms@site.example", FORM.replace("Do you deliver to Vienna?", offer)), ruleset, us()
    )
    assert (sold.attention, sold.ack, bool(sold.codes)) == (Attention.REVIEW, False, True)


ROUTING = """
[[rule]]
name = "to Ben"
why = "words of Ben"
match.body = { contains = ["Vienna"] }
kind = "inquiry"
owner = "ben"
tags = ["east"]
"""


@pytest.mark.parametrize(
    "message",
    [
        notice("wordpress@site.example"),
        notice(SITE),
        facts(
            from_=(ANNA,),
            subject="Fwd: Doors",
            text=f"From: {VISITOR.name} <{VISITOR.email}>\nDate: 5 January 2026\nSubject: Doors\n\nDo you deliver to Vienna?",
        ),
    ],
    ids=["form", "own site", "forward"],
)
def test_a_rule_that_says_only_whose_work_it_is_leaves_the_author_of_what_is_passed_on(message):
    plain = rules.classify_message(message, RULES, us())
    ruleset = rule_files.compile_rule_set([("20.toml", ROUTING), *SHIPPED_TEXTS])
    routed = rules.classify_message(message, ruleset, us())
    assert routed.customer == plain.customer
    assert routed.customer is not None and routed.customer.email == VISITOR.email
    assert (routed.owner, routed.rule, routed.ack) == ("ben", "to Ben", plain.ack)
    assert "east" in routed.tags
    said = ROUTING + 'customer = "from"\n'
    named = rules.classify_message(message, rule_files.compile_rule_set([("20.toml", said)]), us())
    assert named.customer == message.author


def test_what_our_own_site_tells_of_a_login_is_nobodys_call():
    text = "User with administrator access signed in to your site.\nUser IP: 203.0.113.7\nUser hostname: p5b.example\nUser location: Soest"
    message = facts(
        from_=(Address("wordpress@example.com", "Our site"),),
        text=text,
        subject="Admin Login",
        base_subject="Admin Login",
    )
    assert "web" not in rules.classify_message(message, RULES, us()).tags
