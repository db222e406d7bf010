"""The particulars of an explanation: facts and who said them, norms and their period, dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest
from typing import Any, Literal, NamedTuple

from kansrijk.case.derive import beneath, derivations, norms_named
from kansrijk.case.facts import Answer, Facts, State
from kansrijk.pack.care import Border
from kansrijk.pack.condition import Condition
from kansrijk.pack.pack import Pack, norms_in
from kansrijk.pack.parse import CLASS
from kansrijk.pack.parts import Basis, NormLink
from kansrijk.pack.vocabulary import Norm
from kansrijk.screening.because import Because, leaves_of, unknown_facts
from kansrijk.screening.screen import Screening
from kansrijk.screening.warnings import norms_of

CountedFrom = Literal["due_date", "last_period", "birth", "today"]
RULES = ("criterion", "signal", "strength")


class FactNamed(NamedTuple):
    """A fact that decides: who said it and when, or which facts it was worked out from."""

    id: str
    value: Any
    said: tuple[Answer, ...]
    from_: tuple[str, ...]


class NormNamed(NamedTuple):
    """A norm on the day with its period; of a table the value of her column.

    `value` is None where it has none on the day.
    """

    id: str
    value: Any
    from_: date | None
    until: date | None
    review: date | None
    sources: tuple[str, ...]
    basis: Basis
    note: str


class Missing(NamedTuple):
    """A fact that was needed and is not known: not asked, declined, or told in two ways.

    `said`: where it is disputed, who said what.
    """

    fact: str
    state: State
    said: tuple[Answer, ...] = ()


class Dates(NamedTuple):
    """The borders of a phase, each so many months from the day it is counted from."""

    from_: date
    until: date
    from_months: int
    until_months: int
    from_counted: CountedFrom
    until_counted: CountedFrom


class Particulars(NamedTuple):
    """What is known of one outcome, to name the particulars of any rule of it."""

    pack: Pack
    facts: Facts
    screening: Screening

    def named(self, answers: tuple[str, ...], trees: Iterable[Because]) -> tuple[FactNamed, ...]:
        """These answers, and what the trees look at that was worked out from them alone."""
        found = set(answers)
        for tree in trees:
            for leaf in leaves_of(tree):
                for fact in leaf.facts:
                    found.update(self._worked_out(fact, frozenset(answers)))
        return tuple(self._fact(id) for id in self.pack.sections.facts if id in found)

    def answers(self, trees: Iterable[Because]) -> Iterator[str]:
        """The answers that the parts of these trees with a truth look at."""
        for tree in trees:
            for leaf in leaves_of(tree):
                if leaf.kind == "fact" and leaf.truth is not None:
                    for fact in (*leaf.of, *leaf.facts):
                        yield from self.facts.behind(fact)

    def _worked_out(self, fact: str, answers: frozenset[str]) -> Iterator[str]:
        derivation = self.facts.derived.get(fact)
        if derivation and derivation.value is not None and self._rests_on(fact, answers):
            yield fact
            for input in derivation.facts:
                yield from self._worked_out(input, answers)

    def _rests_on(self, fact: str, answers: frozenset[str]) -> bool:
        if fact not in self.facts.derived:
            return fact in answers
        return all(self._rests_on(input, answers) for input in self.facts.derived[fact].facts)

    def _fact(self, id: str) -> FactNamed:
        if id in self.facts.derived:
            derivation = self.facts.derived[id]
            return FactNamed(id, derivation.value, (), derivation.facts)
        fact = self.facts.observed[id]
        said = tuple(answer for answer in fact.said if answer.value is not None)
        return FactNamed(id, fact.value, said, ())

    def norms(self, trees: Iterable[Because]) -> Iterator[NormNamed]:
        """The norms that have a part in these trees."""
        ids = (id for tree in trees for id in norms_of(tree, self.facts))
        yield from map(self.norm, dict.fromkeys(ids))

    def norm(self, id: str) -> NormNamed:
        model, norm = self.pack.sections.norms[id], self.facts.norms.get(id)
        if norm is None:
            return NormNamed(id, None, None, None, None, model.source, model.basis, "")
        value = norm.value
        if model.by is not None:
            level = self.screening.classification.level
            value = value.get(level if model.by == CLASS else self.facts.values.get(model.by))
        until, review, note = _period(model, norm.from_)
        return NormNamed(id, value, norm.from_, until, review, norm.sources, norm.basis, note)

    def lacking(
        self, conditions: Iterable[Condition], trees: Iterable[Because]
    ) -> Iterator[NormNamed]:
        """The norms without a value on the day, of conditions and of unknown facts in trees."""
        asked = [norm for condition in conditions for norm in norms_in(condition)]
        for tree in trees:
            for leaf in leaves_of(tree):
                for fact in leaf.facts:
                    asked += self._needed_by(fact)
        yield from map(self.norm, dict.fromkeys(id for id in asked if id not in self.facts.norms))

    def _needed_by(self, fact: str) -> Iterator[str]:
        """The norms that a derived fact is worked out with, and those of its inputs."""
        known = self.facts.values.keys()
        below = beneath(self.pack, (fact,), known) - known
        for id in reversed(tuple(derivations(self.pack))):
            if id in below:
                yield from norms_named(derivations(self.pack)[id])

    def missing(self, trees: Iterable[Because]) -> tuple[Missing, ...]:
        """What there is to ask, or was declined or disputed, for these trees to have a truth."""
        unknown = {fact for tree in trees for fact in unknown_facts(tree)}
        asked = {fact for id in unknown for fact in self.facts.missing(id)}
        return tuple(
            Missing(id, self.state(id), self.disputed(id))
            for id in self.pack.sections.facts
            if id in asked
        )

    def disputed(self, id: str) -> tuple[Answer, ...]:
        """Who said what of a fact that is disputed."""
        disputed = self.state(id) == "disputed"
        return self.facts.observed[id].told(self.pack) if disputed else ()

    def without_value(self, fact: str) -> Iterator[str]:
        """The norms that a derived fact needs and that have no value on the day."""
        return (id for id in self._needed_by(fact) if id not in self.facts.norms)

    def state(self, id: str) -> State:
        fact = self.facts.observed.get(id)
        return fact.state if fact else "unanswered"

    def dates(self, phase: str) -> Dates | None:
        """The borders of a phase; None before a pregnancy."""
        time, model = self.facts.timeline, self.pack.sections.phases[phase]
        if phase not in time.phases:
            return None
        start, end = self._months(model.from_), self._months(model.until)
        return Dates(*time.phases[phase], start, end, self._counted(start), self._counted(end))

    def _counted(self, months: int) -> CountedFrom:
        """What a border is counted from; one before the birth from the due date always."""
        time = self.facts.timeline
        if time.birth is not None and (months >= 0 or time.due == time.birth):
            return "birth"
        if time.overdue and months >= 0:
            return "today"
        return "last_period" if time.due_computed else "due_date"

    def _months(self, border: Border) -> int:
        link = border.months
        months: int = self.facts.norms[link.norm].value if isinstance(link, NormLink) else link
        return months

    def borders(self, phase: str) -> Iterator[NormNamed]:
        """The norms that say how many months a border of a phase is away."""
        model = self.pack.sections.phases[phase]
        for border in (model.from_, model.until):
            if isinstance(border.months, NormLink):
                yield self.norm(border.months.norm)


def asked_in(trees: Iterable[Because]) -> Iterator[str]:
    """The keys of the rules that these trees look at."""
    for tree in trees:
        for leaf in leaves_of(tree):
            if leaf.kind in RULES:
                yield f"{leaf.kind}:{leaf.of[0]}"


def _period(model: Norm, from_: date | None) -> tuple[date | None, date | None, str]:
    """Until when the value that holds from a day holds, when it is reviewed, and its note."""
    rows = model.values or ()
    ends = (row.until or later for row, later in zip_longest(rows, (row.from_ for row in rows[1:])))
    for row, end in zip(rows, ends, strict=True):
        if row.from_ == from_:
            return end, row.review, row.note
    return None, None, ""
