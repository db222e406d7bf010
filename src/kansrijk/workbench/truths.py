"""The truths that a condition can have, by the kind of what it asks."""

from __future__ import annotations

from collections.abc import Mapping

from kansrijk.engine.reference import Truth, parts_of
from kansrijk.pack.condition import (
    All,
    AnyOf,
    ClassIs,
    Compare,
    Condition,
    FirstKnown,
    Not,
    OneOf,
    Rule,
)
from kansrijk.pack.pack import Pack

ANY: frozenset[Truth] = frozenset((True, False, None))
ALWAYS_KNOWN: frozenset[Truth] = frozenset((True, False))


def truths_of(
    condition: Condition, rules: Mapping[str, frozenset[Truth]], pack: Pack
) -> frozenset[Truth]:
    """The truths that a condition can have by the kind of what is asked; what logic rules out
    between two of its parts is not looked at."""
    composed = parts_of(condition)
    if composed is None:
        return _of_leaf(condition, rules, pack)
    parts = [truths_of(part, rules, pack) for part in composed[0]]
    some: frozenset[Truth] = frozenset().union(*parts)
    every = parts[0].intersection(*parts[1:])
    match condition:
        case Not():
            return frozenset(None if truth is None else not truth for truth in some)
        case FirstKnown():
            return (some - {None}) | (every & {None})
        case All():
            return (some & {False, None}) | (every & {True})
        case AnyOf():
            return (some & {True, None}) | (every & {False})
    return some


def _of_leaf(
    leaf: Condition, rules: Mapping[str, frozenset[Truth]], pack: Pack
) -> frozenset[Truth]:
    match leaf:
        case Rule(key):
            return rules[key]
        case OneOf(fact, tuple(values)):
            model = pack.sections.facts[fact]
            return ANY - {False} if set(model.values or ()) == {*values} else ANY
        case OneOf() | Compare() | ClassIs():
            return ANY
    return ALWAYS_KNOWN
