"""Which inquiry does a message belong to, and what proves that a person answered it.

Pure: the store is asked for candidates by the ids this module names; what they mean is decided here. A doubt never
closes an inquiry: a nag too many is a nuisance, a nag too few is a lost customer.
"""

from __future__ import annotations

import regex

from watcher.core.model import Evidence, Facts, Inquiry, State

OPEN = frozenset({State.WAITING, State.SNOOZED})

# Codes that say "a machine sent this", whoever owns the mailbox it was sent from. `own-address` is not among them: in a
# sent folder every message carries it.
_MACHINE = frozenset(
    {
        "mdn",
        "feedback-report",
        "machine-report",
        "dsn",
        "dsn-like",
        "daemon-sender",
        "auto-submitted",
        "vendor-auto",
        "other-bot",
        "x-loop",
        "calendar",
        "bulk",
        "list",
        "auto-subject",
    }
)

_THANKS = regex.compile(
    r"""(?ix) \A [\s\p{P}\p{S}]*
    (?: (?:ok(?:ay)?|great|perfect|super|prima|top|hi|hello|hallo|dear\s\w+|good|wonderful|excellent|genial|parfait|
          perfetto|perfecto|perfeito) [\s\p{P}\p{S}]+ ){0,3}
    (?: (?:many\s+|vielen\s+|herzlichen\s+|besten\s+|muchas\s+|molte\s+|mille\s+|muito\s+|hartelijk\s+)?
        (?: thanks? | thank\s+you | thx | cheers | danke(?:sch[öo]n)? | dank | merci | gracias | grazie |
            obrigad[oa] | bedankt | dank\s+(?:u|je)(?:\s+wel)? | tack | takk | dzi[eę]kuj[eę] ) )
    (?: \s+(?:so|very|a)\s+(?:much|lot) | \s+(?:sehr|bien|beaucoup|mucho|mille|again|anyway|nochmals) )*
    (?: [\s\p{P}\p{S}]+ [\w'-]+ ){0,6} [\s\p{P}\p{S}]* \Z"""
)


def parent_ids(facts: Facts) -> tuple[str, ...]:
    """Ids this message answers, the nearest first: In-Reply-To, then References from right to left (RFC 5322 § 3.6.4)."""
    return tuple(dict.fromkeys((*facts.in_reply_to, *reversed(facts.references))))


def is_machine(codes: tuple[str, ...]) -> bool:
    """Does any of these codes say that no person wrote the message?"""
    return not _MACHINE.isdisjoint(codes)


def is_bare_thanks(text: str) -> bool:
    """A short "thank you" with no question in it: nobody has to answer that."""
    short = text.strip()
    if not short or len(short) > 120 or "?" in short:
        return False
    return _THANKS.match(short, timeout=0.05) is not None


def proof_of_answer(facts: Facts, codes: tuple[str, ...], inquiry: Inquiry, link: str) -> Evidence | str:
    """Evidence that a message from a sent folder answers `inquiry`, or the reason why it does not.

    `link` is the id by which the two are known to belong together. A message in a sent folder was put there by someone who
    could log in, which no `From` line proves.
    """
    if is_machine(codes):
        return "sent by a machine"
    if not any(address.key in inquiry.reach for address in facts.recipients):
        return "not addressed to the customer"
    if not facts.own_text.strip() and not facts.attachments:
        return "nothing of its own in it"
    last = inquiry.last_customer_at
    if last is not None and facts.received_at < last and inquiry.last_customer_id not in parent_ids(facts):
        return "older than the customer's last message"
    how = "In-Reply-To" if link in facts.in_reply_to else "References"
    by = facts.author.email if facts.author else ""
    return Evidence(by=by, message_id=facts.message_id, at=facts.received_at, how=f"{facts.folder}: {how} {link}")
