"""Which facts can still become known: by the rules of the class, by others, and by what follows."""

from __future__ import annotations

from typing import Any

import pytest
from builders import facts_of, small_pack

from kansrijk.case.facts import Facts
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.askable import (
    asked_besides,
    asked_by_others,
    earlier_weights,
    open_facts,
    shadowed,
    unsettled,
    weighed_again,
    weights_of,
)
from kansrijk.screening.standing import ruleset_of_class

KINDS = (
    "single", "couple", "young_single", "young_couple", "young_couple_child", "mixed_couple",
    "mixed_couple_child", "none",
)  # fmt: skip


def number(id: str, **derive: Any) -> dict[str, Any]:
    own = {"derive": derive} if derive else {"question": "?", "asked_by": "nurse"}
    kind = "number" if derive else "integer"
    return {"type": kind, "unit": "x", "range": [1, 400], "label": id, **own}


def years(value: int) -> dict[str, Any]:
    return {"label": f"y{value}", "unit": "x", "value": value, "basis": "policy", "source": "law"}


FACTS: dict[str, Any] = {
    **{id: number(id) for id in ("a", "b", "height", "before", "later", "age", "other", "young")},
    "both": number("both", sum={"of": ["a", "b"]}),
    "bmi": number("bmi", bmi={"height_cm": "height", "weight_kg": ["before", "later"]}),
    "thin": number("thin", bmi={"height_cm": "height", "weight_kg": ["later"]}),
    "more": number("more", sum={"of": ["bmi", "a"]}),
    "home": {
        "type": "choice",
        "values": {kind: kind for kind in KINDS},
        "label": "home",
        "derive": {"household": {
            "age": "age", "partner": "smoking", "together": "daily", "partner_age": "other",
            "children": "young", "young": {"norm": "y18"}, "full": {"norm": "y21"},
            "pension": {"norm": "y67"}, "values": {kind: kind for kind in KINDS},
        }},
    },
}  # fmt: skip
HOME = ["age", "other", "smoking", "young"]
BOTH, TWO, BMI = {"both": {"above": 9}}, {"a": {"above": 2}}, {"bmi": {"above": 30}}
POOR, ALONE, AFRAID = {"poor": True}, {"alone": True}, {"violence": True}
HOPEFUL = {"hopeful": True}


def first(*ways: Any) -> dict[str, Any]:
    return {"first_known": list(ways)}


def pack_of(graded: Any, signal: Any = AFRAID, criterion: Any = HOPEFUL) -> Pack:
    """The class hangs on one condition, and a signal on another; the strength asks `hopeful`."""
    return small_pack(
        facts=FACTS,
        norms={f"y{value}": years(value) for value in (18, 21, 67)},
        criteria={id: {"when": criterion} for id in ("poverty", "solitude")},
        signals={"danger": {"when": signal}},
        classes={
            "classes": {
                "high": {"when": graded, "may_fall": True},
                "middle": {"when": graded, "may_fall": True},
            }
        },
    )


def seen(pack: Pack, facts: Facts) -> View:
    known = known_of(facts)
    return View(known, dict(ReferenceEngine().findings(compile_pack(pack), known)), ())


WEIGHED = {"height": 170, "later": 80}


@pytest.mark.parametrize(
    ("graded", "signal", "facts", "open_"),
    [
        (POOR, AFRAID, {}, {"poor", "violence"}),
        (POOR, AFRAID, {"poor": True}, {"violence"}),
        (first(POOR, ALONE), AFRAID, {}, {"poor", "alone", "violence"}),
        (first(POOR, ALONE), AFRAID, {"alone": True}, {"violence"}),
        (BOTH, AFRAID, {}, {"both", "a", "b", "violence", "more"}),
        (BOTH, AFRAID, {"a": 1, "violence": True}, {"both", "b"}),
        (BOTH, AFRAID, {"both": 1, "violence": True}, set()),
        # What follows from what another rule asks; not from what nobody asks any more.
        (POOR, TWO, {"poor": True}, {"a", "both", "more"}),
        (POOR, TWO, {"poor": True, "a": 1}, set()),
        (POOR, TWO, {"poor": True, "both": 1}, {"a", "more"}),
        (POOR, {"height": {"above": 190}}, {"poor": True}, {"height", "bmi", "thin", "more"}),
        # A BMI that is known may be weighed again.
        (BMI, {"before": {"above": 90}}, WEIGHED, {"before", "bmi", "more"}),
        (BMI, {"before": {"above": 90}}, {**WEIGHED, "before": 70}, set()),
        (BMI, {"before": {"above": 90}}, {"bmi": 30}, {"before", "more"}),
        (BMI, AFRAID, {**WEIGHED, "violence": True}, set()),
        ({"home": "single"}, AFRAID, {"violence": True}, {"home", *HOME}),
    ],
)
def test_what_can_become_known(
    graded: Any, signal: Any, facts: dict[str, Any], open_: set[str]
) -> None:
    pack = pack_of(graded, signal)
    known = facts_of(pack, facts={"hopeful": True, **facts})
    assert open_facts(pack, known, seen(pack, known)) == open_


@pytest.mark.parametrize(
    ("graded", "signal", "facts", "besides"),
    [
        (POOR, POOR, {}, []),
        (first(POOR, AFRAID), AFRAID, {}, ["violence"]),
        (first(POOR, AFRAID), AFRAID, {"violence": True}, []),
        (first(POOR, ALONE), AFRAID, {}, []),
        (first(POOR, AFRAID), {"any": [POOR, AFRAID]}, {}, ["poor", "violence"]),
        ({"answered": "violence"}, AFRAID, {}, ["violence"]),
        ({"all": [POOR, {"not": {"answered": "violence"}}]}, AFRAID, {}, ["violence"]),
        # A measure is asked as a whole, and becomes known by its parts.
        ({"answered": "both"}, TWO, {}, ["both"]),
        ({"answered": "both"}, AFRAID, {}, []),
        ({"answered": "both"}, BOTH, {"a": 2}, ["both"]),
        ({"any": [BOTH, first(TWO, POOR)]}, AFRAID, {}, ["a"]),
        ({"any": [BOTH, first(TWO, POOR)]}, AFRAID, {"both": 5}, []),
        ({"any": [BOTH, first(TWO, POOR)]}, AFRAID, {"a": 5}, []),
        ({"answered": "more"}, {"before": {"above": 90}}, {}, ["more"]),
        # Another derived fact is not: only what it comes from.
        (first({"home": "single"}, POOR), {"home": "couple"}, {}, HOME),
        (first({"home": "single"}, POOR), {"age": {"above": 30}}, {}, ["age"]),
        (first({"home": "single"}, POOR), {"age": {"above": 30}}, {"home": "couple"}, []),
        (first({"home": "single"}, {"age": {"above": 30}}), {"home": "couple"},
         {"home": "couple"}, []),
        (BMI, {"before": {"above": 90}}, WEIGHED, ["before"]),
        (BMI, {"before": {"above": 90}}, {}, []),
        (BMI, AFRAID, WEIGHED, []),
    ],
)  # fmt: skip
def test_what_can_be_asked_besides_and_turn_the_class(
    graded: Any, signal: Any, facts: dict[str, Any], besides: list[str]
) -> None:
    pack = pack_of(graded, signal)
    known, rules = facts_of(pack, facts=facts), ruleset_of_class(pack).rules
    assert asked_besides(pack, known, iter(rules)) == tuple(besides)


@pytest.mark.parametrize(
    ("when", "facts", "found"),
    [
        (POOR, {"poor": True}, ["poor"]),
        ({"all": [POOR, {"any": [ALONE, {"not": AFRAID}]}]}, {}, ["poor", "alone", "violence"]),
        ({"count": {"at_least": 1, "of": [POOR, ALONE]}}, {}, ["poor", "alone"]),
        (first(POOR, ALONE), {}, ["poor", "alone"]),
        (first(POOR, ALONE), {"alone": False}, []),
        ({"not": first(POOR, ALONE)}, {"poor": True}, []),
        ({"all": [first(POOR, ALONE), AFRAID]}, {"poor": True}, ["violence"]),
        ({"any": [AFRAID, first(POOR, ALONE)]}, {"poor": True}, ["violence"]),
        ({"count": {"at_least": 2, "of": [AFRAID, first(POOR, ALONE)]}}, {"alone": True},
         ["violence"]),
        (first({"all": [POOR, {"not": ALONE}]}, AFRAID), {"poor": False}, []),
        # What has a truth may lose it again: another way is asked all the same.
        (first(first(POOR, ALONE), AFRAID), {"poor": True}, ["violence"]),
        (first(first(POOR, ALONE), AFRAID), {"violence": True}, ["poor", "alone", "violence"]),
        (first({"all": [POOR, {"answered": "story"}]}, ALONE), {"alone": True}, ["poor", "alone"]),
        (first({"criterion": "poverty"}, ALONE), {"hopeful": True}, ["alone"]),
    ],
)  # fmt: skip
def test_what_a_condition_may_have_asked(
    when: Any, facts: dict[str, Any], found: list[str]
) -> None:
    pack = pack_of(when)
    (graded,) = (rule.when for rule in pack.rules if rule.key == "class:high")
    view = seen(pack, facts_of(pack, facts=facts))
    assert list(unsettled(graded, view)) == found


def test_what_an_answer_can_still_turn() -> None:
    when = {"any": [POOR, {"not": first(ALONE, BOTH)}, {"all": [{"answered": "story"}, TWO]}]}
    assert shadowed(ruleset_of_class(pack_of(when)).rules) == {"alone", "both", "story"}
    assert shadowed(ruleset_of_class(pack_of(POOR)).rules) == frozenset()


def test_the_rules_without_a_say_in_the_class_ask_for_themselves() -> None:
    assert asked_by_others(small_pack()) == {"violence", "hopeful"}
    below = {"age": {"below": {"fact": "a"}}}
    signal = {"any": [below, {"answered": "story"}]}
    assert asked_by_others(pack_of(ALONE, signal, POOR)) == {"age", "a", "hopeful", "poor"}
    with_a_say = {"all": [{"criterion": id} for id in ("poverty", "solitude")]}
    assert asked_by_others(pack_of(with_a_say, signal, POOR)) == {"age", "a", "hopeful"}


def test_a_bmi_of_one_weight_is_weighed_once() -> None:
    pack, two = pack_of(POOR), frozenset({"before", "later"})
    assert weights_of(pack) == {"bmi": two, "more": two}
    assert earlier_weights(pack, {"thin", "height", "later"}) == frozenset()
    assert earlier_weights(pack, {"bmi"}) == earlier_weights(pack, {"more"}) == two


@pytest.mark.parametrize(
    ("facts", "open_", "again"),
    [
        ({**WEIGHED, "a": 1}, {"before"}, {"bmi", "more"}),
        (WEIGHED, {"before", "a"}, {"bmi"}),
        (WEIGHED, {"a", "height", "bmi"}, set()),
        ({"height": 170}, {"before", "later"}, set()),
        ({"bmi": 30}, {"before"}, set()),
    ],
)
def test_a_bmi_is_weighed_again_where_it_was_worked_out(
    facts: dict[str, Any], open_: set[str], again: set[str]
) -> None:
    pack = pack_of(POOR)
    assert weighed_again(pack, facts_of(pack, facts=facts), open_) == again
