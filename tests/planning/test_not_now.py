"""Why something is not for now or later: its phases, and what stands in its way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import case_of, event, facts_of, planned, small_pack

from kansrijk.case.circumstances import Circumstance
from kansrijk.case.facts import Facts, facts_on
from kansrijk.planning.not_now import before_phases, in_the_way, not_now, told_of

DUE = "2026-09-01"  # early runs from 2026-07-01, later to 2026-12-01
EARLY, LATER, BEFORE = ("early",), ("later",), ("before",)
PACK = small_pack()


def facts(on: str, *events: Any, due: str | None = DUE, pack: Any = PACK) -> Facts:
    parts: dict[str, Any] = {"due_date": due} if due else {}
    return facts_of(pack, date.fromisoformat(on), events=list(events), **parts)


@pytest.mark.parametrize(
    ("on", "born", "early", "later", "before", "any_"),
    [
        ("2026-06-30", None, None, None, None, None),
        ("2026-07-01", None, None, None, "phase_passed", None),
        # It goes on while a birth is waited for.
        ("2026-09-01", None, None, None, "phase_passed", None),
        ("2026-09-01", "2026-09-01", "phase_passed", None, "phase_passed", None),
        ("2026-11-30", "2026-09-01", "phase_passed", None, "phase_passed", None),
        ("2026-12-01", "2026-09-01", *["phase_passed"] * 4),
    ],
)
def test_what_is_past_its_phases(on: str, born: str | None, early: Any, later: Any, before: Any,
                                 any_: Any) -> None:  # fmt: skip
    known = facts(on, *([event(born, "birth")] if born else ()))
    found = [not_now(phases, known) for phases in (EARLY, LATER, BEFORE, ())]
    assert found == [early, later, before, any_]
    # Of several one is enough.
    for phases, expected in (((*EARLY, *LATER), later), ((*BEFORE, *LATER), later)):
        assert not_now(phases, known) == expected
    assert before_phases(known) == (before is None)


def test_before_a_pregnancy_only_what_is_for_then_or_for_any_time() -> None:
    known = facts("2026-03-02", due=None)
    found = [not_now(phases, known) for phases in (EARLY, (*EARLY, *BEFORE), BEFORE, ())]
    assert found == ["not_pregnant", None, None, None]


def test_of_a_pack_without_phases_none_has_passed() -> None:
    pack = small_pack(phases=None)
    known = facts("2026-08-01", pack=pack)
    assert [not_now(phases, known) for phases in (BEFORE, ())] == [None, None]
    plan = planned(pack, date(2026, 8, 1), due_date=DUE, facts={"poor": True})
    assert [(one.id, one.suppressed_by) for one in plan.actions] == [("help", None)]


def test_what_stands_in_the_way_is_told_where_it_may_be() -> None:
    placed = Circumstance("placement", None, date(2026, 2, 20))
    secret = Circumstance("secret_address", None, date(2026, 2, 27))
    case = case_of(
        due_date=DUE,
        events=[event("2026-02-20", "placement"), event("2026-02-27", "secret_address")],
    )
    known = facts_on(PACK, case, date(2026, 3, 2))
    assert in_the_way(iter(["placement", "admission"]), known) == (placed,)
    assert in_the_way(["secret_address", "placement"], known) == (placed, secret)
    assert in_the_way([], known) == ()
    assert told_of((placed, secret), known) == (placed, secret)
    # What no word may tell of is in the way all the same.
    time = known.timeline._replace(circumstances=(placed,), untold=(secret,))
    known = known._replace(timeline=time)
    assert in_the_way(["secret_address", "placement"], known) == (placed, secret)
    assert told_of((placed, secret), known) == (placed,)
