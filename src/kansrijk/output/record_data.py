"""What is recorded, what that moves and what can be recorded, as plain data with stable names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kansrijk.exploring.moves import Company, Moves, PlanMark, Turn
from kansrijk.exploring.recordable import Recordable
from kansrijk.exploring.recording import Recorded
from kansrijk.output.plan_data import language_data
from kansrijk.output.whatif_data import differences, of_case
from kansrijk.output.words import Words
from kansrijk.pack.numbers import plain

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

Data = dict[str, Any]


def recorded_data(
    event: str,
    found: Recorded,
    moved: Moves | None,
    after: Assessment,
    words: Words,
    *,
    written: bool,
) -> Data:
    """The preview, with the outcome as it is then; `moves` is null where there was none before."""
    return {
        **of_case(after),
        "recorded": {"event": event, **_value(found.said)},
        "lines": {"added": list(found.added), "removed": list(found.removed)},
        "on_her_copy": found.on_her_copy(event),
        "moves": None if moved is None else _moves(moved, words),
        "written": written,
    }


def _value(said: Any) -> Any:
    if isinstance(said, Mapping):
        return {key: _value(item) for key, item in said.items()}
    return plain(Fraction(said)) if isinstance(said, Decimal) else said


def _moves(moved: Moves, words: Words) -> Data:
    return {
        "state": moved.state and dict(zip(("before", "after"), moved.state, strict=True)),
        "plan": moved.plan and dict(zip(("before", "after"), map(_mark, moved.plan), strict=True)),
        "differences": differences(moved.what),
        "days_anew": moved.days_anew,
        "company": _company(moved.company),
        "warnings": [{"code": one.code, "message": words.warning(one)} for one in moved.warnings],
    }


def _company(company: Company) -> Data:
    days = {"added": company.added, "removed": company.removed}
    return {
        "along": company.along and _turn(company.along),
        "time": company.time and _turn(company.time),
        "language": company.language
        and dict(zip(("before", "after"), map(language_data, company.language), strict=True)),
        "handovers": {name: [day.isoformat() for day in days[name]] for name in days},
    }


def _turn(turn: Turn) -> Data:
    return {"from": turn.from_.isoformat(), "before": turn.before, "after": turn.after}


def _mark(mark: PlanMark) -> Data:
    start, end = (day and day.isoformat() for day in (mark.start, mark.end))
    return {"status": mark.status, "start": start, "end": end}


def recordable_data(result: Assessment, found: Iterable[Recordable]) -> Data:
    return {
        **of_case(result),
        "recordable": [
            {
                "event": one.event,
                "by": list(one.by),
                "must": list(one.must),
                "may": list(one.may),
                "comes_next": one.next is not None,
                "lacking": list(one.next.lacking) if one.next else [],
                "within_days": one.next.within_days if one.next else None,
            }
            for one in found
        ],
    }
