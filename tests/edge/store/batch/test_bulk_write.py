"""edge/store/batch/bulk_write.py: the rows that SQLAlchemy would write, and its errors; on each database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import bindparam, delete, insert, select, update

from watcher.edge.store.batch.bulk_write import write_rows
from watcher.edge.store.store import Store, StoreError, UnstorableError
from watcher.edge.store.tables import folder, written

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def folder_row(name: str, seen: datetime | None = None) -> dict[str, object]:
    at = {"activated_at": NOON, "last_look_at": seen, "baseline_at": None}
    return {"mailbox": "sales", "name": name, "role": "inbox", "uidvalidity": 2**40, **at}


def test_rows_are_written_changed_and_deleted_as_ever(store: Store):
    rows = [folder_row(f"F{n}", NOON.astimezone(UTC) if n % 2 else None) for n in range(7)]
    with store.write_transaction() as tx:
        write_rows(tx.connection, insert(folder), rows[:4])
        tx.connection.execute(insert(folder), rows[4:])
        found = {row.name: row._asdict() for row in tx.connection.execute(select(folder))}
        assert found == {row["name"]: row for row in rows}
        change = update(folder).where(folder.c.name == bindparam("which"))
        write_rows(tx.connection, change, [{"which": f"F{n}", "role": "sent", "baseline_at": NOON} for n in (1, 5)])
        write_rows(tx.connection, delete(folder).where(folder.c.name == bindparam("which")), [{"which": "F0"}])
        changed = tx.connection.execute(select(folder.c.name, folder.c.baseline_at).where(folder.c.role == "sent"))
        assert sorted(map(tuple, changed)) == [("F1", NOON), ("F5", NOON)]
        assert len(tx.connection.execute(select(folder)).all()) == 6


def test_a_long_key_is_stored_as_its_column_has_it_and_found(store: Store):
    name = "ä" * 3000
    with store.write_transaction() as tx:
        write_rows(tx.connection, insert(written), [{"message_id": name}])
        (stored,) = tx.connection.scalars(select(written.c.message_id))
        assert len(stored) < len(name)
        assert tx.threads.is_written_by_us([name])


def test_what_no_column_takes_is_an_error_of_the_store_and_nothing_is_kept(store: Store):
    naive = {**folder_row("INBOX"), "activated_at": NOON.replace(tzinfo=None)}
    with pytest.raises(StoreError, match="an instant must carry its time zone"), store.write_transaction() as tx:
        write_rows(tx.connection, insert(folder), [folder_row("Sent"), naive])
    with pytest.raises(StoreError), store.write_transaction() as tx:
        write_rows(tx.connection, insert(folder), [folder_row("Sent"), folder_row("Sent")])
    with pytest.raises(UnstorableError), store.write_transaction() as tx:
        write_rows(tx.connection, insert(folder), [{**folder_row("INBOX"), "uidvalidity": 2**70}])
    with store.read_transaction() as tx:
        assert not tx.connection.execute(select(folder)).all()
