"""The visits that were agreed on and are no more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from builders import SCHEDULE, STEPS, case_of, planned, small_pack

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


# Held beside what somebody has seen who looked each day, before and after all that was told.

CHIEF = {"label": "chief", "domain": "social", "does": "x"}
STEPPED = small_pack(schedule=SCHEDULE, roles={"chief": CHIEF}, trajectory=STEPS)
ENTRY = (told("2026-06-20", "intake"), told("2026-06-22", "agreement"))
BY_STEPS = (*ENTRY, told("2026-06-25", "plan_set"))
AWAY = told("2026-07-08", "absence", **{"from": "2026-07-11", "back": "2026-07-27"})


def undo(day: str, of: str, on: str) -> dict[str, Any]:
    return told(day, "undo", of=of, on=on)


SOON = told("2026-06-21", "due_date", to="2026-08-01")
AGREED_NOT = undo("2026-07-10", "agreement", "2026-06-22")
LIVED: Mapping[str, tuple[Any, str, tuple[Any, ...]]] = {
    "the agreement": (PACK, "2026-07-20", (*ENTRY, AGREED_NOT)),
    "and again, and ended": (PACK, "2026-08-10", (
        *ENTRY, AGREED_NOT, told("2026-07-20", "agreement"), told("2026-07-25", "loss"),
        undo("2026-08-01", "loss", "2026-07-25"),
    )),
    "an absence besides": (PACK, "2026-07-20", (*ENTRY, AWAY, AGREED_NOT)),
    "an absence taken back that day": (PACK, "2026-07-20", (
        *ENTRY, AWAY, undo("2026-07-10", "absence", "2026-07-08"), AGREED_NOT,
    )),
    "the entry, then the agreement": (PACK, "2026-07-20", (
        told("2026-07-01", "intake"), told("2026-07-06", "agreement"),
        undo("2026-07-10", "intake", "2026-07-01"), undo("2026-07-14", "agreement", "2026-07-06"),
    )),
    "the setting": (STEPPED, "2026-07-15", (
        *BY_STEPS, told("2026-07-08", "preference", days=["monday"]),
        undo("2026-07-10", "plan_set", "2026-06-25"),
    )),
    "two steps of a day, told anew": (STEPPED, "2026-07-20", (
        *BY_STEPS, undo("2026-07-10", "plan_set", "2026-06-25"), AGREED_NOT,
        told("2026-07-13", "agreement"), told("2026-07-14", "plan_set"),
    )),
    "at once": (STEPPED, "2026-07-05", (*BY_STEPS, undo("2026-06-25", "plan_set", "2026-06-25"))),
    "a birth on the day of the agreement": (PACK, "2026-08-22", (
        *ENTRY, told("2026-08-12", "birth"), undo("2026-08-20", "birth", "2026-08-12"),
        undo("2026-08-20", "agreement", "2026-06-22"),
    )),
    "past the due date": (PACK, "2026-09-12", (
        *ENTRY, undo("2026-09-08", "agreement", "2026-06-22"),
    )),
    "on the day itself": (PACK, "2026-07-10", (*ENTRY, AGREED_NOT)),
    "not yet": (PACK, "2026-07-06", (
        *ENTRY, SOON, told("2026-07-08", "due_date", to="2026-09-01"), AGREED_NOT,
    )),
    "nothing, on the day of the agreement": (PACK, "2026-07-12", (
        ENTRY[0], told("2026-07-08", "agreement"), AWAY,
    )),
    "nothing, after a refusal": (STEPPED, "2026-07-12", (
        *BY_STEPS, told("2026-07-01", "refusal"), told("2026-07-10", "intake"),
    )),
    "two on one day": (PACK, "2026-07-12", (
        *ENTRY, SOON, told("2026-06-30", "due_date", to="2026-09-01"),
        *(told("2026-07-05", "visit", visit=id, status="moved", to="2026-09-24")
          for id in ("early-015", "later-001")), AGREED_NOT,
    )),
}  # fmt: skip


@pytest.mark.parametrize("name", LIVED)
def test_what_somebody_saw_and_was_taken_back_has_fallen_out(name: str) -> None:
    pack, last, events = LIVED[name]
    case: dict[str, Any] = {"due_date": "2026-09-01", "facts": {"poor": True, "alone": True}}
    on, saw = date.fromisoformat(last), dict[str, date]()
    for day in (on - timedelta(n) for n in range(32, -1, -1)):
        before = [one for one in events if one["date"] < str(day)]
        today = [one for one in events if one["date"] == str(day)]
        for n in range(len(today) + 1):
            plan = planned(pack, day, events=[*before, *today[:n]], **case)
            saw |= {one.id: one.date for one in plan.visits if one.status != "proposed"}
    now = planned(pack, on, events=list(events), **case).visits
    there = {one.id for one in now if one.status != "proposed"}
    made = case_of(events=list(events), **case)
    gone = fallen_out(pack, made, facts_on(pack, made, on), now)
    assert [(one.date, one.id) for one in gone] == sorted(
        (day, id) for id, day in saw.items() if id not in there
    )
    assert {one.status for one in gone} <= {"cancelled"}
    assert bool(gone) is (name != "not yet")


@pytest.mark.parametrize(
    ("seen_on", "away", "then"),
    [
        ("2026-10-19", {"date": "2026-09-05", "from": "2026-09-06", "back": "2026-09-12"}, "10-20"),
        # Away for good: what was to come has no day any more.
        ("2026-10-09", {"date": "2026-10-10", "from": "2026-10-12"}, "10-13"),
    ],
)
def test_what_was_to_come_while_a_birth_waits_is_on_the_day_that_was_seen_last(
    seen_on: str, away: dict[str, str], then: str
) -> None:
    """Weeks past the due date it may be another each day, and nothing is told of that."""
    events = (*ENTRY, {**told("", "absence"), **away})
    taken_back = undo(f"2026-{then}", "agreement", "2026-06-22")
    seen, _ = at(seen_on, *(one for one in events if one["date"] <= seen_on))
    _, gone = at(f"2026-{then}", *events, taken_back)
    fell = {one.id: one.date for one in gone}
    last, _ = at(f"2026-{then}", *events)
    now = {one.id: one.date for one in (*seen.visits, *last.visits)}
    assert now
    assert {id: fell[id] for id in now} == now


def test_of_a_due_date_that_is_counted_from_the_last_period_it_is_the_same() -> None:
    based = {"basis": "policy", "source": "law"}
    pack = small_pack(
        schedule=SCHEDULE,
        facts={"weeks": {"type": "integer", "unit": "dagen", "range": [0, 320], "label": "how far",
                         "derive": {"gestational_age": {"term": {"norm": "term"}}}}},
        norms={"term": {"label": "term", "unit": "dagen", "value": 280, **based}},
    )  # fmt: skip
    last = date(2026, 9, 1) - timedelta(280)
    case: dict[str, Any] = {"last_period": str(last), "facts": {"poor": True, "alone": True},
                            "events": [*SET, BIRTH]}  # fmt: skip
    made, on = case_of(**case), date(2026, 9, 20)
    gone = fallen_out(pack, made, facts_on(pack, made, on), planned(pack, on, **case).visits)
    assert gone == at(str(on), *SET, BIRTH)[1] != ()
