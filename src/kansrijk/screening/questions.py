"""What there is still to ask, and what each answer is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from kansrijk.case.derive import beneath
from kansrijk.case.facts import Facts, without_declined
from kansrijk.engine.reference import Test, View, test_of, view_of
from kansrijk.pack.condition import Condition, Rule
from kansrijk.pack.pack import Pack, facts_in, leaves
from kansrijk.pack.parts import NormLink
from kansrijk.screening.estimate import Estimate, costs_of, estimates


class Question(NamedTuple):
    """A fact to ask; `why` are the keys of the rules that need it."""

    fact: str
    why: tuple[str, ...]
    cost: int
    settles_class: bool
    settles_plan: bool


def questions(pack: Pack, facts: Facts, view: View, *, class_open: bool) -> tuple[Question, ...]:
    """The questions still open: first those for the class, then for the plan, then the rest.

    Within the first two they stand in the order that is expected to settle them at the
    least cost, within the rest as in the vocabulary. A declined question is asked again only
    after the time that the pack sets, and nothing is after a loss or a refusal.
    """
    if facts.timeline.ended_by:
        return ()
    found = estimates(pack, view, as_asked(pack, facts))
    needed: dict[str, list[str]] = {}
    own = _own_facts(pack)
    for key, estimate in found.items():
        if estimate.order:
            for fact in own[key].intersection((*estimate.order, *estimate.spare)):
                needed.setdefault(fact, []).append(key)
    for_class = _for_class(found, view.possible) if class_open else frozenset[str]()
    strengths, costs = _strength_rules(pack), costs_of(pack)
    asked = [
        Question(fact, tuple(keys), costs[fact], fact in for_class, not strengths.issuperset(keys))
        for fact in _order(pack, found, class_open=class_open)
        if (keys := needed.get(fact))
    ]
    asked.sort(key=lambda q: (not q.settles_class, not q.settles_plan))
    return tuple(asked)


def _for_class(found: Mapping[str, Estimate], possible: tuple[str, ...]) -> frozenset[str]:
    """The facts of which an answer can still make a difference to the class."""
    open_ = (found[key] for id in possible if (key := f"class:{id}") in found)
    return frozenset(fact for one in open_ for fact in (*one.order, *one.spare))


@lru_cache(maxsize=64)
def _strength_rules(pack: Pack) -> frozenset[str]:
    """The keys of the rules that no plan hangs on."""
    return frozenset(rule.key for rule in pack.rules if rule.key.startswith("strength:"))


def _order(pack: Pack, found: Mapping[str, Estimate], *, class_open: bool) -> Iterator[str]:
    """The facts to ask, first those for the class from the highest down, then the cheapest rule's.

    A fact stands where it is named first; what only another way of measuring needs, at the end.
    """
    classes = (f"class:{id}" for id in pack.sections.classes.classes if class_open)
    findings = [found[key] for key in found if key.startswith(("criterion:", "signal:"))]
    in_order = [
        *(found[key] for key in classes if key in found),
        *sorted(findings, key=lambda estimate: estimate.cost),
    ]
    named = [fact for estimate in in_order for fact in estimate.order]
    spare = [fact for estimate in in_order for fact in estimate.spare]
    return iter(dict.fromkeys([*named, *spare, *pack.sections.facts]))


@lru_cache(maxsize=64)
def _own_facts(pack: Pack) -> Mapping[str, frozenset[str]]:
    """The facts that each rule itself looks at, with what they follow from."""
    return {rule.key: asked_in(pack, rule.when) for rule in pack.rules}


def asked_in(pack: Pack, condition: Condition) -> frozenset[str]:
    """The facts that a condition is about and all that those are derived from."""
    return beneath(pack, facts_in(condition), frozenset())


def as_asked(pack: Pack, facts: Facts) -> Facts:
    """The facts as they are asked: what is not asked now counts as declined, and nothing else.

    A declined one is asked again after the time the pack sets; one that does not fit her is not.
    """
    declined = facts.declined - _asked_again(pack, facts) | _unfit(pack, facts)
    return facts if declined == facts.declined else without_declined(pack, facts, declined)


def _asked_again(pack: Pack, facts: Facts) -> frozenset[str]:
    """Those that she declined so long ago that the pack lets them be asked again."""
    after = pack.sections.pack.ask_again_days
    norm = facts.norms.get(after.norm) if isinstance(after, NormLink) else None
    days: Any = norm.value if norm else after
    if not isinstance(days, int):
        return frozenset()
    return frozenset(
        id
        for id in facts.declined & facts.observed.keys()  # others do not fit her
        for answer in facts.observed[id].said  # all of one day
        if answer.date and (facts.on - answer.date).days >= days
    )


def _unfit(pack: Pack, facts: Facts) -> frozenset[str]:
    """The open facts that are known not to fit her; while that is unknown they are asked."""
    view = view_of(facts)
    tests = ((id, test) for id, test in _fitting(pack) if id not in facts.values)
    return frozenset(id for id, test in tests if test(view) is False)


@lru_cache(maxsize=64)
def _fitting(pack: Pack) -> tuple[tuple[str, Test], ...]:
    return tuple((rule.id, test_of(rule.when)) for rule in pack.ask_if)


@lru_cache(maxsize=64)
def class_rules(pack: Pack) -> frozenset[str]:
    """The keys of the rules that the class hangs on, directly or through another."""
    return with_those_before(pack, {r.key for r in pack.rules if r.stratum == "classes"})


def with_those_before(pack: Pack, keys: Iterable[str]) -> frozenset[str]:
    """These rules by their keys, and all that they look at."""
    found = set(keys)
    for rule in reversed(pack.rules):
        if rule.key in found:
            found.update(leaf.key for leaf in leaves(rule.when) if isinstance(leaf, Rule))
    return frozenset(found)
