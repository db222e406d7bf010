"""Where a case stands in its steps, what is next, by whom, and what is lacking."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import ON, STEPS, case_of, event, shipped_pack, small_pack

from kansrijk.assessment import Assessment, assess, screen_case
from kansrijk.output.text import render
from kansrijk.planning.trajectory import Standing

CHIEF = {"label": "chief", "domain": "social", "does": "x"}
PACK = small_pack(roles={"chief": CHIEF}, trajectory=STEPS)
BOTH = {"poor": True, "alone": True}
DUE = "2026-09-01"


def outcome(*events: Any, facts: Any = BOTH, due: str | None = DUE, on: date = ON) -> Assessment:
    parts: dict[str, Any] = {"due_date": due} if due else {}
    return assess(PACK, case_of(facts=facts, events=list(events), **parts), on=on)


def stands(result: Assessment) -> Standing:
    found = result.trajectory
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("facts", "events", "expected"),
    [
        ({"poor": False, "alone": False}, [], ("first", 1, [], "none")),
        (BOTH, [], ("offering", 2, [("intake", [], 10)], "proposed")),
        ({}, [], ("offering", 2, [("intake", [], 10)], "open")),
        ({"violence": True}, [], ("offering", 2, [("intake", [], 1)], "open")),
        (BOTH, ["intake"], ("making", 3, [("agreement", [], None)], "proposed")),
        ({}, ["intake"], ("making", 3, [("agreement", ["class_known"], None)], "open")),
        (BOTH, ["intake", "agreement"], ("agreed", 3, [("plan_set", [], None)], "proposed")),
        (BOTH, ["intake", "agreement", "plan_set"], ("going", 4, [("completed", [], None)], "set")),
        (BOTH, ["intake", "refusal"], ("stopped", None, [], "ended")),
        (BOTH, ["refusal"], ("stopped", None, [], "ended")),
    ],
)
def test_where_a_case_stands(facts: Any, events: list[str], expected: Any) -> None:
    dated = (event(f"2026-02-0{n + 1}", name) for n, name in enumerate(events))
    result = outcome(*dated, facts=facts)
    found, plan = stands(result), result.plan
    assert plan is not None
    following = [(one.event, list(one.lacking), one.within_days) for one in found.next]
    assert (found.state, found.step, following, plan.status) == expected
    assert found.ended_by == ("refusal" if "refusal" in events else None)
    of_visit = "planned" if plan.status == "set" else "proposed"
    assert {visit.status for visit in plan.visits} <= {of_visit}


def test_what_must_happen_is_told_until_an_end() -> None:
    assert stands(outcome(facts={})).determined == ("raised_risk",)
    assert stands(outcome()).determined == ("social", "raised_risk")
    assert stands(outcome(event("2026-02-01", "refusal"))).determined == ()


def test_without_a_due_date_the_plan_lacks_it() -> None:
    talked = [event("2026-02-01", "intake"), event("2026-02-02", "agreement")]
    (step,) = stands(outcome(*talked, due=None)).next
    assert (step.event, step.by) == ("plan_set", ("nurse", "chief"))
    assert step.lacking == ("due_date_known",)
    assert stands(outcome(due=None)).next[0].by == ("nurse", "chief")  # no `by`: all of them


def test_after_a_refusal_an_intake_begins_anew_and_the_old_agreement_is_gone() -> None:
    days = ["intake", "agreement", "plan_set", "refusal", "intake"]
    result = outcome(*(event(f"2026-02-0{n + 1}", name) for n, name in enumerate(days)))
    assert result.plan is not None
    assert (stands(result).state, result.plan.status) == ("making", "proposed")


def test_all_on_one_day_and_in_any_order() -> None:
    names = ["plan_set", "agreement", "intake"]
    result = outcome(*(event("2026-02-01", name) for name in names))
    assert stands(result).state == "going"


def test_a_mistake_counts_until_it_is_taken_back_only_if_it_fitted() -> None:
    wrong = [event("2026-02-01", "plan_set"), event("2026-02-02", "intake"),
             {**event("2026-02-10", "undo"), "of": "plan_set", "on": "2026-02-01"}]  # fmt: skip
    for day in (date(2026, 2, 5), ON):
        assert stands(outcome(*wrong, on=day)).state == "making"


def test_steps_by_themselves_that_go_round_end() -> None:
    back = {"from": "offering", "to": "first", "basis": "policy", "source": "law"}
    pack = small_pack(
        roles={"chief": CHIEF}, trajectory={**STEPS, "steps": [*STEPS["steps"], back]}
    )
    result = screen_case(pack, case_of(facts=BOTH, due_date=DUE), on=ON)
    assert stands(result).state == "first"


def test_without_a_trajectory_agreement_sets_the_plan_and_nothing_is_told() -> None:
    agreed = [event("2026-02-01", "agreement")]
    result = assess(small_pack(), case_of(facts=BOTH, due_date=DUE, events=agreed), on=ON)
    assert result.plan is not None
    assert result.plan.status == "set"
    assert result.trajectory is None
    assert result.to_dict()["trajectory"] is None
    assert "WHERE IT STANDS" not in render(result, "en")


# The programme itself

HOOGEVEEN = shipped_pack("hoogeveen")
REGULAR = {
    "leeftijd": 28, "partner": "samenwonend", "rondkomen": "makkelijk", "steunpersonen": 5,
    "netwerk_te_klein": False, "lengte_cm": 170, "gewicht_voor_zwangerschap_kg": 62,
    "roken": "nooit", "cannabis": "nooit", "schuldhulpverlening": False,
    "problematische_schulden": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({}, 10),  # the class is open
        ({**REGULAR, "geen_onderdak": True}, 1),
        ({**REGULAR, "zorg_van_professional": "Ze is stil."}, 10),
        ({**REGULAR, "eigen_verzoek": True}, 10),
        (REGULAR, None),
    ],
)
def test_who_is_offered_an_intake_and_within_how_many_days(facts: Any, days: int | None) -> None:
    result = screen_case(HOOGEVEEN, case_of(facts=facts, due_date=DUE), on=ON)
    found = stands(result)
    terms = [(one.event, one.by, one.within_days) for one in found.next]
    assert (found.state, found.step) == (("bepaling", 2) if days is None else ("intake", 3))
    assert terms == ([] if days is None else [("intake", ("casusbegeleider",), days)])
    text = render(result, "nl")
    soon = {1: ", uiterlijk morgen", 10: ", binnen 10 dagen"}
    assert ("Stap 2 van 5" in text) == (days is None)
    assert days is None or f"- Dan: de intake houden{soon[days]} — casusbegeleider" in text


def test_in_hoogeveen_a_loss_can_be_recorded_wherever_a_case_stands() -> None:
    model = HOOGEVEEN.sections.trajectory
    by_itself = {step.to for step in model.steps if step.event is None}
    (loss,) = (step for step in model.steps if step.event == "loss")
    assert set(loss.from_) | by_itself == set(model.states)
    assert loss.by == ()
