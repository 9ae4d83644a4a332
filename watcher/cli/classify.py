"""`watcher classify`: mail files, offline, one verdict a message."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from watcher import cli
from watcher.cli import offline
from watcher.core.message.model import Facts, Unreadable
from watcher.core.rules.model import Verdict
from watcher.edge import mail_files


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path), metavar="FILE…")
@offline.address_option
@offline.rules_option
@cli.as_json
@click.pass_context
def classify(
    context: click.Context, files: Sequence[Path], addresses: Sequence[str], rule_paths: Sequence[Path], as_json: bool
) -> None:
    """One verdict for each message in FILE…: .eml, mbox, Maildir, or a folder of them, subfolders included.

    Uses the configured rules, or those that ship. Without a configuration and without --address, "we" are whoever a
    message is addressed to. What depends on earlier mail (rates, replies, age) plays no part here.
    """
    bench = offline.bench(context, rule_paths, addresses)
    found = False
    for kept in mail_files.read(files):
        found = True
        message, verdict = bench.judge(kept.arrival)
        if as_json:
            cli.json_line(row(kept.place, message, verdict))
        else:
            click.echo(line(kept.place, verdict))
    if not found:
        raise click.ClickException("no mail found there")


def row(place: str, message: Facts | Unreadable, verdict: Verdict) -> dict[str, Any]:
    """A verdict as `classify --json` shows it."""
    return {
        "file": place,
        "message_id": message.message_id if isinstance(message, Facts) else "",
        "kind": verdict.kind,
        "track": verdict.track,
        "ack": verdict.ack,
        "ack_reason": verdict.ack_reason,
        "rule": verdict.rule,
        "why": verdict.why,
        "customer": verdict.customer.email if verdict.customer else None,
        "subject": message.subject if isinstance(message, Facts) else "",
    }


def line(place: str, verdict: Verdict) -> str:
    """A verdict on one line of the terminal."""
    track = "track" if verdict.track else "-"
    ack = "ack" if verdict.ack else f"no ack: {verdict.ack_reason}"
    said = f"{verdict.kind:<10}{track:<7}{ack:<28}"
    name = cli.plain(place)
    return f"{said} {cli.cut_left(name, max(20, cli.width() - len(said) - 1))}"
