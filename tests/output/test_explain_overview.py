"""The explanation of a whole outcome: what matters first, each thing once, every id to be found."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from builders import ON, case_of, small_pack

from kansrijk import assess, load_pack, read_case
from kansrijk.assessment import Assessment
from kansrijk.exploring.explanation import worth_explaining
from kansrijk.exploring.rule_names import short_name
from kansrijk.output.explain_overview import overview
from kansrijk.output.layout import WIDTH
from kansrijk.output.words import Words

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
CASES = [file for file in EXAMPLES if file.stem != "expected"]
ROW = "case", CASES
MOST_LINES = 250


def of(case: Path) -> Assessment:
    day = date(2026, 11, 26)
    return assess(load_pack("hoogeveen"), read_case(case), on=day, engines=["reference"])


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(*ROW, ids=lambda file: file.stem)
def test_each_thing_once_and_each_id_to_be_found(case: Path, lang: str) -> None:
    result = of(case)
    text, words = overview(result, lang), Words(result.pack, lang)
    lines = text.splitlines()
    assert len(lines) < MOST_LINES
    assert max(map(len, lines)) <= WIDTH
    for key in worth_explaining(result.pack, result.screening):
        # A label without its end: a label is wrapped where a line is full.
        assert flat(text).count(f"{words.label(key)} ({short_name(result.pack, key)})") == 1
        if key.startswith("action:"):
            assert flat(text).count(flat(words.label(key))) == 1
    for question in result.screening.questions:
        assert flat(text).count(flat(words.question(question.fact))) <= 1


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize(*ROW, ids=lambda file: file.stem)
def test_the_class_is_told_first_then_criteria_then_what_cannot_wait(
    case: Path, markdown: bool
) -> None:
    result = of(case)
    text = overview(result, "nl", markdown=markdown).replace("\\", "")
    heads = re.findall(r"^(?:## )?[●○?] .*", text, re.MULTILINE)
    words, screening = Words(result.pack, "nl"), result.screening
    first = words.class_label(result.classification.possible[0])
    assert first in heads[0]
    listed = [text.index(f"{words.label(f'criterion:{one.id}')} (") for one in screening.criteria]
    assert listed == sorted(listed)
    for one in screening.signals:
        label = f"{words.label(f'signal:{one.id}')} ({one.id})"
        if one.truth:
            assert any(label in head for head in heads)
        elif one.truth is None:
            assert f"- ? {label}" in text
        else:
            assert label not in text


def test_what_is_still_to_ask_is_asked_once_and_in_its_order() -> None:
    (case,) = (file for file in CASES if file.stem == "nog-veel-te-vragen")
    result = of(case)
    text = flat(overview(result, "nl"))
    asked = [
        text.find(Words(result.pack, "nl").question(q.fact)) for q in result.screening.questions
    ]
    shown = [place for place in asked if place >= 0]
    assert len(shown) > 10
    assert shown == sorted(shown)
    assert text.count("Hoe lang ben je?") == 1


def test_what_was_decided_is_told_of_the_class_and_in_short_of_an_action() -> None:
    decided = {"date": "2026-02-01", "event": "override", "by": "nurse", "reason": "I saw it."}
    events = [{**decided, "of": "class", "set": "high"},
              {**decided, "of": "action:help", "set": True}]  # fmt: skip
    pack = small_pack(roles={"nurse": {"decides": ["class", "action"]}})
    case = case_of(facts={"poor": False, "alone": False}, events=events)
    text = flat(overview(assess(pack, case, on=ON, engines=["reference"]), "en"))
    assert "● high (high) Yes, because that was decided on 1 February 2026" in text
    assert "- ● Help. (help): yes, because that was decided on 1 February 2026" in text
    assert "(low)" not in text


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize("name", ["verlies", "wil-geen-begeleiding"])
def test_where_the_plan_has_ended_that_is_told_first_and_why_once(
    name: str, markdown: bool
) -> None:
    (case,) = (file for file in CASES if file.stem == name)
    result = of(case)
    words, ended = Words(result.pack, "nl"), result.facts.timeline.ended_by
    text = flat(overview(result, "nl", markdown=markdown))
    title = "Uitleg bij dossier"
    assert text.removeprefix("# ").startswith(title)
    assert text.split("2026 ", 1)[1].startswith(words.say(f"plan_ended_{ended}"))
    assert text.count(words.say(f"not_now_{ended}")) == 1
    assert " (fase_1)".replace("_", "\\_" if markdown else "_") in text
    assert result.plan
    for action in result.plan.actions:
        below = text.index(words.say(f"not_now_{ended}"))
        label = flat(words.label(f"action:{action.id}"))
        assert (text.index(label) > below) is (action.suppressed_by == ended)
