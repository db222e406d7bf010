"""The day of each visit: as near as can be to its day by the book, on a day that can be kept.

The visits stay in the order of the book. Of all ways to give them days the best one is found, by
what matters most first: as few as can be moved of those that should stay, then as few as can be
without a day, then as few as can be further apart than the greatest distance, then as many as can
be on days that she prefers, then as near to the book as can be. Days are ordinals
here (`date.toordinal`): a plan is made of thousands of comparisons.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

WEIGHT = 1 << 14
"""More than all that is lesser can add up to in the visits of one case."""
UNWANTED = WEIGHT
APART = UNWANTED * WEIGHT
LOST = APART * WEIGHT
MOVED = LOST * WEIGHT


class Wanted(NamedTuple):
    """A visit to be given a day from `first` up to and with `last`.

    `price` of a day is None where nobody can come, 0 where it suits, UNWANTED where it does not.
    `greatest` is how many days after the one before it may be. `stays` is the day that it had
    and should keep.
    """

    book: int
    first: int
    last: int
    greatest: int
    price: Callable[[int], int | None]
    stays: int | None


class Limits(NamedTuple):
    """No two visits are nearer than `least` days; `after` is the day of the last that stands."""

    least: int
    after: int | None = None


class Group(NamedTuple):
    """Neighbouring visits, from `start` on, with the best days for them if there were no others."""

    start: int
    days: tuple[int | None, ...]


def days_of(wanted: Sequence[Wanted], limits: Limits) -> tuple[int | None, ...]:
    """The day of each visit; None for one that finds none.

    Groups whose best days bear each other are best together as well. Those that do not are made
    one, so that what is searched is no larger than what is in each other's way.
    """
    groups: list[Group] = []
    for n in range(len(wanted)):
        groups.append(_best(wanted, n, n + 1, limits))
        while len(groups) > 1 and not _bear(wanted, groups, limits):
            last, before = groups.pop(), groups.pop()
            groups.append(_best(wanted, before.start, last.start + len(last.days), limits))
    return tuple(day for group in groups for day in group.days)


def _bear(wanted: Sequence[Wanted], groups: Sequence[Group], limits: Limits) -> bool:
    """Whether the last group and the visit before it are neither too near nor too far apart."""
    last = groups[-1]
    placed = next(((n, day) for n, day in enumerate(last.days) if day is not None), None)
    before = _last_day(groups[:-1], limits.after)
    if placed is None or before is None:
        return True
    n, day = placed
    return limits.least <= day - before <= wanted[last.start + n].greatest


def _last_day(groups: Sequence[Group], otherwise: int | None) -> int | None:
    days = (day for group in reversed(groups) for day in reversed(group.days))
    return next((day for day in days if day is not None), otherwise)


def _best(wanted: Sequence[Wanted], start: int, end: int, limits: Limits) -> Group:
    """The best days for some neighbouring visits, by themselves."""
    after = limits.after if start == 0 else None
    if end - start == 1 and after is None:
        day = _nearest(wanted[start])
        if day is not None:
            return Group(start, (day,))
    steps: list[Best] = [{NEVER if after is None else after: (0, NEVER)}]
    for visit in wanted[start:end]:
        steps.append(_next(steps[-1], visit, limits))
    return Group(start, tuple(reversed(list(_backwards(steps)))))


def _nearest(one: Wanted) -> int | None:
    """The best day of a visit by itself, where that is seen at once."""
    near = sorted(range(one.first, one.last + 1), key=lambda day: abs(day - one.book))
    kept = (day for day in near if one.stays in (None, day))
    return next((day for day in kept if one.price(day) == 0), None)


Best = dict[int, tuple[int, int]]
"""By the day of the last visit: the least cost up to here, and the day of the one before it."""
NEVER = -sys.maxsize
"""The day of the last visit where there was none: no day of a case."""


def _next(before: Best, visit: Wanted, limits: Limits) -> Best:
    """The best ways up to this visit: without a day for it, and with each of its days."""
    lost = LOST if visit.stays is None else LOST + MOVED
    found: Best = {last: (cost + lost, last) for last, (cost, _) in before.items()}
    ways = sorted((cost, last) for last, (cost, _) in before.items())
    for day in range(visit.first, visit.last + 1):
        price = visit.price(day)
        if price is None:
            continue
        best: tuple[int, int] | None = None
        for cost, last in ways:
            if best is not None and best[0] <= cost:
                break  # all that follow cost as much or more
            if day - last < limits.least:
                continue
            near = last == NEVER or day - last <= visit.greatest
            total = cost if near else cost + APART
            if best is None or total < best[0]:
                best = total, last
        if best is not None:
            least, at = best
            moved = MOVED * (visit.stays not in (None, day))
            own = least + price + moved + abs(day - visit.book)
            # The visit before it may be on that day, and this one nowhere.
            if day not in found or own < found[day][0]:
                found[day] = (own, at)
    return found


def _backwards(steps: Sequence[Best]) -> Iterator[int | None]:
    last = min(steps[-1], key=lambda day: (steps[-1][day][0], day))
    for step in reversed(steps[1:]):
        before = step[last][1]
        yield None if before == last else last
        last = before
