"""The test message: known again by its signature alone, whole or damaged, and taken for a customer's by the shipped rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.samples import CAROL, MONDAY, RULES, SALES, us
from tests.worlds import KEY
from watcher.core.letters.canary import build_canary, canary_key, describe_damage, find_canary_key
from watcher.core.letters.mime import LetterHead
from watcher.core.message import facts
from watcher.core.message.model import Address, FetchedMessage, FolderRole, Locator, MessageKind
from watcher.core.rules import rules
from watcher.core.rules.model import Attention

DAY = date(2026, 11, 23)
OURS = {"help@example.com", SALES.key}
OUTSIDE = Address("watcher@example.net")


def octets(sender: Address = OUTSIDE) -> bytes:
    head = LetterHead(sender, SALES, canary_key(SALES.key, DAY), KEY, MONDAY)
    return build_canary(head, DAY).data


def read(raw: bytes):
    place = Locator("sales", "INBOX", 1, 1)
    return facts.read_message(FetchedMessage(place, FolderRole.INBOX, raw, MONDAY, len(raw), (), ""))


def judge(raw: bytes) -> str:
    message = read(raw)
    return describe_damage(message, rules.classify_message(message, RULES, us()))


def test_it_goes_the_way_of_a_customers_mail():
    message = read(octets())
    verdict = rules.classify_message(message, RULES, us())
    assert (verdict.kind, verdict.attention) == (MessageKind.INQUIRY, Attention.ANSWER), verdict
    assert not {"auto-submitted", "precedence", "x-auto-response-suppress"} & message.headers.keys()


SENDERS = [OUTSIDE, SALES, CAROL, Address("watcher@example.com"), Address("noreply@example.net")]


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.email)
def test_it_comes_through_whole_whoever_sends_it(sender):
    assert judge(octets(sender)) == ""
    assert find_canary_key(read(octets(sender)), KEY, OURS) == canary_key(SALES.key, DAY)


def test_what_gateways_add_is_no_damage():
    raw = (
        octets()
        .replace(b"Subject: ", b"Subject: [EXTERNAL] ")
        .replace(b"\r\nHello", b"\r\nCAUTION: from outside.\r\n\r\nHello")
    )
    assert find_canary_key(read(raw), KEY, OURS) and judge(raw) == ""


def test_letters_that_were_lost_are_damage():
    raw = octets().replace(b"=C3=B6", b"=3F")
    assert find_canary_key(read(raw), KEY, OURS)
    assert judge(raw) == "it arrived, and its text was changed on the way"


def test_a_mark_of_spam_or_bulk_would_have_hidden_a_customer():
    raw = b"List-Id: <x.news.example>\r\nPrecedence: bulk\r\nList-Unsubscribe: <https://x.example>\r\n" + octets()
    assert "the rules" in judge(raw)


def test_a_relay_that_writes_another_id_changes_nothing():
    head, _, body = octets().partition(b"\r\n\r\n")
    lines = [
        b"Message-ID: <0102@relay.example>" if line.startswith(b"Message-ID:") else line for line in head.split(b"\r\n")
    ]
    found = find_canary_key(read(b"\r\n".join(lines) + b"\r\n\r\n" + body), KEY, OURS)
    assert found in ("", canary_key(SALES.key, DAY))


@pytest.mark.parametrize(
    "change",
    [
        {"subject": "A quote, please"},
        {"subject": "Watcher test message 2026-11-24"},
        {"subject": "Watcher test message 2026-99-99"},
        {"message_id": "q1@customer.example", "references": ()},
        {"headers": {}},
    ],
)
def test_nobody_else_writes_one(change):
    assert find_canary_key(replace(read(octets()), **change), KEY, OURS) == ""


def test_it_is_ours_with_our_key_and_our_mailboxes_alone():
    assert find_canary_key(read(octets()), b"x" * 32, OURS) == ""
    assert find_canary_key(read(octets()), KEY, {"other@example.com"}) == ""
