"""The rules as they are meant: the specification in executable form.

Every other engine must give the same truths. Unknown is None throughout; it is
never read as no, and never as yes. Each condition becomes a test of what is known:
a leaf looks at a fact, a combination at the truths of its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from operator import call, ge, gt, le, lt
from typing import Any, NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.engine.ruleset import Known, Ruleset, Truths, bound_of, known_of, words_of
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    ClassIs,
    Compare,
    Condition,
    Count,
    FirstKnown,
    MayBe,
    Not,
    OneOf,
    PhaseIs,
    Rule,
)

Truth = bool | None


class View(NamedTuple):
    """What a condition can look at: what is known, the rules before it, the possible classes."""

    known: Known
    truths: dict[str, Truth]
    possible: tuple[str, ...]


def view_of(facts: Facts) -> View:
    """Facts alone, for a condition that looks at no rule and no class."""
    return View(known_of(facts), {}, ())


Test = Callable[[View], Truth]
Combine = Callable[[Iterable[Truth], Known], Truth]


@dataclass(frozen=True, slots=True)
class ReferenceEngine:
    """Runs each rule's test, in an order in which every rule comes after those it looks at."""

    name: str = "reference"

    def findings(self, ruleset: Ruleset, known: Known) -> Truths:
        return _run(_tests(ruleset, False), View(known, {}, ()))

    def consequences(
        self, ruleset: Ruleset, known: Known, truths: Truths, possible: tuple[str, ...]
    ) -> Truths:
        return _run(_tests(ruleset, True), View(known, dict(truths), possible))


def _run(tests: tuple[tuple[str, Test], ...], view: View) -> Truths:
    truths, found = view.truths, {}
    for key, test in tests:
        found[key] = truths[key] = test(view)
    return found


@lru_cache(maxsize=64)
def _tests(ruleset: Ruleset, after_class: bool) -> tuple[tuple[str, Test], ...]:
    return tuple(
        (rule.key, test_of(rule.when))
        for rule in ruleset.rules
        if (rule.stratum == "consequences") is after_class
    )


def test_of(condition: Condition) -> Test:
    """The test that a condition is."""
    composed = parts_of(condition)
    if composed is None:
        return _LEAVES[type(condition)](condition)
    items, combine = composed
    tests = tuple(test_of(item) for item in items)
    return lambda view: combine(map(call, tests, repeat(view)), view.known)


def parts_of(condition: Condition) -> tuple[tuple[Condition, ...], Combine] | None:
    """The parts of a combination and how their truths make its own; None for a leaf."""
    match condition:
        case All(items):
            return items, all_of
        case AnyOf(items):
            return items, any_of
        case Not(item):
            return (item,), not_of
        case FirstKnown(ways):
            return ways, first_known_of
        case Count():
            return condition.of, count_of(condition)
    return None


def all_of(truths: Iterable[Truth], _: Known) -> Truth:
    """False if one is false, else unknown if one is unknown."""
    result: Truth = True
    for found in truths:
        if found is False:
            return False
        if found is None:
            result = None
    return result


def any_of(truths: Iterable[Truth], _: Known) -> Truth:
    """True if one is true, else unknown if one is unknown."""
    result: Truth = False
    for found in truths:
        if found:
            return True
        if found is None:
            result = None
    return result


def not_of(truths: Iterable[Truth], _: Known) -> Truth:
    (found,) = truths
    return None if found is None else not found


def first_known_of(truths: Iterable[Truth], _: Known) -> Truth:
    """The truth of the first way that has one."""
    return next((found for found in truths if found is not None), None)


def count_of(condition: Count) -> Combine:
    """True once enough are true, false once enough can no longer become true."""
    read_at_least, domain_of = bound_of(condition.at_least), condition.domain_of
    read_domains = bound_of(0 if condition.domains is None else condition.domains)

    def combine(truths: Iterable[Truth], known: Known) -> Truth:
        at_least, domains = read_at_least(known), read_domains(known)
        if at_least is None or domains is None:
            return None
        found = tuple(truths)

        def enough(counts: tuple[Truth, ...]) -> bool:
            counted = [i for i, one in enumerate(found) if one in counts]
            spread = {domain_of[i] for i in counted} if domains else ()
            return bool(len(counted) >= at_least and len(spread) >= domains)

        if enough((True,)):
            return True
        return None if enough((True, None)) else False

    return combine


def _one_of(leaf: OneOf) -> Test:
    fact, read_words = leaf.fact, words_of(leaf.values)

    def test(view: View) -> Truth:
        value, words = view.known.facts.get(fact), read_words(view.known)
        return None if value is None or words is None else value in words

    return test


def _compare(leaf: Compare) -> Test:
    fact, holds, read_bound = leaf.fact, _COMPARE[leaf.comparator], bound_of(leaf.bound)

    def test(view: View) -> Truth:
        value, bound = view.known.facts.get(fact), read_bound(view.known)
        return None if value is None or bound is None else bool(holds(value, bound))

    return test


def _answered(leaf: Answered) -> Test:
    return lambda view: leaf.fact in view.known.facts


def _rule(leaf: Rule) -> Test:
    key = leaf.key
    return lambda view: view.truths[key]


def _class_is(leaf: ClassIs) -> Test:
    """Exactly one of these: unknown while some possible class is and some is not."""

    def test(view: View) -> Truth:
        inside = [id in leaf.classes for id in view.possible]
        return None if any(inside) and not all(inside) else any(inside)

    return test


def _may_be(leaf: MayBe) -> Test:
    return lambda view: any(id in leaf.classes for id in view.possible)


def _phase_is(leaf: PhaseIs) -> Test:
    return lambda view: view.known.phase in leaf.phases


def _after(leaf: After) -> Test:
    return lambda view: not view.known.circumstances.isdisjoint(leaf.names)


_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "at_least": ge,
    "at_most": le,
    "above": gt,
    "below": lt,
}
_LEAVES: Mapping[type, Callable[[Any], Test]] = {
    OneOf: _one_of,
    Compare: _compare,
    Answered: _answered,
    Rule: _rule,
    ClassIs: _class_is,
    MayBe: _may_be,
    PhaseIs: _phase_is,
    After: _after,
}
