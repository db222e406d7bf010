"""What rules look at: the facts, and whether at the phase, at what is in force, at the class."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from kansrijk.pack.condition import After, Answered, ClassIs, MayBe, PhaseIs
from kansrijk.pack.pack import Pack, facts_in, leaves
from kansrijk.screening.questions import class_rules
from kansrijk.screening.standing import facts_of_class


class LooksAt(NamedTuple):
    facts: tuple[str, ...]
    circumstances: tuple[str, ...]
    phase: bool
    possible: bool


def looks_at(pack: Pack, keys: Iterable[str]) -> LooksAt:
    """All that these rules look at, and that the class does where they look at it."""
    return _looks_at(pack, frozenset(keys))


@lru_cache(maxsize=1024)
def _looks_at(pack: Pack, asked: frozenset[str]) -> LooksAt:
    found = [leaf for rule in pack.rules if rule.key in asked for leaf in leaves(rule.when)]
    possible = any(isinstance(leaf, ClassIs | MayBe) for leaf in found)
    if possible:
        graded = class_rules(pack)
        found += [leaf for rule in pack.rules if rule.key in graded for leaf in leaves(rule.when)]
    facts = {fact for leaf in found for fact in facts_in(leaf)}
    facts |= {leaf.fact for leaf in found if isinstance(leaf, Answered)}
    if possible:
        facts |= facts_of_class(pack)
    return LooksAt(
        tuple(sorted(facts)),
        tuple(sorted({name for leaf in found if isinstance(leaf, After) for name in leaf.names})),
        any(isinstance(leaf, PhaseIs) for leaf in found),
        possible,
    )
