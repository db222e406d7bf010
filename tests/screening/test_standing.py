"""The classes as the rules leave them, and the rules and facts that they hang on."""

from __future__ import annotations

from typing import Any

import pytest
from builders import facts_of, small_pack

from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import Known, compile_pack, known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.reach import BOTH, FALSE, TRUE
from kansrijk.screening.standing import (
    class_view,
    classes_among,
    classes_within,
    facts_of_class,
    ruleset_for,
    ruleset_of_class,
    standing,
)

from .test_reach import weighed_pack

PACK = small_pack()
OF_CLASS = ["criterion:poverty", "criterion:solitude", "class:high", "class:middle"]


def keys(ruleset: Any) -> list[str]:
    return [rule.key for rule in ruleset.rules]


def test_the_rules_of_the_class_in_their_order_and_no_other() -> None:
    assert keys(ruleset_of_class(PACK)) == OF_CLASS
    assert ruleset_of_class(PACK).values == compile_pack(PACK).values != {}


def test_more_rules_with_those_they_look_at() -> None:
    signal = {"when": {"all": [{"violence": True}, {"criterion": "solitude"}]}}
    pack = small_pack(
        signals={"danger": signal},
        classes={"classes": {id: {"when": {"poor": True}} for id in ("high", "middle")}},
    )
    found = ruleset_for(pack, "the signal", ["signal:danger"])
    assert keys(found) == ["criterion:solitude", "signal:danger", "class:high", "class:middle"]


def test_rulesets_are_told_apart_by_what_they_are_for_and_of_which_pack() -> None:
    other = small_pack(pack={"title": "Another"})
    found = {
        ruleset_for(pack, what, ()) for pack in (PACK, other) for what in ("the class", "visits")
    }
    assert len(found) == 4
    assert compile_pack(PACK) not in found
    assert ruleset_of_class(PACK) in found


def test_what_is_known_with_the_truths_of_the_class_alone() -> None:
    known = known_of(facts_of(PACK, facts={"poor": True, "violence": True}))
    truths = dict(zip(OF_CLASS, (True, None, None, True), strict=True))
    assert class_view(PACK, known) == View(known, truths, ())


@pytest.mark.parametrize(
    ("high", "facts"),
    [
        ({"poor": True}, {"poor", "alone"}),
        ({"criterion": "solitude"}, {"alone"}),
        ({"not": {"answered": "hopeful"}}, {"hopeful", "alone"}),
        ({"bmi": {"at_least": 30}}, {"bmi", "height", "before", "later", "alone"}),
        ({"answered": "more"}, {"more", "bmi", "plain", "height", "before", "later", "alone"}),
        ({"income": {"below": {"fact": "friends"}}}, {"income", "friends", "alone"}),
    ],
)
def test_the_facts_that_the_class_hangs_on(high: dict[str, Any], facts: set[str]) -> None:
    middle = {"when": {"criterion": "solitude"}}
    pack = weighed_pack(
        facts={"friends": {"unit": "EUR"}},
        classes={"classes": {"high": {"when": high}, "middle": middle}},
    )
    assert facts_of_class(pack) == facts


EVERY = [
    # What the highest and the middle one can be, and what that leaves.
    (True, True, ("high",)),
    (True, False, ("high",)),
    (True, None, ("high",)),
    (False, True, ("middle",)),
    (False, False, ("low",)),
    (False, None, ("middle", "low")),
    (None, True, ("high", "middle")),
    (None, False, ("high", "low")),
    (None, None, ("high", "middle", "low")),
]
BITS = {True: TRUE, False: FALSE, None: BOTH}


@pytest.mark.parametrize(("high", "middle", "classes"), EVERY)
def test_the_classes_down_to_the_highest_that_is_certain(
    high: bool | None, middle: bool | None, classes: tuple[str, ...]
) -> None:
    found = {"class:high": BITS[high], "class:middle": BITS[middle]}
    assert classes_among(PACK, found) == classes
    truths = {"class:high": high, "class:middle": middle}
    assert standing(PACK, View(Known({}, {}), truths, ())) == classes


def view(pack: Pack, **answers: Any) -> View:
    return class_view(pack, known_of(facts_of(pack, facts=answers)))


def test_what_can_still_turn_is_within_and_does_not_stand() -> None:
    ways = {"first_known": [{"poor": True}, {"alone": True}]}
    pack = small_pack(classes={"classes": {"high": {"when": ways}}})
    at = view(pack, alone=False)
    assert standing(pack, at) == ("middle", "low")
    assert classes_within(pack, at, frozenset({"poor"})) == ("high", "middle", "low")
    assert classes_within(pack, at, frozenset()) == ("middle", "low")
