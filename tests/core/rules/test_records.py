"""core/rules/records.py, rules/56-programs.toml: what programs make and send, and people whose mail comes the same way."""

from __future__ import annotations

import pytest

from tests.core.rules.texts import classify_text, read_letters
from tests.samples import RULES, facts, us
from watcher.core.message.model import Address
from watcher.core.rules import mail_programs, records, rules

PROGRAMS_ID = "<1155489303.42129.1778253802000.JavaMail.svc_mail@prod-be-3>"


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("program_letters"))
def test_what_a_program_made_and_nobody_speaks_in_is_for_a_glance(sender, subject, text):
    verdict = classify_text(subject, text, sender, PROGRAMS_ID)
    assert (verdict.attention, verdict.ack) == ("review", False)


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("program_orders"))
def test_what_a_firms_program_orders_is_an_inquiry(sender, subject, text):
    assert classify_text(subject, text, sender, PROGRAMS_ID).attention == "answer"


@pytest.mark.parametrize(("sender", "subject", "text"), read_letters("plain_customers"))
def test_what_a_person_wrote_is_an_inquiry_though_a_program_sent_it(sender, subject, text):
    assert classify_text(subject, text, sender, PROGRAMS_ID).attention == "answer"


@pytest.mark.parametrize(
    "message_id",
    [
        "0102019d3653fbbf-61be2a85-27c0-4b9c-a48e-b7938bf217c5-000000@eu-west-1.amazonses.com",
        "bdboSTyrS6WbBuzE3Vtbbw@geopod-ismtpd-50",
        "ef4bf1f3-3fc6-4c7e-a19d-045863f5cd42@mtasv.net",
        "20260330192113.3af17cc5339d4292@shop.example",
        "961721335.48994.1773742966000.JavaMail.root@ip-10-0-1-136",
        "bgFK2Ew2I7Y6V1FKoVWGOIcSSlUIhME2Ut0gtxjEYP8P@shop.example",
        "910a274e38fbf.666900@shop.example",
        "177478587213.5980.730870756525968364@app-1",
        "5e8b6c1f2d3a4_1a2b3fd82c@web-1.mail",
        "20260122020040.CCBD918956@nas.shop.example",
        "200208222107.g7ML75ue008106@shop.example",
        "E1rT2kP-0001Ab-CD@shop.example",
    ],
)
def test_a_librarys_or_services_identifier_is_known(message_id):
    message = facts(message_id=message_id)
    assert mail_programs.is_sent_by_program(message) or mail_programs.has_scripts_message_id(message)


@pytest.mark.parametrize(
    "message_id",
    [
        "CAwVYpoIykNLuD=vmA0pxjrm8GOsFfga0wx=XFNNCQIwT5sI4jxOopusKNJUtGuVI1@mail.gmail.com",
        "DU8PR00MB169904A879109ADEFD3753A327A4CB8AFB@DU8PR00MB1699.eurprd04.prod.outlook.com",
        "91340D3B-E9BA-3447-FF5B-3FE5224DF76C@customer.example",
        "65369528-0b4e-4840-a368-803ee208fa14@customer.example",
        "00ff0101db97f4$ae4640b4$c728aa41$@customer.example",
        "58d38a0e8070.1772547381000@email.android.com",
        "222676981.6487777.1772784738000.JavaMail.zimbra@customer.example",
        "1193784129.11234.1372247093113.JavaMail.www@wwinf1c12",
        "c32c924f05ce37d890a8ba64a1dc2e68@customer.example",
        "IVV.hMlt.jACMbhsVuSeKGN@customer.example",
        "4892474.rnE6jSC6OK@desk",
        "",
    ],
)
def test_a_mail_programs_identifier_is_no_programs(message_id):
    message = facts(message_id=message_id)
    assert not mail_programs.is_sent_by_program(message)
    assert not mail_programs.has_scripts_message_id(message)


@pytest.mark.parametrize(
    ("headers", "domain", "expected"),
    [
        ({"x-sg-eid": ("u001.abc",)}, "shop.example", True),
        ({"x-php-script": ("shop.example/order.php",)}, "shop.example", True),
        ({"x-mailer": ("PHPMailer 6.9.1 (https://github.com/PHPMailer/PHPMailer)",)}, "shop.example", True),
        # Amazon carries what Thunderbird wrote, too.
        ({"x-ses-outgoing": ("2026.03.11-54.240.7.1",), "user-agent": ("Mozilla Thunderbird",)}, "shop.example", False),
        ({"x-mailer": ("iPhone Mail (23A355)",)}, "shop.example", False),
        ({"x-php-script": ("webmail.example/send.php",)}, "web.de", False),
        ({}, "shop.example", False),
    ],
)
def test_a_mail_program_that_names_itself_and_a_providers_mailbox_are_peoples(headers, domain, expected):
    sender = (Address(f"office@{domain}"),)
    assert mail_programs.is_sent_by_program(facts(headers=headers, from_=sender)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("State: DOWN\nReason: HTTP 503", True),
        ("工程：費用\n金額：￥ 684.50", True),
        ("Your parcel is here and waits for you.\nNo: 4471\nUntil: 12 May", True),
        ("2 x lavender\n12 x olive", True),
        ("State: DOWN", False),
        ("The state of the pump is bad since Monday.\nIt makes a noise.\nNo: 4471\nIt never did that before.", False),
        ("We came at 10:15 and left at 11.\nIt was 3 degrees.", False),
        ("", False),
        ("No: 4471\n" * 500, False),
    ],
)
def test_a_record_has_values_and_hardly_a_sentence(text, expected):
    assert records.is_record(facts(text=text)) is expected


@pytest.mark.parametrize(
    ("subject", "attachments", "expected"),
    [
        ("Message from 0861 55271", ("call.WAV",), True),
        ("Fax from 0861 55271", ("fax.pdf",), True),
        ("Report", ("report.pdf",), False),
    ],
)
def test_a_call_that_is_passed_on_is_known(subject, attachments, expected):
    assert mail_programs.relays_call(facts(subject=subject, attachments=attachments)) is expected


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [("Telephone <phone@house-phone.example>", "Fax from 0861 55271", "From: 0861 55271\nPages: 2\nTime: 07:44")],
)
def test_a_fax_is_its_senders_inquiry(sender, subject, text):
    assert classify_text(subject, text, sender, PROGRAMS_ID).attention == "answer"


@pytest.mark.parametrize(
    ("sender", "message_id", "attention", "ack"),
    [
        ("Pavel Dvorak <pavel@yard.example>", PROGRAMS_ID, "review", False),
        ("Pavel Dvorak <pavel@yard.example>", "<1@yard.example>", "answer", False),
        ("Pavel Dvorak <pavel@yard.example>", "<91340D3B-E9BA-3447-FF5B-3FE5224DF76C@yard.example>", "answer", True),
        ("Yard <gates@yard.example>", "<1@yard.example>", "review", False),
    ],
)
def test_a_table_of_values_is_a_persons_where_a_mail_program_is_named(sender, message_id, attention, ack):
    verdict = classify_text("Gate 2031", "Opened: 84\nRefused: 2", sender, message_id)
    assert (verdict.attention, verdict.ack) == (attention, ack)


@pytest.mark.parametrize(
    ("text", "is_record"),
    [
        ("Payments: 9. Gross 6,480. Fee 64.80. Transferred 8-10-2025.", True),
        ("Terminal 10442201 | Operations: 14 | Sum: 86 420", True),
        ("The gate is 3 m wide. It needs 2 hinges. We come on 14 May at 10. Thanks.", False),
        ("3 x 4 m, 2.20 m high, larch.", False),  # so customers say how large
    ],
)
def test_a_table_may_stand_on_one_line(text, is_record):
    assert records.is_record(facts(text=text)) is is_record


@pytest.mark.parametrize(
    ("subject", "attachments", "expected"),
    [
        ("Rekening 100200300 - Maart 2026", ("100200300_202603.pdf",), True),
        ("Ordererkännande 771120", ("logo.png", "Ordererkannande_771120.pdf"), True),
        ("Report of 2026", ("report_2026.pdf",), False),
        ("Room 114", ("114.pdf",), False),
        ("Invoice 771120", ("invoice.pdf",), False),
        ("Invoice 771120", (), False),
    ],
)
def test_a_document_bears_the_number_of_the_subject(subject, attachments, expected):
    assert records.names_attached_document(facts(subject=subject, attachments=attachments)) is expected


@pytest.mark.parametrize(
    ("subject", "text", "message_id", "attention"),
    [
        ("Statement 771120", "Attached is statement 771120 of your order IN-2207.", "1@firm.example", "review"),
        # Who buys says that it is an order, or asks for an offer, or writes in a program for mail.
        ("Purchase order 771120", "Attached is our order.", "1@firm.example", "answer"),
        ("RFQ 771120", "Please send us your offer by Friday, see 771120.pdf.", "1@firm.example", "answer"),
        ("Statement 771120", "Statement 771120 is wrong, please look at it.", "1@firm.example", "answer"),
        ("Statement 771120", "Attached is statement 771120 of your order IN-2207.", "1@mail.gmail.com", "answer"),
    ],
)
def test_a_numbered_document_about_which_nobody_wants_anything_is_for_a_glance(subject, text, message_id, attention):
    message = facts(
        from_=(Address("lena.sund@firm.example", "Lena Sund"),),
        subject=subject,
        base_subject=subject,
        text=text,
        attachments=("771120.pdf",),
        message_id=message_id,
    )
    assert rules.classify_message(message, RULES, us()).attention == attention
