"""`show` and the commands a person gives for an inquiry: they read and write the same state as the daemon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from watcher.cli import output
from watcher.cli.list import acknowledgement_status, describe_owner, inquiry_row
from watcher.cli.opening import open_config_and_store, read_state
from watcher.cli.parameters import require_known_person
from watcher.config.models import Config
from watcher.core.inquiry import decide
from watcher.core.inquiry.model import Inquiry, InquiryState
from watcher.core.outbox.model import Letter, LetterReason, LetterState
from watcher.edge.clock import Clock
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Transaction

# --- show


@click.command()
@click.argument("number", type=int)
@output.json_option
@click.pass_context
def show(context: click.Context, number: int, as_json: bool) -> None:
    """One inquiry with its journal."""
    with read_state(context) as (config, tx):
        inquiry = require_inquiry(tx, number)
        ack = tx.letters.latest_acknowledgement(number)
        lines = tx.ledger.entries_of_inquiry(number)
        journal = [
            {"at": output.iso_timestamp(entry.at), "event": entry.event, "text": entry.text}
            for entry in tx.inquiries.journal_of(number)
        ]
    if as_json:
        mail = [mail_row(line) for line in lines]
        row = inquiry_row(inquiry, ack.state if ack else None)
        output.print_json_line({**row, "ack_reason": inquiry.ack_reason, "journal": journal, "messages": mail})
        return
    _print_inquiry_details(inquiry, ack, journal, lines, config)


def describe_next_steps(inquiry: Inquiry, config: Config) -> Iterator[str]:
    """What will happen to it, one sentence each; times on the house's wall clock."""
    zone = ZoneInfo(config.timezone)
    if inquiry.state is InquiryState.WAITING:
        if inquiry.promise_at:
            yield f"an answer is due by {inquiry.promise_at.astimezone(zone):%a %d %b %H:%M}"
        if inquiry.renewed_promise_at:
            yield f"the second letter promises it by {inquiry.renewed_promise_at.astimezone(zone):%a %d %b %H:%M}"
        if inquiry.renew_at:
            yield f"the customer may get a second letter at {inquiry.renew_at.astimezone(zone):%a %d %b %H:%M}"
        if inquiry.next_nag_at:
            owner = config.current_owner(inquiry.owner, inquiry.mailbox)
            team = config.teams().get(owner)
            people = " and ".join(team.find_on_duty((), inquiry.next_nag_at)) if team else owner
            yield f"from {inquiry.next_nag_at.astimezone(zone):%a %d %b %H:%M} it is in the next digest of {people}"
        yield "a reply to the customer, found in a sent folder, ends it"
    elif inquiry.state is InquiryState.SNOOZED and inquiry.next_nag_at:
        yield f"it waits again from {inquiry.next_nag_at.astimezone(zone):%a %d %b %H:%M}"
    elif inquiry.state is InquiryState.DISMISSED:
        yield f"nothing, until somebody says: watcher reopen {inquiry.number}"
    else:
        yield "nothing, until the customer writes again"


def mail_row(line: LedgerEntry) -> dict[str, Any]:
    """A message as `show --json` lists it; `at` in ISO 8601."""
    place = f"{line.locator.mailbox}/{line.locator.folder}/{line.locator.uid}"
    return {
        "at": output.iso_timestamp(line.received_at),
        "where": place,
        "kind": line.kind,
        "message_id": line.message_id,
        "why": line.why,
    }


def _print_inquiry_details(
    inquiry: Inquiry, ack: Letter | None, journal: list[dict[str, Any]], lines: list[LedgerEntry], config: Config
) -> None:
    zone = ZoneInfo(config.timezone)

    def format_local_time(at: datetime | None) -> str:
        return f"{at.astimezone(zone):%a %d %b %H:%M}" if at else "-"

    name = f"{inquiry.customer_name} <{inquiry.customer}>" if inquiry.customer_name else inquiry.customer or "unknown"
    click.echo(f"Inquiry {inquiry.number}: {inquiry.subject}")
    for label, value in (
        ("state", inquiry.state),
        ("customer", name),
        ("mailbox", inquiry.mailbox),
        (
            "owner",
            describe_owner(inquiry, config) + (f" and {inquiry.escalated} further up" if inquiry.escalated else ""),
        ),
        ("opened", format_local_time(inquiry.opened_at)),
        ("answer due", format_local_time(inquiry.promise_at)),
        ("next nag", format_local_time(inquiry.next_nag_at)),
        (
            "acknowledged",
            acknowledgement_status(ack.state if ack else None)
            + (f" ({inquiry.ack_reason})" if inquiry.ack_reason else ""),
        ),
    ):
        click.echo(f"  {label:<13} {value}")
    if inquiry.problem:
        click.echo(f"  {'problem':<13} {inquiry.problem}")
    if inquiry.reply_proof:
        proof = inquiry.reply_proof
        click.echo(f"  {'answered':<13} by {proof.by or 'somebody'}, {format_local_time(proof.at)} ({proof.how})")
        click.echo(f"  {'with':<13} {proof.message_id}")
        click.echo(f"  {'wrong?':<13} watcher reopen {inquiry.number}")
    if inquiry.possible_answer:
        hint = inquiry.possible_answer
        click.echo(
            f"  {'looks answered':<13} by {hint.by or 'somebody'}, {format_local_time(hint.at)} ({hint.how}); nothing proves it"
        )
        click.echo(f"  {'was it?':<13} watcher done {inquiry.number}")
    click.echo("\nJournal")
    for entry in journal:
        click.echo(f"  {format_local_time(datetime.fromisoformat(entry['at']))}  {entry['event']}: {entry['text']}")
    click.echo("\nMessages")
    for line in lines:
        click.echo(
            f"  {format_local_time(line.received_at)}  {line.kind}: {line.why} [{line.locator.folder} {line.locator.uid}]"
        )
    if ack is not None:
        _print_acknowledgement(ack)


def _print_acknowledgement(ack: Letter) -> None:
    """Its words, where they are still there."""
    from watcher.core.letters.mime import read_plain_text  # `list` shows no letter

    is_observed = ack.state is LetterState.WITHHELD and ack.reason == LetterReason.OBSERVED
    if text := read_plain_text(ack.data):
        click.echo("\nAcknowledgement" + (" that would have been sent" if is_observed else f" ({ack.state})"))
        for line in text.splitlines():
            click.echo(f"  | {output.terminal_safe_text(line)}".rstrip())


# --- what a person says


def require_inquiry(tx: Transaction, number: int) -> Inquiry:
    """The inquiry with this number. ClickException: there is none."""
    inquiry = tx.inquiries.get(number)
    if inquiry is None:
        raise click.ClickException(f"there is no inquiry {number}: `watcher list --all` shows them")
    return inquiry


def _execute_for_each(
    context: click.Context, numbers: tuple[int, ...], command: Callable[[Config, datetime], decide.InquiryCommand]
) -> None:
    """Gives the command to each inquiry, all in one transaction."""
    # Whoever only looks, by `list` or `status`, does not wait for what knows how to change things.
    from watcher.service import answers, wiring

    with open_config_and_store(context) as (config, store):
        now = Clock().now()
        order, policies = command(config, now), wiring.build_policies(config)
        with store.write_transaction() as tx:
            for number in numbers:
                inquiry = require_inquiry(tx, number)
                click.echo(answers.execute_command(tx, inquiry, order, policies, now).why)


numbers_argument = click.argument("numbers", type=int, nargs=-1, required=True, metavar="N…")


@click.command()
@numbers_argument
@click.pass_context
def done(context: click.Context, numbers: tuple[int, ...]) -> None:
    """Settled in another way, by telephone for example: no more reminders. A new message of the customer opens it again."""
    _execute_for_each(context, numbers, lambda config, now: decide.InquiryCommand("done", _command_line_actor()))


@click.command()
@numbers_argument
@click.pass_context
def dismiss(context: click.Context, numbers: tuple[int, ...]) -> None:
    """It is no inquiry: no reminders, even if the customer writes again."""
    _execute_for_each(context, numbers, lambda config, now: decide.InquiryCommand("dismiss", _command_line_actor()))


@click.command()
@numbers_argument
@click.pass_context
def reopen(context: click.Context, numbers: tuple[int, ...]) -> None:
    """Undo: it waits again, and the reminders begin anew."""
    _execute_for_each(context, numbers, lambda config, now: decide.InquiryCommand("reopen", _command_line_actor()))


@click.command()
@click.argument("number", type=int)
@click.argument("when", nargs=-1, required=True)
@click.pass_context
def snooze(context: click.Context, number: int, when: tuple[str, ...]) -> None:
    """Later: 2h, 3d, tomorrow, fri, next week, 2026-12-01 14:30."""

    def build_command(config: Config, now: datetime) -> decide.InquiryCommand:
        from watcher.core.commands import parse  # as in `_execute_for_each`

        zone = ZoneInfo(config.timezone)
        try:
            until = parse.parse_future_time(" ".join(when), now, zone)
        except parse.UnclearTimeError as error:
            raise click.UsageError(config.templates.words_for_language().say_phrase(error.why, now, zone)) from None
        return decide.InquiryCommand("snooze", _command_line_actor(), snooze_until=until)

    _execute_for_each(context, (number,), build_command)


@click.command()
@click.argument("number", type=int)
@click.argument("person")
@click.pass_context
def assign(context: click.Context, number: int, person: str) -> None:
    """Hand an inquiry to another person."""

    def build_command(config: Config, now: datetime) -> decide.InquiryCommand:
        require_known_person(person, [*config.people, *config.team_names])
        return decide.InquiryCommand("assign", _command_line_actor(), new_owner=person)

    _execute_for_each(context, (number,), build_command)


def _command_line_actor() -> str:
    return "command line"
