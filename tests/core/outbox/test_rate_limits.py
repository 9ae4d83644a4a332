"""How many acknowledgements may leave: each cap alone, at its edge and one below."""

import pytest

from tests.samples import letter
from watcher.core.inquiry.model import AcknowledgementLimits
from watcher.core.outbox import rate_limits
from watcher.core.outbox.rate_limits import AcknowledgementRates
from watcher.core.rules.codes import SuppressionCode

MANY = 30
LIMITS = AcknowledgementLimits(max_per_hour=MANY)


def recipients(domains: int) -> list[str]:
    return [f"carol@shop{n}.example" for n in range(domains)]


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
        (AcknowledgementRates(bounced_hour=recipients(rate_limits.MAX_BOUNCES_PER_HOUR - 1)), ""),
        (AcknowledgementRates(bounced_hour=recipients(rate_limits.MAX_BOUNCES_PER_HOUR)), "rate-bounces"),
        (AcknowledgementRates(bounced_day=recipients(2), from_mailbox_day=20), ""),
        (AcknowledgementRates(bounced_day=recipients(3), from_mailbox_day=20), "rate-bounces"),
        (AcknowledgementRates(bounced_day=recipients(3), from_mailbox_day=19), ""),
    ],
)
def test_a_cap_is_reached_at_its_number(rates, code):
    assert rate_limits.exceeded_limit_code(rates, LIMITS, has_evidence=True) == code
    assert rate_limits.exceeded_limit_code(rates, LIMITS, has_evidence=False) == code
    assert not code or code in list(SuppressionCode)


@pytest.mark.parametrize(
    ("per_hour", "bare", "evident", "unknown"),
    [
        *((30, 14, "", ""), (30, 15, "", "rate-global"), (1, 0, "", ""), (3, 1, "", ""), (3, 2, "", "rate-global")),
        (0, 0, "rate-global", "rate-global"),
    ],
)  # fmt: skip
def test_those_of_whom_nothing_speaks_for_a_person_leave_half_of_the_hour_to_the_others(
    per_hour, bare, evident, unknown
):
    limits = AcknowledgementLimits(max_per_hour=per_hour)
    rates = AcknowledgementRates(from_mailbox_hour=bare, bare_hour=bare)
    assert rate_limits.exceeded_limit_code(rates, limits, has_evidence=True) == evident
    assert rate_limits.exceeded_limit_code(rates, limits, has_evidence=False) == unknown


@pytest.mark.parametrize(
    ("recipient", "domain"),
    [
        ("carol@customer.example", "customer.example"),
        ("carol@A.Customer.example", "customer.example"),
        ("carol@shop.customer.co.uk", "customer.co.uk"),
        ("carol@gmail.com", ""),
        ("carol@posteo.de", ""),
        ("carol@web.de", ""),
    ],
)
def test_an_organisation_is_one_sender_and_a_provider_is_not(recipient, domain):
    assert rate_limits.counted_domain(letter(recipient=recipient)) == domain


def test_a_crowd_of_recipients_under_one_domain_bounces_once():
    crowd = [f"c{n}@{n}.shop.example" for n in range(50)] + [f"C{n}@Shop.example" for n in range(50)]
    rates = AcknowledgementRates(bounced_hour=crowd, bounced_day=crowd, from_mailbox_day=100)
    assert rate_limits.exceeded_limit_code(rates, LIMITS, has_evidence=True) == ""
