"""What was told of visits that somebody should look at: each a warning with its place."""

from __future__ import annotations

import pytest
from builders import SCHEDULE, small_pack
from july import ON, plan_with, told, warned

from kansrijk.screening.warnings import Warning

AWAY = {"from": "2026-07-15"}


def test_an_absence_without_a_return_is_told_until_there_is_one() -> None:
    away = told("absence", **AWAY)
    assert plan_with(away).to_come(ON) == ()
    assert warned(away) == [("absence_open", (("events", 2),))]
    assert warned(away, told("absence", **AWAY, of="nurse")) == [
        ("absence_open", (("events", 2),)),
        ("absence_of_role_open", (("events", 3),)),
    ]
    # It points at the one that is open, and not at one before it that is over.
    before = told("absence", "2026-06-10", **{"from": "2026-06-10"})
    over = told("return", "2026-06-15")
    assert warned(before, over, away) == [("absence_open", (("events", 4),))]
    # Once the return is told, or the day of it, the visits are there again.
    back = plan_with(away, told("return", "2026-07-18"))
    assert (back.warnings, len(back.to_come(ON)) > 10) == ((), True)
    assert warned(told("absence", **AWAY, back="2026-07-22")) == []
    assert warned(away, told("undo", "2026-07-19", of="absence", on="2026-07-10")) == []


def test_who_does_not_come_may_stay_away() -> None:
    roles = {"doctor": {"label": "doctor", "domain": "medical", "does": "Doctoring."}}
    pack = small_pack(schedule=SCHEDULE, roles=roles)
    assert warned(told("absence", **AWAY, of="doctor"), pack=pack) == []
    # One that comes along does come.
    unsafe = [{"date": "2026-07-01", "by": "nurse", "facts": {"violence": True}}]
    together = {**SCHEDULE, "together": {"signals": ["danger"], "role": "doctor"}}
    pack = small_pack(schedule=together, roles=roles)
    away = told("absence", **AWAY, of="doctor"), told("absence", **AWAY, of="nurse")
    found = plan_with(*away, pack=pack, observations=unsafe).warnings
    assert [(one.about, one.paths) for one in found] == [
        ("role:doctor", (("events", 2),)), ("role:nurse", (("events", 3),)),
    ]  # fmt: skip
    # And where there are no visits, none is kept away.
    assert warned(told("absence", **AWAY), facts={"poor": False, "alone": False}) == []
    assert warned(told("absence", **AWAY), told("refusal")) == []


@pytest.mark.parametrize(
    ("days", "time", "codes"),
    [
        (["saturday", "sunday"], None, ["preference_weekend"]),
        (["sunday"], "04:00", ["preference_weekend", "preference_time"]),
        (["saturday", "monday"], "10:00", []),
        ([], "23:30", ["preference_time"]),
        ([], "06:59", ["preference_time"]),
        ([], "07:00", []),
        ([], "21:00", []),
        ([], "21:01", ["preference_time"]),
    ],
)
def test_a_wish_that_cannot_be_kept(days: list[str], time: str | None, codes: list[str]) -> None:
    wish = told("preference", days=days, **({"time": time} if time else {}))
    found = warned(wish)
    assert [code for code, _ in found] == codes
    places = {"preference_weekend": "days", "preference_time": "time"}
    assert [paths for _, paths in found] == [(("events", 2, places[code]),) for code in codes]
    # Her last word counts.
    assert warned(wish, told("preference", "2026-07-11", days=["monday"])) == []


def test_what_each_says() -> None:
    """All that its sentence is filled in with, beside the place."""
    away, wish = (
        told("absence", **AWAY, of="nurse"),
        told("preference", days=["sunday"], time="04:00"),
    )
    assert plan_with(away, wish).warnings == (
        Warning("absence_of_role_open", "role:nurse", (("id", "nurse"),), (("events", 2),)),
        Warning("preference_weekend", "", (), (("events", 3, "days"),)),
        Warning("preference_time", "", (("time", "04:00"),), (("events", 3, "time"),)),
    )
    (open_,) = plan_with(told("absence", **AWAY)).warnings
    assert open_ == Warning("absence_open", "", (), (("events", 2),))


def test_where_weekends_have_visits_nothing_is_said() -> None:
    assert warned(told("preference", days=["sunday"], time="23:30"), pack=small_pack()) == []


@pytest.mark.parametrize(
    ("first", "second", "odd"),
    [
        ("done", "missed", True),
        ("cancelled", "done", True),
        ("missed", "cancelled", False),
        ("done", "done", False),
    ],
)
def test_a_visit_that_was_and_was_not(first: str, second: str, odd: bool) -> None:
    one = told("visit", visit="early-001", status=first)
    other = told("visit", "2026-07-11", visit="early-001", status=second)
    moved = told("visit", "2026-07-01", visit="early-001", status="moved", to="2026-07-02")
    paths = (("events", 2, "status"), ("events", 3, "status"))
    assert warned(one, other, moved) == ([("visit_said_otherwise", paths)] if odd else [])
    assert warned(one, told("visit", visit="early-002", status=second)) == []
    # Of two visits each is told, in their order.
    two = [told("visit", visit="early-002", status=status) for status in (first, second)]
    found = [(each.code, each.about, each.paths) for each in plan_with(*two, one, other).warnings]
    second_paths = (("events", 4, "status"), ("events", 5, "status"))
    assert found == [
        ("visit_said_otherwise", id, its)
        for id, its in (("early-001", second_paths), ("early-002", paths))
        if odd
    ]
    taken_back = told("undo", "2026-07-12", of="visit", on="2026-07-11")
    assert warned(one, other, taken_back) == []
