"""What can turn a truth of the class that is there already, and whether it does.

More that becomes known leaves a truth what it is, but for three: a `first_known` of which an
earlier way becomes known, an `answered`, and a BMI that is weighed again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from kansrijk.case.derive import beneath
from kansrijk.engine.reference import Test, View, test_of
from kansrijk.pack.condition import All, Answered, AnyOf, Condition, Count, FirstKnown, Not
from kansrijk.pack.pack import Pack, facts_in, parts
from kansrijk.screening.askable import weights_of
from kansrijk.screening.standing import ruleset_of_class


def in_any_order(pack: Pack, start: View, first: Set[str], end: View) -> bool:
    """Whether the answers between a start and an end lead to the same class in any order.

    And however many of them are asked for, if only all that is asked for is answered so. `first`
    are answers that come before all others.
    """
    turning = turning_in(pack)
    new = end.known.facts.keys() - start.known.facts.keys() - first
    return new.isdisjoint(turning.facts) and all(
        _one_truth(one.ways, start, end) or one.rest(end) is not None or _first(one, start, end)
        for one in turning.first_known
    )


def _one_truth(ways: tuple[Test, ...], start: View, end: View) -> bool:
    """Whether all ways that can come to count between a start and an end have one truth."""
    truths = set()
    for way in ways:
        truths.add(way(end))
        if way(start) is not None:  # no later way can count
            break
    return len(truths - {None}) < 2


def _first(one: First, start: View, end: View) -> bool:
    """Whether the first way is asked for at the start, and can be answered before all else."""
    asked = one.apart and all(test(start) is None for test in one.around)
    return asked and one.ways[0](end) is not None


class First(NamedTuple):
    """A `first_known`: its ways, and the rule that it is in with nothing known in its place.

    `around` is itself and all that it is a part of. It is `apart` where nothing else turns by what
    it looks at: then its first way can be asked for before all else, while these are unknown.
    """

    ways: tuple[Test, ...]
    rest: Test
    around: tuple[Test, ...]
    apart: bool


class Turning(NamedTuple):
    """What can turn a truth that is there: facts, and each `first_known`.

    `later` are the facts that only the later ways of those look at.
    """

    facts: frozenset[str]
    first_known: tuple[First, ...]
    later: frozenset[str]


@lru_cache(maxsize=64)
def turning_in(pack: Pack) -> Turning:
    rules = ruleset_of_class(pack).rules
    within = [part for rule in rules for part in parts(rule.when)]
    answered = beneath(pack, {part.fact for part in within if isinstance(part, Answered)}, set())
    facts = answered.union(*weights_of(pack).values())
    found = [
        (rule, of, around, beneath(pack, facts_in(of), set()))
        for rule in rules
        for of, around in _first_known_in(rule.when, ())
    ]
    times = Counter(fact for *_, own in found for fact in own)
    firsts = tuple(
        First(
            tuple(map(test_of, of.ways)),
            test_of(_without_first_known(rule.when)),
            tuple(map(test_of, around)),
            facts.isdisjoint(own) and all(times[fact] == 1 for fact in own),
        )
        for rule, of, around, own in found
    )
    return Turning(facts, firsts, _only_later(pack, [of.ways for _, of, *_ in found]))


def _first_known_in(
    condition: Condition, around: tuple[Condition, ...]
) -> Iterator[tuple[FirstKnown, tuple[Condition, ...]]]:
    """Each `first_known` of a condition, with all that it is a part of, itself included."""
    around = (*around, condition)
    match condition:
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            if isinstance(condition, FirstKnown) and items:
                yield condition, around
            for item in items:
                yield from _first_known_in(item, around)
        case Not(item):
            yield from _first_known_in(item, around)


def _without_first_known(condition: Condition) -> Condition:
    match condition:
        case All(items) | AnyOf(items):
            return type(condition)(tuple(map(_without_first_known, items)))
        case Count(of=items):
            return replace(condition, of=tuple(map(_without_first_known, items)))
        case Not(item):
            return Not(_without_first_known(item))
        case FirstKnown():
            return FirstKnown(())
    return condition


def _only_later(pack: Pack, firsts: list[tuple[Condition, ...]]) -> frozenset[str]:
    """The facts that the rules of the class look at in later ways of a `first_known` alone."""
    all_ = Counter(fact for rule in ruleset_of_class(pack).rules for fact in facts_in(rule.when))
    later = Counter(fact for _, *ways in firsts for way in ways for fact in facts_in(way))
    only = {fact for fact, times in later.items() if times == all_[fact]}
    return beneath(pack, only, frozenset()) - beneath(pack, all_.keys() - only, frozenset())
