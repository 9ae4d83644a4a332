"""`watcher check`: is the configuration right, and with --online: does every server do what it needs?"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from watcher.cli import output, server_habits
from watcher.config.check import find_suspicious_settings
from watcher.config.models import Config, MailboxTable
from watcher.core.rules import examples, lint
from watcher.edge.clock import Clock
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import ImapSession, fetch_credentials
from watcher.edge.smtp import SmtpClient
from watcher.service import accounts


@dataclass(frozen=True)
class CheckResult:
    """One thing that was looked at. `level` is ok, note or bad."""

    level: str
    text: str


@click.command()
@click.option("--online", is_flag=True, help="Log in to every server and say what is there.")
@output.json_option
@click.pass_context
def check(context: click.Context, online: bool, as_json: bool) -> None:
    """Configuration, rules and templates; with --online every server too.

    Exit 1: a server cannot be used, or an example in the rules came out otherwise; 2: the configuration is wrong.
    """
    session = context.find_root().obj
    config: Config = session.load_config()
    bad = False
    for result in _check_results(session.config_path(), config, online):
        bad = bad or result.level == "bad"
        if as_json:
            output.print_json_line({"level": result.level, "text": result.text})
        else:
            click.echo(
                f"{ {'ok': 'ok ', 'note': ' · ', 'bad': '!! '}[result.level] } {output.terminal_safe_text(result.text)}"
            )
    context.exit(1 if bad else 0)


def _check_results(path: Path, config: Config, online: bool) -> Iterator[CheckResult]:
    yield CheckResult("ok", f"{path}: {len(config.mailbox)} mailbox(es), {len(config.people)} person(s)")
    yield from _check_rules(config)
    yield CheckResult("ok", f"templates: {', '.join(sorted(config.templates.acknowledgement_names))}")
    if path.stat().st_mode & 0o002:
        yield CheckResult("note", f"{path} can be written by everybody: chmod o-w {path}")
    for odd in find_suspicious_settings(config, Clock().now()):
        yield CheckResult("note", odd)
    for name, habits in server_habits.find_server_habits(config).items():
        yield from (CheckResult("note", f"{name}: the server {habit}") for habit in habits)
    for box in config.mailbox:
        if online:
            yield from _check_servers(config, box)
        else:
            yield CheckResult(
                "note", f"{box.name}: not asked (--online logs in to {box.imap.host} and {box.smtp.host})"
            )


def _check_rules(config: Config) -> Iterator[CheckResult]:
    ruleset = config.ruleset
    failures = examples.find_failures(ruleset)
    count = examples.count_examples(ruleset)
    if not failures:
        yield CheckResult("ok", f"rules: {len(ruleset.rules)}, and their {count} examples come out as expected")
    for failure in failures:
        yield CheckResult("bad", failure)
    for problem in lint.find_rule_problems(ruleset):
        yield CheckResult("note", str(problem))


def _check_servers(config: Config, box: MailboxTable) -> Iterator[CheckResult]:
    try:
        yield from _check_imap(config, box)
    except MailboxError as error:
        yield CheckResult("bad", f"{box.name}: IMAP {box.imap.host}:{box.imap.effective_port}: {error}")
    trouble = asyncio.run(SmtpClient(accounts.smtp_account(box, config)).verify_login())
    where = f"{box.name}: SMTP {box.smtp.host}:{box.smtp.effective_port}"
    yield CheckResult("bad", f"{where}: {trouble.text}") if trouble else CheckResult("ok", f"{where}: logged in")


def _check_imap(config: Config, box: MailboxTable) -> Iterator[CheckResult]:
    account = accounts.imap_account(box, config)
    session = ImapSession(account).open_connection(asyncio.run(fetch_credentials(account)))
    try:
        where = f"{box.name}: IMAP {box.imap.host}:{box.imap.effective_port}"
        waits = "offers IDLE" if session.supports_idle() else f"offers no IDLE: looked at every {box.poll}"
        yield CheckResult("ok", f"{where}: logged in as {box.imap.user}; {waits}")
        for folder in box.inbox:
            yield _check_folder(session, box.name, folder, "inbox")
        sent = session.find_sent_folders() if box.sent == "auto" else list(box.sent)
        for folder in sent:
            yield _check_folder(session, box.name, folder, "sent mail")
        if unwatched := [name for name in session.find_sent_lookalikes() if name not in (*sent, *box.inbox)]:
            names = ", ".join(repr(name) for name in unwatched[:20])
            text = f"{box.name}: looks like sent mail and is not watched: {names}; replies filed there are not seen"
            yield CheckResult("note", text)
        if not sent:
            names = ", ".join(name for _, name in session.list_folders()[:20])
            yield CheckResult(
                "bad",
                f"{box.name}: no folder of sent mail found, so no reply can be seen: "
                f'write sent = ["…"] with one of {names}',
            )
    finally:
        session.drop_connection()


def _check_folder(session: ImapSession, name: str, folder: str, what: str) -> CheckResult:
    try:
        _, _, exists = session.examine_folder(folder)
    except MailboxError as error:
        return CheckResult("bad", f"{name}: {what}: {error}")
    return CheckResult("ok", f"{name}: {what} {folder!r}, {exists} messages")
