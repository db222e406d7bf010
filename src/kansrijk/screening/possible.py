"""The classes that are possible: those that answering what is required can still reach.

Sound for every pack: no class that some answers reach is left out. A class that cannot
be ruled out by looking at what each rule can still become is looked for by answering;
it is dropped only once every way of answering has been tried and none reaches it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from kansrijk.case.derive import derivations, inputs_of_each, norms_named
from kansrijk.case.facts import Facts, with_answer
from kansrijk.engine.reference import View, test_of
from kansrijk.engine.ruleset import known_of
from kansrijk.pack.condition import ClassIs, MayBe, Value
from kansrijk.pack.pack import Pack, leaves, norms_in
from kansrijk.screening.answers import Answering
from kansrijk.screening.askable import asked_besides, open_facts
from kansrijk.screening.leaning import upward
from kansrijk.screening.questions import class_rules
from kansrijk.screening.reached import reached
from kansrijk.screening.standing import (
    class_view,
    classes_within,
    facts_of_class,
    ruleset_of_class,
    standing,
)

BUDGET = 600
"""How many states are looked at before a class that was not ruled out stays possible."""

A_FEW = 25
"""How many states are looked at for each before any is looked for in earnest."""


def possible_classes(pack: Pack, facts: Facts, view: View) -> tuple[str, ...]:
    """The possible classes, highest first; never empty."""
    bound, search = looked_for(pack, facts, view)
    if search is None:
        return bound
    found = _reached_of(bound, pack, facts, view)
    return tuple(id for id in bound if id in found or search.reaches(id, facts, view))


def _reached_of(bound: tuple[str, ...], pack: Pack, facts: Facts, view: View) -> set[str]:
    found = set[str]()
    for id in reached(pack, facts, view):
        found.add(id)
        if len(found) == len(bound):
            break
    return found


Classes = Callable[[Pack, Facts, View], tuple[str, ...]]
"""What finds the possible classes."""


def enough_for(keys: Iterable[str]) -> Classes:
    """As many of the possible classes as it takes for the truths of these rules: where those that
    are reached at once say the same as all that are not ruled out, no other is looked for."""
    asked = frozenset(keys)

    def find(pack: Pack, facts: Facts, view: View) -> tuple[str, ...]:
        bound, search = looked_for(pack, facts, view)
        if search is None:
            return bound
        found = _reached_of(bound, pack, facts, view)
        soon = tuple(id for id in bound if id in found)
        tests = [
            test_of(leaf)
            for rule in pack.rules
            if rule.key in asked
            for leaf in leaves(rule.when)
            if isinstance(leaf, ClassIs | MayBe)
        ]
        views = (view._replace(possible=soon), view._replace(possible=bound))
        fewest, most = ([test(one) for test in tests] for one in views)
        return soon if fewest == most else possible_classes(pack, facts, view)

    return find


def remembering(
    *known: tuple[Pack, Facts, tuple[str, ...]], find_new: Classes | None = None
) -> Classes:
    """As `possible_classes`; what was found is used again while the same is known for the class.

    Begins with what is known already; `find_new` finds what is not. For one case over many days:
    it holds what was answered for as long as it is kept.
    """
    found = {_known_for_class(pack, facts): classes for pack, facts, classes in known}

    def find(pack: Pack, facts: Facts, view: View) -> tuple[str, ...]:
        known = _known_for_class(pack, facts)
        if known not in found:
            found[known] = (find_new or possible_classes)(pack, facts, view)
        return found[known]

    return find


def _known_for_class(pack: Pack, facts: Facts) -> Hashable:
    """All that the possible classes follow from; of what they do not look at, whether it is known
    where that says what is asked."""
    looked_at = facts_of_class(pack).intersection(facts.values)
    norms = (norm for id in norms_of_class(pack) if (norm := facts.norms.get(id)))
    return (
        pack.hash,
        frozenset((id, facts.values[id]) for id in looked_at),
        _derived_or_below(pack).intersection(facts.values),
        looked_at.intersection(facts.derived),
        facts.declined,
        tuple((norm.id, repr(norm.value)) for norm in norms),
    )


@lru_cache(maxsize=64)
def _derived_or_below(pack: Pack) -> frozenset[str]:
    """The facts that are derived from others, and those: below a known one nothing is asked."""
    inputs = inputs_of_each(pack)
    return frozenset(fact for id, below in inputs.items() if below for fact in (id, *below))


@lru_cache(maxsize=64)
def norms_of_class(pack: Pack) -> tuple[str, ...]:
    """The norms that the class hangs on, and all those of what is derived."""
    graded = class_rules(pack)
    named = {norm for rule in pack.rules if rule.key in graded for norm in norms_in(rule.when)}
    derived = (norm for function in derivations(pack).values() for norm in norms_named(function))
    return tuple(sorted(named.union(derived)))


def only_class(pack: Pack, facts: Facts, view: View) -> str | None:
    """The class where it is the only one that is possible; None as soon as there are two."""
    bound, search = looked_for(pack, facts, view)
    if search is None:
        return bound[0] if len(bound) == 1 else None
    found = set[str]()
    # The lowest and the highest first: one between them that no answers reach takes long.
    outer = (bound[-1], *bound[:-1])
    near = (id for id in outer if id not in found and search.reaches_soon(id, facts, view))
    others = (id for id in bound if id not in found and search.reaches(id, facts, view))
    for id in chain(reached(pack, facts, view), near, others):
        found.add(id)
        if len(found) == 2:
            return None
    return found.pop()


def looked_for(pack: Pack, facts: Facts, view: View) -> tuple[tuple[str, ...], Search | None]:
    """The classes that cannot be ruled out, and what looks for each where that takes looking."""
    rules = ruleset_of_class(pack).rules
    open_ = open_facts(pack, facts, view)
    bound = classes_within(pack, view, open_)
    if len(bound) == 1:
        return bound, None
    answering = Answering(pack, rules, facts)
    if not answering.complete:
        return bound, None
    return bound, Search(pack, answering, asked_besides(pack, facts, rules), open_)


@dataclass(slots=True)
class Search:
    """Answers what is required, one fact at a time, until a class is reached or none is left.

    `besides` are facts that are asked for something else, and that can turn a truth that is there.
    """

    pack: Pack
    answering: Answering
    besides: tuple[str, ...]
    open_: frozenset[str]
    budget: int = BUDGET
    left: int = BUDGET

    def reaches(self, target: str, facts: Facts, view: View) -> bool:
        """Whether some answers reach the class; each class has the whole budget to itself."""
        self.left = self.budget
        return self._reaches(target, facts, view, set())

    def reaches_soon(self, target: str, facts: Facts, view: View) -> bool:
        """Whether some answers reach the class, looking at a few states only."""
        self.left = A_FEW
        return self._reaches(target, facts, view, set()) and self.left >= 0

    def _reaches(
        self, target: str, facts: Facts, view: View, seen: set[frozenset[tuple[str, Value]]]
    ) -> bool:
        """Whether some answers reach the class; true as well where the budget runs out first."""
        state = frozenset(facts.values.items())
        within = classes_within(self.pack, view, self.open_)
        if state in seen or target not in within:
            return False
        if len(within) == 1:  # whatever is answered now, some class is reached
            return True
        seen.add(state)
        self.left -= 1
        if self.left < 0:
            return True
        required = self._required(facts, view)
        first = next(required, None)
        if first is None and target in standing(self.pack, view):
            return True
        asked = () if first is None else (first,)
        later = (fact for fact in self.besides if fact not in facts.values)
        # What else is required is worked out only where answers to the first lead nowhere.
        for fact in chain(asked, required, later):
            for value in self._towards(target, within, fact, facts, view):
                after = with_answer(self.pack, facts, fact, value)
                if self._reaches(target, after, class_view(self.pack, known_of(after)), seen):
                    return True
        return False

    def _towards(
        self, target: str, within: tuple[str, ...], fact: str, facts: Facts, view: View
    ) -> tuple[Value, ...]:
        """The answers to try, first what leads down where only higher classes are in the way."""
        values = upward(self.pack, fact, self.answering.values(fact, facts), view.known)
        return values if target == within[-1] else values[::-1]

    def _required(self, facts: Facts, view: View) -> Iterator[str]:
        """What is to be answered now, each once, in the order of the rules."""
        found = set[str]()
        for rule in self.answering.rules:
            for fact in self.answering.open(rule, view, facts):
                if fact not in found:
                    found.add(fact)
                    yield fact
