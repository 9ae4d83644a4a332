"""edge/smtp_login.py: SMTP AUTH, by scripted servers and their words; and what becomes of a login that is refused."""

from __future__ import annotations

import base64

import pytest

from tests.servers.scripted import Reply, ScriptedSmtp, act, attempt
from watcher.core.outbox.model import Accepted, Refused, SmtpPhase, Unreachable
from watcher.edge.credentials import BearerCredentials, Credentials, PasswordAuthentication, TokenError
from watcher.edge.sasl import Scram, choose_mechanism

PASSWORD = PasswordAuthentication("sales", lambda: "pencil")


class TokenInHand:
    """An authentication with a token that is there, or is not."""

    user = "sales"

    def __init__(self, token: str | TokenError = "t0ken", advice: str = "the Object ID is another one") -> None:
        self._token, self._advice = token, advice
        self.refused: list[str] = []

    async def fetch_credentials(self) -> BearerCredentials:
        if isinstance(self._token, TokenError):
            raise self._token
        return BearerCredentials("sales", self._token, self._advice)

    def note_refusal(self, credentials: Credentials) -> None:
        assert isinstance(credentials, BearerCredentials)
        self.refused.append(credentials.token)


class ScriptedAuth(ScriptedSmtp):
    """Answers AUTH by `steps`, one after the other; what the client says is in `responses`, decoded."""

    def __init__(self, offered: str, steps: list[Reply]) -> None:
        super().__init__(ehlo=f"250-mx.example\r\n250-8BITMIME\r\n250 AUTH {offered}\r\n".encode())
        self.steps = steps
        self.responses: list[bytes] = []

    async def talk(self, reader, writer):
        if not await act(writer, self.script["banner"]):
            return
        while line := await reader.readline():
            words = line.decode().split()
            self.commands.append(" ".join(words))
            if words[:1] == ["EHLO"]:
                await act(writer, self.script["ehlo"])
            elif words[:1] == ["QUIT"]:
                await act(writer, b"221 bye\r\n")
                return
            elif words[:1] == ["AUTH"] or (self.steps and words[:1] != ["MAIL"]):
                self.responses.append(base64.b64decode(words[2]) if words[:1] == ["AUTH"] else base64.b64decode(line))
                await act(writer, self.answer())
            elif words[:1] == ["DATA"]:
                await act(writer, self.script["data"])
                await self._body(reader, writer)
            else:
                await act(writer, b"250 fine\r\n")

    def answer(self) -> Reply:
        return self.steps.pop(0)


JSON = base64.b64encode(b'{"status":"400","schemes":"Bearer","scope":"https://mail.google.com/"}')


@pytest.mark.parametrize(
    ("offered", "mechanism", "response"),
    [
        ("LOGIN PLAIN XOAUTH2 OAUTHBEARER", "XOAUTH2", b"user=sales\x01auth=Bearer t0ken\x01\x01"),
        ("PLAIN OAUTHBEARER", "OAUTHBEARER", b"n,a=sales,\x01auth=Bearer t0ken\x01\x01"),
    ],
)
async def test_a_token_goes_by_what_the_server_offers(offered, mechanism, response):
    server = ScriptedAuth(offered, [b"235 2.7.0 in\r\n"])
    assert isinstance(await attempt(server, authentication=TokenInHand()), Accepted)
    assert server.commands[1].startswith(f"AUTH {mechanism} ") and server.responses == [response]


@pytest.mark.parametrize(("offered", "end"), [("XOAUTH2", b""), ("OAUTHBEARER", b"\x01")])
async def test_a_refused_token_is_heard_out_and_not_used_again(offered, end):
    server = ScriptedAuth(offered, [b"334 " + JSON + b"\r\n", b"535 5.7.3 Authentication unsuccessful\r\n"])
    token = TokenInHand()
    outcome = await attempt(server, authentication=token)
    assert isinstance(outcome, Refused) and outcome.phase is SmtpPhase.LOGIN
    assert outcome.text == (
        "5.7.3 Authentication unsuccessful (status 400, scope https://mail.google.com/); the Object ID is another one"
    )
    assert server.responses[1] == end and token.refused == ["t0ken"]
    assert server.commands[-1] == "QUIT"


@pytest.mark.parametrize("offered", ["PLAIN LOGIN", "GSSAPI"])
async def test_a_token_is_never_sent_as_a_password(offered):
    server = ScriptedAuth(offered, [])
    outcome = await attempt(server, authentication=TokenInHand())
    assert isinstance(outcome, Refused) and f"it offers {offered}" in outcome.text
    assert not any(command.startswith("AUTH") for command in server.commands)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            b"535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\r\n",
            "SMTP AUTH is off",
        ),
        (b"550 5.7.30 Basic authentication is not supported for Client Submission.\r\n", "log in with a token"),
        (b"534 5.7.9 Application-specific password required.\r\n", "app password"),
        (b"535 5.7.8 Username and Password not accepted.\r\n", "user or password is wrong"),
    ],
)
async def test_a_refused_password_says_what_to_do(said, words):
    outcome = await attempt(ScriptedAuth("PLAIN", [said]), authentication=PASSWORD)
    assert isinstance(outcome, Refused) and outcome.phase is SmtpPhase.LOGIN and words in outcome.text


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ([b"535 5.7.8 bad credentials\r\n", "close"], "5.7.8 bad credentials; user or password is wrong"),
        ([b"421 4.7.0 Too many login attempts\r\n"], "4.7.0 Too many login attempts"),
    ],
)
async def test_a_server_that_refuses_and_hangs_up_has_refused(steps, outcome):
    refused = await attempt(ScriptedAuth("PLAIN LOGIN", steps), authentication=PASSWORD)
    assert isinstance(refused, Refused) and refused.phase is SmtpPhase.LOGIN and refused.text.startswith(outcome)


async def test_a_method_that_is_offered_and_not_there_is_passed_over():
    server = ScriptedAuth("PLAIN LOGIN", [b"504 5.5.4 not today\r\n", b"334 UGFzc3dvcmQ6\r\n", b"235 in\r\n"])
    assert isinstance(await attempt(server, authentication=PASSWORD), Accepted)


@pytest.mark.parametrize(
    ("ehlo", "words"),
    [
        (
            b"250-mx.example\r\n250 AUTH GSSAPI NTLM\r\n",
            "takes no passwords in a way that Watcher knows; it offers GSSAPI NTLM",
        ),
        (b"250-mx.example\r\n250 8BITMIME\r\n", "lets nobody log in on this port"),
    ],
)
async def test_where_no_password_is_taken_it_is_said_what_is(ehlo, words):
    outcome = await attempt(ScriptedSmtp(ehlo=ehlo), authentication=PASSWORD)
    assert isinstance(outcome, Unreachable) and words in outcome.text


async def test_what_is_no_smtp_is_shown_as_it_is():
    outcome = await attempt(ScriptedSmtp(banner=b"* OK IMAP4rev1 ready\r\n"), authentication=PASSWORD)
    assert outcome == Unreachable("Malformed SMTP response line: * OK IMAP4rev1 ready")


async def test_a_login_that_is_put_off_is_no_wrong_password():
    token = TokenInHand()
    outcome = await attempt(
        ScriptedAuth("XOAUTH2", [b"454 4.7.0 Temporary authentication failure\r\n"]), authentication=token
    )
    assert outcome == Refused(454, "4.7.0 Temporary authentication failure", permanent=False, phase=SmtpPhase.LOGIN)
    assert token.refused == []


async def test_without_a_token_nothing_is_tried():
    server = ScriptedAuth("XOAUTH2", [])
    outcome = await attempt(
        server, authentication=TokenInHand(TokenError("somebody must log in again", "invalid_grant"))
    )
    assert outcome == Unreachable("no token: somebody must log in again")
    assert server.conversations == 0


class ScramServer(ScriptedAuth):
    """The server's half of RFC 5802, by the client's own arithmetic with the server's password."""

    def __init__(self, password: str = "pencil") -> None:
        super().__init__("SCRAM-SHA-256", [b"", b"", b"235 in\r\n"])
        self._password = password

    def answer(self) -> Reply:
        step = len(self.responses)
        if step == 1:
            bare = self.responses[0].removeprefix(b"n,,").decode()
            nonce = bare.partition("r=")[2]
            self._first = f"r={nonce}srv,s={base64.b64encode(b'salt').decode()},i=4096"
            twin = PasswordAuthentication("sales", lambda: self._password)
            made = choose_mechanism_of(twin, nonce)
            made.respond(b"")
            self._proof = made.respond(self._first.encode())
            self._signature = base64.b64encode(made._server_signature)
            self.steps.pop(0)
            return b"334 " + base64.b64encode(self._first.encode()) + b"\r\n"
        if step == 2:
            self.steps.pop(0)
            if self.responses[1] != self._proof:
                return b"535 5.7.8 authentication failed\r\n"
            return b"334 " + base64.b64encode(b"v=" + self._signature) + b"\r\n"
        return self.steps.pop(0)


def choose_mechanism_of(twin: PasswordAuthentication, nonce: str) -> Scram:
    from watcher.edge.credentials import PasswordCredentials

    made = choose_mechanism(PasswordCredentials(twin.user, twin.read_password()), ["SCRAM-SHA-256"], lambda: nonce)
    assert isinstance(made, Scram)
    return made


async def test_scram_where_only_that_is_offered():
    server = ScramServer()
    assert isinstance(await attempt(server, authentication=PASSWORD), Accepted)
    assert b"pencil" not in b"".join(server.responses)


async def test_a_wrong_password_by_scram_is_one():
    outcome = await attempt(ScramServer("another"), authentication=PASSWORD)
    assert isinstance(outcome, Refused) and "user or password is wrong" in outcome.text


async def test_a_server_that_cannot_prove_itself_is_left():
    class Impostor(ScramServer):
        def answer(self) -> Reply:
            reply = super().answer()
            return b"334 " + base64.b64encode(b"v=AAAA") + b"\r\n" if len(self.responses) == 2 else reply

    outcome = await attempt(Impostor(), authentication=PASSWORD)
    assert isinstance(outcome, Refused | Unreachable) and not isinstance(outcome, Accepted)


class RenewedToken(TokenInHand):
    """Another token after a refusal; or none, where the login is over."""

    def __init__(self, after: str | TokenError) -> None:
        super().__init__("old")
        self._after = after

    def note_refusal(self, credentials: Credentials) -> None:
        super().note_refusal(credentials)
        self._token = self._after


async def test_a_token_that_was_taken_back_before_its_time_costs_no_letter():
    server = ScriptedAuth("XOAUTH2", [b"535 5.7.3 no\r\n", b"235 in\r\n"])
    assert isinstance(await attempt(server, authentication=RenewedToken("new")), Accepted)
    assert (server.conversations, server.responses[1]) == (2, b"user=sales\x01auth=Bearer new\x01\x01")


async def test_a_login_that_is_over_is_known_at_once():
    server = ScriptedAuth("XOAUTH2", [b"535 5.7.3 no\r\n"])
    over = TokenError("somebody must log in again", "invalid_grant")
    assert await attempt(server, authentication=RenewedToken(over)) == Unreachable(
        "no token: somebody must log in again"
    )


async def test_a_mailbox_that_refuses_every_token_is_tried_twice_at_most():
    server = ScriptedAuth("XOAUTH2", [b"535 5.7.3 no\r\n"] * 9)
    outcome = await attempt(server, authentication=RenewedToken("new"))
    assert isinstance(outcome, Refused) and outcome.text == "5.7.3 no; the Object ID is another one"
    assert server.conversations == 2
