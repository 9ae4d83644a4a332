"""How many acknowledgements may leave: each cap alone, at its edge and one below."""

import pytest

from watcher.core.outbox import rate_limits
from watcher.core.outbox.rate_limits import AcknowledgementRates
from watcher.core.rules.codes import SuppressionCode

MANY = 30


@pytest.mark.parametrize(
    ("rates", "code"),
    [
        (AcknowledgementRates(), ""),
        (AcknowledgementRates(to_sender_day=rate_limits.MAX_TO_SENDER_PER_DAY - 1), ""),
        (AcknowledgementRates(to_sender_day=rate_limits.MAX_TO_SENDER_PER_DAY), "rate-sender"),
        (AcknowledgementRates(to_domain_hour=rate_limits.MAX_TO_DOMAIN_PER_HOUR - 1), ""),
        (AcknowledgementRates(to_domain_hour=rate_limits.MAX_TO_DOMAIN_PER_HOUR), "rate-domain"),
        (AcknowledgementRates(from_mailbox_hour=MANY - 1), ""),
        (AcknowledgementRates(from_mailbox_hour=MANY), "rate-global"),
        (AcknowledgementRates(all_day=rate_limits.MAX_PER_DAY - 1), ""),
        (AcknowledgementRates(all_day=rate_limits.MAX_PER_DAY), "rate-global"),
        (AcknowledgementRates(bounced_hour=rate_limits.MAX_BOUNCES_PER_HOUR - 1), ""),
        (AcknowledgementRates(bounced_hour=rate_limits.MAX_BOUNCES_PER_HOUR), "rate-bounces"),
        (AcknowledgementRates(bounced_day=2, from_mailbox_day=20), ""),
        (AcknowledgementRates(bounced_day=3, from_mailbox_day=20), "rate-bounces"),
        (AcknowledgementRates(bounced_day=3, from_mailbox_day=19), ""),
    ],
)
def test_a_cap_is_reached_at_its_number(rates, code):
    assert rate_limits.exceeded_limit_code(rates, MANY) == code
    assert not code or code in list(SuppressionCode)
