"""The report on the possible classes of a pack: exact or not, and why."""

from __future__ import annotations

import json
from typing import Any

import pytest
from builders import facts_of, shipped_pack, small_pack
from typer.testing import CliRunner

from kansrijk.cli.main import application
from kansrijk.exploring import exactness as module
from kansrijk.exploring.exactness import exactness
from kansrijk.output.possible_text import possible_lines
from kansrijk.output.words import Words
from kansrijk.screening import possible

RENT = {"type": "number", "unit": "EUR", "range": [0, 5000], "label": "rent",
        "question": "Rent?", "asked_by": "nurse"}  # fmt: skip


def test_hoogeveen_is_exact_as_far_as_was_looked() -> None:
    pack = shipped_pack("hoogeveen")
    found = exactness(pack, facts_of(pack), drawn=120)
    assert found.exact
    assert found.shared == (
        "leeftijd", "partner", "rondkomen", "lengte_cm",
        "gewicht_voor_zwangerschap_kg", "gewicht_eerste_consult_kg",
    )  # fmt: skip
    assert (found.beside, found.parts, found.unsure) == ((), (), ())
    assert (found.drawn, found.stopped) == (120, 0)
    said = possible_lines(found, Words(pack, "nl"))
    assert said[0].startswith("Mogelijke klassen: exact")
    assert any(line.startswith("Bij geen van 120") for line in said)


def test_a_fact_held_against_a_fact_is_named() -> None:
    pack = small_pack(
        facts={"rent": RENT},
        criteria={"poverty": {"when": {"income": {"below": {"fact": "rent"}}}}},
    )
    found = exactness(pack, facts_of(pack), drawn=20)
    assert not found.exact
    assert found.beside == (("income", "criterion:poverty"),)
    said = possible_lines(found, Words(pack, "en"))
    assert said[0].startswith("Possible classes: at times one too many")
    assert any("compared with another fact" in line for line in said)


def test_a_fact_that_counts_by_itself_and_in_a_measure_is_named() -> None:
    """No answers lead to the higher class: a is 0 there, and a and b together 2."""
    number = {"type": "integer", "unit": "people", "range": [0, 1], "question": "?",
              "asked_by": "nurse"}  # fmt: skip
    both = {"type": "integer", "unit": "people", "range": [0, 2], "label": "both"}
    pack = small_pack(
        facts={
            "a": {"label": "a", **number},
            "b": {"label": "b", **number},
            "both": {**both, "derive": {"sum": {"of": ["a", "b"]}}},
        },
        criteria={
            "poverty": {"when": {"both": {"at_least": 2}}},
            "solitude": {"when": {"a": {"at_most": 0}}},
        },
    )
    found = exactness(pack, facts_of(pack), drawn=5)
    assert found.parts == ("a",)
    assert not found.exact
    assert any(
        line.startswith("a counts by itself") for line in possible_lines(found, Words(pack, "en"))
    )


def test_an_income_line_is_no_reason() -> None:
    pack = shipped_pack("hoogeveen")
    assert list(module._beside(pack)) == []


def test_a_search_that_is_cut_off_is_counted_with_its_classes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(possible.Search, "__init__", _hurried(possible.Search.__init__))
    pack = shipped_pack("hoogeveen")
    found = exactness(pack, facts_of(pack), drawn=60)
    assert found.stopped
    assert found.unsure
    assert not found.exact
    assert any("bleef mogelijk" in line for line in possible_lines(found, Words(pack, "nl")))


def _hurried(original: Any) -> Any:
    def init(self: Any, *given: Any) -> None:
        original(self, *given, 1)

    return init


def test_check_tells_it_when_asked() -> None:
    run = CliRunner().invoke
    plain = run(application(), ["check", "--format", "json"])
    assert json.loads(plain.stdout) == {"problems": []}
    told = run(application(), ["check", "--possible", "--on", "2026-06-15", "--format", "json"])
    assert json.loads(told.stdout)["possible"]["stopped"] == 0
    text = run(application(), ["check", "--possible", "--on", "2026-06-15"]).stdout
    assert text.splitlines()[1].startswith("Mogelijke klassen: exact")
