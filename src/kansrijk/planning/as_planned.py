"""The visits as planned: made on the day of entry, and made again on each day that changed them.

What stood before such a day stays as it was. Of what was to come within the days of notice, and
was agreed on, as few as can be are moved. So the plan of a day follows from the case file alone,
in whatever order it was written, and nothing that is told later changes a visit that has passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from kansrijk.case.case import Event
from kansrijk.case.facts import Facts
from kansrijk.case.timeline import days_past_due
from kansrijk.case.visits import VISIT
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.placing import Placing, PlannedVisit, WithoutDay, visit_on
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
    visits = [visit_on(one, moved[one.id], ("moved",), terms) for one in due if one.id in moved]
    due = [one for one in due if one.id not in moved]
    without: tuple[WithoutDay, ...] = ()
    if schedule is None:
        visits += [visit_on(one, one.date, (), terms) for one in due]
    else:
        stood = {id: day for id, day in stood.items() if id not in moved}
        anew = {spell.id for spell in terms.spells if not _goes_on(spell, before)}
        placing = Placing(schedule, terms, stood, anew, on)
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
