"""What is to be settled, as states of knowing: what is left of the rules after each answer.

There are two targets: the class, and the whole plan, which is every criterion and signal.
"""

from __future__ import annotations

from typing import Protocol

from kansrijk.asking.residual import Cell, Residual, Variable
from kansrijk.asking.unknowns import TooLarge, Unknowns
from kansrijk.case.facts import Facts
from kansrijk.pack.pack import Pack
from kansrijk.screening.questions import class_rules

State = tuple[Residual, ...]

MOST_ENDS = 25_000
"""Of so many states it is worked out how they can end; `hoogeveen` has 10,388."""


class Target(Protocol):
    """Something to settle."""

    unknowns: Unknowns

    def start(self, facts: Facts) -> State:
        """What is left with what is known of a case."""
        ...

    def counting(self, trees: State) -> State:
        """The trees that still count, the others made the same."""
        ...

    def settled(self, state: State) -> bool:
        """Whether nothing that can still be asked changes it; TooLarge where that takes long."""
        ...

    def parts(self, state: State) -> tuple[State, ...]:
        """States to settle each by itself, because they have nothing to ask in common."""
        ...


def asks(state: State) -> frozenset[Variable]:
    """What there is to ask now."""
    return frozenset[Variable]().union(*(tree.asks for tree in state))


def answer(target: Target, state: State, variable: Variable, cell: Cell) -> State:
    """What is left once a variable has an answer."""
    residuals = target.unknowns.residuals
    return simplest(target, tuple(residuals.answer(tree, variable, cell) for tree in state))


def simplest(target: Target, trees: State) -> State:
    """The state in which whatever nobody will ask any more stays as it is."""
    trees = target.counting(trees)
    live = _live(trees)
    if all(tree.variables <= live for tree in trees):
        return trees
    within = target.unknowns.residuals.within
    return target.counting(tuple(within(tree, live) for tree in trees))


def _live(trees: State) -> frozenset[Variable]:
    """All that may be asked in time: a truth that an answer turns may ask more."""
    live = frozenset[Variable]().union(*(tree.may_ask for tree in trees))
    pieces = [piece for tree in trees for piece in tree.turns]
    while turned := [piece for piece in pieces if not piece <= live and not piece.isdisjoint(live)]:
        live = live.union(*turned)
    return live


class TheClass:
    """The class: a tree for each graded class from the highest down."""

    def __init__(self, pack: Pack, facts: Facts) -> None:
        graded = class_rules(pack)
        rules = tuple(rule for rule in pack.rules if rule.key in graded)
        self.unknowns = Unknowns(pack, rules, facts)
        self._keys = [
            f"class:{id}" for id in pack.sections.classes.classes if f"class:{id}" in graded
        ]
        self._found: dict[tuple[State, bool], frozenset[frozenset[int]]] = {}

    def start(self, facts: Facts) -> State:
        trees = self.unknowns.trees(facts)
        return simplest(self, tuple(trees[key] for key in self._keys))

    def counting(self, trees: State) -> State:
        true = self.unknowns.residuals.true
        if true not in trees:
            return trees
        highest = trees.index(true)
        return trees[:highest] + (true,) * (len(trees) - highest)

    def settled(self, state: State) -> bool:
        """Asking in one order tells most often already that it is not."""
        return all(len(self._ends(state, any_order=each)) == 1 for each in (False, True))

    def parts(self, state: State) -> tuple[State, ...]:
        return (state,)

    def ends(self, state: State) -> frozenset[int]:
        """The classes, by number from the highest, that answering what is asked still reaches."""
        return frozenset[int]().union(*self._ends(state, any_order=True))

    def _ends(self, state: State, *, any_order: bool) -> frozenset[frozenset[int]]:
        """Which classes can stand in the end, for each way in which it can end."""
        any_order = any_order and any(tree.in_order for tree in state)
        found = self._found.get((state, any_order))
        if found is None:
            if len(self._found) >= MOST_ENDS:
                raise TooLarge
            asked = asks(state)
            found = frozenset[frozenset[int]]().union(
                *(
                    self._ends(answer(self, state, variable, cell), any_order=any_order)
                    for variable in (asked if any_order else sorted(asked)[:1])
                    for cell, _ in self.unknowns.unknown(variable).answers
                )
            )
            found = found if asked else frozenset((self._standing(state),))
            self._found[state, any_order] = found
        return found

    def _standing(self, state: State) -> frozenset[int]:
        """With nothing left to ask an unknown class may be either."""
        found = set[int]()
        for i, tree in enumerate(state):
            if tree.now is not False:
                found.add(i)
            if tree.now:
                return frozenset(found)
        return frozenset((*found, len(state)))


class ThePlan:
    """Every criterion and signal."""

    def __init__(self, pack: Pack, facts: Facts) -> None:
        rules = tuple(rule for rule in pack.rules if rule.key.startswith(("criterion:", "signal:")))
        self.unknowns = Unknowns(pack, rules, facts)

    def start(self, facts: Facts) -> State:
        return simplest(self, tuple(self.unknowns.trees(facts).values()))

    def counting(self, trees: State) -> State:
        return tuple(
            sorted({tree for tree in trees if not tree.constant}, key=lambda tree: tree.rank)
        )

    def settled(self, state: State) -> bool:
        return not asks(state)

    def parts(self, state: State) -> tuple[State, ...]:
        parts = list[tuple[frozenset[Variable], State]]()
        for tree in state:
            variables, together = tree.variables, [tree]
            apart = []
            for those, trees in parts:
                if those.isdisjoint(tree.variables):
                    apart.append((those, trees))
                else:
                    variables |= those
                    together += trees
            together.sort(key=lambda tree: tree.rank)
            parts = [*apart, (variables, tuple(together))]
        return tuple(trees for _, trees in parts)
