"""Which answers lead up to a higher class and which down: a hint where to look first, no proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kansrijk.engine.ruleset import Known, words_of
from kansrijk.pack.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    FirstKnown,
    Leaf,
    Not,
    OneOf,
    Rule,
    Value,
)
from kansrijk.pack.pack import Pack
from kansrijk.screening.questions import class_rules

Signed = tuple[Leaf, int]
"""A test with 1 where its being true leads up, and -1 where it leads down."""


def upward(pack: Pack, id: str, values: tuple[Value, ...], known: Known) -> tuple[Value, ...]:
    """The answers to a fact, first what leads down most; numbers come in from low to high."""
    if pack.sections.facts[id].numeric:
        return values[::-1] if _more(pack, id) < 0 else values
    tests = _tests_of(pack).get(id, ())
    lists = [
        (words_of(leaf.values)(known), sign) for leaf, sign in tests if isinstance(leaf, OneOf)
    ]
    return tuple(
        sorted(
            values, key=lambda word: sum(sign for words, sign in lists if words and word in words)
        )
    )


def outermost(
    pack: Pack, id: str, values: tuple[Value, ...], known: Known
) -> tuple[Value, Value] | None:
    """The answers to a fact that lead down most and up most; None for a number that leads neither
    way. Of a number the lowest and the highest come in."""
    if pack.sections.facts[id].numeric and _more(pack, id) == 0:
        return None
    ordered = upward(pack, id, values, known)
    return ordered[0], ordered[-1]


def _more(pack: Pack, id: str) -> int:
    """Above 0 where a higher number leads up, below 0 where it leads down."""
    return sum(
        sign if leaf.comparator in ("at_least", "above") else -sign
        for leaf, sign in _tests_of(pack).get(id, ())
        if isinstance(leaf, Compare)
    )


@lru_cache(maxsize=64)
def _tests_of(pack: Pack) -> Mapping[str, tuple[Signed, ...]]:
    """The tests of each fact that the class hangs on."""
    signs, found = dict[str, int](), dict[str, tuple[Signed, ...]]()
    for rule in reversed(pack.rules):  # each before those it looks at; a class is looked at by none
        if rule.key in class_rules(pack):
            for leaf, sign in _signed(rule.when, signs.get(rule.key, 1)):
                if isinstance(leaf, Rule):
                    signs[leaf.key] = signs.get(leaf.key, 0) + sign
                elif isinstance(leaf, OneOf | Compare):
                    found[leaf.fact] = (*found.get(leaf.fact, ()), (leaf, sign))
    return found


def _signed(condition: Condition, sign: int) -> Iterator[Signed]:
    match condition:
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            for item in items:
                yield from _signed(item, sign)
        case Not(item):
            yield from _signed(item, -sign)
        case leaf:
            yield leaf, sign
