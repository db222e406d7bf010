"""Why a rule has its truth: its own condition, with at each leaf what was asked and found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.engine.reference import Truth, View, truth
from kansrijk.engine.ruleset import bound_of, words_of
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Bound,
    ClassIs,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
    Value,
)
from kansrijk.pack.model import Basis


class NormUsed(NamedTuple):
    """A figure that a test rests on; `parts` where it was worked out from several."""

    id: str
    value: Any
    from_: date | None
    sources: tuple[str, ...]
    basis: Basis | None
    parts: tuple[NormUsed, ...] = ()

    @property
    def worked_out(self) -> bool:
        """Whether it is a derived fact, which has no basis of its own but that of its parts."""
        return self.basis is None


class Leaf(NamedTuple):
    """A test of one fact, rule, class or phase. `kind` is the keyword, `of` what it is about."""

    kind: str
    of: tuple[str, ...]
    truth: Truth
    test: tuple[str, Any] | None = None
    norm: NormUsed | None = None


class Node(NamedTuple):
    """A combination: `all`, `any`, `not`, `first_known`, `count` or `class`."""

    op: str
    truth: Truth
    items: tuple[Because, ...]
    at_least: int | None = None


Because = Leaf | Node


def because(condition: Condition, view: View, facts: Facts) -> Because:
    """The condition with the truth of each of its parts."""
    make = _NODES.get(type(condition))
    if make is None:
        return _leaf(condition, view, facts)
    op, items = make(condition)
    at_least = bound_of(condition.at_least, view.known) if isinstance(condition, Count) else None
    parts = tuple(because(item, view, facts) for item in items)
    return Node(op, truth(condition, view), parts, at_least)


def leaves_of(tree: Because) -> Iterator[Leaf]:
    """The leaves of an explanation from left to right."""
    if isinstance(tree, Leaf):
        yield tree
    else:
        for item in tree.items:
            yield from leaves_of(item)


def _leaf(condition: Condition, view: View, facts: Facts) -> Leaf:
    found = truth(condition, view)
    match condition:
        case OneOf(fact, values):
            norm = _norm(values, facts) if isinstance(values, NormRef) else None
            return Leaf("fact", (fact,), found, ("one_of", words_of(values, view.known)), norm)
        case Compare(fact, comparator, bound):
            number = bound_of(bound, view.known)
            return Leaf("fact", (fact,), found, (comparator, number), _norm(bound, facts))
        case Answered(fact):
            return Leaf("fact", (fact,), found, ("answered", True))
        case Rule(key):
            kind, _, id = key.partition(":")
            return Leaf(kind, (id,), found)
        case ClassIs(ids):
            return Leaf("class", ids, found)
        case MayBe(ids):
            return Leaf("may_be", ids, found)
        case PhaseIs(ids):
            return Leaf("phase", ids, found)
    raise AssertionError(condition)  # the kinds above are all there are


def _norm(bound: Bound | tuple[Value, ...], facts: Facts) -> NormUsed | None:
    match bound:
        case NormRef(norm, by):
            return norm_used(norm, facts, by)
        case FactRef(fact):
            return _worked_out(fact, facts)
    return None


def norm_used(id: str, facts: Facts, by: str | None = None) -> NormUsed | None:
    """A norm on the day, of a table the column that `by` picks; None where it is in a gap."""
    norm = facts.norms.get(id)
    if norm is None:
        return None
    value = norm.value
    if isinstance(value, dict):
        value = value.get(facts.values.get(by)) if by else None
    return NormUsed(id, value, norm.from_, norm.sources, norm.basis)


def _worked_out(fact: str, facts: Facts) -> NormUsed:
    """A bound that was itself derived from norms: as recent as the latest of them."""
    derivation = facts.derived.get(fact)
    norms = derivation.norms if derivation else ()
    parts = tuple(used for norm in norms if (used := norm_used(norm, facts)) is not None)
    sources = tuple(dict.fromkeys(source for part in parts for source in part.sources))
    latest = max((part.from_ for part in parts if part.from_), default=None)
    return NormUsed(fact, facts.values.get(fact), latest, sources, None, parts)


_NODES: Mapping[type, Callable[[Any], tuple[str, tuple[Condition, ...]]]] = {
    All: lambda c: ("all", c.items),
    AnyOf: lambda c: ("any", c.items),
    Not: lambda c: ("not", (c.item,)),
    FirstKnown: lambda c: ("first_known", c.ways),
    Count: lambda c: ("count", c.of),
}
