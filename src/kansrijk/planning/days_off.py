"""The days on which nobody visits: weekends and the public holidays of a country."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, get_args

Off = Literal["weekend", "holiday"]
OFF = frozenset[str](get_args(Off))
SATURDAY = 5


def day_off(country: str, day: date) -> Off | None:
    """Why nobody visits on a day; None where somebody can."""
    if day.weekday() >= SATURDAY:
        return "weekend"
    return "holiday" if day in holidays_of(country, day.year) else None


@lru_cache(maxsize=64)
def holidays_of(country: str, year: int) -> frozenset[date]:
    """The public holidays of a year."""
    # Imported where used: it takes as long as all the rest of a plan.
    import holidays

    return frozenset(holidays.country_holidays(country, years=year))
