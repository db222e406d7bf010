"""What is known of her and yet counted for nothing: there was nothing to hold it against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kansrijk.case.derive import derivations
from kansrijk.exploring.particulars import Particulars
from kansrijk.pack.check_vocabulary import inputs as inputs_of
from kansrijk.screening.because import Because, Leaf, decided_by, leaves_of, nodes_of


class NotCounted(NamedTuple):
    """A known fact that a way of measuring passed by, for want of `against`: a fact, or a norm.

    That is because of `missing` answers, of `norms` without a value on the day, or because with
    her own `given` facts there is none. Where it is a norm `against` is None.
    """

    fact: str
    against: str | None
    missing: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


def not_counted(of: Particulars, trees: Iterable[Because]) -> tuple[NotCounted, ...]:
    """What is known in the ways that were passed by, where a later one has a truth."""
    passed = (leaf for tree in trees for leaf in _passed_by(tree))
    found = (_why(of, leaf) for leaf in passed if leaf.of[0] in of.facts.values)
    return tuple(dict.fromkeys(found))


def _passed_by(tree: Because) -> Iterator[Leaf]:
    """The tests without a truth in the ways before the first that has one."""
    for node in nodes_of(tree):
        if node.op == "first_known" and node.truth is not None:
            (first,) = decided_by(node)
            for way in node.items[: node.items.index(first)]:
                yield from (leaf for leaf in leaves_of(way) if _is_open(leaf))


def _is_open(leaf: Leaf) -> bool:
    return leaf.kind == "fact" and leaf.truth is None


def _why(of: Particulars, leaf: Leaf) -> NotCounted:
    fact, *others = leaf.facts
    unknown = [id for id in others if id not in of.facts.values]
    if not unknown:
        return NotCounted(fact, None)
    against = unknown[0]
    missing = of.facts.missing(against)
    norms = () if missing else tuple(dict.fromkeys(of.without_value(against)))
    given = () if missing or norms else tuple(_given(of, against))
    return NotCounted(fact, against, missing, norms, given)


def _given(of: Particulars, derived: str) -> Iterator[str]:
    """The known facts that what has no value would be worked out from, to the end."""
    function = derivations(of.pack).get(derived)
    inputs = [id for id, _ in inputs_of(function, ())] if function is not None else []
    for id in inputs:
        if id in of.facts.values:
            yield id
            derivation = of.facts.derived.get(id)
            yield from derivation.facts if derivation else ()
