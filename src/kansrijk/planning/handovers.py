"""Where a student hands over to the next, and what stands in the way of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.events import placed_events_by
from kansrijk.case.facts import Facts
from kansrijk.case.visits import STUDENT, students_by
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.visits import Visit
from kansrijk.screening.warnings import Warning

MADE = ("planned", "done")


class Handover(NamedTuple):
    """The last visit of one student and the first of the next, who comes from `day` on.

    `moved`: that day is so close to the due date that the visits are others than the nearest.
    """

    day: date
    visits: tuple[Visit, ...]
    moved: bool


def handovers(
    schedule: Schedule | None, case: Case, visits: Sequence[Visit], due: date | None, on: date
) -> tuple[Handover, ...]:
    """The handovers told of by a day. None close to the due date; then the nearest before and
    after that."""
    if schedule is None:
        return ()
    clear = schedule.handover_clear_days

    def close(day: date) -> bool:
        return due is not None and abs((day - due).days) <= clear

    usable = [one for one in visits if one.status != "cancelled" and not close(one.date)]
    return tuple(
        Handover(student.from_, _around(usable, student.from_), close(student.from_))
        for student in students_by(case, on)[1:]
    )


def _around(visits: Sequence[Visit], day: date) -> tuple[Visit, ...]:
    before = [visit for visit in visits if visit.date < day]
    since = [visit for visit in visits if visit.date >= day]
    return (*before[-1:], *since[:1])


def with_handovers(visits: Sequence[Visit], found: Sequence[Handover]) -> tuple[Visit, ...]:
    """The visits, with whether two students come, and where she sees the next one first."""
    both = {visit.id for one in found for visit in one.visits}
    made = ([visit.id for visit in one.visits if visit.status != "missed"] for one in found)
    first = {ids[0] for ids in made if ids}
    return tuple(one._replace(handover=one.id in both, meets=one.id in first) for one in visits)


def student_warnings(
    schedule: Schedule | None, case: Case, visits: Sequence[Visit], facts: Facts
) -> Iterator[Warning]:
    """Of changes still to come: a handover that is not at the change, or that cannot be."""
    if schedule is None:
        return
    on, clear = facts.on, schedule.handover_clear_days
    places = {one.from_ or one.date: path for path, one in placed_events_by(case, on)
              if one.event == STUDENT}  # fmt: skip
    for one in handovers(schedule, case, visits, facts.timeline.due, on):
        days = tuple(visit.date for visit in one.visits)
        if one.moved and days and days[-1] >= on:
            details = (("day", one.day), ("clear", clear), ("days", days))
            yield Warning("handover_moved", "", details, (places[one.day],))
    if len(places) == 1:
        ((day, path),) = places.items()
        if day >= on and any(one.date < day and one.status in MADE for one in visits):
            yield Warning("no_student_before", "", (("day", day),), (path,))
