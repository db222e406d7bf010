"""Why nobody visits on a day."""

from __future__ import annotations

from datetime import date

import pytest

from kansrijk.planning.days_off import OFF, day_off, holidays_of


@pytest.mark.parametrize(
    ("country", "day", "expected"),
    [
        ("NL", "2026-07-17", None),
        ("NL", "2026-07-18", "weekend"),
        ("NL", "2026-07-19", "weekend"),
        ("NL", "2026-07-20", None),
        ("NL", "2026-05-25", "holiday"),
        ("NL", "2026-12-25", "holiday"),
        # Christmas 2027 is on a Saturday.
        ("NL", "2027-12-25", "weekend"),
        # The day of Belgium, and that of the king of the Netherlands.
        ("BE", "2026-07-21", "holiday"),
        ("NL", "2026-07-21", None),
        ("NL", "2026-04-27", "holiday"),
        ("BE", "2026-04-27", None),
    ],
)
def test_weekends_and_the_holidays_of_a_country_are_off(
    country: str, day: str, expected: str | None
) -> None:
    assert day_off(country, date.fromisoformat(day)) == expected
    assert expected is None or expected in OFF


def test_the_holidays_of_a_year_are_of_that_year() -> None:
    assert {day.year for day in holidays_of("NL", 2027)} == {2027}
