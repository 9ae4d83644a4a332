"""config/check.py: what must agree between the tables, and what is odd."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime

from tests.config.conftest import LEAST, load, problems
from watcher.config.check import find_suspicious_settings

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_the_defaults_do_not_contradict_each_other(tmp_path):
    assert list(find_suspicious_settings(load(tmp_path, LEAST), MONDAY)) == []


def test_no_rules_at_all_are_noted(tmp_path):
    (tmp_path / "rules").mkdir()
    for rules in ("[]", '["rules"]'):
        (note,) = find_suspicious_settings(load(tmp_path, f"[watcher]\nrules = {rules}\n{LEAST}"), MONDAY)
        assert "there are no rules" in note


def test_a_port_with_the_other_kind_of_tls_is_noted(tmp_path):
    text = LEAST.replace('host = "imap.example.com"', 'host = "imap.example.com", port = 993, tls = "starttls"')
    text = text.replace('host = "smtp.example.com"', 'host = "smtp.example.com", port = 587, tls = "implicit"')
    imap, smtp = find_suspicious_settings(load(tmp_path, text), MONDAY)
    assert 'imap: port 993 is usually spoken to with tls = "implicit"' in imap
    assert 'smtp: port 587 is usually spoken to with tls = "starttls"' in smtp
    assert (
        list(find_suspicious_settings(load(tmp_path, text.replace("993", "10993").replace("587", "10587")), MONDAY))
        == []
    )


def test_one_inbox_under_two_names_is_noted(tmp_path):
    """Each reads all of it, and who answers a mail to neither address was chance."""
    box = LEAST[LEAST.index("[[mailbox]]") :]
    other = box.replace('name = "sales"', 'name = "shop"').replace('address = "sales@', 'address = "shop@')
    other = other.replace('host = "imap.example.com", user = "s', 'host = "IMAP.example.com", user = "S')
    (note,) = find_suspicious_settings(load(tmp_path, LEAST + other), MONDAY)
    assert "mailbox shop: mailbox sales reads INBOX of the same account" in note and "aliases" in note
    of_its_own = other.replace("owner =", 'inbox = ["Shop"]\nowner =')
    assert list(find_suspicious_settings(load(tmp_path, LEAST + of_its_own), MONDAY)) == []


def test_alerts_that_would_not_come_when_they_are_needed_are_noted(tmp_path):
    own_server = 'smtp = { host = "smtp.example.net" }\n'
    elsewhere = f'[alerts]\nemail = ["anna@example.net"]\n{own_server}{LEAST}'
    assert list(find_suspicious_settings(load(tmp_path, elsewhere), MONDAY)) == []
    (note,) = find_suspicious_settings(
        load(tmp_path, elsewhere.replace("anna@example.net", "SALES@example.com")), MONDAY
    )
    assert "is one of the mailboxes that are watched" in note
    (note,) = find_suspicious_settings(load(tmp_path, elsewhere.replace(own_server, "")), MONDAY)
    assert "which may be just what is broken" in note
    (note,) = find_suspicious_settings(load(tmp_path, f"[alerts]\n{own_server}{LEAST}"), MONDAY)
    assert "nobody gets the alerts" in note


def test_two_mailboxes_share_neither_name_nor_address(tmp_path):
    second = LEAST[LEAST.index("[[mailbox]]") :]
    found = problems(tmp_path, LEAST + second)
    assert any("another mailbox has the name sales already" in problem for problem in found)
    assert any("another mailbox has the address sales@example.com already" in problem for problem in found)


def test_what_can_be_meant_and_probably_is_not_is_noted(tmp_path):
    odd = (
        LEAST.replace("[[mailbox]]", 'digest = ["09:00", "18:30"]\n[[mailbox]]', 1)
        + '[ladders.default]\npromise = "2h"\n'
    )
    notes = list(find_suspicious_settings(load(tmp_path, odd), MONDAY))
    assert any("the first nag, after 2h, comes when the promise of 2h is broken" in note for note in notes)
    assert any("digest 18:30 is outside opening hours" in note for note in notes)
    late = LEAST.replace("[[mailbox]]", 'digest = ["09:00", "18:30", "20:00"]\n[[mailbox]]', 1)
    (line,) = (
        note for note in find_suspicious_settings(load(tmp_path, late), MONDAY) if "outside opening hours" in note
    )
    assert "digest 18:30, 20:00 are outside opening hours: they wait" in line
    rare = 'digest = ["09:00", "14:00"]\n[[mailbox]]'
    (gap,) = find_suspicious_settings(load(tmp_path, LEAST.replace("[[mailbox]]", rare, 1)), MONDAY)
    assert "up to 5 h of opening time lie between two digests, and ladder default promises an answer in 4h" in gap


def calls_of(work) -> int:
    """Calls of functions that the work takes, however fast the machine is."""
    count = 0

    def hear(frame, event, argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(hear)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_a_digest_in_every_minute_costs_no_more_than_there_are_minutes(tmp_path):
    """It took 7 × 1,440² steps, which were seconds of every check."""
    config = {}
    for count in (144, 1440):
        slots = json.dumps([f"{n * (1440 // count) // 60:02}:{n * (1440 // count) % 60:02}" for n in range(count)])
        week = 'digest = %s\n[hours]\nweek = { mon-sun = ["00:00-24:00"] }\n[[mailbox]]'
        config[count] = load(tmp_path, LEAST.replace("[[mailbox]]", week % slots, 1))
        assert list(find_suspicious_settings(config[count], MONDAY)) == []
    few, many = (
        calls_of(lambda count=count: list(find_suspicious_settings(config[count], MONDAY))) for count in config
    )
    assert many < 12 * few


def test_the_gap_over_a_weekend_and_the_one_to_the_next_week_count(tmp_path):
    rare = 'digest = ["09:00"]\n[hours]\nweek = { wed = ["09:00-17:00"], thu = ["09:00-17:00"] }\n[[mailbox]]'
    (gap,) = find_suspicious_settings(load(tmp_path, LEAST.replace("[[mailbox]]", rare, 1)), MONDAY)
    assert "up to 8 h of opening time lie between two digests" in gap
    weekly = rare.replace(', thu = ["09:00-17:00"]', "")
    (gap,) = find_suspicious_settings(load(tmp_path, LEAST.replace("[[mailbox]]", weekly, 1)), MONDAY)
    assert "up to 8 h of opening time lie between two digests" in gap
