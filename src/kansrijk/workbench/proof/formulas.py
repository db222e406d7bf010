"""A rule as two formulas: when it is true, and when it is false; else it is unknown.

The same tables as the reference engine, which the tests hold it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import ge, gt, le, lt
from typing import Any, NamedTuple

import z3

from kansrijk.engine.ruleset import NormValue
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    Bound,
    ClassIs,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
)
from kansrijk.workbench.proof.symbols import Symbols, all_of, any_of, number


class Kleene(NamedTuple):
    """When it is true and when it is false; never both."""

    true: Any
    false: Any

    @property
    def unknown(self) -> Any:
        return z3.Not(z3.Or(self.true, self.false))

    def differs_from(self, other: Kleene) -> Any:
        return z3.Or(z3.Xor(self.true, other.true), z3.Xor(self.false, other.false))


Holds = Callable[[Any, Any], Any]
COMPARE: Mapping[str, Holds] = {"at_least": ge, "at_most": le, "above": gt, "below": lt}


class Formulas:
    """The rules of a pack by the norms of one day, each made when it is first asked for."""

    def __init__(self, symbols: Symbols, norms: Mapping[str, NormValue]) -> None:
        self.symbols, self.norms, self.ctx = symbols, norms, symbols.ctx
        self._conditions = {rule.key: rule.when for rule in symbols.pack.rules}
        self._made: dict[str, Kleene] = {}

    def rule(self, key: str) -> Kleene:
        if key not in self._made:
            self._made[key] = self.of(self._conditions[key])
        return self._made[key]

    def with_truth(self, key: str, truth: bool, same: Iterable[str]) -> Formulas:
        """With one rule decided, true or false, and these others the same."""
        decided = Formulas(self.symbols, self.norms)
        decided._made |= {other: self.rule(other) for other in same}
        decided._made[key] = Kleene(self.symbols.true(truth), self.symbols.true(not truth))
        return decided

    def of(self, condition: Condition) -> Kleene:
        match condition:
            case All(items):
                parts = [self.of(item) for item in items]
                return Kleene(self._all(p.true for p in parts), self._any(p.false for p in parts))
            case AnyOf(items):
                parts = [self.of(item) for item in items]
                return Kleene(self._any(p.true for p in parts), self._all(p.false for p in parts))
            case Not(item):
                part = self.of(item)
                return Kleene(part.false, part.true)
            case FirstKnown(ways):
                return self._first_known([self.of(way) for way in ways])
            case Count():
                return self._count(condition)
            case Rule(key):
                return self.rule(key)
        return self._of_leaf(condition)

    def _of_leaf(self, leaf: Condition) -> Kleene:
        symbols = self.symbols
        match leaf:
            case OneOf(fact, values):
                return self._one_of(fact, values)
            case Compare(fact, comparator, bound):
                return self._compare(fact, COMPARE[comparator], bound)
            case Answered(fact):
                known = symbols.fact(fact).known
                return Kleene(known, z3.Not(known))
            case ClassIs(classes):
                inside = self._any(p for id, p in symbols.possible.items() if id in classes)
                outside = self._any(p for id, p in symbols.possible.items() if id not in classes)
                return Kleene(z3.And(inside, z3.Not(outside)), z3.Not(inside))
            case MayBe(classes):
                return self._either(p for id, p in symbols.possible.items() if id in classes)
            case PhaseIs(phases):
                places = [i for i, id in enumerate(symbols.phases) if id in phases]
                return self._either(symbols.phase == i for i in places)
        assert isinstance(leaf, After)
        return self._either(symbols.circumstance(name) for name in leaf.names)

    def _any(self, items: Any) -> Any:
        return any_of([*items], self.ctx)

    def _all(self, items: Any) -> Any:
        return all_of([*items], self.ctx)

    def _either(self, items: Any) -> Kleene:
        """True where one holds, else false: what is never unknown."""
        true = self._any(items)
        return Kleene(true, z3.Not(true))

    @property
    def _never(self) -> Kleene:
        return Kleene(self.symbols.true(False), self.symbols.true(False))

    def _first_known(self, ways: Sequence[Kleene]) -> Kleene:
        found = self._never
        for way in reversed(ways):
            found = Kleene(
                z3.Or(way.true, z3.And(way.unknown, found.true)),
                z3.Or(way.false, z3.And(way.unknown, found.false)),
            )
        return found

    def _count(self, count: Count) -> Kleene:
        at_least, domains = self._constant(count.at_least), self._constant(count.domains or 0)
        if at_least is None or domains is None:
            return self._never
        parts = [self.of(item) for item in count.of]
        enough = self._enough([p.true for p in parts], count, at_least, domains)
        can_be = self._enough([z3.Not(p.false) for p in parts], count, at_least, domains)
        return Kleene(enough, z3.Not(can_be))

    def _enough(self, items: list[Any], count: Count, at_least: int, domains: int) -> Any:
        named = zip(count.domain_of, items, strict=True) if domains else ()
        spread: dict[str, list[Any]] = {}
        for domain, item in named:
            spread.setdefault(domain, []).append(item)
        found = [any_of(one, self.ctx) for one in spread.values()]
        return z3.And(self._at_least(items, at_least), self._at_least(found, domains))

    def _at_least(self, items: list[Any], many: int) -> Any:
        if many <= 0 or many > len(items):
            return self.symbols.true(many <= 0)
        return z3.AtLeast(*items, many)

    def _constant(self, bound: Any) -> Any:
        return self.norms.get(bound.norm) if isinstance(bound, NormRef) else bound

    def _one_of(self, id: str, values: Any) -> Kleene:
        words = self.norms.get(values.norm) if isinstance(values, NormRef) else values
        if words is None:
            return self._never
        fact = self.symbols.fact(id)
        among = fact.is_one_of(words if isinstance(words, tuple) else (words,))
        return Kleene(z3.And(fact.known, among), z3.And(fact.known, z3.Not(among)))

    def _compare(self, id: str, holds: Holds, bound: Bound) -> Kleene:
        fact = self.symbols.fact(id)
        match bound:
            case FactRef(other):
                line = self.symbols.fact(other)
                known, is_so = z3.And(fact.known, line.known), holds(fact.value, line.value)
            case NormRef(norm, by) if by is not None:
                return self._in_table(fact, holds, norm, by)
            case _:
                constant = self._constant(bound)
                if constant is None:
                    return self._never
                known, is_so = fact.known, holds(fact.value, number(constant, self.ctx))
        return Kleene(z3.And(known, is_so), z3.And(known, z3.Not(is_so)))

    def _in_table(self, fact: Any, holds: Holds, norm: str, by: str) -> Kleene:
        """Against the cell of its column; a column that the table lacks has none."""
        table, column = self.norms.get(norm), self.symbols.fact(by)
        cells = table.items() if isinstance(table, Mapping) else ()
        at = [
            (column.is_one_of((name,)), holds(fact.value, number(cell, self.ctx)))
            for name, cell in cells
        ]
        known = z3.And(fact.known, column.known)
        return Kleene(
            z3.And(known, self._any(z3.And(here, is_so) for here, is_so in at)),
            z3.And(known, self._any(z3.And(here, z3.Not(is_so)) for here, is_so in at)),
        )
