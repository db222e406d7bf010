"""When visits can be: absences, and the days and time that she prefers, as told by a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kansrijk.case.case import WEEKDAYS, Case
from kansrijk.case.events import events_by

ABSENCE, PREFERENCE = "absence", "preference"


class Absence(NamedTuple):
    """Somebody is away from a day on, and back on another: a role, or else she herself."""

    from_: date
    back: date
    role: str | None


class Preference(NamedTuple):
    """The days of the week that suit her (0 is Monday; none: any) and the time to begin."""

    days: frozenset[int]
    time: str | None


def absences_by(case: Case, on: date) -> tuple[Absence, ...]:
    """Every absence told of by the day, in order."""
    told = (event for event in events_by(case, on) if event.event == ABSENCE)
    found = {Absence(event.from_, event.back, event.of) for event in told}
    return tuple(sorted(found, key=lambda one: (one.from_, one.back, one.role or "")))


def preference_by(case: Case, on: date) -> Preference | None:
    """What she last said by the day; of several on one day, all the days that were named."""
    told = [event for event in events_by(case, on) if event.event == PREFERENCE]
    if not told:
        return None
    latest = max(event.date for event in told)
    last = [event for event in told if event.date == latest]
    days = frozenset(WEEKDAYS.index(day) for event in last for day in event.days)
    times = {event.time for event in last if event.time}
    return Preference(days, times.pop() if len(times) == 1 else None)
