"""Facts that cannot both be, or are unlikely: a warning, and never a silent choice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kansrijk.case.facts import Facts
from kansrijk.engine.reference import Test, test_of, view_of
from kansrijk.pack.condition import Answered, Condition
from kansrijk.pack.pack import Pack, PackRule, facts_in, leaves
from kansrijk.screening.warnings import Warning

CODES = {"contradiction": "contradiction", "unlikely": "implausible"}


def implausible(pack: Pack, facts: Facts) -> Iterator[Warning]:
    """A warning for each rule on plausibility that is true; none while it is unknown."""
    view = view_of(facts)
    for rule, test, about in _tests(pack):
        if test(view):
            known = (fact for fact in about if fact in facts.values)
            paths = dict.fromkeys(facts.paths(known))
            kind = pack.sections.plausibility[rule.id].kind
            yield Warning(CODES[kind], rule.key, paths=tuple(paths))


@lru_cache(maxsize=64)
def _tests(pack: Pack) -> tuple[tuple[PackRule, Test, tuple[str, ...]], ...]:
    """Each rule, as a test, with the facts that it is about."""
    return tuple((rule, test_of(rule.when), tuple(_named(rule.when))) for rule in pack.plausibility)


def _named(when: Condition) -> Iterator[str]:
    yield from facts_in(when)
    yield from (leaf.fact for leaf in leaves(when) if isinstance(leaf, Answered))
