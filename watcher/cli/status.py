"""`status`: does it run, does it see, can it send? What a monitor asks every few minutes."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from watcher import __version__
from watcher.cli import instances, output
from watcher.cli.opening import read_overview
from watcher.core.health import progress
from watcher.core.health.folders import folder_subject, is_about_folder_of
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.health.titles import incident_title, sort_by_urgency, write_advice
from watcher.core.outbox import stuck
from watcher.edge.clock import Clock
from watcher.edge.guard import InstanceLock
from watcher.edge.overview import FolderLook, Overview

if TYPE_CHECKING:
    from watcher.config.models import Config, MailboxTable

#: Incidents that are shown with their mailbox.
_MAILBOX_INCIDENTS = (
    IncidentKind.MAILBOX_UNSEEN,
    IncidentKind.NO_SENT_FOLDER,
    IncidentKind.NO_REPLY_SEEN,
)
#: Incidents of a task; it is named after what it does and its mailbox.
_LOOP_INCIDENTS = (IncidentKind.LOOP_FAILING, IncidentKind.LOOP_STUCK)


@click.command()
@output.json_option
@click.pass_context
def status(context: click.Context, as_json: bool) -> None:
    """Does it run, can it read every mailbox, can it send?

    Exit 1 when it does not run, when a mailbox was not looked at completely for longer than `alerts.blind_after`, when anything keeps
    it from doing its work, or a letter does not leave.
    """
    config, now = context.find_root().obj.load_readable_config(), Clock().now()
    found, incidents = read_overview(
        config, lambda overview, tx: _collect_status(config, overview, instances.instance_rows(tx) if tx else [], now)
    )
    if as_json:
        output.print_json_line(found)
    else:
        _print_status(found, incidents, ZoneInfo(config.timezone))
    is_well = found["running"] and not found["incidents"] and not found["stuck_letters"]
    if not is_well or not all(row["ok"] for row in found["mailboxes"]):
        context.exit(1)


def _collect_status(
    config: Config, overview: Overview, others: list[dict[str, Any]], now: datetime
) -> tuple[dict[str, Any], list[Incident]]:
    """What programs are told, and the incidents, the most urgent first. `others`: one row an instance."""
    incidents, letters, seen = (
        sort_by_urgency(overview.list_incidents()),
        overview.count_letters(),
        overview.count_messages(),
    )
    folders, looks = overview.list_folders(), overview.complete_looks()
    is_held = InstanceLock.is_held(config.state_dir / "watcher.lock")
    found = {
        "running": is_held or any(row["alive"] for row in others),
        "version": __version__,
        "state_dir": str(config.state_dir),
        "mailboxes": [
            {**row, "watched_by": instances.find_watcher(others, box.name)}
            for box in config.mailbox
            for row in _mailbox_rows(
                box,
                _read_folder_rows(box, folders, seen, incidents),
                looks.get(box.name),
                _find_hindrances(config, box, incidents, looks.get(box.name), now),
            )
        ],
        "instances": others,
        "incidents": [_incident_row(incident) for incident in incidents],
        "waiting": overview.count_waiting(),
        "letters": {state: letters.get(state, 0) for state in ("pending", "sending", "uncertain", "failed")},
        "stuck_letters": _stuck_letter_rows(overview, now),
    }
    return found, incidents


def _incident_row(incident: Incident) -> dict[str, Any]:
    since = output.iso_timestamp(incident.since)
    return {"kind": incident.kind, "subject": incident.subject, "since": since, "text": incident.text}


def _find_hindrances(
    config: Config, mailbox: MailboxTable, incidents: Sequence[Incident], look_at: datetime | None, now: datetime
) -> list[str]:
    """What keeps the mailbox from being seen, in words; [] where all is well."""
    name = mailbox.name
    found = [
        incident.text
        for incident in incidents
        if (incident.kind in _MAILBOX_INCIDENTS and incident.subject == name)
        or (incident.kind in _LOOP_INCIDENTS and incident.subject == f"intake {name}")
    ]
    if not found and progress.is_look_overdue(look_at, config.alerts.blind_after, mailbox.poll, now):
        found.append("not looked at completely for too long" if look_at else "not looked at completely yet")
    return found


def _read_folder_rows(
    mailbox: MailboxTable,
    folders: Sequence[FolderLook],
    seen: Mapping[tuple[str, str], int],
    incidents: Sequence[Incident],
) -> list[dict[str, Any]]:
    """What is known of each folder by itself."""
    unread = {found.subject: found.text for found in incidents if is_about_folder_of(found, mailbox.name)}
    return [
        {
            "folder": folder.name,
            "last_look_at": output.iso_timestamp(folder.last_look_at),
            "seen": seen.get((mailbox.name, folder.name), 0),
            "error": unread.get(folder_subject(mailbox.name, folder.name)),
        }
        for folder in folders
        if folder.mailbox == mailbox.name
    ]


def _mailbox_rows(
    mailbox: MailboxTable,
    folder_rows: Sequence[dict[str, Any]],
    look_at: datetime | None,
    hindrances: Sequence[str],
) -> list[dict[str, Any]]:
    """One row a folder; one that says so where none was looked at yet."""
    if not folder_rows:
        name, error = (mailbox.inbox or ("sent mail",))[0], "not looked at yet"
        folder_rows = [{"folder": name, "last_look_at": None, "seen": 0, "error": None if hindrances else error}]
    rows = []
    for row in folder_rows:
        errors = [*hindrances, *filter(None, [row["error"]])]
        common = {
            "ok": not errors,
            "last_complete_look_at": output.iso_timestamp(look_at),
            "error": "; ".join(errors) or None,
        }
        rows.append({"name": mailbox.name, **row, **common})
    return rows


def _stuck_letter_rows(overview: Overview, now: datetime) -> list[dict[str, Any]]:
    rows = []
    for letter, is_open in overview.list_unsent_letters():
        if trouble := stuck.trouble_of(letter, is_open, now):
            rows.append(
                {
                    "letter": letter.id,
                    "kind": letter.kind,
                    "recipient": letter.recipient,
                    "trouble": trouble,
                    "inquiry": letter.inquiry,
                    "text": letter.error or letter.reason,
                }
            )
    return rows


def _print_status(found: dict[str, Any], incidents: Sequence[Incident], zone: ZoneInfo) -> None:
    running = "running" if found["running"] else "NOT RUNNING"
    letters = ", ".join(f"{count} {state}" for state, count in found["letters"].items() if count) or "none open"
    click.echo(f"Watcher {found['version']}: {running} · {found['waiting']} waiting · letters: {letters}")
    click.echo(f"    state: {output.terminal_safe_text(found['state_dir'])}")
    for row in found["instances"]:
        click.echo(output.terminal_safe_text(instances.instance_line(row)))
    for name, rows in itertools.groupby(found["mailboxes"], key=lambda row: row["name"]):
        _print_mailbox(name, list(rows), zone)
    for incident in incidents:
        if incident.kind not in _MAILBOX_INCIDENTS:
            text = output.terminal_safe_text(incident.text)
            click.echo(f"!!  {output.terminal_safe_text(incident_title(incident))}: {text}")
    for letter in found["stuck_letters"]:
        about = f" (inquiry {letter['inquiry']})" if letter["inquiry"] is not None else ""
        text = output.terminal_safe_text(f"{letter['recipient']}{about}: {letter['text']}")
        click.echo(f"!!  {letter['trouble']} {letter['kind']} to {text}")
    if advice := write_advice(incidents):
        click.echo(f"What to do: {advice}")


def _print_mailbox(name: str, rows: Sequence[dict[str, Any]], zone: ZoneInfo) -> None:
    """What is wrong with one folder only stands among the incidents."""
    signs = ["ok " if row["ok"] else "!! " for row in rows]
    click.echo(f"{max(signs)} {name}: {_look_words('last complete look', rows[0]['last_complete_look_at'], zone)}")
    if not any(row["ok"] for row in rows):
        click.echo(f"    {output.terminal_safe_text(rows[0]['error'])}")
    for sign, row in zip(signs, rows, strict=True):
        look = _look_words("last look", row["last_look_at"], zone)
        click.echo(f"{sign} {name} / {row['folder']}: {look}, {row['seen']} messages seen")


def _look_words(what: str, at: str | None, zone: ZoneInfo) -> str:
    return f"{what} {datetime.fromisoformat(at).astimezone(zone):%a %d %b %H:%M:%S}" if at else f"no {what} yet"
