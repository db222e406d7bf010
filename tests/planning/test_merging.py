"""Actions that another covers are merged into it, with their reasons, and never lost."""

from __future__ import annotations

from datetime import date
from typing import Any

from builders import ON, case_of, event, planned, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

import kansrijk
from kansrijk.output.text import render
from kansrijk.planning.plan import PlanAction

ACT = {"label": "a", "domain": "social", "role": "nurse", "basis": "policy", "source": "law"}
OFFER = {
    "label": "o", "for": "lesser", "provider": "p", "meanwhile": "Call.", "confirmed": "2026-01-10",
    "basis": "policy", "source": "law",
}  # fmt: skip
ACTIONS = {
    "lesser": {**ACT, "for": "solitude"},
    "greater": {**ACT, "for": "hope", "instead_of": "lesser"},
    "greatest": {**ACT, "for": "danger", "instead_of": ["greater"]},
    "other": {**ACT, "for": "hope", "instead_of": "lesser"},
}
PACK = small_pack(actions=ACTIONS, offers={"gift": OFFER})
DUE = "2026-09-01"


def found(*events: Any, **facts: Any) -> dict[str, PlanAction]:
    plan = planned(PACK, ON, due_date=DUE, facts={"alone": True, **facts}, events=list(events))
    return {action.id: action for action in plan.actions}


def test_where_nothing_covers_it_an_action_stands_by_itself() -> None:
    told = found()
    assert (told["lesser"].suppressed_by, told["lesser"].merges) == (None, ())
    assert [one.suppressed_by for one in told["lesser"].offers] == [None]


def test_a_covered_action_is_merged_with_its_reasons_and_offers() -> None:
    told = found(hopeful=True)
    lesser, greater = told["lesser"], told["greater"]
    assert (lesser.suppressed_by, lesser.merged_into) == ("merged", "greater")
    assert (greater.suppressed_by, greater.merges) == (None, ("lesser",))
    assert greater.because == ("hope", "solitude")
    assert [(one.id, one.suppressed_by) for one in greater.offers] == [("gift", None)]
    assert [one.suppressed_by for one in lesser.offers] == ["action"]
    assert told["other"].merges == ()


def test_what_covers_may_be_covered_itself() -> None:
    told = found(hopeful=True, violence=True)
    assert {id: one.merged_into for id, one in told.items() if one.merged_into} == {
        "lesser": "greatest", "greater": "greatest",
    }  # fmt: skip
    assert told["greatest"].merges == ("lesser", "greater")
    assert told["greatest"].because == ("danger", "solitude", "hope")


def test_after_a_loss_nothing_is_merged_into_what_has_stopped() -> None:
    told = found(event("2026-03-01", "loss"), hopeful=True)
    assert told["lesser"].suppressed_by == "loss"
    told = found(event("2026-03-01", "loss"), hopeful=True, violence=True)
    assert (told["greater"].suppressed_by, told["greatest"].suppressed_by) == ("loss", None)


HOOGEVEEN = shipped_pack("hoogeveen")
CRISIS = {"psychische_crisis": True, "cannabis": "soms"}


def test_one_talk_with_the_pop_clinic() -> None:
    plan = planned(HOOGEVEEN, date(2026, 11, 26), due_date="2027-05-20", facts=CRISIS)
    told = {action.id: action for action in plan.actions}
    assert told["overleg_over_cannabis"].merged_into == "overleg_pop_poli"
    assert told["overleg_pop_poli"].because == ("psychische_crisis", "roken_en_cannabis")


def test_the_text_tells_what_goes_together() -> None:
    case = case_of(due_date="2027-05-20", facts=CRISIS)
    result = kansrijk.assess(HOOGEVEEN, case, on=date(2026, 11, 26))
    text = " ".join(render(result, "nl").split())
    assert "Hiermee is ook gedaan: Overleg, als zij dat wil, met de POP-poli of versl" in text
    every = " ".join(render(result, "nl", everything=True).split())
    assert "want het gaat samen met iets anders dat te doen is" in every


def test_what_a_professional_decided_on_is_not_merged() -> None:
    decided = {
        "date": "2026-11-25", "event": "override", "by": "casusbegeleider", "set": True,
        "of": "action:overleg_over_cannabis", "reason": "Zij vraagt erom.",
    }  # fmt: skip
    case = case_of(due_date="2027-05-20", facts=CRISIS, events=[decided])
    plan = kansrijk.assess(HOOGEVEEN, case, on=date(2026, 11, 26)).plan
    assert plan is not None
    told = {action.id: action for action in plan.actions}
    assert told["overleg_over_cannabis"].suppressed_by is None
    assert told["overleg_pop_poli"].merges == ()


@given(
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("poor", "hopeful", "violence"), st.booleans())
    )
)
def test_every_action_goes_on_or_is_part_of_one_that_does(facts: dict[str, bool]) -> None:
    told = found(**facts)
    for id, action in told.items():
        into = told[action.merged_into] if action.merged_into else action
        assert into.suppressed_by is None
        assert id == into.id or id in into.merges
        assert set(action.because) <= set(into.because)
