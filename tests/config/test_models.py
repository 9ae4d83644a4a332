"""config/models.py: the tables, their defaults, and what follows from them."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest

from tests.config.conftest import LEAST, load
from watcher.service import wiring


def test_the_least_that_must_work_and_its_defaults(tmp_path, monkeypatch):
    monkeypatch.setenv("STATE_DIRECTORY", "/var/lib/watcher")
    loaded = load(tmp_path, LEAST)
    box = loaded.mailbox[0]
    assert (box.imap.effective_port, box.imap.security) == (993, "implicit")
    assert (box.smtp.effective_port, box.smtp.security) == (465, "implicit")
    assert box.inbox == ("INBOX",) and box.sent == "auto" and box.poll == timedelta(seconds=60)
    assert [f"{slot:%H:%M}" for slot in loaded.people["anna"].digest] == ["09:00", "12:00", "15:00"]
    assert str(loaded.state_dir) == "/var/lib/watcher"
    assert loaded.database_url == "sqlite:////var/lib/watcher/watcher.sqlite3"
    monkeypatch.delenv("STATE_DIRECTORY")
    assert loaded.state_dir == Path("~/.local/state/watcher").expanduser()
    policy = wiring.build_policies(loaded)["sales"]
    assert [str(step) for step in policy.find_ladder("default").steps] == ["2h", "4h", "1d"]
    assert (policy.limits.max_per_hour, policy.limits.per_sender) == (30, timedelta(hours=24))
    assert [rule.file for rule in loaded.ruleset.rules][-1].endswith("90-default.toml")


@pytest.mark.parametrize(
    ("server", "port", "tls"),
    [('port = 993', 993, "implicit"), ('port = 143', 143, "starttls"), ('tls = "starttls"', 143, "starttls"),
     ('tls = "starttls", port = 1143', 1143, "starttls"), ('port = 10993', 10993, "implicit")],
)  # fmt: skip
def test_port_and_tls_follow_from_each_other(tmp_path, server, port, tls):
    loaded = load(tmp_path, LEAST.replace('{ host = "imap.example.com"', f'{{ host = "imap.example.com", {server}'))
    assert (loaded.mailbox[0].imap.effective_port, loaded.mailbox[0].imap.security) == (port, tls)


def test_a_person_s_keys_reach_the_reminders(tmp_path):
    keys = (
        'quiet = ["12:00-13:00"]\naway = ["2026-12-24"]\nlanguage = "de"\nall_clear = "weekly"\nreport = "fri 16:00"\n'
    )
    loaded = load(tmp_path, LEAST.replace("[[mailbox]]", f"{keys}[[mailbox]]", 1))
    anna = wiring.build_people(loaded)["anna"]
    assert anna.calendar is not None
    assert anna.calendar.week[0] == ((540, 720), (780, 1020))
    assert [str(day) for day in anna.away] == ["2026-12-24"]
    assert (anna.language, anna.all_clear, anna.report, anna.mailbox) == ("de", "weekly", (4, time(16)), "sales")


@pytest.mark.parametrize(
    ("message", "spans"), [('"1d"', ["1d"]), ('["9h", "1d", "2d"]', ["9h", "1d", "2d"]), ("[]", [])]
)
def test_one_escalation_or_several(tmp_path, message, spans):
    loaded = load(tmp_path, f"{LEAST}[ladders.default]\nescalate_after = {message}\nurgent = true\n")
    made = wiring.build_policies(loaded)["sales"].find_ladder("default")
    assert [str(span) for span in made.escalate_after] == spans
    assert made.urgent


def test_the_state_of_the_system_s_configuration_is_the_same_whoever_asks(tmp_path, monkeypatch):
    """The service and root, whose home folders differ, would each have had one of their own."""
    monkeypatch.delenv("STATE_DIRECTORY", raising=False)
    loaded = load(tmp_path, LEAST)
    own = loaded.state_dir
    loaded.attach(
        path=Path("/etc/watcher/config.toml"),
        rules=lambda: loaded.ruleset,
        templates=lambda: loaded.templates,
        calendar=loaded.calendar,
        mailbox_calendars={},
    )
    assert (loaded.state_dir, own) == (Path("/var/lib/watcher"), Path("~/.local/state/watcher").expanduser())
