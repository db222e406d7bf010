"""Where a student hands over to the next, and what stands in the way of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.events import placed_events_by
from kansrijk.case.visits import STUDENT, students_by
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.visits import Visit
from kansrijk.screening.warnings import Warning

MADE = ("planned", "done")


class Handover(NamedTuple):
    """The last visit of one student and the first of the next, who was to come from `day` on.

    `from_` is when the next one comes: the one before keeps coming until they have handed over.
    `moved`: the day is so close to the due date that the visits are others than the nearest.
    """

    day: date
    from_: date
    visits: tuple[Visit, ...]
    moved: bool


def handovers(
    schedule: Schedule | None, case: Case, visits: Sequence[Visit], due: date | None, on: date
) -> tuple[Handover, ...]:
    """The handovers told of by a day. None close to the due date; then the nearest before and
    after that. Where nobody was at home, the next visit is one."""
    if schedule is None:
        return ()
    clear = schedule.handover_clear_days

    def close(day: date) -> bool:
        return due is not None and abs((day - due).days) <= clear

    there = [one for one in visits if one.status != "cancelled"]
    usable = [one for one in there if not close(one.date)]
    found = []
    for student in students_by(case, on)[1:]:
        day = student.from_
        last = [one for one in usable if one.date < day][-1:]
        first = [one for one in usable if one.date >= day and one.status != "missed"][:1]
        until = first[0].date if first else day
        # Without a visit in between nobody notices who it would have been.
        waits = any(day <= one.date < until for one in there)
        found.append(Handover(day, until if waits else day, (*last, *first), close(day)))
    return tuple(found)


def with_handovers(visits: Sequence[Visit], found: Sequence[Handover]) -> tuple[Visit, ...]:
    """The visits, with whether two students come, and where she sees the next one first."""
    both = {visit.id for one in found for visit in one.visits}
    made = ([visit.id for visit in one.visits if visit.status != "missed"] for one in found)
    first = {ids[0] for ids in made if ids}
    return tuple(one._replace(handover=one.id in both, meets=one.id in first) for one in visits)


def student_warnings(
    schedule: Schedule | None,
    case: Case,
    found: Sequence[Handover],
    visits: Sequence[Visit],
    on: date,
) -> Iterator[Warning]:
    """Of changes still to come: a handover that is not at the change, or that cannot be."""
    if schedule is None:
        return
    places = {one.from_ or one.date: path for path, one in placed_events_by(case, on)
              if one.event == STUDENT}  # fmt: skip
    for one in found:
        days = tuple(visit.date for visit in one.visits)
        if one.moved and days and days[-1] >= on:
            clear = ("clear", schedule.handover_clear_days)
            details = (("day", one.day), clear, ("days", days), ("until", one.from_))
            yield Warning("handover_moved", "", details, (places[one.day],))
    if len(places) == 1:
        ((day, path),) = places.items()
        if day >= on and any(one.date < day and one.status in MADE for one in visits):
            yield Warning("no_student_before", "", (("day", day),), (path,))
