"""What a professional sets otherwise: in effect, beside what the rules say, and back for review."""

# ruff: noqa: E501 - a row reads best on one line
from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import ON, case_of, event, seen, shipped_pack, small_pack

from kansrijk.assessment import Assessment, assess
from kansrijk.case.case import Case
from kansrijk.case.facts import facts_on, with_changes
from kansrijk.case.overrides import Override
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.output.text import render
from kansrijk.pack.condition import OneOf
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError
from kansrijk.screening.because import Node
from kansrijk.screening.overrides import (
    ALWAYS,
    NEVER,
    UNKNOWN,
    constants_of,
    decided_pack,
    screen_decided,
    with_constants,
)
from kansrijk.screening.screen import Decision
from kansrijk.screening.warnings import Warning

ROLES = {
    "nurse": {"decides": ["class", "criterion", "action"]},
    "chief": {
        "label": "chief", "domain": "social", "does": "x", "decides": ["class", "criterion", "action"],
    },
}  # fmt: skip
PACK = small_pack(roles=ROLES)
POOR = {"poor": True, "alone": False}


def override(
    of: str, set: Any, day: str = "2026-02-01", by: str = "nurse", reason: str = "I saw it."
) -> dict[str, Any]:
    return {"date": day, "event": "override", "by": by, "of": of, "set": set, "reason": reason}


def outcome(*events: Any, pack: Pack = PACK, on: date = ON, **parts: Any) -> Assessment:
    return assess(pack, case_of(**{"facts": POOR, "events": list(events), **parts}), on=on)


def decisions(result: Assessment) -> dict[str, Decision]:
    return {decision.key: decision for decision in result.screening.overrides}


def codes(result: Assessment) -> list[tuple[str, str]]:
    return [(warning.code, warning.about) for warning in result.screening.warnings]


# In effect


@pytest.mark.parametrize(
    ("decided", "level", "truths"),
    [
        (("criterion:solitude", True), "high", (True, True)),
        (("criterion:poverty", False), "low", (False, False)),
        (("class", "high"), "high", (True, False)),
        (("class", "middle"), "middle", (True, False)),
        (("class", "low"), "low", (True, False)),
    ],
)
def test_what_is_decided_is_in_effect(
    decided: tuple[str, Any], level: str, truths: tuple[bool, bool]
) -> None:
    result = outcome(override(*decided))
    assert result.classification.level == level
    assert result.classification.possible == (level,)
    assert tuple(found.truth for found in result.screening.criteria) == truths


def test_phases_visits_goals_actions_and_intake_follow() -> None:
    result = outcome(
        override("class", "low"), facts={"poor": True, "alone": True}, due_date="2026-05-01"
    )
    assert result.plan is not None
    assert (result.plan.status, result.plan.visits) == ("none", ())
    assert not result.intake.offered
    assert [action.id for action in result.plan.actions] == ["help"]
    more = outcome(override("criterion:solitude", True), facts={}, due_date="2026-05-01")
    assert more.plan is not None
    assert [(action.id, action.because) for action in more.plan.actions] == [
        ("help", ("solitude",))
    ]


def test_what_was_decided_about_is_not_asked_any_more() -> None:
    asked = {q.fact for q in outcome(facts={}).screening.questions if q.settles_class}
    assert asked == {"poor", "alone"}
    after = outcome(override("criterion:poverty", False), facts={}).screening.questions
    assert {q.fact for q in after if q.settles_class} == {"alone"}


def test_an_action_is_added_and_left_out() -> None:
    events = [override("action:protect", True), override("action:help", False)]
    plan = outcome(*events).plan
    assert plan is not None
    shown = {action.id: (action.because, action.suppressed_by) for action in plan.actions}
    assert shown == {"help": (("poverty",), "override"), "protect": ((), None)}


def test_an_action_that_was_left_out_is_shown_also_where_the_rules_do_not_ask_for_it() -> None:
    plan = outcome(override("action:protect", False)).plan
    assert plan is not None
    assert [(action.id, action.suppressed_by) for action in plan.actions] == [
        ("help", None),
        ("protect", "override"),
    ]


@pytest.mark.parametrize(
    ("day", "what", "stopped"),
    [
        ("2026-02-01", "loss", "loss"),
        ("2026-02-02", "loss", None),
        ("2026-02-03", "loss", None),
        ("2026-02-01", "refusal", None),
    ],
)
def test_a_loss_stops_an_action_that_was_added_before_it(
    day: str, what: str, stopped: str | None
) -> None:
    """After it a professional who adds one knows what happened."""
    plan = outcome(override("action:protect", True, day), event("2026-02-02", what)).plan
    assert plan is not None
    assert {a.id: a.suppressed_by for a in plan.actions}["protect"] == stopped


def test_an_action_for_phases_that_are_over_is_not_for_now_whoever_added_it() -> None:
    pack = small_pack(roles=ROLES, actions={"protect": {"phases": ["early"]}})
    birth = event("2026-01-20", "birth")
    plan = outcome(override("action:protect", True), birth, pack=pack, due_date="2026-01-20").plan
    assert plan is not None
    assert {a.id: a.suppressed_by for a in plan.actions}["protect"] == "phase_passed"


# Which one counts


@pytest.mark.parametrize(
    ("events", "truth"),
    [
        ([override("criterion:poverty", False, "2026-03-03")], True),  # not seen yet
        ([override("criterion:poverty", False, "2026-03-02")], False),
        ([override("criterion:poverty", False), override("criterion:poverty", True, "2026-02-02")], True),
        ([override("criterion:poverty", False), override("criterion:poverty", None, "2026-02-02")], True),
        ([override("criterion:poverty", None), override("criterion:poverty", False, "2026-02-02")], False),
        ([override("criterion:poverty", False), override("criterion:poverty", False, by="chief")], False),
    ],
)  # fmt: skip
def test_the_latest_counts_and_null_takes_it_back(events: list[Any], truth: bool) -> None:
    for listed in (events, events[::-1]):
        result = outcome(*listed)
        assert result.screening.criteria[0].truth is truth
        assert "override_disputed" not in dict(codes(result))


@pytest.mark.parametrize("other", [True, None])
def test_of_two_that_differ_on_one_day_neither_counts(other: bool | None) -> None:
    before = override("criterion:solitude", True, "2026-01-01")
    both = [
        override("criterion:solitude", False, by="chief"),
        override("criterion:solitude", other),
    ]
    for events in ([before, *both], [*both[::-1], before]):
        result = outcome(*events)
        assert result.screening.criteria[1] == outcome().screening.criteria[1]
        assert result.screening.overrides == ()
        (warning,) = result.to_dict("en")["warnings"]
        assert warning["code"] == "override_disputed"
        at = sorted(f"case.yaml: events[{events.index(one)}]" for one in both)
        assert warning["places"] == at
    settled = outcome(*both, override("criterion:solitude", True, "2026-02-02"))
    assert settled.screening.criteria[1].truth is True
    assert codes(settled) == []


def test_a_dispute_beside_a_decision_that_holds() -> None:
    events = [
        override("class", "low"),
        override("class", "high", by="chief"),
        override("criterion:solitude", True),
    ]
    result = outcome(*events)
    assert result.classification.level == "high"
    assert result.classification.override is None
    assert list(decisions(result)) == ["criterion:solitude"]
    assert codes(result) == [("override_disputed", "class")]


def test_of_two_that_agree_the_same_one_is_told_in_any_order() -> None:
    both = [override("class", "low", by="nurse"), override("class", "low", by="chief")]
    told = [decisions(outcome(*events))["class"].by for events in (both, both[::-1])]
    assert told == ["chief", "chief"]


# Beside what the rules say


def test_the_outcome_shows_both() -> None:
    events = [
        override("criterion:poverty", False),
        override("class", "high"),
        override("action:help", True),
    ]
    data = outcome(*events).to_dict()
    because = {"fact": "poor", "truth": True, "test": {"one_of": [True]}}
    told = {"by": "nurse", "date": "2026-02-01", "reason": "I saw it.", "review": False}
    poverty, solitude = data["criteria"]
    assert poverty["truth"] is False
    assert poverty["because"] == because
    assert poverty["override"] == {**told, "rules_say": True}
    assert solitude["override"] is None
    grade = data["classification"]
    assert grade["class"] == "high"
    assert grade["override"] == {**told, "rules_say": "middle", "rules_possible": ["middle"]}
    assert grade["because"] == outcome().to_dict()["classification"]["because"]
    (action,) = data["plan"]["actions"]
    assert action["override"] == {**told, "rules_say": True}
    assert data["receipt"]["overrides"] == ["class", "criterion:poverty", "action:help"]
    assert data["receipt"]["pack_hash"] == data["pack"]["hash"] == PACK.hash


def test_why_a_rule_has_its_truth_is_the_rules_own_where_it_was_decided() -> None:
    own = outcome().screening
    found = outcome(override("criterion:poverty", False)).screening
    assert found.why["criterion:poverty"] == own.why["criterion:poverty"]
    assert found.why["criterion:poverty"].truth is True
    # What follows from it follows from the decision.
    assert (own.why["class:middle"].truth, found.why["class:middle"].truth) == (True, False)
    assert list(found.why) == list(own.why)
    graded = outcome(override("class", "high")).screening
    for key in ("class:high", "class:middle"):
        assert graded.why[key] == own.why[key]
    assert found.classification.because == Node("class", True, tuple(
        found.why[key] for key in ("class:high", "class:middle")
    ))  # fmt: skip


def test_what_the_rules_say_is_null_while_they_leave_it_open() -> None:
    data = outcome(override("class", "low"), facts={"poor": True}).to_dict()
    told = data["classification"]["override"]
    assert (told["rules_say"], told["rules_possible"]) == (None, ["high", "middle"])


def test_an_assumption_that_was_decided_about_is_none_any_more() -> None:
    pack = small_pack(
        roles=ROLES,
        criteria={"poverty": {"basis": "assumption",
                              "alternatives": [{"id": "a", "label": "a", "when": {"alone": True}}]}},
        classes={"classes": {"middle": {"basis": "assumption", "alternatives": [
            {"id": "a", "label": "a", "when": {"alone": True}}]}}},
    )  # fmt: skip

    def listed(*events: Any) -> list[str]:
        found: list[str] = outcome(*events, pack=pack).to_dict()["receipt"]["assumptions"]
        return found

    assert listed() == ["criterion:poverty", "class:middle"]
    assert listed(override("criterion:poverty", False)) == ["class:middle"]
    assert listed(override("class", "high")) == ["criterion:poverty"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", ["Vastgesteld door nurse op 1 februari 2026: nee (reden: I saw it). De regels zelf zeggen: ja.",
                "Vastgesteld door nurse op 1 februari 2026: high (reden: I saw it). De regels zelf zeggen: nog open (high of middle).",
                "Vastgesteld door nurse op 1 februari 2026: niet aan de orde (reden: I saw it). De regels zelf zeggen: wel aan de orde.",
                "Vastgesteld door nurse op 1 februari 2026: wel aan de orde (reden: I saw it). De regels zelf zeggen: nog niet bekend."]),
        ("en", ["Decided on 1 February 2026 (role: nurse): no (reason: I saw it). The rules themselves say: yes.",
                "Decided on 1 February 2026 (role: nurse): high (reason: I saw it). The rules themselves say: still open (high or middle).",
                "Decided on 1 February 2026 (role: nurse): not called for (reason: I saw it). The rules themselves say: called for.",
                "Decided on 1 February 2026 (role: nurse): called for (reason: I saw it). The rules themselves say: not known yet."]),
    ],
)  # fmt: skip
def test_the_words_of_a_decision(lang: str, said: list[str]) -> None:
    languages = {"languages": ["nl", "en"]}
    events = [
        override("criterion:poverty", False),
        override("class", "high"),
        override("action:help", False),
        override("action:protect", True),
    ]
    result = outcome(*events, pack=small_pack(pack=languages, roles=ROLES), facts={"poor": True})
    text = " ".join(render(result, lang).split())
    for sentence in said:
        assert sentence in text


# Review


def test_it_comes_back_for_review_when_later_facts_change_what_the_rules_say() -> None:
    events = [override("criterion:solitude", True)]
    later = [seen("2026-02-15", alone=True)]
    assert decisions(outcome(*events))["criterion:solitude"].review is False
    result = outcome(*events, observations=later)
    assert decisions(result)["criterion:solitude"].review is True
    assert codes(result) == [("override_review", "criterion:solitude")]
    (warning,) = result.to_dict()["warnings"]
    assert warning["places"] == ["case.yaml: events[0]"]
    assert warning["message"].startswith(
        "solitude: decided on 1 February 2026 (role: nurse); since then"
    )
    assert "On that day the rules said something else" in " ".join(render(result, "en").split())
    # Back to what it was, nothing is left to look at; and a new decision is made knowing it.
    again = [*later, seen("2026-02-16", alone=False)]
    assert codes(outcome(*events, observations=again)) == []
    renewed = [*events, override("criterion:solitude", True, "2026-02-15")]
    assert codes(outcome(*renewed, observations=later)) == []


def test_it_is_the_rules_themselves_that_are_compared() -> None:
    """A later decision about something else is no reason to look again at this one."""
    events = [override("class", "low"), override("criterion:solitude", True, "2026-02-10")]
    result = outcome(*events)
    assert codes(result) == []
    assert decisions(result)["class"].rules_say == ("middle",)


def test_of_the_class_every_change_of_what_is_possible_comes_back() -> None:
    events = [override("class", "low")]
    result = outcome(*events, facts={}, observations=[seen("2026-02-15", poor=True)])
    assert decisions(result)["class"].rules_say == ("high", "middle")
    assert codes(result) == [("override_review", "class")]


def test_a_decision_of_the_day_itself_is_not_looked_at_again() -> None:
    result = outcome(
        override("class", "low", "2026-03-02"), observations=[seen("2026-03-02", alone=True)]
    )
    assert decisions(result)["class"].review is False
    # Nor where something else is supposed of that day than is known.
    case = case_of(facts=POOR, events=[override("class", "low", "2026-03-02")])
    supposed = with_changes(PACK, facts_on(PACK, case, ON), {"alone": True})
    (decision,) = screen_decided(PACK, case, supposed, [ReferenceEngine()]).overrides
    assert (decision.rules_say, decision.review) == (("high",), False)


# Intake of its own


@pytest.mark.parametrize(
    "reason", [{"zorg_van_professional": "Ik zag..."}, {"eigen_verzoek": True}]
)
@pytest.mark.parametrize("more", [[], ["refusal"], ["loss"]])
def test_a_concern_and_her_own_request_bring_an_intake_by_themselves(
    reason: dict[str, Any], more: list[str]
) -> None:
    """Whatever was decided about the class, and also after a refusal or a loss."""
    by = "casusbegeleider"
    events = [
        override("class", "regulier", by=by),
        *(override(f"criterion:{id}", False, by=by) for id in ("alleenstaand", "klein_netwerk")),
        *({**event("2026-02-02", what), "by": by} for what in more),
    ]
    hoogeveen = shipped_pack("hoogeveen")
    intakes = [
        assess(hoogeveen, case_of(facts=facts, events=events), on=ON).intake
        for facts in ({}, reason)
    ]
    assert [intake.offered for intake in intakes] == [False, True]
    assert intakes[1].because in (("zorg",), ("verzoek",))


def test_an_urgent_signal_cannot_be_set_aside() -> None:
    with pytest.raises(InputError):
        outcome(override("signal:danger", False))
    result = outcome(override("class", "low"), facts={**POOR, "violence": True})
    assert result.intake.offered


# In the place of the rules


def held(key: str, set: Any) -> dict[str, Override]:
    return {key: Override(key, set, "nurse", ON, "x", ())}


@pytest.mark.parametrize(
    ("decided", "constants"),
    [
        ({}, {}),
        (held("criterion:poverty", True), {"criterion:poverty": ALWAYS}),
        (held("criterion:poverty", False), {"criterion:poverty": NEVER}),
        (held("class", "high"), {"class:high": ALWAYS}),
        (held("class", "low"), {"class:high": NEVER, "class:middle": NEVER, "class:low": ALWAYS}),
        (held("class", "middle") | held("action:help", False),
         {"class:high": NEVER, "class:middle": ALWAYS, "action:help": NEVER}),
        (held("action:help", False) | held("class", "middle"),
         {"class:high": NEVER, "class:middle": ALWAYS, "action:help": NEVER}),
    ],
)  # fmt: skip
def test_what_stands_in_for_a_rule(decided: Any, constants: Any) -> None:
    assert constants_of(PACK, decided) == constants


def test_a_pack_with_what_was_decided_is_another_pack() -> None:
    readings = [{"id": "a", "label": "a", "when": {"alone": True}}]
    assumed = {"basis": "assumption", "alternatives": readings}
    pack = small_pack(roles=ROLES, criteria=dict.fromkeys(("poverty", "solitude"), assumed))
    assert [reading.key for reading in pack.readings] == ["criterion:poverty", "criterion:solitude"]
    found = with_constants(pack, {"criterion:solitude": NEVER, "class:high": UNKNOWN})
    assert found.hash == f"{pack.hash} class:high=None criterion:solitude=False"
    assert found.own_hash == pack.hash
    assert with_constants(pack, {"class:high": ALWAYS}).hash == f"{pack.hash} class:high=True"
    now = {"criterion:solitude": NEVER, "class:high": UNKNOWN}
    assert [rule.when for rule in found.rules] == [
        now.get(rule.key, rule.when) for rule in pack.rules
    ]
    # What was decided is no assumption any more, and stands in the other readings as well.
    (reading,) = found.readings
    assert reading.key == "criterion:poverty"
    conditions = {rule.key: rule.when for rule in reading.rules}
    assert {key: conditions[key] for key in now} == now
    assert conditions["criterion:poverty"] == OneOf("alone", (True,))
    assert with_constants(pack, {}) is pack


def test_of_what_was_decided_one_thing_can_be_left_to_the_rules() -> None:
    events = [override("criterion:poverty", False), override("class", "high", "2026-02-10")]
    case = case_of(facts=POOR, events=events)

    def decided(on: date, but: str | None = None) -> set[str]:
        pack = decided_pack(PACK, case, on, but=but)
        own = {rule.key: rule.when for rule in PACK.rules}
        return {rule.key for rule in pack.rules if rule.when != own[rule.key]}

    assert decided(ON) == {"criterion:poverty", "class:high"}
    assert decided(date(2026, 2, 9)) == {"criterion:poverty"}
    assert decided(date(2026, 1, 31)) == set()
    assert decided(ON, "class") == {"criterion:poverty"}
    assert decided(ON, "criterion:poverty") == {"class:high"}
    assert decided(ON, "action:help") == {"criterion:poverty", "class:high"}


def test_a_warning_about_a_decision_says_whose_and_of_when() -> None:
    events = [
        override("criterion:solitude", True),
        override("class", "low"),
        override("class", "high", by="chief"),
    ]
    found = outcome(*events, observations=[seen("2026-02-15", alone=True)]).screening
    day = date(2026, 2, 1)
    assert found.warnings == (
        Warning("override_review", "criterion:solitude", (("by", "nurse"), ("date", day)),
                (("events", 0),)),
        Warning("override_disputed", "class", (("date", day),), (("events", 1), ("events", 2))),
    )  # fmt: skip


# The case


def test_a_case_made_in_python_can_hold_an_override() -> None:
    case = Case.model_validate({"case": "c-1", "facts": POOR, "events": [override("class", "low")]})
    assert assess(PACK, case, on=ON).classification.level == "low"
    wrong = override("class", "lowest", reason=" ")
    case = Case.model_validate({"case": "c-1", "events": [wrong, event("2026-02-01", "intake")]})
    with pytest.raises(InputError) as found:
        assess(PACK, case, on=ON)
    assert [str(problem.place) for problem in found.value.problems] == [
        "<case>: events[0].reason",
        "<case>: events[0].set",
    ]


def test_a_reason_holds_no_citizen_number_in_python_either() -> None:
    with pytest.raises(ValueError, match="no BSN"):
        Case.model_validate(
            {"case": "c", "events": [override("class", "low", reason="zie 111222333")]}
        )
