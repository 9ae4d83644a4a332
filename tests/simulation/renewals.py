"""Deliberate breakages of the second letter."""

from __future__ import annotations

from dataclasses import replace

from tests.simulation.parts import Parts, begin
from watcher.core.outbox import letter_state
from watcher.core.outbox.model import LetterKind
from watcher.service.delivery import Delivery
from watcher.service.digest_writer import DigestWriter


class TrustsEveryAcknowledgement(DigestWriter):
    """Renews a promise that nobody may have got."""

    def queue_renewal(self, tx, inquiry, now):
        tx.connection.exec_driver_sql(
            "update letter set state = 'sent' where kind = 'acknowledgement' and inquiry = ?", (inquiry.number,)
        )
        return super().queue_renewal(tx, inquiry, now)


class RenewsBlindly(Delivery):
    """Renews a promise without a look at the sent mail, though it could not be read before."""

    def __init__(self, *parts, hooks):
        super().__init__(*parts, hooks=replace(hooks, scan_sent_mail=_sees_nothing))

    def _apply_sending_gates(self, tx, letter, has_looked, now):
        if letter.kind is LetterKind.RENEWAL:
            return letter_state.claimed(
                letter, tx.inquiries.get(letter.inquiry), letter_state.CustomerGates(self.limits), now
            )
        return super()._apply_sending_gates(tx, letter, has_looked, now)


async def _sees_nothing(mailboxes):
    return True


def repeats_renewals(daemon, tx):
    """Takes a second letter that may have left for one that has not."""
    begin(daemon, tx)
    tx.connection.exec_driver_sql("update letter set state = 'pending' where state = 'uncertain' and kind = 'renewal'")


RENEWAL_MUTANTS = {
    "a promise nobody got is renewed": Parts(writer=TrustsEveryAcknowledgement),
    "a promise is renewed blindly": Parts(delivery=RenewsBlindly),
    "a promise is renewed again": Parts(start=repeats_renewals),
}
