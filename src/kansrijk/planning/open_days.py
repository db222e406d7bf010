"""On which days a visit can be, and on which it suits her."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from kansrijk.pack.timetable import Schedule
from kansrijk.planning.days_off import day_off
from kansrijk.planning.keeping import UNWANTED
from kansrijk.planning.terms import Terms


class OpenDays:
    """The days of the calendar, with absences, her preference and visits given another day."""

    def __init__(self, schedule: Schedule, terms: Terms) -> None:
        self.country, self.terms = schedule.holidays, terms
        self.taken = tuple(day.toordinal() for _, day in terms.moved)
        self.least = schedule.least_days
        self._prices: dict[str, dict[int, int | None]] = {}

    def hindrances(self, day: date, role: str) -> Iterator[str]:
        """Why nobody of this role can come on a day, with who must come along."""
        off = day_off(self.country, day)
        if off:
            yield off
        who = (role, self.terms.along) if self.terms.along else (role,)
        away = [one for one in self.terms.absences if any(one.holds(day, role) for role in who)]
        if away:
            # Of several the one that says why; a day is no less open for it.
            yield next((one.kind for one in away if one.kind), "absence")

    def suits(self, day: date) -> bool:
        preference = self.terms.preference
        return not preference or not preference.days or day.weekday() in preference.days

    def price_for(self, role: str) -> Callable[[int], int | None]:
        """What a day costs by its ordinal, as `keeping.Wanted` has it; each day is priced once."""
        known = self._prices.setdefault(role, {})

        def price(day: int) -> int | None:
            if day not in known:
                known[day] = self._price(date.fromordinal(day), role)
            return known[day]

        return price

    def _price(self, day: date, role: str) -> int | None:
        number = day.toordinal()
        if any(abs(number - taken) < self.least for taken in self.taken):
            return None
        if any(self.hindrances(day, role)):
            return None
        return 0 if self.suits(day) else UNWANTED
