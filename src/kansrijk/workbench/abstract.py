"""Every abstract case of a rule: each fact unknown or one of the values that its rules tell apart.

Of a number these are what it is held against, and a value below, between and above; of a choice
all its values. Two cases of which each fact lies in the same place are one to every rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise, product
from math import prod

from kansrijk.engine.ruleset import NormValue
from kansrijk.pack.condition import Compare, FactRef, NormRef, OneOf, Value
from kansrijk.pack.pack import Pack, leaves
from kansrijk.pack.vocabulary import Fact

SOME_TEXT = "iets"
"""No rule can tell one text from another."""

Norms = Mapping[str, NormValue]


class AbstractValues:
    """The values that the rules of a pack tell apart, by the norms of one day."""

    def __init__(self, pack: Pack, norms: Norms) -> None:
        self.pack, self.norms = pack, norms
        self._bounds: dict[str, set[Fraction]] = {}
        self._beside: dict[str, set[str]] = {}
        for rule in pack.rules:
            for leaf in leaves(rule.when):
                if isinstance(leaf, Compare):
                    self._compared(leaf)
                elif isinstance(leaf, OneOf) and isinstance(leaf.values, tuple):
                    self._bounds.setdefault(leaf.fact, set()).update(numbers_in(leaf.values))

    def _compared(self, leaf: Compare) -> None:
        bounds = self._bounds.setdefault(leaf.fact, set())
        match leaf.bound:
            case FactRef(other):
                self._beside.setdefault(leaf.fact, set()).add(other)
                self._beside.setdefault(other, set()).add(leaf.fact)
            case NormRef(norm, by):
                value = self.norms.get(norm)
                cells = value.values() if isinstance(value, Mapping) else (value,)
                bounds.update(numbers_in(cells))
                columns = value if isinstance(value, Mapping) else ()
                if by is not None:
                    column = self._bounds.setdefault(by, set())
                    column.update(numbers_in(columns))
            case number:
                bounds.add(Fraction(number))

    def of(self, id: str) -> tuple[Value, ...]:
        fact = self.pack.sections.facts[id]
        if fact.type == "boolean":
            return (False, True)
        if fact.values is not None:
            return tuple(fact.values)
        if fact.type == "text":
            return (SOME_TEXT,)
        return self._numbers(id, fact)

    def _numbers(self, id: str, fact: Fact) -> tuple[Value, ...]:
        bounds = {bound for one in self._together(id) for bound in self._bounds.get(one, ())}
        low, high = map(Fraction, fact.range or (min(bounds, default=0), max(bounds, default=0)))
        ends = sorted({low, high, *bounds, *self._ranges(id)})
        found = {*ends, *((one + other) / 2 for one, other in pairwise(ends))}
        if fact.type == "integer":
            near = {bound + step for bound in ends for step in (-1, 0, 1)}
            found = {Fraction(number // 1) for number in found | near}
        if len(self._together(id)) > 1:
            # Held against another fact: a place on each side of every value of that.
            found |= {one + Fraction(1, 8) for one in found} if fact.type == "number" else set()
        return tuple(
            int(number) if number.denominator == 1 else number
            for number in sorted(found)
            if low <= number <= high
        )

    def _ranges(self, id: str) -> Iterator[Fraction]:
        """The ends of the ranges of what it is held against."""
        for one in self._together(id):
            yield from map(Fraction, self.pack.sections.facts[one].range or ())

    def _together(self, id: str) -> set[str]:
        """The facts that it is held against, by whatever way, and itself."""
        found, todo = {id}, [id]
        while todo:
            new = self._beside.get(todo.pop(), set()) - found
            found |= new
            todo += new
        return found


def numbers_in(values: Iterable[object]) -> Iterator[Fraction]:
    for value in values:
        if isinstance(value, int | Fraction) and not isinstance(value, bool):
            yield Fraction(value)


def how_many(values: Mapping[str, tuple[Value, ...]]) -> int:
    return prod(len(one) + 1 for one in values.values())


def combinations_of(values: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Value]]:
    """Every way to know these facts or not; a fact that is left out is unknown."""
    ids = list(values)
    for chosen in product(*[(None, *values[id]) for id in ids]):
        yield {id: one for id, one in zip(ids, chosen, strict=True) if one is not None}


def values_of(known: AbstractValues, facts: Iterable[str]) -> dict[str, tuple[Value, ...]]:
    return {id: known.of(id) for id in facts}
