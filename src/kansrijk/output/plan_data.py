"""A plan as plain data: its phases, visits, goals, actions and offers."""

from __future__ import annotations

from collections.abc import Iterable

from kansrijk.case.availability import Preference
from kansrijk.case.case import WEEKDAYS
from kansrijk.case.circumstances import Circumstance
from kansrijk.output.data import Data, day_data, decision_data, rests_on, tree
from kansrijk.output.words import Words
from kansrijk.planning.goals import PlanGoal
from kansrijk.planning.language import LanguageToMatch
from kansrijk.planning.offers import PlanOffer
from kansrijk.planning.overdue import Overdue
from kansrijk.planning.plan import Plan, PlanAction, PlanPhase
from kansrijk.planning.visits import Visit


def plan_data(plan: Plan, words: Words) -> Data:
    """A plan; what each of its lines rests on stands beside it."""
    return {
        "status": plan.status,
        "start": day_data(plan.start),
        "end": day_data(plan.end),
        "phases": [_phase(phase, words) for phase in plan.phases],
        "hours": plan.hours,
        "preference": _preference(plan.preference),
        **language_data(plan.language),
        "visits": [_visit(visit, words) for visit in plan.visits],
        "without_day": [
            {
                "id": one.id,
                "phase": one.phase,
                "by_the_book": day_data(one.by_the_book),
                "because": list(one.because),
            }
            for one in plan.without_day
        ],
        "changed": day_data(plan.changed),
        "changes": [
            {
                "visit": change.visit,
                "from": day_data(change.from_),
                "to": day_data(change.to),
                "because": list(change.because),
            }
            for change in plan.changes
        ],
        "goals": [_goal(goal, words) for goal in plan.goals],
        "actions": [_action(action, words) for action in plan.actions],
    }


def language_data(found: LanguageToMatch | None) -> Data:
    return {
        "language": found and found.fact,
        "language_until": found and day_data(found.until),
        "language_from": found and day_data(found.from_),
    }


def overdue_data(found: Overdue) -> Data:
    return {
        "visits": [one.id for one in found.visits],
        "first_visit": day_data(found.first_visit),
        "intake": day_data(found.intake),
    }


def _visit(visit: Visit, words: Words) -> Data:
    return {
        "id": visit.id,
        "date": day_data(visit.date),
        "time": visit.time,
        "phase": visit.phase,
        "role": visit.role,
        "purpose": words.text(words.pack.sections.phases[visit.phase].purpose),
        "status": visit.status,
        "by_the_book": day_data(visit.by_the_book),
        "because": list(visit.because),
        "along": visit.along,
        "handover": visit.handover,
    }


def _preference(preference: Preference | None) -> Data | None:
    if preference is None:
        return None
    days = [WEEKDAYS[day] for day in sorted(preference.days)]
    return {"days": days, "time": preference.time}


def _phase(phase: PlanPhase, words: Words) -> Data:
    model, often = words.pack.sections.phases[phase.id], phase.interval
    return {
        "id": phase.id,
        "label": words.text(model.label),
        "from": day_data(phase.from_),
        "until": day_data(phase.until),
        "interval": None if often is None else often._asdict(),
        "more_often": more_often(phase),
        "themes": [words.text(theme) for theme in model.themes],
        "visits": phase.visits,
        "done": phase.done,
        "missed": phase.missed,
        **rests_on(model),
    }


def more_often(phase: PlanPhase) -> list[Data]:
    """Until when visits are more often."""
    return [{"until": day_data(one.until), **one.interval._asdict()} for one in phase.more_often]


def _goal(goal: PlanGoal, words: Words) -> Data:
    """A goal; one of her own stands in her words alone, and rests on no rule."""
    phase = words.pack.sections.phases[goal.phase] if goal.phase else None
    return {
        "id": goal.id,
        "label": words.text(phase.goals[goal.id].label) if phase else goal.text,
        "phase": goal.phase,
        "because": list(goal.because),
        "rule": f"phase:{goal.phase}" if phase else None,
        **rests_on(phase),
        "state": goal.state,
        "put_off_by": goal.put_off_by,
        "not_while": after_data(goal.not_while),
        "told": day_data(goal.told),
        "own": goal.own,
        "text": goal.text,
    }


def _action(action: PlanAction, words: Words) -> Data:
    model = words.pack.sections.actions[action.id]
    return {
        "id": action.id,
        "label": words.text(model.label),
        "domain": model.domain,
        "role": model.role,
        "phases": list(action.phases),
        "because": list(action.because),
        "after": after_data(action.after),
        **rests_on(model),
        "offers": [offer_data(offer, words) for offer in action.offers],
        "suppressed_by": action.suppressed_by,
        "not_while": after_data(action.not_while),
        "merged_into": action.merged_into,
        "merges": list(action.merges),
        "override": decision_data(action.override),
    }


def after_data(after: Iterable[Circumstance]) -> list[Data]:
    """What calls for an action or is in its way: the event, its kind where told, and since when."""
    return [{"event": one.event, "kind": one.kind, "from": day_data(one.from_)} for one in after]


def offer_data(offer: PlanOffer, words: Words) -> Data:
    """An offer; what no source tells of it is null."""
    model = words.pack.sections.offers[offer.id]
    told = {
        name: text and words.text(text)
        for name in ("waiting", "meanwhile", "cost", "languages", "note")
        for text in (getattr(model, name),)
    }
    return {
        "id": offer.id,
        "label": words.text(model.label),
        "provider": words.text(model.provider),
        "fits": offer.fits,
        "missing": list(offer.missing),
        "because": offer.because and tree(offer.because),
        "from": day_data(offer.from_),
        "until": day_data(offer.until),
        **told,
        "one_of": model.one_of,
        "own": model.own,
        "confirmed": day_data(model.confirmed),
        "confirm_again": offer.confirm_again,
        **rests_on(model),
        "suppressed_by": offer.suppressed_by,
    }
