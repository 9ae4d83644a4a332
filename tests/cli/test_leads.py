"""cli/leads.py: `import` of a table says what became of each line, and looks for mail of before on a real server."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from tests.documentation import documented_keys
from tests.samples import ROOT
from tests.servers.real import PASSWORD

TABLE = """email;name;note;owner;phone
carol@customer.example;Carol;wants a roof;ben;1
dave@;Dave;;;
erin@customer.example;Erin;;zoe;
carol@customer.example;Carol;again;;
frank@customer.example;Frank;;;2
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "leads.csv"
    path.write_text(TABLE)
    return path


def rows(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_what_is_wrong_is_said_with_its_line_and_the_rest_is_imported(call, state, table):
    done = call("import", table)
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        f"{table}:3: 'dave@' is no mail address",
        f"{table}:4: there is no person 'zoe' in the configuration",
        f"{table}:5: carol@customer.example stands on line 2 already",
    ]
    assert done.stdout.splitlines() == [
        "2 of 5 contacts imported, as inquiries 1 to 2.",
        "Columns without a meaning here: phone",
    ]
    with state.read_transaction() as tx:
        assert [(found.customer, found.owner) for found in tx.inquiries.list_waiting()] == [
            ("carol@customer.example", "ben"), ("frank@customer.example", "anna"),
        ]  # fmt: skip


def test_the_example_of_the_manual_is_read(call, state):
    done = call("import", ROOT / "docs" / "leads.csv", "--json", "--dry-run")
    assert done.exit_code == 0
    assert [(row["name"], row["owner"]) for row in rows(done)[:-1]] == [
        ("Carol Jones", "ben"), ("Dave Miller", "anna"), ("Erin", "anna"),
    ]  # fmt: skip
    assert (ROOT / "docs" / "leads.csv").read_text() in (ROOT / "docs" / "contacts.md").read_text()


def test_a_second_time_nothing_is_made(call, state, tmp_path):
    (tmp_path / "leads.csv").write_text("email\ncarol@customer.example\n")
    assert call("import", tmp_path / "leads.csv").output == "1 of 1 contacts imported, as inquiry 1.\n"
    again = call("import", tmp_path / "leads.csv")
    assert (again.exit_code, again.output) == (0, "0 of 1 contacts imported.\n1 were imported before.\n")


def test_a_dry_run_stores_nothing(call, state, table):
    done = call("import", table, "--dry-run")
    assert done.exit_code == 1 and done.stdout.startswith("2 of 5 contacts would be imported.\n")
    with state.read_transaction() as tx:
        assert tx.inquiries.find_by_state() == []


def test_json_has_a_line_a_contact_and_a_summary(call, state, table):
    *found, summary = rows(call("import", table, "--json"))
    assert sorted((row["line"], row["result"], row["inquiry"]) for row in found) == [
        (2, "imported", 1), (3, "refused", None), (4, "refused", None), (5, "refused", None), (6, "imported", 2),
    ]  # fmt: skip
    assert summary == {
        "summary": True, "imported": 2, "known": 0, "written-to": 0, "refused": 3, "unused": ["phone"], "dry_run": False,
    }  # fmt: skip
    assert set(found[0]) == set(found[-1]) and set(found[0]) | set(summary) == set(documented_keys("import"))


@pytest.mark.parametrize("words", [("--mailbox", "nobody"), ("--owner", "zoe")])
def test_what_cannot_be_meant_is_refused(call, state, table, words):
    assert call("import", table, *words).exit_code == 2


def test_whose_they_are_must_be_said_where_there_are_several_mailboxes(call, configured, state, table):
    config = configured / "config.toml"
    text = config.read_text()
    box = text[text.index("[[mailbox]]") :].replace('"sales"', '"help"').replace("sales@", "help@")
    config.write_text(text + box)
    assert "which one? There are sales, help" in call("import", table).stderr
    assert call("import", table, "--mailbox", "help", "--owner", "ben").exit_code == 1
    with state.read_transaction() as tx:
        assert {(found.mailbox, found.owner) for found in tx.inquiries.list_waiting()} == {("help", "ben")}


def test_a_file_that_is_no_table_is_refused(call, state, tmp_path):
    (tmp_path / "leads.xlsx").write_bytes(b"PK\x03\x04")
    done = call("import", tmp_path / "leads.xlsx")
    assert done.exit_code == 1 and "leads.xlsx: this is a workbook (.xlsx or .ods): save it as CSV" in done.stderr


def test_a_guessed_encoding_is_said_with_a_name_to_look_at(call, state, tmp_path):
    for encoding in ("cp1250", "utf-8"):
        (tmp_path / f"{encoding}.csv").write_text(
            "email;name\na@customer.example;Ann\nz@customer.example;Dvořák\n", encoding
        )
    said = "The file is not UTF-8, and was read as Windows-1252. If “Dvoøák” is wrong, save it as “CSV UTF-8”.\n"
    assert said in call("import", "--dry-run", tmp_path / "cp1250.csv").output
    assert "Windows-1252" not in call("import", "--dry-run", tmp_path / "utf-8.csv").output


def test_before_the_service_ever_ran_there_is_nowhere_to_put_them(call, configured, table):
    done = call("import", table)
    assert done.exit_code == 1 and "watcher run" in done.stderr
    assert not (configured / "state").exists()


def test_a_server_that_does_not_answer_is_named_and_the_contacts_are_imported_all_the_same(call, state, tmp_path):
    (tmp_path / "leads.csv").write_text("email,met\ncarol@customer.example,2026-01-05\n")
    done = call("import", tmp_path / "leads.csv")
    assert done.exit_code == 1
    assert "sales: the mail sent before could not be looked through" in done.stderr
    assert "1 of 1 contacts imported, as inquiry 1." in done.stdout


def test_who_was_written_to_since_they_were_met_does_not_wait(call, configured, state, dovecot, monkeypatch, tmp_path):
    user = dovecot.user(f"leads{uuid.uuid4().hex[:10]}")
    monkeypatch.setenv("SALES", PASSWORD)
    config = configured / "config.toml"
    server = f'port = {dovecot.imaps}, ca = "{dovecot.certificates.ca}", user = "{user}"'
    config.write_text(config.read_text().replace('port = 9, user = "x"', server, 1))
    now = datetime.now(UTC)
    head = "From: anna@example.com\r\nTo: {0}@customer.example\r\nMessage-ID: <{0}@example.com>\r\n"
    mail = head + "Subject: Hello\r\n\r\nHere it is.\r\n"
    for who, days in (("carol", 2), ("dave", 9)):
        dovecot.append(user, "Sent", mail.format(who).encode(), at=now - timedelta(days=days))
    met = f"{now - timedelta(days=5):%Y-%m-%d}"
    (tmp_path / "leads.csv").write_text(
        "email,met\n" + "".join(f"{who}@customer.example,{met}\n" for who in ("carol", "dave", "erin"))
    )
    before = dovecot.state(user)
    done = call("import", tmp_path / "leads.csv")
    assert (done.exit_code, done.output.splitlines()) == (
        0, ["3 of 3 contacts imported, as inquiries 1 to 3.", "1 have had mail since they were met: they wait for nothing."],
    )  # fmt: skip
    assert dovecot.state(user) == before
    with state.read_transaction() as tx:
        assert [found.customer for found in tx.inquiries.list_waiting()] == [
            "dave@customer.example",
            "erin@customer.example",
        ]
