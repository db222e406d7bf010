"""One thing is not said as many, and what is counted is fewer and not less."""

from __future__ import annotations

from typing import Any

import pytest
from builders import ON, case_of, shipped_pack, small_pack

from kansrijk.assessment import assess
from kansrijk.output.explain_text import render
from kansrijk.output.phrases import ONE_OF_A_UNIT, PHRASES, UNITS
from kansrijk.output.plan_text import interval_text
from kansrijk.output.sentence import Sentences
from kansrijk.output.text import render as outcome_text
from kansrijk.output.words import Words
from kansrijk.planning.schedule import Interval

OFTEN = [
    (1, 1, "elke dag", "once a day"), (2, 1, "2 keer per dag", "2 a day"),
    (1, 7, "1 keer per week", "once a week"), (2, 7, "2 keer per week", "2 a week"),
    (1, 28, "1 keer per 4 weken", "once every 4 weeks"),
    (1, 10, "1 keer per 10 dagen", "once every 10 days"),
    (3, 10, "3 keer per 10 dagen", "3 every 10 days"),
]  # fmt: skip


@pytest.mark.parametrize(("visits", "days", "nl", "en"), OFTEN)
def test_how_often(visits: int, days: int, nl: str, en: str) -> None:
    said = [
        interval_text(Interval(visits, days), Words(small_pack(), lang)) for lang in ["nl", "en"]
    ]
    assert said == [nl, en]


@pytest.mark.parametrize("phrase", sorted(id for id in PHRASES if id.endswith("_one")))
def test_each_phrase_for_one_has_its_other_and_its_languages(phrase: str) -> None:
    if phrase.removesuffix("_one") != "test":
        assert phrase.removesuffix("_one") in PHRASES
        assert {"nl", "en"} <= set(PHRASES[phrase])


@pytest.mark.parametrize(
    ("fact", "lang", "one", "two"),
    [
        ("partner_leeftijd", "en", "1 year", "2 years"),
        ("partner_leeftijd", "nl", "1 jaar", "2 jaar"),
        ("partner_leeftijd", "fr", "1 an", "2 ans"),
        ("lsns6_score", "nl", "1 punt", "2 punten"),
        ("lsns6_score", "en", "1 point", "2 points"),
        ("lengte_cm", "en", "1 cm", "2 cm"),
        ("steunpersonen", "en", "1", "2"),
    ],
)
def test_of_one_the_unit_is_that_of_one(fact: str, lang: str, one: str, two: str) -> None:
    words = Words(shipped_pack("hoogeveen"), lang)
    said = Sentences(words, {}, None)
    for value, expected in ((1, one), (2, two)):
        assert words.value(fact, value) == expected
        assert said.value(fact, value) == expected


@pytest.mark.parametrize("unit", sorted(ONE_OF_A_UNIT))
def test_a_unit_of_one_has_its_other_and_its_languages(unit: str) -> None:
    assert set(ONE_OF_A_UNIT[unit]) == set(UNITS[unit])


def test_one_month_one_question_and_fewer_people() -> None:
    phases: Any = {"early": {"from": {"months": -1}, "until": {"months": 1}}}
    pack = small_pack(phases={**phases, "later": {"from": {"months": 1}}})
    poor: Any = {"due_date": "2026-03-01", "facts": {"poor": True, "alone": True}}
    text = render(assess(pack, case_of(**poor), on=ON), ["phase:early"], "en")
    assert "(1 month before the due date)" in " ".join(text.split())
    facts = {"poor": True, "alone": True, "hopeful": True, "friends": 1, "story": "x",
             "smoking": "never"}  # fmt: skip
    one = assess(small_pack(), case_of(facts=facts), on=ON)
    assert "Apart from the outcome 1 more question." in " ".join(outcome_text(one, "en").split())
    few = assess(shipped_pack("hoogeveen"), case_of(facts={"steunpersonen": 2}), on=ON)
    assert "people who support her: fewer than 3" in outcome_text(few, "en")
