"""What is enough: the smallest sets of her known facts that fix the class, whatever the rest is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from kansrijk.case.derive import Inputs, derivations, derive
from kansrijk.case.facts import Facts, with_changes, with_only
from kansrijk.engine.ruleset import known_of
from kansrijk.exploring.settle import (
    Fill,
    facts_of_class,
    fills,
    named_for_class,
    turned_by,
)
from kansrijk.pack.check_vocabulary import inputs as inputs_of
from kansrijk.pack.condition import Value
from kansrijk.pack.pack import Pack
from kansrijk.pack.vocabulary import Bmi, Sum
from kansrijk.screening.answers import Answering
from kansrijk.screening.possible import Search
from kansrijk.screening.standing import class_view, classes_within, ruleset_of_class, standing

PATIENCE = 1_000
"""How many sets of facts are looked at, most of them without trying any answer."""

MOST_UNSURE = 5
"""So many sets may be left undecided: each of them takes the better part of a second."""

Kept = frozenset[str]


class Enough(NamedTuple):
    """Sets of facts that each fix the class, the smallest first; up to `complete` none is missing.

    Where `complete` is 0 nothing is claimed: a set may be larger than it need be, or missing.
    There are none where an answer that nobody asks for now could still turn it.
    """

    level: str
    sets: tuple[tuple[str, ...], ...]
    complete: int
    known: int

    @property
    def whole(self) -> bool:
        """Whether none is missing at all."""
        return self.complete >= self.known


def enough(pack: Pack, facts: Facts, level: str) -> Enough:
    """Every inclusion-minimal set of her known facts that by itself fixes the class she has.

    The others may then have any value or be unknown. The dates of the case are kept, and a
    derived fact counts as what it comes from, unless it was given itself.
    """
    given = facts.given.intersection(derivations(pack))
    used = facts_of_class(pack, given)
    own = tuple(id for id in pack.sections.facts if id in used & facts.given)
    whatever = Whatever.of(pack, facts, level, given)
    sets, complete = _minimal(own, whatever.fixes)
    return Enough(level, sets, complete, len(own))


def _minimal(
    items: tuple[str, ...], holds: Callable[[Kept], bool | None]
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """The smallest sets for which it holds, for what keeps holding when a set grows.

    A set for which it does not hold is made as large as can be: of what is left out then, every
    set for which it holds has at least one. Where it cannot be found out, nothing follows.
    """
    found: list[Kept] = []
    needed: list[Kept] = []
    whole = holds(frozenset(items))
    if not whole:
        return (), len(items) if whole is False else 0
    unsure, complete = 0, len(items)
    for size in range(len(items) + 1):
        while (ids := _next(frozenset(), size, needed, found, set())) is not None:
            truth = holds(ids)
            if truth:
                found.append(ids)
                continue
            if truth is None:
                # Another set takes something more than this one.
                unsure, complete = unsure + 1, min(complete, size - 1)
                needed.append(frozenset(items) - ids)
            else:
                needed.append(frozenset(items) - _grown(ids, items, holds))
            if unsure > MOST_UNSURE or len(needed) > PATIENCE:
                return _in_order(found, items), max(min(complete, size - 1), 0)
    return _in_order(found, items), max(complete, 0)


def _next(
    chosen: Kept, size: int, needed: list[Kept], found: list[Kept], seen: set[Kept]
) -> Kept | None:
    """A set of at most this size with something of each of `needed`, that holds none found."""
    if chosen in seen or any(one <= chosen for one in found):
        return None
    seen.add(chosen)
    left = next((one for one in needed if one.isdisjoint(chosen)), None)
    if left is None:
        return chosen
    more = (chosen | {item} for item in sorted(left)) if len(chosen) < size else ()
    tried = (_next(one, size, needed, found, seen) for one in more)
    return next((one for one in tried if one is not None), None)


def _grown(chosen: Kept, items: tuple[str, ...], holds: Callable[[Kept], bool | None]) -> Kept:
    for item in items:
        if item not in chosen and holds(chosen | {item}) is False:
            chosen |= {item}
    return chosen


def _in_order(found: list[Kept], items: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(item for item in items if item in one) for one in found)


@dataclass(slots=True)
class Whatever:
    """Tells whether a part of the facts fixes the class, whatever the rest is.

    `proves`: whether what the search reaches can be; else it may be too much.
    """

    pack: Pack
    facts: Facts
    level: str
    given: frozenset[str]
    fills: list[Fill]
    proves: bool

    @staticmethod
    def of(pack: Pack, facts: Facts, level: str, given: frozenset[str]) -> Whatever:
        nothing = with_only(pack, facts, ())
        derived = derivations(pack).keys() - given
        used = facts_of_class(pack, given)
        free = sorted(used - derived)
        rules = ruleset_of_class(pack).rules
        tried = list(fills(Answering(pack, rules, nothing), free, nothing))
        # A measure is tried as a whole: nothing is proven where its parts count by themselves too.
        named = named_for_class(pack)
        proves = named.isdisjoint(
            id
            for measure, function in derivations(pack).items()
            if measure in used and isinstance(function, Bmi | Sum)
            for id, _ in inputs_of(function, ())
        )
        return Whatever(pack, facts, level, given, tried, proves)

    def fixes(self, kept: Kept) -> bool | None:
        """Whether the class is settled with these facts alone, and nothing can turn it.

        None where that could not be found out.
        """
        for i, fill in enumerate(self.fills):
            if self._class_of({**fill, **{id: self._value(id) for id in kept}}) != (self.level,):
                # What refuted this one refutes the next one, most of the time.
                self.fills.insert(0, self.fills.pop(i))
                return False
        facts = self._only(kept)
        view = class_view(self.pack, known_of(facts))
        open_ = frozenset(self.pack.sections.facts) - facts.values.keys()
        within = classes_within(self.pack, view, open_)
        others = {self._reaches(id, facts, open_) for id in within if id != self.level}
        return False if True in others else None if None in others else True

    def _class_of(self, answers: Fill) -> tuple[str, ...]:
        """What is left with exactly these answers."""
        facts = with_changes(self.pack, with_only(self.pack, self.facts, ()), answers)
        return standing(self.pack, class_view(self.pack, known_of(facts)))

    def _value(self, id: str) -> Value:
        return self.facts.values[id]

    def _only(self, kept: Kept) -> Facts:
        """The facts with no others given; what was given itself is not derived in its place."""
        norms, time, on = self.facts.norms, self.facts.timeline, self.facts.on
        values = {id: self._value(id) for id in kept}
        inputs = Inputs(values, frozenset(), norms, time, on)
        for id, function in derivations(self.pack).items():
            # By a weight that another, once known, takes the place of, a BMI is not known for good.
            passed = isinstance(function, Bmi) and function.weight_kg[0] not in inputs.values
            if id not in self.given and not passed:
                derive(inputs, {id: function})
        observed = {id: self.facts.observed[id] for id in kept}
        return self.facts._replace(
            observed=observed, derived=inputs.derived, values=inputs.values, declined=frozenset()
        )

    def _reaches(self, level: str, facts: Facts, open_: frozenset[str]) -> bool | None:
        """Whether some answers, required or not, lead to it; None where that is not sure."""
        answering = Answering(self.pack, ruleset_of_class(self.pack).rules, facts)
        if not answering.complete:
            return None
        unasked = (
            id for named in turned_by(self.pack) for id in answering.answerable(named, facts)
        )
        search = Search(self.pack, answering, tuple(sorted(set(unasked))), open_)
        if not search.reaches(level, facts, class_view(self.pack, known_of(facts))):
            return False
        return True if self.proves and search.left >= 0 else None
