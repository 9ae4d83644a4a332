"""edge/mail_files.py: .eml, mbox, Maildir and folders of them, on a real disk."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from watcher.core.message.model import MAX_FETCHED_OCTETS
from watcher.edge.mail_files import NoMailFileError, read_messages

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


def test_a_sentence_that_begins_with_from_is_text_and_a_separator_needs_no_blank_line(tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.write_bytes(
        b"From carol@x.example Mon Nov 23 10:00:00 2026\nSubject: 1\n\nHello,\n\nFrom here it leaks.\n"
        b"From dave@x.example Mon Nov 23 11:00:00 +0000 2026\nSubject: 2\n\nBye\n\nFrom - \nSubject: 3\n\nx\n"
    )
    found = [message.arrival.raw for message in read_messages([box])]
    assert found == [
        b"Subject: 1\n\nHello,\n\nFrom here it leaks.\n",
        b"Subject: 2\n\nBye\n",
        b"Subject: 3\n\nx\n",
    ]


def test_the_separator_says_when_a_message_came(tmp_path: Path) -> None:
    (tmp_path / "box").write_bytes(b"From carol Mon Nov 23 10:00:00 2026\nSubject: 1\n\nHello\n")
    (message,) = read_messages([tmp_path / "box"])
    assert message.arrival.received_at == datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_a_broken_mbox_costs_no_more_than_what_is_broken(tmp_path: Path) -> None:
    whole = b"From carol Mon Nov 23 10:00:00 2026\n" + MAIL.replace(b"\r\n", b"\n") + b"\n"
    (tmp_path / "box").write_bytes(whole + b"\x00" * 5000 + b"\n" + whole + b"x" * 300_000 + b"\n" + whole[:60])
    found = list(read_messages([tmp_path / "box"]))
    assert [message.arrival.raw[:5] for message in found] == [b"From:"] * 2 + [b"From:"]
    assert found[1].arrival.size > 300_000 >= len(found[1].arrival.raw)


def test_a_file_that_cannot_be_read_is_told_and_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(MAIL)
    told: list[str] = []
    paths = [tmp_path / "absent.eml", tmp_path]
    found = list(read_messages(paths, lambda path, error: told.append(path.name)))
    assert (len(found), told) == (1, ["absent.eml"])


def test_a_file_that_is_no_mail_is_told_and_makes_no_message(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("bread\nmilk\n")
    told: list[str] = []
    assert not list(read_messages([tmp_path / "list"], lambda path, error: told.append(str(error.strerror))))
    assert told[0].startswith("no mail: ")
    with pytest.raises(NoMailFileError):
        list(read_messages([tmp_path / "list"]))


def test_mail_in_another_form_is_told_in_a_folder_too_and_an_index_is_not(tmp_path: Path) -> None:
    (tmp_path / "old.pst").write_bytes(b"!BDN" + b"\x01" * 600)
    (tmp_path / "Inbox.msf").write_text('// <!-- <mdb:mork:z v="1.4"/> -->\n')
    (tmp_path / "a.eml").write_bytes(MAIL)
    told: list[str] = []
    found = list(read_messages([tmp_path], lambda path, error: told.append(path.name)))
    assert (len(found), told) == (1, ["old.pst"])


def test_a_message_in_a_maildir_that_quotes_an_mbox_is_one_message(tmp_path: Path) -> None:
    quoting = MAIL + b"\r\nFrom carol@x.example Mon Nov 23 10:00:00 2026\r\nSubject: 1\r\n\r\nHello\r\n"
    (tmp_path / "cur").mkdir()
    for path in (tmp_path / "cur" / "1.host:2,S", tmp_path / "7", tmp_path / "a.eml"):
        path.write_bytes(quoting)
        (message,) = read_messages([path])
        assert message.arrival.raw == quoting


def test_a_damaged_mbox_is_no_error_where_nobody_asks(tmp_path: Path) -> None:
    (tmp_path / "box").write_bytes(b"From carol Mon Nov 23 10:00:00 2026\nSubject: 1\n\nHel")
    assert len(list(read_messages([tmp_path / "box"]))) == 1
