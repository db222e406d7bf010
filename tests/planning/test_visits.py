"""What became of each visit, by what was said of it and by when the plan was set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from builders import case_of

from kansrijk.planning.as_planned import Planned
from kansrijk.planning.placing import PlannedVisit
from kansrijk.planning.trajectory import Span
from kansrijk.planning.visits import Visit, not_in_plan, visits_of
from kansrijk.screening.warnings import Warning


def july(n: int) -> date:
    return date(2026, 7, n)


def visit(id: str, day: int) -> PlannedVisit:
    return PlannedVisit(id, "early", "nurse", july(1), july(day), ("moved",), "chief", "10:00")


def said(day: int, id: str = "early-001", status: str = "done", **more: Any) -> dict[str, Any]:
    return {
        "date": str(july(day)), "event": "visit", "by": "nurse", "visit": id, "status": status,
        **more,
    }  # fmt: skip


def became(
    *events: Any, spans: Sequence[Span], ended: date | None = None, on: int = 10
) -> tuple[Visit, ...]:
    planned = Planned((visit("early-003", 20), visit("early-002", 10), visit("early-001", 5)))
    return visits_of(case_of(events=list(events)), planned, july(on), spans, ended)


def states(*events: Any, spans: Sequence[Span], **how: Any) -> dict[int, tuple[str, int]]:
    found = became(*events, spans=spans, **how)
    return {int(one.id[-1]): (one.status, one.date.day) for one in found}


SET = (Span(july(2), None),)
PLANNED = {1: ("planned", 5), 2: ("planned", 10), 3: ("planned", 20)}


def test_a_visit_keeps_all_that_was_planned_of_it() -> None:
    first, *_ = became(spans=SET)
    assert first == Visit(
        "early-001", "early", "nurse", "planned", july(1), july(5), ("moved",), "chief", False,
        False, "10:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("spans", "ended", "expected"),
    [
        (SET, None, PLANNED),
        # Of a proposal those stay that are still to come.
        ((), None, {2: ("proposed", 10), 3: ("proposed", 20)}),
        ((Span(july(6), None),), None, PLANNED | {1: None}),
        ((Span(july(2), july(20)),), None, PLANNED | {3: ("proposed", 20)}),
        # What was to come when the support ended is called off.
        ((Span(july(2), july(10)),), 10, PLANNED | dict.fromkeys((2, 3), "cancelled")),
        ((Span(july(2), july(11)),), 11, PLANNED | {3: "cancelled"}),
        ((Span(july(6), july(11)),), 11, PLANNED | {1: None, 3: "cancelled"}),
        # Of two times that it was set, the last is the one that was ended.
        ((Span(july(1), july(3)), Span(july(4), july(10))), 10,
         PLANNED | dict.fromkeys((2, 3), "cancelled")),
        ((Span(july(4), july(10)), Span(july(11), july(12))), 10, {1: ("planned", 5)}),
        # It was no plan any more on the day that the support ended, or was none at all.
        ((Span(july(2), july(8)),), 10, {1: ("planned", 5)}),
        ((), 10, {}),
    ],
)  # fmt: skip
def test_while_nothing_is_said_of_it(spans: Any, ended: int | None, expected: Any) -> None:
    days = {n: day for n, (_, day) in PLANNED.items()}
    whole = {n: (one, days[n]) if isinstance(one, str) else one for n, one in expected.items()}
    found = states(spans=spans, ended=ended and july(ended))
    assert found == {n: one for n, one in whole.items() if one}


@pytest.mark.parametrize(
    ("status", "expected"),
    [("done", ("done", 7)), ("missed", ("missed", 5)), ("cancelled", ("cancelled", 5)),
     ("moved", ("planned", 5))],
)  # fmt: skip
def test_what_was_said_of_it_counts(status: str, expected: tuple[str, int]) -> None:
    more = {"to": "2026-07-09"} if status == "moved" else {}
    told = said(7, status=status, **more)
    # They stand in the order of their days, and of their numbers.
    assert states(told, spans=SET) == {**PLANNED, 1: expected}
    # What was said is there also where the plan was only proposed; and not before it was said.
    assert (1 in states(told, spans=())) == (status != "moved")
    assert states(told, spans=SET, on=6) == PLANNED
    late = said(10, status="done")
    assert [one.id for one in became(late, spans=SET)] == ["early-001", "early-002", "early-003"]
    late = said(11, status="done")
    assert [one.id[-1] for one in became(late, spans=SET, on=11)] == ["2", "1", "3"]


def test_what_is_said_of_visits_that_were_never_planned_is_told_by_visit() -> None:
    events = [
        said(4, "early-009"), {"date": "2026-07-04", "event": "crisis", "by": "nurse"},
        said(5, "early-001"), said(5, "early-008"), said(6, "early-009", "missed"),
        said(20, "early-007"),
    ]  # fmt: skip
    planned = Planned(ever=frozenset({"early-001"}))
    assert list(not_in_plan(case_of(events=events), planned, july(10))) == [
        Warning("visit_not_in_plan", "early-008", (), (("events", 3, "visit"),)),
        Warning(
            "visit_not_in_plan", "early-009", (), (("events", 0, "visit"), ("events", 4, "visit"))
        ),
    ]
