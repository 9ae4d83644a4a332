"""edge/store/alerts.py: what was told survives, and what is told no more goes."""

from datetime import timedelta

from tests.samples import MONDAY
from watcher.core.health.model import Incident, IncidentKind, ToldIncident

LATER = MONDAY + timedelta(minutes=5)
BLIND = ToldIncident(Incident(IncidentKind.MAILBOX_UNSEEN, "sales", MONDAY, "no answer"), LATER)
FULL = ToldIncident(Incident(IncidentKind.DISK_FULL, "", MONDAY, "3 MiB are left"), LATER, LATER)


def test_what_was_told_is_known_afterwards(store):
    with store.write_transaction() as tx:
        tx.alerts.replace_told([BLIND, FULL])
    with store.read_transaction() as tx:
        assert tx.alerts.list_told() == [FULL, BLIND]


def test_the_last_word_counts(store):
    with store.write_transaction() as tx:
        tx.alerts.replace_told([BLIND, FULL])
        tx.alerts.replace_told([FULL])
        assert tx.alerts.list_told() == [FULL]
        tx.alerts.replace_told([])
        assert tx.alerts.list_told() == []
