"""What a class hangs on is what assessing under each reading gives."""

from __future__ import annotations

import os
import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from builders import ON, case_of, shipped_pack, small_pack
from promises.strategies import Data, case_data, load, read

from kansrijk.assessment import Assessment, screen_case
from kansrijk.case.facts import Facts
from kansrijk.engine.reference import View
from kansrijk.exploring import hangs_on as module
from kansrijk.exploring import readings, under
from kansrijk.exploring.hangs_on import Hang, HangsOn
from kansrijk.pack.pack import Pack
from kansrijk.pack.vocabulary import NormReading
from kansrijk.screening.standing import classes_within

from .readings_written_in import pack_with_readings, written_in

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACKS = 1500 if LONG else 10
CASES = 6


def screened(pack: Pack, case: Data, on: date) -> Assessment:
    return screen_case(pack, read(case), on=on, engines=["reference"])


def case_with_time(rng: random.Random, sections: Data) -> tuple[Data, date]:
    """A random case, in some of which the due date is counted from the last period."""
    case, on = case_data(rng, sections)
    if rng.random() < 0.3:
        case["last_period"] = (on - timedelta(days=rng.randint(0, 260))).isoformat()
        case.pop("due_date", None)
    return case, on


def differences(seed: int, packs: int, *, most: int = 9) -> tuple[Counter[str], list[Any]]:
    """How often each kind of reading gave another class; where it was not as written in."""
    rng, seen, wrong = random.Random(seed), Counter[str](), []
    for _ in range(packs):
        sections = pack_with_readings(rng)
        pack = load(sections)
        others = [(of, id, load(other)) for of, id, other in written_in(sections)]
        for _ in range(CASES):
            case, on = case_with_time(rng, sections)
            result = screened(pack, case, on)
            base, found = result.classification.level, []
            for of, id, other in others:
                then = screened(other, case, on).classification.level
                seen["readings"] += 1
                if then != base:
                    found.append(Hang(of, id, then))
                    seen[of.partition(":")[0]] += 1
                    seen["opens"] += then is None
                    seen["settles"] += base is None
            if result.hangs_on != HangsOn(not found, tuple(found)):
                wrong.append((sections, case, on))
                if len(wrong) == most:
                    return seen, wrong
    return seen, wrong


def test_it_is_what_assessing_under_each_reading_gives() -> None:
    seen, wrong = differences(31, PACKS)
    assert wrong == []
    assert seen["readings"] > 30 * PACKS
    few = [
        kind
        for kind in ("norm", "criterion", "class", "opens", "settles")
        if seen[kind] < PACKS / 10
    ]
    assert few == []


def first_bound(pack: Pack, facts: Facts, view: View) -> str | None:
    """A fault: the first class that cannot be ruled out at once is taken for the class."""
    return classes_within(pack, view, frozenset())[0]


@pytest.mark.parametrize(
    ("where", "name", "fault", "seed"),
    [
        (readings, "_rules_by", lambda pack, norm: iter(()), 31),
        (readings, "shadowed", lambda rules: frozenset(), 31),
        (under, "_opens_the_same", lambda reading, before, after: True, 64),
        (under, "_stays", lambda one, base, after: True, 31),
        (under, "BOTH", None, 31),
        (under, "only_class", first_bound, 31),
        (module, "changes_nothing", lambda reading, facts: reading.pack is None, 31),
    ],
)
def test_this_test_sees_what_goes_wrong(
    where: Any, name: str, fault: Any, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings.class_readings.cache_clear()
    monkeypatch.setattr(where, name, fault)
    assert differences(seed, 100, most=1)[1]
    readings.class_readings.cache_clear()


# Edges


def hangs(pack: Pack, on: date = ON, **facts: Any) -> HangsOn:
    return screen_case(pack, case_of(facts=facts), on=on, engines=["reference"]).hangs_on


def with_line(**more: Any) -> Pack:
    """Poverty is an income below a line that is in a gap in 2024."""
    when = {"income": {"below": {"norm": "line"}}}
    return small_pack(norms={"line": more}, criteria={"poverty": {"when": when}})


READ_HIGHER = {"alternatives": [{"id": "higher", "value": 1200}]}


def test_a_norm_that_is_read_otherwise_gives_another_class() -> None:
    pack = with_line(**READ_HIGHER)
    assert hangs(pack, income=1150, alone=True) == HangsOn(
        False, (Hang("norm:line", "higher", "high"),)
    )
    assert hangs(pack, income=1250, alone=True) == HangsOn(True, ())


def test_a_reading_does_not_fill_a_gap() -> None:
    assert hangs(with_line(**READ_HIGHER), date(2024, 6, 1), income=1150) == HangsOn(True, ())


def test_a_reading_that_is_in_force_changes_nothing() -> None:
    pack = with_line(alternatives=[{"value": 1100.50}])
    assert hangs(pack, income=1150, alone=True) == HangsOn(True, ())


def test_an_open_class_can_be_settled_by_a_reading_and_the_other_way_round() -> None:
    readings = [{"id": "none", "label": "none", "when": {"answered": "income"}}]
    pack = small_pack(criteria={"poverty": {"alternatives": readings}})
    assert hangs(pack, alone=False).assumptions == (Hang("criterion:poverty", "none", "low"),)
    assert hangs(pack, alone=True).assumptions == (Hang("criterion:poverty", "none", "middle"),)
    friends = [{"id": "few", "label": "few", "when": {"friends": {"below": 3}}}]
    pack = small_pack(criteria={"poverty": {"alternatives": friends}})
    assert hangs(pack, poor=True, alone=True).assumptions == (
        Hang("criterion:poverty", "few", None),
    )


def test_declined_is_unknown_under_a_reading_as_well() -> None:
    friends = [{"id": "few", "label": "few", "when": {"friends": {"below": 3}}}]
    pack = small_pack(criteria={"poverty": {"alternatives": friends}})
    found = hangs(pack, poor=True, alone=True, friends="declined")
    assert found.assumptions == (Hang("criterion:poverty", "few", None),)


def test_a_reading_may_ask_a_rule_that_comes_later() -> None:
    readings = [{"id": "other", "label": "other", "when": {"criterion": "solitude"}}]
    pack = small_pack(criteria={"poverty": {"alternatives": readings}})
    assert hangs(pack, poor=False, alone=True).assumptions == (
        Hang("criterion:poverty", "other", "high"),
    )


def test_what_a_reading_asks_can_turn_a_rule_that_it_does_not_touch() -> None:
    """Solitude goes by whether she smokes once that is known, and only the reading asks it; the
    criterion that is read otherwise turns nothing itself, because she is poor."""
    smokes = {"id": "smokes", "label": "smokes", "when": {"smoking": "daily"}}
    worry = {"label": "worry", "domain": "money", "no_action": "none", "basis": "policy",
             "source": "law", "when": {"friends": {"below": 3}},
             "alternatives": [smokes]}  # fmt: skip
    solitude = {"when": {"first_known": [{"smoking": "daily"}, {"alone": True}]}}
    high = {"all": [{"criterion": ["poverty", "worry"]}, {"criterion": "solitude"}]}
    pack = small_pack(
        criteria={"worry": worry, "solitude": solitude},
        classes={"classes": {"high": {"when": high}}},
    )
    assert hangs(pack, poor=True, alone=False, friends=5).assumptions == (
        Hang("criterion:worry", "smokes", None),
    )


def test_a_reading_of_a_class() -> None:
    readings = [{"id": "never", "label": "never", "when": {"all": [{"criterion": "poverty"}]}}]
    pack = small_pack(classes={"classes": {"middle": {"alternatives": readings}}})
    assert hangs(pack, poor=False, alone=True).assumptions == (
        Hang("class:middle", "never", "low"),
    )


def test_what_has_no_part_in_the_class_is_not_named() -> None:
    rhythm = {"alternatives": [{"id": "slow", "value": {"high": 14, "middle": 28}}]}
    assert hangs(small_pack(norms={"rhythm": rhythm}), poor=True) == HangsOn(True, ())


def test_a_reading_of_a_rule_that_has_no_part_in_the_class_is_not_named() -> None:
    readings = [{"id": "never", "label": "never", "when": {"alone": False}}]
    extra = {"label": "extra", "domain": "money", "no_action": "none", "basis": "policy",
             "source": "law", "when": {"alone": True}, "alternatives": readings}  # fmt: skip
    assert hangs(small_pack(criteria={"extra": extra}), poor=True) == HangsOn(True, ())


def test_without_an_id_a_reading_goes_by_its_value() -> None:
    named = {
        norm.id or norm.name
        for norm in (
            NormReading(value=value)
            for value in (1.20, 3, "geen", ["a", "b"], {"14": 28.87, "15": 3}, True)
        )
    }
    assert named == {"1.2", "3", "geen", "a, b", "14 28.87, 15 3", "true"}


# hoogeveen


def just_above_the_line() -> HangsOn:
    """Single and 21 or over, with an income between 110 and 120 percent of the norm."""
    facts = {
        "leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 1500,
        "rondkomen": "makkelijk", "schuldhulpverlening": False, "problematische_schulden": False,
        "bmi": 22, "roken": "nooit", "cannabis": "nooit", "steunpersonen": 5,
        "netwerk_te_klein": False,
    }  # fmt: skip
    return hangs(shipped_pack("hoogeveen"), **facts)


def test_what_is_derived_with_a_norm_is_derived_again() -> None:
    lines = {hang.reading: hang.level for hang in just_above_the_line().assumptions}
    assert lines == {
        "vanaf_een": "kwetsbaar",
        "norm_120": "kwetsbaar",
        "norm_130": "kwetsbaar",
        "met_vakantiegeld": "kwetsbaar",
    }


@pytest.mark.parametrize(
    ("where", "name", "fault"),
    [
        (under, "with_norm", lambda pack, case, facts, norm: facts),
        (readings, "derivations_by", lambda pack, norm: {}),
    ],
)
def test_this_sees_a_line_that_is_not_derived_again(
    where: Any, name: str, fault: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings.class_readings.cache_clear()
    monkeypatch.setattr(where, name, fault)
    assert {hang.reading for hang in just_above_the_line().assumptions} <= {"vanaf_een"}
    readings.class_readings.cache_clear()


OPEN = {
    "norm:drempel_kwetsbaar": ["vanaf_een", "vanaf_drie"],
    "norm:drempel_zeer_kwetsbaar": ["vanaf_vier"],
    "norm:minimagrens": ["norm_120", "norm_130"],
    "norm:deel_zonder_vakantiegeld": ["met_vakantiegeld"],
    "norm:moeilijk_rondkomen": ["zeer_moeilijk"],
    "norm:alleenstaand_bij": ["zonder_partner"],
    "norm:steunpersonen_minimum": ["twee"],
    "norm:bmi_overgewicht": ["obesitas"],
    "norm:iotf_overgewicht": ["obesitas"],
    "norm:roken_telt_mee": ["stoppen_telt_niet"],
    "norm:roken_en_cannabis_minimum": ["allebei"],
    "criterion:sociaal_minimum": ["alleen_inkomen"],
    "criterion:klein_netwerk": ["eigen_woord"],
}
"""Every question about the class that the sources of hoogeveen leave open, with its readings."""


def test_every_open_question_of_hoogeveen_has_its_readings() -> None:
    found: dict[str, list[str]] = {}
    for reading in readings.class_readings(shipped_pack("hoogeveen")):
        found.setdefault(reading.of, []).append(reading.id)
    assert found == OPEN


def test_readings_of_hoogeveen_are_named_in_both_languages_and_read_after_if() -> None:
    pack = shipped_pack("hoogeveen")
    for reading in readings.class_readings(pack):
        assert reading.label is not None
        assert set(reading.label) == {"nl", "en"}
        for text in reading.label.values():
            assert text[0].islower()
            assert not text.endswith(".")
