"""The visits as planned: what they keep to, and what happens to them when a plan is made again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise, permutations
from typing import Any

import holidays
import pytest
from builders import SCHEDULE as RULES
from builders import case_of, planned, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.assessment import assess
from kansrijk.output.text import render
from kansrijk.output.words import Words
from kansrijk.planning.plan import Plan
from kansrijk.planning.schedule import Interval, Often, Spell, more_often
from kansrijk.planning.visits import Visit

PACK = small_pack(schedule=RULES)
DUE = "2026-09-01"  # early: 2026-07-01 to 2026-09-01, 2 a week; later: to 2026-12-01, 1 in 14 days
HIGH = {"poor": True, "alone": True}
OFF = holidays.country_holidays("NL", years=range(2026, 2034))


def told(day: str, event: str, **fields: Any) -> dict[str, Any]:
    return {"date": day, "event": event, "by": "nurse", **fields}


SET = (told("2026-06-01", "intake"), told("2026-06-01", "agreement"))


def at(on: str, *events: dict[str, Any], facts: Any = None, **parts: Any) -> Plan:
    case = {"due_date": DUE, "facts": HIGH if facts is None else facts, **parts}
    return planned(PACK, date.fromisoformat(on), events=list(events), **case)


def days(plan: Plan, phase: str = "early") -> list[str]:
    return [one.date.isoformat() for one in plan.visits if one.phase == phase]


def by_id(plan: Plan) -> dict[str, Visit]:
    return {one.id: one for one in plan.visits}


def test_no_visit_is_on_a_weekend_or_a_holiday() -> None:
    found = at("2026-06-01", *SET)
    # By the book 1, 4 (a Saturday), 8, 11 (a Saturday), 15 July ...
    assert days(found)[:5] == ["2026-07-01", "2026-07-03", "2026-07-08", "2026-07-10", "2026-07-15"]
    first, second, *_ = found.visits
    assert (first.because, second.because) == ((), ("weekend",))
    assert second.by_the_book == date(2026, 7, 4)
    easter = planned(PACK, date(2027, 3, 1), due_date="2027-04-20", facts=HIGH, events=[
        told("2027-03-01", "intake")])  # fmt: skip
    # Good Friday to Easter Monday: 26 to 29 March 2027.
    monday = next(one for one in easter.visits if one.by_the_book == date(2027, 3, 29))
    assert (monday.date, monday.because) == (date(2027, 3, 30), ("holiday",))


def test_the_days_that_she_prefers() -> None:
    monday_thursday = told("2026-06-02", "preference", days=["monday", "thursday"], time="10:00")
    found = at("2026-06-03", *SET, monday_thursday)
    assert {one.date.weekday() for one in found.visits} == {0, 3}
    assert found.preference is not None
    assert (found.preference.days, found.preference.time) == (frozenset({0, 3}), "10:00")
    assert found.visits[0].because == ("preference",)
    # A later word replaces it; without days any day is as good as another.
    found = at("2026-06-04", *SET, monday_thursday, told("2026-06-03", "preference", time="14:00"))
    assert days(found) == days(at("2026-06-04", *SET))
    # Two words of one day that differ in their time: no time.
    again = told("2026-06-02", "preference", days=["friday"], time="09:00")
    found = at("2026-06-03", *SET, monday_thursday, again)
    assert found.preference is not None
    assert (found.preference.days, found.preference.time) == (frozenset({0, 3, 4}), None)


DAYS_TOLD = st.dates(date(2026, 9, 21), date(2026, 10, 19))
AWAY = {"from": "2026-07-11", "back": "2026-07-27"}


def test_what_finds_no_day_near_its_own_is_not_caught_up() -> None:
    plain = at("2026-06-03", *SET)
    found = at("2026-06-03", *SET, told("2026-06-02", "absence", **AWAY))
    assert not [one for one in days(found) if "2026-07-11" <= one < "2026-07-27"]
    lost = [one.id for one in found.without_day]
    assert {one.because for one in found.without_day} == {("absence",)}
    # Those are more than four days from a free day; the others found one near.
    assert [one.by_the_book.day for one in found.without_day] == [15, 18, 22]
    kept = by_id(found)
    assert set(kept) | set(lost) == set(by_id(plain))
    # Two weeks later all is as it was.
    late = date(2026, 8, 5)
    assert [one for one in found.visits if one.date > late] == [
        one for one in plain.visits if one.date > late
    ]


def test_a_visit_is_at_most_half_its_distance_from_the_book() -> None:
    """Later there is one in 14 days: within 7 days of the 15th it finds a day, and no further."""
    away = told("2026-06-02", "absence", **{"from": "2026-09-10", "back": "2026-09-21"})
    visit = by_id(at("2026-06-03", *SET, away))["later-002"]
    assert (visit.by_the_book, visit.date) == (date(2026, 9, 15), date(2026, 9, 9))
    away = told("2026-06-02", "absence", **{"from": "2026-09-08", "back": "2026-09-23"})
    found = at("2026-06-03", *SET, away)
    assert [one.id for one in found.without_day] == ["later-002"]


def test_a_visit_whose_day_by_the_book_has_passed_says_so() -> None:
    away = told("2026-06-02", "absence", **{"from": "2026-07-13", "back": "2026-07-16"})
    visit = by_id(at("2026-06-03", *SET, away))["early-005"]
    assert (visit.date, visit.because) == (date(2026, 7, 16), ("absence",))
    # It turns out that she was there on the 15th, and is away on the day itself.
    was_there = told("2026-07-16", "undo", of="absence", on="2026-06-02")
    again = told("2026-07-16", "absence", **{"from": "2026-07-16", "back": "2026-07-17"})
    visit = by_id(at("2026-07-16", *SET, away, was_there, again))["early-005"]
    assert (visit.by_the_book, visit.date) == (date(2026, 7, 15), date(2026, 7, 17))
    assert visit.because == ("passed",)


def test_what_an_absence_takes_is_said_to_be_for_that() -> None:
    away = told("2026-06-02", "absence", **{"from": "2026-07-18", "back": "2026-08-05"})
    moved = by_id(at("2026-06-03", *SET, away))
    # The visit of 5 August would be on its own day if that of the 1st were not put there.
    assert moved["early-010"].date == date(2026, 8, 5)
    assert moved["early-011"].because == ("absence_near",)
    # One day within reach, 28 July, is free, and too close to the visit of the 27th.
    away = told("2026-06-02", "absence", **{"from": "2026-07-29", "back": "2026-08-07"})
    lost = {one.id: one.because for one in at("2026-06-03", *SET, away).without_day}
    assert lost["early-010"] == ("absence",)


@given(st.integers(0, 75), st.integers(1, 24))
def test_what_only_an_absence_moves_is_never_said_to_be_for_another_visit(
    start: int, length: int
) -> None:
    away = date(2026, 6, 20) + timedelta(start)
    back = away + timedelta(length)
    absence = told("2026-06-02", "absence", **{"from": str(away), "back": str(back)})
    plain, found = by_id(at("2026-06-03", *SET)), at("2026-06-03", *SET, absence)
    # Without it every visit has its day, and none is too close to another.
    assert not any("distance" in one.because for one in plain.values())
    for one in found.visits:
        assert "distance" not in one.because
        assert one.because == plain[one.id].because or one.date != plain[one.id].date or (
            "absence" in one.because)  # fmt: skip
    # It would have had a day, were it not for that, whatever else is on the days around it.
    assert {one.because for one in found.without_day} <= {("absence",)}


def test_where_there_are_only_days_off_an_absence_is_not_why_there_is_no_day() -> None:
    """A visit on each day: each is on its own day or on none. Whit Monday is on 25 May 2026."""
    often = {"early": {"visits": {"number": 7, "days": 7}}}
    pack = small_pack(phases=often, schedule={**RULES, "reach_days": 0, "least_days": 1})
    away = {"from": "2026-05-20", "back": "2026-05-27"}

    def lost(*events: Any) -> dict[str, tuple[str, ...]]:
        case = {"due_date": "2026-06-20", "facts": HIGH, "events": [*SET_IN_MAY, *events]}
        found = planned(pack, date(2026, 5, 18), **case).without_day
        return {str(one.by_the_book)[5:]: one.because for one in found}

    off = {"05-23": ("weekend",), "05-24": ("weekend",), "05-25": ("holiday",)}
    plain = {day: why for day, why in lost().items() if day < "05-30"}
    assert plain == off
    some = lost(told("2026-05-18", "absence", **away))
    assert {day: why for day, why in some.items() if day < "05-30"} == off | {
        f"05-{day}": ("absence",) for day in (20, 21, 22, 26)
    }


SET_IN_MAY = (told("2026-05-18", "intake"), told("2026-05-18", "agreement"))


def test_a_visit_beside_one_that_was_moved_is_too_close_to_it() -> None:
    move = told("2026-07-20", "visit", visit="early-008", status="moved", to="2026-07-28")
    away = told("2026-07-20", "absence", **{"from": "2026-08-17", "back": "2026-08-20"})
    found = at("2026-07-20", *SET, move, away)
    assert {one.id: one.because for one in found.without_day}["early-009"] == ("distance",)
    away = told("2026-07-02", "absence", **{"from": "2026-08-17", "back": "2026-08-20"})
    move = told("2026-07-02", "visit", visit="early-011", status="moved", to="2026-08-11")
    moved = by_id(at("2026-07-02", *SET, move, away))["early-013"]
    assert (moved.because, moved.date) == (("distance",), date(2026, 8, 13))


def test_an_absence_of_another_role_stands_in_nobodys_way() -> None:
    plain = at("2026-06-03", *SET)
    assert at("2026-06-03", *SET, told("2026-06-02", "absence", **AWAY, of="nurse")) != plain
    roles = {"doctor": {"label": "doctor", "domain": "medical", "does": "Doctoring."}}
    pack = small_pack(schedule=RULES, roles=roles)
    absence = told("2026-06-02", "absence", **AWAY, of="doctor")
    found = planned(pack, date(2026, 6, 3), due_date=DUE, facts=HIGH, events=[*SET, absence])
    assert found.visits == plain.visits


def test_while_somebody_must_come_along_both_must_be_there() -> None:
    unsafe = [{"date": "2026-07-10", "by": "nurse", "facts": {"violence": True}}]
    chief = {"label": "chief", "domain": "social", "does": "x", "team": True}
    rules = {**RULES, "together": {"signals": ["danger"], "role": "chief"}}
    pack = small_pack(schedule=rules, roles={"chief": chief})
    away = told("2026-07-10", "absence", of="chief", **{"from": "2026-07-13", "back": "2026-07-20"})
    found = planned(pack, date(2026, 7, 10), due_date=DUE, facts=HIGH, observations=unsafe,
                    events=[*SET, away])  # fmt: skip
    assert {one.along for one in found.to_come(date(2026, 7, 10))} == {"chief"}
    assert not [one for one in days(found) if "2026-07-13" <= one < "2026-07-20"]


def test_the_first_visit_is_on_time() -> None:
    # In on Saturday 18 July, away until Thursday: four days later is Wednesday.
    intake = told("2026-07-18", "intake"), told("2026-07-18", "agreement")
    away = {"from": "2026-07-18", "back": "2026-07-23"}
    found = at("2026-07-18", *intake, told("2026-07-18", "absence", **away))
    assert found.without_day[0].id == "early-001"
    found = at(
        "2026-07-19", *intake, told("2026-07-18", "absence", **{**away, "back": "2026-07-22"})
    )
    assert found.visits[0].id == "early-001"
    assert found.visits[0].date == date(2026, 7, 22)


def test_what_has_passed_stays_as_it_was() -> None:
    july = at("2026-07-20", *SET)
    away = told("2026-07-20", "absence", **{"from": "2026-07-05", "back": "2026-08-01"})
    found = at("2026-07-20", *SET, away)
    before = [one for one in july.visits if one.date < date(2026, 7, 20)]
    assert [one for one in found.visits if one.date < date(2026, 7, 20)] == before
    assert [one.id for one in before] == [f"early-{n:03}" for n in range(1, 7)]
    assert {one.status for one in before} == {"planned"}


def test_a_birth_plans_again_at_once() -> None:
    birth = told("2026-08-12", "birth")
    found = at("2026-08-12", *SET, birth)
    assert found.changed == date(2026, 8, 12)
    later = [one for one in found.visits if one.phase == "later"]
    assert [one.by_the_book.isoformat() for one in later[:3]] == [
        "2026-08-12", "2026-08-26", "2026-09-09",
    ]  # fmt: skip
    assert not [one for one in found.visits if one.phase == "early" and one.date.day > 12 and
                one.date.month == 8]  # fmt: skip
    moved = {one.visit: (one.from_, one.to) for one in found.changes}
    # There was a visit on its new day; what is gone is that of its old one.
    assert moved["later-001"] == (date(2026, 9, 1), None)
    assert moved["early-014"] == (date(2026, 8, 14), None)
    # There is a visit on that day as there was.
    assert "early-013" not in moved
    # The plan of the day after is the same plan.
    assert at("2026-08-13", *SET, birth).visits == found.visits


def test_past_the_due_date_the_visits_before_the_birth_go_on() -> None:
    due = at("2026-09-01", *SET)
    kept = {one.id: one.date for one in due.visits if one.phase == "early"}
    # By the book the 2nd; for the 1st there was a visit for the child that is not there yet.
    assert kept["early-019"] == date(2026, 9, 1)
    for n in range(1, 15):
        on = date(2026, 9, 1) + timedelta(n)
        found = at(on.isoformat(), *SET)
        # What was is what it was, and none of the child's phase is for the coming weeks.
        now = {one.id: one.date for one in found.visits if one.phase == "early"}
        assert {id: now.get(id) for id in kept} == kept
        assert min(one.date for one in found.visits if one.phase == "later") > on + timedelta(21)


def test_a_birth_past_the_due_date_begins_the_next_phase() -> None:
    late = at("2026-09-09", *SET, told("2026-09-07", "birth"))
    assert [one.by_the_book.isoformat() for one in late.visits if one.phase == "later"][:2] == [
        "2026-09-07", "2026-09-21",
    ]  # fmt: skip


def test_a_birth_past_the_due_date_leaves_the_agreed_days_as_they_are() -> None:
    before = at("2026-09-06", *SET)
    agreed = [one.date for one in before.to_come(date(2026, 9, 7))][:7]
    late = at("2026-09-07", *SET, told("2026-09-07", "birth"))
    found = [(one.id, one.date, one.because) for one in late.visits if one.phase == "later"][:2]
    assert found == [
        ("later-001", date(2026, 9, 9), ("kept",)),
        ("later-002", date(2026, 9, 23), ("kept",)),
    ]
    assert {day for _, day, _ in found} < set(agreed)
    # No day that stays is told of as gone.
    assert not {day for _, day, _ in found} & {one.from_ for one in late.changes}


def test_another_due_date_counts_from_its_day_on() -> None:
    scan = told("2026-08-10", "due_date", to="2026-09-15")
    assert at("2026-08-09", *SET, scan) == at("2026-08-09", *SET)
    before, after = at("2026-08-10", *SET), at("2026-08-10", *SET, scan)
    assert [(one.id, one.until) for one in after.phases] == [
        ("early", date(2026, 9, 15)), ("later", date(2026, 12, 15)),
    ]  # fmt: skip
    # What was is what it was, and the coming four weeks but for what was for the child.
    early = [one for one in before.visits if one.phase == "early"]
    assert [one for one in after.visits if one.phase == "early"][: len(early)] == early
    assert [one for one in after.visits if one.date == date(2026, 9, 1)]
    # The due date that was has no say on the day that it would have been.
    on = date(2026, 9, 4)
    assert at(str(on), *SET, scan).visits == after.visits
    assert not at(str(on), *SET, scan, told("2026-09-03", "birth")).phases[0].until > on
    # Taken back, all is as it was, and another can be told that day.
    undo = told("2026-08-10", "undo", of="due_date", on="2026-08-10")
    again = told("2026-08-10", "due_date", to="2026-09-22", number=2)
    assert at("2026-08-10", *SET, scan, undo) == before
    assert at("2026-08-10", *SET, scan, undo, again).phases[0].until == date(2026, 9, 22)
    assert at("2026-08-10", *SET, scan, again) == at("2026-08-10", *SET, scan, undo, again)


def test_a_question_that_comes_up_takes_no_visit_away() -> None:
    dispute = [
        {"date": "2026-07-10", "by": "nurse", "facts": {"poor": True}},
        {"date": "2026-07-10", "by": "nurse", "facts": {"poor": False, "alone": None}},
    ]
    found = at("2026-07-12", *SET, observations=dispute)
    assert found.status == "set"
    assert found.visits == at("2026-07-12", *SET).visits
    # Of what was only proposed nothing goes on.
    assert at("2026-07-12", SET[0], observations=dispute).status == "open"


def in_another_rhythm(on: date, *events: dict[str, Any]) -> Plan:
    """The plan of a mother in whose class visits are less often since September."""
    pack = small_pack(
        schedule=RULES,
        norms={"rhythm": {"unit": "dagen"}},
        phases={"later": {"visits": {"number": 1, "days": {"norm": "rhythm", "by": "class"}}}},
    )
    less = [{"date": "2026-09-20", "by": "nurse", "facts": {"poor": False}}]
    case = {"due_date": DUE, "facts": HIGH, "observations": less}
    return planned(pack, on, events=[*SET, told("2026-09-01", "birth"), *events], **case)


def test_another_rhythm_is_numbered_on() -> None:
    found = in_another_rhythm(date(2026, 9, 21))
    later = [(one.id, one.by_the_book.isoformat()) for one in found.visits if one.phase == "later"]
    assert later[:5] == [
        ("later-001", "2026-09-01"), ("later-002", "2026-09-08"), ("later-003", "2026-09-15"),
        ("later-004", "2026-09-29"), ("later-005", "2026-10-13"),
    ]  # fmt: skip
    assert len({one.id for one in found.visits}) == len(found.visits)


@given(st.sets(DAYS_TOLD, max_size=4), st.integers(0, 40))
def test_in_another_rhythm_no_visit_is_lost_or_renamed_by_what_is_told_later(
    later: set[date], after: int
) -> None:
    # A time changes no day, and yet the plan is made again on the day that it is told.
    more = [told(day.isoformat(), "preference", time=f"{10 + day.day % 8}:00") for day in later]
    on = date(2026, 10, 20) + timedelta(after)
    plain, found = in_another_rhythm(on), in_another_rhythm(on, *more)
    assert [(one.id, one.date) for one in found.visits] == [
        (one.id, one.date) for one in plain.visits
    ]


@pytest.mark.parametrize("intake", [None, "2026-06-01", "2026-07-10"])
def test_from_an_agreement_on_ids_stay_without_an_intake_as_well(intake: str | None) -> None:
    events = [told("2026-07-05", "agreement"), *([told(intake, "intake")] if intake else ())]
    first = by_id(at("2026-07-11", *events))
    earliest = "2026-07-08" if intake == "2026-06-01" else "2026-07-05"
    assert min(one.by_the_book for one in first.values()) == date.fromisoformat(earliest)
    for n in range(1, 30):
        on = date(2026, 7, 11) + timedelta(n)
        assert by_id(at(on.isoformat(), *events)) == first


# What was said of a visit


def test_a_visit_that_was_made_missed_or_cancelled() -> None:
    found = at(
        "2026-07-20", *SET,
        told("2026-07-02", "visit", visit="early-001", status="done"),
        told("2026-07-03", "visit", visit="early-002", status="missed"),
        told("2026-07-18", "visit", visit="early-008", status="cancelled"),
    )  # fmt: skip
    one, two, eight = (by_id(found)[f"early-00{n}"] for n in (1, 2, 8))
    assert (one.status, one.date, one.by_the_book) == ("done", date(2026, 7, 2), date(2026, 7, 1))
    assert (two.status, two.date) == ("missed", date(2026, 7, 3))
    assert (eight.status, eight.date) == ("cancelled", date(2026, 7, 24))
    assert by_id(found)["early-003"].status == "planned"
    early = found.phases[0]
    to_come = [
        one for one in found.visits if one.phase == "early" and one.date >= date(2026, 7, 20)
    ]
    assert (early.done, early.missed, early.visits) == (1, 1, len(to_come) - 1)


def test_no_visit_comes_too_near_one_that_was_made_today() -> None:
    away = told("2026-07-08", "absence", **{"from": "2026-07-10", "back": "2026-07-14"})
    done = told("2026-07-08", "visit", visit="early-003", status="done")
    plain, made = at("2026-07-08", *SET, away), at("2026-07-08", *SET, away, done)
    assert days(made)[:4] == ["2026-07-01", "2026-07-03", "2026-07-08", "2026-07-15"]
    assert days(made) == days(plain)
    # One that was called off stands in nobody's way.
    off = told("2026-07-08", "visit", visit="early-003", status="cancelled")
    assert "2026-07-09" in days(at("2026-07-08", *SET, away, off))


def test_a_visit_that_was_moved_makes_room() -> None:
    move = told("2026-07-20", "visit", visit="early-008", status="moved", to="2026-07-26")
    found = at("2026-07-20", *SET, move)
    moved = by_id(found)["early-008"]
    # On the day that was agreed with her, whatever day it is.
    assert (moved.date, moved.because, moved.status) == (date(2026, 7, 26), ("moved",), "planned")
    assert all(abs((one.date - moved.date).days) >= 2 for one in found.visits if one.id != moved.id)
    assert [(one.visit, one.to) for one in found.changes] == [("early-008", date(2026, 7, 26))]
    # The last word counts.
    back = told("2026-07-21", "visit", visit="early-008", status="moved", to="2026-07-24")
    assert by_id(at("2026-07-21", *SET, move, back))["early-008"].date == date(2026, 7, 24)
    done = told("2026-07-26", "visit", visit="early-008", status="done")
    assert by_id(at("2026-07-27", *SET, move, done))["early-008"].status == "done"


def test_nobody_comes_alone_while_it_is_not_safe() -> None:
    unsafe = [{"date": "2026-07-10", "by": "nurse", "facts": {"violence": True}}]
    safe = {"date": "2026-08-03", "by": "nurse", "facts": {"violence": False}}
    found = at("2026-07-12", *SET, observations=unsafe)
    assert {one.along for one in found.visits if one.date < date(2026, 7, 10)} == {None}
    assert {one.along for one in found.visits if one.date >= date(2026, 7, 10)} == {"nurse"}
    found = at("2026-08-04", *SET, observations=[*unsafe, safe])
    along = {one.date: one.along for one in found.visits}
    assert {who for day, who in along.items() if day >= date(2026, 8, 3)} == {None}
    assert along[date(2026, 7, 15)] == "nurse"


def test_a_student_hands_over_to_the_next() -> None:
    one = told("2026-06-01", "student", languages=["Polish"])
    other = told("2026-07-20", "student", **{"from": "2026-08-01"})
    found = at("2026-07-20", *SET, one, other)
    assert [v.date.isoformat() for v in found.visits if v.handover] == ["2026-07-31", "2026-08-05"]
    # Not in the week before and after the due date, 1 September.
    near = told("2026-07-20", "student", **{"from": "2026-08-28"})
    found = at("2026-07-20", *SET, one, near)
    assert [v.date.isoformat() for v in found.visits if v.handover] == ["2026-08-21", "2026-09-15"]
    assert not [v for v in at("2026-07-20", *SET, other).visits if v.handover]


@pytest.mark.parametrize(
    ("language", "student", "wanted"),
    [
        ("Polish", (), "story"),
        ("polish ", (told("2026-06-01", "student", languages=["English", "Polish"]),), None),
        ("Polish", (told("2026-06-01", "student", languages=["English"]),), "story"),
        ("dutch", (), None),
        (None, (), None),
        # Not before the student comes.
        ("Polish", (told("2026-06-01", "student", languages=["Polish"], **{"from": "2026-08-01"}),),
         "story"),
    ],
)  # fmt: skip
def test_her_language(language: str | None, student: Sequence[Any], wanted: str | None) -> None:
    found = at("2026-07-01", *SET, *student, facts={**HIGH, "story": language}).language
    assert (found and found.fact) == wanted


def test_from_which_day_on_somebody_speaks_her_language() -> None:
    now = told("2026-06-01", "student", languages=["English"])
    other = told("2026-06-02", "student", languages=["Greek"], **{"from": "2026-07-20"})
    next_ = told("2026-06-03", "student", languages=["polish"], **{"from": "2026-08-01"})
    facts = {**HIGH, "story": "Polish"}
    for students, day in (((now, other, next_), date(2026, 8, 1)), ((now, other), None)):
        found = at("2026-07-01", *SET, *students, facts=facts)
        assert found.language == ("story", None, day)
    found = at("2026-08-01", *SET, now, other, next_, facts=facts)
    assert found.language is None
    # Who comes now speaks it; who comes after that does not, but for the last.
    now = {**now, "languages": ["Polish"]}
    found = at("2026-07-01", *SET, now, other, next_, facts=facts)
    assert found.language == ("story", date(2026, 7, 20), date(2026, 8, 1))
    last = {**next_, "languages": ["Greek"]}
    found = at("2026-07-01", *SET, now, other, last, facts=facts)
    assert found.language == ("story", date(2026, 7, 20), None)
    assert at("2026-07-01", *SET, now, next_, facts=facts).language is None


CHANGE = {"from": "2026-08-28"}


@pytest.mark.parametrize(
    ("on", "student", "told_of"),
    [
        ("2026-07-20", CHANGE, [("handover_moved", 3)]),
        # Once both have come there is nothing left to see to.
        ("2026-09-16", CHANGE, []),
        ("2026-07-20", {"from": "2026-08-01"}, []),
    ],
)  # fmt: skip
def test_a_handover_away_from_the_change_is_told(
    on: str, student: dict[str, str], told_of: list[Any]
) -> None:
    one = told("2026-06-01", "student")
    found = at(on, *SET, one, told("2026-07-20", "student", **student))
    assert [(w.code, w.paths[0][1]) for w in found.warnings] == told_of
    for warning in found.warnings:
        said = Words(small_pack(), "en").warning(warning)
        assert "From 28 August 2026 on" in said
        assert "now on 21 August 2026 and 15 September 2026." in said
        assert "Until 15 September 2026 the same student keeps coming." in said


def test_until_the_handover_is_held_the_same_student_comes() -> None:
    """The change falls in the week before the due date: visits of that week are of who came."""
    one = told("2026-06-01", "student", languages=["Polish"])
    other = told("2026-07-20", "student", languages=["Greek"], **CHANGE)
    birth = told("2026-09-01", "birth")
    for language, before, after in (
        ("Greek", ("story", None, date(2026, 9, 15)), None),
        ("Polish", ("story", date(2026, 9, 15), None), ("story", None, None)),
    ):
        facts = {**HIGH, "story": language}
        days = {"2026-08-28": before, "2026-09-14": before, "2026-09-15": after}
        for on, expected in days.items():
            found = at(on, *SET, one, other, birth, facts=facts)
            assert found.language == expected, on
    # A day without a visit before the handover is as it was told.
    soon = {**other, "from": "2026-08-01"}
    found = at("2026-07-31", *SET, one, soon, facts={**HIGH, "story": "Greek"})
    assert found.language == ("story", None, date(2026, 8, 1))


def test_where_nobody_was_at_home_the_next_visit_is_the_handover() -> None:
    one = told("2026-06-01", "student")
    other = told("2026-07-20", "student", **{"from": "2026-08-01"})
    first = at("2026-08-05", *SET, one, other)
    (_, id) = (visit.id for visit in first.visits if visit.handover)
    missed = told("2026-08-05", "visit", visit=id, status="missed")
    found = at("2026-08-06", *SET, one, other, missed)
    assert [v.date.isoformat() for v in found.visits if v.handover] == ["2026-07-31", "2026-08-07"]
    # A change after the last visit is as it was told.
    last = at("2026-08-05", *SET, one, {**other, "from": "2026-12-20"}).visits
    assert [v.id for v in last if v.handover] == [last[-1].id]


@pytest.mark.parametrize(
    ("on", "from_", "is_told"),
    [("2026-07-20", "2026-08-01", True), ("2026-08-02", "2026-08-01", False),
     ("2026-06-10", "2026-06-10", False)],
)  # fmt: skip
def test_a_handover_lacks_a_student_who_was_never_recorded(
    on: str, from_: str, *, is_told: bool
) -> None:
    found = at(on, *SET, told("2026-06-10", "student", **{"from": from_}))
    assert ("no_student_before" in [one.code for one in found.warnings]) == is_told
    assert all(one.paths == (("events", 2),) for one in found.warnings)


def test_after_the_end_what_was_planned_is_cancelled() -> None:
    loss = told("2026-07-20", "loss")
    found = at("2026-07-22", *SET, loss)
    before = at("2026-07-19", *SET)
    assert [(one.id, one.date) for one in found.visits] == [
        (one.id, one.date) for one in before.visits
    ]
    ended = date(2026, 7, 20)
    assert {one.status for one in found.visits if one.date >= ended} == {"cancelled"}
    assert {one.status for one in found.visits if one.date < ended} == {"planned"}
    assert at("2026-07-22", SET[0], loss).visits == ()


# Whatever happens

DAYS = st.dates(date(2026, 6, 1), date(2026, 11, 30))
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"]


KINDS = ("absence", "preference", "visit", "student", "birth", "due_date")


@st.composite
def happenings(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Events of a plan that was set, at most one birth among them."""
    found: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 5))):
        day = draw(DAYS)
        kind = draw(st.sampled_from([*KINDS]))
        fields: dict[str, Any] = {}
        if kind == "due_date":
            same_day = any((one["date"], one["event"]) == (str(day), kind) for one in found)
            fields = {"to": f"2026-{draw(st.sampled_from(['08-25', '09-08', '09-20', '10-15']))}"}
            if same_day:
                continue
        if kind == "birth":
            day = date(2026, 9, 1) + timedelta(draw(st.integers(-60, 14)))
            if any(one["event"] == "birth" for one in found):
                continue
        if kind == "absence":
            away = draw(st.dates(day, day + timedelta(60)))
            back = away + timedelta(draw(st.integers(1, 30)))
            fields = {"from": away.isoformat(), "back": back.isoformat()}
        if kind == "preference":
            fields = {"days": draw(st.lists(st.sampled_from(WEEKDAYS), max_size=3, unique=True))}
        if kind == "visit":
            phase = draw(st.sampled_from(["early", "later"]))
            fields = {"visit": f"{phase}-{draw(st.integers(1, 18)):03}", "status": "done"}
        found.append(told(day.isoformat(), kind, **fields))
    return found


def standing(plan: Plan, on: date) -> Iterator[Visit]:
    return (one for one in plan.visits if one.date >= on and one.status == "planned")


@given(happenings(), st.dates(date(2026, 6, 1), date(2026, 12, 20)))
def test_visits_keep_to_their_phase_the_distances_and_the_days_off(
    events: list[dict[str, Any]], on: date
) -> None:
    plan = at(on.isoformat(), *SET, *events)
    spans = {phase.id: (phase.from_, phase.until) for phase in plan.phases}
    for one, other in pairwise(spans.values()):
        assert one[1] == other[0]
    to_come = list(standing(plan, on))
    away = [(one["from"], one["back"]) for one in events if one["event"] == "absence"
            and one["date"] <= on.isoformat()]  # fmt: skip
    for visit in to_come:
        start, until = spans[visit.phase]
        assert start <= visit.date < until
        assert visit.date.weekday() < 5 and visit.date not in OFF
        assert not any(since <= visit.date.isoformat() < back for since, back in away)
        reach = {"early": 4, "later": 7}[visit.phase]
        assert abs((visit.date - visit.by_the_book).days) <= reach
        assert bool(visit.because) == (visit.date != visit.by_the_book)
    for one_visit, next_visit in pairwise(to_come):
        assert (next_visit.date - one_visit.date).days >= 2
    ids = [one.id for one in (*plan.visits, *plan.without_day)]
    assert len(set(ids)) == len(ids)


@given(happenings(), DAYS, DAYS)
def test_the_past_is_unchanged_by_what_happens_later(
    events: list[dict[str, Any]], one: date, other: date
) -> None:
    earlier, later = sorted((one, other))
    known = [event for event in events if event["date"] <= earlier.isoformat()]
    kept = [event for event in events if event["event"] != "birth" or event in known]
    then, now = (
        {v.id: (v.date, v.because) for v in plan.visits if v.date < earlier and v.status != "done"}
        for plan in (at(earlier.isoformat(), *SET, *known), at(later.isoformat(), *SET, *kept))
    )
    assert {id: now[id] for id in then if id in now} == {id: then[id] for id in then if id in now}
    done = {e["visit"] for e in events if e["event"] == "visit"}
    assert set(then) - set(now) <= done


@given(
    happenings(),
    # Past the due date the child's first visit is for a later day each day.
    st.dates(date(2026, 6, 1), date(2026, 8, 31)),
    st.sampled_from(["birth", "due_date", "crisis"]),
)
def test_no_agreed_day_is_given_up_while_a_new_visit_could_be_on_it(
    events: list[dict[str, Any]], on: date, kind: str
) -> None:
    """Whoever is at home looks at the days, and not at which visit of the book it is."""
    events = [one for one in events if one["date"] < str(on) and one["event"] != "birth"]
    more = told(str(on), kind, **({"to": "2026-09-20"} if kind == "due_date" else {}))
    before, after = (
        planned(OFTEN, day, due_date=DUE, facts=HIGH, events=[*SET, *events, *some])
        for day, some in ((on - timedelta(1), ()), (on, (more,)))
    )
    was = {one.id: one.date for one in before.to_come(on)}
    now = {one.id: one.date for one in after.to_come(on)}
    spans = {phase.id: (phase.from_, phase.until) for phase in after.phases}
    away = [(one["from"], one["back"]) for one in events if one["event"] == "absence"]
    for day in set(was.values()) - set(now.values()):
        if day >= on + timedelta(28) or any(a <= str(day) < b for a, b in away):
            continue
        for one in after.to_come(on):
            rest = sorted(set(now.values()) - {one.date})
            start, until = spans[one.phase]
            assert (
                one.id in was
                or one.date in was.values()
                or abs((day - one.by_the_book).days) > 4
                or not start <= day < until
                or any(abs((day - other).days) < 2 for other in rest)
                or any((other < day) != (other < one.date) for other in rest)
            ), (day, one)


@given(happenings(), DAYS)
def test_the_same_events_in_any_order_give_the_same_plan(
    events: list[dict[str, Any]], on: date
) -> None:
    expected = at(on.isoformat(), *SET, *events)
    for order in list(permutations(events))[:24:5]:
        found = at(on.isoformat(), *order, *reversed(SET))
        # A warning tells where in the file it stands, and that is another place.
        assert found._replace(warnings=()) == expected._replace(warnings=())
        assert [one.about for one in found.warnings] == [one.about for one in expected.warnings]


@given(happenings())
def test_the_plan_of_a_day_goes_on_the_next(events: list[dict[str, Any]]) -> None:
    """A plan moves nothing by itself: only what is told does."""
    last = max((date.fromisoformat(one["date"]) for one in events), default=date(2026, 6, 2))
    last = min(last, date(2026, 8, 20))
    events = [one for one in events if one["date"] <= last.isoformat()
              and one.get("to", DUE) >= DUE]  # fmt: skip
    plan = at(last.isoformat(), *SET, *events)
    for later in (1, 5, 11):
        found = at((last + timedelta(later)).isoformat(), *SET, *events)
        assert found.visits == plan.visits
        assert (found.changed, found.changes) == (plan.changed, plan.changes)


def test_hoogeveen_finds_nearly_every_visit_a_day() -> None:
    pack = shipped_pack("hoogeveen")
    facts = {
        "leeftijd": 30, "partner": "geen", "netwerk_te_klein": True, "roken": "soms",
        "rondkomen": "makkelijk", "schuldhulpverlening": False, "problematische_schulden": False,
        "netto_maandinkomen": 5000, "kostendelers": 0, "lengte_cm": 170,
        "gewicht_voor_zwangerschap_kg": 60, "cannabis": "nooit", "steunpersonen": 6,
    }  # fmt: skip
    for month in range(1, 13):
        due = date(2027, month, 17)
        start = date(2026, 5, 1)
        found = planned(pack, start, due_date=due.isoformat(), facts=facts)
        assert found.without_day == ()
        assert 155 <= len(found.visits) <= 160


# More often for a while

OFTEN = small_pack(
    schedule={**RULES, "more_often": {
        "crisis": {"number": 2, "days": 7, "for_days": 28},
        "relapse": {"number": 1, "days": 14, "for_days": 28},
    }}
)  # fmt: skip


def often(on: str, *events: dict[str, Any]) -> Plan:
    birth = told("2026-09-01", "birth")
    case = {"due_date": DUE, "facts": HIGH, "events": [*SET, birth, *events]}
    return planned(OFTEN, date.fromisoformat(on), **case)


def test_after_a_crisis_visits_are_more_often_for_a_while() -> None:
    plain, found = often("2026-10-05"), often("2026-10-05", told("2026-10-05", "crisis"))
    extra = [one for one in found.visits if one.id.startswith("later-crisis-20261005-")]
    assert [one.by_the_book.isoformat() for one in extra] == [
        "2026-10-05", "2026-10-08", "2026-10-12", "2026-10-15", "2026-10-19", "2026-10-22",
        "2026-10-26", "2026-10-29",
    ]  # fmt: skip
    assert {one.phase for one in extra} == {"later"}
    start, end = date(2026, 10, 5), date(2026, 11, 2)
    others = [one for one in plain.visits if not start <= one.by_the_book < end]
    assert [(one.id, one.by_the_book) for one in found.visits if one not in extra] == [
        (one.id, one.by_the_book) for one in others
    ]
    assert [phase.id for phase in found.phases] == ["early", "later"]
    assert (
        found.phases[1].visits
        == len([v for v in others if v.date >= start and v.phase == "later"]) + 8
    )
    # Nothing more where the phase has as many of its own; nothing that has passed changes.
    assert often("2026-10-05", told("2026-10-05", "relapse")).visits == plain.visits
    early = at("2026-07-20", *SET)
    crisis = planned(OFTEN, date(2026, 7, 20), due_date=DUE, facts=HIGH, events=[
        *SET, told("2026-07-20", "crisis")])  # fmt: skip
    assert crisis.visits == early.visits
    taken_back = told("2026-10-20", "undo", of="crisis", on="2026-10-05")
    found = often("2026-10-20", told("2026-10-05", "crisis"), taken_back)
    assert [one.id for one in found.visits if one.date >= date(2026, 10, 20)] == [
        one.id for one in plain.visits if one.date >= date(2026, 10, 20)
    ]
    assert [one for one in found.visits if one.id == "later-crisis-20261005-001"]


def test_a_crisis_near_the_end_of_a_phase_goes_on_in_the_next() -> None:
    found = planned(OFTEN, date(2026, 8, 20), due_date=DUE, facts=HIGH, events=[
        *SET, told("2026-08-20", "crisis")])  # fmt: skip
    extra = [one for one in found.visits if "crisis" in one.id]
    assert {one.id[:-4] for one in extra} == {"later-crisis-20260820"}
    assert (extra[0].by_the_book, extra[-1].by_the_book) == (date(2026, 9, 1), date(2026, 9, 15))


def test_a_crisis_that_is_told_twice_on_one_day_is_one() -> None:
    crisis = told("2026-10-05", "crisis")
    assert often("2026-10-05", crisis, crisis) == often("2026-10-05", crisis)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=4), st.integers(0, 30))
def test_crises_at_one_time_do_not_add_up(starts: list[int], later: int) -> None:
    """As often as the one that asks most, on any day: two a week, and never their sum."""
    days = [date(2026, 9, 14) + timedelta(n) for n in sorted(starts)]
    crises = [told(day.isoformat(), "crisis") for day in days]
    # On a day that the plan is looked at and made again for the last of them, and later.
    found = often((days[-1] + timedelta(later)).isoformat(), *crises)
    book = sorted(one.by_the_book for one in (*found.visits, *found.without_day)
                  if "crisis" in one.id)  # fmt: skip
    for one in book:
        assert sum(one <= other < one + timedelta(7) for other in book) <= 2
    in_one = {
        day + timedelta(n)
        for day in days
        for n in range(28)
        if day + timedelta(n) < date(2026, 12, 1)
    }
    # None is missing either: in each stretch one for every three or four days.
    assert len(book) >= len(in_one) // 4
    ids = [one.id for one in (*found.visits, *found.without_day)]
    assert len(set(ids)) == len(ids)


def test_where_two_overlap_the_more_frequent_one_holds_and_the_other_after_it() -> None:
    pack = small_pack(
        schedule={**RULES, "more_often": {
            "crisis": {"number": 2, "days": 7, "for_days": 14},
            "relapse": {"number": 1, "days": 7, "for_days": 42},
        }}
    )  # fmt: skip
    events = [*SET, told("2026-09-01", "birth"), told("2026-09-07", "relapse")]
    for crisis in ([], [told("2026-09-14", "crisis")]):
        for on in ("2026-09-16", "2026-10-01"):
            case = {"due_date": DUE, "facts": HIGH, "events": [*events, *crisis]}
            found = planned(pack, date.fromisoformat(on), **case)
            book = {one.id: one.by_the_book for one in found.visits if one.phase == "later"}
            week = {id: day for id, day in book.items() if "relapse" in id}
            twice = {id: day for id, day in book.items() if "crisis" in id}
            assert len(twice) == (4 if crisis else 0)
            # Two of the six weeks are those of the crisis; the others keep day and number.
            assert list(week) == [f"later-relapse-20260907-{n:03}" for n in range(1, 7)
                                  if not crisis or n not in (2, 3)]  # fmt: skip


def test_of_two_at_one_time_the_more_frequent_is_told_first_whatever_its_name() -> None:
    def spell(id: str, from_: int, until: int, often: Interval) -> Spell:
        days = date(2026, 9, 1) + timedelta(from_), date(2026, 9, 1) + timedelta(until)
        return Spell(id, "later", *days, "nurse", often)

    weekly, twice = Interval(1, 7), Interval(2, 7)
    later = spell("later", 0, 91, Interval(1, 14))
    crisis, relapse = spell("later-a", 5, 40, weekly), spell("later-b", 10, 30, twice)
    on = date(2026, 9, 12)
    assert more_often(later, [later, crisis, relapse], on) == (
        Often(relapse.until, twice),
        Often(crisis.until, weekly),
    )
    # What is over by then, or covered by what goes before it, is not told.
    assert more_often(later, [later, crisis, relapse], relapse.until) == (
        Often(crisis.until, weekly),
    )
    within = spell("later-a", 5, 30, weekly)
    assert more_often(later, [later, within, relapse], on) == (Often(relapse.until, twice),)


def test_a_phase_tells_until_when_visits_are_more_often() -> None:
    pack = small_pack(
        schedule={**RULES, "more_often": {
            "crisis": {"number": 2, "days": 7, "for_days": 14},
            "relapse": {"number": 1, "days": 7, "for_days": 42},
        }}
    )  # fmt: skip
    told_of = [told("2026-09-07", "relapse"), told("2026-09-14", "crisis"),
               told("2026-09-21", "crisis")]  # fmt: skip

    def parts(on: str, *events: dict[str, Any]) -> list[tuple[str, int]]:
        case = {
            "due_date": DUE,
            "facts": HIGH,
            "events": [*SET, told("2026-09-01", "birth"), *events],
        }
        phase = planned(pack, date.fromisoformat(on), **case).phases[1]
        return [(str(one.until), one.interval.visits) for one in phase.more_often]

    assert parts("2026-09-10", *told_of) == [("2026-10-19", 1)]
    assert parts("2026-09-15", *told_of) == [("2026-09-28", 2), ("2026-10-19", 1)]
    # A second one that asks as much makes it longer, and is not told apart.
    assert parts("2026-09-21", *told_of) == [("2026-10-05", 2), ("2026-10-19", 1)]
    assert parts("2026-10-05", *told_of) == [("2026-10-19", 1)]
    assert parts("2026-10-19", *told_of) == []
    # One that is over before the other is within it.
    assert parts("2026-10-11", told_of[0], told("2026-10-10", "crisis")) == [("2026-10-24", 2)]
    assert parts("2026-10-01", told("2026-09-28", "crisis"), told("2026-09-29", "relapse")) == [
        ("2026-10-12", 2), ("2026-11-10", 1),
    ]  # fmt: skip


def test_the_text_of_a_phase_says_both_rhythms() -> None:
    crisis = told("2026-10-05", "crisis")
    case = case_of(due_date=DUE, facts=HIGH, events=[*SET, told("2026-09-01", "birth"), crisis])
    said = " ".join(render(assess(OFTEN, case, on=date(2026, 10, 6), engines=["reference"]), "en")
                    .split())  # fmt: skip
    assert "2 a week until 2 November 2026, once every 2 weeks after that" in said
    # Where it lasts until the phase ends, nothing comes after it in that phase.
    late = case_of(due_date=DUE, facts=HIGH, events=[*SET, told("2026-09-01", "birth"),
                                                     told("2026-11-20", "crisis")])  # fmt: skip
    said = render(assess(OFTEN, late, on=date(2026, 11, 21), engines=["reference"]), "en")
    assert "2 a week until 1 December 2026, " in " ".join(said.split())
    assert "after that" not in said
    data = assess(OFTEN, late, on=date(2026, 11, 21), engines=["reference"]).to_dict()
    assert data["plan"]["phases"][1]["more_often"] == [
        {"until": "2026-12-01", "visits": 2, "days": 7}
    ]


def test_of_later_visits_that_fall_out_it_is_said_that_they_do() -> None:
    away = told("2026-07-01", "absence", **{"from": "2026-07-01"})
    case = case_of(due_date=DUE, facts=HIGH, events=[*SET, away])
    said = render(assess(PACK, case, on=date(2026, 7, 1), engines=["reference"]), "en")
    assert "more visits fall out" in " ".join(said.split())
    assert "is on another day" not in said


# What nobody heard of before the plan was set.


@pytest.mark.parametrize("day", ["2026-05-30", "2026-06-01"])
def test_days_from_before_a_plan_was_set_are_no_change(day: str) -> None:
    mondays = told(day, "preference", days=["monday"])
    intake = told("2026-05-20", "intake")
    events = (intake, mondays, told("2026-06-01", "agreement"))
    for on in ("2026-06-01", "2026-06-10"):
        found = at(on, *events)
        assert (found.status, found.since, found.changed, found.changes) == (
            "set", date(2026, 6, 1), None, (),
        )  # fmt: skip
    # Those are told that come after, and in a proposal what moved is told as before.
    later = at("2026-06-10", *events, told("2026-06-02", "preference", days=["tuesday"]))
    assert later.changed == date(2026, 6, 2)
    proposed = at("2026-06-01", intake, mondays)
    assert (proposed.status, str(proposed.changed), proposed.since) == ("proposed", day, None)
