"""Where there is room: every set of changes is right, minimal, and none of up to 3 is missing."""

from __future__ import annotations

import os
import random
from collections import Counter
from copy import deepcopy
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from builders import facts_of, screened, shipped_pack, small_pack

from kansrijk.exploring import cells, settle
from kansrijk.exploring import towards as module
from kansrijk.exploring.towards import Change, Towards, towards
from kansrijk.pack.load import pack_files, packs_folder, parse_pack, sections_of
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document

from .small_worlds import CLASSES, VALUES, SmallWorld, State, random_state

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACKS, CASES, MOST = (3000 if LONG else 25), 3, 3

Changes = frozenset[tuple[str, Any]]


class ByScreening(SmallWorld):
    """A world whose classes are those that the screening of each state gives."""

    def possible(self, state: State) -> frozenset[str]:
        key = frozenset(state.items())
        if key not in self.seen:
            found = screened(self.pack, facts=state).classification.possible
            self.seen[key] = frozenset(found)
        return self.seen[key]


def brute(world: SmallWorld, state: State, level: str) -> set[Changes]:
    """Every set of up to three changes that leads there, and of which no part does."""
    levers = [id for id in world.facts if world.changeable[id]]
    found: list[Changes] = []
    every = [
        frozenset((id, v) for id, v in zip(levers, values, strict=True) if v is not None)
        for values in product(
            *((None, *(v for v in VALUES[id] if v != state.get(id))) for id in levers)
        )
    ]
    for changes in sorted(every, key=len):
        new = len(changes) <= MOST and not any(one <= changes for one in found)
        if new and world.possible({**state, **dict(changes)}) == {level}:
            found.append(changes)
    return set(found)


def kind(changes: Changes, state: State) -> Any:
    """What makes it another set: of a number only whether it goes up or down."""
    return frozenset(
        (id, v if not id.startswith("n") else None if id not in state else v > state[id])
        for id, v in changes
    )


def spelled_out(found: Towards) -> set[Changes]:
    return {
        frozenset((change.fact, value) for change, value in zip(changes, values, strict=True))
        for changes in found.sets
        for values in product(*(change.values for change in changes))
    }


def wrong(seeds: range, world_of: Any = SmallWorld, **kind_of: Any) -> list[Any]:
    """The cases with a set that does not lead there, is too large, or is missing."""
    bad: list[Any] = []
    for seed in seeds:
        rng = random.Random(seed)
        world = world_of(rng, **kind_of)
        for _ in range(CASES):
            state = random_state(rng, world)
            facts = facts_of(world.pack, facts=state)
            for level in CLASSES:
                found = towards(world.pack, facts, level)
                right, own = brute(world, state, level), spelled_out(found)
                small = {one for one in own if len(one) <= MOST}
                missing = {kind(one, state) for one in right} - {kind(one, state) for one in own}
                if small - right or missing:
                    bad.append((seed, state, level, small - right, missing))
    return bad


def test_every_set_is_right_and_minimal_and_none_is_missing() -> None:
    assert wrong(range(PACKS)) == []


def test_also_with_sums_tables_and_facts_beside_facts() -> None:
    assert wrong(range(PACKS), ByScreening, numbers=True) == []


@pytest.mark.parametrize("numbers", [False, True])
def test_what_is_told_to_be_as_good_leads_there_as_well(numbers: bool) -> None:
    seen: Counter[str] = Counter()
    for seed in range(PACKS):
        rng = random.Random(seed)
        world = ByScreening(rng, numbers=numbers)
        for _ in range(CASES):
            state = random_state(rng, world)
            facts = facts_of(world.pack, facts=state)
            for level in CLASSES:
                for changes in towards(world.pack, facts, level).sets:
                    for values in product(*map(as_good, changes)):
                        ids = (change.fact for change in changes)
                        then = {**state, **dict(zip(ids, values, strict=True))}
                        assert world.possible(then) == {level}, (seed, state, changes)
                    numeric = [c for c in changes if c.known and c.fact.startswith("n")]
                    seen.update(change.way or "just this" for change in numeric)
    assert min(seen[way] for way in ("up", "down", "just this")) > 5, seen


def as_good(change: Change) -> tuple[Any, ...]:
    """The values that a change is told to be as good with."""
    (value, *_), way = change.values, change.way
    if way is None:
        return change.values
    return tuple(n for n in VALUES[change.fact] if (n >= value if way == "up" else n <= value))


def test_sets_that_hold_one_that_was_found_take_no_time() -> None:
    """Each of forty answers is enough by itself: of the 2^40 sets of them only those are tried."""
    ids = [f"q{n}" for n in range(40)]
    answer = {"type": "boolean", "question": "?", "asked_by": "nurse", "changeable": True}
    pack = small_pack(
        facts={id: {"label": id, **answer} for id in ids},
        criteria={"poverty": {"when": {"any": [{id: True} for id in ids]}}},
    )
    known = facts_of(pack, facts={**dict.fromkeys(ids, False), "alone": True})
    found = towards(pack, known, "high")
    assert [len(one) for one in found.sets] == [1] * 40
    assert found.complete == 40


@pytest.mark.parametrize("fault", ["cells", "alike", "minimal", "settled"])
def test_this_test_sees_a_fault(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    if fault == "cells":
        # As if `more than 2` were `2 or more`.
        monkeypatch.setattr(cells, "_at", lambda comparator, bound: iter([cells.Cut(bound, False)]))
    elif fault == "alike":
        monkeypatch.setattr(cells.Levers, "_told_apart", lambda *_: iter(()))
    elif fault == "minimal":
        monkeypatch.setattr(module, "_a_part_does", lambda *_: False)
        original = module._variants
        monkeypatch.setattr(
            module,
            "_variants",
            lambda pack, levers, ids, facts, found, chosen=None: original(
                pack, levers, ids, facts, (), chosen
            ),
        )
    else:
        monkeypatch.setattr(
            settle,
            "possible_classes",
            lambda pack, facts, view: settle.standing(pack, view),
        )
        monkeypatch.setattr(settle, "FILLS", 2)
        monkeypatch.setattr(settle.Settling, "_ends", lambda self, facts, fill: ("high",))
    assert wrong(range(25))


def of(pack: Pack, level: str, **facts: Any) -> list[dict[str, tuple[Any, ...]]]:
    found = towards(pack, facts_of(pack, facts=facts), level)
    return [{change.fact: change.values for change in changes} for changes in found.sets]


def changeable(**more: Any) -> Pack:
    ids = ("poor", "alone", "smoking", "friends", "income")
    facts = {**{id: {"changeable": True} for id in ids}, **more.pop("facts", {})}
    return small_pack(facts=facts, **more)


def test_what_is_not_changeable_is_never_named() -> None:
    assert of(small_pack(), "low", poor=True, alone=False) == []
    assert of(changeable(), "low", poor=True, alone=False) == [{"poor": (False,)}]


def test_what_changes_by_itself_is_never_named() -> None:
    age = {"unit": "jaar", "changeable": True, "advances": "yearly"}
    pack = small_pack(
        facts={"friends": age, "alone": {"changeable": True}},
        norms={"enough": {"unit": "jaar"}},
        criteria={"poverty": {"when": {"friends": {"below": 5}}}},
    )
    assert of(pack, "low", friends=3, alone=False) == []
    assert of(pack, "high", friends=3, alone=False) == [{"alone": (True,)}]


def test_a_fact_that_is_not_known_may_be_set_and_says_so() -> None:
    pack = changeable()
    found = towards(pack, facts_of(pack, facts={"poor": False}), "middle")
    assert [[(c.fact, c.values, c.known) for c in one] for one in found.sets] == [
        [("alone", (True,), False)],
        [("poor", (True,), True), ("alone", (False,), False)],
    ]


def test_it_is_already_so() -> None:
    pack = changeable()
    found = towards(pack, facts_of(pack, facts={"poor": False, "alone": False}), "low")
    assert found.already


def test_values_that_no_rule_tells_apart_are_named_together() -> None:
    pack = changeable(criteria={"poverty": {"when": {"smoking": {"norm": "smokers"}}}})
    to_middle = of(pack, "middle", smoking="never", alone=False)
    assert to_middle == [{"alone": (True,)}, {"smoking": ("stopped", "daily")}]
    assert of(pack, "low", smoking="daily", alone=False) == [{"smoking": ("never",)}]


@pytest.mark.parametrize(
    ("when", "now", "then"),
    [
        ({"income": {"below": 1000}}, 900, 1000),
        ({"income": {"at_most": 1000}}, 900, "1000.01"),
        ({"income": {"below": 1000}}, 2000, "999.99"),
        ({"income": {"at_most": 1000}}, 2000, 1000),
        ({"income": [1000]}, 900, 1000),
        ({"friends": {"below": 3}}, 1, 3),
        ({"friends": {"above": 3}}, 1, 4),
        ({"friends": [4, 5]}, 1, 4),
    ],
)
def test_a_number_goes_to_the_nearest_value_on_the_other_side(
    when: Any, now: Any, then: Any
) -> None:
    pack = changeable(criteria={"poverty": {"when": when}})
    ((fact, _),) = when.items()
    level = (
        "low"
        if screened(pack, facts={fact: now, "alone": False}).truths["criterion:poverty"]
        else "middle"
    )
    sets = of(pack, level, **{fact: now}, alone=False)
    assert {fact: (Fraction(then),)} in sets


def test_between_two_close_figures_there_is_a_value_too() -> None:
    both = {"all": [{"income": {"above": 1000}}, {"income": {"below": 1000.01}}]}
    pack = changeable(criteria={"poverty": {"when": both}})
    found = of(pack, "middle", income=1, alone=False)
    ((value,),) = [one["income"] for one in found if "income" in one]
    assert 1000 < value < 1000.01


def test_an_income_goes_to_the_line_of_the_household_as_it_would_be() -> None:
    pack = shipped_pack("hoogeveen")
    facts = {
        "leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 1400,
        "roken": "nooit", "cannabis": "nooit", "steunpersonen": 5, "netwerk_te_klein": False,
        "schuldhulpverlening": False, "problematische_schulden": False, "rondkomen": "redelijk",
        "bmi": 22,
    }  # fmt: skip
    found = of(pack, "regulier", **facts)
    assert {"netto_maandinkomen": (pytest.approx(1464.57),)} in found
    assert all("leeftijd" not in one and "bmi" not in one for one in found)


def test_of_many_parts_of_a_sum_that_are_not_known_the_ends_are_tried() -> None:
    number = {"type": "integer", "unit": "people", "question": "?", "asked_by": "nurse"}
    part = {**number, "range": [0, 3], "changeable": True}
    whole = {**number, "range": [0, 6], "label": "both", "derive": {"sum": {"of": ["a", "b"]}}}
    pack = small_pack(
        facts={"a": {"label": "a", **part}, "b": {"label": "b", **part}, "both": whole},
        criteria={"poverty": {"when": {"both": {"at_least": 3}}}},
    )
    known = facts_of(pack, facts={"a": 1})
    levers = cells.Levers.of(pack, known)
    assert levers.options("b", known, full=False) == ((0,), (3,))
    assert levers.options("b", known) == ((0,), (1,), (2,), (3,))
    assert levers.options("a", known, full=False) == ((0,), (2,), (3,))


def test_a_measure_is_reached_through_its_parts() -> None:
    parts = {"height_cm": "height", "weight_kg": ["first", "second"]}
    bmi = {"type": "number", "unit": "kg/m2", "range": [10, 80], "label": "bmi",
           "derive": {"bmi": parts}}  # fmt: skip
    ask = {"type": "number", "question": "?", "asked_by": "nurse", "changeable": True}
    pack = small_pack(
        facts={
            "height": {
                **ask,
                "label": "height",
                "unit": "cm",
                "range": [100, 220],
                "changeable": False,
            },
            "first": {**ask, "label": "first", "unit": "kg", "range": [30, 250]},
            "second": {**ask, "label": "second", "unit": "kg", "range": [30, 250]},
            "bmi": bmi,
        },
        criteria={"poverty": {"when": {"bmi": {"at_least": 25}}}},
    )
    assert of(pack, "low", height=200, first=120, alone=False) == [
        {"first": (pytest.approx(99.99),)}
    ]
    assert of(pack, "middle", height=200, first=80, alone=False) == [{"first": (100,)}]
    both = towards(pack, facts_of(pack, facts={"height": 200, "alone": False}), "middle")
    assert both.complete == 1  # two numbers that are not tried in full


def test_a_value_in_the_past_is_only_for_what_is_not_known_and_before_it_is_past() -> None:
    past = {"smoking": {"changeable": True, "past": {"never": "always", "stopped": "pregnancy"}}}
    smokes = {"smoking": ["daily"]}
    pack = changeable(facts=past, criteria={"poverty": {"when": smokes}})

    def levels(due: str | None, **facts: Any) -> Any:
        known = facts_of(pack, facts={"alone": False, **facts}, due_date=due)
        return [[c.values for c in one] for one in towards(pack, known, "low").sets]

    assert levels("2026-06-01", smoking="daily") == []
    assert levels(None, smoking="daily") == [[("stopped",)]]
    assert levels("2026-06-01") == [[("never", "stopped")]]


def test_what_is_not_known_and_cannot_change_is_named_where_no_set_leads_there() -> None:
    pack = small_pack(facts={"poor": {"changeable": True}})
    waits = towards(pack, facts_of(pack, facts={"poor": True}), "low")
    assert (waits.sets, waits.unknown) == ((), ("alone",))
    declined = towards(pack, facts_of(pack, facts={"poor": True, "alone": "declined"}), "low")
    assert declined.unknown == ("alone",)
    # It does not hang on what is not known.
    # Of what is held against a fact that is known, only the other is waited for.
    line = {"income": {"below": {"fact": "friends"}}}
    against = small_pack(
        facts={"friends": {"type": "number", "unit": "EUR"}},
        norms={"enough": {"unit": "EUR"}},
        criteria={"poverty": {"when": line}},
    )
    one = towards(against, facts_of(against, facts={"alone": False, "friends": 4}), "low")
    assert (one.sets, one.unknown) == ((), ("income",))
    never = towards(pack, facts_of(pack, facts={"alone": True}), "low")
    assert (never.sets, never.unknown) == ((), ())
    found = towards(pack, facts_of(pack, facts={"poor": True, "alone": False}), "low")
    assert found.sets and not found.unknown


def test_where_nothing_can_change_nothing_is_missing() -> None:
    pack = small_pack()
    found = towards(pack, facts_of(pack, facts={"poor": True, "alone": True}), "low")
    assert (found.sets, found.complete, found.unknown) == ((), 3, ())


def test_where_patience_ends_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = changeable()
    facts = facts_of(pack, facts={"poor": True, "alone": True})
    assert towards(pack, facts, "low").complete == 2
    monkeypatch.setattr(module, "PATIENCE", 0)
    assert towards(pack, facts, "low").complete == 0


def test_larger_sets_are_looked_for_as_far_as_the_budget_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = {f"f{n}": {"type": "boolean", "label": f"f{n}", "question": "?", "asked_by": "nurse",
                       "changeable": True} for n in range(5)}  # fmt: skip
    every = {"all": [{id: True} for id in facts]}
    pack = small_pack(
        facts=facts,
        classes={"classes": {"high": {"when": every}, "middle": {"when": {"poor": True}}}},
    )
    known = facts_of(pack, facts={**dict.fromkeys(facts, False), "poor": False})
    assert len(towards(pack, known, "high").sets[0]) == 5
    monkeypatch.setattr(module, "BUDGET", 1)
    found = towards(pack, known, "high")
    assert (found.sets, found.complete) == ((), 3)


def test_in_hoogeveen_every_kind_of_lever_is_tried() -> None:
    facts: dict[str, Any] = {
        "leeftijd": 19, "partner": "samenwonend", "partner_leeftijd": 20, "kinderen_thuis": 0,
        "kostendelers": 0, "netto_maandinkomen": 780, "rondkomen": "redelijk", "bmi": 22,
        "roken": "nooit", "cannabis": "nooit", "schuldhulpverlening": False,
        "problematische_schulden": False, "netwerk_te_klein": False, "lsns6_familie_contact": 5,
    }  # fmt: skip
    score = {f"lsns6_{a}_{b}": 1 for a in ("familie", "vrienden") for b in ("hulp", "vertrouwen")}
    written = deepcopy(dict(pack_files(packs_folder() / "hoogeveen", tests=False).value))
    for id in ("partner", "kinderen_thuis", "kostendelers"):
        written["facts"][id]["changeable"] = True
    pack = parse_pack(sections_of(Document.of(written, "pack.yaml")))
    found = of(pack, "kwetsbaar", **facts, **score, lsns6_vrienden_contact=2, steunpersonen=None)
    assert {"kinderen_thuis": (1,)} in found  # the line of a couple with a child is higher
    assert all(not {"leeftijd", "partner_leeftijd", "bmi"}.intersection(one) for one in found)


def test_an_income_without_a_line_is_held_against_all_that_the_line_can_be() -> None:
    pack = shipped_pack("hoogeveen")
    known = facts_of(pack, facts={"leeftijd": 30, "netto_maandinkomen": 1500})
    options = [value for (value,) in cells.Levers.of(pack, known).options(
        "netto_maandinkomen", known
    )]  # fmt: skip
    assert min(options) < 1000 and max(options) > 2000


def test_a_column_that_a_fact_picks_is_a_value_of_its_own() -> None:
    table = {"label": "t", "unit": "EUR", "by": "smoking", "basis": "policy", "source": "law",
             "value": {"never": 10, "stopped": 20, "daily": 30}}  # fmt: skip
    below = {"income": {"below": {"norm": "table", "by": "smoking"}}}
    pack = changeable(norms={"table": table}, criteria={"poverty": {"when": below}})
    found = of(pack, "low", income=15, smoking="daily", alone=False)
    assert found == [
        {"smoking": ("never",)},
        {"income": (30,)},
        {"smoking": ("stopped",), "income": (20,)},
    ]
    unknown = facts_of(pack, facts={"income": 15, "alone": False})
    options = cells.Levers.of(pack, unknown).options("income", unknown)
    assert {10, 20, 30} <= {value for (value,) in options}


def test_a_number_beside_another_whose_value_is_not_known() -> None:
    cost = {"type": "number", "unit": "EUR", "range": [5, 50], "label": "cost",
            "question": "?", "asked_by": "nurse"}  # fmt: skip
    beside = {"income": {"below": {"fact": "cost"}}}
    pack = changeable(facts={"cost": cost}, criteria={"poverty": {"when": beside}})
    known = facts_of(pack, facts={"income": 15, "alone": False})
    options = cells.Levers.of(pack, known).options("income", known)
    assert {5, 50} <= {value for (value,) in options}
    others = [value for (value,) in cells.Levers.of(pack, known).options("cost", known)]
    assert min(others) <= 15 < max(others)  # it turns where the other is
    assert of(pack, "low", income=15, cost=20, alone=False) == [{"income": (20,)}]


def test_a_part_of_a_measure_that_cannot_turn_it_has_fewer_cells() -> None:
    pack = shipped_pack("hoogeveen")

    def heights(weight: int) -> int:
        facts = {"leeftijd": 30, "lengte_cm": 170, "gewicht_voor_zwangerschap_kg": weight}
        known = facts_of(pack, facts=facts)
        return len(cells.Levers.of(pack, known).options("lengte_cm", known))

    assert heights(250) < heights(70)  # of that weight the BMI is over 40 at any height


def test_a_norm_in_a_gap_leads_nowhere() -> None:
    line = {"when": {"income": {"below": {"norm": "line"}}}}
    pack = changeable(criteria={"poverty": line})
    facts = facts_of(pack, date(2024, 6, 1), facts={"income": 10, "alone": False})
    assert towards(pack, facts, "middle").sets == ()


def test_ages_and_kinds_of_household_where_a_pack_lets_them_change() -> None:
    written = dict(pack_files(packs_folder() / "hoogeveen").value)
    ids = ("leeftijd", "partner_leeftijd", "huishoudtype")
    more = {id: {**written["facts"][id], "changeable": True} for id in ids}
    for fact in more.values():
        fact.pop("advances", None)
    sections = {**written, "facts": {**written["facts"], **more}, "tests": {}}
    pack = parse_pack(sections_of(Document.of(sections, "pack.yaml")))
    known = facts_of(pack, facts={"leeftijd": 20, "partner": "samenwonend", "partner_leeftijd": 30})
    levers = cells.Levers.of(pack, known)
    assert {21} <= {value for (value,) in levers.options("leeftijd", known)}
    assert {20} <= {value for (value,) in levers.options("partner_leeftijd", known)}
    given = facts_of(pack, facts={"huishoudtype": "alleen_21"})
    kinds = cells.Levers.of(pack, given).options("huishoudtype", given)
    assert ("paar_21",) in kinds


def test_after_a_loss_no_room_is_looked_for() -> None:
    lost = [{"date": "2026-02-01", "event": "loss", "by": "nurse"}]
    facts = facts_of(small_pack(), facts={"poor": True, "alone": True}, events=lost)
    assert towards(small_pack(), facts, "low") == Towards("low", (), 0)
