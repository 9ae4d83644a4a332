"""The alert: what is wrong, since when, what to do; and a server's words in it steer nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from zoneinfo import ZoneInfo

import pytest

from tests.samples import TEMPLATES
from watcher.core.health import titles
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.letters.alert import (
    MAX_DETAILS,
    Alert,
    build_alert,
    describe_incidents,
    describe_test,
    write_plain_text,
)

ENGLISH = TEMPLATES.words_for_language()


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
    alert = describe_incidents(incidents(head), ENGLISH, is_over=False)
    assert alert.title == "the disk is full, and 1 more"
    assert alert.details == ("the disk is full: 3 MiB are left", "mailbox sales cannot be read: login refused")
    assert alert.since == head.now - timedelta(hours=1)
    assert "make room on the disk" in alert.advice


def test_what_is_over_says_so_and_gives_no_advice(head):
    alert = describe_incidents(incidents(head)[:1], ENGLISH, is_over=True)
    message = message_from_bytes(
        build_alert(TEMPLATES, head, alert, ZoneInfo("Europe/Berlin")).data, policy=policy.default
    )
    text = message.get_body(("plain",)).get_content()
    assert message["Subject"] == "Watcher: Recovered: mailbox sales cannot be read"
    assert "Until this is mended" not in text and "What to do" not in text
    assert "(from 13:00 to 14:00)" in text, "it lasts no more"
    assert 'class="card card-broken"' not in message.get_body(("html",)).get_content()


def test_a_push_message_has_the_same_in_a_few_lines(head):
    title, text = write_plain_text(
        describe_incidents(incidents(head)[:1], ENGLISH, is_over=False), ENGLISH, head.now, ZoneInfo("UTC")
    )
    assert title == "Watcher: Mailbox sales cannot be read"
    assert text.splitlines()[0] == "login refused"
    assert text.splitlines()[-1].startswith("What to do: watcher check --online")
    hostile = Alert("a\r\nb\u202e", ("c\x00\nd",))
    assert write_plain_text(hostile, ENGLISH, head.now, ZoneInfo("UTC")) == ("Watcher: A b", "c d")


def text_of(head, language: str, *found: Incident) -> str:
    words = TEMPLATES.words_for_language(language)
    head = replace(head, language=language)
    letter = build_alert(TEMPLATES, head, describe_incidents(found, words, is_over=False), ZoneInfo("UTC"))
    message = message_from_bytes(letter.data, policy=policy.default)
    return f"{message['Subject']}\n{message.get_body(('plain',)).get_content()}"


def test_that_nobody_is_reminded_is_said_only_where_it_may_be_so(head):
    unseen = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", head.now, "login refused")
    capped = Incident(IncidentKind.CAP_TRIPPED, "sales", head.now, "people are still reminded of every inquiry")
    refused = Incident(IncidentKind.CONFIGURATION_REFUSED, "", head.now, "the one before stays in force")
    sentence = "Until this is mended"
    assert sentence in text_of(head, "en", unseen) and sentence in text_of(head, "en", capped, unseen)
    assert sentence not in text_of(head, "en", capped, refused)


@pytest.mark.parametrize("language", [language for language in TEMPLATES.languages if language != "en"])
def test_what_is_wrong_and_what_to_do_are_said_in_every_language(head, language):
    words = TEMPLATES.words_for_language(language)
    for kind in IncidentKind:
        incident = Incident(kind, "sales", head.now, "4711")
        english, said = text_of(head, "en", incident), text_of(head, language, incident)
        assert said.splitlines()[0] != english.splitlines()[0], kind
        advice = titles.write_advice([incident])
        assert advice and kind in words.advice, kind
        assert advice[:30] not in said, kind


def test_of_several_the_most_urgent_is_named_in_the_readers_language(head):
    alert = describe_incidents(incidents(head), TEMPLATES.words_for_language("de"), is_over=False)
    assert alert.title == "die Festplatte ist voll, und noch 1"
    assert alert.details[1] == "das Postfach sales ist nicht lesbar: login refused"


def test_a_test_says_so_in_the_readers_language(head):
    alert = describe_test(TEMPLATES.words_for_language("fr"))
    assert alert.is_test and alert.title == "essai des alertes"
