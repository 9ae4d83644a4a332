"""What one mark of a message means for the attention it gets, by what else the message shows: proof, doubt, or transport alone."""

from __future__ import annotations

import re
from dataclasses import replace

from watcher.core.message.model import Facts, OwnIdentity
from watcher.core.rules import phrases
from watcher.core.rules.codes import SuppressionCode, TrackingEffect
from watcher.core.rules.model import SuppressionMatch

_OTHER_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}")


def own_mailbox_effect(facts: Facts, us: OwnIdentity) -> TrackingEffect:
    """Sender alone is ours: a form may put its visitor in From. Written to ourselves: perhaps a form without labels."""
    if facts.from_ and not any(_without_detail(address.key) in us.mailboxes for address in facts.from_):
        return TrackingEffect.ALLOWS
    return TrackingEffect.EXCLUDES


def _without_detail(address: str) -> str:
    """Plus-addresses are one mailbox (RFC 5233)."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def house_domains(us: OwnIdentity) -> frozenset[str]:
    """Domains that mailboxes and people of the house share, but those of providers, where everybody has one."""
    mailboxes, people = ({address.rpartition("@")[2] for address in known} for known in (us.mailboxes, us.people))
    return frozenset(mailboxes & people) - phrases.FREE_MAIL_DOMAINS


def bounce_subject_effect(facts: Facts, strange: bool) -> TrackingEffect:
    """A bounce's subject is proof on a strange message, doubt on another; a question or a forward is a person's."""
    if strange:
        return TrackingEffect.EXCLUDES
    asks = facts.is_forward or phrases.asks_question(facts.own_text)
    return TrackingEffect.ALLOWS if asks else TrackingEffect.NEEDS_RULE


def automatic_effect(facts: Facts, keyword: str) -> TrackingEffect:
    """What it means that a message says it is automatic: an answer to something is proof, a forwarding rule means nothing."""
    if facts.headers.get("x-ms-exchange-generated-message-source", ("",))[0].casefold().endswith("rules agent"):
        return TrackingEffect.ALLOWS
    answers = bool(facts.in_reply_to or facts.references) or has_auto_subject(facts)
    if answers and keyword != "auto-generated" and not phrases.asks_question(facts.own_text):
        return TrackingEffect.EXCLUDES
    return TrackingEffect.NEEDS_RULE


def has_auto_subject(facts: Facts) -> bool:
    """Does the subject begin or end as those of automatic replies do?"""
    folded = facts.base_subject.casefold()
    return bool(phrases.AUTO_SUBJECT_START.match(folded) or phrases.AUTO_SUBJECT_ENDING.search(folded))


def weigh_sender_match(hit: SuppressionMatch, facts: Facts) -> SuppressionMatch:
    """An address that takes no replies, in mail that names nobody else and carries nothing: nobody expects an answer."""
    local = facts.from_[0].local.casefold()
    if (
        hit.code is SuppressionCode.NOREPLY_DESTINATION
        and phrases.NOREPLY_LOCAL_PART_PATTERN.search(local)
        and not facts.reply_to
        and not facts.attachments
        and not facts.in_reply_to
        and not phrases.asks_question(facts.own_text)
        and not _OTHER_ADDRESS.search(facts.text.replace(facts.from_[0].email, ""))
    ):
        return replace(hit, effect=TrackingEffect.EXCLUDES)
    if facts.attachments and phrases.MACHINE_RELAYED_SUBJECT.search(facts.subject.casefold()):
        return replace(hit, effect=TrackingEffect.ALLOWS)
    return hit


def is_plain_word(hit: SuppressionMatch, facts: Facts) -> bool:
    """A local part that is a word of trade ("bulk@", "quote-request@"), over a person's few words."""
    local, words = facts.from_[0].local.casefold(), facts.own_text.strip()
    if facts.return_path == "" or "auto-submitted" in facts.headers or facts.links > 2 or not words:
        return False
    if hit.code is SuppressionCode.ROLE_DESTINATION and local.endswith("-request"):
        return True
    return local in phrases.AMBIGUOUS_LOCAL_PARTS and (
        phrases.asks_question(words) or phrases.GREETING.match(words.casefold()) is not None
    )
