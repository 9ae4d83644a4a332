"""What a person wrote to a calendar's mail, and what the calendar wrote itself."""

from __future__ import annotations

import pytest

from tests.samples import facts
from watcher.core.message.model import Address
from watcher.core.rules.calendars import has_persons_words


@pytest.mark.parametrize(
    ("method", "text", "written"),
    [
        ("REQUEST", "Hello,\nwe want a new kitchen. Could you come by on Tuesday at four to measure?", True),
        ("REQUEST", "Site visit", False),
        ("REQUEST", "When: Tuesday at four, in the big room\nWhere: 4 Mill Lane, Hull", False),
        (
            "REQUEST",
            "____________________\nMicrosoft Teams meeting\nHello, join on your computer? https://x.example/?a",
            False,
        ),
        ("REPLY", "Tuesday does not suit us. Thursday?", True),
        ("REPLY", "Declined: Site visit at four o'clock", False),
        ("REPLY", "", False),
        ("REPLY", "Carol Customer ha aceptado esta invitación.", False),
        ("REPLY", "De uitnodiging is door Carol Customer geaccepteerd.", False),
        ("REPLY", "Aceptado: Visita al taller el martes a las cuatro", False),
        ("REPLY", "Carol Customer: on Tuesday I am away, Thursday is better.", True),
        ("REPLY", "Please bring the samples when you come.\nCarol Customer", True),
        ("COUNTER", "Thursday at four would suit us better.", True),
        ("CANCEL", "The visit was cancelled by the organiser.", False),
    ],
)
def test_the_words_of_a_person(method, text, written):
    carol = Address("carol@customer.example", "Carol Customer")
    assert has_persons_words(facts(text=text, calendar_method=method, from_=(carol,))) is written
