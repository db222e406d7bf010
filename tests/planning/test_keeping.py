"""The days of visits, beside all the ways there are to give them days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.planning.keeping import UNWANTED, Limits, Wanted, days_of

FREE, DISLIKED, CLOSED = 0, UNWANTED, None
Cost = tuple[int, int, int, int, int]


def calendar(text: str) -> list[int | None]:
    """Days from 1 on: `.` suits, `-` does not, `#` nobody can come."""
    return [None, *({".": FREE, "-": DISLIKED, "#": CLOSED}[sign] for sign in text)]


def visit(
    days: Sequence[int | None], book: int, reach: int, greatest: int, stays: int | None = None
) -> Wanted:
    last = len(days) - 1
    first, last = max(1, book - reach), min(last, book + reach)
    return Wanted(book, first, last, greatest, lambda day: days[day], stays)


def ways(wanted: Sequence[Wanted], limits: Limits) -> Iterator[tuple[int | None, ...]]:
    """Every way to give these visits days, or none, in their order and no two too near."""
    options = [
        [None, *(d for d in range(v.first, v.last + 1) if v.price(d) is not None)] for v in wanted
    ]
    for days in product(*options):
        placed = [*([] if limits.after is None else [limits.after]), *filter(None, days)]
        if all(later - earlier >= limits.least for earlier, later in pairwise(placed)):
            yield days


def cost(wanted: Sequence[Wanted], limits: Limits, days: Sequence[int | None]) -> Cost:
    """What matters most first: moved, lost, too far apart, unwanted, days from the book."""
    last, far = limits.after, 0
    for one, day in zip(wanted, days, strict=True):
        if day is not None:
            far += last is not None and day - last > one.greatest
            last = day
    pairs = list(zip(wanted, days, strict=True))
    return (
        sum(one.stays is not None and one.stays != day for one, day in pairs),
        days.count(None),
        far,
        sum(day is not None and one.price(day) != 0 for one, day in pairs),
        sum(abs(day - one.book) for one, day in pairs if day is not None),
    )


@st.composite
def wishes(draw: st.DrawFn) -> tuple[list[Wanted], Limits]:
    text = draw(st.text("...-##", min_size=8, max_size=16))
    days = calendar(text)
    books = sorted(draw(st.lists(st.integers(1, len(text)), min_size=1, max_size=5)))
    wanted = [
        visit(
            days, book, draw(st.integers(0, 3)), draw(st.integers(2, 8)),
            draw(st.one_of(st.none(), st.integers(max(1, book - 3), min(len(text), book + 3)))),
        )
        for book in books
    ]  # fmt: skip
    after = draw(st.one_of(st.none(), st.integers(-3, 2)))
    return wanted, Limits(draw(st.integers(1, 4)), after)


@given(wishes())
def test_no_way_to_give_the_visits_days_is_better(asked: tuple[list[Wanted], Limits]) -> None:
    wanted, limits = asked
    found = days_of(wanted, limits)
    all_ways = list(ways(wanted, limits))
    assert found in all_ways
    assert cost(wanted, limits, found) == min(cost(wanted, limits, way) for way in all_ways)


@pytest.mark.parametrize(
    ("text", "books", "least", "expected"),
    [
        # On the day of the book where it can be.
        ("..........", [1, 4, 8], 2, (1, 4, 8)),
        # The nearest day, the earlier one of two.
        ("...#......", [1, 4, 8], 2, (1, 3, 8)),
        ("...##.....", [1, 5, 8], 2, (1, 6, 8)),
        # One makes room for the other.
        ("####......", [4, 5], 2, (5, 7)),
        # A day that she prefers goes before a nearer one, not before having a day at all.
        ("--.-......", [1, 8], 2, (3, 8)),
        ("-----.....", [2, 8], 2, (2, 8)),
        # None where nobody can come: it is not made up for elsewhere.
        ("#####.....", [2, 8], 2, (None, 8)),
        ("..########", [1, 4, 8], 2, (1, None, None)),
        # Of two that are as near to the only day the first has it.
        ("###.######", [3, 5], 2, (4, None)),
        # Of two that are as far from the next as well, the earlier one.
        ("..#.......#############.", [3, 24], 2, (2, 24)),
        # Two books on one day: both, apart.
        ("..........", [4, 4], 2, (2, 4)),
    ],
)
def test_days(text: str, books: list[int], least: int, expected: tuple[int | None, ...]) -> None:
    days = calendar(text)
    assert days_of([visit(days, book, 3, 9) for book in books], Limits(least)) == expected


def test_a_visit_that_should_stay_moves_only_where_nobody_can_come() -> None:
    days = calendar("..........")
    assert days_of([visit(days, 4, 3, 9, stays=6)], Limits(2)) == (6,)
    assert days_of([visit(calendar(".....-...."), 4, 3, 9, stays=6)], Limits(2)) == (6,)
    assert days_of([visit(calendar(".....#...."), 4, 3, 9, stays=6)], Limits(2)) == (4,)
    # Though it does not suit, whether or not it is the day of the book.
    for text, stays, day in (
        ("...-......", 4, 4), ("...#......", 4, 3), ("..-.......", 3, 3), ("..........", 3, 3),
        (".#........", 2, 4), ("..........", 9, 4),
    ):  # fmt: skip
        assert days_of([visit(calendar(text), 4, 3, 9, stays)], Limits(2)) == (day,)
    # Not for one that finds no day otherwise.
    full = [
        visit(calendar(".#.#......"), 1, 0, 9, 1),
        visit(days, 2, 0, 9),
        visit(days, 3, 0, 9, 3),
    ]
    assert days_of(full, Limits(2)) == (1, None, 3)
    # Three in a row: only the one in the middle gives way.
    row = [visit(days, 2, 3, 9, 2), visit(days, 3, 3, 9, None), visit(days, 7, 3, 9, 7)]
    assert days_of(row, Limits(2)) == (2, 4, 7)


def test_after_what_stands_and_not_too_far_from_it() -> None:
    days = calendar("..............")
    assert days_of([visit(days, 2, 3, 9)], Limits(3, after=1)) == (4,)
    assert days_of([visit(days, 9, 3, 6)], Limits(1, after=1)) == (7,)
    # The second is held to the first, and no more to what stands.
    two = [visit(days, 4, 3, 5), visit(days, 8, 3, 5)]
    assert days_of(two, Limits(2, after=1)) == (4, 8)
    # Just as near, or as far, as may be; and where it is further all the same.
    assert days_of([visit(days, 4, 3, 5), visit(days, 9, 3, 5)], Limits(5)) == (4, 9)
    assert days_of([visit(days, 9, 1, 3)], Limits(1, after=1)) == (9,)
    # Where the first finds none, the second keeps to what stands.
    both = [visit(calendar("##............"), 2, 0, 9), visit(days, 3, 3, 9)]
    assert days_of(both, Limits(4, after=0)) == (None, 4)


def test_how_far_it_may_be_is_asked_of_the_visit_that_has_the_day() -> None:
    days = calendar("##--##")
    wanted = [visit(days, 1, 1, 5), visit(days, 1, 1, 7, 4), visit(days, 4, 2, 4, 6)]
    # The last is at most 4 days after what stands, whatever those without a day might be.
    assert days_of(wanted, Limits(2, after=-1)) == (None, None, 3)


def test_no_visits_no_days() -> None:
    assert days_of([], Limits(2)) == ()
