"""What a start finds, and what must be known before anything else is done: letters that may have left, a database that is older
than the world, or damaged, or gone. And what a running process leaves behind for the next start.

Never guesses: what cannot be known is withheld from strangers and told to the owner.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from pathlib import Path

from watcher.core.outbox import invariants
from watcher.edge.guard import Guard, InstanceLock
from watcher.edge.store.store import DamagedError, Store, Tx, database_file
from watcher.service.delivery import recover

log = logging.getLogger("watcher")

#: A process that did not stop in order and was silent for longer may have been rolled back as a whole, guard file and all.
GAP = timedelta(seconds=60)
#: So much mail is read again after the database was lost. What is older counts as settled.
REBUILD = timedelta(days=30)
#: For so long the owner is told that it was.
TOLD_FOR = timedelta(days=3)
#: Under this name, among the troubles of the mailboxes.
DATABASE = "database"
#: A broken promise is looked for in so many of the last rows.
LAST_ROWS = 500


class InvariantBroken(Exception):
    """A promise of ours does not hold: the process must stop before it does more harm."""


def open_store(url: str, now: datetime) -> tuple[Store, Path | None]:
    """The database; a damaged one is set aside, never deleted, and a new one begun. The file it was set aside as, or None."""
    try:
        store = Store(url)
        try:
            store.check()
        except BaseException:
            store.close()
            raise
        return store, None
    except DamagedError as error:
        path = database_file(url)
        if path is None:
            raise
        aside = path.with_name(f"{path.name}.corrupt-{now:%Y%m%dT%H%M%S}")
        log.critical("%s: set aside as %s", error, aside)
        path.rename(aside)
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists():
            journal.rename(aside.with_name(f"{aside.name}-journal"))
        return Store(url), aside


def start(tx: Tx, guard: Guard, now: datetime, damaged: Path | None = None) -> None:
    """Before anything else: what a crash left, and whether this database knows all that was sent."""
    for letter in recover(tx, now):
        log.warning("uncertain letter=%d kind=%s: the last run stopped while sending it", letter.id, letter.kind)
    _mind_the_gap(tx, now)
    known = int(tx.get("send_seq") or 0)
    if guard.belongs_to(tx.get("uuid") or "") and guard.send_seq <= known:
        return
    tx.put("send_seq", str(max(known, guard.send_seq)))
    if guard.was_new and damaged is None:
        return
    tx.put("amnesia_until", now.isoformat())
    if tx.mail.folders():
        text = "the database is older than the last letter sent (a restored backup?)"
    else:
        tx.put("rebuild_from", (now - REBUILD).isoformat())
        text = f"the database was damaged and set aside as {damaged}" if damaged else "the database is gone"
        text += f": mail of the last {REBUILD.days} days is read again, and what was closed by hand may be listed anew"
    log.warning("%s; mail from before is not acknowledged", text)
    tx.mail.set_trouble(DATABASE, f"{text}; mail from before {now:%Y-%m-%d %H:%M} UTC is not acknowledged", now)


def restored(tx: Tx, now: datetime) -> None:
    """A copy was put back on purpose: what happened since it was made is not known."""
    tx.put("amnesia_until", now.isoformat())
    tx.put("clean_stop", "1")
    text = f"a backup was restored; mail from before {now:%Y-%m-%d %H:%M} UTC is not acknowledged"
    tx.mail.set_trouble(DATABASE, text, now)


def adopt(tx: Tx, guard: Guard) -> None:
    """The guard file belongs to this database from now on. Only when what `start` found is committed: else it is found again."""
    guard.adopt(tx.get("uuid") or "", int(tx.get("send_seq") or 0))


def _mind_the_gap(tx: Tx, now: datetime) -> None:
    alive, in_order = tx.get_instant("alive_at"), tx.get("clean_stop") == "1"
    if alive is not None and not in_order and now - alive > GAP:
        tx.put("gap_until", now.isoformat())
        log.warning("not stopped in order and silent since %s: where no copies of our letters are filed, "
                    "mail from before is not acknowledged", f"{alive:%Y-%m-%d %H:%M:%S} UTC")  # fmt: skip
    tx.put("clean_stop", "0")
    tx.put("alive_at", now.isoformat())


def beat(tx: Tx, now: datetime) -> None:
    """We are alive; and old news is no news."""
    tx.put("alive_at", now.isoformat())
    trouble = tx.mail.troubles().get(DATABASE)
    if trouble is not None and now - trouble[0] > TOLD_FOR:
        tx.mail.clear_trouble(DATABASE)


def stopped(tx: Tx, now: datetime) -> None:
    """The process ends in order: whatever is silent from now on is no gap."""
    tx.put("alive_at", now.isoformat())
    tx.put("clean_stop", "1")


def verify(tx: Tx, guard: Guard, lock: InstanceLock, since: datetime, max_age: timedelta) -> None:
    """InvariantBroken: a promise does not hold, among what happened lately."""
    sight = invariants.Sight(
        attempts=[invariants.Trace(**row) for row in tx.letters.attempts(since, LAST_ROWS)],
        undecided=tx.mail.undecided(LAST_ROWS),
        send_seq=int(tx.get("send_seq") or 0),
        guard_seq=guard.send_seq,
        alone=lock.is_ours() and guard.belongs_to(tx.get("uuid") or ""),
    )
    found = invariants.broken(sight, max_age)
    for each in found:
        log.critical("broken promise: %s", each)
    if found:
        raise InvariantBroken("; ".join(found[:3]))
