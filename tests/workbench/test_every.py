"""Every abstract case, one by one, on both engines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import shipped_pack, small_pack

from kansrijk.engine.durable import DurableEngine, available
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Truths
from kansrijk.screening.questions import with_those_before
from kansrijk.workbench import every
from kansrijk.workbench.abstract import AbstractValues, combinations_of, how_many, values_of
from kansrijk.workbench.every import every_case
from kansrijk.workbench.proof.days import spans

REFERENCE = ReferenceEngine()


@pytest.mark.skipif(not available(), reason="durable-rules is not installed here")
def test_on_every_case_of_hoogeveen_the_engines_agree() -> None:
    pack = shipped_pack("hoogeveen")
    found = list(every_case(pack, [REFERENCE, DurableEngine()]))
    assert {one.key for one in found} == {rule.key for rule in pack.rules}
    assert {one.agree for one in found} == {True}
    # Two criteria out of five, each true, false or unknown.
    assert {one.cases for one in found if one.key == "class:kwetsbaar"} == {3**5}


class Lying:
    """The reference engine, but for one rule that it never finds unknown."""

    name = "lying"

    def __init__(self, key: str) -> None:
        self.key = key

    def findings(self, *given: Any) -> Truths:
        return self._lied(REFERENCE.findings(*given))

    def consequences(self, *given: Any) -> Truths:
        return self._lied(REFERENCE.consequences(*given))

    def _lied(self, truths: Truths) -> Mapping[str, bool | None]:
        return {key: bool(one) if key == self.key else one for key, one in truths.items()}


@pytest.mark.parametrize("key", ["criterion:poverty", "class:high", "phase:early", "action:help"])
def test_an_engine_that_says_no_for_unknown_is_seen(key: str) -> None:
    pack = small_pack()
    found = list(every_case(pack, [REFERENCE, Lying(key)]))
    disagreed = {one.key for one in found if one.agree is False}
    assert key in disagreed
    assert all(key in with_those_before(pack, [one]) for one in disagreed)


def test_too_many_cases_are_not_said_to_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(every, "MOST", 8)
    found = {one.key: one.agree for one in every_case(small_pack(), [REFERENCE])}
    assert (found["class:high"], found["criterion:poverty"]) == (None, True)


def test_a_rule_is_tried_again_where_its_norm_is_another() -> None:
    pack = small_pack(criteria={"poverty": {"when": {"income": {"below": {"norm": "line"}}}}})
    found = [one.on for one in every_case(pack, [REFERENCE]) if one.key == "criterion:poverty"]
    assert found == [date(2025, 1, 1), date(2024, 1, 1), date(2020, 1, 1)]


def test_a_rule_that_looks_at_the_day_is_tried_in_every_phase() -> None:
    pack = small_pack(
        actions={"soon": {"label": "Soon.", "when": {"phase": "early"}, "domain": "social",
                          "role": "nurse", "basis": "policy", "source": "law"}}
    )  # fmt: skip
    (found,) = [one for one in every_case(pack, [REFERENCE]) if one.key == "action:soon"]
    assert found.cases == 1 + len(pack.sections.phases)


def test_the_values_that_rules_tell_apart() -> None:
    table = {
        "label": "t", "unit": "EUR", "basis": "policy", "source": "law", "by": "friends",
        "value": {"0": 10, "7": 20},
    }  # fmt: skip
    pack = small_pack(
        norms={"table": table},
        facts={"spent": {"type": "number", "unit": "EUR", "range": [0, 9], "label": "spent",
                         "question": "Spent?", "asked_by": "nurse"}},
        criteria={
            "poverty": {"when": {"any": [
                {"income": {"below": {"norm": "table", "by": "friends"}}},
                {"income": {"below": 30}}, {"answered": "story"},
            ]}},
            "solitude": {"when": {"spent": {"above": {"fact": "income"}}}},
        },
    )  # fmt: skip
    values = AbstractValues(pack, spans(pack)[0].norms)
    assert values.of("poor") == (False, True)
    assert values.of("smoking") == ("never", "stopped", "daily")
    assert values.of("story") == ("iets",)
    assert values.of("friends") == (0, 1, 3, 6, 7, 8, 9)
    income = values.of("income")
    assert {0, 9, 10, 15, 20, 25, 30, 2515, 5000} <= set(income)
    # The two are held against each other: each has a place just above every value of the other.
    assert Fraction(81, 8) in income
    assert set(values.of("spent")) == {one for one in income if one <= 9} | {9}
    some = values_of(values, ["poor", "smoking"])
    found = list(combinations_of(some))
    assert len(found) == how_many(some) == 12
    assert {} in found and {"poor": True, "smoking": "daily"} in found
