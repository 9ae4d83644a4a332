"""The alert: what is wrong, since when, what to do; and a server's words in it steer nothing."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

from tests.samples import TEMPLATES
from watcher.core.letters.alert import MAX_DETAILS, Alert, build_alert


def test_it_says_what_is_wrong_since_when_and_what_to_do(head):
    trouble = Alert(
        "mailbox sales cannot be seen",
        ("login refused\r\nBcc: x@evil.example",),
        "renew it",
        head.now - timedelta(hours=1),
    )
    letter = build_alert(TEMPLATES, head, trouble, ZoneInfo("Europe/Berlin"))
    message = message_from_bytes(letter.data, policy=policy.default)
    text = message.get_body(("plain",)).get_content()
    assert "Mailbox sales cannot be seen" in message["Subject"]
    assert "13:00" in text and "renew it" in text
    assert message["Bcc"] is None
    assert message["Auto-Submitted"] == "auto-generated"


def test_a_flood_of_details_is_cut(head):
    letter = build_alert(TEMPLATES, head, Alert("x", tuple(f"detail-{n}!" for n in range(99))), ZoneInfo("UTC"))
    text = message_from_bytes(letter.data, policy=policy.default).get_body(("plain",)).get_content()
    assert text.count("detail-") == MAX_DETAILS
