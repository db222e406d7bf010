"""A class that counts as reached is reached by answering what is asked, in some order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from builders import ON, facts_of, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.engine.ruleset import known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening import reached as module
from kansrijk.screening import turning
from kansrijk.screening.reached import reached
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
        (module, "_classes_at", lambda pack, facts, view: standing(pack, view), NEVER),
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


def test_nothing_known_all_classes_of_hoogeveen_are_reached_without_a_search() -> None:
    pack = shipped_pack("hoogeveen")
    assert found_in(pack, {}) == set(pack.sections.classes.classes)
