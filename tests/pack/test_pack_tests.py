"""The cases that a pack brings along have the outcome that stands beside them."""

from __future__ import annotations

from typing import Any

import pytest
from builders import shipped_pack

import kansrijk
from kansrijk.assessment import Assessment
from kansrijk.case.case import parse_case
from kansrijk.pack.load import shipped_packs
from kansrijk.reading import Document

CASES = [(id, name) for id in shipped_packs() for name in shipped_pack(id).sections.tests]


def outcome(result: Assessment) -> dict[str, Any]:
    """What a test of a pack can expect, by its words there."""
    screening, plan = result.screening, result.plan
    assert plan is not None
    return {
        "criteria": {finding.id: finding.truth for finding in screening.criteria},
        "signals": {finding.id for finding in screening.signals if finding.truth},
        "class": screening.classification.level,
        "possible": screening.classification.possible,
        "intake": screening.intake.offered,
        "actions": {action.id for action in plan.actions if action.suppressed_by is None},
        "strengths": set(screening.strengths),
        "visits": len(plan.to_come(result.date)),
        "plan": plan.status,
        "warnings": {warning.code for warning in screening.warnings},
    }


@pytest.mark.parametrize(("id", "name"), CASES, ids=[f"{id}:{name}" for id, name in CASES])
def test_of_the_pack(id: str, name: str) -> None:
    pack = shipped_pack(id)
    test = pack.sections.tests[name]
    case = parse_case(Document.of(test.case, name))
    found = outcome(kansrijk.assess(pack, case, on=test.on))
    for what, expected in test.expect.items():
        match what:
            case "criteria":
                for criterion, truth in expected.items():
                    assert found["criteria"][criterion] is truth, criterion
            case "signals":
                assert set(expected) == found["signals"]
            case "actions":
                assert set(expected) <= found["actions"]
            case "no_actions":
                assert found["actions"].isdisjoint(expected)
            case "strengths":
                assert set(expected) <= found["strengths"]
            case "warnings":
                assert set(expected) <= found["warnings"]
            case "possible":
                assert tuple(expected) == found["possible"]
            case _:
                assert found[what] == expected, what


def test_every_word_that_a_test_may_expect_is_known_here() -> None:
    """A misspelt word would hold nothing."""
    known = {"no_actions", "criteria", "signals", "class", "possible", "intake", "actions"}
    known |= {"strengths", "visits", "plan", "warnings"}
    for id, name in CASES:
        sections = shipped_pack(id).sections
        expect = sections.tests[name].expect
        assert expect.keys() <= known, name
        ids = {*expect.get("actions", ()), *expect.get("no_actions", ())}
        assert ids <= sections.actions.keys(), name
        assert set(expect.get("signals", ())) <= sections.signals.keys(), name
