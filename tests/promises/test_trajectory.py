"""Where events lead a case: in any order, whatever was taken back or is of a later day."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kansrijk.assessment import Assessment, assess
from kansrijk.case.trajectory import reached
from kansrijk.reading import InputError

from .strategies import Data, case_data, load, pack_data, read
from .trajectories import (
    STEPS,
    any_event,
    counted,
    events_along,
    trajectory_data,
    undo_of,
    walk,
)

CODES = {"may_not_take", "no_such_step", "out_of_order", "after_the_end"}
seeds = st.integers(0, 2**32)


def world(seed: int) -> tuple[random.Random, Data, Data, Any]:
    """A random pack with a trajectory, and a case without events along it."""
    rng = random.Random(seed)
    sections = pack_data(rng) | {"trajectory": trajectory_data(rng)}
    case, on = case_data(rng, sections)
    births = [one for one in case["events"] if one["event"] == "birth"]
    return rng, sections, case | {"events": births}, on


def outcome(sections: Data, case: Data, on: Any) -> Assessment:
    return assess(load(sections), read(case), on=on, engines=["reference"])


def _from(step: Data) -> list[str]:
    return step["from"] if isinstance(step["from"], list) else [step["from"]]


@given(seeds)
def test_the_state_is_that_of_the_table_walked_by_hand(seed: int) -> None:
    rng, sections, case, on = world(seed)
    table = sections["trajectory"]
    case = case | {"events": [*case["events"], *events_along(rng, table, on)]}
    state, by, _ = walk(table, case["events"], on.isoformat())
    result = outcome(sections, case, on)
    found = reached(result.pack, result.case, on)
    assert found is not None
    assert (found.state, found.by and found.by.event) == (state, by and by["event"])
    end = table["states"][state].get("end", False)
    time = result.facts.timeline
    assert time.ended_by == (by["event"] if end and by else None)
    assert str(time.ended) == (by["date"] if end and by else "None")
    assert result.plan is not None
    if result.plan.status in ("proposed", "set"):
        assert (result.plan.status == "set") == table["states"][state].get("plan_set", False)
    _stands(result, table, state)


def _stands(result: Assessment, table: Data, state: str) -> None:
    """The steps that are taken by themselves, and what may be next, from what the outcome says."""
    data = result.to_dict()
    there = {
        "class_known": data["classification"]["class"] is not None,
        "due_date_known": result.facts.timeline.due is not None,
        "intake_offered": data["intake"]["offered"],
    }
    for _ in table["states"]:
        lines = [line for line in table["steps"] if "event" not in line and state in _from(line)]
        free = [line["to"] for line in lines if all(there[need] for need in line["needs"])]
        state = free[0] if free else state
    found = data["trajectory"]
    assert found["state"] == state
    expected = [
        (line["event"], line["to"], line["by"] or ["r0", "r1"], line["needs"],
         [need for need in line["needs"] if not there[need]])
        for line in table["steps"]
        if line.get("event") in STEPS and state in _from(line) and line["to"] != state
        and not table["states"][state].get("end")
    ]  # fmt: skip
    keys = ("event", "to", "by", "needs", "lacking")
    assert [tuple(one[key] for key in keys) for one in found["next"]] == expected
    for one in found["next"]:
        term = data["intake"]["within_days"] if one["event"] == "intake" else None
        assert one["within_days"] == term


@given(seeds)
def test_a_file_is_refused_for_just_those_events_that_do_not_fit(seed: int) -> None:
    rng, sections, case, on = world(seed)
    events = [*case["events"], *(any_event(rng, on) for _ in range(rng.randint(1, 4)))]
    if rng.random() < 0.3:
        events.append(undo_of(rng, events[-1]))
    _, _, misfits = walk(sections["trajectory"], events, "9999")
    try:
        outcome(sections, case | {"events": events}, on)
        places = []
    except InputError as error:
        places = [str(found.place) for found in error.problems]
        assert {found.code for found in error.problems} <= CODES
    wrong = {f"events[{n}]" for n, one in enumerate(events) if any(one is bad for bad in misfits)}
    assert {place.partition(": ")[2].rpartition(".")[0] for place in places} == wrong


@given(seeds)
def test_order_what_was_taken_back_and_what_is_later_change_nothing(seed: int) -> None:
    rng, sections, case, on = world(seed)
    events = [*case["events"], *events_along(rng, sections["trajectory"], on)]
    shuffled = rng.sample(events, len(events))
    plain = counted(events, on.isoformat())
    results = [
        outcome(sections, case | {"events": some}, on).to_dict() for some in (events, shuffled)
    ]
    if not walk(sections["trajectory"], plain, "9999")[2]:
        results.append(outcome(sections, case | {"events": plain}, on).to_dict())
    for found in results:
        for warning in found["warnings"]:
            warning.pop("places")
    assert all(found == results[0] for found in results)
