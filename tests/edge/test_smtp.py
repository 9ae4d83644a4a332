"""edge/smtp.py: what became of an attempt, by what the server did at which step; then the same against a real Postfix."""

from __future__ import annotations

import asyncio
import uuid
from dataclasses import replace

import pytest

from tests.daemon import until
from tests.samples import letter
from tests.servers.real import free_port
from tests.servers.scripted import DOTTED_MAIL, ScriptedSmtp, attempt, smtp_account
from watcher.core.outbox.model import Accepted, Refused, SmtpPhase, Unknown, Unreachable
from watcher.edge.credentials import PasswordAuthentication, SecretError
from watcher.edge.smtp import MailTransaction, SmtpAccount, SmtpClient


async def wait_until(check):
    async with asyncio.timeout(30):
        while not check():
            await asyncio.sleep(0.01)


async def test_an_accepted_letter_arrives_octet_for_octet():
    server = ScriptedSmtp()
    assert await attempt(server) == Accepted(250, "2.0.0 queued")
    assert server.message == DOTTED_MAIL
    assert server.commands[1:4] == ["MAIL FROM:<sales@example.com>", "RCPT TO:<carol@customer.example>", "DATA"]
    assert server.conversations == 1


@pytest.mark.parametrize("chunking", [False, True])
async def test_a_letter_whose_offer_was_begun_goes_on_with_it_and_the_next_has_a_connection_of_its_own(chunking):
    ehlo = b"250-mx.example\r\n250 CHUNKING\r\n" if chunking else b"250 mx.example\r\n"
    async with ScriptedSmtp(ehlo=ehlo) as server:
        client, offered = SmtpClient(smtp_account(server.port)), letter(data=DOTTED_MAIL)
        client.begin_mail_transaction(offered)
        client.begin_mail_transaction(offered)
        await wait_until(lambda: any(command.startswith(("DATA", "BDAT")) for command in server.commands))
        assert not server.ended, "nothing leaves before the last step"
        for conversations in (1, 2):
            offer = await client.start_mail_transaction(offered)
            assert server.conversations == conversations
            assert await offer.send_end_of_data() == Accepted(250, "2.0.0 queued")
            assert server.message == DOTTED_MAIL
            server.octets = b""


@pytest.mark.parametrize("script", [{}, {"rcpt": b"550 5.1.1 unknown\r\n"}, {"banner": b"421 later\r\n"}], ids=str)
async def test_an_offer_that_nobody_asks_about_is_taken_back_and_a_later_one_is_made_anew(script):
    async with ScriptedSmtp(**script) as server:
        client = SmtpClient(smtp_account(server.port, hold=0.0))
        client.begin_mail_transaction(letter(data=DOTTED_MAIL))
        await wait_until(lambda: client._leaving is not None and client._leaving.done())
        assert client._leaving.exception() is None
        assert not server.ended
        server.script.update(ScriptedSmtp.GOOD)
        offer = await client.start_mail_transaction(letter(data=DOTTED_MAIL))
        assert await offer.send_end_of_data() == Accepted(250, "2.0.0 queued")
        assert (server.conversations, server.ended) == (2, True)


async def test_another_letter_does_not_go_on_with_the_offer_of_one():
    """It was claimed anew meanwhile."""
    async with ScriptedSmtp() as server:
        client = SmtpClient(smtp_account(server.port))
        client.begin_mail_transaction(letter(data=DOTTED_MAIL))
        offer = await client.start_mail_transaction(letter(data=DOTTED_MAIL, attempts=2))
        assert await offer.send_end_of_data() == Accepted(250, "2.0.0 queued")
        assert server.conversations == 2


async def test_what_is_wrong_with_the_offer_that_was_begun_is_what_becomes_of_the_letter():
    async with ScriptedSmtp(banner=b"421 later\r\n") as server:
        client = SmtpClient(smtp_account(server.port))
        client.begin_mail_transaction(letter(data=DOTTED_MAIL))
        refused = Refused(421, "later", permanent=False, phase=SmtpPhase.LOGIN)
        assert await client.start_mail_transaction(letter(data=DOTTED_MAIL)) == refused
        assert server.conversations == 1


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ({"banner": b"554 no\r\n"}, Refused(554, "no", permanent=True, phase=SmtpPhase.LOGIN)),
        ({"banner": b"421 later\r\n"}, Refused(421, "later", permanent=False, phase=SmtpPhase.LOGIN)),
        ({"mail": b"550 5.7.1 not you\r\n"}, Refused(550, "5.7.1 not you", permanent=True, phase=SmtpPhase.SENDER)),
        ({"mail": b"452 4.3.1 full\r\n"}, Refused(452, "4.3.1 full", permanent=False, phase=SmtpPhase.SENDER)),
        ({"rcpt": b"550 5.1.1 unknown\r\n"}, Refused(550, "5.1.1 unknown", permanent=True, phase=SmtpPhase.RECIPIENT)),
        (
            {"rcpt": b"450 4.2.0 greylisted\r\n"},
            Refused(450, "4.2.0 greylisted", permanent=False, phase=SmtpPhase.RECIPIENT),
        ),
        ({"rcpt": b"530 5.7.0 log in\r\n"}, Refused(530, "5.7.0 log in", permanent=True, phase=SmtpPhase.RECIPIENT)),
        ({"data": b"451 4.3.0 no\r\n"}, Refused(451, "4.3.0 no", permanent=False, phase=SmtpPhase.DATA)),
        ({"data": b"554 5.5.1 no\r\n"}, Refused(554, "5.5.1 no", permanent=True, phase=SmtpPhase.DATA)),
        ({"dot": b"451 4.7.1 later\r\n"}, Refused(451, "4.7.1 later", permanent=False, phase=SmtpPhase.DATA)),
        ({"dot": b"552 5.3.4 too big\r\n"}, Refused(552, "5.3.4 too big", permanent=True, phase=SmtpPhase.DATA)),
        ({"dot": b"250-2.0.0 one\r\n250 2.0.0 two\r\n"}, Accepted(250, "2.0.0 one 2.0.0 two")),
        ({"quit": "reset"}, Accepted(250, "2.0.0 queued")),
        ({"quit": "close"}, Accepted(250, "2.0.0 queued")),
        ({"quit": b"500 no\r\n"}, Accepted(250, "2.0.0 queued")),
    ],
    ids=lambda value: "" if not isinstance(value, dict) else " ".join(f"{key} {text!r}" for key, text in value.items()),
)
async def test_what_the_server_says_is_what_became_of_it(script, expected):
    assert await attempt(ScriptedSmtp(**script)) == expected


async def test_252_is_a_yes():
    assert await attempt(ScriptedSmtp(rcpt=b"252 2.1.5 cannot VRFY, will try\r\n")) == Accepted(250, "2.0.0 queued")


@pytest.mark.parametrize("step", ["auth", "mail", "rcpt", "data"])
async def test_whoever_says_no_is_taken_leave_of(step):
    server = ScriptedSmtp(ehlo=b"250-mx.example\r\n250 AUTH PLAIN\r\n", **{"auth": b"235 in\r\n", step: b"550 no\r\n"})
    password = PasswordAuthentication("sales", lambda: "secret")
    assert isinstance(await attempt(server, authentication=password), Refused)
    assert server.commands[-1] == "QUIT"


@pytest.mark.parametrize("step", ["rcpt", "data", "dot"])
async def test_words_in_any_charset_are_kept_as_one_can_read_them(step):
    outcome = await attempt(ScriptedSmtp(**{step: b"550 5.1.1 Empf\xe4nger\x00 unbekannt\r\n"}))
    assert isinstance(outcome, Refused)
    assert outcome.text == "5.1.1 Empfänger unbekannt"


@pytest.mark.parametrize("code", [b"-25", b"+99", b"000", b"199", b"354", b"699", b"999", b"2_5"])
@pytest.mark.parametrize("step", ["mail", "rcpt", "data"])
async def test_a_number_that_is_no_answer_is_no_refusal(step, code):
    assert isinstance(await attempt(ScriptedSmtp(**{step: code + b" what\r\n"})), Unreachable) or code == b"354"


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
    assert server.message == DOTTED_MAIL


CHUNKING = b"250-mx.example\r\n250-8BITMIME\r\n250-SIZE 1000000\r\n250 CHUNKING\r\n"


async def test_where_the_server_takes_chunks_it_has_the_body_before_the_last_one():
    server = ScriptedSmtp(ehlo=CHUNKING)
    assert await attempt(server) == Accepted(250, "2.0.0 queued")
    assert server.octets == DOTTED_MAIL, "a chunk is not dot-stuffed"
    size = len(DOTTED_MAIL)
    assert server.commands[1:5] == [
        f"MAIL FROM:<sales@example.com> SIZE={size}", "RCPT TO:<carol@customer.example>", f"BDAT {size}", "BDAT 0 LAST",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "how", ["close", "reset", "hang", b"garbage\r\n", b"354 more\r\n", b"451 no\r\n", b"552 no\r\n"]
)
async def test_until_the_last_chunk_it_is_certain_that_nothing_left(how):
    server = ScriptedSmtp(ehlo=CHUNKING, chunk=how)
    outcome = await attempt(server)
    assert isinstance(outcome, Unreachable | Refused), outcome
    assert not server.ended


@pytest.mark.parametrize("answer", [b"502 5.5.1 not implemented\r\n", b"501 5.5.4 bad size\r\n"])
async def test_a_last_chunk_that_the_server_does_not_know_is_sent_as_data(answer):
    server = ScriptedSmtp(ehlo=CHUNKING, last=answer)
    async with server:
        client = SmtpClient(smtp_account(server.port))
        offer = await client.start_mail_transaction(letter(data=DOTTED_MAIL))
        server.octets = b""
        assert await offer.send_end_of_data() == Accepted(250, "2.0.0 queued")
        assert server.message == DOTTED_MAIL
        server.octets = b""
        again = await client.start_mail_transaction(letter(data=DOTTED_MAIL))
        assert await again.send_end_of_data() == Accepted(250, "2.0.0 queued")
    assert sum(command.startswith("BDAT") for command in server.commands) == 2, "it is not asked for again"


async def test_data_that_is_refused_after_a_last_chunk_has_not_left():
    server = ScriptedSmtp(ehlo=CHUNKING, last=b"502 no\r\n", data=b"451 4.3.0 later\r\n")
    expected = Refused(451, "4.3.0 later", permanent=False, phase=SmtpPhase.DATA)
    assert await attempt(server) == expected


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        (b"252 2.0.0 I suppose\r\n", Accepted(252, "2.0.0 I suppose")),
        (b"451 4.7.1 later\r\n", Refused(451, "4.7.1 later", permanent=False)),
        (b"554 5.7.1 spam\r\n", Refused(554, "5.7.1 spam", permanent=True)),
        (b"550 5.4.5 daily quota\r\n", Refused(550, "5.4.5 daily quota", permanent=True)),
    ],
)
async def test_the_answer_to_the_last_chunk_decides(how, expected):
    assert await attempt(ScriptedSmtp(ehlo=CHUNKING, last=how)) == expected


@pytest.mark.parametrize("how", ["close", "reset", "hang", "drip", b"garbage\r\n", b"150 hm\r\n", b"354 more\r\n"])
async def test_after_the_last_chunk_only_an_answer_is_certain(how):
    assert isinstance(await attempt(ScriptedSmtp(ehlo=CHUNKING, last=how)), Unknown)


async def test_a_server_that_offers_chunks_and_does_not_know_them_gets_the_letter_the_old_way():
    server = ScriptedSmtp(ehlo=CHUNKING, chunk=b"502 5.5.1 what?\r\n")
    async with server:
        smtp = SmtpClient(smtp_account(server.port))
        for conversations in (2, 3):
            server.octets = b""
            offer = await smtp.start_mail_transaction(letter(data=DOTTED_MAIL))
            assert isinstance(offer, MailTransaction)
            assert isinstance(await offer.send_end_of_data(), Accepted)
            assert server.conversations == conversations


@pytest.mark.parametrize("end", [b"252 fine\r\n", b"299 fine\r\n"])
async def test_any_2xx_is_an_acceptance(end):
    assert isinstance(await attempt(ScriptedSmtp(dot=end)), Accepted)


async def test_octets_beyond_ascii_are_declared_or_not_sent():
    one = letter(data="Subject: a\r\n\r\nGrüße\r\n".encode())
    server = ScriptedSmtp(ehlo=CHUNKING)
    assert isinstance(await attempt(server, one), Accepted)
    assert server.commands[1].endswith(" BODY=8BITMIME")
    server = ScriptedSmtp(ehlo=b"250 mx.example\r\n")
    assert isinstance(await attempt(server, one), Refused)
    assert not server.ended


async def test_an_address_beyond_ascii_needs_a_server_that_says_it_can():
    one = letter(data=DOTTED_MAIL, recipient="jürgen@customer.example")
    server = ScriptedSmtp(ehlo=b"250-mx.example\r\n250-SMTPUTF8\r\n250 8BITMIME\r\n")
    assert isinstance(await attempt(server, one), Accepted)
    assert server.commands[1].endswith(" SMTPUTF8")
    server = ScriptedSmtp()
    assert isinstance(await attempt(server, one), Refused)
    assert not any("MAIL" in command for command in server.commands)


async def test_the_offer_writes_everything_but_the_dot_and_abandon_takes_it_back():
    async with ScriptedSmtp() as server:
        offer = await SmtpClient(smtp_account(server.port)).start_mail_transaction(letter(data=DOTTED_MAIL))
        assert isinstance(offer, MailTransaction)
        await offer.abort_connection()
    assert not server.ended


@pytest.mark.parametrize("extensions", [b"", b"250-CHUNKING\r\n"])
async def test_who_may_not_finish_any_more_writes_no_last_step(extensions):
    may_finish = [True]
    script = {"ehlo": b"250-there\r\n" + extensions + b"250 8BITMIME\r\n"}
    async with ScriptedSmtp(**script) as server:
        client = SmtpClient(smtp_account(server.port), lambda: may_finish[0])
        offer = await client.start_mail_transaction(letter(data=DOTTED_MAIL))
        assert isinstance(offer, MailTransaction)
        may_finish[0] = False
        assert isinstance(await offer.send_end_of_data(), Unreachable)
    assert not server.ended
    assert "BDAT 0 LAST" not in server.commands


async def test_a_server_that_leaves_between_body_and_dot_never_got_the_letter():
    async with ScriptedSmtp(body="close") as server:
        offer = await SmtpClient(smtp_account(server.port)).start_mail_transaction(letter(data=DOTTED_MAIL))
        if isinstance(offer, MailTransaction):
            outcome = await offer.send_end_of_data()
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
    outcome = await attempt(server, replace(letter(data=DOTTED_MAIL), **changed))
    assert isinstance(outcome, Refused)
    assert outcome.permanent
    assert server.commands == []


async def test_nobody_there_and_no_password_are_certain_too():
    smtp = SmtpClient(smtp_account(free_port()))
    assert isinstance(await smtp.start_mail_transaction(letter(data=DOTTED_MAIL)), Unreachable)

    def no_password() -> str:
        raise SecretError("env X: the variable is not set")

    server = ScriptedSmtp()
    outcome = await attempt(server, authentication=PasswordAuthentication("sales", no_password))
    assert outcome == Unreachable("no password: env X: the variable is not set")
    assert server.conversations == 0


async def test_no_password_over_a_line_without_tls():
    async with ScriptedSmtp() as server:
        smtp = SmtpClient(SmtpAccount("mail.example", server.port, "off"))
        outcome = await smtp.start_mail_transaction(letter(data=DOTTED_MAIL))
    assert isinstance(outcome, Unreachable)
    assert "TLS" in outcome.text


async def test_starttls_that_is_not_offered_is_not_done_without():
    server = ScriptedSmtp()
    outcome = await attempt(server, tls="starttls", authentication=PasswordAuthentication("sales", lambda: "secret"))
    assert isinstance(outcome, Unreachable | Refused)
    assert not any("AUTH" in command or "MAIL" in command for command in server.commands)


# --- a real Postfix


def real(postfix, tls: str = "implicit", **changed) -> SmtpAccount:
    port = postfix.smtps if tls == "implicit" else postfix.smtp
    return SmtpAccount(**{"host": "127.0.0.1", "port": port, "tls": tls, "ca": str(postfix.certificates.ca), **changed})


@pytest.mark.parametrize(
    ("tls", "way"), [("implicit", b"BDAT"), ("starttls", b"BDAT"), ("implicit", b"."), ("starttls", b".")]
)
async def test_postfix_delivers_it(postfix, dovecot, tls, way):
    user = dovecot.user(f"smtp{uuid.uuid4().hex[:8]}")
    one = letter(data=DOTTED_MAIL, recipient=f"{user}@customer.example")
    port = {("implicit", b"."): postfix.plain_smtps, ("starttls", b"."): postfix.plain_smtp}.get((tls, way))
    offer = await SmtpClient(real(postfix, tls, **({"port": port} if port else {}))).start_mail_transaction(one)
    assert isinstance(offer, MailTransaction)
    assert offer._final_command[0] == way
    assert isinstance(await offer.send_end_of_data(), Accepted)
    until("delivery", lambda: sum(map(len, dovecot.state(user).values())))
    with dovecot.client(user) as client:
        client.select_folder("INBOX", readonly=True)
        (row,) = client.fetch(client.search(), ["BODY.PEEK[TEXT]"]).values()
    assert row[b"BODY[TEXT]"] == DOTTED_MAIL.partition(b"\r\n\r\n")[2]


@pytest.mark.parametrize("port", ["smtps", "plain_smtps"])
async def test_postfix_throws_away_what_was_abandoned(postfix, dovecot, port):
    user = dovecot.user(f"smtp{uuid.uuid4().hex[:8]}")
    smtp = SmtpClient(real(postfix, port=getattr(postfix, port)))
    first = await smtp.start_mail_transaction(letter(data=DOTTED_MAIL, recipient=f"{user}@customer.example"))
    assert isinstance(first, MailTransaction)
    await first.abort_connection()
    second = await smtp.start_mail_transaction(
        letter(data=DOTTED_MAIL.replace(b"hello", b"second"), recipient=f"{user}@customer.example")
    )
    assert isinstance(second, MailTransaction)
    assert isinstance(await second.send_end_of_data(), Accepted)
    until("delivery", lambda: sum(map(len, dovecot.state(user).values())))
    ((_, octets),) = dovecot.state(user)["."]
    assert b"Subject: second" in octets


async def test_postfix_says_no_for_good_and_for_now(postfix):
    smtp = SmtpClient(real(postfix))
    no = await smtp.start_mail_transaction(letter(data=DOTTED_MAIL, recipient="refused@customer.example"))
    later = await smtp.start_mail_transaction(letter(data=DOTTED_MAIL, recipient="later@customer.example"))
    assert isinstance(no, Refused) and isinstance(later, Refused)
    assert (no.code, no.permanent, no.account) == (550, True, False)
    assert (later.code, later.permanent, later.account) == (450, False, False)


async def test_a_certificate_nobody_trusts_is_refused(postfix):
    outcome = await SmtpClient(real(postfix, ca=None)).start_mail_transaction(letter(data=DOTTED_MAIL))
    assert isinstance(outcome, Unreachable)
    assert "not trusted" in outcome.text


async def test_the_check_logs_in_and_out(postfix):
    assert await SmtpClient(real(postfix)).verify_login() is None
    assert isinstance(await SmtpClient(smtp_account(free_port())).verify_login(), Unreachable)
