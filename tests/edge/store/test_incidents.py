"""edge/store/incidents.py: one of a kind and subject, since its beginning, until it is over."""

from datetime import timedelta

from tests.samples import MONDAY
from watcher.core.health.model import Incident, IncidentKind

LATER = MONDAY + timedelta(minutes=5)


def test_an_open_incident_keeps_its_beginning_and_gets_the_new_text(store):
    with store.write_transaction() as tx:
        tx.incidents.open(IncidentKind.CANNOT_SEND, "sales", "no answer in time", MONDAY)
        tx.incidents.open(IncidentKind.CANNOT_SEND, "sales", "login refused", LATER)
        assert tx.incidents.list_open() == [Incident(IncidentKind.CANNOT_SEND, "sales", MONDAY, "login refused")]


def test_from_when_on_an_account_may_be_tried_goes_with_the_newest_text(store):
    with store.write_transaction() as tx:
        tx.incidents.open(IncidentKind.CANNOT_SEND, "sales", "looks like spam", MONDAY, retry_at=LATER)
        assert tx.incidents.list_open()[0].retry_at == LATER
        tx.incidents.open(IncidentKind.CANNOT_SEND, "sales", "login refused", LATER)
        assert tx.incidents.list_open()[0].retry_at is None


def test_kind_and_subject_tell_incidents_apart(store):
    with store.write_transaction() as tx:
        tx.incidents.open(IncidentKind.MAILBOX_UNSEEN, "sales", "a", MONDAY)
        tx.incidents.open(IncidentKind.CANNOT_SEND, "sales", "b", MONDAY)
        tx.incidents.open(IncidentKind.CANNOT_SEND, "help", "c", MONDAY)
        assert [incident.text for incident in tx.incidents.list_open()] == ["c", "b", "a"]
        assert tx.incidents.close(IncidentKind.CANNOT_SEND, "sales")
        assert not tx.incidents.close(IncidentKind.CANNOT_SEND, "sales"), "it was over already"
        assert [incident.text for incident in tx.incidents.list_open()] == ["c", "a"]


def test_one_that_comes_back_begins_anew(store):
    with store.write_transaction() as tx:
        tx.incidents.open(IncidentKind.LOOP_STUCK, "reminders", "", MONDAY)
        tx.incidents.close(IncidentKind.LOOP_STUCK, "reminders")
        tx.incidents.open(IncidentKind.LOOP_STUCK, "reminders", "", LATER)
        assert [incident.since for incident in tx.incidents.list_open()] == [LATER]


def test_one_kind_can_be_asked_for_alone(store):
    with store.write_transaction() as tx:
        for name in ("sales/Sent", "help/Sent", "salesX/Sent", "sal_s/Sent"):
            tx.incidents.open(IncidentKind.FOLDER_UNSEEN, name, "", MONDAY)
        tx.incidents.open(IncidentKind.MAILBOX_UNSEEN, "info", "", MONDAY)
        assert tx.incidents.find_open_subjects(IncidentKind.FOLDER_UNSEEN) == {
            "sales/Sent",
            "help/Sent",
            "salesX/Sent",
            "sal_s/Sent",
        }
        assert tx.incidents.find_open_subjects(IncidentKind.FOLDER_UNSEEN, "sal_s/") == {"sal_s/Sent"}
        assert tx.incidents.find_open_subjects(IncidentKind.FOLDER_UNSEEN, "SALES/") == set()
        assert tx.incidents.find_open_subjects(IncidentKind.CANNOT_SEND) == set()
