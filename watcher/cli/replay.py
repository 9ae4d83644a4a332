"""`watcher replay`: what other rules would have decided of the mail of the past: the differences only."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

import click

from watcher.cli import offline, output
from watcher.cli.mailbox_reading import read_mailbox
from watcher.cli.parameters import choose_mailboxes, mailbox_option, since_option
from watcher.config.models import Config
from watcher.core.letters.text_width import cut_to_width
from watcher.core.rules import replay as core
from watcher.core.rules.replay import DifferenceGroup, ReplayCounts, ReplayedMessage
from watcher.core.rules.saved_verdicts import SavedVerdicts, SavedVerdictsError, parse_saved_verdicts
from watcher.edge import mail_files
from watcher.edge.clock import Clock
from watcher.edge.imap.mailbox import MailboxError
from watcher.edge.store.store import NoStateError, OlderSchemaError, Store
from watcher.service import replay as service

_EXISTING = click.Path(exists=True, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class ReplayOptions:
    """What is asked for."""

    since: timedelta
    rule_paths: Sequence[Path] = ()  # (): the configured ones
    names: Sequence[str] = ()  # of mailboxes; (): all
    inboxes: Sequence[Path] = ()  # files instead of a server
    addresses: Sequence[str] = ()
    against: Path | None = None
    save: Path | None = None
    as_json: bool = False

    def require_comparison(self) -> None:
        """UsageError: files, and nothing to compare their verdicts with."""
        if self.inboxes and not self.rule_paths and self.against is None and self.save is None:
            raise click.UsageError("nothing to compare: give other --rules, or verdicts with --against")


@click.command()
@since_option("30d", "30d, 90d, 400d")
@offline.rules_option
@mailbox_option
@click.option("--inbox", "inboxes", multiple=True, type=_EXISTING, help="Files instead of a server. Repeatable.")
@offline.address_option
@click.option("--against", type=_FILE, help="Compare with the verdicts saved in this file, not with the ledger.")
@click.option("--save", type=_FILE, help="Write every verdict to this file, for --against.")
@output.json_option
@click.pass_context
def replay(context: click.Context, /, **given: Any) -> None:
    """What other rules would have decided of the mail of the past: the differences, by the rules that spoke.

    Reads the inboxes of the configured mailboxes, or with --inbox any Maildir, mbox or folder of .eml files. Changes
    nothing. What was decided is taken from the ledger; of mail it does not know, the configured rules say it. Without
    --rules the configured rules are tried, as they are now.

    Exit 1 when something differs or a mailbox could not be read.
    """
    context.exit(0 if run_replay(context, ReplayOptions(**given)) else 1)


def run_replay(context: click.Context, options: ReplayOptions) -> bool:
    """Reads and shows; was everything read, and nothing different? UsageError: an option cannot be meant."""
    options.require_comparison()
    saved = _read_saved(options.against) if options.against is not None else None
    tried = offline.build_classifier(context, options.rule_paths, options.addresses)
    standing = offline.build_classifier(context, (), options.addresses) if options.rule_paths else tried
    trial = service.ReplayRules(tried.ruleset, standing.ruleset, tried.own_addresses_for)
    is_complete = True
    with _opened_file(options.save) as target:
        running = service.Replay(trial, saved=saved, on_verdict=_writer_to(target))
        if options.as_json:
            running.on_difference = _print_difference
        if options.inboxes:
            _replay_files(running, options.inboxes)
        else:
            config = context.find_root().obj.load_config()
            is_complete = _replay_servers(config, running, options.names, Clock().now() - options.since)
    _print_result(running, options.as_json)
    return is_complete and not running.differences.message_count


def _read_saved(path: Path) -> SavedVerdicts:
    try:
        return parse_saved_verdicts(path.read_text(encoding="utf-8-sig").splitlines())
    except SavedVerdictsError as error:
        raise click.UsageError(f"--against: {path}: {error}") from None
    except UnicodeDecodeError:
        raise click.UsageError(f"--against: {path} is not UTF-8") from None
    except OSError as error:
        raise click.UsageError(f"--against: {path}: {error.strerror}") from None


@contextmanager
def _opened_file(path: Path | None) -> Iterator[IO[str] | None]:
    if path is None:
        yield None
        return
    with path.open("w", encoding="utf-8") as file:
        yield file


def _writer_to(target: IO[str] | None) -> Callable[[ReplayedMessage], None]:
    def write(message: ReplayedMessage) -> None:
        if target is not None:
            target.write(json.dumps({**_names_row(message), **core.verdict_row(message.after)}) + "\n")

    return write


# --- where the mail comes from


def _replay_files(running: service.Replay, paths: Iterable[Path]) -> None:
    running.is_dated_by_header = True
    count = 0
    for count, kept in enumerate(mail_files.read_messages(paths), 1):  # noqa: B007
        running.read("", [(kept.location, kept.arrival)])
    if not count:
        raise click.UsageError("--inbox: no mail found there")


def _replay_servers(config: Config, running: service.Replay, names: Sequence[str], since: datetime) -> bool:
    """Was every mailbox read to its end?"""
    boxes = choose_mailboxes(config, names)
    running.store = _open_ledger(config)
    is_complete = True
    try:
        for box in boxes:
            try:
                read_mailbox(
                    box,
                    config,
                    box.name,
                    lambda mailbox, on_progress: service.replay_mailbox(mailbox, since, running, on_progress),
                )
            except MailboxError as error:
                click.echo(f"watcher: {box.name}: {output.terminal_safe_text(str(error))}", err=True)
                is_complete = False
            except KeyboardInterrupt:
                click.echo("watcher: interrupted; what follows is of the messages that were read", err=True)
                return False
    finally:
        if running.store is not None:
            running.store.close()
    return is_complete


def _open_ledger(config: Config) -> Store | None:
    """The state to read; None, and a line that says so, where there is none that can be read."""
    try:
        return Store(config.database_url, read_only=True)
    except (NoStateError, OlderSchemaError) as error:
        click.echo(f"watcher: compared with the configured rules alone: {error}", err=True)
        return None


# --- what is said of it


def _print_result(running: service.Replay, as_json: bool) -> None:
    groups = running.differences.list_groups()
    if as_json:
        output.print_json_line(_summary_row(running.counts, groups))
        return
    for group in groups:
        _print_group(group)
    click.echo(_summary_sentence(running.counts, running.differences.message_count))


def _print_difference(message: ReplayedMessage) -> None:
    output.print_json_line(_difference_row(message))


def _names_row(message: ReplayedMessage) -> dict[str, Any]:
    return {
        "mailbox": message.mailbox,
        "file": message.location,
        "message_id": message.message_id,
        "fingerprint": message.fingerprint,
    }


def _difference_row(message: ReplayedMessage) -> dict[str, Any]:
    return {
        **_names_row(message),
        "received_at": output.iso_timestamp(message.received_at),
        "from": message.sender,
        "subject": message.subject,
        "baseline": message.baseline,
        "differs": list(message.differing_effects),
        "before": core.verdict_row(message.before),
        "after": core.verdict_row(message.after),
        "why": message.why,
    }


def _summary_row(counts: ReplayCounts, groups: Sequence[DifferenceGroup]) -> dict[str, Any]:
    different = sum(group.count for group in groups)
    return {
        "summary": True,
        "compared": counts.compared,
        "same": counts.compared - different,
        "different": different,
        "ledger": counts.ledger,
        "rules": counts.rules,
        "file": counts.file,
        "unreadable": counts.unreadable,
        "unsaved": counts.unsaved,
        "groups": [
            {"rule_before": group.rule_before, "rule_after": group.rule_after, "count": group.count} for group in groups
        ],
    }


def _print_group(group: DifferenceGroup) -> None:
    title = _rule_name(group.rule_after)
    if group.rule_before != group.rule_after:
        title = f"{_rule_name(group.rule_before)} → {title}"
    output.print_heading(f"{title}: {group.count}")
    for change, count in group.changes.most_common():
        click.echo(f"  {count:>5} × {output.terminal_safe_text(change)}")
    room = output.terminal_width() - 50
    for message in group.examples:
        who = cut_to_width(output.terminal_safe_text(message.sender) or "unknown sender", 32)
        subject = cut_to_width(output.terminal_safe_text(message.subject) or "no subject", room)
        click.echo(f"    {message.received_at:%Y-%m-%d}  {who:<32}  {subject}")
    if group.count > len(group.examples):
        click.echo(f"    and {group.count - len(group.examples)} more: --json names all")
    click.echo()


def _rule_name(name: str) -> str:
    return f"rule “{output.terminal_safe_text(name)}”" if name else "no rule"


def _summary_sentence(counts: ReplayCounts, different: int) -> str:
    """One line: how many, with what they were compared, and what could not be."""
    parts = [
        f"{count} with {words}"
        for count, words in (
            (counts.ledger, "what was decided when it came"),
            (counts.rules, "the configured rules"),
            (counts.file, "the file"),
        )
        if count
    ]
    text = f"{counts.compared} messages compared, {different} decided differently."
    text += f" Compared: {', '.join(parts)}." if parts else ""
    text += f" Not in the file: {counts.unsaved}." if counts.unsaved else ""
    return text + (f" Unreadable: {counts.unreadable}." if counts.unreadable else "")
