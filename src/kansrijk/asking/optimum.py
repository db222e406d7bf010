"""The order of questions of least expected cost: exact, by dynamic programming over states."""

from __future__ import annotations

from kansrijk.asking.residual import Variable
from kansrijk.asking.settling import State, Target, answer, asks
from kansrijk.asking.unknowns import TooLarge

MOST_STATES = 20_000
"""So many more states than are known already take some seconds."""

SAME = 1e-9
"""So small a difference in cost is one of rounding."""

MOST_DEEP = 60
"""So many unknowns, one after the other, keep well within the depth that Python allows."""


class Optimum:
    """The least expected cost of settling a target from any state, worked out once for each."""

    def __init__(self, target: Target, most: int = MOST_STATES) -> None:
        self.target = target
        self._most = self._left = most
        self._best: dict[State, tuple[float, Variable | None]] = {}

    def cost(self, state: State) -> float:
        """Raises TooLarge where there are more states than it was given, or too long a way."""
        return self._from(state)[0]

    def best(self, state: State) -> Variable | None:
        """What to ask first; None where it is settled or nothing is left to ask."""
        return self._from(state)[1]

    def _from(self, state: State) -> tuple[float, Variable | None]:
        for part in self.target.parts(state):
            if len(frozenset[Variable]().union(*(tree.variables for tree in part))) > MOST_DEEP:
                raise TooLarge
        self._left = self._most
        return self._of(state)

    def _of(self, state: State) -> tuple[float, Variable | None]:
        found = self._best.get(state)
        if found is None:
            if not self._left:
                raise TooLarge
            self._left -= 1
            found = self._best[state] = self._least(state)
        return found

    def _least(self, state: State) -> tuple[float, Variable | None]:
        asked = asks(state)
        if not asked or self.target.settled(state):
            return 0.0, None
        parts = self.target.parts(state)
        if len(parts) > 1:
            costs = [self._of(part) for part in parts]
            return sum(cost for cost, _ in costs), min(cost for cost in costs if cost[1])[1]
        unknown = self.target.unknowns.unknown
        best: tuple[float, Variable | None] = (float("inf"), None)
        # The cheapest first: it sets a low cost to pass. What is as good as another comes in the
        # order of the vocabulary.
        for variable in sorted(asked, key=lambda one: (unknown(one).cost, unknown(one).place)):
            cost = self.asking(state, variable, best[0])
            if cost < best[0] - SAME:
                best = cost, variable
        return best

    def asking(self, state: State, variable: Variable, least: float = float("inf")) -> float:
        """The expected cost of asking this first and going on as is best; stops past `least`."""
        unknown = self.target.unknowns.unknown(variable)
        cost = unknown.cost
        # The likeliest answers first: they pass the least there is soonest.
        for cell, chance in sorted(unknown.answers, key=lambda answer: -answer[1]):
            if chance and cost < least:
                cost += chance * self._of(answer(self.target, state, variable, cell))[0]
        return cost
