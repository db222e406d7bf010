"""All that is found of a pack: its proofs, every abstract case, and where `possible` is exact."""

from __future__ import annotations

from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on
from kansrijk.engine.durable import DurableEngine, available
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.exploring.exactness import Exactness, exactness
from kansrijk.pack.pack import Pack
from kansrijk.workbench.every import Tried, every_case
from kansrijk.workbench.proof.days import spans
from kansrijk.workbench.proof.prove import Proof, proofs


class Proved(NamedTuple):
    """`tried` is None where there are no two engines to compare."""

    proofs: tuple[Proof, ...]
    tried: tuple[Tried, ...] | None
    exact: Exactness

    @property
    def holds(self) -> bool:
        """Nothing failed, and nothing was left out."""
        agreed = self.tried is not None and all(one.agree for one in self.tried)
        return agreed and all(proof.outcome == "holds" for proof in self.proofs)


def proved(pack: Pack, *, seconds: float) -> Proved:
    """What the solver did not prove in so many seconds is said to be not proved."""
    found = tuple(proofs(pack, seconds=seconds))
    engines = (ReferenceEngine(), DurableEngine())
    tried = tuple(every_case(pack, engines)) if available() else None
    latest = spans(pack)[0].from_
    return Proved(found, tried, exactness(pack, facts_on(pack, Case(case="prove"), latest)))
