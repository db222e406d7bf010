"""How common each answer is: as the pack says, and else every answer as common as the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
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
        ends = [low, *listed[1:], high]
        return {v: _share(stretches, ends[n], ends[n + 1]) for n, v in enumerate(listed)}
    found = dict.fromkeys(listed, Fraction(0))
    for one, other in pairwise(sorted({low, high, *figures})):
        end = low if one == low else high
        within = next((value for value in listed if one < value < other), end)
        found[within] += _share(stretches, one, other)
    return found


def share_that(fact: Fact, comparator: Comparator, bound: Number) -> Fraction:
    """The share of the answers of a number for which a comparison holds."""
    stretches = stretches_of(fact)
    whole_step = int(fact.type == "integer" and comparator in ("at_most", "above"))
    below = _share(stretches, stretches[0].low, bound + whole_step)
    return below if comparator in ("at_most", "below") else 1 - below


def share_of(pack: Pack, leaf: OneOf | Compare) -> Callable[[Any], float]:
    """The chance that a test of a fact is true, by the words or figure it is held against."""
    fact = pack.sections.facts[leaf.fact]
    if isinstance(leaf, OneOf):
        return lambda words: 0.5 if fact.numeric else _share_in(fact, words)
    comparator = leaf.comparator
    return lambda limit: float(share_that(fact, comparator, limit))


def _share_in(fact: Fact, words: tuple[Value, ...]) -> float:
    shares = _words(fact, fact.words)
    return float(sum(share for word, share in shares.items() if word in words))


def _words(fact: Fact, values: Sequence[Value]) -> Mapping[Value, Fraction]:
    shares = fact.prevalence.shares if fact.prevalence else None
    if shares is None:
        return {value: Fraction(1, len(values)) for value in values}
    words = {True: "yes", False: "no"}
    return {
        value: Fraction(shares[words[value] if isinstance(value, bool) else str(value)])
        for value in values
    }


def stretches_of(fact: Fact) -> tuple[Stretch, ...]:
    """The bands that the pack gives, or the whole range as one."""
    low, high = fact.span
    end = high + 1 if fact.type == "integer" else high
    given = fact.prevalence.bands if fact.prevalence else None
    if not given:
        return (Stretch(low, end, Fraction(1)),)
    ends = [low, *(end if band.below is None else band.below for band in given)]
    return tuple(
        Stretch(ends[n], ends[n + 1], Fraction(band.share)) for n, band in enumerate(given)
    )


def _share(stretches: tuple[Stretch, ...], low: Any, high: Any) -> Fraction:
    """The share of the answers that lie between two numbers."""
    shares = (
        stretch.share
        * Fraction(max(min(stretch.high, high) - max(stretch.low, low), 0))
        / Fraction(stretch.high - stretch.low)
        for stretch in stretches
    )
    return Fraction(sum(shares))
