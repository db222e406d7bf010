"""What was in a plan when she last agreed to it, or when it was last set."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import STEPS, case_of, event, seen, small_pack

from kansrijk.case.facts import facts_on
from kansrijk.pack.pack import Pack
from kansrijk.planning.agreed import agreed_actions

ON = date(2026, 7, 20)
CHIEF = {"label": "chief", "domain": "social", "does": "x"}
ACT = {"label": "a", "domain": "social", "role": "nurse", "basis": "policy", "source": "law"}
ACTIONS = {
    "help": None,
    "money": {**ACT, "for": "poverty"},
    "friend": {**ACT, "for": "solitude"},
    "group": {**ACT, "for": "hope", "instead_of": "friend"},
    "birth": {**ACT, "for": "poverty", "phases": "later"},
    "over": {**ACT, "for": "poverty", "not_while": "placement"},
}
AGREED = small_pack(actions=ACTIONS, roles={"nurse": {"decides": ["action"]}})
# Its plan is set with `plan_set`, or with the intake.
STEPPED = small_pack(actions=ACTIONS, roles={"chief": CHIEF}, trajectory=STEPS)
BY_INTAKE: Any = {**STEPS, "states": {**STEPS["states"], "making": {
    "label": "making", "step": 3, "plan_set": True}}}  # fmt: skip
AT_ONCE = small_pack(actions=ACTIONS, roles={"chief": CHIEF}, trajectory=BY_INTAKE)
ALONE, HOPES = seen("2026-06-10", alone=True), seen("2026-06-20", hopeful=True)
MONEY = {"money", "birth", "over"}
FRIEND, GROUP = MONEY | {"friend"}, MONEY | {"group", "friend"}


def told(*names: str) -> list[dict[str, Any]]:
    """Events by their day and name: `06-01 intake`."""
    return [event(f"2026-{day}", name) for day, name in (one.split() for one in names)]


def agreed(pack: Pack, *events: dict[str, Any]) -> frozenset[str]:
    """What she agreed on, of a mother who is poor, alone from 10 June on, and hopes from the 20th:
    then a group is in the place of a friend."""
    case = case_of(due_date="2026-09-01", facts={"poor": True}, events=list(events),
                   observations=[ALONE, HOPES])  # fmt: skip
    return agreed_actions(pack, case, facts_on(pack, case, ON))


@pytest.mark.parametrize(
    ("pack", "events", "expected"),
    [
        (AGREED, ["06-01 agreement"], MONEY),
        (AGREED, ["06-10 agreement"], FRIEND),
        # What is merged into another was agreed on with that.
        (AGREED, ["06-20 agreement"], GROUP),
        # The last time counts, wherever it stands in the file, and none after the day.
        (AGREED, ["06-12 agreement", "06-01 agreement", "07-21 agreement"], FRIEND),
        (AGREED, ["06-01 agreement", "06-12 plan_set"], FRIEND),
        (STEPPED, ["06-01 intake", "06-02 agreement", "06-12 plan_set"], FRIEND),
        # Other things that were told set nothing.
        (STEPPED, ["06-01 intake", "06-02 agreement", "06-03 plan_set", "06-12 crisis"], MONEY),
        # Set anew after a refusal.
        (AT_ONCE, ["06-01 intake", "06-03 refusal", "06-12 intake"], FRIEND),
        (AT_ONCE, ["06-01 intake", "06-02 agreement", "06-03 refusal", "06-12 intake"], FRIEND),
        # A step that sets it without a word of agreement.
        (AT_ONCE, ["06-01 intake"], MONEY),
    ],
)
def test_what_was_in_the_plan_on_the_last_day_of_agreement(
    pack: Pack, events: list[str], expected: set[str]
) -> None:
    assert agreed(pack, *told(*events)) == expected


def test_what_was_put_off_or_decided_against_that_day_was_not_agreed_on() -> None:
    set_, placed = told("06-12 agreement"), told("06-12 placement")
    assert agreed(AGREED, *set_, *placed) == FRIEND - {"over"}
    against = {**event("2026-06-12", "override"), "of": "action:money", "set": False,
               "reason": "Another way."}  # fmt: skip
    assert agreed(AGREED, *set_, against) == FRIEND - {"money"}
    # Nor is what came up or was decided since any part of it.
    assert agreed(AGREED, *set_, *told("06-13 placement")) == FRIEND
    assert agreed(AGREED, *set_, {**against, "date": "2026-06-13"}) == FRIEND
