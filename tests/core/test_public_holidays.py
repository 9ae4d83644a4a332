"""core/public_holidays.py: a country and its regions."""

from __future__ import annotations

from datetime import date

import pytest

from watcher.core.public_holidays import Holidays


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("XX", "XK"),
        ("DD", "DE"),
        ("nowhere", "NO"),
        ("DE-BYE", "BY"),
        ("DE-99", "BB, BE, BW"),
        ("SG-9", "write SG"),
    ],
)
def test_an_unknown_country_or_region_is_refused_and_what_is_near_is_named(code, near):
    with pytest.raises(ValueError, match=f"no holidays are known for '{code}'") as refused:
        Holidays(code)
    assert near in str(refused.value)


def test_a_region_is_found_however_it_is_written():
    assert Holidays("de-by").is_holiday(date(2027, 1, 6))
    assert Holidays("DE-Augsburg").is_holiday(date(2027, 8, 8))


def test_a_year_without_holidays_has_none():
    assert not Holidays().is_holiday(date(2026, 12, 25))


@pytest.mark.parametrize("code", [[], {}, 0])
def test_what_is_no_text_names_no_holidays(code):
    """An empty list counted as none, and the calendar that held it could not be shared."""
    with pytest.raises(TypeError, match="named by a text"):
        Holidays(code)
