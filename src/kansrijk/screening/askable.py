"""Which facts can still become known, because some rule may have them asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kansrijk.case.derive import derivations
from kansrijk.case.facts import Facts
from kansrijk.engine.reference import View, test_of
from kansrijk.pack.check_vocabulary import inputs as inputs_of
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
from kansrijk.screening.questions import class_rules


def open_facts(pack: Pack, facts: Facts, view: View) -> frozenset[str]:
    """The unknown facts that can become known when whatever may be asked is answered."""
    derivable = derivations(pack)
    may_be_asked = {*asked_by_others(pack), *_asked_for_class(pack, view)}
    todo = list(may_be_asked)
    while todo:
        function = derivable.get(todo.pop())
        below = {id for id, _ in inputs_of(function, ())} if function else set()
        todo.extend(below - may_be_asked)
        may_be_asked |= below
    known_then = may_be_asked - facts.values.keys()
    for id, function in derivable.items():
        if known_then.intersection(input for input, _ in inputs_of(function, ())):
            known_then.add(id)
    return frozenset(known_then - facts.values.keys())


def _asked_for_class(pack: Pack, view: View) -> Iterator[str]:
    """The facts that a rule the class hangs on may have asked, whatever is answered before."""
    graded = class_rules(pack)
    for rule in pack.rules:
        if rule.key in graded:
            yield from unsettled(rule.when, view)


@lru_cache(maxsize=64)
def asked_by_others(pack: Pack) -> frozenset[str]:
    """The facts of the rules without a say in the class: some case may have them asked."""
    graded = class_rules(pack)
    others = (rule.when for rule in pack.rules if rule.key not in graded)
    return frozenset(fact for when in others for fact in facts_in(when))


def unsettled(condition: Condition, view: View) -> Iterator[str]:
    """The facts that a condition may have asked; of a `first_known` until it has a truth."""
    match condition:
        case FirstKnown(ways) if not _nested(ways) and test_of(condition)(view) is not None:
            return
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            for item in items:
                yield from unsettled(item, view)
        case Not(item):
            yield from unsettled(item, view)
        case _:
            yield from facts_in(condition)


def _nested(ways: tuple[Condition, ...]) -> bool:
    """Whether a way can lose its truth again, because a `first_known` within it turns."""
    return any(isinstance(part, FirstKnown | Rule) for way in ways for part in parts(way))


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
