"""edge/store/commands.py: a mail with commands counts once under any of its names, and so does each refusal and proposal."""

from datetime import timedelta

import pytest

from tests.samples import MONDAY, inquiry
from watcher.edge.store.commands import ProcessedCommandMail, StoredProposal
from watcher.edge.store.store import StoreError

MINUTE = timedelta(minutes=1)


def obeyed(n: int = 1, **changed) -> ProcessedCommandMail:
    values = {
        "fingerprint": f"f{n}",
        "message_id": f"reply{n}@example.com",
        "mark": f"m{n}",
        "person": "anna",
        "letter": None,
        "at": MONDAY,
        "changed": 1,
        "result": "1 is done",
    }
    return ProcessedCommandMail(**{**values, **changed})


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (("f1", "other@example.com", "other"), True),
        (("other", "reply1@example.com", "other"), True),
        (("other", "other@example.com", "m1"), True),
        (("other", "other@example.com", "other"), False),
        (("other", "", "other"), False),
    ],
)
def test_a_mail_is_known_by_any_of_its_names(store, names, known):
    with store.write_transaction() as tx:
        tx.commands.record_processed(obeyed())
        assert tx.commands.is_processed(*names) is known


def test_mails_without_a_message_id_are_not_one_and_the_same(store):
    with store.write_transaction() as tx:
        tx.commands.record_processed(obeyed(message_id=""))
        assert not tx.commands.is_processed("f2", "", "m2")


def test_a_mail_cannot_be_obeyed_twice(store):
    with pytest.raises(StoreError), store.write_transaction() as tx:
        tx.commands.record_processed(obeyed())
        tx.commands.record_processed(obeyed(mark="other", message_id="other@example.com"))
    with store.read_transaction() as tx:
        assert tx.commands.count_processed_since("anna", MONDAY - MINUTE) == 0


def test_what_limits_a_person_is_counted_by_person_and_time(store):
    with store.write_transaction() as tx:
        for n in range(3):
            tx.commands.record_processed(obeyed(n, at=MONDAY + n * MINUTE))
            tx.commands.record_refusal("ben", MONDAY + n * MINUTE, "expired")
        assert tx.commands.count_processed_since("anna", MONDAY) == 2
        assert tx.commands.count_processed_since("ben", MONDAY - MINUTE) == 0
        assert tx.commands.count_refused_since("ben", MONDAY) == 2
        assert tx.commands.count_refused_since("anna", MONDAY - MINUTE) == 0


def test_an_inquiry_proposes_one_rule_the_last(store):
    with store.write_transaction() as tx:
        for number, minutes, rule in ((1, 2, "first"), (2, 1, "other"), (1, 3, "last")):
            if tx.inquiries.get(number) is None:
                tx.inquiries.save(inquiry(number=0))
            tx.commands.save_proposal(StoredProposal(number, MONDAY + minutes * MINUTE, "anna", rule))
        assert [proposal.rule for proposal in tx.commands.list_proposals()] == ["other", "last"]
        tx.commands.delete_proposal(2)
        assert [proposal.rule for proposal in tx.commands.list_proposals()] == ["last"]
