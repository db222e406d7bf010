"""What rules can still become, whatever is answered: never too few truths."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from functools import lru_cache

from kansrijk.engine.reference import View, count_of, test_of
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Compare,
    Condition,
    Count,
    FirstKnown,
    Not,
    OneOf,
    Rule,
)
from kansrijk.pack.pack import Pack, facts_in, leaves, parts
from kansrijk.screening.askable import weights_of
from kansrijk.screening.questions import class_rules

TRUE, FALSE = 1, 2
BOTH = TRUE | FALSE
"""Truths as bits: a rule can become true, false, or either."""

_BITS = {True: TRUE, False: FALSE, None: BOTH}

Found = Mapping[str, int]
Open = frozenset[str]
"""The facts that can still become known: somebody may have to ask them."""

Reach = Callable[[View, Found, Open], int]


def reach_of_rules(pack: Pack, view: View, open_: Open) -> Found:
    """What each rule that the class hangs on can still become, taken by itself."""
    found: dict[str, int] = {}
    for key, reach in _reaches(pack):
        found[key] = reach(view, found, open_)
    return found


@lru_cache(maxsize=64)
def _reaches(pack: Pack) -> tuple[tuple[str, Reach], ...]:
    graded, plain, found = class_rules(pack), set[str](), list[tuple[str, Reach]]()
    for rule in pack.rules:
        if rule.key in graded:
            if all(_plain(pack, part, plain) for part in parts(rule.when)):
                plain.add(rule.key)
                found.append((rule.key, _as_it_is(rule.key)))
            else:
                found.append((rule.key, reach_of(pack, rule.when)))
    return tuple(found)


def _plain(pack: Pack, part: Condition, plain: Set[str]) -> bool:
    """Whether a part keeps a truth that it has, and can become either while it is unknown."""
    if isinstance(part, Rule):
        return part.key in plain
    turns = isinstance(part, FirstKnown | Answered) or (
        isinstance(part, OneOf | Compare) and bool(_weighed_in(pack, part))
    )
    return not turns


def _as_it_is(key: str) -> Reach:
    return lambda view, found, open_: _BITS[view.truths[key]]


def reach_of(pack: Pack, condition: Condition) -> Reach:
    """What a condition can still become."""
    match condition:
        case All(items):
            return _all(tuple(reach_of(pack, item) for item in items))
        case AnyOf(items):
            return _any(tuple(reach_of(pack, item) for item in items))
        case Not(item):
            return _not(reach_of(pack, item))
        case FirstKnown(ways):
            return _first_known(pack, ways)
        case Count():
            return _count(condition, tuple(reach_of(pack, item) for item in condition.of))
        case Rule(key):
            return lambda view, found, open_: found[key]
        case Answered(fact):
            # False for now only: it turns as soon as the fact is answered.
            return lambda view, found, open_: TRUE if fact in view.known.facts else BOTH
    test, weighed = test_of(condition), _weighed_in(pack, condition)
    if weighed:
        # Another weight that becomes known can give another BMI than the one there is.
        return lambda view, found, open_: BOTH if open_ & weighed else _BITS[test(view)]
    return lambda view, found, open_: _BITS[test(view)]


def _weighed_in(pack: Pack, condition: Condition) -> frozenset[str]:
    return frozenset(weights_of(pack).keys() & set(facts_in(condition)))


def _all(items: tuple[Reach, ...]) -> Reach:
    def reach(view: View, found: Found, open_: Open) -> int:
        can_be_true, can_be_false = TRUE, 0
        for item in items:
            of_item = item(view, found, open_)
            can_be_true &= of_item
            can_be_false |= of_item & FALSE
        return can_be_true | can_be_false

    return reach


def _any(items: tuple[Reach, ...]) -> Reach:
    def reach(view: View, found: Found, open_: Open) -> int:
        can_be_true, can_be_false = 0, FALSE
        for item in items:
            of_item = item(view, found, open_)
            can_be_true |= of_item & TRUE
            can_be_false &= of_item
        return can_be_true | can_be_false

    return reach


def _not(item: Reach) -> Reach:
    turned = {TRUE: FALSE, FALSE: TRUE, BOTH: BOTH}
    return lambda view, found, open_: turned[item(view, found, open_)]


def _first_known(pack: Pack, ways: tuple[Condition, ...]) -> Reach:
    """The first way that is known counts, unless one before it can still become known."""
    steps = tuple((test_of(way), reach_of(pack, way), _own_facts(way)) for way in ways)

    def reach(view: View, found: Found, open_: Open) -> int:
        for test, of_way, facts in steps:
            if test(view) is not None:
                return of_way(view, found, open_)
            if facts is None or open_.intersection(facts):
                return BOTH
        return BOTH

    return reach


def _own_facts(way: Condition) -> frozenset[str] | None:
    """The facts that a way becomes known by; None where it can by another rule as well."""
    if any(isinstance(leaf, Rule) for leaf in leaves(way)):
        return None
    answered = (leaf.fact for leaf in leaves(way) if isinstance(leaf, Answered))
    return frozenset((*facts_in(way), *answered))


def _count(condition: Count, items: tuple[Reach, ...]) -> Reach:
    """Enough with the fewest that are sure to be true; enough with the most that can be."""
    combine = count_of(condition)

    def reach(view: View, found: Found, open_: Open) -> int:
        of_items = [item(view, found, open_) for item in items]
        most = combine((bool(of_item & TRUE) for of_item in of_items), view.known)
        fewest = combine((of_item == TRUE for of_item in of_items), view.known)
        if most is None:  # the number to reach is itself unknown on the day
            return BOTH
        return (TRUE if most else 0) | (0 if fewest else FALSE)

    return reach
