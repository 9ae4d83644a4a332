"""How the times of a lease fit together."""

from watcher.core.leases.model import LeaseTimes


def test_several_renewals_may_fail_before_a_life_ends_and_the_dead_are_found_within_a_minute():
    times = LeaseTimes()
    assert 3 * times.renewal <= times.lifetime - times.sending_margin
    assert (times.lifetime + 2 * times.renewal).total_seconds() <= 60
