"""An assessment as plain data with stable names: the JSON of every command."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kansrijk.output.words import Words
from kansrijk.pack.numbers import plain
from kansrijk.planning.plan import Plan
from kansrijk.screening.because import Because, Leaf, NormUsed
from kansrijk.screening.receipt import receipt

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

Data = dict[str, Any]


def outcome(result: Assessment, lang: str) -> Data:
    """The whole outcome; `plan` is there only where one was made."""
    pack, screening, words = result.pack, result.screening, Words(result.pack, lang)
    parts = pack.sections
    grade = screening.classification
    data: Data = {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "case": result.case.case,
        "date": result.date.isoformat(),
        "engines": list(result.engines),
        "criteria": [
            {
                "id": found.id,
                "label": words.text(parts.criteria[found.id].label),
                "domain": parts.criteria[found.id].domain,
                "truth": found.truth,
                "basis": parts.criteria[found.id].basis,
                "sources": list(parts.criteria[found.id].source),
                "because": tree(found.because),
            }
            for found in screening.criteria
        ],
        "signals": [
            {
                "id": found.id,
                "label": words.text(parts.signals[found.id].label),
                "truth": found.truth,
                "urgency": parts.signals[found.id].urgency,
                "route": words.text(parts.signals[found.id].route),
                "basis": parts.signals[found.id].basis,
                "sources": list(parts.signals[found.id].source),
                "because": tree(found.because),
            }
            for found in screening.signals
        ],
        "classification": {
            "class": grade.level,
            "possible": list(grade.possible),
            "label": words.class_label(grade.level),
            "because": tree(grade.because),
        },
        "strengths": [
            {"id": id, "label": words.text(parts.strengths[id].label)} for id in screening.strengths
        ],
        "questions": [
            {
                "fact": question.fact,
                "text": words.question(question.fact),
                "why": words.needed_for(question.why),
                "cost": question.cost,
                "settles_class": question.settles_class,
                "settles_plan": question.settles_plan,
            }
            for question in screening.questions
        ],
        "intake": {
            "offered": screening.intake.offered,
            "because": list(screening.intake.because),
            "within_days": screening.intake.within_days,
        },
    }
    if result.plan is not None:
        data["plan"] = plan_data(result.plan, words)
    data["warnings"] = [
        {"code": warning.code, "message": words.warning(warning)} for warning in screening.warnings
    ]
    data["receipt"] = receipt(pack, result.facts, screening, result.engines)
    return data


def plan_data(plan: Plan, words: Words) -> Data:
    parts = words.pack.sections
    return {
        "status": plan.status,
        "start": _day(plan.start),
        "end": _day(plan.end),
        "phases": [
            {
                "id": phase.id,
                "label": words.text(parts.phases[phase.id].label),
                "from": _day(phase.from_),
                "until": _day(phase.until),
                "interval": phase.interval
                and {"visits": phase.interval.visits, "days": phase.interval.days},
                "themes": [words.text(theme) for theme in parts.phases[phase.id].themes],
                "visits": phase.visits,
            }
            for phase in plan.phases
        ],
        "visits": [
            {
                "id": visit.id,
                "date": _day(visit.date),
                "phase": visit.phase,
                "role": visit.role,
                "purpose": words.text(parts.phases[visit.phase].purpose),
                "status": visit.status,
            }
            for visit in plan.visits
        ],
        "goals": [
            {
                "id": goal.id,
                "label": words.text(parts.phases[goal.phase].goals[goal.id].label),
                "phase": goal.phase,
                "because": list(goal.because),
            }
            for goal in plan.goals
        ],
        "actions": [
            {
                "id": action.id,
                "label": words.text(parts.actions[action.id].label),
                "domain": parts.actions[action.id].domain,
                "role": parts.actions[action.id].role,
                "phases": list(action.phases),
                "because": list(action.because),
                "basis": parts.actions[action.id].basis,
                "sources": list(parts.actions[action.id].source),
                "suppressed_by": action.suppressed_by,
            }
            for action in plan.actions
        ],
    }


def tree(because: Because) -> Data:
    """`{op, truth, items}`, or a leaf: what it is about, what was asked, its truth, the norm."""
    if not isinstance(because, Leaf):
        node: Data = {"op": because.op, "truth": because.truth}
        if because.at_least is not None:
            node["at_least"] = because.at_least
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
