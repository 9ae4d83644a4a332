"""`list`: what waits. A person looks on, so it imports what a list shows and nothing that changes anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from watcher.cli import output
from watcher.cli.opening import read_overview
from watcher.core.outbox.model import LetterState
from watcher.edge.overview import ListedInquiry

if TYPE_CHECKING:
    from watcher.config.models import Config
    from watcher.core.inquiry.model import Inquiry, ReplyProof


@click.command("list")
@click.option("--all", "everything", is_flag=True, help="Closed ones too.")
@output.json_option
@click.pass_context
def list_(context: click.Context, everything: bool, as_json: bool) -> None:
    """What waits for an answer, the longest wait first."""
    config = context.find_root().obj.load_readable_config()
    found = read_overview(config, lambda overview, _: overview.list_inquiries(closed_too=everything))
    if as_json:
        for inquiry in found:
            output.print_json_line(inquiry_row(inquiry, inquiry.acknowledgement))
        return
    if not found:
        click.echo(f"{'No inquiry yet' if everything else 'Nothing waits'} (state: {config.state_dir}).")
        return
    _print_inquiry_table(found, config)


def inquiry_row(inquiry: Inquiry | ListedInquiry, ack: LetterState | None) -> dict[str, Any]:
    """An inquiry as `list --json` shows it, instants in ISO 8601. `ack`: what became of its acknowledgement; None: there is none."""
    evidence, hint = _proof_row(inquiry.reply_proof), _proof_row(inquiry.possible_answer)
    return {
        "number": inquiry.number,
        "mailbox": inquiry.mailbox,
        "state": inquiry.state,
        "customer": inquiry.customer or None,
        "subject": inquiry.subject,
        "opened_at": output.iso_timestamp(inquiry.opened_at),
        "promise_at": output.iso_timestamp(inquiry.promise_at),
        "next_nag_at": output.iso_timestamp(inquiry.next_nag_at),
        "nags": inquiry.nags,
        "owner": inquiry.owner,
        "acknowledged": acknowledgement_status(ack),
        "evidence": evidence,
        "looks_answered": hint,
    }


def _proof_row(proof: ReplyProof | None) -> dict[str, Any] | None:
    if proof is None:
        return None
    return {"by": proof.by, "message_id": proof.message_id, "at": output.iso_timestamp(proof.at), "how": proof.how}


def acknowledgement_status(ack: LetterState | None) -> str:
    """sent, pending, no, failed or uncertain."""
    if ack is None or ack in (LetterState.CANCELLED, LetterState.WITHHELD):
        return "no"
    return "pending" if ack in (LetterState.PENDING, LetterState.SENDING) else str(ack)


_INQUIRY_COLUMNS = (
    output.Column("#", is_number=True),
    output.Column("state"),
    output.Column("opened"),
    output.Column("customer", share=2),
    output.Column("subject", share=3),
    output.Column("nags", is_number=True),
    output.Column("owner"),
)


def describe_owner(inquiry: Inquiry | ListedInquiry, config: Config) -> str:
    """Whom it is with; and to whom it was given, where the configuration knows them no longer. What is over stays theirs."""
    owner = config.current_owner(inquiry.owner, inquiry.mailbox)
    return f"{owner} (was {inquiry.owner})" if owner != inquiry.owner and inquiry.next_nag_at else inquiry.owner


def _print_inquiry_table(inquiries: Sequence[ListedInquiry], config: Config) -> None:
    cells, zone = [], ZoneInfo(config.timezone)
    for inquiry in inquiries:
        state = "answered?" if inquiry.possible_answer else inquiry.state
        opened = f"{inquiry.opened_at.astimezone(zone):%d %b %H:%M}"
        customer = inquiry.customer or "?"
        cells.append(
            (inquiry.number, state, opened, customer, inquiry.subject, inquiry.nags, describe_owner(inquiry, config))
        )
    click.echo("\n".join(output.table_lines(_INQUIRY_COLUMNS, cells, output.terminal_width())))
