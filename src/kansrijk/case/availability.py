"""When visits can be: absences, and the days and time that she prefers, as told by a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kansrijk.case.case import WEEKDAYS, Case
from kansrijk.case.events import events_by, placed_events_by
from kansrijk.pack.pack import Pack
from kansrijk.reading import Problem, did_you_mean, problem, quoted

ABSENCE, RETURN, PREFERENCE = "absence", "return", "preference"


class Absence(NamedTuple):
    """Somebody is away from a day on, and back on another: a role, or else she herself.

    Without `back` nobody knows yet when that is. `kind` says why she is.
    """

    from_: date
    back: date | None
    role: str | None
    kind: str | None = None

    def lasts(self, day: date) -> bool:
        return self.from_ <= day and (self.back is None or day < self.back)

    def holds(self, day: date, role: str) -> bool:
        """Whether it keeps this role from a visit on a day."""
        return self.lasts(day) and self.role in (None, role)


class Preference(NamedTuple):
    """The days of the week that suit her (0 is Monday; none: any) and the time to begin."""

    days: frozenset[int]
    time: str | None


def absences_by(case: Case, on: date) -> tuple[Absence, ...]:
    """Every absence told of by the day, in order; one without an end lasts until the return."""
    events = events_by(case, on)
    returns = [(one.of, one.date) for one in events if one.event == RETURN]
    found = set()
    for event in events:
        if event.event == ABSENCE and event.from_:
            ends = [day for of, day in returns if of == event.of and day >= event.from_]
            back = min((day for day in (event.back, *ends) if day), default=None)
            found.add(Absence(event.from_, back, event.of, event.kind))
    return tuple(sorted(found, key=str))


def preference_by(case: Case, on: date) -> Preference | None:
    """What she last said by the day; of several on one day, all the days that were named."""
    told = [event for event in events_by(case, on) if event.event == PREFERENCE]
    if not told:
        return None
    latest = max(event.when for event in told)
    last = [event for event in told if event.when == latest]
    days = frozenset(WEEKDAYS.index(day) for event in last for day in event.days)
    times = {event.time for event in last if event.time}
    return Preference(days, times.pop() if len(times) == 1 else None)


def _early_returns(case: Case) -> Iterator[Problem]:
    """Every return before any absence of who came back begins: it would end none."""
    placed = list(placed_events_by(case, date.max))
    for path, event in placed:
        if event.event == RETURN:
            starts = [one.from_ for _, one in placed if one.event == ABSENCE and one.of == event.of]
            if starts and all(start and start > event.date for start in starts):
                yield problem("return_before_from", case.document.place((*path, "date")))


def absence_problems(pack: Pack, case: Case) -> Iterator[Problem]:
    """What is wrong with the absences of a case: who is away, and until when."""
    yield from _early_returns(case)
    for i, event in enumerate(case.events):
        if event.event not in (ABSENCE, RETURN):
            continue
        if event.of is not None and event.of not in pack.sections.roles:
            help = did_you_mean(event.of, list(pack.sections.roles))
            place = case.document.place(("events", i, "of"))
            yield problem("unknown_role", place, name=quoted(event.of), help=help)
        if event.from_ and event.back and event.back <= event.from_:
            yield problem("back_before_from", case.document.place(("events", i, "back")))
