"""The facts of a case on a date: who knew what, what follows from it, and what is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from kansrijk.case.availability import absence_problems
from kansrijk.case.case import DECLINED, Case
from kansrijk.case.circumstances import circumstance_problems
from kansrijk.case.derive import (
    Derivation,
    Function,
    Inputs,
    derivations,
    derivations_by,
    derivations_from,
    derive,
)
from kansrijk.case.events import undo_problems
from kansrijk.case.goals import goal_problems
from kansrijk.case.norms import NormOnDay, norms_on
from kansrijk.case.overrides import override_problems
from kansrijk.case.timeline import Timeline, due_date_problems, norms_of_time, timeline
from kansrijk.case.trajectory import trajectory_problems
from kansrijk.case.visits import visit_problems
from kansrijk.case.wishes import unknown_wishes
from kansrijk.pack.condition import Value
from kansrijk.pack.pack import Pack
from kansrijk.pack.parse import allowed_value
from kansrijk.reading import InputError, Place, Problem, did_you_mean, problem, quoted
from kansrijk.reading.limits import MAX_PROBLEMS
from kansrijk.reading.validation import Path

State = Literal["answered", "unanswered", "declined", "disputed"]


class Answer(NamedTuple):
    """What was said of a fact, when and by whom; without a date it is known from the beginning.

    `path` is where in the case it stands, and is empty where it is no part of one.
    """

    value: Value | None
    declined: bool
    date: date | None
    by: str | None
    path: Path = ()


class Fact(NamedTuple):
    """A fact on the day. Only `answered` is known; the other states are unknown to the rules."""

    state: State
    value: Value | None
    said: tuple[Answer, ...]

    def told(self, pack: Pack) -> tuple[Answer, ...]:
        """Who said what, in the order of the roles: one that has nothing to do with what it is."""
        order = {role: n for n, role in enumerate(pack.sections.roles)}
        told = (one for one in self.said if one.declined or one.value is not None)
        return tuple(sorted(told, key=lambda one: (order.get(one.by or "", -1), str(one.value))))

    @property
    def paths(self) -> Iterator[Path]:
        """Where in the case its value stands, or each answer of a dispute."""
        for answer in self.said:
            disputed = self.state == "disputed" and (answer.declined or answer.value is not None)
            holds = self.state == "answered" and answer.value == self.value
            if answer.path and (holds or disputed):
                yield answer.path


class Facts(NamedTuple):
    """All that is known on a day. `values` holds the known facts, derived ones included."""

    on: date
    observed: Mapping[str, Fact]
    derived: Mapping[str, Derivation]
    values: Mapping[str, Value]
    norms: Mapping[str, NormOnDay]
    timeline: Timeline
    declined: frozenset[str]

    @property
    def given(self) -> frozenset[str]:
        """The facts that were answered themselves, and do not only follow from others."""
        return frozenset(id for id, fact in self.observed.items() if fact.state == "answered")

    def missing(self, id: str) -> tuple[str, ...]:
        """What there is to ask before a fact is known; nothing once it is."""
        if id in self.values:
            return ()
        derivation = self.derived.get(id)
        return (id,) if derivation is None else derivation.missing

    def behind(self, id: str) -> Iterator[str]:
        """The answers that a known fact is, or was worked out from."""
        if id in self.derived:
            for input in self.derived[id].facts:
                yield from self.behind(input)
        elif id in self.values:
            yield id

    def paths(self, ids: Iterable[str]) -> Iterator[Path]:
        """Where in the case these facts stand; of a derived one, where what it came from does."""
        for id in ids:
            if id in self.derived:
                yield from self.derived[id].paths
                yield from self.paths(self.derived[id].facts)
            elif id in self.observed:
                yield from self.observed[id].paths


def facts_on(pack: Pack, case: Case, on: date) -> Facts:
    """The facts of a case on a day; observations and events after it are not seen.

    Raises InputError with every fact that is not in the vocabulary or not one of its values.
    """
    return facts_by_day(pack, case)(on)


def facts_by_day(pack: Pack, case: Case) -> Callable[[date], Facts]:
    """What gives the facts of a case on any day, having read the case once; as `facts_on`."""
    answers = _answers(pack, case)

    def on_day(on: date) -> Facts:
        observed = {
            id: _settled(
                [answer for answer in said if answer.date is None or answer.date <= on],
                in_words=pack.sections.facts[id].type == "text",
            )
            for id, said in answers.items()
        }
        norms = norms_on(pack, on)
        return _known(pack, observed, norms, timeline(pack, case, norms, on), on)

    return on_day


def _known(
    pack: Pack,
    observed: Mapping[str, Fact],
    norms: Mapping[str, NormOnDay],
    time: Timeline,
    on: date,
) -> Facts:
    """What was observed, and what follows from it on the day."""
    given = {id: fact.value for id, fact in observed.items() if fact.value is not None}
    declined = frozenset(id for id, fact in observed.items() if fact.state == "declined")
    inputs = Inputs(given, declined, norms, time, on)
    derive(inputs, derivations(pack))
    return Facts(on, observed, inputs.derived, inputs.values, norms, time, declined)


def with_changes(pack: Pack, facts: Facts, changes: Mapping[str, Value | None]) -> Facts:
    """The facts as they would be with these answers: a value, `declined`, or None for no answer."""
    observed = dict(facts.observed)
    for id, value in changes.items():
        if value is None or value == DECLINED:
            observed[id] = Fact("unanswered" if value is None else "declined", None, ())
        else:
            observed[id] = Fact("answered", value, ())
    return _known(pack, observed, facts.norms, facts.timeline, facts.on)


def same_facts_on(
    pack: Pack, case: Case, facts: Facts, on: date, norms: Mapping[str, NormOnDay]
) -> Facts:
    """The facts on another day, had nobody said anything since; `case` holds nothing later."""
    return _known(pack, facts.observed, norms, timeline(pack, case, norms, on), on)


def with_answer(pack: Pack, facts: Facts, id: str, value: Value) -> Facts:
    """The facts as they would be with one more answer, whatever was said before."""
    observed = {**facts.observed, id: Fact("answered", value, ())}
    return _derived_again(
        facts._replace(observed=observed), derivations_from(pack, id), {id: value}
    )


def with_norm(pack: Pack, case: Case, facts: Facts, norm: NormOnDay) -> Facts:
    """The facts as they would be if a norm had another value on the day."""
    norms = {**facts.norms, norm.id: norm}
    time = facts.timeline
    if norm.id in norms_of_time(pack):
        time = timeline(pack, case, norms, facts.on)
    return _derived_again(
        facts._replace(norms=norms, timeline=time), derivations_by(pack, norm.id), {}
    )


def _derived_again(
    facts: Facts, again: Mapping[str, Function], given: Mapping[str, Value]
) -> Facts:
    """The facts with some given, and others derived anew from what is known then."""
    if not again and not given:
        return facts
    values, derived = dict(facts.values), dict(facts.derived)
    for other in again:
        if other in derived:
            derived.pop(other)
            values.pop(other, None)
    values.update(given)
    inputs = Inputs(values, facts.declined, facts.norms, facts.timeline, facts.on, derived)
    derive(inputs, again)
    return facts._replace(derived=inputs.derived, values=inputs.values)


def without_declined(pack: Pack, facts: Facts, declined: frozenset[str]) -> Facts:
    """The facts where only these count as declined; what is known stays the same."""
    given = {id: value for id, value in facts.values.items() if id not in facts.derived}
    inputs = Inputs(given, declined, facts.norms, facts.timeline, facts.on)
    derive(inputs, derivations(pack))
    return facts._replace(derived=inputs.derived, values=inputs.values, declined=declined)


def with_only(pack: Pack, facts: Facts, ids: Iterable[str]) -> Facts:
    """The facts as they would be with these answers alone; all others are unanswered."""
    observed = {id: facts.observed[id] for id in ids}
    given = {id: fact.value for id, fact in observed.items() if fact.value is not None}
    inputs = Inputs(given, frozenset(), facts.norms, facts.timeline, facts.on)
    derive(inputs, derivations(pack))
    return facts._replace(
        observed=observed, derived=inputs.derived, values=inputs.values, declined=frozenset()
    )


def _settled(said: list[Answer], *, in_words: bool) -> Fact:
    """The latest word holds; two different values of one date are a dispute, not a choice.

    What two people write in words of their own on one day does not exclude each other.
    """
    latest = max((answer.date for answer in said if answer.date), default=None)
    last = tuple(answer for answer in said if answer.date == latest)
    values = {answer.value for answer in last if answer.value is not None}
    if len(values) > 1 and not in_words:
        return Fact("disputed", None, last)
    if values:
        return Fact("answered", min(values, key=str), last)
    declined = any(answer.declined for answer in last)
    return Fact("declined" if declined else "unanswered", None, last)


def _answers(pack: Pack, case: Case) -> Mapping[str, list[Answer]]:
    """Every answer in the case by fact, in the order of the vocabulary."""
    found: dict[str, list[Answer]] = {id: [] for id in pack.sections.facts}
    problems: list[Problem] = []
    for path, facts, day, by in _written(case):
        for id, written in facts.items():
            if len(problems) >= MAX_PROBLEMS:
                raise InputError(problems)
            fact = pack.sections.facts.get(id)
            if fact is None:
                place = _place(case, (*path, id), key=True)
                help = did_you_mean(id, list(pack.sections.facts))
                problems.append(problem("unknown_fact", place, name=quoted(id), help=help))
                continue
            declined = written == DECLINED
            value, reason = (
                (None, "") if declined or written is None else allowed_value(fact, written)
            )
            if reason:
                problems.append(
                    problem("impossible_value", _place(case, (*path, id)), name=id, help=reason)
                )
            found[id].append(Answer(value, declined, day, by, (*path, id)))
    problems += _unknown_roles(pack, case)
    problems += [*override_problems(pack, case), *undo_problems(case), *due_date_problems(case)]
    problems += [*unknown_wishes(pack, case), *trajectory_problems(pack, case)]
    problems += [*absence_problems(pack, case), *visit_problems(pack, case)]
    problems += [*circumstance_problems(case), *goal_problems(pack, case)]
    if problems:
        raise InputError(problems)
    return {id: said for id, said in found.items() if said}


def _written(
    case: Case,
) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, Any], date | None, str | None]]:
    yield ("facts",), case.facts, None, None
    for i, seen in enumerate(case.observations):
        yield ("observations", i, "facts"), seen.facts, seen.date, seen.by


def _unknown_roles(pack: Pack, case: Case) -> Iterator[Problem]:
    roles = pack.sections.roles
    said = [
        *((("observations", i, "by"), seen.by) for i, seen in enumerate(case.observations)),
        *((("events", i, "by"), event.by) for i, event in enumerate(case.events)),
    ]
    for path, by in said:
        if by not in roles:
            help = did_you_mean(by, list(roles))
            yield problem("unknown_role", _place(case, path), name=quoted(by), help=help)


def _place(case: Case, path: tuple[str | int, ...], *, key: bool = False) -> Place:
    return case.document.place(path, key=key)
