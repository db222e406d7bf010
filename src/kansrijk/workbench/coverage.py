"""What of the rules the tests of a pack reach, and what never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kansrijk.assessment import Assessment
from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.receipt import receipt
from kansrijk.workbench.points import Level, Point, Seen, points_of


class Reached(NamedTuple):
    """A point with the levels on which some test reached it.

    Of a border `figures` are those that a number was held against, and `nearest` how near one came
    on each side.
    """

    point: Point
    levels: frozenset[Level]
    figures: tuple[Any, ...]
    nearest: Mapping[Level, Any]

    @property
    def lacking(self) -> tuple[Level, ...]:
        return tuple(level for level in self.point.wanted if level not in self.levels)

    @property
    def done(self) -> int:
        return len(self.point.wanted) - len(self.lacking)


class Coverage(NamedTuple):
    """Every point of a pack, reached or not."""

    reached: tuple[Reached, ...]

    @property
    def done(self) -> int:
        return sum(one.done for one in self.reached)

    @property
    def wanted(self) -> int:
        return sum(len(one.point.wanted) for one in self.reached)

    @property
    def lacking(self) -> tuple[Reached, ...]:
        """What is not reached on every level."""
        return tuple(one for one in self.reached if one.lacking)


def coverage(pack: Pack, results: Iterable[Assessment]) -> Coverage:
    """What these outcomes of a pack reach of its rules, as the reference engine runs them."""
    seen = tuple(map(seen_in, results))
    return Coverage(tuple(_reached(point, seen) for point in points_of(pack)))


def seen_in(result: Assessment) -> Seen:
    """What an outcome shows of the rules."""
    screening = result.screening
    view = View(known_of(result.facts), dict(screening.truths), screening.classification.possible)
    used = receipt(result.pack, result.facts, screening, ())["norms_used"]
    assert result.plan is not None
    actions = (one.id for one in result.plan.actions if one.suppressed_by is None)
    return Seen(view, result.date, frozenset(used), frozenset(actions))


def _reached(point: Point, seen: Sequence[Seen]) -> Reached:
    levels = frozenset(level for one in seen for level in point.levels(one))
    sides = [side for one in seen if point.side and (side := point.side(one)) is not None]
    nearest: dict[Level, Any] = {}
    for side in sides:
        nearest[side.level] = min(side.distance, nearest.get(side.level, side.distance))
    return Reached(point, levels, tuple(dict.fromkeys(side.figure for side in sides)), nearest)
