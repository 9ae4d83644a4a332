"""edge/credentials.py: where passwords come from, and how an account logs in."""

from __future__ import annotations

import pytest

from watcher.edge.credentials import Secret, SecretError, read_password


def test_from_where_a_password_comes(tmp_path, monkeypatch):
    monkeypatch.setenv("SALES_PASSWORD", "from env")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    (tmp_path / "file").write_text("from file\n")
    (tmp_path / "file").chmod(0o600)
    (tmp_path / "sales").write_text("from systemd\n")
    assert read_password(Secret("env", "SALES_PASSWORD")) == "from env"
    assert read_password(Secret("file", str(tmp_path / "file"))) == "from file"
    assert read_password(Secret("credential", "sales")) == "from systemd"
    assert read_password(Secret("command", ("printf", "%s\n", "from a command", "second line"))) == "from a command"


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        (Secret("env", "NOT_SET_ANYWHERE"), "the variable is not set"),
        (Secret("file", "/nowhere/password"), "No such file"),
        (Secret("command", ("false",)), "ended with 1"),
        (Secret("command", ("no-such-program-here",)), "No such file"),
        (Secret("command", ("true",)), "empty"),
        (Secret("credential", "sales"), "LoadCredential"),
        (Secret("keyring", "watcher/sales"), "keyring"),
    ],
)
def test_why_there_is_none(secret, words, monkeypatch):
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    with pytest.raises(SecretError, match=words):
        read_password(secret)


def test_a_file_that_everybody_can_read_is_refused_and_its_text_never_told(tmp_path):
    path = tmp_path / "password"
    path.write_text("hunter2")
    path.chmod(0o644)
    with pytest.raises(SecretError, match="chmod 600") as caught:
        read_password(Secret("file", str(path)))
    assert "hunter2" not in str(caught.value)


def test_more_than_one_line_is_no_password(tmp_path):
    path = tmp_path / "password"
    path.write_text("one\ntwo\n")
    path.chmod(0o600)
    with pytest.raises(SecretError, match="more than one line"):
        read_password(Secret("file", str(path)))
