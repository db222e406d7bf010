"""What of the rules of a pack tests can reach: each rule, each part of a condition, each figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from kansrijk.engine.reference import Truth, View, test_of
from kansrijk.engine.ruleset import bound_of
from kansrijk.pack.condition import (
    Bound,
    Compare,
    Condition,
    Count,
    NormRef,
)
from kansrijk.pack.pack import Pack
from kansrijk.pack.parse import norm_figures
from kansrijk.reading import Place
from kansrijk.reading.validation import Path
from kansrijk.workbench.placed import placed_parts
from kansrijk.workbench.truths import truths_of

Kind = Literal["rule", "test", "border", "class", "action", "phase", "period"]
Level = Literal["true", "false", "unknown", "below", "at", "above", "reached"]
TRUTHS: Mapping[Truth, Level] = {True: "true", False: "false", None: "unknown"}
SIDES: tuple[Level, ...] = ("below", "at", "above")


class Seen(NamedTuple):
    """What one test sees of the rules: what is known, every truth, the day.

    `norms` are those that the outcome rests on, `actions` what is to be done now.
    """

    view: View
    on: date
    norms: frozenset[str]
    actions: frozenset[str]


class Side(NamedTuple):
    """On which side of a figure a number lies, and how far from it; one step away counts."""

    level: Level
    distance: Any
    figure: Any
    counts: bool


class Point(NamedTuple):
    """Something to be reached on every level that is `wanted`, such as true and unknown.

    `key` is that of the rule, or `norm:id`. `levels` tells which of them a test reached, and of a
    border `side` how. `whole`: the figure is held against whole numbers.
    """

    key: str
    kind: Kind
    path: Path
    wanted: tuple[Level, ...]
    levels: Callable[[Seen], Iterable[Level]]
    side: Callable[[Seen], Side | None] | None = None
    whole: bool = False

    def place(self, pack: Pack) -> Place:
        return pack.files.place(self.path, key=True)


def points_of(pack: Pack) -> Iterator[Point]:
    """All that can be reached, in the order of the strata; then what stands apart from them."""
    can: dict[str, frozenset[Truth]] = {}
    for rule in (*pack.rules, *pack.plausibility, *pack.ask_if, *pack.offers):
        can[rule.key] = truths_of(rule.when, can, pack)
        yield Point(
            rule.key, "rule", pack.path(rule.key), _levels(can[rule.key]), _truth(rule.when)
        )
        for part, path in placed_parts(pack, rule):
            yield from _of_part(pack, rule.key, part, path, can, alone=part is rule.when)
    yield from _outcomes(pack)
    yield from _periods(pack)


def _outcomes(pack: Pack) -> Iterator[Point]:
    """What comes of the rules: each class, each action that is to be done, a day in each phase."""
    parts = pack.sections
    for id in parts.classes.classes:
        yield _outcome(pack, "class", id, lambda seen, id: seen.view.possible == (id,))
    for id in parts.phases:
        yield _outcome(pack, "phase", id, lambda seen, id: seen.view.known.phase == id)
    for id in parts.actions:
        yield _outcome(pack, "action", id, lambda seen, id: id in seen.actions)


def _outcome(pack: Pack, kind: Kind, id: str, comes: Callable[[Seen, str], bool]) -> Point:
    key = f"{kind}:{id}"

    def levels(seen: Seen) -> Iterable[Level]:
        return ("reached",) if comes(seen, id) else ()

    return Point(key, kind, pack.path(key), ("reached",), levels)


def _of_part(
    pack: Pack,
    key: str,
    part: Condition,
    path: Path,
    can: Mapping[str, frozenset[Truth]],
    *,
    alone: bool,
) -> Iterator[Point]:
    """A test in a rule, which counts for itself where it is not `alone`, and its figure."""
    if not isinstance(part, Count) and not alone:
        yield Point(key, "test", path, _levels(truths_of(part, can, pack)), _truth(part))
    if isinstance(part, Compare):
        fact = pack.sections.facts[part.fact]
        whole = fact.type == "integer"
        wanted = tuple(_sides(_figures(pack, part.bound), fact.range, 1 if whole else 0))
        yield _border(key, path, wanted, _compared(part, whole), whole)
    elif isinstance(part, Count):
        figures = _figures(pack, part.at_least)
        wanted = tuple(_sides(figures, (0, len(part.of)), 1))
        yield _border(key, path, wanted, _counted(part), True)


def _border(
    key: str,
    path: Path,
    wanted: tuple[Level, ...],
    side: Callable[[Seen], Side | None],
    whole: bool,
) -> Point:
    def levels(seen: Seen) -> Iterable[Level]:
        found = side(seen)
        return (found.level,) if found is not None and found.counts else ()

    return Point(key, "border", path, wanted, levels, side, whole)


def _sides(figures: list[Any], ends: tuple[Any, Any] | None, step: int) -> Iterator[Level]:
    """The sides of a figure on which a number can be: not beyond the ends of what it can be."""
    if ends is None or not figures:
        yield from SIDES
        return
    low, high = ends
    if any(figure - step >= low if step else figure > low for figure in figures):
        yield "below"
    yield "at"
    if any(figure + step <= high if step else figure < high for figure in figures):
        yield "above"


def _figures(pack: Pack, bound: Bound) -> list[Any]:
    """The figures that a bound can be; none where it is another fact."""
    if isinstance(bound, NormRef):
        norm = pack.sections.norms[bound.norm]
        return list(norm_figures(norm))
    return [bound] if isinstance(bound, int | Fraction) else []


def _compared(leaf: Compare, whole: bool) -> Callable[[Seen], Side | None]:
    read = bound_of(leaf.bound)

    def side(seen: Seen) -> Side | None:
        known = seen.view.known
        return _side(known.facts.get(leaf.fact), read(known), whole)

    return side


def _counted(count: Count) -> Callable[[Seen], Side | None]:
    """How many of a count are true, where that is sure of each."""
    read, tests = bound_of(count.at_least), tuple(map(test_of, count.of))

    def side(seen: Seen) -> Side | None:
        truths = [test(seen.view) for test in tests]
        return _side(
            None if None in truths else sum(map(bool, truths)), read(seen.view.known), True
        )

    return side


def _side(number: Any, figure: Any, whole: bool) -> Side | None:
    """Where a number lies; of whole numbers only the next ones tell what happens at the border."""
    if number is None or figure is None:
        return None
    distance = abs(number - figure)
    level = SIDES[1 + (number > figure) - (number < figure)]
    return Side(level, distance, figure, not whole or distance <= 1)


def _levels(truths: frozenset[Truth]) -> tuple[Level, ...]:
    return tuple(level for truth, level in TRUTHS.items() if truth in truths)


def _truth(condition: Condition) -> Callable[[Seen], Iterable[Level]]:
    test = test_of(condition)
    return lambda seen: (TRUTHS[test(seen.view)],)


def _periods(pack: Pack) -> Iterator[Point]:
    """Each value of a norm that has a date: a day in it on which something rests on the norm."""
    for id, norm in pack.sections.norms.items():
        for n, row in enumerate(norm.values or ()):
            path: Path = ("norms", id, "values", n)
            later = [other.from_ for other in norm.values or () if other.from_ > row.from_]
            ends = min([*later, *([row.until] if row.until else [])], default=date.max)
            yield Point(f"norm:{id}", "period", path, ("reached",), _in_force(id, row.from_, ends))


def _in_force(id: str, start: date, end: date) -> Callable[[Seen], Iterable[Level]]:
    return lambda seen: ("reached",) if id in seen.norms and start <= seen.on < end else ()
