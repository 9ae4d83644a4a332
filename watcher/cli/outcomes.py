"""What `audit` and `report` write of the same outcomes: a table for spreadsheets, a page, and the lost by name."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from watcher.cli import output
from watcher.config.models import Config
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters import leak, leak_page
from watcher.core.letters.text_width import cut_to_width, text_width

MAX_LISTED = 40

csv_option = click.option(
    "--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Write a line an inquiry to this file."
)
html_option = click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page to this file."
)


def require_language(config: Config, language: str) -> None:
    """UsageError: there are no words for it."""
    if language not in config.templates.languages:
        raise click.UsageError(f"--language: there is only {', '.join(config.templates.languages)}")


def require_folders(*files: Path | None) -> None:
    """UsageError: there is no folder for one of them. Said before hours of reading, not after."""
    for file in files:
        if file is not None and not file.absolute().parent.is_dir():
            raise click.UsageError(f"{file}: there is no folder {file.absolute().parent}")


def house_name(config: Config) -> str:
    """Whose the page is."""
    return config.mailbox[0].address.name or config.mailbox[0].address.email


def write_page(file: Path, config: Config, language: str, report: leak_page.LeakReport) -> None:
    """ClickException: it cannot be written there."""
    page = leak_page.render_leak_page(config.templates, language, report)
    _write_or_fail(file, lambda: file.write_text(page, encoding="utf-8"))


def write_csv(file: Path, outcomes: Iterable[InquiryOutcome], now: datetime) -> None:
    """One line an inquiry, UTF-8 with a byte order mark, which spreadsheets know, and lines as in RFC 4180; a text that begins
    like a formula is none (OWASP)."""

    def write_rows() -> None:
        with file.open("w", newline="", encoding="utf-8-sig") as target:
            writer = csv.writer(target)
            writer.writerow(leak.outcome_row(InquiryOutcome("", "", "", "", now), now))
            for outcome in outcomes:
                writer.writerow(_safe_cell(value) for value in leak.outcome_row(outcome, now).values())

    _write_or_fail(file, write_rows)


def _write_or_fail(file: Path, step: Any) -> None:
    try:
        step()
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}") from None


def _safe_cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def print_headline(figures: leak.LeakFigures) -> None:
    """The leak in one sentence."""
    if not figures.came:
        click.echo("No inquiry came in.")
        return
    never = f"{figures.never} never got an answer" if figures.never else "each got an answer or has time left"
    noun = "inquiry" if figures.came == 1 else "inquiries"
    click.echo(f"{figures.came} {noun} came in, {never}.")


def print_lost(outcomes: Iterable[InquiryOutcome], count: int, now: datetime, zone: ZoneInfo) -> None:
    """The never answered, the oldest first; there are `count`."""
    if not count:
        return
    click.echo("\nNever answered, the oldest first:")
    for outcome in leak.find_lost(outcomes, now, MAX_LISTED):
        who = cut_to_width(output.terminal_safe_text(outcome.customer) or "unknown sender", 32)
        subject = cut_to_width(output.terminal_safe_text(outcome.subject) or "no subject", output.terminal_width() - 48)
        gap = " " * (32 - text_width(who))
        click.echo(f"  {outcome.received_at.astimezone(zone):%Y-%m-%d}  {who}{gap}  {subject}")
    if count > MAX_LISTED:
        click.echo(f"  and {count - MAX_LISTED} more: --csv or --json names all.")
