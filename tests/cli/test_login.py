"""`watcher login`: from nothing to a token that a mail server takes, by a browser, a pasted address, a code, or nobody at all."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.servers import real
from tests.servers.token_mail import TokenDovecot
from tests.servers.tokens import SECRET, TokenServer, browse
from watcher.cli import main

CONFIG = """
[watcher]
state_dir = "{folder}/state"
[people.anna]
email = ["anna@example.com"]
[[mailbox]]
name = "sales"
address = "sales@example.com"
owner = "anna"
imap = {{ host = "127.0.0.1", port = {port}, ca = "{ca}", tls = "implicit", user = "sales", auth = {auth} }}
smtp = {{ host = "127.0.0.1", port = 9, user = "sales", auth = {auth} }}
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[TokenServer]:
    with TokenServer() as server:
        yield server


@pytest.fixture(scope="module")
def mail(certificates: real.Certificates, provider: TokenServer) -> Iterator[TokenDovecot]:
    if real.DOVECOT_BINARY is None:
        pytest.skip("missing server: apt-get install dovecot-imapd dovecot-lmtpd")
    with TokenDovecot(certificates, provider) as server:
        yield server


class Place:
    """A configuration, and the commands of its administrator."""

    def __init__(self, folder: Path, mail: TokenDovecot, provider: TokenServer) -> None:
        self.folder, self.mail, self.provider = folder, mail, provider
        provider.logins, provider.requests, provider.consents, provider.answers = [], [], "", []
        (folder / "secret").write_text(f"{SECRET}\n")
        (folder / "secret").chmod(0o600)
        self.configure()

    def configure(self, **keys: str) -> None:
        auth = self.provider.auth(**{"secret": f'{{ file = "{self.folder}/secret" }}', **keys})
        text = CONFIG.format(folder=self.folder, port=self.mail.imaps, ca=self.mail.certificates.ca, auth=auth)
        (self.folder / "config.toml").write_text(text)

    def run(self, *words: str) -> Result:
        return CliRunner().invoke(main, ["-c", str(self.folder / "config.toml"), *words])

    def start(self, *words: str) -> subprocess.Popen[str]:
        """A command that waits for somebody."""
        command = [sys.executable, "-m", "watcher", "login", "-c", str(self.folder / "config.toml"), *words]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True, bufsize=1)

    def token_files(self) -> list[Path]:
        return sorted((self.folder / "state" / "tokens").glob("*.json"))


@pytest.fixture
def place(tmp_path, mail, provider) -> Place:
    return Place(tmp_path, mail, provider)


def shown(running: subprocess.Popen[str], pattern: str) -> str:
    """The first thing of this kind that the command shows."""
    assert running.stdout is not None
    for line in running.stdout:
        if found := re.search(pattern, line):
            return found[0]
    raise AssertionError(f"it ended with {running.wait()}")


ADDRESS = r"http://127\.0\.0\.1:\d+/authorize\?\S+"


def test_the_browser_comes_back_and_the_mail_server_lets_us_in(place):
    with place.start("sales") as running:
        urllib.request.urlopen(shown(running, ADDRESS)).read()  # goes where it is sent
        output, _ = running.communicate(timeout=60)
    assert running.returncode == 0, output
    assert "sales: logged in; the token is kept" in output
    assert "127.0.0.1 lets it in as sales. Next: watcher check --online" in output
    (kept,) = place.token_files()
    assert kept.stat().st_mode & 0o777 == 0o600
    token = json.loads(kept.read_text())
    assert token["access_token"] not in output and token["refresh_token"] not in output


def test_an_address_from_another_machine_is_pasted(place):
    with place.start("sales", "--paste") as running:
        returned = browse(shown(running, ADDRESS))
        output, _ = running.communicate(f"{returned}\n", timeout=60)
    assert running.returncode == 0 and "lets it in as sales" in output


def test_a_code_for_a_browser_anywhere(place):
    with place.start("sales", "--device") as running:
        assert shown(running, "[A-Z]{4}-[A-Z]{4}") == "WDJB-MJHT"
        place.provider.approve()
        output, _ = running.communicate(timeout=60)
    assert running.returncode == 0 and "lets it in as sales" in output


def test_nobody_has_to_log_in_for_an_application(place):
    place.configure(grant='"client-credentials"')
    done = place.run("login", "sales")
    assert done.exit_code == 0, done.output
    assert "nobody has to log in" in done.output and "lets it in as sales" in done.output


def test_somebody_says_no(place):
    place.provider.consents = "access_denied"
    with place.start("sales", "--paste") as running:
        returned = browse(shown(running, ADDRESS))
        output, _ = running.communicate(f"{returned}\n", timeout=60)
    assert running.returncode == 1 and "somebody said no in the browser" in output
    assert place.token_files() == []


def test_the_wrong_person_s_token_is_noticed_at_once(place):
    place.configure(grant='"client-credentials"')
    place.provider.subject = "ben"
    try:
        done = place.run("login", "sales")
    finally:
        place.provider.subject = "sales"
    assert done.exit_code == 1
    assert "user must be a mailbox that application watcher-client may open" in done.output


def test_a_mailbox_with_a_password_has_nothing_to_log_in_to(place):
    done = place.run("login", "shop")
    assert done.exit_code == 2 and "name a mailbox that logs in with a token" in done.output
    assert "sales" in done.output


def rows(place: Place) -> tuple[int, list[dict]]:
    done = place.run("login", "--status", "--json")
    return done.exit_code, [json.loads(line) for line in done.output.splitlines()]


def test_status_says_how_all_tokens_are(place):
    code, (row,) = rows(place)
    assert code == 1 and row["ok"] is False and "run: watcher login sales" in row["text"]
    place.configure(grant='"client-credentials"')
    place.run("login", "sales")
    code, (row,) = rows(place)
    assert code == 0 and row["ok"] is True and row["expires_at"] > row["obtained_at"]
    assert (row["account"], row["mailboxes"], row["grant"]) == (
        "application watcher-client",
        ["sales"],
        "client-credentials",
    )
    assert place.provider.posted("client_credentials") and len(place.provider.posted("client_credentials")) == 1
    assert place.run("login", "--status").output.startswith(
        "ok application watcher-client (sales): good; this token until "
    )


def test_what_the_provider_refuses_is_shown_in_words(place):
    place.configure(grant='"client-credentials"')
    (place.folder / "secret").write_text("wrong")
    done = place.run("login", "sales")
    assert done.exit_code == 1 and "does not know this client ID or secret" in done.output
    code, (row,) = rows(place)
    assert code == 1 and "cannot be renewed" in row["text"] and "wrong" not in row["text"].replace("wrong:", "")
    (place.folder / "secret").write_text(SECRET)
    assert place.run("login", "sales").exit_code == 0, "whoever has mended it need not wait"
