"""Is a message one of our letters? Whoever has got one can copy its headers: a mark counts with our From and that letter's own id."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from watcher.core.letters import signature
from watcher.core.letters.acknowledgement import Outline
from watcher.core.message.model import Facts, bounded_key
from watcher.core.outbox.model import CUSTOMER_KINDS, Letter, LetterKind

#: For the people responsible.
OTHER_WATCHER_TEXT = (
    "{count} letter(s) in {folder!r} are another Watcher's, or this one's before its state was lost: {state} does not know them. If "
    "another one runs, stop one of the two, for both acknowledge; if its state is elsewhere, name that folder as state_dir"
)

COPIED_STATE_TEXT = (
    "inquiry {number} was acknowledged by another Watcher, which has a copy of this state: customers may get two acknowledgements. Stop "
    "one of the two"
)


def find_marked_letter_id(message: Facts, key: bytes) -> str:
    """The Message-ID of the letter whose mark the message bears, where it goes by that id, or did before a relay wrote another:
    our letters repeat their id at the end of References (RFC 5322 § 3.6.4). "" where nothing proves one."""
    names = {signature.read_letter_name(key, value) for value in message.headers.get("x-watcher-ref", ())} - {""}
    candidates = (message.message_id, *message.references[-1:])
    return next((known for known in candidates if known.rpartition("@")[0] in names), "")


def count_foreign_marks(marks: Iterable[str], key: bytes) -> int:
    """How many of these values of X-Watcher-Ref another Watcher made: they look like ours, and our key did not make them."""
    return sum(signature.looks_like_mark(mark) and not signature.read_letter_name(key, mark) for mark in marks)


def is_own_letter(message: Facts, marked_id: str, letter: Letter | None, mailboxes: Collection[str]) -> bool:
    """`letter`: the one in the database that has its id or `marked_id`; None where there is none, as after a restored backup.
    `mailboxes`: our addresses, case-folded."""
    if message.author is None or (letter is None and not marked_id):
        return False
    ours = {*mailboxes, *([letter.sender.casefold()] if letter is not None else [])}
    return message.author.key in ours


def was_written_twice(letter: Letter, message: Facts, fingerprints: Collection[str]) -> bool:
    """A copy of `letter` among the sent mail; `fingerprints`: of all that lies beside it under the same id. To a customer a letter is sent
    once, so another one was written by another Watcher, one with a copy of this state: the same name, another minute."""
    is_by_its_id = message.message_id == letter.message_id
    return letter.kind in CUSTOMER_KINDS and is_by_its_id and bool({*fingerprints} - {message.fingerprint})


def names_of_letter(letter: Letter) -> list[str]:
    """By what a copy of it is known: its Message-ID; an acknowledgement also by whom it acknowledges and what. Its Message-ID follows from
    the name and the address of its mailbox, and both may have been others when it left in a life that a restored backup has
    forgotten."""
    names = [letter.message_id]
    if letter.kind is LetterKind.ACKNOWLEDGEMENT and letter.outline:
        names += _acknowledged_name(letter.recipient, Outline.from_json(letter.outline).in_reply_to)
    return names


def names_of_unknown_copy(message: Facts, marked_id: str) -> list[str]:
    """The same of a copy whose letter is not in the database."""
    questions = [
        name for to in message.to for question in message.in_reply_to for name in _acknowledged_name(to.email, question)
    ]
    return [marked_id, *questions]


def _acknowledged_name(recipient: str, question_id: str) -> list[str]:
    """None for what has no id."""
    return [bounded_key(f"acknowledged:{recipient.casefold()}:{question_id}")] if question_id else []
