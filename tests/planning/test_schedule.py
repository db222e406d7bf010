"""The visits of a phase by the book: how often, on which days, by which names."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from builders import facts_of, small_pack

from kansrijk.pack.parts import NormLink
from kansrijk.planning.schedule import (
    BookVisit,
    Interval,
    Often,
    Spell,
    by_the_book,
    more_often,
    of_classes,
    spell_of,
    visit_id,
    visit_number,
)


def day(n: int) -> date:
    return date(2026, 9, 1) + timedelta(n)


def spell(
    id: str, from_: int, until: int, often: tuple[int, int] | None, phase: str = "later"
) -> Spell:
    return Spell(id, phase, day(from_), day(until), "nurse", often and Interval(*often))


@pytest.mark.parametrize(
    ("often", "each"),
    [((2, 7), 4), ((1, 7), 7), ((3, 7), 3), ((7, 7), 1), ((1, 14), 14), (None, 0)],
)
def test_the_days_to_the_next_visit_are_rounded_up(often: Any, each: int) -> None:
    assert spell("later", 0, 91, often).each == each


def test_a_part_of_a_phase_has_an_id_of_its_own() -> None:
    assert not spell("later", 0, 91, (1, 7)).extra
    assert spell("later-crisis-20260901", 0, 91, (1, 7)).extra


TWICE, WEEKLY = (2, 7), (1, 7)


def test_which_goes_before_which() -> None:
    """More often first, then what began first, then by name; without an interval last."""
    order = [
        spell("later-c", 9, 30, TWICE),
        spell("later-a", 0, 30, WEEKLY),
        spell("later-b", 0, 30, WEEKLY),
        spell("later-a", 1, 30, WEEKLY),
        spell("later", 0, 30, (1, 14)),
        spell("earlier", 0, 30, None),
        spell("later", 0, 30, None),
    ]
    for n, one in enumerate(order):
        assert [one.goes_before(other) for other in order] == [m > n for m in range(len(order))]


@pytest.mark.parametrize(
    ("parts", "on", "expected"),
    [
        ([], 0, []),
        ([("later-a", 5, 40, WEEKLY)], 0, [(40, WEEKLY)]),
        # Up to its last day, and not after it.
        ([("later-a", 5, 40, WEEKLY)], 39, [(40, WEEKLY)]),
        ([("later-a", 5, 40, WEEKLY)], 40, []),
        # The most often first, and what comes after it.
        ([("later-a", 5, 40, WEEKLY), ("later-b", 9, 30, TWICE)], 0, [(30, TWICE), (40, WEEKLY)]),
        # What is over as soon, or before it, is within it.
        ([("later-a", 5, 30, WEEKLY), ("later-b", 9, 30, TWICE)], 0, [(30, TWICE)]),
        ([("later-a", 5, 29, WEEKLY), ("later-b", 9, 30, TWICE)], 0, [(30, TWICE)]),
        # Two as often are one, until the last of them.
        ([("later-a", 5, 30, WEEKLY), ("later-b", 9, 35, WEEKLY)], 0, [(35, WEEKLY)]),
        ([("later-a", 5, 30, None), ("later-b", 9, 25, WEEKLY)], 0, [(25, WEEKLY)]),
    ],
)
def test_until_when_visits_are_more_often(parts: Any, on: int, expected: Any) -> None:
    whole, other = spell("later", 0, 91, (1, 14)), spell("early-a", 0, 60, (3, 7), "early")
    found = more_often(whole, [whole, other, *(spell(*one) for one in parts)], day(on))
    assert found == tuple(Often(day(until), Interval(*often)) for until, often in expected)


NORMS = {
    "fixed": {"label": "f", "unit": "dagen", "basis": "policy", "source": "law",
              "values": [{"from": "2026-01-01", "value": 10}]},
    "rhythm": {"unit": "dagen", "value": {"high": 7, "middle": 7, "low": 14}},
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "possible", "expected"),
    [
        (5, ("high", "low"), 5),
        (5, (), 5),
        ("fixed", (), 10),
        ("rhythm", ("high",), 7),
        ("rhythm", ("high", "middle"), 7),
        ("rhythm", ("high", "low"), None),
        ("rhythm", ("low",), 14),
        ("rhythm", ("other",), None),
        ("rhythm", ("high", "other"), None),
        # In a gap.
        ("gone", ("high",), None),
    ],
)
def test_a_number_that_may_hang_on_the_class(
    asked: Any, possible: tuple[str, ...], expected: int | None
) -> None:
    facts = facts_of(small_pack(norms=NORMS), due_date="2026-09-01")
    link = NormLink(norm=asked) if isinstance(asked, str) else asked
    found = of_classes(link, facts, possible)
    assert (found, type(found)) == (expected, type(expected))


def test_a_visit_has_the_number_that_it_has_by_the_book() -> None:
    later = spell("later", 0, 22, WEEKLY)
    visits = [BookVisit(f"later-00{n + 1}", day(7 * n), later) for n in range(4)]
    assert list(by_the_book(later, day(21))) == visits
    # None of what is past at entry, or without an interval.
    assert list(by_the_book(later, day(22))) == []
    assert list(by_the_book(later._replace(interval=None), day(0))) == []


def test_the_id_of_a_visit_tells_its_spell_and_its_number() -> None:
    assert visit_id("later", 7) == "later-007"
    assert visit_id("later-crisis-20260901", 123) == "later-crisis-20260901-123"
    assert spell_of("later-crisis-20260901-123") == "later-crisis-20260901"
    assert visit_number("later-crisis-20260901-023") == 23
