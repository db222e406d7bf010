"""What changes by itself: the same days as when every day is assessed in full."""

from __future__ import annotations

import os
import random
from datetime import date, timedelta
from typing import Any

import pytest
from builders import case_of, event, seen, shipped_pack, small_pack
from promises.strategies import case_data, load, pack_data, read
from promises.trajectories import counted

from kansrijk.assessment import Assessment, assess
from kansrijk.case.case import Case
from kansrijk.exploring import ahead as module
from kansrijk.exploring.ahead import Change, Why, changes_ahead
from kansrijk.pack.pack import Pack
from kansrijk.planning.plan import Plan

DAYS = 120
LONG = os.environ.get("KANSRIJK_LONG") == "1"


def differ(one: Assessment, other: Assessment) -> bool:
    """Whether anything has changed that must be the same where nothing has.

    That a phase begins or ends is seen by the day's own: on the due date, while there is no birth,
    one without a day left is in no proposal, and yet it goes on.
    """
    often = [{p.id: p.interval for p in planned_in(result).phases} for result in (one, other)]
    both = often[0].keys() & often[1].keys()
    return told(one) != told(other) or any(often[0][id] != often[1][id] for id in both)


def planned_in(result: Assessment) -> Plan:
    assert result.plan is not None
    return result.plan


def told(result: Assessment) -> Any:
    return (
        [found.truth for found in (*result.screening.criteria, *result.screening.signals)],
        result.classification.possible,
        result.intake,
        {action.id for action in planned_in(result).actions if not action.suppressed_by},
        result.facts.timeline.phase_on(result.date),
    )


def every_day(pack: Pack, case: Case, on: date) -> list[date]:
    known = Case.model_validate(
        {
            **case.model_dump(exclude_unset=True),
            "observations": [one for one in case.observations if one.date <= on],
            "events": [one for one in case.events if one.date <= on],
        }
    )
    days = [on + timedelta(days=n) for n in range(DAYS + 1)]
    outcomes = [assess(pack, known, on=day, engines=["reference"]) for day in days]
    return [day for n, day in enumerate(days[1:]) if differ(outcomes[n], outcomes[n + 1])]


def wrong(seeds: range) -> list[Any]:
    bad = []
    for seed in seeds:
        rng = random.Random(seed)
        sections = pack_data(rng)
        pack = load(sections)
        case, on = case_data(rng, sections)
        # Taken back only later, an event that fits nowhere would stand in what is known by then.
        case["events"] = counted(case["events"], "9999")
        until = on + timedelta(days=DAYS)
        found = [one.until for one in changes_ahead(pack, read(case), on, until)]
        right = every_day(pack, read(case), on)
        if found != right:
            bad.append((seed, found, right))
    return bad


def test_the_days_are_those_on_which_a_full_assessment_differs() -> None:
    assert wrong(range(400 if LONG else 5)) == []


def test_this_test_sees_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "days_of_norms", lambda pack, ids: frozenset())
    assert wrong(range(5))


def ahead(pack: Pack, on: str, **parts: Any) -> list[Change]:
    return list(changes_ahead(pack, case_of(**parts), date.fromisoformat(on)))


def days(changes: list[Change]) -> list[tuple[str, tuple[Why, ...]]]:
    return [(str(change.until), change.why) for change in changes]


def test_a_phase_begins_and_ends() -> None:
    both = {"poor": True, "alone": True}
    intake = [event("2026-01-02", "intake")]
    found = ahead(small_pack(), "2026-01-05", due_date="2026-06-01", facts=both, events=intake)
    assert days(found)[0] == ("2026-04-01", (Why("phase_begins", "early"),))
    born = ahead(
        small_pack(), "2026-06-02", due_date="2026-06-01", events=[event("2026-06-01", "birth")]
    )
    assert days(born)[-1] == ("2026-09-01", (Why("phase_ends", "later"),))


def test_past_the_due_date_nothing_begins_until_the_birth_is_known() -> None:
    assert ahead(small_pack(), "2026-06-03", due_date="2026-06-01") == []


def test_how_often_visits_are_can_change() -> None:
    dated = [{"from": "2020-01-01", "value": 7}, {"from": "2026-04-15", "value": 28}]
    often = {"visits": {"number": 1, "days": {"norm": "rhythm"}}}
    pack = small_pack(
        norms={"rhythm": {"unit": "dagen", "by": None, "value": None, "values": dated}},
        phases={"early": often, "later": often},
    )
    both = {"poor": True, "alone": True}
    intake = [event("2026-03-02", "intake")]
    found = ahead(pack, "2026-03-02", due_date="2026-06-01", facts=both, events=intake)
    (changed,) = (one for one in found if str(one.until) == "2026-04-15")
    assert changed.why == (Why("norm", "rhythm"),)
    assert [
        (pair.id, pair.before and pair.before.interval, pair.after and pair.after.interval)
        for pair in changed.what.phases
    ] == [("early", (1, 7), (1, 28)), ("later", (1, 7), (1, 28))]


def test_a_norm_begins_and_ends() -> None:
    line = {"when": {"income": {"below": {"norm": "line"}}}}
    pack = small_pack(criteria={"poverty": line})
    known = {"income": 1050, "alone": False}
    found = ahead(pack, "2023-06-01", facts=known)
    assert days(found) == [("2024-01-01", (Why("norm", "line"),))]
    assert [(one.id, one.before, one.after) for one in found[0].what.criteria] == [
        ("poverty", False, None)
    ]
    assert found[0].what.classification
    found = ahead(pack, "2024-06-01", facts=known)
    assert [one.after for one in found[0].what.criteria] == [True]
    assert found[0].what.actions.added == ("help",)


def test_the_child_grows_older() -> None:
    child = {"type": "integer", "unit": "maanden", "range": [0, 60], "label": "child",
             "derive": {"child_age": {}}}  # fmt: skip
    pack = small_pack(
        facts={"child": child}, signals={"danger": {"when": {"child": {"at_least": 2}}}}
    )
    found = ahead(pack, "2026-06-05", due_date="2026-06-01", events=[event("2026-06-02", "birth")])
    assert days(found)[0] == ("2026-08-02", (Why("time", "child"),))
    assert found[0].what.intake


AGE = {"type": "integer", "unit": "jaar", "range": [12, 22], "label": "age", "advances": "yearly",
       "question": "?", "asked_by": "nurse"}  # fmt: skip


def with_age(figure: int) -> Pack:
    return small_pack(
        facts={"age": AGE}, criteria={"poverty": {"when": {"age": {"at_least": figure}}}}
    )


def test_a_birthday_lies_between_two_days() -> None:
    seen_at_20 = {"observations": [seen("2026-03-10", age=20)], "facts": {"alone": True}}
    (found,) = ahead(with_age(21), "2026-05-01", **seen_at_20)
    assert (found.from_, found.until) == (date(2026, 5, 2), date(2027, 3, 10))
    assert found.why == (Why("age", "age", 21),)
    assert found.what.classification
    (found,) = ahead(with_age(22), "2026-05-01", **seen_at_20)
    assert (found.from_, found.until) == (date(2027, 3, 11), date(2028, 3, 10))
    assert ahead(with_age(12), "2026-05-01", **seen_at_20) == []


def test_a_birthday_that_must_have_been() -> None:
    (found,) = ahead(with_age(21), "2027-05-01", observations=[seen("2026-03-10", age=20)])
    assert (found.from_, found.until) == (date(2027, 5, 1), date(2027, 5, 1))


def test_an_age_known_from_the_beginning_has_no_date() -> None:
    (found,) = ahead(with_age(21), "2026-05-01", facts={"age": 20})
    assert (found.from_, found.until) == (None, None)
    assert ahead(with_age(22), "2026-05-01", facts={"age": 20}) == []  # further than a year


def test_the_outcome_itself_keeps_the_age() -> None:
    case = case_of(observations=[seen("2026-03-10", age=20)])
    result = assess(with_age(21), case, on=date(2028, 5, 1), engines=["reference"])
    assert result.facts.values["age"] == 20


def test_what_the_case_says_of_later_days_is_not_seen() -> None:
    later = {
        "observations": [seen("2026-08-01", poor=True)],
        "events": [event("2026-08-01", "loss")],
    }
    assert ahead(small_pack(), "2026-05-01", **later) == []


def test_the_first_comes_first_in_hoogeveen() -> None:
    case = case_of(
        due_date="2026-05-20",
        facts={"partner": "geen"},
        observations=[seen("2026-06-01", "verloskundige", leeftijd=17, rondkomen="redelijk")],
        events=[{"date": "2026-05-30", "event": "birth", "by": "verloskundige"}],
    )
    found = list(changes_ahead(shipped_pack("hoogeveen"), case, date(2026, 6, 5)))
    assert [one.until for one in found] == sorted(one.until for one in found if one.until)
    assert any(one.why == (Why("phase_begins", "fase_3"),) for one in found)


@pytest.mark.parametrize("age", [30, 60])  # 60 is the highest there is
def test_a_birthday_that_changes_nothing_is_not_told(age: int) -> None:
    grown = {"date": "2026-11-01", "by": "verloskundige", "facts": {"leeftijd": age}}
    case = read({"case": "c-1", "due_date": "2027-05-20", "observations": [grown]})
    told_of = changes_ahead(shipped_pack("hoogeveen"), case, date(2026, 11, 26))
    assert all(why.reason != "age" for change in told_of for why in change.why)


def test_a_phase_that_she_gets_by_itself_is_no_other_rhythm() -> None:
    """The class rises with a norm, and with it comes a phase; how often is then nothing new."""
    line = {
        "values": [{"from": "2025-01-01", "value": 1000}, {"from": "2026-04-01", "value": 1200}]
    }
    when = {"income": {"below": {"norm": "line"}}}
    pack = small_pack(norms={"line": line}, criteria={"poverty": {"when": when}})
    case = case_of(facts={"income": 1150, "alone": False}, due_date="2026-06-01")
    (change,) = changes_ahead(pack, case, date(2026, 3, 2), date(2026, 4, 20))
    assert (change.until, change.what.phases) == (date(2026, 4, 1), ())
    assert [plan_of(pack, case, day) for day in ("2026-03-31", "2026-04-01")] == [
        [],
        ["early", "later"],
    ]


def plan_of(pack: Pack, case: Case, day: str) -> list[str]:
    plan = assess(pack, case, on=date.fromisoformat(day), engines=["reference"]).plan
    assert plan is not None
    return [phase.id for phase in plan.phases]
