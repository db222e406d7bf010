"""The day of each visit, and why it is not that of the book: on plain days, visit by visit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, timedelta
from typing import Any

import pytest
from builders import SCHEDULE, small_pack

from kansrijk.case.availability import Absence, Preference
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.open_days import OpenDays
from kansrijk.planning.placing import Placing, PlannedVisit, WithoutDay
from kansrijk.planning.schedule import BookVisit, Interval, Spell
from kansrijk.planning.terms import Terms

MONDAY = date(2026, 10, 5)
"""The first of eight weeks without a holiday: days are counted from it."""
RULES: Schedule | None = small_pack(schedule=SCHEDULE).sections.schedule
DAILY, WEEKLY = Interval(1, 1), Interval(1, 7)


def day(n: int) -> date:
    return MONDAY + timedelta(n)


def spell(
    interval: Interval = WEEKLY, from_: int = 0, until: int = 100, id: str = "early"
) -> Spell:
    return Spell(id, "early", day(from_), day(until), "nurse", interval)


def book(*days: int, of: Spell | None = None) -> list[BookVisit]:
    of = of or spell()
    return [BookVisit(f"{of.id}-{n:03}", day(one), of) for n, one in enumerate(days, 1)]


def away(from_: int, back: int, kind: str | None = None, *, of: str | None = None) -> Absence:
    return Absence(day(from_), day(back), of, kind)


def placed(
    due: Sequence[BookVisit],
    *absences: Absence,
    after: int | None = None,
    first_by: int | None = None,
    on: int = 0,
    stood: Mapping[str, int] | None = None,
    anew: Set[str] = frozenset(),
    left: Set[date] = frozenset(),
    taken: Sequence[int] = (),
    rules: Any = None,
    **terms: Any,
) -> tuple[tuple[PlannedVisit, ...], tuple[WithoutDay, ...]]:
    assert RULES is not None
    schedule, held = RULES.model_copy(update=rules or {}), Terms(absences=absences, **terms)
    days = OpenDays(schedule, held, map(day, taken), left)
    was = {id: day(one) for id, one in (stood or {}).items()}
    placing = Placing(schedule, held, days, was, anew, day(on))
    return placing.place(due, *(None if one is None else day(one) for one in (after, first_by)))


def told(
    due: Sequence[BookVisit], *absences: Absence, **how: Any
) -> list[tuple[int, int | None, tuple[str, ...]]]:
    """Of each visit its day by the book, the day found and why, in the order of the book."""
    visits, without = placed(due, *absences, **how)
    on_day = [(one.by_the_book, (one.date - MONDAY).days, one.because) for one in visits]
    on_none = [(one.by_the_book, None, one.because) for one in without]
    found = sorted((*on_day, *on_none), key=lambda one: one[0])
    return [((book - MONDAY).days, one, why) for book, one, why in found]


def test_a_visit_and_one_without_a_day_as_a_whole() -> None:
    preference = Preference(frozenset(), "10:00")
    due = book(2, 16, of=spell(id="early-crisis"))
    visits, without = placed(due, away(11, 23), preference=preference, along="chief")
    assert visits == (
        PlannedVisit("early-crisis-001", "early", "nurse", day(2), day(2), (), "chief", "10:00"),
    )
    assert without == (WithoutDay("early-crisis-002", "early", day(16), ("absence",)),)
    assert placed(book(2))[0][0][-2:] == (None, None)


def days_it_can_be_on(one: BookVisit, **how: Any) -> list[int]:
    """The weekdays on which it is put where each is the only one that is left."""
    every = {day(n) for n in range(-30, 60)}
    return [
        n
        for n in range(-30, 60)
        if placed([one], left=every - {day(n)}, rules={"least_days": 1}, **how)[0]
    ]


TWO_WEEKS, TEN_DAYS = Interval(1, 14), Interval(1, 10)


@pytest.mark.parametrize(
    ("of", "how", "days"),
    [
        # Four days before and after Wednesday the 16th day, but for the weekend.
        (spell(), {}, [14, 15, 16, 17, 18]),
        (spell(), {"first_by": 11}, [14, 15, 16, 17, 18]),
        # Half its interval where that is more.
        (spell(TWO_WEEKS), {}, [9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23]),
        (spell(TEN_DAYS), {}, [11, 14, 15, 16, 17, 18, 21]),
        (spell(Interval(1, 8)), {}, [14, 15, 16, 17, 18]),
        # In its phase, and not before the day itself.
        (spell(TWO_WEEKS, from_=11), {}, [11, 14, 15, 16, 17, 18, 21, 22, 23]),
        (spell(TWO_WEEKS, until=18), {}, [9, 10, 11, 14, 15, 16, 17]),
        (spell(TWO_WEEKS), {"on": 14}, [14, 15, 16, 17, 18, 21, 22, 23]),
        (spell(TWO_WEEKS, from_=15), {"on": 14}, [15, 16, 17, 18, 21, 22, 23]),
        # The first of all by a day, where it can still be.
        (spell(TWO_WEEKS), {"first_by": 15}, [9, 10, 11, 14, 15]),
        (spell(TWO_WEEKS), {"first_by": 9}, [9]),
        (spell(TWO_WEEKS), {"first_by": 8}, [9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23]),
        (spell(TWO_WEEKS), {"first_by": 40}, [9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23]),
        (spell(TWO_WEEKS, until=15), {"first_by": 40}, [9, 10, 11, 14]),
    ],
)
def test_the_days_a_visit_can_be_on(of: Spell, how: Any, days: list[int]) -> None:
    (one,) = book(16, of=of)
    assert days_it_can_be_on(one, **how) == days


def test_only_the_first_of_all_is_by_a_day() -> None:
    assert told(book(9, 16), first_by=8) == [(9, 8, ("distance",)), (16, 16, ())]
    assert told(book(9, 16), first_by=14) == [(9, 9, ()), (16, 16, ())]


def test_no_visit_is_too_near_the_one_before_it() -> None:
    assert told(book(2), after=1) == [(2, 3, ("distance",))]
    assert told(book(2), after=0) == [(2, 2, ())]
    assert told(book(2, 3)) == [(2, 1, ("distance",)), (3, 3, ())]
    # Nor too far: at most twice its interval.
    assert told(book(16), after=2) == [(16, 16, ())]
    assert told(book(16), after=1) == [(16, 15, ("distance",))]
    assert told(book(16), after=1, rules={"greatest": 3}) == [(16, 16, ())]
    assert told(book(16, of=spell(TEN_DAYS)), after=1) == [(16, 16, ())]


THURSDAY = Preference(frozenset({3}), None)


@pytest.mark.parametrize(
    ("because", "how"),
    [
        (("absence",), {"absences": (away(2, 3),)}),
        (("admission",), {"absences": (away(2, 3, "admission"),)}),
        (("absence",), {"absences": (away(2, 3, of="nurse"),)}),
        (("passed",), {"on": 3}),
        # It passed while somebody was away: that is why.
        (("absence",), {"absences": (away(2, 3),), "on": 3}),
        (("preference",), {"preference": Preference(frozenset({0, 3}), None)}),
        # Neither suits her, or both do.
        (("distance",), {"preference": Preference(frozenset({4}), None), "after": 1}),
        (("distance",), {"preference": Preference(frozenset({2, 3}), None), "after": 1}),
        (("distance",), {"after": 1}),
        # On the day itself it has not passed yet.
        (("distance",), {"after": 1, "on": 2}),
        (("kept",), {"stood": {"early-001": 3}}),
        (("preference",), {"stood": {"early-001": 3}, "preference": THURSDAY}),
    ],
)  # fmt: skip
def test_why_a_visit_is_not_on_its_day(because: tuple[str, ...], how: dict[str, Any]) -> None:
    """By the book it is on Wednesday, and here on Thursday."""
    how = {"absences": (), "left": {day(1), day(4)}, **how}
    absences = how.pop("absences")
    assert told(book(2), *absences, **how) == [(2, 3, because)]


def test_what_an_absence_of_others_moves_says_so_and_nothing_else_does() -> None:
    # Without the first one the second may not be on its own day: that is too long after day 1.
    assert told(book(9, 16), after=1) == [(9, 9, ()), (16, 16, ())]
    assert told(book(9, 16), away(5, 14), after=1) == [
        (9, None, ("absence",)), (16, 15, ("absence_near",)),
    ]  # fmt: skip
    # Somebody is away, but what moves this one is the visit before, or the day to be first by.
    assert told(book(2), away(30, 31), after=1) == [(2, 3, ("distance",))]
    assert told(book(2), away(30, 31), first_by=1) == [(2, 1, ("distance",))]
    # Each for its own reason.
    assert told(book(2, 8, 10), away(7, 9), after=1) == [
        (2, 3, ("distance",)), (8, 9, ("absence",)), (10, 11, ("absence_near",)),
    ]  # fmt: skip


def test_a_day_that_was_agreed_on_stays_within_the_days_of_notice() -> None:
    rules = {"notice_days": 14}

    def stays(by_the_book: int, was: int, **how: Any) -> bool:
        ((_, found, why),) = told(book(by_the_book), stood={"early-001": was}, rules=rules, **how)
        assert (found, why) in ((was, ("kept",)), (by_the_book, ()))
        return found == was

    assert stays(9, 8)
    assert stays(14, 11)
    # Not further on than that.
    assert not stays(15, 14)
    assert not stays(16, 15)
    assert stays(16, 15, on=2)
    assert not stays(16, 15, on=1)
    # Up to the first and the last of the days it can be on.
    assert stays(8, 4)
    assert not stays(9, 4)
    assert stays(7, 11)
    assert not stays(4, 9)
    # Also where another visit is nearer to it.
    assert told(book(7, 11), stood={"early-001": 11}) == [
        (7, 11, ("kept",)), (11, 14, ("distance",)),
    ]  # fmt: skip
    assert told(book(4, 8), stood={"early-002": 4}) == [
        (4, 2, ("distance",)), (8, 4, ("kept",)),
    ]  # fmt: skip
    # One that is numbered anew is another visit; but the day is one on which somebody comes.
    assert stays(9, 8, anew={"early"})
    assert told(book(9), stood={"later-001": 8}) == [(9, 8, ("kept",))]
    assert told(book(0, 3), stood={"early-001": 4}, anew={"early"}) == [
        (0, 0, ()), (3, 4, ("kept",)),
    ]  # fmt: skip
    assert told(book(0, 3), stood={"early-001": 4})[0] == (0, 4, ("kept",))
    # One whose own day is too far from it now is as any that has none.
    assert told(book(9), stood={"early-001": 4, "gone-001": 8}) == [(9, 8, ("kept",))]


def test_of_days_that_are_left_each_visit_takes_the_nearest_in_their_order() -> None:
    # The second has its own day: what is left of the others is for the first.
    assert told(book(1, 8), stood={"early-002": 9, "gone-001": 10, "gone-002": 3}) == [
        (1, 3, ("kept",)), (8, 9, ("kept",)),
    ]  # fmt: skip
    assert told(book(1, 7), stood={"early-002": 3}) == [(1, 1, ()), (7, 3, ("kept",))]
    # One day for each, and each day for one.
    assert told(book(1, 8), stood={"gone-001": 2, "gone-002": 3}) == [
        (1, 2, ("kept",)), (8, 8, ()),
    ]  # fmt: skip
    assert told(book(1, 3), stood={"gone-001": 2}) == [(1, 2, ("kept",)), (3, 4, ("distance",))]
    # Nearest to the second is the earlier one: they are not crossed.
    assert told(book(8, 9), stood={"gone-001": 9, "gone-002": 7}, rules={"least_days": 1}) == [
        (8, 7, ("kept",)), (9, 9, ()),
    ]  # fmt: skip
    assert told(book(8, 11), stood={"gone-001": 8, "gone-002": 7}, rules={"least_days": 1}) == [
        (8, 7, ("kept",)), (11, 8, ("kept",)),
    ]  # fmt: skip
    # Of two as near, the earlier visit takes it, and of two days as near the earlier.
    assert told(book(1, 3), stood={"gone-001": 2}, rules={"least_days": 1}) == [
        (1, 2, ("kept",)), (3, 3, ()),
    ]  # fmt: skip
    assert told(book(8), stood={"gone-001": 7, "gone-002": 9}) == [(8, 7, ("kept",))]
    # From the first to the last of the days that it can be on.
    for was, found in ((2, 7), (3, 3), (11, 11), (14, 7)):
        assert [one for _, one, _ in told(book(7), stood={"gone-001": was})] == [found], was
    # Numbered anew, the days are those of all of them.
    assert told(book(1, 8), stood={"early-001": 9, "early-002": 2}, anew={"early"}) == [
        (1, 2, ("kept",)), (8, 9, ("kept",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("due", "stood", "left", "found"),
    [
        # The first would be on day 2, and then there is no day for the second.
        ([1, 3], [2], [4], [(1, ()), (3, ())]),
        # And the second, with none for the first.
        ([0, 3], [2], [0], [(1, ("distance",)), (3, ())]),
        # Where that does not help it stays; and so do those that are not beside it.
        ([1, 9], [10], [0, 1, 2], [(None, ("distance",)), (10, ("kept",))]),
        ([0, 3, 9], [2, 10], [0], [(1, ("distance",)), (3, ()), (10, ("kept",))]),
        ([1, 7, 9], [0, 8], [10], [(0, ("kept",)), (7, ()), (9, ())]),
        # First for one and then for another.
        ([1, 3, 8, 10], [2, 9], [4, 11], [(1, ()), (3, ()), (8, ()), (10, ())]),
    ],
)
def test_a_day_that_is_taken_over_is_given_up_for_a_visit_beside_it(
    due: list[int], stood: list[int], left: list[int], found: list[tuple[int | None, Any]]
) -> None:
    was = {f"gone-{n:03}": one for n, one in enumerate(stood)}
    how = {"stood": was, "left": set(map(day, left)), "rules": {"reach_days": 1, "greatest": 9}}
    assert [one[1:] for one in told(book(*due, of=spell(DAILY)), **how)] == found


@pytest.mark.parametrize(
    ("absences", "how", "why"),
    [
        ((away(1, 4),), {}, ("absence",)),
        ((away(1, 4, of="nurse"),), {}, ("absence",)),
        ((away(1, 2, "detention"), away(2, 4, "admission")), {}, ("admission", "detention")),
        # On the first or the last of the days only.
        ((away(1, 2),), {"left": {day(2), day(3)}}, ("absence",)),
        ((away(3, 4),), {"left": {day(1), day(2)}}, ("absence",)),
        # The day before and the day after are none of them.
        ((away(0, 1),), {"left": {day(1), day(2), day(3)}}, ("distance",)),
        ((away(4, 5),), {"left": {day(1), day(2), day(3)}}, ("distance",)),
        ((), {"left": {day(1), day(2), day(3)}}, ("distance",)),
    ],
)
def test_why_there_is_no_day(absences: Any, how: Any, why: tuple[str, ...]) -> None:
    """By the book on Wednesday, or the day before or after it."""
    due = book(2, of=spell(DAILY))
    assert told(due, *absences, rules={"reach_days": 1}, **how) == [(2, None, why)]


KING = (date(2027, 4, 27) - MONDAY).days
"""A Tuesday on which nobody works, as on Easter Monday."""
EASTER = (date(2027, 3, 28) - MONDAY).days


@pytest.mark.parametrize(
    ("by_the_book", "absences", "left", "why"),
    [
        # Saturday to Monday.
        (EASTER, (), (), ("holiday", "weekend")),
        (EASTER, (away(EASTER - 3, EASTER + 3),), (), ("holiday", "weekend")),
        # Monday to Wednesday, of which nobody can come on Tuesday.
        (KING, (), (KING - 1, KING + 1), ("holiday",)),
        (KING, (away(KING + 1, KING + 2),), (KING - 1,), ("absence",)),
        # Of a weekend nobody says that it is in the way where another day was open.
        (6, (), (7,), ("distance",)),
        (6, (away(7, 8),), (), ("absence",)),
    ],
)
def test_days_off_are_the_reason_where_there_is_no_other_day(
    by_the_book: int, absences: Any, left: Sequence[int], why: tuple[str, ...]
) -> None:
    how = {"left": set(map(day, left)), "rules": {"reach_days": 1}}
    assert told(book(by_the_book, of=spell(DAILY, until=400)), *absences, **how) == [
        (by_the_book, None, why)
    ]
