"""config/values.py: what a single value may be, and what to write instead."""

from __future__ import annotations

import random
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from email_validator import validate_email
from pydantic import TypeAdapter, ValidationError

from watcher.config import values
from watcher.core.message.model import Address
from watcher.edge.credentials import Secret


def parse(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value, context={"folder": Path("/etc/watcher")})


@pytest.mark.parametrize(
    ("kind", "value", "parsed"),
    [
        (values.EmailAddress, "anna@EXAMPLE.com", "anna@example.com"),
        (values.MailAddress, "Example Sales <sales@example.com>", Address("sales@example.com", "Example Sales")),
        (values.MailAddress, "Example Sales sales@example.com", Address("sales@example.com", "Example Sales")),
        (
            values.MailAddress,
            "Müller, Tischlerei <sales@example.com>",
            Address("sales@example.com", "Müller, Tischlerei"),
        ),
        (values.MailAddress, '"Müller, T." <sales@Example.com>', Address("sales@example.com", "Müller, T.")),
        (values.Duration, "90s", timedelta(seconds=90)),
        (values.TimeOfDay, "9:05", time(9, 5)),
        (values.PasswordSource, {"env": "SALES"}, Secret("env", "SALES")),
        (values.PasswordSource, {"command": ["pass", "sales"]}, Secret("command", ("pass", "sales"))),
        (values.PasswordSource, {"file": "sales"}, Secret("file", "/etc/watcher/sales")),
        (values.FilePath, "ca.pem", Path("/etc/watcher/ca.pem")),
        (values.InboxFolders, [], ()),
        (values.SentFolders, "auto", "auto"),
        (values.SentFolders, ["Sent"], ("Sent",)),
        (values.PushTarget, "ntfy://topic", "ntfy://topic"),
        (values.PushTarget, {"env": "PUSH_URL"}, Secret("env", "PUSH_URL")),
        (values.LoopbackAddress, "127.0.0.1:9187", ("127.0.0.1", 9187)),
        (values.LoopbackAddress, "localhost:80", ("localhost", 80)),
        (values.LoopbackAddress, "[::1]:9187", ("::1", 9187)),
        *[
            (values.HostName, host, host)
            for host in ("imap.example.com", "localhost", "127.0.0.1", "::1", "bücher.example")
        ],
        (values.TokenEndpointUrl, "http://127.0.0.1:8080/token", "http://127.0.0.1:8080/token"),
        (values.WordList, "mail offline_access", ("mail", "offline_access")),
    ],
)
def test_what_a_value_becomes(kind: Any, value: object, parsed: object) -> None:
    assert parse(kind, value) == parsed


@pytest.mark.parametrize(
    ("kind", "value", "hint"),
    [
        (values.EmailAddress, 5, "write an address"),
        (values.MailAddress, "a@example.com, b@example.com", "is not one mail address"),
        (values.MailAddress, "sales@example.com Example Sales", "write Example Sales <sales@example.com>"),
        (values.MailAddress, "Müller (Tischlerei) sales@example.com", "is not one mail address"),
        (values.Duration, 90, "in quotes"),
        (values.Interval, "0s", "longer than nothing"),
        (values.RisingSpans, ["2d", "1d"], "longer than the one before"),
        (values.QuietHours, "12:00-13:00", "takes a list"),
        (values.PasswordSource, {"command": "pass sales"}, "takes a list of words"),
        (values.PasswordSource, {"env": "A", "file": "b"}, "write one of"),
        (values.TokenEndpointUrl, "http://login.example.com/token", "write https://"),
        (values.LoopbackUrl, "https://watcher.example.com/back", "an address of this machine"),
        (values.WordList, ["mail read"], "a list of words"),
        (values.DatabaseUrl, "mysql://localhost/watcher", "write postgresql://"),
        (values.HttpUrl, "ftp://example.com", "https://"),
        (values.PushTarget, "topic", "write a URL"),
        (values.PushTarget, 7, "write a URL"),
        (values.LoopbackAddress, "0.0.0.0:9187", "is not this machine"),
        (values.LoopbackAddress, "127.0.0.1", "an address and a port"),
        (values.LoopbackAddress, "127.0.0.1:99999", "an address and a port"),
        (values.LoopbackAddress, "http://127.0.0.1:80", "an address and a port"),
        (values.LoopbackAddress, 9187, "an address and a port"),
        (values.HostName, "imap.example.com:993", 'write host = "imap.example.com", port = 993'),
        (values.HostName, "imaps://imap.example.com:1993/", 'write host = "imap.example.com", port = 1993'),
        (values.HostName, "https://imap.example.com/", 'write host = "imap.example.com"'),
        (values.HostName, "[2001:db8::1]:993", 'write host = "2001:db8::1", port = 993'),
        (values.HostName, "anna@example.com", 'such as "imap.example.com"'),
        (values.HostName, "imap example com", "is no name of a server"),
        (values.HostName, "imap.example.com:port", "is no name of a server"),
        (values.HostName, "", "takes the name of a server"),
        (values.InboxFolders, ["a\nb"], "is no folder name"),
        (values.SentFolders, "Sent", 'write "auto"'),
        (values.ShortName, "sa les", "letters, digits"),
    ],
)
def test_what_to_write_instead(kind: Any, value: object, hint: str) -> None:
    with pytest.raises(ValidationError, match=hint):
        parse(kind, value)


@pytest.mark.parametrize(("zone", "named"), [("Europe/Berlin", "Europe/Berlin"), (":Asia/Tokyo", "Asia/Tokyo")])
def test_the_zone_of_the_machine(monkeypatch: pytest.MonkeyPatch, zone: str, named: str) -> None:
    monkeypatch.setenv("TZ", zone)
    assert values.system_time_zone() == named


def test_a_plain_address_is_what_email_validator_makes_of_it():
    """Drawn by lot from what nearly is one: whatever is returned unseen, it would return the same."""
    lot, seen = random.Random(7), 0
    for _ in range(3000):
        local = ".".join(
            "".join(lot.choices("abz019_+-", k=lot.choice([1, 3, 30, 31]))) for _ in range(lot.choice([1, 2]))
        )
        labels = ["".join(lot.choices("abxn019-", k=lot.choice([1, 4, 12, 41]))) for _ in range(lot.choice([1, 2, 6]))]
        text = f"{local}@{'.'.join(labels)}.{lot.choice(['com', 'de', 'uk', 'local', 'test', 'arpa', '12'])}"
        if values._PLAIN_ADDRESS.fullmatch(text):
            seen += 1
            assert validate_email(text, check_deliverability=False, test_environment=True).normalized == text
    assert seen > 200


@pytest.mark.parametrize(
    "text", ["Anna@Example.COM", "ABUSE@example.com", "bücher@example.com", "a@xn--bcher-kva.de", "a..b@example.com"]
)
def test_no_plain_address(text):
    assert not values._PLAIN_ADDRESS.fullmatch(text)
