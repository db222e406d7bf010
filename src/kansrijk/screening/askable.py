"""Which facts can still become known, because some rule may have them asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache

from kansrijk.case.derive import beneath, derivations, inputs_of_each
from kansrijk.case.facts import Facts
from kansrijk.engine.reference import Test, View, test_of
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Condition,
    Count,
    FirstKnown,
    Not,
    Rule,
)
from kansrijk.pack.pack import Pack, PackRule, facts_in, parts
from kansrijk.pack.vocabulary import Bmi, Sum
from kansrijk.screening.questions import class_rules


def open_facts(pack: Pack, facts: Facts, view: View) -> frozenset[str]:
    """The unknown facts that can become known when whatever may be asked is answered."""
    may_be_asked = asked_by_others(pack).union(_asked_for_class(pack, view))
    known_then = set(beneath(pack, may_be_asked, facts.values.keys()) - facts.values.keys())
    for id, inputs in inputs_of_each(pack).items():
        if not known_then.isdisjoint(inputs):
            known_then.add(id)
    open_ = frozenset(known_then - facts.values.keys())
    return open_ | weighed_again(pack, facts, open_)


def asked_besides(pack: Pack, facts: Facts, rules: Iterable[PackRule]) -> tuple[str, ...]:
    """The facts that can be asked though these rules do not, and that can turn what they give.

    Rules without a say in the class may ask them, or a measure may, of which they are a part.
    """
    rules, known = tuple(rules), facts.values.keys()
    measures = frozenset(id for id, of in derivations(pack).items() if isinstance(of, Bmi | Sum))
    named = measures.intersection(fact for rule in rules for fact in facts_in(rule.when))
    parts_of = (inputs_of_each(pack)[id] for id in named - known)
    asked = set(beneath(pack, asked_by_others(pack).union(*parts_of), known))
    for id, inputs in inputs_of_each(pack).items():
        # By a part that another rule asks, a measure that no other rule names becomes known too.
        if id in measures and not asked.isdisjoint(inputs):
            asked.add(id)
    turning = beneath(pack, shadowed(rules) | earlier_weights(pack, known), known | measures)
    return tuple(
        id
        for id in sorted(asked & turning - known)
        if id in measures or id not in derivations(pack)
    )


def earlier_weights(pack: Pack, known: Set[str]) -> frozenset[str]:
    """The weights that take the place of another one in a BMI that is known, once they are."""
    return frozenset(
        weight
        for id, weights in weights_of(pack).items()
        for weight in (weights if id in known else ())
    )


def weighed_again(pack: Pack, facts: Facts, open_: Set[str]) -> frozenset[str]:
    """The BMIs that are known by one weight while another, that would count, is open."""
    weighed = (id for id in weights_of(pack) if id in facts.derived and id in facts.values)
    return frozenset(id for id in weighed if not weights_of(pack)[id].isdisjoint(open_))


@lru_cache(maxsize=64)
def weights_of(pack: Pack) -> Mapping[str, frozenset[str]]:
    """The weights of each BMI that has more than one, and of all that is derived from it.

    The first that is known counts.
    """
    found: dict[str, frozenset[str]] = {}
    for id, function in derivations(pack).items():
        own = function.weight_kg if isinstance(function, Bmi) else ()
        below = (found.get(input, frozenset()) for input in inputs_of_each(pack)[id])
        weights = frozenset(own if len(own) > 1 else ()).union(*below)
        if weights:
            found[id] = weights
    return found


def _asked_for_class(pack: Pack, view: View) -> Iterator[str]:
    """The facts that a rule the class hangs on may have asked, whatever is answered before."""
    for ways, facts in _unsettled(pack):
        if all(way(view) is None for way in ways):
            yield from facts


@lru_cache(maxsize=64)
def asked_by_others(pack: Pack) -> frozenset[str]:
    """The facts of the rules without a say in the class: some case may have them asked."""
    graded = class_rules(pack)
    others = (rule.when for rule in pack.rules if rule.key not in graded)
    return frozenset(fact for when in others for fact in facts_in(when))


@lru_cache(maxsize=64)
def _unsettled(pack: Pack) -> tuple[tuple[tuple[Test, ...], frozenset[str]], ...]:
    """The facts that the rules of the class may have asked, while none of these has a truth."""
    graded, found = class_rules(pack), dict[tuple[Condition, ...], set[str]]()
    for rule in pack.rules:
        if rule.key in graded:
            for ways, fact in _within(rule.when, ()):
                found.setdefault(ways, set()).add(fact)
    return tuple((tuple(map(test_of, ways)), frozenset(facts)) for ways, facts in found.items())


def unsettled(condition: Condition, view: View) -> Iterator[str]:
    """The facts that a condition may have asked; of a `first_known` until it has a truth."""
    for ways, fact in _asked_in(condition):
        if all(way(view) is None for way in ways):
            yield fact


@lru_cache(maxsize=4096)
def _asked_in(condition: Condition) -> tuple[tuple[tuple[Test, ...], str], ...]:
    return tuple((tuple(map(test_of, ways)), fact) for ways, fact in _within(condition, ()))


def _within(
    condition: Condition, ways: tuple[Condition, ...]
) -> Iterator[tuple[tuple[Condition, ...], str]]:
    """Each fact of a condition, with each `first_known` around it that keeps a truth it has."""
    match condition:
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            if isinstance(condition, FirstKnown) and not _nested(items):
                ways = (*ways, condition)
            for item in items:
                yield from _within(item, ways)
        case Not(item):
            yield from _within(item, ways)
        case _:
            for fact in facts_in(condition):
                yield ways, fact


def _nested(ways: tuple[Condition, ...]) -> bool:
    """Whether a way can lose its truth again: by a `first_known` or an `answered` within it."""
    turns = Answered | FirstKnown | Rule
    return any(isinstance(part, turns) for way in ways for part in parts(way))


def shadowed(rules: Iterable[PackRule]) -> frozenset[str]:
    """The facts in `first_known` and `answered`: an answer can still turn a known truth."""
    found = set[str]()
    for rule in rules:
        for part in parts(rule.when):
            if isinstance(part, FirstKnown):
                found.update(facts_in(part))
            elif isinstance(part, Answered):
                found.add(part.fact)
    return frozenset(found)
