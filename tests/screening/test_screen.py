"""Findings, questions, intake and warnings."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import ON, event, facts_of, screened, seen, shipped_pack, small_pack

from kansrijk.case.facts import Facts
from kansrijk.engine.agree import EnginesDisagree
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack
from kansrijk.pack.pack import Pack
from kansrijk.screening.because import Node
from kansrijk.screening.questions import class_rules
from kansrijk.screening.screen import Intake, screen, truths_on
from kansrijk.screening.warnings import Warning

PACK = small_pack()
BASED = {"basis": "policy", "source": "law"}


def asked(found: Any) -> list[tuple[str, bool, bool]]:
    return [(q.fact, q.settles_class, q.settles_plan) for q in found.questions]


def test_findings_are_those_of_the_pack_in_its_order() -> None:
    found = screened(PACK, facts={"poor": True, "violence": False, "hopeful": True})
    assert [(one.id, one.truth) for one in found.criteria] == [
        ("poverty", True),
        ("solitude", None),
    ]
    assert [(one.id, one.truth) for one in found.signals] == [("danger", False)]
    assert found.criteria[0].because is found.why["criterion:poverty"]
    assert found.strengths == ("hope",)
    assert screened(PACK, facts={"hopeful": False}).strengths == ()
    assert screened(PACK).strengths == ()


def test_nothing_was_decided_by_the_rules_themselves() -> None:
    found = screened(PACK, facts={"poor": True})
    assert found.overrides == ()
    assert [one.override for one in (*found.criteria, *found.signals)] == [None] * 3
    assert found.classification.override is None


@pytest.mark.parametrize(
    ("facts", "level", "rules"),
    [
        ({"poor": True, "alone": True}, "high", ["high"]),
        ({"poor": True, "alone": False}, "middle", ["high", "middle"]),
        ({"poor": False, "alone": False}, "low", ["high", "middle"]),
        ({"poor": True}, None, ["high", "middle"]),
        ({}, None, ["high", "middle"]),
    ],
)
def test_a_class_rests_on_its_rule_and_those_of_the_classes_above_it(
    facts: dict[str, Any], level: str | None, rules: list[str]
) -> None:
    found = screened(PACK, facts=facts)
    grade = found.classification
    items = tuple(found.why[f"class:{id}"] for id in rules)
    assert (grade.level, grade.because) == (level, Node("class", True if level else None, items))


def test_the_classes_are_found_by_what_is_known_and_the_findings() -> None:
    facts, seen_by = facts_of(PACK, facts={"poor": True, "alone": True}), list[Any]()

    def classes(pack: Pack, facts: Facts, view: View) -> tuple[str, ...]:
        seen_by.append((pack, facts, view))
        return ("low",)

    found = truths_on(PACK, compile_pack(PACK), facts, [ReferenceEngine()], classes)
    assert found.possible == ("low",)
    assert (found.truths["intake:may"], found.truths["class:high"]) == (False, True)
    ((pack, asked_of, view),) = seen_by
    assert (pack, asked_of, view.known) == (PACK, facts, found.known)
    assert view.possible == ()
    findings = {rule.key for rule in PACK.rules if rule.stratum != "consequences"}
    assert view.truths == {key: found.truths[key] for key in findings}
    assert set(found.truths) == {rule.key for rule in PACK.rules}
    own = truths_on(PACK, compile_pack(PACK), facts, [ReferenceEngine()])
    assert (own.possible, own.truths["intake:may"]) == (("high",), True)


def test_engines_that_differ_are_told() -> None:
    class Other(ReferenceEngine):
        def findings(self, ruleset: Any, known: Any) -> Any:
            return {**super().findings(ruleset, known), "signal:danger": True}

    for pair in ([ReferenceEngine(), Other("other")], [Other("other"), ReferenceEngine()]):
        with pytest.raises(EnginesDisagree):
            screen(PACK, compile_pack(PACK), facts_of(PACK), pair)


def test_warnings_of_what_is_known_and_of_what_can_hardly_be() -> None:
    doubt = {"kind": "unlikely", "message": "?", "when": {"friends": {"at_least": 9}}, **BASED}
    pack = small_pack(plausibility={"doubt": doubt})
    found = screened(pack, date(2030, 1, 1), facts={"friends": 9}).warnings
    assert [one.code for one in found] == ["pack_past_review", "implausible"]


# Questions


def test_questions_for_the_class_come_first_then_for_the_plan_then_the_rest() -> None:
    assert asked(screened(PACK)) == [
        ("poor", True, True),
        ("alone", True, True),
        ("violence", False, True),
        ("hopeful", False, False),
    ]


def test_a_question_says_which_rules_need_it_and_what_it_costs() -> None:
    pack = small_pack(
        facts={"violence": {"cost": 4}},
        criteria={"solitude": {"when": {"any": [{"alone": True}, {"violence": True}]}}},
    )
    found = {q.fact: q for q in screened(pack).questions}
    assert found["violence"].why == ("criterion:solitude", "signal:danger")
    assert found["violence"].cost == 4
    assert found["violence"].settles_class
    assert [q.fact for q in screened(pack).questions] == ["poor", "alone", "violence", "hopeful"]


def test_a_declined_question_is_not_asked_again() -> None:
    found = screened(PACK, facts={"poor": "declined", "violence": None})
    assert asked(found) == [
        ("alone", True, True),
        ("violence", False, True),
        ("hopeful", False, False),
    ]


def test_a_question_that_does_not_fit_her_is_not_asked() -> None:
    pack = small_pack(facts={"hopeful": {"ask_if": {"not": {"alone": True}}}})

    def hopeful_asked(**facts: object) -> bool:
        return "hopeful" in [q.fact for q in screened(pack, facts=facts).questions]

    assert hopeful_asked()  # not known yet whether it fits
    assert hopeful_asked(alone=False)
    assert not hopeful_asked(alone=True)
    told = screened(pack, facts={"alone": True, "hopeful": True})
    assert told.strengths == screened(small_pack(), facts={"hopeful": True}).strengths != ()


def test_a_dispute_is_a_question_still() -> None:
    pack = small_pack(roles={"midwife": {"label": "m", "domain": "medical", "does": "x"}})
    both = [seen("2026-02-01", poor=True), seen("2026-02-01", "midwife", poor=False)]
    assert asked(screened(pack, observations=both))[0] == ("poor", True, True)


def test_once_the_class_is_known_no_question_settles_it() -> None:
    found = screened(PACK, facts={"poor": True, "alone": True})
    assert asked(found) == [("violence", False, True), ("hopeful", False, False)]
    full = {"poor": True, "alone": True, "violence": False, "hopeful": False}
    assert asked(screened(PACK, facts=full)) == []


def test_what_a_derived_fact_needs_is_asked_in_its_place() -> None:
    total = {"type": "integer", "unit": "people", "range": [0, 18], "label": "total",
             "derive": {"sum": {"of": ["friends", "income"]}}}  # fmt: skip
    pack = small_pack(facts={"total": total}, signals={"danger": {"when": {"total": {"below": 3}}}})
    assert [q.fact for q in screened(pack).questions] == [
        "poor", "alone", "friends", "income", "hopeful",
    ]  # fmt: skip
    declined = screened(pack, facts={"friends": "declined"})
    # Without the one the other tells nothing.
    assert [q.fact for q in declined.questions] == ["poor", "alone", "hopeful"]


def test_the_rules_that_the_class_hangs_on() -> None:
    assert class_rules(PACK) == {
        "class:high",
        "class:middle",
        "criterion:poverty",
        "criterion:solitude",
    }


# Intake


@pytest.mark.parametrize(
    ("facts", "because", "within"),
    [
        ({"violence": True, "poor": False, "alone": False}, ("unsafe",), 1),
        ({"violence": True}, ("unsafe", "may"), 1),
        ({"violence": False}, ("may",), 10),
        ({"poor": False, "alone": False}, (), None),
    ],
)
def test_an_intake_is_offered_for_its_reasons_within_the_shortest_time(
    facts: dict[str, Any], because: tuple[str, ...], within: int | None
) -> None:
    intake = screened(PACK, facts=facts).intake
    assert (intake.offered, intake.because, intake.within_days) == (bool(because), because, within)


def test_the_days_of_an_intake_can_be_a_norm_also_in_a_gap() -> None:
    days = {"label": "d", "unit": "dagen", "basis": "policy", "source": "law",
            "values": [{"from": "2026-01-01", "value": 5}]}  # fmt: skip
    reasons = [
        {"id": "any", "label": "any", "when": {"poor": True}, "within_days": {"norm": "days"},
         "basis": "policy", "source": "law"}
    ]  # fmt: skip
    pack = small_pack(norms={"days": days}, classes={"intake": reasons})
    assert screened(pack, facts={"poor": True}).intake.within_days == 5
    early = screened(pack, date(2025, 1, 1), facts={"poor": True}).intake
    assert (early.offered, early.within_days) == (True, None)


OF_CLASS: dict[str, Any] = {
    "signalled": {"signal": "danger"},
    "graded": {"class": ["high", "middle"]},
    "perhaps": {"may_be": ["high"]},
    "both": {"any": [{"signal": "danger"}, {"not": {"class": ["low"]}}]},
    "poor": {"all": [{"criterion": "poverty"}, {"not": {"answered": "story"}}]},
}


@pytest.mark.parametrize(
    ("ended", "because"),
    [(None, [*OF_CLASS]), ("refusal", ["signalled", "poor"]), ("loss", ["signalled", "poor"])],
)
def test_once_it_has_ended_no_class_is_a_reason_for_an_intake(
    ended: str | None, because: list[str]
) -> None:
    days = dict(zip(OF_CLASS, (9, 3, 4, 5, 6), strict=True))
    pack = small_pack(
        classes={
            "intake": [
                {"id": id, "label": id, "when": when, "within_days": days[id], **BASED}
                for id, when in OF_CLASS.items()
            ]
        }
    )
    events = [event("2026-03-01", ended)] if ended else []
    facts = {"poor": True, "alone": True, "violence": True}
    intake = screened(pack, facts=facts, events=events).intake
    assert intake == Intake(True, tuple(because), min(days[id] for id in because))
    told = screened(pack, facts={"poor": False, "alone": True}, events=events).intake
    assert told.offered is (ended is None)
    assert told.because == (() if ended else ("graded", "both"))


# Warnings


def codes(found: Any) -> list[tuple[str, str]]:
    return [(warning.code, warning.about) for warning in found.warnings]


def test_nothing_to_warn_of() -> None:
    assert codes(screened(PACK, due_date="2026-09-01")) == []


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2019, 12, 31), ["pack_not_in_force", "norm_gap"]),
        (date(2020, 1, 1), []),
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), ["pack_out_of_force"]),
        (date(2029, 12, 31), ["pack_out_of_force"]),
        (date(2030, 1, 1), ["pack_out_of_force", "pack_past_review"]),
    ],
)
def test_a_pack_has_dates(on: date, expected: list[str]) -> None:
    pack = small_pack(pack={"in_force": {"until": "2027-01-01"}})
    found = screened(pack, on).warnings
    assert [one.code for one in found] == expected
    says = {
        "pack_not_in_force": (("from", date(2020, 1, 1)),),
        "pack_out_of_force": (("until", date(2027, 1, 1)),),
        "pack_past_review": (("review", date(2030, 1, 1)),),
    }
    of_pack = [one for one in found if one.about == "small"]
    assert of_pack == [Warning(one.code, "small", says[one.code]) for one in of_pack]
    assert {one.code for one in of_pack} == set(expected) & set(says)


def test_a_pack_without_an_end_stays_in_force() -> None:
    assert codes(screened(PACK, date(2029, 12, 31))) == []
    (found,) = screened(PACK, date(2030, 1, 1)).warnings
    assert found == Warning("pack_past_review", "small", (("review", date(2030, 1, 1)),))


def test_a_due_date_that_has_passed() -> None:
    assert codes(screened(PACK, due_date="2026-03-02")) == []
    assert screened(PACK, due_date="2026-03-01").warnings == (
        Warning("due_date_passed", "", (("due", date(2026, 3, 1)),), (("due_date",),)),
    )


def test_a_due_date_that_was_counted() -> None:
    found = screened(shipped_pack("hoogeveen"), ON, last_period="2025-11-25").warnings
    details = (("due", date(2026, 9, 1)),)
    assert Warning("due_date_counted", "", details, (("last_period",),)) in found


def test_a_dispute_says_who_said_what() -> None:
    pack = small_pack(roles={"midwife": {"label": "m", "domain": "medical", "does": "x"}})
    both = [seen("2026-02-01", friends=1), seen("2026-02-01", "midwife", friends=2)]
    for observations in (both, both[::-1]):
        assert screened(pack, observations=observations).warnings == (
            Warning(
                "disputed",
                "friends",
                (("date", date(2026, 2, 1)), ("said", (("nurse", 1), ("midwife", 2)))),
                tuple(("observations", n, "facts", "friends") for n in (0, 1)),
            ),
        )


def test_of_a_dispute_all_that_was_said_is_told_also_where_one_declined() -> None:
    roles = {id: {"label": id, "domain": "medical", "does": "x"} for id in ("midwife", "worker")}
    three = [
        seen("2026-02-01", friends=1),
        seen("2026-02-01", "midwife", friends=2),
        seen("2026-02-01", "worker", friends="declined"),
    ]
    (found,) = screened(small_pack(roles=roles), observations=three).warnings
    assert dict(found.details)["said"] == (("nurse", 1), ("midwife", 2), ("worker", None))


def test_norms_past_review_only_where_the_outcome_rests_on_them() -> None:
    line = {"income": {"at_most": {"norm": "line"}}}
    pack = small_pack(signals={"danger": {"when": line}})
    assert screened(pack, date(2025, 12, 31)).warnings == ()
    assert screened(pack, date(2026, 1, 1)).warnings == (
        Warning("norm_past_review", "line", (("review", date(2026, 1, 1)),)),
    )
    assert screened(PACK, date(2026, 1, 1)).warnings == ()


def test_norms_of_a_derived_bound_are_seen_as_well() -> None:
    facts = {"leeftijd": 30, "partner": "geen", "kostendelers": 0}
    found = screened(shipped_pack("hoogeveen"), date(2026, 8, 1), facts=facts)
    assert ("norm_past_review", "bijstandsnorm") in codes(found)


def test_a_norm_in_a_gap() -> None:
    assert screened(PACK, date(2024, 6, 1)).warnings == (
        Warning("norm_gap", "line", (("on", date(2024, 6, 1)),)),
    )


@pytest.mark.parametrize(
    ("facts", "differ"),
    [
        ({"friends": 1, "alone": False}, True),
        ({"friends": 9, "alone": True}, True),
        ({"friends": 1, "alone": True}, False),
        ({"friends": 1}, False),
        ({"alone": True}, False),
        ({}, False),
    ],
)
def test_two_ways_that_differ(facts: dict[str, Any], differ: bool) -> None:
    ways = {"first_known": [{"friends": {"below": 3}}, {"alone": True}]}
    pack = small_pack(signals={"danger": {"when": {"any": [{"poor": True}, ways]}}})
    found = codes(screened(pack, facts=facts))
    assert found == ([("ways_differ", "signal:danger")] if differ else [])


def test_facts_of_a_case_do_not_change_by_screening() -> None:
    facts = facts_of(PACK, facts={"poor": True})
    before = dict(facts.values)
    screened(PACK, facts={"poor": True})
    assert facts.values == before
