"""What there is still to ask, and what each answer is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kansrijk.case.facts import Facts
from kansrijk.pack.condition import Rule
from kansrijk.pack.pack import Pack, leaves
from kansrijk.screening.because import Because, unknown_facts


class Question(NamedTuple):
    """A fact to ask; `why` are the keys of the rules that need it."""

    fact: str
    why: tuple[str, ...]
    cost: int
    settles_class: bool
    settles_plan: bool


def questions(
    pack: Pack, facts: Facts, why: Mapping[str, Because], *, class_open: bool
) -> tuple[Question, ...]:
    """The questions still open: first those for the class, then for the plan, then the rest.

    A declined question is not asked again, and nothing is after a loss or a refusal.
    Within a group the order is that of the vocabulary.
    """
    if facts.timeline.ended_by:
        return ()
    needed: dict[str, list[str]] = {}
    for key, tree in why.items():
        for fact in required(tree, facts):
            if fact not in facts.declined:
                needed.setdefault(fact, []).append(key)
    graded = class_rules(pack) if class_open else frozenset()
    found = [
        Question(
            fact,
            tuple(dict.fromkeys(needed[fact])),
            pack.sections.facts[fact].cost,
            settles_class=not graded.isdisjoint(needed[fact]),
            settles_plan=any(not key.startswith("strength:") for key in needed[fact]),
        )
        for fact in pack.sections.facts
        if fact in needed
    ]
    return tuple(sorted(found, key=lambda q: (not q.settles_class, not q.settles_plan)))


def required(tree: Because, facts: Facts) -> Iterator[str]:
    """The facts to ask for an unknown rule, declined ones included."""
    for fact in unknown_facts(tree):
        yield from facts.missing(fact)


@lru_cache(maxsize=64)
def class_rules(pack: Pack) -> frozenset[str]:
    """The keys of the rules that the class hangs on, directly or through another."""
    found: set[str] = set()
    for rule in reversed(pack.rules):
        if rule.stratum == "classes" or rule.key in found:
            found.add(rule.key)
            found.update(leaf.key for leaf in leaves(rule.when) if isinstance(leaf, Rule))
    return frozenset(found)
