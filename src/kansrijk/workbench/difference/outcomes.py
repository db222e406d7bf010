"""Whether two versions of a pack can give a case different outcomes, and the smallest case for each
kind of difference. Where none is found that is proved, or said to be not sure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from time import monotonic
from typing import Any, NamedTuple

import z3

from kansrijk.case.norms import days_of_norms, norms_on
from kansrijk.engine.reference import View
from kansrijk.pack.condition import Condition, Value
from kansrijk.pack.pack import Pack, facts_in, norms_in
from kansrijk.screening.questions import class_rules, with_those_before
from kansrijk.workbench.difference.derived import Line, apart, lines_of
from kansrijk.workbench.proof.formulas import Formulas
from kansrijk.workbench.proof.levels import levels, sure_to_be_possible
from kansrijk.workbench.proof.looks import LooksAt, looks_at
from kansrijk.workbench.proof.search import Search, Why
from kansrijk.workbench.proof.symbols import Symbols
from kansrijk.workbench.proof.witness import Data, looked_at

Answer = bool | str | None
"""The truth of a rule, or the class; None is unknown, or an open class."""

CLASS = "class"
DAYS = 2
"""On so many of the last days are answers tried by which a derived fact is another."""


class Difference(NamedTuple):
    """A rule, or the class, that is one thing by the old pack and another by the new: the smallest
    case for it and its day. Without a case: why it is not sure that there is none."""

    key: str
    before: Answer
    after: Answer
    on: date
    case: Data | None
    why: Why | None = None


class _Day(NamedTuple):
    """A day by both packs: the rules of each as formulas over the same facts, the derived facts
    that are apart on that day, and answers by which they are."""

    on: date
    old: Formulas
    new: Formulas
    apart: frozenset[str]
    lines: tuple[Line, ...]


def differences(old: Pack, new: Pack, *, seconds: float) -> Iterator[Difference]:
    """Of the class, and of each rule that changed itself, every way in which it can be another; on
    the last day on which it can. What only follows from another rule is told there."""
    until, derived = monotonic() + seconds, apart(old, new)
    before = Symbols(old, mark="old ", apart=derived)
    after = Symbols(new, before, mark="new ", apart=derived)
    days = [_day(on, before, after) for on in _days(old, new)]
    for key in (CLASS, *_shared(old, new)):
        yield from _OfRule(old, new, key, until).differences(days)


def _day(on: date, old: Symbols, new: Symbols) -> _Day:
    one, other = (
        Formulas(symbols, {id: norm.value for id, norm in norms_on(symbols.pack, on).items()})
        for symbols in (old, new)
    )
    on_day = apart(old.pack, new.pack, on)
    return _Day(on, one, other, on_day, lines_of(old.pack, new.pack, on_day, on))


def _days(old: Pack, new: Pack) -> list[date]:
    """The first of each span of days with the same norms, the last first."""
    first = max(pack.sections.pack.in_force.from_ for pack in (old, new))
    changes = {day for pack in (old, new) for day in days_of_norms(pack, pack.sections.norms)}
    return [*sorted((day for day in changes if day > first), reverse=True), first]


def _shared(old: Pack, new: Pack) -> list[str]:
    """The rules of both but for those of the classes, and strengths, which are facts."""
    had = {rule.key for rule in old.rules}
    apart_from = ("class:", "strength:")
    return [r.key for r in new.rules if r.key in had and not r.key.startswith(apart_from)]


class _OfRule(NamedTuple):
    """One rule of both packs, or the class."""

    old: Pack
    new: Pack
    key: str
    until: float

    def differences(self, days: list[_Day]) -> Iterator[Difference]:
        found, looks = dict[tuple[Answer, Answer], Difference](), self._looks()
        for day in self._worth(days):
            for before, after, formula in self._ways(day, looks):
                if (known := found.get((before, after))) is None or known.case is None:
                    case = self._case(day, looks, (before, after), formula)
                    shown = (case, None) if isinstance(case, dict) else (None, case)
                    if case != "none":
                        found[before, after] = Difference(self.key, before, after, day.on, *shown)
        yield from found.values()

    def _itself(self, pack: Pack) -> frozenset[str]:
        """What counts as the rule itself: of the class all that it hangs on."""
        return class_rules(pack) if self.key == CLASS else frozenset([self.key])

    def _worth(self, days: list[_Day]) -> Iterator[_Day]:
        """The days on which the rule itself differs, one of each kind."""
        whens, seen, lined = self._conditions(), set[str](), 0
        for day in days:
            if self._differs(day):
                kind = repr([self._norms(whens, side) for side in (day.old, day.new)])
                lined += bool(day.lines)
                if kind not in seen or (day.lines and lined <= DAYS):
                    seen.add(kind)
                    yield day

    def _differs(self, day: _Day) -> bool:
        old, new = self._conditions()
        facts = (fact for when in (*old.values(), *new.values()) for fact in facts_in(when))
        one, other = (self._norms((old, new), side) for side in (day.old, day.new))
        otherwise = not day.apart.isdisjoint(facts)
        return old != new or one != other or otherwise

    def _conditions(self) -> tuple[dict[str, Condition], dict[str, Condition]]:
        old, new = (
            {rule.key: rule.when for rule in pack.rules if rule.key in self._itself(pack)}
            for pack in (self.old, self.new)
        )
        return old, new

    def _norms(self, whens: tuple[dict[str, Condition], ...], side: Formulas) -> list[str]:
        """The norms on a day that the rule names by either pack."""
        named = {norm for some in whens for when in some.values() for norm in norms_in(when)}
        return [repr(side.norms.get(norm)) for norm in sorted(named)]

    def _looks(self) -> LooksAt:
        one, other = (
            looks_at(pack, with_those_before(pack, self._itself(pack)))
            for pack in (self.old, self.new)
        )
        return LooksAt(
            tuple(sorted({*one.facts, *other.facts} & self.new.sections.facts.keys())),
            tuple(sorted({*one.circumstances, *other.circumstances})),
            one.phase or other.phase,
            one.possible or other.possible,
        )

    def _ways(self, day: _Day, looks: LooksAt) -> Iterator[tuple[Answer, Answer, Any]]:
        """Each pair of answers that are not the same, with when they are given."""
        one, other = (self._answers(side) for side in (day.old, day.new))
        # What only the old pack asks, no case can hold that the new one reads.
        gone = self.old.sections.facts.keys() - self.new.sections.facts.keys()
        unknown = [z3.Not(day.old.symbols.fact(id).known) for id in sorted(gone)]
        limits = [*day.old.symbols.limits(looks), *unknown, *self._same_classes(day, looks)]
        limits += _derived_alike(day)
        for before, when in one.items():
            for after, then in other.items():
                if before != after:
                    yield before, after, z3.And(when, then, *limits)

    def _same_classes(self, day: _Day, looks: LooksAt) -> Iterator[Any]:
        """Where the class is decided alike on the day, the same classes are possible."""
        if looks.possible and not self._replace(key=CLASS)._differs(day):
            one, other = day.old.symbols.possible, day.new.symbols.possible
            yield from (one[id] == other[id] for id in one if id in other)

    def _answers(self, side: Formulas) -> dict[Answer, Any]:
        if self.key != CLASS:
            rule = side.rule(self.key)
            return {True: rule.true, False: rule.false, None: rule.unknown}
        ids = side.symbols.pack.sections.classes.classes
        found: dict[Answer, Any] = dict(zip(ids, levels(side), strict=True))
        return {**found, None: z3.Not(z3.Or(*found.values()))}

    def _case(
        self, day: _Day, looks: LooksAt, ways: tuple[Answer, Answer], formula: Any
    ) -> Data | Why:
        """The smallest case; where derived facts are apart, by some answers that make them so."""

        def shows(case: Data) -> bool:
            views = [looked_at(pack, _for(pack, case), day.on) for pack in (self.old, self.new)]
            return tuple(self._answer(view) for view in views if view) == ways

        search = Search(day.new.symbols, looks, day.on, self.until, shows)
        if day.apart.isdisjoint(looks.facts):
            return search.case(formula, self._surely(day, looks), smallest=True)
        for line in day.lines:
            search = search._replace(shows=partial(self._shows_with, shows, day, line))
            derived = (*_as(day, day.old, line.old), *_as(day, day.new, line.new))
            so = z3.And(formula, *derived)
            found = search.case(so, self._surely(day, looks), smallest=True)
            if isinstance(found, dict):
                return _with(day, line, found)
        # By no answers that were tried: only where what is derived does not matter there is none.
        return search.case(formula, (), smallest=False)

    def _shows_with(self, shows: Callable[[Data], bool], day: _Day, line: Line, case: Data) -> bool:
        return shows(_with(day, line, case))

    def _surely(self, day: _Day, looks: LooksAt) -> Iterator[tuple[Any, ...]]:
        if not looks.possible:
            yield ()
            return
        for one, other in zip(*map(sure_to_be_possible, (day.old, day.new)), strict=True):
            yield (*one, *other)

    def _answer(self, view: View) -> Answer:
        if self.key != CLASS:
            return view.truths[self.key]
        return view.possible[0] if len(view.possible) == 1 else None


def _with(day: _Day, line: Line, case: Data) -> Data:
    """With the answers from which it is derived, and without what is derived."""
    facts = {**case.get("facts", {}), **line.told}
    return {**case, "facts": {id: facts[id] for id in facts if id not in day.apart}}


def _derived_alike(day: _Day) -> Iterator[Any]:
    """What both packs derive alike on the day, if not on all days, is the same."""
    for id in sorted(day.old.symbols.apart - day.apart):
        one, other = (side.symbols.fact(id) for side in (day.old, day.new))
        yield z3.And(one.known == other.known, one.value == other.value)


def _for(pack: Pack, case: Data) -> Data:
    """The case without what a pack cannot read."""
    facts = {id: one for id, one in case.get("facts", {}).items() if id in pack.sections.facts}
    return {**case, "facts": facts}


def _as(day: _Day, side: Formulas, values: Mapping[str, Value]) -> Iterator[Any]:
    for id in sorted(day.apart):
        fact = side.symbols.fact(id)
        if id in values:
            yield z3.And(fact.known, fact.is_one_of((values[id],)))
        else:
            yield z3.Not(fact.known)
