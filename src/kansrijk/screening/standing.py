"""The classes as the rules leave them: without looking for answers that could tell more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from kansrijk.case.derive import beneath
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import Known, Ruleset, compile_pack
from kansrijk.pack.pack import Pack, facts_in, leaves
from kansrijk.screening.questions import class_rules, with_those_before
from kansrijk.screening.reach import BOTH, FALSE, TRUE, Found, reach_of_rules

REFERENCE = ReferenceEngine()


@lru_cache(maxsize=64)
def ruleset_of_class(pack: Pack) -> Ruleset:
    """The rules that the class hangs on, as an engine takes them."""
    return ruleset_for(pack, "the class", ())


def ruleset_for(pack: Pack, what: str, keys: Iterable[str]) -> Ruleset:
    """These rules, those that the class hangs on, and all that they look at, for an engine."""
    whole, found = compile_pack(pack), with_those_before(pack, (*class_rules(pack), *keys))
    rules = tuple(rule for rule in whole.rules if rule.key in found)
    return Ruleset(f"{whole.hash} for {what}", rules, whole.values)


def class_view(pack: Pack, known: Known) -> View:
    """What is known, with the truths of the rules that the class hangs on."""
    return View(known, dict(REFERENCE.findings(ruleset_of_class(pack), known)), ())


@lru_cache(maxsize=64)
def facts_of_class(pack: Pack) -> frozenset[str]:
    """The facts that the class hangs on, with all that they are derived from."""
    graded = class_rules(pack)
    named = (leaf for rule in pack.rules if rule.key in graded for leaf in leaves(rule.when))
    asked = (fact for leaf in named for fact in (*facts_in(leaf), getattr(leaf, "fact", None)))
    return beneath(pack, (fact for fact in asked if fact), frozenset())


def standing(pack: Pack, view: View) -> tuple[str, ...]:
    """The classes that stand once nothing more is asked: an unknown rule may be either."""
    return _from_the_top(pack, lambda id: view.truths.get(f"class:{id}", True))


def classes_within(pack: Pack, view: View, open_: frozenset[str]) -> tuple[str, ...]:
    """The classes that the rules can still become, each rule taken by itself."""
    return classes_among(pack, reach_of_rules(pack, view, open_))


def classes_among(pack: Pack, found: Found) -> tuple[str, ...]:
    """The same, of what each rule can still become."""
    truths = {TRUE: True, FALSE: False, BOTH: None}
    return _from_the_top(pack, lambda id: truths[found.get(f"class:{id}", TRUE)])


def _from_the_top(pack: Pack, truth_of: Callable[[str], bool | None]) -> tuple[str, ...]:
    """The classes down to the highest that is true for certain, without those that are false."""
    truths = [(id, truth_of(id)) for id in pack.sections.classes.classes]
    highest = next(i for i, (_, truth) in enumerate(truths) if truth)
    return tuple(id for id, truth in truths[: highest + 1] if truth is not False)
