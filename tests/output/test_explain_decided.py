"""What a professional decided, in every explanation that rests on it, beside what the rules say."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builders import case_of, small_pack
from typer.testing import CliRunner

from kansrijk.assessment import Assessment, assess
from kansrijk.cli.main import application
from kansrijk.exploring.rule_names import explainable
from kansrijk.output.explain_text import render

DECIDES = {"nurse": {"decides": ["class", "criterion", "action"]}}
VISITS = {"number": 1, "days": {"norm": "rhythm", "by": "class"}}
PACK = small_pack(
    roles=DECIDES, norms={"rhythm": {"unit": "dagen"}}, phases={"later": {"visits": VISITS}}
)
DAY = date(2026, 3, 2)
BY = "(role: nurse; reason: I saw it)"
SO = f"because that was decided on 1 February 2026 {BY}. The rules themselves say:"
CLASS = "because on 1 February 2026 it was decided that the outcome is"
WHO = f"{BY}. The rules themselves say:"
LISTED = "Decided on 1 February 2026 (role: nurse):"
REASON = "(reason: I saw it). The rules themselves say:"


def outcome(of: str, set: Any, **facts: Any) -> Assessment:
    decided = {"date": "2026-02-01", "event": "override", "by": "nurse", "of": of, "set": set,
               "reason": "I saw it."}  # fmt: skip
    parts: Any = {"due_date": "2026-04-01", "facts": facts, "events": [decided]}
    return assess(PACK, case_of(**parts), on=DAY, engines=["reference"])


POOR = {"poor": True, "alone": False}
SAID: list[tuple[tuple[str, Any], dict[str, Any], str, str]] = [
    (("criterion:solitude", True), POOR, "solitude",
     f"“solitude”: yes, {SO} no, because “alone” is no."),
    (("criterion:solitude", False), {}, "solitude",
     f"“solitude”: no, {SO} not known yet, because “alone” is not filled in yet."),
    (("class", "high"), POOR, "high",
     f"“high”: yes, {SO} no, because “solitude” is not at play."),
    (("class", "high"), POOR, "middle",
     f"“middle”: no, {CLASS} “high” {WHO} yes, because “poverty” is at play."),
    (("class", "high"), {"poor": False, "alone": False}, "middle",
     f"“middle”: no, {CLASS} “high” {WHO} no, because “poverty” is not at play, and “solitude” is "
     "not at play."),
    (("class", "low"), POOR, "low",
     f"“low”: yes, {SO} no, because the outcome is “middle”."),
    (("action:help", False), POOR, "help",
     f"“Help.”: no, {SO} yes, because “poverty” is at play."),
    (("action:help", True), {"poor": False, "alone": False}, "help",
     f"“Help.”: yes, {SO} no, because “poverty” is not at play, and “solitude” is not at play."),
    (("criterion:solitude", True), POOR, "high",
     "“high”: yes, because “poverty” is at play, and “solitude” is at play."),
    (("class", "high"), POOR, "interval:later",
     "“after the birth”: once a week, because the norm “days between visits” is 7 days, and the "
     "outcome is “high”."),
]  # fmt: skip


@pytest.mark.parametrize(("decided", "facts", "rule", "said"), SAID)
def test_who_decided_is_said_and_what_the_rules_say(
    decided: tuple[str, Any], facts: dict[str, Any], rule: str, said: str
) -> None:
    assert outcome(*decided, **facts).explain(rule)["sentence"] == said


RESTS_ON = [
    ("criterion:solitude", True, "high"), ("criterion:solitude", True, "help"),
    ("criterion:solitude", True, "early"), ("criterion:solitude", True, "interval:later"),
    ("class", "high", "early"), ("class", "high", "interval:later"), ("class", "high", "may"),
]  # fmt: skip


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize(("of", "set_", "rule"), RESTS_ON)
def test_what_rests_on_a_decision_says_so(of: str, set_: Any, rule: str, markdown: bool) -> None:
    result = outcome(of, set_, poor=True, alone=False)
    key = explainable(PACK)[rule]
    text = " ".join(render(result, [key], "en", markdown=markdown).split())
    assert SO in text or (LISTED in text and REASON in text)
    (decision,) = result.explain(rule)["decisions"]
    assert (decision["of"], decision["set"], decision["by"]) == (of, set_, "nurse")


def test_with_the_facts_that_are_named_the_truth_is_the_same_under_a_decision() -> None:
    result = outcome("criterion:solitude", True, poor=True, alone=False)
    assert [fact["fact"] for fact in result.explain("high")["facts"]] == ["poor"]
    assert result.explain("high")["rules"][1]["sentence"] == f"“solitude”: yes, {SO} no, " + (
        "because “alone” is no."
    )
    decided = outcome("class", "high", poor=True, alone=False)
    assert decided.explain("early")["facts"] == []
    assert decided.explain("high")["rules"] == [
        {"rule": "criterion:solitude", "label": "solitude", "truth": False,
         "sentence": "“solitude”: no, because “alone” is no."}
    ]  # fmt: skip


def test_a_decision_as_data_and_what_is_of_the_rules_alone_under_its_own_head() -> None:
    result = outcome("criterion:solitude", True, poor=True, alone=False)
    found = result.explain("solitude")
    assert (found["truth"], found["override"]) == (True, {
        "of": "criterion:solitude", "set": True, "by": "nurse", "date": "2026-02-01",
        "reason": "I saw it.", "rules_say": False, "review": False,
    })  # fmt: skip
    assert result.explain("poverty")["override"] is None
    text = render(result, ["criterion:solitude"], "en")
    assert "  Facts, by the rules themselves\n    - “alone”: no" in text


def test_nothing_that_was_not_decided_says_it_was() -> None:
    result = outcome("action:help", False, poor=True, alone=True)
    for rule, key in explainable(PACK).items():
        assert (BY in result.explain(rule)["sentence"]) is (key == "action:help")


def test_a_decision_that_no_longer_fits_says_so() -> None:
    decided = {"date": "2026-02-01", "event": "override", "by": "nurse",
               "of": "criterion:solitude", "set": True, "reason": "I saw it."}  # fmt: skip
    later = {"date": "2026-02-20", "by": "nurse", "facts": {"alone": True}}
    case = case_of(facts={"alone": False}, events=[decided], observations=[later])
    result = assess(PACK, case, on=DAY, engines=["reference"])
    said = result.explain("solitude")["sentence"]
    assert said.endswith(
        "because “alone” is yes. On that day the rules said something else: see whether this "
        "decision still fits."
    )


EXAMPLES = Path(__file__).parents[2] / "examples"


def enough(case: Path, *options: str) -> str:
    arguments = ["explain", str(case), "--enough", "--on", "2026-11-10", *options]
    result = CliRunner().invoke(application(), arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_what_is_enough_for_what_was_decided_is_the_decision() -> None:
    case = EXAMPLES / "de-casusbegeleider-weegt-het-anders.yaml"
    text = " ".join(enough(case).split())
    assert "Vastgesteld door casusbegeleider op 3 november 2026: “kwetsbare omst" in text
    assert "De regels zelf zeggen: gewone zorg." in text
    data = json.loads(enough(case, "--format", "json"))
    assert [(one["of"], one["set"]) for one in data["decisions"]] == [("class", "kwetsbaar")]


CASE = """\
case: c-1
facts: {partner: samenwonend, roken: soms, netwerk_te_klein: true}
events:
  - {date: 2026-11-03, event: override, by: verloskundige, of: criterion:alleenstaand,
     set: true, reason: Hij is er nooit.}
"""


def test_a_criterion_that_was_decided_goes_with_what_is_enough(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    page = enough(tmp_path / "case.yaml", "--format", "markdown")
    assert "\n\nDaarbij geldt wat is vastgesteld:\n\n- Vastgesteld door verloskundige op " in page
    assert "\n\nKleinere of andere rijtjes zijn er niet.\n\n" in page
