"""`export` and `forget`: what is known of one person, and how it goes."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import click

from watcher.cli import output
from watcher.cli.opening import open_config_and_store, read_state
from watcher.config.models import Config
from watcher.core.message.spellings import list_spellings
from watcher.edge.clock import Clock
from watcher.service import personal_data, wiring

_ROWS = {
    "inquiry": "inquiries",
    "ledger": "messages",
    "letter": "letters",
    "turn": "turns of conversations",
    "journal": "lines of the journal",
    "review": "messages set aside",
    "command": "commands by mail",
}
_WHAT_REMAINS = """\
What remains: that there was a message (folder, number, instant, a hash), and the instants of the journal, without a name or a word.
The mail itself is in the mailbox, and copies are in backups of the state and in the log: they are yours to delete."""


class MailAddress(click.ParamType[str]):
    """An address of a customer. Any that a mail may have come from: also what nobody could write to, root@localhost."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        address = value.strip().removeprefix("<").removesuffix(">")
        local, _, domain = address.rpartition("@")
        if not local or not domain or not address.isprintable():
            self.fail(f"{value!r} is no mail address: write one such as carol@customer.example", param, ctx)
        return address


@click.command()
@click.argument("address", type=MailAddress())
@click.pass_context
def export(context: click.Context, address: str) -> None:
    """All that is stored about ADDRESS, as JSON: to be handed to the person who asks for it.

    Exit 1 when nothing is stored about it.
    """
    with read_state(context) as (_, tx):
        found = personal_data.export_person(tx, address)
    click.echo(json.dumps({"address": address.casefold(), **found}, ensure_ascii=False, indent=2, default=_plain_value))
    if not found:
        context.exit(1)


@click.command()
@click.argument("address", type=MailAddress())
@click.pass_context
def forget(context: click.Context, address: str) -> None:
    """Erase all words about ADDRESS from the state: inquiries, excerpts, letters, subjects. Cannot be undone.

    What waits for an answer is closed. Figures stay, without a name. Exit 1 when nothing is stored about it.
    """
    with open_config_and_store(context) as (config, store):
        _refuse_own_address(config, address)
        with store.write_transaction() as tx:
            counts = personal_data.forget_person(tx, address, wiring.build_policies(config), Clock().now())
        if not counts:
            click.echo(f"Nothing is stored about {output.terminal_safe_text(address)}.")
            context.exit(1)
        listed = ", ".join(f"{_ROWS.get(name, name)} {count}" for name, count in counts.items())
        click.echo(f"Forgotten: {listed}.\n{_WHAT_REMAINS}")


def _refuse_own_address(config: Config, address: str) -> None:
    """UsageError: it is one of the house's."""
    own = wiring.own_addresses(config)
    if not (own.mailboxes | own.people).isdisjoint(list_spellings(address)):
        raise click.UsageError(f"{address} is an address of yours; take it out of the configuration first")


def _plain_value(value: Any) -> str:
    """What JSON has no form for: instants in ISO 8601, the octets of letters as the text they are."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
