"""The alert: what is wrong, since when, what to do; and a server's words in it steer nothing."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

from tests.samples import TEMPLATES
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.letters.alert import MAX_DETAILS, Alert, build_alert, describe_incidents, write_plain_text


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


def incidents(head) -> list[Incident]:
    since = head.now - timedelta(hours=1)
    return [
        Incident(IncidentKind.MAILBOX_UNSEEN, "sales", since, "login refused"),
        Incident(IncidentKind.DISK_FULL, "", head.now, "3 MiB are left"),
    ]


def test_several_incidents_are_one_alert_since_the_first_of_them(head):
    alert = describe_incidents(incidents(head), is_over=False)
    assert alert.title == "the disk is full, and 1 more"
    assert alert.details == ("the disk is full: 3 MiB are left", "mailbox sales cannot be read: login refused")
    assert alert.since == head.now - timedelta(hours=1)
    assert "make room on the disk" in alert.advice


def test_what_is_over_says_so_and_gives_no_advice(head):
    alert = describe_incidents(incidents(head)[:1], is_over=True)
    message = message_from_bytes(build_alert(TEMPLATES, head, alert, ZoneInfo("UTC")).data, policy=policy.default)
    text = message.get_body(("plain",)).get_content()
    assert message["Subject"] == "Watcher: Recovered: mailbox sales cannot be read"
    assert "Until this is mended" not in text and "What to do" not in text
    assert 'class="card card-broken"' not in message.get_body(("html",)).get_content()


def test_a_push_message_has_the_same_in_a_few_lines(head):
    title, text = write_plain_text(
        TEMPLATES, describe_incidents(incidents(head)[:1], is_over=False), head.now, ZoneInfo("UTC")
    )
    assert title == "Watcher: Mailbox sales cannot be read"
    assert text.splitlines()[0] == "login refused"
    assert text.splitlines()[-1].startswith("What to do: watcher check --online")
    hostile = Alert("a\r\nb\u202e", ("c\x00\nd",))
    assert write_plain_text(TEMPLATES, hostile, head.now, ZoneInfo("UTC")) == ("Watcher: A b", "c d")
