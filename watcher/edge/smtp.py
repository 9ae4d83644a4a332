"""aiosmtplib: offer a letter (all but the last octets), finish it, an Outcome back. No policy, no retry, no state.

The body is written before the last step, which is a call of its own: `BDAT 0 LAST` where the server knows it (RFC 3030), and
then it has even said that it has the body; else the final dot. So "not sent" is certain for everything up to there, and what
happened is decided by the phase and the first digit, never by the class of an exception: the library raises the same one for a
line that broke before MAIL and after the dot.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

import aiosmtplib
from aiosmtplib.protocol import SMTPProtocol

from watcher.core.outbox.model import CUSTOMER_KINDS, Accepted, Letter, Refused, SmtpPhase, Unknown, Unreachable
from watcher.edge import tls
from watcher.edge.credentials import Authentication, BearerCredentials, Credentials, SecretError
from watcher.edge.login_advice import advise_on_refusal, advise_on_refused_sender, with_advice
from watcher.edge.smtp_login import AUTHENTICATION_FAILED, log_in
from watcher.edge.wire_text import readable_line

#: Seconds to wait for the answer to the final dot (RFC 5321 § 4.5.3.2.6).
FINAL_DOT_TIMEOUT_SECONDS = 600.0
#: Seconds that a letter may be on offer before somebody asks what became of that.
HOLD_SECONDS = 10.0
_SENDABLE_ADDRESS = re.compile(r"[^\s<>()\[\]\\,;:\"@\x00-\x20\x7f]{1,64}@[^\s<>()\[\]\\,;:\"@\x00-\x20\x7f]{1,255}")
_BARE_CR_LF_OR_NUL = re.compile(rb"\r(?!\n)|(?<!\r)\n|\x00")
_LEADING_DOT = re.compile(rb"(?m)^\.")
#: "Unknown command" and its kin: the server offered BDAT and does not know it, or something between us takes it away.
_UNKNOWN_COMMAND_CODES = range(500, 505)


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """How to reach the submission server. `tls` is implicit, starttls or off (loopback only); times in seconds."""

    host: str
    port: int
    tls: str = "implicit"
    authentication: Authentication | None = None  # None: the relay asks for none
    ca: str | None = None
    timeout: float = 60.0
    ehlo_name: str | None = None
    dot_timeout: float = FINAL_DOT_TIMEOUT_SECONDS
    hold: float = HOLD_SECONDS


class SmtpClient:
    """One submission account (RFC 6409), used from one event loop. Every letter gets a connection of its own."""

    def __init__(self, account: SmtpAccount, may_finish: Callable[[], bool] = lambda: True) -> None:
        """`may_finish` is asked immediately before the last step of each transaction, with nothing waited for in between."""
        self._account = account
        self._may_finish = may_finish
        self._may_use_chunking = True
        self._begun: tuple[Letter, asyncio.Task[Offer]] | None = None
        self._leaving: asyncio.Task[None] | None = None

    def begin_mail_transaction(self, letter: Letter) -> None:
        """Begins what `start_mail_transaction` does with this letter, and so will not wait for. Where it is not called, the letter is
        taken back: the server throws away what it has."""
        if self._begun is None:
            begun = letter, asyncio.create_task(self._offer_letter(letter), name="offer of a letter")
            self._begun = begun
            asyncio.get_running_loop().call_later(self._account.hold, self._take_back, begun)

    def _take_back(self, begun: tuple[Letter, asyncio.Task[Offer]]) -> None:
        if self._begun is begun:
            self._begun = None
            self._leaving = asyncio.create_task(_abort_offer(begun[1]), name="offer that nobody asks about")

    async def start_mail_transaction(self, letter: Letter) -> Offer:
        """Everything but the last step of a transaction (RFC 5321 § 3.3). Refused, Unreachable: certain, the letter has not left."""
        if self._begun is not None and self._begun[0] == letter:
            (_, offering), self._begun = self._begun, None
            return await offering
        return await self._offer_letter(letter)

    async def _offer_letter(self, letter: Letter) -> Offer:
        if problem := _unsendable_reason(letter):
            return Refused(550, problem, permanent=True, phase=SmtpPhase.LETTER)
        client = await self._open_connection()
        if not isinstance(client, aiosmtplib.SMTP):
            return client
        try:
            async with asyncio.timeout(4 * self._account.timeout):
                refused = await self._send_envelope(client, letter)
                if refused is None:
                    chunked = self._may_use_chunking and client.supports_extension("chunking")
                    write = self._send_bdat_chunk if chunked else self._send_data_body
                    refused = await write(client, letter.data)
                    if refused is None:
                        return self._build_transaction(client, letter, chunked=chunked)
                    if chunked and _is_unknown_command(refused):
                        await _quit_and_close(client)
                        return await self._start_without_chunking(letter)
        except Exception as error:  # what a library makes of a stranger's octets may be any
            refused = _outcome_of_error(error, SmtpPhase.LOGIN)
        except BaseException:
            client.close()
            raise
        await _end_connection(client, refused)
        return refused

    def _build_transaction(self, client: aiosmtplib.SMTP, letter: Letter, *, chunked: bool) -> MailTransaction:
        last = (b"BDAT", b"0", b"LAST") if chunked else (b".",)
        again = partial(self._start_without_chunking, letter) if chunked else None
        return MailTransaction(client, last, self._account.dot_timeout, again, self._may_finish)

    async def _start_without_chunking(self, letter: Letter) -> Offer:
        """The server, or something before it, offers BDAT and does not know it: from now on DATA it is."""
        self._may_use_chunking = False
        return await self._offer_letter(letter)

    async def verify_login(self) -> Refused | Unreachable | None:
        """Logs in and out again; None when that worked (AUTH, RFC 4954)."""
        client = await self._open_connection()
        if not isinstance(client, aiosmtplib.SMTP):
            return client
        await _quit_and_close(client)
        return None

    async def try_envelopes(
        self, sender: str, recipients: Sequence[str]
    ) -> Refused | Unreachable | dict[str, Refused | Unreachable | None]:
        """MAIL FROM and RCPT TO for each recipient, then RSET: nothing is sent (RFC 5321 § 4.1.1.5). What became of each; None: taken."""
        client = await self._open_connection()
        if not isinstance(client, aiosmtplib.SMTP):
            return client
        results: dict[str, Refused | Unreachable | None] = {}
        try:
            async with asyncio.timeout(4 * self._account.timeout):
                answer = await client.execute_command(b"MAIL", f"FROM:<{sender}>".encode())
                if not _is_positive(answer.code):
                    return _outcome_of_reply(answer.code, answer.message, SmtpPhase.SENDER)
                for recipient in recipients:
                    answer = await client.execute_command(b"RCPT", f"TO:<{recipient}>".encode())
                    refused = _outcome_of_reply(answer.code, answer.message, SmtpPhase.RECIPIENT)
                    results[recipient] = None if _is_positive(answer.code) else refused
                await client.execute_command(b"RSET")
        except Exception as error:
            return _outcome_of_error(error, SmtpPhase.SENDER)
        finally:
            await _quit_and_close(client)
        return results

    async def _open_connection(self) -> aiosmtplib.SMTP | Refused | Unreachable:
        """A token that is refused may have been taken back before its time: then another one, or why there is none, is known at once."""
        account = self._account
        if account.tls == "off" and not tls.is_loopback(account.host):
            return Unreachable(f"{account.host}: a connection without TLS is for this machine only")
        refused: Refused | None = None
        tried: Credentials | None = None
        while True:
            try:
                credentials = await account.authentication.fetch_credentials() if account.authentication else None
            except SecretError as error:
                return Unreachable(f"no {error.what}: {error}")
            if refused is not None and credentials == tried:
                return refused
            opened = await self._connect_client(credentials)
            if tried is not None or not isinstance(opened, Refused) or not _is_refused_token(opened, credentials):
                return opened
            refused, tried = opened, credentials

    async def _connect_client(self, credentials: Credentials | None) -> aiosmtplib.SMTP | Refused | Unreachable:
        client: aiosmtplib.SMTP | None = None
        try:
            client = _unconnected_client(self._account)
            async with asyncio.timeout(2 * self._account.timeout):
                await client.connect()
                if credentials is not None:  # apart from `connect`, which would close the line without a QUIT
                    await log_in(client, credentials)
                if client.is_ehlo_or_helo_needed:  # what the server can do is known after it only
                    try:
                        await client.ehlo()
                    except aiosmtplib.SMTPHeloError:
                        await client.helo()
            return client
        except Exception as error:
            outcome = _outcome_of_error(error, SmtpPhase.LOGIN)
            if credentials is not None:
                outcome = self._with_advice(outcome, credentials)
            if client is not None:
                await _end_connection(client, outcome)
            return outcome

    def _with_advice(self, outcome: Refused | Unreachable, credentials: Credentials) -> Refused | Unreachable:
        """A refused login, with what to do about it; the token that was refused is not used again."""
        if isinstance(outcome, Unreachable) or not outcome.permanent:
            return outcome
        token_advice = credentials.advice if isinstance(credentials, BearerCredentials) else None
        if self._account.authentication is not None and outcome.code == AUTHENTICATION_FAILED:
            self._account.authentication.note_refusal(credentials)
        advice = advise_on_refusal(f"{outcome.code} {outcome.text}", self._account.host, token_advice)
        return replace(outcome, text=with_advice(outcome.text, advice))

    async def _send_envelope(self, client: aiosmtplib.SMTP, letter: Letter) -> Refused | Unreachable | None:
        utf8 = not (letter.recipient.isascii() and letter.sender.isascii())
        if utf8 and not client.supports_extension("smtputf8"):
            text = "the address is not ASCII and the server offers no SMTPUTF8 (RFC 6531)"
            return Refused(553, text, permanent=True, phase=SmtpPhase.LETTER)
        eight_bit = not letter.data.isascii()
        if eight_bit and not client.supports_extension("8bitmime"):
            text = "the letter is not ASCII and the server offers no 8BITMIME (RFC 6152)"
            return Refused(554, text, permanent=True, phase=SmtpPhase.LETTER)
        try:
            options = [f"SIZE={len(letter.data)}"] if client.supports_extension("size") else []
            options += ["BODY=8BITMIME"] if eight_bit else []
            options += ["SMTPUTF8"] if utf8 else []
            await client.mail(letter.sender, options=options, encoding="utf-8" if utf8 else "ascii")
        except aiosmtplib.SMTPSenderRefused as error:
            return _outcome_of_reply(error.code, error.message, SmtpPhase.SENDER)
        # A report about a report helps nobody (RFC 3834 § 3.3, RFC 3461 § 4.1).
        silent = letter.kind in CUSTOMER_KINDS and client.supports_extension("dsn")
        try:
            options = ["NOTIFY=NEVER"] if silent else []
            await client.rcpt(letter.recipient, options=options, encoding="utf-8" if utf8 else "ascii")
        except aiosmtplib.SMTPRecipientRefused as error:
            if not _is_positive(error.code):  # the library takes 252 for a no (RFC 5321 § 3.5.3)
                return _outcome_of_reply(error.code, error.message, SmtpPhase.RECIPIENT)
        return None

    async def _send_bdat_chunk(self, client: aiosmtplib.SMTP, data: bytes) -> Refused | Unreachable | None:
        """The whole body as one chunk that is not the last (RFC 3030 § 2), octet for octet; None: the server has it."""
        protocol = _require_protocol(client)
        protocol.write(b"BDAT %d\r\n" % len(data) + data)
        answer = await protocol.read_response(self._account.timeout)
        return None if _is_positive(answer.code) else _outcome_of_reply(answer.code, answer.message, SmtpPhase.DATA)

    async def _send_data_body(self, client: aiosmtplib.SMTP, data: bytes) -> Refused | Unreachable | None:
        """DATA and the dot-stuffed body (RFC 5321 § 4.5.2); waits until the kernel has all of it."""
        protocol = _require_protocol(client)
        answer = await protocol.execute_command(b"DATA", timeout=self._account.timeout)
        if answer.code != 354:
            return _outcome_of_reply(answer.code, answer.message, SmtpPhase.DATA)
        await _write_and_drain(protocol, _LEADING_DOT.sub(b"..", data))
        return None


class MailTransaction:
    """A letter whose body the server has, and whose last step (the dot of RFC 5321 § 4.1.1.4, or `BDAT 0 LAST` of RFC 3030) it has not."""

    def __init__(
        self,
        client: aiosmtplib.SMTP,
        final_command: tuple[bytes, ...],
        timeout: float,
        without_chunking: Callable[[], Awaitable[Offer]] | None = None,
        may_finish: Callable[[], bool] = lambda: True,
    ) -> None:
        """`timeout` in seconds, for the answer to the final command. `without_chunking` begins the same anew, where the server does
        not know this one. `may_finish` is asked immediately before it is written."""
        self._client = client
        self._final_command = final_command
        self._timeout = timeout
        self._without_chunking = without_chunking
        self._may_finish = may_finish

    async def send_end_of_data(self) -> Accepted | Refused | Unreachable | Unknown:
        """The last step, and the answer to it (RFC 5321 § 4.2.5). Unknown: no answer, so the letter may have left (RFC 1047).

        Nothing that happens after a 2xx changes it any more.
        """
        try:
            protocol = _require_protocol(self._client)
            if not protocol.is_connected:
                raise aiosmtplib.SMTPServerDisconnected("the server closed the line")
        except aiosmtplib.SMTPServerDisconnected as error:
            self._client.close()
            return Unreachable(readable_line(error))  # not one octet of the end was written
        if not self._may_finish():
            await self.abort_connection()
            return Unreachable("this instance was silent for too long, and another may watch the mailbox")
        try:
            answer = await protocol.execute_command(*self._final_command, timeout=self._timeout)
        except Exception as error:
            self._client.close()
            return Unknown(readable_line(error))
        except BaseException:
            self._client.close()
            raise
        await _quit_and_close(self._client)
        if _is_positive(answer.code):
            return Accepted(answer.code, readable_line(answer.message))
        if not 400 <= answer.code <= 599:
            return Unknown(f"{answer.code} {readable_line(answer.message)}")
        refused = _refusal_from_reply(answer.code, answer.message, SmtpPhase.DATA)
        if self._without_chunking is None or not _is_unknown_command(refused):
            return refused
        again = await self._without_chunking()  # a refused chunk has not left (RFC 3030 § 2)
        return await again.send_end_of_data() if isinstance(again, MailTransaction) else again

    async def abort_connection(self) -> None:
        """Closes the line without the last step: the server must throw away what it has (RFC 5321 § 4.1.1.4, RFC 3030 § 2)."""
        transport = self._client.transport
        if isinstance(transport, asyncio.Transport):
            transport.abort()
        self._client.close()


#: What comes of a letter that is offered.
Offer = MailTransaction | Refused | Unreachable


def _is_refused_token(outcome: Refused, credentials: Credentials | None) -> bool:
    return isinstance(credentials, BearerCredentials) and outcome.code == AUTHENTICATION_FAILED


async def _end_connection(client: aiosmtplib.SMTP, outcome: Refused | Unreachable) -> None:
    """Takes leave of a server that answers (RFC 5321 § 4.1.1.10); hangs up on one that does not."""
    if isinstance(outcome, Refused):
        await _quit_and_close(client)
    else:
        client.close()


async def _abort_offer(offering: asyncio.Task[Offer]) -> None:
    offer = await offering
    if isinstance(offer, MailTransaction):
        await offer.abort_connection()


async def _quit_and_close(client: aiosmtplib.SMTP) -> None:
    try:
        with suppress(Exception):
            async with asyncio.timeout(5):
                await client.quit()
    finally:
        client.close()


def _unconnected_client(account: SmtpAccount) -> aiosmtplib.SMTP:
    """OSError, ssl.SSLError: the CA file cannot be used."""
    return aiosmtplib.SMTP(
        hostname=account.host,
        port=account.port,
        use_tls=account.tls == "implicit",
        start_tls=account.tls == "starttls",  # never None: that sends the password in clear where TLS is missing
        tls_context=tls.shared_context(account.ca) if account.tls != "off" else None,
        timeout=account.timeout,
        local_hostname=account.ehlo_name or "[127.0.0.1]",
    )


def _require_protocol(client: aiosmtplib.SMTP) -> SMTPProtocol:
    if client.protocol is None:
        raise aiosmtplib.SMTPServerDisconnected("the server closed the line")
    return client.protocol


async def _write_and_drain(protocol: SMTPProtocol, octets: bytes) -> None:
    """Returns when the kernel has every octet. SMTPServerDisconnected, OSError: the connection was lost before.

    The one use of a private part of aiosmtplib: its public `execute_data_command` writes the final dot along with the body,
    and asyncio's `StreamWriter.drain`, which calls the same method, closes the transport when it is collected.
    """
    transport = protocol.transport
    assert isinstance(transport, asyncio.Transport)
    transport.set_write_buffer_limits(high=0)
    protocol.write(octets)
    await protocol._drain_helper()


# --- what speaks against a letter, and what an error means


def _unsendable_reason(letter: Letter) -> str:
    """A last check of our own, before a library that would silently change what it does not like."""
    for address in (letter.recipient, *([letter.sender] if letter.sender else [])):
        if not _SENDABLE_ADDRESS.fullmatch(address):
            return f"{address[:80]!r} is no address mail can be sent to"
    if _BARE_CR_LF_OR_NUL.search(letter.data) or not letter.data.endswith(b"\r\n"):
        return "the letter holds a bare CR, LF or NUL, or does not end with a line"
    if max(map(len, letter.data.split(b"\r\n")), default=0) > 998:
        return "the letter has a line longer than 998 octets (RFC 5322 § 2.1.1)"
    return ""


def _outcome_of_error(error: Exception, phase: SmtpPhase) -> Refused | Unreachable:
    """What went wrong before the final dot."""
    if isinstance(error, aiosmtplib.SMTPResponseException) and 400 <= error.code <= 599:
        return _refusal_from_reply(error.code, error.message, phase)
    if isinstance(error, aiosmtplib.SMTPResponseException):  # its own text is a tuple
        return Unreachable(readable_line(error.message))
    cause = error.__cause__ if isinstance(error.__cause__, OSError) else error
    return Unreachable(tls.describe_error(cause) if isinstance(cause, OSError) else readable_line(error))


def _outcome_of_reply(code: int, text: str, phase: SmtpPhase) -> Refused | Unreachable:
    """An answer that was not the one to go on with. Only 4xx and 5xx say no; anything else is a server that is not well."""
    if 400 <= code <= 599:
        return _refusal_from_reply(code, text, phase)
    return Unreachable(f"the server answered {code} {readable_line(text)}")


def _refusal_from_reply(code: int, text: str, phase: SmtpPhase) -> Refused:
    said = readable_line(text)
    advice = advise_on_refused_sender(f"{code} {said}") if phase is SmtpPhase.SENDER and code >= 500 else ""
    return Refused(code, with_advice(said, advice), permanent=code >= 500, phase=phase)


def _is_positive(code: int) -> bool:
    """RFC 5321 § 4.2.1."""
    return 200 <= code <= 299


def _is_unknown_command(outcome: Refused | Unreachable) -> bool:
    return isinstance(outcome, Refused) and outcome.code in _UNKNOWN_COMMAND_CODES
