"""What became of an attempt, by what the server did at which step; then the same against a real Postfix."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from tests.daemon import until
from tests.rows import letter
from tests.servers.dovecot import free_port
from tests.servers.scripted import ScriptedSmtp
from watcher.core.model import Accepted, Refused, Unknown, Unreachable
from watcher.edge.secrets import SecretError
from watcher.edge.smtp import Offer, Smtp, SmtpAccount

DATA = b"Subject: hello\r\nTo: carol@customer.example\r\n\r\n.a line with a dot\r\n..two\r\n.\r\nend\r\n"


def account(port: int, **changed) -> SmtpAccount:
    return SmtpAccount(
        **{"host": "127.0.0.1", "port": port, "tls": "off", "timeout": 1.0, "dot_timeout": 1.0, **changed}
    )


async def attempt(server: ScriptedSmtp, one=None, **changed):
    """The whole way; returns what `offer` or `finish` said."""
    async with server:
        offer = await Smtp(account(server.port, **changed)).offer(one or letter(data=DATA))
        return await offer.finish() if isinstance(offer, Offer) else offer


async def test_an_accepted_letter_arrives_octet_for_octet():
    server = ScriptedSmtp()
    assert await attempt(server) == Accepted(250, "2.0.0 queued")
    assert server.message == DATA
    assert server.commands[1:4] == ["MAIL FROM:<sales@example.com>", "RCPT TO:<carol@customer.example>", "DATA"]
    assert server.conversations == 1


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ({"banner": b"554 no\r\n"}, Refused(554, "no", permanent=True, account=True)),
        ({"banner": b"421 later\r\n"}, Refused(421, "later", permanent=False, account=True)),
        ({"mail": b"550 5.7.1 not you\r\n"}, Refused(550, "5.7.1 not you", permanent=True, account=True)),
        ({"mail": b"452 4.3.1 full\r\n"}, Refused(452, "4.3.1 full", permanent=False, account=True)),
        ({"rcpt": b"550 5.1.1 unknown\r\n"}, Refused(550, "5.1.1 unknown", permanent=True)),
        ({"rcpt": b"450 4.2.0 greylisted\r\n"}, Refused(450, "4.2.0 greylisted", permanent=False)),
        ({"rcpt": b"530 5.7.0 log in\r\n"}, Refused(530, "5.7.0 log in", permanent=True, account=True)),
        ({"data": b"451 4.3.0 no\r\n"}, Refused(451, "4.3.0 no", permanent=False)),
        ({"data": b"554 5.5.1 no\r\n"}, Refused(554, "5.5.1 no", permanent=True)),
        ({"dot": b"451 4.7.1 later\r\n"}, Refused(451, "4.7.1 later", permanent=False)),
        ({"dot": b"552 5.3.4 too big\r\n"}, Refused(552, "5.3.4 too big", permanent=True)),
        ({"dot": b"250-2.0.0 one\r\n250 2.0.0 two\r\n"}, Accepted(250, "2.0.0 one 2.0.0 two")),
        ({"quit": "reset"}, Accepted(250, "2.0.0 queued")),
        ({"quit": "close"}, Accepted(250, "2.0.0 queued")),
        ({"quit": b"500 no\r\n"}, Accepted(250, "2.0.0 queued")),
    ],
    ids=lambda value: "" if not isinstance(value, dict) else " ".join(f"{key} {text!r}" for key, text in value.items()),
)
async def test_what_the_server_says_is_what_became_of_it(script, expected):
    assert await attempt(ScriptedSmtp(**script)) == expected


@pytest.mark.parametrize("how", ["close", "reset", "hang", b"garbage\r\n", b"\xff\xfe\r\n"])
@pytest.mark.parametrize("step", ["banner", "ehlo", "mail", "rcpt", "data"])
async def test_before_the_dot_it_is_certain_that_nothing_left(step, how):
    server = ScriptedSmtp(**{step: how, "helo": how})
    outcome = await attempt(server)
    assert isinstance(outcome, Unreachable | Refused), outcome
    assert not server.ended


@pytest.mark.parametrize("how", ["close", "reset", "hang", "drip", b"garbage\r\n", b"\xff\r\n", b"354 more\r\n"])
async def test_after_the_dot_only_an_answer_is_certain(how):
    server = ScriptedSmtp(dot=how)
    outcome = await attempt(server)
    assert isinstance(outcome, Unknown), outcome
    assert server.message == DATA


async def test_the_offer_writes_everything_but_the_dot_and_abandon_takes_it_back():
    async with ScriptedSmtp() as server:
        offer = await Smtp(account(server.port)).offer(letter(data=DATA))
        assert isinstance(offer, Offer)
        await offer.abandon()
    assert not server.ended


async def test_a_server_that_leaves_between_body_and_dot_never_got_the_letter():
    async with ScriptedSmtp(body="close") as server:
        offer = await Smtp(account(server.port)).offer(letter(data=DATA))
        if isinstance(offer, Offer):
            outcome = await offer.finish()
            assert isinstance(outcome, Unreachable | Unknown)
        assert not server.ended


@pytest.mark.parametrize(
    "changed",
    [
        {"recipient": "carol@customer.example>\r\nRCPT TO:<spam@x.example"},
        {"recipient": "carol"},
        {"recipient": "carol@customer.example, dave@customer.example"},
        {"sender": "sales@example.com> SIZE=1"},
        {"data": b"Subject: a\n\nbare\r\n"},
        {"data": b"Subject: a\r\n\r\nno end"},
        {"data": b"Subject: a\r\n\r\n\0\r\n"},
        {"data": b"Subject: a\r\n\r\n" + b"x" * 999 + b"\r\n"},
    ],
)
async def test_what_could_be_misread_is_not_even_offered(changed):
    server = ScriptedSmtp()
    outcome = await attempt(server, replace(letter(data=DATA), **changed))
    assert isinstance(outcome, Refused)
    assert outcome.permanent
    assert server.commands == []


async def test_nobody_there_and_no_password_are_certain_too():
    smtp = Smtp(account(free_port()))
    assert isinstance(await smtp.offer(letter(data=DATA)), Unreachable)

    def no_password() -> str:
        raise SecretError("env X: the variable is not set")

    server = ScriptedSmtp()
    outcome = await attempt(server, user="sales", password=no_password)
    assert outcome == Unreachable("no password: env X: the variable is not set")
    assert server.conversations == 0


async def test_no_password_over_a_line_without_tls():
    async with ScriptedSmtp() as server:
        smtp = Smtp(SmtpAccount("mail.example", server.port, "off"))
        outcome = await smtp.offer(letter(data=DATA))
    assert isinstance(outcome, Unreachable)
    assert "TLS" in outcome.text


async def test_starttls_that_is_not_offered_is_not_done_without():
    server = ScriptedSmtp()
    outcome = await attempt(server, tls="starttls", user="sales", password=lambda: "secret")
    assert isinstance(outcome, Unreachable | Refused)
    assert not any("AUTH" in command or "MAIL" in command for command in server.commands)


# --- a real Postfix


def real(postfix, tls: str = "implicit", **changed) -> SmtpAccount:
    port = postfix.smtps if tls == "implicit" else postfix.smtp
    return SmtpAccount(**{"host": "127.0.0.1", "port": port, "tls": tls, "ca": str(postfix.certificates.ca), **changed})


@pytest.mark.parametrize("tls", ["implicit", "starttls"])
async def test_postfix_delivers_it(postfix, dovecot, tls):
    user = dovecot.user(f"smtp{uuid.uuid4().hex[:8]}")
    one = letter(data=DATA, recipient=f"{user}@customer.example")
    offer = await Smtp(real(postfix, tls)).offer(one)
    assert isinstance(offer, Offer)
    assert isinstance(await offer.finish(), Accepted)
    until("delivery", lambda: sum(map(len, dovecot.state(user).values())))
    with dovecot.client(user) as client:
        client.select_folder("INBOX", readonly=True)
        (row,) = client.fetch(client.search(), ["BODY.PEEK[TEXT]"]).values()
    assert row[b"BODY[TEXT]"] == DATA.partition(b"\r\n\r\n")[2]


async def test_postfix_says_no_for_good_and_for_now(postfix):
    smtp = Smtp(real(postfix))
    no = await smtp.offer(letter(data=DATA, recipient="refused@customer.example"))
    later = await smtp.offer(letter(data=DATA, recipient="later@customer.example"))
    assert isinstance(no, Refused) and isinstance(later, Refused)
    assert (no.code, no.permanent, no.account) == (550, True, False)
    assert (later.code, later.permanent, later.account) == (450, False, False)


async def test_a_certificate_nobody_trusts_is_refused(postfix):
    outcome = await Smtp(real(postfix, ca=None)).offer(letter(data=DATA))
    assert isinstance(outcome, Unreachable)
    assert "not trusted" in outcome.text


async def test_the_check_logs_in_and_out(postfix):
    assert await Smtp(real(postfix)).check() is None
    assert isinstance(await Smtp(account(free_port())).check(), Unreachable)
