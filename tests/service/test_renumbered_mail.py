"""service/renumbered_mail.py: a server that numbers its messages anew at each look, scripted."""

from __future__ import annotations

import re

from tests.servers.scripted import LOGGED_IN, ScriptedImap, strange_mailbox
from tests.worlds import open_intake
from watcher.edge.store.store import Store
from watcher.edge.store.tables import ledger

MAIL = b"From: carol@customer.example\r\nTo: sales@example.com\r\nSubject: S%d\r\n%s\r\nWhat does it cost?\r\n"
LISTED = b'* LIST (\\HasNoChildren) "/" INBOX\r\n{tag} OK done\r\n'


class Renumbering(ScriptedImap):
    """GNU imap4d's habit: each opening gives each message another number. A mail is (header lines, INTERNALDATE)."""

    def __init__(self, mails: list[tuple[bytes, bytes]]) -> None:
        super().__init__({**LOGGED_IN, "LIST": LISTED})
        self.mails = mails
        self.bodies = 0  # how many were read
        self.number_anew(7)

    def number_anew(self, uidvalidity: int) -> None:
        first, count = uidvalidity * 100, len(self.mails)
        self.script["EXAMINE"] = (
            b"* %d EXISTS\r\n* OK [UIDVALIDITY %d] yes\r\n* OK [UIDNEXT 1000] yes\r\n{tag} OK [READ-ONLY] done\r\n"
            % (count, uidvalidity)
        )
        uids = b"".join(b" %d" % (first + n) for n in range(count))
        self.script["UID SEARCH"] = b"* SEARCH%s\r\n{tag} OK done\r\n" % uids
        stamps, whole = b"", b""
        for n, (lines, at) in enumerate(self.mails):
            row = b'* %d FETCH (UID %d INTERNALDATE "%s" ' % (n + 1, first + n, at)
            found = re.search(rb"(?m)^Message-ID:.*\r\n", lines)
            header, raw = (found[0] if found else b"") + b"\r\n", MAIL % (n, lines)
            stamps += row + b'BODY[HEADER.FIELDS ("MESSAGE-ID")] {%d}\r\n%s)\r\n' % (len(header), header)
            whole += row + b"FLAGS () RFC822.SIZE %d BODY[]<0> {%d}\r\n%s)\r\n" % (len(raw), len(raw), raw)
        self.script = {
            r"UID FETCH.*HEADER": stamps + b"{tag} OK done\r\n",
            **{name: reply for name, reply in self.script.items() if not name.startswith("UID FETCH")},
            "UID FETCH": whole + b"{tag} OK done\r\n",
        }

    def whole_messages_read(self) -> int:
        asked = [command for command in self.commands if "BODY.PEEK[]" in command]
        self.commands.clear()
        return sum(len(re.split(",", command.split()[2])) for command in asked)


def lines(store) -> list[tuple]:
    with store.read_transaction() as tx:
        columns = (ledger.c.uid, ledger.c.inquiry, ledger.c.codes)
        return [
            tuple(row)
            for row in tx.connection.execute(ledger.select().with_only_columns(*columns).order_by(ledger.c.uid))
        ]


async def test_what_is_known_is_neither_read_nor_decided_again(tmp_path, caplog):
    old = (b"Message-ID: <old@x>\r\n", b"01-Jan-2020 10:00:00 +0000")
    at = b"01-Jan-2030 10:00:0%d +0000"
    async with Renumbering([old]) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(strange_mailbox(server.port, timeout=5.0), store)
        await intake.scan_folders()
        server.mails += [(b"Message-ID: <new@x>\r\n", at % 1), (b"", at % 2)]  # the second has no id
        server.number_anew(8)
        assert await intake.scan_folders() == 2, "what came is read, though all have new numbers"
        assert server.whole_messages_read() == 2
        for uidvalidity in (9, 10, 11, 12):
            server.number_anew(uidvalidity)
            assert await intake.scan_folders() == 0
            first = uidvalidity * 100
            assert [(uid, number) for uid, number, _ in lines(store)] == [(first, None), (first + 1, 1), (first + 2, 2)]
        assert server.whole_messages_read() == 0
        with store.read_transaction() as tx:
            assert len(tx.inquiries.find_by_state()) == 2
            assert tx.get_meta("renumbers:sales") == "INBOX"
            assert [place.uid for place, _, _ in tx.ledger.locate_waiting_mail("sales", 9)] == [1202, 1201]
        await intake.close()
    said = [record.message for record in caplog.records if "anew" in record.message]
    assert len(said) == 2, "the first time, and that it is a habit"
    store.close()


async def test_what_cannot_be_read_is_no_new_inquiry_each_time(tmp_path):
    async with Renumbering([]) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        intake = open_intake(strange_mailbox(server.port, timeout=5.0), store)
        await intake.scan_folders()
        server.mails.append((b"\0" * 50, b"01-Jan-2030 10:00:01 +0000"))
        for uidvalidity in (8, 9, 10):
            server.number_anew(uidvalidity)
            await intake.scan_folders()
        assert len(lines(store)) == 1
        await intake.close()
    store.close()


async def test_a_later_start_does_not_say_it_again(tmp_path, caplog):
    at = b"01-Jan-2030 10:00:0%d +0000"
    async with Renumbering([(b"Message-ID: <old@x>\r\n", b"01-Jan-2020 10:00:00 +0000")]) as server:
        store = Store(f"sqlite:///{tmp_path / 'w.sqlite3'}")
        said = []
        for uidvalidity in (7, 8, 8):  # a start each
            caplog.clear()
            server.number_anew(uidvalidity)
            intake = open_intake(strange_mailbox(server.port, timeout=5.0), store)
            await intake.scan_folders()
            await intake.close()
            said.append([record.message for record in caplog.records if "anew" in record.message])
            server.mails.append((b"Message-ID: <%d@x>\r\n" % len(said), at % (len(said) + 1)))
    assert [len(each) for each in said] == [0, 1, 0], said
    store.close()
