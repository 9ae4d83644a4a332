"""edge/tls.py: who may be spoken to without TLS, and what its errors say."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from watcher.edge import tls


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("LOCALHOST", True),
        ("mail.example", False),
        ("10.0.0.1", False),
    ],
)
def test_only_this_machine_is_spoken_to_in_the_clear(host: str, local: bool) -> None:
    assert tls.is_loopback(host) is local


def test_a_context_verifies_and_is_shared() -> None:
    context = tls.shared_context(None)
    assert context is tls.shared_context(None)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2


def test_a_file_of_certificates_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    with pytest.raises(tls.CaFileError, match=r"ca: /nowhere/ca.pem: No such file or directory: name a file") as raised:
        tls.shared_context("/nowhere/ca.pem")
    assert tls.describe_error(raised.value) == str(raised.value)
    (tmp_path / "ca.pem").write_text("no certificate\n")
    with pytest.raises(tls.CaFileError, match="it holds no certificate"):
        tls.shared_context(str(tmp_path / "ca.pem"))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TimeoutError(), "no answer in time"),
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
        (ConnectionRefusedError(111, "Connect call failed ('127.0.0.1', 25)"), "Connection refused"),
        (
            OSError("Multiple exceptions: [Errno 111] Connect call failed ('::1', 25, 0, 0), [Errno 111] x"),
            "Connection refused",
        ),
        (ssl.SSLError(1, "WRONG_VERSION_NUMBER"), "no TLS"),
        (OSError("one\ntwo"), "one two"),
        (OSError(), "OSError"),
    ],
)
def test_an_error_in_one_line(error: Exception, words: str) -> None:
    described = tls.describe_error(error)
    assert words in described
    assert "\n" not in described and "Connect call" not in described
