"""What can be asked for the open rules of a case: each unknown with its cost and its answers.

A measure made of several facts (a BMI, a score, an income against its line) tells nothing
until its last part is known, so its own parts are asked as a whole. What is asked for
other rules as well, such as an age, is an unknown by itself and comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from kansrijk.asking.residual import Cell, Residual, Residuals, Truth, Variable
from kansrijk.case.derive import derivations
from kansrijk.case.facts import Facts, with_answer, with_only
from kansrijk.engine.reference import View, test_of, view_of
from kansrijk.engine.ruleset import bound_of, known_of, words_of
from kansrijk.pack.check_vocabulary import inputs as inputs_of
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Compare,
    Condition,
    Count,
    FirstKnown,
    Leaf,
    Not,
    OneOf,
    Rule,
)
from kansrijk.pack.pack import Pack, PackRule, facts_in, leaves
from kansrijk.pack.vocabulary import Bmi, ChildAge, GestationalAge, Sum
from kansrijk.screening.answers import Answering
from kansrijk.screening.chances import chances, share_that
from kansrijk.screening.questions import asked_in

MOST_RESOLVED = 200_000
"""How many ways of knowing a test are looked at before a pack counts as too large."""


class TooLarge(Exception):
    """There are too many ways of knowing to weigh them all."""


class Unknown(NamedTuple):
    """Something to ask: to know the facts it is `about`, one after the other, at a cost.

    `answers` are those that some rule tells apart, each with its chance. `place` is that of
    what it is about last in the vocabulary.
    """

    about: tuple[str, ...]
    cost: float
    answers: tuple[tuple[Cell, float], ...]
    place: int


class Unknowns:
    """The open rules of a pack as residuals over unknowns, for the facts of cases of a day.

    Raises TooLarge where a few answers to each fact cannot stand for all.
    """

    def __init__(self, pack: Pack, rules: tuple[PackRule, ...], facts: Facts) -> None:
        self.pack = pack
        self.rules = rules
        self.residuals = Residuals()
        self._unknowns: dict[Variable, Unknown] = {}
        self._places = {id: place for place, id in enumerate(pack.sections.facts)}
        self._facts: dict[Variable, tuple[str, int]] = {}
        self._by_answer: dict[str, list[tuple[Cell, float]]] = {}
        self._blank = with_only(pack, facts, ())
        self._answering = Answering(pack, rules, self._blank)
        if not self._answering.complete:
            raise TooLarge
        self._leaves = tuple(dict.fromkeys(_open_leaves(rules)))
        self._bases = {leaf: frozenset(_bases(pack, leaf)) for leaf in self._leaves}
        self._closure = {leaf: _looked_at(pack, leaf) for leaf in self._leaves}
        used = Counter(id for bases in self._bases.values() for id in bases)
        self._private = {id for id, times in used.items() if times == 1}
        self._resolved: dict[Any, Residual] = {}

    def trees(self, facts: Facts) -> dict[str, Residual]:
        """What is left of each rule, with what is known of a case filled in."""
        view = view_of(facts)
        found: dict[str, Residual] = {}
        for rule in self.rules:
            found[rule.key] = self._tree(rule.when, facts, view, found)
        return found

    def _tree(
        self, condition: Condition, facts: Facts, view: View, found: dict[str, Residual]
    ) -> Residual:
        make = self.residuals

        def each(items: Iterable[Condition]) -> list[Residual]:
            return [self._tree(item, facts, view, found) for item in items]

        match condition:
            case All(items):
                return make.all(each(items))
            case AnyOf(items):
                return make.any(each(items))
            case Not(item):
                return make.negated(self._tree(item, facts, view, found))
            case FirstKnown(ways):
                return make.first_known(each(ways))
            case Count():
                at_least = bound_of(condition.at_least)(view.known)
                domains = bound_of(condition.domains or 0)(view.known)
                if at_least is None or domains is None:
                    return make.never
                return make.count(at_least, each(condition.of), domains, condition.domain_of)
            case Rule(key):
                return found[key]
            case leaf:
                return self._leaf(leaf, facts)

    def _leaf(self, leaf: Leaf, facts: Facts) -> Residual:
        """A test with what is known filled in; worked out once for each way of knowing."""
        about = self._closure[leaf]
        key = (leaf, *map(facts.values.get, about), facts.declined.intersection(about))
        found = self._resolved.get(key)
        if found is None:
            if len(self._resolved) > MOST_RESOLVED:
                raise TooLarge
            found = self._resolved[key] = self._resolve(leaf, facts)
        return found

    def _resolve(self, leaf: Leaf, facts: Facts) -> Residual:
        truth = _truth(leaf, facts)
        asks = self._asks(leaf, facts)
        if not asks:
            return self.residuals.truth(truth)
        left = asks | {id for id in self._bases[leaf] if self._missing(id, facts)}
        if len(left) > 1 and left <= self._private:
            return self._as_a_whole(leaf, facts)
        return self._test(leaf, facts, asks, asks | (left - self._private), truth)

    def _asks(self, leaf: Leaf, facts: Facts) -> frozenset[str]:
        """What there is to ask for a test now: for its bound, then its own fact.

        The fact comes first only where it may tell another rule something by itself.
        """
        own, *others = _about(leaf)
        missing = [self._missing(id, facts) for id in (*others, own) if id not in facts.values]
        if not missing or not all(missing) or _never_told(leaf, others, facts):
            return frozenset()
        first = missing if self._private.isdisjoint(missing[-1]) else missing[:1]
        return frozenset(id for ids in first for id in ids)

    def _missing(self, id: str, facts: Facts) -> tuple[str, ...]:
        """What to ask before a fact is known; nothing where asking does not make it known."""
        missing = facts.missing(id)
        if not facts.declined.isdisjoint(missing):
            return ()
        return (id,) if missing and is_measure(self.pack, id) else missing

    def _test(
        self,
        leaf: Leaf,
        facts: Facts,
        asks: frozenset[str],
        variables: frozenset[str],
        now: Truth,
    ) -> Residual:
        """A test by what each answer leaves of it: two that always leave the same are one."""
        named = {self._named(id, facts): id for id in sorted(variables)}
        after = {
            (variable, cell): self._leaf(leaf, with_answer(self.pack, facts, id, cell))
            for variable, id in named.items()
            for cell in self._answering.values(id, self._blank)
        }
        return self.residuals.leaf(
            (now, *((variable, cell, tree.rank) for (variable, cell), tree in after.items())),
            frozenset(variable for variable, id in named.items() if now is None and id in asks),
            frozenset(named),
            lambda variable, cell: after[variable, cell],
            now,
        )

    def _named(self, id: str, facts: Facts) -> Variable:
        """The unknown for a fact: one for each cost, because part of a measure may be known."""
        cost = sum(self.pack.sections.facts[part].cost for part in facts.missing(id))
        variable = f"{id} {cost}"
        if variable not in self._facts:
            self._facts[variable] = id, cost
        return variable

    def unknown(self, variable: Variable) -> Unknown:
        """What a variable asks, with its cost and the answers that some rule tells apart."""
        found = self._unknowns.get(variable)
        if found is None:
            id, cost = self._facts[variable]
            found = self._unknowns[variable] = Unknown(
                (id,), cost, self._told_apart(id), self._places[id]
            )
        return found

    def _told_apart(self, id: str) -> tuple[tuple[Cell, float], ...]:
        """The answers to a fact that some test tells apart, each with its chance."""
        groups: dict[tuple[int, ...], tuple[Cell, float]] = {}
        about = [leaf for leaf in self._leaves if id in self._bases[leaf]]
        for value, chance in self._chances(id):
            facts = with_answer(self.pack, self._blank, id, value)
            leaves_it = tuple(self._leaf(leaf, facts).rank for leaf in about)
            cell, before = groups.get(leaves_it, (value, 0.0))
            groups[leaves_it] = cell, before + chance
        return tuple(groups.values())

    def _chances(self, id: str) -> list[tuple[Cell, float]]:
        """Every answer worth trying, with its chance."""
        found = self._by_answer.get(id)
        if found is None:
            values = self._answering.values(id, self._blank)
            shares = chances(self.pack.sections.facts[id], values, self._answering.figures_of(id))
            found = self._by_answer[id] = [(value, float(shares[value])) for value in values]
        return found

    def _as_a_whole(self, leaf: Leaf, facts: Facts) -> Residual:
        """A test whose parts serve nothing else: one unknown, at the cost of asking it through."""
        cost, odds = self._through(leaf, facts)
        cells = tuple((truth, chance) for truth, chance in odds.items() if chance)
        own, *others = _about(leaf)
        variable = f"{own} {cost:.9f} {odds}"
        self._unknowns.setdefault(variable, Unknown((*others, own), cost, cells, self._places[own]))
        asks = frozenset((variable,))
        return self.residuals.leaf(variable, asks, asks, lambda _, it: self.residuals.truth(it))

    def _through(self, leaf: Leaf, facts: Facts) -> tuple[float, dict[Truth, float]]:
        """The expected cost of asking a test through, and how its truth turns out."""
        truth = _truth(leaf, facts)
        asks = sorted(self._asks(leaf, facts)) if truth is None else []
        odds: dict[Truth, float] = {True: 0.0, False: 0.0, None: 0.0}
        if not asks:
            odds[truth] = 1.0
            return 0.0, odds
        id, parts = asks[0], self.pack.sections.facts
        total = float(sum(parts[part].cost for part in facts.missing(id)))
        bound = bound_of(leaf.bound)(known_of(facts)) if isinstance(leaf, Compare) else None
        if isinstance(leaf, Compare) and id == leaf.fact and bound is not None:
            odds[True] = float(share_that(parts[id], leaf.comparator, bound))
            odds[False] = 1 - odds[True]
            return total, odds
        for value, chance in self._chances(id):
            if chance:
                cost, then = self._through(leaf, with_answer(self.pack, facts, id, value))
                total += chance * cost
                for outcome, odd in then.items():
                    odds[outcome] += chance * odd
        return total, odds


def is_measure(pack: Pack, id: str) -> bool:
    """Whether a derived fact is one measure, asked as a whole."""
    return isinstance(derivations(pack).get(id), Bmi | Sum)


def _truth(leaf: Leaf, facts: Facts) -> Truth:
    return test_of(leaf)(view_of(facts))


def _never_told(leaf: Leaf, others: list[str], facts: Facts) -> bool:
    """Whether what a fact is held against stays unknown, such as a norm in a gap."""
    if not facts.values.keys() >= set(others):
        return False
    known = known_of(facts)
    match leaf:
        case Compare():
            return bound_of(leaf.bound)(known) is None
        case OneOf():
            return words_of(leaf.values)(known) is None
    return False


def _about(leaf: Leaf) -> tuple[str, ...]:
    """The facts of a test, its own first."""
    return (leaf.fact,) if isinstance(leaf, Answered) else tuple(dict.fromkeys(facts_in(leaf)))


def _looked_at(pack: Pack, leaf: Leaf) -> tuple[str, ...]:
    """The facts of a test and all that they are derived from."""
    return (leaf.fact,) if isinstance(leaf, Answered) else tuple(sorted(asked_in(pack, leaf)))


def _open_leaves(rules: tuple[PackRule, ...]) -> Iterator[Leaf]:
    for rule in rules:
        for leaf in leaves(rule.when):
            if isinstance(leaf, OneOf | Compare | Answered):
                yield leaf


def _bases(pack: Pack, leaf: Leaf) -> Iterator[str]:
    """What a test is about in the end: facts that are asked, and measures."""
    todo = list(_about(leaf))
    while todo:
        id = todo.pop()
        function = derivations(pack).get(id)
        if function is None or is_measure(pack, id):
            yield id
        elif not isinstance(function, ChildAge | GestationalAge):
            todo.extend(input for input, _ in inputs_of(function, ()))
