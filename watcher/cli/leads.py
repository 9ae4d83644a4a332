"""`watcher import`: contacts of a table, such as a trade show's visitors, become inquiries until somebody has written to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import IO
from zoneinfo import ZoneInfo

import click

from watcher.cli import output
from watcher.cli.mailbox_reading import read_mailbox
from watcher.cli.opening import open_config_and_store
from watcher.config.models import Config
from watcher.core.contacts.contact_file import read_contacts
from watcher.core.contacts.model import ContactFileError, ContactList, LineProblem
from watcher.core.letters.text_width import cut_to_width
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import Store
from watcher.service import leads, wiring
from watcher.service.leads import ImportedContact, ImportTarget


@dataclass(frozen=True, slots=True)
class _ImportResult:
    """What became of a file."""

    file: str
    found: ContactList
    contacts: Sequence[ImportedContact]
    written_to: frozenset[int] = frozenset()  # inquiries that mail of before answers
    is_dry: bool = False
    unseen: bool = False  # some sent mail could not be read

    @property
    def imported_contacts(self) -> list[ImportedContact]:
        """Those that are new."""
        return [contact for contact in self.contacts if contact.inquiry is not None]

    @property
    def problems(self) -> list[LineProblem]:
        """By line."""
        refused = [LineProblem(row.contact.line, row.text) for row in self.contacts if row.is_problem]
        return sorted((*self.found.problems, *refused), key=lambda problem: problem.line)


@click.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--mailbox", "name", metavar="NAME", help="Whose inquiries they become. Needed where there are several.")
@click.option(
    "--owner", metavar="PERSON", help="Who writes to them, where the file does not say. Default: the mailbox's owner."
)
@click.option("--dry-run", is_flag=True, help="Only say what would be imported.")
@output.json_option
@click.pass_context
def import_(
    context: click.Context, /, file: IO[bytes], name: str | None, owner: str | None, dry_run: bool, as_json: bool
) -> None:
    """Contacts to be written to, from a CSV file: each waits like an inquiry until mail to that address is in a folder of sent mail.

    The first line of FILE names the columns, in many languages: email, name, note, met, owner. Nobody is acknowledged. The
    same file twice makes nothing twice. Exit 1 when a line could not be used: the others are imported.
    """
    with open_config_and_store(context, read_only=dry_run) as (config, store):
        target = _find_target(config, name, owner)
        now = Clock().now()
        try:
            found = read_contacts(file.read(), ZoneInfo(config.timezone), now)
        except ContactFileError as error:
            raise click.ClickException(f"{output.terminal_safe_text(file.name)}: {error}") from None
        if dry_run:
            with store.read_transaction() as tx:
                contacts = leads.import_contacts(tx, found.contacts, target, now, is_trial=True)
            result = _ImportResult(file.name, found, contacts, is_dry=True)
        else:
            with store.write_transaction() as tx:
                contacts = leads.import_contacts(tx, found.contacts, target, now)
            written_to, unseen = _read_sent_mail(config, store, contacts, now)
            result = _ImportResult(file.name, found, contacts, frozenset(written_to), unseen=unseen)
    if as_json:
        _print_rows(result)
    else:
        _print_result(result)
    context.exit(1 if result.problems or result.unseen else 0)


def _find_target(config: Config, name: str | None, owner: str | None) -> ImportTarget:
    """UsageError: there is no such mailbox or person, or nobody says which mailbox."""
    names = [box.name for box in config.mailbox]
    if name is None and len(names) > 1:
        raise click.UsageError(f"--mailbox: which one? There are {', '.join(names)}")
    if name is not None and name not in names:
        raise click.UsageError(f"--mailbox: there is only {', '.join(names)}")
    views = wiring.build_views(config)
    policy = views.policies[name or names[0]]
    if owner is not None and owner not in config.people:
        raise click.UsageError(f"--owner: there is only {', '.join(config.people)}")
    return ImportTarget(policy, views.people, owner or policy.owner)


def _read_sent_mail(
    config: Config, store: Store, contacts: Sequence[ImportedContact], now: datetime
) -> tuple[list[int], bool]:
    """The inquiries that were answered before there was one, and whether some mail could not be read: where anybody was met earlier,
    the mail sent since."""
    since = min((row.contact.met_at for row in contacts if row.inquiry is not None and row.contact.met_at), default=now)
    answered: list[int] = []
    unseen = False
    if since >= now:
        return answered, unseen
    intakes = wiring.build_views(config).intakes
    for box in config.mailbox:
        read = partial(leads.read_sent_mail, intakes[box.name], store, (since, now))
        try:
            answered += read_mailbox(box, config, f"{box.name}, sent mail", read)
        except MailboxError as error:
            click.echo(
                f"watcher: {box.name}: the mail sent before could not be looked through: {output.terminal_safe_text(str(error))}",
                err=True,
            )
            unseen = True
    return answered, unseen


# --- what is said of it


def _print_rows(result: _ImportResult) -> None:
    for problem in result.found.problems:
        output.print_json_line({**_EMPTY_ROW, "line": problem.line, "result": "refused", "text": problem.text})
    for row in result.contacts:
        contact = row.contact
        output.print_json_line(
            {
                "line": contact.line,
                "address": contact.address.email,
                "name": contact.address.name,
                "owner": row.owner or None,
                "inquiry": row.inquiry or None,
                "result": _result_word(row, result),
                "text": row.text,
            }
        )
    counts = {
        word: sum(_result_word(row, result) == word for row in result.contacts)
        for word in ("imported", "known", "written-to")
    }
    output.print_json_line(
        {
            "summary": True,
            **counts,
            "refused": len(result.problems),
            "unused": list(result.found.unused_columns),
            "dry_run": result.is_dry,
        }
    )


_EMPTY_ROW = dict.fromkeys(("line", "address", "name", "owner", "inquiry", "result", "text"))


def _result_word(row: ImportedContact, result: _ImportResult) -> str:
    if row.is_problem:
        return "refused"
    if row.inquiry is None:
        return "known"
    return "written-to" if row.inquiry in result.written_to else "imported"


def _print_result(result: _ImportResult) -> None:
    file = output.terminal_safe_text(result.file)
    output.print_problems(
        f"{file}:{problem.line}: {output.terminal_safe_text(problem.text)}" for problem in result.problems
    )
    verb = "would be imported" if result.is_dry else "imported"
    numbers = [row.inquiry for row in result.imported_contacts if row.inquiry]
    span = (
        f", as inquiries {numbers[0]} to {numbers[-1]}"
        if len(numbers) > 1
        else f", as inquiry {numbers[0]}"
        if numbers
        else ""
    )
    click.echo(f"{len(result.imported_contacts)} of {result.found.lines} contacts {verb}{span}.")
    if known := sum(row.inquiry is None and not row.is_problem for row in result.contacts):
        click.echo(f"{known} were imported before.")
    if result.written_to:
        click.echo(f"{len(result.written_to)} have had mail since they were met: they wait for nothing.")
    if example := _guessed_name(result.found):
        click.echo(
            f"The file is not UTF-8, and was read as Windows-1252. If “{example}” is wrong, save it as “CSV UTF-8”."
        )
    if result.found.unused_columns:
        click.echo(
            f"Columns without a meaning here: {output.terminal_safe_text(', '.join(result.found.unused_columns))}"
        )


def _guessed_name(found: ContactList) -> str:
    """A name or note that another encoding would show otherwise; "" where nothing was guessed."""
    texts = (
        [text for contact in found.contacts for text in (contact.address.name, contact.note)]
        if found.is_encoding_guessed
        else []
    )
    return next((cut_to_width(output.terminal_safe_text(text), 40) for text in texts if not text.isascii()), "")
