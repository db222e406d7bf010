"""Where the possible classes of a pack are exact, and where they may be too many: and why."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from kansrijk.case.derive import beneath, derivations
from kansrijk.case.facts import Facts, with_answer, with_only
from kansrijk.engine.ruleset import known_of
from kansrijk.pack.condition import Bound, Compare, FactRef
from kansrijk.pack.pack import Pack, facts_in, leaves
from kansrijk.pack.vocabulary import Bmi, NormLine, Sum
from kansrijk.screening.answers import Answering
from kansrijk.screening.possible import looked_for
from kansrijk.screening.questions import asked_in
from kansrijk.screening.standing import class_view, ruleset_of_class


class Exactness(NamedTuple):
    """`beside`: facts held against a fact that is no income line, each with the rule: their answers
    are not looked through, so each rule counts by itself alone.

    `parts`: facts that count by themselves and as a part of a measure, which is tried as a whole.

    `shared`: facts that several tests of the class look at, for which classes are looked for by
    answering. Of `drawn` half-known cases that took longer than is looked in `stopped`, and one
    of the classes `unsure` stayed possible without being reached.
    """

    beside: tuple[tuple[str, str], ...]
    parts: tuple[str, ...]
    shared: tuple[str, ...]
    drawn: int
    stopped: int
    unsure: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """No reason against it was found. A case that was not drawn can still take longer."""
        return not self.beside and not self.parts and not self.stopped


def exactness(pack: Pack, facts: Facts, drawn: int = 300) -> Exactness:
    """Looks at the rules of the class, and at cases of the day of `facts` drawn at random.

    The draw is the same each time.
    """
    rules = ruleset_of_class(pack).rules
    answering, rng = Answering(pack, rules, with_only(pack, facts, ())), Random(0)
    tests = [leaf for rule in rules for leaf in leaves(rule.when)]
    named = [fact for leaf in tests for fact in asked_in(pack, leaf)]
    beside = () if answering.complete else tuple(_beside(pack))
    unsure = [found for _ in range(drawn) if (found := _unsure(pack, answering, rng))]
    return Exactness(
        beside,
        tuple(_parts(pack)),
        tuple(
            id
            for id, fact in pack.sections.facts.items()
            if named.count(id) > 1 and fact.derive is None
        ),
        drawn,
        len(unsure),
        tuple(id for id in pack.sections.classes.classes if any(id in found for found in unsure)),
    )


def _beside(pack: Pack) -> Iterator[tuple[str, str]]:
    """The facts held against a fact that is no income line, each with the rule."""
    for rule in ruleset_of_class(pack).rules:
        for leaf in leaves(rule.when):
            if isinstance(leaf, Compare) and _no_income_line(pack, leaf.bound):
                yield leaf.fact, rule.key


def _no_income_line(pack: Pack, bound: Bound) -> bool:
    return isinstance(bound, FactRef) and not isinstance(
        derivations(pack).get(bound.fact), NormLine
    )


def _parts(pack: Pack) -> Iterator[str]:
    """The facts that rules of the class name, and that a measure in them comes from."""
    named = {fact for rule in ruleset_of_class(pack).rules for fact in facts_in(rule.when)}
    for measure in sorted(named):
        function = derivations(pack).get(measure)
        if isinstance(function, Bmi | Sum):
            yield from (id for id in sorted(beneath(pack, [measure], set()) & named - {measure}))


def _unsure(pack: Pack, answering: Answering, rng: Random) -> tuple[str, ...]:
    """The classes of a half-known case that could be neither reached nor ruled out in time."""
    facts = answering.start
    share = rng.random()
    for id, fact in pack.sections.facts.items():
        if fact.derive is None and fact.type != "text" and rng.random() < share:
            facts = with_answer(pack, facts, id, rng.choice(answering.values(id, facts)))
    view = class_view(pack, known_of(facts))
    bound, search = looked_for(pack, facts, view)
    if search is None:
        return ()
    return tuple(id for id in bound if search.reaches(id, facts, view) and search.left < 0)
