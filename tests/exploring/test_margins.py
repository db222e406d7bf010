"""How far a figure lies from its line, and what its measuring error could turn."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import ON, case_of, event, shipped_pack, small_pack
from promises.strategies import (
    FALSE,
    TRUE,
    UNKNOWN,
    Brute,
    Data,
    Day,
    case_data,
    load,
    pack_data,
    read,
    states,
)

from kansrijk.assessment import Assessment, screen_case
from kansrijk.exploring import margins as module
from kansrijk.exploring.margins import Margin
from kansrijk.output.text import render
from kansrijk.pack.pack import Pack

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACKS = 1500 if LONG else 60
CASES = 5
ERRORS = {"i0": 2, "i1": 1, "n0": 1.5}
BETWEEN = [Fraction(n, 8) for n in range(-12, 13)]
"""Steps over the error of `n0`: every figure of the random packs and a place beside it."""


def measured_pack(rng: random.Random) -> Data:
    """A random pack in which some numbers have a measuring error."""
    sections = pack_data(rng, may_fall=rng.random() < 0.3)
    for id, error in ERRORS.items():
        if rng.random() < 0.8:
            sections["facts"][id]["error"] = error
    return sections


def screened(pack: Pack, case: Data, on: date) -> Assessment:
    return screen_case(pack, read(case), on=on, engines=["reference"])


def told(case: Data, on: date, **facts: Any) -> Data:
    """The case with facts that count, whatever was said of them before."""
    seen = [s for s in case["observations"] if s["date"] < on.isoformat()]
    now = {"date": on.isoformat(), "by": "r0", "facts": facts}
    later = [s for s in case["observations"] if s["date"] == on.isoformat()]
    kept = [{**s, "facts": {k: v for k, v in s["facts"].items() if k not in facts}} for s in later]
    return {**case, "observations": [*seen, *kept, now]}


def nearby(sections: Data, case: Data, on: date, fact: str) -> Iterator[Data]:
    """The case with every value that a fact may really have, given the errors."""
    facts, day = sections["facts"], Day(sections, case, on)
    low, high = facts[fact]["range"]
    if fact == "s0" and "s0" not in given(case, on):
        spans = [around(facts, day, id) for id in ("i0", "i1")]
        values = range(sum(span[0] for span in spans), sum(span[-1] for span in spans) + 1)
    elif facts[fact]["type"] == "integer":
        values = range(around(facts, day, fact)[0], around(facts, day, fact)[-1] + 1)
    else:
        steps = BETWEEN if "error" in facts[fact] else [Fraction(0)]
        near = [day.facts[fact] + step for step in steps]
        values = [float(min(max(low, value), high)) for value in near]
    for value in values:
        yield told(case, on, **{fact: value})


def around(facts: Data, day: Day, id: str) -> list[int]:
    error, (low, high), value = facts[id].get("error", 0), facts[id]["range"], int(day.facts[id])
    return list(range(max(low, value - error), min(high, value + error) + 1))


def given(case: Data, on: date) -> set[str]:
    return {id for id, (state, _) in states(case, on).items() if state == "answered"}


def deciding(brute: Brute, when: Data, alone: bool = True) -> Iterator[tuple[str, Any, bool]]:
    """The comparisons that give a rule its truth: the fact and the bound, from the design.

    And whether no part beside it gives the same truth anyhow.
    """
    ((key, asked),) = when.items()
    truth = brute.of(when)
    if truth == UNKNOWN:
        return
    match key:
        case "all" | "any" | "count":
            items = asked["of"] if key == "count" else asked
            same = [item for item in items if brute.of(item) == truth]
            anyhow = len(same) > 1 and (key, truth) in (("all", FALSE), ("any", TRUE))
            for item in same or items:
                yield from deciding(brute, item, alone and not anyhow)
        case "not":
            yield from deciding(brute, asked, alone)
        case "first_known":
            way = next(way for way in asked if brute.of(way) != UNKNOWN)
            yield from deciding(brute, way, alone)
        case "criterion" | "signal":
            listed = asked if isinstance(asked, list) else [asked]
            ids = [id for id in listed if brute.rule(f"{key}:{id}") == truth]
            anyhow = len(ids) > 1 and truth == TRUE
            for id in ids:
                yield from deciding(brute, brute.rules[f"{key}:{id}"], alone and not anyhow)
        case _:
            if isinstance(asked, dict) and "norm" not in asked:
                compared = list(_compared(brute, key, asked, truth))
                anyhow = len(compared) > 1 and truth == FALSE
                yield from ((*one, alone and not anyhow) for one in compared)


def that_count(found: list[tuple[str, Any, bool]]) -> Iterator[tuple[str, Any]]:
    """Of one fact those that are alone, or else all."""
    for fact, bound, alone in found:
        if alone or not any(other == fact and tells for other, _, tells in found):
            yield fact, bound


def _compared(brute: Brute, fact: str, asked: Data, truth: int) -> Iterator[tuple[str, Any]]:
    """Two comparisons in one are both of them: the false one decides where there is one."""
    parts = [(word, bound) for word, bound in asked.items()]
    for word, bound in parts:
        if brute._compare(brute.day.facts.get(fact), word, bound) == truth:
            yield fact, brute.day.bound(bound)


def differences(seed: int, packs: int, *, most: int = 9) -> tuple[Counter[str], list[Any]]:
    """What margins were seen; and those that are not what brute force gives."""
    rng, seen, wrong = random.Random(seed), Counter[str](), []
    for _ in range(packs):
        sections = measured_pack(rng)
        pack = load(sections)
        for _ in range(CASES):
            case, on = case_data(rng, sections)
            result = screened(pack, case, on)
            found = {
                (m.criterion, m.fact, m.side, m.distance): (m.could_turn, m.turns_class)
                for m in result.margins
            }
            expected = brute_margins(sections, pack, case, on, result)
            seen.update(f"{turns}" for turns in expected.values())
            seen["margins"] += len(expected)
            if found != expected:
                wrong.append((sections, case, on, found, expected))
                if len(wrong) == most:
                    return seen, wrong
    return seen, wrong


def brute_margins(
    sections: Data, pack: Pack, case: Data, on: date, result: Assessment
) -> dict[Any, tuple[bool, bool]]:
    brute, level = Brute(Day(sections, case, on)), result.classification.level
    found = {}
    for id, criterion in sections["criteria"].items():
        truth = brute.rule(f"criterion:{id}")
        for fact, bound in that_count(list(deciding(brute, criterion["when"]))):
            value = brute.day.facts[fact]
            side = "at" if value == bound else "below" if value < bound else "above"
            near = [] if fact in ("child", "pregnant") else nearby(sections, case, on, fact)
            turned = [
                other
                for other in near
                if Brute(Day(sections, other, on)).rule(f"criterion:{id}") != truth
            ]
            levels = [screened(pack, other, on).classification.level for other in turned]
            turns = (bool(turned), any(other != level for other in levels))
            found[id, fact, side, abs(Fraction(value) - Fraction(bound))] = turns
    return found


def test_margins_are_what_brute_force_gives() -> None:
    seen, wrong = differences(42, PACKS)
    assert wrong == []
    assert seen["margins"] > 100
    assert min(seen["(False, False)"], seen["(True, False)"], seen["(True, True)"]) > 5


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("decided_by", lambda node: node.items),
        ("_that_count", lambda found: [leaf for leaf, _ in found]),
        ("_measured", lambda pack, facts, fact: iter(())),
        ("_span", lambda fact, measured, pack, facts: (facts.values[fact],) * 2),
        ("level_of", lambda pack, facts: None),
    ],
)
def test_this_test_sees_what_goes_wrong(
    name: str, fault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, fault)
    assert differences(41, max(PACKS, 200), most=1)[1]


# Edges


def line(comparator: str = "below", error: Any = 50, **more: Any) -> Pack:
    """Poverty is an income held against a line of 1100.50."""
    when = {"income": {comparator: {"norm": "line"}}}
    facts = {"income": {"error": error}} if error else {}
    return small_pack(facts=facts, criteria={"poverty": {"when": when}}, **more)


def margins(pack: Pack, **facts: Any) -> tuple[Margin, ...]:
    case = case_of(facts=facts)
    return screen_case(pack, case, on=ON, engines=["reference"]).margins


def one(pack: Pack, **facts: Any) -> Margin:
    (margin,) = margins(pack, **facts)
    return margin


def test_a_margin_is_the_distance_on_its_side() -> None:
    margin = one(line(), income=1077.50)
    assert margin[:5] == ("poverty", "income", 23, "below", "EUR")
    assert one(line(), income=1123.75)[2:4] == (Fraction(93, 4), "above")
    assert one(line(), income=1100.50)[2:4] == (0, "at")


def test_nothing_without_a_truth_or_a_number() -> None:
    assert margins(line()) == ()
    assert margins(line(), income="declined") == ()
    assert margins(small_pack(), poor=True, alone=True) == ()
    assert (
        margins(line(norms={"line": {"values": [{"from": "2029-01-01", "value": 1}]}}), income=3)
        == ()
    )


@pytest.mark.parametrize(
    ("comparator", "income", "could_turn"),
    [
        ("below", 1050.50, True),
        ("below", 1050.49, False),
        ("below", 1150.50, False),
        ("below", 1150.49, True),
        ("at_most", 1150.50, True),
        ("at_most", 1050.50, False),
        ("at_most", 1050.51, True),
    ],
)
def test_the_error_itself_counts_as_possible(
    comparator: str, income: float, could_turn: bool
) -> None:
    assert one(line(comparator), income=income, alone=False).could_turn is could_turn


def test_without_an_error_nothing_turns() -> None:
    assert not one(line(error=None), income=1100.25).could_turn


def test_the_range_ends_what_may_be() -> None:
    pack = line(norms={"line": {"values": [{"from": "2020-01-01", "value": 0}]}})
    assert not one(pack, income=10).could_turn


def test_a_criterion_that_turns_need_not_turn_the_class() -> None:
    when = {"any": [{"criterion": "solitude"}, {"criterion": "poverty"}]}
    pack = line(classes={"classes": {"high": {"when": when}}})
    assert one(pack, income=1100, alone=True)[5:7] == (True, False)
    assert one(pack, income=1100, alone=False)[5:7] == (True, True)
    # Open before and after.
    assert one(line(), income=1100, alone=None)[5:7] == (True, False)


def test_what_another_way_settles_does_not_turn() -> None:
    when = {"any": [{"poor": True}, {"income": {"below": 1000}}]}
    pack = small_pack(facts={"income": {"error": 50}}, criteria={"poverty": {"when": when}})
    assert margins(pack, income=990, poor=True)[0].could_turn is False
    assert margins(pack, income=990, poor=False)[0].could_turn is True


BMI = {
    "height": {"type": "number", "unit": "cm", "range": [100, 220], "label": "height",
               "question": "?", "asked_by": "nurse", "error": 1},
    "weight": {"type": "number", "unit": "kg", "range": [30, 250], "label": "weight",
               "question": "?", "asked_by": "nurse", "error": 2},
    "bmi": {"type": "number", "unit": "kg/m2", "range": [10, 80], "label": "bmi",
            "derive": {"bmi": {"height_cm": "height", "weight_kg": "weight"}}},
}  # fmt: skip


@pytest.mark.parametrize("weight", [66, 68, 69, 71, 72.2, 72.3, 73, 74, 75, 75.1, 78])
def test_a_derived_number_may_be_what_its_inputs_may_make_it(weight: float) -> None:
    pack = small_pack(facts=BMI, criteria={"poverty": {"when": {"bmi": {"at_least": 25}}}})
    margin = one(pack, height=170, weight=weight)
    exact = Fraction(str(weight))
    corners = [(exact + w) / (Fraction(170 + h, 100) ** 2) for w in (-2, 2) for h in (-1, 1)]
    assert margin.could_turn is (min(corners) < 25 <= max(corners))
    assert margin.measured == ("height", "weight")
    assert margin.distance == abs(exact / Fraction("2.89") - 25)


def test_a_derived_number_may_lie_between_its_corners() -> None:
    when = {"all": [{"bmi": {"at_least": 25}}, {"bmi": {"below": 25.25}}]}
    pack = small_pack(facts=BMI, criteria={"poverty": {"when": when}})
    assert margins(pack, height=170, weight=72)[0].could_turn


def test_a_derived_number_that_was_given_has_an_error_of_its_own() -> None:
    when = {"bmi": {"at_least": 25}}
    pack = small_pack(facts=BMI, criteria={"poverty": {"when": when}})
    assert one(pack, bmi=24.99, height=170).measured == ()


def test_the_side_of_a_whole_number_is_whole() -> None:
    when = {"friends": {"below": 3}}
    pack = small_pack(facts={"friends": {"error": 0.5}}, criteria={"poverty": {"when": when}})
    assert not one(pack, friends=2).could_turn
    wide = {"friends": {"error": 60, "range": [0, 200]}}
    pack = small_pack(facts=wide, criteria={"poverty": {"when": when}})
    assert one(pack, friends=62).could_turn
    assert not one(pack, friends=63).could_turn


BY_AGE = {
    "any": [
        {"all": [{"friends": {"at_least": 5}}, {"income": {"below": {"norm": "line"}}}]},
        {"all": [{"friends": {"below": 5}}, {"income": {"below": 1080}}]},
    ]
}


@pytest.mark.parametrize(
    ("friends", "income", "lines"),
    [(6, 1110, ["line"]), (2, 1110, [None]), (6, 1090, ["line"]), (2, 1070, [None])],
)
def test_only_the_line_that_is_for_her(friends: int, income: int, lines: list[Any]) -> None:
    facts = {"income": {"error": 50}}
    pack = small_pack(facts=facts, criteria={"poverty": {"when": BY_AGE}})
    found = margins(pack, friends=friends, income=income)
    assert [margin.line for margin in found if margin.fact == "income"] == lines
    said = warnings(pack, facts={"friends": friends, "income": income})
    assert len(said) == 1


def test_where_no_line_can_tell_alone_all_are_there() -> None:
    when = {"all": [{"income": {"below": {"norm": "line"}}}, {"income": {"below": 1000}}]}
    found = margins(small_pack(criteria={"poverty": {"when": when}}), income=1200)
    assert [margin.line for margin in found] == ["line", None]


def test_one_warning_for_one_measure_beside_two_lines() -> None:
    pack = small_pack(
        facts={"income": {"error": 50}},
        criteria={"poverty": {"when": {"income": {"above": 1000, "below": {"norm": "line"}}}}},
    )
    assert len(margins(pack, income=1050)) == 2
    assert len(warnings(pack, facts={"income": 1050})) == 1


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "nl",
            "BMI: 0,30 kg/m² onder de grens (BMI vanaf wanneer overgewicht telt, "
            "14 tot en met 17 jaar), en dat is binnen de meetfout",
        ),
        (
            "en",
            "BMI: 0.30 kg/m² below the line (BMI from which overweight counts, "
            "age 14 to 17), which is within the measuring error",
        ),
    ],
)
def test_at_sixteen_the_line_for_her_age_is_named_once(lang: str, said: str) -> None:
    facts = {"leeftijd": 16, "lengte_cm": 165, "gewicht_voor_zwangerschap_kg": 66}
    pack = shipped_pack("hoogeveen")
    result = screen_case(pack, case_of(facts=facts), on=ON, engines=["reference"])
    text = " ".join(render(result, lang).split())
    assert text.count(said) == 1
    assert text.count("kg/m² onder de grens" if lang == "nl" else "kg/m² below the line") == 1
    assert [warning.code for warning in result.warnings].count("margin_could_turn") == 1


# What the reader is told


def warnings(pack: Pack, **parts: Any) -> list[tuple[str, str]]:
    result = screen_case(pack, case_of(**parts), on=ON, engines=["reference"])
    messages = {w["code"]: w["message"] for w in result.to_dict()["warnings"]}
    assert list(messages) == [warning.code for warning in result.warnings]
    return [(w.code, messages[w.code]) for w in result.warnings if w.code == "margin_could_turn"]


def test_a_warning_where_measuring_again_is_worthwhile() -> None:
    ((_, message),) = warnings(line(), facts={"income": 1077.50, "alone": False})
    assert message.startswith("poverty: this lies so close to the line")
    assert "the outcome may change with it" in message
    assert message.endswith("measure or ask again: income")
    assert "1077" not in message
    assert warnings(line(), facts={"income": 900, "alone": False}) == []


def test_no_warning_after_a_loss() -> None:
    loss = [event("2026-02-01", "loss")]
    assert warnings(line(), facts={"income": 1077.50}, events=loss) == []
