"""Random packs with a schedule, and anything that may happen: what the visits keep to."""

from __future__ import annotations

import os
import random
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import holidays
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk.assessment import assess
from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on
from kansrijk.planning.as_planned import Planned, planned_on
from kansrijk.planning.days_of_change import days_of_change
from kansrijk.planning.plan import Plan
from kansrijk.planning.terms import history_of, terms_by
from kansrijk.screening.possible import remembering

from .strategies import Data, case_data, load, pack_data, read

LONG = os.environ.get("KANSRIJK_LONG") == "1"
BY = "r0"
OFF = {country: holidays.country_holidays(country) for country in ("NL", "BE")}


def schedule_data(rng: random.Random, sections: Data) -> Data:
    often = {"number": rng.randint(1, 3), "days": 7, "for_days": rng.choice([10, 28])}
    schedule: Data = {
        "holidays": rng.choice(["NL", "BE"]), "hours": 2, "reach_days": rng.randint(0, 6),
        "least_days": rng.randint(1, 3), "greatest": rng.randint(1, 3),
        "first_visit_days": rng.choice([3, 14]),
        "notice_days": rng.choice([0, 28]), "handover_clear_days": 7,
        "basis": "policy", "source": "src0",
    }  # fmt: skip
    if rng.random() < 0.7:
        schedule["more_often"] = {"crisis": often}
    if rng.random() < 0.5:
        schedule["together"] = {"signals": [rng.choice([*sections["signals"]])], "role": "r1"}
    return schedule


def by_the_calendar(rng: random.Random, phases: Data) -> None:
    """Some phases are for a while only, by how far she is or how old the child is."""
    for phase in phases.values():
        if rng.random() < 0.4:
            held = {rng.choice(["at_least", "below", "above", "at_most"]): rng.randint(1, 12)}
            more: Data = rng.choice([
                {"child": held}, {"child": [2, 5]}, {"pregnant": {"at_least": 210}},
                {"answered": "pregnant"}, {"phase": [*phases][:1]}, {"s0": {"at_most": 12}},
            ])  # fmt: skip
            phase["when"] = {rng.choice(["any", "all"]): [phase["when"], more]}


def happening(rng: random.Random, on: date, phases: list[str]) -> Data:
    day = on + timedelta(rng.randint(-120, 0))
    name = rng.choice(["absence", "preference", "crisis", "visit", "visit", "due_date", "student"])
    one: Data = {"date": str(day), "event": name, "by": BY}
    if name == "absence":
        start = day + timedelta(rng.randint(-3, 30))
        one |= {"from": str(start), "back": str(start + timedelta(rng.randint(1, 40)))}
        one |= {"of": rng.choice(["r0", "r1"])} if rng.random() < 0.5 else {}
    if name == "preference":
        one["days"] = rng.sample(["monday", "wednesday", "friday", "sunday"], rng.randint(1, 3))
    if name == "visit" and phases:
        one |= {"visit": f"{rng.choice(phases)}-{rng.randint(1, 40):03}"}
        one["status"] = rng.choice(["done", "missed", "cancelled", "moved"])
        one |= {"to": str(day + timedelta(rng.randint(1, 30)))} if one["status"] == "moved" else {}
    elif name == "visit":
        one["event"] = "crisis"
    if name == "due_date":
        one["to"] = str(on + timedelta(rng.randint(-60, 200)))
    return one


class Drawn:
    """A pack, a case in which a plan was set, what happens to it, and the day."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)
        while True:
            sections = pack_data(rng)
            sections.pop("trajectory", None)
            if sections["phases"]:
                break
        self.schedule = sections["schedule"] = schedule_data(rng, sections)
        by_the_calendar(random.Random(seed), sections["phases"])
        self.pack = load(sections)
        self.case, self.on = case_data(rng, sections)
        entry = self.on - timedelta(rng.randint(0, 150))
        self.case["due_date"] = str(entry + timedelta(rng.randint(-200, 250)))
        phases = [*sections["phases"]]
        births = [one for one in self.case["events"] if one["event"] == "birth"]
        more = [happening(rng, self.on, phases) for _ in range(rng.randint(0, 6))]
        told = {(one["date"], one["event"]): one for one in more}
        self.set = [{"date": str(entry), "event": one, "by": BY} for one in ("intake", "agreement")]
        self.events = [*births, *told.values()]
        rng.shuffle(self.events)

    def plan(self, on: date, events: list[Data]) -> Plan:
        found = assess(self.pack, self.read(events), on=on, engines=["reference"]).plan
        assert found is not None
        return found

    def read(self, events: list[Data]) -> Case:
        return read({**self.case, "events": [*self.set, *events]})

    def told_by(self, day: date) -> list[Data]:
        return [one for one in self.events if one["date"] <= str(day)]


def away(event: Data, day: date, roles: set[str]) -> bool:
    who = event.get("of")
    return event["from"] <= str(day) < event["back"] and (who is None or who in roles)


@given(st.integers(0, 10**9))
def test_every_visit_to_come_is_on_a_day_that_can_be_kept(seed: int) -> None:
    drawn = Drawn(seed)
    on, plan = drawn.on, drawn.plan(drawn.on, drawn.events)
    spans = {phase.id: (phase.from_, phase.until) for phase in plan.phases}
    # A phase that is not hers is left out, and what was before entry; for the rest they touch.
    numbered = [(int(id.removeprefix("ph")), span) for id, span in spans.items()]
    for (n, one), (m, other) in pairwise(numbered):
        touch = m == n + 1 and one[1] > date.fromisoformat(drawn.set[0]["date"])
        assert one[1] == other[0] if touch else one[1] <= other[0]
    absences = [one for one in drawn.told_by(on) if one["event"] == "absence"]
    moved = {one["visit"] for one in drawn.told_by(on) if one.get("to") and "visit" in one}
    to_come = plan.to_come(on)
    # Past the due date the visits before the birth go on for a while, and the next begin later.
    born = any(one["event"] == "birth" for one in drawn.told_by(on))
    wait = timedelta(0 if born else 35)
    for visit in to_come:
        start, until = spans[visit.phase]
        assert start <= visit.date < until + wait
        if visit.id in moved:
            continue
        assert visit.date.weekday() < 5 and visit.date not in OFF[drawn.schedule["holidays"]]
        roles = {visit.role, *([visit.along] if visit.along else [])}
        assert not any(away(one, visit.date, roles) for one in absences)
        assert bool(visit.because) == (visit.date != visit.by_the_book)
    own = [visit.date for visit in to_come if visit.id not in moved]
    assert all((b - a).days >= drawn.schedule["least_days"] for a, b in pairwise(own))
    ids = [one.id for one in (*plan.visits, *plan.without_day)]
    assert len(set(ids)) == len(ids)


@settings(max_examples=1000 if LONG else 20)
@given(st.integers(0, 10**9))
def test_the_order_in_which_it_was_written_means_nothing(seed: int) -> None:
    drawn = Drawn(seed)
    plans: list[Any] = [
        drawn.plan(drawn.on, events)._replace(warnings=())
        for events in (drawn.events, drawn.events[::-1])
    ]
    assert plans[0] == plans[1]


@given(st.integers(0, 10**9), st.integers(1, 60))
def test_what_has_passed_is_not_changed_by_what_comes_later(seed: int, days: int) -> None:
    drawn = Drawn(seed)
    then = drawn.on - timedelta(days)
    if then < date.fromisoformat(drawn.set[0]["date"]):
        return
    said = {one.get("visit") for one in drawn.events}
    # A birth is told of when it is known, and is of an earlier day: that is another test.
    later = [one for one in drawn.events if one["event"] != "birth" or one in drawn.told_by(then)]
    before, after = (
        {v.id: (v.date, v.because) for v in plan.visits if v.date < then and v.id not in said}
        for plan in (drawn.plan(then, drawn.told_by(then)), drawn.plan(drawn.on, later))
    )
    assert before == after


@settings(max_examples=500 if LONG else 12)
@given(st.integers(0, 10**9))
def test_nobody_needs_to_look_on_a_day_for_what_changes_on_it(seed: int) -> None:
    """On a day on which the plan is not made again, it would be the same."""
    drawn = Drawn(seed)
    pack, on, case = drawn.pack, drawn.on, drawn.read(drawn.events)
    history = history_of(pack, case, facts_on(pack, case, on), remembering())
    days, planned = days_of_change(history, facts_on(pack, case, on), on), Planned()
    for day in (history.entry + timedelta(n) for n in range((on - history.entry).days)):
        time = facts_on(pack, case, day).timeline
        if day in days:
            planned = planned_on(history, planned, day)
        elif not (time.waiting and time.due and (day - time.due).days > 35):
            assert terms_by(history, day, planned.terms) == planned.terms, day
