"""A plan that is made again on a day: what stays, how it is numbered, and what is told of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import SCHEDULE, case_of, planned, small_pack

from kansrijk.case.availability import Preference
from kansrijk.case.visits import Said
from kansrijk.pack.pack import Pack
from kansrijk.planning.as_planned import Change, Planned, planned_again
from kansrijk.planning.placing import WithoutDay
from kansrijk.planning.plan import Plan
from kansrijk.planning.schedule import Interval, Spell
from kansrijk.planning.terms import History, Terms
from kansrijk.planning.trajectory import Span

BOOK, RULES = small_pack(), small_pack(schedule=SCHEDULE)
ENTRY, ON = date(2026, 7, 1), date(2026, 7, 10)
TWICE, DAILY = Interval(2, 7), Interval(1, 1)


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def spell(
    often: Interval = TWICE, from_: str = "07-01", until: str = "07-22", id: str = "early"
) -> Spell:
    return Spell(id, id, day(from_), day(until), "nurse", often)


def history(pack: Pack = BOOK) -> History:
    return History(pack, case_of(), ENTRY, (Span(ENTRY, None),), lambda *_: ())


def again(before: Planned, terms: Terms, **words: Said) -> Planned:
    """The plan of 10 July."""
    return planned_again(
        history(), before, terms, ON, {f"early-{n[1:]}": w for n, w in words.items()}
    )


OLD = Terms((spell(),))
# By the book on 1, 4, 8, 11, 15 and 18 July.
BEFORE = planned_again(history(), Planned(), OLD, ENTRY, {})
ANEW = Terms((spell(DAILY),))
MOVED = Said("moved", day("07-13"), ON)
DONE, MISSED = Said("done", None, ON), Said("missed", None, ON)


def to_come(plan: Planned) -> list[str]:
    return [f"{one.id[-3:]} {one.date:%m-%d}" for one in plan.visits if one.date >= ON]


def otherwise(*dates: tuple[str, str], order: int = 1) -> Planned:
    """The plan of before, with some visits on other days."""
    days = dict(dates)
    made = (one._replace(date=day(days.get(one.id[-3:], f"{one.date:%m-%d}")))
            for one in BEFORE.visits)  # fmt: skip
    return BEFORE._replace(visits=tuple(made)[::order])


def test_the_plan_before_is_as_these_tests_take_it_to_be() -> None:
    assert [f"{one.id[-3:]} {one.date:%m-%d}" for one in BEFORE.visits] == [
        "001 07-01", "002 07-04", "003 07-08", "004 07-11", "005 07-15", "006 07-18",
    ]  # fmt: skip
    assert BEFORE.numbered == {"early": 0}


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        # From the day itself on, numbered on from those that were.
        (BEFORE, {}, ["004 07-10", "005 07-11"]),
        # What was made that day is not to be made again, nor what comes before it by the book.
        (BEFORE, {"_004": DONE}, ["004 07-11", "005 07-12", "006 07-13"]),
        (BEFORE, {"_004": DONE, "_005": DONE}, ["004 07-11", "005 07-15", "006 07-16"]),
        (
            otherwise(order=-1),
            {"_004": DONE, "_005": DONE},
            ["004 07-11", "005 07-15", "006 07-16"],
        ),
        # One that was made before its day by the book counts from when it was.
        (otherwise(("004", "07-10")), {"_004": DONE}, ["004 07-10", "005 07-11"]),
        (otherwise(("004", "07-12")), {"_004": DONE}, ["004 07-12", "005 07-12", "006 07-13"]),
        # One that was missed that day was not made.
        (BEFORE, {"_004": MISSED}, ["005 07-10", "004 07-11", "006 07-11"]),
        (otherwise(("004", "07-10")), {"_004": MISSED}, ["005 07-10", "004 07-10", "006 07-11"]),
    ],
)
def test_in_another_rhythm_the_visits_are_numbered_on(
    before: Planned, words: dict[str, Said], expected: list[str]
) -> None:
    found = again(before, ANEW, **words)
    assert to_come(found)[: len(expected)] == expected
    assert [one for one in found.visits if one.date < ON] == sorted(
        (one for one in before.visits if one.date < ON), key=lambda one: one.date
    )


def test_a_phase_of_which_nothing_is_ahead_is_numbered_as_by_the_book() -> None:
    assert again(BEFORE, Terms((spell(DAILY, until="07-10"),))).numbered == {"early": 0}


def test_what_had_no_day_stays_so_once_its_day_by_the_book_has_passed() -> None:
    lost = [WithoutDay(f"early-{n:03}", "early", day(on), ("absence",))
            for n, on in ((3, "07-08"), (4, "07-10"))]  # fmt: skip
    left = tuple(one for one in BEFORE.visits if one.id[-3:] in ("001", "002"))
    found = again(BEFORE._replace(visits=left, without_day=tuple(lost)), ANEW)
    assert found.without_day == (lost[0],)
    assert to_come(found)[:2] == ["004 07-10", "005 07-11"]
    # In the same rhythm the one of the day itself can have a day again.
    found = again(
        BEFORE._replace(visits=left, without_day=tuple(lost)), OLD._replace(along="nurse")
    )
    assert found.without_day == (lost[0],)
    assert to_come(found) == ["004 07-11", "005 07-15", "006 07-18"]


def test_in_the_same_rhythm_what_was_still_to_come_is_so() -> None:
    """Though its day by the book has passed; what has passed is not made up for."""
    found = again(otherwise(("003", "07-10")), OLD._replace(along="nurse"))
    assert [one.id[-3:] for one in found.visits] == ["001", "002", "003", "004", "005", "006"]


def test_what_is_there_by_the_book_is_there_once_and_nothing_is_made_up_for() -> None:
    other = OLD._replace(along="nurse")
    assert to_come(again(BEFORE, other, _004=DONE)) == ["004 07-11", "005 07-15", "006 07-18"]
    left = tuple(one for one in BEFORE.visits if one.id[-3:] not in ("003", "004"))
    found = planned_again(history(), BEFORE._replace(visits=left), other, day("07-11"), {})
    # The one of the day itself can be made still.
    assert [one.id[-3:] for one in found.visits] == ["001", "002", "004", "005", "006"]


def test_where_visits_are_more_often_others_of_that_phase_are_not_there() -> None:
    often = Spell("early-crisis", "early", day("07-08"), day("07-15"), "nurse", DAILY)
    later = spell(DAILY, id="later", from_="07-01", until="07-03")
    found = planned_again(history(), Planned(), Terms((spell(), often, later)), ENTRY, {})
    ids = [one.id for one in found.visits]
    assert [id for id in ids if id.startswith("early-0")] == [
        f"early-{n:03}" for n in (1, 2, 5, 6)
    ]  # fmt: skip
    assert [id for id in ids if not id.startswith("early-0")] == [
        "later-001", "later-002", *(f"early-crisis-{n:03}" for n in range(1, 8)),
    ]  # fmt: skip


THURSDAYS = Preference(frozenset({3}), None)
WIDE = small_pack(schedule={**SCHEDULE, "reach_days": 7})
SINCE = {"entry": (Span(ENTRY, None),), "today": (Span(ON, None),), "never": (),
         "no longer": (Span(day("06-01"), day("07-05")),)}  # fmt: skip


@pytest.mark.parametrize(
    ("was_set", "entry", "begins", "was", "first"),
    [
        # Four days from the later of its setting, or else entry, and of the first phase's begin.
        ("today", "07-01", ["07-01"], [], "07-14"),
        ("never", "07-10", ["07-01"], [], "07-14"),
        ("no longer", "07-10", ["07-01"], [], "07-14"),
        ("today", "07-01", ["07-24", "07-31"], [], "07-24"),
        ("never", "07-10", ["07-31", "07-24"], [], "07-24"),
        # There it is on a day that suits her where it can be, and where that has passed.
        ("today", "07-01", ["07-19"], [], "07-23"),
        ("entry", "07-01", ["07-01"], [], "07-16"),
        # One that was only proposed is no first visit, and one that was planned is.
        ("today", "07-01", ["07-01"], ["07-08"], "07-14"),
        ("entry", "07-10", ["07-01"], ["07-08"], "07-16"),
    ],
)
def test_the_first_visit_is_by_a_day_whatever_suits_her(
    was_set: str, entry: str, begins: list[str], was: list[str], first: str
) -> None:
    one = History(WIDE, case_of(), day(entry), SINCE[was_set], lambda *_: ())
    spells = tuple(
        spell(Interval(1, 14), from_=from_, until="08-31", id=f"p{n}")
        for n, from_ in enumerate(begins)
    )
    terms = Terms(spells, preference=THURSDAYS, first_days=4)
    there = tuple(one._replace(date=day(on), id="p0-001")
                  for one, on in zip(BEFORE.visits, was, strict=False))  # fmt: skip
    found = planned_again(one, Planned(there), terms, ON, {})
    assert next(f"{one.date:%m-%d}" for one in found.visits if one.date >= ON) == first
    # Where the class asks for no such day, or there is no phase, there is none.
    free = planned_again(one, Planned(there), terms._replace(first_days=None), ON, {})
    assert next(one.date.weekday() for one in free.visits if one.date >= ON) == 3
    assert planned_again(one, Planned(), terms._replace(spells=()), ON, {}).visits == ()


def test_only_what_was_agreed_on_before_stays_on_its_day() -> None:
    anew = OLD._replace(preference=THURSDAYS)

    def dates(was_set: str) -> list[str]:
        made = History(RULES, case_of(), ENTRY, SINCE[was_set], lambda *_: ())
        before = planned_again(made, Planned(), OLD, ENTRY, {})
        return [f"{one.date:%m-%d}" for one in planned_again(made, before, anew, ON, {}).visits]

    assert dates("entry") == ["07-01", "07-03", "07-08", "07-10", "07-15", "07-17"]
    assert dates("never") == dates("today") == [
        "07-01", "07-03", "07-08", "07-10", "07-14", "07-16",
    ]  # fmt: skip


def test_on_a_day_that_was_moved_away_from_nobody_comes_though_it_suits_her() -> None:
    made = History(WIDE, case_of(), ENTRY, (), lambda *_: ())
    before = planned_again(made, Planned(), OLD, ENTRY, {})
    fridays = OLD._replace(preference=Preference(frozenset({4}), None))

    def dates(terms: Terms) -> list[str]:
        found = planned_again(made, before, terms, ON, {})
        return [f"{one.id[-3:]} {one.date:%m-%d}" for one in found.visits if one.date >= ON]

    assert dates(fridays) == ["004 07-10", "005 07-15", "006 07-17"]
    moved = fridays._replace(moved=(("early-004", day("07-20")),))
    assert dates(moved) == ["005 07-15", "006 07-17", "004 07-20"]
    # One that was moved has its day to itself, also where it was moved away from before.
    back = moved._replace(moved=(("early-004", day("07-10")),))
    left = before._replace(left=frozenset({ON}))
    found = planned_again(made, left, back, ON, {})
    assert next(f"{one.date:%m-%d}" for one in found.visits if one.date >= ON) == "07-10"


def test_one_that_never_had_a_day_was_in_the_plan() -> None:
    away = told("06-01", "absence", **{"from": "2026-07-11", "back": "2026-07-27"})
    found = at("07-20", away, told("07-15", "visit", visit="early-005", status="missed"))
    assert "early-005" not in [one.id for one in found.visits]
    assert "visit_not_in_plan" not in [one.code for one in found.warnings]


def test_visits_are_in_the_order_of_their_days() -> None:
    moved = (("early-004", day("07-16")), ("early-005", day("07-12")), ("early-006", day("07-16")))
    found = again(BEFORE, OLD._replace(moved=moved))
    assert to_come(found) == ["005 07-12", "004 07-16", "006 07-16"]
    assert {one.because for one in found.visits if one.date >= ON} == {("moved",)}


def test_one_that_was_moved_once_its_day_had_passed_is_on_its_new_day() -> None:
    found = again(BEFORE, OLD._replace(moved=(("early-003", day("07-13")),)), _003=MOVED)
    (late,) = (one for one in found.visits if one.id == "early-003")
    assert (late.date, late.because) == (day("07-13"), ("moved",))
    assert found.changes == (Change("early-003", None, day("07-13"), ("moved",)),)


def test_the_days_that_visits_were_moved_away_from_are_kept() -> None:
    moved = (("early-005", day("07-16")), ("early-006", day("07-18")))
    before = BEFORE._replace(left=frozenset({day("07-20")}), ever=frozenset({"early-009"}))
    words = {"_005": MOVED._replace(to=day("07-16")), "_006": MOVED._replace(to=day("07-18"))}
    found = again(before, OLD._replace(moved=moved), _004=MISSED, **words)
    # Of one that was moved to its own day none is left.
    assert found.left == {day("07-20"), day("07-11"), day("07-15")}
    assert again(before, OLD._replace(along="nurse"), _004=DONE).left == {day("07-20")}
    assert found.ever == {"early-009", *(f"early-{n:03}" for n in range(1, 7))}


# What is told of it


def told(day: str, event: str, **fields: Any) -> dict[str, Any]:
    return {"date": f"2026-{day}", "event": event, "by": "nurse", **fields}


SET = (told("06-01", "intake"), told("06-01", "agreement"))
BIRTH = told("09-01", "birth")
OFTEN = small_pack(
    schedule={**SCHEDULE, "more_often": {"crisis": {"number": 2, "days": 7, "for_days": 28}}}
)
AWAY = {"from": "2026-07-13", "back": "2026-07-20"}


def at(on: str, *events: dict[str, Any], pack: Pack = RULES, **parts: Any) -> Plan:
    case = {"due_date": "2026-09-01", "facts": {"poor": True, "alone": True}, **parts}
    return planned(pack, day(on), events=[*SET, *events], **case)


def changed(plan: Plan) -> list[str]:
    """Each change as `visit from > to because`."""
    return [
        " ".join((one.visit, *(f"{day:%m-%d}" if day else "-" for day in (one.from_, one.to)),
                  *one.because))
        for one in plan.changes
    ]  # fmt: skip


CHANGES: dict[str, tuple[Plan, str, list[str]]] = {
    "away": (at("07-12", told("07-10", "absence", **AWAY)), "07-10", [
        "early-005 07-15 - absence", "early-006 07-17 07-20 weekend absence",
    ]),
    # The days are the same: who comes along, or when, is no other day.
    "and a time": (
        at("07-12", told("07-10", "absence", **AWAY), told("07-11", "preference", time="10:00")),
        "07-10", ["early-005 07-15 - absence", "early-006 07-17 07-20 weekend absence"],
    ),
    "a birth": (at("08-12", told("08-12", "birth")), "08-12", [
        *(f"early-{n:03} {on} - phase" for n, on in
          ((14, "08-14"), (15, "08-19"), (16, "08-21"), (18, "08-28"))),
        "later-001 09-01 - phase", "later-002 09-15 - phase",
        # Of one that has another day it is said what that is for, and these are on their own.
        "later-003 09-29 09-09", "later-004 10-13 09-23", "later-005 10-27 10-07",
        "later-006 11-10 10-21", "later-007 11-24 11-04",
    ]),
    "another due date": (at("08-10", told("08-10", "due_date", to="2026-09-15")), "08-10", [
        "early-020 - 09-04 phase weekend", "early-021 - 09-09 phase",
        "early-022 - 09-11 phase weekend", "later-007 - 12-08 phase",
    ]),
    "more often": (at("10-05", BIRTH, told("10-05", "crisis"), pack=OFTEN), "10-05", [
        f"later-crisis-20261005-{n:03} - {on} how_often" for n, on in
        ((1, "10-05"), (2, "10-08"), (4, "10-15"), (5, "10-19"), (6, "10-22"), (8, "10-29"))
    ]),
    # Only of the phase that is otherwise it is said that it is.
    "more often in the one, away in the other": (
        at("08-20", told("08-20", "crisis"),
           told("08-20", "absence", **{"from": "2026-08-24", "back": "2026-09-01"}), pack=OFTEN),
        "08-20", [
            "early-017 08-26 - absence", "early-018 08-28 - absence",
            *(f"later-crisis-20260820-{n:03} - {on} how_often" for n, on in
              ((2, "09-04"), (3, "09-08"), (4, "09-11"))),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_the_days_that_are_otherwise_are_told_with_why(name: str) -> None:
    plan, on, expected = CHANGES[name]
    assert changed(plan) == expected
    assert plan.changed == day(on)


def test_of_a_plan_that_is_new_no_change_is_told() -> None:
    assert (BEFORE.changed, BEFORE.changes) == (None, ())


def waiting(begins: str, *, waits: bool = True, early: str = "07-01") -> Terms:
    """Terms with a phase that begins on a day that is not certain while a birth is waited for."""
    next_ = spell(from_=begins, until="08-10", id="later")
    last = spell(from_="08-10", until="08-20", id="last")
    return Terms((spell(from_=early, until="07-14"), next_, last), waiting=waits)


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (Terms((spell(until="07-15"),)), ("phase",)),
        (Terms((spell(from_="07-04"),)), ("phase",)),
        (Terms((spell(DAILY),)), ("how_often",)),
        (Terms((spell(DAILY, until="07-15"),)), ("phase",)),
    ],
)
def test_why_a_phase_has_other_visits(terms: Terms, why: tuple[str, ...]) -> None:
    """Of one that comes or falls out, and not of one that is on another day."""
    changes = again(BEFORE, terms).changes
    assert {one.because for one in changes if not (one.from_ and one.to)} == {why}
    assert {one.because for one in changes if one.from_ and one.to} <= {()}


@pytest.mark.parametrize(
    ("before", "after", "told_of"),
    [
        (waiting("07-20", waits=False), waiting("07-21", waits=False), True),
        # From the first day on which either of them may begin nothing is certain.
        (waiting("07-20"), waiting("07-21"), False),
        (waiting("07-21"), waiting("07-20"), False),
        (waiting("07-20"), waiting("07-21", waits=False), False),
        (waiting("07-20", waits=False), waiting("07-21"), True),
        # A phase that has begun is certain, and so is what is ahead where no other follows.
        (waiting("07-10"), waiting("07-10", early="07-02"), True),
        (Terms((spell(),), waiting=True), Terms((spell(until="07-15"),), waiting=True), True),
        (Terms((spell(),), waiting=True), Terms((spell(DAILY),), waiting=True), True),
    ],
)
def test_while_a_birth_is_waited_for_only_what_is_certain_is_told(
    before: Terms, after: Terms, *, told_of: bool
) -> None:
    was = planned_again(history(), Planned(), before, ENTRY, {})
    found = again(was, after)
    assert (found.changed, bool(found.changes)) == ((ON, True) if told_of else (None, False))


def test_the_first_visit_is_within_the_days_that_it_must_be_and_others_are_not() -> None:
    """In on Saturday 18 July: within four days, so not on the Thursday that she prefers."""
    into = (told("07-18", "intake"), told("07-18", "agreement"))
    thursdays = told("07-18", "preference", days=["thursday"])
    case: dict[str, Any] = {"due_date": "2026-09-01", "facts": {"poor": True, "alone": True}}

    def early(on: str, *events: dict[str, Any]) -> list[str]:
        plan = planned(RULES, day(on), events=[*into, *events], **case)
        return [f"{one.date:%m-%d}" for one in plan.visits if one.phase == "early"]

    assert early("07-18")[:2] == ["07-20", "07-22"]
    assert early("07-18", thursdays)[:2] == ["07-20", "07-23"]
    # Once the first has been, there is no day by which the second must be.
    at_ten = told("07-21", "preference", days=["thursday"], time="10:00")
    assert early("07-21", thursdays, at_ten)[:2] == ["07-20", "07-23"]


def test_the_first_to_come_is_not_too_near_the_last_that_was() -> None:
    """On 15 July somebody came; for the visit of Saturday the 18th only the next day is as near."""
    away = told("07-16", "absence", **{"from": "2026-07-17", "back": "2026-07-20"})
    dates = [f"{one.date:%m-%d}" for one in at("07-16", away).visits]
    assert dates[4:7] == ["07-15", "07-20", "07-22"]


def test_nobody_comes_on_a_day_that_was_moved_away_from_whatever_is_told_since() -> None:
    moved = told("07-20", "visit", visit="early-008", status="moved", to="2026-07-26")
    fridays = told("07-21", "preference", days=["friday"])
    assert "07-24" in [f"{one.date:%m-%d}" for one in at("07-21", fridays).visits]
    assert "07-24" not in [f"{one.date:%m-%d}" for one in at("07-21", moved, fridays).visits]
