"""Promises 6 to 8: sources and bases, more risk, and nothing dropped."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import hoogeveen as oracle

from kansrijk.assessment import assess
from kansrijk.case.case import Case
from kansrijk.engine import reference
from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import known_of

from .strategies import Data, case_data, in_force, load, pack_data, read

seeds = st.integers(0, 10**9)
BASES = {"source", "policy", "assumption"}


def random_outcome(hoogeveen: Any, seed: int) -> Any:
    """Of hoogeveen or, as often, of a random pack; without the end of a plan."""
    rng = random.Random(seed)
    if seed % 2:
        sections = pack_data(rng)
        case, on = case_data(rng, sections)
        return assess(load(sections), read(case), on=on)
    on = date(2018, 1, 1) + timedelta(days=rng.randint(0, 3500))
    due = on + timedelta(days=rng.randint(-700, 300)) if rng.random() < 0.9 else None
    data: Data = {"case": "x", "due_date": due, "facts": oracle.draw_facts(rng, on)}
    if due and due < on and rng.random() < 0.8:
        data["events"] = [{"date": due, "event": "birth", "by": "verloskundige"}]
    return assess(hoogeveen, Case.model_validate(data), on=on)


def norms_in(tree: Any) -> Iterator[Data]:
    """Every norm that an explanation in JSON shows."""
    if isinstance(tree, dict):
        if "norm" in tree:
            yield from _norm(tree["norm"])
        for value in tree.values():
            yield from norms_in(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from norms_in(item)


def _norm(norm: Data) -> Iterator[Data]:
    if "basis" in norm:
        yield norm
    for part in norm.get("parts", []):
        yield from _norm(part)


@settings(max_examples=80)
@given(seeds)
def test_every_finding_names_its_basis_and_sources(hoogeveen: Any, seed: int) -> None:
    result = random_outcome(hoogeveen, seed)
    data, parts = result.to_dict(), result.pack.sections
    for found in (*data["criteria"], *data["signals"], *data["plan"]["actions"]):
        assert found["basis"] in BASES
        assert found["sources"]
        assert set(found["sources"]) <= parts.sources.keys()
    for norm in norms_in(data):
        assert norm["basis"] in BASES
        assert norm["sources"]
        assert set(norm["sources"]) <= parts.sources.keys()
    grade = data["classification"]["class"]
    rules = [parts.phases[phase["id"]] for phase in data["plan"]["phases"]]
    rules += [parts.classes.classes[grade]] if grade else []
    for rule in rules:
        assert rule.basis in BASES
        assert rule.source
        assert set(rule.source) <= parts.sources.keys()


@settings(max_examples=80)
@given(seeds)
def test_every_assumption_that_counts_is_in_the_receipt(hoogeveen: Any, seed: int) -> None:
    result = random_outcome(hoogeveen, seed)
    data, parts = result.to_dict(), result.pack.sections
    expected = {f"norm:{n['id']}" for n in norms_in(data) if n["basis"] == "assumption"}
    for kind, section in (("criterion", "criteria"), ("signal", "signals")):
        expected |= {
            f"{kind}:{found['id']}"
            for found in data[section]
            if found["basis"] == "assumption" and found["truth"] is not None
        }
    expected |= {
        f"action:{one['id']}" for one in data["plan"]["actions"] if one["basis"] == "assumption"
    }
    grade = data["classification"]["class"]
    model = parts.classes.classes[grade] if grade else None
    if model and model.when is not None and model.basis == "assumption":
        expected.add(f"class:{grade}")
    receipt = data["receipt"]
    assert expected <= set(receipt["assumptions"])
    assert {n["id"] for n in norms_in(data)} <= set(receipt["norms_used"])
    known = {f"norm:{id}" for id, norm in parts.norms.items()}
    assert {key for key in receipt["assumptions"] if key.startswith("norm:")} <= known


# 7. More risk never gives a lower class.

SETTINGS: dict[str, dict[bool | None, Data]] = {
    "sociaal_minimum": {
        True: {"problematische_schulden": True},
        False: {
            "problematische_schulden": False,
            "schuldhulpverlening": False,
            "rondkomen": "makkelijk",
        },
        None: {"problematische_schulden": False},
    },
    "alleenstaand": {True: {"partner": "geen"}, False: {"partner": "samenwonend"}, None: {}},
    "overgewicht": {True: {"bmi": 31}, False: {"bmi": 21}, None: {}},
    "roken_en_cannabis": {
        True: {"cannabis": "soms"},
        False: {"roken": "nooit", "cannabis": "nooit"},
        None: {"roken": "nooit"},
    },
    "klein_netwerk": {
        True: {"netwerk_te_klein": True},
        False: {"netwerk_te_klein": False, "steunpersonen": 9},
        None: {"netwerk_te_klein": False},
    },
}
truths_of_five = st.tuples(*[st.sampled_from([True, False, None])] * 5)


def graded(pack: Any, truths: tuple[bool | None, ...]) -> Any:
    facts: Data = {"leeftijd": 30}
    for name, truth_ in zip(SETTINGS, truths, strict=True):
        facts |= SETTINGS[name][truth_]
    result = assess(pack, read({"case": "r", "facts": facts}), on=date(2026, 3, 1))
    found = {one.id: one.truth for one in result.screening.criteria}
    assert found == dict(zip(SETTINGS, truths, strict=True))
    return [list(oracle.CLASSES).index(id) for id in result.classification.possible]


@settings(max_examples=80)
@given(truths_of_five, st.integers(0, 4))
def test_more_risk_never_gives_a_lower_class(hoogeveen: Any, truths: Any, raised: int) -> None:
    before = graded(hoogeveen, truths)
    after = graded(hoogeveen, (*truths[:raised], True, *truths[raised + 1 :]))
    # The lowest of the possible classes never comes lower, nor does the highest.
    assert max(after) <= max(before)
    assert min(after) <= min(before) or truths[raised] is None


@settings(max_examples=200)
@given(seeds)
def test_class_conditions_of_random_packs_never_fall(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    pack = load(sections)
    case, on = case_data(rng, sections)
    result = assess(pack, read(case), on=on)
    known = known_of(result.facts)
    keys = [rule.key for rule in pack.rules if rule.key.startswith(("criterion:", "signal:"))]
    ranks = {False: 0, None: 1, True: 2}
    for _ in range(10):
        truths = {key: rng.choice([True, False, None]) for key in keys}
        raised = {**truths, rng.choice(keys): True}
        for rule in pack.rules:
            if rule.stratum == "classes":
                before = reference.test_of(rule.when)(View(known, truths, ()))
                after = reference.test_of(rule.when)(View(known, raised, ()))
                assert ranks[after] >= ranks[before], (rule, truths, raised)


# 8. Nothing is dropped silently.


@settings(max_examples=100)
@given(seeds)
def test_every_finding_leads_to_an_action_or_a_stated_reason(hoogeveen: Any, seed: int) -> None:
    result = random_outcome(hoogeveen, seed)
    parts = result.pack.sections
    asked_for = {id for action in result.plan.actions for id in action.because}
    told = in_force(
        result.case.model_dump(mode="json", by_alias=True, exclude_unset=True), result.date
    )
    stated = {id for id, rule in {**parts.criteria, **parts.signals}.items() if rule.no_action}
    true = {one.id for one in (*result.screening.criteria, *result.screening.signals) if one.truth}
    assert true <= asked_for | stated
    for action in result.plan.actions:
        assert action.because or action.after
        names = parts.actions[action.id].after
        after = {(event, kind, since) for event, kind, since in told if {event, kind} & {*names}}
        assert {(one.event, one.name, str(one.from_)) for one in action.after} >= after
        assert (not names) or after
        assert action.suppressed_by in (
            None, "phase_passed", "not_pregnant", "merged", "not_while", result.plan.ended_by,
        )  # fmt: skip
        assert (action.suppressed_by == "merged") == bool(action.merged_into)


@settings(max_examples=60)
@given(seeds)
def test_every_action_whose_rule_is_true_is_in_the_plan(hoogeveen: Any, seed: int) -> None:
    result = random_outcome(hoogeveen, seed)
    true = [
        key.partition(":")[2]
        for key, found in result.screening.truths.items()
        if key.startswith("action:") and found
    ]
    actions = [action.id for action in result.plan.actions]
    assert sorted(actions) == sorted(true)
    told = {question["fact"] for question in result.to_dict()["questions"]}
    missing = {q.fact for q in result.screening.questions}
    assert told == missing
