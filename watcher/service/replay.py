"""Mail of the past → what other rules would have decided about it. Reads only: the mailboxes, the ledger, files of saved verdicts.

What was decided is taken from where it stands: a file of saved verdicts, else the ledger, else it is what the configured rules say now.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from watcher.core.inquiry import old_mail
from watcher.core.message import facts
from watcher.core.message.model import Facts, FetchedMessage, FolderRole, OwnIdentity, Unreadable
from watcher.core.rules import replay, rules
from watcher.core.rules.model import Verdict
from watcher.core.rules.replay import Baseline, Differences, RecordedVerdict, ReplayCounts, ReplayedMessage
from watcher.core.rules.rule_set import RuleSet
from watcher.core.rules.saved_verdicts import SavedVerdicts
from watcher.edge.imap.mailbox import Mailbox
from watcher.edge.store.store import Store
from watcher.service.recent_mail import ProgressCallback, read_recent_mail

log = logging.getLogger("watcher.replay")

#: Where a message lies: mailbox, folder, UIDVALIDITY, UID (RFC 9051 § 2.3.1.1).
_Place = tuple[str, str, int, int]
#: Who "we" are, seen from a message.
OwnAddressesOf = Callable[[Facts], OwnIdentity]


@dataclass(frozen=True, slots=True)
class ReplayRules:
    """`after`: the rules that are tried; `before`: what stands in for the ledger where it knows nothing."""

    after: RuleSet
    before: RuleSet
    own_addresses_of: OwnAddressesOf


@dataclass(slots=True)
class Replay:
    """One replay, and what it has found so far."""

    rules: ReplayRules
    store: Store | None = None  # None: there is no ledger
    is_dated_by_header: bool = False  # files: when they were written to disk says nothing
    saved: SavedVerdicts | None = None  # None: the ledger is what counts
    on_verdict: Callable[[ReplayedMessage], None] = lambda message: None
    on_difference: Callable[[ReplayedMessage], None] = lambda message: None
    counts: ReplayCounts = field(default_factory=ReplayCounts)
    differences: Differences = field(default_factory=Differences)

    def read(self, mailbox: str, arrivals: Sequence[tuple[str, FetchedMessage]]) -> None:
        """Takes these messages, each with the words for where it lies. StoreError: the ledger cannot be read."""
        recorded = self._load_recorded([arrival for _, arrival in arrivals])
        for location, arrival in arrivals:
            self._take_message(mailbox, location, arrival, recorded)

    def _load_recorded(self, arrivals: Iterable[FetchedMessage]) -> Mapping[_Place, tuple[str, str]]:
        if self.store is None or self.saved is not None:
            return {}
        folders: dict[tuple[str, str, int], list[int]] = {}
        for arrival in arrivals:
            place = arrival.locator
            folders.setdefault((place.mailbox, place.folder, place.uidvalidity), []).append(place.uid)
        found = {}
        with self.store.read_transaction() as tx:
            for (mailbox, folder, uidvalidity), uids in folders.items():
                for uid, kept in tx.ledger.verdicts_of_messages(mailbox, folder, uidvalidity, uids).items():
                    found[mailbox, folder, uidvalidity, uid] = kept
        return found

    def _take_message(
        self,
        mailbox: str,
        location: str,
        arrival: FetchedMessage,
        recorded: Mapping[_Place, tuple[str, str]],
    ) -> None:
        message = facts.read_message(arrival)
        after = None if isinstance(message, Unreadable) else self._classify_or_log(message, self.rules.after, location)
        if isinstance(message, Unreadable) or after is None:
            self.counts = self.counts.with_one_more("unreadable")
            return
        place = arrival.locator
        kept = recorded.get((place.mailbox, place.folder, place.uidvalidity, place.uid))
        if (found := self._find_before(mailbox, location, message, kept)) is None:
            self.counts = self.counts.with_one_more("unsaved" if self.saved is not None else "unreadable")
            found = replay.record_verdict(after), Baseline.FILE
        else:
            self.counts = self.counts.with_one_more(found[1])
        before, baseline = found
        result = ReplayedMessage(
            mailbox=mailbox,
            message_id=message.message_id,
            fingerprint=message.fingerprint,
            location=location,
            received_at=old_mail.oldest_witness(message) if self.is_dated_by_header else message.received_at,
            sender=message.author.email if message.author else "",
            subject=message.subject,
            before=before,
            after=replay.record_verdict(after),
            baseline=baseline,
            why=after.why,
        )
        self.on_verdict(result)
        if result.differing_effects:
            self.differences.add_message(result)
            self.on_difference(result)

    def _find_before(
        self, mailbox: str, location: str, message: Facts, kept: tuple[str, str] | None
    ) -> tuple[RecordedVerdict, Baseline] | None:
        """What was decided, and who says so; None where nobody does."""
        if self.saved is not None:
            saved = self.saved.find_verdict(mailbox, message.fingerprint, message.message_id, location)
            return (saved, Baseline.FILE) if saved is not None else None
        if kept is not None:
            try:
                return replay.decode_verdict(*kept), Baseline.LEDGER
            except ValueError:
                log.warning("the ledger's verdict of %s cannot be read", location)
        before = self._classify_or_log(message, self.rules.before, location)
        return (replay.record_verdict(before), Baseline.RULES) if before is not None else None

    def _classify_or_log(self, message: Facts, ruleset: RuleSet, location: str) -> Verdict | None:
        """None: whatever goes wrong makes one message unreadable, and never ends a replay."""
        try:
            return rules.classify_message(message, ruleset, self.rules.own_addresses_of(message))
        except Exception as error:
            log.error("unclassifiable %s: %s", location, error, exc_info=True)
            return None


async def replay_mailbox(mailbox: Mailbox, since: datetime, running: Replay, on_progress: ProgressCallback) -> None:
    """The inboxes of a mailbox on its server, read only; that there is no folder of sent mail does not matter.

    `on_progress`: messages of a batch, of how many. MailboxError, StoreError.
    """
    async for arrivals in read_recent_mail(mailbox, FolderRole.INBOX, since, on_progress):
        placed = [(f"{arrival.locator.folder}/{arrival.locator.uid}", arrival) for arrival in arrivals]
        running.read(mailbox.name, [one for one in placed if one[1].received_at >= since])
