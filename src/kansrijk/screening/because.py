"""Why a rule has its truth: its own condition, with at each leaf what was asked and found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.engine.reference import Truth, View, parts_of, test_of
from kansrijk.engine.ruleset import bound_of, words_of
from kansrijk.pack.condition import (
    After,
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
)
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import Basis


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
    """A test of one fact, rule, class or phase, or of what is going on.

    `kind` is the keyword, `of` what it is about. `facts` are all facts that it looks at, that of
    its bound included.
    """

    kind: str
    of: tuple[str, ...]
    truth: Truth
    test: tuple[str, Any] | None = None
    norm: NormUsed | None = None
    facts: tuple[str, ...] = ()


class Node(NamedTuple):
    """A combination: `all`, `any`, `not`, `first_known`, `count` or `class`.

    Of a count `at_least` is the number to reach, and `norms` what its numbers come from.
    """

    op: str
    truth: Truth
    items: tuple[Because, ...]
    at_least: int | None = None
    norms: tuple[NormUsed, ...] = ()


Because = Leaf | Node


Explain = Callable[[View, Facts], Because]


def because(pack: Pack, view: View, facts: Facts) -> Mapping[str, Because]:
    """Every rule's own condition with the truth of each of its parts, by the rule's key."""
    return {key: explain(view, facts) for key, explain in explainers(pack).items()}


@lru_cache(maxsize=64)
def explainers(pack: Pack) -> Mapping[str, Explain]:
    """What explains each rule, by its key."""
    return {rule.key: explainer(rule.when) for rule in pack.rules}


def explainer(condition: Condition) -> Explain:
    """What explains a condition: made once for a pack, run for each case."""
    composed = parts_of(condition)
    if composed is None:
        return _leaf(condition)
    parts, combine = composed
    op, explain_parts = _OPS[type(condition)], tuple(explainer(part) for part in parts)

    def explain(view: View, facts: Facts) -> Node:
        items = tuple([part(view, facts) for part in explain_parts])
        return Node(op, combine([item.truth for item in items], view.known), items)

    return _counted(condition, explain) if isinstance(condition, Count) else explain


def _counted(condition: Count, explain: Callable[[View, Facts], Node]) -> Explain:
    """A count says as well what there is to reach, and which norms say so."""
    read_at_least = bound_of(condition.at_least)
    numbers = (condition.at_least, condition.domains)
    named = tuple(number.norm for number in numbers if isinstance(number, NormRef))

    def explain_count(view: View, facts: Facts) -> Node:
        used = tuple(norm for id in named if (norm := norm_used(id, facts)) is not None)
        return explain(view, facts)._replace(at_least=read_at_least(view.known), norms=used)

    return explain_count


def leaves_of(tree: Because) -> Iterator[Leaf]:
    """The leaves of an explanation from left to right."""
    if isinstance(tree, Leaf):
        yield tree
    else:
        for item in tree.items:
            yield from leaves_of(item)


def nodes_of(tree: Because) -> Iterator[Node]:
    """The combinations of an explanation, from the outside in."""
    if isinstance(tree, Node):
        yield tree
        for item in tree.items:
            yield from nodes_of(item)


def decided_by(node: Node) -> tuple[Because, ...]:
    """The parts that give a combination its truth; for an unknown one, those that are unknown."""
    of_it = tuple(item for item in node.items if item.truth is node.truth)
    if node.op == "first_known" and node.truth is not None:
        return of_it[:1]
    return of_it or node.items


def decided(tree: Because) -> Because:
    """An explanation with only the parts that decide it."""
    if isinstance(tree, Leaf):
        return tree
    return tree._replace(items=tuple(decided(item) for item in decided_by(tree)))


def unknown_facts(tree: Because) -> Iterator[str]:
    """The facts that the unknown parts of an explanation are about; none once it has a truth.

    In `first_known` that is only while no way has a truth, because then it has one itself.
    """
    if tree.truth is None:
        if isinstance(tree, Leaf):
            yield from tree.facts
        else:
            for item in tree.items:
                yield from unknown_facts(item)


def _leaf(condition: Condition) -> Explain:
    return _LEAVES[type(condition)](condition)


def _rule(leaf: Rule) -> Explain:
    kind, _, id = leaf.key.partition(":")
    return _told(leaf, Leaf(kind, (id,), None))


def _one_of(leaf: OneOf) -> Explain:
    of, values = (leaf.fact,), leaf.values
    if isinstance(values, NormRef):
        return _one_of_norm(leaf, values.norm)
    return _told(leaf, Leaf("fact", of, None, ("one_of", values), None, of))


def _answered(leaf: Answered) -> Explain:
    return _told(leaf, Leaf("fact", (leaf.fact,), None, ("answered", True)))


def _told(condition: Condition, leaf: Leaf) -> Explain:
    """A leaf that differs from case to case in its truth alone, so there are three of it."""
    test = test_of(condition)
    truths: tuple[Truth, ...] = (True, False, None)
    told = {truth: leaf._replace(truth=truth) for truth in truths}
    return lambda view, facts: told[test(view)]


def _one_of_norm(leaf: OneOf, norm: str) -> Explain:
    test, of, read_words = test_of(leaf), (leaf.fact,), words_of(leaf.values)

    def explain(view: View, facts: Facts) -> Leaf:
        asked = ("one_of", read_words(view.known))
        return Leaf("fact", of, test(view), asked, norm_used(norm, facts), of)

    return explain


def _compare(leaf: Compare) -> Explain:
    test, of, bound, comparator = test_of(leaf), (leaf.fact,), leaf.bound, leaf.comparator
    looked_at, read_bound = _looked_at(leaf.fact, bound), bound_of(bound)

    def explain(view: View, facts: Facts) -> Leaf:
        asked = (comparator, read_bound(view.known))
        return Leaf("fact", of, test(view), asked, _norm(bound, facts), looked_at)

    return explain


def _looked_at(fact: str, bound: Bound) -> tuple[str, ...]:
    """The facts of a comparison: its own, and the one that its bound is or is picked by."""
    match bound:
        case FactRef(other):
            return (fact, other)
        case NormRef(_, by) if by is not None:
            return (fact, by)
    return (fact,)


def _norm(bound: Bound, facts: Facts) -> NormUsed | None:
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
        value = value.get(facts.values.get(str(by)))
    return NormUsed(id, value, norm.from_, norm.sources, norm.basis)


def _worked_out(fact: str, facts: Facts) -> NormUsed:
    """A bound that was itself derived from norms: as recent as the latest of them."""
    derivation = facts.derived.get(fact)
    norms = derivation.norms if derivation else ()
    parts = tuple(used for norm in norms if (used := norm_used(norm, facts)) is not None)
    sources = tuple(dict.fromkeys(source for part in parts for source in part.sources))
    latest = max((part.from_ for part in parts if part.from_), default=None)
    return NormUsed(fact, facts.values.get(fact), latest, sources, None, parts)


_OPS: Mapping[type, str] = {
    All: "all",
    AnyOf: "any",
    Not: "not",
    FirstKnown: "first_known",
    Count: "count",
}
_LEAVES: Mapping[type, Callable[[Any], Explain]] = {
    OneOf: _one_of,
    Compare: _compare,
    Answered: _answered,
    Rule: _rule,
    ClassIs: lambda leaf: _told(leaf, Leaf("class", leaf.classes, None)),
    MayBe: lambda leaf: _told(leaf, Leaf("may_be", leaf.classes, None)),
    PhaseIs: lambda leaf: _told(leaf, Leaf("phase", leaf.phases, None)),
    After: lambda leaf: _told(leaf, Leaf("after", leaf.names, None)),
}
