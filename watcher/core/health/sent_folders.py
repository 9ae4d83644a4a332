"""Which folders of an account hold sent mail: by the server's mark, by their names, by where they lie. Pure: of what LIST says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from watcher.core.health.model import ListedFolder

#: What mail programs and providers call the folder of sent mail, in the languages they ship in. Case-folded.
_SENT_FOLDER_NAMES = frozenset(
    name
    for line in """
    sent|sent items|sent messages|sent mail|sent-mail|sent_mail|sent objects|sentmail|outbox.sent
    gesendet|gesendete elemente|gesendete objekte|gesendete nachrichten|gesendete e-mails|gesendete mails|gesendete|postausgang gesendet
    envoyés|envoyes|éléments envoyés|elements envoyes|messages envoyés|objets envoyés|courrier envoyé|courriers envoyés|envoyé
    enviados|elementos enviados|mensajes enviados|correo enviado|correos enviados|enviado
    posta inviata|inviati|inviata|messaggi inviati|elementi inviati|e-mail inviate
    itens enviados|mensagens enviadas|e-mails enviados|correio enviado|e-mail enviado|enviadas
    verzonden|verzonden items|verzonden berichten|verzonden e-mails|verzonden objecten
    wysłane|elementy wysłane|wysłane elementy|wiadomości wysłane|poczta wysłana
    skickat|skickade objekt|skickade meddelanden|skickade
    sendt|sendt post|sendte elementer|sendt e-mail|sendte e-mails|sendte meddelelser|sendt element
    sendte|sendte objekter|sendte meldinger|sendt e-post
    lähetetyt|lähetetyt viestit|lähetetyt kohteet|lähetetty
    odeslané|odeslaná pošta|odeslané položky|odeslané zprávy|odeslaná
    odoslané|odoslaná pošta|elküldött|elküldött elemek|elküldött üzenetek|trimise|elemente trimise|gönderilmiş öğeler|gönderilmiş|gönderilen
    отправленные|отправленные элементы|отправленное|отправленные письма|надіслані|надіслані елементи
    已发送|已发送邮件|已傳送郵件|已发邮件|已傳送|寄件備份|寄件備份匣|已发送的邮件
    送信済み|送信済みメール|送信済みアイテム|送信済みトレイ|送信済みメッセージ|보낸 편지함|보낸편지함|보낸 메일함
    απεσταλμένα|απεσταλμένα στοιχεία|изпратени|изпратени елементи|послато|послате ставке|poslato|poslano|poslane stavke|poslana pošta
    išsiųsta|išsiųsti elementai|išsiųsti laiškai|nosūtītie|nosūtītie vienumi|saadetud|saadetud üksused|enviats|elements enviats
    נשלחו|דואר שנשלח|פריטים שנשלחו|المرسلة|العناصر المرسلة|البريد المرسل|الرسائل المرسلة|ارسال شده|sendir hlutir
    đã gửi|mục đã gửi|thư đã gửi|จดหมายที่ส่ง|รายการที่ส่ง|ส่งแล้ว|terkirim|item terkirim|mesaje trimise|bidalitakoak
    """.splitlines()
    for name in line.strip().split("|")
    if name
)
#: Attributes of folders for another use (RFC 6154 § 2).
_OTHER_USES = frozenset(("\\drafts", "\\junk", "\\trash", "\\archive", "\\all"))


def find_sent_folders(folders: Sequence[ListedFolder]) -> list[str]:
    """By attribute (\\Sent, RFC 6154 § 2), by the names mail programs use, and what lies below these: a second program files its
    replies in a folder of its own, whatever the server marks, and people sort them by year or by customer. The marked ones first."""
    marked = [folder for folder in folders if "\\sent" in folder.attributes]
    named = [folder for folder in folders if _leaf_folder_name(folder.name) in _SENT_FOLDER_NAMES]
    roots = tuple(folder.name + folder.delimiter for folder in (*marked, *named) if folder.delimiter)
    below = [folder for folder in folders if folder.name.startswith(roots) and not folder.attributes & _OTHER_USES]
    return _list_names((*marked, *named, *below))


def find_unwatched_lookalikes(folders: Sequence[ListedFolder], watched: Collection[str]) -> list[str]:
    """Folders that are not watched and look like sent mail: those of `find_sent_folders`, and by a word in their names ("Sent 2025",
    "Gesendet (alt)")."""
    alike = _list_names([folder for folder in folders if _has_sent_word(_leaf_folder_name(folder.name))])
    return [name for name in dict.fromkeys([*find_sent_folders(folders), *alike]) if name not in watched]


def _list_names(folders: Sequence[ListedFolder]) -> list[str]:
    return list(dict.fromkeys(folder.name for folder in folders if folder.can_be_opened))


def _leaf_folder_name(name: str) -> str:
    """A folder's own name, as it is compared: NFC, whatever form a Macintosh made it in."""
    return unicodedata.normalize("NFC", re.split(r"[./\\]", name)[-1]).casefold().strip()


def _has_sent_word(leaf: str) -> bool:
    words = _join_words(leaf)
    return any(_join_words(name) in words for name in _SENT_FOLDER_NAMES)


def _join_words(name: str) -> str:
    """A vowel sign that combines is no letter (Thai): a name falls apart at it, and so must what it is compared with."""
    return " ".join(("", *re.findall(r"[^\W_]+", name), ""))
