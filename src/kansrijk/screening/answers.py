"""The answers worth trying: for each open fact one value on each side of every figure that matters.

Two values between the same figures lead to the same truths, so one of them will do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any

from kansrijk.case.derive import Inputs, norm_line
from kansrijk.case.facts import Facts
from kansrijk.engine.reference import View
from kansrijk.pack.condition import (
    Compare,
    FactRef,
    Leaf,
    NormRef,
    Number,
    OneOf,
    Value,
)
from kansrijk.pack.pack import Pack, PackRule, leaves
from kansrijk.pack.vocabulary import Bmi, Household, NormLine, Sum
from kansrijk.screening.because import explainers, unknown_facts


@dataclass(slots=True)
class Answering:
    """How open facts can be answered, seen from the rules that matter.

    `start` are the facts before anything is answered: every figure that can come to matter
    later matters there already, because what is not known yet is still of every kind.
    """

    pack: Pack
    rules: tuple[PackRule, ...]
    start: Facts
    figures: dict[str, set[Number]] = field(default_factory=dict)

    def open(self, rule: PackRule, view: View, facts: Facts) -> Iterator[str]:
        """The facts to answer for a rule that is unknown."""
        if view.truths[rule.key] is None:
            for fact in unknown_facts(explainers(self.pack)[rule.key](view, facts)):
                yield from self.answerable(fact, facts)

    def answerable(self, fact: str, facts: Facts) -> tuple[str, ...]:
        """What to answer for a fact: a measure as a whole, else each fact it follows from."""
        missing = facts.missing(fact)
        return (fact,) if missing and self.measured(fact) else missing

    def measured(self, fact: str) -> bool:
        """Whether a derived fact is one measure, worth answering as a whole."""
        return isinstance(self._function(fact), Bmi | Sum)

    def _function(self, fact: str) -> Any:
        derive = self.pack.sections.facts[fact].derive
        return derive.function if derive else None

    def values(self, id: str, facts: Facts) -> tuple[Value, ...]:
        """The answers to try for a fact."""
        fact = self.pack.sections.facts[id]
        return self.between(id, *self._interval(id, facts)) if fact.numeric else fact.words

    def outermost(self, id: str, facts: Facts) -> tuple[Value, ...]:
        """The answers to try for a fact, of a number the lowest and the highest alone."""
        fact = self.pack.sections.facts[id]
        return self._interval(id, facts) if fact.numeric else fact.words

    def between(self, id: str, low: Number, high: Number) -> tuple[Number, ...]:
        """The numbers to try for a fact from the lowest to the highest that it can be."""
        points = sorted(self.figures_of(id))
        if self.pack.sections.facts[id].type == "integer":
            near = {point + step for point in points for step in (-1, 0, 1)}
        else:
            middles = {Fraction(one + other) / 2 for one, other in pairwise(points)}
            near = {*points, *middles}
        return tuple(sorted(n for n in {low, high, *near} if low <= n <= high))

    def _interval(self, id: str, facts: Facts) -> tuple[Number, Number]:
        """The lowest and highest that a fact can still become."""
        function = self._function(id)
        if isinstance(function, Sum):
            ranges = [self._range(part, facts) for part in function.of]
            return sum(low for low, _ in ranges), sum(high for _, high in ranges)
        return self._range(id, facts)

    def _range(self, id: str, facts: Facts) -> tuple[Number, Number]:
        known: Any = facts.values.get(id)
        low, high = self.pack.sections.facts[id].span
        return (low, high) if known is None else (known, known)

    def figures_of(self, id: str) -> set[Number]:
        """Every figure that the fact is held against, on the day and in any household."""
        if id not in self.figures:
            self.figures[id] = set(self._held_against(id, self.start))
        return self.figures[id]

    def _held_against(self, id: str, facts: Facts) -> Iterator[Number]:
        for rule in self.rules:
            for leaf in leaves(rule.when):
                yield from self._of_leaf(leaf, id, facts)
        for fact in self.pack.sections.facts.values():
            function = fact.derive.function if fact.derive else None
            if isinstance(function, Household):
                yield from _household_figures(function, id, facts)
            elif isinstance(function, NormLine) and function.sharers == id:
                low, high = self._range(id, facts)
                yield from range(int(low), int(high) + 1)

    def _of_leaf(self, leaf: Leaf, id: str, facts: Facts) -> Iterator[Number]:
        """The figures in a leaf about the fact, or the columns that the fact picks for it."""
        if isinstance(leaf, Compare) and leaf.fact == id:
            yield from self._bounds(leaf.bound, facts)
        elif isinstance(leaf, OneOf) and leaf.fact == id and isinstance(leaf.values, tuple):
            yield from (value for value in leaf.values if not isinstance(value, str))
        elif isinstance(leaf, Compare) and isinstance(leaf.bound, NormRef) and leaf.bound.by == id:
            norm = facts.norms.get(leaf.bound.norm)
            yield from norm.value if norm else ()

    def _bounds(self, bound: Any, facts: Facts) -> Iterable[Number]:
        if isinstance(bound, NormRef):
            norm = facts.norms.get(bound.norm)
            if norm is None:
                return ()
            return norm.value.values() if isinstance(norm.value, dict) else (norm.value,)
        if isinstance(bound, FactRef):
            return self._lines(bound.fact, facts)
        return (bound,)

    def _lines(self, id: str, facts: Facts) -> Iterator[Number]:
        """Every amount that an income line can be, for each kind of household still possible."""
        known: Any = facts.values.get(id)
        if known is not None:
            yield known
            return
        rule = self._function(id)
        if not isinstance(rule, NormLine):
            return
        kinds = self.pack.sections.facts[rule.household].values or ()
        low, high = self._range(rule.sharers, facts)
        for kind in (
            (facts.values.get(rule.household),) if rule.household in facts.values else kinds
        ):
            for sharers in range(int(low), int(high) + 1):
                values: dict[str, Value] = {rule.household: str(kind), rule.sharers: sharers}
                inputs = Inputs(values, frozenset(), facts.norms, facts.timeline, facts.on)
                line: Any = norm_line(rule, inputs).value
                if line is not None:
                    yield line

    @property
    def complete(self) -> bool:
        """Whether trying these answers tries all: bounds that are facts must be income lines."""
        bounds = [
            leaf.bound for r in self.rules for leaf in leaves(r.when) if isinstance(leaf, Compare)
        ]
        return all(
            isinstance(self._function(bound.fact), NormLine)
            for bound in bounds
            if isinstance(bound, FactRef)
        )


def _household_figures(function: Household, id: str, facts: Facts) -> Iterator[Number]:
    if id in (function.age, function.partner_age):
        for link in (function.young, function.full, function.pension):
            if link.norm in facts.norms:
                yield facts.norms[link.norm].value
    elif id == function.children:
        yield 1
