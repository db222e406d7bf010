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
                   "value": {"never": 2, "stopped": 3, "daily": 2}, **BASED},
    "two": norm("maanden", ("2026-01-01", 2)),
    "by_months": {"label": "by months", "unit": "maanden", "by": "months",
                  "value": {str(n): 1 for n in range(61)}, **BASED},
    "young": norm("jaar", ("2026-01-01", 18), ("2026-06-15", 19)),
    "full": norm("jaar", ("2026-01-01", 21), ("2026-06-20", 22)),
    "pension": norm("jaar", ("2026-01-01", 67), ("2026-06-25", 68)),
    "of_rhythm": norm("dagen", ("2026-01-01", 5), ("2026-10-12", 9)),
    "of_crisis": norm("dagen", ("2026-01-01", 3), ("2026-07-20", 2)),
    "of_first": norm("dagen", ("2026-01-01", 4), ("2026-08-03", 6)),
    "before": {"label": "before", "unit": "maanden", "value": -1, **BASED},
    "of_friends": norm("people", ("2026-01-01", 3), ("2026-07-01", 2)),
    "of_line": norm("EUR", ("2026-01-01", 900), ("2026-07-01", 800)),
}  # fmt: skip


def pack_with(when: Any, **parts: Any) -> Pack:
    """Its phases are hers in any class, as long as `when` holds."""
    phases = {id: {"when": when, **parts.pop(id, {})} for id in ("early", "later")}
    schedule = {**SCHEDULE, **parts.pop("schedule", {})}
    facts, norms = FACTS | parts.pop("facts", {}), parts.pop("norms", NORMS)
    return small_pack(facts=facts, norms=norms, phases=phases, schedule=schedule, **parts)


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


QUIET: dict[str, dict[str, Any]] = {
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


# Those days and no others, each counted by hand. Of a birth on 3 September the days past the due
# date and its own are always there.

ALWAYS = ["06-01", "09-01", "09-02", "09-03"]


def exactly(pack: Pack, *events: dict[str, Any], **case: Any) -> list[str]:
    """The days, but for those that are always there."""
    days = days_of_change(*lived(pack, events=[BIRTH, *events], **case), ON)
    assert list(days) == sorted({*days})
    found = [f"{day:%m-%d}" for day in days]
    return [day for day in found if day not in ALWAYS] + [day for day in ALWAYS if day not in found]


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ({"poor": True}, []),
        # 25 November 2025 is the first day; on the 210th the one turns, the day after the other.
        ({"weeks": {"at_least": 210}}, ["06-23", "06-24"]),
        ({"weeks": {"below": 210.5}}, ["06-24"]),
        ({"weeks": [200, 211]}, ["06-13", "06-14", "06-24", "06-25"]),
        ({"any": [{"weeks": {"at_least": 210}}, {"weeks": {"at_least": 240}}]},
         ["06-23", "06-24", "07-23", "07-24"]),
        ({"months": {"at_least": 1}}, ["10-03", "11-03"]),
        ({"months": {"at_most": {"norm": "old"}}}, ["10-03", "11-03", "11-20", "12-03"]),
        ({"months": {"at_most": {"norm": "two"}}}, ["11-03", "12-03"]),
        ({"months": {"below": {"norm": "by_smoking", "by": "smoking"}}}, ["11-03", "12-03"]),
        ({"both": {"at_most": {"norm": "two"}}}, ["10-03", "11-03", "12-03"]),
        ({"months": {"below": {"norm": "by_months", "by": "months"}}},
         ["10-03", "11-03", "12-03"]),
        ({"months": {"above": {"fact": "other"}}}, ["10-03", "11-03", "12-03"]),
        ({"other": {"above": {"fact": "months"}}}, ["10-03", "11-03", "12-03"]),
        ({"both": {"above": 2}}, ["10-03", "11-03", "12-03"]),
        ({"both": [1]}, ["10-03", "11-03", "12-03"]),
        ({"answered": "both"}, ["10-03", "11-03", "12-03"]),
        ({"answered": "months"}, ["10-03"]),
        ({"not": {"answered": "other"}}, []),
        # What can turn at each goes before what can turn at some, whichever is asked first.
        ({"any": [{"months": {"below": 2}}, {"both": {"above": 2}}]}, ["10-03", "11-03", "12-03"]),
        ({"any": [{"both": {"above": 2}}, {"months": {"below": 2}}]}, ["10-03", "11-03", "12-03"]),
        ({"any": [{"months": {"below": 1}}, {"months": {"above": 2}}, {"other": {"above": 1}}]},
         ["10-03", "11-03", "12-03"]),
        ({"any": [{"months": {"below": 0}}, {"months": {"above": 3}}]}, ["10-03", "12-03"]),
        ({"any": [{"months": {"below": 60}}, {"weeks": {"above": 320}}]}, ["10-11", "10-12"]),
        # The phases by the due date, by the day itself past it, and by the birth.
        ({"phase": "later"}, ["07-01", "12-01", "12-02", "12-03"]),
    ],
    ids=str,
)  # fmt: skip
def test_the_days_are_those_and_no_others(when: Any, days: list[str]) -> None:
    assert exactly(pack_with(when)) == days


HOME: dict[str, Any] = {"home": {
    "type": "choice", "label": "who live there", "values": {"alone": "a", "two": "b"},
    "derive": {"household": {
        "age": "friends", "partner": "smoking", "together": "daily", "partner_age": "other",
        "children": "other", "young": {"norm": "young"}, "full": {"norm": "full"},
        "pension": {"norm": "pension"}, "values": {
            "single": "alone", "couple": "two", "young_single": "alone", "young_couple": "two",
            "young_couple_child": "two", "mixed_couple": "two", "mixed_couple_child": "two",
            "none": "two",
        },
    }},
}}  # fmt: skip
RHYTHM = {"number": 1, "days": {"norm": "of_rhythm"}}


@pytest.mark.parametrize(
    ("parts", "days"),
    [
        # Of a rule, what is derived, how often, and the first visit.
        ({"when": {"friends": {"at_most": {"norm": "of_friends"}}}}, ["07-01"]),
        ({"facts": HOME}, ["06-15", "06-20", "06-25"]),
        ({"later": {"visits": RHYTHM}}, ["10-12"]),
        ({"schedule": {"first_visit_days": {"norm": "of_first"}}}, ["08-03"]),
        ({"schedule": {"more_often": {
            "relapse": {"number": 1, "days": 3, "for_days": 60},
            "crisis": {"number": 1, "days": {"norm": "of_crisis"}, "for_days": 60},
        }}}, ["07-20"]),
        # The borders of a phase by a norm, which is the same on each day.
        ({"when": {"phase": "later"}, "early": {"from": {"months": {"norm": "before"}}}},
         ["08-01", "12-01", "12-02", "12-03"]),
    ],
)  # fmt: skip
def test_the_days_of_a_norm_are_those_that_the_visits_hang_on(
    parts: dict[str, Any], days: list[str]
) -> None:
    parts = {"when": {"poor": True}, **parts}
    assert exactly(pack_with(parts.pop("when"), **parts)) == days


def test_without_a_schedule_there_are_days_too() -> None:
    assert exactly(small_pack(norms=NORMS, facts=FACTS)) == []


AWAY = {"from": "2026-07-20", "back": "2026-07-25"}


def told(day: str, what: str, **more: Any) -> dict[str, Any]:
    return {**event(f"2026-{day}", what), **more}


@pytest.mark.parametrize(
    ("events", "days"),
    [
        ([told("07-08", "absence", **AWAY)], ["07-08"]),
        # Nobody looks before entry, and the day itself is planned by who asks.
        ([told("05-20", "absence", **AWAY)], []),
        ([told("12-19", "crisis"), told("12-20", "crisis")], ["12-19"]),
        # Most visits are made as they were planned.
        ([told("07-06", "visit", visit="early-001", status="done")], []),
        ([told("07-06", "visit", visit="early-001", status="moved", to="2026-07-09")], ["07-06"]),
        ([told("12-01", "loss", goes_on=True)], []),
        # Taken back on its own day, or on another.
        ([told("07-08", "absence", **AWAY), told("07-08", "undo", of="absence", on="2026-07-08")],
         []),
        ([told("07-08", "absence", **AWAY), told("07-09", "undo", of="absence", on="2026-07-08")],
         ["07-08", "07-09"]),
        # One of two of a day: the other one stands.
        ([told("07-08", "crisis"), told("07-08", "crisis", number=2),
          told("07-08", "undo", of="crisis", on="2026-07-08", number=2)], ["07-08"]),
        ([told("07-08", "crisis", number=2),
          told("07-08", "undo", of="crisis", on="2026-07-08", number=2)], []),
        # Another of the same name, on another day.
        ([told("07-06", "crisis"), told("07-08", "crisis"),
          told("07-08", "undo", of="crisis", on="2026-07-06")], ["07-06", "07-08"]),
    ],
    ids=str,
)  # fmt: skip
def test_the_days_on_which_something_was_told_are_those(
    events: list[dict[str, Any]], days: list[str]
) -> None:
    assert exactly(pack_with({"poor": True}), *events) == days


def test_the_borders_of_phases_are_those_by_all_that_was_known_on_any_day() -> None:
    pack, later = pack_with({"phase": "later"}), told("06-20", "due_date", to="2026-09-20")
    by_entry, by_then, by_birth = ["07-01", "12-01"], ["06-20", "07-20", "09-20"], ["12-03"]
    # That of entry is not past any more when it comes.
    assert exactly(pack, later) == [*sorted([*by_entry, *by_then, *by_birth]), "09-02"]
    assert "07-08" in exactly(pack, told("07-08", "crisis"))


def test_the_days_on_which_she_was_seen_are_among_them() -> None:
    seen = [{"date": "2026-07-08", "by": "nurse", "facts": {"alone": True}}]
    assert exactly(pack_with({"poor": True}), observations=seen) == ["07-08"]


@pytest.mark.parametrize(
    ("case", "days"),
    [
        ({"due": DUE}, ["06-23", "06-24"]),
        # The 210th day after the last period, whatever came before that.
        ({"due": None, "last_period": "2025-12-22"}, ["07-20", "07-21"]),
        ({"due": DUE, "last_period": "2025-12-22"}, ["06-23", "06-24", "07-20", "07-21"]),
        ({"due": None}, []),
    ],
)
def test_a_pregnancy_is_counted_from_every_day_that_it_may_have_begun(
    case: dict[str, Any], days: list[str]
) -> None:
    events = [event("2026-08-20", "birth")]
    found = days_of_change(
        *lived(pack_with({"weeks": {"at_least": 210}}), events=events, **case), ON
    )
    assert [f"{day:%m-%d}" for day in found] == ["06-01", *days, "08-20"]
    # And from one that was told, though it is another by then.
    events += [
        told("06-20", "due_date", to="2026-09-15"),
        told("06-21", "due_date", to="2026-09-17"),
    ]
    found = days_of_change(
        *lived(pack_with({"weeks": {"at_least": 210}}), events=events, **case), ON
    )
    more = ["06-20", "06-21", "07-07", "07-08", "07-09", "07-10"]
    assert [f"{day:%m-%d}" for day in found] == sorted(["06-01", *days, *more, "08-20"])


def test_of_twins_both_births_count_and_of_a_birth_to_come_none() -> None:
    pack = pack_with({"months": {"at_least": 2}})
    twin = told("09-10", "birth")
    assert exactly(pack, twin) == ["09-10", "11-03", "11-10", "12-03", "12-10"]
    assert exactly(pack, told("12-19", "birth")) == ["11-03", "12-03", "12-19"]


@pytest.mark.parametrize("part", ["_days_of_ages", "_days_of_norms", "_borders"])
def test_this_test_sees_a_fault(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    monkeypatch.setattr(module, part, lambda *_: frozenset())
    packs = [pack_with(when) for when in CONDITIONS]
    assert any([*missed(*lived(pack, events=[BIRTH]))] for pack in packs)
