"""French as it is set: signs apart, the first of a month, and nothing of another language."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from builders import ON, case_of, small_pack

from kansrijk.assessment import Assessment, assess, assess_facts
from kansrijk.case.facts import with_changes
from kansrijk.exploring.towards import towards
from kansrijk.output.explain_overview import overview
from kansrijk.output.layout import WIDTH, wrap
from kansrijk.output.text import render
from kansrijk.output.towards_text import towards_text
from kansrijk.output.whatif_text import whatif_text
from kansrijk.output.words import Words

PACK = small_pack(
    pack={"languages": ["fr"]},
    facts={"income": {"unit": "EUR/maand"}},
    norms={"line": {"unit": "EUR/maand"}},
    criteria={
        "poverty": {"when": {"any": [{"poor": True}, {"income": {"below": {"norm": "line"}}}]}}
    },
    roles={"nurse": {"decides": ["class", "criterion", "action"]}},
)
FACTS = {"poor": False, "income": 1090, "alone": True, "violence": True}
DECIDED = {"event": "override", "by": "nurse", "date": "2026-03-01", "of": "criterion:solitude",
           "set": False, "reason": "her sister came"}  # fmt: skip
TOLD_TWICE = [
    {"date": "2026-03-01", "by": "nurse", "facts": {"smoking": told}} for told in ("never", "daily")
]


def outcome(**parts: Any) -> Assessment:
    return assess(PACK, case_of(due_date="2026-07-01", **parts), on=ON, engines=["reference"])


def texts() -> list[str]:
    result = outcome(facts=FACTS, observations=TOLD_TWICE, events=[DECIDED])
    changes: Any = {"poor": True, "income": None}
    facts = with_changes(PACK, result.facts, changes)
    after = assess_facts(PACK, result.case, facts, ["reference"])
    return [
        render(result, "fr", everything=True),
        render(outcome(), "fr"),
        overview(result, "fr"),
        whatif_text(result, after, changes, "fr"),
        towards_text(result, towards(PACK, result.facts, "low"), "fr"),
    ]


@pytest.mark.parametrize("n", range(len(texts())))
def test_every_colon_and_semicolon_stands_apart_and_every_quote_is_french(n: int) -> None:
    # A place in a file is no part of the sentence.
    said = re.sub(r"voir case.yaml: ", "", texts()[n])
    assert re.findall(r".*\S[:;](?:\s.*|$)", said) == []
    assert re.findall(r".*[“”].*", said) == []


def test_no_line_begins_with_a_sign_or_ends_with_an_opening_quote() -> None:
    for length in range(WIDTH):
        lines = wrap(f"{'a' * length} « b » : c ; d ! e ?", "")
        assert not [line for line in lines if line[0] in "»:;!?" or line[-1] == "«"]
    assert wrap("? d'où ? ?", "", "") == ["? d'où ? ?"]


def test_the_first_of_a_month() -> None:
    words = Words(PACK, "fr")
    assert words.date(date(2026, 5, 1)) == "1er mai 2026"
    assert words.day(date(2026, 5, 21)) == "jeudi 21 mai 2026"
    assert Words(PACK, "nl").date(date(2026, 5, 1)) == "1 mei 2026"


def test_how_an_outcome_reads() -> None:
    said = " ".join(render(outcome(facts=FACTS, events=[DECIDED]), "fr").split())
    for part in (
        "lundi 2 mars 2026",
        "Proposez un entretien d'accueil, demain au plus tard. Raison : it is not safe",
        "○ solitude : non",
        "Décidé le 1er mars 2026 (nurse) : non (raison : her sister came). Les règles elles-mêmes "
        "disent : oui.",
        "income : moins de 1100,50 euros par mois (income line, depuis le 1er janvier 2025)",
    ):
        assert part in said
