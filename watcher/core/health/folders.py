"""A folder that cannot be read: what that hides, and so whether the mailbox is seen.

Customers write to the inboxes. Where one of these cannot be read the mailbox is blind; where a folder of sent mail cannot, replies that
are filed there are not seen, and all else is: that is trouble with this folder, and with nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from watcher.core.health.model import Incident, IncidentKind
from watcher.core.message.model import FolderRole


def find_blinding_folder(folders: Mapping[str, FolderRole], unread: Collection[str]) -> str | None:
    """The first folder of all that are watched whose trouble makes the mailbox one that is not seen; None: it is seen."""
    inboxes = [name for name, role in folders.items() if role is FolderRole.INBOX]
    if not inboxes and not set(folders) <= set(unread):
        return None  # watched for its sent mail alone, and some of that is seen
    return next((name for name in inboxes or folders if name in unread), None)


def folder_subject(mailbox: str, folder: str) -> str:
    """Under which name the trouble with a folder is known; no name of a mailbox has a slash. Half a surrogate pair, which comes out of
    a server's UTF-7 (RFC 3501 § 5.1.3), is a question mark here: no database keeps it."""
    return f"{mailbox}/{folder}".encode("utf-8", "replace").decode()


def is_folder_of(subject: str, mailbox: str) -> bool:
    """Is it a `folder_subject` of this mailbox?"""
    return subject.partition("/")[0] == mailbox


def is_about_folder_of(incident: Incident, mailbox: str) -> bool:
    """Is it the trouble with a folder of this mailbox?"""
    return incident.kind is IncidentKind.FOLDER_UNSEEN and is_folder_of(incident.subject, mailbox)


def describe_unread_folder(error: str) -> str:
    """For the people responsible. `error` names the folder."""
    return f"{error}; replies that are filed there are not seen"
