"""What strangers and servers write must never become a command, a header or a second letter (architecture.md, rules 2 and 5)."""

from __future__ import annotations

import asyncio
import re
import ssl
from dataclasses import replace

import pytest

from tests.samples import letter
from tests.servers.real import NUMBERED_MAIL
from tests.servers.scripted import (
    DOTTED_MAIL,
    Scripted,
    ScriptedSmtp,
    attempt,
    logged_in_server,
    smtp_account,
    strange_mailbox,
)
from watcher.core.outbox.model import Accepted, Refused, Unreachable
from watcher.edge.credentials import PasswordAuthentication
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.imap.session import ImapSession
from watcher.edge.smtp import SmtpClient

EVIL = [
    "x\r\nX1 STORE 1:* +FLAGS (\\Deleted)",
    "x\nX2 EXPUNGE",
    'x" (\\Seen)\r\n',
    "x\0",
    "{10}\r\n",
]


@pytest.mark.parametrize("name", EVIL)
async def test_a_folder_name_is_never_two_lines(name):
    async with logged_in_server({}) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        with pytest.raises(MailboxError, match="no folder name"):
            await box.scan_folder(name)
        await box.close_connections()
    assert not any(re.match(r"(?i)(X\d )?(STORE|EXPUNGE)", command) for command in server.commands)


async def test_whatever_a_message_says_the_commands_are_the_same():
    """The same mailbox twice, once with mail that tries to speak IMAP: not one octet on the wire differs."""
    said = []
    for message_id in ("a@b.example", "x\r\nX1 STORE 1:* +FLAGS (\\Deleted)", 'x" {3}', "\\*"):
        raw = NUMBERED_MAIL % (b"hello", message_id.encode())
        row = b'* 1 FETCH (UID 1 INTERNALDATE "24-Nov-2026 10:00:00 +0100" RFC822.SIZE 5 BODY[]<0> {%d}\r\n%b)\r\n'
        async with logged_in_server({"UID FETCH": row % (len(raw), raw) + b"{tag} OK done\r\n"}) as server:
            box = strange_mailbox(server.port)
            await box.list_watched_folders()
            look = await box.scan_folder("INBOX")
            fetched = await box.fetch_messages("INBOX", look.uidvalidity, sorted(look.uids))
            assert fetched.arrivals[0].raw == raw
            await box.scan_folder("INBOX")
            await box.close_connections()
        said.append(server.commands)
    assert all(each == said[0] for each in said)
    assert {command.split()[0] for command in said[0]} <= {
        "CAPABILITY", "LOGIN", "AUTHENTICATE", "NOOP", "LIST", "EXAMINE", "UID", "NAMESPACE", "ID",
    }  # fmt: skip


@pytest.mark.parametrize(
    "address",
    [
        "a@b.example>\r\nRCPT TO:<v@v.example", '"a\r\nb"@c.example', "", "<>", "a@b@c.example", "a b@c.example", "a@",
        "@c.example", "a@c.example\0", "a@c.example\u2028b", "a@[127.0.0.1]", "x" * 65 + "@c.example", "a@c.example ORCPT=rfc822;v",
    ],
)  # fmt: skip
async def test_an_address_is_one_address_or_nothing_is_sent(address):
    server = ScriptedSmtp()
    outcome = await attempt(server, replace(letter(data=DOTTED_MAIL), recipient=address))
    assert isinstance(outcome, Refused)
    assert server.commands == []


@pytest.mark.parametrize("end", ["\n.\n", "\r.\r", "\r\n.\n", "\n.\r\n", "\r\n.\r", "\r.\r\n", "\n.\r", "\r\n\0.\r\n"])
async def test_no_end_of_data_hides_in_a_letter(end):
    data = b"Subject: a\r\n\r\none" + end.encode() + b"MAIL FROM:<evil@x.example>\r\n"
    server = ScriptedSmtp()
    assert isinstance(await attempt(server, letter(data=data)), Refused)
    assert server.commands == []


@pytest.mark.parametrize("ehlo", [b"250 mx.example\r\n", b"250-mx.example\r\n250 CHUNKING\r\n"])
async def test_a_line_with_a_dot_alone_is_text(ehlo):
    data = b"Subject: a\r\n\r\none\r\n.\r\nMAIL FROM:<evil@x.example>\r\nRCPT TO:<v@v.example>\r\nDATA\r\n"
    server = ScriptedSmtp(ehlo=ehlo)
    assert isinstance(await attempt(server, letter(data=data)), Accepted)
    assert server.message == data
    assert sum("MAIL FROM" in command for command in server.commands) == 1


# --- TLS that somebody takes away


class StrippedSmtp(Scripted):
    """Offers STARTTLS, says yes in clear and adds a reply that was never asked for; then what is not TLS."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = b""

    async def talk(self, reader, writer):
        writer.write(b"220 mx.example ESMTP\r\n")
        while line := await reader.readline():
            self.seen += line
            if line.upper().startswith(b"EHLO"):
                writer.write(b"250-mx.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n")
            elif line.upper().startswith(b"STARTTLS"):
                writer.write(b"220 go ahead\r\n235 2.7.0 you are in\r\n250 fine\r\n")
            else:
                writer.write(b"250 fine\r\n")


async def test_answers_put_before_the_handshake_are_not_taken_for_answers_after_it():
    async with StrippedSmtp() as server:
        smtp = SmtpClient(
            smtp_account(server.port, tls="starttls", authentication=PasswordAuthentication("sales", lambda: "hush"))
        )
        outcome = await smtp.start_mail_transaction(letter(data=DOTTED_MAIL))
    assert isinstance(outcome, Unreachable | Refused)
    assert b"AUTH" not in server.seen and b"MAIL" not in server.seen


async def test_a_greeting_that_says_we_are_logged_in_already_gets_no_password():
    """PREAUTH on a line without TLS would end the talk about STARTTLS (RFC 9051 § 11.1)."""
    async with logged_in_server({}, greeting=b"* PREAUTH [CAPABILITY IMAP4rev1] come in\r\n") as server:
        with pytest.raises(MailboxError):
            await strange_mailbox(server.port, tls="starttls").list_watched_folders()
    assert not any(command.startswith(("LOGIN", "AUTHENTICATE", "EXAMINE")) for command in server.commands)


async def test_imap_answers_put_before_the_handshake_are_worth_nothing():
    reply = b"{tag} OK begin\r\n* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n* OK injected\r\n"
    async with logged_in_server({"STARTTLS": reply}) as server:
        with pytest.raises(MailboxError):
            await strange_mailbox(server.port, tls="starttls", timeout=2.0).list_watched_folders()
    assert not any(command.startswith(("LOGIN", "AUTHENTICATE")) for command in server.commands)


@pytest.mark.parametrize("host", ["mail.example.com", "192.0.2.1", "localhost.example.com"])
async def test_without_tls_only_this_machine_is_spoken_to(host):
    outcome = await SmtpClient(smtp_account(9, host=host)).start_mail_transaction(letter(data=DOTTED_MAIL))
    assert isinstance(outcome, Unreachable)
    assert "TLS" in outcome.text
    with pytest.raises(MailboxError, match="TLS"):
        await strange_mailbox(9, host=host).list_watched_folders()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_old_tls_is_not_spoken(certificates):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates.chain, certificates.key)
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")

    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    outcome = await SmtpClient(smtp_account(port, tls="implicit", ca=str(certificates.ca))).start_mail_transaction(
        letter(data=DOTTED_MAIL)
    )
    assert isinstance(outcome, Unreachable)
    with pytest.raises(MailboxError) as caught:
        await strange_mailbox(port, tls="implicit", ca=str(certificates.ca)).list_watched_folders()
    assert caught.value.kind in ("tls", "network")
    server.close()


def test_the_session_that_never_opened_can_be_dropped():
    session = ImapSession(strange_mailbox(9)._account)
    session.drop_connection()
    session.drop_connection()
