"""The questions of `watcher init`. A wrong answer is asked for again, alone: the others are kept.

What an option answers is not asked. Where the options answer all that has no default, nothing is asked at all.
"""

from __future__ import annotations

import locale
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
from pydantic import TypeAdapter, ValidationError

from watcher.config import values
from watcher.config.load import load_shipped_templates
from watcher.config.models import TlsMode
from watcher.config.new_config import NewConfig, OAuthAnswers
from watcher.config.providers import (
    MX_HOST,
    Provider,
    ServerAddress,
    find_provider_of_domain,
    find_provider_of_exchangers,
    load_providers,
    provider_by_name,
    with_exchanger_host,
)
from watcher.edge.mail_discovery import DiscoveredServer, MailDns

T = TypeVar("T")
OTHER_PROVIDER = "other"


@dataclass(frozen=True, slots=True)
class GivenAnswers:
    """What the options answer; None: it is asked, or has its default."""

    address: str | None = None
    house_name: str | None = None
    alias: tuple[str, ...] = ()
    owner: str | None = None
    owner_email: str | None = None
    language: str | None = None
    timezone: str | None = None
    state_dir: str | None = None
    provider: str | None = None
    imap_host: str | None = None
    smtp_host: str | None = None
    user: str | None = None
    client: str | None = None
    tenant: str | None = None
    observe: bool | None = None
    alert_email: str | None = None
    alert_push: tuple[str, ...] = ()


class Interview:
    """Gathers the answers, from options and from whoever sits at the terminal. UsageError: an option cannot be right."""

    def __init__(self, given: GivenAnswers, names: MailDns) -> None:
        self._given = given
        self._names = names
        has_provider = given.provider not in (None, OTHER_PROVIDER) or given.imap_host or given.smtp_host
        self.asks = not (given.address and given.owner and given.owner_email and has_provider)
        self._asks_for_alerts = self.asks and sys.stdin.isatty()

    def ask_everything(self, state_dir: Path) -> NewConfig:
        """`state_dir` is where the state would be by default."""
        given = self._given
        address, proposed_name = self._answer_or_ask(
            "Which mailbox shall I watch (its address)?", given.address, _parse_named_address
        )
        name = self._answer_or_ask(
            "The name that customers read as its sender", given.house_name, _parse_text, proposed_name
        )
        aliases = self._ask_aliases()
        provider = self._choose_provider(address.rpartition("@")[2])
        user = self._answer_or_ask("Login name", given.user, _parse_required_text, address)
        oauth = self._ask_oauth(provider, address)
        owner = self._answer_or_ask("Who answers there (a first name)?", given.owner, _parse_owner_name)
        owner_email = self._answer_or_ask(
            f"Where do {owner}'s digests go? They list what waits for an answer (a mail address)",
            given.owner_email,
            _parse_address,
        )
        languages = load_shipped_templates().languages
        language = self._answer_or_ask(
            f"Language of the digests ({', '.join(languages)})",
            given.language,
            lambda text: _parse_choice(text, languages),
            _guess_language(languages),
        )
        zone = self._answer_or_ask(
            "Time zone of the business, such as Europe/Berlin",
            given.timezone,
            _parse_time_zone,
            values.system_time_zone(),
        )
        state = self._answer_or_ask("Folder of the state", given.state_dir, _parse_absolute_path, str(state_dir))
        observe = self._ask_observe()
        alert_push = self._ask_alert_push()
        return NewConfig(
            address=address,
            house_name=name,
            aliases=aliases,
            owner=owner,
            owner_email=owner_email,
            language=language,
            timezone=zone,
            state_dir=state,
            imap=provider.imap,
            smtp=provider.smtp,
            user=user,
            observe=observe,
            oauth=oauth,
            alert_push=alert_push,
            alert_email=self._ask_alert_email(owner_email if owner_email != address else ""),
        )

    def ask_secret(self, question: str) -> str:
        """What is typed and not shown; "" where nobody is asked, or nothing was typed."""
        if not self.asks:
            return ""
        return str(click.prompt(f"{question} (empty: later)", hide_input=True, default="", show_default=False)).strip()

    # --- one question

    def _answer_or_ask(
        self, question: str, given: str | None, parse: Callable[[str], T], default: str | None = None
    ) -> T:
        if given is not None:
            try:
                return parse(given)
            except ValueError as error:
                raise click.UsageError(str(error)) from None
        if not self.asks and default is not None:
            return parse(default)
        while True:
            try:
                return parse(click.prompt(question, default=default, show_default=bool(default)))
            except ValueError as error:
                click.echo(f"{error}. Once more, please.")

    def _ask_aliases(self) -> tuple[str, ...]:
        if self._given.alias or not self.asks:
            return tuple(self._answer_or_ask("", alias, _parse_address) for alias in self._given.alias)
        question = "Other addresses whose mail arrives there (with commas between, empty: none)"
        return self._answer_or_ask(question, None, _parse_addresses, "")

    def _ask_observe(self) -> bool:
        if self._given.observe is not None or not self.asks:
            return bool(self._given.observe)
        return click.confirm("Observe first: decide and tell, but send nothing to customers?", default=True)

    # --- who hears of trouble

    def _ask_alert_push(self) -> tuple[str, ...]:
        if self._given.alert_push or not self._asks_for_alerts:
            return tuple(self._answer_or_ask("", target, _parse_push_target) for target in self._given.alert_push)
        click.echo(
            "When Watcher itself cannot work (a login is taken back, the disk is full), somebody should hear of it, and not by the mailbox "
            "that may be what is broken."
        )
        question = "Which phone or chat (ntfy://NAME for the app ntfy, https://… for a webhook; empty: none)"
        target = self._answer_or_ask(question, None, lambda text: text.strip() and _parse_push_target(text), "")
        return (target,) if target else ()

    def _ask_alert_email(self, proposed: str) -> str:
        if self._given.alert_email is not None or not self._asks_for_alerts:
            return (
                self._answer_or_ask("", self._given.alert_email, _parse_address, "") if self._given.alert_email else ""
            )
        question = "And which mail address (empty: none)"
        return self._answer_or_ask(question, None, lambda text: text.strip() and _parse_address(text), proposed)

    # --- the provider

    def _choose_provider(self, domain: str) -> Provider:
        given = self._given
        if given.imap_host or given.smtp_host:
            imap = self._answer_or_ask("", given.imap_host or given.smtp_host, _parse_server)
            return Provider(
                name=OTHER_PROVIDER,
                label="",
                imap=imap,
                smtp=self._answer_or_ask("", given.smtp_host or imap.host, _parse_server),
            )
        names = [*(provider.name for provider in load_providers()), OTHER_PROVIDER]
        guess = OTHER_PROVIDER if given.provider else self._guess_provider(domain)
        question = f"Provider ({', '.join(names)})"
        name = self._answer_or_ask(question, given.provider, lambda text: _parse_choice(text, names), guess)
        if name == OTHER_PROVIDER:
            return self._ask_servers(domain)
        provider = provider_by_name(name)
        if provider.imap.host == MX_HOST:
            provider = with_exchanger_host(provider, self._names.list_exchangers(domain))
        if provider.imap.host != MX_HOST:
            return provider
        server = self._answer_or_ask(f"Server ({provider.host_hint})", None, _parse_server)
        return provider.model_copy(update={"imap": server, "smtp": server})

    def _guess_provider(self, domain: str) -> str:
        known = find_provider_of_domain(domain) or find_provider_of_exchangers(self._names.list_exchangers(domain))
        return known.name if known else OTHER_PROVIDER

    def _ask_servers(self, domain: str) -> Provider:
        """With what the domain says of itself (SRV) as the proposal."""
        imap, smtp = self._names.find_imap_server(domain), self._names.find_submission_server(domain)
        return Provider(
            name=OTHER_PROVIDER,
            label="",
            imap=self._ask_server("IMAP server", imap, f"imap.{domain}", (143,)),
            smtp=self._ask_server("SMTP server", smtp, f"smtp.{domain}", (587, 25)),
        )

    def _ask_server(
        self, question: str, found: DiscoveredServer | None, usual: str, starttls_ports: tuple[int, ...]
    ) -> ServerAddress:
        proposal = _server_of_discovery(found, starttls_ports) if found else ServerAddress(host=usual)
        default = f"{proposal.host}:{proposal.port}" if proposal.port else proposal.host
        server = self._answer_or_ask(question, None, _parse_server, default)
        return proposal if (server.host, server.port) == (proposal.host, proposal.port) else server

    def _ask_oauth(self, provider: Provider, address: str) -> OAuthAnswers | None:
        """None: with a password."""
        given = self._given
        if "oauth2" not in provider.auth:
            return None
        page = f"docs/providers/{provider.name}.md"
        if given.client is None and "password" in provider.auth:
            question = f"Log in with (password: an app password; oauth2: see {page})"
            if (
                self._answer_or_ask(
                    question, None, lambda text: _parse_choice(text, ["password", "oauth2"]), "password"
                )
                == "password"
            ):
                return None
        if given.client is None and not self.asks:
            raise click.UsageError(f"{provider.label} takes no password: --client is needed, see {page}")
        client = self._answer_or_ask(f"Client ID of the application ({page})", given.client, _parse_required_text)
        secret_file = f"secrets/{provider.name}-client"
        if provider.name != "microsoft":
            return OAuthAnswers(provider.name, client, secret_file=secret_file)
        question = "Who logs in (application: an administrator sets it up once; person: somebody with a browser)"
        who = self._answer_or_ask(
            question, None, lambda text: _parse_choice(text, ["application", "person"]), "application"
        )
        if who == "person":
            return OAuthAnswers(provider.name, client)
        question = "Directory (tenant) ID, or the domain of the organisation"
        tenant = self._answer_or_ask(question, given.tenant, _parse_required_text, address.rpartition("@")[2])
        return OAuthAnswers(provider.name, client, tenant, secret_file)


def _server_of_discovery(found: DiscoveredServer, starttls_ports: tuple[int, ...]) -> ServerAddress:
    """Port and kind of TLS, where they do not follow from each other."""
    usual = found.port in (993, 465) if found.is_implicit_tls else found.port == starttls_ports[0]
    tls: TlsMode = "implicit" if found.is_implicit_tls else "starttls"
    if usual:
        return ServerAddress(host=found.host, port=None if found.is_implicit_tls else found.port)
    return ServerAddress(host=found.host, port=found.port, tls=tls)


def _parse_value(kind: Any, text: str) -> Any:
    """As the configuration reads it. ValueError: in its words."""
    try:
        return TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        entry: Any = error.errors()[0]
        raise ValueError(str(entry.get("ctx", {}).get("error") or entry["msg"])) from None


def _parse_address(text: str) -> str:
    found: str = _parse_value(values.MailAddress, text).email
    return found


def _parse_named_address(text: str) -> tuple[str, str]:
    """The address, and the name before it."""
    found = _parse_value(values.MailAddress, text)
    return found.email, found.name


def _parse_addresses(text: str) -> tuple[str, ...]:
    return tuple(_parse_address(part) for part in re.split(r"[,;\s]+", text) if part)


def _parse_push_target(text: str) -> str:
    target = text.strip()
    _parse_value(values.PushTarget, target)
    return target


def _parse_server(text: str) -> ServerAddress:
    """`imap.example.com`, or with a port: `imap.example.com:1993`."""
    host, colon, port = text.strip().rpartition(":")
    if colon and port.isdecimal() and 0 < int(port) < 65536 and (":" not in host or host.startswith("[")):
        return ServerAddress(host=values.parse_host_name(host.strip("[]")), port=int(port))
    return ServerAddress(host=values.parse_host_name(text.strip()))


def _parse_owner_name(text: str) -> str:
    name = text.strip().lower()
    if not re.fullmatch(r"[\w-]{1,40}", name):
        raise ValueError(f"{text!r}: one word of letters, digits, - and _, such as a first name")
    return name


def _parse_choice(text: str, choices: list[str] | tuple[str, ...]) -> str:
    name = text.strip().lower()
    if name not in choices:
        raise ValueError(f"{text!r} is none of {', '.join(choices)}")
    return name


def _parse_time_zone(text: str) -> str:
    return str(_parse_value(values.TimeZoneName, text.strip()))


def _parse_absolute_path(text: str) -> Path:
    path = Path(text.strip()).expanduser()
    if not path.is_absolute() or not text.isprintable():
        raise ValueError(f"{text!r} is no path from the root: write one such as /var/lib/watcher")
    return path


def _parse_text(text: str) -> str:
    cleaned = " ".join(text.split())
    if not cleaned.isprintable() or len(cleaned) > 80:
        raise ValueError("one short line, please")
    return cleaned


def _parse_required_text(text: str) -> str:
    if not (cleaned := _parse_text(text)):
        raise ValueError("it must not be empty")
    return cleaned


def _guess_language(languages: tuple[str, ...]) -> str:
    code = (locale.getlocale()[0] or "").partition("_")[0].lower()
    return code if code in languages else "en"
