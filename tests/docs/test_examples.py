"""Every example case gives what `examples/expected.yaml` says, on all engines that are here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kansrijk
from kansrijk.reading import read_file

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED: Mapping[str, Mapping[str, Any]] = read_file(EXAMPLES / "expected.yaml").value
HOOGEVEEN = kansrijk.load_pack("hoogeveen")
SITUATIONS = 12


def test_every_example_says_what_it_must_give() -> None:
    files = {file.name for file in EXAMPLES.iterdir()} - {"expected.yaml"}
    assert files == set(EXPECTED)
    assert len(files) >= SITUATIONS


def test_every_case_has_a_pseudonym_of_its_own() -> None:
    ids = [kansrijk.read_case(EXAMPLES / name).case for name in EXPECTED]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("hv-") for id in ids)


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith(".yaml")])
def test_a_case_says_its_situation_in_a_comment(name: str) -> None:
    second = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()[1]
    assert second.startswith("# ")


@pytest.mark.parametrize("name", EXPECTED)
def test_example(name: str) -> None:
    expected = dict(EXPECTED[name])
    on = date.fromisoformat(expected.pop("on"))
    found = _outcome(kansrijk.assess(HOOGEVEEN, kansrijk.read_case(EXAMPLES / name), on=on))
    for key in ("actions", "later", "strengths", "offers"):
        assert set(expected.pop(key, ())) <= set(found[key]), key
    asks = expected.pop("asks", None)
    if asks is not None:
        assert set(asks) <= set(found["asks"])
        assert asks or not found["asks"]
    assert set(expected.pop("no_actions", ())).isdisjoint(found["actions"] + found["later"])
    assert expected == {key: found[key] for key in expected}


def _outcome(result: kansrijk.Assessment) -> dict[str, Any]:
    """What an expectation can be about, from the outcome's own JSON."""
    data = result.to_dict()
    plan, step = data["plan"], data["trajectory"]
    visits = [
        visit["date"]
        for visit in plan["visits"]
        if visit["date"] >= data["date"] and visit["status"] in ("proposed", "planned")
    ]
    return {
        "criteria": {found["id"]: found["truth"] for found in data["criteria"]},
        "signals": [found["id"] for found in data["signals"] if found["truth"]],
        "class": data["classification"]["class"],
        "possible": data["classification"]["possible"],
        "strengths": [strength["id"] for strength in data["strengths"]],
        "asks": [ask["fact"] for ask in data["questions"] if ask["settles_class"]],
        "intake": data["intake"]["offered"],
        "because": data["intake"]["because"],
        "within_days": data["intake"]["within_days"],
        "trajectory": [step["state"], step["step"], [one["event"] for one in step["next"]]],
        "plan": plan["status"],
        "visits": len(visits),
        "first_visit": min(visits, default=None),
        "last_visit": max(visits, default=None),
        "actions": [action["id"] for action in plan["actions"] if not action["suppressed_by"]],
        "later": [action["id"] for action in plan["actions"] if action["suppressed_by"]],
        "goals": [goal["id"] for goal in plan["goals"] if goal["state"] == "now"],
        "offers": [
            offer["id"]
            for action in plan["actions"]
            for offer in action["offers"]
            if not offer["suppressed_by"]
        ],
        "overrides": data["receipt"]["overrides"],
        "warnings": [warning["code"] for warning in data["warnings"]],
    }
