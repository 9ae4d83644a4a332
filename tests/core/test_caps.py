"""How many acknowledgements may leave: each cap alone, at its edge and one below."""

import pytest

from watcher.core import caps, wording
from watcher.core.caps import Rates

MANY = 30


@pytest.mark.parametrize(
    ("rates", "code"),
    [
        (Rates(), ""),
        (Rates(to_sender_day=caps.SENDER_A_DAY - 1), ""),
        (Rates(to_sender_day=caps.SENDER_A_DAY), "rate-sender"),
        (Rates(to_domain_hour=caps.DOMAIN_AN_HOUR - 1), ""),
        (Rates(to_domain_hour=caps.DOMAIN_AN_HOUR), "rate-domain"),
        (Rates(from_mailbox_hour=MANY - 1), ""),
        (Rates(from_mailbox_hour=MANY), "rate-global"),
        (Rates(all_day=caps.A_DAY - 1), ""),
        (Rates(all_day=caps.A_DAY), "rate-global"),
        (Rates(returned_hour=caps.RETURNED_AN_HOUR - 1), ""),
        (Rates(returned_hour=caps.RETURNED_AN_HOUR), "rate-bounces"),
        (Rates(returned_day=2, from_mailbox_day=20), ""),
        (Rates(returned_day=3, from_mailbox_day=20), "rate-bounces"),
        (Rates(returned_day=3, from_mailbox_day=19), ""),
    ],
)
def test_a_cap_is_reached_at_its_number(rates, code):
    assert caps.over(rates, MANY) == code
    assert not code or code in wording.REASONS
