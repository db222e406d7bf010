"""The full reasoning of one finding of a case: its rule, what decided it, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from kansrijk.case.circumstances import Circumstance
from kansrijk.case.facts import Facts
from kansrijk.engine.reference import ReferenceEngine, Truth
from kansrijk.engine.ruleset import compile_pack
from kansrijk.exploring.deciding import Deciders, Deciding
from kansrijk.exploring.not_counted import NotCounted, not_counted
from kansrijk.exploring.particulars import (
    Dates,
    FactNamed,
    Missing,
    NormNamed,
    Particulars,
    asked_in,
)
from kansrijk.pack.condition import Condition
from kansrijk.pack.pack import Pack, PackRule
from kansrijk.pack.parse import CLASS
from kansrijk.pack.parts import Basis, NormLink
from kansrijk.planning.offers import PlanOffer
from kansrijk.planning.plan import Plan, Suppressed
from kansrijk.planning.schedule import Interval, interval
from kansrijk.reading import Place
from kansrijk.screening.because import Because, Leaf, decided, leaves_of
from kansrijk.screening.screen import Decision, Screening, screen


class Explanation(NamedTuple):
    """Why a rule came out as it did. `facts` decide it, and of a rule so does all that `because`
    tells of; `exact` as in `Deciding`, where that adds none.

    `because` are the conditions that it comes from, with only the parts that decide them, and
    `rules` the rules that it rests on. A phase has `dates` and an `interval` as well; an action
    `after`, what is in force that calls for it.
    Where a professional decided about it, that is `decision`: `truth` is what was decided, and all
    the rest, `rules_say` and `possible` included, is of the rules themselves. `decisions` are
    those about what it rests on.
    """

    key: str
    kind: str
    id: str
    truth: Truth
    place: Place
    basis: Basis | None
    sources: tuple[str, ...]
    when: Condition | None
    because: tuple[Because, ...]
    facts: tuple[FactNamed, ...]
    exact: bool
    norms: tuple[NormNamed, ...]
    missing: tuple[Missing, ...]
    rules: Mapping[str, Truth]
    possible: tuple[str, ...]
    not_counted: tuple[NotCounted, ...] = ()
    decisions: tuple[Decision, ...] = ()
    decision: Decision | None = None
    rules_say: Truth = None
    dates: Dates | None = None
    interval: Interval | None = None
    suppressed_by: Suppressed | None = None
    offers: tuple[PlanOffer, ...] = ()
    after: tuple[Circumstance, ...] = ()
    not_while: tuple[Circumstance, ...] = ()


def worth_explaining(pack: Pack, screening: Screening) -> Iterator[str]:
    """The keys of an outcome, what matters most first; signals that are ruled out are not."""
    truths, parts = screening.truths, pack.sections
    signals = sorted(parts.signals, key=lambda id: not truths[f"signal:{id}"])
    yield from (f"class:{id}" for id in screening.classification.possible)
    yield from (f"criterion:{id}" for id in parts.criteria)
    yield from (key for id in signals if truths[key := f"signal:{id}"] is not False)
    yield from (key for id in parts.actions if truths[key := f"action:{id}"])
    yield from (key for id in parts.phases if truths[key := f"phase:{id}"] is not False)


class Explaining:
    """Explains one outcome; what was found for one rule serves the next.

    `decided` is the pack with what professionals decided in the place of its rules.
    """

    def __init__(
        self, pack: Pack, decided: Pack, facts: Facts, screening: Screening, plan: Plan | None
    ) -> None:
        self.pack, self.facts, self.screening, self.plan = pack, facts, screening, plan
        self.deciders = Deciders(decided, facts)
        self.particulars = Particulars(pack, facts, screening)
        self.rules: Mapping[str, PackRule] = {rule.key: rule for rule in pack.rules}
        self.decisions = {one.key: one for one in screening.overrides}

    @cached_property
    def by_the_rules(self) -> Explaining:
        """Explains what the rules themselves say, whatever professionals decided."""
        own = screen(self.pack, compile_pack(self.pack), self.facts, [ReferenceEngine()])
        return Explaining(self.pack, self.pack, self.facts, own, self.plan)

    def explain(self, key: str) -> Explanation:
        """The explanation of what has this key, one of those of `explainable`."""
        kind, _, id = key.partition(":")
        decision = self.decisions.get(CLASS if kind == "class" else key)
        if decision is None:
            return self._explain(key)
        own = self.by_the_rules.explain(key)
        of_class = self.screening.classification.level == id
        truth = of_class if kind == "class" else self.screening.truths[key]
        return own._replace(truth=truth, decision=decision, rules_say=own.truth)

    def beside(self, found: Explanation) -> Explaining:
        """What explains the rules that an explanation names."""
        return self if found.decision is None else self.by_the_rules

    def _explain(self, key: str) -> Explanation:
        kind, _, id = key.partition(":")
        match kind:
            case "class":
                return self._class(id)
            case "interval":
                return self._interval(id)
            case "phase":
                return self._phase(id)
        found = self._rule(key)
        if kind == "action":
            names = self.pack.sections.actions[id].after
            around = self.facts.timeline.circumstances
            found = found._replace(after=tuple(one for one in around if one.is_one_of(names)))
        planned = self.plan.actions if self.plan and kind == "action" else ()
        for action in planned:
            if action.id == id:
                found = found._replace(
                    suppressed_by=action.suppressed_by,
                    offers=action.offers,
                    not_while=action.not_while,
                )
        return found

    def _rule(self, key: str) -> Explanation:
        when = self.rules[key].when
        deciding = self.deciders.of(when)
        trees = (self.screening.why[key],)
        followed = self._followed((decided(trees[0]),))
        told = dict.fromkeys((*deciding.facts, *self.particulars.answers(followed)))
        if len(told) > len(deciding.facts):
            # A way that counted first, such as an income, though a later one says the same.
            together = self.deciders.completed(when, told)
            deciding = deciding._replace(facts=together, exact=False)
        return self._explained(key, self.screening.truths[key], trees, deciding)

    def _phase(self, id: str) -> Explanation:
        """Who gets the visits of a phase, when it is, and how often they are."""
        found, particulars = self._rule(f"phase:{id}"), self.particulars
        norms = (*found.norms, *particulars.borders(id), *self._of_interval(id))
        return found._replace(
            dates=particulars.dates(id),
            interval=self._often(id),
            norms=tuple(dict.fromkeys(norms)),
        )

    def _class(self, id: str) -> Explanation:
        """Whether it is exactly this class."""
        grade = self.screening.classification
        still_open = grade.level is None and id in grade.possible
        truth = None if still_open else grade.level == id
        decider = self.deciders
        deciding = decider.of_another(id) if truth is False else decider.of_class(grade.level)
        return self._explained(f"class:{id}", truth, self._for_class(id, truth), deciding)

    def _for_class(self, id: str, truth: Truth) -> tuple[Because, ...]:
        """What says that it is this class, or is not, or leaves it open."""
        ids = list(self.pack.sections.classes.classes)
        keys = [f"class:{one}" for one in ids[: ids.index(id) + 1]]
        trees = [self.screening.why[key] for key in keys if key in self.screening.why]
        own = trees[-1] if keys[-1] in self.screening.why else None
        if truth is None:
            # What is met is told as well: then it is what stands above that is still open.
            return tuple(
                tree for tree in trees if tree.truth is None or (tree.truth and tree is own)
            )
        if own is not None and own.truth is truth:
            return (own,)
        return tuple(tree for tree in trees if tree.truth is (not truth))

    def _interval(self, id: str) -> Explanation:
        """How often the visits of a phase are, by class where a norm says so by class."""
        often, grade = self._often(id), self.screening.classification
        own = tuple(self._of_interval(id))
        deciding, because = Deciding((), ((),), True), tuple[Because, ...]()
        by_class = any(self.pack.sections.norms[norm.id].by == CLASS for norm in own)
        if by_class and CLASS in self.decisions:
            because = (Leaf("class", grade.possible, True),)
        elif by_class:
            deciding = self.deciders.of_class(grade.level)
            settled = True if grade.level else None
            trees = (tree for one in grade.possible for tree in self._for_class(one, settled))
            because = tuple(dict.fromkeys(trees))
        key, truth = f"interval:{id}", True if often else None
        found = self._explained(key, truth, because, deciding)
        return found._replace(interval=often, norms=tuple(dict.fromkeys((*own, *found.norms))))

    def _often(self, id: str) -> Interval | None:
        possible = self.screening.classification.possible
        return interval(self.pack.sections.phases[id], self.facts, possible)

    def _of_interval(self, id: str) -> Iterator[NormNamed]:
        """The norm that gives the days, where one does."""
        days = self.pack.sections.phases[id].visits.days
        if isinstance(days, NormLink):
            yield self.particulars.norm(days.norm)

    def _explained(
        self, key: str, truth: Truth, trees: tuple[Because, ...], deciding: Deciding
    ) -> Explanation:
        """What every explanation says, from the parts of its conditions that decide."""
        kind, _, id = key.partition(":")
        model, particulars = self._model(kind, id), self.particulars
        because = tuple(decided(tree) for tree in trees)
        followed = tuple(self._followed(because))
        norms, missing = list(particulars.norms(followed)), tuple[Missing, ...]()
        rule, asked = self.rules.get(key), tuple(dict.fromkeys(asked_in(followed)))
        if truth is None:
            open_ = (one for one in (key, *asked) if self.screening.truths.get(one, True) is None)
            norms += particulars.lacking((self.rules[one].when for one in open_), followed)
            missing = particulars.missing(followed)
        return Explanation(
            key=key,
            kind=kind,
            id=id,
            truth=truth,
            place=self.pack.place(key),
            basis=model.basis,
            sources=model.source,
            when=rule.when if rule else None,
            because=because,
            facts=particulars.named(deciding.facts, followed),
            exact=deciding.exact,
            norms=tuple(dict.fromkeys(norms)),
            missing=missing,
            rules={one: self.screening.truths[one] for one in asked_in(because)},
            possible=self.screening.classification.possible,
            not_counted=not_counted(particulars, self._whole(key, asked)),
            decisions=tuple(self._decisions(followed)),
        )

    def _whole(self, key: str, asked: tuple[str, ...]) -> Iterator[Because]:
        """The trees of a rule and of those that it rests on, what did not decide them included."""
        followed = (one for one in asked if one not in self.decisions)
        return (self.screening.why[one] for one in (key, *followed) if one in self.screening.why)

    def _decisions(self, trees: tuple[Because, ...]) -> Iterator[Decision]:
        """What was decided about what these trees rest on, the class and its own rules included."""
        keys = set(asked_in(trees))
        if any(leaf.kind in ("class", "may_be") for tree in trees for leaf in leaves_of(tree)):
            keys.add(CLASS)
            if CLASS not in self.decisions:
                of_class = decided(self.screening.classification.because)
                keys.update(asked_in(self._followed((of_class,))))
        return (one for key, one in self.decisions.items() if key in keys)

    def _followed(self, trees: tuple[Because, ...]) -> Iterator[Because]:
        """The trees, and those of the rules that they rest on, with the parts that decide.

        What the rules say of what was decided has no part in it.
        """
        todo, seen = list(trees), set[str]()
        while todo:
            tree = todo.pop(0)
            yield tree
            for key in asked_in((tree,)):
                if key not in seen and key not in self.decisions:
                    seen.add(key)
                    todo.append(decided(self.screening.why[key]))

    def _model(self, kind: str, id: str) -> Any:
        parts = self.pack.sections
        sections: Mapping[str, Mapping[str, Any]] = {
            "criterion": parts.criteria,
            "signal": parts.signals,
            "strength": parts.strengths,
            "class": parts.classes.classes,
            "intake": {reason.id: reason for reason in parts.classes.intake},
            "phase": parts.phases,
            "interval": parts.phases,
            "action": parts.actions,
        }
        return sections[kind][id]
