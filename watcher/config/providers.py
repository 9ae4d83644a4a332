"""The presets of `providers.toml`: who a mailbox may be with, which servers that means, and what its customers must know.

Data goes one way: the file → `Provider` → `watcher init`. Nothing here asks a name server: `edge.mail_discovery` does.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from watcher.config.models import TlsMode
from watcher.core.toml import TomlDocument

PRESETS_FILE = Path(__file__).with_name("providers.toml")
#: In place of a host: the server that the domain's own MX record names.
MX_HOST = "mx"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ServerAddress(_Row):
    """Where a server listens; `port` and `tls` only where they do not follow from each other (RFC 8314)."""

    host: str
    port: int | None = None
    tls: TlsMode | None = None


class Provider(_Row):
    """One preset. `auth`: the ways to log in that it allows, the best first; hints are for people."""

    name: str
    label: str
    imap: ServerAddress
    smtp: ServerAddress
    domains: tuple[str, ...] = ()
    mx: tuple[str, ...] = ()
    auth: Annotated[tuple[Literal["oauth2", "password"], ...], Field(min_length=1)] = ("password",)
    password_hint: str = ""
    host_hint: str = ""


@functools.cache
def load_providers() -> tuple[Provider, ...]:
    """Every preset, in the order of the file. OSError, TomlError, ValidationError: the installation is damaged."""
    document = TomlDocument(PRESETS_FILE.name, PRESETS_FILE.read_text(encoding="utf-8"))
    return tuple(Provider.model_validate(row) for row in document.data["provider"])


def provider_by_name(name: str) -> Provider:
    """KeyError: there is none of that name."""
    return {provider.name: provider for provider in load_providers()}[name]


def find_provider_of_domain(domain: str) -> Provider | None:
    """Whose addresses end like this: `gmail.com`. None: nobody's we know."""
    return next((provider for provider in load_providers() if domain.casefold() in provider.domains), None)


def find_provider_of_exchangers(exchangers: Sequence[str]) -> Provider | None:
    """Who takes the mail of a domain, by the names in its MX records (RFC 5321 § 5.1). None: nobody we know."""
    return next(
        (provider for host in exchangers for provider in load_providers() if _ends_with_any(host, provider.mx)), None
    )


def _ends_with_any(host: str, endings: Iterable[str]) -> bool:
    name = host.casefold().rstrip(".")
    return any(name == ending or name.endswith(f".{ending}") for ending in endings)


def with_exchanger_host(provider: Provider, exchangers: Sequence[str]) -> Provider:
    """The preset with the domain's own server where it says `mx`; unchanged where no MX is known."""
    own = next((host.rstrip(".") for host in exchangers if _ends_with_any(host, provider.mx)), None)
    if own is None or provider.imap.host != MX_HOST:
        return provider
    return provider.model_copy(
        update={"imap": ServerAddress(host=own), "smtp": ServerAddress(host=own)},
    )
