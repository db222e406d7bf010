"""A plan lived through, day by day: visits are made, missed, called off and moved."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from builders import SCHEDULE as RULES
from builders import planned, small_pack
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk.planning.plan import Plan

PACK = small_pack(
    schedule={**RULES, "more_often": {"crisis": {"number": 2, "days": 7, "for_days": 28}}},
    # More often from a day on which nobody tells anything.
    norms={
        "between": {
            "label": "days from one to the next",
            "unit": "dagen",
            "basis": "policy",
            "source": "law",
            "values": [{"from": "2020-01-01", "value": 5}, {"from": "2026-07-20", "value": 4}],
        }
    },
    phases={"early": {"visits": {"number": 1, "days": {"norm": "between"}}}},
)
START, DUE = date(2026, 6, 1), date(2026, 9, 1)
HIGH = {"poor": True, "alone": True}


def told(day: date, event: str, **fields: Any) -> dict[str, Any]:
    return {"date": str(day), "event": event, "by": "nurse", **fields}


SET = (told(START, "intake"), told(START, "agreement"))


def at(on: date, events: list[dict[str, Any]]) -> Plan:
    return planned(PACK, on, due_date=str(DUE), facts=HIGH, events=[*SET, *events])


def happening(rng: random.Random, on: date, plan: Plan) -> list[dict[str, Any]]:
    """What is told on a day: of the visit of that day, of one to come, or something else."""
    found = []
    for visit in plan.visits:
        if visit.date == on and visit.status == "planned" and rng.random() < 0.7:
            status = rng.choice(["done", "done", "done", "missed", "cancelled"])
            found.append(told(on, "visit", visit=visit.id, status=status))
    soon = [one for one in plan.to_come(on) if on < one.date < on + timedelta(14)]
    if soon and rng.random() < 0.08:
        one = rng.choice(soon)
        to = one.date + timedelta(rng.randint(1, 5))
        more = rng.choice([{"status": "cancelled"}, {"status": "moved", "to": str(to)}])
        found.append(told(on, "visit", visit=one.id, **more))
    if rng.random() < 0.02:
        away = on + timedelta(rng.randint(1, 10))
        found.append(told(on, "absence", **{"from": str(away), "back": str(away + timedelta(6))}))
    if rng.random() < 0.01:
        found.append(told(on, "crisis"))
    return found


@settings(max_examples=12)
@given(st.integers(0, 10**9))
def test_a_visit_is_never_another_and_never_lost(seed: int) -> None:
    rng = random.Random(seed)
    events: list[dict[str, Any]] = []
    seen: dict[str, tuple[date, str]] = {}
    born = DUE + timedelta(rng.randint(-40, 20))
    for on in (date(2026, 6, 25) + timedelta(n) for n in range(110)):
        events += [told(on, "birth")] if on == born else []
        events += happening(rng, on, at(on, events))
        now = {one.id: one for one in at(on, events).visits}
        moved = {one["visit"] for one in events if one.get("to")}
        for id, (day, status) in seen.items():
            # What has passed stays on its day, with what was said of it.
            late = id in moved and id in now and now[id].date > day
            assert late or (now[id].date, now[id].status) == (day, status), (on, id)
        seen |= {
            one.id: (one.date, one.status) for one in now.values()
            if one.date < on or (one.date == on and one.status != "planned")
        }  # fmt: skip
        days = [one.date for one in now.values() if one.status == "planned" and one.date >= on]
        assert len(days) == len(set(days))


def test_a_norm_that_changes_makes_the_plan_once_and_not_each_day() -> None:
    """Nothing is known of how often they come until a day in July."""
    values = [{"from": "2026-07-20", "value": 4}]
    norm = {"label": "x", "unit": "dagen", "basis": "policy", "source": "law", "values": values}
    pack = small_pack(
        schedule=RULES,
        norms={"between": norm},
        phases={"early": {"visits": {"number": 1, "days": {"norm": "between"}}}},
    )

    def visits(on: date) -> list[tuple[str, date]]:
        plan = planned(pack, on, due_date=str(DUE), facts=HIGH, events=list(SET))
        return [(one.id, one.date) for one in plan.visits if one.phase == "early"]

    first = visits(date(2026, 7, 20))
    assert first[0][0] == "early-001"
    assert all(visits(date(2026, 7, 20) + timedelta(n)) == first for n in range(1, 30))


def test_a_move_that_is_told_late_is_of_that_visit_alone() -> None:
    before = {one.id: one for one in at(date(2026, 7, 8), []).visits}
    assert before["early-002"].date == date(2026, 7, 6)
    late = told(date(2026, 7, 8), "visit", visit="early-002", status="moved", to="2026-07-13")
    now = {one.id: one for one in at(date(2026, 7, 8), [late]).visits}
    assert (now["early-002"].date, now["early-002"].because) == (date(2026, 7, 13), ("moved",))
    others = {id: one.date for id, one in now.items() if one.date != date(2026, 7, 13)}
    assert {id: before[id].date for id in others if before[id].date < date(2026, 7, 10)} == {
        id: day for id, day in others.items() if before[id].date < date(2026, 7, 10)
    }


def test_nobody_comes_on_the_day_that_a_visit_was_moved_from() -> None:
    for day in (date(2026, 7, 7), date(2026, 7, 10)):
        moved = told(day, "visit", visit="early-003", status="moved", to="2026-07-14")
        found = {one.date for one in at(day, [moved]).visits if one.date >= day}
        assert date(2026, 7, 14) in found
        assert by_id(at(day, []))["early-003"] not in found


def test_a_visit_that_was_moved_keeps_its_day_whatever_is_said_of_it_then() -> None:
    moved = told(date(2026, 7, 7), "visit", visit="early-003", status="moved", to="2026-07-15")
    for status in ("done", "missed", "cancelled"):
        then = told(date(2026, 7, 15), "visit", visit="early-003", status=status)
        for on in (date(2026, 7, 15), date(2026, 7, 16), date(2026, 8, 20)):
            plan = at(on, [moved, then, told(date(2026, 7, 16), "preference", days=["monday"])])
            (one,) = [one for one in plan.visits if one.id == "early-003"]
            assert (one.date, one.status, one.because) == (date(2026, 7, 15), status, ("moved",))


def test_a_visit_of_another_plan_takes_nobodys_day() -> None:
    odd = told(date(2026, 7, 7), "visit", visit="early-150", status="moved", to="2026-07-13")
    assert at(date(2026, 7, 8), [odd]).visits == at(date(2026, 7, 8), []).visits


def by_id(plan: Plan) -> dict[str, date]:
    return {one.id: one.date for one in plan.visits}
