"""What is known on a day: three states, several professionals, nothing later than the day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from builders import ON, case_of, facts_of, seen, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, facts_on, with_answer, with_norm
from kansrijk.pack.pack import Pack

ROLE = {"label": "midwife", "domain": "medical", "does": "Births."}
PACK: Pack = small_pack(roles={"midwife": ROLE, "worker": {**ROLE, "label": "worker"}})


def state(facts: Facts, id: str) -> tuple[Any, Any]:
    """The state and the value of a fact, which the rules see only where it is answered."""
    fact = facts.observed.get(id)
    if fact is None:
        return "unanswered", None
    assert (fact.state == "answered") == (fact.value is not None)
    assert facts.values.get(id) == fact.value
    assert (id in facts.declined) == (fact.state == "declined")
    return fact.state, fact.value


def test_three_states_of_knowing() -> None:
    facts = facts_of(PACK, facts={"poor": False, "alone": "declined", "violence": None})
    assert state(facts, "poor") == ("answered", False)
    assert state(facts, "alone") == ("declined", None)
    assert state(facts, "violence") == ("unanswered", None)
    assert state(facts, "hopeful") == ("unanswered", None)
    assert facts.values == {"poor": False}
    assert facts.missing("poor") == ()
    assert facts.missing("alone") == ("alone",)


def test_every_type_can_be_declined() -> None:
    ids = ["poor", "smoking", "friends", "income", "story"]
    facts = facts_of(PACK, facts=dict.fromkeys(ids, "declined"))
    assert facts.declined == set(ids)
    assert facts.values == {}


def test_values_are_exact() -> None:
    facts = facts_of(PACK, facts={"income": Decimal("900.10"), "friends": 3, "story": "x"})
    assert facts.values == {"income": Fraction(90010, 100), "friends": 3, "story": "x"}
    assert facts_of(PACK, facts={"income": 0.1}).values["income"] == Fraction(1, 10)


A, B = "2026-02-01", "2026-02-02"
ROWS: list[tuple[str, list[dict[str, Any]], tuple[Any, Any]]] = [
    ("the latest holds", [seen(A, friends=1), seen(B, friends=2)], ("answered", 2)),
    ("any is later than none", [seen(A, friends=1)], ("answered", 1)),
    ("null withdraws", [seen(A, friends=1), seen(B, friends=None)], ("unanswered", None)),
    ("null withdraws the first", [seen(A, friends=None)], ("unanswered", None)),
    ("declined later", [seen(A, friends=1), seen(B, friends="declined")], ("declined", None)),
    ("a value after declined", [seen(A, friends="declined"), seen(B, friends=1)], ("answered", 1)),
    (
        "a value beats declined of one day",
        [seen(A, friends=1), seen(A, "midwife", friends="declined")],
        ("answered", 1),
    ),
    (
        "a value beats null of one day",
        [seen(A, friends=None), seen(A, "midwife", friends=1)],
        ("answered", 1),
    ),
    (
        "declined beats null of one day",
        [seen(A, friends=None), seen(A, "midwife", friends="declined")],
        ("declined", None),
    ),
    (
        "two who agree",
        [seen(A, friends=1), seen(A, "midwife", friends=1)],
        ("answered", 1),
    ),
    (
        "two who differ",
        [seen(A, friends=1), seen(A, "midwife", friends=2)],
        ("disputed", None),
    ),
    (
        "a dispute that was settled",
        [seen(A, friends=1), seen(A, "midwife", friends=2), seen(B, friends=2)],
        ("answered", 2),
    ),
    (
        "a dispute goes before what was clear",
        [seen(A, friends=1), seen(B, friends=1), seen(B, "midwife", friends=2)],
        ("disputed", None),
    ),
    (
        "another fact withdraws nothing",
        [seen(A, friends=1), seen(B, poor=True)],
        ("answered", 1),
    ),
]


@pytest.mark.parametrize(("why", "observations", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_what_several_professionals_saw(
    why: str, observations: list[dict[str, Any]], expected: tuple[Any, Any]
) -> None:
    facts = facts_of(PACK, facts={"friends": 9}, observations=observations)
    assert state(facts, "friends") == expected


def test_a_dispute_says_who_said_what() -> None:
    both = [seen(A, "midwife", friends=2), seen(A, friends=1)]
    said = facts_of(PACK, observations=both).observed["friends"].said
    assert {(answer.by, answer.value, answer.date) for answer in said} == {
        ("nurse", 1, date(2026, 2, 1)),
        ("midwife", 2, date(2026, 2, 1)),
    }


def test_nothing_later_than_the_day_is_seen() -> None:
    parts: dict[str, Any] = {"observations": [seen("2026-03-02", friends=1), seen("2026-03-03",
                             friends=2)]}  # fmt: skip
    assert state(facts_of(PACK, date(2026, 3, 1), **parts), "friends") == ("unanswered", None)
    assert state(facts_of(PACK, date(2026, 3, 2), **parts), "friends") == ("answered", 1)
    assert state(facts_of(PACK, date(2026, 3, 3), **parts), "friends") == ("answered", 2)


said = st.one_of(st.none(), st.just("declined"), st.integers(1, 3))
observed = st.builds(
    lambda day, by, value: seen(f"2026-02-{day:02}", by, friends=value),
    st.integers(1, 4),
    st.sampled_from(["nurse", "midwife", "worker"]),
    said,
)
days = st.integers(1, 5).map(lambda day: date(2026, 2, day))


def expected_of(first: Any, observations: list[dict[str, Any]], on: date) -> tuple[Any, Any]:
    """By the words of the design, without sorting: of the last day that anyone saw something."""
    until = [one for one in observations if one["date"] <= on.isoformat()]
    last = max((one["date"] for one in until), default=None)
    words = [one["facts"]["friends"] for one in until if one["date"] == last] or [first]
    values = {word for word in words if isinstance(word, int)}
    if len(values) == 1:
        return "answered", values.pop()
    if values:
        return "disputed", None
    return ("declined" if "declined" in words else "unanswered"), None


@given(said, st.lists(observed, max_size=6), days, st.randoms(use_true_random=False))
def test_the_order_of_a_list_never_matters(
    first: Any, observations: list[dict[str, Any]], on: date, random: Any
) -> None:
    shuffled = list(observations)
    random.shuffle(shuffled)
    case = {"facts": {"friends": first}}
    one = facts_of(PACK, on, **case, observations=observations)
    other = facts_of(PACK, on, **case, observations=shuffled)
    assert state(one, "friends") == expected_of(first, observations, on)
    assert state(one, "friends") == state(other, "friends")
    said = [
        {answer._replace(path=()) for answer in f.observed["friends"].said} for f in (one, other)
    ]
    assert said[0] == said[1]


# One more answer

SUM = {
    "type": "integer", "unit": "people", "range": [0, 30], "label": "all friends",
    "derive": {"sum": {"of": ["friends", "twice"]}},
}  # fmt: skip
TWICE = {
    "type": "integer", "unit": "people", "range": [0, 20], "label": "twice",
    "derive": {"sum": {"of": ["friends", "friends"]}},
}  # fmt: skip
DERIVED = small_pack(facts={"total": SUM, "twice": TWICE})
answers = st.dictionaries(
    st.sampled_from(["friends", "twice", "total", "poor"]),
    st.sampled_from([None, "declined", 1, 2]),
)


@given(answers, st.sampled_from(["friends", "twice", "total"]), st.integers(0, 3))
def test_one_more_answer_is_as_if_it_had_been_given(
    given_: dict[str, Any], id: str, value: int
) -> None:
    given_.pop("poor", None)
    after = with_answer(DERIVED, facts_of(DERIVED, facts=given_), id, value)
    anew = facts_of(DERIVED, facts={**given_, id: value})
    assert after.values == anew.values
    assert after.derived == anew.derived
    assert {i: after.missing(i) for i in DERIVED.sections.facts} == {
        i: anew.missing(i) for i in DERIVED.sections.facts
    }


def test_facts_of_a_case_without_anything() -> None:
    facts = facts_on(PACK, case_of(), ON)
    assert (facts.observed, facts.values, facts.derived) == ({}, {}, {})
    assert facts.missing("story") == ("story",)


def test_a_norm_read_otherwise_can_move_the_time_of_a_case() -> None:
    pack = shipped_pack("hoogeveen")
    case = Case.model_validate({"case": "c-1", "last_period": "2026-05-01"})
    facts = facts_on(pack, case, date(2026, 6, 15))
    term = facts.norms["zwangerschapsduur_dagen"]
    later = with_norm(pack, case, facts, term._replace(value=term.value + 7))
    assert facts.timeline.due is not None and later.timeline.due is not None
    assert (later.timeline.due - facts.timeline.due).days == 7
    other = facts.norms["bmi_overgewicht"]
    assert with_norm(pack, case, facts, other._replace(value=30)).timeline == facts.timeline
