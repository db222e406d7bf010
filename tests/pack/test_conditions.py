"""Every way to write a condition, and the tree that it is."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from builders import small_pack

from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    ClassIs,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
)
from kansrijk.pack.numbers import exact, plain
from kansrijk.pack.pack import leaves, norms_in, parts
from kansrijk.pack.rules import finding_key

POOR, ALONE = OneOf("poor", (True,)), OneOf("alone", (True,))
POVERTY, SOLITUDE = Rule("criterion:poverty"), Rule("criterion:solitude")


def early(when: Any) -> Condition:
    """The condition of the signal."""
    pack = small_pack(signals={"danger": {"when": when}})
    return next(rule.when for rule in pack.rules if rule.key == "signal:danger")


def late(when: Any) -> Condition:
    """The condition of an action that has no findings to be for."""
    action = {"label": "x", "domain": "social", "role": "nurse", "basis": "policy", "source": "law"}
    table = {
        "label": "spread", "unit": "people", "basis": "policy", "source": "law",
        "by": "smoking", "value": {"never": 1, "daily": 2},
    }  # fmt: skip
    pack = small_pack(actions={"extra": {**action, "when": when}}, norms={"spread": table})
    return next(rule.when for rule in pack.rules if rule.key == "action:extra")


ROWS: list[tuple[Any, Condition]] = [
    ({"poor": True}, POOR),
    ({"poor": [True, False]}, OneOf("poor", (True, False))),
    ({"smoking": "daily"}, OneOf("smoking", ("daily",))),
    ({"smoking": ["daily", "stopped"]}, OneOf("smoking", ("daily", "stopped"))),
    ({"smoking": {"norm": "smokers"}}, OneOf("smoking", NormRef("smokers"))),
    ({"friends": 3}, OneOf("friends", (3,))),
    ({"income": Decimal("10.50")}, OneOf("income", (Fraction(21, 2),))),
    ({"friends": {"at_least": 3}}, Compare("friends", "at_least", 3)),
    ({"friends": {"at_most": 3}}, Compare("friends", "at_most", 3)),
    ({"friends": {"above": 3}}, Compare("friends", "above", 3)),
    ({"friends": {"below": Decimal("3.0")}}, Compare("friends", "below", 3)),
    (
        {"income": {"above": 10, "at_most": Decimal("10.1")}},
        All((Compare("income", "above", 10), Compare("income", "at_most", Fraction(101, 10)))),
    ),
    ({"friends": {"below": {"norm": "enough"}}}, Compare("friends", "below", NormRef("enough"))),
    ({"income": {"below": {"fact": "income"}}}, Compare("income", "below", FactRef("income"))),
    ({"all": [{"poor": True}, {"alone": True}]}, All((POOR, ALONE))),
    ({"any": [{"poor": True}, {"alone": True}]}, AnyOf((POOR, ALONE))),
    ({"first_known": [{"poor": True}, {"alone": True}]}, FirstKnown((POOR, ALONE))),
    ({"not": {"any": [{"poor": True}]}}, Not(AnyOf((POOR,)))),
    (
        {"count": {"at_least": 1, "of": [{"poor": True}, {"criterion": "poverty"}]}},
        Count(1, (POOR, POVERTY), None, ("", "money")),
    ),
    (
        {
            "count": {
                "at_least": {"norm": "enough"},
                "of": [{"criterion": "poverty"}, {"criterion": "solitude"}],
                "domains": 2,
            }
        },
        Count(NormRef("enough"), (POVERTY, SOLITUDE), 2, ("money", "people")),
    ),
    (
        {"count": {"at_least": 1, "of": [{"criterion": "poverty"}], "domains": {"norm": "enough"}}},
        Count(1, (POVERTY,), NormRef("enough"), ("money",)),
    ),
    ({"criterion": "poverty"}, POVERTY),
    ({"criterion": ["poverty", "solitude"]}, AnyOf((POVERTY, SOLITUDE))),
    ({"signal": "danger"}, Rule("signal:danger")),
    ({"answered": "story"}, Answered("story")),
    ({"class": "high"}, ClassIs(("high",))),
    ({"class": ["high", "low"]}, ClassIs(("high", "low"))),
    ({"may_be": "high"}, MayBe(("high",))),
    ({"phase": ["early", "later"]}, PhaseIs(("early", "later"))),
    (
        {"friends": {"at_least": {"norm": "spread", "by": "smoking"}}},
        Compare("friends", "at_least", NormRef("spread", "smoking")),
    ),
]


@pytest.mark.parametrize(("written", "tree"), ROWS, ids=[str(row[0]) for row in ROWS])
def test_every_way_to_write_a_condition(written: Any, tree: Condition) -> None:
    assert late(written) == tree


@pytest.mark.parametrize(("written", "tree"), ROWS[:20], ids=[str(row[0]) for row in ROWS[:20]])
def test_findings_are_written_the_same(written: Any, tree: Condition) -> None:
    assert early(written) == tree


def test_answered_names_one_fact() -> None:
    assert late({"answered": "story"}) == Answered("story")


def test_a_strength_is_its_fact() -> None:
    rules = {rule.key: rule.when for rule in small_pack().rules}
    assert rules["strength:hope"] == OneOf("hopeful", (True,))


def test_an_action_needs_one_of_its_findings_and_its_own_condition() -> None:
    base = {"domain": "social", "role": "nurse", "basis": "policy", "source": "law", "label": "x"}
    pack = small_pack(
        actions={
            "both": {**base, "for": ["poverty", "danger", "hope"], "when": {"phase": "early"}},
            "own": {**base, "when": {"phase": "early"}},
        }
    )
    rules = {rule.key: rule.when for rule in pack.rules}
    findings = AnyOf((POVERTY, Rule("signal:danger"), Rule("strength:hope")))
    assert rules["action:help"] == AnyOf((POVERTY, SOLITUDE))
    assert rules["action:both"] == All((findings, PhaseIs(("early",))))
    assert rules["action:own"] == PhaseIs(("early",))
    assert finding_key(pack.sections, "hope") == "strength:hope"


@pytest.mark.parametrize(
    "when",
    [
        {"not": {"criterion": "poverty"}},
        {"any": [{"poor": True}, {"not": {"all": [{"signal": "danger"}]}}]},
        {"first_known": [{"not": {"criterion": "poverty"}}]},
        {"count": {"at_least": 1, "of": [{"not": {"criterion": "poverty"}}]}},
    ],
)
def test_a_class_that_more_risk_makes_false_must_say_so(when: Any) -> None:
    small_pack(classes={"classes": {"middle": {"when": when, "may_fall": True}}})
    with pytest.raises(Exception, match="more risk could make `middle` false"):
        small_pack(classes={"classes": {"middle": {"when": when}}})


def test_a_class_may_deny_a_fact() -> None:
    small_pack(classes={"classes": {"middle": {"when": {"not": {"poor": True}}}}})


def test_the_other_readings_are_held_to_the_same() -> None:
    reading = {"id": "x", "label": "x", "when": {"zzz": True}}
    with pytest.raises(Exception, match="`zzz` is not a fact"):
        small_pack(criteria={"poverty": {"alternatives": [reading]}})
    with pytest.raises(Exception, match="`zzz` is not a fact"):
        small_pack(classes={"classes": {"middle": {"alternatives": [reading]}}})
    small_pack(criteria={"poverty": {"basis": "assumption", "alternatives": [
        {**reading, "when": {"poor": False}}]}})  # fmt: skip


def test_an_assumption_may_lean_on_a_norm_with_other_readings() -> None:
    norm = {"enough": {"alternatives": [{"value": 2, "label": "two"}]}}
    for when in (
        {"friends": {"below": {"norm": "enough"}}},
        {"count": {"at_least": {"norm": "enough"}, "of": [{"poor": True}]}},
    ):
        rule = {"basis": "assumption", "when": when}
        small_pack(criteria={"poverty": rule}, norms=norm)
        with pytest.raises(Exception, match="names no other reading"):
            small_pack(criteria={"poverty": rule})


def test_leaves_parts_and_norms_from_left_to_right() -> None:
    counted = Count(NormRef("enough"), (POVERTY, Not(POOR)), NormRef("spread"), ("money", ""))
    tree = AnyOf((FirstKnown((Compare("friends", "below", NormRef("enough")), ALONE)), counted))
    assert list(leaves(tree)) == [
        Compare("friends", "below", NormRef("enough")), ALONE, POVERTY, POOR,
    ]  # fmt: skip
    assert next(parts(tree)) is tree
    assert len(list(parts(tree))) == 8
    assert list(norms_in(All((tree, OneOf("smoking", NormRef("smokers")))))) == [
        "enough", "smokers", "enough", "spread",
    ]  # fmt: skip


# Numbers


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (3, 3),
        (Fraction(6, 2), 3),
        (Fraction(1, 3), Fraction(1, 3)),
        (0.1, Fraction(1, 10)),
        (2.0, 2),
        (Decimal("0.10"), Fraction(1, 10)),
        (Decimal("1e15"), 10**15),
        (Decimal("1e16"), None),
        (Decimal("1e-16"), None),
        (Decimal("NaN"), None),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        ("3", None),
        (None, None),
        ([3], None),
    ],
)
def test_numbers_are_exact(written: Any, number: Any) -> None:
    found = exact(written)
    assert found == number
    assert type(found) is type(number)


def test_numbers_for_json() -> None:
    assert plain(3) == 3
    assert plain(Fraction(1, 3)) == 0.3333
    assert plain(Fraction(1, 3), 1) == 0.3
