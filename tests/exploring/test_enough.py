"""What is enough: exactly the smallest sets that fix the class, whatever the rest is."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable
from typing import Any

import pytest
from builders import facts_of, screened, shipped_pack, small_pack

from kansrijk.exploring import enough as module
from kansrijk.exploring.enough import Enough, enough

from .small_worlds import SmallWorld, State, minimal, random_state, subsets

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACKS, CASES = (4000 if LONG else 70), 4


def brute(world: SmallWorld, state: State, level: str) -> set[frozenset[str]]:
    return minimal(
        kept
        for kept in subsets(state)
        if all(
            world.possible(one) == {level} for one in world.states({id: state[id] for id in kept})
        )
    )


def settled_cases(seed: int, **kind: Any) -> Any:
    rng = random.Random(seed)
    world = SmallWorld(rng, **kind)
    for _ in range(CASES):
        state = random_state(rng, world)
        facts = facts_of(world.pack, facts=state)
        level = screened(world.pack, facts=state).classification.level
        if level is not None:
            yield world, state, level, enough(world.pack, facts, level)


def wrong(seeds: Iterable[int], **kind: Any) -> list[Any]:
    """The cases in which a set is missing, too large, or does not fix the class."""
    return [
        (seed, state, level, found.sets)
        for seed in seeds
        for world, state, level, found in settled_cases(seed, **kind)
        if {frozenset(one) for one in found.sets} != brute(world, state, level)
    ]


def test_exactly_the_smallest_sets_that_fix_the_class() -> None:
    assert wrong(range(PACKS)) == []


def test_a_measure_that_no_class_hangs_on_leaves_nothing_unproven() -> None:
    """In these packs a part of a sum counts by itself, and the sum does not."""
    assert wrong([97, 249, 362]) == []


def test_with_sums_and_facts_beside_facts_each_set_fixes_the_class() -> None:
    """And where it says that none is missing, none is."""
    whole = 0
    for seed in range(PACKS):
        for world, state, level, found in settled_cases(seed, numbers=True):
            right, own = brute(world, state, level), {frozenset(one) for one in found.sets}
            assert all(any(one <= found for one in right) for found in own), seed
            upto = found.complete
            if upto:
                assert {s for s in own if len(s) <= upto} == {s for s in right if len(s) <= upto}
            whole += found.whole
    assert whole


@pytest.mark.parametrize("fault", ["turning", "fills", "growing"])
def test_this_test_sees_a_fault(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    if fault == "turning":
        # As if no later answer could turn a truth that is there.
        monkeypatch.setattr(module, "turned_by", lambda pack: frozenset())
        monkeypatch.setattr(module, "fills", lambda *_: iter(()))
        monkeypatch.setattr(
            module, "classes_within", lambda pack, view, open_: module.standing(pack, view)
        )
    elif fault == "fills":
        monkeypatch.setattr(module.Whatever, "fixes", lambda self, kept: bool(kept))
    else:
        monkeypatch.setattr(module, "_grown", lambda chosen, items, holds: frozenset(items[1:]))
    assert wrong(range(30))


def fixed_by(pack: Any, **facts: Any) -> Enough:
    known = facts_of(pack, facts=facts)
    level = screened(pack, facts=facts).classification.level
    assert level
    return enough(pack, known, level)


def test_two_criteria_that_are_met_are_enough_for_the_class_they_bring() -> None:
    found = fixed_by(small_pack(), poor=True, alone=True, hopeful=False, friends=2)
    assert found.sets == (("poor", "alone"),)
    assert found.whole


def test_for_the_lowest_class_every_criterion_must_be_known_not_to_be_met() -> None:
    assert fixed_by(small_pack(), poor=False, alone=False).sets == (("poor", "alone"),)


def test_a_class_that_hangs_on_nothing_needs_nothing() -> None:
    always = {"any": [{"poor": True}, {"not": {"poor": True}}]}
    pack = small_pack(classes={"classes": {"high": {"when": always, "may_fall": True}}})
    assert fixed_by(pack, poor=True).sets == ((),)
    known = {"any": [{"friends": {"at_least": 0}}, {"not": {"answered": "friends"}}]}
    pack = small_pack(classes={"classes": {"high": {"when": known, "may_fall": True}}})
    assert fixed_by(pack).sets == ((),)


def test_a_way_that_comes_first_once_it_is_known_leaves_nothing_fixed() -> None:
    ways = {"first_known": [{"friends": {"below": 3}}, {"alone": True}]}
    pack = small_pack(criteria={"solitude": {"when": ways}})
    assert fixed_by(pack, poor=False, alone=False).sets == ()
    assert fixed_by(pack, poor=False, friends=5, alone=True).sets == (("poor", "friends"),)


def test_a_fact_beside_another_is_not_claimed_to_be_complete() -> None:
    cost = {"type": "number", "unit": "EUR", "range": [0, 5000], "label": "cost",
            "question": "?", "asked_by": "nurse"}  # fmt: skip
    pack = small_pack(
        facts={"cost": cost},
        criteria={"poverty": {"when": {"income": {"below": {"fact": "cost"}}}}},
    )
    found = fixed_by(pack, income=10, cost=20, alone=True)
    assert found.sets == (("alone", "income", "cost"),)


def test_patience_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0)
    found = fixed_by(small_pack(), poor=True, alone=True)
    assert (found.sets, found.complete, found.whole) == ((), 0, False)


def test_what_cannot_be_decided_is_not_claimed_and_ends_soon(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right = module.Whatever._reaches
    poor = {"poor", "alone"}

    def unsure(self: Any, level: str, facts: Any, open_: Any) -> bool | None:
        return None if not poor <= facts.values.keys() else right(self, level, facts, open_)

    monkeypatch.setattr(module.Whatever, "_reaches", unsure)
    monkeypatch.setattr(module, "fills", lambda *_: iter(()))
    found = fixed_by(small_pack(), poor=True, alone=True, friends=2)
    assert (found.sets, found.complete) == ((("poor", "alone"),), 0)
    monkeypatch.setattr(module, "MOST_UNSURE", 0)
    assert fixed_by(small_pack(), poor=True, alone=True).sets == ()


def test_a_weight_that_is_a_sum_is_passed_by_one_that_comes_first() -> None:
    number = {"type": "integer", "unit": "kg", "range": [30, 200], "question": "?",
              "asked_by": "nurse"}  # fmt: skip
    given = {id: {**number, "label": id} for id in ("first", "of_one", "of_two")}
    weighed: dict[str, Any] = {"height_cm": "height", "weight_kg": ["first", "summed"]}
    of_both = {"of": ["of_one", "of_two"]}
    pack = small_pack(
        facts={
            **given,
            "height": {**number, "label": "h", "unit": "cm", "range": [100, 200]},
            "summed": {
                "type": "integer", "unit": "kg", "range": [30, 200], "label": "s",
                "derive": {"sum": of_both},
            },
            "bmi": {
                "type": "number", "unit": "kg/m2", "range": [0, 300], "label": "b",
                "derive": {"bmi": weighed},
            },
        },
        classes={
            "classes": {
                "high": {
                    "when": {"all": [{"bmi": {"at_least": 30}}, {"bmi": {"below": 31}}]},
                    "may_fall": True,
                },
                "middle": {"when": {"criterion": "poverty"}},
            }
        },
    )  # fmt: skip
    known = {"height": 170, "of_one": 50, "of_two": 40, "poor": False}
    assert screened(pack, facts=known).classification.level == "low"
    assert screened(pack, facts={**known, "first": 88}).classification.level == "high"
    assert fixed_by(pack, **known).sets == ()


def test_of_two_weights_the_first_that_is_known_counts() -> None:
    pack = shipped_pack("hoogeveen")
    facts: dict[str, Any] = {
        "leeftijd": 30, "lengte_cm": 170, "gewicht_eerste_consult_kg": 90, "partner": "geen",
        "roken": "soms", "steunpersonen": 5, "netwerk_te_klein": False,
        "schuldhulpverlening": False, "problematische_schulden": False,
    }  # fmt: skip
    late = fixed_by(pack, **facts, rondkomen="moeilijk")
    assert all("gewicht_eerste_consult_kg" not in one for one in late.sets)
    both = fixed_by(pack, **facts, gewicht_voor_zwangerschap_kg=85, rondkomen="moeilijk")
    assert any("gewicht_voor_zwangerschap_kg" in one for one in both.sets)


def test_a_measure_that_was_given_counts_itself() -> None:
    pack = shipped_pack("hoogeveen")
    found = fixed_by(pack, leeftijd=30, bmi=31, lengte_cm=170, gewicht_voor_zwangerschap_kg=90,
                     partner="geen", rondkomen="moeilijk", roken="soms")  # fmt: skip
    used = {id for one in found.sets for id in one}
    assert "bmi" in used and "lengte_cm" not in used
