"""core/health/folders.py: what a folder that cannot be read hides."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from watcher.core.health import folders
from watcher.core.health.model import Incident, IncidentKind
from watcher.core.message.model import FolderRole

INBOX, SENT = FolderRole.INBOX, FolderRole.SENT
BOTH = {"Sent": SENT, "Old sent": SENT, "INBOX": INBOX, "Leads": INBOX}


@pytest.mark.parametrize(
    ("watched", "unread", "blinding"),
    [
        (BOTH, [], None),
        (BOTH, ["Sent"], None),
        (BOTH, ["Sent", "Old sent"], None),
        (BOTH, ["Leads", "Sent"], "Leads"),
        (BOTH, [*BOTH], "INBOX"),
        ({"Sent": SENT, "Old sent": SENT}, ["Sent"], None),
        ({"Sent": SENT, "Old sent": SENT}, ["Sent", "Old sent"], "Sent"),
        ({}, [], None),
    ],
)
def test_customers_are_not_seen_where_an_inbox_is_not(watched, unread, blinding):
    assert folders.find_blinding_folder(watched, unread) == blinding


def test_trouble_with_a_folder_is_known_by_mailbox_and_folder():
    subject = folders.folder_subject("sales", "Projects/Acme")
    incident = Incident(IncidentKind.FOLDER_UNSEEN, subject, datetime(2026, 11, 23, tzinfo=UTC), "no")
    assert folders.is_about_folder_of(incident, "sales")
    assert not folders.is_about_folder_of(incident, "sale")
    other = Incident(IncidentKind.MAILBOX_UNSEEN, "sales", incident.since, "no")
    assert not folders.is_about_folder_of(other, "sales")


def test_people_are_told_what_is_not_seen():
    assert "replies" in folders.describe_unread_folder("folder 'Sent' cannot be opened")


def test_half_a_surrogate_pair_in_a_folders_name_can_be_stored():
    assert folders.folder_subject("sales", "Proj\ud800") == "sales/Proj?"
