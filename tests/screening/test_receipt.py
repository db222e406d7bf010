"""The receipt names what an outcome was made with, and never a value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import facts_of, screened, shipped_pack, small_pack

from kansrijk.engine.durable import version as durable_version
from kansrijk.pack.pack import Pack
from kansrijk.screening.receipt import engine_version, receipt
from kansrijk.screening.screen import Decision
from kansrijk.version import VERSION

BASED = {"basis": "policy", "source": "law"}


def of(pack: Any, **parts: Any) -> dict[str, Any]:
    return receipt(pack, facts_of(pack, **parts), screened(pack, **parts), ("reference",))


def test_what_was_used_and_what_was_missing() -> None:
    pack = small_pack(signals={"danger": {"when": {"friends": {"below": {"norm": "enough"}}}}})
    found = of(pack, facts={"friends": 1, "poor": True, "story": "geheim", "income": 3})
    assert found == {
        "pack_hash": pack.hash,
        "engines": {"reference": VERSION},
        "facts_used": ["poor", "friends"],
        "facts_missing": ["alone", "hopeful"],
        "norms_used": ["enough"],
        "assumptions": [],
        "overrides": [],
    }


def test_what_a_derived_fact_was_made_from_is_used_as_well() -> None:
    facts = {"leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 1500}
    found = of(shipped_pack("hoogeveen"), due_date="2026-09-01", facts=facts)
    assert set(facts) <= set(found["facts_used"])
    assert {"huishoudtype", "inkomensgrens"} <= set(found["facts_used"])
    assert {"bijstandsnorm", "kostendeler_vast", "minimagrens"} <= set(found["norms_used"])
    assert found["norms_used"] == sorted(set(found["norms_used"]))
    # The criterion itself is still open, and so rests on nothing yet.
    assert "norm:minimagrens" in found["assumptions"]
    assert "criterion:sociaal_minimum" not in found["assumptions"]
    assert "criterion:alleenstaand" in found["assumptions"]


def test_an_assumption_that_came_to_nothing_is_left_out() -> None:
    assumed = {"basis": "assumption", "alternatives": [
        {"id": "x", "label": "x", "when": {"alone": False}}]}  # fmt: skip
    pack = small_pack(criteria={"poverty": assumed}, actions={"help": {"basis": "assumption"}})
    assert of(pack, facts={"poor": False, "alone": False})["assumptions"] == ["criterion:poverty"]
    assert of(pack, facts={"poor": True})["assumptions"] == ["criterion:poverty", "action:help"]
    assert of(pack)["assumptions"] == []


def norm(id: str, unit: str, value: Any) -> dict[str, Any]:
    return {"label": id, "unit": unit, "value": value, **BASED}


def offer(id: str, **more: Any) -> dict[str, Any]:
    said = {"provider": "x", "meanwhile": "Call.", "confirmed": "2026-01-10"}
    return {"label": id, "for": "help", **said, **BASED, **more}


OF_TIME = {
    "lead": norm("lead", "maanden", -2),
    "turn": norm("turn", "maanden", 0),
    "until": norm("until", "maanden", 3),
    "rhythm": {"unit": "dagen"},
    "days": norm("days", "dagen", 5),
    "after": norm("after", "dagen", 30),
    "goals": norm("goals", "goals", 2),
}


def pack_with_norms(**changes: Any) -> Pack:
    """A pack of which every figure about time is a norm."""
    within = {"label": "x", "within_days": {"norm": "days"}, **BASED}
    return small_pack(
        norms=OF_TIME,
        pack={"goals_at_once": {"norm": "goals"}, "confirm_again_days": {"norm": "after"}},
        classes={
            "intake": [
                {"id": "afraid", "when": {"signal": "danger"}, **within},
                {"id": "may", "when": {"criterion": "poverty"}, **within, "within_days": 10},
            ]
        },
        phases={
            "early": {
                "from": {"months": {"norm": "lead"}},
                "until": {"months": {"norm": "turn"}},
                "visits": {"days": {"norm": "rhythm", "by": "class"}},
            },
            "later": {
                "from": {"months": {"norm": "turn"}},
                "until": {"months": {"norm": "until"}},
                "when": {"class": ["high"]},
            },
        },
        **changes,
    )


HIGH = {"poor": True, "alone": True}
EARLY, LATER = {"goals", "lead", "turn", "rhythm"}, {"goals", "turn", "until"}


@pytest.mark.parametrize(
    ("facts", "due", "offers", "used"),
    [
        ({}, "2026-09-01", True, set()),
        ({"violence": True}, None, True, {"days"}),
        ({"violence": False}, None, True, set()),
        (HIGH, None, False, set()),
        (HIGH, None, True, {"after"}),
        # Of the phases she gets, where there is a date to count them from.
        (HIGH, "2026-09-01", False, EARLY | LATER),
        ({"poor": True, "alone": False}, "2026-09-01", False, EARLY),
        ({"poor": False, "alone": False}, "2026-09-01", True, set()),
        (HIGH | {"violence": True}, "2026-09-01", True, EARLY | LATER | {"days", "after"}),
    ],
)
def test_the_norms_of_what_comes_of_it(
    facts: dict[str, Any], due: str | None, offers: bool, used: set[str]
) -> None:
    pack = pack_with_norms(offers={"one": offer("one")} if offers else {})
    parts = {"facts": facts, **({"due_date": due} if due else {})}
    assert of(pack, **parts)["norms_used"] == sorted(used)


def test_a_norm_in_a_gap_was_not_used() -> None:
    pack = small_pack(signals={"danger": {"when": {"income": {"below": {"norm": "line"}}}}})
    facts = facts_of(pack, date(2024, 6, 1), facts={"income": 900})
    found = receipt(pack, facts, screened(pack, date(2024, 6, 1), facts={"income": 900}), ())
    assert (found["norms_used"], found["facts_used"], found["engines"]) == ([], ["income"], {})


@pytest.mark.parametrize(
    ("facts", "norms", "used"),
    [
        # An offer is looked at once there is something to do that it is for.
        ({"friends": 1, "poor": True}, ["enough"], ["poor", "friends"]),
        ({"friends": 1, "poor": False}, [], ["poor"]),
        ({"friends": 1}, [], []),
    ],
)
def test_what_an_offer_rests_on_counts_where_it_is_offered(
    facts: dict[str, Any], norms: list[str], used: list[str]
) -> None:
    when = {"friends": {"below": {"norm": "enough"}}}
    pack = small_pack(offers={"one": offer("one", when=when)})
    found = of(pack, facts=facts)
    assert (found["norms_used"], found["facts_used"]) == (norms, used)


def test_a_fact_that_another_is_held_against_is_used_and_what_is_open_is_not() -> None:
    line = {"type": "number", "unit": "EUR", "range": [0, 5000], "label": "cost",
            "question": "?", "asked_by": "nurse"}  # fmt: skip
    below = {"income": {"below": {"fact": "cost"}}}
    pack = small_pack(
        facts={"cost": line},
        signals={"danger": {"when": {"all": [below, {"signal": "other"}]}},
                 "other": {"label": "o", "when": {"smoking": "daily"}, "urgency": "now",
                           "route": "Call.", **BASED}},
        actions={"protect": {"for": ["danger", "other"]}},
    )  # fmt: skip
    assert of(pack, facts={"income": 3, "cost": 9})["facts_used"] == ["income", "cost"]
    assert of(pack, facts={"income": 3})["facts_used"] == ["income"]
    assert of(pack, facts={"story": "x", "friends": 1})["facts_used"] == []


# What rests on an assumption


def pack_of_assumptions() -> Pack:
    other: Any = {"alternatives": [{"id": "x", "label": "x", "when": {"friends": {"below": 2}}}]}
    alternative = {"alternatives": [{"id": "x", "label": "x", "value": 4}]}
    assumption = {"basis": "assumption"}
    return small_pack(
        norms={id: {**assumption, **alternative} for id in ("enough", "line")},
        criteria={"poverty": {**assumption, **other}},
        signals={"danger": {**assumption, "when": {"friends": {"below": {"norm": "enough"}}}}},
        strengths={"hope": assumption},
        classes={
            "classes": {"middle": {**assumption, **other}},
            "intake": [
                {"id": "poor", "label": "p", "when": {"criterion": "poverty"}, "within_days": 1,
                 "basis": "assumption", "source": "law"},
                {"id": "sure", "label": "s", "when": {"criterion": "solitude"}, "within_days": 1,
                 **BASED},
            ],
        },
        phases={"early": assumption},
        actions={"help": assumption},
        offers={"one": offer("one", **assumption), "two": offer("two")},
    )  # fmt: skip


FOUND = ["criterion:poverty", "signal:danger", "strength:hope", "class:middle", "phase:early"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"poor": True}, ["criterion:poverty", "class:middle", "phase:early", "intake:poor",
                          "action:help", "offer:one"]),
        ({"poor": False}, ["criterion:poverty"]),
        ({"poor": False, "alone": False}, ["criterion:poverty", "class:middle", "phase:early"]),
        ({"friends": 9}, ["signal:danger"]),
        ({"hopeful": False}, ["strength:hope"]),
        (
            {"poor": True, "alone": False, "friends": 1, "hopeful": True},
            [*FOUND, "intake:poor", "action:help", "offer:one"],
        ),
    ],
)  # fmt: skip
def test_every_assumption_that_something_rests_on_in_the_order_of_the_pack(
    facts: dict[str, Any], expected: list[str]
) -> None:
    """Of findings, classes and phases that are false too; else only of what is called for.

    And of each norm that a rule looks at.
    """
    found = of(pack_of_assumptions(), facts=facts)["assumptions"]
    assert found == [*expected, "norm:enough"]


@pytest.mark.parametrize(
    ("key", "gone"),
    [
        ("criterion:poverty", ["criterion:poverty"]),
        ("action:help", ["action:help"]),
        ("class", ["class:middle"]),
        ("criterion:solitude", []),
    ],
)
def test_what_was_decided_rests_on_no_assumption(key: str, gone: list[str]) -> None:
    pack = pack_of_assumptions()
    parts: Any = {"facts": {"poor": True}}
    decision = Decision(key, "nurse", date(2026, 3, 1), "I saw it.", True, False)
    screening = screened(pack, **parts)._replace(overrides=(decision,))
    found = receipt(pack, facts_of(pack, **parts), screening, ("reference",))
    assert found["overrides"] == [key]
    assert set(of(pack, **parts)["assumptions"]) - set(found["assumptions"]) == set(gone)


def test_the_version_of_an_engine() -> None:
    assert engine_version("reference") == VERSION
    assert engine_version("durable") == durable_version() != ""
    screening = screened(small_pack())
    found = receipt(small_pack(), facts_of(small_pack()), screening, ("durable", "reference"))
    assert found["engines"] == {"durable": durable_version(), "reference": VERSION}
