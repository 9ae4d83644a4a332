"""`watcher explain`: why a message is what it is. A file is judged anew; what was decided is told from the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from watcher import cli
from watcher.cli import inquiries, offline
from watcher.cli.classify import row
from watcher.config import opening_hours
from watcher.config.load import Config
from watcher.core.hours import next_mail
from watcher.core.inquiry.model import Inquiry
from watcher.core.letters import wording
from watcher.core.message.model import Facts, Unreadable
from watcher.core.rules import rules, traits
from watcher.core.rules.model import Bar, Verdict
from watcher.edge import mail_files
from watcher.edge.clock import Clock
from watcher.edge.store.mail import Line
from watcher.edge.store.store import Tx

_TRACKS = {
    "N": "never an inquiry",
    "I": "may be an inquiry all the same",
    "F": "an inquiry only where a rule says so",
}


@click.command()
@click.argument("what", metavar="WHAT")
@offline.address_option
@offline.rules_option
@cli.as_json
@click.pass_context
def explain(
    context: click.Context, what: str, addresses: Sequence[str], rule_paths: Sequence[Path], as_json: bool
) -> None:
    """Why a message is what it is. WHAT is a mail file, the number of an inquiry, or a Message-ID.

    A file: what it says, every rule tried, the decision. A number or a Message-ID: what was decided when it came, why it
    is in the digest, why it was or was not acknowledged, and what comes next.
    """
    path = Path(what)
    if what.isdecimal() and not path.exists():
        _inquiry(context, int(what), as_json)
    elif path.exists():
        bench = offline.bench(context, rule_paths, addresses)
        for kept in mail_files.read([path]):
            _message(bench, kept, as_json)
    else:
        _message_id(context, what.strip("<> "), as_json)


# --- a file


def _message(bench: offline.Bench, kept: mail_files.Kept, as_json: bool) -> None:
    message, verdict = bench.judge(kept.arrival)
    if isinstance(message, Unreadable):
        told = {**row(kept.place, message, verdict), "facts": {}, "hits": [], "rules": []}
    else:
        us = bench.us_of(message)
        told = {
            **row(kept.place, message, verdict),
            "facts": _facts(message),
            "hits": [asdict(hit) for hit in rules.hits(message, bench.ruleset, us)],
            "rules": [asdict(step) for step in rules.trace(message, bench.ruleset, us)],
        }
    if as_json:
        cli.json_line(told)
    else:
        _print_message(told, bench, verdict)


def _facts(message: Facts) -> dict[str, Any]:
    """What a person would ask about first, as text."""
    return {
        "from": [str(each) for each in message.from_],
        "sender": str(message.sender) if message.sender else None,
        "reply_to": [str(each) for each in message.reply_to],
        "to": [str(each) for each in (*message.to, *message.cc)],
        "return_path": message.return_path,
        "subject": message.subject,
        "message_id": message.message_id,
        "in_reply_to": list(message.in_reply_to),
        "references": list(message.references),
        "is_reply": message.is_reply,
        "is_forward": message.is_forward,
        "language": traits.language(message),
        "parts": list(message.part_types),
        "attachments": list(message.attachments),
        "links": message.links,
        "images": message.images,
        "size": message.size,
        "truncated": message.truncated,
        "defects": list(message.defects),
        "fingerprint": message.fingerprint,
        "own_text": message.own_text[:1000],
    }


def _print_message(told: dict[str, Any], bench: offline.Bench, verdict: Verdict) -> None:
    cli.heading(cli.plain(told["file"]))
    for name, value in told["facts"].items():
        if value not in (None, "", [], False, 0) and name not in ("own_text", "fingerprint"):
            shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            _pair(name.replace("_", " "), shown)
    if told["facts"].get("return_path") == "":
        _pair("return path", "<>")
    text = told["facts"].get("own_text", "").strip()
    for line in text.splitlines()[:8]:
        click.echo(f"  | {cli.cut(cli.plain(line), cli.width() - 4)}")
    cli.heading("\nWhat forbids an acknowledgement")
    for hit in told["hits"]:
        _pair(hit["code"], f"{hit['why']} ({_TRACKS[hit['bar']]})", 22)
    if not told["hits"]:
        click.echo("  nothing")
    settled = any(hit["bar"] == Bar.NEVER for hit in told["hits"])
    cli.heading(f"\n{'What the rules would say, were they asked' if settled else 'Rules tried'} ({bench.source})")
    for step in told["rules"]:
        click.echo(f"  {'*' if step['matched'] else ' '} {cli.cut(cli.plain(step['rule']), 60)}")
        click.echo(f"      {cli.cut(cli.plain(step['why']), max(40, 3 * cli.width()))}")
    if not told["rules"]:
        click.echo("  none")
    cli.heading("\nDecision")
    _pair("kind", f"{verdict.kind}: {verdict.why}")
    _pair("by", f'rule "{verdict.rule}"' if verdict.rule else "the decision table, not a rule")
    _pair("track", "yes: a person must see it" if verdict.track else "no")
    if verdict.ack:
        _pair("ack", f"yes, to {verdict.customer}, template {verdict.template}")
    else:
        _pair("ack", f"no: {'; '.join(f'{code} ({wording.reason(code)})' for code in verdict.codes)}")
    for name in ("owner", "ladder"):
        if getattr(verdict, name):
            _pair(name, getattr(verdict, name))


def _pair(label: str, value: object, width: int = 12) -> None:
    click.echo(f"  {label:<{width}} {cli.plain(str(value))}")


# --- what was decided


def _inquiry(context: click.Context, number: int, as_json: bool) -> None:
    with inquiries.opened(context) as (config, store), store.begin() as tx:
        _tell(config, tx, inquiries.get(tx, number), as_json)


def _message_id(context: click.Context, message_id: str, as_json: bool) -> None:
    with inquiries.opened(context) as (config, store), store.begin() as tx:
        lines = tx.mail.lines_by_message_id(message_id)
        if not lines:
            raise click.ClickException(
                f"{cli.plain(message_id)}: no such file, and Watcher has seen no message with that Message-ID"
            )
        number = next((each.inquiry for each in lines if each.inquiry), None)
        if number is not None:
            _tell(config, tx, inquiries.get(tx, number), as_json)
            return
    for line in lines:
        if as_json:
            cli.json_line(_decided(line))
        else:
            cli.heading(
                f"{line.locator.mailbox} / {line.locator.folder} / {line.locator.uid}: {cli.plain(line.subject)}"
            )
            _print_line(line)
            _pair("inquiry", "none: it was not tracked")


def _tell(config: Config, tx: Tx, inquiry: Inquiry, as_json: bool) -> None:
    """Why is it here, why was it not acknowledged, what comes next?"""
    now = Clock().now()
    ack = tx.letters.acknowledgement_of(inquiry.number)
    lines = tx.mail.lines_of(inquiry.number)
    person = config.people.get(inquiry.owner)
    digest_at = next_mail(person.digest, opening_hours.of_person(config, inquiry.owner), now) if person else None
    codes = [code for line in lines[:1] for code in line.codes]
    if as_json:
        told = inquiries.inquiry_row(inquiry, ack)
        cli.json_line(
            {
                **told,
                "ack_reason": inquiry.ack_reason,
                "codes": codes,
                "messages": [_decided(each) for each in lines],
                "next_digest_at": inquiries.iso(digest_at),
            }
        )
        return
    zone = ZoneInfo(config.timezone)
    cli.heading(f"Inquiry {inquiry.number}: {cli.plain(inquiry.subject)}")
    cli.heading("\nWhy is it here?")
    for line in lines:
        _print_line(line)
    if not lines:
        click.echo("  its messages are no longer in the ledger")
    cli.heading("\nWhy was it acknowledged, or not?")
    said = inquiries.acknowledged(ack)
    if said == "no":
        why = (ack.error if ack else "") or inquiry.ack_reason or (codes[0] if codes else "")
        _pair("no", f"{why}: {wording.reason(why)}" if why else "none was written")
        for code in codes:
            if code != why:
                _pair("also", f"{code}: {wording.reason(code)}")
    else:
        assert ack is not None
        _pair(said, f"to {ack.recipient}" + (f" ({ack.error})" if ack.error else ""))
    cli.heading("\nWhat comes next?")
    for text in inquiries.outlook(inquiry, zone):
        click.echo(f"  {text}")
    if digest_at and inquiry.next_nag_at:
        click.echo(f"  {inquiry.owner}'s next digest: {digest_at.astimezone(zone):%a %d %b %H:%M}")


def _decided(line: Line) -> dict[str, Any]:
    told = inquiries.mail_row(line)
    return {**told, "rule": line.rule, "codes": list(line.codes), "inquiry": line.inquiry}


def _print_line(line: Line) -> None:
    at = f"{line.received_at:%Y-%m-%d %H:%M}Z" if line.received_at else "before Watcher came"
    _pair(at, f"{line.kind or 'baseline'}: {line.why}", 17)
    if line.rule:
        _pair("", f'by the rule "{line.rule}"', 17)
    if line.codes:
        _pair("", f"codes: {', '.join(line.codes)}", 17)
