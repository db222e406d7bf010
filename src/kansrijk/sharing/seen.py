"""An outcome as one reader may see it: worked out again without what that reader may not know.

What is hidden is taken out of the case before anything is worked out, so that nothing shown can
tell of it. A rule that would say something else for want of it says nothing. The days of the
visits, how often they are and who comes are as they are, for the team that makes them and for her.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from kansrijk.case.availability import ABSENCE, RETURN
from kansrijk.case.case import Case, Event, Observation
from kansrijk.case.derive import beneath, derivations
from kansrijk.case.events import UNDO
from kansrijk.case.facts import Facts
from kansrijk.case.goals import GOAL
from kansrijk.case.overrides import OVERRIDE
from kansrijk.pack.care import MOTHER
from kansrijk.pack.condition import Answered, Condition, FirstKnown
from kansrijk.pack.events import ENDINGS, LASTING, LOSS, TEAM_ONLY, UNSAID, UNTOLD
from kansrijk.pack.pack import Pack, PackRule, facts_in, leaves, parts
from kansrijk.pack.rules import finding_key
from kansrijk.planning.goals import goals
from kansrijk.planning.plan import Plan, PlanAction, to_do
from kansrijk.reading import InputError, Place, did_you_mean, problem, quoted
from kansrijk.screening.overrides import UNKNOWN, with_constants
from kansrijk.screening.screen import Decision, Finding, Screening

"""She reads her copy at home, where others may read it too."""


IN_FORCE = (*TEAM_ONLY, ABSENCE, RETURN, UNDO)
"""Events that tell what is in force for a while."""

NO_VISITS: Mapping[str, Any] = {
    "phases": (),
    "visits": (),
    "without_day": (),
    "changed": None,
    "changes": (),
    "hours": None,
    "preference": None,
    "language": None,
}
"""Of a plan for who does not make the visits."""


def readers(pack: Pack) -> tuple[str, ...]:
    """Whom a copy can be for: her, and each role."""
    return (MOTHER, *pack.sections.roles)


def names_of_readers(pack: Pack) -> Mapping[str, str]:
    """Whom each name stands for by which a copy can be asked: hers, those of roles, and others."""
    also = {name: id for id, role in pack.sections.roles.items() for name in role.also}
    return {id: id for id in readers(pack)} | also


def reader_of(pack: Pack, name: str) -> str:
    """Whom a name stands for; raises InputError where it is nobody's."""
    named = names_of_readers(pack)
    if name not in named:
        place, help = Place("reader", None, None), did_you_mean(name, tuple(named))
        raise InputError([problem("unknown_role", place, name=quoted(name), help=help)])
    return named[name]


class View(NamedTuple):
    """What an outcome for a reader is worked out from.

    `visits`: its visits are those of the outcome itself, for her and for the team.
    """

    pack: Pack
    case: Case
    hidden: Set[str]
    visits: bool


def view(pack: Pack, case: Case, reader: str, ended: date | None = None) -> View:
    """What a role of the pack may see, or MOTHER.

    `ended`: when the support ended, for who may not know by what: then no ending is left.
    """
    hidden = hidden_from(pack, reader)
    left = with_constants(pack, unsaid(pack, reader))
    seen = _without(case, hidden, _events(pack, case, reader, ended))
    visits = makes_visits(pack, reader)
    # What is in the way of an action or goal is so for whom the plan is made, told or not.
    seen._untold = tuple(one for one in case.events if visits and one.event in IN_FORCE)
    return View(left, seen, hidden, visits)


def makes_visits(pack: Pack, reader: str) -> bool:
    """Whether the days of the visits are a reader's to know: hers, and the team's."""
    return reader == MOTHER or pack.sections.roles[reader].team


def ended_seen(pack: Pack, facts: Facts, reader: str) -> date | None:
    """When the support ended, where the reader may not know by what: a loss reads as any end."""
    return None if _may_know_of_loss(pack, reader) else facts.timeline.ended


@lru_cache(maxsize=64)
def _may_know_of_loss(pack: Pack, reader: str) -> bool:
    """She, the team, and who has something to do after a loss by the pack."""
    after = {one.role for one in pack.sections.actions.values() if LOSS in one.after}
    return reader in (MOTHER, *after) or (
        reader in pack.sections.roles and pack.sections.roles[reader].team
    )


@lru_cache(maxsize=64)
def hidden_from(pack: Pack, reader: str) -> Set[str]:
    """The facts that a reader may not see."""
    facts = pack.sections.facts.items()
    if reader == MOTHER:
        return frozenset(id for id, fact in facts if not fact.home)
    return frozenset(id for id, fact in facts if not fact.may_be_seen(reader))


@lru_cache(maxsize=64)
def unsaid(pack: Pack, reader: str) -> Mapping[str, Condition]:
    """The rules of which a reader hears nothing, whatever is known: unknown stands for them.

    Those are the signals that must not reach her home, and every rule that could say something
    else, and not only less, for want of what is hidden.
    """
    hidden = hidden_from(pack, reader)
    found = {rule.key: UNKNOWN for rule in pack.rules if _says_otherwise(pack, rule, hidden)}
    if reader == MOTHER:
        signals = pack.sections.signals.items()
        found |= {f"signal:{id}": UNKNOWN for id, signal in signals if not signal.home}
    return found


def _says_otherwise(pack: Pack, rule: PackRule, hidden: Set[str]) -> bool:
    """Whether it takes the next way where one is not known, or looks at what is derived."""
    derived = _named(rule.when) & hidden & derivations(pack).keys()
    turns = (part for part in parts(rule.when) if isinstance(part, FirstKnown | Answered))
    return bool(derived) or any(
        not hidden.isdisjoint(beneath(pack, _named(part), frozenset())) for part in turns
    )


def _named(condition: Condition) -> frozenset[str]:
    answered = {leaf.fact for leaf in leaves(condition) if isinstance(leaf, Answered)}
    return frozenset({*facts_in(condition), *answered})


def _events(pack: Pack, case: Case, reader: str, ended: date | None) -> tuple[Event, ...]:
    """The events that a reader may know of, none with its kind, and what was taken back of them."""
    of_team = reader != MOTHER and pack.sections.roles[reader].team
    untold = frozenset[str]() if of_team else frozenset(TEAM_ONLY)
    if not _may_know_of_loss(pack, reader):
        untold |= {LOSS, *(() if ended is None else ENDINGS)}
    decided = _untold_actions(pack, untold)
    goals = _untold_goals(pack, reader)
    told = [
        _without_kind(one)
        for one in case.events
        if one.event not in untold
        and not (one.event == OVERRIDE and one.of in decided)
        and not (one.event == GOAL and one.of in goals)
    ]
    there = {(one.event, one.date, one.number) for one in told}
    return tuple(one for one in told if one.event != UNDO or (one.of, one.on, one.number) in there)


@lru_cache(maxsize=64)
def _untold_actions(pack: Pack, untold: Set[str]) -> Set[str]:
    """The keys of actions for what is not told: a decision about one would tell of it."""
    names = (frozenset(UNTOLD) | untold) - (frozenset(LASTING) - untold)
    actions = pack.sections.actions.items()
    return frozenset(f"action:{id}" for id, one in actions if names.intersection(one.after))


@lru_cache(maxsize=64)
def _untold_goals(pack: Pack, reader: str) -> Set[str]:
    """The goals that a reader may not know of: that one is reached tells that there was one."""
    hidden, rules = hidden_from(pack, reader), {rule.key: rule for rule in pack.rules}
    found = set[str]()
    for phase in pack.sections.phases.values():
        for id, goal in phase.goals.items():
            keys = (finding_key(pack.sections, one) for one in goal.for_)
            if any(_rests_on(pack, rules[key], hidden) for key in keys) or (
                reader == MOTHER and not goal.home
            ):
                found.add(id)
    return found


def _without(case: Case, hidden: Set[str], events: tuple[Event, ...]) -> Case:
    """The case with these events, as if nobody had ever spoken of these facts."""
    observed = (_observed(one, hidden) for one in case.observations)
    seen = case.model_copy(
        update={
            "facts": {id: value for id, value in case.facts.items() if id not in hidden},
            "observations": tuple(one for one in observed if one is not None),
            "events": events,
        }
    )
    # Its places are in a file that holds what is hidden.
    seen._document = None
    return seen


def _without_kind(event: Event) -> Event:
    return event.model_copy(update={"kind": None}) if event.kind else event


def _observed(seen: Observation, hidden: Set[str]) -> Observation | None:
    facts = {id: value for id, value in seen.facts.items() if id not in hidden}
    told = facts or seen.help or seen.first is not None or seen.wishes is not None
    return seen.model_copy(update={"facts": facts}) if told else None


def shown(seen: View, found: Screening, reader: str) -> Screening:
    """Without findings that are unknown because something is hidden, and questions about that.

    Of a warning no place in the case file is told.
    """
    pack, hidden = seen.pack, seen.hidden
    whole = {rule.key for rule in pack.rules if not _rests_on(pack, rule, hidden)}

    def told(kind: str, findings: tuple[Finding, ...]) -> Iterator[Finding]:
        for one in findings:
            if one.truth is not None or f"{kind}:{one.id}" in whole:
                yield one

    signals = found.signals
    if reader == MOTHER:
        signals = tuple(one for one in signals if pack.sections.signals[one.id].home)
    if hidden:
        found = _without_reasons(found)
    return found._replace(
        criteria=tuple(told("criterion", found.criteria)),
        signals=tuple(told("signal", signals)),
        questions=tuple(one for one in found.questions if one.fact not in hidden),
        warnings=tuple(one._replace(paths=()) for one in found.warnings),
    )


def with_warnings(
    seen: View, found: Screening, own: Plan | None, plan: Plan | None, reader: str
) -> Screening:
    """With the warnings about visits for the team that makes them, and for nobody else.

    `own` is the plan that follows from what the reader may see, with warnings of its own.
    """
    theirs = plan.warnings if plan and seen.visits and reader != MOTHER else ()
    without = own.warnings if own else ()
    kept = (one for one in found.warnings if one not in without)
    return found._replace(warnings=(*kept, *theirs))


def _without_reasons(found: Screening) -> Screening:
    """Without what professionals wrote of why they decided: it may tell of what is hidden."""

    def silent(decision: Decision | None) -> Decision | None:
        return decision and decision._replace(reason="")

    return found._replace(
        criteria=tuple(one._replace(override=silent(one.override)) for one in found.criteria),
        classification=found.classification._replace(
            override=silent(found.classification.override)
        ),
        overrides=tuple(one._replace(reason="") for one in found.overrides),
    )


def _rests_on(pack: Pack, rule: PackRule, hidden: Set[str]) -> bool:
    """Whether a rule looks at what is hidden; one of which nothing is said is so for that."""
    return rule.when == UNKNOWN or not hidden.isdisjoint(
        beneath(pack, _named(rule.when), frozenset())
    )


def plan_seen(
    plan: Plan, own: Plan | None, seen: View, facts: Facts, found: Screening, reader: str
) -> Plan:
    """The plan as a reader may see it: goals and actions by what may be seen.

    `own` is what follows from that alone, for who does not make the visits.
    """
    hidden = seen.hidden
    if own is not None:
        plan = own._replace(**NO_VISITS)
    else:
        listed = [phase.id for phase in plan.phases]
        ended = plan.status == "ended"
        plan = plan._replace(
            goals=() if ended else goals(seen.pack, seen.case, facts, found, listed),
            actions=to_do(seen.pack, facts, found, plan_set=plan.status == "set"),
            language=None if plan.language and plan.language.fact in hidden else plan.language,
        )
        plan = _without_kinds(plan)
    actions = (_offered(one, hidden) for one in plan.actions)
    plan = plan._replace(actions=tuple(actions), warnings=())
    if plan.ended_by == UNSAID:
        # What has stopped, and since when, would tell of what it was.
        going_on = (one for one in plan.actions if not one.suppressed_by)
        plan = plan._replace(actions=tuple(map(_without_stopped, going_on)), end=None)
    return _at_home(seen.pack, plan) if reader == MOTHER else plan


def _without_kinds(plan: Plan) -> Plan:
    """With no more said of a day than that somebody is away then."""

    def why(because: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(ABSENCE if one in UNTOLD else one for one in because))

    return plan._replace(
        visits=tuple(one._replace(because=why(one.because)) for one in plan.visits),
        without_day=tuple(one._replace(because=why(one.because)) for one in plan.without_day),
        changes=tuple(one._replace(because=why(one.because)) for one in plan.changes),
    )


def _without_stopped(action: PlanAction) -> PlanAction:
    made = tuple(one for one in action.offers if not one.suppressed_by)
    return action._replace(offers=made)


def _offered(action: PlanAction, hidden: Set[str]) -> PlanAction:
    """Without the offers of which only what is hidden says whether they fit, and reasons."""
    kept = tuple(one for one in action.offers if hidden.isdisjoint(one.missing))
    if hidden and action.override:
        action = action._replace(override=action.override._replace(reason=""))
    return action._replace(offers=kept)


def _at_home(pack: Pack, plan: Plan) -> Plan:
    """Without the goals, actions and offers that must not reach her home."""
    parts = pack.sections
    actions = (
        one._replace(offers=tuple(o for o in one.offers if parts.offers[o.id].home))
        for one in plan.actions
        if parts.actions[one.id].home
    )
    return plan._replace(
        goals=tuple(
            one
            for one in plan.goals
            if one.phase is None or parts.phases[one.phase].goals[one.id].home
        ),
        actions=tuple(actions),
    )
