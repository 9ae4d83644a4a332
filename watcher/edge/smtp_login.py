"""SMTP AUTH (RFC 4954): passwords by the library's mechanisms, or by SCRAM where only that is offered; tokens by XOAUTH2 or OAUTHBEARER."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

import aiosmtplib

from watcher.edge.credentials import BearerCredentials, Credentials, PasswordCredentials
from watcher.edge.sasl import Mechanism, SaslError, choose_mechanism, describe_missing_mechanism

#: "Authentication credentials invalid" (RFC 4954 § 6).
AUTHENTICATION_FAILED = 535
_CONTINUE, _SUCCEEDED = 334, 235
_NO_LOGIN_HERE = (
    "the server lets nobody log in on this port: a relay of the house wants neither user nor password in smtp; a provider takes "
    "logins on port 465 (implicit) or 587 (starttls)"
)
#: More challenges than any mechanism has.
_MAX_CHALLENGES = 8


async def log_in(client: aiosmtplib.SMTP, credentials: Credentials) -> None:
    """SMTPException: refused, or there is no way that both know."""
    if client.is_ehlo_or_helo_needed:
        await client.ehlo()
    if isinstance(credentials, PasswordCredentials) and client.supported_auth_methods:
        await _try_password(client, client.supported_auth_methods, credentials)
        return
    offered = [name.upper() for name in client.server_auth_methods]
    mechanism = choose_mechanism(credentials, offered)
    if mechanism is not None:
        await _exchange_challenges(client, mechanism)
    elif isinstance(credentials, BearerCredentials):
        text = describe_missing_mechanism(credentials, offered or ["no AUTH"])
        raise aiosmtplib.SMTPAuthenticationError(AUTHENTICATION_FAILED, text)
    else:
        raise aiosmtplib.SMTPException(describe_missing_mechanism(credentials, offered) if offered else _NO_LOGIN_HERE)


async def _try_password(client: aiosmtplib.SMTP, methods: Sequence[str], credentials: PasswordCredentials) -> None:
    """By one method after the other, for some servers offer what they do not do. As the library's `login`, but for one thing: a server
    that refuses the first and hangs up has refused; it is not out of reach."""
    refusal: aiosmtplib.SMTPAuthenticationError | None = None
    for method in methods:
        try_method = getattr(client, f"auth_{method.replace('-', '')}")
        try:
            await try_method(credentials.user, credentials.password)
            return
        except aiosmtplib.SMTPAuthenticationError as error:
            refusal = error
        except aiosmtplib.SMTPServerDisconnected:
            if refusal is None:
                raise
            break
    assert refusal is not None
    raise refusal


async def _exchange_challenges(client: aiosmtplib.SMTP, mechanism: Mechanism) -> None:
    """RFC 4954 § 4, with an initial response: all of these mechanisms begin with the client."""
    words = b"AUTH", mechanism.name.encode(), _encode_base64(mechanism.respond(b"")) or b"="
    answer = await client.execute_command(*words)
    for _ in range(_MAX_CHALLENGES):
        if answer.code != _CONTINUE:
            break
        try:
            response = mechanism.respond(_decode_base64(answer.message))
        except SaslError as error:
            await client.execute_command(b"*")
            raise aiosmtplib.SMTPAuthenticationError(AUTHENTICATION_FAILED, str(error)) from None
        answer = await client.execute_command(_encode_base64(response))
    if answer.code != _SUCCEEDED:
        text = f"{answer.message} ({mechanism.refusal})" if mechanism.refusal else answer.message
        raise aiosmtplib.SMTPAuthenticationError(answer.code, text)


def _encode_base64(response: bytes) -> bytes:
    return base64.b64encode(response)


def _decode_base64(challenge: str) -> bytes:
    try:
        return base64.b64decode(challenge.split("\n")[0], validate=True)
    except (binascii.Error, ValueError):
        return b""
