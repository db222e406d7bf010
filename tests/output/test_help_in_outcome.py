"""Whether she wants help stands beside the criterion, in text and JSON, and changes no more."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from builders import ON, case_of, small_pack

from kansrijk.assessment import Assessment, assess
from kansrijk.case.case import Wish
from kansrijk.output.phrases import PHRASES
from kansrijk.output.text import render

ALONE = {"facts": {"alone": True}}


def outcome(wish: str | None) -> Assessment:
    seen = {"date": "2026-01-01", "by": "nurse", "help": {"solitude": wish}}
    parts: dict[str, Any] = {**ALONE, "observations": [seen] if wish else []}
    return assess(small_pack(), case_of(**parts), on=ON, engines=["reference"])


@pytest.mark.parametrize("wish", get_args(Wish))
def test_her_word_stands_under_the_criterion(wish: str) -> None:
    lines = render(outcome(wish), "en").splitlines()
    said = PHRASES[f"help_{wish}"]["en"]
    assert lines.index(f"      {said}") > lines.index("  ● solitude: yes")
    data = outcome(wish).to_dict()
    assert {found["id"]: found["help"] for found in data["criteria"]} == {
        "poverty": None,
        "solitude": wish,
    }


@pytest.mark.parametrize("wish", get_args(Wish))
def test_it_changes_nothing_else(wish: str) -> None:
    said, unsaid = outcome(wish).to_dict(), outcome(None).to_dict()
    for data in (said, unsaid):
        for found in data["criteria"]:
            found.pop("help")
    assert said == unsaid
