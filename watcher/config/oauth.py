"""`auth = { oauth = …, client = … }`: how a server's account logs in with a token (RFC 6749) instead of a password.

Two providers are known by name, with their endpoints and scopes; any other is written out. No token is asked for here.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from watcher.config.values import FilePath, LoopbackUrl, NonEmptyText, PasswordSource, TokenEndpointUrl, WordList
from watcher.edge.oauth.grants import Grant


class OAuthEndpointsTable(BaseModel):
    """`auth.oauth`: where a provider hands out tokens (RFC 6749 § 3, RFC 8628 § 3.1), and what for (`scopes`)."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    token_endpoint: TokenEndpointUrl
    authorization_endpoint: TokenEndpointUrl | None = None
    device_endpoint: TokenEndpointUrl | None = None
    scopes: WordList = ()


# Constructed and not read: a validator would be built for these two alone, in every start.
_MICROSOFT_LOGIN = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0"
#: https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
MICROSOFT = OAuthEndpointsTable.model_construct(
    token_endpoint=f"{_MICROSOFT_LOGIN}/token",
    authorization_endpoint=f"{_MICROSOFT_LOGIN}/authorize",
    device_endpoint=f"{_MICROSOFT_LOGIN}/devicecode",
    scopes=(
        "https://outlook.office.com/IMAP.AccessAsUser.All",
        "https://outlook.office.com/SMTP.Send",
        "offline_access",
    ),
)
#: What a program asks for on its own behalf: whatever an administrator has consented to. Never mixed with scopes that have names.
MICROSOFT_APPLICATION_SCOPES = ("https://outlook.office365.com/.default",)
#: https://developers.google.com/workspace/gmail/imap/xoauth2-protocol; Google hands out no device codes for mail.
GOOGLE = OAuthEndpointsTable.model_construct(
    token_endpoint="https://oauth2.googleapis.com/token",  # noqa: S106
    authorization_endpoint="https://accounts.google.com/o/oauth2/v2/auth",
    scopes=("https://mail.google.com/",),
)
_PROVIDERS = {"google": GOOGLE, "microsoft": MICROSOFT}
#: Tenants of Microsoft's that stand for whichever tenant somebody logs in from.
_ANY_TENANT = ("organizations", "common", "consumers")
AUTH_FORM = 'auth = { oauth = "google" or "microsoft", client = "…" }'


def _provider_by_name(value: object) -> object:
    if isinstance(value, str):
        if value not in _PROVIDERS:
            raise ValueError('write "google", "microsoft", or the endpoints: { token_endpoint = "https://…", … }')
        return _PROVIDERS[value]
    return value


class OAuthTable(BaseModel):
    """`auth`: the application's registration at the provider, and whose mail it is to read. `account`: who logs in; None: `user` of
    the server."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    oauth: Annotated[OAuthEndpointsTable, BeforeValidator(_provider_by_name)]
    client: NonEmptyText | None = None
    secret: PasswordSource | None = None
    certificate: FilePath | None = None
    service_account: FilePath | None = None
    account: NonEmptyText | None = None
    tenant: NonEmptyText = "organizations"
    grant: Grant | None = None
    scopes: WordList = ()
    redirect: LoopbackUrl | None = None
    expires: date | None = None
    store: Literal["file", "keyring"] = "file"
    ca: FilePath | None = None

    @property
    def effective_grant(self) -> Grant:
        """As given, else the one that needs no person where there is what it takes."""
        if self.grant is not None:
            return self.grant
        if self.service_account is not None:
            return Grant.SERVICE_ACCOUNT
        has_proof = self.secret is not None or self.certificate is not None
        if has_proof and (self.oauth == MICROSOFT or self.oauth.authorization_endpoint is None):
            return Grant.CLIENT_CREDENTIALS
        return Grant.DEVICE if self.oauth.authorization_endpoint is None and self.oauth.device_endpoint else Grant.CODE

    @property
    def effective_scopes(self) -> tuple[str, ...]:
        """What is asked for (RFC 6749 § 3.3)."""
        if self.scopes:
            return self.scopes
        if self.oauth == MICROSOFT and self.effective_grant is Grant.CLIENT_CREDENTIALS:
            return MICROSOFT_APPLICATION_SCOPES
        return self.oauth.scopes

    @property
    def effective_redirect(self) -> str:
        """Where the browser comes back to, on this machine. Microsoft wants the name, RFC 8252 § 8.3 the number."""
        return self.redirect or ("http://localhost" if self.oauth == MICROSOFT else "http://127.0.0.1")

    def endpoint(self, which: Literal["token", "authorization", "device"]) -> str:
        """The URL of it, "" where the provider has none."""
        found: str | None = getattr(self.oauth, f"{which}_endpoint")
        return (found or "").replace("{tenant}", self.tenant)

    @model_validator(mode="after")
    def _require_what_the_grant_takes(self) -> OAuthTable:
        if missing := self._missing_for_grant():
            raise ValueError(missing)
        return self

    def _missing_for_grant(self) -> str:
        """What to write, in words; "" where nothing is missing."""
        grant = self.effective_grant
        if grant is Grant.SERVICE_ACCOUNT:
            return "" if self.service_account else 'a service account needs its key: service_account = "key.json"'
        if self.client is None:
            return 'the ID of the application at the provider is missing: client = "…"'
        if grant is Grant.CLIENT_CREDENTIALS:
            return self._missing_for_client_credentials()
        if not self.endpoint("authorization" if grant is Grant.CODE else "device"):
            return f'grant = "{grant}" needs {"authorization" if grant is Grant.CODE else "device"}_endpoint of the provider'
        if self.oauth == GOOGLE and self.secret is None:
            return "Google gives a client secret with the client ID, and wants both: secret = { file = … }"
        return ""

    def _missing_for_client_credentials(self) -> str:
        if (self.secret is None) is (self.certificate is None):
            return 'grant = "client-credentials" takes secret = { file = … } or certificate = "…", one of them'
        if self.oauth == MICROSOFT and self.tenant in _ANY_TENANT:
            return 'an application of its own belongs to a tenant: tenant = "example.onmicrosoft.com", or its ID'
        return ""


def read_auth_method(value: object) -> object:
    """None for "password", the table of a token else. ValueError: what to write."""
    if value in ("password", None):
        return None
    if isinstance(value, dict | OAuthTable):
        return value
    raise ValueError(f'write auth = "password", or {AUTH_FORM}')


#: None: with a password.
AuthMethod = Annotated[OAuthTable | None, BeforeValidator(read_auth_method)]
