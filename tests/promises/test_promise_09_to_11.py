"""Promises 9 to 11: circumstances, safe at home, and norms with dates."""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import hoogeveen as oracle
from pydantic import ValidationError

from kansrijk.assessment import assess
from kansrijk.case.case import Case
from kansrijk.case.norms import norms_on
from kansrijk.output.text import render
from kansrijk.pack.condition import Compare, OneOf, Rule
from kansrijk.pack.pack import leaves
from kansrijk.reading import InputError

from .strategies import Data, case_data, load, norm_on, pack_data, read

seeds = st.integers(0, 10**9)

# 9. Circumstances, not persons.

LABELS = (
    r"probleem(gezin|moeder|ouder|geval)\w*", r"achterstands\w*", r"zwakke? moeder",
    r"slechte moeder", r"asociaal", r"aso", r"laaggeletterd\w*", r"laagopgeleid\w*",
    r"verslaafde?n?", r"junk\w*", r"alcoholist\w*", r"drugsgebruiker\w*",
    r"verwarde? (vrouw|persoon|moeder)", r"gestoord\w*",
    r"psychiatrische? (vrouw|moeder|patiënt)", r"zwakbegaafd\w*", r"onbekwaam", r"onwillig\w*",
    r"zorgmijder\w*", r"ongemotiveerd\w*", r"weigeracht\w*", r"wanbetaler\w*",
    r"uitkeringstrekker\w*", r"tienermoeder\w*", r"bijstandsmoeder\w*", r"dik", r"vet",
    r"dikke", r"moddervet", r"slachtoffer\w*", r"dader\w*", r"allochtoon\w*",
    r"buitenlander\w*", r"illegaal\w*", r"ongeschikt\w*", r"falen\w*", r"schuldenaar",
    r"risicomoeder\w*", r"risicogezin\w*", r"kansarm\w*", r"kansloos\w*",
    r"problem (family|mother|case|parent)\w*", r"addicts?", r"junkies?", r"drug users?",
    r"alcoholics?", r"fat", r"obese (woman|mother)", r"teen mothers?",
    r"welfare (mother|queen)\w*", r"victims?", r"perpetrators?", r"unfit", r"incompetent",
    r"uncooperative", r"non-?compliant", r"unwilling", r"lazy", r"lui", r"dumb", r"dom",
    r"stupid", r"retarded", r"crazy", r"gek", r"illegals?", r"underclass",
    r"deprived (woman|mother|family)", r"bad mother", r"at-risk (mother|family)",
    r"low-?educated", r"illiterate", r"hopeless", r"dropouts?",
)  # fmt: skip
STIGMA = re.compile(r"\b(" + "|".join(LABELS) + r")\b", re.IGNORECASE)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_the_word_list_finds_what_it_should() -> None:
    for text in ("een tienermoeder", "Zij is verslaafd aan", "an addict", "zorgmijder", "Fat."):
        assert STIGMA.search(text)
    for text in (
        "vetarm eten",
        "domein",
        "verslavingszorg",
        "geknipt",
        "fatherhood",
        "overgewicht",
    ):
        assert not STIGMA.search(text)


def test_no_text_of_the_pack_labels_a_person(written: Data) -> None:
    told = {name: part for name, part in written.items() if name != "sources"}
    found = [(STIGMA.search(text), text) for text in texts(told) if STIGMA.search(text)]
    assert found == []


def test_no_text_of_an_outcome_labels_a_person(hoogeveen: Any) -> None:
    rng = random.Random(9)
    for lang in hoogeveen.languages:
        for _ in range(25):
            on = date(2021, 1, 1) + timedelta(days=rng.randint(0, 2200))
            case = {"case": "x", "due_date": on, "facts": oracle.draw_facts(rng, on)}
            result = assess(hoogeveen, Case.model_validate(case), on=on)
            assert not STIGMA.search(render(result, lang, everything=True))


@settings(max_examples=60)
@given(st.sets(st.integers(0, 7)))
def test_strengths_are_in_the_outcome(hoogeveen: Any, chosen: set[int]) -> None:
    strengths = hoogeveen.sections.strengths
    there = {id: n in chosen for n, id in enumerate(strengths)}
    facts = {strengths[id].fact: truth for id, truth in there.items()}
    facts |= {"partner": "geen", "roken": "dagelijks"}
    result = assess(hoogeveen, read({"case": "s", "facts": facts}), on=date(2026, 3, 1))
    data = result.to_dict()
    assert [found["id"] for found in data["strengths"]] == [id for id in there if there[id]]
    text = render(result, "nl")
    for id, truth in there.items():
        assert (f"+ {strengths[id].label['nl']}" in text) is truth


# 10. Safe at home: what exists now.

MARK = "zeepaardje"


@settings(max_examples=80)
@given(seeds)
def test_a_receipt_never_holds_a_value(hoogeveen: Any, seed: int) -> None:
    rng = random.Random(seed)
    on = date(2021, 1, 1) + timedelta(days=rng.randint(0, 2200))
    facts = oracle.draw_facts(rng, on) | {
        "zorg_van_professional": f"{MARK} maakt zich zorgen",
        "taal": MARK,
        "netto_maandinkomen": 4217.33,
        "leeftijd": 37,
    }
    case = Case.model_validate({"case": "x", "due_date": on, "facts": facts})
    data = assess(hoogeveen, case, on=on).to_dict()
    receipt = data["receipt"]
    assert MARK not in str(data)
    assert "4217" not in str(data)
    ids = {*hoogeveen.sections.facts, *hoogeveen.sections.norms, *receipt["assumptions"]}
    held = {*receipt["facts_used"], *receipt["facts_missing"], *receipt["norms_used"]}
    assert held <= ids
    assert set(receipt) == {
        "pack_hash", "engines", "facts_used", "facts_missing", "norms_used", "assumptions",
        "overrides",
    }  # fmt: skip


WRONG = (MARK, [MARK], {MARK: 1}, {"x": MARK}, 7734.25, 77340077, -7734)


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_an_error_never_holds_a_value(hoogeveen: Any, wrong: Any) -> None:
    errors = []
    for id, fact in hoogeveen.sections.facts.items():
        seen = [{"date": "2026-01-01", "by": "huisarts", "facts": {id: wrong}}]
        for case in ({"facts": {id: wrong}}, {"observations": seen}):
            try:
                assess(hoogeveen, read({"case": "x", **case}), on=date(2026, 3, 1))
            except InputError as error:
                errors.append(str(error))
            else:
                assert fact.type == ("text" if wrong == MARK else "number")
    assert len(errors) > 80
    assert [error for error in errors if MARK in error or "7734" in error] == []


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_an_error_of_a_case_made_in_python_never_holds_a_value(wrong: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        Case.model_validate({"case": "x", "facts": [wrong], "events": wrong, "due_date": wrong})
    assert MARK not in str(caught.value)
    assert "7734" not in str(caught.value)


def test_what_may_not_reach_the_home_is_marked_throughout(hoogeveen: Any) -> None:
    parts = hoogeveen.sections
    marked = {id for id, fact in parts.facts.items() if not fact.home}
    assert {"huiselijk_geweld", "geen_onderdak", "cannabis", "gesprek_kinderwens"} <= marked
    rules = {rule.key: rule.when for rule in hoogeveen.rules}

    def touches(key: str) -> bool:
        for leaf in leaves(rules[key]):
            if isinstance(leaf, OneOf | Compare) and leaf.fact in marked:
                return True
            kind, _, id = leaf.key.partition(":") if isinstance(leaf, Rule) else ("", "", "")
            if kind == "signal" and not parts.signals[id].home:
                return True
        return False

    signals = {id for id in parts.signals if touches(f"signal:{id}")}
    assert [id for id in signals if parts.signals[id].home] == []
    actions = {id for id in parts.actions if touches(f"action:{id}")}
    assert actions
    assert [id for id in actions if parts.actions[id].home] == []


# 11. Norms have dates.


@settings(max_examples=150)
@given(seeds)
def test_the_value_of_a_day_is_the_one_in_force(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    pack = load(sections)
    borders = {date(2024, 1, 1)}
    for norm in sections["norms"].values():
        for row in norm.get("values", []):
            borders |= {date.fromisoformat(row[k]) for k in ("from", "until", "review") if k in row}
    for border in sorted(borders):
        for on in (border - timedelta(days=1), border, border + timedelta(days=1)):
            found = norms_on(pack, on)
            for id, norm in sections["norms"].items():
                expected = norm_on(norm, on)
                assert (id in found) is (expected is not None), (id, on)
                if expected is None:
                    continue
                told = found[id].value
                if isinstance(expected, dict):
                    told = {str(column): float(cell) for column, cell in told.items()}
                    assert told == {k: float(v) for k, v in expected.items()}
                elif isinstance(expected, list):
                    assert list(told) == expected
                else:
                    assert float(told) == float(expected)
                rows = [r for r in norm.get("values", []) if r["from"] <= on.isoformat()]
                review = rows[-1].get("review") if rows else None
                past = review is not None and review <= on.isoformat()
                assert (found[id].review is not None) is past


def single_norm(rows: list[Data]) -> Any:
    sections = pack_data(random.Random(3))
    sections["norms"]["k1"] = {
        "label": "k1", "unit": "x", "basis": "source", "source": "src0", "values": rows
    }  # fmt: skip
    for rule in sections["criteria"].values():
        rule["when"] = {"n0": {"at_most": {"norm": "k1"}}}
    return load(sections)


def test_until_is_exclusive_a_gap_is_unknown_and_a_review_warns() -> None:
    pack = single_norm([
        {"from": "2024-01-01", "until": "2024-03-01", "value": 10},
        {"from": "2024-04-01", "value": 50, "review": "2024-06-01"},
        {"from": "2024-08-01", "value": 10},
    ])  # fmt: skip
    case = read({"case": "n", "facts": {"n0": 25}})
    expected = {
        "2023-12-31": (None, {"norm_gap"}), "2024-01-01": (False, set()),
        "2024-02-29": (False, set()), "2024-03-01": (None, {"norm_gap"}),
        "2024-03-31": (None, {"norm_gap"}), "2024-04-01": (True, set()),
        "2024-05-31": (True, set()), "2024-06-01": (True, {"norm_past_review"}),
        "2024-07-31": (True, {"norm_past_review"}), "2024-08-01": (False, set()),
    }  # fmt: skip
    for day, (truth, codes) in expected.items():
        screening = assess(pack, case, on=date.fromisoformat(day)).screening
        assert {found.truth for found in screening.criteria} == {truth}, day
        assert {w.code for w in screening.warnings if w.about == "k1"} == codes, day


@settings(max_examples=60)
@given(seeds)
def test_a_later_row_never_changes_an_earlier_day(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    case, on = case_data(rng, sections)
    other = copy.deepcopy(sections)
    for norm in other["norms"].values():
        rows = norm.get("values", [])
        for row in rows:
            if row["from"] > on.isoformat():
                row["value"] = copy.deepcopy(rows[0]["value"])
                row.pop("review", None)
        if rows and rows[-1]["from"] < "2030-01-01" and rows[-1].get("until", "") <= "2030-01-01":
            rows.append({"from": "2030-01-01", "value": rows[0]["value"]})
    one, two = (assess(load(pack), read(case), on=on).to_dict() for pack in (sections, other))
    for data in (one, two):
        data["pack"].pop("hash")
        data["receipt"].pop("pack_hash")
    assert one == two


def test_the_norms_of_hoogeveen_are_those_of_the_day(hoogeveen: Any) -> None:
    for start, amounts in oracle.NORMS.items():
        for on in (date.fromisoformat(start), date.fromisoformat(start) - timedelta(days=1)):
            row = oracle._row(on)
            found = norms_on(hoogeveen, on).get("bijstandsnorm")
            assert (found is None) is (row is None)
            if row is not None:
                assert sorted(found.value.values()) == sorted(row.values())
        assert amounts is None or norms_on(hoogeveen, date.fromisoformat(start))
