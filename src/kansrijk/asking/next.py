"""The next question: the exact best where a pack is small enough, else the estimate's."""

from __future__ import annotations

from collections.abc import Set
from datetime import date
from typing import Literal

from kansrijk.asking.optimum import Optimum
from kansrijk.asking.residual import Variable
from kansrijk.asking.settling import TheClass, ThePlan
from kansrijk.asking.unknowns import TooLarge
from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, facts_on, with_only, without_declined
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.askable import open_facts
from kansrijk.screening.overrides import decided_pack
from kansrijk.screening.questions import Question, as_asked, questions
from kansrijk.screening.standing import classes_within

Settle = Literal["class", "plan"]

AGAIN = 0.75
"""Where it was too large, it is tried again once so much of what was open is left."""


def next_questions(pack: Pack, case: Case, on: date) -> tuple[Question, ...]:
    """The questions still open on a day, the one to ask first in front.

    Ranked by the expected cost of settling the class, then the plan; quick, and not always
    the best order: its loss is measured in `make bench`. `Asker` follows the exact one.
    Raises InputError where the case does not fit the pack.
    """
    return open_questions(decided_pack(pack, case, on), facts_on(pack, case, on))


def open_questions(pack: Pack, facts: Facts) -> tuple[Question, ...]:
    """As `next_questions`, from the facts of a case."""
    ruleset, engine = compile_pack(pack), ReferenceEngine()
    known = known_of(facts)
    view = View(known, dict(engine.findings(ruleset, known)), ())
    possible = classes_within(pack, view, open_facts(pack, facts, view))
    truths = {**view.truths, **engine.consequences(ruleset, known, view.truths, possible)}
    view = View(known, truths, possible)
    return questions(pack, facts, view, class_open=len(possible) > 1)


def _first(pack: Pack, facts: Facts, settle: Settle) -> str | None:
    """The fact to ask first by the estimate."""
    for question in open_questions(pack, facts):
        if question.settles_class if settle == "class" else question.settles_plan:
            return question.fact
    return None


class Asker:
    """Says what to ask next; use one for a whole intake, as it keeps what it has worked out."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._optima: dict[object, Optimum] = {}
        self._too_many: dict[object, int] = {}

    def next(self, facts: Facts, settle: Settle, only: Set[str] | None = None) -> str | None:
        """The fact to ask first to settle the class, or every criterion and signal.

        By the exact least expected cost, where the pack is small enough; else as estimated.
        `only` are the facts that can be asked now, all by default. None once it is settled, or
        nothing is left to ask for it.
        """
        if facts.timeline.ended_by:
            return None
        facts = as_asked(self.pack, facts)
        if only is not None:
            others = self.pack.sections.facts.keys() - facts.values.keys() - only
            facts = without_declined(self.pack, facts, frozenset(others))
        try:
            optimum = self._optimum(facts, settle)
            variable = self._best(optimum, facts)
        except TooLarge:
            return _first(self.pack, facts, settle)
        if variable is None:
            return None
        about = optimum.target.unknowns.unknown(variable).about
        return next(fact for id in about for fact in facts.missing(id))  # its bound comes first

    def _best(self, optimum: Optimum, facts: Facts) -> Variable | None:
        """What to ask first. Raises TooLarge, at once where it did with hardly more to ask."""
        state = optimum.target.start(facts)
        open_ = len(frozenset[Variable]().union(*(tree.variables for tree in state)))
        failed = self._too_many.get(optimum)
        if failed is not None and open_ > failed * AGAIN:
            raise TooLarge
        try:
            return optimum.best(state)
        except TooLarge:
            self._too_many[optimum] = open_
            raise

    def _optimum(self, facts: Facts, settle: Settle) -> Optimum:
        """The optima of a day: what time itself tells, such as the age of a child, counts in."""
        nothing = with_only(self.pack, facts, ())
        key = (settle, facts.on, frozenset(nothing.values.items()))
        found = self._optima.get(key)
        if found is None:
            target = TheClass if settle == "class" else ThePlan
            found = self._optima[key] = Optimum(target(self.pack, nothing))
        return found
