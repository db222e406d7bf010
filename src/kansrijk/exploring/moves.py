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
from kansrijk.planning.plan import Plan, Status
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


class Moves(NamedTuple):
    """What is not the same, part by part; a part that is the same is None or empty.

    `state` is that in the steps of the pack.
    """

    what: Differences
    state: tuple[str, str] | None
    plan: tuple[PlanMark, PlanMark] | None
    warnings: tuple[Warning, ...]

    def __bool__(self) -> bool:
        return bool(self.what or self.state or self.plan or self.warnings)


def moves(before: Outcome, after: Outcome) -> Moves:
    """What is different in the second of two outcomes by one pack."""
    states = [one.trajectory.state if one.trajectory else "" for one in (before, after)]
    marks = [_mark(one.plan) for one in (before, after)]
    return Moves(
        compare(before, after),
        None if states[0] == states[1] else (states[0], states[1]),
        None if marks[0] == marks[1] else (marks[0], marks[1]),
        new_warnings(before.warnings, after.warnings, of_decisions=True),
    )


def _mark(plan: Plan | None) -> PlanMark:
    return PlanMark(plan.status, plan.start, plan.end) if plan else PlanMark("none", None, None)
