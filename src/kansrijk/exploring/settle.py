"""Which class variants of one case lead to, for many variants.

`possible_classes` decides. Before it is called, the facts that are open are answered in a few
ways: where one of them ends in another class, there is more than that one class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from kansrijk.case.derive import beneath, derivations
from kansrijk.case.facts import Facts, with_answer, with_changes
from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import Known, known_of
from kansrijk.pack.condition import Answered, FirstKnown, Value
from kansrijk.pack.pack import Pack, facts_in, parts
from kansrijk.pack.vocabulary import Bmi
from kansrijk.screening.answers import Answering
from kansrijk.screening.askable import shadowed
from kansrijk.screening.because import Explain, explainer, unknown_facts
from kansrijk.screening.leaning import upward
from kansrijk.screening.possible import possible_classes
from kansrijk.screening.standing import class_view, ruleset_of_class, standing

FILLS = 6
"""Ways of answering all that is open: what leads down, what leads up, and a few mixed ones."""

Fill = Mapping[str, Value]
Changes = tuple[tuple[str, Value], ...]


def facts_of_class(pack: Pack, given: frozenset[str] = frozenset()) -> frozenset[str]:
    """Every fact that the class can hang on."""
    return beneath(pack, named_for_class(pack), given)


def named_for_class(pack: Pack) -> frozenset[str]:
    """The facts that the rules of the class name themselves."""
    rules = ruleset_of_class(pack).rules
    return shadowed(rules).union(id for rule in rules for id in facts_in(rule.when))


@lru_cache(maxsize=64)
def turned_by(pack: Pack) -> frozenset[str]:
    """The facts of which an answer that no rule needs can turn the truth of a rule.

    Of a `first_known` the last way can turn nothing: it counts only where no other is known.
    """
    found = set[str]()
    for rule in ruleset_of_class(pack).rules:
        for part in parts(rule.when):
            if isinstance(part, FirstKnown):
                found.update(fact for way in part.ways[:-1] for fact in facts_in(way))
            elif isinstance(part, Answered):
                found.add(part.fact)
    return beneath(pack, frozenset(found), frozenset())


@lru_cache(maxsize=64)
def turning(pack: Pack) -> frozenset[str]:
    """Those, and the weights of which the first that is known counts, with what they are of."""
    lists = (f.weight_kg for f in derivations(pack).values() if isinstance(f, Bmi))
    return turned_by(pack) | beneath(pack, chain.from_iterable(lists), frozenset())


def fills(answering: Answering, ids: list[str], facts: Facts) -> Iterator[Fill]:
    """A few ways of answering these facts."""
    known = known_of(facts)
    values = {id: upward(answering.pack, id, answering.values(id, facts), known) for id in ids}
    yield {id: tried[0] for id, tried in values.items()}
    yield {id: tried[-1] for id, tried in values.items()}
    for n in range(2, FILLS):
        yield {
            id: tried[(i * (2 * n - 1) + n * n) % len(tried)]
            for i, (id, tried) in enumerate(values.items())
        }


class World(NamedTuple):
    """The facts with all that is open answered in one way, as far as it can turn nothing."""

    facts: Facts
    fill: Fill


@dataclass(slots=True)
class Settling:
    """Tells whether changes of the facts of a case lead to one class and no other."""

    pack: Pack
    facts: Facts
    explain: tuple[tuple[str, Explain], ...]
    answering: Answering
    worlds: list[World]
    known: Known
    begun: dict[tuple[int, Changes], Facts] = field(default_factory=dict)

    @staticmethod
    def of(pack: Pack, facts: Facts) -> Settling:
        rules = ruleset_of_class(pack).rules
        answering = Answering(pack, rules, facts)
        asked = [id for id in facts_of_class(pack) if id not in facts.values]
        worlds = [
            World(with_changes(pack, facts, _harmless(pack, fill)), fill)
            for fill in fills(answering, sorted(asked), facts)
        ]
        explain = tuple((rule.key, explainer(rule.when)) for rule in rules)
        return Settling(pack, facts, explain, answering, worlds, known_of(facts))

    def leads_to(self, level: str, changes: Changes = ()) -> bool:
        """Whether after these changes the class is this one and none other is possible."""
        for i, world in enumerate(self.worlds):
            if self._ends(self._after(world.facts, changes), world.fill) != (level,):
                # What refuted this one refutes the next one, most of the time.
                self.worlds.insert(0, self.worlds.pop(i))
                return False
        facts = self._after(self.facts, changes)
        view = self._view(facts)
        return possible_classes(self.pack, facts, view) == (level,)

    def open(self) -> tuple[str, ...]:
        """The facts that the class waits for, each measure as a whole; what was declined too."""
        facts, view = self.facts, self._view(self.facts)
        asked = {
            id: self.answering.answerable(id, facts) or (id,)
            for key, explain in self.explain
            if view.truths[key] is None
            for id in unknown_facts(explain(view, facts))
            if id not in facts.values  # as a line that an income is held against
        }
        return tuple(dict.fromkeys(id for ids in asked.values() for id in ids))

    def _after(self, facts: Facts, changes: Changes) -> Facts:
        """The facts after the changes; those of all but the last are kept for the next call."""
        if not changes:
            return facts
        begun = id(facts), changes[:-1]
        if begun not in self.begun:
            self.begun[begun] = self._after(facts, changes[:-1])
        return with_answer(self.pack, self.begun[begun], *changes[-1])

    def _view(self, facts: Facts) -> View:
        return class_view(self.pack, self.known._replace(facts=facts.values))

    def _ends(self, facts: Facts, fill: Fill) -> tuple[str, ...]:
        """What is left once all that has to be asked as well is answered in this way."""
        while True:
            view = self._view(facts)
            asked = next(self._required(facts, view), None)
            if asked is None:
                return standing(self.pack, view)
            facts = with_answer(self.pack, facts, asked, self._as_it_can_be(asked, fill, facts))

    def _as_it_can_be(self, asked: str, fill: Fill, facts: Facts) -> Value:
        """The answer, as near as it can be: a sum lies between what its parts leave open."""
        if not self.pack.sections.facts[asked].numeric:
            return fill[asked]
        value: Any = fill[asked]
        tried: tuple[Any, ...] = self.answering.values(asked, facts)
        within: Value = min(max(value, tried[0]), tried[-1])
        return within

    def _required(self, facts: Facts, view: View) -> Iterator[str]:
        for key, explain in self.explain:
            if view.truths[key] is None:
                for fact in unknown_facts(explain(view, facts)):
                    yield from self.answering.answerable(fact, facts)


def _harmless(pack: Pack, fill: Fill) -> Fill:
    """The answers that turn no truth that is there, so that they may be given unasked.

    Not those of a derived fact: given itself, it would hide what is changed beneath it.
    """
    not_these = turning(pack) | derivations(pack).keys()
    return {id: value for id, value in fill.items() if id not in not_these}
