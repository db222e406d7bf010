"""Each kind of claim fails where it should, with a case that shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import z3
from builders import small_pack

from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.workbench.proof import came_up, search, witness
from kansrijk.workbench.proof.claims import Kind
from kansrijk.workbench.proof.decided import Decided
from kansrijk.workbench.proof.prove import Proof, proofs
from kansrijk.workbench.proof.proved import proved
from kansrijk.workbench.proof.symbols import Symbols
from kansrijk.workbench.proof.text import case_lines, message, proof_text
from kansrijk.workbench.proof.witness import events_for, findings_in, looked_at

NEVER = {"all": [{"poor": True}, {"poor": False}]}
EITHER = {"any": [{"poor": True}, {"not": {"answered": "poor"}}, {"poor": False}]}
TABLE: Any = {
    "label": "cut-off", "unit": "EUR", "basis": "policy", "source": "law", "by": "friends",
    "value": {str(n): 100 for n in range(9)},
}  # fmt: skip
IN_TABLE = {"income": {"below": {"norm": "table", "by": "friends"}}}


BOTH = {"all": [{"criterion": "poverty"}, {"criterion": "solitude"}]}
MONEY = {"label": "Money.", "for": "poverty", "domain": "social", "role": "nurse",
         "basis": "policy", "source": "law"}  # fmt: skip


def criterion(id: str, when: Any) -> dict[str, Any]:
    return {"criteria": {id: {"when": when}}}


def class_rule(id: str, when: Any, **others: Any) -> dict[str, Any]:
    return {"classes": {"classes": {id: {"when": when}, **others}}}


FAILS: dict[str, tuple[dict[str, Any], Kind, str]] = {
    "never true": (
        criterion("poverty", NEVER), "can_be_true", "“poverty” is never true",
    ),
    "never false": (
        criterion("poverty", EITHER), "can_be_false", "“poverty” is never false",
    ),
    "a part that adds nothing": (
        criterion("poverty", {"any": [{"poor": True}, {"all": [{"poor": True}, {"alone": True}]}]}),
        "part_matters",
        "in “poverty” this can be left out and nothing changes: “alone” is yes",
    ),
    "a value that the table lacks": (
        {"norms": {"table": TABLE}, **criterion("poverty", IN_TABLE)},
        "told_is_known",
        "“poverty” stays unknown though all is told",
    ),
    "a norm with a gap in time": (
        criterion("poverty", {"income": {"below": {"norm": "line"}}}),
        "told_is_known",
        "“poverty” stays unknown though all is told",
    ),
    "a shadowed class": (
        class_rule("high", {"criterion": ["poverty", "solitude"]}),
        "class_reached",
        "“middle” is never the outcome: its rule is never true, or a higher class always comes "
        "first",
    ),
    "a criterion that decides nothing": (
        class_rule("high", {"criterion": "poverty"}, middle={"when": BOTH}),
        "criterion_matters",
        "“solitude” never changes the class",
    ),
    "two that go together": (
        criterion("solitude", {"poor": True}),
        "apart",
        "“poverty” and “solitude” are always true together",
    ),
    "a reason that is none": (
        {"actions": {"money": {**MONEY, "when": {"poor": False}}}},
        "is_a_reason",
        "“poverty” is never the reason of “Money.”: they are never true together",
    ),
}  # fmt: skip


def failing(pack: Pack) -> list[Proof]:
    return [proof for proof in proofs(pack, seconds=600) if proof.outcome != "holds"]


def test_of_a_good_pack_everything_holds() -> None:
    # Its income line has a gap in 2024 and no rule looks at it.
    assert failing(small_pack()) == []


@pytest.mark.parametrize("name", FAILS)
def test_what_does_not_hold_is_told(name: str) -> None:
    changes, kind, expected = FAILS[name]
    pack = small_pack(**changes)
    found = [proof for proof in failing(pack) if proof.claim.kind == kind]
    assert expected in [message(proof, Words(pack, "en")) for proof in found]


FALLS = class_rule("high", {"not": {"criterion": "poverty"}})
FALLS["classes"]["classes"]["high"]["may_fall"] = True


def test_more_risk_that_lowers_the_class_is_told_where_the_pack_does_not_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pack = small_pack(**FALLS)
    assert [proof for proof in failing(pack) if proof.claim.kind == "never_lower"] == []
    monkeypatch.setattr(Decided, "may_lower", False)
    (found,) = [proof for proof in failing(pack) if proof.claim.kind == "never_lower"]
    assert message(found, Words(pack, "en")) == "with “poverty” the class is lower than without"
    assert found.case == {"case": "voorbeeld"}


def test_a_case_that_shows_it_is_as_small_as_can_be_and_shows_it_again() -> None:
    changes, _, _ = FAILS["a value that the table lacks"]
    (found,) = failing(small_pack(**changes))
    assert found.case is not None
    assert set(found.case["facts"]) == {"income", "friends"}
    assert found.case["facts"]["friends"] == 9
    found = next(
        iter(failing(small_pack(**criterion("poverty", {"income": {"below": {"norm": "line"}}}))))
    )
    assert (found.on, found.span and found.span.until) == (date(2024, 1, 1), date(2025, 1, 1))
    assert found.case is not None
    assert set(found.case["facts"]) == {"income"}


def test_what_there_was_no_time_for_is_said_and_not_passed() -> None:
    pack = small_pack()
    found = list(proofs(pack, seconds=0))
    assert {proof.outcome for proof in found} == {"not_in_time"}
    said = message(found[0], Words(pack, "en"))
    assert said.startswith("not proved in the time given, and so not passed: each rule can be")


AROUND: Any = {
    "after": {"after": ["loss"], **MONEY, "label": "After.", "for": []},
    "kinds": {"after": ["stillbirth"], **MONEY, "label": "Kinds.", "home": False},
    "away": {"after": ["admission", "detention"], **MONEY, "label": "Away.",
             "home": False},
    "hidden": {"after": ["secret_address"], **MONEY, "label": "Hidden.", "home": False},
    "soon": {**MONEY, "label": "Soon.", "when": {"phase": "early"}},
    "first": {**MONEY, "label": "First.", "when": {"not": {"phase": ["early", "later"]}}},
    "high": {**MONEY, "label": "High.", "when": {"class": "high"}},
    "open": {**MONEY, "label": "Open.", "for": [], "when": {"not": {"class": ["high", "middle"]}}},
}  # fmt: skip


def test_what_hangs_on_the_day_what_is_in_force_and_the_class_is_proved_too() -> None:
    team = {"nurse": {"label": "nurse", "domain": "social", "does": "Nursing.", "team": True}}
    assert failing(small_pack(actions=AROUND, roles=team)) == []
    twice = {"all": [{"phase": "early"}, {"phase": "later"}]}
    pack = small_pack(actions={"never": {**MONEY, "label": "Never.", "when": twice}})
    told = [message(proof, Words(pack, "en")) for proof in failing(pack)]
    assert "“Never.” is never true" in told


def test_a_class_that_looks_at_facts_alone_has_no_criteria_to_tell_of() -> None:
    pack = small_pack(
        classes={"classes": {"high": {"when": {"poor": True}}, "middle": {"when": {"alone": True}}}}
    )
    assert failing(pack) == []
    said = proof_text(proved(pack, seconds=600), Words(pack, "en"), {})
    assert "criterion that the class looks at" not in said


def test_where_a_pack_says_that_a_class_may_fall_it_is_not_said_to_be_proved() -> None:
    pack = small_pack(**FALLS)
    said = " ".join(proof_text(proved(pack, seconds=600), Words(pack, "en"), {}).split())
    assert "more risk never gives a lower class: not looked at, because the pack says" in said


def test_a_case_that_cannot_be_is_no_case() -> None:
    too_many = {"case": "c", "facts": {"friends": 99}}
    for look in (looked_at, findings_in):
        assert look(small_pack(), too_many, date(2026, 3, 2)) is None
    events = [{"date": "2026-03-02", "event": "loss", "by": "nurse", "kind": "stillbirth"}]
    around = ["admission", "detention", "loss", "stillbirth"]
    told = events_for(small_pack(), around, date(2026, 3, 2))
    assert [(one["event"], one.get("kind"), one.get("number")) for one in told] == [
        ("absence", "admission", None), ("absence", "detention", 2), ("loss", "stillbirth", None),
    ]  # fmt: skip
    assert list(case_lines({"case": "c", "facts": {"poor": True}, "events": events})) == [
        "case: c",
        "facts: {poor: true}",
        "events:",
        "  - {date: 2026-03-02, event: loss, by: nurse, kind: stillbirth}",
    ]


GAP = [
    {"from": "2020-01-01", "until": "2021-01-01", "value": 2},
    {"from": "2022-01-01", "value": 2},
]
BASED = {"basis": "policy", "source": "law", "label": "l"}
SMOKES = {"smoking": {"norm": "words"}}
WIDE: dict[str, Any] = {
    "norms": {
        "many": {**BASED, "label": "many", "unit": "aantal", "values": GAP},
        "words": {**BASED, "label": "words", "unit": "words",
                  "values": [{**row, "value": ["stopped", "daily"]} for row in GAP]},
        "cells": {**BASED, "label": "cells", "unit": "EUR", "by": "friends", "gap": "why not",
                  "values": [{**row, "value": {"1": 100}} for row in GAP]},
    },
    "criteria": {
        "poverty": {"when": {"any": [
            {"count": {"at_least": {"norm": "many"}, "of": [{"poor": True}, SMOKES]}},
            {"income": {"above": {"norm": "cells", "by": "friends"}}},
        ]}},
        "solitude": {"when": {"first_known": [
            {"hopeful": False},
            {"any": [{"alone": True}, SMOKES,
                     {"all": [{"violence": True}, {"any": [{"poor": True}]}]}]},
        ]}},
    },
    "classes": {"classes": {"high": {"when": {
        "count": {"at_least": 2, "domains": 2, "of": BOTH["all"]},
    }}}},
}  # fmt: skip


def test_a_norm_that_is_in_a_gap_leaves_what_needs_it_unknown() -> None:
    pack = small_pack(**WIDE)
    found = failing(pack)
    assert {(proof.claim.kind, proof.claim.about) for proof in found} == {
        ("told_is_known", "criterion:poverty")
    }
    assert [proof.on for proof in found] == [date(2021, 1, 1)]


def outcomes(pack: Pack) -> set[str]:
    return {proof.outcome for proof in proofs(pack, seconds=600)}


def test_what_no_case_shows_is_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = small_pack()
    with monkeypatch.context() as patched:
        patched.setattr(came_up, "looked_at", lambda *_: None)
        patched.setattr(came_up, "findings_in", lambda *_: None)
        assert outcomes(pack) == {"not_shown", "holds"}
        claims = [proof.claim for proof in proofs(pack, seconds=600) if proof.outcome == "holds"]
        assert all(claim.for_all for claim in claims)
        patched.setattr(search, "TRIES", 1)
        assert outcomes(pack) == {"not_shown", "holds"}
    with monkeypatch.context() as patched:
        patched.setattr(Symbols, "to_write", lambda self, _: iter([self.true(False)]))
        assert outcomes(pack) == {"not_shown", "holds"}
    monkeypatch.setattr(search.Search, "_check", lambda *_: z3.unknown)
    assert outcomes(pack) == {"not_in_time"}
    (said, *_) = [message(proof, Words(pack, "en")) for proof in proofs(pack, seconds=600)]
    assert said.startswith("not proved in the time given, and so not passed:")


def test_a_phase_that_no_due_date_leads_to_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    assert witness._time_for(small_pack(), "never", date(2026, 3, 2)) is None
    monkeypatch.setattr(witness, "_time_for", lambda *_: None)
    pack = small_pack(actions={"soon": AROUND["soon"]})
    assert {(proof.claim.about, proof.outcome) for proof in failing(pack)} == {
        ("action:soon", "not_shown")
    }
