"""The visits of a plan with what became of each: to come, done, missed or cancelled; who comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.events import placed_events_by
from kansrijk.case.facts import Facts
from kansrijk.case.visits import Said, said_of_visits, students_by
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.as_planned import Planned
from kansrijk.planning.placing import PlannedVisit
from kansrijk.planning.trajectory import Span
from kansrijk.reading.validation import Path
from kansrijk.screening.warnings import Warning

VisitStatus = Literal["proposed", "planned", "done", "missed", "cancelled"]


class Visit(NamedTuple):
    """A visit with its day as planned and by the book; `because` says why they differ.

    `along` is the role that comes along, `handover` whether the student and the next one both
    come, `time` when it begins, where she said what suits her.
    """

    id: str
    phase: str
    role: str
    status: VisitStatus
    by_the_book: date
    date: date
    because: tuple[str, ...] = ()
    along: str | None = None
    handover: bool = False
    time: str | None = None


def visits_of(
    case: Case, planned: Planned, on: date, was_set: Sequence[Span], ended: date | None
) -> tuple[Visit, ...]:
    """The visits to come and, of a plan that was set, those that were; in the order of their days.

    A visit that nobody said anything of stays planned, also when its day has passed. `ended` is
    when the support ended: the visits from then on are cancelled.
    """
    said = said_of_visits(case, on)
    found = (_visit(one, said.get(one.id), was_set, ended) for one in planned.visits)
    shown = (
        visit
        for visit in found
        if visit.status != "proposed" or (ended is None and visit.date >= on)
    )
    return tuple(sorted(shown, key=lambda visit: (visit.date, visit.id)))


def _visit(
    one: PlannedVisit, said: Said | None, was_set: Sequence[Span], ended: date | None
) -> Visit:
    status, day = _unsaid(one.date, was_set, ended), one.date
    if said is not None and said.status != "moved":
        status = said.status
        day = said.date if status == "done" else day
    return on_day(one, status, day)


def on_day(one: PlannedVisit, status: VisitStatus, day: date) -> Visit:
    return Visit(
        one.id, one.phase, one.role, status, one.by_the_book, day, one.because, one.along,
        time=one.time,
    )  # fmt: skip


def _unsaid(day: date, was_set: Sequence[Span], ended: date | None) -> VisitStatus:
    """What a visit on a day is while nobody said anything of it."""
    if any(span.holds(day) for span in was_set):
        return "planned"
    stopped = ended is not None and day >= ended and was_set and was_set[-1].until == ended
    return "cancelled" if stopped else "proposed"


def with_handovers(
    schedule: Schedule | None, case: Case, visits: Sequence[Visit], due: date | None, on: date
) -> tuple[Visit, ...]:
    """The visits at which a student hands over to the next: the last of one, the first of the
    other. None close to the due date; then the nearest before and after that."""
    if schedule is None:
        return tuple(visits)
    handovers = {
        id
        for student in students_by(case, on)[1:]
        for id in _around(schedule, visits, student.from_, due)
    }
    return tuple(visit._replace(handover=visit.id in handovers) for visit in visits)


def _around(
    schedule: Schedule, visits: Sequence[Visit], day: date, due: date | None
) -> Iterator[str]:
    clear = schedule.handover_clear_days
    usable = [
        visit
        for visit in visits
        if visit.status != "cancelled" and (due is None or abs((visit.date - due).days) > clear)
    ]
    before = [visit.id for visit in usable if visit.date < day]
    since = [visit.id for visit in usable if visit.date >= day]
    yield from (*before[-1:], *since[:1])


def not_in_plan(case: Case, planned: Planned, on: date) -> Iterator[Warning]:
    """What was said of visits that the plan never had: it changes nothing, so it is told."""
    places: dict[str, list[Path]] = {}
    for path, event in placed_events_by(case, on):
        if event.visit is not None and event.visit not in planned.ever:
            places.setdefault(event.visit, []).append((*path, "visit"))
    for id, paths in sorted(places.items()):
        yield Warning("visit_not_in_plan", id, paths=tuple(paths))


def language_to_match(schedule: Schedule | None, case: Case, facts: Facts) -> str | None:
    """The fact that holds her language, where the student is not known to speak it.

    Only which fact: an outcome holds no answers.
    """
    spoken = schedule.language if schedule else None
    told = facts.values.get(spoken.fact) if spoken else None
    if spoken is None or not isinstance(told, str):
        return None
    students = [one for one in students_by(case, facts.on) if one.from_ <= facts.on]
    speaks = {
        _same(one) for one in (*spoken.everyone, *(students[-1].languages if students else ()))
    }
    return None if _same(told) in speaks else spoken.fact


def _same(language: str) -> str:
    """A language as it is compared: whoever wrote it may have used capitals."""
    return " ".join(language.split()).casefold()
