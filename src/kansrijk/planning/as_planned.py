"""The visits as planned: made on the day of entry, and made again on each day that changed them.

What stood before such a day stays as it was. Of what was to come within the days of notice, and
was agreed on, as few as can be are moved. So the plan of a day follows from the case file alone,
in whatever order it was written, and nothing that is told later changes a visit that has passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from kansrijk.case.case import Event
from kansrijk.case.facts import Facts
from kansrijk.case.timeline import days_past_due
from kansrijk.case.visits import VISIT
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.keeping import Limits, Wanted, days_of
from kansrijk.planning.open_days import OpenDays
from kansrijk.planning.schedule import (
    BookVisit,
    Spell,
    by_the_book,
    spell_of,
    visit_id,
    visit_number,
)
from kansrijk.planning.terms import NO_TERMS, WAIT, History, Terms, terms_by, terms_of
from kansrijk.screening.screen import Screening


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


class Change(NamedTuple):
    """A visit that is otherwise than it was planned: `from_` is None of a new one, `to` of one
    that fell out."""

    visit: str
    from_: date | None
    to: date | None
    because: tuple[str, ...]


class Planned(NamedTuple):
    """The visits from entry on, and the terms they keep to.

    `changed` is the last day on which any of them got another day; `ever` are the ids of all that
    were planned at any time. `numbered` is by spell how far its numbers are from those by the book.
    """

    visits: tuple[PlannedVisit, ...] = ()
    without_day: tuple[WithoutDay, ...] = ()
    changed: date | None = None
    changes: tuple[Change, ...] = ()
    terms: Terms = NO_TERMS
    ever: frozenset[str] = frozenset()
    numbered: Mapping[str, int] = MappingProxyType({})


MAKES_NO_PLAN = frozenset({"intake", "agreement", "plan_set", "refusal", "student"})
"""Events after which the days of the visits are what they were."""


def as_planned(history: History, facts: Facts, screening: Screening) -> Planned:
    """The visits as planned by the day of the facts."""
    planned = planned_before(history, facts, facts.on)
    truths, possible = screening.truths, screening.classification.possible
    terms = terms_of(history, facts, truths, possible, planned.terms)
    return _planned_to(history, planned, terms, facts.on)


def planned_before(history: History, facts: Facts, on: date) -> Planned:
    """The visits as planned the day before, with all that was told until then."""
    planned = Planned()
    for day in days_of_change(history, facts, on):
        planned = planned_on(history, planned, day)
    return planned


def planned_on(history: History, before: Planned, on: date) -> Planned:
    """The visits as planned on a day that has passed, given what was planned before it."""
    return _planned_to(history, before, terms_by(history, on, before.terms), on)


def _planned_to(history: History, before: Planned, terms: Terms, on: date) -> Planned:
    """Planned again where the terms are others."""
    if terms == before.terms:
        return before
    schedule, agreed = history.pack.sections.schedule, history.stands_agreed(on)
    return planned_again(schedule, before, terms, history.entry, on, agreed)


def days_of_change(history: History, facts: Facts, on: date) -> tuple[date, ...]:
    """The days on which the visits are planned, before the day itself.

    That of entry, each later one on which something was told, and the due date, with the day on
    which the visits before a birth go on for a while more.
    """
    pack, case, entry = history.pack, history.case, history.entry
    told = {event.date for event in case.events if _plans(event)}
    told |= {seen.date for seen in case.observations}
    # Once more four weeks later: longer than that nobody is past her due date.
    told |= {*days_past_due(pack, case, facts.norms, WAIT)}
    return tuple(sorted(day for day in {entry} | told if entry <= day < on))


def _plans(event: Event) -> bool:
    """Whether an event can give visits other days; most visits are made as they were planned."""
    told = event.event not in MAKES_NO_PLAN and not event.goes_on
    return told and (event.event != VISIT or event.to is not None)


def planned_again(
    schedule: Schedule | None,
    before: Planned,
    terms: Terms,
    entry: date,
    on: date,
    agreed: bool,
) -> Planned:
    """The plan from a day on, given what was planned before, and `agreed` on or only proposed."""
    past = tuple(visit for visit in before.visits if visit.date < on)
    gone = tuple(one for one in before.without_day if one.by_the_book < on)
    stood = {visit.id: visit.date for visit in before.visits if visit.date >= on and agreed}
    passed: tuple[PlannedVisit | WithoutDay, ...] = (*past, *gone)
    numbered, due = dict[str, int](), list[BookVisit]()
    for spell in terms.spells:
        numbered[spell.id] = _numbered(spell, entry, passed, before, on)
        book = _book(spell, terms, entry, numbered[spell.id])
        due += _due(spell, book, passed, before, on)
    due.sort(key=lambda one: one.date)
    moved = dict(terms.moved)
    visits = [_visit(one, moved[one.id], ("moved",), terms) for one in due if one.id in moved]
    due = [one for one in due if one.id not in moved]
    without: tuple[WithoutDay, ...] = ()
    if schedule is None:
        visits += [_visit(one, one.date, (), terms) for one in due]
    else:
        stood = {id: day for id, day in stood.items() if id not in moved}
        anew = {spell.id for spell in terms.spells if not _goes_on(spell, before)}
        placing = _Placing(schedule, terms, stood, anew, on)
        placed, without = placing.place(due, past[-1].date if past else None)
        visits += placed
    visits.sort(key=lambda visit: (visit.date, visit.by_the_book))
    ever = before.ever | {visit.id for visit in visits} | {one.id for one in without}
    after = Planned((*past, *visits), (*gone, *without), terms=terms, ever=ever, numbered=numbered)
    return _beside(before, after, on)


def _goes_on(spell: Spell, before: Planned) -> bool:
    """Whether its visits are from the same day and as often as they were."""
    rhythms = ((one.id, one.from_, one.interval) for one in before.terms.spells)
    return (spell.id, spell.from_, spell.interval) in rhythms


def _numbered(
    spell: Spell,
    entry: date,
    past: Sequence[PlannedVisit | WithoutDay],
    before: Planned,
    on: date,
) -> int:
    """How far the numbers of a phase's visits are from those by the book.

    Where the phase begins on another day than before, or its visits are more or less often, they
    are numbered on from those that have passed; and from then on each keeps its number.
    """
    if _goes_on(spell, before):
        return before.numbered[spell.id]
    number = max((visit_number(one.id) for one in past if spell_of(one.id) == spell.id), default=0)
    last = _last(spell, past)
    ahead = (one for one in by_the_book(spell, entry) if one.date >= on and one.date > last)
    return number + 1 - next((visit_number(one.id) for one in ahead), number + 1)


def _last(spell: Spell, past: Sequence[PlannedVisit | WithoutDay]) -> date:
    """The last day by the book of the visits of a phase that have passed."""
    mine = (visit.by_the_book for visit in past if spell_of(visit.id) == spell.id)
    return max(mine, default=date.min)


def _due(
    spell: Spell,
    book: Iterator[BookVisit],
    past: Sequence[PlannedVisit | WithoutDay],
    before: Planned,
    on: date,
) -> Iterator[BookVisit]:
    """The visits of a phase that are still to come: what passed by the book is not caught up."""
    if _goes_on(spell, before):
        was = {visit.id for visit in before.visits if visit.date >= on}
        gone = {visit.id for visit in past}
        yield from (one for one in book if one.id not in gone and (one.date >= on or one.id in was))
        return
    last = _last(spell, past)
    yield from (one for one in book if one.date >= on and one.date > last)


def _book(spell: Spell, terms: Terms, entry: date, numbered: int) -> Iterator[BookVisit]:
    """The visits of a phase by the book, but for those in whose place others are more often."""
    rather = [one for one in terms.spells if one.phase == spell.phase and one.goes_before(spell)]
    for visit in by_the_book(spell, entry):
        if not any(part.from_ <= visit.date < part.until for part in rather):
            yield visit._replace(id=visit_id(spell.id, visit_number(visit.id) + numbered))


def _visit(one: BookVisit, day: date, because: tuple[str, ...], terms: Terms) -> PlannedVisit:
    spell, time = one.spell, terms.preference.time if terms.preference else None
    return PlannedVisit(one.id, spell.phase, spell.role, one.date, day, because, terms.along, time)


class _Placing:
    """Gives the visits that are to come a day from a day on, near what stood."""

    def __init__(
        self,
        schedule: Schedule,
        terms: Terms,
        stood: Mapping[str, date],
        numbered_anew: Set[str],
        on: date,
    ) -> None:
        self.schedule, self.terms, self.on, self.stood = schedule, terms, on, stood
        self.days = OpenDays(schedule, terms)
        self.numbered_anew = numbered_anew

    def place(
        self, due: Sequence[BookVisit], after: date | None
    ) -> tuple[tuple[PlannedVisit, ...], tuple[WithoutDay, ...]]:
        """These visits with the days found for them, and those without."""
        visits, without = [], []
        for one, wish, found in self._found(due, after):
            if found is None:
                because = self._why_none(one, wish)
                without.append(WithoutDay(one.id, one.spell.phase, one.date, because))
            else:
                day = date.fromordinal(found)
                why = self._why(one, day, kept=found == wish.stays)
                visits.append(_visit(one, day, why, self.terms))
        if self.terms.absences and any(one.because == ("distance",) for one in visits):
            visits = self._moved_along(visits, due, after)
        return tuple(visits), tuple(without)

    def _found(
        self, due: Sequence[BookVisit], after: date | None
    ) -> Iterator[tuple[BookVisit, Wanted, int | None]]:
        """Each visit with what was asked for it and its day.

        A day that was taken over is given up where a visit beside it would have none for it.
        """
        spans = [self._span(one, first=not n and after is None) for n, one in enumerate(due)]
        limits = Limits(self.schedule.least_days, after.toordinal() if after else None)
        own = self._agreed(due, spans)
        taken = self._taken_over(due, spans, own)
        best: tuple[list[Wanted], list[int | None]] | None = None
        while True:
            stays = [taken.get(n, day) for n, day in enumerate(own)]
            wanted = [self._wanted(*one) for one in zip(due, spans, stays, strict=True)]
            found = list(days_of(wanted, limits))
            if best and found.count(None) >= best[1].count(None):
                break
            best = wanted, found
            beside = {m for n, day in enumerate(found) if day is None for m in (n - 1, n + 1)}
            if not beside & taken.keys():
                break
            taken = {n: day for n, day in taken.items() if n not in beside}
        yield from zip(due, *best, strict=True)

    def _moved_along(
        self, visits: Sequence[PlannedVisit], due: Sequence[BookVisit], after: date | None
    ) -> list[PlannedVisit]:
        """With the true cause, of those that would not be moved if nobody were away."""
        terms = self.terms._replace(absences=())
        there = _Placing(self.schedule, terms, self.stood, self.numbered_anew, self.on)
        if_there, _ = there.place(due, after)
        others = {one.id for one in if_there if one.because != ("distance",)}
        along = {one.id for one in visits if one.because == ("distance",)} & others
        return [
            one._replace(because=("absence_near",)) if one.id in along else one for one in visits
        ]

    def _span(self, one: BookVisit, *, first: bool) -> tuple[date, date]:
        """The days a visit can be on: near the book, in its phase, not before the day itself.

        The very first is on time for her class.
        """
        spell = one.spell
        reach = timedelta(max(self.schedule.reach_days, spell.each // 2))
        last = one.date + reach
        if first and self.terms.first_days is not None:
            last = min(last, one.date + timedelta(self.terms.first_days))
        return max(one.date - reach, spell.from_, self.on), min(last, spell.until - timedelta(1))

    def _agreed(
        self, due: Sequence[BookVisit], spans: Sequence[tuple[date, date]]
    ) -> list[date | None]:
        """The day that was agreed on for each within the days of notice, where it can be on it."""
        anew, soon = self.numbered_anew, self._soon()
        own = (None if one.spell.id in anew else soon.get(one.id) for one in due)
        return [
            day if day and first <= day <= last else None
            for day, (first, last) in zip(own, spans, strict=True)
        ]

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
        return dict(zip(sorted(taken), sorted(taken.values()), strict=True))

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
        return ("kept",) if kept or self.stood.get(one.id) == day else ("distance",)

    def _why_none(self, one: BookVisit, wish: Wanted) -> tuple[str, ...]:
        """What stood in the way on the days that a visit could have been on."""
        days = [date.fromordinal(day) for day in range(wish.first, wish.last + 1)]
        found = [set(self.days.hindrances(day, one.spell.role)) for day in days]
        why = set[str]().union(*found)
        # Where one of the days was free, others were too near: beside a weekend, or for what took
        # more days than that.
        return tuple(sorted(why)) if all(found) or why - {"weekend"} else ("distance",)


def _beside(before: Planned, after: Planned, on: date) -> Planned:
    """The plan with what is otherwise than it was planned before."""
    if not before.visits:
        return after
    was = {visit.id: visit for visit in before.visits if visit.date >= on}
    now = {visit.id: visit for visit in after.visits if visit.date >= on}
    why = {id: visit.because for id, visit in now.items()}
    why |= {one.id: one.because for one in after.without_day}
    days = [{visit.date for visit in visits.values()} for visits in (was, now)]
    changes = []
    for id, one in {**was, **now}.items():
        from_, to = (visits[id].date if id in visits else None for visits in (was, now))
        # A visit in another's place is no change for who is at home.
        same_days = {from_, to} <= {None, *(days[0] & days[1])}
        if from_ != to and not same_days:
            anew = () if from_ and to else _why_anew(before.terms, after.terms, one.phase)
            changes.append(Change(id, from_, to, (*anew, *why.get(id, ()))))
    if not changes:
        # Who comes may be another since; of the days the last change is still the last.
        return after._replace(changed=before.changed, changes=before.changes)
    return after._replace(changed=on, changes=tuple(changes))


def _why_anew(before: Terms, after: Terms, phase: str) -> tuple[str, ...]:
    """Why a phase has other visits than it had: its borders, or how often they are."""
    was, now = ([one for one in terms.spells if one.phase == phase] for terms in (before, after))
    borders = [[(one.from_, one.until) for one in spells if not one.extra] for spells in (was, now)]
    if borders[0] != borders[1]:
        return ("phase",)
    return ("how_often",) if was != now else ()
