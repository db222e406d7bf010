"""The holidays of Belgium: as its law has them, and in a plan of several years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import SCHEDULE, event, planned, small_pack

from kansrijk.planning.days_off import holidays_of
from kansrijk.planning.plan import Plan

FIXED = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension, Whit Monday. All ten are in the royal decree of 18 April 1974, art. 1,
under the law of 4 January 1974 on holidays."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the tables of epacts and Sunday letters."""
    golden, century = year % 19 + 1, year // 100 + 1
    dropped = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - dropped - 10
    epact = (11 * golden + 20 + moon - dropped) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full = 44 - epact
    full += 30 if full < 21 else 0
    full += 7 - (sunday + full) % 7
    return date(year, 3, 1) + timedelta(full - 1)


def by_law(year: int) -> set[date]:
    after = {easter(year) + timedelta(days) for days in AFTER_EASTER}
    return {*after, *(date(year, month, day) for month, day in FIXED)}


def test_easter_of_years_that_are_known() -> None:
    assert [str(easter(year)) for year in (2000, 2008, 2011, 2024, 2026, 2027, 2038)] == [
        "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2026-04-05", "2027-03-28",
        "2038-04-25",
    ]  # fmt: skip


@pytest.mark.parametrize("year", range(2015, 2045))
def test_the_holidays_of_a_year_are_those_of_the_law(year: int) -> None:
    # What else it names falls on a Sunday, on which nobody visits.
    assert {day for day in holidays_of("BE", year) if day.weekday() < 6} == {
        day for day in by_law(year) if day.weekday() < 6
    }


def lived(country: str) -> Plan:
    """Three years of visits, on every second day by the book."""
    pack = small_pack(
        schedule={**SCHEDULE, "holidays": country, "least_days": 1},
        phases={"later": {"until": {"months": 36}, "visits": {"number": 1, "days": 2}}},
    )
    events = [event("2026-06-01", "intake"), event("2026-06-01", "agreement")]
    facts = {"poor": True, "alone": True}
    born = [*events, event("2026-09-01", "birth")]
    return planned(pack, date(2026, 9, 1), due_date="2026-09-01", facts=facts, events=born)


def test_nobody_visits_on_them_and_the_plan_says_so() -> None:
    plan = lived("BE")
    off = {day for year in range(2026, 2030) for day in by_law(year)}
    visits = [one for one in plan.visits if one.date >= date(2026, 9, 1)]
    assert len(visits) > 400
    assert not off & {one.date for one in visits}
    moved = [one for one in (*visits, *plan.without_day) if one.by_the_book in off]
    weekdays = {one.by_the_book for one in moved if one.by_the_book.weekday() < 5}
    assert len(weekdays) > 5
    for one in moved:
        if one.by_the_book in weekdays:
            assert "holiday" in one.because, one


def test_those_of_the_neighbours_are_days_like_any_other() -> None:
    belgian, dutch = ({one.date for one in lived(country).visits} for country in ("BE", "NL"))
    kings, national = (
        {date(year, month, day) for year in range(2027, 2030)} for month, day in ((4, 27), (7, 21))
    )
    assert belgian & kings and not belgian & national
    assert dutch & national and not dutch & kings
