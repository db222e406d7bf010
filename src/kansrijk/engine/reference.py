"""The rules as they are meant: the specification in executable form.

Every other engine must give the same truths. Unknown is None throughout; it is
never read as no, and never as yes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import ge, gt, le, lt
from typing import Any, NamedTuple

from kansrijk.engine.ruleset import Known, Ruleset, Stratum, Truths, bound_of, words_of
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    ClassIs,
    Compare,
    Condition,
    Count,
    FirstKnown,
    MayBe,
    Not,
    OneOf,
    PhaseIs,
    Rule,
)

Truth = bool | None


@dataclass(frozen=True, slots=True)
class ReferenceEngine:
    """Walks each condition from the outside in, one function for each kind of condition."""

    name: str = "reference"

    def findings(self, ruleset: Ruleset, known: Known) -> Truths:
        return _run(ruleset, ("findings", "classes"), View(known, {}, ()))

    def consequences(
        self, ruleset: Ruleset, known: Known, truths: Truths, possible: tuple[str, ...]
    ) -> Truths:
        return _run(ruleset, ("consequences",), View(known, dict(truths), possible))


class View(NamedTuple):
    """What a condition can look at: what is known, the rules before it, the possible classes."""

    known: Known
    truths: dict[str, Truth]
    possible: tuple[str, ...]


def _run(ruleset: Ruleset, strata: tuple[Stratum, ...], view: View) -> Truths:
    found: dict[str, Truth] = {}
    for rule in ruleset.rules:
        if rule.stratum in strata:
            found[rule.key] = view.truths[rule.key] = truth(rule.when, view)
    return found


def truth(condition: Condition, view: View) -> Truth:
    """The truth of a condition."""
    return _EVALUATE[type(condition)](condition, view)


def _all(condition: All, view: View) -> Truth:
    """False if one is false, else unknown if one is unknown."""
    result: Truth = True
    for item in condition.items:
        found = truth(item, view)
        if found is False:
            return False
        if found is None:
            result = None
    return result


def _any(condition: AnyOf, view: View) -> Truth:
    """True if one is true, else unknown if one is unknown."""
    result: Truth = False
    for item in condition.items:
        found = truth(item, view)
        if found is True:
            return True
        if found is None:
            result = None
    return result


def _not(condition: Not, view: View) -> Truth:
    found = truth(condition.item, view)
    return None if found is None else not found


def _first_known(condition: FirstKnown, view: View) -> Truth:
    """The truth of the first way that has one."""
    for way in condition.ways:
        found = truth(way, view)
        if found is not None:
            return found
    return None


def _count(condition: Count, view: View) -> Truth:
    """True once enough are true, false once enough can no longer become true."""
    at_least = bound_of(condition.at_least, view.known)
    domains = 0 if condition.domains is None else bound_of(condition.domains, view.known)
    if at_least is None or domains is None:
        return None
    found = [truth(item, view) for item in condition.of]

    def enough(counts: Iterable[Truth]) -> bool:
        counted = [i for i, one in enumerate(found) if one in counts]
        spread = {condition.domain_of[i] for i in counted} if domains else ()
        return len(counted) >= at_least and len(spread) >= domains

    if enough((True,)):
        return True
    return None if enough((True, None)) else False


def _one_of(condition: OneOf, view: View) -> Truth:
    value = view.known.facts.get(condition.fact)
    words = words_of(condition.values, view.known)
    return None if value is None or words is None else value in words


def _compare(condition: Compare, view: View) -> Truth:
    value = view.known.facts.get(condition.fact)
    bound = bound_of(condition.bound, view.known)
    if value is None or bound is None:
        return None
    return bool(_COMPARE[condition.comparator](value, bound))


def _answered(condition: Answered, view: View) -> Truth:
    return condition.fact in view.known.facts


def _rule(condition: Rule, view: View) -> Truth:
    return view.truths[condition.key]


def _class_is(condition: ClassIs, view: View) -> Truth:
    """Exactly one of these: unknown while some possible class is and some is not."""
    inside = [id in condition.classes for id in view.possible]
    return None if any(inside) and not all(inside) else any(inside)


def _may_be(condition: MayBe, view: View) -> Truth:
    return any(id in condition.classes for id in view.possible)


def _phase_is(condition: PhaseIs, view: View) -> Truth:
    return view.known.phase in condition.phases


_COMPARE: Mapping[str, Callable[[Any, Any], Any]] = {
    "at_least": ge,
    "at_most": le,
    "above": gt,
    "below": lt,
}
_EVALUATE: Mapping[type, Callable[[Any, View], Truth]] = {
    All: _all,
    AnyOf: _any,
    Not: _not,
    FirstKnown: _first_known,
    Count: _count,
    OneOf: _one_of,
    Compare: _compare,
    Answered: _answered,
    Rule: _rule,
    ClassIs: _class_is,
    MayBe: _may_be,
    PhaseIs: _phase_is,
}
