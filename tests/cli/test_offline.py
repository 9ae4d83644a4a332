"""`classify`, `explain`, `rules` as a person runs them: cli/classify.py, cli/explain.py, cli/rules.py, cli/offline.py."""

from __future__ import annotations

import json
import mailbox
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from watcher.cli import main

QUESTION = b"From: Carol <carol@customer.example>\nTo: sales@example.com\nSubject: A roof\nMessage-ID: <q1@customer.example>\n\nHow much?\n"
NEWS = b"From: News <news@shop.example>\nTo: sales@example.com\nSubject: Sale\nList-Unsubscribe: <https://x.example/u>\n\nBuy!\n"
BROKEN = b"\x00\x01\x02 this is no mail"
KEYS = ["file", "message_id", "kind", "attention", "track", "ack", "ack_reason", "rule", "why", "customer", "subject"]


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch) -> Path:
    """A folder without a configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WATCHER_CONFIG", raising=False)
    return tmp_path


def watcher(*words: object, code: int = 0, answers: str = "") -> Result:
    result = CliRunner().invoke(main, [str(word) for word in words], input=answers)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result


def rows(*words: object) -> list[dict]:
    return [json.loads(line) for line in watcher(*words, "--json").stdout.splitlines()]


def write(folder: Path, **files: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, raw in files.items():
        (folder / f"{name}.eml").write_bytes(raw)


def test_one_object_a_message_with_the_keys_that_are_promised(nowhere):
    write(nowhere, a=QUESTION, b=NEWS, c=BROKEN)
    question, news, broken = rows("classify", "a.eml", "b.eml", "c.eml")
    assert list(question) == list(news) == list(broken) == KEYS
    assert question == {
        "file": "a.eml", "message_id": "q1@customer.example", "kind": "inquiry", "attention": "answer", "track": True, "ack": True,
        "ack_reason": None, "rule": "everything else", "why": "mail from a person outside",
        "customer": "carol@customer.example", "subject": "A roof",
    }  # fmt: skip
    assert (news["kind"], news["track"], news["ack"], news["ack_reason"]) == ("inquiry", False, False, "bulk")
    assert (broken["kind"], broken["track"], broken["ack"]) == ("inquiry", True, False)
    assert broken["ack_reason"] == "too-malformed"
    assert broken["customer"] is None


def test_folders_are_read_with_what_is_below_them_and_only_mail(nowhere):
    write(nowhere / "box" / "deep", one=QUESTION)
    (nowhere / "box" / "0001.abcdef").write_bytes(NEWS)
    (nowhere / "box" / "README.md").write_text("# Mail\n\nFrom: nobody\n")
    (nowhere / "box" / "list.csv").write_text("file,label\na,b\n")
    (nowhere / "box" / ".hidden").write_bytes(QUESTION)
    assert [row["file"] for row in rows("classify", "box")] == ["box/0001.abcdef", "box/deep/one.eml"]


def test_an_mbox_and_a_maildir(nowhere):
    box = mailbox.mbox(nowhere / "old.mbox")
    box.add(QUESTION)
    box.add(NEWS)
    box.flush()
    maildir = mailbox.Maildir(nowhere / "maildir")
    maildir.add(QUESTION)
    read = maildir.add(mailbox.MaildirMessage(NEWS))
    message = maildir[read]
    message.set_subdir("cur")
    maildir[read] = message
    (nowhere / "maildir" / "tmp" / "half").write_bytes(QUESTION)
    found = rows("classify", "old.mbox", "maildir")
    assert [row["file"] for row in found[:2]] == ["old.mbox:1", "old.mbox:2"]
    assert sorted(row["kind"] for row in found) == ["inquiry"] * 4


def test_who_we_are(nowhere):
    write(nowhere, a=QUESTION)
    assert rows("classify", "a.eml")[0]["ack"] is True
    assert rows("classify", "a.eml", "--address", "sales@example.com")[0]["ack"] is True
    assert rows("classify", "a.eml", "--address", "Other <other@example.com>")[0]["ack_reason"] == "not-addressed"
    assert rows("classify", "a.eml", "--address", "carol@customer.example")[0]["ack_reason"] == "own-address"
    assert "one mail address" in watcher("classify", "a.eml", "--address", "nobody", code=2).output


def test_a_line_for_people_fits_the_terminal(nowhere, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    write(nowhere / ("long" * 12), name=QUESTION)
    (line,) = watcher("classify", "long" * 12).stdout.splitlines()
    assert len(line) <= 80
    assert line.startswith("inquiry   answer  ack")
    assert line.endswith("name.eml")


def test_a_file_name_cannot_steer_the_terminal(nowhere):
    (nowhere / "a\x1b[2Jb.eml").write_bytes(QUESTION)
    assert "\x1b" not in watcher("classify", ".").stdout


def test_one_notice_of_a_form_brings_the_rule_for_it(nowhere):
    head = "From: web@site.example\nTo: sales@example.com\nSubject: New message\n\n"
    (nowhere / "notice.eml").write_text(f"{head}Name: Zoe Park\nEmail: zoe@kunde.example\nText: Hello\n")
    output = watcher("classify", "notice.eml").stdout
    (nowhere / "20.toml").write_text(output[output.index("[[rule]]") :])
    (row,) = rows("classify", "notice.eml", "--rules", "20.toml")
    assert (row["rule"], row["ack"], row["customer"]) == ("our form: web@site.example", True, "zoe@kunde.example")
    assert "[[rule]]" not in watcher("classify", "notice.eml", "notice.eml").stdout
    assert "[[rule]]" not in watcher("classify", "notice.eml", "--rules", "20.toml").stdout


def test_nothing_there(nowhere):
    (nowhere / "empty").mkdir()
    assert "no mail found" in watcher("classify", "empty", code=1).output
    watcher("classify", "absent.eml", code=2)
    watcher("classify", code=2)


RULE = """
[[rule]]
name = "roofs"
match.subject.contains = "roof"
kind = "other"
"""


def test_other_rules_and_those_of_a_configuration(nowhere):
    write(nowhere, a=QUESTION)
    (nowhere / "mine.toml").write_text(RULE)
    (row,) = rows("classify", "a.eml", "--rules", "mine.toml")
    assert (row["kind"], row["rule"], row["ack_reason"]) == ("other", "roofs", "not-inquiry")
    watcher("init", ".", "--address", "sales@example.com", "--owner", "anna", "--owner-email", "anna@example.com",
            "--provider", "ionos")  # fmt: skip
    (nowhere / "rules" / "10-mine.toml").write_text(RULE)
    assert rows("classify", "a.eml")[0]["rule"] == "roofs"


def test_explain_a_file(nowhere):
    write(nowhere, a=QUESTION, b=NEWS, c=BROKEN)
    text = watcher("explain", "a.eml").stdout
    for word in ("carol@customer.example", "everything else", "the shipped rules", "yes, to", "How much?"):
        assert word in text
    assert "Rules tried" in text
    settled = watcher("explain", "b.eml").stdout
    assert "bulk mail" in settled
    assert "review: in doubt: shown once in a digest" in settled
    assert "too broken" in watcher("explain", "c.eml").stdout
    told = rows("explain", "b.eml")[0]
    assert told["hits"][0]["code"] == "bulk"
    assert told["facts"]["subject"] == "Sale"
    assert told["rules"][-1]["matched"] is True


def test_explain_something_that_is_not_there(nowhere):
    assert "config" in watcher("explain", "12", code=2).output
    assert "config" in watcher("explain", "<nobody@x.example>", code=2).output


def test_the_shipped_rules_hold(nowhere):
    assert "0 wrong" in watcher("rules", "test").output
    assert "0 to look at" in watcher("rules", "lint").output


def test_rules_lint_knows_the_names_of_a_configuration(nowhere):
    watcher("init", ".", "--address", "sales@example.com", "--owner", "anna", "--owner-email", "anna@example.com",
            "--provider", "ionos")  # fmt: skip
    assert "0 to look at" in watcher("rules", "lint").output
    (nowhere / "mine.toml").write_text(RULE + 'owner = "zoe"\ntemplate = "acknowledgement"\n')
    output = watcher("rules", "lint", "mine.toml", code=1).output
    assert 'no owner "zoe"' in output


def test_rules_test_tells_what_came_out_otherwise(nowhere):
    example = '\n  [[rule.example]]\n  from = "a@b.example"\n  subject = "Lunch"\n  expect = { kind = "other" }\n'
    (nowhere / "mine.toml").write_text(RULE + example)
    output = watcher("rules", "test", "mine.toml", code=1).output
    assert 'mine.toml:2: rule "roofs", example 1: expected kind = other, got inquiry' in output


def test_a_rule_file_with_mistakes_tells_each_with_its_line(nowhere):
    (nowhere / "mine.toml").write_text(
        '[[rule]]\nname = "a"\nmatch.subjekt = "x"\nkind = "inqury"\n\n[[rule]]\nnam = "b"\nmatch.body.regex = "("\nkind = "other"\n'
    )
    output = watcher("classify", ".", "--rules", "mine.toml", code=2).output.splitlines()
    assert [line.split(" ")[0] for line in output] == ["mine.toml:3:", "mine.toml:4:", "mine.toml:7:", "mine.toml:8:"]
    assert '(did you mean "subject"?)' in output[0]


def test_check_online_names_what_is_missing(nowhere):
    watcher("init", ".", "--address", "sales@example.com", "--owner", "anna", "--owner-email", "anna@example.com",
            "--imap-host", "127.0.0.1", "--smtp-host", "127.0.0.1")  # fmt: skip
    output = watcher("check", "--online", code=1).output
    assert "secrets/sales: No such file or directory: put the password there" in output
    assert [line.split(":")[1].split(" ")[1] for line in output.splitlines() if line.startswith("!!")] == [
        "IMAP",
        "SMTP",
    ]


def test_help_names_every_command_once(nowhere):
    for words in (["--help"], ["classify", "--help"], ["rules", "--help"], ["rules", "lint", "-h"], ["--version"]):
        watcher(*words)
    assert "No such command" in watcher("clasify", code=2).output
