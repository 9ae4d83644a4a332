"""Where a message of a Gmail export lay. Google Takeout writes all mail of an account into one mbox, sent mail, drafts and spam among it,
and the labels of each message into its header, in the language of the account. Pure.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from watcher.core.message.headers import decode_header

_FIELD = re.compile(rb"(?im)^X-Gmail-Labels:((?:.*\n)(?:[ \t].*\n)*)")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
#: The names that Gmail gives its own folders: en de fr es it pt nl pl. A label of the user's own of the same name means the same.
_SENT = """
sent, sent mail, gesendet, gesendete, envoyé, envoyés, messages envoyés, enviado, enviados, enviada, enviadas, itens enviados,
e-mails enviados,
inviato, inviati, inviata, posta inviata, verzonden, wysłane
"""
_UNSENT = """
draft, drafts, entwurf, entwürfe, brouillon, brouillons, borrador, borradores, bozza, bozze, rascunho, rascunhos, concept,
concepten, wersje robocze
"""
_REMOVED = """
spam, junk, trash, bin, chat, chats, papierkorb, corbeille, papelera, cestino, lixeira, lixo, reciclagem, prullenbak, kosz
"""


class ExportedPlace(Enum):
    """What a message of an export is to its owner."""

    RECEIVED = auto()
    SENT = auto()
    NEITHER = auto()  # a draft, spam, thrown away, a chat


def read_exported_place(raw: bytes) -> ExportedPlace | None:
    """By the labels of a message; None where it has none, as all mail that is no export of Gmail."""
    end = _HEADER_END.search(raw)
    found = _FIELD.search(raw[: end.end()] if end else raw)
    if found is None:
        return None
    labels = _split_labels(decode_header(found[1].decode("utf-8", "surrogateescape")))
    if labels & _split_labels(_UNSENT):
        return ExportedPlace.NEITHER
    if labels & _split_labels(_SENT):
        return ExportedPlace.SENT
    return ExportedPlace.NEITHER if labels & _split_labels(_REMOVED) else ExportedPlace.RECEIVED


@lru_cache(64)
def _split_labels(text: str) -> frozenset[str]:
    return frozenset(label.strip().strip('"').casefold() for label in text.split(","))
