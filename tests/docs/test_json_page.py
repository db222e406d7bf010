"""`docs/json.md` names every key of an outcome, and no status or warning is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

import kansrijk
from kansrijk.output.phrases import PHRASES
from kansrijk.planning.offers import NotOffered
from kansrijk.planning.plan import Suppressed
from kansrijk.planning.status import Status

from .pages import ROOT

PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
CASES = sorted(file for file in (ROOT / "examples").iterdir() if file.stem != "expected")


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _keys(value)
    elif isinstance(data, list):
        for item in data:
            yield from _keys(item)


@pytest.mark.parametrize("case", CASES, ids=lambda file: file.stem)
def test_every_key_is_on_the_page(case: Path) -> None:
    pack = kansrijk.load_pack("hoogeveen")
    data = kansrijk.assess(pack, kansrijk.read_case(case), on=date(2026, 11, 21)).to_dict()
    assert data["receipt"].pop("engines")
    missing = {key for key in _keys(data) if not re.search(rf"[`{{ ]{key}\b", PAGE)}
    assert missing == set()


def _words(alias: Any) -> Iterator[str]:
    """The words of a type that may be made of others."""
    for part in get_args(alias):
        yield from [part] if isinstance(part, str) else _words(part)


def test_every_key_of_an_explanation_is_on_the_page() -> None:
    from kansrijk.exploring.rule_names import explainable
    from kansrijk.output.explain_plain import explanations

    pack = kansrijk.load_pack("hoogeveen")
    case = kansrijk.read_case(CASES[0])
    result = kansrijk.assess(pack, case, on=date(2026, 11, 26))
    data = explanations(result, explainable(pack).values(), "nl")
    part = PAGE[PAGE.index("## explain") :]
    data.pop("pack")
    for found in data["explanations"]:
        found.pop("because")
        for offer in found["offers"]:
            offer.pop("because")
    missing = {key for key in _keys(data) if not re.search(rf"[`{{ ]{key}\b", part)}
    assert missing == set()


def test_every_key_of_what_is_recorded_is_on_the_page() -> None:
    from kansrijk.exploring.moves import moves
    from kansrijk.exploring.recordable import recordable
    from kansrijk.output.record_data import recordable_data, recorded_data
    from kansrijk.output.words import Words

    pack, on = kansrijk.load_pack("hoogeveen"), date(2026, 11, 26)
    text = (ROOT / "examples" / "alleenstaand-met-schulden.yaml").read_text(encoding="utf-8")
    by = {"by": "verloskundige"}
    before, after = (
        kansrijk.recorded(pack, text, event, by, on=on) for event in ("birth", "refusal")
    )
    outcomes = [kansrijk.assess(pack, one.case, on=on) for one in (before, after)]
    moved, words = moves(*outcomes), Words(pack, "nl")
    assert moved.plan and moved.state and moved.what.goals.removed
    data = recorded_data("refusal", after, moved, outcomes[1], words, written=True)
    listed = recordable(pack, after.case, outcomes[1].trajectory, on)
    shown = {**data, **recordable_data(outcomes[1], listed)}
    part = PAGE[PAGE.index("## What `whatif` gives") : PAGE.index("## Exit codes")]
    shown.pop("pack")
    shown["moves"]["differences"] = None  # of `whatif`
    missing = {key for key in _keys(shown) if not re.search(rf"[`{{ ]{key}\b", part)}
    assert missing == set()


def test_every_status_is_on_the_page() -> None:
    for word in (*get_args(Status), *get_args(Suppressed), *_words(NotOffered)):
        assert f"`{word}`" in PAGE, word


def test_every_warning_is_on_the_page() -> None:
    codes = [name.removeprefix("warning_") for name in PHRASES if name.startswith("warning_")]
    assert codes
    for code in codes:
        assert f"| `{code}` |" in PAGE, code
