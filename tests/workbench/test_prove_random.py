"""What is proved of random packs is what trying every abstract case gives."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest
from promises.strategies import load, pack_data

from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import Known, compile_pack
from kansrijk.pack.pack import Pack
from kansrijk.workbench.abstract import AbstractValues, combinations_of, how_many, values_of
from kansrijk.workbench.proof import prove
from kansrijk.workbench.proof.claims import Claim
from kansrijk.workbench.proof.days import spans
from kansrijk.workbench.proof.formulas import Formulas
from kansrijk.workbench.proof.looks import looks_at
from kansrijk.workbench.proof.prove import proofs

MOST = 500
"""So many abstract cases are tried of a claim; one with more is left to others."""


def shown(pack: Pack, claim: Claim) -> bool | None:
    """Whether some abstract case on some day shows a claim; None where there are too many."""
    looks = looks_at(pack, claim.keys)
    if looks.phase or looks.possible or looks.circumstances:
        return None
    for span in spans(pack):
        values = values_of(AbstractValues(pack, span.norms), looks.facts)
        if how_many(values) > MOST:
            return None
        for facts in combinations_of(values):
            known, engine, rules = Known(facts, span.norms), ReferenceEngine(), compile_pack(pack)
            truths = dict(engine.findings(rules, known))
            truths |= engine.consequences(rules, known, truths, ())
            if claim.seen(View(known, truths, ())):
                return True
    return False


def differences(seed: int, packs: int) -> tuple[Counter[Any], list[Any]]:
    rng, seen, wrong = random.Random(seed), Counter[Any](), []
    for _ in range(packs):
        pack = load(pack_data(rng, small=True, may_fall=True))
        for proof in proofs(pack, seconds=600):
            found = shown(pack, proof.claim)
            if found is None:
                continue
            expected = "holds" if found is not proof.claim.for_all else "fails"
            seen[proof.claim.kind, expected] += 1
            if proof.outcome != expected:
                wrong.append((proof.claim, proof.outcome, expected))
    return seen, wrong


def test_what_is_proved_is_what_trying_every_case_gives() -> None:
    seen, wrong = differences(3, 4)
    assert wrong == []
    assert {kind for kind, _ in seen} >= {
        "apart", "can_be_false", "can_be_true", "class_reached", "criterion_matters", "is_a_reason",
        "part_matters", "told_is_known",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("where", "name", "fault"),
    [
        (Formulas, "_at_least", lambda self, items, many: self.symbols.true(True)),
        (Formulas, "_first_known", lambda self, ways: ways[0]),
        (prove, "_different", lambda days, norms: days[-1:]),
    ],
)
def test_this_sees_a_proof_that_is_wrong(
    where: Any, name: str, fault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, name, fault)
    assert differences(3, 2)[1]
