"""What a fact can be changed to: one value for all that no rule of the class tells apart.

The values of a number fall into cells between the figures that it is held against. Figures can
hang on other facts (an income line on the household), so cells are those of the facts given.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from kansrijk.case.derive import derivations
from kansrijk.case.facts import Facts, with_answer, with_changes
from kansrijk.engine.ruleset import Known, bound_of, known_of, words_of
from kansrijk.exploring.settle import facts_of_class
from kansrijk.pack.check_vocabulary import inputs as inputs_of
from kansrijk.pack.condition import Compare, FactRef, Leaf, NormRef, Number, OneOf, Value
from kansrijk.pack.numbers import exact
from kansrijk.pack.pack import Pack, facts_in, leaves
from kansrijk.pack.vocabulary import Bmi, Fact, Household, NormLine, Sum
from kansrijk.screening.answers import Answering
from kansrijk.screening.standing import ruleset_of_class

STEP = Fraction(1, 100)
"""How finely a number is looked at: in hundredths, as amounts and measures are written."""
EVERY = 40
"""Whole numbers that are added up or held against each other are all tried, up to so many."""

FLIPPED = {"at_least": "at_most", "at_most": "at_least", "above": "below", "below": "above"}
Option = tuple[Value, ...]
"""Values that no rule of the class tells apart; of a number the nearest alone."""


class Cut(NamedTuple):
    """A place where something changes: just before a figure, or just after it."""

    at: Number
    after: bool


@dataclass(slots=True)
class Levers:
    """The facts that may be changed, and to what."""

    pack: Pack
    leaves: tuple[Leaf, ...]
    used: frozenset[str]
    ids: tuple[str, ...]
    together: frozenset[str]
    fixed: dict[str, tuple[Option, ...]] = field(default_factory=dict)

    @staticmethod
    def of(pack: Pack, facts: Facts) -> Levers:
        """Those marked changeable that the class can hang on, and that do not change by themselves.

        A derived fact changes through what it comes from, unless it was given itself.
        """
        given = facts.given.intersection(derivations(pack))
        used = facts_of_class(pack, given)
        found = tuple(leaf for rule in ruleset_of_class(pack).rules for leaf in leaves(rule.when))
        ids = [
            id
            for id, fact in pack.sections.facts.items()
            if id in used and fact.changeable and not fact.advances and fact.type != "text"
            if id in given or fact.derive is None
        ]
        levers = Levers(pack, found, used, tuple(ids), frozenset())
        levers.together = frozenset(levers._together())
        levers.ids = tuple(sorted(ids, key=levers._hangs_on_others))
        return levers

    @property
    def exhaustive(self) -> bool:
        """Whether trying these values finds every set of facts: not where two numbers of which
        only some values are tried are held against each other."""
        return sum(not self._small(id) for id in self.together.intersection(self.ids)) < 2

    def options(self, id: str, facts: Facts, *, full: bool = True) -> tuple[Option, ...]:
        """The other values of a fact that are worth trying, the facts being as they are.

        Without `full` only the ends of one that is not known and only adds to a measure.
        """
        fact = self.pack.sections.facts[id]
        now = facts.values.get(id)
        if not fact.numeric:
            if id not in self.fixed:
                self.fixed[id] = tuple(self._kinds(id, facts))
            past = frozenset[str]() if now is None else _past_values(fact, facts)
            others = (
                tuple(value for value in option if value not in past)
                for option in self.fixed[id]
                if now not in option
            )
            return tuple(option for option in others if option)
        if now is None and not full and self._only_adds(id, facts):
            tried = dict.fromkeys(fact.range or ())
        else:
            tried = dict.fromkeys(self._numbers(id, facts))
        away: Any = (lambda n: n) if now is None else (lambda n: abs(n - now))
        nearest = sorted(tried, key=away)
        return tuple((exact(value) or 0,) for value in nearest if value != now)

    # Which facts hang together

    def _together(self) -> Iterator[str]:
        """The numbers that are added up, divided or held against each other."""
        for derived in self.used.intersection(derivations(self.pack)):
            function = self._function(derived)
            if isinstance(function, Sum | Bmi):
                yield from (input for input, _ in inputs_of(function, ()))
        for leaf in self.leaves:
            if isinstance(leaf, Compare) and isinstance(leaf.bound, FactRef):
                other = leaf.bound.fact
                if not isinstance(self._function(other), NormLine) or other in self.ids:
                    yield from (leaf.fact, other)

    def _function(self, id: str) -> Any:
        return derivations(self.pack).get(id)

    def _small(self, id: str) -> bool:
        """Whether all of its values are tried."""
        fact = self.pack.sections.facts[id]
        low, high = fact.span
        return fact.type == "integer" and high - low <= EVERY

    def _hangs_on_others(self, id: str) -> bool:
        """Whether its cells hang on other facts: those are changed first."""
        above = self._above(id)
        return any(
            isinstance(leaf, Compare)
            and leaf.fact in above
            and (isinstance(leaf.bound, FactRef) or getattr(leaf.bound, "by", None) is not None)
            for leaf in self.leaves
        )

    def _above(self, id: str) -> frozenset[str]:
        """The fact and the measures that it is a part of."""
        measures = (
            of
            for of, function in derivations(self.pack).items()
            if isinstance(function, Sum | Bmi) and id in {i for i, _ in inputs_of(function, ())}
        )
        return frozenset((id, *measures))

    def _only_adds(self, id: str, facts: Facts) -> bool:
        """Whether all it does is to bring one measure over its one figure, or keep it below."""
        above = self._above(id)
        turns = [len(set(self._cuts(one, facts))) for one in above if one != id]
        own = any(id in facts_in(leaf) for leaf in self.leaves)
        return turns == [1] and not own and len(self._used_in(id)) == 1

    def _used_in(self, id: str) -> list[str]:
        """The facts that are derived from this one."""
        return [
            of
            for of, function in derivations(self.pack).items()
            if id in {input for input, _ in inputs_of(function, ())}
        ]

    # What it can be

    def _kinds(self, id: str, facts: Facts) -> Iterator[Option]:
        """The values of a closed list, those that nothing tells apart together."""
        alike: dict[tuple[Any, ...], list[Value]] = {}
        for value in self.pack.sections.facts[id].words:
            alike.setdefault(tuple(self._told_apart(id, value, known_of(facts))), []).append(value)
        yield from map(tuple, alike.values())

    def _told_apart(self, id: str, value: Value, known: Known) -> Iterator[Any]:
        for leaf in self.leaves:
            if isinstance(leaf, OneOf) and leaf.fact == id:
                words = words_of(leaf.values)(known)
                yield words is not None and value in words
            elif isinstance(leaf, Compare) and getattr(leaf.bound, "by", None) == id:
                yield value
        for function in derivations(self.pack).values():
            if isinstance(function, Household) and function.partner == id:
                yield value == function.together
            elif isinstance(function, NormLine) and function.household == id:
                yield value

    def _numbers(self, id: str, facts: Facts) -> Iterator[Number]:
        low, high = self.pack.sections.facts[id].span
        now: Any = facts.values.get(id)
        if id in self.together and self._small(id):
            yield from range(int(low), int(high) + 1)
            return
        step = self._step(id)
        cuts = sorted(set(self._cuts(id, facts)))
        if id in self.together and now is not None:
            cuts = sorted({*cuts, Cut(now, False), Cut(now, True)})
        bottom, top = Cut(low, False), Cut(high, True)
        edges = [bottom, *(cut for cut in cuts if bottom < cut < top), top]
        for start, end in pairwise(edges):
            inside = _inside(start, end, step)
            if inside is None:
                continue
            first, last = inside
            if id in self.together:
                yield from (first, last)
            elif now is None:
                yield last if start == bottom else first
            elif not first <= now <= last:
                yield first if now < first else last

    def _step(self, id: str) -> Number:
        return 1 if self.pack.sections.facts[id].type == "integer" else STEP

    def _cuts(self, id: str, facts: Facts) -> Iterator[Cut]:
        known = known_of(facts)
        for leaf in self.leaves:
            yield from _of_leaf(leaf, id, known)
            if (
                isinstance(leaf, Compare)
                and leaf.fact == id
                and bound_of(leaf.bound)(known) is None
            ):
                for figure in self._could_be(leaf, facts):
                    yield from _around(figure)
        for derived, function in derivations(self.pack).items():
            yield from self._of_derivation(derived, function, id, facts)

    def _could_be(self, leaf: Compare, facts: Facts) -> Iterator[Number]:
        """What a bound that is not known can be: every cell of a table, else its two ends."""
        bound: Any = leaf.bound
        if isinstance(bound, NormRef):
            table: Any = facts.norms[bound.norm].value if bound.norm in facts.norms else ()
            yield from (table[column] for column in table)
        elif isinstance(self._function(bound.fact), NormLine):
            rules = ruleset_of_class(self.pack).rules
            open_ = with_changes(self.pack, facts, {leaf.fact: None})
            figures = Answering(self.pack, rules, open_).values(leaf.fact, open_)[1:-1]
            yield from (figures[at] for at in (0, -1) if figures)  # type: ignore[misc]
        else:
            yield from self.pack.sections.facts[bound.fact].range or ()

    def _of_derivation(self, derived: str, function: Any, id: str, facts: Facts) -> Iterator[Cut]:
        """Where what is derived from the fact becomes another."""
        if isinstance(function, Household):
            if id in (function.age, function.partner_age):
                links = (function.young, function.full, function.pension)
                yield from (
                    Cut(facts.norms[n.norm].value, False) for n in links if n.norm in facts.norms
                )
            elif id == function.children:
                yield Cut(0, True)
        elif isinstance(function, NormLine) and function.sharers == id:
            low, high = self.pack.sections.facts[id].span
            yield from (Cut(n, False) for n in range(int(low) + 1, int(high) + 1))
        elif isinstance(function, Sum | Bmi) and id in {i for i, _ in inputs_of(function, ())}:
            yield from self._where_it_crosses(derived, id, facts)

    def _where_it_crosses(self, derived: str, id: str, facts: Facts) -> Iterator[Cut]:
        """Where the measure crosses a figure: it rises or falls with each of its parts."""
        low, high = self.pack.sections.facts[id].span
        step = self._step(id)
        most = int((high - low) / step)

        def measure(steps: int) -> Any:
            return with_answer(self.pack, facts, id, low + steps * step).values.get(derived)

        ends = (measure(0), measure(most))
        if None in ends:
            return
        for cut in set(self._cuts(derived, facts)):
            if _past(ends[0], cut) is not _past(ends[1], cut):
                one, other = 0, most
                while other - one > 1:
                    middle = (one + other) // 2
                    if _past(measure(middle), cut) is _past(ends[0], cut):
                        one = middle
                    else:
                        other = middle
                yield Cut(low + other * step, False)


def _past_values(fact: Fact, facts: Facts) -> frozenset[str]:
    """What nobody becomes any more: to have never done a thing, or to have stopped in time."""
    pregnant = facts.timeline.due is not None
    return frozenset(value for value, since in fact.past.items() if pregnant or since == "always")


def _past(value: Any, cut: Cut) -> bool:
    return bool(value > cut.at if cut.after else value >= cut.at)


def _of_leaf(leaf: Leaf, id: str, known: Known) -> Iterator[Cut]:
    """Where the truth of a leaf turns, as far as the fact is concerned."""
    if isinstance(leaf, OneOf) and leaf.fact == id and isinstance(leaf.values, tuple):
        for value in leaf.values:
            yield from _around(value)
    if not isinstance(leaf, Compare):
        return
    if leaf.fact == id:
        yield from _at(leaf.comparator, bound_of(leaf.bound)(known))
    if leaf.bound == FactRef(id):
        yield from _at(FLIPPED[leaf.comparator], known.facts.get(leaf.fact))
    if isinstance(leaf.bound, NormRef) and leaf.bound.by == id:
        table: Any = known.norms.get(leaf.bound.norm) or ()
        for column in table:
            yield from _around(column)


def _around(value: Any) -> tuple[Cut, Cut]:
    return Cut(value, False), Cut(value, True)


def _at(comparator: str, bound: Any) -> Iterator[Cut]:
    if bound is not None:
        yield Cut(bound, comparator in ("above", "at_most"))


def _inside(start: Cut, end: Cut, step: Number) -> tuple[Number, Number] | None:
    """The first and the last value between two cuts, in steps; None where there is none."""
    first, last = math.ceil(start.at / step) * step, math.floor(end.at / step) * step
    if start.after and first == start.at:
        first += step
    if not end.after and last == end.at:
        last -= step
    if first <= last:
        return first, last
    if step == 1:
        return None
    between = Fraction(start.at + end.at) / 2
    return between, between
