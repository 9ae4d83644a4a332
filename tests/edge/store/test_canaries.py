"""edge/store/canaries.py: one a mailbox, and its arrival counts once."""

from datetime import timedelta

from tests.samples import MONDAY
from watcher.core.health.model import Canary

LATER = MONDAY + timedelta(minutes=5)


def test_a_canary_replaces_the_one_before(store):
    with store.write_transaction() as tx:
        tx.canaries.save(Canary("sales", "canary:sales:1", MONDAY))
        tx.canaries.save(Canary("help", "canary:help:1", MONDAY))
        tx.canaries.save(Canary("sales", "canary:sales:2", LATER, problem="refused"))
        assert tx.canaries.list_canaries() == [
            Canary("help", "canary:help:1", MONDAY),
            Canary("sales", "canary:sales:2", LATER, problem="refused"),
        ]


def test_it_arrives_once(store):
    with store.write_transaction() as tx:
        tx.canaries.save(Canary("sales", "canary:sales:1", MONDAY))
        assert not tx.canaries.record_arrival("canary:sales:0", "", LATER), "another one"
        assert tx.canaries.record_arrival("canary:sales:1", "", LATER)
        assert not tx.canaries.record_arrival("canary:sales:1", "damaged", LATER), "a copy"
        assert tx.canaries.list_canaries() == [Canary("sales", "canary:sales:1", MONDAY, LATER)]
