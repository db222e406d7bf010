"""A condition with one of its parts left out, for each of its leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from kansrijk.pack.condition import All, AnyOf, Condition, Count, FirstKnown, Leaf, Not


class LeftOut(NamedTuple):
    """A leaf, and the condition without it; None where nothing is left."""

    leaf: Leaf
    rest: Condition | None


def left_out(condition: Condition) -> Iterator[LeftOut]:
    """Each leaf from left to right, and what is left without it; what has no part left goes too."""
    match condition:
        case All(items) | AnyOf(items) | Count(of=items) | FirstKnown(items):
            for i, item in enumerate(items):
                for leaf, rest in left_out(item):
                    yield LeftOut(leaf, _with(condition, i, rest))
        case Not(item):
            for leaf, rest in left_out(item):
                yield LeftOut(leaf, None if rest is None else Not(rest))
        case leaf:
            yield LeftOut(leaf, None)


def _with(
    condition: All | AnyOf | Count | FirstKnown, i: int, item: Condition | None
) -> Condition | None:
    """With another item at its place, or without it."""
    items = (
        condition.ways
        if isinstance(condition, FirstKnown)
        else (condition.of if isinstance(condition, Count) else condition.items)
    )
    rest = (*items[:i], *(() if item is None else (item,)), *items[i + 1 :])
    if not rest:
        return None
    match condition:
        case FirstKnown():
            return FirstKnown(rest)
        case Count():
            domains = condition.domain_of
            kept = domains if item is not None else (*domains[:i], *domains[i + 1 :])
            return replace(condition, of=rest, domain_of=kept)
    return replace(condition, items=rest)
