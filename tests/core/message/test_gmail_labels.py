"""core/message/gmail_labels.py: in one file of Google Takeout lies what came in, what was sent, and what is neither."""

from __future__ import annotations

import pytest

from watcher.core.message.gmail_labels import ExportedPlace, read_exported_place


@pytest.mark.parametrize(
    ("labels", "place"),
    [
        ("Inbox,Important,Unread", ExportedPlace.RECEIVED),
        ("Archived,Opened", ExportedPlace.RECEIVED),
        ("", ExportedPlace.RECEIVED),
        ("Sent,Opened", ExportedPlace.SENT),
        ("Inbox,Sent", ExportedPlace.SENT),
        ("Trash,Sent", ExportedPlace.SENT),
        ("Drafts", ExportedPlace.NEITHER),
        ("Sent,Drafts", ExportedPlace.NEITHER),
        ("Spam,Unread", ExportedPlace.NEITHER),
        ("Geöffnet,Gesendet", ExportedPlace.SENT),
        ("=?UTF-8?Q?Entw=C3=BCrfe?=", ExportedPlace.NEITHER),
        ("=?UTF-8?Q?Messages_envoy=C3=A9s,Ouvert?=", ExportedPlace.SENT),
        ("Work,\n Sent", ExportedPlace.SENT),
        ("Sentinel,Spamtrap", ExportedPlace.RECEIVED),
    ],
)
def test_the_labels_say_where_it_lay(labels, place):
    raw = f"X-GM-THRID: 1\nX-Gmail-Labels: {labels}\nSubject: Roof\n\nX-Gmail-Labels: Spam\n".encode()
    assert read_exported_place(raw) is place
    assert read_exported_place(raw.replace(b"\n", b"\r\n")) is place


@pytest.mark.parametrize("raw", [b"", b"Subject: Roof\n\nX-Gmail-Labels: Sent\n", b"\n\n"])
def test_other_mail_has_none(raw):
    assert read_exported_place(raw) is None
