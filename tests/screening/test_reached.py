"""A class that counts as reached is reached by answering what is asked, in some order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from builders import ON, facts_of, shipped_pack
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

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
    odd_leaves,
    pack_from,
    packs,
    packs_of_answers,
    packs_of_ways,
    partial,
)

known = st.fixed_dictionaries({}, optional={"b1": st.booleans(), "b2": st.booleans()})
cases = st.one_of(
    st.tuples(packs(), partial),
    st.tuples(packs(odd_leaves, apart=False), partial),
    st.tuples(packs_of_ways(), known),
    st.tuples(packs_of_answers(), known),
)
Drawn = tuple[dict[str, Any], State]


def found_in(pack: Pack, answers: State) -> set[str]:
    facts = facts_of(pack, facts=answers, on=ON)
    return set(reached(pack, facts, class_view(pack, known_of(facts))))


def claimed_wrongly(drawn: Drawn) -> set[str]:
    data, answers = drawn
    return found_in(pack_from(data), answers) - brute(data, given_answers(answers))


@given(cases)
def test_what_counts_as_reached_is_reached(drawn: Drawn) -> None:
    assert claimed_wrongly(drawn) == set()


def either(one: Any, start: Any, end: Any) -> bool:
    return True


@pytest.mark.parametrize(
    ("where", "name", "fault"),
    [
        (turning, "_one_truth", either),
        (turning, "_first", either),
        (module, "in_any_order", lambda *_: True),
        (module, "_classes_at", lambda pack, facts, view: standing(pack, view)),
    ],
)
def test_this_test_sees_a_fault(
    where: Any, name: str, fault: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, name, fault)
    drawn = settings(
        max_examples=4000,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    try:
        find(cases, lambda one: bool(claimed_wrongly(one)), settings=drawn)
    except NoSuchExample:
        pytest.fail("the fault was not seen")


def test_nothing_known_all_classes_of_hoogeveen_are_reached_without_a_search() -> None:
    pack = shipped_pack("hoogeveen")
    assert found_in(pack, {}) == set(pack.sections.classes.classes)
