"""core/rules/referrals.py: what sends a reader elsewhere is left out, as one pattern over the whole text would have it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.core.rules.referrals import REFERRAL, drop_referrals, drop_sentences


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("i am away. urgent? call tom, +49 30 1234567, please. thanks", "i am away.., please. thanks"),
        ("write to orders@house.example or help@house.example. thanks", "... thanks"),
        ("one. two! e.g. m.miller@house.example is there", "one. two! e.g.. is there"),
        ("i am away", "i am away"),
        ("meet me @ 12 30", "meet me @ 12 30"),
        ("", ""),
    ],
)
def test_the_sentence_up_to_its_contact_is_left_out(text, left):
    assert drop_referrals(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("back in may. ann (ann@house.example), who has the keys, is there. thanks", "back in may. thanks"),
        ("the neighbour has the keys. thanks", "the neighbour has the keys. thanks"),
        ("you have 12 34 5. who has the keys?", "you have 12 34 5. who has the keys?"),
    ],
)
def test_a_sentence_with_a_contact_is_left_out_whole(text, left):
    assert drop_sentences(text) == left


WORDS = ("urgent", "e.g.", "12 34", "é", "y" * 70, "word " * 30)
SIGNS = ("?", "; ", ".", ". ", "!", "@", " ", "\n", "。", "(", "？")
CONTACTS = ("@x.de", "anna@x.example", ".b+c@mail.x.example", "+49 123 4567-89", "0123/456789", "1-2-3-4-5-6-7-8-9-1-2")


@given(st.lists(st.sampled_from(WORDS + SIGNS + CONTACTS), max_size=25).map("".join))
def test_it_is_what_the_pattern_would_replace(text):
    assert drop_referrals(text) == REFERRAL.sub(".", text)


def test_a_long_text_with_contacts_at_its_end_takes_none_of_its_time():
    """The pattern alone goes over three hundred characters from each: that takes it seconds here, and its time is a tenth of one."""
    text = "we look for larch and oak " * 800 + "? anna@house.example"
    with pytest.raises(TimeoutError):
        REFERRAL.sub(".", text, timeout=0.1)
    left = drop_referrals(text)
    assert left.startswith("we look for larch")
    assert left.endswith(".")
