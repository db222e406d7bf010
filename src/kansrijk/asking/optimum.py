"""The order of questions of least expected cost: exact, by dynamic programming over states."""

from __future__ import annotations

from kansrijk.asking.residual import Variable
from kansrijk.asking.settling import State, Target, answer, asks
from kansrijk.asking.unknowns import TooLarge

MOST_STATES = 20_000
"""So many states take some seconds."""


class Optimum:
    """The least expected cost of settling a target from any state, worked out once for each."""

    def __init__(self, target: Target, most: int = MOST_STATES) -> None:
        self.target = target
        self._most = most
        self._best: dict[State, tuple[float, Variable | None]] = {}

    def cost(self, state: State) -> float:
        """Raises TooLarge where there are more states than it was given."""
        return self._of(state)[0]

    def best(self, state: State) -> Variable | None:
        """What to ask first; None where it is settled or nothing is left to ask."""
        return self._of(state)[1]

    def _of(self, state: State) -> tuple[float, Variable | None]:
        found = self._best.get(state)
        if found is None:
            if len(self._best) >= self._most:
                raise TooLarge
            found = self._best[state] = self._least(state)
        return found

    def _least(self, state: State) -> tuple[float, Variable | None]:
        asked = asks(state)
        if not asked or self.target.settled(state):
            return 0.0, None
        parts = self.target.parts(state)
        if len(parts) > 1:
            costs = [self._of(part) for part in parts]
            return sum(cost for cost, _ in costs), min(costs)[1]
        unknown = self.target.unknowns.unknown
        best: tuple[float, Variable | None] = (float("inf"), None)
        for variable in sorted(asked, key=lambda variable: (unknown(variable).cost, variable)):
            cost = self.asking(state, variable, best[0])
            if cost < best[0]:
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
