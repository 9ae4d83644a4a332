"""service/checkup/mailbox.py, on a real Dovecot: what the check reads out of a mailbox."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.daemon import House
from tests.servers.real import PASSWORD
from tests.service.checkup.conftest import Check, texts
from watcher.config.load import load_config
from watcher.core.health.model import ListedFolder
from watcher.core.letters.signature import sign_letter_name
from watcher.edge.clock import Clock
from watcher.edge.credentials import PasswordCredentials
from watcher.edge.imap.errors import MailboxError
from watcher.edge.imap.session import ImapSession
from watcher.service import accounts
from watcher.service.checkup.mailbox import MailboxCheck, _bisect_clock_error


class WrongClock(Clock):
    """Off by a constant."""

    def __init__(self, error: timedelta) -> None:
        self._error = error

    def now(self) -> datetime:
        return super().now() + self._error


def look(house: House, monkeypatch, error: timedelta = timedelta()) -> tuple[MailboxCheck, list[str]]:
    monkeypatch.setenv("SALES_PASSWORD", PASSWORD)
    config = load_config(house.config)
    session = ImapSession(accounts.imap_account(config.mailbox[0], config))
    session.open_connection(PasswordCredentials(house.sales, PASSWORD))
    try:
        made = MailboxCheck(config, config.mailbox[0], session, WrongClock(error))
        return made, [f"{finding.level} {finding.text}" for finding in made.run()]
    finally:
        session.drop_connection()


def mail(message_id: str, *lines: str) -> bytes:
    head = (f"Message-ID: <{message_id}@customer.example>", "From: carol@customer.example", *lines)
    return "\r\n".join((*head, "", "hello", "")).encode()


def test_a_typo_in_a_folder_s_name_says_which_there_are(check: Check):
    code, found = check(changes={'poll = "2s"': 'poll = "2s"\ninbox = ["INBXO"]\nsent = ["Sentt"]'})
    inbox, sent = texts(found, "bad")
    assert code == 1
    assert "folder 'INBXO' cannot be opened" in inbox and '(did you mean "INBOX"?); there are ' in inbox, inbox
    assert "folder 'Sentt' cannot be opened" in sent and '(did you mean "Sent"?)' in sent, sent


class ClosedFolders:
    """A server that opens no folder; its words as Dovecot says them for one that it cannot read, and for one that an ACL keeps."""

    def __init__(self, said: str, kind: str) -> None:
        self._error = MailboxError(said, kind, is_refusal=True)

    def examine_folder(self, folder: str) -> None:
        raise self._error

    def list_folders(self) -> list[ListedFolder]:
        return [ListedFolder(frozenset(), "/", "INBOX"), ListedFolder(frozenset({"\\sent"}), "/", "Sent")]


def test_a_folder_is_named_with_all_its_letters_and_nothing_else_is_written(
    check: Check, caplog: pytest.LogCaptureFixture
):
    code, found = check(changes={'owner = "': 'sent = ["Gesendete Entwürfe"]\nowner = "'})
    assert code == 1
    (text,) = [text for text in texts(found, "bad") if "cannot be opened" in text]
    assert text.count("Gesendete Entwürfe") == 2, "as it is configured, and as the server says that there is none"
    assert "imapclient" not in {record.name.partition(".")[0] for record in caplog.records}


@pytest.mark.parametrize(
    ("said", "kind", "expected"),
    [
        ("select failed: [SERVERBUG] Internal error", "network", "folder 'Sent' is there and the server cannot open it: select"),
        ("folder 'Sent' cannot be opened: select failed: [NOPERM] no", "folder", "this account may not read it"),
    ],
)  # fmt: skip
def test_a_folder_that_is_there_and_cannot_be_opened_is_no_typo(said, kind, expected):
    check = MailboxCheck(None, None, ClosedFolders(said, kind), Clock())
    (found,) = check._check_folders(["Sent"], "sent mail")
    assert expected in found.text and "did you mean" not in found.text, found.text


@pytest.mark.parametrize("minutes", [-10, 0, 10, 60 * 24 * 400])
def test_the_server_s_clock_is_compared_with_ours(house: House, monkeypatch, minutes):
    house.dovecot.append(house.sales, "INBOX", mail("clock"))
    made, _ = look(house, monkeypatch, timedelta(minutes=minutes))
    assert made.clock_error is not None
    assert abs(made.clock_error.total_seconds() + 60 * minutes) < 40


def test_a_clock_that_is_wrong_is_bad(check: Check, house: House):
    house.dovecot.append(house.sales, "INBOX", mail("right"))
    code, found = check()
    assert code == 0, found
    assert "sales: clock: agrees with that of the mail server" in texts(found, "ok")


@pytest.mark.parametrize("error", [-100_000, -31, -1, 0, 1, 29, 31, 600, 40_000_000])
def test_the_error_is_found_in_few_questions(error):
    asked = []

    def is_ahead_less_than(seconds: int) -> bool:
        asked.append(seconds)
        return error <= seconds

    found = _bisect_clock_error(is_ahead_less_than)
    assert found is not None and abs(found - error) <= 32
    assert len(asked) < 50
    assert _bisect_clock_error(lambda seconds: False) is None
    assert _bisect_clock_error(lambda seconds: True) is None


def test_mail_that_all_comes_through_one_list_is_a_group_s(house: House, monkeypatch):
    for n in range(5):
        house.dovecot.append(house.sales, "INBOX", mail(f"g{n}", "List-Id: Sales <sales.groups.example.com>"))
    _, found = look(house, monkeypatch)
    (group,) = [text for text in found if "group" in text]
    assert group.startswith("note") and 'aliases = ["sales@groups.example.com"]' in group
    house.config.write_text(
        house.config.read_text().replace('owner = "anna"', 'owner = "anna"\naliases = ["sales@groups.example.com"]')
    )
    _, found = look(house, monkeypatch)
    assert any(text.startswith("ok") and "the house's own" in text for text in found)


def test_questions_marked_as_answered_without_an_answer_are_noticed(house: House, monkeypatch):
    for n in range(6):
        house.dovecot.append(house.sales, "INBOX", mail(f"q{n}"), (b"\\Answered",))
    house.dovecot.append(house.sales, "Sent", mail("a0", "In-Reply-To: <q0@customer.example>"))
    _, found = look(house, monkeypatch)
    (note,) = [text for text in found if "marked as answered" in text]
    assert "6 of the last questions" in note and "answers to 5 of them" in note
    assert "inbox = []" in note
    for n in range(1, 6):
        house.dovecot.append(house.sales, "Sent", mail(f"a{n}", f"References: <x@y.example> <q{n}@customer.example>"))
    _, found = look(house, monkeypatch)
    assert not any("marked as answered" in text for text in found)


def test_letters_of_another_watcher_are_named(house: House, monkeypatch):
    for key in (b"another", b"another one"):
        mark = sign_letter_name(key, f"n.{'a' * 26}")
        house.dovecot.append(house.sales, "Sent", mail(f"w{key!r}"[2:9].strip(), f"X-Watcher-Ref: {mark}"))
    house.dovecot.append(house.sales, "Sent", mail("forged", "X-Watcher-Ref: nonsense"))
    _, found = look(house, monkeypatch)
    (note,) = [text for text in found if "another Watcher" in text]
    assert "2 letter(s) in 'Sent'" in note and f"{house.folder}/state" in note, note
