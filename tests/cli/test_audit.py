"""`audit` of files: what came in and was never answered, as text, JSON and a table."""

from __future__ import annotations

import contextlib
import csv
import json
import mailbox
import os
import pty
import re
import signal
import subprocess
import sys
import uuid
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial

import pytest

from tests.cli.conftest import ANSWER, CONFIG, MONDAY, QUESTION
from tests.servers.real import PASSWORD


def test_what_was_never_answered_is_named(call, configured, folders):
    text = call("audit", *folders).output
    assert text.startswith(
        "2 inquiries came in, 1 never got an answer.\nAnswered in time 1, late 0, never 1, still waiting 0.\n"
    )
    assert "dave@customer.example" in text and "carol@customer.example" not in text
    assert not (configured / "state").exists()


def test_json_has_a_line_an_inquiry_and_a_summary(call, folders):
    carol, dave, summary = map(json.loads, call("audit", *folders, "--json").output.splitlines())
    assert carol == {
        "mailbox": "sales", "customer": "carol@customer.example", "subject": "Roof", "received_at": "2026-03-02T15:00:00Z",
        "message_id": "1@customer.example", "answered_at": "2026-03-02T16:00:00Z", "answered_by": "anna@example.com",
        "strength": "strong", "opening_seconds": 3600, "owner": "anna", "promise_at": "2026-03-02T19:00:00Z", "ending": "in-time",
    }  # fmt: skip
    assert (dave["answered_at"], dave["opening_seconds"]) == (None, None)
    assert (summary["summary"], summary["came"], summary["answered"], summary["never"]) == (True, 2, 1, 1)


def test_the_same_is_written_as_a_table_and_a_page(call, tmp_path, folders):
    call("audit", *folders, "--csv", tmp_path / "leak.csv", "--html", tmp_path / "leak.html", "--language", "de")
    with (tmp_path / "leak.csv").open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert [row["subject"] for row in rows] == ["Roof", "'=cmd"]
    assert "2 Anfragen" in (tmp_path / "leak.html").read_text()


def test_a_page_that_has_nowhere_to_go_is_refused_before_anything_is_read(call, tmp_path, folders):
    done = call("audit", *folders, "--html", tmp_path / "absent" / "leak.html")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"there is no folder {tmp_path / 'absent'}" in done.stderr


def test_a_full_disk_costs_the_page_and_not_the_figures(call, folders):
    done = call("audit", *folders, "--html", "/dev/full")
    assert done.exit_code == 1
    assert done.stdout.startswith("2 inquiries came in")
    assert "/dev/full cannot be written: No space left on device" in done.stderr


def test_nothing_is_kept_of_an_audit_that_is_over(call, tmp_path, folders):
    call("audit", *folders)
    assert not list((tmp_path / "cache").rglob("*.sqlite3"))


@pytest.mark.parametrize(
    "date", ["Mon, 99 Foo 1897 99:99:99 +9999", "Thu, 01 Jan 1970 00:00:00 +0000", "Fri, 01 Jan 2100 00:00:00 +0000"]
)
def test_a_date_that_nobody_can_mean_counts_as_none(call, tmp_path, date):
    box = mailbox.mbox(tmp_path / "odd.mbox")
    message = mailbox.mboxMessage(QUESTION.format(who="carol", subject="Roof", n=1, date=date).encode())
    message.set_from("carol@customer.example", (2026, 3, 2, 15, 0, 0, 0, 61, 0))
    box.add(message)
    box.flush()
    row, _ = map(json.loads, call("audit", "--inbox", tmp_path / "odd.mbox", "--json").stdout.splitlines())
    assert row["received_at"] == "2026-03-02T15:00:00Z"


def test_mail_to_another_address_is_audited_when_it_is_named(call, folders):
    assert call("audit", *folders, "--address", "x").exit_code == 2
    assert call("audit", *folders, "--address", "sales@example.com").output.startswith("2 inquiries")


@pytest.mark.parametrize("words", [("--since", "soon"), ("--mailbox", "nobody")])
def test_what_cannot_be_meant_is_refused(call, words):
    assert call("audit", *words).exit_code == 2


def test_a_server_that_does_not_answer_is_named_and_nothing_is_made_up(call, tmp_path):
    page, table = tmp_path / "leak.html", tmp_path / "leak.csv"
    done = call("audit", "--since", "30d", "--html", page, "--csv", table)
    assert done.exit_code == 1
    assert "sales: " in done.stderr
    assert done.stdout == "Nothing could be read, so there are no figures.\n", "whether one came in nobody knows"
    assert not page.exists() and not table.exists(), "a page of noughts says that all is well"
    assert "kept" not in done.stderr, "there is nothing to go on from"


# --- a real server


class Served:
    """A house on a real server: the configuration, and mail of some days ago."""

    def __init__(self, folder, dovecot):
        self.dovecot, self.user = dovecot, dovecot.user(f"audit{uuid.uuid4().hex[:8]}")
        server = f'host = "127.0.0.1", port = {dovecot.imaps}, ca = "{dovecot.certificates.ca}", user = "{self.user}"'
        text = CONFIG.format(folder=folder).replace('host = "127.0.0.1", port = 9, user = "x"', server)
        (folder / "config.toml").write_text(text)
        self.environment = {**os.environ, "SALES": PASSWORD, "XDG_CACHE_HOME": str(folder / "cache")}
        self.command = [sys.executable, "-m", "watcher", "-c", str(folder / "config.toml"), "audit"]

    def fill(self, folder: str, mails: list[tuple[str, datetime]]) -> None:
        with self.dovecot.client(self.user) as client:
            for raw, at in mails:
                client.append(folder, raw.replace("\n", "\r\n").encode(), (), at)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self.command, *words], env=self.environment, capture_output=True, text=True, timeout=120
        )

    def interrupt(self, *words: str) -> tuple[int, str]:
        """Ctrl-C, as soon as a line says that something was read."""
        ours, theirs = pty.openpty()
        running = subprocess.Popen(
            [*self.command, *words],
            env=self.environment,
            stdout=theirs,
            stderr=theirs,
            preexec_fn=partial(
                signal.signal, signal.SIGINT, signal.SIG_DFL
            ),  # tests that run in the background ignore it
        )
        os.close(theirs)
        said = b""
        while not re.search(rb": [1-9]\d* of", said):
            said += os.read(ours, 4096)
        running.send_signal(signal.SIGINT)
        with contextlib.suppress(OSError):  # a terminal whose last user is gone
            while more := os.read(ours, 4096):
                said += more
        os.close(ours)
        return running.wait(60), said.decode()


@pytest.fixture
def served(tmp_path, dovecot):
    return Served(tmp_path, dovecot)


def questions(count: int, first: int = 1) -> list[tuple[str, datetime]]:
    at = datetime.now(UTC) - timedelta(days=9)
    return [
        (QUESTION.format(who=f"c{n}", subject=f"Roof {n}", n=n, date=format_datetime(at)), at)
        for n in range(first, first + count)
    ]


def test_a_mailbox_on_a_server_is_read_and_left_as_it_was(served, tmp_path):
    at = datetime.now(UTC) - timedelta(days=8)
    served.fill(
        "INBOX",
        [*questions(2), (QUESTION.format(who="old", subject="Old", n=9, date=MONDAY), at - timedelta(days=200))],
    )
    served.fill("Sent", [(ANSWER.replace("carol@", "c1@"), at)])
    before = served.dovecot.state(served.user)
    done = served.run("--json")
    first, second, summary = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, done.stderr) == (0, "")
    assert (first["answered_by"], second["answered_by"]) == ("anna@example.com", None)
    assert (summary["came"], summary["answered"], summary["never"]) == (2, 1, 1)
    assert served.dovecot.state(served.user) == before
    assert not list((tmp_path / "cache").rglob("*.sqlite3")) and not (tmp_path / "state").exists()


def test_an_interrupted_audit_shows_what_it_read_and_goes_on_from_there(served, tmp_path):
    many = 1_000  # so that the first batch is read long before the last message, on a busy machine too
    served.fill("INBOX", questions(many))
    code, said = served.interrupt()
    assert code == 1 and "Traceback" not in said
    assert "interrupted after " in said and "the same command goes on from there" in said
    (kept,) = (tmp_path / "cache").rglob("*.sqlite3")
    assert kept.stat().st_mode & 0o077 == 0
    done = served.run("--json")
    assert json.loads(done.stdout.splitlines()[-1])["came"] == many
    read_before = int(re.search(r"interrupted after ([\d,]+)", said)[1].replace(",", ""))
    assert f"went on after {read_before:,} messages" in done.stderr
    assert not kept.exists()


def test_replies_that_somebody_sorted_by_year_are_seen_and_a_folder_that_may_hold_some_is_named(served):
    at = datetime.now(UTC) - timedelta(days=8)
    served.fill("INBOX", questions(2))
    with served.dovecot.client(served.user) as client:
        for name in ("Sent/2025", "Sent (old)"):
            client.create_folder(name)
    served.fill("Sent/2025", [(ANSWER.replace("carol@", "c1@"), at)])
    done = served.run("--json")
    first, second, _ = map(json.loads, done.stdout.splitlines())
    assert (first["answered_by"], second["answered_by"]) == ("anna@example.com", None)
    assert (done.returncode, done.stderr) == (
        0, "watcher: sales: looks like sent mail and was not read: 'Sent (old)'; if it is, name it with `sent` in [[mailbox]]\n",
    )  # fmt: skip


def test_a_mailbox_without_sent_mail_says_so(served, tmp_path):
    served.fill("INBOX", questions(1))
    with served.dovecot.client(served.user) as client:
        client.create_folder("Post")
    config = tmp_path / "config.toml"
    config.write_text(config.read_text().replace('owner = "anna"', 'owner = "anna"\nsent = ["Post", "Absent"]'))
    done = served.run()
    assert done.returncode == 1
    assert "Absent" in done.stderr and "1 inquiry came in, 1 never" in done.stdout
