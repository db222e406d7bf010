"""Derived facts that two packs derive otherwise, such as an income line: what each makes of the
same answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from fractions import Fraction
from itertools import islice, product
from typing import Any, NamedTuple

from kansrijk.case.case import parse_case
from kansrijk.case.derive import derivations, inputs_of_each, norms_named
from kansrijk.case.facts import facts_on
from kansrijk.case.norms import norms_on
from kansrijk.pack.condition import Value
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document
from kansrijk.workbench.abstract import numbers_in

MOST, ENOUGH = 400, 6
"""So many combinations of answers are tried, until so many are found."""


class Line(NamedTuple):
    """Answers, and what the old and the new pack derive from them."""

    told: Mapping[str, Value]
    old: Mapping[str, Value]
    new: Mapping[str, Value]


def apart(old: Pack, new: Pack, on: date | None = None) -> frozenset[str]:
    """The derived facts of which the way, or a norm on the day or else on some day, is another; and
    what follows."""
    found = set[str]()
    ways = [derivations(pack) for pack in (old, new)]
    for id in (id for id in ways[1] if id in ways[0]):
        same = ways[0][id] == ways[1][id] and _norms(old, id, on) == _norms(new, id, on)
        if not same or not found.isdisjoint(inputs_of_each(new)[id]):
            found.add(id)
    return frozenset(found)


def _norms(pack: Pack, id: str, on: date | None) -> list[Any]:
    named = norms_named(derivations(pack)[id])
    if on is None:
        models = [pack.sections.norms[norm] for norm in named]
        return [(model.value, model.values) for model in models]
    norms = norms_on(pack, on)
    return [norms[norm].value if norm in norms else None for norm in named]


def lines_of(old: Pack, new: Pack, ids: Set[str], on: date) -> tuple[Line, ...]:
    """Some answers by which the two packs derive something else on a day; not all there are."""
    inputs = sorted({one for id in ids for one in inputs_of_each(new)[id]} - ids)
    values = [_values(old, new, ids, input) for input in inputs]
    found = (
        Line(told, *(_derived(pack, told, ids, on) for pack in (old, new)))
        for chosen in islice(product(*values), MOST)
        for told in [dict(zip(inputs, chosen, strict=True))]
    )
    return tuple(islice((line for line in found if line.old != line.new), ENOUGH))


def _values(old: Pack, new: Pack, ids: Set[str], input: str) -> tuple[Value, ...]:
    """Values of an input: all of a list; of a number those around the norms it is held against."""
    fact = new.sections.facts[input]
    if fact.words:
        return fact.words
    low, high = map(Fraction, fact.span)
    bounds = {Fraction(1), *numbers_in((*_figures(old, ids), *_figures(new, ids)))}
    near = {bound + step for bound in bounds for step in (-1, 0, 1)}
    whole = [int(one) for one in sorted(near) if one.denominator == 1 and low <= one <= high]
    return tuple(whole) or (int(low),)


def _figures(pack: Pack, ids: Set[str]) -> Iterator[Any]:
    """The figures of all norms that these are derived with."""
    for id in ids:
        for model in (pack.sections.norms[n] for n in norms_named(derivations(pack)[id])):
            yield model.value
            yield from (row.value for row in model.values or ())


def _derived(pack: Pack, told: Mapping[str, Value], ids: Set[str], on: date) -> Mapping[str, Value]:
    case = parse_case(Document.of({"case": "c", "facts": dict(told)}, "case.yaml"))
    values = facts_on(pack, case, on).values
    return {id: values[id] for id in sorted(ids) if id in values}
