"""How common each answer is: as the pack says, and else every answer as common as the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from kansrijk.pack.condition import Comparator, Compare, Number, OneOf, Value
from kansrijk.pack.pack import Pack
from kansrijk.pack.vocabulary import Fact


class Stretch(NamedTuple):
    """Numbers from `low` up to `high`, with their share of all answers, evenly spread."""

    low: Number
    high: Number
    share: Fraction


def chances(fact: Fact, values: Iterable[Value], figures: Set[Number]) -> Mapping[Value, Fraction]:
    """The share of all answers that each of these values stands for; together 1.

    A whole number stands for itself and all up to the next one here. Another number stands
    for what lies between the `figures` around it; a figure itself is a point, without a share.
    """
    listed: list[Any] = list(values)
    if not fact.numeric:
        return _words(fact, listed)
    stretches = stretches_of(fact)
    low, high = stretches[0].low, stretches[-1].high
    if fact.type == "integer":
        borders = list(pairwise([low, *listed[1:], high]))
        return {v: _share(stretches, *b) for v, b in zip(listed, borders, strict=True)}
    found = dict.fromkeys(listed, Fraction(0))
    between = sorted(figure for figure in figures if low < figure < high)
    for one, other in pairwise([low, *between, high]):
        end = low if one == low else high
        within = next((value for value in listed if one < value < other), end)
        found[within] += _share(stretches, one, other)
    return found


def share_that(fact: Fact, comparator: Comparator, bound: Number) -> Fraction:
    """The share of the answers of a number for which a comparison holds."""
    stretches = stretches_of(fact)
    low, high = stretches[0].low, stretches[-1].high
    whole_step = int(fact.type == "integer" and comparator in ("at_most", "above"))
    below = _share(stretches, low, min(bound + whole_step, high))
    return below if comparator in ("at_most", "below") else 1 - below


def share_of(pack: Pack, leaf: OneOf | Compare) -> Callable[[Any], float]:
    """The chance that a test of a fact is true, by the words or figure it is held against."""
    fact = pack.sections.facts[leaf.fact]
    if isinstance(leaf, OneOf):
        return lambda words: 0.5 if fact.numeric else float(_share_in(fact, words))
    comparator = leaf.comparator
    return lambda limit: float(share_that(fact, comparator, limit))


def _share_in(fact: Fact, words: tuple[Value, ...]) -> Fraction:
    every = (True, False) if fact.type == "boolean" else tuple(fact.values or ())
    shares = _words(fact, list(every))
    return sum((shares[word] for word in every if word in words), Fraction(0))


def _words(fact: Fact, values: list[Value]) -> Mapping[Value, Fraction]:
    if fact.prevalence is None or fact.prevalence.shares is None:
        return {value: Fraction(1, len(values)) for value in values}
    shares = fact.prevalence.shares
    words = {True: "yes", False: "no"}
    return {
        value: Fraction(shares[words[value] if isinstance(value, bool) else str(value)])
        for value in values
    }


def stretches_of(fact: Fact) -> tuple[Stretch, ...]:
    """The bands that the pack gives, or the whole range as one."""
    low, high = fact.range or (0, 0)
    end = high + 1 if fact.type == "integer" else high
    given = fact.prevalence.bands if fact.prevalence else None
    if not given:
        return (Stretch(low, end, Fraction(1)),)
    ends = [end if band.below is None else band.below for band in given]
    return tuple(
        Stretch(one, other, Fraction(band.share))
        for one, other, band in zip([low, *ends], ends, given, strict=False)
    )


def _share(stretches: tuple[Stretch, ...], low: Any, high: Any) -> Fraction:
    """The share of the answers that lie between two numbers."""
    return sum(
        (
            stretch.share
            * Fraction(max(min(stretch.high, high) - max(stretch.low, low), 0))
            / Fraction(stretch.high - stretch.low)
            for stretch in stretches
        ),
        Fraction(0),
    )
