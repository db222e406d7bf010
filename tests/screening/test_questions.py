"""In which order questions are asked, for what, and what is asked again or not at all."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import event, facts_of, screened, seen, small_pack

from kansrijk.pack.pack import Pack
from kansrijk.screening.questions import as_asked, class_rules, with_those_before

BASED = {"basis": "policy", "source": "law"}
POOR, ALONE, AFRAID = {"poor": True}, {"alone": True}, {"violence": True}
FEW, DAILY = {"friends": {"below": 3}}, {"smoking": "daily"}


def asked(pack: Pack, **parts: Any) -> list[tuple[str, bool, bool]]:
    return [(q.fact, q.settles_class, q.settles_plan) for q in screened(pack, **parts).questions]


def order(pack: Pack, **facts: Any) -> list[str]:
    return [fact for fact, *_ in asked(pack, facts=facts)]


def graded(high: Any, middle: Any, **changes: Any) -> Pack:
    return small_pack(
        classes={"classes": {"high": {"when": high}, "middle": {"when": middle}}}, **changes
    )


def test_for_the_class_as_the_classes_ask_it_from_the_highest_down() -> None:
    """Its criteria would ask for `poor` first, and then for `alone`."""
    pack = graded({"all": [AFRAID, ALONE]}, {"any": [FEW, POOR]})
    assert order(pack) == ["violence", "alone", "poor", "friends", "hopeful"]


def test_once_the_class_is_known_what_settles_a_rule_at_the_least_cost_comes_first() -> None:
    quiet = {"label": "quiet", "urgency": "now", "route": "Call.", "when": DAILY, **BASED}
    pack = small_pack(
        facts={"violence": {"cost": 5}, "smoking": {"cost": 2}},
        signals={"quiet": quiet},
        actions={"protect": {"for": ["danger", "quiet"]}},
    )
    assert order(pack, poor=True, alone=True) == ["smoking", "violence", "hopeful"]
    # The class is open: what its rules ask comes first, whatever it costs.
    pack = graded(AFRAID, DAILY, facts={"violence": {"cost": 5}, "alone": {"cost": 3}})
    assert order(pack) == ["violence", "smoking", "poor", "alone", "hopeful"]


def test_a_rule_of_the_class_that_can_give_no_other_settles_nothing() -> None:
    """The middle class is hers by either answer; its rule is unknown all the same."""
    pack = graded({"all": [POOR, ALONE]}, {"any": [FEW, {"not": FEW}]})
    found = screened(pack, facts={"alone": False})
    assert (found.classification.level, found.truths["class:middle"]) == ("middle", None)
    assert {q.fact: q.settles_class for q in found.questions}["friends"] is False


def test_what_only_another_way_of_measuring_needs_comes_last_of_its_kind() -> None:
    pack = graded(
        {"first_known": [FEW, ALONE]},
        POOR,
        criteria={"solitude": {"when": AFRAID}},
        signals={"danger": {"when": {"first_known": [DAILY, {"income": {"below": 9}}]}}},
    )
    assert asked(pack) == [
        ("friends", True, True),
        ("poor", True, True),
        ("alone", True, True),
        ("violence", False, True),
        ("smoking", False, True),
        ("income", False, True),
        ("hopeful", False, False),
    ]


def test_what_no_plan_hangs_on_is_asked_as_in_the_vocabulary() -> None:
    zest = {"type": "boolean", "question": "?", "asked_by": "nurse"}
    strengths = {id: {"label": id, "fact": id, **BASED} for id in ("zest2", "zest1")}
    pack = small_pack(
        facts={id: {"label": f"with {id}", **zest} for id in ("zest1", "zest2")},
        strengths=strengths,
        signals={"danger": {"when": {"any": [AFRAID, {"hopeful": True}]}}},
    )
    assert asked(pack, facts={"poor": True, "alone": True}) == [
        ("violence", False, True),
        ("hopeful", False, True),
        ("zest1", False, False),
        ("zest2", False, False),
    ]
    keys = {q.fact: q.why for q in screened(pack).questions}
    assert keys["hopeful"] == ("signal:danger", "strength:hope")
    assert keys["poor"] == ("criterion:poverty",)


@pytest.mark.parametrize("what", ["loss", "refusal"])
def test_once_it_has_ended_nothing_is_asked(what: str) -> None:
    assert asked(small_pack(), events=[event("2026-03-01", what)]) == []


# Asked again


GAP = {"label": "gap", "unit": "dagen", "values": [{"from": "2040-01-01", "value": 30}], **BASED}
MONTH = {"label": "month", "unit": "dagen", "value": 30, **BASED}


@pytest.mark.parametrize(
    ("after", "on", "again"),
    [
        (30, date(2026, 3, 2), False),
        (30, date(2026, 3, 3), True),
        ({"norm": "month"}, date(2026, 3, 2), False),
        ({"norm": "month"}, date(2026, 3, 3), True),
        ({"norm": "gap"}, date(2030, 1, 1), False),
        (None, date(2030, 1, 1), False),
    ],
)
def test_what_was_declined_is_asked_again_after_so_many_days(
    after: Any, on: date, again: bool
) -> None:
    pack = small_pack(
        pack={"ask_again_days": after},
        norms={"gap": GAP, "month": MONTH},
        roles={"midwife": {"label": "m", "domain": "medical", "does": "x"}},
    )
    for by in (["nurse"], ["nurse", "midwife"]):
        said = [seen("2026-02-01", one, poor="declined") for one in by]
        facts = facts_of(pack, on, observations=said)
        assert facts.declined == {"poor"}
        found = as_asked(pack, facts)
        assert found.declined == (set() if again else {"poor"})
        assert found.values == facts.values
        assert (found is facts) is not again


def test_of_what_was_declined_without_a_date_or_on_different_days_each_by_its_own() -> None:
    pack = small_pack(pack={"ask_again_days": 30})
    said = [seen("2026-01-01", poor="declined"), seen("2026-02-20", alone="declined")]
    facts = facts_of(pack, facts={"hopeful": "declined"}, observations=said)
    assert as_asked(pack, facts).declined == {"alone", "hopeful"}


def test_what_does_not_fit_her_is_as_declined_while_it_is_open() -> None:
    pack = small_pack(pack={"ask_again_days": 30}, facts={"hopeful": {"ask_if": {"not": ALONE}}})

    def declined(**parts: Any) -> frozenset[str]:
        found = as_asked(pack, facts_of(pack, **parts))
        assert as_asked(pack, found) == found
        return found.declined

    assert declined() == declined(facts={"alone": False}) == set()
    assert declined(facts={"alone": True}) == {"hopeful"}
    assert declined(facts={"alone": True, "hopeful": True}) == set()
    # Declined long ago, and it does not fit her either.
    said = [seen("2025-01-01", hopeful="declined")]
    assert declined(facts={"alone": True}, observations=said) == {"hopeful"}
    assert declined(facts={"alone": False}, observations=said) == set()


# Rules


def test_rules_with_all_that_they_look_at() -> None:
    rule = {"domain": "money", "no_action": "none", **BASED}
    pack = small_pack(
        criteria={
            "first": {"label": "first", "when": {"not": {"criterion": "poverty"}}, **rule},
            "second": {"label": "second", "when": {"any": [{"criterion": "first"}, FEW]}, **rule},
        },
        classes={"classes": {"high": {"when": {"criterion": "second"}}, "middle": {"when": FEW}}},
    )
    second = {"criterion:second", "criterion:first", "criterion:poverty"}
    assert with_those_before(pack, ["criterion:second"]) == second
    assert with_those_before(pack, ["criterion:poverty"]) == {"criterion:poverty"}
    assert class_rules(pack) == {"class:high", "class:middle", *second}
