"""config.toml: what is wrong is told at once, each with its line, the key and what to write."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from watcher.config import load as configuration
from watcher.config.check import find_suspicious_settings
from watcher.config.load import ConfigError
from watcher.service import wiring

LEAST = """\
[people.anna]
email = ["anna@example.com"]
[[mailbox]]
name = "sales"
address = "sales@example.com"
owner = "anna"
imap = { host = "imap.example.com", user = "sales@example.com", password = { env = "SALES_PASSWORD" } }
smtp = { host = "smtp.example.com", user = "sales@example.com", password = { env = "SALES_PASSWORD" } }
"""


def load(folder: Path, text: str) -> configuration.Config:
    (folder / "config.toml").write_text(text)
    return configuration.load_config(folder / "config.toml")


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(folder, text)
    return [str(each) for each in caught.value.problems]


def test_the_least_that_must_work_and_its_defaults(tmp_path, monkeypatch):
    monkeypatch.setenv("STATE_DIRECTORY", "/var/lib/watcher")
    loaded = load(tmp_path, LEAST)
    box = loaded.mailbox[0]
    assert (box.imap.effective_port, box.imap.security) == (993, "implicit")
    assert (box.smtp.effective_port, box.smtp.security) == (465, "implicit")
    assert box.inbox == ("INBOX",) and box.sent == "auto" and box.poll == timedelta(seconds=60)
    assert [f"{slot:%H:%M}" for slot in loaded.people["anna"].digest] == ["09:00", "14:00"]
    assert str(loaded.state_dir) == "/var/lib/watcher"
    assert loaded.database_url == "sqlite:////var/lib/watcher/watcher.sqlite3"
    policy = wiring.build_policies(loaded)["sales"]
    assert [str(step) for step in policy.find_ladder("default").steps] == ["2h", "4h", "1d"]
    assert (policy.limits.max_per_hour, policy.limits.per_sender) == (30, timedelta(hours=24))
    assert len(loaded.ruleset.rules) >= 3


@pytest.mark.parametrize(
    ("server", "port", "tls"),
    [('port = 993', 993, "implicit"), ('port = 143', 143, "starttls"), ('tls = "starttls"', 143, "starttls"),
     ('tls = "starttls", port = 1143', 1143, "starttls"), ('port = 10993', 10993, "implicit")],
)  # fmt: skip
def test_port_and_tls_follow_from_each_other(tmp_path, server, port, tls):
    loaded = load(tmp_path, LEAST.replace('{ host = "imap.example.com"', f'{{ host = "imap.example.com", {server}'))
    assert (loaded.mailbox[0].imap.effective_port, loaded.mailbox[0].imap.security) == (port, tls)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('{ host = "imap.example.com"', '{ host = "imap.example.com", pasword = "x"',
         'config.toml:7: mailbox "sales": unknown key "pasword" (did you mean "password"?)'),
        ('owner = "anna"', 'owner = "ana"',
         'config.toml:6: mailbox "sales": owner "ana" is not in [people] (did you mean "anna"?)'),
        ('owner = "anna"', 'owner = "anna"\nladder = "hot"', 'config.toml:7: mailbox "sales": ladder "hot" is not in [ladders]'),
        ('owner = "anna"\n', '', 'config.toml:3: mailbox "sales": "owner" is missing'),
        ('address = "sales@example.com"', 'address = "sales"', "write Example Sales <sales@example.com>"),
        ('["anna@example.com"]', '["anna"]', "config.toml:2: people.anna: email: 'anna' is no mail address"),
        ('["anna@example.com"]', '[]', "config.toml:2: people.anna: email: must not be empty"),
        ('name = "sales"', 'name = "sales"\npoll = "soon"', 'config.toml:5: mailbox "sales": poll: '),
        ('name = "sales"', 'name = "sales"\npoll = "0s"', "poll: must be longer than nothing"),
        ('{ env = "SALES_PASSWORD" } }\nsmtp', '"secret" }\nsmtp', "the password itself does not belong into this file"),
        ('{ env = "SALES_PASSWORD" } }\nsmtp', '{ evn = "X" } }\nsmtp', 'unknown source "evn" (did you mean "env"?)'),
        ('{ host = "imap.example.com"', '{ host = "imap.example.com", tls = "off"', "is for this machine only"),
        ('{ host = "imap.example.com"', '{ host = "imap.example.com", tls = "ssl"', 'write "implicit", "starttls" or "off"'),
        ('{ host = "imap.example.com"', '{ host = "imap.example.com", port = 99999', "must be less than or equal to 65535"),
        ('[people.anna]', '[watcher]\ntimezone = "Mars/Olympus"\n[people.anna]', "is no time zone"),
        ('[people.anna]', '[watcher]\nrules = ["nowhere"]\n[people.anna]', "there is no file or folder"),
        ('[people.anna]', '[hours]\nweek = { mon = ["9-17"] }\n[people.anna]', "config.toml:2: hours: week: "),
        ('[people.anna]', '[hours]\nholidays = "XX"\n[people.anna]', "config.toml:2: hours: holidays: "),
        ('[people.anna]', '[hours]\nclosed = ["tomorrow"]\n[people.anna]', "config.toml:2: hours: closed: "),
        ('[people.anna]', '[hours]\nweek = {}\n[people.anna]', "config.toml:2: hours: "),
        ('[people.anna]', '[ladders.hot]\nstpes = ["1h"]\n[people.anna]', 'unknown key "stpes" (did you mean "steps"?)'),
        ('[people.anna]', '[ladders.hot]\nsteps = []\n[people.anna]', "ladders.hot: steps: must not be empty"),
        ('[people.anna]', '[watchr]\n[people.anna]', 'unknown key "watchr" (did you mean "watcher"?)'),
        ('[[mailbox]]', '[mailbox]', '"mailbox" is written as [[mailbox]]'),
        ('email = ["anna@example.com"]', 'email = ["anna@example.com"]\ndeputy = "anna"', "the deputy cannot be the person"),
        ('email = ["anna@example.com"]', 'email = ["anna@example.com"]\ndigest = ["25:00"]', "is no time of day"),
        ('owner = "anna"', 'owner = "anna"\nauth = "password"', 'unknown key "auth"'),
        ('{ host = "smtp.example.com", user = "sales@example.com",', '{ host = "smtp.example.com",', "give user and password, or neither"),
    ],
)  # fmt: skip
def test_what_is_wrong_and_what_to_do(tmp_path, old, new, message):
    assert old in LEAST
    found = problems(tmp_path, LEAST.replace(old, new, 1))
    assert any(message in each for each in found), found
    assert all(each.startswith("config.toml:") for each in found)


def test_every_problem_at_once(tmp_path):
    text = (
        LEAST.replace("owner", "ownr")
        .replace("[people.anna]", "[hours]\nweek = 5\n[people.anna]")
        .replace('"sales"', '"sa les"')
    )
    found = problems(tmp_path, text)
    assert len(found) >= 4
    assert [int(each.split(":")[1]) for each in found] == sorted(int(each.split(":")[1]) for each in found)


def test_two_mailboxes_share_neither_name_nor_address(tmp_path):
    second = LEAST[LEAST.index("[[mailbox]]") :]
    found = problems(tmp_path, LEAST + second)
    assert any("another mailbox has the name sales already" in each for each in found)
    assert any("another mailbox has the address sales@example.com already" in each for each in found)


@pytest.mark.parametrize(
    "text", ["", "x", "[people.anna", "\x00", 'a = "\\x"', "[[mailbox]]\n" * 3, "mailbox = 1", "people = []"]
)
def test_no_traceback_whatever_is_in_the_file(tmp_path, text):
    assert problems(tmp_path, text)


def test_a_file_that_is_not_text_and_one_that_is_not_there(tmp_path, monkeypatch):
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="cannot be read"):
        configuration.load_config(tmp_path / "config.toml")
    with pytest.raises(ConfigError, match="watcher init"):
        configuration.find_config_file(str(tmp_path / "absent.toml"))


def test_rules_and_templates_are_checked_with_it(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "10.toml").write_text(
        '[[rule]]\nname = "a"\nmatch.subject = "x"\nkind = "inquiry"\nowner = "bne"\nladder = "ht"\ntemplate = "ack-web"\n'
    )
    (tmp_path / "rules" / "20.toml").write_text('[[rule]]\nname = "b"\nmatch.subjct = "x"\nkind = "other"\n')
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "acknowledgement.txt").write_text("Subject: hi\n\nHello {{ promis }}\n")
    text = f'[watcher]\nrules = ["rules"]\ntemplates = "templates"\n{LEAST}'
    found = problems(tmp_path, text)
    assert 'rules/20.toml:3: rule "b": unknown field "subjct" (did you mean "subject"?)' in found
    assert any(each.startswith("templates/acknowledgement.txt:3: ") and '"promise"' in each for each in found), found
    (tmp_path / "rules" / "20.toml").unlink()
    (tmp_path / "templates" / "acknowledgement.txt").unlink()
    found = problems(tmp_path, text)
    assert [each.partition(": ")[2].partition(": ")[2] for each in found] == [
        'there is no ladder "ht"', 'there is no owner "bne"', 'there is no template "ack-web"',
    ]  # fmt: skip


def test_a_template_of_ones_own_is_used_in_every_language(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "acknowledgement.txt").write_text("Subject: hi\n\nHello\n")
    loaded = load(tmp_path, f'[watcher]\ntemplates = "templates"\n{LEAST}')
    assert loaded.templates.find_for_language("acknowledgement", "de").file == "acknowledgement.txt"
    assert load(tmp_path, LEAST).templates.find_for_language("acknowledgement", "de").file == "acknowledgement.de.txt"


# --- hours, people, ladders


def test_a_mailbox_keeps_its_own_hours_in_its_own_zone(tmp_path):
    own = 'hours = { week = { sat = ["10:00-12:00"] }, closed = [] }\ntimezone = "America/New_York"\n'
    house = '[watcher]\ntimezone = "Europe/Berlin"\n[hours]\nholidays = "DE-BY"\nclosed = ["2026-12-24"]\n'
    loaded = load(tmp_path, house + LEAST + own)
    calendar = wiring.build_policies(loaded)["sales"].hours
    assert calendar.zone.key == "America/New_York"
    assert [day for day, windows in enumerate(calendar.week) if windows] == [5]
    assert calendar.holidays.code == "DE-BY", "what is left out is as in [hours]"
    assert calendar.closed == frozenset()
    assert loaded.calendar.zone.key == "Europe/Berlin"
    assert wiring.build_people(loaded)["anna"].calendar == calendar, "Anna owns nothing else"


def test_who_owns_mailboxes_with_different_hours_keeps_those_of_the_house(tmp_path):
    second = (
        LEAST.partition("[[mailbox]]")[2].replace("sales", "shop") + 'hours = { week = { sat = ["10:00-12:00"] } }\n'
    )
    loaded = load(tmp_path, f"{LEAST}[[mailbox]]{second}")
    assert wiring.build_people(loaded)["anna"].calendar == loaded.calendar


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


@pytest.mark.parametrize(("said", "spans"), [('"1d"', ["1d"]), ('["9h", "1d", "2d"]', ["9h", "1d", "2d"]), ("[]", [])])
def test_one_escalation_or_several(tmp_path, said, spans):
    loaded = load(tmp_path, f"{LEAST}[ladders.default]\nescalate_after = {said}\nalert = true\n")
    made = wiring.build_policies(loaded)["sales"].find_ladder("default")
    assert [str(span) for span in made.escalate_after] == spans
    assert made.alert


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ('quiet = ["00:00-24:00"]', "people.anna: quiet: they cover all opening hours"),
        ('quiet = ["noon"]', "people.anna: quiet: 'noon' are no hours: write 09:00-17:00"),
        (
            'away = ["christmas"]',
            "people.anna: away: 'christmas' is no date: write 2026-12-24 or 2026-12-27..2026-12-31",
        ),
        (
            'language = "xx"',
            "people.anna: language: there is no words.xx.toml: write one of en, de, es, fr, it, nl, pt, or add it",
        ),
        ('all_clear = "often"', 'people.anna: all_clear: write "daily", "weekly" or "never"'),
        ('report = "9:00"', "people.anna: report: '9:00' is no time of the week: write mon 09:00"),
    ],
)
def test_a_wrong_key_of_a_person_is_told_with_its_line(tmp_path, key, said):
    assert f"config.toml:3: {said}" in problems(tmp_path, LEAST.replace("[[mailbox]]", f"{key}\n[[mailbox]]", 1))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('[ladders.hot]\nescalate_after = ["2d", "1d"]', "each must be longer than the one before"),
        ("[ladders.hot]\nalert = 1", "alert: "),
    ],
)
def test_a_wrong_ladder_is_told(tmp_path, table, said):
    (found,) = problems(tmp_path, f"{LEAST}{table}\n")
    assert said in found


def test_wrong_hours_of_a_mailbox_are_told_with_its_name(tmp_path):
    found = problems(tmp_path, LEAST + 'hours = { week = { mon = ["17-9"] }, holidays = "XX" }\n')
    assert sum('config.toml:9: mailbox "sales": hours: ' in each for each in found) == 2, found


def test_what_can_be_meant_and_probably_is_not_is_noted(tmp_path):
    odd = (
        LEAST.replace("[[mailbox]]", 'digest = ["09:00", "18:30"]\n[[mailbox]]', 1)
        + '[ladders.default]\npromise = "2h"\n'
    )
    notes = list(find_suspicious_settings(load(tmp_path, odd), datetime(2026, 11, 23, 8, tzinfo=UTC)))
    assert any("the first nag, after 2h, comes when the promise of 2h is broken" in note for note in notes)
    assert any("digest 18:30 is outside opening hours" in note for note in notes)
    fine = 'digest = ["09:00", "11:00", "13:00", "15:00"]\n[[mailbox]]'
    loaded = load(tmp_path, LEAST.replace("[[mailbox]]", fine, 1))
    assert list(find_suspicious_settings(loaded, datetime(2026, 11, 23, 8, tzinfo=UTC))) == []
    (gap,) = find_suspicious_settings(load(tmp_path, LEAST), datetime(2026, 11, 23, 8, tzinfo=UTC))
    assert "up to 5 h of opening time lie between two digests, and ladder default promises an answer in 4h" in gap


@pytest.mark.parametrize("line", ['templates = "a\\u0000b"', 'rules = ["a\\u0000b"]', 'state_dir = "a\\u0000b"'])
def test_a_name_that_no_file_can_have_is_a_problem_of_its_line(tmp_path, line):
    """Found by `python -m tests.torture config`, file 13693."""
    with pytest.raises(ConfigError) as error:
        load(tmp_path, f"[watcher]\n{line}\n{LEAST}")
    (problem,) = error.value.problems
    assert str(problem).startswith("config.toml:2: watcher: ")
