"""The visits as planned: made on the day of entry, and made again on each day that changed them.

What stood before such a day stays as it was. Of what was to come within the days of notice, and
was agreed on, as few as can be are moved. So the plan of a day follows from the case file alone,
in whatever order it was written, and nothing that is told later changes a visit that has passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kansrijk.case.case import Event
from kansrijk.case.facts import Facts
from kansrijk.case.timeline import days_past_due
from kansrijk.case.visits import VISIT
from kansrijk.pack.model import Schedule
from kansrijk.planning.keeping import Limits, Wanted, days_of
from kansrijk.planning.open_days import OpenDays
from kansrijk.planning.schedule import (
    BookVisit,
    Interval,
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
    were planned at any time.
    """

    visits: tuple[PlannedVisit, ...] = ()
    without_day: tuple[WithoutDay, ...] = ()
    changed: date | None = None
    changes: tuple[Change, ...] = ()
    terms: Terms = NO_TERMS
    ever: frozenset[str] = frozenset()


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
    return event.event not in MAKES_NO_PLAN and (event.event != VISIT or event.to is not None)


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
    stood = tuple(visit for visit in before.visits if visit.date >= on and agreed)
    passed: tuple[PlannedVisit | WithoutDay, ...] = (*past, *gone)
    due = [one for spell in terms.spells for one in _due(spell, terms, entry, passed, before, on)]
    due.sort(key=lambda one: one.date)
    moved = dict(terms.moved)
    visits = [_visit(one, moved[one.id], ("moved",), terms) for one in due if one.id in moved]
    due = [one for one in due if one.id not in moved]
    without: tuple[WithoutDay, ...] = ()
    if schedule is None:
        visits += [_visit(one, one.date, (), terms) for one in due]
    else:
        stood = tuple(one for one in stood if one.id not in moved)
        placing = _Placing(schedule, terms, stood, _rhythms(before), on)
        placed, without = placing.place(due, past[-1].date if past else None)
        visits += placed
    visits.sort(key=lambda visit: (visit.date, visit.by_the_book))
    ever = before.ever | {visit.id for visit in visits} | {one.id for one in without}
    return _beside(before, Planned((*past, *visits), (*gone, *without), terms=terms, ever=ever), on)


def _due(
    spell: Spell,
    terms: Terms,
    entry: date,
    past: Sequence[PlannedVisit | WithoutDay],
    before: Planned,
    on: date,
) -> Iterator[BookVisit]:
    """The visits of a phase that are still to come: what passed by the book is not caught up.

    Where the phase begins on another day than before, or its visits are more or less often, they
    are numbered on from those that have passed.
    """
    book = _book(spell, terms, entry)
    if _rhythm(spell) in _rhythms(before):
        was = {visit.id for visit in before.visits if visit.date >= on}
        gone = {visit.id for visit in past}
        yield from (one for one in book if one.id not in gone and (one.date >= on or one.id in was))
        return
    mine = [visit for visit in past if spell_of(visit.id) == spell.id]
    last = max((visit.by_the_book for visit in mine), default=date.min)
    number = max((visit_number(visit.id) for visit in mine), default=0)
    ahead = (one for one in book if one.date >= on and one.date > last)
    for n, one in enumerate(ahead, start=number + 1):
        yield one._replace(id=visit_id(spell.id, n))


Rhythm = tuple[str, date, Interval | None]


def _rhythm(spell: Spell) -> Rhythm:
    """What the numbers of its visits hang on."""
    return spell.id, spell.from_, spell.interval


def _rhythms(planned: Planned) -> frozenset[Rhythm]:
    return frozenset(map(_rhythm, planned.terms.spells))


def _book(spell: Spell, terms: Terms, entry: date) -> Iterator[BookVisit]:
    """The visits of a phase by the book, but for those in whose place others are more often."""
    parts = [one for one in terms.spells if one.extra and one.phase == spell.phase]
    for visit in by_the_book(spell, entry):
        if spell.extra or not any(part.from_ <= visit.date < part.until for part in parts):
            yield visit


def _visit(one: BookVisit, day: date, because: tuple[str, ...], terms: Terms) -> PlannedVisit:
    spell, time = one.spell, terms.preference.time if terms.preference else None
    return PlannedVisit(one.id, spell.phase, spell.role, one.date, day, because, terms.along, time)


class _Placing:
    """Gives the visits that are to come a day from a day on, near what stood."""

    def __init__(
        self,
        schedule: Schedule,
        terms: Terms,
        stood: Sequence[PlannedVisit],
        rhythms: frozenset[Rhythm],
        on: date,
    ) -> None:
        self.schedule, self.terms, self.on = schedule, terms, on
        self.days = OpenDays(schedule, terms)
        self.stood = {visit.id: visit.date for visit in stood}
        self.rhythms = rhythms

    def place(
        self, due: Sequence[BookVisit], after: date | None
    ) -> tuple[tuple[PlannedVisit, ...], tuple[WithoutDay, ...]]:
        """These visits with the days found for them, and those without."""
        spans = [self._span(one, first=not n and after is None) for n, one in enumerate(due)]
        stays = self._stays(due, spans)
        wanted = [self._wanted(*one) for one in zip(due, spans, stays, strict=True)]
        limits = Limits(self.schedule.least_days, after.toordinal() if after else None)
        visits, without = [], []
        for one, wish, stay, found in zip(due, wanted, stays, days_of(wanted, limits), strict=True):
            if found is None:
                because = self._why_none(one, wish)
                without.append(WithoutDay(one.id, one.spell.phase, one.date, because))
            else:
                day = date.fromordinal(found)
                visits.append(_visit(one, day, self._why(one, day, stay), self.terms))
        return tuple(visits), tuple(without)

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

    def _stays(
        self, due: Sequence[BookVisit], spans: Sequence[tuple[date, date]]
    ) -> list[date | None]:
        """The day that was agreed on for each, within the days of notice.

        One that had none, or cannot be on it, or has another number now, has the nearest of those
        that are left, where it can: for who is at home that is the same visit.
        """
        notice = self.on + timedelta(self.schedule.notice_days)
        soon = {id: day for id, day in self.stood.items() if day < notice}
        own = (soon.get(one.id) if _rhythm(one.spell) in self.rhythms else None for one in due)
        stays = [
            day if day and first <= day <= last else None
            for day, (first, last) in zip(own, spans, strict=True)
        ]
        free = set(soon.values()).difference(stays)
        near = sorted(
            (abs(due[n].date - day), n, day)
            for n, (first, last) in enumerate(spans)
            for day in free
            if stays[n] is None and first <= day <= last
        )
        taken: dict[int, date] = {}
        for _, n, day in near:
            if n not in taken and day in free:
                taken[n] = day
                free.remove(day)
        # In their order: what is nearest to each may lie across.
        for n, day in zip(sorted(taken), sorted(taken.values()), strict=True):
            stays[n] = day
        return stays

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

    def _why(self, one: BookVisit, day: date, stays: date | None) -> tuple[str, ...]:
        """Why a visit is not on its day by the book."""
        if day == one.date:
            return ()
        hindrances = tuple(self.days.hindrances(one.date, one.spell.role))
        if hindrances or one.date < self.on:
            return hindrances or ("passed",)
        if self.days.suits(day) and not self.days.suits(one.date):
            return ("preference",)
        return ("kept",) if stays == day or self.stood.get(one.id) == day else ("distance",)

    def _why_none(self, one: BookVisit, wish: Wanted) -> tuple[str, ...]:
        """What stood in the way on the days that a visit could have been on."""
        days = [date.fromordinal(day) for day in range(wish.first, wish.last + 1)]
        found = [tuple(self.days.hindrances(day, one.spell.role)) for day in days]
        # Where one of the days was free, the others were too near.
        return (
            tuple(sorted({why for each in found for why in each})) if all(found) else ("distance",)
        )


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
