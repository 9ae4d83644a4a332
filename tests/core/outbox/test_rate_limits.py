"""How many acknowledgements may leave: each cap alone, at its edge and one below."""

import pytest

from watcher.core.letters import wording
from watcher.core.outbox import rate_limits
from watcher.core.outbox.rate_limits import Rates

MANY = 30


@pytest.mark.parametrize(
    ("rates", "code"),
    [
        (Rates(), ""),
        (Rates(to_sender_day=rate_limits.SENDER_A_DAY - 1), ""),
        (Rates(to_sender_day=rate_limits.SENDER_A_DAY), "rate-sender"),
        (Rates(to_domain_hour=rate_limits.DOMAIN_AN_HOUR - 1), ""),
        (Rates(to_domain_hour=rate_limits.DOMAIN_AN_HOUR), "rate-domain"),
        (Rates(from_mailbox_hour=MANY - 1), ""),
        (Rates(from_mailbox_hour=MANY), "rate-global"),
        (Rates(all_day=rate_limits.A_DAY - 1), ""),
        (Rates(all_day=rate_limits.A_DAY), "rate-global"),
        (Rates(returned_hour=rate_limits.RETURNED_AN_HOUR - 1), ""),
        (Rates(returned_hour=rate_limits.RETURNED_AN_HOUR), "rate-bounces"),
        (Rates(returned_day=2, from_mailbox_day=20), ""),
        (Rates(returned_day=3, from_mailbox_day=20), "rate-bounces"),
        (Rates(returned_day=3, from_mailbox_day=19), ""),
    ],
)
def test_a_cap_is_reached_at_its_number(rates, code):
    assert rate_limits.over(rates, MANY) == code
    assert not code or code in wording.SUPPRESSION_REASONS
