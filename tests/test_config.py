"""config.toml: what is wrong is told at once, each with its line, the key and what to write."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from watcher import config, wiring
from watcher.config import ConfigError

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


def load(folder: Path, text: str) -> config.Config:
    (folder / "config.toml").write_text(text)
    return config.load(folder / "config.toml")


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load(folder, text)
    return [str(each) for each in caught.value.problems]


def test_the_least_that_must_work_and_its_defaults(tmp_path, monkeypatch):
    monkeypatch.setenv("STATE_DIRECTORY", "/var/lib/watcher")
    loaded = load(tmp_path, LEAST)
    box = loaded.mailbox[0]
    assert (box.imap.real_port, box.imap.security) == (993, "implicit")
    assert (box.smtp.real_port, box.smtp.security) == (465, "implicit")
    assert box.inbox == ("INBOX",) and box.sent == "auto" and box.poll == timedelta(seconds=60)
    assert [f"{slot:%H:%M}" for slot in loaded.people["anna"].digest] == ["09:00", "14:00"]
    assert str(loaded.state_dir) == "/var/lib/watcher"
    assert loaded.database_url == "sqlite:////var/lib/watcher/watcher.sqlite3"
    policy = wiring.policy(loaded, box)
    assert [str(step) for step in policy.ladder_of("default").steps] == ["2h", "4h", "1d"]
    assert (policy.limits.max_per_hour, policy.limits.per_sender) == (30, timedelta(hours=24))
    assert len(loaded.ruleset.rules) >= 3


@pytest.mark.parametrize(
    ("server", "port", "tls"),
    [('port = 993', 993, "implicit"), ('port = 143', 143, "starttls"), ('tls = "starttls"', 143, "starttls"),
     ('tls = "starttls", port = 1143', 1143, "starttls"), ('port = 10993', 10993, "implicit")],
)  # fmt: skip
def test_port_and_tls_follow_from_each_other(tmp_path, server, port, tls):
    loaded = load(tmp_path, LEAST.replace('{ host = "imap.example.com"', f'{{ host = "imap.example.com", {server}'))
    assert (loaded.mailbox[0].imap.real_port, loaded.mailbox[0].imap.security) == (port, tls)


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
        config.load(tmp_path / "config.toml")
    with pytest.raises(ConfigError, match="watcher init"):
        config.find(str(tmp_path / "absent.toml"))


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
    assert loaded.templates.find("acknowledgement", "de").file == "acknowledgement.txt"
    assert load(tmp_path, LEAST).templates.find("acknowledgement", "de").file == "acknowledgement.de.txt"
