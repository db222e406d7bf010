"""What would and what will change, and what is enough, as plain data with stable names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kansrijk.exploring.ahead import Change as Ahead
from kansrijk.exploring.compare import Differences, Moved, by_the_rules, compare, new_warnings
from kansrijk.exploring.enough import Enough
from kansrijk.exploring.towards import Towards
from kansrijk.output.plan_data import more_often
from kansrijk.output.words import Words
from kansrijk.pack.numbers import plain
from kansrijk.planning.plan import PlanPhase
from kansrijk.screening.screen import Classification, Decision, Intake

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

Data = dict[str, Any]
MOVED = ("strengths", "questions", "actions", "suppressed", "offers", "goals", "put_off", "became")
"""The parts that are told as what came and what went."""


def of_case(result: Assessment) -> Data:
    """What every answer about a case begins with."""
    pack = result.pack
    return {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "case": result.case.case,
        "date": _day(result.date),
        "class": result.classification.level,
        "possible": list(result.classification.possible),
    }


def whatif_data(
    before: Assessment, after: Assessment, changes: Mapping[str, Any], words: Words
) -> Data:
    """What would differ; what was decided and so does not, and what is odd about the answers."""
    return {
        "set": {id: _value(value) for id, value in changes.items()},
        "differences": differences(compare(before, after)),
        "decided": [
            {"of": one.key, "before": _says(one), "after": _says(other)}
            for one, other in by_the_rules(before, after)
        ],
        "warnings": [
            {"code": one.code, "message": words.warning(one)}
            for one in new_warnings(before.warnings, after.warnings)
        ],
    }


def _says(decision: Decision) -> Any:
    says = decision.rules_say
    return list(says) if isinstance(says, tuple) else says


def differences(found: Differences) -> Data:
    """What differs, each part as it was and as it would be."""
    return {
        "criteria": [one._asdict() for one in found.criteria],
        "signals": [one._asdict() for one in found.signals],
        "classification": _pair(found.classification, _grade),
        "intake": _pair(found.intake, _intake),
        **{name: _moved(getattr(found, name)) for name in MOVED},
        "phases": [
            {"id": one.id, "before": _phase(one.before), "after": _phase(one.after)}
            for one in found.phases
        ],
        "visits": [
            {
                **one._asdict(),
                "added": [_day(day) for day in one.added],
                "removed": [_day(day) for day in one.removed],
            }
            for one in found.visits
        ],
    }


def _pair(pair: Any, data: Any) -> Data | None:
    return pair and {"before": data(pair[0]), "after": data(pair[1])}


def _grade(grade: Classification) -> Data:
    return {"class": grade.level, "possible": list(grade.possible)}


def _intake(intake: Intake) -> Data:
    return {**intake._asdict(), "because": list(intake.because)}


def _moved(moved: Moved) -> Data:
    return {name: list(ids) for name, ids in moved._asdict().items()}


def _phase(phase: PlanPhase | None) -> Data | None:
    if phase is None:
        return None
    often = phase.interval and phase.interval._asdict()
    start, until = _day(phase.from_), _day(phase.until)
    return {
        "from": start,
        "until": until,
        "interval": often,
        "more_often": more_often(phase),
        "visits": phase.visits,
    }


def towards_data(result: Assessment, found: Towards) -> Data:
    """The sets by the rules themselves, and the decision on the class that stands above them."""
    decision = result.classification.override
    sets = [
        [
            {
                "fact": change.fact,
                "values": [_value(value) for value in change.values],
                "known": change.known,
            }
            for change in changes
        ]
        for changes in found.sets
    ]
    return {
        "towards": {
            "class": found.level,
            "already": found.already,
            "sets": sets,
            "complete": found.complete,
            "unknown": list(found.unknown),
            "decided": decision and {"by": decision.by, "date": _day(decision.date)},
        }
    }


def enough_data(found: Enough | None) -> Data:
    if found is None:
        return {"enough": None}
    sets = [list(facts) for facts in found.sets]
    return {"enough": {"sets": sets, "complete": found.complete, "whole": found.whole}}


def ahead_data(changes: Iterable[Ahead]) -> Data:
    return {
        "changes_ahead": [
            {
                "date": _day(change.from_),
                "until": _day(change.until),
                "why": [why._asdict() for why in change.why],
                "differences": differences(change.what),
            }
            for change in changes
        ]
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _value(value: Any) -> Any:
    return plain(value) if isinstance(value, Fraction) else value
