"""The time of a case: due date, birth, and the borders of the phases."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.circumstances import Circumstance, circumstances_by, untold_by
from kansrijk.case.events import events_by, happened, placed_events_by
from kansrijk.case.norms import NormOnDay
from kansrijk.case.trajectory import ended_by, reached
from kansrijk.pack.care import Border
from kansrijk.pack.events import ENDINGS, LOSS, EventName
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import NormLink
from kansrijk.pack.vocabulary import GestationalAge
from kansrijk.reading import Problem, problem
from kansrijk.reading.validation import Path

DUE_DATE, LAST_PERIOD = "due_date", ("last_period",)


class Timeline(NamedTuple):
    """`due` is None before a pregnancy; `start` is the day from which the phases are counted.

    `due_path` is where in the case the due date stands. `waiting` is from the due date on, as
    long as no birth is known. `ended_by` is the event that ended the support on the day `ended`,
    where nothing brought her back. `circumstances` are those in force; `untold` as well, but no
    word of a copy tells of them.
    """

    due: date | None
    due_path: Path
    birth: date | None
    overdue: bool
    start: date | None
    phases: Mapping[str, tuple[date, date]]
    waiting: bool = False
    intake: date | None = None
    ended_by: EventName | None = None
    ended: date | None = None
    circumstances: tuple[Circumstance, ...] = ()
    untold: tuple[Circumstance, ...] = ()

    @property
    def due_computed(self) -> bool:
        return self.due_path == LAST_PERIOD

    def is_over(self, id: str, on: date) -> bool:
        """Whether a phase has passed; one that waits for a birth goes on until there is one."""
        until = self.phases[id][1]
        return until <= on and not (self.waiting and until == self.start == on)

    def phase_on(self, on: date) -> str | None:
        """The phase a day falls in, the first that has begun and is not over."""
        for id, (start, _) in self.phases.items():
            if start <= on and not self.is_over(id, on):
                return id
        return None


def timeline(pack: Pack, case: Case, norms: Mapping[str, NormOnDay], on: date) -> Timeline:
    """The time of a case as known on a day.

    Before the birth the phases are counted from the due date, and past it from the
    day itself, because the child is not there yet; after the birth from the birth.
    """
    due, due_path = due_date(pack, case, norms, on)
    birth = happened(case, on, "birth")
    expected = due or birth
    ended, ended_on = _ended(pack, case, on)
    intake = happened(case, on, "intake")
    around = circumstances_by(case, on), untold_by(case, on)
    if expected is None:
        return Timeline(
            None, due_path, None, False, None, {}, False, intake, ended, ended_on, *around
        )
    overdue = birth is None and on > expected
    start = birth or max(expected, on)
    phases = {
        id: (
            _border(phase.from_, expected, start, norms),
            _border(phase.until, expected, start, norms),
        )
        for id, phase in pack.sections.phases.items()
    }
    waiting = birth is None and on >= expected
    return Timeline(
        expected, due_path, birth, overdue, start, phases, waiting, intake, ended, ended_on, *around
    )


def _ended(pack: Pack, case: Case, on: date) -> tuple[EventName | None, date | None]:
    """What ended the support, and when.

    A trajectory says what brings her back. Without one it is an intake or an agreement of a
    later day, but nothing after a loss.
    """
    found = reached(pack, case, on)
    if found is not None:
        return ended_by(pack, found)
    seen = events_by(case, on)
    loss = min((e.date for e in seen if e.event == LOSS and e.ends), default=None)
    if loss:
        return LOSS, loss
    ended = max((e.date for e in seen if e.ends), default=None)
    if ended is None or any(e.date > ended for e in seen if e.event in ("intake", "agreement")):
        return None, None
    last = {e.event for e in seen if e.date == ended and e.ends}
    return next(event for event in ENDINGS if event in last), ended


def due_date(
    pack: Pack, case: Case, norms: Mapping[str, NormOnDay], on: date
) -> tuple[date | None, Path]:
    """The due date last told by the day, else as given, else counted from the last period; and
    where in the case it comes from."""
    told = [(path, one) for path, one in placed_events_by(case, on) if one.event == DUE_DATE]
    if told:
        path, last = max(told, key=lambda one: one[1].when)
        return last.to, path
    if case.due_date or not case.last_period:
        return case.due_date, (DUE_DATE,)
    for fact in pack.sections.facts.values():
        function = fact.derive.function if fact.derive else None
        if isinstance(function, GestationalAge):
            return case.last_period + timedelta(days=norms[function.term.norm].value), LAST_PERIOD
    return None, (DUE_DATE,)


def days_past_due(
    pack: Pack,
    case: Case,
    norms: Mapping[str, NormOnDay],
    since: date,
    until: date,
    most: int | None = None,
) -> Iterator[date]:
    """The due date and the days after it, at most so many: as far as the child was not born by
    then, and the due date was not another. None before `since`, or from `until` on."""
    told = [date.min, *(one.date for one in case.events if one.event == DUE_DATE)]
    for due in {due_date(pack, case, norms, day)[0] for day in told}:
        if due is None:
            continue
        first, end = max(due, since), until
        if most is not None:
            end = min(end, due + timedelta(most + 1))
        for day in (first + timedelta(n) for n in range((end - first).days)):
            another = due_date(pack, case, norms, day)[0] != due
            if not another and happened(case, day, "birth") is None:
                yield day


def due_date_problems(case: Case) -> Iterator[Problem]:
    """Two due dates told on one day, of which nothing says which came last."""
    told: dict[tuple[date, int | None], date | None] = {}
    for i, event in enumerate(case.events):
        if event.event == DUE_DATE:
            key = event.date, event.number
            if told.setdefault(key, event.to) != event.to:
                yield problem("two_due_dates", case.document.place(("events", i, "to")))


@lru_cache(maxsize=64)
def norms_of_time(pack: Pack) -> frozenset[str]:
    """The norms that the time of a case is counted with."""
    borders = [b.months for p in pack.sections.phases.values() for b in (p.from_, p.until)]
    functions = (fact.derive.function for fact in pack.sections.facts.values() if fact.derive)
    terms = [f.term for f in functions if isinstance(f, GestationalAge)]
    return frozenset(link.norm for link in (*borders, *terms) if isinstance(link, NormLink))


def _border(border: Border, expected: date, start: date, norms: Mapping[str, NormOnDay]) -> date:
    """A border in calendar months; one before the birth is counted from the due date always."""
    link = border.months
    months = norms[link.norm].value if isinstance(link, NormLink) else link
    return add_months(expected if months < 0 else start, months)


def add_months(day: date, months: int) -> date:
    """So many calendar months on (or back); the month's last day where it lacks the day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def whole_months(since: date, on: date) -> int:
    """The whole calendar months from one day to another."""
    months = (on.year - since.year) * 12 + on.month - since.month
    return months if add_months(since, months) <= on else months - 1
