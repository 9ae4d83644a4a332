"""What a token endpoint is asked for each kind of grant: the form of a renewal, with the proof that it is us; and what it answered.

Signing is PyJWT's, which is an extra: only a certificate and a service account need it.
"""

from __future__ import annotations

import importlib
import json
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from watcher.edge.credentials import SecretError, TokenError, read_private_file

if TYPE_CHECKING:
    from watcher.core.health.model import TokenCondition
    from watcher.edge.oauth.endpoint import Answer

#: RFC 6749 A.12 allows visible characters only; so no token can say more than itself in a SASL response.
_TOKEN = re.compile(r"[\x21-\x7e]{1,65536}")
#: What a token is good for where the provider does not say (RFC 6749 § 5.1 lets it).
DEFAULT_LIFETIME = timedelta(hours=1)
_LONGEST_LIFETIME = timedelta(days=3650)
#: An assertion is used at once (RFC 7523 § 3).
_ASSERTION_LIFETIME = timedelta(minutes=5)
_PRIVATE_KEY = re.compile(r"-----BEGIN ([A-Z ]*PRIVATE KEY)-----.*?-----END \1-----", re.DOTALL)


class Grant(StrEnum):
    """How a token is come by (RFC 6749 § 1.3): by whom, and with what proof."""

    CODE = "code"  # a person in a browser (RFC 6749 § 4.1) with PKCE (RFC 7636), back by loopback (RFC 8252 § 7.3)
    DEVICE = "device"  # a person in a browser elsewhere (RFC 8628)
    CLIENT_CREDENTIALS = "client-credentials"  # nobody: the program by its secret or certificate (RFC 6749 § 4.4)
    SERVICE_ACCOUNT = (
        "service-account"  # nobody: the program in a person's name, by a signed assertion (RFC 7523 § 2.1)
    )

    @property
    def needs_person(self) -> bool:
        """Does somebody have to log in (RFC 6749 § 4.1, RFC 8628) before there is a token?"""
        return self in (Grant.CODE, Grant.DEVICE)


@dataclass(frozen=True, slots=True)
class TokenClient:
    """The application as the provider knows it (RFC 6749 § 2), and what it asks for. Endpoints are URLs, "" where there is none."""

    grant: Grant
    account: str  # whose mail it is; the application itself for client credentials
    token_endpoint: str
    authorization_endpoint: str = ""
    device_endpoint: str = ""
    client: str = ""
    scopes: tuple[str, ...] = ()
    read_secret: Callable[[], str] | None = None  # SecretError
    certificate: Path | None = None  # PEM, with its private key
    service_account: Path | None = None  # the JSON file that Google hands out
    redirect: str = "http://127.0.0.1"
    authorization_extras: tuple[tuple[str, str], ...] = ()
    secret_in_form: bool = True  # else by Basic, which every server knows (RFC 6749 § 2.3.1)
    ca: str | None = None


@dataclass(frozen=True, slots=True)
class StoredToken:
    """What is kept of an account; the tokens stay out of `repr`."""

    condition: TokenCondition
    access_token: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)


def request_renewal(client: TokenClient, token: StoredToken, now: datetime) -> StoredToken:
    """A fresh access token. TokenError: the provider said no, or nothing; or the proof cannot be had."""
    return read_token(
        client, post_as_client(client, client.token_endpoint, _renewal_form(client, token, now), now), token, now
    )


def post_as_client(client: TokenClient, url: str, form: dict[str, str], now: datetime) -> Answer:
    """Posts the form with the proof that it is us (RFC 6749 § 2.3, RFC 7523 § 2.2). TokenError."""
    from watcher.edge.oauth.endpoint import post_form  # with HTTP, which a house without tokens does not need

    basic = None
    if client.client and client.grant is not Grant.SERVICE_ACCOUNT:
        form = {**form, "client_id": client.client}
    if client.certificate is not None:
        kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
        form = {
            **form,
            "client_assertion_type": kind,
            "client_assertion": _client_assertion(client, client.certificate, now),
        }
    elif client.read_secret is not None:
        secret = _read_secret(client.read_secret)
        if client.secret_in_form:
            form = {**form, "client_secret": secret}
        else:
            basic = (client.client, secret)
    return post_form(url, form, ca=client.ca, basic=basic)


def read_token(client: TokenClient, answer: Answer, before: StoredToken | None, now: datetime) -> StoredToken:
    """A good answer (RFC 6749 § 5.1) as it is kept. TokenError: it holds no token that could be used."""
    access, refresh = answer.get("access_token"), answer.get("refresh_token")
    if not isinstance(access, str) or not _TOKEN.fullmatch(access):
        raise TokenError("the provider answered without an access token")
    if str(answer.get("token_type", "bearer")).casefold() != "bearer":
        raise TokenError("the provider hands out tokens of a kind that no mail server takes", "unsupported_token_type")
    login_ends = _parse_lifetime(answer.get("refresh_token_expires_in", answer.get("refresh_expires_in")))
    from watcher.core.health.model import TokenCondition  # a configuration asks for `Grant` alone

    condition = TokenCondition(
        account=client.account,
        needs_person=client.grant.needs_person,
        obtained_at=now,
        expires_at=now + (_parse_lifetime(answer.get("expires_in")) or DEFAULT_LIFETIME),
        login_expires_at=now + login_ends if login_ends else None,
    )
    if isinstance(refresh, str) and refresh:
        return StoredToken(condition, access, refresh)
    if before is None or not before.refresh_token:
        return StoredToken(condition, access)
    kept = before.condition.login_expires_at if login_ends is None else condition.login_expires_at
    return StoredToken(replace(condition, login_expires_at=kept), access, before.refresh_token)


def secret_ends(client: TokenClient) -> date | None:
    """The last day of the certificate; None where there is none, or it cannot be read."""
    if client.certificate is None:
        return None
    try:
        x509 = _import_signing("cryptography.x509")
        ends: date = x509.load_pem_x509_certificate(client.certificate.read_bytes()).not_valid_after_utc.date()
    except (TokenError, OSError, ValueError):
        return None
    return ends


def _parse_lifetime(value: object) -> timedelta | None:
    """Seconds, as a number or as text: there are providers that quote it."""
    try:
        seconds = float(str(value))
    except ValueError:
        return None
    return timedelta(seconds=seconds) if 0 < seconds < _LONGEST_LIFETIME.total_seconds() else None


def _renewal_form(client: TokenClient, token: StoredToken, now: datetime) -> dict[str, str]:
    match client.grant:
        case Grant.CLIENT_CREDENTIALS:
            return {"grant_type": "client_credentials", "scope": " ".join(client.scopes)}
        case Grant.SERVICE_ACCOUNT:
            return {
                "grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "assertion": _account_assertion(client, now),
            }
    if not token.refresh_token:
        raise TokenError("there is no login to renew it from", "login")
    return {"grant_type": "refresh_token", "refresh_token": token.refresh_token}


# --- proofs


def _read_secret(read: Callable[[], str]) -> str:
    try:
        return read()
    except SecretError as error:
        raise TokenError(f"the client secret cannot be read: {error}", "secret") from None


def _client_assertion(client: TokenClient, certificate: Path, now: datetime) -> str:
    """RFC 7523 § 3, with the thumbprint by which Microsoft finds the certificate (RFC 7515 § 4.1.8)."""
    text = _read_key_file(certificate)
    key = _PRIVATE_KEY.search(text)
    if key is None:
        raise TokenError(
            f"file {certificate}: holds no private key; it goes into the same file as the certificate", "secret"
        )
    x509, hashes = _import_signing("cryptography.x509"), _import_signing("cryptography.hazmat.primitives.hashes")
    jwt = _import_signing("jwt")
    try:
        thumbprint = x509.load_pem_x509_certificate(text.encode()).fingerprint(hashes.SHA256())
        claims = {"iss": client.client, "sub": client.client, "aud": client.token_endpoint, "jti": str(uuid.uuid4())}
        headers = {"x5t#S256": jwt.utils.base64url_encode(thumbprint).decode()}
        return str(jwt.encode({**claims, **_validity_claims(now)}, key[0], "PS256", headers))
    except (ValueError, TypeError, jwt.PyJWTError):
        raise TokenError(
            f"file {certificate}: no certificate with its private key in PEM, without a passphrase", "secret"
        ) from None


def _account_assertion(client: TokenClient, now: datetime) -> str:
    """https://developers.google.com/identity/protocols/oauth2/service-account#httprest: in the name of `account`."""
    path = client.service_account or Path()
    jwt = _import_signing("jwt")
    try:
        found: dict[str, Any] = json.loads(_read_key_file(path))
        claims = {"iss": found["client_email"], "sub": client.account, "scope": " ".join(client.scopes)}
        audience = found.get("token_uri") or client.token_endpoint
        headers = {"kid": str(found["private_key_id"])} if "private_key_id" in found else None
        return str(
            jwt.encode({**claims, "aud": audience, **_validity_claims(now)}, found["private_key"], "RS256", headers)
        )
    except (ValueError, TypeError, KeyError, jwt.PyJWTError):
        raise TokenError(f"file {path}: not the JSON key of a service account", "secret") from None


def _validity_claims(now: datetime) -> dict[str, int]:
    return {"iat": int(now.timestamp()), "exp": int((now + _ASSERTION_LIFETIME).timestamp())}


def _read_key_file(path: Path) -> str:
    try:
        return read_private_file(path)
    except SecretError as error:
        raise TokenError(str(error), "secret") from None


def _import_signing(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        text = "a certificate or a service account needs more packages: pip install 'watcher-mail[oauth]'"
        raise TokenError(text, "secret") from None
