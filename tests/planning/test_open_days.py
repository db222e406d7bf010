"""Which days are open for a visit of a role, what stands in the way of one, and which suit her."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date, timedelta
from typing import Any

import pytest
from builders import SCHEDULE, small_pack

from kansrijk.case.availability import Absence, Preference
from kansrijk.planning.keeping import UNWANTED
from kansrijk.planning.open_days import OpenDays
from kansrijk.planning.terms import Terms

RULES = small_pack(schedule=SCHEDULE).sections.schedule
MONDAY = date(2026, 10, 5)


def day(n: int) -> date:
    return MONDAY + timedelta(n)


def away(of: str | None = None, kind: str | None = None) -> Absence:
    """On Wednesday."""
    return Absence(day(2), day(3), of, kind)


def open_days(
    *absences: Absence, taken: Sequence[int] = (), left: Set[int] = frozenset(), **terms: Any
) -> OpenDays:
    assert RULES is not None
    days = {day(n) for n in left}
    return OpenDays(RULES, Terms(absences=absences, **terms), map(day, taken), days)


@pytest.mark.parametrize(
    ("on", "absences", "along", "why"),
    [
        (day(2), (), None, []),
        (day(2), (away(),), None, ["absence"]),
        (day(1), (away(),), None, []),
        (day(3), (away(),), None, []),
        (day(2), (away("nurse"),), None, ["absence"]),
        (day(2), (away("chief"),), None, []),
        (day(2), (away("chief"),), "chief", ["absence"]),
        (day(2), (away("nurse"),), "chief", ["absence"]),
        (day(2), (away("doctor"),), "chief", []),
        (day(2), (away(kind="admission"),), None, ["admission"]),
        # Of several the one that says why.
        (day(2), (away(), away(kind="admission")), None, ["admission"]),
        (day(5), (), None, ["weekend"]),
        (date(2026, 12, 25), (), None, ["holiday"]),
        (date(2026, 12, 25), (Absence(day(0), None, None),), None, ["holiday", "absence"]),
    ],
)
def test_why_nobody_can_come(on: date, absences: Any, along: str | None, why: list[str]) -> None:
    days = open_days(*absences, along=along)
    assert list(days.hindrances(on, "nurse")) == why
    there = [one for one in why if one in ("weekend", "holiday")]
    assert list(days.without_absences().hindrances(on, "nurse")) == there
    price = days.price_for("nurse")
    assert [price(on.toordinal()) for _ in range(2)] == ([None] * 2 if why else [0] * 2)


def test_each_role_has_its_own_days() -> None:
    days = open_days(away("nurse"))
    wednesday = day(2).toordinal()
    assert [days.price_for(role)(wednesday) for role in ("nurse", "chief", "nurse")] == [
        None,
        0,
        None,
    ]


@pytest.mark.parametrize(
    ("preference", "thursday", "friday"),
    [
        (None, 0, 0),
        (Preference(frozenset(), "10:00"), 0, 0),
        (Preference(frozenset({3}), None), 0, UNWANTED),
        (Preference(frozenset({0, 4}), None), UNWANTED, 0),
    ],
)
def test_what_suits_her_costs_less(preference: Any, thursday: int, friday: int) -> None:
    days = open_days(preference=preference)
    price = days.price_for("nurse")
    assert [price(day(n).toordinal()) for n in (3, 4)] == [thursday, friday]
    assert [days.suits(day(n)) for n in (3, 4)] == [not thursday, not friday]


def test_days_near_a_visit_that_is_settled_and_days_that_one_left_are_not_open() -> None:
    days = open_days(away("nurse"), taken=(8,), left={1})
    for found, wednesday in ((days, None), (days.without_absences(), 0)):
        price = found.price_for("nurse")
        prices = [price(day(n).toordinal()) for n in range(12)]
        assert prices == [0, None, wednesday, 0, 0, None, None, None, None, None, 0, 0]
    # Saturday, Sunday and, beside Tuesday, the days that are too near.
    assert [price(day(n).toordinal()) for n in (14, 15)] == [0, 0]
