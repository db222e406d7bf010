"""The formulas of a pack say what the reference engine says."""

from __future__ import annotations

import random
from typing import Any

import pytest
import z3
from builders import small_pack
from promises.strategies import case_data, load, pack_data, read

from kansrijk.assessment import assess
from kansrijk.case.norms import norms_on
from kansrijk.engine.ruleset import Known, known_of
from kansrijk.pack.events import CIRCUMSTANCES
from kansrijk.workbench.proof import formulas as module
from kansrijk.workbench.proof.formulas import Formulas
from kansrijk.workbench.proof.looks import LooksAt, looks_at
from kansrijk.workbench.proof.symbols import Symbols, number


def held_to(symbols: Symbols, known: Known, possible: tuple[str, ...]) -> Any:
    """A model in which all is as it is known."""
    solver = z3.Solver(ctx=symbols.ctx)
    for id in symbols.pack.sections.facts:
        fact = symbols.fact(id)
        value = known.facts.get(id)
        solver.add(fact.known == (value is not None))
        if value is not None:
            place = fact.values.index(value) if fact.values and value in fact.values else None
            if fact.values is None:
                solver.add(fact.value == number(value, symbols.ctx))
            else:
                solver.add(fact.value == (len(fact.values) - 1 if place is None else place))
    for name in CIRCUMSTANCES:
        solver.add(symbols.circumstance(name) == (name in known.circumstances))
    phase = -1 if known.phase is None else symbols.phases.index(known.phase)
    solver.add(symbols.phase == phase)
    for id, is_possible in symbols.possible.items():
        solver.add(is_possible == (id in possible))
    keys = [rule.key for rule in symbols.pack.rules]
    solver.add(*symbols.limits(looks_at(symbols.pack, keys)))
    assert solver.check() == z3.sat
    return solver.model()


def differences(seed: int, packs: int) -> list[Any]:
    rng, wrong = random.Random(seed), []
    for _ in range(packs):
        sections = pack_data(rng, may_fall=True)
        pack = load(sections)
        for _ in range(4):
            case, on = case_data(rng, sections)
            result = assess(pack, read(case), on=on, engines=["reference"])
            symbols = Symbols(pack)
            known = known_of(result.facts)
            formulas = Formulas(symbols, {id: one.value for id, one in norms_on(pack, on).items()})
            made = {rule.key: formulas.rule(rule.key) for rule in pack.rules}
            model = held_to(symbols, known, result.classification.possible)
            for key, truth in result.screening.truths.items():
                one = made[key]
                told = {
                    value: z3.is_true(model.eval(formula, model_completion=True))
                    for value, formula in (
                        (True, one.true),
                        (False, one.false),
                        (None, one.unknown),
                    )
                }
                if told != {value: value is truth for value in told}:
                    wrong.append((key, truth, told, case, on))
    return wrong


def test_they_say_what_the_reference_engine_says() -> None:
    assert differences(5, 25) == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("_first_known", lambda self, ways: ways[0]),
        ("_count", lambda self, count: self.of(module.AnyOf(count.of))),
        ("_in_table", lambda self, fact, holds, norm, by: self._never),
        ("_at_least", lambda self, items, many: self.symbols.true(True)),
    ],
)
def test_this_sees_a_wrong_table(name: str, fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Formulas, name, fault)
    assert differences(5, 25)


def test_a_fact_has_its_limits_though_no_formula_has_named_it_yet() -> None:
    symbols = Symbols(small_pack())
    looks = LooksAt(("friends",), (), False, False)
    assert len(list(symbols.limits(looks))) == 1
