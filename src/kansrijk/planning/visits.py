"""The visits of a plan with what became of each: to come, done, missed or cancelled; who comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.events import placed_events_by
from kansrijk.case.visits import Said, said_of_visits
from kansrijk.planning.as_planned import Planned
from kansrijk.planning.placing import PlannedVisit
from kansrijk.planning.trajectory import Span
from kansrijk.reading.validation import Path
from kansrijk.screening.warnings import Warning

VisitStatus = Literal["proposed", "planned", "done", "missed", "cancelled"]


class Visit(NamedTuple):
    """A visit with its day as planned and by the book; `because` says why they differ.

    `along` is the role that comes along, `handover` whether the student and the next one both
    come, `meets` whether she sees the next one there for the first time, `time` when it begins,
    where she said what suits her.
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
    meets: bool = False
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


def not_in_plan(case: Case, planned: Planned, on: date) -> Iterator[Warning]:
    """What was said of visits that the plan never had: it changes nothing, so it is told."""
    places: dict[str, list[Path]] = {}
    for path, event in placed_events_by(case, on):
        if event.visit is not None and event.visit not in planned.ever:
            places.setdefault(event.visit, []).append((*path, "visit"))
    for id, paths in sorted(places.items()):
        yield Warning("visit_not_in_plan", id, paths=tuple(paths))
