"""What moves between two outcomes of one case: what `compare` tells, the step, the plan."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol

from kansrijk.exploring.compare import (
    Differences,
    compare,
    new_warnings,
)
from kansrijk.exploring.compare import Outcome as Compared
from kansrijk.planning.language import LanguageToMatch
from kansrijk.planning.plan import Plan
from kansrijk.planning.status import Status
from kansrijk.planning.trajectory import Standing
from kansrijk.screening.warnings import Warning


class Outcome(Compared, Protocol):
    """An assessment, or as much of one as this looks at."""

    @property
    def trajectory(self) -> Standing | None: ...

    @property
    def warnings(self) -> tuple[Warning, ...]: ...


class PlanMark(NamedTuple):
    """How it is with a plan, and from when until when it is."""

    status: Status
    start: date | None
    end: date | None


class Turn(NamedTuple):
    """What is otherwise at the visits from a day on."""

    from_: date
    before: str | None
    after: str | None


class Company(NamedTuple):
    """Who comes along to the visits, at what time they begin, and whether a student is to be looked
    for who speaks her language, where that is not the same; and the days of handovers on one side
    alone."""

    along: Turn | None = None
    time: Turn | None = None
    language: tuple[LanguageToMatch | None, LanguageToMatch | None] | None = None
    added: tuple[date, ...] = ()
    removed: tuple[date, ...] = ()


class Moves(NamedTuple):
    """What is not the same, part by part; a part that is the same is None or empty.

    `state` is that in the steps of the pack. `days_anew`: the visits get other days on the day on
    which the plan was set; which is not told, because she never heard of those before. Of an
    intake that was held nothing is said: whether it is offered is no matter any more.
    """

    what: Differences
    company: Company
    state: tuple[str, str] | None
    plan: tuple[PlanMark, PlanMark] | None
    warnings: tuple[Warning, ...]
    days_anew: bool = False

    def __bool__(self) -> bool:
        parts = (self.what, any(self.company), self.state, self.plan, self.warnings)
        return any(map(bool, parts)) or self.days_anew


def moves(before: Outcome, after: Outcome) -> Moves:
    """What is different in the second of two outcomes by one pack."""
    states = [one.trajectory.state if one.trajectory else "" for one in (before, after)]
    marks = [_mark(one.plan) for one in (before, after)]
    what = compare(before, after)
    on = after.facts.on
    anew = bool(what.visits) and all(one.plan and one.plan.since == on for one in (before, after))
    what = what._replace(visits=()) if anew else what
    held = all(one.facts.timeline.intake for one in (before, after))
    return Moves(
        what._replace(intake=None) if held else what,
        _company(before, after),
        None if states[0] == states[1] else (states[0], states[1]),
        None if marks[0] == marks[1] else (marks[0], marks[1]),
        new_warnings(before.warnings, after.warnings, of_decisions=True),
        anew,
    )


def _company(before: Outcome, after: Outcome) -> Company:
    """Of what is still to come; where nothing comes any more, the visits themselves tell that."""
    on = after.facts.on
    one, other = (x.plan.to_come(on) if x.plan else () for x in (before, after))
    if not other:
        return Company()
    # All that are to come have one company and one time: both follow from what is known now.
    then, now = other[0], one[0] if one else None
    languages = [x.plan.language if x.plan else None for x in (before, after)]
    days = [{visit.date for visit in visits if visit.handover} for visits in (one, other)]
    return Company(
        _turn(then.date, now and now.along, then.along),
        _turn(then.date, now and now.time, then.time),
        None if languages[0] == languages[1] else (languages[0], languages[1]),
        tuple(sorted(days[1] - days[0])),
        tuple(sorted(days[0] - days[1])),
    )


def _turn(day: date, before: str | None, after: str | None) -> Turn | None:
    return None if before == after else Turn(day, before, after)


def _mark(plan: Plan | None) -> PlanMark:
    return PlanMark(plan.status, plan.start, plan.end) if plan else PlanMark("none", None, None)
