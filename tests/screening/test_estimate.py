"""What asking for a rule is estimated to cost, and in which order it asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations, product
from math import isclose, prod
from typing import Any

import pytest
from builders import facts_of, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import Known, compile_pack, known_of
from kansrijk.pack.condition import All, Answered, AnyOf, Count, FirstKnown, Not
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


VIEW = View(Known({}, {}), {}, ())


def combined(kind: Any, items: Sequence[Estimate]) -> Estimate:
    if isinstance(kind, Count):
        return module._count(kind)(list(items), VIEW)
    return module._COMBINE[kind](list(items), VIEW)


def part(name: str, true: float, cost: float, *spare: str) -> Estimate:
    return Estimate(None, true, 1 - true, cost, (name,), spare)


def by_enumeration(items: Sequence[Estimate], needed: int) -> tuple[float, float]:
    """The chance that so many are true, and what asking costs in this order until it is settled."""
    chance, cost = 0.0, 0.0
    for truths in product((True, False), repeat=len(items)):
        weight = prod(i.true if t else i.false for i, t in zip(items, truths, strict=True))
        for asked in range(len(items) + 1):
            so_far = sum(truths[:asked])
            if so_far >= needed or so_far + len(items) - asked < needed:
                break
        chance += weight * (sum(truths) >= needed)
        cost += weight * sum(item.cost for item in items[:asked])
    return chance, cost


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
        true, cost = by_enumeration([by_name[fact] for fact in found.order], least)
        assert sorted(found.order) == sorted(by_name)
        assert isclose(found.true, true, abs_tol=1e-6)
        assert isclose(found.false, 1 - true, abs_tol=1e-6)
        assert isclose(found.cost, cost, abs_tol=1e-6)
        orders = permutations(items)
        if kind is not counted:
            assert found.cost <= min(by_enumeration(one, least)[1] for one in orders) + 1e-6


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
