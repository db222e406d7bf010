"""The receipt names what an outcome was made with, and never a value."""

from __future__ import annotations

from typing import Any

from builders import facts_of, screened, shipped_pack, small_pack

from kansrijk.screening.receipt import engine_version, receipt
from kansrijk.version import VERSION


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


def test_the_version_of_an_engine() -> None:
    assert engine_version("reference") == VERSION
    assert engine_version("durable") != ""
