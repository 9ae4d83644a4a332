"""`watcher audit`: every inquiry of a span and whether a person answered it, from the mail itself."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from watcher import __version__
from watcher.cli import outcomes, output
from watcher.cli.audit_files import FileReading
from watcher.cli.mailbox_reading import read_mailbox
from watcher.cli.parameters import choose_mailboxes, mailbox_option, parse_own_addresses, since_option
from watcher.config.models import Config, MailboxTable
from watcher.core.health.retention import UNFINISHED_AUDIT_KEPT
from watcher.core.inquiry.outcome import InquiryOutcome
from watcher.core.letters import leak, leak_page
from watcher.core.message.model import OwnIdentity
from watcher.edge.audit_cache import AuditCache, AuditCacheBusyError
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.tables import SCHEMA_VERSION
from watcher.service import audit as service
from watcher.service import wiring
from watcher.service.backlog_reader import BacklogReader
from watcher.service.message_intake import IntakeConfig

#: So many objects more before the youngest are gone through, once everything is imported: a message that was read is in a circle
#: of its own, and with the number that imports are given a thousand of them lie there.
GARBAGE_THRESHOLD = 10_000
_PATHS = click.Path(exists=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """What is asked for."""

    since: timedelta
    names: Sequence[str] = ()  # of mailboxes; (): all
    inboxes: Sequence[Path] = ()
    sent_paths: Sequence[Path] = ()
    addresses: Sequence[str] = ()  # of the house, with files
    csv_file: Path | None = None
    page: Path | None = None
    language: str = "en"
    as_json: bool = False

    @property
    def reads_files(self) -> bool:
        """Instead of a server."""
        return bool(self.inboxes or self.sent_paths)


@click.command()
@since_option("90d", "30d, 90d, 400d")
@mailbox_option
@click.option(
    "--inbox", "inboxes", multiple=True, type=_PATHS, help="Files instead of a server: what came in. Repeatable."
)
@click.option("--sent", "sent_paths", multiple=True, type=_PATHS, help="The same: what was sent. Repeatable.")
@click.option(
    "--address", "addresses", multiple=True, metavar="ADDR", help="With files: an address of yours. Repeatable."
)
@outcomes.csv_option
@outcomes.html_option
@click.option("--language", default="en", show_default=True, help="The language of the page.")
@output.json_option
@click.pass_context
def audit(context: click.Context, /, **given: Any) -> None:
    """What came in, and what was never answered: from the mail itself, read only. Writes to nobody and keeps nothing.

    Reads the configured mailboxes, or with --inbox and --sent any Maildir, mbox, folder of .eml files or export of Gmail. Ctrl-C shows what
    was read until then, and the same command goes on from there. Exit 1 when not all of it could be read.
    """
    gc.set_threshold(GARBAGE_THRESHOLD)
    is_complete = run_audit(context.find_root().obj.load_config(), AuditOptions(**given))
    context.exit(0 if is_complete else 1)


def run_audit(config: Config, options: AuditOptions) -> bool:
    """Reads, shows and writes; was all of it read? Where nothing was, there are no figures, and no file of them is written.
    UsageError: an option cannot be meant."""
    now = Clock().now()
    outcomes.require_language(config, options.language)
    outcomes.require_folders(options.csv_file, options.page)
    reading = _AuditRun(config, options, service.FIRST_MAIL if options.reads_files else now - options.since, now)
    found, is_complete = reading.run()
    figures = leak.compute_leak(found, now)
    if options.as_json:
        for outcome in found:
            output.print_json_line(leak.outcome_row(outcome, now))
        output.print_json_line({"summary": True, **leak.figures_row(figures)})
    else:
        if figures.came or is_complete:
            _print_leak(found, figures, now, config)
        elif reading.has_read:
            click.echo("No inquiry is among what was read.")
        else:
            click.echo("Nothing could be read, so there are no figures.")
    if not is_complete and not reading.has_read:
        return False
    if options.csv_file is not None:
        outcomes.write_csv(options.csv_file, found, now)
    if options.page is not None:
        report = leak_page.LeakReport(
            outcomes.house_name(config), found, reading.since, now, config.calendar.zone, config.calendar.day_length
        )
        outcomes.write_page(options.page, config, options.language, report)
    return is_complete


def _print_note(text: str) -> None:
    click.echo(f"watcher: {output.terminal_safe_text(text)}", err=True)


# --- where the mail comes from


class _AuditRun:
    """One audit, from servers or from files."""

    def __init__(self, config: Config, options: AuditOptions, since: datetime, now: datetime) -> None:
        self._config, self._options = config, options
        self.since, self._now = since, now
        self._intakes = wiring.build_views(config).intakes
        if options.reads_files and options.addresses:
            first = config.mailbox[0].name
            self._intakes = {**self._intakes, first: _with_addresses(self._intakes[first], options.addresses)}
        self._boxes = choose_mailboxes(config, options.names)
        self.has_read = False  # anything, in this run or in one that this one goes on with

    def run(self) -> tuple[Iterable[InquiryOutcome], bool]:
        """What was found, and whether all of it was read. What was not is read by the next run."""
        with self._opened_cache() as cache:
            audit = service.Audit(self._intakes, self.since, self._now, cache.path)
            keep = True
            try:
                is_complete, is_resumable = self._read_all(audit)
                self.has_read = audit.seen > 0 or cache.was_there
                keep = is_resumable and self.has_read
                return audit.list_outcomes(), is_complete
            finally:
                audit.close()
                cache.release(keep=keep)
                if keep:
                    _print_note(
                        f"what was read is kept for {UNFINISHED_AUDIT_KEPT.days} days in {cache.path}; the same command goes on from there"
                    )

    @contextmanager
    def _opened_cache(self) -> Iterator[AuditCache]:
        try:
            key = _cache_key(self._config, self._options)
            yield AuditCache(self._config.state_dir, key, self._now - UNFINISHED_AUDIT_KEPT)
        except AuditCacheBusyError:
            raise click.ClickException("this audit runs already, in another terminal") from None

    def _read_all(self, audit: service.Audit) -> tuple[bool, bool]:
        """Was all of it read, and is it worth while to go on later?"""
        try:
            is_complete = self._read_files(audit) if self._options.reads_files else self._read_servers(audit)
        except KeyboardInterrupt:
            _print_note(
                f"interrupted after {audit.seen:,} messages; what follows is of what was read. "
                "Sent mail comes last: what it answers may look open"
            )
            return False, True
        if audit.unreadable:
            noun, verb = ("message", "it is") if audit.unreadable == 1 else ("messages", "they are")
            _print_note(f"{audit.unreadable:,} {noun} could not be read; {verb} among the inquiries")
        return is_complete, not is_complete and not self._options.reads_files

    def _read_servers(self, audit: service.Audit) -> bool:
        read = [self._read_server(box, audit) for box in self._boxes]
        return all(read)

    def _read_server(self, box: MailboxTable, audit: service.Audit) -> bool:
        """A line that breaks is tried again as long as that gets on."""
        while True:
            seen = audit.seen
            try:
                found = read_mailbox(
                    box,
                    self._config,
                    box.name,
                    lambda mailbox, on_progress: service.read_mailbox(
                        mailbox, self.since, audit, BacklogReader(), on_progress
                    ),
                )
            except MailboxError as error:
                _print_note(f"{box.name}: {error}")
                if audit.seen > seen and error.kind == "network":
                    continue
                return False
            return _report_reading(box.name, found)

    def _read_files(self, audit: service.Audit) -> bool:
        options = self._options
        return FileReading(audit, self._boxes[0].name, options.inboxes, options.sent_paths, _print_note).read_all()


def _report_reading(name: str, found: service.MailboxReading) -> bool:
    if found.resumed:
        _print_note(f"{name}: went on after {found.resumed:,} messages that were read before")
    if not found.has_sent_folder:
        _print_note(
            f"{name}: no folder of sent mail was found, so nothing looks answered: name it with `sent` in [[mailbox]]; "
            "`watcher check --online` says which folders there are"
        )
    if found.sent_lookalikes:
        names = ", ".join(repr(folder) for folder in found.sent_lookalikes)
        _print_note(
            f"{name}: looks like sent mail and was not read: {names}; if it is, name it with `sent` in [[mailbox]]"
        )
    if found.missing:
        _print_note(f"{name}: {found.missing:,} messages are listed and were not handed out")
    for problem in found.problems:
        _print_note(f"{name}: {problem}")
    return not found.problems


def _with_addresses(intake: IntakeConfig, addresses: Sequence[str]) -> IntakeConfig:
    keys = parse_own_addresses(addresses)
    own = OwnIdentity(keys, intake.policy.own_addresses.people, intake.policy.own_addresses.authserv_id)
    return replace(intake, policy=replace(intake.policy, own_addresses=own, addresses=keys))


def _cache_key(config: Config, options: AuditOptions) -> str:
    """The same for the same audit: by other rules, or of other files, what was read before says nothing."""
    digest = hashlib.sha256(f"{__version__} {SCHEMA_VERSION} {options.since} {options.addresses}".encode())
    for path in config.source_paths():
        digest.update(path.read_bytes() if path.is_file() else b"")
    for role, paths in (("inbox", options.inboxes), ("sent", options.sent_paths)):
        for path in paths:
            digest.update(f"{role} {path.absolute()}".encode(errors="surrogateescape"))
            for place in [path, *(Path(folder) for folder, _, _ in os.walk(path))]:
                found = place.stat()
                digest.update(f"{found.st_mtime_ns} {found.st_size if place.is_file() else 0}".encode())
    return digest.hexdigest()[:16]


# --- what is said of it


def _print_leak(found: Iterable[InquiryOutcome], figures: leak.LeakFigures, now: datetime, config: Config) -> None:
    outcomes.print_headline(figures)
    if not figures.came:
        return
    click.echo(
        f"Answered in time {figures.on_time}, late {figures.late}, never {figures.never}, still waiting {figures.waiting}."
    )
    if figures.median is not None and figures.p90 is not None:
        click.echo(
            f"Half were answered within {_describe_time(figures.median)} of opening time, nine of ten within {_describe_time(figures.p90)}."
        )
    widest = max((count for _, count in figures.bands), default=0) or 1
    for name, count in figures.bands:
        click.echo(f"  {name:>7}  {'#' * (count * 40 // widest):<40} {count}")
    outcomes.print_lost(found, figures.never, now, config.calendar.zone)


def _describe_time(time: timedelta) -> str:
    minutes = int(time.total_seconds()) // 60
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
