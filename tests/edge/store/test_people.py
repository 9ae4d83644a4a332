"""edge/store/people.py: who is away, by the last word."""

from datetime import timedelta

from tests.samples import MONDAY

DAY = timedelta(days=1)


def test_an_absence_ends_at_its_instant_and_not_before(store):
    with store.write_transaction() as tx:
        tx.people.set_absence("anna", MONDAY + DAY)
        assert tx.people.is_away("anna", MONDAY + DAY - timedelta(microseconds=1))
        assert not tx.people.is_away("anna", MONDAY + DAY)
        assert not tx.people.is_away("ben", MONDAY)


def test_the_last_word_counts(store):
    with store.write_transaction() as tx:
        tx.people.set_absence("anna", MONDAY + DAY)
        tx.people.set_absence("ben", MONDAY + DAY)
        tx.people.set_absence("anna", MONDAY + 3 * DAY)
        assert tx.people.current_absences(MONDAY) == {"anna": MONDAY + 3 * DAY, "ben": MONDAY + DAY}
        tx.people.set_absence("anna", None)
        assert tx.people.current_absences(MONDAY) == {"ben": MONDAY + DAY}
