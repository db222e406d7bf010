"""A first care plan: which phases apply from entry, when the visits are, what is to be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, cast

from kansrijk.case.availability import Preference
from kansrijk.case.case import Case
from kansrijk.case.events import happened
from kansrijk.case.facts import Facts
from kansrijk.pack.check import BEFORE
from kansrijk.pack.events import EventName
from kansrijk.pack.model import Action
from kansrijk.pack.pack import Pack
from kansrijk.pack.rules import finding_key
from kansrijk.planning.as_planned import (
    Change,
    Planned,
    WithoutDay,
    as_planned,
    planned_before,
)
from kansrijk.planning.schedule import Interval, Spell, of_classes
from kansrijk.planning.terms import NO_TERMS, Terms
from kansrijk.planning.visits import (
    Visit,
    language_to_match,
    not_in_plan,
    visits_of,
    with_handovers,
)
from kansrijk.screening.because import leaves_of
from kansrijk.screening.screen import Decision, Screening
from kansrijk.screening.warnings import Warning

Status = Literal["none", "open", "proposed", "set", "ended"]
Suppressed = Literal[
    "phase_passed", "not_pregnant", "loss", "refusal", "completed", "move", "transfer", "override"
]
LEAVES = ("move", "transfer")
"""Endings after which others go on with what is theirs."""


class PlanPhase(NamedTuple):
    """A phase as it applies to her: `from_` is the later of its start and the day of entry.

    `visits` is how many are still to come.
    """

    id: str
    from_: date
    until: date
    interval: Interval | None
    visits: int
    done: int = 0
    missed: int = 0


TO_COME = ("proposed", "planned")


class PlanAction(NamedTuple):
    """What is to be done, in which phases, and the findings that asked for it.

    `suppressed_by` says why it is not for now or later.
    """

    id: str
    phases: tuple[str, ...]
    because: tuple[str, ...]
    suppressed_by: Suppressed | None
    override: Decision | None = None


class PlanGoal(NamedTuple):
    id: str
    phase: str
    because: tuple[str, ...]


class Plan(NamedTuple):
    status: Status
    start: date | None
    end: date | None
    phases: tuple[PlanPhase, ...]
    visits: tuple[Visit, ...]
    goals: tuple[PlanGoal, ...]
    actions: tuple[PlanAction, ...]
    ended_by: EventName | None = None
    without_day: tuple[WithoutDay, ...] = ()
    changed: date | None = None
    changes: tuple[Change, ...] = ()
    hours: int | None = None
    preference: Preference | None = None
    language: str | None = None
    warnings: tuple[Warning, ...] = ()

    def to_come(self, on: date) -> tuple[Visit, ...]:
        """The visits from a day on that are still to be made."""
        return tuple(one for one in self.visits if one.date >= on and one.status in TO_COME)


def plan(pack: Pack, case: Case, facts: Facts, screening: Screening) -> Plan:
    """The plan of a case on a day: a proposal until it is agreed with her.

    Of a proposal no visit is on a day that has passed; phases that ended before entry have none.
    """
    time = facts.timeline
    entry = time.intake or facts.on
    actions = tuple(_actions(pack, facts, screening))
    set_on = happened(case, facts.on, "agreement")
    if time.ended_by:
        planned = _when_it_ended(pack, case, facts, set_on)
        visits = _visits(pack, case, facts, planned, set_on)
        # What was only proposed is gone, and with it whether a visit was in it.
        said = () if set_on is None else tuple(not_in_plan(case, planned, facts.on))
        ended = Plan("ended", time.intake, time.ended, (), visits, (), actions, time.ended_by)
        return ended._replace(warnings=said)
    planned = as_planned(pack, case, facts, screening, entry, set_on)
    terms, status = planned.terms, _status(facts, screening, planned.terms, set_on)
    said = tuple(not_in_plan(case, planned, facts.on))
    if status in ("none", "ended") and set_on is None:
        planned, terms = Planned(), NO_TERMS
    visits = _visits(pack, case, facts, planned, set_on)
    whole = (spell for spell in terms.spells if not spell.extra)
    phases = tuple(_phase(spell, visits, facts.on) for spell in whole)
    return Plan(
        status,
        entry if phases else None,
        max(until for _, until in time.phases.values()) if phases else None,
        phases,
        visits,
        tuple(_goals(pack, facts, screening, [phase.id for phase in phases])),
        actions,
        without_day=tuple(one for one in planned.without_day if one.by_the_book >= facts.on),
        changed=planned.changed,
        changes=planned.changes,
        hours=_hours(pack, facts),
        preference=terms.preference,
        language=language_to_match(pack.sections.schedule, case, facts),
        warnings=said,
    )


def _when_it_ended(pack: Pack, case: Case, facts: Facts, set_on: date | None) -> Planned:
    """What was planned on the day that the support ended; nothing of what was only proposed."""
    time = facts.timeline
    if set_on is None or time.ended is None:
        return Planned()
    return planned_before(pack, case, time.intake or set_on, time.ended, set_on)


def _visits(
    pack: Pack, case: Case, facts: Facts, planned: Planned, set_on: date | None
) -> tuple[Visit, ...]:
    on, time = facts.on, facts.timeline
    visits = visits_of(case, planned, on, set_on=set_on, ended=time.ended)
    return with_handovers(pack.sections.schedule, case, visits, time.due, on)


def _status(facts: Facts, screening: Screening, terms: Terms, set_on: date | None) -> Status:
    """None without a pregnancy or grade, open with an open class, else a proposal until set."""
    borders = facts.timeline.phases.values()
    if not borders:
        return "none"
    if facts.on >= max(until for _, until in borders):
        return "ended"
    settled = screening.classification.level is not None
    if set_on is not None and terms.spells and (settled or _goes_on(screening, terms)):
        return "set"
    if not settled:
        return "open"
    return "proposed" if terms.spells else "none"


def _goes_on(screening: Screening, terms: Terms) -> bool:
    """Whether a phase that was set is kept though it is open again."""
    return any(screening.truths[f"phase:{spell.phase}"] is None for spell in terms.spells)


def _hours(pack: Pack, facts: Facts) -> int | None:
    """How long a visit takes, in hours, where the pack says so."""
    schedule = pack.sections.schedule
    return None if schedule is None else of_classes(schedule.hours, facts, ())


def _phase(spell: Spell, visits: tuple[Visit, ...], on: date) -> PlanPhase:
    mine = [visit for visit in visits if visit.phase == spell.phase]
    to_come = sum(visit.date >= on and visit.status in TO_COME for visit in mine)
    done, missed = (sum(visit.status == status for visit in mine) for status in ("done", "missed"))
    return PlanPhase(spell.phase, spell.from_, spell.until, spell.interval, to_come, done, missed)


def _goals(pack: Pack, facts: Facts, screening: Screening, phases: list[str]) -> Iterator[PlanGoal]:
    """The goals of the phases still to come: those for all, and those for what was found."""
    for id in phases:
        if facts.timeline.is_over(id, facts.on):
            continue
        for goal, model in pack.sections.phases[id].goals.items():
            because = _true_findings(pack, screening, model.for_)
            if because or not model.for_:
                yield PlanGoal(goal, id, because)


def _actions(pack: Pack, facts: Facts, screening: Screening) -> Iterator[PlanAction]:
    """Every action whose rule is true, with the findings (or else the facts) that asked for it.

    One that was decided about is always there, so that leaving it out is seen as well.
    """
    decided = {decision.key: decision for decision in screening.overrides}
    for id, model in pack.sections.actions.items():
        truth, decision = screening.truths[f"action:{id}"], decided.get(f"action:{id}")
        because = _true_findings(pack, screening, model.for_)
        if decision is not None:
            stopped = _decided_against(decision, facts, truth=bool(truth))
        elif truth:
            because = because or _asked_by(screening, id)
            stopped = _stopped(pack, model, because, facts.timeline.ended_by)
        else:
            continue
        stopped = stopped or _not_now(model.phases, facts)
        yield PlanAction(id, model.phases, because, stopped, decision)


def _decided_against(decision: Decision, facts: Facts, *, truth: bool) -> Suppressed | None:
    """Why an action that was decided about is not for now: a loss since then stops it too."""
    if not truth:
        return "override"
    ended = facts.timeline.ended if facts.timeline.ended_by == "loss" else None
    return "loss" if ended and decision.date < ended else None


def _asked_by(screening: Screening, id: str) -> tuple[str, ...]:
    """The facts and classes in an action's own condition that hold; of classes, hers alone."""
    possible = screening.classification.possible
    asked = tuple(leaves_of(screening.why[f"action:{id}"]))
    # Where nothing asked is true (a `not`), all that was asked is the reason.
    told = [leaf for leaf in asked if leaf.truth] or asked
    named = (name for leaf in told for name in leaf.of if leaf.kind != "class" or name in possible)
    return tuple(dict.fromkeys(named)) or tuple(name for leaf in told for name in leaf.of)


def _stopped(
    pack: Pack, action: Action, because: tuple[str, ...], ended: EventName | None
) -> Suppressed | None:
    """After a loss only what keeps her safe goes on; after another end, all but the programme."""
    if ended == "loss":
        return None if set(pack.sections.signals).intersection(because) else "loss"
    theirs = ended in LEAVES and not pack.sections.roles[action.role].team
    if ended is None or theirs or not set(pack.sections.classes.classes).issuperset(because):
        return None
    return cast(Suppressed, ended)


def _not_now(phases: tuple[str, ...], facts: Facts) -> Suppressed | None:
    """Why an action for these phases is not for now or later; None where it is."""
    time = facts.timeline
    if time.due is None:
        return "not_pregnant" if phases and BEFORE not in phases else None
    ahead = {id for id in time.phases if not time.is_over(id, facts.on)}
    if facts.on < min((start for start, _ in time.phases.values()), default=facts.on):
        ahead.add(BEFORE)
    return None if ahead.intersection(phases or ahead) else "phase_passed"


def _true_findings(pack: Pack, screening: Screening, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id for id in ids if screening.truths[finding_key(pack.sections, id)])
