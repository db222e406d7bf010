"""On which days a visit can be, and on which it suits her."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from datetime import date

from kansrijk.pack.timetable import Schedule
from kansrijk.planning.days_off import day_off
from kansrijk.planning.keeping import UNWANTED
from kansrijk.planning.terms import Terms


class OpenDays:
    """The days of the calendar, with absences, her preference and visits given another day.

    `taken` are the days of those visits, `left` the days that they were moved away from.
    """

    def __init__(
        self, schedule: Schedule, terms: Terms, taken: Iterable[date], left: Set[date]
    ) -> None:
        self.schedule, self.terms, self.left = schedule, terms, left
        self.country, self.taken = schedule.holidays, tuple(taken)
        self.least = schedule.least_days
        self._prices: dict[str, dict[int, int | None]] = {}

    def without_absences(self) -> OpenDays:
        """The same days, if nobody were away."""
        terms = self.terms._replace(absences=())
        return OpenDays(self.schedule, terms, self.taken, self.left)

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
        if any(abs((day - taken).days) < self.least for taken in self.taken):
            return None
        if day in self.left or any(self.hindrances(day, role)):
            return None
        return 0 if self.suits(day) else UNWANTED
