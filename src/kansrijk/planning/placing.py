"""Gives visits days that can be kept: near the book, and on the days that were agreed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple

from kansrijk.pack.timetable import Schedule
from kansrijk.planning.days_off import OFF
from kansrijk.planning.keeping import Limits, Wanted, days_of
from kansrijk.planning.open_days import OpenDays
from kansrijk.planning.schedule import BookVisit
from kansrijk.planning.terms import Terms


class PlannedVisit(NamedTuple):
    """A visit with its day by the book and as planned; `because` says why they differ.

    `along` is the role that comes along, `time` when it begins, where she said what suits her.
    """

    id: str
    phase: str
    role: str
    by_the_book: date
    date: date
    because: tuple[str, ...]
    along: str | None
    time: str | None


class WithoutDay(NamedTuple):
    """A visit of the book for which no day was found near it, and why."""

    id: str
    phase: str
    by_the_book: date
    because: tuple[str, ...]


def visit_on(one: BookVisit, day: date, because: tuple[str, ...], terms: Terms) -> PlannedVisit:
    spell, time = one.spell, terms.preference.time if terms.preference else None
    return PlannedVisit(one.id, spell.phase, spell.role, one.date, day, because, terms.along, time)


class Found(NamedTuple):
    """A visit with what was asked for it, and the day that was found."""

    visit: BookVisit
    wish: Wanted
    day: int | None


class Placing:
    """Gives the visits that are to come a day from a day on, near what stood."""

    def __init__(
        self,
        schedule: Schedule,
        terms: Terms,
        days: OpenDays,
        stood: Mapping[str, date],
        numbered_anew: Set[str],
        on: date,
    ) -> None:
        self.schedule, self.terms, self.on, self.stood = schedule, terms, on, stood
        self.days, self.numbered_anew = days, numbered_anew

    def place(
        self, due: Sequence[BookVisit], after: date | None, first_by: date | None
    ) -> tuple[tuple[PlannedVisit, ...], tuple[WithoutDay, ...]]:
        """These visits with the days found for them, and those without.

        `after` is the day of the visit before; of a plan without one the first is by `first_by`.
        """
        visits, without = [], []
        for one, wish, found in self._found(due, after, first_by):
            if found is None:
                because = self._why_none(one, wish)
                without.append(WithoutDay(one.id, one.spell.phase, one.date, because))
            else:
                day = date.fromordinal(found)
                why = self._why(one, day, kept=found == wish.stays)
                visits.append(visit_on(one, day, why, self.terms))
        if self.terms.absences and any(one.because == ("distance",) for one in visits):
            visits = self._moved_along(visits, due, after, first_by)
        return tuple(visits), tuple(without)

    def _found(
        self, due: Sequence[BookVisit], after: date | None, first_by: date | None
    ) -> Sequence[Found]:
        """Each visit with what was asked for it and its day.

        A day that was taken over is given up where a visit beside it would have none for it.
        """
        spans = [self._span(one, None if n else first_by) for n, one in enumerate(due)]
        limits = Limits(self.schedule.least_days, after.toordinal() if after else None)
        own = self._agreed(due, spans)

        def with_days(taken: Mapping[int, date]) -> list[Found]:
            stays = [taken.get(n, day) for n, day in enumerate(own)]
            wanted = list(map(self._wanted, due, spans, stays))
            return list(map(Found, due, wanted, days_of(wanted, limits)))

        taken = self._taken_over(due, spans, own)
        best = with_days(taken)
        while given_up := _beside_lost(best) & taken.keys():
            taken = {n: day for n, day in taken.items() if n not in given_up}
            found = with_days(taken)
            if len(_lost(found)) >= len(_lost(best)):
                break
            best = found
        return best

    def _moved_along(
        self,
        visits: Sequence[PlannedVisit],
        due: Sequence[BookVisit],
        after: date | None,
        first_by: date | None,
    ) -> list[PlannedVisit]:
        """With the true cause, of those that would not be moved if nobody were away."""
        days = self.days.without_absences()
        there = Placing(self.schedule, days.terms, days, self.stood, self.numbered_anew, self.on)
        if_there, _ = there.place(due, after, first_by)
        others = {one.id for one in if_there if one.because != ("distance",)}
        along = {one.id for one in visits if one.because == ("distance",)} & others
        return [
            one._replace(because=("absence_near",)) if one.id in along else one for one in visits
        ]

    def _span(self, one: BookVisit, by: date | None) -> tuple[date, date]:
        """The days a visit can be on: near the book, in its phase, not before the day itself.

        The very first is `by` a day where it can still be.
        """
        spell = one.spell
        reach = timedelta(max(self.schedule.reach_days, spell.each // 2))
        first, last = max(one.date - reach, spell.from_, self.on), one.date + reach
        if by is not None and by >= first:
            last = min(last, by)
        return first, min(last, spell.until - timedelta(1))

    def _agreed(
        self, due: Sequence[BookVisit], spans: Sequence[tuple[date, date]]
    ) -> list[date | None]:
        """The day that was agreed on for each within the days of notice, where it can be on it."""
        soon = self._soon()

        def agreed(one: BookVisit, span: tuple[date, date]) -> date | None:
            day = None if one.spell.id in self.numbered_anew else soon.get(one.id)
            return day if day and span[0] <= day <= span[1] else None

        return list(map(agreed, due, spans))

    def _taken_over(
        self,
        due: Sequence[BookVisit],
        spans: Sequence[tuple[date, date]],
        own: Sequence[date | None],
    ) -> dict[int, date]:
        """For those that have no such day the nearest of what is left of them, by their places.

        For who is at home that is the same visit.
        """
        free = set(self._soon().values()).difference(own)
        near = sorted(
            (abs(due[n].date - day), n, day)
            for n, (first, last) in enumerate(spans)
            for day in free
            if own[n] is None and first <= day <= last
        )
        taken: dict[int, date] = {}
        for _, n, day in near:
            if n not in taken and day in free:
                taken[n] = day
                free.remove(day)
        # In their order: what is nearest to each may lie across.
        days = sorted(taken.values())
        return {n: days[place] for place, n in enumerate(sorted(taken))}

    def _soon(self) -> Mapping[str, date]:
        notice = self.on + timedelta(self.schedule.notice_days)
        return {id: day for id, day in self.stood.items() if day < notice}

    def _wanted(self, one: BookVisit, span: tuple[date, date], stays: date | None) -> Wanted:
        first, last = span
        return Wanted(
            one.date.toordinal(),
            first.toordinal(),
            last.toordinal(),
            one.spell.each * self.schedule.greatest,
            self.days.price_for(one.spell.role),
            stays.toordinal() if stays else None,
        )

    def _why(self, one: BookVisit, day: date, *, kept: bool) -> tuple[str, ...]:
        """Why a visit is not on its day by the book."""
        if day == one.date:
            return ()
        hindrances = tuple(self.days.hindrances(one.date, one.spell.role))
        if hindrances or one.date < self.on:
            return hindrances or ("passed",)
        if self.days.suits(day) and not self.days.suits(one.date):
            return ("preference",)
        return ("kept",) if kept else ("distance",)

    def _why_none(self, one: BookVisit, wish: Wanted) -> tuple[str, ...]:
        """What stood in the way on the days that a visit could have been on, and would not else.

        Days off are in every plan: they are the reason where there is no other day, or nobody is
        away.
        """
        days = [date.fromordinal(day) for day in range(wish.first, wish.last + 1)]
        found = [set(self.days.hindrances(day, one.spell.role)) for day in days]
        why = set[str]().union(*found)
        off, away = why.intersection(OFF), why.difference(OFF)
        if away and not all(one.intersection(OFF) for one in found):
            return tuple(sorted(away))
        if all(found):
            return tuple(sorted(off))
        # Where one of the days was free, others were too near: beside a weekend, or for what took
        # more days than that.
        return tuple(off - {"weekend"}) or ("distance",)


def _lost(found: Sequence[Found]) -> list[int]:
    """The places of those without a day."""
    return [n for n, one in enumerate(found) if one.day is None]


def _beside_lost(found: Sequence[Found]) -> set[int]:
    return {m for n in _lost(found) for m in (n - 1, n + 1)}
