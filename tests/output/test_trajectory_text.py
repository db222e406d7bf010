"""Where a case stands, as a professional reads it."""

from __future__ import annotations

from typing import Any

import pytest
from builders import ON, STEPS, case_of, event, small_pack

from kansrijk.assessment import assess
from kansrijk.output.text import render

PACK = small_pack(
    roles={"chief": {"label": "chief", "domain": "social", "does": "x"}}, trajectory=STEPS
)
DUE = "2026-09-01"


def section(*events: Any, **parts: Any) -> list[str]:
    text = render(assess(PACK, case_of(events=list(events), **parts), on=ON), "en")
    return text.partition("WHERE IT STANDS\n")[2].partition("\n\n")[0].splitlines()


def test_the_step_what_is_needed_and_what_is_next() -> None:
    assert section(facts={"poor": True, "alone": True}, due_date=DUE) == [
        "  Step 2 of 4: offering.",
        "  What is needed: practical or social help.",
        "  - Next: hold the intake within 10 days — nurse or chief",
    ]


def test_what_is_lacking_stands_below_its_step() -> None:
    talked = [event("2026-02-01", "intake"), event("2026-02-02", "agreement")]
    assert section(*talked) == [
        "  Step 3 of 4: agreed.",
        "  - Next: set the plan as she wants it — nurse or chief",
        "      Still needed for that: that the outcome is settled; the due date.",
    ]


@pytest.mark.parametrize(("ending", "label"), [("refusal", "stopped"), ("loss", "lost")])
def test_an_end_asks_for_nothing(ending: str, label: str) -> None:
    assert section(event("2026-02-01", ending)) == [f"  The support has ended: {label}."]


def test_a_proposal_says_that_it_is_still_to_be_set() -> None:
    case = case_of(facts={"poor": True, "alone": True}, due_date=DUE)
    text = " ".join(render(assess(PACK, case, on=ON), "en").split())
    assert "It holds only once it is set with her agreement." in text
