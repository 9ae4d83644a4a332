"""The servers of the configuration → accounts as `edge` reaches them, with passwords or tokens. No IO: both are only named here, and asked
for at each login."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from watcher.config.models import Config, ImapTable, MailboxTable, SmtpTable
from watcher.config.oauth import GOOGLE, MICROSOFT, OAuthTable
from watcher.core.health import tokens
from watcher.core.health.sent_folders import find_sent_folders
from watcher.edge.clock import Clock
from watcher.edge.credentials import Authentication, PasswordAuthentication, Secret, read_password
from watcher.edge.imap.host_threads import PatientPool
from watcher.edge.imap.mailbox import ImapAccount, Mailbox
from watcher.edge.oauth.grants import Grant, TokenClient, secret_ends
from watcher.edge.oauth.token_source import TokenAuthentication, TokenSource
from watcher.edge.oauth.token_store import TokenStore
from watcher.edge.smtp import SmtpAccount

_REAL_CLOCK = Clock()
#: What the road of `[alerts]` is called where mailboxes are named.
ALERTS = "alerts"

_UNLESS_REVOKED = "unless the login was revoked, which shows within a minute, the mailbox refuses a good token: "
_REFUSED_APPLICATION = (
    f"{_UNLESS_REVOKED}New-ServicePrincipal must have had the Object ID of the Enterprise application, which is not the one of the App "
    "registration, and Add-MailboxPermission … -AccessRights FullAccess this mailbox (docs/providers/microsoft.md)"
)
_REFUSED_PERSON = (
    f"{_UNLESS_REVOKED}user must be a mailbox that {{account}} may open, with IMAP and SMTP AUTH switched on for it"
)


def imap_account(box: MailboxTable, config: Config, clock: Clock = _REAL_CLOCK) -> ImapAccount:
    """How to reach the mailbox: by IMAP (RFC 9051), with the port and the security that the configuration says or implies."""
    table = box.imap
    return ImapAccount(
        host=table.host,
        port=table.effective_port,
        authentication=_choose_authentication(table, config.state_dir, clock) or _no_password(table.user),
        tls=table.security,
        ca=str(table.ca) if table.ca else None,
    )


def imap_mailbox(box: MailboxTable, config: Config, clock: Clock = _REAL_CLOCK, *pools: PatientPool) -> Mailbox:
    """The mailbox as it is watched, not connected yet. `pools`: as `Mailbox` has them."""
    sent = find_sent_folders if box.sent == "auto" else box.sent
    return Mailbox(box.name, imap_account(box, config, clock), box.inbox, sent, *pools)


def smtp_account(box: MailboxTable, config: Config, clock: Clock = _REAL_CLOCK) -> SmtpAccount:
    """How to reach the server that takes the mailbox's letters (message submission, RFC 6409)."""
    return submission_account(box.smtp, config.state_dir, clock)


def submission_account(table: SmtpTable, state_dir: Path, clock: Clock = _REAL_CLOCK) -> SmtpAccount:
    """How to reach any server that takes letters; `state_dir` holds the tokens."""
    return SmtpAccount(
        host=table.host,
        port=table.effective_port,
        tls=table.security,
        authentication=_choose_authentication(table, state_dir, clock),
        ca=str(table.ca) if table.ca else None,
    )


def _choose_authentication(table: ImapTable | SmtpTable, state_dir: Path, clock: Clock) -> Authentication | None:
    """None: the server asks for none."""
    if table.user is None:
        return None
    if table.auth is not None:
        source = token_source(table.auth, table.user, state_dir, clock)
        return TokenAuthentication(table.user, source, _advice_on_refusal(table.auth, source.client.account))
    return PasswordAuthentication(table.user, partial(read_password, table.password)) if table.password else None


def _no_password(user: str) -> PasswordAuthentication:
    """Never met: the configuration wants a password or a token."""
    return PasswordAuthentication(user, partial(read_password, Secret("env", "")))


# --- tokens


@dataclass(frozen=True, slots=True)
class ConfiguredToken:
    """A token of the configuration: its source, the mailboxes that it is for, and the day on which the application's secret ends."""

    source: TokenSource
    mailboxes: tuple[str, ...]
    expires: date | None

    @property
    def account(self) -> str:
        """Whose it is."""
        return self.source.client.account

    def list_secret_ends(self) -> list[date]:
        """The days on which something of it ends, which no renewal puts off: the application's secret or certificate."""
        return [day for day in (self.expires, secret_ends(self.source.client)) if day is not None]


def configured_tokens(config: Config, clock: Clock = _REAL_CLOCK) -> list[ConfiguredToken]:
    """Each once, however many servers it is for; in the order of the configuration."""
    found: dict[str, ConfiguredToken] = {}
    for owner, table in _configured_servers(config):
        if table.auth is not None and table.user is not None:
            source = token_source(table.auth, table.user, config.state_dir, clock)
            name = source.store.path.stem
            known = found.setdefault(name, ConfiguredToken(source, (), table.auth.expires))
            found[name] = replace(known, mailboxes=tuple(dict.fromkeys((*known.mailboxes, owner))))
    return list(found.values())


def _configured_servers(config: Config) -> Iterator[tuple[str, ImapTable | SmtpTable]]:
    for box in config.mailbox:
        yield box.name, box.imap
        yield box.name, box.smtp
    if config.alerts.smtp is not None:
        yield ALERTS, config.alerts.smtp


def token_source(table: OAuthTable, user: str, state_dir: Path, clock: Clock) -> TokenSource:
    """The token (RFC 6750) of `account`, or of `user` where none is named; nothing is read before it is asked for."""
    client = _token_client(table, user)
    store = TokenStore(state_dir, _token_name(client), in_keyring=table.store == "keyring")
    return TokenSource(client, store, tokens, clock.now)


def _token_client(table: OAuthTable, user: str) -> TokenClient:
    grant = table.effective_grant
    is_application = grant is Grant.CLIENT_CREDENTIALS
    return TokenClient(
        grant=grant,
        account=f"application {table.client}" if is_application else table.account or user,
        token_endpoint=table.endpoint("token"),
        authorization_endpoint=table.endpoint("authorization"),
        device_endpoint=table.endpoint("device"),
        client=table.client or "",
        scopes=table.effective_scopes,
        read_secret=partial(read_password, table.secret) if table.secret else None,
        certificate=table.certificate,
        service_account=table.service_account,
        redirect=table.effective_redirect,
        # Google gives a refresh token for these words only, and others where `offline_access` was asked for (OpenID Connect Core § 11).
        authorization_extras=() if table.oauth == MICROSOFT else (("access_type", "offline"), ("prompt", "consent")),
        secret_in_form=table.oauth in (MICROSOFT, GOOGLE),
        ca=str(table.ca) if table.ca else None,
    )


def _token_name(client: TokenClient) -> str:
    """The same for the same token whichever server it is for; another client or scope is another token."""
    parts = (client.grant, client.account, client.token_endpoint, client.client, " ".join(sorted(client.scopes)))
    label = re.sub(r"[^\w.@-]+", "-", client.account)[:60]
    return f"{label}-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:10]}"


def _advice_on_refusal(table: OAuthTable, account: str) -> str:
    if table.oauth == MICROSOFT and table.effective_grant is Grant.CLIENT_CREDENTIALS:
        return _REFUSED_APPLICATION
    return _REFUSED_PERSON.format(account=account)
