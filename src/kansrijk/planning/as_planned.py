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

from kansrijk.case.facts import Facts
from kansrijk.case.visits import MOVED, Said, said_of_visits
from kansrijk.planning.days_of_change import days_of_change
from kansrijk.planning.open_days import OpenDays
from kansrijk.planning.placing import Placing, PlannedVisit, WithoutDay, visit_on
from kansrijk.planning.schedule import (
    BookVisit,
    Spell,
    by_the_book,
    spell_of,
    visit_id,
    visit_number,
)
from kansrijk.planning.terms import NO_TERMS, History, Terms, terms_by, terms_of
from kansrijk.screening.screen import Screening


class Change(NamedTuple):
    """A day that is otherwise than it was planned, and the visit of it: `from_` is None of a day
    on which there was none, `to` of one on which there is none any more."""

    visit: str
    from_: date | None
    to: date | None
    because: tuple[str, ...]


class Planned(NamedTuple):
    """The visits from entry on, and the terms they keep to.

    `changed` is the last day on which any of them got another day; `ever` are the ids of all that
    were planned at any time. `numbered` is by spell how far its numbers are from those by the book.
    `left` are the days that visits were moved away from: nobody can come then.
    """

    visits: tuple[PlannedVisit, ...] = ()
    without_day: tuple[WithoutDay, ...] = ()
    changed: date | None = None
    changes: tuple[Change, ...] = ()
    terms: Terms = NO_TERMS
    ever: frozenset[str] = frozenset()
    numbered: Mapping[str, int] = MappingProxyType({})
    left: frozenset[date] = frozenset()


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
    return planned_again(history, before, terms, on, said_of_visits(history.case, on))


def planned_again(
    history: History, before: Planned, terms: Terms, on: date, said: Mapping[str, Said]
) -> Planned:
    """The plan from a day on, given what was planned before; `said` is the last word on visits.

    Of what was to come those keep their place of which was told that they are settled.
    """
    moved, settled = dict(terms.moved), {id for id, one in said.items() if one.status != MOVED}
    past = tuple(
        _moved_late(visit, moved)
        for visit in before.visits
        if visit.date < on or visit.id in settled
    )
    gone = tuple(one for one in before.without_day if one.by_the_book < on)
    stood = {v.id: v.date for v in before.visits if v.date >= on and v.id not in settled}
    made = {one.id for one in past if one.date < on or said[one.id].status == "done"}
    last = _last_days([*gone, *(one for one in past if one.id in made)])
    numbered, due = dict[str, int](), list[BookVisit]()
    for spell in terms.spells:
        since = max(last.get(spell.id, date.min), on - timedelta(1))
        numbered[spell.id] = _numbered(spell, history.entry, (*past, *gone), before, since)
        book = _book(spell, terms, history.entry, numbered[spell.id])
        due += _due(spell, book, (*past, *gone), before, on, since)
    due.sort(key=lambda one: one.date)
    called_off = {one.date for one in past if one.date >= on and one.id not in made}
    moved_from = {day for id, day in stood.items() if moved.get(id, day) != day}
    left = before.left | called_off | moved_from
    visits, without = _given_days(history, before, terms, on, due, past, stood, left)
    visits = sorted((*past, *visits), key=lambda visit: (visit.date, visit.by_the_book))
    ever = before.ever | {visit.id for visit in visits} | {one.id for one in without}
    after = Planned(
        tuple(visits), (*gone, *without), terms=terms, ever=ever, numbered=numbered, left=left
    )
    return _beside(before, after, on)


def _given_days(
    history: History,
    before: Planned,
    terms: Terms,
    on: date,
    due: Sequence[BookVisit],
    past: Sequence[PlannedVisit],
    stood: Mapping[str, date],
    left: Set[date],
) -> tuple[list[PlannedVisit], tuple[WithoutDay, ...]]:
    """The visits that are due: on the day that they were moved to, else on one that is found."""
    schedule, moved = history.pack.sections.schedule, dict(terms.moved)
    visits = [visit_on(one, moved[one.id], ("moved",), terms) for one in due if one.id in moved]
    due = [one for one in due if one.id not in moved]
    if schedule is None:
        return [*visits, *(visit_on(one, one.date, (), terms) for one in due)], ()
    stands = [one for one in (*visits, *past) if one.id in moved or one.date not in left]
    taken = [one.date for one in stands if one.date >= on]
    days = OpenDays(schedule, terms, taken, left)
    agreed = history.stands_agreed(on)
    keeps = {id: day for id, day in stood.items() if agreed and id not in moved}
    anew = {spell.id for spell in terms.spells if not _goes_on(spell, before)}
    were = [one.date for one in past if one.date < on and history.is_set(one.date)]
    first_by = None if were else _first_by(history, terms, on)
    placing = Placing(schedule, terms, days, keeps, anew, on)
    placed, without = placing.place(due, max(were, default=None), first_by)
    return [*visits, *placed], without


def _moved_late(visit: PlannedVisit, moved: Mapping[str, date]) -> PlannedVisit:
    """On the day that it was moved to, where that was told when its day had passed."""
    day = moved.get(visit.id, visit.date)
    return visit if day == visit.date else visit._replace(date=day, because=("moved",))


def _first_by(history: History, terms: Terms, on: date) -> date | None:
    """The day by which the first visit of a plan is to be, where the class asks for one."""
    if terms.first_days is None or not terms.spells:
        return None
    start = next((span.start for span in history.was_set if span.holds(on)), history.entry)
    begins = min(spell.from_ for spell in terms.spells)
    return max(start, begins) + timedelta(terms.first_days)


def _last_days(passed: Sequence[PlannedVisit | WithoutDay]) -> Mapping[str, date]:
    """Of each spell the day by the book up to which its visits have passed.

    A visit that was made before its day by the book counts from the day that it was made.
    """
    found: dict[str, date] = {}
    for one in passed:
        made = one.date if isinstance(one, PlannedVisit) else one.by_the_book
        day, spell = min(one.by_the_book, made), spell_of(one.id)
        found[spell] = max(day, found.get(spell, day))
    return found


def _goes_on(spell: Spell, before: Planned) -> bool:
    """Whether its visits are from the same day and as often as they were."""
    rhythms = ((one.id, one.from_, one.interval) for one in before.terms.spells)
    return (spell.id, spell.from_, spell.interval) in rhythms


def _numbered(
    spell: Spell,
    entry: date,
    past: Sequence[PlannedVisit | WithoutDay],
    before: Planned,
    since: date,
) -> int:
    """How far the numbers of a phase's visits are from those by the book.

    Where the phase begins on another day than before, or its visits are more or less often, they
    are numbered on from those that have passed; and from then on each keeps its number.
    """
    if _goes_on(spell, before):
        return before.numbered[spell.id]
    number = max((visit_number(one.id) for one in past if spell_of(one.id) == spell.id), default=0)
    ahead = (one for one in by_the_book(spell, entry) if one.date > since)
    return number + 1 - next((visit_number(one.id) for one in ahead), number + 1)


def _due(
    spell: Spell,
    book: Iterator[BookVisit],
    past: Sequence[PlannedVisit | WithoutDay],
    before: Planned,
    on: date,
    since: date,
) -> Iterator[BookVisit]:
    """The visits of a phase that are still to come: what passed by the book is not caught up."""
    if _goes_on(spell, before):
        was = {visit.id for visit in before.visits if visit.date >= on}
        gone = {visit.id for visit in past}
        yield from (one for one in book if one.id not in gone and (one.date >= on or one.id in was))
        return
    yield from (one for one in book if one.date > since)


def _book(spell: Spell, terms: Terms, entry: date, numbered: int) -> Iterator[BookVisit]:
    """The visits of a phase by the book, but for those in whose place others are more often."""
    rather = [one for one in terms.spells if one.phase == spell.phase and one.goes_before(spell)]
    for visit in by_the_book(spell, entry):
        if not any(part.from_ <= visit.date < part.until for part in rather):
            yield visit._replace(id=visit_id(spell.id, visit_number(visit.id) + numbered))


def _beside(before: Planned, after: Planned, on: date) -> Planned:
    """The plan with what is otherwise than it was planned before, told by the days.

    A visit on a day on which there was one is no change for who is at home. While a birth is
    waited for, the days after it are not certain, and nothing is told of them.
    """
    if not before.visits:
        return after
    border = min(_certain(before.terms, on), _certain(after.terms, on))
    was, now = (
        {visit.date: visit for visit in plan.visits if on <= visit.date < border}
        for plan in (before, after)
    )
    why = {visit.id: visit.because for visit in after.visits}
    why |= {one.id: one.because for one in after.without_day}
    lost = {was[day].id: day for day in sorted(was.keys() - now.keys())}
    new = {now[day].id: day for day in sorted(now.keys() - was.keys())}
    changes = []
    for id in {**lost, **new}:
        from_, to = lost.get(id), new.get(id)
        phase = (was[from_] if from_ else now[new[id]]).phase
        anew = () if from_ and to else _why_anew(before.terms, after.terms, phase)
        changes.append(Change(id, from_, to, (*anew, *why.get(id, ()))))
    if not changes:
        # Who comes may be another since; of the days the last change is still the last.
        return after._replace(changed=before.changed, changes=before.changes)
    return after._replace(changed=on, changes=tuple(changes))


def _certain(terms: Terms, on: date) -> date:
    """Up to which day the visits are certain."""
    begins = (spell.from_ for spell in terms.spells if spell.from_ > on)
    return min(begins, default=date.max) if terms.waiting else date.max


def _why_anew(before: Terms, after: Terms, phase: str) -> tuple[str, ...]:
    """Why a phase has other visits than it had: its borders, or how often they are."""
    was, now = ([one for one in terms.spells if one.phase == phase] for terms in (before, after))
    borders = [[(one.from_, one.until) for one in spells if not one.extra] for spells in (was, now)]
    if borders[0] != borders[1]:
        return ("phase",)
    return ("how_often",) if was != now else ()
