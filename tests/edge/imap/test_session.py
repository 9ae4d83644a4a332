"""edge/imap/session.py: what a server answers about threads and sent mail, scripted in the words of real ones."""

from __future__ import annotations

import pytest
from imapclient.imap_utf7 import encode

from tests.servers.scripted import LOGGED_IN, ScriptedImap, list_answer, strange_mailbox
from watcher.core.message.model import FolderRole

GMAIL, OBJECTS, PLAIN = b" X-GM-EXT-1", b" OBJECTID", b""
ROW = (
    b'* 1 FETCH (UID 7 FLAGS () INTERNALDATE "23-Nov-2026 10:00:00 +0000" RFC822.SIZE 20 %s'
    b"BODY[]<0> {20}\r\nSubject: one\r\n\r\nHi\r\n)\r\n{tag} OK done\r\n"
)


@pytest.mark.parametrize(
    ("extension", "row", "asked", "thread"),
    [
        (GMAIL, b"X-GM-THRID 1816000000000000001 ", "X-GM-THRID", "1816000000000000001"),
        (OBJECTS, b"THREADID (T64b478a75b7ea9) ", "THREADID", "T64b478a75b7ea9"),
        (OBJECTS, b"THREADID NIL ", "THREADID", ""),
        (PLAIN, b"", "", ""),
    ],
    ids=["Gmail", "RFC 8474", "RFC 8474, not given", "neither"],
)
async def test_the_servers_own_thread_is_asked_for_where_there_is_one(extension, row, asked, thread):
    able = b"* CAPABILITY IMAP4rev1 IDLE%s\r\n{tag} OK done\r\n" % extension
    async with ScriptedImap({**LOGGED_IN, "CAPABILITY": able, "UID FETCH": ROW % row}) as server:
        box = strange_mailbox(server.port)
        await box.list_watched_folders()
        look = await box.scan_folder("INBOX")
        fetched = await box.fetch_messages("INBOX", look.uidvalidity, [7])
        await box.close_connections()
    (command,) = [each for each in server.commands if each.startswith("UID FETCH")]
    assert ("THR" in command, asked in command) == (bool(asked), True)
    assert [each.thread_id for each in fetched.arrivals] == [thread]


#: As the programs and providers name it themselves.
SENT = {
    "en": ["Sent", "Sent Items", "Sent Messages", "[Gmail]/Sent Mail", "INBOX.Sent", "Sent Mail"],
    "de": ["Gesendet", "Gesendete Elemente", "Gesendete Objekte", "[Gmail]/Gesendet", "INBOX/Gesendete Nachrichten"],
    "fr": ["Envoyés", "Éléments envoyés", "Messages envoyés", "[Gmail]/Messages envoyés", "Objets envoyés"],
    "es": ["Enviados", "Elementos enviados", "[Gmail]/Enviados", "Mensajes enviados"],
    "it": ["Posta inviata", "Inviati", "[Gmail]/Posta inviata", "Messaggi inviati"],
    "pt": ["Itens Enviados", "Enviados", "[Gmail]/E-mails enviados", "Mensagens enviadas", "Itens enviados"],
    "nl": ["Verzonden items", "Verzonden", "[Gmail]/Verzonden berichten"],
    "pl": ["Elementy wysłane", "Wysłane", "[Gmail]/Wysłane"],
    "sv": ["Skickat", "[Gmail]/Skickat", "Skickade objekt"],
    "da": ["Sendt post", "Sendt", "[Gmail]/Sendte e-mails", "Sendte elementer"],
    "no": ["Sendte elementer", "Sendt", "[Gmail]/Sendt e-post"],
    "fi": ["Lähetetyt", "[Gmail]/Lähetetyt", "Lähetetyt viestit"],
    "cs": ["Odeslaná pošta", "Odeslané", "[Gmail]/Odeslaná pošta"],
    "ru": ["Отправленные", "[Gmail]/Отправленные", "Отправленные элементы"],
    "zh": ["已发送", "已发送邮件", "[Gmail]/已发邮件", "寄件備份"],
    "ja": ["送信済み", "送信済みメール", "[Gmail]/送信済みメール", "送信済みアイテム"],
}


@pytest.mark.parametrize("name", [name for names in SENT.values() for name in names])
async def test_sent_mail_is_found_by_the_name_that_programs_give_it(name):
    rows = b"".join(
        b'* LIST (\\HasNoChildren) "/" "%s"\r\n' % encode(each) for each in ("INBOX", "Drafts", "Archive", name)
    )
    async with ScriptedImap({**LOGGED_IN, "LIST": rows + b"{tag} OK done\r\n"}) as server:
        box = strange_mailbox(server.port)
        assert (name, FolderRole.SENT) in await box.list_watched_folders()
        await box.close_connections()


async def test_the_servers_mark_and_the_names_of_a_second_program_both_count():
    rows = list_answer(
        ("", "Gesendete Elemente"), ("\\Sent", "Out"), ("", "Sent Items"), ("", "Archive"), ("\\Noselect", "Sent")
    )
    async with ScriptedImap({**LOGGED_IN, "LIST": rows}) as server:
        box = strange_mailbox(server.port)
        found = await box.list_watched_folders()
        await box.close_connections()
    assert found == [
        ("Out", FolderRole.SENT), ("Gesendete Elemente", FolderRole.SENT), ("Sent Items", FolderRole.SENT),
        ("INBOX", FolderRole.INBOX),
    ]  # fmt: skip
