"""edge/mail_files.py: .eml, mbox, Maildir and folders of them, on a real disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from watcher.core.message.model import MAX_FETCHED_OCTETS
from watcher.edge.mail_files import read_messages

MAIL = b"From: carol@customer.example\r\nSubject: hello\r\nDate: Mon, 23 Nov 2026 10:00:00 +0000\r\n\r\nHello\r\n"


def test_a_folder_is_read_in_name_order_and_what_is_no_mail_passed_over(tmp_path: Path) -> None:
    (tmp_path / "b.eml").write_bytes(MAIL)
    (tmp_path / "a").write_bytes(MAIL)
    (tmp_path / "notes.txt").write_text("Buy milk: two bottles\n")
    (tmp_path / ".hidden.eml").write_bytes(MAIL)
    found = [message.location for message in read_messages([tmp_path])]
    assert found == [str(tmp_path / "a"), str(tmp_path / "b.eml")]


def test_an_mbox_has_several_messages_each_with_its_number(tmp_path: Path) -> None:
    box = tmp_path / "box"
    unix = MAIL.replace(b"\r\n", b"\n")
    box.write_bytes(b"From carol Mon Nov 23 10:00:00 2026\n" + unix + b"\nFrom carol Mon Nov 23 11:00:00 2026\n" + unix)
    found = list(read_messages([box]))
    assert [message.location for message in found] == [f"{box}:1", f"{box}:2"]
    assert all(message.arrival.raw.startswith(b"From: carol@customer.example") for message in found)


def test_a_maildir_is_read_whatever_its_files_are_called(tmp_path: Path) -> None:
    for name in ("cur", "new", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "cur" / "1.host:2,S").write_bytes(b"no header at all")
    (tmp_path / "tmp" / "2.host").write_bytes(MAIL)
    assert [message.location for message in read_messages([tmp_path])] == [str(tmp_path / "cur" / "1.host:2,S")]


def test_no_more_than_the_cap_is_read_and_the_true_size_kept(tmp_path: Path) -> None:
    path = tmp_path / "large.eml"
    path.write_bytes(MAIL + b"x" * MAX_FETCHED_OCTETS)
    (message,) = read_messages([path])
    assert len(message.arrival.raw) == MAX_FETCHED_OCTETS
    assert message.arrival.size == len(MAIL) + MAX_FETCHED_OCTETS


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read_messages([tmp_path / "absent.eml"]))
