"""Which of the known facts give a rule its truth: the smallest sets of them that do.

With only the facts of such a set the rule has the same truth as with all, and with less of them it
has not. The sets of a combination follow from those of its parts, unless a part that knowing more
can turn shares facts with another; then every set is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, product
from math import prod
from typing import NamedTuple

from kansrijk.case.facts import Facts, with_only
from kansrijk.engine.reference import ReferenceEngine, Truth, View, parts_of, test_of
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    ClassIs,
    Condition,
    FirstKnown,
    MayBe,
    Not,
    Rule,
)
from kansrijk.pack.pack import Pack, facts_in, leaves
from kansrijk.screening.possible import possible_classes

REFERENCE = ReferenceEngine()
Set = frozenset[str]
NOTHING: Set = frozenset()
TRUTHS: tuple[Truth, ...] = (True, False, None)

MOST_TRIED = 12
"""Of so many facts every set is tried."""
MOST_SEARCHED = 6
"""Of so many, where for every set the possible classes must be looked for."""
MOST_PRODUCTS = 20_000
"""So many ways to take a set of each part are looked through."""
MOST_SETS = 200
"""So many smallest sets are kept."""
MOST_VIEWS = 10_000
"""So many times what is known with some facts is kept; a pack with many rules would fill more."""


class Deciding(NamedTuple):
    """`facts` together give the truth, and each is in one of `sets`, the smallest that do.

    Where not `exact`, there may be more such sets than the one that is named.
    """

    facts: tuple[str, ...]
    sets: tuple[tuple[str, ...], ...]
    exact: bool


class Part(NamedTuple):
    """The smallest sets that give a part of a condition each truth; `support`: what it looks at.

    `steady`: knowing more never takes a truth away.
    """

    support: Set
    sets: Mapping[Truth, tuple[Set, ...]]
    steady: bool


class TooMany(Exception):
    """There are too many sets to try."""


class Deciders:
    """Looks for what decides the rules of one case; what was found is kept."""

    def __init__(self, pack: Pack, facts: Facts) -> None:
        self.pack, self.facts = pack, facts
        self.ruleset = compile_pack(pack)
        self.order = {id: n for n, id in enumerate(pack.sections.facts)}
        self.whens = {rule.key: rule.when for rule in pack.rules}
        self._views: dict[Set, View] = {}
        self._parts: dict[str, Part | None] = {}
        self._found: dict[Condition, Deciding] = {}

    def of(self, condition: Condition) -> Deciding:
        """What decides a condition over the rules of the pack."""
        if condition not in self._found:
            self._found[condition] = self._decided(condition)
        return self._found[condition]

    def completed(self, condition: Condition, facts: Iterable[str]) -> tuple[str, ...]:
        """These facts, with as many more as they need to give the condition the truth it has."""
        told, known, truth = frozenset(facts), self._known(), self._truth_of(condition)
        left, wanted = told if truth(told) == truth(known) else known, truth(known)
        for id in sorted(left - told, key=self.order.__getitem__, reverse=True):
            if truth(left - {id}) == wanted:
                left -= {id}
        return self._sorted(left)

    def of_class(self, level: str | None) -> Deciding:
        """What decides that it is this class, or that it is still open."""
        stands = self._stands(level) if level is not None else None
        return self._of_possible(lambda possible: possible, stands)

    def of_another(self, id: str) -> Deciding:
        """What decides that it is not this class, whichever it is."""
        return self._of_possible(lambda possible: id in possible, self._falls(id))

    def _of_possible(
        self, asked: Callable[[tuple[str, ...]], object], by_rules: Condition | None
    ) -> Deciding:
        """What decides something about the possible classes; `by_rules` says it by their rules."""

        def truth(ids: Set) -> object:
            return asked(self._with_class(ids).possible)

        known = self._known()
        if by_rules is not None and len(known) > MOST_SEARCHED:
            # The rules of the classes name more than one set; a class can be sure without them.
            found, wanted = self.of(by_rules), truth(known)
            if all(truth(frozenset(ids)) == wanted for ids in (*found.sets, found.facts)):
                return found._replace(exact=not found.facts)
        return self._searched(truth, NOTHING)

    def _above(self, level: str) -> tuple[Rule, ...]:
        ids = list(self.pack.sections.classes.classes)
        return tuple(Rule(f"class:{id}") for id in ids[: ids.index(level)])

    def _own(self, level: str) -> tuple[Rule, ...]:
        """The rule of a class; the lowest has none."""
        own = Rule(f"class:{level}")
        return (own,) if own.key in self.whens else ()

    def _stands(self, level: str) -> Condition:
        """That a class is true and each above it false."""
        return All((*map(Not, self._above(level)), *self._own(level)))

    def _falls(self, level: str) -> Condition:
        """That a class is false, or one above it true."""
        return AnyOf((*map(Not, self._own(level)), *self._above(level)))

    def _decided(self, condition: Condition) -> Deciding:
        truth, own = self._truth_of(condition), frozenset(self._looked_at(condition))
        if _of_class(condition):
            return self._searched(truth, own)
        try:
            for key in self._cone(condition):
                self._rule(key)
            return self._together(self._part(condition).sets[truth(own)], truth)
        except TooMany:
            return self._thinned(own, truth)

    # With only some facts.

    def _truth_of(self, condition: Condition) -> Callable[[Set], Truth]:
        """The truth of a condition with only some facts."""
        test = test_of(condition)
        view = self._with_class if _of_class(condition) else self._view
        return lambda ids: test(view(ids))

    def _view(self, ids: Set) -> View:
        """What the findings and the classes are with only these facts."""
        if ids not in self._views:
            if len(self._views) >= MOST_VIEWS:
                self._views.clear()
            known = known_of(with_only(self.pack, self.facts, ids))
            truths = REFERENCE.findings(self.ruleset, known)
            self._views[ids] = View(known, dict(truths), ())
        return self._views[ids]

    def _with_class(self, ids: Set) -> View:
        """The same, with the classes that are possible then."""
        view = self._view(ids)
        if not view.possible:
            facts = with_only(self.pack, self.facts, ids)
            possible = possible_classes(self.pack, facts, view)
            view = self._views[ids] = view._replace(possible=possible)
        return view

    # What a condition looks at.

    def _cone(self, condition: Condition) -> list[str]:
        """The rules that a condition asks, directly or through another, in order."""
        todo, found = list(_asked(condition)), set[str]()
        while todo:
            key = todo.pop()
            if key not in found:
                found.add(key)
                todo.extend(_asked(self.whens[key]))
        return [key for key in self.whens if key in found]

    def _looked_at(self, condition: Condition) -> Iterator[str]:
        """The known answers that a condition rests on, those behind derived facts as such."""
        for one in (condition, *(self.whens[key] for key in self._cone(condition))):
            answered = (leaf.fact for leaf in leaves(one) if isinstance(leaf, Answered))
            for fact in (*facts_in(one), *answered):
                yield from self.facts.behind(fact)

    def _known(self) -> Set:
        return frozenset(id for id, fact in self.facts.observed.items() if fact.value is not None)

    # The smallest sets.

    def _rule(self, key: str) -> None:
        if key not in self._parts:
            try:
                self._parts[key] = self._part(self.whens[key])
            except TooMany:
                self._parts[key] = None

    def _part(self, condition: Condition) -> Part:
        if isinstance(condition, Rule):
            part = self._parts[condition.key]
            if part is None:
                raise TooMany
            return part
        composed = parts_of(condition)
        if composed is None:
            return self._tried(condition)
        items, combine = composed
        parts = tuple(self._part(item) for item in items)
        if not _separable(parts):
            return self._tried(condition)
        known = self._view(NOTHING).known
        found = _combined(parts, lambda truths: combine(truths, known))
        return found._replace(steady=found.steady and _keeps_truth(condition, found))

    def _tried(self, condition: Condition) -> Part:
        """By trying every set of what it looks at."""
        support = frozenset(self._looked_at(condition))
        if len(support) > MOST_TRIED:
            raise TooMany
        test = test_of(condition)
        found = {ids: test(self._view(ids)) for ids in _subsets(support)}
        sets = {t: _smallest(ids for ids, truth in found.items() if truth is t) for t in TRUTHS}
        return Part(support, sets, _steady(found, support))

    # Where the class has a say.

    def _searched(self, truth: Callable[[Set], object], own: Set) -> Deciding:
        """What decides a truth that rests on the class; `own` is what it looks at beside that."""
        known = self._known()
        wanted = truth(known)
        if truth(NOTHING) == wanted:
            return Deciding((), ((),), True)
        if len(known) <= MOST_SEARCHED:
            return self._together(
                _smallest(s for s in _subsets(known) if truth(s) == wanted), truth
            )
        graded = (f"class:{id}" for id in self.pack.sections.classes.classes)
        classes = All(tuple(Rule(key) for key in graded if key in self.whens))
        start = own.union(self._looked_at(classes))
        return self._thinned(start if truth(start) == wanted else known, truth)

    def _thinned(self, ids: Set, truth: Callable[[Set], object]) -> Deciding:
        """One set that decides, found by leaving facts out one by one while nothing changes."""
        wanted, left = truth(ids), ids
        for id in sorted(ids, key=self.order.__getitem__, reverse=True):
            if truth(left - {id}) == wanted:
                left -= {id}
        facts = self._sorted(left)
        return Deciding(facts, (facts,), False)

    def _together(self, sets: Iterable[Set], truth: Callable[[Set], object]) -> Deciding:
        """All of the sets together; one that would change the truth again is left out."""
        ordered = sorted(sets, key=lambda ids: (len(ids), sorted(self.order[id] for id in ids)))
        together, kept, wanted = NOTHING, list[Set](), truth(ordered[0])
        for ids in ordered:
            if truth(together | ids) == wanted:
                together |= ids
                kept.append(ids)
        return Deciding(self._sorted(together), tuple(map(self._sorted, kept)), True)

    def _sorted(self, ids: Set) -> tuple[str, ...]:
        return tuple(sorted(ids, key=self.order.__getitem__))


def _of_class(condition: Condition) -> bool:
    """Whether a condition looks at the class."""
    return any(isinstance(leaf, ClassIs | MayBe) for leaf in leaves(condition))


def _asked(condition: Condition) -> Iterator[str]:
    return (leaf.key for leaf in leaves(condition) if isinstance(leaf, Rule))


def _subsets(ids: Set) -> Iterator[Set]:
    """Every subset, the smallest first."""
    for size in range(len(ids) + 1):
        yield from map(frozenset, combinations(sorted(ids), size))


def _smallest(sets: Iterable[Set]) -> tuple[Set, ...]:
    """Those that hold no other."""
    kept: list[Set] = []
    for ids in sorted(set(sets), key=len):
        if not any(one <= ids for one in kept):
            kept.append(ids)
            if len(kept) > MOST_SETS:
                raise TooMany
    return tuple(kept)


def _steady(found: Mapping[Set, Truth], support: Set) -> bool:
    """Whether one more fact never changes a truth."""
    return all(
        truth is None or found[ids | {id}] is truth
        for ids, truth in found.items()
        for id in support - ids
    )


def _separable(parts: tuple[Part, ...]) -> bool:
    """Whether each part that knowing more can turn is about facts of its own."""
    return all(
        part.steady or part.support.isdisjoint(other.support)
        for n, part in enumerate(parts)
        for m, other in enumerate(parts)
        if n != m
    )


def _combined(parts: tuple[Part, ...], combine: Callable[[tuple[Truth, ...]], Truth]) -> Part:
    """The smallest sets of a combination: of each part one that gives it a truth, together."""
    options = [[(t, ids) for t in TRUTHS for ids in part.sets[t]] for part in parts]
    if prod(map(len, options)) > MOST_PRODUCTS:
        raise TooMany
    sets: dict[Truth, list[Set]] = {truth: [] for truth in TRUTHS}
    for taken in product(*options):
        together = NOTHING.union(*(ids for _, ids in taken))
        # What is there for one part may make another known as well.
        truths = (_truth(part, together & part.support) for part in parts)
        sets[combine(tuple(truths))].append(together)
    smallest = {truth: _smallest(found) for truth, found in sets.items()}
    support = NOTHING.union(*(part.support for part in parts))
    return Part(support, smallest, all(part.steady for part in parts))


def _truth(part: Part, ids: Set) -> Truth:
    """The truth of a part with these facts: of a steady one, or with exactly one of its sets."""
    for truth in (True, False):
        if any(ids == one or (part.steady and one <= ids) for one in part.sets[truth]):
            return truth
    return None


def _keeps_truth(condition: Condition, part: Part) -> bool:
    """Whether the combination is steady where its parts are: a later way may say otherwise."""
    return not (isinstance(condition, FirstKnown) and part.sets[True] and part.sets[False])
