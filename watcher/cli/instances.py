"""Who watches what, for `status`, where several instances share a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from watcher.cli import output
from watcher.core.leases import plan
from watcher.core.leases.model import HOUSE

if TYPE_CHECKING:
    from watcher.edge.store.store import Transaction


def instance_rows(tx: Transaction) -> list[dict[str, Any]]:
    """One row an instance that is on record, the dead of the last hour too; [] where the database is a file."""
    instances = tx.leases.list_instances()
    if not instances:
        return []
    leases, now = tx.leases.list_leases(), tx.leases.now()
    rows = []
    for instance in instances:
        held = plan.held_subjects(instance.id, leases).keys()
        rows.append(
            {
                "host": instance.host,
                "process": instance.process,
                "alive": plan.is_alive(instance, now),
                "started_at": output.iso_timestamp(instance.started_at),
                "renewed_at": output.iso_timestamp(instance.renewed_at),
                "watches": sorted(held - {HOUSE}),
                "sends_digests": HOUSE in held,
            }
        )
    return rows


def find_watcher(rows: list[dict[str, Any]], mailbox: str) -> str | None:
    """The living instance that watches this mailbox, in words; None: nobody does, or there is one process for all."""
    found = next((row for row in rows if row["alive"] and mailbox in row["watches"]), None)
    return f"{found['host']} process {found['process']}" if found else None


def instance_line(row: dict[str, Any]) -> str:
    """One process on a line of `status`: whether it lives, and what it watches."""
    sign = "ok " if row["alive"] else "!! "
    more = ", digests and alerts" if row["sends_digests"] else ""
    words = f"watches {len(row['watches'])} mailboxes{more}" if row["alive"] else f"silent since {row['renewed_at']}"
    return f"{sign} instance {row['host']} process {row['process']}: {words}"
