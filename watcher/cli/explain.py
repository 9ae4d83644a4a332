"""`watcher explain`: why a message is what it is. A file is judged anew; what was decided is told from the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from watcher.cli import inquiries, offline, output
from watcher.cli.classify import verdict_row
from watcher.cli.list import acknowledgement_status, inquiry_row
from watcher.cli.opening import read_state
from watcher.config.models import Config
from watcher.core.digest_times import next_service_time
from watcher.core.inquiry.model import Inquiry
from watcher.core.letters.text_width import cut_to_width
from watcher.core.message.model import Facts, Unreadable
from watcher.core.rules import rules, traits
from watcher.core.rules.codes import TrackingEffect, english_reason
from watcher.core.rules.model import Attention, SuppressionMatch, Verdict
from watcher.edge import mail_files
from watcher.edge.clock import Clock
from watcher.edge.store.ledger import LedgerEntry
from watcher.edge.store.store import Transaction

_TRACKING_EFFECTS = {
    "N": "never an inquiry",
    "I": "may be an inquiry all the same",
    "F": "an inquiry only where a rule says so",
}
_ATTENTION_MEANINGS = {
    Attention.ANSWER: "a person must answer it",
    Attention.REVIEW: "in doubt: shown once in a digest, and never acknowledged",
    Attention.NONE: "nobody expects an answer",
}


@click.command()
@click.argument("what", metavar="WHAT")
@offline.address_option
@offline.rules_option
@output.json_option
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
        _explain_inquiry_by_number(context, int(what), as_json)
    elif path.exists():
        bench = offline.build_classifier(context, rule_paths, addresses)
        for kept in mail_files.read_messages([path]):
            _explain_file_message(bench, kept, as_json)
    else:
        _explain_message_id(context, what.strip("<> "), as_json)


# --- a file


def _explain_file_message(bench: offline.OfflineClassifier, kept: mail_files.StoredMessage, as_json: bool) -> None:
    message, verdict = bench.classify_arrival(kept.arrival)
    if isinstance(message, Unreadable):
        row = {**verdict_row(kept.location, message, verdict), "facts": {}, "hits": [], "rules": []}
    else:
        us = bench.own_addresses_for(message)
        row = {
            **verdict_row(kept.location, message, verdict),
            "facts": _facts_row(message),
            "hits": [_suppression_row(match) for match in rules.find_suppression_matches(message, bench.ruleset, us)],
            "rules": [asdict(step) for step in rules.trace_rules(message, bench.ruleset, us)],
        }
    if as_json:
        output.print_json_line(row)
    else:
        _print_explanation(row, bench, verdict)


def _suppression_row(match: SuppressionMatch) -> dict[str, Any]:
    return {"code": match.code, "bar": match.effect, "kind": match.kind, "why": match.why}


def _facts_row(message: Facts) -> dict[str, Any]:
    """What a person would ask about first, as text."""
    return {
        "from": [str(address) for address in message.from_],
        "sender": str(message.sender) if message.sender else None,
        "reply_to": [str(address) for address in message.reply_to],
        "to": [str(address) for address in (*message.to, *message.cc)],
        "return_path": message.return_path,
        "subject": message.subject,
        "message_id": message.message_id,
        "in_reply_to": list(message.in_reply_to),
        "references": list(message.references),
        "is_reply": message.is_reply,
        "is_forward": message.is_forward,
        "language": traits.message_language(message),
        "parts": list(message.part_types),
        "attachments": list(message.attachments),
        "links": message.links,
        "images": message.images,
        "layout": list(message.layout),
        "size": message.size,
        "truncated": message.truncated,
        "defects": list(message.defects),
        "fingerprint": message.fingerprint,
        "own_text": message.own_text[:1000],
    }


def _print_explanation(row: dict[str, Any], bench: offline.OfflineClassifier, verdict: Verdict) -> None:
    output.print_heading(output.terminal_safe_text(row["file"]))
    for name, value in row["facts"].items():
        if value not in (None, "", [], False, 0) and name not in ("own_text", "fingerprint"):
            shown = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            _print_field(name.replace("_", " "), shown)
    if row["facts"].get("return_path") == "":
        _print_field("return path", "<>")
    text = row["facts"].get("own_text", "").strip()
    for line in text.splitlines()[:8]:
        click.echo(f"  | {cut_to_width(output.terminal_safe_text(line), output.terminal_width() - 4)}")
    output.print_heading("\nWhat forbids an acknowledgement")
    for hit in row["hits"]:
        _print_field(hit["code"], f"{hit['why']} ({_TRACKING_EFFECTS[hit['bar']]})", 22)
    if not row["hits"]:
        click.echo("  nothing")
    settled = any(hit["bar"] == TrackingEffect.EXCLUDES for hit in row["hits"])
    output.print_heading(
        f"\n{'What the rules would say, were they asked' if settled else 'Rules tried'} ({bench.rules_source})"
    )
    for step in row["rules"]:
        click.echo(f"  {'*' if step['matched'] else ' '} {cut_to_width(output.terminal_safe_text(step['rule']), 60)}")
        click.echo(
            f"      {cut_to_width(output.terminal_safe_text(step['why']), max(40, 3 * output.terminal_width()))}"
        )
        for sign in step["signs"]:
            click.echo(f"        {output.terminal_safe_text(sign)}")
    if not row["rules"]:
        click.echo("  none")
    output.print_heading("\nDecision")
    _print_field("kind", f"{verdict.kind}: {verdict.why}")
    _print_field("by", f'rule "{verdict.rule}"' if verdict.rule else "the decision table, not a rule")
    _print_field("attention", f"{verdict.attention}: {_ATTENTION_MEANINGS[verdict.attention]}")
    if verdict.ack:
        _print_field("ack", f"yes, to {verdict.customer}, template {verdict.template}")
    else:
        _print_field("ack", f"no: {'; '.join(f'{code} ({english_reason(code)})' for code in verdict.codes)}")
    for name in ("owner", "ladder"):
        if getattr(verdict, name):
            _print_field(name, getattr(verdict, name))


def _print_field(label: str, value: object, width: int = 12) -> None:
    click.echo(f"  {label:<{width}} {output.terminal_safe_text(str(value))}")


# --- what was decided


def _explain_inquiry_by_number(context: click.Context, number: int, as_json: bool) -> None:
    with read_state(context) as (config, tx):
        _explain_inquiry(config, tx, inquiries.require_inquiry(tx, number), as_json)


def _explain_message_id(context: click.Context, message_id: str, as_json: bool) -> None:
    with read_state(context) as (config, tx):
        lines = tx.ledger.entries_by_message_id(message_id)
        if not lines:
            raise click.ClickException(
                f"{output.terminal_safe_text(message_id)}: no such file, and Watcher has seen no message with that Message-ID"
            )
        number = next((entry.inquiry for entry in lines if entry.inquiry), None)
        if number is not None:
            _explain_inquiry(config, tx, inquiries.require_inquiry(tx, number), as_json)
            return
    for line in lines:
        if as_json:
            output.print_json_line(_ledger_row(line))
        else:
            output.print_heading(
                f"{line.locator.mailbox} / {line.locator.folder} / {line.locator.uid}: {output.terminal_safe_text(line.subject)}"
            )
            _print_ledger_entry(line, config.calendar.zone)
            _print_field("inquiry", "none: it was not tracked")


def _explain_inquiry(config: Config, tx: Transaction, inquiry: Inquiry, as_json: bool) -> None:
    """Why is it here, why was it not acknowledged, what comes next?"""
    now = Clock().now()
    ack = tx.letters.latest_acknowledgement(inquiry.number)
    lines = tx.ledger.entries_of_inquiry(inquiry.number)
    reader, digest_at = _find_next_digest(inquiry, config, now)
    codes = [code for line in lines[:1] for code in line.codes]
    if as_json:
        row = inquiry_row(inquiry, ack.state if ack else None)
        output.print_json_line(
            {
                **row,
                "ack_reason": inquiry.ack_reason,
                "codes": codes,
                "messages": [_ledger_row(entry) for entry in lines],
                "next_digest_at": output.iso_timestamp(digest_at),
            }
        )
        return
    zone = ZoneInfo(config.timezone)
    output.print_heading(f"Inquiry {inquiry.number}: {output.terminal_safe_text(inquiry.subject)}")
    output.print_heading("\nWhy is it here?")
    for line in lines:
        _print_ledger_entry(line, zone)
    if not lines:
        click.echo("  its messages are no longer in the ledger")
    output.print_heading("\nWhy was it acknowledged, or not?")
    status = acknowledgement_status(ack.state if ack else None)
    if status == "no":
        why = (ack.reason if ack else "") or inquiry.ack_reason or (codes[0] if codes else "")
        _print_field("no", f"{why}: {english_reason(why)}" if why else "none was written")
        for code in codes:
            if code != why:
                _print_field("also", f"{code}: {english_reason(code)}")
    else:
        assert ack is not None
        _print_field(status, f"to {ack.recipient}" + (f" ({ack.explanation})" if ack.explanation else ""))
    output.print_heading("\nWhat comes next?")
    for text in inquiries.describe_next_steps(inquiry, config):
        click.echo(f"  {text}")
    if digest_at and inquiry.next_nag_at:
        click.echo(f"  {reader}'s next digest: {digest_at.astimezone(zone):%a %d %b %H:%M}")


def _find_next_digest(inquiry: Inquiry, config: Config, now: datetime) -> tuple[str, datetime | None]:
    """Whose digest comes first of those whom it is with, and when (UTC); None: nobody has one."""
    owner, calendars = config.current_owner(inquiry.owner, inquiry.mailbox), config.people_calendars()
    team = config.teams().get(owner)
    names = team.find_on_duty((), now) if team is not None else (owner,)
    digests = ((next_service_time(config.people[name].digest, calendars[name], now), name) for name in names)
    at, name = min(((at, name) for at, name in digests if at is not None), default=(None, owner))
    return name, at


def _ledger_row(line: LedgerEntry) -> dict[str, Any]:
    row = inquiries.mail_row(line)
    return {**row, "rule": line.rule, "codes": list(line.codes), "inquiry": line.inquiry}


def _print_ledger_entry(line: LedgerEntry, zone: ZoneInfo) -> None:
    at = f"{line.received_at.astimezone(zone):%Y-%m-%d %H:%M}" if line.received_at else "before Watcher came"
    _print_field(at, f"{line.kind or 'baseline'}: {line.why}", 17)
    if line.rule:
        _print_field("", f'by the rule "{line.rule}"', 17)
    if line.codes:
        _print_field("", f"codes: {', '.join(line.codes)}", 17)
