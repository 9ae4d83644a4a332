"""Public holidays of a country, or of one of its regions: a code → days. Pure; the library and its tables are loaded when asked for."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays of a country, or of one of its regions: `DE`, `DE-BY`, `US-CA`. ValueError: no such place; TypeError: no text."""

    code: str = ""

    def __post_init__(self) -> None:
        if not isinstance(
            self.code, str
        ):  # an empty list is not "none": it has no hash, and calendars are shared by theirs
            raise TypeError(f"holidays are named by a text, not by {self.code!r}")
        if self.code:
            _load_holidays(self.code)

    def is_holiday(self, day: date) -> bool:
        """Is it a public holiday there? Never, where no place is named."""
        return bool(self.code) and day in _load_holidays(self.code)


NO_HOLIDAYS = Holidays()


@functools.lru_cache(maxsize=64)
def _load_holidays(code: str) -> HolidayBase:
    import difflib

    import holidays  # 4 MiB, only where somebody has holidays

    country, _, region = code.strip().partition("-")
    country = country.upper()
    try:
        known = holidays.country_holidays(country).subdivisions
    except NotImplementedError:
        countries = [name for name in holidays.list_supported_countries() if len(name) == 2]
        near = difflib.get_close_matches(country[:2], countries, cutoff=0.5) or ["DE", "AT", "GB", "US"]
        raise ValueError(
            f"no holidays are known for '{code}': write a country and, if need be, its region, such as DE-BY; "
            f"countries near that are {', '.join(near)}"
        ) from None
    if not region:
        return holidays.country_holidays(country)
    for name in known:
        if name.casefold() == region.casefold():
            return holidays.country_holidays(country, subdiv=name)
    near = difflib.get_close_matches(region.upper(), known, cutoff=0.5) or list(known)
    regions = (
        f"regions of {country} near that are {', '.join(near)}"
        if near
        else f"{country} has no regions: write {country}"
    )
    raise ValueError(f"no holidays are known for '{code}': {regions}")
