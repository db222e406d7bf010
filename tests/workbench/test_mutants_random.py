"""What no test notices is said to make no difference only where trying every case gives none."""

from __future__ import annotations

import random
from typing import Any

import pytest
from builders import shipped_pack
from promises.strategies import load, pack_data

from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Known, compile_pack
from kansrijk.pack.pack import Pack
from kansrijk.screening.questions import with_those_before
from kansrijk.workbench.abstract import AbstractValues, combinations_of, how_many
from kansrijk.workbench.mutation import killing
from kansrijk.workbench.mutation.killing import Killed, killed
from kansrijk.workbench.mutation.mutants import Mutant, mutants
from kansrijk.workbench.proof.days import spans
from kansrijk.workbench.proof.looks import looks_at
from kansrijk.workbench.proof.witness import looked_at


def is_another(pack: Pack, mutant: Mutant) -> bool | None:
    """Whether a criterion is another in some abstract case; None where there are too many."""
    keys = with_those_before(pack, [mutant.key])
    facts = {f for one in (pack, mutant.pack) for f in looks_at(one, keys).facts}
    for span in spans(pack):
        values = [AbstractValues(one, span.norms) for one in (pack, mutant.pack)]
        every = {id: tuple(dict.fromkeys(v for one in values for v in one.of(id))) for id in facts}
        if how_many(every) > 600:
            return None
        for known in combinations_of(every):
            truths = [
                ReferenceEngine().findings(compile_pack(one), Known(known, span.norms))[mutant.key]
                for one in (pack, mutant.pack)
            ]
            if truths[0] is not truths[1]:
                return True
    return False


def wrong(seed: int, packs: int) -> tuple[int, list[Any]]:
    rng, seen, bad = random.Random(seed), 0, []
    for _ in range(packs):
        sections = pack_data(rng, small=True, may_fall=True)
        sections.pop("tests", None)
        pack = load(sections)
        for mutant in mutants(pack):
            expected = is_another(pack, mutant) if mutant.key.startswith("criterion:") else None
            if expected is not None:
                seen += 1
                one = killing._left(pack, mutant, float("inf"))
                if (one.fate == "survived") is not expected or one.fate == "not_sure":
                    bad.append((one, expected))
                assert one.shown is None or shows(pack, one)
    return seen, bad


def shows(pack: Pack, one: Killed) -> bool:
    assert one.shown is not None and one.shown.case is not None
    views = [looked_at(p, one.shown.case, one.shown.on) for p in (pack, one.mutant.pack)]
    before, after = (view and (view.truths.get(one.shown.key), view.possible) for view in views)
    return before != after


def test_what_no_test_notices_is_equivalent_only_where_no_case_differs() -> None:
    seen, bad = wrong(2, 1)
    assert bad == []
    assert seen > 5


def test_this_sees_a_difference_that_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(killing, "differences", lambda *_, **__: iter(()))
    assert wrong(2, 1)[1]


def test_of_hoogeveen_no_mutant_survives() -> None:
    found = list(killed(shipped_pack("hoogeveen"), seconds=600))
    left = [
        (one.mutant.what, one.mutant.key) for one in found if one.fate in ("survived", "not_sure")
    ]
    assert left == []
    assert len(found) > 400
