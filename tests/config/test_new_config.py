"""config/new_config.py: answers → a configuration that says the same, whatever is in them."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from watcher.config.new_config import NewConfig, OAuthAnswers, render_config
from watcher.config.providers import ServerAddress
from watcher.config.values import parse_host_name
from watcher.core.message.headers import parse_addresses


def made(**changes) -> dict:
    answers = {
        "address": "sales@example.com", "house_name": "", "aliases": (), "owner": "anna", "owner_email": "anna@example.com",
        "language": "en", "timezone": "Europe/Berlin", "state_dir": Path("/var/lib/watcher"),
        "imap": ServerAddress(host="imap.example.com"), "smtp": ServerAddress(host="smtp.example.com", port=587),
        "user": "sales", **changes,
    }  # fmt: skip
    return tomllib.loads(render_config(NewConfig(**answers)))


@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf"), exclude_characters="'\"\\"),
        min_size=1,
        max_size=40,
    )
    .map(str.strip)
    .filter(bool)
)
@example("\uf900")
def test_any_name_stays_one(name):
    """As it is read everywhere, in NFC: some signs are then written as another one."""
    address = made(house_name=name)["mailbox"][0]["address"]
    (found,) = parse_addresses(address)
    assert found.email == "sales@example.com"
    assert " ".join(found.name.split()) == " ".join(unicodedata.normalize("NFC", name).split())


def test_a_name_with_quotes_is_one_address():
    (found,) = parse_addresses(made(house_name='Roofs "R" Us, Inc.')["mailbox"][0]["address"])
    assert (found.email, found.name) == ("sales@example.com", 'Roofs "R" Us, Inc.')


def test_a_token_takes_the_place_of_the_password():
    oauth = OAuthAnswers("microsoft", "1234", "example.com", "secrets/microsoft-client")
    server = made(oauth=oauth)["mailbox"][0]["imap"]
    assert "password" not in server
    assert server["auth"] == {
        "oauth": "microsoft", "client": "1234", "tenant": "example.com", "secret": {"file": "secrets/microsoft-client"},
    }  # fmt: skip
    assert made(oauth=OAuthAnswers("microsoft", "1"))["mailbox"][0]["smtp"]["auth"] == {
        "oauth": "microsoft",
        "client": "1",
    }


def test_ports_are_written_where_they_are_not_the_usual_ones():
    box = made(imap=ServerAddress(host="h.example", port=1993, tls="implicit"))["mailbox"][0]
    assert (box["imap"]["port"], box["imap"]["tls"], box["smtp"]["port"], "tls" in box["smtp"]) == (
        1993,
        "implicit",
        587,
        False,
    )
    assert parse_host_name(box["imap"]["host"]) == "h.example"
