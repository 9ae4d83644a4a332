"""Options that several commands take, and what is made of their values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from watcher.config.models import Config, MailboxTable

mailbox_option = click.option("--mailbox", "names", multiple=True, metavar="NAME", help="Only this one. Repeatable.")


def since_option(default: str, examples: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--since`, as a length of time."""
    return click.option(
        "--since",
        default=default,
        show_default=True,
        metavar="TIME",
        callback=lambda context, parameter, value: _parse_since(value),
        help=f"How far back: {examples}.",
    )


def _parse_since(text: str) -> timedelta:
    from watcher.core import hours

    try:
        return hours.parse_duration(text)
    except ValueError as error:
        raise click.UsageError(f"--since: {error}") from None


def choose_mailboxes(config: Config, names: Sequence[str]) -> list[MailboxTable]:
    """Those that `--mailbox` names, all where it names none. UsageError: there is no such mailbox."""
    known = [box.name for box in config.mailbox]
    if unknown := sorted(set(names) - set(known)):
        raise click.UsageError(f"--mailbox: there is no {unknown[0]!r}, only {', '.join(known)}")
    return [box for box in config.mailbox if not names or box.name in names]


def require_known_person(person: str, known: Collection[str]) -> str:
    """UsageError: nobody of that name."""
    if person not in known:
        raise click.UsageError(f"there is no person '{person}' in the configuration, only {', '.join(known)}")
    return person


def parse_own_addresses(given: Sequence[str]) -> frozenset[str]:
    """The keys of what `--address` names. UsageError: something is not one address."""
    from watcher.core.message.headers import parse_addresses

    keys = [address.key for text in given for address in parse_addresses(text)]
    if len(keys) != len(given):
        raise click.UsageError("--address takes one mail address each time")
    return frozenset(keys)
