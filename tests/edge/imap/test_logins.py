"""How a connection logs in, at a real Dovecot that offers one way only, and at scripted servers with the habits of providers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from tests.samples import mailbox_on
from tests.servers import real
from tests.servers.real import PASSWORD
from tests.servers.scripted import Reply, ScriptedImap
from tests.servers.token_mail import TokenDovecot
from tests.servers.tokens import TokenServer
from watcher.edge.credentials import (
    BearerCredentials,
    Credentials,
    PasswordAuthentication,
    PasswordCredentials,
    TokenError,
)
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import ImapAccount, ImapSession

LOGIN = PasswordAuthentication("sales", lambda: PASSWORD)


def open_session(port: int, credentials: Credentials, **known) -> ImapSession:
    return ImapSession(ImapAccount("127.0.0.1", port, LOGIN, **known)).open_connection(credentials)


def one_way_dovecot(certificates: real.Certificates, mechanisms: str) -> Iterator[tuple[TokenDovecot, TokenServer]]:
    if real.DOVECOT_BINARY is None:
        pytest.skip("missing server: apt-get install dovecot-imapd dovecot-lmtpd")
    with TokenServer() as provider, TokenDovecot(certificates, provider, mechanisms) as server:
        yield server, provider


@pytest.fixture(scope="module", params=["xoauth2", "oauthbearer"])
def token_mail(request, certificates):
    yield from one_way_dovecot(certificates, request.param)


@pytest.fixture(scope="module", params=["scram-sha-256", "scram-sha-1", "plain"])
def password_mail(request, certificates):
    yield from one_way_dovecot(certificates, request.param)


def test_a_token_opens_the_mailbox(token_mail):
    server, provider = token_mail
    good = provider._hand_out(provider._new_login(), rotate=False)["access_token"]
    session = open_session(server.imaps, BearerCredentials("sales", good), ca=str(server.certificates.ca))
    assert session.examine_folder("INBOX").exists == 0
    session.drop_connection()


@pytest.mark.parametrize("user", ["sales", "somebody-else"])
def test_a_token_that_is_refused_says_why_and_what_to_do(token_mail, user):
    server, provider = token_mail
    token = "bogus" if user == "sales" else provider._hand_out(provider._new_login(), rotate=False)["access_token"]
    credentials = BearerCredentials(user, token, "the Object ID is another one")
    with pytest.raises(MailboxError, match="the Object ID is another one") as caught:
        open_session(server.imaps, credentials, ca=str(server.certificates.ca))
    assert caught.value.kind == "login" and token not in str(caught.value)
    # of a good token of somebody else's Dovecot 2.4 says no more
    has_challenge = user == "sales" or server.version < (2, 4)
    assert ("status" if has_challenge else "Authentication failed") in str(caught.value), (
        "what the server says is shown"
    )


def test_a_password_goes_the_only_way_there_is(password_mail):
    server, _ = password_mail
    account = {"tls": "starttls", "ca": str(server.certificates.ca)}
    for password in (PASSWORD, "wrong"):
        credentials = PasswordCredentials("sales", password)
        if password == PASSWORD:
            open_session(server.imap, credentials, **account).drop_connection()
            continue
        with pytest.raises(MailboxError, match="user or password is wrong") as caught:
            open_session(server.imap, credentials, **account)
        assert caught.value.kind == "login"


def test_a_token_is_of_no_use_where_passwords_are_wanted(password_mail):
    server, _ = password_mail
    with pytest.raises(MailboxError, match="takes no tokens in a way that Watcher knows; it offers AUTH=") as caught:
        open_session(server.imaps, BearerCredentials("sales", "t0ken"), ca=str(server.certificates.ca))
    assert caught.value.kind == "login"


# --- habits of providers


def greeting(capabilities: str) -> bytes:
    return f"* OK [CAPABILITY IMAP4rev1 {capabilities}] hello\r\n".encode()


def capability(words: str) -> bytes:
    return f"* CAPABILITY IMAP4rev1 {words}\r\n{{tag}} OK done\r\n".encode()


async def log_in(script: dict, words: str, password: str = "secret") -> tuple[ImapSession, list[str]]:
    async with ScriptedImap({"CAPABILITY": capability(words), **script}, greeting(words)) as server:
        credentials = PasswordCredentials("sales", password)
        session = await asyncio.to_thread(open_session, server.port, credentials, tls="off")
        return session, [command for command in server.commands if not command.startswith("CAPABILITY")]


async def test_login_is_not_said_where_it_is_forbidden():
    session, commands = await log_in({"AUTHENTICATE": b"+ \r\n{tag} OK done\r\n", "$": b""}, "LOGINDISABLED AUTH=PLAIN")
    session.drop_connection()
    assert commands[0] == "AUTHENTICATE PLAIN"
    assert not any(command.startswith("LOGIN") for command in commands)


async def test_a_server_that_lets_nobody_in_says_what_it_offers():
    with pytest.raises(MailboxError, match="takes no passwords in a way that Watcher knows; it offers AUTH=GSSAPI"):
        await log_in({}, "LOGINDISABLED AUTH=GSSAPI")


class NetEase(ScriptedImap):
    """163.com and its kin: no folder is opened for a program without a name (RFC 2971)."""

    UNSAFE = b"{tag} NO EXAMINE Unsafe Login. Please contact kefu@188.com for help\r\n"
    FOLDER = b"* 3 EXISTS\r\n* OK [UIDVALIDITY 1] fine\r\n* OK [UIDNEXT 4] fine\r\n{tag} OK [READ-ONLY] done\r\n"

    def reply_to(self, command: str) -> Reply | None:
        named = any(known.startswith("ID (") and '"name"' in known for known in self.commands)
        return (self.FOLDER if named else self.UNSAFE) if command.startswith("EXAMINE") else None


@pytest.mark.parametrize("offered", ["ID", "IDLE"])
async def test_a_server_that_asks_who_we_are_is_told(offered):
    async with NetEase({"CAPABILITY": capability(offered)}, greeting(offered)) as server:
        credentials = PasswordCredentials("sales", "secret")
        session = await asyncio.to_thread(open_session, server.port, credentials, tls="off")
        if offered == "ID":
            assert (await asyncio.to_thread(session.examine_folder, "INBOX")).exists == 3
            assert any(command.startswith('ID ("name" "Watcher")') for command in server.commands)
        else:
            with pytest.raises(MailboxError, match=r"Unsafe Login.*switch it on in the web mail"):
                await asyncio.to_thread(session.examine_folder, "INBOX")
        session.drop_connection()


@pytest.mark.parametrize(
    "answer", [b"{tag} NO no\r\n", b"{tag} BAD what?\r\n", b"* ID nonsense (\r\n{tag} OK done\r\n"]
)
async def test_a_server_that_does_not_mean_its_id_is_none_the_worse(answer):
    session, commands = await log_in({"ID ": answer}, "ID")
    session.drop_connection()
    assert [command.split()[0] for command in commands] == ["LOGIN", "ID"]


async def test_a_server_that_asks_for_no_name_hears_none():
    session, commands = await log_in({}, "IDLE")
    session.drop_connection()
    assert [command.split()[0] for command in commands] == ["LOGIN"]


async def test_a_login_that_is_refused_for_the_moment_is_no_wrong_password():
    with pytest.raises(MailboxError) as caught:
        await log_in({"LOGIN": b"{tag} NO [UNAVAILABLE] try again later\r\n"}, "IDLE")
    assert caught.value.kind == "network" and "password" not in str(caught.value)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (b"NO [UNAVAILABLE] Temporary authentication failure.", "failure; the server is not well"),
        (
            b"NO [LIMIT] Too many simultaneous connections. (Failure)",
            "(Failure); the account has as many connections as it may",
        ),
        (b"BAD Command Argument Error. 12", "BAD Command Argument Error. 12; user or password is wrong"),
    ],
)
async def test_every_refused_login_says_what_to_do(said, words):
    with pytest.raises(MailboxError) as caught:
        await log_in({"LOGIN": b"{tag} " + said + b"\r\n"}, "IDLE")
    assert words in str(caught.value)


class Tokens:
    """An authentication that gets another token after a refusal, or hears that the login is over."""

    user = "sales"

    def __init__(self, *tokens: str) -> None:
        self._tokens = list(tokens)

    async def fetch_credentials(self) -> BearerCredentials:
        if not self._tokens:
            raise TokenError("somebody must log in again", "invalid_grant")
        return BearerCredentials("sales", self._tokens[0], "the Object ID is another one")

    def note_refusal(self, credentials: Credentials) -> None:
        if len(self._tokens) != 1 or self._tokens[0] != "stays":
            self._tokens.pop(0)


@pytest.mark.parametrize(
    ("tokens", "words"),
    [(["old"], "no token: somebody must log in again"), (["stays"], "the Object ID is another one")],
)
async def test_why_a_token_is_refused_is_known_at_once(token_mail, tokens, words):
    server, _ = token_mail
    account = ImapAccount("127.0.0.1", server.imaps, Tokens(*tokens), ca=str(server.certificates.ca))
    box = mailbox_on(account)
    with pytest.raises(MailboxError, match=words) as caught:
        await box.list_watched_folders()
    await box.close_connections()
    assert caught.value.kind == "login"


async def test_a_token_that_was_taken_back_before_its_time_costs_no_look(token_mail):
    server, provider = token_mail
    good = provider._hand_out(provider._new_login(), rotate=False)["access_token"]
    account = ImapAccount("127.0.0.1", server.imaps, Tokens("old", good), ca=str(server.certificates.ca))
    box = mailbox_on(account)
    assert await box.list_watched_folders()
    await box.close_connections()
