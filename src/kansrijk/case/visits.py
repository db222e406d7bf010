"""What was said of visits: done, missed, cancelled, moved to another day; who comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from kansrijk.case.case import Case, VisitStatus
from kansrijk.case.events import events_by
from kansrijk.pack.pack import Pack
from kansrijk.reading import Problem, did_you_mean, problem, quoted

VISIT, STUDENT = "visit", "student"
MOVED: VisitStatus = "moved"
ORDER: tuple[VisitStatus, ...] = (MOVED, "cancelled", "missed", "done")
"""Of two words of one day on one visit the later one here counts."""


class Said(NamedTuple):
    """The last word on a visit, and on which day it was said.

    `to` is the new day of one that was moved, and None of any other. `number` is above 1 where it
    was not the first word of that day.
    """

    status: VisitStatus
    to: date | None
    date: date
    number: int = 1


class Student(NamedTuple):
    """Who makes the visits from a day on, and the languages spoken, where they were told."""

    from_: date
    languages: tuple[str, ...]


def said_of_visits(case: Case, on: date) -> Mapping[str, Said]:
    """The last word on each visit by the day, by its id."""
    found: dict[str, Said] = {}
    for event in events_by(case, on):
        if event.event == VISIT and event.visit and event.status:
            said = Said(event.status, event.to, event.date, event.number or 1)
            found[event.visit] = max(said, found.get(event.visit, said), key=_order)
    return found


def moved_visits(case: Case, on: date) -> Mapping[str, date]:
    """The day that each visit was last moved to by the day, whatever was said of it since."""
    told = (one for one in events_by(case, on) if one.event == VISIT and one.visit)
    moves = sorted((one.when, one.to, str(one.visit)) for one in told if one.to)
    return {id: to for _, to, id in moves}


def _order(said: Said) -> tuple[date, int, int, date]:
    return said.date, said.number, ORDER.index(said.status), said.to or date.min


def students_by(case: Case, on: date) -> tuple[Student, ...]:
    """The students told of by the day, in the order in which they come.

    Of one that was told of twice the last word counts.
    """
    told = (event for event in events_by(case, on) if event.event == STUDENT)
    in_order = sorted(told, key=lambda event: (event.when, event.languages))
    found = {event.from_ or event.date: event.languages for event in in_order}
    return tuple(Student(from_, languages) for from_, languages in sorted(found.items()))


def visit_problems(pack: Pack, case: Case) -> Iterator[Problem]:
    """What is wrong with what was said of visits: of which phase, and to what day it moved."""
    for i, event in enumerate(case.events):
        if event.event != VISIT or event.visit is None:
            continue
        phase = event.visit.partition("-")[0]
        if phase not in pack.sections.phases:
            help = did_you_mean("", list(pack.sections.phases))
            place = case.document.place(("events", i, "visit"))
            yield problem("unknown_visit", place, name=quoted(event.visit), help=help)
        if event.status == MOVED and event.to is None:
            yield problem("missing_key", case.document.place(("events", i)), name="to")
        if event.status != MOVED and event.to is not None:
            yield problem("only_moved", case.document.place(("events", i, "to"), key=True))
