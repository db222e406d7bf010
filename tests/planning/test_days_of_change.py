"""On which days the visits are planned again, held beside every day there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from builders import SCHEDULE, case_of, event, small_pack

from kansrijk.case.case import Event
from kansrijk.case.facts import Facts, facts_on
from kansrijk.pack.pack import Pack
from kansrijk.planning import days_of_change as module
from kansrijk.planning.as_planned import Planned, planned_on
from kansrijk.planning.days_of_change import days_of_change
from kansrijk.planning.terms import History, history_of, terms_by
from kansrijk.screening.possible import remembering

ENTRY, DUE, ON = date(2026, 6, 1), date(2026, 9, 1), date(2026, 12, 20)
BASED = {"basis": "policy", "source": "law"}
FACTS = {
    "weeks": {"type": "integer", "unit": "dagen", "range": [0, 320], "label": "how far",
              "derive": {"gestational_age": {"term": {"norm": "term"}}}},
    "months": {"type": "integer", "unit": "maanden", "range": [0, 60], "label": "how old",
               "derive": {"child_age": {}}},
    "both": {"type": "integer", "unit": "maanden", "range": [0, 60], "label": "with another",
             "derive": {"sum": {"of": ["months", "other"]}}},
    "other": {"type": "integer", "unit": "maanden", "range": [0, 60], "label": "another",
              "question": "?", "asked_by": "nurse"},
}  # fmt: skip


def norm(unit: str, *values: tuple[str, int]) -> dict[str, Any]:
    rows = [{"from": day, "value": value} for day, value in values]
    return {"label": f"{values} {unit}", "unit": unit, "values": rows, **BASED}


NORMS = {
    "term": {"label": "term", "unit": "dagen", "value": 280, **BASED},
    "old": norm("maanden", ("2026-01-01", 3), ("2026-11-20", 1)),
    "by_smoking": {"label": "by smoking", "unit": "maanden", "by": "smoking",
                   "value": {"never": 2, "stopped": 2, "daily": 1}, **BASED},
    "of_rhythm": norm("dagen", ("2026-01-01", 5), ("2026-10-12", 9)),
    "of_crisis": norm("dagen", ("2026-01-01", 3), ("2026-07-20", 2)),
    "of_first": norm("dagen", ("2026-01-01", 4), ("2026-08-03", 6)),
    "of_line": norm("EUR", ("2026-01-01", 900), ("2026-07-01", 800)),
}  # fmt: skip


def pack_with(when: Any, **parts: Any) -> Pack:
    """Its phases are hers in any class, as long as `when` holds."""
    phases = {id: {"when": when, **parts.pop(id, {})} for id in ("early", "later")}
    schedule = {**SCHEDULE, **parts.pop("schedule", {})}
    return small_pack(facts=FACTS, norms=NORMS, phases=phases, schedule=schedule, **parts)


def lived(pack: Pack, due: date | None = DUE, **case: Any) -> tuple[History, Facts]:
    events = [event(str(ENTRY), "intake"), event(str(ENTRY), "agreement"), *case.pop("events", ())]
    facts = {"poor": True, "alone": True, "smoking": "daily", "other": 1}
    whole = case_of(due_date=due and str(due), facts=facts, events=events, **case)
    known = facts_on(pack, whole, ON)
    return history_of(pack, whole, known, remembering()), known


def missed(history: History, facts: Facts) -> Iterator[date]:
    """The days that make no plan though it would be another."""
    days, planned = days_of_change(history, facts, ON), Planned()
    for day in (ENTRY + timedelta(n) for n in range((ON - ENTRY).days)):
        if day in days:
            planned = planned_on(history, planned, day)
        elif terms_by(history, day, planned.terms) != planned.terms:
            yield day


BIRTH = event("2026-09-03", "birth")
CONDITIONS = [
    {"weeks": {"at_least": 210}},
    {"weeks": {"above": 210}},
    {"weeks": [200, 211]},
    {"answered": "weeks"},
    {"months": {"at_least": 1}},
    {"months": {"below": 2}},
    {"any": [{"weeks": {"at_least": 0}}, {"months": {"at_most": {"norm": "old"}}}]},
    {"months": {"at_most": {"norm": "old"}}},
    {"months": {"below": {"norm": "by_smoking", "by": "smoking"}}},
    {"months": {"above": {"fact": "other"}}},
    {"both": {"above": 2}},
    {"not": {"answered": "months"}},
    {"phase": "later"},
    {"any": [{"months": {"above": {"fact": "other"}}}, {"months": {"below": 2}}]},
]


@pytest.mark.parametrize("when", CONDITIONS, ids=str)
def test_every_day_that_can_change_the_visits_makes_a_plan(when: Any) -> None:
    assert list(missed(*lived(pack_with(when), events=[BIRTH]))) == []


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ({"weeks": {"at_least": 210}}, date(2026, 6, 23)),
        ({"weeks": {"above": 210}}, date(2026, 6, 24)),
        ({"any": [{"weeks": {"at_least": 0}}, {"months": {"below": 2}}]}, date(2026, 11, 3)),
    ],
)
def test_those_days_by_hand(when: Any, day: date) -> None:
    history, facts = lived(pack_with(when), events=[BIRTH])
    days = days_of_change(history, facts, ON)
    assert day in days
    assert len(days) < 20


def test_a_due_date_from_the_last_period_and_one_told_later_count_too() -> None:
    pack = pack_with({"weeks": {"at_least": 240}})
    assert list(missed(*lived(pack, None, last_period="2025-11-25", events=[BIRTH]))) == []
    other = event("2026-06-20", "due_date") | {"to": "2026-08-25"}
    assert list(missed(*lived(pack, events=[BIRTH, other]))) == []
    assert list(missed(*lived(pack, None))) == []


def test_of_the_norms_only_those_count_that_the_visits_hang_on() -> None:
    crisis = {"number": 1, "days": {"norm": "of_crisis"}, "for_days": 60}
    pack = pack_with(
        {"class": ["high", "middle"]},
        early={"visits": {"number": 1, "days": {"norm": "of_rhythm"}}},
        later={"visits": {"number": 1, "days": {"norm": "of_rhythm"}}},
        schedule={
            "first_visit_days": {"norm": "of_first"},
            "more_often": {"crisis": crisis},
        },
    )
    history, facts = lived(pack, events=[BIRTH, event("2026-07-10", "crisis")])
    assert list(missed(history, facts)) == []
    days = days_of_change(history, facts, ON)
    assert {date(2026, 10, 12), date(2026, 7, 20), date(2026, 8, 3)} <= set(days)
    # What no rule of the visits asks: a line, and an age.
    assert not {date(2026, 7, 1), date(2026, 11, 20)} & set(days)
    plain = small_pack(norms=NORMS, facts=FACTS)
    assert date(2026, 8, 3) not in days_of_change(*lived(plain, events=[BIRTH]), ON)


QUIET = {
    "intake": {},
    "agreement": {},
    "plan_set": {"roles": ["nurse"]},
    "refusal": {},
    "student": {"name": "S2"},
    "goal": {"of": "g", "state": "reached"},
}


@pytest.mark.parametrize("kind", QUIET)
def test_what_gives_no_visit_another_day_makes_no_plan(kind: str) -> None:
    day = date(2026, 7, 8)
    assert set(QUIET) == module.MAKES_NO_PLAN
    one = Event.model_construct(event=kind, date=day, **QUIET[kind])
    assert not module._plans(one)
    assert module._plans(Event.model_construct(event="absence", date=day))


def test_what_is_taken_back_on_its_own_day_makes_no_plan() -> None:
    pack, day = pack_with({"poor": True}), date(2026, 7, 8)
    away = event(str(day), "absence") | {"from": "2026-07-20", "back": "2026-07-25"}
    assert day in days_of_change(*lived(pack, events=[away]), ON)
    at_once = event(str(day), "undo") | {"of": "absence", "on": str(day)}
    assert day not in days_of_change(*lived(pack, events=[away, at_once]), ON)
    later = event("2026-07-10", "undo") | {"of": "absence", "on": str(day)}
    days = days_of_change(*lived(pack, events=[away, later]), ON)
    assert {day, date(2026, 7, 10)} <= set(days)
    # Another thing of that day is taken back: this one stands.
    crisis = event(str(day), "crisis")
    other = event(str(day), "undo") | {"of": "crisis", "on": str(day)}
    assert day in days_of_change(*lived(pack, events=[away, crisis, other]), ON)


def test_past_the_due_date_a_plan_is_made_each_day_for_five_weeks() -> None:
    days = days_of_change(*lived(pack_with({"poor": True})), ON)
    past = [day for day in days if day >= DUE]
    assert past[:36] == [DUE + timedelta(n) for n in range(36)]
    assert DUE + timedelta(36) not in days
    born = days_of_change(*lived(pack_with({"poor": True}), events=[BIRTH]), ON)
    assert DUE + timedelta(5) not in born


def test_that_an_age_is_known_turns_once() -> None:
    days = days_of_change(*lived(pack_with({"answered": "months"}), events=[BIRTH]), ON)
    assert date(2026, 9, 3) in days
    assert date(2026, 11, 3) not in days


@pytest.mark.parametrize("part", ["_days_of_ages", "_days_of_norms", "_borders"])
def test_this_test_sees_a_fault(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    monkeypatch.setattr(module, part, lambda *_: frozenset())
    packs = [pack_with(when) for when in CONDITIONS]
    assert any([*missed(*lived(pack, events=[BIRTH]))] for pack in packs)
