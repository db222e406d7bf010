"""The classes that are possible: those that answering what is required can still reach.

Sound for every pack: no class that some answers reach is left out. A class that cannot
be ruled out by looking at what each rule can still become is looked for by answering;
it is dropped only once every way of answering has been tried and none reaches it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kansrijk.case.facts import Facts, with_answer
from kansrijk.engine.reference import ReferenceEngine, View, truth
from kansrijk.engine.ruleset import Ruleset, bound_of, known_of
from kansrijk.pack.condition import (
    All,
    AnyOf,
    Condition,
    Count,
    FirstKnown,
    Not,
    Rule,
    Value,
)
from kansrijk.pack.pack import Pack, PackRule
from kansrijk.screening.answers import Answering, facts_in, shadowed
from kansrijk.screening.questions import class_rules

BUDGET = 600
"""How many states are looked at before a class that was not ruled out stays possible."""

Reach = frozenset[bool]
BOTH: Reach = frozenset((True, False))
REFERENCE = ReferenceEngine()


def possible_classes(pack: Pack, ruleset: Ruleset, facts: Facts, view: View) -> tuple[str, ...]:
    """The possible classes, highest first; never empty."""
    graded = class_rules(pack)
    rules = tuple(rule for rule in pack.rules if rule.key in graded)
    bound = classes_within(pack, rules, view)
    if len(bound) == 1:
        return bound
    answering = Answering(pack, rules)
    if not answering.complete:
        return bound
    others = {
        fact
        for rule in pack.rules
        if rule.key not in graded
        for named in facts_in(rule.when)
        for fact in answering.answerable(named, facts)
    }
    by_others = tuple(
        fact
        for named in sorted(shadowed(rules))
        for fact in answering.answerable(named, facts)
        if fact in others
    )
    graded_only = Ruleset(f"{ruleset.hash} for the class", rules, ruleset.values)
    search = Search(pack, graded_only, answering, by_others)
    return tuple(id for id in bound if search.reaches(id, facts, view))


@dataclass(slots=True)
class Search:
    """Answers what is required, one fact at a time, until a class is reached or none is left.

    `by_others` are facts that rules without a say in the class may have asked, and that
    can still turn the truth of a `first_known`.
    """

    pack: Pack
    ruleset: Ruleset
    answering: Answering
    by_others: tuple[str, ...]
    left: int = BUDGET

    def reaches(self, target: str, facts: Facts, view: View) -> bool:
        return self._reaches(target, facts, view, set())

    def _reaches(
        self, target: str, facts: Facts, view: View, seen: set[frozenset[tuple[str, Value]]]
    ) -> bool:
        """Whether some answers reach the class; true as well where the budget runs out first."""
        state = frozenset(facts.values.items())
        if state in seen or target not in classes_within(self.pack, self.ruleset.rules, view):
            return False
        seen.add(state)
        self.left -= 1
        if self.left < 0:
            return True
        asked = self._required(facts, view)
        if not asked and target in standing(self.pack, view):
            return True
        later = tuple(fact for fact in self.by_others if fact not in facts.values)
        for fact in (*asked, *later):
            for value in self.answering.values(fact, facts):
                after = with_answer(self.pack, facts, fact, value)
                if self._reaches(target, after, self._view(after), seen):
                    return True
        return False

    def _view(self, facts: Facts) -> View:
        known = known_of(facts)
        return View(known, dict(REFERENCE.findings(self.ruleset, known)), ())

    def _required(self, facts: Facts, view: View) -> tuple[str, ...]:
        """What is to be answered now, each once, in the order of the rules."""
        open_ = (self.answering.open(rule, view, facts) for rule in self.ruleset.rules)
        return tuple(dict.fromkeys(fact for one in open_ for fact in one))


def standing(pack: Pack, view: View) -> tuple[str, ...]:
    """The classes that stand once nothing more is asked: an unknown rule may be either."""
    return _from_the_top(pack, lambda id: view.truths.get(f"class:{id}", True))


def classes_within(pack: Pack, rules: Iterable[PackRule], view: View) -> tuple[str, ...]:
    """The classes that the rules can still become, each rule taken by itself."""
    reach: dict[str, Reach] = {}
    for rule in rules:
        reach[rule.key] = can_become(rule.when, view, reach)
    top: Reach = frozenset((True,))

    def truth_of(id: str) -> bool | None:
        found = reach.get(f"class:{id}", top)
        return None if len(found) > 1 else True in found

    return _from_the_top(pack, truth_of)


def _from_the_top(pack: Pack, truth_of: Callable[[str], bool | None]) -> tuple[str, ...]:
    """The classes down to the highest that is true for certain, without those that are false."""
    found = []
    for id in pack.sections.classes.classes:
        truth = truth_of(id)
        if truth is not False:
            found.append(id)
        if truth is True:
            break
    return tuple(found)


def can_become(condition: Condition, view: View, reach: Mapping[str, Reach]) -> Reach:
    """The truths a condition may end with, whatever is answered; never too few."""
    match condition:
        case All(items):
            return _all(can_become(item, view, reach) for item in items)
        case AnyOf(items):
            return _not(_all(_not(can_become(item, view, reach)) for item in items))
        case Not(item):
            return _not(can_become(item, view, reach))
        case FirstKnown(ways):
            return _first_known(ways, view, reach)
        case Count():
            return _count(condition, [can_become(item, view, reach) for item in condition.of], view)
        case Rule(key):
            return reach[key]
    found = truth(condition, view)
    return BOTH if found is None else frozenset((found,))


def _all(items: Iterable[Reach]) -> Reach:
    listed = list(items)
    can_be_true = all(True in item for item in listed)
    can_be_false = any(False in item for item in listed)
    return frozenset(t for t, can in ((True, can_be_true), (False, can_be_false)) if can)


def _not(reach: Reach) -> Reach:
    return frozenset(not truth for truth in reach)


def _first_known(ways: tuple[Condition, ...], view: View, reach: Mapping[str, Reach]) -> Reach:
    """A way that is certain ends the search; one that is open may come to count, or not."""
    found: Reach = frozenset()
    for way in ways:
        of_way = can_become(way, view, reach)
        found |= of_way
        if len(of_way) == 1:
            break
    return found


def _count(condition: Count, items: list[Reach], view: View) -> Reach:
    """Enough with the fewest that are sure to be true; enough with the most that can be."""
    at_least = bound_of(condition.at_least, view.known)
    domains = 0 if condition.domains is None else bound_of(condition.domains, view.known)
    if at_least is None or domains is None:
        return BOTH

    def enough(chosen: list[int]) -> bool:
        spread = {condition.domain_of[i] for i in chosen}
        return len(chosen) >= at_least and len(spread) >= domains

    most = enough([i for i, item in enumerate(items) if True in item])
    fewest = enough([i for i, item in enumerate(items) if False not in item])
    return frozenset(t for t, can in ((True, most), (False, not fewest)) if can)
