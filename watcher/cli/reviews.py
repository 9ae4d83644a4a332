"""`review` and `promote`: what was set aside for a glance, and what of it is an inquiry."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import click

from watcher.cli import output
from watcher.cli.opening import open_config_and_store, read_state
from watcher.core.inquiry import reviews
from watcher.core.inquiry.model import ReviewEntry
from watcher.core.letters.text_width import cut_to_width
from watcher.edge.clock import Clock
from watcher.service import promotion, wiring


@click.command()
@click.option("--all", "everything", is_flag=True, help="Older ones too, and those that became inquiries.")
@output.json_option
@click.pass_context
def review(context: click.Context, everything: bool, as_json: bool) -> None:
    """What may be an inquiry and may be none: shown once in a digest, and never reminded about."""
    with read_state(context) as (config, tx):
        found = tx.reviews.list_reviews(everything=everything)
    now = Clock().now()
    listed = [entry for entry in found if everything or reviews.is_listed(entry, now)]
    for entry in listed:
        if as_json:
            output.print_json_line(review_row(entry))
        else:
            _print_review(entry, ZoneInfo(config.timezone))
    if not listed and not as_json:
        click.echo("Nothing is set aside.")


def review_row(entry: ReviewEntry) -> dict[str, Any]:
    """One of them as `review --json` shows it, instants in ISO 8601."""
    return {
        "id": f"R{entry.number}",
        "mailbox": entry.mailbox,
        "from": entry.sender or None,
        "subject": entry.subject,
        "received_at": output.iso_timestamp(entry.received_at),
        "why": entry.why,
        "shown_at": output.iso_timestamp(entry.shown_at),
    }


def _print_review(entry: ReviewEntry, zone: ZoneInfo) -> None:
    who = output.terminal_safe_text(entry.sender) or "unknown sender"
    state = f"inquiry {entry.inquiry}" if entry.inquiry else "shown" if entry.shown_at else "not shown yet"
    click.echo(f"R{entry.number}  {entry.received_at.astimezone(zone):%a %d %b %H:%M}  {who}  [{state}]")
    for text in (entry.subject or "no subject", entry.why):
        click.echo(f"    {cut_to_width(output.terminal_safe_text(text), output.terminal_width() - 4)}")


class ReviewNumber(click.ParamType[int]):
    """`R12` or `12`."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number. UsageError: it is none."""
        text = str(value).removeprefix("R").removeprefix("r")
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            self.fail(f"{value!r} is no number such as R12: `watcher review` shows them", param, ctx)
        return int(text)


@click.command()
@click.argument("numbers", type=ReviewNumber(), nargs=-1, required=True, metavar="R…")
@click.pass_context
def promote(context: click.Context, numbers: tuple[int, ...]) -> None:
    """It is an inquiry: it waits for an answer from now on. Nothing is sent to the customer."""
    with open_config_and_store(context) as (config, store):
        policies, now = wiring.build_policies(config), Clock().now()
        with store.write_transaction() as tx:
            for number in numbers:
                promoted = promotion.promote_review(tx, number, "command line", policies, now)
                if promoted is None:
                    raise click.ClickException(f"there is no R{number}: `watcher review --all` shows them")
                inquiry, is_new = promoted
                click.echo(f"R{number} is inquiry {inquiry.number} {'now' if is_new else 'already'}: {inquiry.state}")
