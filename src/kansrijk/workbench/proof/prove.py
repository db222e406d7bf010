"""Every claim on every day of the pack: it holds, or the smallest case that shows otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from time import monotonic
from typing import Any, Literal, NamedTuple

import z3

from kansrijk.pack.pack import Pack, norms_in
from kansrijk.screening.questions import class_rules
from kansrijk.workbench.proof.claims import Claim, claims
from kansrijk.workbench.proof.days import Span, spans
from kansrijk.workbench.proof.formulas import Formulas
from kansrijk.workbench.proof.levels import sure_to_be_possible
from kansrijk.workbench.proof.looks import LooksAt, looks_at
from kansrijk.workbench.proof.symbols import Symbols, all_of
from kansrijk.workbench.proof.witness import Data, case_of, looked_at

Outcome = Literal["holds", "fails", "not_in_time", "not_shown"]

EACH_SECONDS = 5
"""How long the solver may take for one claim on one span of days."""

TRIES = 20
"""How many cases of the solver are looked at before none is said to show a claim."""


class Proof(NamedTuple):
    """What was found of a claim. Of one that fails for all: the days, and a case that shows it.

    `not_in_time`: the solver did not find out. `not_shown`: what it found, no case shows.
    """

    claim: Claim
    outcome: Outcome
    span: Span | None = None
    case: Data | None = None

    @property
    def on(self) -> date | None:
        return self.span and self.span.from_


def proofs(pack: Pack, *, seconds: float) -> Iterator[Proof]:
    """One proof a claim, in the order of the pack; after so many seconds the rest is not tried."""
    until, symbols = monotonic() + seconds, Symbols(pack)
    days = [(span, Formulas(symbols, span.norms)) for span in spans(pack)]
    norms = {rule.key: frozenset(norms_in(rule.when)) for rule in pack.rules}
    for claim in claims(pack):
        looks = looks_at(pack, claim.keys)
        rules = claim.keys | (class_rules(pack) if looks.possible else set())
        named = sorted({norm for key in rules for norm in norms[key]})
        proof = _Prover(pack, symbols, claim, looks, until).proof(_different(days, named))
        if claim.kind == "class_reached" and proof.outcome == "fails":
            symbols.rule_out(claim.about.removeprefix("class:"))
        yield proof


Days = list[tuple[Span, Formulas]]


def _different(days: Days, norms: list[str]) -> Days:
    """The spans that differ in these norms, the last of each kind."""
    seen: dict[tuple[str, ...], tuple[Span, Formulas]] = {}
    for span, formulas in days:
        seen.setdefault(span.same(norms), (span, formulas))
    return list(seen.values())


class _Prover(NamedTuple):
    """A claim, and until when it may be worked on."""

    pack: Pack
    symbols: Symbols
    claim: Claim
    looks: LooksAt
    until: float

    def proof(self, days: Days) -> Proof:
        """For all: on every span. Else on one of them."""
        worst: Outcome = "holds" if self.claim.for_all else "fails"
        for span, formulas in days:
            outcome, case = self._on(span, formulas)
            if case is not None:
                failed = self.claim.for_all
                return (
                    Proof(self.claim, "fails", span, case) if failed else Proof(self.claim, "holds")
                )
            worst = outcome or worst
        return Proof(self.claim, worst)

    def _on(self, span: Span, formulas: Formulas) -> tuple[Outcome | None, Data | None]:
        """A case that makes the formula true on a span, looked at; or why there is none."""
        solver = z3.Solver(ctx=self.symbols.ctx)
        solver.add(self.claim.formula(formulas), *self.symbols.limits(self.looks))
        for surely in sure_to_be_possible(formulas) if self.looks.possible else ((),):
            solver.push()
            solver.add(*self.symbols.to_write(self.looks), *surely)
            case = self._shown(solver, span)
            if case is not None:
                return None, case
            solver.pop()
        # What no file can hold may still be derived: only where that is ruled out too it is proved.
        asked = self._check(solver)
        if asked == z3.unsat:
            return None, None
        return "not_shown" if asked == z3.sat else "not_in_time", None

    def _shown(self, solver: Any, span: Span) -> Data | None:
        """The first case that shows the claim, of some that the solver gives."""
        for _ in range(TRIES):
            if self._check(solver) != z3.sat:
                return None
            model = self._smallest(solver) if self.claim.for_all else solver.model()
            case = case_of(model, self.symbols, self.looks, span.from_)
            view = None if case is None else looked_at(self.pack, case, span.from_)
            if view is not None and self.claim.seen(view):
                return case
            solver.add(self._another(model))
        return None

    def _check(self, solver: Any) -> Any:
        left = min(self.until - monotonic(), EACH_SECONDS)
        if left <= 0:
            return z3.unknown
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
