"""Two outcomes side by side: what is different in the second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from kansrijk.case.facts import Facts
from kansrijk.engine.reference import Truth
from kansrijk.pack.parse import CLASS
from kansrijk.planning.plan import Plan, PlanPhase
from kansrijk.screening.screen import Classification, Decision, Finding, Intake, Screening
from kansrijk.screening.warnings import Warning


class Outcome(Protocol):
    """What is compared: an assessment, or as much of one."""

    @property
    def facts(self) -> Facts: ...

    @property
    def screening(self) -> Screening: ...

    @property
    def plan(self) -> Plan | None: ...


class Turned(NamedTuple):
    """A criterion or a signal with its truth in the one and in the other."""

    id: str
    before: Truth
    after: Truth


class Moved(NamedTuple):
    """Ids that only the second has, and those that only the first has."""

    added: tuple[str, ...]
    removed: tuple[str, ...]


class Visits(NamedTuple):
    """How many visits are still to come in a phase, and the days on one side alone."""

    phase: str
    before: int
    after: int
    added: tuple[date, ...]
    removed: tuple[date, ...]


class PhasePair(NamedTuple):
    """A phase that is not the same in both; None where she does not get it."""

    id: str
    before: PlanPhase | None
    after: PlanPhase | None


class Differences(NamedTuple):
    """What differs, part by part; a part that is the same is None or empty.

    `actions` are those for now or later; `suppressed` those in both that are not for now in one.
    `offers` are those that can be made to her, whether it is sure that they fit or not. `goals` are
    those for now, as `phase:goal` (a wish of hers as `own:` with her words), `put_off` the others;
    `became` those that were told to be reached or dropped, as `phase:goal:state`.
    """

    criteria: tuple[Turned, ...]
    signals: tuple[Turned, ...]
    classification: tuple[Classification, Classification] | None
    intake: tuple[Intake, Intake] | None
    strengths: Moved
    questions: Moved
    actions: Moved
    suppressed: Moved
    offers: Moved
    goals: Moved
    put_off: Moved
    became: Moved
    phases: tuple[PhasePair, ...]
    visits: tuple[Visits, ...]

    def __bool__(self) -> bool:
        return any(any(part) if isinstance(part, Moved) else part for part in self)


NOTHING = Moved((), ())


def compare(before: Outcome, after: Outcome) -> Differences:
    """What is different in the second of two outcomes by one pack."""
    one, other = before.screening, after.screening
    grades, intakes = (one.classification, other.classification), (one.intake, other.intake)
    return Differences(
        _turned(one.criteria, other.criteria),
        _turned(one.signals, other.signals),
        None if grades[0].possible == grades[1].possible else grades,
        None if intakes[0] == intakes[1] else intakes,
        moved(one.strengths, other.strengths),
        moved((q.fact for q in one.questions), (q.fact for q in other.questions)),
        *_of_plans(before.plan, after.plan, after.facts.on),
    )


def by_the_rules(before: Outcome, after: Outcome) -> tuple[tuple[Decision, Decision], ...]:
    """What was decided, with what the rules themselves say of it in the one and in the other.

    Of the class always, because the outcome stays what it is; of the rest where that differs.
    """
    later = {decision.key: decision for decision in after.screening.overrides}
    pairs = ((one, later[one.key]) for one in before.screening.overrides if one.key in later)
    return tuple(
        (one, other) for one, other in pairs if one.key == CLASS or one.rules_say != other.rules_say
    )


def new_warnings(
    before: Iterable[Warning], after: Iterable[Warning], *, of_decisions: bool = False
) -> tuple[Warning, ...]:
    """The warnings that were not there before; not again one that is about other places now.

    Where the second is only supposed none of decisions: `by_the_rules` tells of those.
    """
    known = {one.said_of for one in before}
    return tuple(
        one
        for one in after
        if one.said_of not in known and (of_decisions or not one.code.startswith("override_"))
    )


def _turned(one: Sequence[Finding], other: Sequence[Finding]) -> tuple[Turned, ...]:
    pairs = zip(one, other, strict=True)
    return tuple(Turned(a.id, a.truth, b.truth) for a, b in pairs if a.truth is not b.truth)


def moved(one: Iterable[str], other: Iterable[str]) -> Moved:
    """What is in one of two lists alone."""
    first, second = dict.fromkeys(one), dict.fromkeys(other)
    return Moved(
        tuple(id for id in second if id not in first), tuple(id for id in first if id not in second)
    )


def _of_plans(
    before: Plan | None, after: Plan | None, on: date
) -> tuple[Moved, Moved, Moved, Moved, Moved, Moved, tuple[PhasePair, ...], tuple[Visits, ...]]:
    if before is None or after is None:
        return NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, (), ()
    now = [[a.id for a in plan.actions if not a.suppressed_by] for plan in (before, after)]
    later = [[a.id for a in plan.actions if a.suppressed_by] for plan in (before, after)]
    return (
        moved(*now),
        moved(*later),
        moved(_offered(before), _offered(after)),
        moved(*(_goals(plan, put_off=False) for plan in (before, after))),
        moved(*(_goals(plan, put_off=True) for plan in (before, after))),
        moved(*(_became(plan) for plan in (before, after))),
        tuple(_phases(before, after)),
        tuple(_visits(before, after, on)),
    )


def _offered(plan: Plan) -> Iterable[str]:
    return (o.id for action in plan.actions for o in action.offers if not o.suppressed_by)


def _goals(plan: Plan, *, put_off: bool) -> Iterable[str]:
    for one in plan.goals:
        if bool(one.put_off_by) == put_off and not one.told:
            yield f"own:{one.text}" if one.own else f"{one.phase}:{one.id}"


def _became(plan: Plan) -> Iterable[str]:
    return (f"{one.phase}:{one.id}:{one.state}" for one in plan.goals if one.told)


def _phases(before: Plan, after: Plan) -> Iterable[PhasePair]:
    one, other = ({phase.id: phase for phase in plan.phases} for plan in (before, after))
    for id in {**one, **other}:
        if one.get(id) != other.get(id):
            yield PhasePair(id, one.get(id), other.get(id))


def _visits(before: Plan, after: Plan, on: date) -> Iterable[Visits]:
    to_come = [plan.to_come(on) for plan in (before, after)]
    for phase in dict.fromkeys(visit.phase for visits in to_come for visit in visits):
        one, other = (
            [visit.date for visit in visits if visit.phase == phase] for visits in to_come
        )
        if one != other:
            added, removed = sorted(set(other) - set(one)), sorted(set(one) - set(other))
            yield Visits(phase, len(one), len(other), tuple(added), tuple(removed))
