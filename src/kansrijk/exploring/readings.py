"""The other readings of a pack's assumptions that can have a part in the class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.derive import derivations_by
from kansrijk.case.facts import Facts, with_norm
from kansrijk.case.norms import read_as
from kansrijk.engine.reference import Test, View, test_of
from kansrijk.engine.ruleset import known_of
from kansrijk.exploring.level import level_of, unknown_in
from kansrijk.pack.condition import Condition
from kansrijk.pack.pack import Pack, PackRule, facts_in, norms_in
from kansrijk.screening.askable import shadowed, unsettled
from kansrijk.screening.possible import ruleset_of_class
from kansrijk.screening.questions import class_rules
from kansrijk.screening.reach import BOTH, Found, Open, Reach, reach_of, reach_of_rules
from kansrijk.screening.screen import Screening


class Reading(NamedTuple):
    """Another reading: of a norm (`norm:id`) its value, of a rule (by its key) a pack that has it.

    `label` says it as part of a sentence, where the pack does. `rules` are those of the class
    that look at the norm, or at what is derived with it.
    """

    of: str
    id: str
    label: Mapping[str, str] | None
    value: Any = None
    pack: Pack | None = None
    rules: tuple[PackRule, ...] = ()


@lru_cache(maxsize=64)
def class_readings(pack: Pack) -> tuple[Reading, ...]:
    """Those that can give some case another class: of norms, then of rules, as in the pack."""
    return (*_of_norms(pack), *_of_rules(pack))


class Base(NamedTuple):
    """An outcome to hold readings against: what is known, and what each rule can become."""

    pack: Pack
    case: Case
    facts: Facts
    view: View
    found: Found
    level: str | None


def base_of(pack: Pack, case: Case, facts: Facts, screening: Screening) -> Base:
    view = View(known_of(facts), dict(screening.truths), ())
    found = reach_of_rules(pack, view, unknown_in(pack, facts))
    return Base(pack, case, facts, view, found, screening.classification.level)


def level_under(reading: Reading, base: Base) -> str | None:
    """The class of a case under a reading; None where more than one is possible."""
    if reading.pack is not None:
        return level_of(reading.pack, base.facts)
    norm = read_as(base.pack, base.facts.norms[reading.of.removeprefix("norm:")], reading.value)
    facts = with_norm(base.pack, base.case, base.facts, norm)
    norms = {**base.view.known.norms, norm.id: norm.value}
    known = base.view.known._replace(facts=facts.values, norms=norms)
    view, open_ = base.view._replace(known=known), unknown_in(base.pack, facts)
    if all(_stays(rule, base, view, open_) for rule in reading.rules):
        return base.level
    return level_of(base.pack, facts)


def _stays(rule: PackRule, base: Base, view: View, open_: Open) -> bool:
    """Whether a rule keeps its truth for good under a reading, as it does without it."""
    test, reach = tests_of(base.pack, rule.when)
    truth, bits = base.view.truths[rule.key], base.found[rule.key]
    return (
        bits != BOTH
        and test(view) is truth
        and reach(view, base.found, open_) == bits
        # Else other facts could become known, and turn another rule.
        and set(unsettled(rule.when, view)) == set(unsettled(rule.when, base.view))
    )


@lru_cache(maxsize=4096)
def tests_of(pack: Pack, condition: Condition) -> tuple[Test, Reach]:
    return test_of(condition), reach_of(pack, condition)


def changes_nothing(reading: Reading, pack: Pack, facts: Facts) -> bool:
    """Whether a norm has this value on the day already, or none: a gap is not filled by it."""
    if reading.pack is not None:
        return False
    norm = facts.norms.get(reading.of.removeprefix("norm:"))
    return norm is None or read_as(pack, norm, reading.value).value == norm.value


def _of_norms(pack: Pack) -> Iterator[Reading]:
    for id, norm in pack.sections.norms.items():
        rules = tuple(_rules_by(pack, id)) if norm.alternatives else ()
        for reading in norm.alternatives if rules else ():
            yield Reading(f"norm:{id}", reading.name, reading.label, reading.value, None, rules)


def _of_rules(pack: Pack) -> Iterator[Reading]:
    graded = class_rules(pack)
    # An answer that another rule asks for can still turn a `first_known` that the class rests on.
    any_may = bool(shadowed(ruleset_of_class(pack).rules))
    for reading in pack.readings:
        if reading.key in graded or any_may:
            hash = f"{pack.hash} {reading.key} {reading.id}"
            other = replace(pack, rules=reading.rules, hash=hash)
            yield Reading(reading.key, reading.id, reading.label, pack=other)


def _rules_by(pack: Pack, norm: str) -> Iterator[PackRule]:
    """The rules of the class that look at a norm, or at a fact that is derived with it."""
    derived = derivations_by(pack, norm).keys()
    for rule in ruleset_of_class(pack).rules:
        if norm in norms_in(rule.when) or not derived.isdisjoint(facts_in(rule.when)):
            yield rule
