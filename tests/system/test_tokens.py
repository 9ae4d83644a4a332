"""The daemon on a Dovecot and a Postfix that take tokens, and a provider that hands them out, renews them and takes them back."""

from __future__ import annotations

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests import daemon
from tests.daemon import until
from tests.servers import real
from tests.servers.scripted import Sink
from tests.servers.token_mail import TokenDovecot, TokenPostfix
from tests.servers.tokens import SECRET, TokenServer, browse
from watcher.config import load
from watcher.edge.clock import Clock
from watcher.edge.oauth.grants import read_token
from watcher.service import accounts

pytestmark = pytest.mark.timeout(300)
PASSWORD = 'password = { env = "SALES_PASSWORD" }'
#: A road that asks for no token.
ALERTS = """
[alerts]
email = ["boss@example.com"]
smtp = {{ host = "127.0.0.1", port = {port}, tls = "off" }}
"""
#: Seconds on the daemon's clock; it runs thirty times as fast.
SHORT, LONG = 240.0, 86_400.0


def one_line(text: str) -> str:
    return " ".join(text.split())


class TokenHouse(daemon.House):
    """A business that logs in with a token."""

    provider: TokenServer

    def use_tokens(self, provider: TokenServer) -> None:
        self.provider, self.speed = provider, 30.0
        provider.subject = self.sales
        (self.folder / "secret").write_text(SECRET)
        (self.folder / "secret").chmod(0o600)
        auth = provider.auth(secret=f'{{ file = "{self.folder}/secret" }}')
        text = self.config.read_text()
        assert PASSWORD in text
        text = text.replace(PASSWORD, f"auth = {auth}")
        smtp = f"port = {self.postfix.smtps}, "
        text = text.replace(smtp, f'{smtp}user = "{self.sales}", auth = {auth}, ')
        self.config.write_text(text + ALERTS.format(port=self.postfix.smtp))

    def alerts(self, words: str) -> list[str]:
        """The alerts with these words, which come by a road that asks for no token."""
        texts = [
            b"".join(part.get_payload(decode=True) or b"" for part in mail.walk() if not part.is_multipart()).decode()
            for mail in self.mail_of("boss")
        ]
        return [text for text in texts if words in one_line(text)]

    def log_in(self) -> None:
        """Somebody logs in, and pastes the address that the browser ends on."""
        pipe = subprocess.PIPE
        command = self.command("login", "sales", "--paste")
        with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True) as running:
            assert running.stdout is not None
            address = next(
                found[0] for line in running.stdout if (found := re.search(r"http://\S+/authorize\S+", line))
            )
            output, _ = running.communicate(f"{browse(address)}\n", timeout=60)
        assert running.returncode == 0, output

    def be_logged_in(self) -> None:
        """As after `log_in`, without the commands and the browser."""
        (configured,) = accounts.configured_tokens(load.load_config(self.config), Clock())
        answer = self.provider._hand_out(self.provider._new_login(), rotate=True)
        configured.source.keep(read_token(configured.source.client, answer, None, self.now()))

    def incidents(self) -> dict[str, str]:
        """Kind → text, as the database has them: to ask a command each time would cost a process."""
        with closing(sqlite3.connect(f"file:{self.folder}/state/watcher.sqlite3?mode=ro", uri=True)) as database:
            return dict(database.execute("SELECT kind, text FROM incident"))


@pytest.fixture
def token_house(tmp_path: Path, certificates: real.Certificates) -> Iterator[TokenHouse]:
    if reason := real.can_run():
        pytest.skip(reason)
    with (
        TokenServer(lifetime=SHORT) as provider,
        TokenDovecot(certificates, provider) as dovecot,
        TokenPostfix(certificates, dovecot) as postfix,
    ):
        house = TokenHouse(tmp_path, dovecot, postfix, "sales", "anna")
        house.use_tokens(provider)
        yield house
        house.close()


def test_a_token_from_its_first_login_to_its_end(token_house):
    house, provider = token_house, token_house.provider
    house.start()
    assert "run: watcher login sales" in until("the incident", lambda: house.incidents().get("token-dead"))

    house.log_in()
    until("that all is well", lambda: not house.incidents())
    house.send("carol", "A new roof", "Hello, what does a new roof cost?")
    until("the acknowledgement", lambda: house.mail_of("carol"))

    connections = house.log.read_text().count("seen again")
    provider.lifetime = LONG
    renewals = len(provider.posted("refresh_token"))
    until("a renewal that no connection asked for", lambda: len(provider.posted("refresh_token")) > renewals)
    assert house.log.read_text().count("seen again") == connections
    house.send("dave", "Gutters", "Can you mend our gutters?")
    until("another acknowledgement, by the new token", lambda: house.mail_of("dave"))

    provider.revoke_all()  # a day before the token expires
    house.dovecot.kick(house.sales)
    text = until("the incident", lambda: house.incidents().get("token-dead"))
    until("the alert by another road", lambda: house.alerts("somebody must log in again"))
    assert "somebody must log in again" in text and "sales" in text
    alerts = len(house.mail_of("boss"))
    house.send("erin", "Chimney", "Our chimney leans.")

    house.log_in()
    until("the acknowledgement of what came meanwhile", lambda: house.mail_of("erin"))
    until("that all is well", lambda: not house.incidents())
    until("that the alert is over", lambda: len(house.mail_of("boss")) > alerts)
    assert [len(house.mail_of(user)) for user in ("carol", "dave", "erin")] == [1, 1, 1]
    assert house.stop() == 0
    for login in provider.logins:
        for token in (*login.access, login.refresh):
            assert token not in house.log.read_text()


def test_a_login_that_was_taken_back_is_told_by_a_server_that_has_nothing_to_do_with_it(token_house, tmp_path):
    house, provider = token_house, token_house.provider
    provider.lifetime = LONG
    sink = Sink(tmp_path / "accepted", real.free_port())
    own_road, other_road = ALERTS.format(port=house.postfix.smtp), ALERTS.format(port=sink.port)
    house.config.write_text(house.config.read_text().replace(own_road, other_road))
    try:
        house.be_logged_in()
        house.start()
        assert (house.incidents(), sink.accepted()) == ({}, [])
        provider.revoke_all()  # a day before the token expires
        house.dovecot.kick(house.sales)
        until(
            "the alert",
            lambda: [row for row in sink.accepted() if "somebody must log in again" in one_line(row["text"])],
        )
        assert {row["to"] for row in sink.accepted()} == {"boss@example.com"}
        assert house.stop() == 0
    finally:
        sink.stop()
