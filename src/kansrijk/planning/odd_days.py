"""Days that were told of and that can hardly be meant: of the birth, the due date and visits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kansrijk.case.case import Case
from kansrijk.case.events import placed_events_by
from kansrijk.case.facts import Facts
from kansrijk.case.timeline import due_date
from kansrijk.case.visits import VISIT, said_of_visits
from kansrijk.pack.pack import Pack
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.as_planned import Planned
from kansrijk.planning.days_off import day_off
from kansrijk.planning.terms import Terms
from kansrijk.screening.warnings import Warning

EARLY, LATE = timedelta(weeks=18), timedelta(weeks=4)
"""So long before the due date no child is born that lives, and so long after it none at all."""
TERM = timedelta(weeks=42)
"""A due date lies no further on: a pregnancy is shorter, and known later than it begins."""


def odd_days(pack: Pack, case: Case, facts: Facts) -> Iterator[Warning]:
    """Of the birth and the due date that count: too far from one another, or from when told."""
    told = dict(placed_events_by(case, facts.on))
    paths = tuple(
        (*path, "date")
        for path, one in told.items()
        if one.event == "birth" and one.date == facts.timeline.birth
    )
    yield from (Warning(code, "", days, paths) for code, days in _of_birth(pack, case, facts))
    path = facts.timeline.due_path
    last = told.get(path)
    if last and last.to and not last.date <= last.to <= last.date + TERM:
        details = (("due", last.to), ("date", last.date))
        yield Warning("due_date_far", "", details, ((*path, "to"),))


def _of_birth(
    pack: Pack, case: Case, facts: Facts
) -> Iterator[tuple[str, tuple[tuple[str, date], ...]]]:
    """What is odd about the day of a birth, with the days that its sentence names."""
    time = facts.timeline
    if not time.birth or not time.due:
        return
    if not time.due - EARLY <= time.birth <= time.due + LATE:
        yield "birth_far_from_due", (("birth", time.birth), ("due", time.due))
    elif time.intake and time.birth < time.intake:
        expected, _ = due_date(pack, case, facts.norms, time.intake)
        # Who comes after a birth comes after the due date too; she came as somebody pregnant.
        if expected and time.intake < expected:
            yield "birth_before_intake", (("birth", time.birth), ("intake", time.intake))


def odd_visits(
    schedule: Schedule | None, case: Case, planned: Planned, on: date
) -> Iterator[Warning]:
    """Of the last word on each visit: moved to a day that is none for it, or told too early."""
    days = {visit.id: visit.date for visit in planned.visits}
    places = {
        (one.visit, one.status, *one.when): path
        for path, one in placed_events_by(case, on)
        if one.event == VISIT
    }
    for id, said in sorted(said_of_visits(case, on).items()):
        if id not in planned.ever:
            continue
        path = places[id, said.status, said.date, said.number]
        if said.to:
            for why in _why_not(schedule, planned.terms, id, said.to, said.date):
                yield Warning(f"visit_moved_{why}", id, (("to", said.to),), ((*path, "to"),))
        elif said.status in ("done", "missed") and days.get(id, said.date) > said.date:
            details = (("day", days[id]), ("date", said.date))
            yield Warning("visit_told_early", id, details, ((*path, "status"),))


def _why_not(
    schedule: Schedule | None, terms: Terms, id: str, day: date, told: date
) -> Iterator[str]:
    """Why a visit can hardly have been moved to a day."""
    if day < told:
        yield "back"
    if schedule and day_off(schedule.holidays, day):
        yield "day_off"
    phase = id.partition("-")[0]
    spells = (spell for spell in terms.spells if spell.id == phase)
    if any(not spell.from_ <= day < spell.until for spell in spells):
        yield "out_of_phase"
