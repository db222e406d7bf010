"""The visits that were agreed on and are no more."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import SCHEDULE, case_of, planned, small_pack

from kansrijk.case.facts import facts_on
from kansrijk.planning.fallen_out import fallen_out
from kansrijk.planning.plan import Plan
from kansrijk.planning.visits import Visit

PACK = small_pack(schedule=SCHEDULE)


def told(day: str, event: str, **fields: Any) -> dict[str, Any]:
    return {"date": day, "event": event, "by": "nurse", **fields}


SET = (told("2026-06-01", "intake"), told("2026-06-01", "agreement"))
BIRTH = told("2026-08-12", "birth")


def at(on: str, *events: dict[str, Any]) -> tuple[Plan, tuple[Visit, ...]]:
    """The plan of a day, and what fell out of it by then."""
    case = {"due_date": "2026-09-01", "facts": {"poor": True, "alone": True},
            "events": list(events)}  # fmt: skip
    day = date.fromisoformat(on)
    plan, made = planned(PACK, day, **case), case_of(**case)
    return plan, fallen_out(PACK, made, facts_on(PACK, made, day), plan.visits)


def test_what_fell_out_is_known_with_its_last_day() -> None:
    before, none = at("2026-08-11", *SET)
    assert none == ()
    _, gone = at("2026-09-20", *SET, BIRTH)
    # Before the birth visits were planned up to the due date.
    assert [(one.id, one.date, one.status) for one in gone] == [
        (one.id, one.date, "cancelled")
        for one in before.visits
        if one.phase == "early" and one.date >= date(2026, 8, 12)
    ]
    assert at("2026-09-22", *SET, BIRTH, told("2026-09-21", "loss"))[1] == gone


def test_what_found_no_day_any_more_has_fallen_out() -> None:
    away = told("2026-06-02", "absence", **{"from": "2026-07-11", "back": "2026-07-27"})
    plan, gone = at("2026-06-03", *SET, away)
    assert [one.id for one in gone] == [one.id for one in plan.without_day] != []


def test_what_was_only_proposed_never_falls_out() -> None:
    assert at("2026-09-20", SET[0], BIRTH)[1] == ()
    assert at("2026-10-20", SET[0])[1] == ()
    # Nor what fell out before the plan was set.
    assert at("2026-09-20", SET[0], BIRTH, told("2026-08-20", "agreement"))[1] == ()


def test_what_was_planned_on_a_day_on_which_nothing_was_told_is_known() -> None:
    """Long past the due date a plan goes on each day, here to some visits more."""
    told_of = (*SET, told("2026-09-06", "absence", **{"from": "2026-09-06", "back": "2026-09-12"}))
    seen, _ = at("2026-10-12", *told_of)
    plan, gone = at("2026-10-13", *told_of, told("2026-10-13", "loss"))
    left = {one.id for one in seen.visits} - {one.id for one in plan.visits}
    assert left
    assert left <= {one.id for one in gone}
