"""How the times of a lease fit together."""

from watcher.core.leases.model import LIFETIME, RENEWAL, SENDING_MARGIN


def test_several_renewals_may_fail_before_a_life_ends_and_the_dead_are_found_within_a_minute():
    assert 3 * RENEWAL <= LIFETIME - SENDING_MARGIN
    assert (LIFETIME + 2 * RENEWAL).total_seconds() <= 60
