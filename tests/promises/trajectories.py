"""Random trajectories and events along them, and where events lead, from the format alone."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

Data = dict[str, Any]
STEPS = ("intake", "agreement", "plan_set", "completed")
ENDINGS = ("completed", "refusal", "move", "transfer", "loss")
ORDER = (*STEPS, *ENDINGS[1:])
NEEDS = ("class_known", "due_date_known", "intake_offered")
BASED = {"basis": "policy", "source": "src0"}


def trajectory_data(rng: random.Random) -> Data:
    """States in a row, each with a way to the next, and ends with ways to them and back."""
    active = [f"at{n}" for n in range(rng.randint(2, 4))]
    ends = [f"end{n}" for n in range(rng.randint(1, 3))]
    taken = set[tuple[str, Any]]()
    steps: list[Data] = []

    def add(state: str, events: Iterable[Any], to: str) -> None:
        free = [event for event in events if (state, event) not in taken]
        if not free:
            return
        event = rng.choice(free)
        taken.add((state, event))
        step = {"from": rng.choice([state, [state]]), "to": to, **BASED}
        step["needs"] = rng.sample(NEEDS, rng.randint(0, 2))
        if event is not None:
            step |= {"event": event, "by": rng.choice([["r0"], ["r0", "r1"], []])}
        steps.append(step)

    for state, to in pairwise(active):
        add(state, [None, *STEPS[:3]], to)
    add(active[-1], ENDINGS, rng.choice(ends))
    for end in ends:
        for _ in range(3):
            add(rng.choice([*active, *ends]), ENDINGS, end)
    for state in rng.sample(active, rng.randint(0, len(active))):
        add(state, STEPS[:3], state)
    add(rng.choice(ends), STEPS[:3], rng.choice(active))
    rng.shuffle(steps)
    led = active[:1]
    for state in led:
        led += [s["to"] for s in steps if state in _from(s) and s["to"] not in led]
    # Only a person sets a plan: not the first state, nor one that comes by itself.
    unset = {active[0], *(step["to"] for step in steps if "event" not in step)}
    states: Data = {
        id: {"label": id, "step": n + 1, "plan_set": id not in unset and rng.random() < 0.5}
        for n, id in enumerate(active)
    }
    states |= {id: {"label": id, "end": True} for id in ends if id in led}
    return {"states": states, "steps": [s for s in steps if set(_from(s)) <= states.keys()]}


def _from(step: Data) -> list[str]:
    listed = step["from"]
    return listed if isinstance(listed, list) else [listed]


def counted(events: list[Data], on: str) -> list[Data]:
    """The events of a day or earlier that nobody took back by then."""
    seen = [one for one in events if one["date"] <= on]
    gone = [(one["of"], one["on"]) for one in seen if one["event"] == "undo"]
    return [
        one for one in seen if one["event"] != "undo" and (one["event"], one["date"]) not in gone
    ]


def row(table: Data, state: str, event: str) -> Data | None:
    """The line of the table for an event, of the state or the nearest that comes by itself."""
    level, done = [state], set[str]()
    while level:
        lines = [(at, line) for at in level for line in table["steps"] if at in _from(line)]
        for _, line in lines:
            if line.get("event") == event:
                return dict(line)
        done |= set(level)
        level = [line["to"] for _, line in lines if "event" not in line and line["to"] not in done]
    return None


def walk(table: Data, events: list[Data], on: str) -> tuple[str, Data | None, list[Data]]:
    """Where the events lead by a day, on which of them, and those that fit nowhere."""
    state, by, misfits = next(iter(table["states"])), None, []
    for day in sorted({one["date"] for one in events}):
        of_day = [one for one in counted(events, on) if one["date"] == day]
        for name in ORDER:
            named = [one for one in of_day if one["event"] == name and "goes_on" not in one]
            for one in sorted(named, key=lambda one: str(one["by"])):
                line = row(table, state, name)
                if line is None or (line.get("by") and one["by"] not in line["by"]):
                    misfits.append(one)
                if line is not None and line["to"] != state:
                    state, by = line["to"], one
    return state, by, misfits


def any_event(rng: random.Random, on: date, names: Iterable[str] = ORDER) -> Data:
    day = on + timedelta(days=rng.choice([-30, -9, -9, -9, -9, 0, 5]))
    made: Data = {
        "date": day.isoformat(),
        "event": rng.choice(list(names)),
        "by": rng.choice(["r0", "r1"]),
    }
    # Beside a child that lives a loss moves nothing.
    goes_on = made["event"] == "loss" and rng.random() < 0.3
    return {**made, "goes_on": True} if goes_on else made


def undo_of(rng: random.Random, event: Data) -> Data:
    day = date.fromisoformat(event["date"]) + timedelta(days=rng.choice([0, 1, 30]))
    back = {"of": event["event"], "on": event["date"]}
    return {"date": day.isoformat(), "event": "undo", "by": "r0", **back}


def events_along(rng: random.Random, table: Data, on: date) -> list[Data]:
    """Events that a file may hold: each fits where it stands, or is taken back."""
    events: list[Data] = []
    for _ in range(rng.randint(0, 6)):
        one = any_event(rng, on)
        more = [one, undo_of(rng, one)] if rng.random() < 0.2 else [one]
        if not walk(table, [*events, *more], "9999")[2]:
            events += more
    rng.shuffle(events)
    return events
