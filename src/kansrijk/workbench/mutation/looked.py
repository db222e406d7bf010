"""A case on a day as a pack looks at it, and what the pack with one thing changed makes of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kansrijk.assessment import Assessment, assess
from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on
from kansrijk.case.norms import norms_on
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Known, Truths, compile_pack, known_of
from kansrijk.pack.pack import Pack
from kansrijk.workbench.expecting import Outcome
from kansrijk.workbench.mutation.mutants import Mutant

REFERENCE = ReferenceEngine()
NORM = "norm:"


class Looked(NamedTuple):
    """A case with what is known in it, and the truths of the pack as it is."""

    pack: Pack
    case: Case
    on: date
    known: Known
    possible: tuple[str, ...]
    truths: Truths

    @staticmethod
    def of(pack: Pack, case: Case, on: date) -> Looked:
        return Looked.at(pack, by_reference(pack, case, on))

    @staticmethod
    def at(pack: Pack, result: Assessment) -> Looked:
        known = known_of(result.facts)
        possible = result.classification.possible
        truths = _truths(pack, known, possible)
        return Looked(pack, result.case, result.date, known, possible, truths)

    def by(self, mutant: Mutant) -> Outcome | None:
        """The outcome by a mutant; None where no rule and so nothing else comes out otherwise."""
        known = self.known
        if mutant.key.startswith(NORM):
            id, packs = mutant.key.removeprefix(NORM), (self.pack, mutant.pack)
            was, now = (norms_on(pack, self.on).get(id) for pack in packs)
            if was == now:
                return None
            known = known_of(facts_on(mutant.pack, self.case, self.on))
        same = known.facts == self.known.facts
        if same and _truths(mutant.pack, known, self.possible) == self.truths:
            return None
        return Outcome.of(by_reference(mutant.pack, self.case, self.on))


def by_reference(pack: Pack, case: Case, on: date) -> Assessment:
    return assess(pack, case, on=on, engines=["reference"])


def _truths(pack: Pack, known: Known, possible: tuple[str, ...]) -> Truths:
    """As if the same classes were possible: what is other by then is looked at in full."""
    rules = compile_pack(pack)
    found = REFERENCE.findings(rules, known)
    return {**found, **REFERENCE.consequences(rules, known, found, possible)}
