"""edge/foreign_formats.py: a file that is no mail is called what it is."""

from __future__ import annotations

import gzip

import pytest

from watcher.edge.foreign_formats import describe_foreign_file, describe_mail_container


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"!BDN\x00", "readpst"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".eml"),
        (b"\xcf\xad\x12\xfe", "Outlook Express"),
        (b"*mbx*\r\n", "UW IMAP"),
        (b"PK\x03\x04", "unpack"),
        (gzip.compress(b"From a", mtime=0), "unpack"),
        (b"x" * 257 + b"ustar\x00", "unpack"),
    ],
)
def test_what_holds_mail_in_another_form_is_named_in_a_folder_too(head, word):
    assert word in describe_mail_container(head)
    assert word in describe_foreign_file(head)


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b'// <!-- <mdb:mork:z v="1.4"/> -->', "without .msf"),
        (b"From a@x.example Mon Nov 23 10:00:00 2026\rSubject: 1\r\r", "CR"),
        ("From: a".encode("utf-16"), "UTF-16"),
        (b"bread\nmilk\n", "no mail: it begins neither"),
    ],
)
def test_what_is_no_mail_is_named_only_when_it_was_meant(head, word):
    assert describe_mail_container(head) == ""
    assert word in describe_foreign_file(head)
