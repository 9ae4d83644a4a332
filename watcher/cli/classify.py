"""`watcher classify`: mail files, offline, one verdict a message."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from watcher.cli import offline, output
from watcher.core.message.model import Facts, Unreadable
from watcher.core.rules import proposals
from watcher.core.rules.model import Verdict
from watcher.edge import mail_files


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILE…")
@offline.address_option
@offline.rules_option
@output.json_option
@click.pass_context
def classify(
    context: click.Context, files: Sequence[Path], addresses: Sequence[str], rule_paths: Sequence[Path], as_json: bool
) -> None:
    """One verdict for each message in FILE…: .eml, mbox, Maildir, or a folder of them, subfolders included.

    Uses the configured rules, or those that ship. Without a configuration and without --address, "we" are whoever a
    message is addressed to. What depends on earlier mail (rates, replies, age) plays no part here. If there is one message,
    and a form sent it, a rule for this form follows.
    """
    bench = offline.build_classifier(context, rule_paths, addresses)
    count, proposal = 0, None
    for kept in mail_files.read_messages(files):
        count += 1
        message, verdict = bench.classify_arrival(kept.arrival)
        proposal = _propose_rule(message, verdict) if count == 1 and not as_json else None
        if as_json:
            output.print_json_line(verdict_row(kept.location, message, verdict))
        else:
            click.echo(verdict_line(kept.location, verdict))
    if not count:
        raise click.ClickException("no mail found there")
    if proposal:
        click.echo(
            f"\nA form sent it. Is it yours? Then this rule lets its visitors be acknowledged. Put it into rules/20-website.toml;"
            f"\n`watcher rules test` tries it, and a Watcher that runs takes it within seconds.\n\n{proposal}",
            nl=False,
        )


def _propose_rule(message: Facts | Unreadable, verdict: Verdict) -> str | None:
    """The rule for a form that nobody said is ours."""
    if isinstance(message, Unreadable) or verdict.ack or verdict.customer is None or "web" not in verdict.tags:
        return None
    return proposals.propose_form_rule(message, verdict.customer)


def verdict_row(place: str, message: Facts | Unreadable, verdict: Verdict) -> dict[str, Any]:
    """A verdict as `classify --json` shows it."""
    return {
        "file": place,
        "message_id": message.message_id if isinstance(message, Facts) else "",
        "kind": verdict.kind,
        "attention": verdict.attention,
        "track": verdict.track,
        "ack": verdict.ack,
        "ack_reason": verdict.ack_reason,
        "rule": verdict.rule,
        "why": verdict.why,
        "customer": verdict.customer.email if verdict.customer else None,
        "subject": message.subject if isinstance(message, Facts) else "",
    }


def verdict_line(place: str, verdict: Verdict) -> str:
    """A verdict on one line of the terminal."""
    ack = "ack" if verdict.ack else f"no ack: {verdict.ack_reason}"
    columns = f"{verdict.kind:<10}{verdict.attention:<8}{ack:<28}"
    name = output.terminal_safe_text(place)
    return f"{columns} {output.truncate_left(name, max(20, output.terminal_width() - len(columns) - 1))}"
