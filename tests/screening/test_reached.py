"""A class that counts as reached is reached by answering what is asked, in some order."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from builders import ON, facts_of, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.engine.ruleset import known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening import reached as module
from kansrijk.screening import turning
from kansrijk.screening.reached import Ends, Question, reached
from kansrijk.screening.standing import class_view, standing

from .test_possible import (
    State,
    brute,
    given_answers,
    pack_from,
    packs,
    packs_of_answers,
    packs_of_ways,
    partial,
)
from .test_possible_derived import FACTS as DERIVED
from .test_possible_derived import years
from .test_reach import weighed_pack

Drawn = tuple[dict[str, Any], State]
known = st.fixed_dictionaries({}, optional={"b1": st.booleans(), "b2": st.booleans()})
# Nobody else asks what the class looks at: nothing says that they do, and more may be possible.
cases = st.one_of(
    st.tuples(packs(), partial),
    st.tuples(packs_of_ways(), known),
    st.tuples(packs_of_answers(), known),
)


def data_of(high: dict[str, Any], k1: dict[str, Any]) -> dict[str, Any]:
    classes = {"high": high, "middle": {"any": [{"criterion": "k1"}]}}
    return {"criteria": {"k1": k1, "k2": k1}, "classes": classes, "signal": {"violence": True}}


TURNED_ONCE: Drawn = (
    data_of(
        {
            "all": [
                {"first_known": [{"b1": True}, {"b2": True}]},
                {"first_known": [{"c1": "a"}, {"b2": True}]},
            ]
        },
        {"any": [{"c1": "a"}, {"b1": True}]},
    ),
    {"b2": False},
)
"""Each of two answers turns one part of the highest class, and makes the other moot."""
LATER = {"first_known": [{"n1": {"at_least": {"norm": "gap"}}}, {"b2": True}]}
NEVER: Drawn = (data_of({"all": [LATER, {"not": LATER}]}, {"c1": "a"}), {})
"""The highest class is unknown until a question is answered that is left for later, then false."""
BY_HAND = (TURNED_ONCE, NEVER)


def found_in(pack: Pack, answers: State) -> set[str]:
    facts = facts_of(pack, facts=answers, on=ON)
    return set(reached(pack, facts, class_view(pack, known_of(facts))))


def claimed_wrongly(drawn: Drawn) -> set[str]:
    data, answers = drawn
    return found_in(pack_from(data), answers) - brute(data, given_answers(answers))


@given(cases)
def test_what_counts_as_reached_is_reached(drawn: Drawn) -> None:
    assert claimed_wrongly(drawn) == set()


@pytest.mark.parametrize("drawn", BY_HAND)
def test_what_other_answers_stand_in_the_way_of_does_not_count(drawn: Drawn) -> None:
    assert claimed_wrongly(drawn) == set()
    assert "high" not in brute(drawn[0], drawn[1])


def always(*_: Any) -> bool:
    return True


@pytest.mark.parametrize(
    ("where", "name", "fault", "drawn"),
    [
        (turning, "_one_truth", always, TURNED_ONCE),
        (turning, "_first", always, TURNED_ONCE),
        (module, "in_any_order", always, TURNED_ONCE),
        (module, "_classes_at", lambda answering, _, view: standing(answering.pack, view), NEVER),
    ],
)
def test_this_test_sees_a_fault(
    where: Any,
    name: str,
    fault: Callable[..., Any],
    drawn: Drawn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(where, name, fault)
    assert claimed_wrongly(drawn) == {"high"}


FIRST = {"first_known": [{"poor": True}, {"friends": {"below": 2}}]}


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ({"first_known": [{"alone": True}, {"hopeful": True}]}, [True, True]),
        ({"first_known": [{"alone": True}, {"friends": {"at_least": 3}}]}, [False, False]),
        ({"all": [{"alone": True}, {"answered": "poor"}]}, [False]),
        ({"all": [{"alone": True}, {"friends": {"at_least": 3}}]}, [True]),
    ],
)
def test_which_ways_of_measuring_share_nothing_with_others(other: Any, apart: list[bool]) -> None:
    pack = small_pack(criteria={"poverty": {"when": FIRST}, "solitude": {"when": other}})
    assert [one.apart for one in turning.turning_in(pack).first_known] == apart


# What is answered, and how


def ends_of(pack: Pack, **answers: Any) -> Ends:
    facts = facts_of(pack, facts=answers)
    return Ends(pack, facts, class_view(pack, known_of(facts)))


def graded(high: Any, middle: Any = None, **changes: Any) -> Pack:
    """A pack of which the class looks at these alone."""
    classes = {"high": {"when": high}, "middle": {"when": middle or {"smoking": "daily"}}}
    return small_pack(classes={"classes": classes}, **changes)


POOR, ALONE, FEW = {"poor": True}, {"alone": True}, {"friends": {"below": 3}}
DAILY = Question("smoking", ("never", "daily"), leads=True)
BOTH = {"first_known": [POOR, ALONE]}


@pytest.mark.parametrize(
    ("high", "known", "asked"),
    [
        (POOR, {}, [Question("poor", (False, True), leads=True), DAILY]),
        ({"not": POOR}, {}, [Question("poor", (True, False), leads=True), DAILY]),
        (POOR, {"poor": True}, [DAILY]),
        (POOR, {"poor": "declined"}, [Question("poor", (False, True), leads=True), DAILY]),
        (FEW, {"smoking": "never"}, [Question("friends", (9, 0), leads=True)]),
        ({"friends": [3]}, {}, [Question("friends", (0, 9), leads=False), DAILY]),
        # What is only asked where the first way is not known is left for later.
        (BOTH, {}, [Question("poor", (False, True), leads=True), DAILY]),
        (
            {"any": [{"criterion": "solitude"}, {"smoking": "daily"}, FEW]},
            {},
            [
                Question("alone", (False, True), leads=True),
                DAILY,
                Question("friends", (9, 0), leads=True),
            ],
        ),
    ],
)
def test_what_the_rules_of_the_class_ask_with_its_outermost_answers(
    high: Any, known: dict[str, Any], asked: list[Question]
) -> None:
    assert ends_of(graded(high), **known).questions == asked


@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ({}, ["both", "age", "children", "partner", "partner_age"]),
        ({"a": 1}, ["both", "age", "children", "partner", "partner_age"]),
        ({"both": 3, "children": 0}, ["age", "partner", "partner_age"]),
        ({"household": "couple"}, ["both"]),
    ],
)
def test_a_measure_is_answered_as_a_whole_and_else_all_that_is_beneath(
    known: dict[str, Any], asked: list[str]
) -> None:
    """Who she lives with hangs first on her age; what else it can come to hang on is asked too."""
    pack = graded(
        {"all": [{"both": {"at_least": 3}}, {"household": "couple"}]},
        facts={id: {"label": id, **of} for id, of in DERIVED.items()},
        norms={"young": years("y", 18), "full": years("f", 21), "pension": years("p", 67)},
    )
    assert [one.fact for one in ends_of(pack, smoking="never", **known).questions] == asked


def test_below_what_is_known_nothing_is_asked() -> None:
    pack = shipped_pack("hoogeveen")
    household = {"partner_leeftijd", "kinderen_thuis"}
    for known, asked in (({}, household), ({"huishoudtype": "alleen_21"}, set[str]())):
        found = {one.fact for one in ends_of(pack, **known).questions}
        assert found & household == asked
        assert "kostendelers" in found


@pytest.mark.parametrize(
    ("known", "asked_besides", "first"),
    [
        ({"height": 170, "later": 90}, True, {"before"}),
        ({"height": 170, "later": 90}, False, set()),
        ({"height": 170, "later": 90, "before": 80}, True, set()),
        ({"later": 90}, True, set()),
    ],
)
def test_a_weight_that_takes_the_place_of_another_is_answered_before_all_else(
    known: dict[str, Any], asked_besides: bool, first: set[str]
) -> None:
    signal = {"before": {"at_least": 70}} if asked_besides else {"violence": True}
    heavy = {"when": {"bmi": {"at_least": 30}}}
    pack = weighed_pack(signals={"danger": {"when": signal}}, classes={"classes": {"high": heavy}})
    ends = ends_of(pack, **known)
    assert ends.first == first
    asked = [one.fact for one in ends.questions]
    assert ("before" in asked) is bool(first)


@pytest.mark.parametrize(
    ("up", "part", "leading", "number"),
    [
        (False, Fraction(1, 2), "down", 5),
        (True, Fraction(1, 2), "up", 5),
        (False, Fraction(0), "down", 2),
        (True, Fraction(1), "up", 9),
        (True, Fraction(1, 7), "up", 3),
    ],
)
def test_an_answer_is_what_leads_there_or_a_whole_number_in_between(
    up: bool, part: Fraction, leading: str, number: int
) -> None:
    assert Question("x", ("down", "up"), leads=True).answer(up, part) == leading
    assert Question("x", (2, 9), leads=False).answer(up, part) == number


# In which order classes are reached, and how much is tried for it


def tried(pack: Pack, **answers: Any) -> list[str]:
    facts = facts_of(pack, facts=answers)
    return list(reached(pack, facts, class_view(pack, known_of(facts))))


@pytest.mark.parametrize(
    ("number", "found"),
    [
        # In the middle, at the lowest, at the highest, and nowhere else.
        (4, ["high", "high", "low", "low", "low", "low"]),
        (0, ["low", "low", "high", "high", "low", "low"]),
        (9, ["low", "low", "low", "low", "high", "high"]),
        (5, ["low"] * 6),
    ],
)
def test_a_number_that_leads_neither_way_lies_halfway_then_lowest_then_highest(
    number: int, found: list[str]
) -> None:
    assert tried(graded({"friends": [number]}), smoking="never") == found


def test_what_lies_between_the_outermost_is_found_by_halving_once() -> None:
    """Of four questions, each up or down; for other parts of a number not again."""
    of = [{id: True} for id in ("poor", "alone", "violence", "hopeful")]
    pack = graded({"count": {"at_least": 3, "of": of}}, {"count": {"at_least": 2, "of": of}})
    outermost = ["low", "high"]
    assert tried(pack) == [*outermost, "middle", "low", "high", *outermost, *outermost]


def test_where_the_outermost_lead_to_the_same_nothing_between_is_tried() -> None:
    one_alone = [{"all": [POOR, {"not": ALONE}]}, {"all": [{"not": POOR}, ALONE]}]
    assert tried(graded({"any": one_alone}, {"all": [POOR, {"not": POOR}]})) == ["low"] * 6


def test_where_nothing_is_asked_any_more_all_that_stand_are_reached() -> None:
    gap = {"label": "gap", "unit": "EUR", "values": [{"from": "2040-01-01", "value": 2}]}
    pack = graded(
        {"income": {"below": {"norm": "gap"}}},
        norms={"gap": {**gap, "basis": "policy", "source": "law"}},
    )
    # What smoking is said to be decides whether the middle class is among them, or the lowest.
    down, up = ["high", "low"], ["high", "middle"]
    assert tried(pack)[:4] == [*down, *up]
    assert tried(pack, income=3, smoking="never") == down * 6


def test_where_something_turns_nothing_counts_and_nothing_between_is_tried() -> None:
    assert tried(graded({"any": [{"answered": "poor"}, POOR]}, ALONE)) == []


def test_nothing_known_all_classes_of_hoogeveen_are_reached_without_a_search() -> None:
    pack = shipped_pack("hoogeveen")
    assert found_in(pack, {}) == set(pack.sections.classes.classes)
