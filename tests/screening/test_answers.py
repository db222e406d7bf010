"""The answers worth trying: one on each side of every figure that matters."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import ON, facts_of, shipped_pack, small_pack

from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.answers import Answering

PACK = shipped_pack("hoogeveen")
ANSWERING_RULES = PACK.rules


def tried(id: str, on: date = ON, **facts: Any) -> tuple[Any, ...]:
    known = facts_of(PACK, on, due_date="2026-09-01", facts=facts)
    return Answering(PACK, ANSWERING_RULES, known).values(id, known)


def sides(figure: Any, values: tuple[Any, ...]) -> tuple[bool, bool, bool]:
    """Whether a value below, at and above a figure is tried."""
    return any(v < figure for v in values), figure in values, any(v > figure for v in values)


def test_closed_lists_are_tried_in_full() -> None:
    assert tried("schuldhulpverlening") == (False, True)
    assert tried("partner") == ("geen", "niet_samenwonend", "samenwonend")


def test_ages_on_each_side_of_each_norm() -> None:
    ages = tried("leeftijd")
    assert {17, 18, 19, 20, 21, 22, 12, 60} <= set(ages)
    assert {66, 67, 68} <= set(tried("partner_leeftijd"))
    # In 2017 there is no pension age yet.
    assert {17, 18, 20, 21} <= set(tried("partner_leeftijd", date(2017, 6, 1)))
    assert {0, 1, 2, 15} <= set(tried("kinderen_thuis"))
    assert tried("kostendelers") == tuple(range(11))


def test_incomes_on_each_side_of_the_line_of_her_household() -> None:
    line = Fraction("1464.5675")
    incomes = tried("netto_maandinkomen", leeftijd=30, partner="geen", kostendelers=0)
    assert sides(line, incomes) == (True, True, True)
    assert set(incomes) == {min(incomes), line, max(incomes)}
    given = tried("netto_maandinkomen", inkomensgrens=1000)
    assert sides(1000, given) == (True, True, True)


def test_incomes_on_each_side_of_every_line_that_can_still_be_hers() -> None:
    with_any_housemates = tried("netto_maandinkomen", leeftijd=30, partner="geen")
    for line in ("1464.5675", "1046.112925", "836.89034"):
        assert Fraction(line) in with_any_housemates
    every = tried("netto_maandinkomen", kostendelers=0)
    for line in ("1464.5675", "2092.22585", "1407.6777", "1826.12705", "361.55955", "723.1191"):
        assert Fraction(line) in every
    between = sorted(every)
    assert all(
        any(one < value < other for value in every)
        for one, other in zip(between[1:-2:2], between[3::2], strict=False)
    )


def test_no_more_housemates_are_tried_than_there_can_be() -> None:
    # Of 0 to 10 each has a line of its own; with what lies between two lines, and both ends.
    lines = range(11)
    incomes = tried("netto_maandinkomen", leeftijd=30, partner="geen")
    assert len(incomes) == 2 + len(lines) + len(lines) - 1


def test_the_columns_of_a_table_are_tried_for_what_picks_one() -> None:
    table = {"label": "by friends", "unit": "EUR", "by": "friends", "value": {"2": 900, "6": 1200},
             "basis": "policy", "source": "law"}  # fmt: skip
    below = {"income": {"below": {"norm": "by_friends", "by": "friends"}}}
    pack = small_pack(norms={"by_friends": table}, criteria={"poverty": {"when": below}})
    facts = facts_of(pack)
    answering = Answering(pack, pack.rules, facts)
    assert {2, 6} <= answering.figures_of("friends")
    assert {1, 2, 3, 5, 6, 7} <= set(answering.values("friends", facts))
    assert {900, 1200} <= set(answering.values("income", facts))


def test_a_sum_is_answered_as_a_whole_between_what_it_can_still_be() -> None:
    facts = facts_of(PACK, facts={"lsns6_familie_contact": 5, "lsns6_familie_hulp": 0})
    answering = Answering(PACK, ANSWERING_RULES, facts)
    values = answering.values("lsns6_score", facts)
    assert (min(values), max(values)) == (5, 25)
    assert {11, 12, 13} <= set(values)
    assert answering.answerable("lsns6_score", facts) == ("lsns6_score",)
    assert answering.answerable("huishoudtype", facts) == ("leeftijd",)


def test_a_bound_that_is_a_plain_fact_cannot_be_tried_in_full() -> None:
    total = {"type": "number", "unit": "EUR", "range": [0, 5000], "label": "cost",
             "question": "?", "asked_by": "nurse"}  # fmt: skip
    pack = small_pack(
        facts={"cost": total},
        criteria={"poverty": {"when": {"income": {"below": {"fact": "cost"}}}}},
    )
    answering = Answering(pack, pack.rules, facts_of(pack))
    assert not answering.complete
    assert answering.values("income", facts_of(pack)) == (0, 5000)
    assert Answering(PACK, ANSWERING_RULES, facts_of(PACK)).complete


# Exactly which, in the small pack

SUM = {"type": "integer", "unit": "people", "range": [0, 12], "label": "all",
       "derive": {"sum": {"of": ["friends", "kin"]}}}  # fmt: skip
KIN = {"type": "integer", "unit": "people", "range": [1, 3], "label": "kin", "question": "?",
       "asked_by": "nurse"}  # fmt: skip
NOT_YET = {"label": "n", "unit": "EUR", "basis": "policy", "source": "law",
           "values": [{"from": "2040-01-01", "value": 7}]}  # fmt: skip
LATER = {
    **NOT_YET,
    "label": "l",
    "by": "friends",
    "values": [{"from": "2040-01-01", "value": {"2": 900}}],
}


def asking(when: Any) -> Pack:
    return small_pack(
        facts={"people": SUM, "kin": KIN},
        norms={"not_yet": NOT_YET, "later": LATER},
        criteria={"poverty": {"when": when}},
    )


@pytest.mark.parametrize(
    ("when", "fact", "known", "values"),
    [
        ({"friends": {"below": 3}}, "friends", {}, (0, 2, 3, 4, 9)),
        ({"friends": {"below": 3}}, "friends", {"friends": 5}, (5,)),
        ({"friends": {"below": 3}}, "friends", {"friends": 3}, (3,)),
        ({"friends": {"at_least": 1}}, "friends", {}, (0, 1, 2, 9)),
        ({"friends": {"at_least": 9}}, "friends", {}, (0, 8, 9)),
        ({"friends": {"above": {"norm": "enough"}}}, "friends", {}, (0, 2, 3, 4, 9)),
        ({"friends": [2, 6]}, "friends", {}, (0, 1, 2, 3, 5, 6, 7, 9)),
        ({"friends": {"below": 3}}, "income", {}, (0, 5000)),
        ({"friends": {"below": 3}}, "kin", {}, (1, 3)),
        ({"people": {"below": 9}}, "people", {}, (1, 8, 9, 10, 12)),
        ({"people": {"below": 5}}, "people", {"friends": 4}, (5, 6, 7)),
        ({"income": {"below": 1000}}, "income", {}, (0, 1000, 5000)),
        (
            {"any": [{"income": {"below": 1000}}, {"income": {"above": 1501}}]},
            "income",
            {},
            (0, 1000, Fraction(2501, 2), 1501, 5000),
        ),
        ({"income": {"below": {"norm": "not_yet"}}}, "income", {}, (0, 5000)),
        ({"income": {"below": {"norm": "later", "by": "friends"}}}, "income", {}, (0, 5000)),
        ({"income": {"below": {"norm": "later", "by": "friends"}}}, "friends", {}, (0, 9)),
        ({"poor": True}, "poor", {}, (False, True)),
        ({"smoking": "daily"}, "smoking", {}, ("never", "stopped", "daily")),
    ],
)
def test_what_is_tried_and_nothing_else(
    when: Any, fact: str, known: dict[str, Any], values: tuple[Any, ...]
) -> None:
    pack = asking(when)
    answering = Answering(pack, pack.rules, facts_of(pack))
    assert answering.values(fact, facts_of(pack, facts=known)) == values


@pytest.mark.parametrize(
    ("fact", "known", "values"),
    [
        ("friends", {}, (0, 9)),
        ("friends", {"friends": 4}, (4, 4)),
        ("kin", {}, (1, 3)),
        ("people", {}, (1, 12)),
        ("people", {"friends": 4}, (5, 7)),
        ("income", {}, (0, 5000)),
        ("poor", {}, (False, True)),
        ("smoking", {}, ("never", "stopped", "daily")),
    ],
)
def test_the_outermost_of_a_number_are_the_lowest_and_the_highest(
    fact: str, known: dict[str, Any], values: tuple[Any, ...]
) -> None:
    pack = asking({"any": [{"friends": {"below": 3}}, {"income": {"below": 900}}]})
    answering = Answering(pack, pack.rules, facts_of(pack))
    assert answering.outermost(fact, facts_of(pack, facts=known)) == values


@pytest.mark.parametrize(
    ("fact", "figures"),
    [
        ("leeftijd", {18, 21, 67}),
        ("partner_leeftijd", {18, 21, 67}),
        ("kinderen_thuis", {1}),
        ("kostendelers", set(range(11))),
        ("partner", set()),
        ("netto_maandinkomen", set()),
    ],
)
def test_what_a_household_turns_at_matters_without_any_rule(fact: str, figures: set[int]) -> None:
    assert Answering(PACK, (), facts_of(PACK)).figures_of(fact) == figures
    known = facts_of(PACK, facts={"kostendelers": 3})
    assert Answering(PACK, (), known).figures_of("kostendelers") == {3}


@pytest.mark.parametrize(
    ("known", "number"),
    [
        ({"inkomensgrens": 1000}, 1),
        ({"huishoudtype": "alleen_21", "kostendelers": 2}, 1),
        ({"huishoudtype": "alleen_21"}, 11),
        ({"huishoudtype": "alleen_18_20"}, 1),  # who is under 21 does not share
        ({"huishoudtype": "geen_norm"}, 0),
        ({"kostendelers": 0}, 7),
    ],
)
def test_each_line_that_can_be_hers_is_a_figure(known: dict[str, Any], number: int) -> None:
    rules = tuple(rule for rule in ANSWERING_RULES if rule.key == "criterion:sociaal_minimum")
    answering = Answering(PACK, rules, facts_of(PACK, facts=known))
    assert len(answering.figures_of("netto_maandinkomen")) == number


def test_what_to_answer_for_a_rule() -> None:
    pack = asking({"any": [{"people": {"below": 5}}, {"alone": True}]})
    answering = Answering(pack, pack.rules, facts_of(pack))
    measured = {id for id in pack.sections.facts if answering.measured(id)}
    assert measured == {"people"}
    shipped = Answering(PACK, (), facts_of(PACK))
    assert {id for id in PACK.sections.facts if shipped.measured(id)} == {"bmi", "lsns6_score"}
    (poverty, solitude) = (rule for rule in pack.rules if rule.key.startswith("criterion:"))
    for known, open_, other in (
        ({}, ["people", "alone"], ["alone"]),
        ({"friends": 2}, ["people", "alone"], ["alone"]),
        ({"friends": 2, "kin": 3}, ["alone"], ["alone"]),
        ({"friends": 2, "kin": 1}, [], ["alone"]),
        ({"alone": True}, [], []),
    ):
        facts = facts_of(pack, facts=known)
        truths = dict(ReferenceEngine().findings(compile_pack(pack), known_of(facts)))
        view = View(known_of(facts), truths, ())
        assert list(answering.open(poverty, view, facts)) == open_
        assert list(answering.open(solitude, view, facts)) == other
    everything = facts_of(pack, facts={"friends": 2, "kin": 3})
    assert (
        answering.answerable("people", everything) == answering.answerable("kin", everything) == ()
    )
