"""The test message: an inquiry that Watcher writes to its own mailboxes once a day, to see that mail still comes through, and whole.

Nothing in it says machine, so that it goes the way of a customer's mail; what proves that it is ours is the signature that every letter of
ours bears, over a key that follows from its mailbox and its day. So it is known again without a database, years later and in any folder.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from watcher.core.letters import own_letters, signature
from watcher.core.letters.mime import LetterDraft, LetterHead, compose_letter
from watcher.core.message.model import Facts, MessageKind
from watcher.core.outbox.model import ComposedLetter
from watcher.core.rules.codes import DESTINATION_CODES, SuppressionCode
from watcher.core.rules.model import Attention, Verdict

_SUBJECT = "Watcher test message {day}"
_DAY_IN_SUBJECT = re.compile(r"Watcher test message (\d{4}-\d\d-\d\d)")
#: Letters that a wrong charset, a careless gateway or a broken encoding would change.
_PROOF = (
    "Zwölf Boxkämpfer jagen Viktor quer über den großen Deich; où ça? Señor, 12 € – „ja“. Łódź, Ελλάδα, Привет, 日本."
)
_TEXT = """\
Hello, this is a message that Watcher wrote to this mailbox, to see whether mail comes through as it was written.
Nobody needs to answer it.

{proof}
"""
_HIDDEN_KINDS = frozenset(
    {MessageKind.AUTOMATIC, MessageKind.BOUNCE, MessageKind.BULK, MessageKind.SPAM, MessageKind.OTHER}
)
#: What may be said of the address that alerts come from, and says nothing of a customer's mail.
_ABOUT_ITS_SENDER = DESTINATION_CODES | {SuppressionCode.OWN_ADDRESS}


def canary_key(mailbox_address: str, day: date) -> str:
    """What makes it this letter and no other. `mailbox_address`: case-folded; `day`: on the house's clock."""
    return f"canary:{mailbox_address}:{day.isoformat()}"


def build_canary(head: LetterHead, day: date) -> ComposedLetter:
    """`head.letter_key` is its `canary_key`. ComposeError: it cannot be written."""
    draft = LetterDraft(
        sender=head.sender,
        recipient=head.recipient,
        subject=_SUBJECT.format(day=day.isoformat()),
        text=_TEXT.format(proof=_PROOF),
    )
    return compose_letter(draft, key=head.signing_key, letter_key=head.letter_key, now=head.now)


def find_canary_key(message: Facts, signing_key: bytes, mailbox_addresses: Collection[str]) -> str:
    """The key of the test message that it is; "" where it is none of ours. `mailbox_addresses`: case-folded."""
    found = _DAY_IN_SUBJECT.search(message.subject)
    if found is None:
        return ""
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return ""
    name = own_letters.find_marked_letter_id(message, signing_key).rpartition("@")[0]
    keys = (canary_key(address, day) for address in sorted(mailbox_addresses)) if name else ()
    return next(
        (key for key in keys if signature.derive_message_id(signing_key, key, "x").rpartition("@")[0] == name), ""
    )


def describe_damage(message: Facts, verdict: Verdict) -> str:
    """What was wrong with a test message that arrived; "" where it came through whole and would not have been hidden."""
    if _PROOF not in " ".join(message.text.split()):
        return "it arrived, and its text was changed on the way"
    if verdict.kind in _HIDDEN_KINDS:
        return f"it arrived, and the rules take it for {verdict.kind}: {verdict.why}"
    is_doubted = verdict.kind is MessageKind.INQUIRY and verdict.attention is not Attention.ANSWER
    if is_doubted and not set(verdict.codes) & _ABOUT_ITS_SENDER:
        return f"it arrived, and the rules would have nobody answer it: {verdict.why}"
    return ""
