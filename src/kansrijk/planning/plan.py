"""A first care plan: which phases apply from entry, when the visits are, what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple, cast

from kansrijk.case.availability import Preference
from kansrijk.case.case import Case
from kansrijk.case.circumstances import Circumstance
from kansrijk.case.facts import Facts
from kansrijk.pack.care import Action
from kansrijk.pack.events import LOSS, UNSAID, EventName
from kansrijk.pack.pack import Pack
from kansrijk.pack.rules import finding_key
from kansrijk.planning.as_planned import (
    Change,
    Planned,
    as_planned,
    planned_before,
)
from kansrijk.planning.goals import PlanGoal, goals
from kansrijk.planning.handovers import Handover, handovers, student_warnings, with_handovers
from kansrijk.planning.language import LanguageToMatch, language_to_match
from kansrijk.planning.merging import merged_into
from kansrijk.planning.not_now import in_the_way, not_now, told_of
from kansrijk.planning.odd import odd_wishes, said_otherwise
from kansrijk.planning.odd_days import odd_days, odd_visits
from kansrijk.planning.offers import PlanOffer, offers, with_its_action
from kansrijk.planning.placing import WithoutDay
from kansrijk.planning.schedule import Interval, Often, Spell, more_often, of_classes
from kansrijk.planning.status import Status
from kansrijk.planning.terms import History, Terms, history_of
from kansrijk.planning.trajectory import Span
from kansrijk.planning.visits import Visit, not_in_plan, visits_of
from kansrijk.screening.because import leaves_of
from kansrijk.screening.overrides import decided_pack
from kansrijk.screening.possible import remembering
from kansrijk.screening.screen import Decision, Screening
from kansrijk.screening.warnings import Warning

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
    "not_while",
]
LEAVES = ("move", "transfer")
"""Endings after which others go on with what is theirs."""


class PlanPhase(NamedTuple):
    """A phase as it applies to her: `from_` is the later of its start and the day of entry.

    `visits` is how many are still to come. `more_often` tells until when they are more often.
    """

    id: str
    from_: date
    until: date
    interval: Interval | None
    visits: int
    done: int = 0
    missed: int = 0
    more_often: tuple[Often, ...] = ()


TO_COME = ("proposed", "planned")


class PlanAction(NamedTuple):
    """What is to be done, in which phases, the findings that asked for it, and what is on offer.

    `after` is what is in force that calls for it. `suppressed_by` says why it is not for now or
    later; `merged_into` names the action that covers it, and `merges` those that it covers;
    `not_while` is what is in its way.
    """

    id: str
    phases: tuple[str, ...]
    because: tuple[str, ...]
    suppressed_by: Suppressed | None
    override: Decision | None
    after: tuple[Circumstance, ...]
    offers: tuple[PlanOffer, ...] = ()
    merged_into: str | None = None
    merges: tuple[str, ...] = ()
    not_while: tuple[Circumstance, ...] = ()


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
    language: LanguageToMatch | None = None
    warnings: tuple[Warning, ...] = ()
    since: date | None = None
    """From which day on it has been set, where it is."""

    def to_come(self, on: date) -> tuple[Visit, ...]:
        """The visits from a day on that are still to be made."""
        return tuple(one for one in self.visits if one.date >= on and one.status in TO_COME)


def plan(pack: Pack, case: Case, facts: Facts, screening: Screening) -> Plan:
    """The plan of a case on a day: a proposal until it is set, with her agreement.

    Of a proposal no visit is on a day that has passed; phases that ended before entry have none.
    """
    time, schedule = facts.timeline, pack.sections.schedule
    decided, possible = decided_pack(pack, case, facts.on), screening.classification.possible
    history = history_of(pack, case, facts, remembering((decided, facts, possible)))
    was_set = history.was_set
    if time.ended_by:
        planned = _when_it_ended(history, facts)
        ended = Plan(
            "ended",
            time.intake,
            time.ended,
            (),
            _visits(pack, case, facts, planned, was_set)[0],
            (),
            to_do(pack, facts, screening, plan_set=False),
            time.ended_by,
        )
        # What was only proposed is gone, and with it whether a visit was in it.
        return ended._replace(warnings=_of_visits(case, planned, facts) if was_set else ())
    planned = as_planned(history, facts, screening)
    status = _status(facts, screening, planned.terms, was_set)
    said = (
        *odd_days(pack, case, facts),
        *_of_visits(case, planned, facts),
        *odd_visits(schedule, case, planned, facts.on),
        *odd_wishes(case, planned.terms, facts.on),
    )
    if status in ("none", "ended") and not was_set:
        planned = Planned()
    terms = planned.terms
    visits, found = _visits(pack, case, facts, planned, was_set)
    whole = (spell for spell in terms.spells if not spell.extra)
    phases = tuple(_phase(spell, terms, visits, facts.on) for spell in whole)
    since = next((span.start for span in was_set if span.holds(facts.on)), None)
    planned = _told(planned, since)
    return Plan(
        status,
        history.entry if phases else None,
        max(until for _, until in time.phases.values()) if phases else None,
        phases,
        visits,
        () if status == "ended" else goals(pack, case, facts, screening, [p.id for p in phases]),
        to_do(pack, facts, screening, plan_set=status == "set"),
        without_day=tuple(one for one in planned.without_day if one.by_the_book >= facts.on),
        changed=planned.changed,
        changes=planned.changes,
        hours=visit_hours(pack, facts),
        preference=terms.preference,
        language=language_to_match(schedule, case, facts, found),
        warnings=(*said, *student_warnings(schedule, case, found, visits, facts.on)),
        since=since,
    )


def _told(planned: Planned, since: date | None) -> Planned:
    """Without changes up to the day on which it was set: nobody was told of the days before."""
    if since is None or planned.changed is None or planned.changed > since:
        return planned
    return planned._replace(changed=None, changes=())


def _when_it_ended(history: History, facts: Facts) -> Planned:
    """What was planned on the day that the support ended; nothing of what was only proposed."""
    if not history.was_set or facts.timeline.ended is None:
        return Planned()
    return planned_before(history, facts, facts.timeline.ended)


def _visits(
    pack: Pack, case: Case, facts: Facts, planned: Planned, was_set: tuple[Span, ...]
) -> tuple[tuple[Visit, ...], tuple[Handover, ...]]:
    """The visits, and where a student hands over at them."""
    on, time = facts.on, facts.timeline
    visits = visits_of(case, planned, on, was_set, time.ended)
    found = handovers(pack.sections.schedule, case, visits, time.due, on)
    return with_handovers(visits, found), found


def _of_visits(case: Case, planned: Planned, facts: Facts) -> tuple[Warning, ...]:
    return (*not_in_plan(case, planned, facts.on), *said_otherwise(case, facts.on))


def _status(facts: Facts, screening: Screening, terms: Terms, was_set: tuple[Span, ...]) -> Status:
    """None without a pregnancy or grade, open with an open class, else a proposal until set."""
    borders = facts.timeline.phases.values()
    if not borders:
        return "none"
    if facts.on >= max(until for _, until in borders):
        return "ended"
    settled = screening.classification.level is not None
    is_set = any(span.holds(facts.on) for span in was_set)
    if is_set and terms.spells and (settled or _goes_on(screening, terms)):
        return "set"
    if not settled:
        return "open"
    return "proposed" if terms.spells else "none"


def _goes_on(screening: Screening, terms: Terms) -> bool:
    """Whether a phase that was set is kept though it is open again."""
    return any(screening.truths[f"phase:{spell.phase}"] is None for spell in terms.spells)


def visit_hours(pack: Pack, facts: Facts) -> int | None:
    """How long a visit takes, in hours, where the pack says so."""
    schedule = pack.sections.schedule
    return None if schedule is None else of_classes(schedule.hours, facts, ())


def _phase(spell: Spell, terms: Terms, visits: tuple[Visit, ...], on: date) -> PlanPhase:
    mine = [visit for visit in visits if visit.phase == spell.phase]
    to_come = sum(visit.date >= on and visit.status in TO_COME for visit in mine)
    done, missed = (sum(visit.status == status for visit in mine) for status in ("done", "missed"))
    often = more_often(spell, terms.spells, on)
    return PlanPhase(
        spell.phase, spell.from_, spell.until, spell.interval, to_come, done, missed, often
    )


def to_do(
    pack: Pack, facts: Facts, screening: Screening, *, plan_set: bool
) -> tuple[PlanAction, ...]:
    """Every action that is called for, with what covers it and what is on offer for it."""
    found = offers(pack, facts, plan_set=plan_set)
    return tuple(_with_offers(one, found) for one in called_for(pack, facts, screening))


def called_for(pack: Pack, facts: Facts, screening: Screening) -> tuple[PlanAction, ...]:
    """Every action that is called for, with what covers it; whatever is on offer."""
    return _merged(pack, tuple(_actions(pack, facts, screening)))


def _actions(pack: Pack, facts: Facts, screening: Screening) -> Iterator[PlanAction]:
    """Every action whose rule is true, with what is going on and the findings (or else the facts)
    that asked for it.

    One that was decided about is always there, so that leaving it out is seen as well.
    """
    decided = {decision.key: decision for decision in screening.overrides}
    for id, model in pack.sections.actions.items():
        truth, decision = screening.truths[f"action:{id}"], decided.get(f"action:{id}")
        because = _true_findings(pack, screening, model.for_)
        around = facts.timeline.circumstances
        after = tuple(one for one in around if one.is_one_of(model.after))
        if decision is not None:
            stopped = _decided_against(decision, facts, after, truth=bool(truth))
        elif truth:
            because = because or _asked_by(screening, id)
            stopped = _stopped(pack, model, because, after, facts.timeline.ended_by)
        else:
            continue
        if stopped is None and not any(one.event == LOSS for one in after):
            # What is for after a loss has no phases, and comes after the last one too.
            stopped = not_now(model.phases, facts)
        action = PlanAction(id, model.phases, because, stopped, decision, after)
        yield from _unless_in_the_way(action, model, facts)


def _unless_in_the_way(action: PlanAction, model: Action, facts: Facts) -> Iterator[PlanAction]:
    """The action, not for now where something is in its way; a decision since then goes before.

    Where that may not be told the action is left out without a word.
    """
    since = date.min if action.override is None else action.override.date
    way = tuple(one for one in in_the_way(model.not_while, facts) if one.from_ > since)
    told = told_of(way, facts)
    if action.suppressed_by is not None or not way:
        yield action
    elif told:
        yield action._replace(suppressed_by="not_while", not_while=told)


def _with_offers(action: PlanAction, found: Mapping[str, tuple[PlanOffer, ...]]) -> PlanAction:
    """With what is on offer for it, and for what it covers."""
    of_these = (offer for id in (action.id, *action.merges) for offer in found.get(id, ()))
    its = tuple({offer.id: offer for offer in of_these}.values())
    return action._replace(offers=with_its_action(its) if action.suppressed_by else its)


def _merged(pack: Pack, actions: tuple[PlanAction, ...]) -> tuple[PlanAction, ...]:
    """With those that another covers merged into it, which then has their reasons as well."""
    going_on = [action.id for action in actions if action.suppressed_by is None]
    decided = frozenset(action.id for action in actions if action.override)
    into = merged_into(pack, going_on, decided)
    of = {action.id: action for action in actions}

    def with_its_own(action: PlanAction) -> PlanAction:
        if action.suppressed_by is None and action.id in into:
            return action._replace(suppressed_by="merged", merged_into=into[action.id])
        merges = tuple(id for id in going_on if into.get(id) == action.id)
        them = [of[id] for id in (action.id, *merges)]
        because = dict.fromkeys(reason for one in them for reason in one.because)
        after = dict.fromkeys(reason for one in them for reason in one.after)
        return action._replace(because=tuple(because), after=tuple(after), merges=merges)

    return tuple(map(with_its_own, actions))


def _decided_against(
    decision: Decision, facts: Facts, after: tuple[Circumstance, ...], *, truth: bool
) -> Suppressed | None:
    """Why an action that was decided about is not for now: a loss since then stops it too."""
    if not truth:
        return "override"
    ended = facts.timeline.ended if facts.timeline.ended_by in (LOSS, UNSAID) else None
    return "loss" if ended and decision.date < ended and not _outlasts(after) else None


def _outlasts(after: tuple[Circumstance, ...]) -> bool:
    return any(one.outlasts_loss for one in after)


def _asked_by(screening: Screening, id: str) -> tuple[str, ...]:
    """The facts and classes in an action's own condition that hold; of classes, hers alone."""
    possible = screening.classification.possible
    tree = screening.why[f"action:{id}"]
    asked = tuple(leaf for leaf in leaves_of(tree) if leaf.kind != "after")
    # Where nothing asked is true (a `not`), all that was asked is the reason.
    told = [leaf for leaf in asked if leaf.truth] or asked
    named = (name for leaf in told for name in leaf.of if leaf.kind != "class" or name in possible)
    return tuple(dict.fromkeys(named)) or tuple(name for leaf in told for name in leaf.of)


def _stopped(
    pack: Pack,
    action: Action,
    because: tuple[str, ...],
    after: tuple[Circumstance, ...],
    ended: EventName | None,
) -> Suppressed | None:
    """After a loss only what is for that or keeps her safe goes on; after another end, all but
    the programme."""
    if ended in (LOSS, UNSAID):
        safe = set(pack.sections.signals).intersection(because)
        return None if safe or _outlasts(after) else "loss"
    theirs = ended in LEAVES and not pack.sections.roles[action.role].team
    by_class = set(pack.sections.classes.classes).issuperset(because) and not after
    if ended is None or theirs or not by_class:
        return None
    return cast(Suppressed, ended)


def _true_findings(pack: Pack, screening: Screening, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id for id in ids if screening.truths[finding_key(pack.sections, id)])
