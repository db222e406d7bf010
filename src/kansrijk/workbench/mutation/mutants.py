"""A pack with one thing of its rules or norms changed, as somebody could write it wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from itertools import chain
from typing import Any, Literal, NamedTuple

from kansrijk.case.derive import derivations, norms_named
from kansrijk.pack.condition import (
    All,
    AnyOf,
    Comparator,
    Compare,
    Condition,
    Count,
    FirstKnown,
    Not,
    OneOf,
)
from kansrijk.pack.pack import Pack, norms_in
from kansrijk.pack.vocabulary import Dated, Norm
from kansrijk.workbench.proof.without import left_out

What = Literal[
    "operator", "step", "left_out", "all_any", "value", "not", "order", "many", "figure", "day"
]
"""An operator; a figure of a condition a step up or down; a part left out; `all` for `any`; one
value for another; a `not` left out; the ways of a `first_known` the other way round; how many of
a `count`; a figure or word of a norm; the day from which one holds."""


class Mutant(NamedTuple):
    """A pack with one thing changed: of a rule by its key, or a norm as `norm:id`; what it was and
    what it is, as conditions or values."""

    what: What
    key: str
    before: Any
    after: Any
    pack: Pack


def mutants(pack: Pack) -> Iterator[Mutant]:
    """Of each rule and of each norm that a rule or a derived fact looks at."""
    for i, made in enumerate(chain(_of_rules(pack), _of_norms(pack))):
        what, key, before, after, changed = made
        mutant = replace(changed, hash=f"{pack.hash} mutant {i}")
        yield Mutant(what, key, before, after, mutant)


Made = tuple[What, str, Any, Any, Pack]


def _of_rules(pack: Pack) -> Iterator[Made]:
    for i, rule in enumerate(pack.rules):
        if rule.key.startswith("strength:"):
            continue
        for what, before, after in _conditions(pack, rule.when):
            rules = (*pack.rules[:i], rule._replace(when=after), *pack.rules[i + 1 :])
            yield what, rule.key, before, after, replace(pack, rules=rules)


def _conditions(pack: Pack, whole: Condition) -> Iterator[tuple[What, Condition, Condition]]:
    """The condition with one part changed, and the part and whole as they are then."""
    for what, part in _changed(pack, whole):
        yield what, whole, part
    for leaf, rest in left_out(whole):
        if rest is not None:
            yield "left_out", leaf, rest


def _changed(pack: Pack, condition: Condition) -> Iterator[tuple[What, Condition]]:
    match condition:
        case All(items):
            yield "all_any", AnyOf(items)
        case AnyOf(items):
            yield "all_any", All(items)
        case Not(item):
            yield "not", item
        case FirstKnown(ways) if len(ways) > 1:
            yield "order", FirstKnown(ways[::-1])
        case Count(at_least=int(many)):
            yield "many", replace(condition, at_least=many - 1)
            yield "many", replace(condition, at_least=many + 1)
        case Compare():
            yield from _compared(condition)
        case OneOf(values=tuple()):
            yield from _one_of(pack, condition)
    for i, item in enumerate(_items(condition)):
        for what, other in _changed(pack, item):
            yield what, _with_item(condition, i, other)


OTHERWISE: Mapping[Comparator, Comparator] = {
    "at_least": "above",
    "above": "at_least",
    "at_most": "below",
    "below": "at_most",
}


def _compared(leaf: Compare) -> Iterator[tuple[What, Condition]]:
    yield "operator", replace(leaf, comparator=OTHERWISE[leaf.comparator])
    if isinstance(leaf.bound, int | Fraction):
        for step in (-1, 1):
            yield "step", replace(leaf, bound=leaf.bound + step * step_of(leaf.bound))


def step_of(figure: int | Fraction) -> Fraction:
    """One of the last decimal that the figure has: 1 of 25, a tenth of 4.5."""
    places = 0
    while (Fraction(figure) * 10**places).denominator != 1:
        places += 1
    return Fraction(1, 10**places)


def _one_of(pack: Pack, leaf: OneOf) -> Iterator[tuple[What, Condition]]:
    assert isinstance(leaf.values, tuple)
    fact = pack.sections.facts[leaf.fact]
    every = (True, False) if fact.type == "boolean" else tuple(fact.values or ())
    others = [one for one in every if one not in leaf.values]
    for i in range(len(leaf.values)):
        rest = (*leaf.values[:i], *leaf.values[i + 1 :])
        if rest:
            yield "value", replace(leaf, values=rest)
        if others:
            swapped = (*leaf.values[:i], others[0], *leaf.values[i + 1 :])
            yield "value", replace(leaf, values=swapped)


def _items(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case All(items) | AnyOf(items):
            return items
        case FirstKnown(ways):
            return ways
        case Count():
            return condition.of
        case Not(item):
            return (item,)
    return ()


def _with_item(condition: Condition, i: int, item: Condition) -> Condition:
    items = _items(condition)
    changed = (*items[:i], item, *items[i + 1 :])
    match condition:
        case FirstKnown():
            return FirstKnown(changed)
        case Count():
            return replace(condition, of=changed)
        case Not():
            return Not(item)
        case All():
            return All(changed)
    return AnyOf(changed)


def _of_norms(pack: Pack) -> Iterator[Made]:
    named = {norm for rule in pack.rules for norm in norms_in(rule.when)}
    named |= {norm for function in derivations(pack).values() for norm in norms_named(function)}
    for id, norm in pack.sections.norms.items():
        if id in named:
            for what, before, after, changed in _norms(norm):
                norms = {**pack.sections.norms, id: changed}
                sections = pack.sections.model_copy(update={"norms": norms})
                yield what, f"norm:{id}", before, after, replace(pack, sections=sections)


def _norms(norm: Norm) -> Iterator[tuple[What, Any, Any, Norm]]:
    if norm.values is None:
        for before, after, value in _values(norm.value):
            yield "figure", before, after, norm.model_copy(update={"value": value})
    for i, row in enumerate(norm.values or ()):
        for what, before, after, other in _rows(row):
            rows = (*(norm.values or ())[:i], other, *(norm.values or ())[i + 1 :])
            yield what, before, after, norm.model_copy(update={"values": rows})


def _rows(row: Dated) -> Iterator[tuple[What, Any, Any, Dated]]:
    for before, after, value in _values(row.value):
        yield "figure", before, after, row.model_copy(update={"value": value})
    later = row.from_ + timedelta(days=1)
    yield "day", row.from_, later, row.model_copy(update={"from_": later})


def _values(value: Any) -> Iterator[tuple[Any, Any, Any]]:
    """What is changed of a value, what it becomes, and the whole value then."""
    if isinstance(value, dict):
        for column, cell in value.items():
            for before, after, other in _values(cell):
                yield f"{column}: {before}", f"{column}: {after}", {**value, column: other}
    elif isinstance(value, tuple):
        for i, word in enumerate(value):
            rest = (*value[:i], *value[i + 1 :])
            if rest:
                yield word, "", rest
    elif isinstance(value, int | Fraction) and not isinstance(value, bool):
        for step in (-1, 1):
            other = value + step * step_of(value)
            other = int(other) if other.denominator == 1 else other
            yield value, other, other
