"""`watcher audit`: every inquiry of a span and whether a person answered it, from the mail itself."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from watcher.cli import output
from watcher.config.models import Config
from watcher.core import hours
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters import leak, leak_page
from watcher.core.letters.leak import LeakFigures
from watcher.core.message.model import FetchedMessage, FolderRole, OwnIdentity
from watcher.edge import mail_files
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import Mailbox, MailboxError
from watcher.service import accounts, wiring
from watcher.service import audit as service
from watcher.service.message_intake import IntakeConfig

#: Of files nothing says how far back they go.
_FIRST_MAIL = datetime(1982, 1, 1, tzinfo=UTC)
MAX_LISTED = 40
_PATHS = click.Path(exists=True, path_type=Path)


@click.command()
@click.option("--since", default="90d", show_default=True, metavar="TIME", help="How far back: 30d, 90d, 400d.")
@click.option("--mailbox", "names", multiple=True, metavar="NAME", help="Only this one. Repeatable.")
@click.option(
    "--inbox", "inboxes", multiple=True, type=_PATHS, help="Files instead of a server: what came in. Repeatable."
)
@click.option("--sent", "sent_paths", multiple=True, type=_PATHS, help="The same: what was sent. Repeatable.")
@click.option(
    "--address", "addresses", multiple=True, metavar="ADDR", help="With files: an address of the house. Repeatable."
)
@click.option(
    "--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Write a line an inquiry to this file."
)
@click.option("--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page to this file.")
@click.option("--language", default="en", show_default=True, help="The language of the page.")
@output.json_option
@click.pass_context
def audit(context: click.Context, /, since: str, names: Sequence[str], as_json: bool, **more: Any) -> None:
    """What came in, and what was never answered: from the mail itself, read only. Writes to nobody and keeps nothing.

    Reads the configured mailboxes, or with --inbox and --sent any Maildir, mbox or folder of .eml files. Exit 1 when a mailbox could not
    be read.
    """
    try:
        back = hours.parse_duration(since)
    except ValueError as error:
        raise click.UsageError(f"--since: {error}") from None
    config: Config = context.find_root().obj.load_config()
    now = Clock().now()
    if more["language"] not in config.templates.languages:
        raise click.UsageError(f"--language: there is only {', '.join(config.templates.languages)}")
    if more["inboxes"] or more["sent_paths"]:
        found, failed = _audit_files(config, now, more["inboxes"], more["sent_paths"], more["addresses"]), False
    else:
        found, failed = _audit_servers(config, names, now - back, now)
    if more["csv_file"] is not None:
        _write_csv(more["csv_file"], found, now)
    if more["page"] is not None:
        page = leak_page.render_leak_page(config.templates, more["language"], found, now, ZoneInfo(config.timezone))
        more["page"].write_text(page, encoding="utf-8")
    if as_json:
        for inquiry in found:
            output.print_json_line(leak.outcome_row(inquiry, now))
        output.print_json_line({"summary": True, **leak.figures_row(leak.compute_leak(found, now))})
    else:
        _print_leak(found, leak.compute_leak(found, now), now, ZoneInfo(config.timezone))
    context.exit(1 if failed else 0)


# --- where the mail comes from


def _audit_servers(
    config: Config, names: Sequence[str], since: datetime, now: datetime
) -> tuple[list[InquiryOutcome], bool]:
    unknown = set(names) - {box.name for box in config.mailbox}
    if unknown:
        raise click.UsageError(f"--mailbox: there is only {', '.join(box.name for box in config.mailbox)}")
    boxes = [box for box in config.mailbox if not names or box.name in names]
    failed = False
    with _opened_audit(wiring.build_views(config).intakes, since, now) as audit_of_span:
        for box in boxes:
            mailbox = Mailbox(box.name, accounts.imap_account(box, config), box.inbox, box.sent)
            try:
                with output.progress_bar(box.name) as on_progress:
                    asyncio.run(_read_and_close(mailbox, since, audit_of_span, on_progress))
            except MailboxError as error:
                click.echo(f"watcher: {box.name}: {output.terminal_safe_text(str(error))}", err=True)
                failed = True
            except KeyboardInterrupt:
                click.echo(f"watcher: interrupted; what follows is of {audit_of_span.seen} messages", err=True)
                failed = True
                break
        return audit_of_span.list_outcomes(), failed


async def _read_and_close(
    mailbox: Mailbox, since: datetime, audit_of_span: service.Audit, on_progress: Callable[[int, int], None]
) -> None:
    try:
        await service.read_mailbox(mailbox, since, audit_of_span, on_progress)
    finally:
        await mailbox.close_connections()


def _audit_files(
    config: Config, now: datetime, inboxes: Sequence[Path], sent_paths: Sequence[Path], addresses: Sequence[str]
) -> list[InquiryOutcome]:
    first = config.mailbox[0].name
    intake = wiring.build_views(config).intakes[first]
    if addresses:
        intake = _with_addresses(intake, addresses)
    with _opened_audit({first: intake}, _FIRST_MAIL, now) as audit_of_files:
        for role, paths in ((FolderRole.SENT, sent_paths), (FolderRole.INBOX, inboxes)):
            arrivals = _place_files(paths, first, role)
            with output.progress_bar(role.value) as on_progress:
                source = service.MailSource(first, arrivals, dated_by_header=True)
                audit_of_files.read(source, lambda count, on_progress=on_progress: on_progress(count, 0))  # type: ignore[misc]
        return audit_of_files.list_outcomes()


def _place_files(paths: Sequence[Path], mailbox: str, role: FolderRole) -> Iterator[FetchedMessage]:
    for number, message in enumerate(mail_files.read_messages(paths), 1):
        yield service.place_file(message.arrival, mailbox, role, number)


def _with_addresses(intake: IntakeConfig, addresses: Sequence[str]) -> IntakeConfig:
    from dataclasses import replace

    from watcher.core.message.headers import parse_addresses

    keys = [found.key for given in addresses for found in parse_addresses(given)]
    if len(keys) != len(addresses):
        raise click.UsageError("--address takes one mail address each time")
    own = OwnIdentity(frozenset(keys), intake.policy.own_addresses.people, intake.policy.own_addresses.authserv_id)
    return replace(intake, policy=replace(intake.policy, own_addresses=own, addresses=frozenset(keys)))


@contextmanager
def _opened_audit(intakes: Any, since: datetime, now: datetime) -> Iterator[service.Audit]:
    opened = service.Audit(intakes, since, now)
    try:
        yield opened
    finally:
        opened.close()


# --- what is said of it


def _write_csv(file: Path, inquiries: Sequence[InquiryOutcome], now: datetime) -> None:
    """One line an inquiry, UTF-8 with a mark that spreadsheets know; a text that begins like a formula is none (OWASP)."""
    rows = [leak.outcome_row(inquiry, now) for inquiry in inquiries]
    with file.open("w", newline="", encoding="utf-8-sig") as target:
        writer = csv.writer(target)
        writer.writerow(leak.outcome_row(_NOTHING, _FIRST_MAIL))
        writer.writerows([_safe_cell(value) for value in row.values()] for row in rows)


_NOTHING = InquiryOutcome("", "", "", "", _FIRST_MAIL)


def _safe_cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _print_leak(inquiries: Sequence[InquiryOutcome], figures: LeakFigures, now: datetime, zone: ZoneInfo) -> None:
    never = f"{figures.never} never got an answer" if figures.never else "each got an answer or has time left"
    click.echo(f"{figures.came} inquiries came in, {never}.")
    if not figures.came:
        return
    click.echo(
        f"Answered in time {figures.on_time}, late {figures.late}, never {figures.never}, still waiting {figures.waiting}."
    )
    if figures.median is not None and figures.p90 is not None:
        click.echo(
            f"Half were answered within {_words(figures.median)} of opening time, nine of ten within {_words(figures.p90)}."
        )
    widest = max((count for _, count in figures.bands), default=0) or 1
    for name, count in figures.bands:
        click.echo(f"  {name:>7}  {'#' * (count * 40 // widest):<40} {count}")
    lost = leak.find_lost(inquiries, now)
    if lost:
        click.echo("\nNever answered, the oldest first:")
    for inquiry in lost[:MAX_LISTED]:
        who = output.truncate_right(output.terminal_safe_text(inquiry.customer) or "unknown sender", 32)
        subject = output.truncate_right(
            output.terminal_safe_text(inquiry.subject) or "no subject", output.terminal_width() - 50
        )
        click.echo(f"  {inquiry.received_at.astimezone(zone):%Y-%m-%d}  {who:<32}  {subject}")
    if len(lost) > MAX_LISTED:
        click.echo(f"  and {len(lost) - MAX_LISTED} more: --csv or --json names all.")


def _words(time: timedelta) -> str:
    minutes = int(time.total_seconds()) // 60
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
