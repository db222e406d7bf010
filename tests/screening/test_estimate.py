"""What asking for a rule is estimated to cost, and in which order it asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations, product
from math import isclose, prod
from typing import Any

import pytest
from builders import facts_of, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import Known, compile_pack, known_of
from kansrijk.pack.condition import All, Answered, AnyOf, Count, FirstKnown, NormRef, Not
from kansrijk.screening import estimate as module
from kansrijk.screening.estimate import KNOWN, Estimate, estimates
from kansrijk.screening.questions import _order


def asked(when: Any) -> tuple[str, ...]:
    """The facts that an action asks for, in a case of which nothing is known."""
    action = {"label": "Visit.", "for": ["poverty"], "domain": "social", "role": "nurse",
              "when": when, "basis": "policy", "source": "law"}  # fmt: skip
    pack = small_pack(actions={"visit": action})
    facts, engine, rules = facts_of(pack), ReferenceEngine(), compile_pack(pack)
    known, possible = known_of(facts), ("high", "middle", "low")
    truths = dict(engine.findings(rules, known))
    truths |= engine.consequences(rules, known, truths, possible)
    found = estimates(pack, View(known, truths, possible), facts)
    assert found["criterion:poverty"].order == ("poor",)
    return found["action:visit"].order


def test_after_the_class_a_rule_asks_for_its_own_facts_alone() -> None:
    assert asked({"any": [{"criterion": "poverty"}, {"friends": {"below": 2}}]}) == ("friends",)
    both = {"all": [{"any": [{"criterion": "poverty"}, {"smoking": "daily"}]}, {"hopeful": True}]}
    assert set(asked(both)) == {"smoking", "hopeful"}


# One test


def number(id: str, cost: int, **more: Any) -> dict[str, Any]:
    return {"type": "integer", "unit": "people", "range": [0, 9], "label": id, "question": "?",
            "asked_by": "nurse", "cost": cost, **more}  # fmt: skip


def norm(id: str, **more: Any) -> dict[str, Any]:
    return {"label": id, "unit": "people", "basis": "policy", "source": "law", **more}


GAP = {"from": "2040-01-01"}
PARTS: Any = {
    "facts": {
        "poor": {"cost": 2, "prevalence": {"source": "law", "shares": {"yes": 0.1, "no": 0.9}}},
        "smoking": {"cost": 5},
        "friends": {"cost": 3},
        "kin": number("kin", 4),
        "people": {"type": "integer", "unit": "people", "range": [0, 18], "label": "people",
                   "derive": {"sum": {"of": ["friends", "kin"]}}},
        "child": {"type": "integer", "unit": "months", "range": [0, 9], "label": "child",
                  "derive": {"child_age": {}}},
    },
    "norms": {
        "gone": norm("gone", values=[{**GAP, "value": 3}]),
        "table": norm("table", by="smoking", value={"never": 4, "daily": 1}),
        "later": norm("later", by="smoking", values=[{**GAP, "value": {"never": 4}}]),
        "words": norm("words", unit="words", values=[{**GAP, "value": ["daily"]}]),
    },
}  # fmt: skip


def found_in(when: Any, **known: Any) -> Mapping[str, Estimate]:
    """The estimates of a case of the small pack, in which one criterion asks this."""
    pack = small_pack(**PARTS, criteria={"poverty": {"when": when}})
    facts = facts_of(pack, facts=known)
    truths = dict(ReferenceEngine().findings(compile_pack(pack), known_of(facts)))
    others = dict.fromkeys(rule.key for rule in pack.rules if rule.stratum == "consequences")
    return estimates(pack, View(known_of(facts), {**others, **truths}, ()), facts)


def at(table: str) -> dict[str, Any]:
    return {"kin": {"below": {"norm": table, "by": "smoking"}}}


BY_FACT = {"kin": {"below": {"fact": "friends"}}}
SHUT, NO, YES = (None, 0, 0, 0, ()), (False, 0, 1, 0, ()), (True, 1, 0, 0, ())


@pytest.mark.parametrize(
    ("when", "known", "expected"),
    [
        ({"poor": True}, {}, (None, 0.1, 0.9, 2, ("poor",))),
        ({"poor": False}, {}, (None, 0.9, 0.1, 2, ("poor",))),
        ({"poor": True}, {"poor": False}, NO),
        ({"poor": True}, {"poor": "declined"}, SHUT),
        ({"answered": "poor"}, {}, NO),
        ({"answered": "poor"}, {"poor": False}, YES),
        ({"friends": {"below": 3}}, {}, (None, 0.3, 0.7, 3, ("friends",))),
        ({"friends": {"below": {"norm": "enough"}}}, {}, (None, 0.3, 0.7, 3, ("friends",))),
        ({"friends": {"below": {"norm": "enough"}}}, {"friends": 2}, YES),
        ({"friends": {"below": {"norm": "enough"}}}, {"friends": "declined"}, SHUT),
        ({"smoking": {"norm": "smokers"}}, {}, (None, 2 / 3, 1 / 3, 5, ("smoking",))),
        ({"smoking": {"norm": "smokers"}}, {"smoking": "never"}, NO),
        # In a gap no answer tells.
        ({"friends": {"below": {"norm": "gone"}}}, {}, SHUT),
        ({"friends": {"below": {"norm": "gone"}}}, {"friends": 2}, SHUT),
        ({"smoking": {"norm": "words"}}, {}, SHUT),
        (at("later"), {}, SHUT),
        (at("later"), {"smoking": "never"}, SHUT),
        (at("later"), {"kin": 2}, SHUT),
        # What picks the bound is asked first: without it the other tells nothing.
        (at("table"), {}, (None, 0.5, 0.5, 9, ("smoking", "kin"))),
        (at("table"), {"smoking": "never"}, (None, 0.4, 0.6, 4, ("kin",))),
        (at("table"), {"kin": 2}, (None, 0.5, 0.5, 5, ("smoking",))),
        (at("table"), {"smoking": "stopped"}, SHUT),
        (at("table"), {"smoking": "stopped", "kin": 2}, SHUT),
        (at("table"), {"smoking": "declined"}, SHUT),
        (at("table"), {"kin": "declined"}, SHUT),
        (at("table"), {"smoking": "never", "kin": 2}, YES),
        (BY_FACT, {}, (None, 0.5, 0.5, 7, ("friends", "kin"))),
        (BY_FACT, {"friends": 2}, (None, 0.2, 0.8, 4, ("kin",))),
        (BY_FACT, {"kin": 2}, (None, 0.5, 0.5, 3, ("friends",))),
        (BY_FACT, {"friends": "declined"}, SHUT),
        (BY_FACT, {"friends": 2, "kin": 2}, NO),
        # A derived fact costs what it is derived from.
        ({"people": {"below": 5}}, {}, (None, 5 / 19, 14 / 19, 7, ("friends", "kin"))),
        ({"people": {"below": 5}}, {"friends": 1}, (None, 5 / 19, 14 / 19, 4, ("kin",))),
        ({"people": {"below": 5}}, {"kin": "declined"}, SHUT),
        ({"people": {"below": 5}}, {"people": 4}, YES),
        ({"people": {"below": 5}}, {"friends": 1, "kin": 4}, NO),
        ({"child": {"below": 5}}, {}, SHUT),
    ],
)
def test_a_test_by_itself(when: Any, known: dict[str, Any], expected: tuple[Any, ...]) -> None:
    found = found_in(when, **known)
    truth, true, false, cost, order = expected
    of_it = found["criterion:poverty"]
    assert (of_it.truth, of_it.order, of_it.spare) == (truth, order, ())
    assert (of_it.true, of_it.false, of_it.cost) == pytest.approx((true, false, cost))
    # What has a truth within what has none costs nothing there.
    violence = (None, 0.5, 0.5, 1, ("violence",), ())
    for kind, settled in (("any", NO), ("all", YES)):
        if expected == settled:
            more = found_in({kind: [when, {"violence": True}]}, **known)
            assert more["criterion:poverty"] == violence
    alone = found["criterion:solitude"]
    if truth is None:  # what looks at a rule before the class asks what that does
        assert found["class:middle"].order == module._any([of_it, alone], VIEW).order


def test_every_rule_that_asks_or_that_a_class_hangs_on_has_one() -> None:
    assert list(found_in({"poor": True})) == [
        "criterion:poverty", "criterion:solitude", "signal:danger", "strength:hope", "class:high",
        "class:middle",
    ]  # fmt: skip


def test_with_a_truth_nothing_is_asked_and_it_is_sure() -> None:
    assert KNOWN == {
        True: (True, 1.0, 0.0, 0.0, (), ()),
        False: (False, 0.0, 1.0, 0.0, (), ()),
        None: (None, 0.0, 0.0, 0.0, (), ()),
    }


# Several together

VIEW = View(Known({}, {}), {}, ())


def combined(kind: Any, items: Sequence[Estimate]) -> Estimate:
    if isinstance(kind, Count):
        return module._count(kind)(list(items), VIEW)
    return module._COMBINE[kind](list(items), VIEW)


def part(name: str, true: float, cost: float, *spare: str) -> Estimate:
    return Estimate(None, true, 1 - true, cost, (name,), spare)


def by_enumeration(
    items: Sequence[Estimate], needed: int, never: int = 0
) -> tuple[float, float, float]:
    """The chance that so many are true and that they cannot be, and what asking costs in this order
    until it is settled; beside so many that no asking settles."""
    chance, shut, cost = 0.0, 0.0, 0.0
    for truths in product((True, False), repeat=len(items)):
        weight = prod(i.true if t else i.false for i, t in zip(items, truths, strict=True))
        for asked in range(len(items) + 1):
            so_far = sum(truths[:asked])
            if so_far >= needed or so_far + len(items) - asked + never < needed:
                break
        chance += weight * (sum(truths) >= needed)
        shut += weight * (sum(truths) + never < needed)
        cost += weight * sum(item.cost for item in items[:asked])
    return chance, shut, cost


chances = st.sampled_from([0.05, 0.2, 0.5, 0.7, 0.9])
several = st.lists(st.tuples(chances, st.integers(1, 5)), min_size=1, max_size=4).map(
    lambda drawn: [part(f"f{n}", true, cost) for n, (true, cost) in enumerate(drawn)]
)


@given(several, st.integers(1, 4))
def test_chance_and_cost_are_those_of_every_way_it_can_go(items: list[Estimate], n: int) -> None:
    by_name = {item.order[0]: item for item in items}
    needed = min(n, len(items))
    counted = Count(needed, (Answered("x"),) * len(items))
    for kind, least in ((AnyOf, 1), (All, len(items)), (counted, needed)):
        found = combined(kind, items)
        true, _, cost = by_enumeration([by_name[fact] for fact in found.order], least)
        assert sorted(found.order) == sorted(by_name)
        assert isclose(found.true, true, abs_tol=1e-6)
        assert isclose(found.false, 1 - true, abs_tol=1e-6)
        assert isclose(found.cost, cost, abs_tol=1e-6)
        orders = permutations(items)
        if kind is not counted:
            assert found.cost <= min(by_enumeration(one, least)[2] for one in orders) + 1e-6


@given(several, st.integers(1, 4), st.integers(1, 2), st.booleans())
def test_what_no_asking_settles_is_counted_neither_as_yes_nor_as_no(
    items: list[Estimate], needed: int, never: int, one_is_true: bool
) -> None:
    by_name = {item.order[0]: item for item in items}
    needed = min(needed, len(items) + never)
    beside = [KNOWN[None]] * never + [KNOWN[True]] * one_is_true + [KNOWN[False]]
    counted = Count(needed + one_is_true, (Answered("x"),) * (len(items) + len(beside)))
    found = combined(counted, [*beside, *items])
    other = (
        (combined(kind, [*[KNOWN[None]] * never, *items]), least)
        for kind, least in ((AnyOf, 1), (All, len(items) + never))
    )
    for estimate, least in ((found, needed), *other):
        in_order = [by_name[fact] for fact in estimate.order]
        told = (estimate.true, estimate.false, estimate.cost)
        assert told == pytest.approx(by_enumeration(in_order, least, never), abs=1e-6)


@given(several, st.integers(1, 4))
def test_a_count_begins_with_what_may_make_it_true_and_may_rule_it_out(
    items: list[Estimate], n: int
) -> None:
    needed = min(n, len(items))
    found = combined(Count(needed, (Answered("x"),) * len(items)), items)
    first = next(item for item in items if item.order == found.order[:1])
    cheaper_yes = sum(one.cost / one.true < first.cost / first.true - 1e-6 for one in items)
    cheaper_no = sum(one.cost / one.false < first.cost / first.false - 1e-6 for one in items)
    # So many must be true, and so many false to rule it out.
    assert cheaper_yes < needed
    assert cheaper_no < len(items) - needed + 1


@pytest.mark.parametrize(
    ("kind", "truths", "expected"),
    [
        (All, [True, False, None], False),
        (All, [True, None], None),
        (All, [True, True], True),
        (AnyOf, [False, True, None], True),
        (AnyOf, [False, None], None),
        (AnyOf, [False, False], False),
        (Not, [True], False),
        (Not, [False], True),
        (FirstKnown, [None, False, True], False),
        (FirstKnown, [None, None], None),
        (Count(2, (Answered("x"),) * 3), [True, None, True], True),
        (Count(2, (Answered("x"),) * 3), [False, None, False], False),
        (Count(2, (Answered("x"),) * 3), [False, None, True], None),
    ],
)
def test_with_a_truth_or_without_an_answer_nothing_is_asked(
    kind: Any, truths: list[bool | None], expected: bool | None
) -> None:
    assert combined(kind, [KNOWN[truth] for truth in truths]) == KNOWN[expected]


def test_what_is_known_counts_and_is_not_asked() -> None:
    one, other = part("one", 0.25, 3), part("other", 0.5, 1)
    assert combined(All, [KNOWN[True], one]) == one
    assert combined(AnyOf, [KNOWN[False], one]) == one
    assert combined(Not, [one]) == one._replace(true=0.75, false=0.25)
    assert combined(Count(2, (Answered("x"),) * 2), [KNOWN[True], one]).order == ("one",)
    # What no answer can settle makes it no likelier that all are.
    shut = combined(All, [KNOWN[None], one])
    assert (shut.true, shut.false, shut.order) == (0.0, 0.75, ("one",))
    way = combined(FirstKnown, [one, other])
    assert way == other._replace(spare=("one",))
    third = part("third", 0.5, 4, "fourth", "one")
    spare = combined(FirstKnown, [one, other, third]).spare
    assert spare == ("one", "third", "fourth")
    assert combined(AnyOf, [third, other]).spare == ("fourth", "one")
    # The spare ones of the cheapest way come before the other ways, and each stands there once.
    fifth, sixth = part("fifth", 0.5, 3, "first", "third"), part("sixth", 0.5, 2, "second")
    assert combined(FirstKnown, [third, fifth, sixth]).spare == (
        "second", "fifth", "first", "third", "fourth", "one",
    )  # fmt: skip
    # A way that no answer can settle stands in the way of none.
    assert combined(FirstKnown, [KNOWN[None], sixth]) == sixth
    # What serves two is asked once.
    assert combined(All, [one, one, other]).order == ("other", "one")
    assert combined(All, [third, third]).spare == ("fourth", "one")


def test_a_count_that_lacks_only_a_domain_still_needs_one() -> None:
    spread = Count(1, (Answered("x"),) * 3, 2, ("money", "money", "people"))
    one, other = part("one", 0.5, 1), part("other", 0.25, 2)
    found = combined(spread, [KNOWN[True], one, other])
    assert (found.truth, found.order) == (None, ("one", "other"))
    assert found.true == pytest.approx(0.625)
    assert found.cost == pytest.approx(2)
    for unknown in (
        Count(NormRef("gone"), (Answered("x"),) * 2),
        Count(4, (Answered("x"),) * 2, NormRef("gone"), ("money", "people")),
    ):
        assert combined(unknown, [KNOWN[True], one]) == KNOWN[None]


def test_after_the_class_the_cheapest_finding_is_asked_first() -> None:
    found = {
        "criterion:poverty": part("smoking", 0.5, 5, "story"),
        "strength:hope": part("hopeful", 0.5, 1),
        "criterion:solitude": part("friends", 0.5, 2),
        "signal:danger": part("violence", 0.5, 3),
        "class:middle": part("alone", 0.5, 9),
        "class:high": part("income", 0.5, 9),
    }
    findings = ["friends", "violence", "smoking", "story"]
    order = list(_order(small_pack(), found, class_open=False))
    assert order[:4] == findings
    assert sorted(order) == sorted(small_pack().sections.facts)
    order = list(_order(small_pack(), found, class_open=True))
    assert order[:6] == ["income", "alone", *findings]
