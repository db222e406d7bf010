"""Days that can hardly be meant: each a warning with its place, and nothing is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from builders import SCHEDULE, planned, small_pack
from july import ON, PACK, SET, plan_with, told, warned

from kansrijk.screening.warnings import Warning

DUE = date(2026, 9, 1)
PLACE = (("events", 2, "date"),)
FAR = [("birth_far_from_due", PLACE)]
BEFORE = [("birth_before_intake", PLACE)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-18 * 7 - 1, FAR),
        (-18 * 7, BEFORE),
        (-93, BEFORE),
        (-92, []),
        (0, []),
        (4 * 7, []),
        (4 * 7 + 1, FAR),
        (-365, FAR),
    ],
)
def test_a_birth_far_from_the_due_date_or_before_the_intake(days: int, expected: Any) -> None:
    birth = told("birth", str(DUE + timedelta(days)))
    on = date(2026, 12, 1)
    assert warned(birth, on=on) == expected
    # Without a due date nothing says that it is odd; and not where it was taken back.
    assert warned(birth, on=on, due_date=None) == []
    undo = told("undo", "2026-11-20", of="birth", on=birth["date"])
    assert warned(birth, undo, on=on) == []


def test_who_comes_after_a_birth_is_not_odd() -> None:
    birth = told("birth", "2026-05-20")
    assert warned(birth, due_date="2026-05-25") == []
    assert warned(birth, due_date="2026-06-01") == []
    assert warned(birth, due_date="2026-06-02") == BEFORE
    # No due date was known yet at the intake.
    known = told("due_date", "2026-06-02", to="2026-06-10")
    assert [code for code, _ in warned(birth, known, due_date=None)] == []
    # Of twins the first is told of.
    assert warned(birth, told("birth", "2026-05-21"), due_date="2026-08-01") == BEFORE


@pytest.mark.parametrize(
    ("to", "odd"),
    [
        ("2026-07-09", True),
        ("2026-07-10", False),
        ("2027-04-30", False),
        ("2027-05-01", True),
        ("2036-09-01", True),
    ],
)
def test_a_due_date_far_from_the_day_it_was_told(to: str, odd: bool) -> None:
    expected = [("due_date_far", (("events", 2, "to"),))] if odd else []
    assert warned(told("due_date", to=to)) == expected
    # Only the one that counts.
    assert warned(told("due_date", to=to), told("due_date", "2026-07-12", to="2026-09-03")) == []


def test_what_each_says_of_its_days() -> None:
    """All that its sentence is filled in with, beside the place."""
    far = plan_with(told("birth", "2026-10-01"), on=date(2026, 12, 1)).warnings
    days = (("birth", date(2026, 10, 1)), ("due", DUE))
    assert far == (Warning("birth_far_from_due", "", days, PLACE),)
    before = plan_with(told("birth", "2026-05-30")).warnings
    days = (("birth", date(2026, 5, 30)), ("intake", date(2026, 6, 1)))
    assert before == (Warning("birth_before_intake", "", days, PLACE),)
    due = plan_with(told("due_date", to="2036-09-01")).warnings
    days = (("due", date(2036, 9, 1)), ("date", date(2026, 7, 10)))
    assert due == (Warning("due_date_far", "", days, (("events", 2, "to"),)),)


def moved(to: str, day: str = "2026-07-10", visit: str = "early-013") -> dict[str, Any]:
    return told("visit", day, visit=visit, status="moved", to=to)


@pytest.mark.parametrize(
    ("to", "whys"),
    [
        ("2026-07-14", []),
        ("2026-07-10", []),
        ("2026-07-09", ["back"]),
        ("2026-07-18", ["day_off"]),
        ("2026-07-05", ["back", "day_off"]),
        ("2026-08-31", []),
        ("2026-09-01", ["out_of_phase"]),
        ("2026-07-01", ["back"]),
        ("2026-06-30", ["back", "out_of_phase"]),
        ("2026-05-29", ["back", "out_of_phase"]),
        ("2026-12-25", ["day_off", "out_of_phase"]),
    ],
)
def test_a_visit_moved_to_a_day_that_is_none_for_it(to: str, whys: list[str]) -> None:
    place = (("events", 2, "to"),)
    assert warned(moved(to)) == [(f"visit_moved_{why}", place) for why in whys]
    # What was said later counts, and what the plan never had is told otherwise.
    assert warned(moved(to), moved("2026-07-15", "2026-07-11")) == []
    unknown = plan_with(moved(to, visit="early-099"), moved(to, "2026-07-12", "early-099")).warnings
    places = (("events", 2, "visit"), ("events", 3, "visit"))
    assert unknown == (Warning("visit_not_in_plan", "early-099", (), places),)


def test_what_each_says_of_a_visit() -> None:
    """All that its sentence is filled in with, in the order of the visits."""
    unknown = told("visit", visit="early-000", status="done")
    early = told("visit", "2026-07-11", visit="early-008", status="missed")
    events = moved("2026-09-05", "2026-07-12"), unknown, early
    found = [one for one in plan_with(*events).warnings if one.code != "visit_not_in_plan"]
    days, to = (("day", date(2026, 7, 24)), ("date", date(2026, 7, 11))), date(2026, 9, 5)
    assert found == [
        Warning("visit_told_early", "early-008", days, (("events", 4, "status"),)),
        Warning("visit_moved_day_off", "early-013", (("to", to),), (("events", 2, "to"),)),
        Warning("visit_moved_out_of_phase", "early-013", (("to", to),), (("events", 2, "to"),)),
    ]


def test_a_visit_of_a_busy_time_may_be_anywhere_in_its_phase() -> None:
    often = {"crisis": {"number": 7, "days": 7, "for_days": 14}}
    pack = small_pack(schedule={**SCHEDULE, "least_days": 1, "more_often": often})
    crisis, visit = told("crisis", "2026-07-06"), "early-crisis-20260706-003"
    for to, whys in (("2026-08-05", []), ("2026-09-03", ["visit_moved_out_of_phase"])):
        found = warned(crisis, moved(to, "2026-07-07", visit), pack=pack, on=date(2026, 7, 8))
        assert [code for code, _ in found] == whys


def test_of_a_due_date_that_is_counted_it_is_the_same() -> None:
    """A birth before the intake of who was still pregnant then, by her last period."""
    counted = {
        "norms": {"term": {"label": "t", "unit": "dagen", "basis": "policy", "source": "law",
                           "value": 280}},
        "facts": {"weeks": {"type": "integer", "unit": "dagen", "range": [0, 320], "label": "far",
                            "derive": {"gestational_age": {"term": {"norm": "term"}}}}},
    }  # fmt: skip
    birth, pack = told("birth", "2026-05-20"), small_pack(**counted)
    for first, odd in (("2025-08-24", []), ("2025-08-26", BEFORE)):
        assert warned(birth, pack=pack, due_date=None, last_period=first) == odd


def test_without_a_schedule_no_day_is_off() -> None:
    assert warned(moved("2026-07-18"), pack=small_pack()) == []


def test_where_no_phase_is_hers_any_more_none_is_outside_it() -> None:
    low = {"date": "2026-07-11", "by": "nurse", "facts": {"poor": False, "alone": False}}
    assert warned(moved("2026-09-01"), observations=[low]) == []


@pytest.mark.parametrize("status", ["done", "missed", "cancelled"])
def test_what_was_told_of_a_visit_before_its_day(status: str) -> None:
    plan = planned(PACK, ON, due_date=str(DUE), facts={"poor": True, "alone": True}, events=SET)
    early = next(visit for visit in plan.visits if visit.date > date(2026, 7, 10))
    for days, odd in ((-1, True), (0, False), (1, False)):
        day = str(early.date + timedelta(days))
        event = told("visit", day, visit=early.id, status=status)
        expected = [("visit_told_early", (("events", 2, "status"),))]
        found = warned(event, on=early.date + timedelta(9))
        assert found == (expected if odd and status != "cancelled" else [])
