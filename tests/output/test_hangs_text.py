"""What an outcome hangs on, in words: never that an open outcome is the same."""

from __future__ import annotations

import random
from typing import Any

import pytest
from builders import ON, case_of, event, shipped_pack, small_pack
from exploring.readings_written_in import pack_with_readings
from promises.strategies import case_data, load, read

from kansrijk.assessment import Assessment, screen_case
from kansrijk.output.hangs_text import hangs_lines, margin_line
from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack

NONE = [{"id": "none", "label": "nothing counts", "when": {"answered": "income"}}]
SETTLES = small_pack(
    criteria={"poverty": {"alternatives": NONE}}, roles={"nurse": {"decides": ["class"]}}
)
OTHER = [{"id": "other", "label": "friends count", "when": {"friends": 0}}]
STAYS = small_pack(criteria={"poverty": {"alternatives": OTHER}})
BY_HER = {"by": "nurse", "of": "class", "set": "low", "reason": "I saw it."}
DECIDED = [{**event("2026-02-01", "override"), **BY_HER}]


def screened(pack: Pack, **parts: Any) -> Assessment:
    return screen_case(pack, case_of(**parts), on=ON, engines=["reference"])


def told(result: Assessment, lang: str = "en") -> str:
    return " ".join(" ".join(hangs_lines(result, Words(result.pack, lang))).split())


RULES = "The rules hold assumptions."
SAME = "With any other reading of one of them the outcome is the same."
MAY_DIFFER = "Which outcomes are then still possible may differ."


@pytest.mark.parametrize(
    ("pack", "parts", "said"),
    [
        (small_pack(), {}, []),
        (STAYS, {"facts": {"poor": True, "alone": True, "friends": 0}}, [RULES, SAME]),
        (
            STAYS,
            {},
            [
                RULES,
                "The outcome is still open, and stays so with any other reading of one of them.",
                MAY_DIFFER,
            ],
        ),
        (
            SETTLES,
            {"facts": {"alone": False}},
            [
                RULES,
                "The outcome is still open. Where one of them is read otherwise, the outcome can",
                "be settled already: - If nothing counts: low.",
                "With any other reading the outcome stays open.",
                MAY_DIFFER,
            ],
        ),
        (
            SETTLES,
            {"facts": {"poor": True, "alone": True}},
            [
                RULES,
                "Where one of them is read otherwise, the outcome can be another:",
                "- If nothing counts: middle.",
            ],
        ),
        (
            SETTLES,
            {"events": DECIDED},
            [
                "The outcome was decided by a professional.",
                "Another reading of the rules does not change that.",
            ],
        ),
    ],
)
def test_what_it_hangs_on_in_words(pack: Pack, parts: dict[str, Any], said: list[str]) -> None:
    assert told(screened(pack, **parts)) == " ".join(said)


def test_an_open_outcome_of_hoogeveen_is_never_called_the_same() -> None:
    text = told(screened(shipped_pack("hoogeveen"), facts={"partner": "geen"}), "nl")
    assert "De uitkomst is nog open, en blijft dat bij elke andere lezing" in text
    assert "dezelfde" not in text


def test_only_what_is_settled_and_robust_is_called_the_same() -> None:
    rng, seen = random.Random(7), set()
    for _ in range(40):
        sections = pack_with_readings(rng)
        pack = load(sections)
        for _ in range(4):
            case, on = case_data(rng, sections)
            result = screen_case(pack, read(case), on=on, engines=["reference"])
            settled = result.classification.level is not None
            same = settled and result.hangs_on.robust and not result.classification.override
            text = told(result)
            assert ("the outcome is the same" in text) is (same and text != "")
            seen.add((settled, result.hangs_on.robust))
    assert len(seen) == 4


NEAR: dict[str, Any] = {"leeftijd": 19, "lengte_cm": 168, "gewicht_voor_zwangerschap_kg": 70.5601,
                        "steunpersonen": 3, "netwerk_te_klein": False}  # fmt: skip


def margin_lines(lang: str, **facts: Any) -> list[str]:
    result = screened(shipped_pack("hoogeveen"), facts={**NEAR, **facts})
    return [margin_line(one, Words(result.pack, lang)) for one in result.margins]


def test_what_lies_off_the_line_is_never_said_to_lie_nothing_off_it() -> None:
    age, bmi, people = margin_lines("nl")
    assert age.startswith("leeftijd: 1 jaar boven de grens")
    assert bmi.startswith("BMI: net boven de grens")
    assert people.startswith("mensen die haar steunen: precies op de grens")
    assert any(line.startswith("BMI: just below") for line in margin_lines("en", bmi=24.999))
    assert any(line.startswith("BMI: 0.01 kg/m²") for line in margin_lines("en", bmi=24.99))


def test_a_distance_is_nought_in_json_only_on_the_line() -> None:
    result = screened(shipped_pack("hoogeveen"), facts=NEAR)
    found = {one["fact"]: one["distance"] for one in result.to_dict()["margins"]}
    assert found == {"leeftijd": 1, "bmi": 0.00004, "steunpersonen": 0}
