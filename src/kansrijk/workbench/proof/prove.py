"""Every claim on every day of the pack: it holds, or the smallest case that shows otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from time import monotonic
from typing import Literal, NamedTuple

from kansrijk.pack.pack import Pack, norms_in
from kansrijk.screening.questions import class_rules
from kansrijk.workbench.proof.came_up import CameUp
from kansrijk.workbench.proof.claims import Claim, claims
from kansrijk.workbench.proof.days import Span, spans
from kansrijk.workbench.proof.formulas import Formulas
from kansrijk.workbench.proof.levels import sure_to_be_possible
from kansrijk.workbench.proof.looks import LooksAt, looks_at
from kansrijk.workbench.proof.search import Search, Why
from kansrijk.workbench.proof.symbols import Symbols
from kansrijk.workbench.proof.witness import Data

Outcome = Literal["holds", "fails", "not_in_time", "not_shown"]


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
    came_up = CameUp(pack)
    days = [(span, Formulas(symbols, span.norms)) for span in spans(pack)]
    norms = {rule.key: frozenset(norms_in(rule.when)) for rule in pack.rules}
    for claim in claims(pack):
        looks = looks_at(pack, claim.keys)
        rules = claim.keys | (class_rules(pack) if looks.possible else set())
        named = sorted({norm for key in rules for norm in norms[key]})
        prover = _Prover(pack, symbols, claim, looks, until, came_up)
        proof = prover.proof(_different(days, named))
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
    came_up: CameUp

    def proof(self, days: Days) -> Proof:
        """For all: on every span. Else on one of them."""
        if not self.claim.for_all and self.came_up.shows(self.claim):
            return Proof(self.claim, "holds")
        worst: Outcome = "holds" if self.claim.for_all else "fails"
        for span, formulas in days:
            found = self._on(span, formulas)
            if isinstance(found, dict):
                holds = Proof(self.claim, "holds")
                return Proof(self.claim, "fails", span, found) if self.claim.for_all else holds
            worst = worst if found == "none" else found
        return Proof(self.claim, worst)

    def _on(self, span: Span, formulas: Formulas) -> Data | Why:
        """A case that makes the formula true on a span; or why there is none."""

        def shows(case: Data) -> bool:
            return self.came_up.looked(self.claim, case, span.from_)

        search = Search(self.symbols, self.looks, span.from_, self.until, shows)
        surely = sure_to_be_possible(formulas) if self.looks.possible else ((),)
        return search.case(self.claim.formula(formulas), surely, smallest=self.claim.for_all)
