"""The days on which visits can get other days, so that nobody needs to have looked on them.

That of entry, each later one on which something was told, and those that come by themselves: a
norm changes, a birth is waited for, the pregnancy or the child is so old.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from math import ceil, floor
from typing import Any

from kansrijk.case.case import Case, Event
from kansrijk.case.derive import Function, beneath, derivations, norms_named
from kansrijk.case.events import UNDO
from kansrijk.case.facts import Facts
from kansrijk.case.norms import days_of_norms, norms_on
from kansrijk.case.timeline import (
    DUE_DATE,
    add_months,
    days_past_due,
    norms_of_time,
    timeline,
)
from kansrijk.case.visits import VISIT
from kansrijk.pack.condition import Answered, Compare, Leaf, NormRef, OneOf, PhaseIs
from kansrijk.pack.pack import Pack, facts_in, leaves, norms_in
from kansrijk.pack.parse import norm_figures
from kansrijk.pack.parts import NormLink
from kansrijk.pack.vocabulary import ChildAge, GestationalAge
from kansrijk.planning.terms import WAIT, History, rules_of_visits

MAKES_NO_PLAN = frozenset({"intake", "agreement", "plan_set", "refusal", "student", "goal"})
"""Events after which the days of the visits are what they were."""
BIRTH = "birth"
LEAST_MONTH = 28
Steps = frozenset[int] | None
"""The whole numbers at which something can turn; None where that can be at each."""


def days_of_change(history: History, facts: Facts, on: date) -> tuple[date, ...]:
    """The days on which the visits are planned, before the day itself."""
    pack, case, entry = history.pack, history.case, history.entry
    told = {
        event.date for event in case.events if _plans(event) and not _undone_at_once(event, case)
    }
    told |= {seen.date for seen in case.observations}
    told |= _days_of_norms(pack)
    # Longer than that nobody is past her due date.
    told |= {*days_past_due(pack, case, facts.norms, entry, on, WAIT.days)}
    told |= {*_days_of_ages(pack, case, on)}
    if _looks_at_phase(pack):
        told |= {*_borders(pack, case, {entry, *told})}
    return tuple(sorted(day for day in {entry} | told if entry <= day < on))


def _plans(event: Event) -> bool:
    """Whether an event can give visits other days; most visits are made as they were planned."""
    told = event.event not in MAKES_NO_PLAN and not event.goes_on
    return told and (event.event != VISIT or event.to is not None)


def _undone_at_once(event: Event, case: Case) -> bool:
    """Whether it was taken back on its own day, or took back what was told that day."""
    key = (event.event, event.date, event.number)
    if event.event == UNDO:
        return event.on == event.date
    return any(
        one.date == event.date and (one.of, one.on, one.number) == key
        for one in case.events
        if one.event == UNDO
    )


# Norms


@lru_cache(maxsize=64)
def _days_of_norms(pack: Pack) -> frozenset[date]:
    """The days on which a norm changes that the visits hang on: by a rule, by a fact that is
    derived, by the borders of a phase, or by how often they are."""
    named = {norm for rule in rules_of_visits(pack).rules for norm in norms_in(rule.when)}
    derived = (norm for function in derivations(pack).values() for norm in norms_named(function))
    linked = (link.norm for link in _numbers(pack) if isinstance(link, NormLink))
    return days_of_norms(pack, named.union(derived, linked, norms_of_time(pack)))


def _numbers(pack: Pack) -> Iterator[int | NormLink]:
    """The numbers of days that the terms of the visits hold."""
    yield from (phase.visits.days for phase in pack.sections.phases.values())
    schedule = pack.sections.schedule
    if schedule is not None:
        yield schedule.first_visit_days
        yield from (often.days for often in schedule.more_often.values())


# What goes by


def _days_of_ages(pack: Pack, case: Case, until: date) -> Iterator[date]:
    """The days on which the child or the pregnancy is so old that a rule can turn."""
    for id, steps in _ages(pack).items():
        function = derivations(pack)[id]
        months = isinstance(function, ChildAge)
        for start in _starts(pack, case, function):
            most = (until - start).days // (LEAST_MONTH if months else 1)
            for n in range(most + 1) if steps is None else steps:
                if n <= most:
                    yield add_months(start, n) if months else start + timedelta(n)


def _starts(pack: Pack, case: Case, function: Function) -> set[date]:
    """The days from which an age is counted, by all that is told of them at any time."""
    if not isinstance(function, GestationalAge):
        return {event.date for event in case.events if event.event == BIRTH}
    terms = [timedelta(term) for term in norm_figures(pack.sections.norms[function.term.norm])]
    dues = {case.due_date, *(event.to for event in case.events if event.event == DUE_DATE)}
    dues |= {case.last_period + term for term in terms if case.last_period}
    return {due - term for due in dues if due for term in terms}


@lru_cache(maxsize=64)
def _ages(pack: Pack) -> Mapping[str, Steps]:
    """The ages that the rules of the visits look at, each with the numbers at which one turns."""
    functions = derivations(pack).items()
    ages = {id for id, function in functions if isinstance(function, ChildAge | GestationalAge)}
    found: dict[str, Steps] = {}
    for leaf in _leaves(pack):
        named = {getattr(leaf, "fact", ""), *facts_in(leaf)}
        for id in ages & beneath(pack, named, frozenset()):
            steps, others = _steps(pack, leaf, id), found.get(id, frozenset())
            found[id] = None if steps is None or others is None else steps | others
    return found


def _steps(pack: Pack, leaf: Leaf, id: str) -> Steps:
    """The whole numbers at which a test of an age can turn: there, or once it is past a figure."""
    figures: list[Any]
    match leaf:
        case Answered(fact) if fact == id:
            figures = [0]
        case OneOf(fact, tuple(values)) if fact == id:
            figures = [*values]
        case Compare(fact, _, NormRef(norm, by)) if fact == id != by:
            figures = [*norm_figures(pack.sections.norms[norm])]
        case Compare(fact, _, int() | Fraction() as figure) if fact == id:
            figures = [figure]
        case _:
            return None
    return frozenset(n for figure in figures for n in (ceil(figure), floor(figure) + 1))


@lru_cache(maxsize=64)
def _looks_at_phase(pack: Pack) -> bool:
    return any(isinstance(leaf, PhaseIs) for leaf in _leaves(pack))


def _leaves(pack: Pack) -> Iterator[Leaf]:
    """All that the rules of the visits look at."""
    return (leaf for rule in rules_of_visits(pack).rules for leaf in leaves(rule.when))


def _borders(pack: Pack, case: Case, days: Iterable[date]) -> Iterator[date]:
    """The days on which a phase begins or ends, as known on any of these."""
    for day in days:
        for borders in timeline(pack, case, norms_on(pack, day), day).phases.values():
            yield from borders
