"""A case that makes a formula true, looked at as a case file: or that there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from time import monotonic
from typing import Any, Literal, NamedTuple

import z3

from kansrijk.workbench.proof.looks import LooksAt
from kansrijk.workbench.proof.symbols import Symbols, all_of
from kansrijk.workbench.proof.witness import Data, case_of

EACH_SECONDS = 5
"""How long the solver may take for one question."""

TRIES = 20
"""How many cases of the solver are looked at before none is said to show anything."""

Why = Literal["none", "not_in_time", "not_shown"]


class Search(NamedTuple):
    """What is looked at, on which day, and until when the solver may work.

    `shows` looks at a case: whether it is one of those that are looked for.
    """

    symbols: Symbols
    looks: LooksAt
    on: date
    until: float
    shows: Callable[[Data], bool]

    def case(
        self, formula: Any, surely: Iterable[tuple[Any, ...]] = ((),), *, smallest: bool
    ) -> Data | Why:
        """The first case that shows it; or that there is `none`, proved, or why that is not sure.

        `surely` are conditions under which the formula is true of real cases, the best first.
        """
        solver = z3.Solver(ctx=self.symbols.ctx)
        solver.add(formula, *self.symbols.limits(self.looks))
        for conditions in surely:
            solver.push()
            solver.add(*self.symbols.to_write(self.looks), *conditions)
            case = self._shown(solver, smallest=smallest)
            if case is not None:
                return case
            solver.pop()
        # What no file can hold may still be derived: only where that is ruled out too it is proved.
        asked = self._check(solver)
        if asked == z3.unsat:
            return "none"
        return "not_shown" if asked == z3.sat else "not_in_time"

    def _shown(self, solver: Any, *, smallest: bool) -> Data | None:
        """The first case that is one of them, of some that the solver gives."""
        for _ in range(TRIES):
            if self._check(solver) != z3.sat:
                return None
            model = self._smallest(solver) if smallest else solver.model()
            case = case_of(model, self.symbols, self.looks, self.on)
            if case is not None and self.shows(case):
                return case
            solver.add(self._another(model))
        return None

    def _check(self, solver: Any) -> Any:
        left = min(self.until - monotonic(), EACH_SECONDS)
        if left <= 0:
            return z3.unknown
        # It would take an interrupt for itself, and go on as if time were up.
        solver.set("ctrl_c", False)
        solver.set("timeout", max(1, int(left * 1000)))
        return solver.check()

    def _smallest(self, solver: Any) -> Any:
        """A model with as few facts known as can be."""
        best = z3.Optimize(ctx=self.symbols.ctx)
        best.add(*solver.assertions())
        for id in self.looks.facts:
            best.add_soft(z3.Not(self.symbols.fact(id).known))
        return best.model() if self._check(best) == z3.sat else solver.model()

    def _another(self, model: Any) -> Any:
        """Not this again: something is known that was not, or the other way round, or a value is
        another."""
        same = []
        for id in self.looks.facts:
            fact = self.symbols.fact(id)
            known = model.eval(fact.known, model_completion=True)
            same.append(fact.known == known)
            if z3.is_true(known):
                same.append(fact.value == model.eval(fact.value, model_completion=True))
        others = [self.symbols.circumstance(name) for name in self.looks.circumstances]
        others += [self.symbols.phase] * self.looks.phase
        same += [one == model.eval(one, model_completion=True) for one in others]
        return z3.Not(all_of(same, self.symbols.ctx))
