"""A first care plan: which phases apply from entry, when the visits are, what is to be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, cast

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts
from kansrijk.pack.events import EventName
from kansrijk.pack.model import Action
from kansrijk.pack.pack import Pack
from kansrijk.pack.rules import finding_key
from kansrijk.planning.goals import PlanGoal, goals
from kansrijk.planning.merging import merged_into
from kansrijk.planning.not_now import not_now
from kansrijk.planning.offers import PlanOffer, offers, with_its_action
from kansrijk.planning.schedule import Interval, Visit, interval, visit_days
from kansrijk.planning.trajectory import plan_is_set
from kansrijk.screening.because import leaves_of
from kansrijk.screening.screen import Decision, Screening

Status = Literal["none", "open", "proposed", "set", "ended"]
Suppressed = Literal[
    "phase_passed",
    "not_pregnant",
    "loss",
    "refusal",
    "completed",
    "move",
    "transfer",
    "override",
    "merged",
]
LEAVES = ("move", "transfer")
"""Endings after which others go on with what is theirs."""


class PlanPhase(NamedTuple):
    """A phase as it applies to her: `from_` is the later of its start and the day of entry."""

    id: str
    from_: date
    until: date
    interval: Interval | None
    visits: int


class PlanAction(NamedTuple):
    """What is to be done, in which phases, the findings that asked for it, and what is on offer.

    `suppressed_by` says why it is not for now or later; `merged_into` names the action that
    covers it, and `merges` those that it covers.
    """

    id: str
    phases: tuple[str, ...]
    because: tuple[str, ...]
    suppressed_by: Suppressed | None
    override: Decision | None = None
    offers: tuple[PlanOffer, ...] = ()
    merged_into: str | None = None
    merges: tuple[str, ...] = ()


class Plan(NamedTuple):
    status: Status
    start: date | None
    end: date | None
    phases: tuple[PlanPhase, ...]
    visits: tuple[Visit, ...]
    goals: tuple[PlanGoal, ...]
    actions: tuple[PlanAction, ...]
    ended_by: EventName | None = None


def plan(pack: Pack, case: Case, facts: Facts, screening: Screening) -> Plan:
    """The plan of a case on a day: a proposal until it is set, with her agreement.

    No visit is planned on a day that has passed; phases that ended before entry have none.
    """
    time = facts.timeline
    entry = time.intake or facts.on
    actions = _merged(pack, tuple(_actions(pack, facts, screening)))
    if time.ended_by:
        actions = _with_offers(actions, pack, facts, "ended")
        return Plan("ended", time.intake, time.ended, (), (), (), actions, time.ended_by)
    is_set = plan_is_set(pack, case, facts.on)
    status = _status(pack, facts, screening, is_set=is_set)
    phases, visits = [], list[Visit]()
    for id in pack.sections.phases if status != "none" else ():
        if id in facts.timeline.phases and screening.truths[f"phase:{id}"]:
            phase, its_visits = _phase(pack, facts, screening, id, entry, status)
            phases.append(phase)
            visits.extend(its_visits)
    last = max((until for _, until in facts.timeline.phases.values()), default=None)
    return Plan(
        status,
        entry if phases else None,
        last if phases else None,
        tuple(phases),
        tuple(visits),
        () if status == "ended" else goals(pack, case, facts, screening, [p.id for p in phases]),
        _with_offers(actions, pack, facts, status),
    )


def _status(pack: Pack, facts: Facts, screening: Screening, *, is_set: bool) -> Status:
    """None without a pregnancy or grade, open with an open class, else a proposal until set."""
    borders = facts.timeline.phases.values()
    if not borders:
        return "none"
    if facts.on >= max(until for _, until in borders):
        return "ended"
    if screening.classification.level is None:
        return "open"
    if not any(screening.truths[f"phase:{id}"] for id in pack.sections.phases):
        return "none"
    return "set" if is_set else "proposed"


def _phase(
    pack: Pack, facts: Facts, screening: Screening, id: str, entry: date, status: Status
) -> tuple[PlanPhase, list[Visit]]:
    model = pack.sections.phases[id]
    start, until = facts.timeline.phases[id]
    if start < entry < until:
        start = entry
    how_often = interval(model, facts, screening.classification.possible)
    days = visit_days(how_often, start, until) if how_often and entry < until else ()
    of_visit = "planned" if status == "set" else "proposed"
    visits = [
        Visit(f"{id}-{number:03}", day, id, model.role, of_visit)
        for number, day in enumerate(days, start=1)
        if day >= facts.on
    ]
    return PlanPhase(id, start, until, how_often, len(visits)), visits


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
        stopped = stopped or not_now(model.phases, facts)
        yield PlanAction(id, model.phases, because, stopped, decision)


def _with_offers(
    actions: tuple[PlanAction, ...], pack: Pack, facts: Facts, status: Status
) -> tuple[PlanAction, ...]:
    """Each with what is on offer for it, and for what it covers."""
    found = offers(pack, facts, plan_set=status == "set")
    made = []
    for action in actions:
        of_these = (offer for id in (action.id, *action.merges) for offer in found.get(id, ()))
        its = tuple({offer.id: offer for offer in of_these}.values())
        made.append(action._replace(offers=with_its_action(its) if action.suppressed_by else its))
    return tuple(made)


def _merged(pack: Pack, actions: tuple[PlanAction, ...]) -> tuple[PlanAction, ...]:
    """With those that another covers merged into it, which then has their reasons as well."""
    going_on = [action.id for action in actions if action.suppressed_by is None]
    decided = frozenset(action.id for action in actions if action.override)
    into = merged_into(pack, going_on, decided)
    because = {action.id: action.because for action in actions}

    def with_its_own(action: PlanAction) -> PlanAction:
        if action.suppressed_by is None and action.id in into:
            return action._replace(suppressed_by="merged", merged_into=into[action.id])
        merges = tuple(id for id in going_on if into.get(id) == action.id)
        reasons = (reason for id in (action.id, *merges) for reason in because[id])
        return action._replace(because=tuple(dict.fromkeys(reasons)), merges=merges)

    return tuple(map(with_its_own, actions))


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


def _true_findings(pack: Pack, screening: Screening, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id for id in ids if screening.truths[finding_key(pack.sections, id)])
