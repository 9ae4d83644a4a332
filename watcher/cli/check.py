"""`watcher check`: is the configuration right, and with --online: does every server do what it needs?"""

from __future__ import annotations

import asyncio
from collections.abc import Generator, Iterator
from datetime import timedelta
from pathlib import Path

import click

from watcher.cli import output, server_habits
from watcher.config.check import find_suspicious_settings
from watcher.config.models import Config, MailboxTable
from watcher.core.health import clock as clocks
from watcher.core.health.findings import Finding, Level, judge_clock, judge_file_system
from watcher.core.rules import examples, lint
from watcher.core.rules.holding import HoldingPhrases
from watcher.edge.clock import Clock
from watcher.edge.credentials import Secret, SecretError, read_password
from watcher.edge.disk import find_file_system
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import ImapSession, fetch_credentials
from watcher.edge.login_advice import describe_odd_password
from watcher.service import accounts
from watcher.service.checkup.alerts import check_alert_roads, send_test_alerts
from watcher.service.checkup.files import check_files
from watcher.service.checkup.mailbox import MailboxCheck
from watcher.service.checkup.round_trip import RoundTrip
from watcher.service.checkup.servers import check_port
from watcher.service.checkup.submission import check_submission

_SIGNS = {Level.OK: "ok ", Level.NOTE: " · ", Level.BAD: "!! "}


@click.command()
@click.option(
    "--online", is_flag=True, help="Log in to every server, say what is there, and try sender and recipients."
)
@click.option(
    "--send-test",
    is_flag=True,
    help="The same, and send the owner a letter, read one back, and try every road of the alerts.",
)
@output.json_option
@click.pass_context
def check(context: click.Context, online: bool, send_test: bool, as_json: bool) -> None:
    """Configuration, rules and templates; with --online every server too.

    Exit 1: a server cannot be used, or an example in the rules came out otherwise; 2: the configuration is wrong.
    """
    session = context.find_root().obj
    config: Config = session.load_config()
    bad = False
    findings = _check_offline(session.config_path(), config, online or send_test)
    for result in findings if not (online or send_test) else _chain_online(findings, config, send_test):
        bad = bad or result.level is Level.BAD
        if as_json:
            output.print_json_line({"level": result.level, "text": result.text})
        else:
            click.echo(f"{_SIGNS[result.level]} {output.terminal_safe_text(result.text)}")
    context.exit(1 if bad else 0)


def _check_offline(path: Path, config: Config, online: bool) -> Iterator[Finding]:
    yield Finding(Level.OK, f"{path}: mailboxes {len(config.mailbox)}, people {len(config.people)}")
    yield from check_files(path, config)
    if clocks.is_unset(now := Clock().now()):
        yield Finding(Level.BAD, clocks.describe_unset(now))
    if odd_disk := judge_file_system(str(config.state_dir), find_file_system(config.state_dir)):
        yield odd_disk
    yield from _check_rules(config)
    yield from _check_templates(config)
    for odd in find_suspicious_settings(config, now):
        yield Finding(Level.NOTE, odd)
    for name, habits in server_habits.find_server_habits(config).items():
        yield from (Finding(Level.NOTE, f"{name}: the server {habit}") for habit in habits)
    for box in config.mailbox if not online else ():
        yield Finding(Level.NOTE, f"{box.name}: not asked (--online logs in to {box.imap.host} and {box.smtp.host})")


def _check_templates(config: Config) -> Iterator[Finding]:
    """Those that ship, too: a start does not try them out."""
    spoilt = config.templates.find_problems()
    for file, line, what in spoilt:
        yield Finding(Level.BAD, f"templates/{file}:{line}: {what}" if line else f"templates/{file}: {what}")
    if not spoilt:
        yield Finding(Level.OK, f"templates: {', '.join(sorted(config.templates.acknowledgement_names))}")


def _check_rules(config: Config) -> Iterator[Finding]:
    ruleset = config.ruleset
    failures = examples.find_failures(ruleset)
    count = examples.count_examples(ruleset)
    if not failures:
        yield Finding(Level.OK, f"rules: {len(ruleset.rules)}, and their {count} examples come out as expected")
    for failure in failures:
        yield Finding(Level.BAD, failure)
    for problem in lint.find_rule_problems(ruleset):
        yield Finding(Level.NOTE, str(problem))
    if ruleset.rules and ruleset.holding_phrases == HoldingPhrases():  # that there are none is said by itself
        text = "rules: none of them has [[holding]] phrases: a reply that only says “I will get back to you” counts as an answer"
        yield Finding(
            Level.NOTE, f"{text}. Yours stand in place of the rules that ship: watcher init writes those into a folder"
        )


def _chain_online(offline: Iterator[Finding], config: Config, send_test: bool) -> Iterator[Finding]:
    yield from offline
    for box in config.mailbox:
        yield from _OnlineCheck(config, box).run(send_test)
    yield from check_alert_roads(config, Clock())
    if send_test:
        yield from asyncio.run(send_test_alerts(config, Clock()))


class _OnlineCheck:
    """One mailbox, its two servers, and their clocks."""

    def __init__(self, config: Config, box: MailboxTable) -> None:
        self._config, self._box, self._clock = config, box, Clock()
        self._clock_errors: list[timedelta | None] = []

    def run(self, send_test: bool) -> Iterator[Finding]:
        can_read = yield from self._check_imap()
        can_send = yield from self._check_smtp()
        if send_test and can_read and can_send:
            trip = RoundTrip(self._config, self._box, self._clock)
            for finding in asyncio.run(trip.run()):
                yield Finding(finding.level, f"{self._box.name}: {finding.text}")
            self._clock_errors.append(trip.clock_error)
        if can_read or can_send:
            known = [error for error in self._clock_errors if error is not None]
            judged = judge_clock(max(known, key=abs, default=None))
            yield Finding(judged.level, f"{self._box.name}: {judged.text}")

    def _check_imap(self) -> Generator[Finding, None, bool]:
        """Whether it can be used is returned."""
        config, box = self._config, self._box
        where = f"{box.name}: IMAP {box.imap.host}:{box.imap.effective_port}"
        port = check_port(box.imap, where, self._clock)
        yield from port.findings
        self._clock_errors.append(port.clock_error)
        if not port.usable:
            return False
        account = accounts.imap_account(box, config)
        session = ImapSession(account)
        try:
            session.open_connection(asyncio.run(fetch_credentials(account)))
            waits = "offers IDLE" if session.supports_idle() else f"offers no IDLE: looked at every {box.poll}"
            yield Finding(Level.OK, f"{where}: logged in as {box.imap.user}; {waits}")
            look = MailboxCheck(config, box, session, self._clock)
            for finding in look.run():
                yield Finding(finding.level, f"{box.name}: {finding.text}")
            self._clock_errors.append(look.clock_error)
        except MailboxError as error:
            named = f"{box.imap.host}:{box.imap.effective_port}: "
            yield Finding(Level.BAD, f"{where}: {str(error).removeprefix(named)}")
            yield from _judge_password(box.imap.password, where) if error.kind == "login" else ()
            return False
        finally:
            session.drop_connection()
        return True

    def _check_smtp(self) -> Generator[Finding, None, bool]:
        """Whether it can be used is returned."""
        box = self._box
        where = f"{box.name}: SMTP {box.smtp.host}:{box.smtp.effective_port}"
        port = check_port(box.smtp, where, self._clock)
        yield from port.findings
        self._clock_errors.append(port.clock_error)
        if not port.usable:
            return False
        usable = True
        for finding in asyncio.run(check_submission(self._config, box)):
            usable = usable and finding.level is not Level.BAD
            yield Finding(finding.level, f"{where}: {finding.text}")
        if not usable:
            yield from _judge_password(box.smtp.password, where)
        return usable


def _judge_password(secret: Secret | None, where: str) -> Iterator[Finding]:
    """After a refusal: what may be wrong with it, without a character of it."""
    try:
        odd = describe_odd_password(read_password(secret)) if secret is not None else ""
    except SecretError:  # which was said already
        return
    if odd:
        yield Finding(Level.NOTE, f"{where}: the password from {secret} {odd}: correct it if that is not meant")
