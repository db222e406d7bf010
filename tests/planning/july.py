"""A plan that was set in June, seen in July: what was told, and what that warns of."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import SCHEDULE, planned, small_pack

from kansrijk.planning.plan import Plan

PACK = small_pack(schedule=SCHEDULE)
ON = date(2026, 7, 20)
SET = (
    {"date": "2026-06-01", "event": "intake", "by": "nurse"},
    {"date": "2026-06-01", "event": "agreement", "by": "nurse"},
)


def told(event: str, day: str = "2026-07-10", **fields: Any) -> dict[str, Any]:
    return {"date": day, "event": event, "by": "nurse", **fields}


def plan_with(*events: dict[str, Any], pack: Any = PACK, on: date = ON, **parts: Any) -> Plan:
    case = {"due_date": "2026-09-01", "facts": {"poor": True, "alone": True}, **parts}
    return planned(pack, on, events=[*SET, *events], **case)


def warned(*events: dict[str, Any], **parts: Any) -> list[tuple[str, Any]]:
    return [(one.code, one.paths) for one in plan_with(*events, **parts).warnings]
