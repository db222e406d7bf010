"""What settling a rule is expected to cost, and in which order to ask for it: one quick pass.

Each part is taken by itself, as if no fact served two parts. Of parts that each can decide
a combination the one with the least cost for its chance to decide comes first; that is
exact for parts that share nothing, and its loss elsewhere is measured in `make bench`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import prod
from typing import Any, NamedTuple

from kansrijk.case.derive import derivations
from kansrijk.case.facts import Facts
from kansrijk.engine.reference import Test, Truth, View, parts_of, test_of
from kansrijk.engine.ruleset import bound_of, words_of
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
    Rule,
)
from kansrijk.pack.pack import Pack, facts_in, norms_in
from kansrijk.screening.chances import share_of


class Estimate(NamedTuple):
    """`true` and `false` are the chances of each truth once asked, `cost` what that asks.

    `order` are the facts to ask, first to last, and `spare` those of other ways to measure
    the same thing, for when the first way fails. With a truth there are none.
    """

    truth: Truth
    true: float
    false: float
    cost: float
    order: tuple[str, ...]
    spare: tuple[str, ...] = ()


Estimator = Callable[[View, Facts, Mapping[str, Estimate]], Estimate]

Combine = Callable[[list[Estimate], View], Estimate]

KNOWN: Mapping[Truth, Estimate] = {
    True: Estimate(True, 1.0, 0.0, 0.0, ()),
    False: Estimate(False, 0.0, 1.0, 0.0, ()),
    None: Estimate(None, 0.0, 0.0, 0.0, ()),
}
"""Of a truth, or of a test that no asking settles."""

LEAST = 1e-9
"""So small a chance counts for one that is never: no division by nothing."""


def estimates(pack: Pack, view: View, facts: Facts) -> Mapping[str, Estimate]:
    """The estimate of every rule that may ask something itself, or that a class hangs on."""
    found: dict[str, Estimate] = {}
    for key, estimate in _estimators(pack):
        truth = view.truths[key]
        found[key] = estimate(view, facts, found) if truth is None else KNOWN[truth]
    return found


@lru_cache(maxsize=64)
def _estimators(pack: Pack) -> tuple[tuple[str, Estimator], ...]:
    return tuple(
        (rule.key, _estimator(pack, rule.when, after_class=rule.stratum == "consequences"))
        for rule in pack.rules
        if rule.stratum != "consequences" or any(facts_in(rule.when))
    )


def _estimator(pack: Pack, condition: Condition, *, after_class: bool) -> Estimator:
    """What estimates a condition: made once for a pack, run for each case.

    After the class a rule asks for its own facts alone: those of findings are asked for them.
    """
    composed = parts_of(condition)
    if composed is None:
        if not isinstance(condition, Rule):
            return _leaf(pack, condition)
        key = condition.key
        if after_class:
            return lambda view, facts, found: KNOWN[view.truths[key]]
        return lambda view, facts, found: found[key]
    items = tuple(_estimator(pack, item, after_class=after_class) for item in composed[0])
    combine = _count(condition) if isinstance(condition, Count) else _COMBINE[type(condition)]
    return lambda view, facts, found: combine([item(view, facts, found) for item in items], view)


@lru_cache(maxsize=64)
def costs_of(pack: Pack) -> Mapping[str, int]:
    """What asking each fact costs."""
    return {id: fact.cost for id, fact in pack.sections.facts.items()}


def _leaf(pack: Pack, leaf: Condition) -> Estimator:
    test = test_of(leaf)
    if not isinstance(leaf, OneOf | Compare):
        return lambda view, facts, found: KNOWN[test(view)]
    about, own, share = _about(leaf), leaf.fact, share_of(pack, leaf)
    read = words_of(leaf.values) if isinstance(leaf, OneOf) else bound_of(leaf.bound)
    costs, derived, norms = costs_of(pack), derivations(pack), tuple(norms_in(leaf))

    @lru_cache(maxsize=256)
    def open_(against: Any, order: tuple[str, ...]) -> Estimate:
        true = 0.5 if against is None else share(against)
        return Estimate(None, true, 1 - true, sum([costs[id] for id in order]), order)

    if about == (own,) and own not in derived and not norms:
        against = leaf.values if isinstance(leaf, OneOf) else leaf.bound
        return _by_itself(own, test, open_(against, about))

    def estimate(view: View, facts: Facts, found: Mapping[str, Estimate]) -> Estimate:
        values, declined, against = facts.values, facts.declined, read(view.known)
        if (truth := test(view)) is not None:
            return KNOWN[truth]
        if any(norm not in facts.norms for norm in norms):
            return KNOWN[None]  # in a gap: no answer tells
        order: tuple[str, ...] = ()
        for id in about:
            if id not in values:
                missing = facts.missing(id)
                if not missing or not declined.isdisjoint(missing):
                    return KNOWN[None]
                order += missing
        if against is None and about[0] in values:
            return KNOWN[None]  # the table has no such column
        return open_(against, order)

    return estimate


def _by_itself(fact: str, test: Test, open_: Estimate) -> Estimator:
    """Of a fact that is asked itself, held against what is the same every day: most tests."""

    def estimate(view: View, facts: Facts, found: Mapping[str, Estimate]) -> Estimate:
        if fact in facts.values:
            return KNOWN[test(view)]
        return KNOWN[None] if fact in facts.declined else open_

    return estimate


def _about(leaf: OneOf | Compare) -> tuple[str, ...]:
    """The facts of a test, that of its bound first: without it the other tells nothing."""
    match leaf:
        case Compare(fact, _, FactRef(other)):
            return (other, fact)
        case Compare(fact, _, NormRef(_, str(by))):
            return (by, fact)
    return (leaf.fact,)


def _all(items: list[Estimate], view: View) -> Estimate:
    """False as soon as one is false: first what most likely is, for its cost."""
    return _until(False, items)


def _any(items: list[Estimate], view: View) -> Estimate:
    """True as soon as one is true."""
    return _until(True, items)


def _until(decides: bool, items: list[Estimate]) -> Estimate:
    """A combination that one part decides by itself."""
    open_: list[Estimate] = []
    for item in items:
        if item.truth is decides:
            return KNOWN[decides]
        if item.truth is None:
            open_.append(item)
    if not open_:
        return KNOWN[not decides]
    none_decides = prod([item.false if decides else item.true for item in open_])
    open_.sort(key=_by_true if decides else _by_false)
    goes_on, cost = 1.0, 0.0
    for item in open_:
        cost += goes_on * item.cost
        goes_on *= 1 - (item.true if decides else item.false)
    true, false = (1 - goes_on, none_decides) if decides else (none_decides, 1 - goes_on)
    return Estimate(None, true, false, cost, *_joined(open_))


def _by_true(item: Estimate) -> float:
    """What it costs for its chance to be true."""
    return item.cost / (item.true + LEAST)


def _by_false(item: Estimate) -> float:
    return item.cost / (item.false + LEAST)


def _not(items: list[Estimate], view: View) -> Estimate:
    (item,) = items
    if item.truth is not None:
        return KNOWN[not item.truth]
    return item._replace(true=item.false, false=item.true)


def _first_known(ways: list[Estimate], view: View) -> Estimate:
    """The first truth there is; while there is none, the way that costs least."""
    for way in ways:
        if way.truth is not None:
            return way
    open_ = sorted((way for way in ways if way.order), key=lambda way: way.cost)
    if not open_:
        return KNOWN[None]
    others = [*open_[0].spare, *(fact for way in open_[1:] for fact in (*way.order, *way.spare))]
    return open_[0]._replace(spare=tuple(dict.fromkeys(others)))


def _count(condition: Count) -> Combine:
    """Enough: any item among the likeliest to make it true and the likeliest to rule it out.

    Chosen anew after each answer it costs the least that can be expected where parts share nothing
    (Ben-Dov 1981, Optimal testing procedures for special structures of coherent systems); this one
    order for all answers comes near that.
    """
    numbers = (condition.at_least, condition.domains)
    read = [bound_of(number) for number in numbers if number is not None]
    truth_of = parts_of(condition)[1]  # type: ignore[index]

    def combine(items: list[Estimate], view: View) -> Estimate:
        truth = truth_of([item.truth for item in items], view.known)
        if truth is not None:
            return KNOWN[truth]
        at_least, *domains = [number(view.known) for number in read]
        if at_least is None or None in domains:
            return KNOWN[None]  # a norm in a gap: no answer tells
        needed = at_least - sum(item.truth is True for item in items)
        never = sum(item.truth is None and not item.order for item in items)
        return _counted([item for item in items if item.order], max(needed, 1), never)

    return combine


def _counted(open_: list[Estimate], needed: int, never: int) -> Estimate:
    """A count of open parts of which so many must be true, beside some that no asking settles."""
    asked = _in_turn(open_, needed, len(open_) + never - needed + 1)
    counts, true, false, cost = [1.0], 0.0, 0.0, 0.0  # how likely, by how many are true so far
    for number, item in enumerate(asked, 1):
        cost += sum(counts) * item.cost
        yes, no = item.true, 1 - item.true
        counts = [same * no + fewer * yes for fewer, same in pairwise([0.0, *counts, 0.0])]
        if len(counts) > needed:
            true += counts.pop()
        left = len(asked) - number + never
        out = max(needed - left, 0)  # with fewer than this too few are left
        false += sum(counts[:out])
        counts[:out] = [0.0] * out
    return Estimate(None, true, false, cost, *_joined(asked))


def _in_turn(items: list[Estimate], needed: int, against: int) -> list[Estimate]:
    """In each round one that is likeliest to make it true, and one to rule it out.

    So many are needed for it to be true, and so many against it to be false.
    """
    numbers = range(len(items))
    by_true = sorted(numbers, key=lambda i: _by_true(items[i]))
    ranks = {i: place / needed for place, i in enumerate(by_true)}
    for place, i in enumerate(sorted(numbers, key=lambda i: _by_false(items[i]))):
        ranks[i] = max(ranks[i], place / against)
    return [items[i] for i in sorted(numbers, key=lambda i: (ranks[i], items[i].cost))]


def _joined(items: Sequence[Estimate]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What to ask for several, one after the other, and what is spare."""
    order = dict.fromkeys([fact for item in items for fact in item.order])
    spare = dict.fromkeys([fact for item in items for fact in item.spare])
    return tuple(order), tuple(spare)


_COMBINE: Mapping[type, Combine] = {All: _all, AnyOf: _any, Not: _not, FirstKnown: _first_known}
