"""`reconcile`, `backup` and `restore`: is all that the servers have in the ledger, and where does the ledger go at night."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from watcher.cli import output
from watcher.cli.opening import open_config_and_store
from watcher.config.models import Config, MailboxTable
from watcher.edge.clock import Clock
from watcher.edge.guard import InstanceLock
from watcher.edge.imap.mailbox import FolderScan, MailboxError
from watcher.edge.private_files import prepare_state_folder
from watcher.edge.store import backup as state_backup
from watcher.edge.store.store import Store, Transaction
from watcher.service import accounts, recovery

#: UIDs that are named one by one.
MAX_LISTED_UIDS = 20


@click.command()
@output.json_option
@click.pass_context
def reconcile(context: click.Context, as_json: bool) -> None:
    """Compare what the servers have with what was decided; changes nothing.

    Exit 1 when a message has no decision (mail of this minute may have none yet), or a mailbox cannot be seen.
    """
    with open_config_and_store(context, read_only=True) as (config, store):
        rows = asyncio.run(_compare_mailboxes(config, store))
    for row in rows:
        if as_json:
            output.print_json_line(row)
            continue
        where = f"{row['mailbox']} / {row['folder']}" if row["folder"] else row["mailbox"]
        if row["error"]:
            click.echo(f"!!  {output.terminal_safe_text(where)}: {output.terminal_safe_text(row['error'])}")
            continue
        counts = ", ".join(f"{name} {row[name]}" for name in ("seen", "inquiries", "unreadable", "missing"))
        click.echo(f"{'!! ' if row['missing'] else 'ok '} {output.terminal_safe_text(where)}: {counts}")
        if row["missing"]:
            click.echo(f"    UIDs without a decision: {', '.join(map(str, row['uids']))}")
    if any(row["error"] or row["missing"] for row in rows):
        context.exit(1)


async def _compare_mailboxes(config: Config, store: Store) -> list[dict[str, Any]]:
    rows = []
    for box in config.mailbox:
        try:
            async for folder, scan in _scan_mailbox_folders(config, box):
                rows.append(await store.run_read(partial(_reconcile_folder, box.name, folder, scan)))
        except MailboxError as error:
            rows.append(_reconcile_row(box.name, None, error=str(error)))
    return rows


async def _scan_mailbox_folders(config: Config, box: MailboxTable) -> AsyncIterator[tuple[str, FolderScan]]:
    mailbox = accounts.imap_mailbox(box, config)
    try:
        for folder, _ in await mailbox.list_watched_folders():
            yield folder, await mailbox.scan_folder(folder)
    finally:
        await mailbox.close_connections()


def _reconcile_folder(mailbox: str, folder: str, scan: FolderScan, tx: Transaction) -> dict[str, Any]:
    decided = tx.ledger.decided_uids(mailbox, folder, scan.uidvalidity)
    missing = sorted(scan.uids - decided)
    counts = tx.ledger.count_folder_inquiries(mailbox, folder)
    return _reconcile_row(
        mailbox,
        folder,
        listed=len(scan.uids),
        seen=len(scan.uids & decided),
        missing=len(missing),
        uids=missing[:MAX_LISTED_UIDS],
        **counts,
    )


def _reconcile_row(mailbox: str, folder: str | None, **counts: Any) -> dict[str, Any]:
    nothing = {"listed": 0, "seen": 0, "inquiries": 0, "unreadable": 0, "missing": 0, "uids": [], "error": None}
    return {"mailbox": mailbox, "folder": folder, **nothing, **counts}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def backup(context: click.Context, file: Path) -> None:
    """Copy the state, guard file and all, into FILE, also while the service runs. It holds the key that signs letters: keep it safe."""
    config: Config = context.find_root().obj.load_config()
    state_backup.save_state(config.database_url, config.state_dir / "guard.json", file)
    click.echo(f"{file}: {file.stat().st_size} bytes")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore(context: click.Context, file: Path) -> None:
    """Put back what `watcher backup` copied. The service must not run; what was there is set aside.

    What happened after the copy was made is not known any more: mail from before is looked at again and not acknowledged.
    """
    config: Config = context.find_root().obj.load_config()
    prepare_state_folder(config.state_dir)
    now = Clock().now().astimezone(config.calendar.zone)
    lock = InstanceLock(config.state_dir / "watcher.lock", now)
    try:
        aside = state_backup.restore_state(config.database_url, config.state_dir / "guard.json", file, now)
        store = Store(config.database_url)
        with store.write_transaction() as tx:
            recovery.record_restore(tx, now)
        store.close()
    finally:
        lock.release()
    click.echo(f"{file} is the state now." + (f" What was there: {aside}" if aside else ""))
