"""Whoever is alive watches everything, each its fair share, and nothing moves without need."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from watcher.core.leases import plan
from watcher.core.leases.model import HOUSE, Instance, Lease, LeaseTimes

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def instance(name, mailboxes, seconds=30.0):
    expires_at = NOW + timedelta(seconds=seconds)
    return Instance(name, f"{name}:/var/lib/watcher", name, 1, NOW, NOW, expires_at, frozenset(mailboxes))


class Office:
    """Instances that take and give up in turns, as the rows would have it."""

    def __init__(self, *instances):
        self.instances = {one.id: one for one in instances}
        self.leases = {}
        self.moves = 0

    def turn(self, name):
        found = plan.plan_leases(name, self.instances.values(), self.leases.values(), NOW)
        for subject in found.take:
            lease = self.leases.get(subject, Lease(subject, "", 0))
            holder = self.instances.get(lease.holder)
            assert holder is None or not plan.is_alive(holder, NOW), "taken from somebody alive"
            self.leases[subject] = Lease(subject, name, lease.token + 1)
        for subject in found.give_up:
            assert self.leases[subject].holder == name
            self.leases[subject] = Lease(subject, "", self.leases[subject].token)
        self.moves += len(found.take) + len(found.give_up)
        return bool(found.take or found.give_up)

    def settle(self, order=None):
        for _ in range(100):
            moved = [self.turn(name) for name in order or sorted(self.instances)]
            if not any(moved):
                return
        raise AssertionError("it never comes to rest")

    def held(self):
        return {name: sorted(plan.held_subjects(name, self.leases.values())) for name in self.instances}

    def counts(self):
        return {name: len([one for one in held if one != HOUSE]) for name, held in self.held().items()}


MAILBOXES = [f"m{n:02}" for n in range(10)]


def test_one_instance_holds_everything():
    office = Office(instance("a", MAILBOXES))
    office.settle()
    assert office.held() == {"a": [HOUSE, *MAILBOXES]}


def test_one_that_comes_gets_its_share_and_nothing_else_moves():
    office = Office(instance("a", MAILBOXES), instance("b", MAILBOXES))
    office.settle()
    assert office.counts() == {"a": 5, "b": 5}
    office.instances["c"] = instance("c", MAILBOXES)
    office.moves = 0
    office.settle(["c", "b", "a"])
    assert sorted(office.counts().values()) == [3, 3, 4]
    assert office.moves == 2 * office.counts()["c"]
    assert [name for name, held in office.held().items() if HOUSE in held] == ["a"]


def test_what_the_dead_held_is_taken_with_a_higher_token():
    office = Office(instance("a", MAILBOXES), instance("b", MAILBOXES))
    office.settle()
    before = dict(office.leases)
    office.instances["a"] = instance("a", MAILBOXES, seconds=0.0)
    office.settle()
    assert office.held()["b"] == [HOUSE, *MAILBOXES]
    taken = [subject for subject, lease in before.items() if lease.holder == "a"]
    assert all(office.leases[subject].token == before[subject].token + 1 for subject in taken)


def test_the_dead_do_nothing():
    office = Office(instance("a", MAILBOXES, seconds=0.0))
    assert not office.turn("a")


def test_a_mailbox_that_left_the_configuration_is_given_up():
    office = Office(instance("a", MAILBOXES))
    office.settle()
    office.instances["a"] = instance("a", MAILBOXES[1:])
    office.settle()
    assert office.held()["a"] == [HOUSE, *MAILBOXES[1:]]


@given(
    st.lists(st.sets(st.sampled_from(MAILBOXES)), min_size=1, max_size=5),
    st.dictionaries(st.sampled_from([HOUSE, *MAILBOXES]), st.sampled_from(["", "i0", "i1", "i2", "i3", "dead"])),
    st.randoms(use_true_random=False),
)
def test_every_mailbox_is_watched_by_one_who_knows_it_whatever_stood_there_before(known, holders, random):
    instances = [instance(f"i{n}", mailboxes) for n, mailboxes in enumerate(known)]
    office = Office(*instances, instance("dead", MAILBOXES, seconds=-1.0))
    names = {one.id for one in instances}
    for subject, holder in holders.items():
        office.leases[subject] = Lease(subject, holder if holder in {*names, "dead"} else "", 3)
    order = sorted(office.instances)
    random.shuffle(order)
    office.settle(order)
    for subject in {HOUSE, *set().union(*known)}:
        holder = office.leases[subject].holder
        assert holder in names
        assert subject == HOUSE or subject in office.instances[holder].mailboxes


@given(st.integers(1, 6), st.integers(0, 40), st.randoms(use_true_random=False))
def test_shares_differ_by_one_at_most_where_all_know_the_same(count, mailboxes, random):
    names = [f"m{n}" for n in range(mailboxes)]
    office = Office(*(instance(f"i{n}", names) for n in range(count)))
    for subject in names:
        office.leases[subject] = Lease(subject, random.choice(["", *office.instances]), 1)
    office.settle(random.sample(sorted(office.instances), count))
    counts = office.counts().values()
    assert max(counts) - min(counts) <= 1 and sum(counts) == mailboxes


def test_nobody_sends_shortly_before_the_end_of_its_life():
    times = LeaseTimes()
    last = (times.lifetime - times.sending_margin).total_seconds()
    assert plan.may_send(100.0, 100.0 + last - 0.1, times)
    assert not plan.may_send(100.0, 100.0 + last, times)


def test_the_dead_are_remembered_for_a_while_and_as_long_as_they_hold_something():
    long_dead = instance("a", MAILBOXES, seconds=-3601.0)
    assert plan.list_buried([long_dead, instance("b", MAILBOXES, seconds=-3599.0)], [], NOW) == [long_dead]
    assert plan.list_buried([long_dead], [Lease("m00", "a", 1)], NOW) == []
