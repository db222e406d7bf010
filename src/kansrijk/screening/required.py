"""Which facts are required: not answered, and a leaf of an unknown part of an unknown rule."""

from __future__ import annotations

from collections.abc import Iterator

from kansrijk.case.facts import Facts
from kansrijk.engine.reference import View, truth
from kansrijk.pack.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    NormRef,
    Not,
    OneOf,
)


def required(condition: Condition, view: View, facts: Facts) -> Iterator[str]:
    """The facts to ask for a condition, declined ones included; none once it has a truth."""
    for fact in unknown_leaves(condition, view):
        yield from facts.missing(fact)


def unknown_leaves(condition: Condition, view: View) -> Iterator[str]:
    """The facts, derived ones as such, that the unknown parts of a condition are about."""
    if truth(condition, view) is not None:
        return
    match condition:
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            for item in items:
                yield from unknown_leaves(item, view)
        case Not(item):
            yield from unknown_leaves(item, view)
        case OneOf(fact):
            yield fact
        case Compare(fact, _, bound):
            yield fact
            if isinstance(bound, FactRef):
                yield bound.fact
            elif isinstance(bound, NormRef) and bound.by:
                yield bound.by
