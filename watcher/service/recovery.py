"""What a start finds, and what must be known before anything else is done: letters that may have left, a database that is older
than the world, or damaged, or gone. And what a running process leaves behind for the next start.

Never guesses: what cannot be known is withheld from strangers and told to the owner.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from watcher.core.health import mailboxes, progress
from watcher.core.health import recovery as rules
from watcher.core.health.model import IncidentKind, MailboxIdentity
from watcher.core.outbox import invariants, letter_state
from watcher.core.outbox.model import Letter, LetterState
from watcher.edge.guard import GuardFile, InstanceLock
from watcher.edge.store.store import DatabaseDamagedError, Store, Transaction, database_file
from watcher.service.outbox_journal import record_letter_outcome

log = logging.getLogger("watcher")

#: A broken promise is looked for in so many of the last rows.
MAX_ROWS_CHECKED = 500
#: Facts about the installation, under the keys that they were given in the first schema: when the database was lost or put back, and the
#: start after a stop that was not in order. What was sent before is not known.
HISTORY_LOST_AT, UNCLEAN_START_AT = "amnesia_until", "gap_until"


class InvariantBroken(Exception):
    """A promise of ours does not hold: the process must stop before it does more harm."""


def open_store(url: str, now: datetime) -> tuple[Store, Path | None]:
    """The database; a damaged one is set aside, never deleted, and a new one begun. The file it was set aside as, or None."""
    try:
        store = Store(url)
        try:
            store.check_integrity()
        except BaseException:
            store.close()
            raise
        return store, None
    except DatabaseDamagedError as error:
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


def check_state_at_start(tx: Transaction, guard: GuardFile, now: datetime, damaged: Path | None = None) -> None:
    """Before anything else: what a crash left, and whether this database knows all that was sent. Texts name `now` in its zone.
    Not while another instance lives: what it is sending was left by no crash."""
    mark_interrupted_letters(tx, now)
    correct_future_instants(tx, now)
    _detect_unclean_stop(tx, now)
    compare_with_guard(tx, guard, now, damaged)


def correct_future_instants(tx: Transaction, now: datetime) -> None:
    """The clock was ahead when these went on record. Left so, mail of all the time until then would be old, or not acknowledged."""
    if number := tx.folders.cap_activations(now):
        log.warning("the clock was ahead when watching began of folders=%d: mail from now on is new", number)
    tx.mailboxes.cap_activations(now)
    for name in (HISTORY_LOST_AT, UNCLEAN_START_AT):
        known = tx.get_meta_instant(name)
        if known is not None and known > now:
            tx.set_meta(name, now.isoformat())


def compare_with_guard(tx: Transaction, guard: GuardFile, now: datetime, damaged: Path | None = None) -> None:
    """Does this database know all that was sent from here? At the start; and again while it is shared, for a server that fails over to
    another may have lost what was committed last."""
    known = int(tx.get_meta("send_seq") or 0)
    if guard.belongs_to(tx.get_meta("uuid") or "") and guard.send_seq <= known:
        return
    tx.set_meta("send_seq", str(max(known, guard.send_seq)))
    if guard.belongs_to(tx.get_meta("uuid") or "") and rules.is_one_attempt_ahead(known, guard.send_seq):
        letter = tx.letters.find_by_message_id([letter_state.letter_of_attempt(guard.in_flight)])
        if letter is not None and letter_state.was_given_up(letter, guard.in_flight):
            return
        if letter is not None and letter_state.is_in_flight(letter, guard.in_flight):
            text = "uncertain letter=%d kind=%s: the last run stopped just before sending it"
            tx.call_when_kept(log.warning, text, letter.id, letter.kind)
            _mark_uncertain(tx, letter, now)  # no more than this one may have left
            return
    if guard.was_new and damaged is None and not guard.belongs_to(tx.get_meta("uuid") or ""):
        return
    tx.set_meta(HISTORY_LOST_AT, now.isoformat())
    if tx.folders.list_folders():
        text = "the database is older than the last letter sent (a restored backup?)"
    else:
        tx.set_meta("rebuild_from", (now - rules.REBUILD_WINDOW).isoformat())
        text = f"the database was damaged and set aside as {damaged}" if damaged else "the database is gone"
        text += f": mail of the last {rules.REBUILD_WINDOW.days} days is read again, and what was closed by hand may be listed anew"
    log.warning("%s; mail from before is not acknowledged", text)
    text = f"{text}; mail from before {now:%Y-%m-%d %H:%M %Z} is not acknowledged"
    tx.incidents.open(IncidentKind.DATABASE_OLDER, "", text, now)


def load_guard(state_folder: Path, store: Store) -> GuardFile:
    """The guard file of this place, made where there is none. Who share a database sign with one key, for a digest of one is answered to
    another: the first brings its own. GuardError, OSError, StoreError."""
    guard = GuardFile.load_or_create(state_folder / "guard.json")
    if store.is_shared:
        with store.write_transaction() as tx:
            key = tx.get_meta("signing_key")
            if key is None:
                tx.set_meta("signing_key", guard.signing_key.hex())
            else:
                guard.adopt_key(key)
    return guard


def keep_count(tx: Transaction, guard: GuardFile, aborted: Collection[str], now: datetime) -> None:
    """Every instance on a shared database keeps its count outside of it, and finds out when the database forgets. `aborted`: attempts
    that were counted here, and of which it is certain that no final dot was written."""
    known = int(tx.get_meta("send_seq") or 0)
    if known > guard.send_seq:
        guard.record_send_seq(known, guard.in_flight)
    elif guard.send_seq > known and not (
        rules.is_one_attempt_ahead(known, guard.send_seq) and guard.in_flight in aborted
    ):
        compare_with_guard(tx, guard, now)


def mark_interrupted_letters(tx: Transaction, now: datetime, mailbox: str | None = None) -> list[Letter]:
    """What a crash left in `sending` may have left the house: it is uncertain, and on record as such. `mailbox`: only that one's, which
    another instance watched until now."""
    interrupted = tx.letters.list_by_state({LetterState.SENDING}, mailbox)
    for letter in interrupted:
        text = "uncertain letter=%d kind=%s: the last run stopped while sending it"
        tx.call_when_kept(log.warning, text, letter.id, letter.kind)
    return [_mark_uncertain(tx, letter, now) for letter in interrupted]


def _mark_uncertain(tx: Transaction, letter: Letter, now: datetime) -> Letter:
    uncertain = letter_state.recovered_after_crash(letter, now)
    tx.letters.update_if_unchanged(letter, uncertain)
    record_letter_outcome(tx, uncertain, now)
    return uncertain


def history_unknown_before(tx: Transaction, mailbox: str, *, is_shared: bool = False) -> datetime | None:
    """Until when, in UTC, nobody knows what this mailbox sent; None: all is known. `is_shared`: another mailbox may have sent it,
    whose copies may not have been seen yet."""
    lost, unclean = tx.get_meta_instants(HISTORY_LOST_AT, UNCLEAN_START_AT)
    copies = unclean is not None and not is_shared and tx.ledger.has_own_sent_copies(mailbox, unclean)
    return rules.history_unknown_before(lost, unclean, copies)


def record_sent_mail_read(tx: Transaction, mailbox: str, folder: str, now: datetime) -> None:
    """A folder of sent mail was read to its end. After an unclean stop that is on record before the inbox is read: only then do the
    copies there tell what left before it. Later it goes on record with the look."""
    (unclean,) = tx.get_meta_instants(UNCLEAN_START_AT)
    known = tx.folders.get_folder(mailbox, folder)
    if unclean is not None and known is not None and (known.last_look_at is None or known.last_look_at < unclean):
        tx.folders.record_scans([(mailbox, folder, now)])


def reread_mail_since(tx: Transaction, now: datetime) -> datetime | None:
    """From when on (UTC) mail is read again at the first look at a folder, after the database was lost; None: none is."""
    since, lost_at = tx.get_meta_instants("rebuild_from", HISTORY_LOST_AT)
    return rules.reread_mail_since(since, lost_at, now)


def adopt_mailboxes(tx: Transaction, configured: Sequence[MailboxIdentity]) -> None:
    """Before anything is looked at: what is known of an account goes by the name that it has today."""
    renames = mailboxes.plan_renames(tx.mailboxes.list_identities(), configured)
    if renames:
        tx.mailboxes.rename_mailboxes(renames)
        tx.call_when_kept(log.warning, "renamed %s", ", ".join(f"{old!r} to {new!r}" for old, new in renames.items()))
    for box in configured:
        tx.mailboxes.record_identity(box)


def record_activation(tx: Transaction, mailbox: str, began: datetime) -> None:
    """The first look at a whole mailbox is over: from now on only what came before it is old. After the database was lost it is
    what came before the mail that is read again."""
    tx.mailboxes.record_activation(mailbox, reread_mail_since(tx, began) or began)


def record_restore(tx: Transaction, now: datetime) -> None:
    """A copy was put back on purpose: what happened since it was made is not known. Texts name `now` in its zone."""
    tx.set_meta(HISTORY_LOST_AT, now.isoformat())
    tx.set_meta("clean_stop", "1")
    text = f"a backup was restored; mail from before {now:%Y-%m-%d %H:%M %Z} is not acknowledged"
    tx.incidents.open(IncidentKind.DATABASE_OLDER, "", text, now)


def bind_guard(tx: Transaction, guard: GuardFile) -> None:
    """The guard file belongs to this database from now on. Only when what `start` found is committed: else it is found again."""
    guard.bind_database(tx.get_meta("uuid") or "", int(tx.get_meta("send_seq") or 0))


def _detect_unclean_stop(tx: Transaction, now: datetime) -> None:
    alive, in_order = tx.get_meta_instant("alive_at"), tx.get_meta("clean_stop") == "1"
    if alive is not None and rules.is_unclean_stop(alive, in_order, now):
        tx.set_meta(UNCLEAN_START_AT, now.isoformat())
        log.warning("not stopped in order and silent since %s: where no copies of our letters are filed, "
                    "mail from before is not acknowledged", f"{alive.astimezone(now.tzinfo):%Y-%m-%d %H:%M:%S %Z}")  # fmt: skip
    tx.set_meta("clean_stop", "0")
    tx.set_meta("alive_at", now.isoformat())


def record_heartbeat(
    tx: Transaction, stuck: Collection[str], now: datetime, loops: Collection[str] | None = None
) -> None:
    """We are alive; which loops make no progress; and old news is no news. `loops`: those of this process; None: there is no other."""
    tx.set_meta("alive_at", now.isoformat())
    for loop in stuck:
        tx.incidents.open(IncidentKind.LOOP_STUCK, loop, progress.STUCK_TEXT, now)
    for incident in tx.incidents.list_open():
        if rules.is_incident_over(incident, stuck, now, loops):
            tx.incidents.close(*incident.kind_and_subject)


def record_clean_stop(tx: Transaction, now: datetime) -> None:
    """The process ends in order: whatever is silent from now on is no gap."""
    tx.set_meta("alive_at", now.isoformat())
    tx.set_meta("clean_stop", "1")


def verify_invariants(
    tx: Transaction,
    guard: GuardFile,
    lock: InstanceLock,
    since: datetime,
    max_age: timedelta,
    *,
    is_shared: bool = False,
) -> None:
    """InvariantBroken: a promise does not hold, among what happened lately. `is_shared`: others count in this database too."""
    snapshot = invariants.InvariantSnapshot(
        attempts=[invariants.SendAttempt(**row) for row in tx.letters.list_send_attempts(since, MAX_ROWS_CHECKED)],
        undecided=tx.ledger.list_undecided_mail(MAX_ROWS_CHECKED),
        send_seq=0 if is_shared else int(tx.get_meta("send_seq") or 0),
        guard_seq=guard.asked_seq,  # an attempt that could not be counted there was aborted
        is_only_instance=lock.is_ours() and guard.belongs_to(tx.get_meta("uuid") or ""),
    )
    found = invariants.broken_invariants(snapshot, max_age)
    for sentence in found:
        log.critical("broken promise: %s", sentence)
    if found:
        raise InvariantBroken("; ".join(found[:3]))
