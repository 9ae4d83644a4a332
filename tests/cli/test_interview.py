"""cli/interview.py: what is proposed comes from the address and from the DNS, and an answer is taken as it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from watcher.cli.interview import GivenAnswers, Interview, _parse_server
from watcher.config.providers import ServerAddress
from watcher.edge.mail_discovery import MailDns

#: Address, name, aliases; then what a test answers about the provider; then login and all the rest.
BEGINNING, END = "\n\n", "\n\nanna\nanna@example.com\n\n\n\n\n"


def ask(names: MailDns, answers: str, **given: str):
    interview = Interview(GivenAnswers(**given), names)
    with CliRunner().isolation(input=answers):
        return interview.ask_everything(Path("/var/lib/watcher"))


def at(host: str, port: int | None = None, tls=None) -> ServerAddress:
    return ServerAddress(host=host, port=port, tls=tls)


GMAIL, KAS, KAS9 = at("imap.gmail.com"), at("w0123456.kasserver.com"), at("w9.kasserver.com")


@pytest.mark.parametrize(
    ("domain", "answers", "imap", "smtp"),
    [
        ("gmail.com", "\n", GMAIL, at("smtp.gmail.com")),
        ("google.example", "\n", GMAIL, at("smtp.gmail.com")),
        ("kas.example", "\n", KAS, KAS),
        ("none.example", "all-inkl\nw9.kasserver.com\n", KAS9, KAS9),
        ("none.example", "\n\n\n", at("imap.none.example"), at("smtp.none.example")),
        ("both.example", "\n\n\n", at("b.both.example", 1993, "implicit"), at("smtp.both.example")),
        ("plain.example", "\n\n\n", at("mail.plain.example", 143), at("mail.plain.example", 587)),
        ("both.example", "other\nmine.example\n\n", at("mine.example"), at("smtp.both.example")),
    ],
)
def test_the_servers_that_are_proposed(names, domain, answers, imap, smtp):
    login = "\n" + ("password\n" if imap.host == "imap.gmail.com" else "")
    new = ask(names, BEGINNING + answers + login + END.removeprefix("\n"), address=f"sales@{domain}")
    assert (new.imap, new.smtp, new.user, new.owner) == (imap, smtp, f"sales@{domain}", "anna")


def test_the_name_before_the_address_is_the_one_customers_read(names):
    new = ask(
        names,
        "",
        address="Example Roofs <sales@firm.example>",
        owner="anna",
        owner_email="a@b.example",
        provider="strato",
    )
    assert (new.address, new.house_name, new.mailbox_name) == ("sales@firm.example", "Example Roofs", "sales")


@pytest.mark.parametrize(
    ("text", "server"),
    [
        ("imap.example.com", ServerAddress(host="imap.example.com")),
        (" imap.example.com:1993 ", ServerAddress(host="imap.example.com", port=1993)),
        ("[::1]:143", ServerAddress(host="::1", port=143)),
        ("::1", ServerAddress(host="::1")),
    ],
)
def test_a_server_may_be_typed_with_its_port(text, server):
    assert _parse_server(text) == server


@pytest.mark.parametrize("text", ["", "a b", "anna@example.com", "h:0", "h:99999", "https://h.example/x"])
def test_what_is_no_server(text):
    with pytest.raises(ValueError, match="server"):
        _parse_server(text)
