"""Where a case stands in its steps, what is next, by whom, and what is lacking."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import ON, STEPS, case_of, event, shipped_pack, small_pack

from kansrijk.assessment import Assessment, assess, screen_case
from kansrijk.case.facts import facts_on
from kansrijk.output.text import render
from kansrijk.planning.trajectory import Next, Span, Standing, entry_of, when_set

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
    low = {"poor": False, "alone": False}
    assert stands(outcome(facts={**low, "violence": False})).determined == ()
    # Medical before social, whatever comes first in the pack.
    act = {"label": "a", "domain": "medical", "role": "nurse", "basis": "policy", "source": "law",
           "for": "poverty"}  # fmt: skip
    pack = small_pack(roles={"chief": CHIEF}, trajectory=STEPS, actions={"act": act})
    for facts, expected in (
        (BOTH, ("medical", "social", "raised_risk")),
        (low, ()),
        ({"poor": False, "alone": True}, ("social", "raised_risk")),
    ):
        result = screen_case(pack, case_of(facts={**facts, "violence": False}, due_date=DUE), on=ON)
        assert stands(result).determined == expected


def test_without_a_due_date_the_plan_lacks_it() -> None:
    talked = [event("2026-02-01", "intake"), event("2026-02-02", "agreement")]
    (step,) = stands(outcome(*talked, due=None)).next
    assert (step.event, step.by) == ("plan_set", ("nurse", "chief"))
    assert step.lacking == ("due_date_known",)
    assert step == Next(
        "plan_set", "going", ("nurse", "chief"), ("class_known", "due_date_known"),
        ("due_date_known",), None,
    )  # fmt: skip
    assert stands(outcome(due=None)).next[0].by == ("nurse", "chief")  # no `by`: all of them
    (step,) = stands(outcome(event("2026-02-01", "intake"), facts={})).next
    assert step == Next("agreement", "agreed", ("nurse", "chief"), ("class_known",),
                        ("class_known",), None)  # fmt: skip


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


def test_steps_by_themselves_are_taken_one_after_another() -> None:
    on = {"from": "offering", "to": "making", "needs": ["class_known"], "basis": "policy",
          "source": "law"}  # fmt: skip
    pack = small_pack(roles={"chief": CHIEF}, trajectory={**STEPS, "steps": [*STEPS["steps"], on]})
    for facts, state in ((BOTH, "making"), ({}, "offering")):
        result = screen_case(pack, case_of(facts=facts, due_date=DUE), on=ON)
        assert stands(result).state == state


AGAIN = {
    "states": {**STEPS["states"], "longer": {"label": "longer", "step": 4, "plan_set": True}},
    "steps": [
        *STEPS["steps"],
        {"from": "going", "event": "agreement", "to": "longer", "basis": "policy", "source": "law"},
        {"from": "longer", "event": "refusal", "to": "stopped", "basis": "policy", "source": "law"},
    ],
}
FIRST = ((1, "intake"), (2, "agreement"))


@pytest.mark.parametrize(
    ("events", "spans"),
    [
        ([], []),
        ([*FIRST], []),
        ([*FIRST, (3, "plan_set")], [(3, None)]),
        ([*FIRST, (3, "plan_set"), (5, "refusal")], [(3, 5)]),
        # It goes on in another state in which it is set.
        ([*FIRST, (3, "plan_set"), (4, "agreement")], [(3, None)]),
        ([*FIRST, (3, "plan_set"), (4, "agreement"), (6, "refusal")], [(3, 6)]),
        # Set and ended on one day it stood on none.
        ([*FIRST, (3, "plan_set"), (3, "refusal")], []),
        (
            [*FIRST, (3, "plan_set"), (5, "refusal"), (6, "intake"), (7, "agreement"),
             (8, "plan_set"), (9, "refusal"), (10, "intake"), (11, "agreement"), (12, "plan_set")],
            [(3, 5), (8, 9), (12, None)],
        ),
    ],
)  # fmt: skip
def test_on_which_days_the_plan_is_set(events: Any, spans: Any) -> None:
    pack = small_pack(roles={"chief": CHIEF}, trajectory=AGAIN)
    case = case_of(facts=BOTH, due_date=DUE, events=[
        event(f"2026-02-{day:02}", name) for day, name in events])  # fmt: skip
    found = when_set(pack, case, facts_on(pack, case, ON))
    day = {n: date(2026, 2, n) for n in range(1, 20)}
    assert found == tuple(Span(day[start], until and day[until]) for start, until in spans)
    # On a day before anything happened it was not.
    assert when_set(pack, case, facts_on(pack, case, date(2026, 1, 31))) == ()


def test_what_did_not_fit_sets_no_plan() -> None:
    wrong = [event("2026-02-01", "plan_set"),
             {**event("2026-02-10", "undo"), "of": "plan_set", "on": "2026-02-01"}]  # fmt: skip
    case = case_of(facts=BOTH, due_date=DUE, events=wrong)
    assert when_set(PACK, case, facts_on(PACK, case, date(2026, 2, 5))) == ()


def test_without_a_trajectory_it_is_set_from_her_agreement_until_the_end() -> None:
    def found(*events: Any) -> tuple[Span, ...]:
        case = case_of(facts=BOTH, due_date=DUE, events=list(events))
        return when_set(small_pack(), case, facts_on(small_pack(), case, ON))

    agreed, start = event("2026-02-01", "agreement"), date(2026, 2, 1)
    assert found() == ()
    assert found(agreed) == (Span(start, None),)
    assert found(agreed, event("2026-02-05", "refusal")) == (Span(start, date(2026, 2, 5)),)


@pytest.mark.parametrize(
    ("until", "day", "expected"),
    [(None, 1, False), (None, 2, True), (None, 20, True), (5, 1, False), (5, 2, True),
     (5, 4, True), (5, 5, False)],
)  # fmt: skip
def test_the_days_of_a_span(until: int | None, day: int, *, expected: bool) -> None:
    span = Span(date(2026, 2, 2), None if until is None else date(2026, 2, until))
    assert span.holds(date(2026, 2, day)) is expected


@pytest.mark.parametrize(
    ("intake", "set_on", "entry"),
    [(None, None, ON), (5, None, 5), (None, 7, 7), (5, 7, 5), (7, 5, 5)],
)
def test_the_day_of_entry(intake: int | None, set_on: int | None, entry: Any) -> None:
    events = [event(f"2026-02-0{intake}", "intake")] if intake else []
    case = case_of(due_date=DUE, events=events)
    spans = (Span(date(2026, 2, set_on), None),) if set_on else ()
    expected = date(2026, 2, entry) if isinstance(entry, int) else entry
    assert entry_of(facts_on(PACK, case, ON), spans) == expected


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
