"""An assessment as plain data with stable names: the JSON of every command."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kansrijk.case.availability import Preference
from kansrijk.case.case import WEEKDAYS, Wish
from kansrijk.case.circumstances import Circumstance
from kansrijk.case.wishes import wishes
from kansrijk.exploring.hangs_on import HangsOn
from kansrijk.exploring.margins import Margin, margin_warnings
from kansrijk.output.places import places
from kansrijk.output.words import Words
from kansrijk.pack.model import Class
from kansrijk.pack.numbers import PLACES, plain
from kansrijk.pack.parts import Based
from kansrijk.planning.goals import PlanGoal
from kansrijk.planning.offers import PlanOffer
from kansrijk.planning.overdue import Overdue
from kansrijk.planning.plan import Plan, PlanAction, PlanPhase
from kansrijk.planning.trajectory import Standing
from kansrijk.planning.visits import Visit
from kansrijk.screening.because import Because, Leaf, NormUsed
from kansrijk.screening.questions import Question
from kansrijk.screening.receipt import receipt
from kansrijk.screening.screen import Classification, Decision, Finding

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

Data = dict[str, Any]


def outcome(result: Assessment, lang: str) -> Data:
    """The whole outcome; `plan` is there only where one was made."""
    pack, screening, words = result.pack, result.screening, Words(result.pack, lang)
    margins = result.margins
    parts = pack.sections
    help = wishes(result.case, result.date)
    data: Data = {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "case": result.case.case,
        "date": result.date.isoformat(),
        "engines": list(result.engines),
        "criteria": [_criterion(found, help.get(found.id), words) for found in screening.criteria],
        "signals": [_signal(found, words) for found in screening.signals],
        "classification": _classification(screening.classification, words),
        "strengths": [
            {"id": id, "label": words.label(f"strength:{id}"), **_rests_on(parts.strengths[id])}
            for id in screening.strengths
        ],
        "questions": [_question(question, words) for question in screening.questions],
        "margins": [margin_data(margin) for margin in margins],
        "hangs_on": hangs_on_data(result.hangs_on),
        "intake": {
            "offered": screening.intake.offered,
            "because": list(screening.intake.because),
            "within_days": screening.intake.within_days,
        },
    }
    data["trajectory"] = _trajectory(result.trajectory, words)
    if result.reader is not None:
        data["reader"] = result.reader
    if result.plan is not None:
        overdue = _overdue(result.overdue)
        data["plan"] = {**plan_data(result.plan, words), "overdue": overdue}
    warnings = (*screening.warnings, *margin_warnings(margins, result.facts))
    data["warnings"] = [
        {
            "code": warning.code,
            "message": words.warning(warning),
            "places": places(result.case, warning),
        }
        for warning in warnings
    ]
    data["receipt"] = receipt(pack, result.facts, screening, result.engines)
    return data


def _trajectory(found: Standing | None, words: Words) -> Data | None:
    if found is None:
        return None
    return {
        "state": found.state,
        "label": words.text(words.pack.sections.trajectory.states[found.state].label),
        "step": found.step,
        "determined": list(found.determined),
        "next": [
            {
                "event": one.event,
                "to": one.to,
                "by": list(one.by),
                "needs": list(one.needs),
                "lacking": list(one.lacking),
                "within_days": one.within_days,
            }
            for one in found.next
        ],
        "ended_by": found.ended_by,
    }


def _criterion(found: Finding, help: Wish | None, words: Words) -> Data:
    model = words.pack.sections.criteria[found.id]
    return {
        "id": found.id,
        "label": words.text(model.label),
        "domain": model.domain,
        "truth": found.truth,
        "help": help,
        **_rests_on(model),
        "because": tree(found.because),
        "override": decision_data(found.override),
    }


def _signal(found: Finding, words: Words) -> Data:
    model = words.pack.sections.signals[found.id]
    return {
        "id": found.id,
        "label": words.text(model.label),
        "truth": found.truth,
        "urgency": model.urgency,
        "route": words.text(model.route),
        **_rests_on(model),
        "because": tree(found.because),
    }


def _classification(grade: Classification, words: Words) -> Data:
    model = words.pack.sections.classes.classes[grade.level] if grade.level else None
    return {
        "class": grade.level,
        "possible": list(grade.possible),
        "label": words.class_label(grade.level),
        **_rests_on(model),
        "because": tree(grade.because),
        "override": decision_data(grade.override),
    }


def decision_data(decision: Decision | None) -> Data | None:
    """A decision beside what the rules themselves say; of the class also what is possible then."""
    if decision is None:
        return None
    says = decision.rules_say
    data: Data = {"by": decision.by, "date": _day(decision.date), "reason": decision.reason}
    if isinstance(says, tuple):
        data |= {"rules_say": says[0] if len(says) == 1 else None, "rules_possible": list(says)}
    else:
        data["rules_say"] = says
    return data | {"review": decision.review}


def _question(question: Question, words: Words) -> Data:
    return {
        "fact": question.fact,
        "text": words.question(question.fact),
        "why": words.needed_for(question.why),
        "cost": question.cost,
        "settles_class": question.settles_class,
        "settles_plan": question.settles_plan,
    }


def margin_data(margin: Margin) -> Data:
    return {
        "criterion": margin.criterion,
        "fact": margin.fact,
        "line": margin.line,
        "distance": plain(margin.distance, _places(margin.distance)),
        "side": margin.side,
        "unit": margin.unit,
        "could_turn": margin.could_turn,
        "turns_class": margin.turns_class,
    }


def _places(distance: int | Fraction) -> int:
    """So many decimals that a distance that is not none does not read as none."""
    places = PLACES
    while distance and not round(distance, places):
        places += 1
    return places


def hangs_on_data(found: HangsOn) -> Data:
    return {
        "robust": found.robust,
        "assumptions": [
            {"id": hang.id, "reading": hang.reading, "class": hang.level}
            for hang in found.assumptions
        ],
    }


def _rests_on(rule: Based | Class | None) -> Data:
    """What a rule rests on; an open class rests on none yet."""
    return {
        "basis": None if rule is None else rule.basis,
        "sources": [] if rule is None else list(rule.source),
    }


def plan_data(plan: Plan, words: Words) -> Data:
    """A plan; what each of its lines rests on stands beside it."""
    return {
        "status": plan.status,
        "start": _day(plan.start),
        "end": _day(plan.end),
        "phases": [_phase(phase, words) for phase in plan.phases],
        "hours": plan.hours,
        "preference": _preference(plan.preference),
        "language": plan.language,
        "language_from": _day(plan.language_from),
        "visits": [_visit(visit, words) for visit in plan.visits],
        "without_day": [
            {
                "id": one.id,
                "phase": one.phase,
                "by_the_book": _day(one.by_the_book),
                "because": list(one.because),
            }
            for one in plan.without_day
        ],
        "changed": _day(plan.changed),
        "changes": [
            {
                "visit": change.visit,
                "from": _day(change.from_),
                "to": _day(change.to),
                "because": list(change.because),
            }
            for change in plan.changes
        ],
        "goals": [_goal(goal, words) for goal in plan.goals],
        "actions": [_action(action, words) for action in plan.actions],
    }


def _overdue(found: Overdue) -> Data:
    return {
        "visits": [one.id for one in found.visits],
        "first_visit": _day(found.first_visit),
        "intake": _day(found.intake),
    }


def _visit(visit: Visit, words: Words) -> Data:
    return {
        "id": visit.id,
        "date": _day(visit.date),
        "time": visit.time,
        "phase": visit.phase,
        "role": visit.role,
        "purpose": words.text(words.pack.sections.phases[visit.phase].purpose),
        "status": visit.status,
        "by_the_book": _day(visit.by_the_book),
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
        "from": _day(phase.from_),
        "until": _day(phase.until),
        "interval": None if often is None else often._asdict(),
        "more_often": more_often(phase),
        "themes": [words.text(theme) for theme in model.themes],
        "visits": phase.visits,
        "done": phase.done,
        "missed": phase.missed,
        **_rests_on(model),
    }


def more_often(phase: PlanPhase) -> list[Data]:
    """Until when visits are more often."""
    return [{"until": _day(one.until), **one.interval._asdict()} for one in phase.more_often]


def _goal(goal: PlanGoal, words: Words) -> Data:
    """A goal; one of her own stands in her words alone, and rests on no rule."""
    phase = words.pack.sections.phases[goal.phase] if goal.phase else None
    return {
        "id": goal.id,
        "label": words.text(phase.goals[goal.id].label) if phase else goal.text,
        "phase": goal.phase,
        "because": list(goal.because),
        "rule": f"phase:{goal.phase}" if phase else None,
        **_rests_on(phase),
        "state": goal.state,
        "put_off_by": goal.put_off_by,
        "not_while": after_data(goal.not_while),
        "told": _day(goal.told),
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
        **_rests_on(model),
        "offers": [offer_data(offer, words) for offer in action.offers],
        "suppressed_by": action.suppressed_by,
        "not_while": after_data(action.not_while),
        "merged_into": action.merged_into,
        "merges": list(action.merges),
        "override": decision_data(action.override),
    }


def after_data(after: Iterable[Circumstance]) -> list[Data]:
    """What calls for an action or is in its way: the event, its kind where told, and since when."""
    return [{"event": one.event, "kind": one.kind, "from": _day(one.from_)} for one in after]


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
        "from": _day(offer.from_),
        "until": _day(offer.until),
        **told,
        "one_of": model.one_of,
        "own": model.own,
        "confirmed": _day(model.confirmed),
        "confirm_again": offer.confirm_again,
        **_rests_on(model),
        "suppressed_by": offer.suppressed_by,
    }


def tree(because: Because) -> Data:
    """`{op, truth, items}`, or a leaf: what it is about, what was asked, its truth, the norm."""
    if not isinstance(because, Leaf):
        node: Data = {"op": because.op, "truth": because.truth}
        if because.at_least is not None:
            node["at_least"] = because.at_least
        if because.norms:
            node["norms"] = [norm(used) for used in because.norms]
        return node | {"items": [tree(item) for item in because.items]}
    of: Any = because.of[0] if because.kind in ("fact", "criterion", "signal") else list(because.of)
    leaf: Data = {because.kind: of, "truth": because.truth}
    if because.test is not None:
        comparator, asked = because.test
        leaf["test"] = {comparator: number(asked)}
    if because.norm is not None:
        leaf["norm"] = norm(because.norm)
    return leaf


def norm(used: NormUsed) -> Data:
    data: Data = {"id": used.id, "value": number(used.value)}
    data |= {"from": _day(used.from_), "sources": list(used.sources)}
    if used.basis is not None:
        data["basis"] = used.basis
    if used.parts:
        data["parts"] = [norm(part) for part in used.parts]
    return data


def number(value: Any) -> Any:
    """A value for JSON; a table has no one value."""
    if isinstance(value, Fraction):
        return plain(value)
    if isinstance(value, tuple):
        return [number(item) for item in value]
    return None if isinstance(value, Mapping) else value


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def to_json(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
