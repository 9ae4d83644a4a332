"""Who sent a message, as its headers tell: somebody of the house, a machine elsewhere, or one who may be a person.

Whose words a message carries (`passed_on`) is asked more strictly the less is known of who sent it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache

from watcher.core.message.model import Address, Facts, OwnIdentity
from watcher.core.rules import authentication, effects, mail_programs, notices, phrases
from watcher.core.rules.codes import SuppressionCode, TrackingEffect
from watcher.core.rules.model import SuppressionMatch
from watcher.core.rules.suppression import is_own_address

#: What a machine's mail shows of being one; each needs a person's address beside it to make it a form.
MACHINE_CODES = frozenset(
    {
        SuppressionCode.NOREPLY_DESTINATION, SuppressionCode.NULL_SENDER, SuppressionCode.AUTO_SUBMITTED, SuppressionCode.BULK,
        SuppressionCode.ROLE_DESTINATION,
    }
)  # fmt: skip
#: Reports of machines carry other people's mail: what they pass on is nobody's form.
_REPORT_CODES = frozenset(
    {
        SuppressionCode.LOOP_COUNT, SuppressionCode.MDN, SuppressionCode.FEEDBACK_REPORT, SuppressionCode.MACHINE_REPORT,
        SuppressionCode.DSN, SuppressionCode.DAEMON_SENDER, SuppressionCode.DSN_LIKE, SuppressionCode.SPAM_FLAGGED,
        SuppressionCode.LIST, SuppressionCode.CALENDAR, SuppressionCode.VENDOR_AUTO, SuppressionCode.AUTO_SUBJECT,
    }
)  # fmt: skip
_REPORT_FORM_CODES = frozenset({SuppressionCode.NULL_SENDER, SuppressionCode.DSN_LIKE})


#: "form-submission@", "website.forms@"
_FORM_LOCAL_PART = re.compile(r"(?:\A|[-._+])(?:web|contact|kontakt)?forms?(?:[-._+]|submissions?\Z|\Z)")


class SenderKind(Enum):
    """Who it was. What a message must show to be taken for a form's notice depends on that."""

    HOUSE = auto()  # our own site or mailbox, a person of the house
    MACHINE = auto()  # a machine elsewhere
    STRANGER = auto()  # may be a person


def is_machines_own(facts: Facts, matches: Iterable[SuppressionMatch]) -> bool:
    """Is it a machine's report or answer (RFC 3834 § 5), or a filter's list? What it carries of other people's mail it does not pass
    on."""
    declared = facts.headers.get("auto-submitted", ())
    replied = any(value.strip().casefold().startswith("auto-replied") for value in declared)
    return replied or any(
        (hit.code in _REPORT_CODES and hit.effect is not TrackingEffect.ALLOWS) or hit.why == notices.NoticeKind.HELD
        for hit in matches
    )


def is_from_house(facts: Facts, us: OwnIdentity) -> bool:
    """Does the house stand in From?"""
    return any(is_of_house(address, us) for address in facts.from_)


def is_of_house(address: Address, us: OwnIdentity) -> bool:
    """Is it an address of ours, or in a domain that is surely the house's?"""
    domain = authentication.organisational_domain(address.domain)
    return is_own_address(address, us.addresses) or domain in effects.house_domains(us)


@lru_cache(maxsize=16)
def site_domains(us: OwnIdentity) -> frozenset[str]:
    """The domains of our mailboxes, but those of providers: our site's own addresses are there, and perhaps other people's."""
    return frozenset(mailbox.rpartition("@")[2] for mailbox in us.mailboxes) - phrases.FREE_MAIL_DOMAINS


def find_sender_kind(facts: Facts, matches: tuple[SuppressionMatch, ...], us: OwnIdentity) -> SenderKind:
    """By From, the headers of programs and what the decision table (`matches`) found."""
    if is_from_house(facts, us) and not facts.is_relayed:
        return SenderKind.HOUSE
    if any(_is_machines_local_part(writer.local.casefold()) for writer in facts.from_):
        return SenderKind.MACHINE
    if not mail_programs.PHP_HEADERS.isdisjoint(facts.headers) or any(hit.code in MACHINE_CODES for hit in matches):
        return SenderKind.MACHINE
    if any(hit.code is SuppressionCode.OWN_ADDRESS and not _is_echo(hit) for hit in matches):
        return SenderKind.MACHINE  # our address stands in Sender alone
    return SenderKind.STRANGER


def _is_machines_local_part(local: str) -> bool:
    return local in phrases.NOREPLY_LOCAL_PARTS or _FORM_LOCAL_PART.search(local) is not None


def may_be_service(facts: Facts, matches: tuple[SuppressionMatch, ...]) -> bool:
    """May a sender that no mark shows to be a machine be a form's service? Nobody's is a mailbox at a provider, or in a thread."""
    return not (
        facts.is_forward or facts.is_reply or facts.in_reply_to or facts.references or len(facts.from_) != 1 or facts.is_relayed
        or facts.from_[0].domain in phrases.FREE_MAIL_DOMAINS
        or any(hit.code in (SuppressionCode.AUTO_TEXT, SuppressionCode.AUTO_SUBJECT) for hit in matches)
    )  # fmt: skip


def is_mail_systems_report(matches: tuple[SuppressionMatch, ...]) -> bool:
    """Does a mail system write, about mail that came back? Whom it names is no customer."""
    codes = {hit.code for hit in matches}
    return SuppressionCode.DAEMON_SENDER in codes and not codes.isdisjoint(_REPORT_FORM_CODES)


def _is_echo(hit: SuppressionMatch) -> bool:
    """Is all that is ours the address that answers are to go to? That says nothing of who sent it."""
    return hit.code is SuppressionCode.OWN_ADDRESS and "come back" in hit.why
