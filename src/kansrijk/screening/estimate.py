"""What settling a rule is expected to cost, and in which order to ask for it: one quick pass.

Each part is taken by itself, as if no fact served two parts. Of parts that each can decide
a combination the one with the least cost for its chance to decide comes first; that is
exact for parts that share nothing, and its loss elsewhere is measured in `make bench`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
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
    costs, derived = costs_of(pack), derivations(pack)

    @lru_cache(maxsize=256)
    def open_(against: Any, order: tuple[str, ...]) -> Estimate:
        true = 0.5 if against is None else share(against)
        return Estimate(None, true, 1 - true, sum([costs[id] for id in order]), order)

    if about == (own,) and own not in derived and not any(norms_in(leaf)):
        against = leaf.values if isinstance(leaf, OneOf) else leaf.bound
        return _by_itself(own, test, open_(against, about))

    def estimate(view: View, facts: Facts, found: Mapping[str, Estimate]) -> Estimate:
        values, declined, against = facts.values, facts.declined, read(view.known)
        if own in values and (truth := test(view)) is not None:
            return KNOWN[truth]
        order: tuple[str, ...] = ()
        for id in about:
            if id not in values:
                missing = facts.missing(id) if id in derived else (id,)
                if not missing or (declined and not declined.isdisjoint(missing)):
                    return KNOWN[None]
                order += missing
        if against is None and (about[0] == own or about[0] in values):
            return KNOWN[None]  # a norm in a gap: no answer tells
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
    open_, none_decides, truth = list[Estimate](), 1.0, KNOWN[not decides]
    for item in items:
        if item.truth is decides:
            return KNOWN[decides]
        if item.truth is None:
            truth = KNOWN[None]
            none_decides *= item.false if decides else item.true
            if item.order:
                open_.append(item)
    if not open_:
        return truth
    if len(open_) > 1:
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
    read_at_least = bound_of(condition.at_least)
    truth_of = parts_of(condition)[1]  # type: ignore[index]

    def combine(items: list[Estimate], view: View) -> Estimate:
        truth = truth_of([item.truth for item in items], view.known)
        if truth is not None:
            return KNOWN[truth]
        open_ = [item for item in items if item.order]
        at_least = read_at_least(view.known)
        if not open_ or at_least is None:
            return KNOWN[None]
        needed = at_least - sum(item.truth is True for item in items)
        return _counted(open_, max(needed, 1))

    return combine


def _counted(open_: list[Estimate], needed: int) -> Estimate:
    """A count of open parts of which so many must be true."""
    asked = _in_turn(open_, needed)
    counts, goes_on, true, false, cost = [1.0], 1.0, 0.0, 0.0, 0.0  # by how many are true so far
    for left, item in zip(range(len(asked) - 1, -1, -1), asked, strict=True):
        if goes_on < LEAST:
            break
        cost += goes_on * item.cost
        yes, no = item.true, 1 - item.true
        counts = [
            same * no + fewer * yes
            for same, fewer in zip([*counts, 0.0], [0.0, *counts], strict=True)
        ]
        if len(counts) > needed:
            true += counts.pop()
        out = needed - left  # with fewer than this too few are left
        if out > 0:
            false += sum(counts[:out])
            counts[:out] = [0.0] * out
        goes_on = sum(counts)
    return Estimate(None, true, false, cost, *_joined(asked))


def _in_turn(items: list[Estimate], needed: int) -> list[Estimate]:
    """In each round one that is likeliest to make it true, and one to rule it out."""
    if len(items) == 1:
        return items
    numbers, spare = range(len(items)), max(len(items) - needed + 1, 1)
    by_true = [item.cost / (item.true + LEAST) for item in items]
    by_false = [item.cost / (item.false + LEAST) for item in items]
    ranks = [0.0] * len(items)
    for place, i in enumerate(sorted(numbers, key=by_true.__getitem__)):
        ranks[i] = place / needed
    for place, i in enumerate(sorted(numbers, key=by_false.__getitem__)):
        if (rank := place / spare) > ranks[i]:
            ranks[i] = rank
    in_turn = sorted(zip(ranks, [item.cost for item in items], numbers, strict=True))
    return [items[i] for _, _, i in in_turn]


def _joined(items: Sequence[Estimate]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What to ask for several, one after the other, and what is spare."""
    if len(items) == 1:
        return items[0].order, items[0].spare
    order = tuple(dict.fromkeys([fact for item in items for fact in item.order]))
    spare = [fact for item in items for fact in item.spare]
    return order, tuple(dict.fromkeys(spare)) if spare else ()


_COMBINE: Mapping[type, Combine] = {All: _all, AnyOf: _any, Not: _not, FirstKnown: _first_known}
