"""Answers in the order in which they lead up to a higher class: all of them, each once."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from builders import facts_of, shipped_pack, small_pack
from oracle.hoogeveen import draw_facts

from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on
from kansrijk.engine.ruleset import known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.leaning import outermost, upward
from kansrijk.screening.possible import looked_for
from kansrijk.screening.standing import class_view


def ordered(pack: Pack, id: str, *values: Any) -> tuple[Any, ...]:
    return upward(pack, id, values, known_of(facts_of(pack)))


POOR, FRIENDS = {"poor": True}, {"friends": {"below": 3}}


@pytest.mark.parametrize(
    ("when", "fact", "values", "upwards"),
    [
        (POOR, "poor", (True, False), (False, True)),
        ({"not": POOR}, "poor", (False, True), (True, False)),
        ({"not": {"any": [{"not": POOR}]}}, "poor", (False, True), (False, True)),
        (FRIENDS, "friends", (0, 2, 3, 9), (9, 3, 2, 0)),
        ({"not": FRIENDS}, "friends", (0, 2, 3, 9), (0, 2, 3, 9)),
        ({"friends": {"at_least": 3}}, "friends", (0, 3), (0, 3)),
        ({"friends": {"above": 3}}, "friends", (3, 4), (3, 4)),
        ({"friends": {"at_most": 3}}, "friends", (3, 4), (4, 3)),
        ({"any": [FRIENDS, {"friends": {"above": 5}}]}, "friends", (0, 9), (0, 9)),
        (
            {"count": {"at_least": 1, "of": [FRIENDS, {"answered": "friends"}]}},
            "friends",
            (0, 9),
            (9, 0),
        ),
        ({"first_known": [FRIENDS, {"income": {"above": 9}}]}, "friends", (0, 9), (9, 0)),
        ({"income": {"above": 9}}, "friends", (0, 9), (0, 9)),
        ({"all": [FRIENDS, {"friends": [1]}]}, "friends", (0, 9), (9, 0)),
        (
            {"any": [{"smoking": "daily"}, {"not": {"smoking": "never"}}]},
            "smoking",
            ("daily", "stopped", "never"),
            ("never", "stopped", "daily"),
        ),
        ({"friends": [1, 2]}, "friends", (0, 1, 3), (0, 1, 3)),
        (
            {"smoking": {"norm": "smokers"}},
            "smoking",
            ("daily", "never", "stopped"),
            ("never", "daily", "stopped"),
        ),
        ({"all": [POOR, {"not": POOR}]}, "poor", (True, False), (True, False)),
        (POOR, "hopeful", (True, False), (True, False)),
    ],
)
def test_what_leads_up_comes_last(
    when: Any, fact: str, values: tuple[Any, ...], upwards: tuple[Any, ...]
) -> None:
    pack = small_pack(classes={"classes": {"high": {"when": when}, "middle": {"when": POOR}}})
    if fact == "poor":  # the one rule would speak against the other
        pack = small_pack(classes={"classes": {"high": {"when": when}, "middle": {"when": when}}})
    assert ordered(pack, fact, *values) == upwards


RULE = {"criterion": "poverty"}


def graded(high: Any, middle: Any) -> Pack:
    grades = {"high": high, "middle": middle}
    classes = {id: {"when": when, "may_fall": True} for id, when in grades.items()}
    return small_pack(classes={"classes": classes})


@pytest.mark.parametrize(
    ("high", "middle", "upwards"),
    [
        (RULE, RULE, (False, True)),
        ({"not": RULE}, {"not": RULE}, (True, False)),
        # As often as the classes look at it, in either order.
        ({"not": RULE}, {"any": [RULE, {"all": [RULE]}]}, (False, True)),
        ({"any": [RULE, {"all": [RULE]}]}, {"not": RULE}, (False, True)),
        (RULE, {"any": [{"not": RULE}, {"not": RULE}]}, (True, False)),
    ],
)
def test_a_rule_leads_where_the_classes_that_look_at_it_lead(
    high: Any, middle: Any, upwards: tuple[bool, bool]
) -> None:
    pack = graded(high, middle)
    for values in ((True, False), (False, True)):
        assert ordered(pack, "poor", *values) == upwards
    # Where the same leads both ways the order stays as it was.
    assert ordered(graded(RULE, {"not": RULE}), "poor", True, False) == (True, False)


def test_the_answers_that_lead_down_most_and_up_most() -> None:
    when = {"any": [{"smoking": {"norm": "smokers"}}, {"smoking": "stopped"}, FRIENDS]}
    pack = small_pack(classes={"classes": {"high": {"when": when}}})
    known = known_of(facts_of(pack))
    words = ("daily", "never", "stopped")
    assert outermost(pack, "smoking", words, known) == ("never", "stopped")
    assert outermost(pack, "friends", (0, 9), known) == (9, 0)
    assert outermost(pack, "income", (0, 5000), known) is None


def test_a_norm_in_a_gap_leads_nowhere() -> None:
    when = {"smoking": {"norm": "gone"}}
    gone = {"label": "g", "unit": "words", "basis": "policy", "source": "law"}
    gone["values"] = [{"from": "2040-01-01", "value": ["daily"]}]  # type: ignore[assignment]
    pack = small_pack(norms={"gone": gone}, classes={"classes": {"high": {"when": when}}})
    assert ordered(pack, "smoking", "daily", "never") == ("daily", "never")


def test_the_outer_classes_of_a_half_known_case_are_reached_without_wandering() -> None:
    """At most a state for each of the 17 facts; looked for in no such order some take 600."""
    pack, rng, on, looked = shipped_pack("hoogeveen"), Random(3), date(2026, 6, 15), 0
    for _ in range(150):
        facts = facts_on(pack, Case(case="drawn", facts=draw_facts(rng, on)), on)
        view = class_view(pack, known_of(facts))
        bound, search = looked_for(pack, facts, view)
        for target in (bound[0], bound[-1]) if search else ():
            if search and search.reaches(target, facts, view):
                looked += 1
                assert search.budget - search.left <= 17
    assert looked > 100
