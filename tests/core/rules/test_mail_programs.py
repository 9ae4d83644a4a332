"""core/rules/mail_programs.py: programs that people write mail with, and what sends by itself, by names, headers and Message-IDs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.rules.texts import classify_text
from tests.samples import RULES, facts, us
from watcher.core.message.model import Address
from watcher.core.rules import mail_programs, rules

#: As the programs' documentation and their users' public mail show them, under other domains.
PEOPLES_IDS = [
    "CAF0+a=bWw3Xg5Y0x4u2f@mail.gmail.com",
    "DU8PR00MB1699@DU8PR00MB1699.eurprd04.prod.outlook.com",
    "6A918488-5D4B-4FD9-A958-673F1F89ED5F@customer.example",
    "00ff0101db97f4$ae4640b4$c728aa41$@customer.example",
    "58d38a0e8070.1772547381000@email.android.com",
    "222676981.64877.1772784738000.JavaMail.zimbra@customer.example",
    "OF13CF0111.5DBD817B-ONC125C38D.00CC98B5@customer.example",
    "20250623094030.Horde.9Jfd5j9ipoRn@customer.example",
    "20221210195945.GA34756@customer.example",
    "ZJ2H5FWuo9oDMgPm@workstation",
    "trinity-ad4612a8-6763-41e5-afca-399d3a7e351d-1764188269000@3c-app-gmx-bs43",
    "6d8bc01a.fba6.91dcdcdc4ee1.Coremail.carol@customer.example",
    "1910147.LkxdtWsSYb@workstation",
]
SENDERS_IDS = [
    "961721335.48994.1773742966000.JavaMail.root@ip-10-0-1-136",
    "0102019d3653fbbf-61be2a85-27c0-4b9c-a48e-b7938bf217c5-000000@eu-west-1.amazonses.com",
    "bdboSTyrS6WbBuzE3Vtbbw@geopod-ismtpd-50",
    "ec87ca7b-a979-4271-a666-86af111ea862@mtasv.net",
    "915247205.989.1773600013000@app17.customer.example",
    "20250917090926.3567824801@smtp-relay.mailin.fr",
    "qoO5MLRR5N7tpd55W8Am3rOxDZb6cZYfSYjrzfNZdVbf@customer.example",
]


@pytest.mark.parametrize("message_id", PEOPLES_IDS)
def test_a_program_for_people_is_known_by_its_message_id(message_id):
    message = facts(message_id=message_id)
    assert mail_programs.is_written_in_mail_program(message)
    assert not mail_programs.is_sent_by_program(message)


@pytest.mark.parametrize("message_id", SENDERS_IDS)
def test_what_sends_by_itself_is_known_by_its_message_id(message_id):
    message = facts(message_id=message_id)
    assert mail_programs.is_sent_by_program(message)
    assert not mail_programs.is_written_in_mail_program(message)


@pytest.mark.parametrize(
    ("message_id", "headers", "is_services"),
    [
        ("0102019d3653fbbf-61be2a85-27c0-4b9c-a48e-b7938bf217c5-000000@eu-west-1.amazonses.com", {}, True),
        ("bdboSTyrS6WbBuzE3Vtbbw@geopod-ismtpd-50", {}, True),
        ("1@customer.example", {"x-mandrill-user": ("md_1",)}, True),
        ("6A918488-5D4B-4FD9-A958-673F1F89ED5F@customer.example", {"x-mandrill-user": ("md_1",)}, False),
        ("1@customer.example", {"x-php-script": ("shop.example/mail.php for 192.0.2.1",)}, False),
        ("915247205.989.1773600013000@app17.customer.example", {}, False),
        ("1@customer.example", {"x-mailer": ("PHPMailer 6.9.1",)}, False),
    ],
)
def test_a_service_that_sends_for_others_is_no_websites_own_form(message_id, headers, is_services):
    assert mail_programs.is_sent_by_service(facts(message_id=message_id, headers=headers)) is is_services


@pytest.mark.parametrize(
    ("headers", "is_peoples", "is_senders"),
    [
        ({"user-agent": ("Mozilla Thunderbird",)}, True, False),
        ({"x-mailer": ("iPhone Mail (23A355)",)}, True, False),
        ({"x-mailer": ("Foxmail 7.2.25.254[cn]",)}, True, False),
        ({"thread-index": ("AdxQ1w==",)}, True, False),
        ({"x-mailer": ("PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)",)}, False, True),
        ({"x-mailer": ("Microsoft CDO for Windows 2000; Mailchimp",)}, False, True),
        ({"x-mailer": ("Obscure Mailer 1",)}, False, False),
        ({"x-pm-message-id": ("9e87",), "feedback-id": ("12345678:user:proton",)}, True, False),  # a mailbox at Proton
        ({"x-pm-message-id": ("9e87",), "feedback-id": ("s1-postmark:12:postmark",)}, False, True),
        ({"x-sg-eid": ("u001",), "x-simplelogin-type": ("Reply",)}, True, False),
        ({"x-sg-eid": ("u001",), "x-simplelogin-type": ("Forward",)}, False, True),
        ({}, False, False),
    ],
)
def test_programs_are_known_by_what_they_call_themselves(headers, is_peoples, is_senders):
    message = facts(headers=headers, message_id="1@customer.example")
    assert mail_programs.is_written_in_mail_program(message) is is_peoples
    assert mail_programs.is_sent_by_program(message) is is_senders


@pytest.mark.parametrize(
    ("name", "sender", "is_host"),
    [
        ("mail.quellwasser.example", "adam@quellwasser.example", True),
        ("quellwasser.example", "adam@quellwasser.example", True),
        ("MAIL.Quellwasser.example ", "adam@quellwasser.example", True),
        ("mail.quellwasser.example", "adam@customer.example", False),
        ("mail.quellwasser.example 4.2", "adam@quellwasser.example", False),
        ("notquellwasser.example", "adam@quellwasser.example", False),
        ("Quellwasser", "adam@quellwasser.example", False),
        ("WEB.DE", "adam@web.de", False),
        ("", "adam@quellwasser.example", False),
    ],
)
def test_what_calls_itself_after_a_host_of_the_senders_sends_by_itself(name, sender, is_host):
    message = facts(from_=(Address(sender),), headers={"x-mailer": (name,)}, message_id="1@quellwasser.example")
    assert mail_programs.is_named_after_host(message) is is_host
    assert mail_programs.is_sent_by_program(message) is is_host
    if is_host:
        assert name[:60] in mail_programs.describe_sender(message)


@pytest.mark.parametrize(
    ("text", "attention"),
    [
        (
            "Dzień dobry,\n\nczy korzystają Państwo w firmie z dystrybutorów wody? Nasze urządzenia nie wymagają butli, a czyszczenie jest "
            "w cenie najmu.\n\nPozdrawiam\nAdam Nowak",
            "review",
        ),
        ("Dobrý den,\n\nřešíte u vás pozdě placené faktury? Odkup trvá dva dny.\n\nS pozdravem\nAdam Nowak", "review"),
        (
            "Dzień dobry,\n\nile kosztuje stolik dębowy 80x80 i kiedy mogliby Państwo dostarczyć?\n\nAdam Nowak",
            "answer",
        ),
        (
            "Guten Tag,\n\nwir suchen für unser Büro zwölf Tische. Können Sie uns ein Angebot machen?\n\nAdam Nowak",
            "answer",
        ),
    ],
)
def test_who_writes_from_such_a_host_and_wants_nothing_is_for_a_glance(text, attention):
    message = facts(
        from_=(Address("adam@quellwasser.example", "Adam Nowak"),),
        subject="Q3",
        base_subject="Q3",
        text=text,
        headers={"x-mailer": ("mail.quellwasser.example",)},
        message_id="1@quellwasser.example",
    )
    assert rules.classify_message(message, RULES, us()).attention == attention


@pytest.mark.parametrize(
    ("message_id", "is_scripts"),
    [
        ("20260122020040.CCBD918956@nas.customer.example", True),
        ("1751909933474021.337.547768362419861436@customer.example", True),
        ("7f3a@fritz.box", True),
        ("7f3a@localhost.localdomain", True),
        ("20221210195945.GA34756@customer.example", False),
        ("1@customer.example", False),
    ],
)
def test_a_script_or_a_device_is_known_by_its_message_id(message_id, is_scripts):
    """It is acknowledged where somebody asks: people at a shell have such ids, too."""
    message = facts(message_id=message_id)
    assert mail_programs.has_scripts_message_id(message) is is_scripts
    assert not mail_programs.is_sent_by_program(message)
    assert _judge("Was kostet eine Tür, und wann könnten Sie kommen?", message_id).ack


def test_a_message_id_of_a_users_own_domain_says_nothing():
    for message_id in (
        "1@mx.customer.example",
        "1@workstation",
        "ec87ca7b-a979-4271-a666-86af111ea862@customer.example",
    ):
        message = facts(message_id=message_id)
        assert not mail_programs.is_written_in_mail_program(message)
        assert not mail_programs.is_sent_by_program(message)


def test_without_an_id_nothing_is_said_of_the_program():
    assert not mail_programs.TRAITS["no-mail-program"](facts(message_id=""))
    assert mail_programs.TRAITS["no-mail-program"](facts(message_id="1@customer.example"))


def _judge(text: str, message_id: str):
    message = facts(
        from_=(Address("info@werk.example", "Werk"),),
        subject="Halle 2",
        base_subject="Halle 2",
        text=text,
        message_id=message_id,
    )
    return rules.classify_message(message, RULES, us())


def test_one_word_of_wanting_is_for_a_glance_where_something_sent_it_by_itself():
    """Such words ("niemand") are in a machine's letter, too."""
    text = "Der Vorgang steht auf Stufe 3 von 4, niemand ist angemeldet."
    by_itself, by_hand = _judge(text, SENDERS_IDS[0]), _judge(text, PEOPLES_IDS[0])
    assert (by_itself.attention, by_itself.ack) == ("review", False)
    assert (by_hand.attention, by_hand.ack) == ("answer", True)


def test_how_it_was_sent_is_nothing_against_who_asks():
    verdict = _judge("Was kostet eine Tür, und wann könnten Sie kommen?", SENDERS_IDS[0])
    assert verdict.attention == "answer"


def test_what_people_write_in_a_program_for_mail_is_unchanged():
    assert classify_text("Gate", "The gate hangs low.").attention == "answer"


@pytest.mark.parametrize(
    ("message_id", "expected"),
    [
        ("20260122020040.CCBD918956@nas.shop.example", True),
        ("20260122020040.4fT6xk1nTYz2Nf@nas.shop.example", True),  # Postfix with long queue ids
        ("20200625100427.rsu56aa4zopqhilb@workstation.shop.example", False),  # mutt
    ],
)
def test_the_number_of_postfix_queue_is_a_scripts_identifier(message_id, expected):
    assert mail_programs.has_scripts_message_id(facts(message_id=message_id)) is expected


def test_who_complains_of_a_confirmation_is_no_confirmation():
    text = (
        "Your order confirmation shows the wrong street. Please change it before the van leaves, we are at number 14."
    )
    message = facts(
        subject="Re: Your order confirmation AJ-2207",
        base_subject="Your order confirmation AJ-2207",
        is_reply=True,
        has_prefix=True,
        in_reply_to=("order@shop.example",),
        text=text,
        message_id=PEOPLES_IDS[0],
    )
    assert rules.classify_message(message, RULES, us()).attention == "answer"


def test_who_fills_in_the_form_of_our_own_site_is_acknowledged_though_a_program_sent_it():
    notice = facts(
        from_=(Address("wordpress@example.com", "Our site"),),
        to=(Address("sales@example.com"),),
        reply_to=(Address("carol@customer.example", "Carol"),),
        return_path="wordpress@example.com",
        subject="Contact",
        base_subject="Contact",
        text="Name: Carol\nEmail: carol@customer.example\nMessage: What does a door cost?",
        headers={
            "x-mailer": ("PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)",),
            "authentication-results": (
                "mx.example.com; dkim=pass header.d=example.com; dmarc=pass header.from=example.com",
            ),
        },
    )
    verdict = rules.classify_message(notice, RULES, replace(us(), authserv_id="mx.example.com"))
    assert (verdict.attention, verdict.ack, verdict.codes) == ("answer", True, ())
    unproved = rules.classify_message(notice, RULES, us())
    assert "sent-by-program" in unproved.codes


@pytest.mark.parametrize(
    "message_id",
    [
        "<1751909933474021.337.547768362419861436@customer.example>",
        "<20260122020040.012345@host>",
        "<20260122020040.CCBD918956@host.example>",
    ],
)
@pytest.mark.parametrize("text", ["test", "This is a test message.", "Hello"])
def test_who_tries_it_out_from_a_script_is_acknowledged(text, message_id):
    assert classify_text("Inquiry", text, "Carol Customer <carol@customer.example>", message_id).ack
