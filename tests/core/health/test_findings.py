"""core/health/findings.py: figures in, sentences with a next step out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from watcher.core.health import findings
from watcher.core.health.findings import Level

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("starts", "ends", "level", "text"),
    [
        (NOW - DAY, NOW + 90 * DAY, Level.OK, "good for 90 days"),
        (NOW - DAY, NOW + 13 * DAY, Level.NOTE, "ends in 13 days, on 09 Dec 2026"),
        (NOW - 90 * DAY, NOW - DAY, Level.BAD, "expired on 25 Nov 2026, 1 day ago"),
        (NOW + DAY, NOW + 90 * DAY, Level.BAD, "set the clock"),
    ],
)
def test_a_certificate_by_its_days(starts, ends, level, text):
    found = findings.judge_certificate(starts, ends, NOW)
    assert found is not None and found.level is level and text in found.text


def test_of_a_certificate_that_nobody_saw_nothing_is_said():
    assert findings.judge_certificate(None, None, NOW) is None


@pytest.mark.parametrize(
    ("configured", "found", "text"),
    [
        ("starttls", "implicit", 'write tls = "implicit"'),
        ("off", "implicit", 'write tls = "implicit"'),
        ("implicit", "off", 'write tls = "starttls"'),
        ("starttls", "off", "does not offer STARTTLS"),
        ("starttls", "silent", "says nothing"),
    ],
)
def test_the_kind_of_tls_that_is_not_configured(configured, found, text):
    judged = findings.judge_tls_mode(configured, found, 993, "993 (implicit)")
    assert judged is not None and judged.level is Level.BAD and text in judged.text


@pytest.mark.parametrize("found", ["implicit", ""])
def test_the_kind_of_tls_that_is_configured(found):
    assert findings.judge_tls_mode("implicit", found, 993, "") is None


@pytest.mark.parametrize(
    ("seconds", "level", "text"),
    [
        (5, Level.OK, "agrees"),
        (-59, Level.OK, "agrees"),
        (100, Level.NOTE, "2 minutes behind"),
        (600, Level.BAD, "10 minutes behind the mail server"),
        (-600, Level.BAD, "10 minutes ahead of the mail server"),
        (86400, Level.BAD, "24 hours behind"),
    ],
)
def test_a_clock_by_its_error(seconds, level, text):
    found = findings.judge_clock(timedelta(seconds=seconds))
    assert found.level is level and text in found.text


def test_a_clock_that_was_not_compared_is_said_to_be_so():
    assert "not compared" in findings.judge_clock(None).text


GROUP = "Sales <sales.groups.example.com>"


@pytest.mark.parametrize(
    ("ids", "level"),
    [
        ([GROUP] * 20, Level.NOTE),
        ([GROUP] * 18 + [""] * 2, Level.NOTE),
        ([GROUP] * 15 + [""] * 5, None),
        ([GROUP] * 4, None),
        ([""] * 20, None),
        ([f"<n{n}.lists.example>" for n in range(20)], None),
    ],
)
def test_mail_that_all_carries_one_list_id(ids, level):
    found = findings.judge_list_ids(ids, {"sales@example.com"})
    assert (found and found.level) == level
    own = findings.judge_list_ids(ids, {"sales@groups.example.com"})
    assert own is None or own.level is Level.OK


@pytest.mark.parametrize(
    ("answered", "seen", "is_noted"), [(4, 0, False), (10, 0, True), (10, 1, True), (10, 2, False)]
)
def test_answers_that_are_elsewhere(answered, seen, is_noted):
    for is_microsoft in (False, True):
        found = findings.judge_answers(answered, seen, is_microsoft)
        assert (found is not None) is is_noted
        assert found is None or ("MessageCopyForSentAsEnabled" in found.text) is is_microsoft


def test_a_recipient_that_is_refused_for_now_or_for_good():
    later, never, silent = (findings.judge_recipient("anna@example.com", code, "no") for code in (450, 550, None))
    assert later is not None and later.level is Level.NOTE
    assert never is not None and never.level is Level.BAD and "[people]" in never.text
    assert silent is not None and silent.level is Level.BAD


@pytest.mark.parametrize(
    "said",
    [
        "5.7.1 <anna@example.com>: Relay access denied",
        "relay not permitted",
        "5.7.54 SMTP; Unable to relay recipient",
        "Relaying denied",
    ],
)
def test_a_server_that_passes_nothing_on_wants_a_login(said):
    finding = findings.judge_recipient("anna@example.com", 554, said)
    assert finding is not None and finding.level is Level.BAD
    assert "write user, and password or auth" in finding.text and "[people]" not in finding.text


@pytest.mark.parametrize(
    ("said", "is_about_it"),
    [
        ("5.7.1 <sales@example.com>: Sender address rejected: not owned by user sales", True),  # Postfix
        ("Sender verify failed", True),  # Exim
        ("5.7.60 SMTP; Client does not have permissions to send as this sender", True),  # Exchange
        ("5.1.8 Access denied, bad outbound sender", True),
        ("5.1.1 <anna@example.com>: Recipient address rejected: User unknown", False),
        ("5.7.1 <anna@example.com>: Relay access denied; the sender is not logged in", False),
        ("15.1.8 sendersname@example.com unknown", False),
    ],
)
def test_whom_a_refused_recipient_is_about(said, is_about_it):
    assert findings.is_about_sender(said) is is_about_it


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("ext4", ""),
        ("overlay", ""),
        ("", ""),
        ("tmpfs", "when the machine restarts"),
        ("nfs4", "a database can be damaged"),
    ],
)
def test_a_state_belongs_on_a_disk_of_this_machine(kind, text):
    found = findings.judge_file_system("/srv/state", kind)
    assert (found.text if found else "").count(text or "state") == bool(text)


def test_a_server_that_is_particular_about_greetings_is_not_a_wrong_address():
    said = "<vm>: Helo command rejected: need fully-qualified hostname"
    found = findings.judge_recipient("anna@example.com", 504, said)
    assert found is not None and found.level is Level.BAD
    assert "the port for logins (465 or 587)" in found.text and "[people]" not in found.text
