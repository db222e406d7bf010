"""Classes that some answers reach, found without a search: by answering all there is at once.

Most often the answers that lead down most reach the lowest class that is possible, and those that
lead up most the highest. A class counts as reached only where these answers lead to it in
whatever order, and however many of them, they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from fractions import Fraction
from typing import Any, NamedTuple

from kansrijk.case.derive import beneath, inputs_of_each
from kansrijk.case.facts import Facts, with_changes
from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import known_of
from kansrijk.pack.condition import Value
from kansrijk.pack.pack import Pack
from kansrijk.screening.answers import Answering
from kansrijk.screening.askable import asked_besides, earlier_weights, open_facts
from kansrijk.screening.because import explainers, unknown_facts
from kansrijk.screening.leaning import outermost
from kansrijk.screening.standing import class_view, classes_within, ruleset_of_class, standing
from kansrijk.screening.turning import in_any_order, turning_in

PARTS = (Fraction(1, 2), Fraction(0), Fraction(1))
"""Where a number that leads neither way lies between its lowest and its highest, one by one."""

Classes = tuple[str, ...]


def reached(pack: Pack, facts: Facts, view: View) -> Iterator[str]:
    """Classes that are reached, some more than once; not every class that can be.

    First the outermost, then those between them.
    """
    ends = Ends(pack, facts, view)
    all_ = len(ends.questions)
    for part in PARTS:
        below = ends.classes(0, part)
        yield from below
        above = ends.classes(all_, part)
        yield from above
        if part == PARTS[0]:
            yield from _between(ends, (0, below), (all_, above))


def _between(ends: Ends, low: tuple[int, Classes], high: tuple[int, Classes]) -> Iterator[str]:
    """What is reached by leading some questions up and the rest down, halving where it differs."""
    middle = (low[0] + high[0]) // 2
    if low[0] < middle and low[1] != high[1]:
        found = ends.classes(middle, PARTS[0])
        yield from found
        if found:
            yield from _between(ends, low, (middle, found))
            yield from _between(ends, (middle, found), high)


class Question(NamedTuple):
    """What can be answered: what leads down most and up most, or for a number that leads neither
    way the lowest and the highest."""

    fact: str
    values: tuple[Any, Any]
    leads: bool

    def answer(self, up: bool, part: Fraction) -> Value:
        low, high = self.values
        found: Value = self.values[up] if self.leads else low + (high - low) * part // 1
        return found


class Ends:
    """Where a case ends once all that is asked is answered."""

    def __init__(self, pack: Pack, facts: Facts, view: View) -> None:
        self.answering, self.view = Answering(pack, ruleset_of_class(pack).rules, facts), view
        self.first = _weighed_again(self.answering)
        asked = (*_asked(self.answering, view), *self.first)
        self.questions = [self._question(id) for id in asked]

    def _question(self, id: str) -> Question:
        values = self.answering.outermost(id, self.answering.start)
        leads = outermost(self.answering.pack, id, values, self.view.known)
        if leads is None:
            lowest, highest = values
            return Question(id, (lowest, highest), leads=False)
        return Question(id, leads, leads=True)

    def classes(self, up: int, part: Fraction) -> Classes:
        """What is reached where the first questions lead up most, and the rest down most."""
        pack = self.answering.pack
        answers = {one.fact: one.answer(n < up, part) for n, one in enumerate(self.questions)}
        facts = with_changes(pack, self.answering.start, answers)
        view = class_view(pack, known_of(facts))
        if not in_any_order(pack, self.view, self.first, view):
            return ()
        return _classes_at(self.answering, facts, view)


def _weighed_again(answering: Answering) -> frozenset[str]:
    """The weights that can take the place of one that is known, and that may be asked."""
    pack, facts = answering.pack, answering.start
    weights = earlier_weights(pack, facts.values.keys())
    return weights.intersection(asked_besides(pack, facts, answering.rules))


def _asked(answering: Answering, view: View) -> list[str]:
    """What the rules of the class ask, and what they may ask once that is answered.

    But for what only a later way of a `first_known` asks: the first way is asked before it.
    """
    pack, facts = answering.pack, answering.start
    known, found = facts.values.keys(), dict[str, None]()
    for rule in answering.rules:
        if view.truths[rule.key] is None:
            for fact in unknown_facts(explainers(pack)[rule.key](view, facts)):
                measure = answering.measured(fact)
                found.update(
                    dict.fromkeys([fact] if measure else _given_beneath(pack, fact, known))
                )
    return [fact for fact in found if fact not in known and fact not in turning_in(pack).later]


def _given_beneath(pack: Pack, fact: str, known: Set[str]) -> list[str]:
    return sorted(beneath(pack, (fact,), known) - inputs_of_each(pack).keys())


def _classes_at(answering: Answering, facts: Facts, view: View) -> tuple[str, ...]:
    """The class there is, whatever else is answered; or all that stand where nothing is asked."""
    pack = answering.pack
    within = classes_within(pack, view, open_facts(pack, facts, view))
    if len(within) == 1:
        return within
    asked = any(True for rule in answering.rules for _ in answering.open(rule, view, facts))
    return () if asked else standing(pack, view)
