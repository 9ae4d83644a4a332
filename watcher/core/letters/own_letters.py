"""Is a message one of our letters? Whoever has got one can copy its headers: a mark counts with our From and that letter's own id."""

from __future__ import annotations

from collections.abc import Collection

from watcher.core.letters import signature
from watcher.core.message.model import Facts
from watcher.core.outbox.model import Letter


def find_marked_letter_id(message: Facts, key: bytes) -> str:
    """The Message-ID of the letter whose mark the message bears, where it goes by that id, or did before a relay wrote another:
    our letters repeat their id at the end of References. "" where nothing proves one."""
    names = {signature.read_letter_name(key, value) for value in message.headers.get("x-watcher-ref", ())} - {""}
    candidates = (message.message_id, *message.references[-1:])
    return next((known for known in candidates if known.rpartition("@")[0] in names), "")


def is_own_letter(message: Facts, marked_id: str, letter: Letter | None, mailboxes: Collection[str]) -> bool:
    """`letter`: the one in the database that has its id or `marked_id`; None where there is none, as after a restored backup.
    `mailboxes`: our addresses, case-folded."""
    if message.author is None or (letter is None and not marked_id):
        return False
    ours = {*mailboxes, *([letter.sender.casefold()] if letter is not None else [])}
    return message.author.key in ours
