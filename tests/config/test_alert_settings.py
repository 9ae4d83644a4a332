"""config/alert_settings.py: a wrong line elsewhere keeps nobody from being told."""

from __future__ import annotations

import pytest

from watcher.config.alert_settings import alert_settings, salvage_alert_settings
from watcher.config.load import load_config

GOOD = """
[watcher]
state_dir = "{folder}/state"
timezone = "Europe/Berlin"
[people.anna]
email = ["anna@example.com"]
language = "de"
[[mailbox]]
name = "sales"
address = "Example Sales <sales@example.com>"
owner = "anna"
imap = {{ host = "imap.example.com", user = "sales", password = {{ env = "NONE" }} }}
smtp = {{ host = "smtp.example.com" }}
[alerts]
email = ["boss@example.net"]
push = ["ntfy://watcher"]
smtp = {{ host = "smtp.example.net" }}
"""


@pytest.fixture
def write(tmp_path):
    def put(*changes: tuple[str, str]):
        text = GOOD.format(folder=tmp_path)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / "config.toml"
        path.write_text(text)
        return path

    return put


def test_of_a_good_file_both_ways_say_the_same(write):
    path = write()
    assert salvage_alert_settings(path) == alert_settings(load_config(path))


@pytest.mark.parametrize(
    "change",
    [
        ("owner", "onwer"),
        ('"sales"\naddress', '"sales"\naliases = 5\naddress'),
        ("[people.anna]", "[people.anna]\nunknown = 1"),
        ('owner = "anna"', 'owner = "anna'),  # no TOML
        ("[[mailbox]]", "[hours]\nweek = {}\n[[mailbox]]"),
        ("[[mailbox]]", "[[mailbox"),
        ("[alerts]", "[alerts]\ncanary = 25\nblind_atfer = 1"),
        ("[watcher]", "[watcher]\nrules = ['nowhere']\nlog = 3"),
        ("[watcher]", "[watcher]\nlisten = '8.8.8.8:1'"),
    ],
    ids=str,
)
def test_what_is_wrong_elsewhere_does_not_matter(write, tmp_path, change):
    found = salvage_alert_settings(write(change))
    assert found is not None
    assert (found.table.email, found.table.push) == (("boss@example.net",), ("ntfy://watcher",))
    assert [server.host for server in found.servers] == ["smtp.example.net"]
    assert (found.state_dir, found.zone) == (tmp_path / "state", "Europe/Berlin")


def test_without_a_server_of_their_own_they_go_by_those_of_the_mailboxes(write):
    own = '\nsmtp = { host = "smtp.example.net" }'
    for change in (("owner", "onwer"), ("timezone", "tiemzone")):
        found = salvage_alert_settings(write((own, ""), change))
        assert found is not None and [server.host for server in found.servers] == ["smtp.example.com"]
    broken = salvage_alert_settings(write((own, '\nsmtp = { hots = "smtp.example.net" }')))
    assert broken is not None and [server.host for server in broken.servers] == ["smtp.example.com"]


def test_where_nobody_is_named_there_is_nobody(write, tmp_path):
    for change in (("[alerts]", "[alerst]"), ("[alerts]", "[alerts"), ("[alerts]\n", "[alerts]\nemail = [\n")):
        assert salvage_alert_settings(write(change)) is None
    (tmp_path / "config.toml").write_bytes(b"\xff\xfe\xff")
    assert salvage_alert_settings(tmp_path / "config.toml") is None
    assert salvage_alert_settings(tmp_path / "none.toml") is None


@pytest.mark.parametrize(
    ("change", "sender"),
    [
        (("[alerts]", '[alerts]\nsender = "watcher@example.net"'), "watcher@example.net"),
        (("owner", "onwer"), "sales@example.com"),
        (("address =", "adress ="), "boss@example.net"),
        (("[[mailbox]]", "[[mailbox"), "boss@example.net"),
    ],
)
def test_from_whom_the_mail_comes(write, change, sender):
    found = salvage_alert_settings(write(change))
    assert found is not None and found.sender is not None and found.sender.email == sender


@pytest.mark.parametrize(("other", "language"), [("de", "de"), ("fr", "en")])
def test_what_has_no_one_reader_is_in_the_language_of_all_people(write, other, language):
    ben = f'[people.ben]\nemail = ["ben@example.com"]\nlanguage = "{other}"\n[[mailbox]]'
    path = write(("[[mailbox]]", ben))
    assert alert_settings(load_config(path)).language == language
    assert salvage_alert_settings(path).language == language
