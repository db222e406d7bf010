"""The answers worth trying: one on each side of every figure that matters."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from builders import ON, facts_of, shipped_pack, small_pack

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
