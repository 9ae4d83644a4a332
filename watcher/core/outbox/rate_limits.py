"""How many acknowledgements may leave, and when none may: a machine that answers strangers is a weapon in strangers' hands.

What was counted comes from rows that outlive the process; what is over a cap is withheld, with the code of the cap, and shown
to the owner. Never holds back a digest.
"""

from __future__ import annotations

from dataclasses import dataclass

from watcher.core.rules.codes import SuppressionCode

#: To one address in 24 hours, however short `per_sender` is.
MAX_TO_SENDER_PER_DAY = 5
#: To one domain in an hour, from one mailbox: a forged crowd mostly shares one.
MAX_TO_DOMAIN_PER_HOUR = 20
#: From all mailboxes in 24 hours.
MAX_PER_DAY = 300
#: So many acknowledgements of one mailbox that came back, or were refused for good, in an hour open its breaker.
MAX_BOUNCES_PER_HOUR = 5
#: Also this share of what left in 24 hours, once it is worth counting.
MAX_BOUNCE_SHARE, BOUNCE_SHARE_SAMPLE = 0.10, 20


@dataclass(frozen=True, slots=True)
class AcknowledgementRates:
    """What left, or may have left, until now. `hour` and `day`: within so much time before this instant."""

    to_sender_day: int = 0
    to_domain_hour: int = 0
    from_mailbox_hour: int = 0
    from_mailbox_day: int = 0
    all_day: int = 0
    bounced_hour: int = 0  # of this mailbox's: bounced, or refused for good
    bounced_day: int = 0


def exceeded_limit_code(rates: AcknowledgementRates, max_per_hour: int) -> str:
    """The code of the cap that is reached; "" when one more may leave."""
    too_many_bounced = (
        rates.from_mailbox_day >= BOUNCE_SHARE_SAMPLE and rates.bounced_day > MAX_BOUNCE_SHARE * rates.from_mailbox_day
    )
    rows = (
        (SuppressionCode.RATE_BOUNCES, rates.bounced_hour >= MAX_BOUNCES_PER_HOUR or too_many_bounced),
        (SuppressionCode.RATE_SENDER, rates.to_sender_day >= MAX_TO_SENDER_PER_DAY),
        (SuppressionCode.RATE_DOMAIN, rates.to_domain_hour >= MAX_TO_DOMAIN_PER_HOUR),
        (SuppressionCode.RATE_GLOBAL, rates.from_mailbox_hour >= max_per_hour or rates.all_day >= MAX_PER_DAY),
    )
    return next((code for code, hit in rows if hit), "")
