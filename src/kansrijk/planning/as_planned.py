"""The visits as planned: made on the day of entry, and made again on each day that changed them.

What stood before such a day stays as it was. Of what was to come within the days of notice, and
was agreed on, as few as can be are moved. So the plan of a day follows from the case file alone,
in whatever order it was written, and nothing that is told later changes a visit that has passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kansrijk.case.case import Case, Event
from kansrijk.case.facts import Facts
from kansrijk.case.visits import VISIT
from kansrijk.pack.model import Schedule
from kansrijk.pack.pack import Pack
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
from kansrijk.planning.terms import NO_TERMS, WAIT, Terms, terms_by, terms_of
from kansrijk.planning.trajectory import Span
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


def as_planned(
    pack: Pack,
    case: Case,
    facts: Facts,
    screening: Screening,
    entry: date,
    was_set: Sequence[Span],
) -> Planned:
    """The visits as planned by the day. `was_set` are the days on which the plan was set."""
    planned = planned_before(pack, case, facts, entry, facts.on, was_set)
    truths, possible = screening.truths, screening.classification.possible
    held = _held(planned.terms, was_set, facts.on)
    terms = terms_of(pack, case, facts, truths, possible, entry, held)
    if terms == planned.terms:
        return planned
    agreed = _stands_agreed(was_set, facts.on)
    return planned_again(pack.sections.schedule, planned, terms, entry, facts.on, agreed)


def planned_before(
    pack: Pack, case: Case, facts: Facts, entry: date, on: date, was_set: Sequence[Span]
) -> Planned:
    """The visits as planned the day before, with all that was told until then."""
    planned = Planned()
    for day in days_of_change(case, facts, entry, on):
        planned = planned_on(pack, case, planned, entry, day, was_set)
    return planned


def planned_on(
    pack: Pack, case: Case, before: Planned, entry: date, on: date, was_set: Sequence[Span]
) -> Planned:
    """The visits as planned on a day that has passed, given what was planned before it."""
    terms = terms_by(pack, case, on, entry, _held(before.terms, was_set, on))
    if terms == before.terms:
        return before
    agreed = _stands_agreed(was_set, on)
    return planned_again(pack.sections.schedule, before, terms, entry, on, agreed)


def _held(before: Terms, was_set: Sequence[Span], day: date) -> Terms:
    """What goes on where a question comes up again: nothing of what was only proposed."""
    return before if any(span.holds(day) for span in was_set) else NO_TERMS


def _stands_agreed(was_set: Sequence[Span], day: date) -> bool:
    """Whether what stands on a day was agreed on before: a proposal is free to change."""
    return any(span.start < day and span.holds(day) for span in was_set)


def days_of_change(case: Case, facts: Facts, entry: date, on: date) -> tuple[date, ...]:
    """The days on which the visits are planned, before the day itself.

    That of entry, each later one on which something was told, and the due date, with each day on
    which the visits before a birth go on for a while more.
    """
    told = {event.date for event in case.events if _plans(event)}
    told |= {seen.date for seen in case.observations}
    due = facts.timeline.due
    # Once more four weeks later: longer than that nobody is past her due date.
    told |= {due, due + WAIT} if due else set()
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
    past = tuple(visit for visit in before.visits if visit.date < on and _stands(visit, terms))
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
        placing = _Placing(schedule, terms, stood, on)
        placed, without = placing.place(due, past[-1].date if past else None)
        visits += placed
    visits.sort(key=lambda visit: (visit.date, visit.by_the_book))
    ever = before.ever | {visit.id for visit in visits} | {one.id for one in without}
    return _beside(before, Planned((*past, *visits), (*gone, *without), terms=terms, ever=ever), on)


def _stands(visit: PlannedVisit, terms: Terms) -> bool:
    """Whether a visit that has passed still lies in its phase; a birth may come later."""
    spells = (spell for spell in terms.spells if spell.id == visit.phase)
    return all(spell.from_ <= visit.date < spell.until for spell in spells)


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
    rhythms = {(one.id, one.from_, one.interval) for one in before.terms.spells}
    if (spell.id, spell.from_, spell.interval) in rhythms:
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
        self, schedule: Schedule, terms: Terms, stood: Sequence[PlannedVisit], on: date
    ) -> None:
        self.schedule, self.terms, self.on = schedule, terms, on
        self.days = OpenDays(schedule, terms)
        self.stood = {visit.id: visit.date for visit in stood}

    def place(
        self, due: Sequence[BookVisit], after: date | None
    ) -> tuple[tuple[PlannedVisit, ...], tuple[WithoutDay, ...]]:
        """These visits with the days found for them, and those without."""
        first = due[0] if due and after is None else None
        wanted = [self._wanted(one, first=one is first) for one in due]
        limits = Limits(self.schedule.least_days, after.toordinal() if after else None)
        visits, without = [], []
        for one, wish, found in zip(due, wanted, days_of(wanted, limits), strict=True):
            if found is None:
                because = self._why_none(one, wish)
                without.append(WithoutDay(one.id, one.spell.phase, one.date, because))
            else:
                day = date.fromordinal(found)
                visits.append(_visit(one, day, self._why(one, day), self.terms))
        return tuple(visits), tuple(without)

    def _wanted(self, one: BookVisit, *, first: bool) -> Wanted:
        """The days a visit can be on: near the book, in its phase, not before the day itself.

        The very first is on time for her class.
        """
        schedule, spell = self.schedule, one.spell
        reach = timedelta(max(schedule.reach_days, spell.each // 2))
        last = one.date + reach
        if first and self.terms.first_days is not None:
            last = min(last, one.date + timedelta(self.terms.first_days))
        stood = self.stood.get(one.id)
        soon = stood is not None and stood < self.on + timedelta(schedule.notice_days)
        return Wanted(
            one.date.toordinal(),
            max(one.date - reach, spell.from_, self.on).toordinal(),
            min(last, spell.until - timedelta(1)).toordinal(),
            spell.each * schedule.greatest,
            self.days.price_for(spell.role),
            stood.toordinal() if stood is not None and soon else None,
        )

    def _why(self, one: BookVisit, day: date) -> tuple[str, ...]:
        """Why a visit is not on its day by the book."""
        if day == one.date:
            return ()
        hindrances = tuple(self.days.hindrances(one.date, one.spell.role))
        if hindrances or one.date < self.on:
            return hindrances or ("passed",)
        if self.days.suits(day) and not self.days.suits(one.date):
            return ("preference",)
        return ("kept",) if self.stood.get(one.id) == day else ("distance",)

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
        same_day = (from_ is None or to is None) and (to or from_) in days[0] & days[1]
        if from_ != to and not same_day:
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
