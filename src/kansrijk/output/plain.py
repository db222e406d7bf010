"""An assessment as plain data with stable names: the JSON of an outcome."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kansrijk.case.case import Wish
from kansrijk.case.wishes import wishes
from kansrijk.exploring.hangs_on import HangsOn
from kansrijk.exploring.margins import Margin, margin_warnings
from kansrijk.output.data import Data, decision_data, rests_on, tree
from kansrijk.output.places import places
from kansrijk.output.plan_data import overdue_data, plan_data
from kansrijk.output.words import Words
from kansrijk.pack.numbers import PLACES, plain
from kansrijk.planning.trajectory import Standing
from kansrijk.screening.questions import Question
from kansrijk.screening.receipt import receipt
from kansrijk.screening.screen import Classification, Finding

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


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
            {"id": id, "label": words.label(f"strength:{id}"), **rests_on(parts.strengths[id])}
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
        overdue = overdue_data(result.overdue)
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
        **rests_on(model),
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
        **rests_on(model),
        "because": tree(found.because),
    }


def _classification(grade: Classification, words: Words) -> Data:
    model = words.pack.sections.classes.classes[grade.level] if grade.level else None
    return {
        "class": grade.level,
        "possible": list(grade.possible),
        "label": words.class_label(grade.level),
        **rests_on(model),
        "because": tree(grade.because),
        "override": decision_data(grade.override),
    }


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
