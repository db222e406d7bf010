"""The other readings of a pack's assumptions that can have a part in the class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from kansrijk.case.derive import derivations_by
from kansrijk.case.facts import Facts
from kansrijk.case.norms import value_of
from kansrijk.engine.reference import Test, test_of
from kansrijk.pack.condition import (
    Compare,
    Condition,
    FirstKnown,
    NormRef,
    OneOf,
    Rule,
)
from kansrijk.pack.pack import Pack, PackRule, facts_in, leaves, norms_in, parts
from kansrijk.screening.askable import shadowed
from kansrijk.screening.because import Explain, explainer
from kansrijk.screening.questions import class_rules
from kansrijk.screening.reach import Reach, reach_of
from kansrijk.screening.standing import ruleset_of_class


class Touched(NamedTuple):
    """A rule of the class that can be another under a reading, by itself or by one it looks at.

    `asks` where what it asks can hang on more than which facts are known.
    """

    rule: PackRule
    itself: bool
    asks: bool
    looks_at: frozenset[str]
    test: Test
    reach: Reach
    explain: Explain


class Reading(NamedTuple):
    """Another reading: of a norm (`norm:id`) its value, of a rule (by its key) a pack that has it.

    `label` says it as part of a sentence, where the pack does. `touched` are the rules of the
    class that it can change, each after those it looks at.
    """

    of: str
    id: str
    label: Mapping[str, str] | None
    value: Any = None
    pack: Pack | None = None
    touched: tuple[Touched, ...] = ()

    @property
    def norm(self) -> str:
        return self.of.removeprefix("norm:")


@lru_cache(maxsize=64)
def class_readings(pack: Pack) -> tuple[Reading, ...]:
    """Those that can give some case another class: of norms, then of rules, as in the pack."""
    return (*_of_norms(pack), *_of_rules(pack))


def changes_nothing(reading: Reading, facts: Facts) -> bool:
    """Whether a norm has this value on the day already, or none: a gap is not filled by it."""
    if reading.pack is not None:
        return False
    norm = facts.norms.get(reading.norm)
    return norm is None or bool(norm.value == reading.value)


def _of_norms(pack: Pack) -> Iterator[Reading]:
    for id, norm in pack.sections.norms.items():
        named = tuple(_rules_by(pack, id)) if norm.alternatives else ()
        if named:
            touched = _touched(pack, frozenset(named))
            for reading in norm.alternatives:
                value = value_of(pack, norm, reading.value)
                yield Reading(f"norm:{id}", reading.name, reading.label, value, None, touched)


def _of_rules(pack: Pack) -> Iterator[Reading]:
    graded = class_rules(pack)
    # An answer that another rule asks for can still turn a `first_known` that the class rests on.
    any_may = bool(shadowed(ruleset_of_class(pack).rules))
    for reading in pack.readings:
        if reading.key in graded or any_may:
            hash = f"{pack.hash} {reading.key} {reading.id}"
            other = replace(pack, rules=reading.rules, hash=hash)
            touched = _touched(other, (class_rules(other) - graded) | {reading.key})
            yield Reading(reading.key, reading.id, reading.label, None, other, touched)


def _rules_by(pack: Pack, norm: str) -> Iterator[str]:
    """The rules of the class that look at a norm, or at a fact that is derived with it."""
    derived = derivations_by(pack, norm).keys()
    for rule in ruleset_of_class(pack).rules:
        if norm in norms_in(rule.when) or not derived.isdisjoint(facts_in(rule.when)):
            yield rule.key


def _touched(pack: Pack, itself: Set[str]) -> tuple[Touched, ...]:
    """The rules of the class that a change of these can change."""
    keys, found = set(itself), []
    for rule in ruleset_of_class(pack).rules:
        looks_at = frozenset(leaf.key for leaf in leaves(rule.when) if isinstance(leaf, Rule))
        if rule.key in itself or looks_at & keys:
            keys.add(rule.key)
            ways = test_of(rule.when), reach_of(pack, rule.when), explainer(rule.when)
            found.append(Touched(rule, rule.key in itself, _asks(rule.when), looks_at, *ways))
    return tuple(found)


def _asks(condition: Condition) -> bool:
    """Whether a way of some `first_known` can be known or not with the same facts known."""
    ways = (way for part in parts(condition) if isinstance(part, FirstKnown) for way in part.ways)
    return not all(isinstance(way, OneOf | Compare) and _by_its_fact(way) for way in ways)


def _by_its_fact(leaf: OneOf | Compare) -> bool:
    """Whether a test is known as soon as its facts are: not where it looks in a table."""
    return isinstance(leaf, OneOf) or not (isinstance(leaf.bound, NormRef) and leaf.bound.by)
