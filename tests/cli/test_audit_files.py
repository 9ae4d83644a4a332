"""cli/audit_files.py: an audit of mbox files and folders; what of them cannot be read, and what that means, is told."""

from __future__ import annotations

import json
import mailbox

import pytest

from tests.cli.conftest import ANSWER, MONDAY, QUESTION

pytestmark = pytest.mark.usefixtures("cache_home")


def test_a_reply_answers_the_question_it_names_and_not_an_older_one_under_the_same_subject(call, tmp_path):
    box = mailbox.mbox(tmp_path / "inbox.mbox")
    for n, date in ((1, MONDAY), (2, "Mon, 09 Mar 2026 15:00:00 +0000")):
        box.add(QUESTION.format(who="carol", subject="Order", n=n, date=date).encode())
    box.flush()
    reply = ANSWER.replace("<1@", "<2@").replace("Roof", "Order").replace("02 Mar", "09 Mar")
    (tmp_path / "sent.eml").write_text(reply)
    done = call("audit", "--inbox", tmp_path / "inbox.mbox", "--sent", tmp_path / "sent.eml", "--json")
    first, second, _ = map(json.loads, done.output.splitlines())
    assert (first["answered_at"], second["answered_at"]) == (None, "2026-03-09T16:00:00Z")


def test_a_file_that_is_no_mail_is_called_what_it_is_and_the_rest_is_read(call, folders, tmp_path):
    (tmp_path / "old.pst").write_bytes(b"!BDN" + b"\x01" * 600)
    done = call("audit", *folders, "--inbox", tmp_path / "old.pst")
    assert "old.pst: an Outlook data file" in done.stderr
    assert done.stdout.startswith("2 inquiries came in")
    assert done.exit_code == 1


@pytest.mark.parametrize("options", [("--inbox",), ("--inbox", "--sent")])
def test_an_export_of_gmail_has_both_sides_in_one_file(call, tmp_path, options):
    draft = ANSWER.replace("carol", "dave").replace("<1@", "<2@").replace("a1@", "a2@")
    texts = [
        ("Inbox", QUESTION.format(who=who, subject="Roof", n=n, date=MONDAY))
        for n, who in enumerate(("carol", "dave"), 1)
    ]
    texts += [
        ("Sent,Opened", ANSWER),
        ("Drafts", draft),
        ("Spam", QUESTION.format(who="erin", subject="Win", n=9, date=MONDAY)),
    ]
    separator = "From 17@xxx Mon Mar 02 15:00:00 +0000 2026\n"
    (tmp_path / "all.mbox").write_text(
        "".join(f"{separator}X-Gmail-Labels: {labels}\n{text}\n" for labels, text in texts)
    )
    done = call("audit", *(word for option in options for word in (option, tmp_path / "all.mbox")))
    assert (
        done.stdout.startswith("2 inquiries came in, 1 never got an answer.") and "dave@customer.example" in done.stdout
    )
    assert "2 messages of an export of Gmail are drafts, spam, deleted or chats: passed over" in done.stderr


def test_of_many_files_with_something_wrong_their_number_is_told(call, folders, tmp_path):
    (tmp_path / "many").mkdir()
    for n in range(13):
        (tmp_path / "many" / f"{n}.msg").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9)
    done = call("audit", *folders, "--inbox", tmp_path / "many")
    assert done.stderr.count("as Outlook saves it") == 10
    assert "and 3 more files with something wrong" in done.stderr


def test_one_file_for_both_sides_is_told(call, folders):
    done = call("audit", "--inbox", folders[1], "--sent", folders[1])
    assert "is named as incoming and as sent mail" in done.stderr


def test_without_sent_mail_it_says_why_nothing_looks_answered(call, folders):
    done = call("audit", *folders[:2])
    assert done.exit_code == 0
    assert "no sent mail was named (--sent): nothing looks answered" in done.stderr
    assert "2 never got an answer" in done.stdout


def test_a_path_without_mail_is_named_for_it_looks_like_a_house_that_answers_nobody(call, folders, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.mbox").touch()
    done = call("audit", *folders[:2], "--sent", tmp_path / "empty")
    assert f"no mail was found in {tmp_path / 'empty'} (--sent): nothing looks answered" in done.stderr
    done = call("audit", "--inbox", tmp_path / "empty.mbox", *folders[2:])
    assert f"no mail was found in {tmp_path / 'empty.mbox'} (--inbox)" in done.stderr
    assert done.stdout == "No inquiry came in.\n"


def test_what_cannot_be_read_is_said_and_the_rest_is_read(call, folders, tmp_path):
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    (tmp_path / "inbox2").mkdir()
    (tmp_path / "inbox2" / "broken.eml").write_bytes(b"\x00\xff\xfe" * 100)
    done = call("audit", *folders, "--inbox", tmp_path / "inbox2")
    assert "inquiries came in" in done.stdout and "Traceback" not in done.output
