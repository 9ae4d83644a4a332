"""edge/imap/errors.py: whatever a library or a connection raises becomes one kind of error."""

from __future__ import annotations

import ssl

import pytest
from imapclient.exceptions import IMAPClientError

from watcher.edge.imap.errors import MailboxError, parse_backoff_time, single_line, translate_errors


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ssl.SSLError(1, "no"), "tls"),
        (ConnectionResetError(), "network"),
        (EOFError(), "network"),
        (IMAPClientError("socket error: EOF"), "network"),
        (IMAPClientError("[UNAVAILABLE] later"), "network"),
        (IMAPClientError("what?"), "protocol"),
        (ValueError("what?"), "protocol"),
    ],
)
def test_the_kind_of_an_error(error: Exception, kind: str) -> None:
    with pytest.raises(MailboxError) as caught, translate_errors():
        raise error
    assert caught.value.kind == kind
    assert str(caught.value)


def test_our_own_errors_pass_and_so_do_those_that_end_the_process() -> None:
    ours = MailboxError("x", "folder")
    with pytest.raises(MailboxError) as caught, translate_errors():
        raise ours
    assert caught.value is ours
    with pytest.raises(KeyboardInterrupt), translate_errors():
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Backoff Time: 1500 milliseconds", 1.5),
        ("Backoff Time: 30", 30.0),
        ("Backoff Time: 999999999", 3600.0),
        ("no", None),
    ],
)
def test_how_long_a_server_wants_to_be_left_alone(text: str, seconds: float | None) -> None:
    assert parse_backoff_time(text) == seconds


def test_one_line_of_two_hundred_characters() -> None:
    assert single_line(IMAPClientError(b"a\r\n  b")) == "a b"
    assert len(single_line("x" * 1000)) == 200
