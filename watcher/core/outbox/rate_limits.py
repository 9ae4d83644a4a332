"""How many acknowledgements may leave, and when none may: a machine that answers strangers is a weapon in strangers' hands.

What was counted comes from rows that outlive the process; what is over a cap is withheld, with the code of the cap, and shown
to the owner. Only where the hour is full, a letter waits for its turn first. Never holds back a digest.

The hour is shared by evidence: those of whom nothing speaks for a person (not verified, not known, no question) leave half of it
to the others, so that thirty forged senders do not silence real customers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.outbox.model import Letter
from watcher.core.rules import authentication, phrases
from watcher.core.rules.codes import SuppressionCode

#: To one address in 24 hours, however short `per_sender` is.
MAX_TO_SENDER_PER_DAY = 5
#: To one organisation's domain in an hour, from one mailbox: a forged crowd mostly shares one. Providers of mailboxes are not one sender.
MAX_TO_DOMAIN_PER_HOUR = 20
#: From all mailboxes in 24 hours.
MAX_PER_DAY = 300
#: So many domains from which acknowledgements of one mailbox came back, or were refused for good, in an hour open its breaker. Whoever
#: gets an acknowledgement can write a report about it: a crowd of them under one domain counts once.
MAX_BOUNCES_PER_HOUR = 5
#: Also so many domains as are this share of what left in 24 hours, once it is worth counting.
MAX_BOUNCE_SHARE, BOUNCE_SHARE_SAMPLE = 0.10, 20


#: Caps that speak of the whole mailbox, and not of one customer: who is responsible should look. Withheld for so long is news.
ALARMING_CODES = frozenset({SuppressionCode.RATE_BOUNCES, SuppressionCode.RATE_DOMAIN, SuppressionCode.RATE_GLOBAL})
NEWS_OF_CAP = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class AcknowledgementRates:
    """What left, or may have left, until now. `hour` and `day`: within so much time before this instant."""

    to_sender_day: int = 0
    to_domain_hour: int = 0
    from_mailbox_hour: int = 0
    bare_hour: int = 0  # of these: to customers of whom nothing speaks for a person
    from_mailbox_day: int = 0
    all_day: int = 0
    bounced_hour: Collection[str] = ()  # recipients of this mailbox's that bounced, or were refused for good
    bounced_day: Collection[str] = ()


def counted_domain(letter: Letter) -> str:
    """The domain whose letters count together with this one: the organisation's, subdomains and all. "": a provider's, where
    everybody is another sender."""
    domain = letter.recipient.rpartition("@")[2].casefold()
    return "" if domain in phrases.FREE_MAIL_DOMAINS else authentication.organisational_domain(domain)


def exceeded_limit_code(rates: AcknowledgementRates, limits: AcknowledgementLimits, has_evidence: bool) -> str:
    """The code of the cap that is reached; "" when one more may leave."""
    hour_is_full = rates.from_mailbox_hour >= limits.max_per_hour
    share_is_used = not has_evidence and rates.bare_hour >= limits.max_leaving(has_evidence)
    share = _count_organisations(rates.bounced_day) / max(rates.from_mailbox_day, 1)
    too_many_bounced = rates.from_mailbox_day >= BOUNCE_SHARE_SAMPLE and share > MAX_BOUNCE_SHARE
    rows = (
        (
            SuppressionCode.RATE_BOUNCES,
            _count_organisations(rates.bounced_hour) >= MAX_BOUNCES_PER_HOUR or too_many_bounced,
        ),
        (SuppressionCode.RATE_SENDER, rates.to_sender_day >= MAX_TO_SENDER_PER_DAY),
        (SuppressionCode.RATE_DOMAIN, rates.to_domain_hour >= MAX_TO_DOMAIN_PER_HOUR),
        (SuppressionCode.RATE_GLOBAL, hour_is_full or share_is_used or rates.all_day >= MAX_PER_DAY),
    )
    return next((code for code, hit in rows if hit), "")


def _count_organisations(recipients: Iterable[str]) -> int:
    domains = {recipient.rpartition("@")[2].casefold() for recipient in recipients}
    return len({authentication.organisational_domain(domain) for domain in domains})
