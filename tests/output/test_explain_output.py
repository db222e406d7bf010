"""How an explanation is said: as text, as Markdown and as JSON, in each language."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import ON, case_of, seen, shipped_pack, small_pack
from promises.strategies import case_data, load, pack_data, read

from kansrijk.assessment import Assessment, assess
from kansrijk.exploring.explanation import worth_explaining
from kansrijk.exploring.rule_names import explainable
from kansrijk.output.data import to_json
from kansrijk.output.explain_plain import explanations
from kansrijk.output.explain_text import render
from kansrijk.pack.pack import Pack

BASED: Any = {"basis": "policy", "source": "law"}
DAY = date(2026, 11, 26)


def outcome(pack: Pack | None = None, on: date = ON, **parts: Any) -> Assessment:
    return assess(pack or small_pack(), case_of(**parts), on=on, engines=["reference"])


def sentence(rule: str, pack: Pack | None = None, on: date = ON, **parts: Any) -> str:
    return str(outcome(pack, on, **parts).explain(rule)["sentence"])


def signal(when: Any, **parts: Any) -> Pack:
    return small_pack(signals={"danger": {"when": when}}, **parts)


FRIENDS = {"friends": {"below": {"norm": "enough"}}}
INCOME = {"income": {"at_most": 1000}}
LINE = {"income": {"below": {"norm": "line"}}}
SAID: list[tuple[Any, dict[str, Any], str]] = [
    (FRIENDS, {"friends": 2}, "yes, because “friends” is 2 people (fewer than 3 people)"),
    (FRIENDS, {"friends": 3}, "no, because “friends” is 3 people (at least 3 people)"),
    (INCOME, {"income": 1200.5}, "no, because “income” is 1200.50 EUR (more than 1000 EUR)"),
    (INCOME, {"income": 1000.001},
     "no, because “income” is 1000.001 EUR (more than 1000 EUR)"),
    (INCOME, {}, "not known yet, because “income” is not filled in yet"),
    (INCOME, {"income": "declined"},
     "not known yet, because she would rather not say anything about “income”"),
    ({"smoking": ["daily", "stopped"]}, {"smoking": "daily"},
     "yes, because “smoking” is “every day”"),
    ({"smoking": {"norm": "smokers"}}, {"smoking": "never"}, "no, because “smoking” is “never”"),
    ({"poor": True}, {"poor": False}, "no, because “poor” is no"),
    ({"not": {"answered": "story"}}, {}, "yes, because “story” is not filled in"),
    ({"answered": "story"}, {"story": "words"}, "yes, because “story” is filled in"),
    ({"any": [{"criterion": "poverty"}, {"alone": True}]}, {"poor": True, "alone": True},
     "yes, because “poverty” is at play, and “alone” is yes"),
    ({"all": [{"criterion": "poverty"}, {"not": {"criterion": "solitude"}}]},
     {"alone": False}, "not known yet, because “poverty” is not known yet"),
    ({"first_known": [{"poor": True}, {"alone": True}]}, {"alone": True},
     "yes, because “alone” is yes"),
    ({"all": [{"poor": True}, {"any": [{"poor": True}, {"alone": True}]}]}, {"poor": True},
     "yes, because “poor” is yes"),
]  # fmt: skip


@pytest.mark.parametrize(("when", "facts", "said"), SAID)
def test_the_sentence_of_a_finding(when: Any, facts: dict[str, Any], said: str) -> None:
    assert sentence("danger", signal(when), facts=facts) == f"“danger”: {said}."


def test_two_who_disagree_are_said_to() -> None:
    chief = {"chief": {"label": "chief", "domain": "social", "does": "x"}}
    pack = small_pack(roles=chief)
    both = [seen("2026-02-01", "chief", poor=True), seen("2026-02-01", poor=False)]
    for observations in (both, both[::-1]):
        result = outcome(pack, observations=observations)
        found = result.explain("poverty")
        assert found["sentence"] == (
            "“poverty”: not known yet, because different answers were noted about “poor” on "
            "1 February 2026 (nurse: no; chief: yes)."
        )
        assert found["missing"][0]["said"] == [
            {"date": "2026-02-01", "by": "nurse", "value": False},
            {"date": "2026-02-01", "by": "chief", "value": True},
        ]
        # Neither is chosen.
        assert (found["truth"], found["facts"]) == (None, [])


def test_who_disagree_stand_in_one_order_in_an_outcome_and_its_explanation() -> None:
    pack = small_pack(roles={"chief": {"label": "chief", "domain": "social", "does": "x"}})
    both = [seen("2026-02-01", "chief", poor=True), seen("2026-02-01", poor=False)]
    result = outcome(pack, observations=both)
    said = "nurse: no; chief: yes"
    assert said in result.explain("poverty")["sentence"]
    assert said in result.to_dict()["warnings"][0]["message"]


def test_who_said_the_same_twice_is_named_once() -> None:
    pack = small_pack(roles={"chief": {"label": "chief", "domain": "social", "does": "x"}})
    said = [seen("2026-02-01", poor=True), seen("2026-02-01", poor=True),
            seen("2026-02-01", "chief", poor=True)]  # fmt: skip
    text = render(outcome(pack, observations=said), ["criterion:poverty"], "en")
    assert "    - “poor”: yes, on 1 February 2026 by nurse and chief\n" in text


LINE_WAYS = {"first_known": [{"income": {"below": {"norm": "line"}}}, {"poor": True}]}


def not_counted(pack: Pack, rule: str, on: date = ON, **parts: Any) -> list[str]:
    return [one["sentence"] for one in outcome(pack, on, **parts).explain(rule)["not_counted"]]


def test_what_is_known_and_counted_for_nothing_is_said_with_the_reason() -> None:
    facts = {"income": 900, "poor": True}
    gap = date(2024, 6, 1)
    assert not_counted(signal(LINE_WAYS), "danger", gap, facts=facts) == [
        "“income” is 900 EUR, but that did not count, because what “income” is held against is not "
        "known on this day"
    ]
    assert not_counted(signal(LINE_WAYS), "danger", facts=facts) == []
    assert not_counted(signal(LINE_WAYS), "danger", gap, facts={"poor": True}) == []
    hoogeveen = shipped_pack("hoogeveen")
    young: Any = {"leeftijd": 16, "netto_maandinkomen": 300, "rondkomen": "redelijk"}
    assert not_counted(hoogeveen, "sociaal_minimum", facts=young) == [
        "“netto inkomen per maand” is 300 euro per maand, maar dat telde niet mee, want "
        "“inkomensgrens voor haar huishouden” is er niet: “soort huishouden voor de bijstandsnorm” "
        "is “geen eigen bijstandsnorm”, en “leeftijd” is 16 jaar"
    ]
    for older, why in (
        ({"partner": "geen"}, "“huisgenoten die de kosten delen” is nog niet ingevuld"),
        ({}, "“partner” is nog niet ingevuld"),
    ):
        (said,) = not_counted(
            hoogeveen, "sociaal_minimum", facts={**young, "leeftijd": 30, **older}
        )
        assert said.endswith(f"“inkomensgrens voor haar huishouden” is er niet: {why}")
    before: Any = {"facts": {**young, "leeftijd": 30, "partner": "geen", "kostendelers": 0}}
    (said,) = not_counted(hoogeveen, "sociaal_minimum", date(2010, 1, 1), **before)
    assert "“bijstandsnorm met vakantiegeld” is op deze dag niet te bepalen" in said


def test_what_counted_for_nothing_below_a_rule_is_said_of_what_rests_on_it() -> None:
    young: Any = {"leeftijd": 16, "netto_maandinkomen": 300, "rondkomen": "makkelijk",
                  "schuldhulpverlening": False, "problematische_schulden": False,
                  "partner": "samenwonend", "roken": "nooit", "cannabis": "nooit"}  # fmt: skip
    result = outcome(shipped_pack("hoogeveen"), facts=young)
    said = render(result, ["class:zeer_kwetsbaar"], "en")
    assert said.count("  Known, but not counted\n") == 1


def test_a_norm_in_a_gap_is_what_is_missing() -> None:
    assert sentence("danger", signal(LINE), date(2024, 6, 1), facts={"income": 900}) == (
        "“danger”: not known yet, because what “income” is held against is not known on this day."
    )


def test_what_cannot_be_asked_is_not_said_to_be_missing() -> None:
    age = {"type": "integer", "unit": "maanden", "range": [0, 60], "label": "age of the child",
           "derive": {"child_age": {}}}  # fmt: skip
    pack = signal({"child": {"below": 6}}, facts={"child": age})
    assert sentence("danger", pack) == (
        "“danger”: not known yet, because “age of the child” cannot be known on this day."
    )
    born = [{"date": "2026-01-01", "event": "birth", "by": "nurse"}]
    result = outcome(pack, events=born)
    assert "    - “age of the child”: 2 months, follows from the dates\n" in render(
        result, ["signal:danger"], "en"
    )


def test_a_figure_that_was_worked_out_is_named() -> None:
    pack = shipped_pack("hoogeveen")
    facts = {"leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 1000}
    assert sentence("sociaal_minimum", pack, facts=facts) == (
        "“weinig geld of schulden”: ja, want “netto inkomen per maand” is 1000 euro per maand "
        "(hoogstens 1464,57 euro per maand: “inkomensgrens voor haar huishouden”)."
    )


def test_what_rounds_to_a_figure_keeps_its_own_side_of_it() -> None:
    pack = shipped_pack("hoogeveen")
    facts = {"leeftijd": 30, "bmi": 24.9996}
    said = sentence("overgewicht", pack, facts=facts)
    assert "“BMI” is 24,9996 kg/m² (minder dan 25 kg/m²)" in said
    near = {"leeftijd": 30, "bmi": "24.99"}
    assert Fraction(near["bmi"]) < 25
    tiny = sentence("danger", signal({"income": {"below": 1}}), facts={"income": 1 - 1e-14})
    assert "“income” is 0.99999999999999 EUR (less than 1 EUR)" in tiny


CLASSES = [
    ("high", {"poor": True, "alone": True},
     "“high”: yes, because “poverty” is at play, and “solitude” is at play."),
    ("middle", {"poor": True, "alone": True}, "“middle”: no, because the outcome is “high”."),
    ("low", {"poor": True, "alone": True}, "“low”: no, because the outcome is “high”."),
    ("high", {"poor": False, "alone": True}, "“high”: no, because “poverty” is not at play."),
    ("low", {"poor": False, "alone": False},
     "“low”: yes, because “poverty” is not at play, and “solitude” is not at play."),
    ("high", {"poor": True}, "“high”: not known yet, because “solitude” is not known yet."),
    ("low", {"poor": True}, "“low”: no, because the outcome can now only be “high” or “middle”."),
    ("middle", {"poor": True},
     "“middle”: not known yet. Its own rule is met: “poverty” is at play. What is still open is "
     "whether “high” holds, because “solitude” is not known yet."),
    ("middle", {"poor": False},
     "“middle”: not known yet, because “solitude” is not known yet."),
    ("low", {},
     "“low”: not known yet. This is the outcome when no other holds. What is still open is whether "
     "“high” or “middle” holds, because “poverty” is not known yet, and “solitude” is not known "
     "yet."),
    ("early", {"poor": True, "alone": True},
     "“before the birth”: yes, because the outcome is “high”."),
    ("early", {}, "“before the birth”: not known yet, because the outcome can still be “high”, "
     "“middle” or “low”."),
    ("may", {"poor": False, "alone": False},
     "“it may add up”: no, because the outcome cannot be “high” or “middle”."),
    ("interval:early", {}, "“before the birth”: 2 a week."),
    ("help", {"poor": True}, "“Help.”: yes, because “poverty” is at play."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "facts", "said"), CLASSES)
def test_the_sentence_of_what_follows(rule: str, facts: dict[str, Any], said: str) -> None:
    assert sentence(rule, due_date="2026-04-01", facts=facts) == said


def test_how_often_by_class_is_said_with_the_class() -> None:
    pack = shipped_pack("hoogeveen")
    assert sentence("interval:fase_4", pack) == (
        "“fase 4: het derde jaar”: hoe vaak hangt van de uitkomst af, want de norm “dagen tussen "
        "twee bezoeken in fase 4” is een waarde die op deze dag niet bekend is, en de uitkomst "
        "kan nog “zeer kwetsbare omstandigheden”, “kwetsbare omstandigheden” of “gewone zorg” "
        "zijn."
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "the outcome may be “high” or “middle”"),
        ({"poor": False}, "the outcome may be “high”"),
        ({"poor": True, "alone": False}, "the outcome is “middle”"),
        ({"poor": False, "alone": False}, "the outcome cannot be “high” or “middle”"),
    ],
)
def test_only_classes_that_are_still_possible_may_be(facts: dict[str, Any], said: str) -> None:
    classes = {"classes": {"high": {"when": {"criterion": "solitude"}}}}
    pack = small_pack(classes=classes)
    assert f"because {said}." in sentence("may", pack, facts=facts)


def test_it_may_be_the_phase_that_decides() -> None:
    action = {"label": "Go.", "when": {"phase": "early"}, "domain": "social", "role": "nurse"}
    pack = small_pack(actions={"go": {**action, **BASED}})
    assert sentence("go", pack, due_date="2026-04-01") == (
        "“Go.”: yes, because it is now “before the birth”."
    )


WHOLE = """\
Explanation of case c-1, Monday 2 March 2026

● high (high)
  Yes, because “poverty” is at play, and “solitude” is at play.
  What this rests on
    - “poverty”: yes, because “poor” is yes.
    - “solitude”: yes, because “alone” is yes.
  Facts
    - “poor”: yes, on 1 February 2026 by nurse
    - “alone”: yes, known from the beginning
  The rule
    - at least 2 of these 2: (1) “poverty” is at play; (2) “solitude” is at play
    - class:high in small.yaml; policy of the owner [1]

● before the birth (early)
  Yes, because the outcome is “high”.
  When
    - from 1 February 2026 (2 months before the due date) until 1 April 2026
      (the due date)
    - 2 a week
  Facts
    - “poor”: yes, on 1 February 2026 by nurse
  The rule
    - the outcome is “high” or “middle”
    - phase:early in small.yaml; policy of the owner [1]

SOURCES
  1. The law, State, 2020
"""


def test_an_explanation_as_text() -> None:
    result = outcome(
        due_date="2026-04-01",
        facts={"alone": True},
        observations=[seen("2026-02-01", poor=True)],
    )
    said = render(result, ["class:high", "phase:early"], "en")
    # Either fact is enough for the phase, and both are named.
    both = WHOLE.replace(
        "  Facts\n    - “poor”: yes, on 1 February 2026 by nurse\n  The rule",
        "  Facts\n    - “poor”: yes, on 1 February 2026 by nurse\n"
        "    - “alone”: yes, known from the beginning\n  The rule",
    )
    assert said == both


def test_what_is_missing_comes_with_its_question() -> None:
    result = outcome(facts={"poor": "declined"})
    said = render(result, ["criterion:poverty", "criterion:solitude"], "en")
    assert "    - she would rather not say anything about “poor”\n" in said
    assert "    - “alone” is not filled in yet: Alone?\n" in said


def test_what_counted_first_is_among_the_facts_with_what_it_is_held_against() -> None:
    """Her income is above the line, and how she makes ends meet would have said the same."""
    pack = shipped_pack("hoogeveen")
    facts = {"leeftijd": 19, "partner": "geen", "rondkomen": "redelijk", "kostendelers": 0,
             "netto_maandinkomen": 361.56, "schuldhulpverlening": False,
             "problematische_schulden": False}  # fmt: skip
    result = outcome(pack, date(2026, 5, 26), facts=facts)
    assert result.explain("sociaal_minimum")["exact"] is False
    said = " ".join(render(result, ["criterion:sociaal_minimum"], "nl").split())
    assert "is 361,56 euro per maand (meer dan 361,5596 euro per maand: “inkomensg" in said
    assert "Feiten die hiervoor genoeg zijn - “leeftijd”: 19 jaar" in said
    assert "- “netto inkomen per maand”: 361,56 euro per maand, bekend vanaf" in said
    assert "- “inkomensgrens voor haar huishouden”: 361,5596 euro per maand, volgt uit" in said


def test_a_fact_reads_the_same_in_the_sentence_and_below_it() -> None:
    facts = {"leeftijd": 19, "lengte_cm": 168, "gewicht_voor_zwangerschap_kg": 70.5601}
    result = outcome(shipped_pack("hoogeveen"), facts=facts)
    said = render(result, ["criterion:overgewicht"], "nl")
    assert said.count("25,00004 kg/m²") == 2
    assert "zwangerschap”: 70,5601 kg, bekend vanaf het begin" in said


def test_a_norm_shows_its_period_review_and_note() -> None:
    rows = [
        {"from": "2020-01-01", "value": 1, "note": "an old one"},
        {"from": "2025-01-01", "review": "2026-01-01", "value": 2},
    ]
    norm = {"label": "least", "unit": "people", "values": rows, **BASED}
    pack = signal({"friends": {"below": {"norm": "least"}}}, norms={"least": norm})
    for on, shown in (
        (date(2024, 1, 1), "“least”: 1 people, from 1 January 2020 until 1 January 2025; an old "
                           "one; policy of the owner [1]"),
        (ON, "“least”: 2 people, since 1 January 2025; due for review on 1 January 2026; policy of "
             "the owner [1]"),
    ):  # fmt: skip
        said = render(outcome(pack, on, facts={"friends": 0}), ["signal:danger"], "en")
        assert shown in " ".join(said.split())


def test_a_note_in_another_language_is_said_to_be() -> None:
    pack = shipped_pack("hoogeveen")
    facts = {"leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 1000}
    for lang, shown in (("nl", "; de bedragen vanaf"), ("en", "; in Dutch: de bedragen vanaf")):
        said = render(outcome(pack, DAY, facts=facts), ["criterion:sociaal_minimum"], lang)
        assert shown in " ".join(said.split())


def test_a_norm_of_one_word_is_shown_in_words() -> None:
    pack = signal({"smoking": {"norm": "smokers"}}, norms={"smokers": {"value": "daily"}})
    said = render(outcome(pack, facts={"smoking": "daily"}), ["signal:danger"], "en")
    assert "“who smokes”: “every day”; policy of the owner [1]" in said
    assert "“smoking” is “every day” (norm “who smokes”)" in said


def test_an_action_that_is_not_for_now_and_the_lowest_class_say_so() -> None:
    lost = [{"date": "2026-03-01", "event": "loss", "by": "nurse"}]
    result = outcome(due_date="2026-04-01", facts={"poor": True, "alone": False}, events=lost)
    said = render(result, ["action:help", "class:low", "interval:early"], "en")
    assert "the outcome when no other holds" in said
    assert "  When\n    - not for now, because she has lost her child or her pregnancy\n" in said


def test_markdown_shows_every_sign_as_itself() -> None:
    law = {"law": {"title": "A *law* [1]", "publisher": "_x_", "locator": "page #3"}}
    pack = small_pack(sources=law, criteria={"poverty": {"label": "a_b | <c>"}})
    said = render(outcome(pack, facts={"poor": True}), ["criterion:poverty"], "en", markdown=True)
    assert said.startswith(
        "# Explanation of case c-1, Monday 2 March 2026\n\n## ● a\\_b \\| \\<c\\> (poverty)\n\n"
    )
    assert "**Facts**\n\n- “poor”: yes, known from the beginning\n\n**The rule**" in said
    assert "## Sources\n\n1. A \\*law\\* \\[1\\], \\_x\\_, 2020: page \\#3\n" in said
    assert "**" not in re.sub(r"^\*\*[^*]+\*\*$", "", said, flags=re.MULTILINE)


def test_a_rule_may_rest_on_nothing_of_its_own() -> None:
    result = outcome(facts={"poor": False, "alone": False})
    data = result.explain("class:low")
    assert (data["basis"], data["sources"], data["reads"]) == (None, [], None)
    said = render(result, ["class:low"], "en")
    assert "    - class:low in small.yaml\n" in said
    assert render(outcome(shipped_pack("hoogeveen")), [], "nl").count("\n") == 1


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_everything_of_a_random_outcome_can_be_explained(seed: int, markdown: bool) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng, may_fall=True)
    case, on = case_data(rng, sections)
    result = assess(load(sections), read(case), on=on, engines=["reference"])
    keys = dict.fromkeys(explainable(result.pack).values())
    assert set(worth_explaining(result.pack, result.screening)) <= set(keys)
    for lang in ("nl", "en"):
        text = render(result, keys, lang, markdown=markdown)
        assert text == render(result, keys, lang, markdown=markdown)
        data = explanations(result, keys, lang)
        assert [one["rule"] for one in data["explanations"]] == list(keys)
        assert json.loads(to_json(data)) == data
        for one in data["explanations"]:
            assert one["sentence"].endswith(".")
            assert one["truth"] is None or not one["missing"]


HOOGEVEEN = [
    ("weinig geld", "sociaal_minimum", {"problematische_schulden": True},
     "“weinig geld of schulden”: ja, want “schulden waar ze zelf niet uitkomt” is ja."),
    ("netwerk", "klein_netwerk", {"steunpersonen": 2},
     "“weinig mensen om op terug te vallen”: ja, want “mensen die haar steunen” is 2 (minder dan "
     "3)."),
    ("roken", "roken_en_cannabis", {"roken": "nooit", "cannabis": "declined"},
     "“roken of cannabis”: nog niet bekend, want over “cannabis” wil zij niets zeggen."),
    ("gewicht", "overgewicht", {"leeftijd": 22, "lengte_cm": 168, "gewicht_eerste_consult_kg": 64},
     "“overgewicht voor of vroeg in de zwangerschap”: nee, want “BMI” is 22,68 kg/m² (minder dan "
     "25 kg/m²), en “leeftijd” is 22 jaar (minstens 18 jaar)."),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "facts", "said"), [row[1:] for row in HOOGEVEEN])
def test_how_hoogeveen_says_it(rule: str, facts: dict[str, Any], said: str) -> None:
    assert sentence(rule, shipped_pack("hoogeveen"), DAY, facts=facts) == said
