"""What a rule can still become, beside what it becomes by every answer to what is unknown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from builders import small_pack

from kansrijk.engine.reference import View
from kansrijk.engine.reference import test_of as truth_in
from kansrijk.engine.ruleset import Known
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Compare,
    Condition,
    Count,
    FirstKnown,
    NormRef,
    Not,
    OneOf,
    Rule,
)
from kansrijk.pack.pack import Pack
from kansrijk.screening.reach import FALSE, TRUE, reach_of, reach_of_rules

Truths = set[bool]
EITHER: Truths = {True, False}
BASED = {"basis": "policy", "source": "law"}
A, B, C = (OneOf(fact, (True,)) for fact in ("poor", "alone", "violence"))
TWO, GAP = NormRef("two"), NormRef("gap")
UNKNOWN = Count(GAP, (Answered("story"),))


def truths_of(bits: int) -> Truths:
    return {truth for truth, bit in ((True, TRUE), (False, FALSE)) if bits & bit}


def can_become(
    condition: Condition,
    answers: dict[str, Any],
    open_: set[str] | None = None,
    pack: Pack | None = None,
) -> Truths:
    """What a condition can become where all that is unknown may be asked, or only what is open."""
    known = Known(answers, {"two": 2})
    open_ = {"poor", "alone", "violence"} - answers.keys() if open_ is None else open_
    reach = reach_of(pack or small_pack(), condition)
    return truths_of(reach(View(known, {}, ()), {}, frozenset(open_)))


def completed(answers: dict[str, bool | None]) -> Iterator[dict[str, bool]]:
    """The answers with every answer to what is unknown."""
    each = [(False, True) if value is None else (value,) for value in answers.values()]
    for values in product(*each):
        yield dict(zip(answers, values, strict=True))


@pytest.mark.parametrize(
    "condition",
    [
        A,
        Not(A),
        All((A, B, C)),
        AnyOf((A, B, C)),
        Not(All((A, AnyOf((B, Not(C)))))),
        *(Count(least, (A, B, C)) for least in (1, 2, 3)),
        Count(TWO, (A, B, C)),
        Count(2, (A, B, C), 2, ("money", "money", "people")),
        Count(1, (A, B, C), TWO, ("money", "money", "people")),
    ],
)
def test_each_truth_that_some_answers_give_and_no_other(condition: Condition) -> None:
    for of in product((None, False, True), repeat=3):
        answers = dict(zip(("poor", "alone", "violence"), of, strict=True))
        expected = {
            truth_in(condition)(View(Known(all_, {"two": 2}), {}, ()))
            for all_ in completed(answers)
        }
        known = {id: value for id, value in answers.items() if value is not None}
        assert can_become(condition, known) == expected, known


def test_a_count_to_a_number_in_a_gap_can_become_either() -> None:
    for least, domains in ((GAP, None), (1, GAP)):
        count = Count(least, (A, B), domains, ("money", "people"))
        assert can_become(count, {"poor": True, "alone": True}) == EITHER


@pytest.mark.parametrize(
    ("ways", "answers", "open_", "truths"),
    [
        ((A, B), {"poor": True, "alone": False}, set(), {True}),
        ((A, B), {"poor": False, "alone": True}, set(), {False}),
        # The first can still become known, or is declined.
        ((A, B), {"alone": True}, {"poor"}, EITHER),
        ((A, B), {"alone": True}, {"violence"}, {True}),
        ((A, B), {"alone": False}, set(), {False}),
        ((A, B, C), {"violence": True}, {"alone"}, EITHER),
        ((A, B), {}, set(), EITHER),
        # One that is known, and that can turn, counts.
        ((FirstKnown((A, B)), C), {"alone": True, "violence": False}, {"poor"}, EITHER),
        # By an answer to a fact that it does not test, or by a rule, it may become known as well.
        ((AnyOf((Answered("poor"), UNKNOWN)), B), {"alone": False}, {"poor"}, EITHER),
        ((AnyOf((Answered("poor"), UNKNOWN)), B), {"alone": False}, {"alone"}, {False}),
        ((AnyOf((Rule("criterion:poverty"), C)), B), {"alone": True}, set(), EITHER),
    ],
)
def test_the_first_way_that_is_known_unless_an_earlier_one_can_be(
    ways: tuple[Condition, ...], answers: dict[str, bool], open_: set[str], truths: Truths
) -> None:
    known = Known(answers, {})
    reach = reach_of(small_pack(), FirstKnown(ways))
    view = View(known, {"criterion:poverty": None}, ())
    assert truths_of(reach(view, {}, frozenset(open_))) == truths


def test_what_is_not_answered_may_be_and_what_is_stays() -> None:
    assert can_become(Answered("poor"), {}) == EITHER
    assert can_become(Answered("poor"), {"poor": False}) == {True}


@pytest.mark.parametrize(
    ("condition", "alone", "truths"),
    [
        (All((B, Answered("poor"))), True, EITHER),
        (All((B, Answered("poor"))), False, {False}),
        (AnyOf((B, Answered("poor"))), False, EITHER),
        (AnyOf((B, Answered("poor"))), True, {True}),
        (Not(Answered("poor")), True, EITHER),
        (Not(Not(Answered("alone"))), True, {True}),
        (Count(1, (B, Answered("poor"))), False, EITHER),
        (Count(2, (B, Answered("poor"))), False, {False}),
        (FirstKnown((Answered("poor"), B)), True, EITHER),
    ],
)
def test_what_can_turn_does_so_in_all_that_it_is_a_part_of(
    condition: Condition, alone: bool, truths: Truths
) -> None:
    assert can_become(condition, {"alone": alone}) == truths


def number(unit: str, **rest: Any) -> dict[str, Any]:
    asked = {} if "derive" in rest else {"question": "?", "asked_by": "nurse"}
    return {"type": "number", "unit": unit, "range": [5, 200], **asked, **rest}


def weighed_pack(**changes: Any) -> Pack:
    """A BMI of two weights, one of one weight, and a sum of the first."""
    by = {"height_cm": "height"}
    facts = {
        "height": number("cm"),
        "before": number("kg"),
        "later": number("kg"),
        "bmi": number("kg/m2", derive={"bmi": {**by, "weight_kg": ["before", "later"]}}),
        "plain": number("kg/m2", derive={"bmi": {**by, "weight_kg": ["later"]}}),
        "more": number("kg/m2", derive={"sum": {"of": ["bmi", "plain"]}}),
    }
    labelled = {id: {"label": id, **of} for id, of in facts.items()}
    return small_pack(facts=labelled | changes.pop("facts", {}), **changes)


@pytest.mark.parametrize(
    ("condition", "open_", "truths"),
    [
        (Compare("bmi", "at_least", 30), {"bmi"}, EITHER),
        (Compare("bmi", "at_least", 30), {"before", "plain"}, {True}),
        (Compare("more", "at_least", 99), {"more"}, EITHER),
        (Compare("more", "at_least", 99), set(), {False}),
        (OneOf("bmi", (35,)), {"bmi"}, EITHER),
        (Compare("plain", "at_least", 30), {"plain"}, {True}),
        (A, {"poor"}, {False}),
    ],
)
def test_a_known_measure_turns_only_where_it_can_be_weighed_again(
    condition: Condition, open_: set[str], truths: Truths
) -> None:
    answers = {"bmi": 35, "plain": 35, "more": 70, "poor": False}
    assert can_become(condition, answers, open_, weighed_pack()) == truths


OTHER: dict[str, Any] = {"alone": True}


@pytest.mark.parametrize(
    ("when", "as_it_is"),
    [
        ({"poor": True}, True),
        ({"any": [{"not": {"poor": True}}, {"count": {"at_least": 1, "of": [OTHER]}}]}, True),
        ({"plain": {"at_least": 30}}, True),
        ({"plain": [30]}, True),
        ({"criterion": "solitude"}, True),
        ({"criterion": "turning"}, False),
        ({"all": [{"criterion": "solitude"}, {"criterion": "turning"}]}, False),
        ({"any": [OTHER, {"first_known": [{"poor": True}]}]}, False),
        ({"all": [OTHER, {"not": {"answered": "poor"}}]}, False),
        ({"bmi": {"at_least": 30}}, False),
        ({"all": [OTHER, {"more": [30]}]}, False),
    ],
)
def test_a_rule_that_keeps_its_truth_is_as_it_is_and_only_another_is_worked_out(
    when: dict[str, Any], as_it_is: bool
) -> None:
    """The truths say that all rules are true, and nothing that they look at is known."""
    turning = {"label": "t", "domain": "money", "when": {"first_known": [{"poor": True}]}, **BASED}
    pack = weighed_pack(
        criteria={"turning": turning},
        classes={"classes": {"high": {"when": when}, "middle": {"when": {"criterion": "turning"}}}},
        actions={"help": {"for": ["poverty", "solitude", "turning"]}},
    )
    truths: Any = dict.fromkeys((rule.key for rule in pack.rules), True)
    found = reach_of_rules(pack, View(Known({}, {}), truths, ()), frozenset({"poor", "bmi"}))
    assert truths_of(found["class:high"]) == ({True} if as_it_is else EITHER)
    assert truths_of(found["criterion:turning"]) == EITHER


def test_only_the_rules_that_the_class_hangs_on_are_looked_at() -> None:
    pack = small_pack()
    truths = {rule.key: None for rule in pack.rules} | {
        "criterion:poverty": True,
        "class:middle": False,
    }
    found = reach_of_rules(pack, View(Known({}, {}), truths, ()), frozenset())
    assert {key: truths_of(bits) for key, bits in found.items()} == {
        "criterion:poverty": {True},
        "criterion:solitude": EITHER,
        "class:high": EITHER,
        "class:middle": {False},
    }


def test_a_rule_by_another_is_what_that_one_can_become() -> None:
    turning = {"first_known": [{"poor": True}]}
    high = {"all": [{"criterion": "poverty"}, {"criterion": "solitude"}]}
    pack = small_pack(
        criteria={"poverty": {"when": turning}, "solitude": {"when": turning}},
        classes={"classes": {"high": {"when": high}}},
    )
    for poor in (True, False):
        view = View(Known({"poor": poor}, {}), {"criterion:poverty": None}, ())
        found = reach_of_rules(pack, view._replace(truths=dict.fromkeys(view.truths)), frozenset())
        assert truths_of(found["class:high"]) == {poor}
