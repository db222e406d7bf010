"""Derived facts: exact, unknown while an input is, and what there is to ask for them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import ON, event, facts_of, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.case.facts import Facts

HOOGEVEEN = shipped_pack("hoogeveen")


def known(on: date = ON, **facts: Any) -> Facts:
    return facts_of(HOOGEVEEN, on, due_date="2026-09-01", facts=facts)


# BMI


@given(st.integers(1300, 2100), st.integers(400, 1500))
def test_bmi_is_exact(height_mm: int, weight_hg: int) -> None:
    height, weight = height_mm / 10, weight_hg / 10
    bmi = known(lengte_cm=height, gewicht_voor_zwangerschap_kg=weight).values["bmi"]
    metres = Fraction(height_mm, 1000)
    assert bmi == Fraction(weight_hg, 10) / metres**2


@pytest.mark.parametrize(
    ("facts", "bmi", "missing"),
    [
        ({"lengte_cm": 160, "gewicht_voor_zwangerschap_kg": 64}, 25, ()),
        ({"lengte_cm": 160, "gewicht_eerste_consult_kg": 64}, 25, ()),
        (
            {"lengte_cm": 160, "gewicht_voor_zwangerschap_kg": 64, "gewicht_eerste_consult_kg": 99},
            25,
            (),
        ),
        (
            {
                "lengte_cm": 160,
                "gewicht_voor_zwangerschap_kg": "declined",
                "gewicht_eerste_consult_kg": 64,
            },
            25,
            (),
        ),
        ({}, None, ("lengte_cm", "gewicht_voor_zwangerschap_kg")),
        ({"lengte_cm": 160}, None, ("gewicht_voor_zwangerschap_kg",)),
        ({"gewicht_eerste_consult_kg": 64}, None, ("lengte_cm",)),
        (
            {"lengte_cm": 160, "gewicht_voor_zwangerschap_kg": "declined"},
            None,
            ("gewicht_eerste_consult_kg",),
        ),
        (
            {
                "lengte_cm": 160,
                "gewicht_voor_zwangerschap_kg": "declined",
                "gewicht_eerste_consult_kg": "declined",
            },
            None,
            ("gewicht_voor_zwangerschap_kg",),
        ),
        ({"lengte_cm": "declined"}, None, ("lengte_cm", "gewicht_voor_zwangerschap_kg")),
        ({"bmi": 31}, 31, ()),
        ({"bmi": 31, "lengte_cm": 160, "gewicht_voor_zwangerschap_kg": 64}, 31, ()),
    ],
)
def test_bmi_of_the_first_weight_that_is_known(
    facts: dict[str, Any], bmi: Any, missing: tuple[str, ...]
) -> None:
    found = known(**facts)
    assert found.values.get("bmi") == bmi
    assert found.missing("bmi") == missing


def test_a_withdrawn_value_makes_room_for_the_derived_one() -> None:
    facts = known(bmi=None, lengte_cm=160, gewicht_voor_zwangerschap_kg=64)
    assert facts.values["bmi"] == 25
    assert facts.derived["bmi"].facts == ("lengte_cm", "gewicht_voor_zwangerschap_kg")


# Sums

ITEMS = [
    "lsns6_familie_contact",
    "lsns6_familie_vertrouwen",
    "lsns6_familie_hulp",
    "lsns6_vrienden_contact",
    "lsns6_vrienden_vertrouwen",
    "lsns6_vrienden_hulp",
]


@given(st.dictionaries(st.sampled_from(ITEMS), st.integers(0, 5)))
def test_a_sum_is_known_with_its_last_item(items: dict[str, int]) -> None:
    facts = known(**items)
    missing = tuple(id for id in ITEMS if id not in items)
    assert facts.missing("lsns6_score") == missing
    assert facts.values.get("lsns6_score") == (None if missing else sum(items.values()))


def test_a_sum_of_fractions_that_is_whole_is_a_whole_number() -> None:
    both = {"type": "number", "unit": "EUR", "range": [0, 9999], "label": "both",
            "derive": {"sum": {"of": ["income", "friends"]}}}  # fmt: skip
    pack = small_pack(facts={"both": both})
    whole = facts_of(pack, facts={"income": 2.0, "friends": 3}).values["both"]
    assert (whole, type(whole)) == (5, int)
    assert facts_of(pack, facts={"income": 2.5, "friends": 3}).values["both"] == Fraction(11, 2)


def test_a_sum_with_the_age_of_a_child_is_unknown_before_the_birth_and_asks_nothing_for_it() -> (
    None
):
    months = {"type": "integer", "unit": "months", "range": [0, 60], "label": "age",
              "derive": {"child_age": {}}}  # fmt: skip
    both = months | {"label": "both", "derive": {"sum": {"of": ["months", "friends"]}}}
    pack = small_pack(facts={"months": months, "both": both})
    facts = facts_of(pack, facts={"friends": 3})
    assert ("both" in facts.values, facts.missing("both")) == (False, ())
    assert facts_of(pack).missing("both") == ("friends",)


# Households


@pytest.mark.parametrize(
    ("age", "partner", "other", "children", "kind"),
    [
        (17, "geen", None, None, "geen_norm"),
        (18, "geen", None, None, "alleen_18_20"),
        (20, "niet_samenwonend", None, None, "alleen_18_20"),
        (21, "geen", None, None, "alleen_21"),
        (21, "niet_samenwonend", None, 3, "alleen_21"),
        (21, "samenwonend", 21, None, "paar_21"),
        (45, "samenwonend", 60, 2, "paar_21"),
        (21, "samenwonend", 17, None, "geen_norm"),
        (21, "samenwonend", 66, None, "paar_21"),
        (21, "samenwonend", 67, None, "geen_norm"),
        (20, "samenwonend", 18, 0, "paar_18_20"),
        (18, "samenwonend", 20, 1, "paar_18_20_kind"),
        (20, "samenwonend", 21, 0, "paar_gemengd"),
        (21, "samenwonend", 20, 0, "paar_gemengd"),
        (20, "samenwonend", 30, 2, "paar_gemengd_kind"),
        (30, "samenwonend", 18, 1, "paar_gemengd_kind"),
        (17, "samenwonend", None, None, "geen_norm"),
        # What this case still needs
        (None, "geen", None, None, ("leeftijd",)),
        (20, None, 20, 0, ("partner",)),
        (21, "samenwonend", None, 0, ("partner_leeftijd",)),
        (20, "samenwonend", 20, None, ("kinderen_thuis",)),
        (21, "samenwonend", 20, None, ("kinderen_thuis",)),
    ],
)
def test_kinds_of_household(age: Any, partner: Any, other: Any, children: Any, kind: Any) -> None:
    facts = known(leeftijd=age, partner=partner, partner_leeftijd=other, kinderen_thuis=children)
    if isinstance(kind, str):
        assert facts.values["huishoudtype"] == kind
        assert facts.missing("huishoudtype") == ()
    else:
        assert "huishoudtype" not in facts.values
        assert facts.missing("huishoudtype") == kind


def test_a_household_names_what_it_was_made_from() -> None:
    derived = known(leeftijd=21, partner="geen", partner_leeftijd=30).derived["huishoudtype"]
    assert derived.facts == ("leeftijd", "partner")
    assert derived.norms == ("jongerennorm_vanaf", "volwassennorm_vanaf", "aow_leeftijd")


def test_in_a_gap_of_a_norm_a_household_is_unknown_and_nothing_is_asked() -> None:
    facts = known(date(2017, 6, 1), leeftijd=21, partner="geen")
    assert "huishoudtype" not in facts.values
    assert facts.missing("huishoudtype") == ()
    assert facts.missing("inkomensgrens") == ()


# The income line, by hand: 110% of 95% of the norm of January 2026; with housemates
# (Participatiewet art. 22a) (40% + A x 30%) / A of the norm of a couple for each adult who counts.


@pytest.mark.parametrize(
    ("kind", "housemates", "line"),
    [
        ("alleen_21", 0, "1464.5675"),  # 1401.50 x 1.045
        ("alleen_21", 1, "1046.112925"),  # 2002.13 x 50% x 1.045
        ("alleen_21", 2, None),  # (40% + 90%) / 3
        ("alleen_21", 3, "836.89034"),  # 2002.13 x 40% x 1.045
        ("paar_21", 0, "2092.22585"),  # 2002.13 x 1.045
        ("paar_21", 2, "1673.78068"),  # 2 x 2002.13 x 40% x 1.045
        ("paar_gemengd", 0, "1407.6777"),  # 1347.06 x 1.045
        ("paar_gemengd", 1, "1407.672475"),  # (1001.065 + 345.99) x 1.045
        ("paar_gemengd_kind", 0, "1826.12705"),  # 1747.49 x 1.045
        ("paar_gemengd_kind", 1, "1826.121825"),  # (1001.065 + 1092.41 - 345.99) x 1.045
        ("alleen_18_20", None, "361.55955"),  # 345.99 x 1.045; housemates do not matter
        ("alleen_18_20", 4, "361.55955"),
        ("paar_18_20", None, "723.1191"),
        ("paar_18_20_kind", None, "1141.56845"),
    ],
)
def test_the_income_line(kind: str, housemates: int | None, line: str | None) -> None:
    facts = known(huishoudtype=kind, kostendelers=housemates)
    expected = (
        Fraction(line) if line else Fraction("2002.13") * Fraction(13, 30) * Fraction("1.045")
    )
    assert facts.values["inkomensgrens"] == expected
    assert facts.missing("inkomensgrens") == ()
    assert facts.derived["inkomensgrens"].norms[0] == "bijstandsnorm"


@pytest.mark.parametrize("kind", ["alleen_21", "paar_21", "paar_gemengd", "paar_gemengd_kind"])
def test_housemates_are_asked_only_where_they_matter(kind: str) -> None:
    facts = known(huishoudtype=kind)
    assert "inkomensgrens" not in facts.values
    assert facts.missing("inkomensgrens") == ("kostendelers",)
    assert known().missing("inkomensgrens") == ("leeftijd",)
    assert known(leeftijd=30).missing("inkomensgrens") == ("partner",)


def test_without_a_norm_for_the_household_there_is_no_line_and_no_question() -> None:
    facts = known(leeftijd=17, partner="geen")
    assert "inkomensgrens" not in facts.values
    assert facts.missing("inkomensgrens") == ()


def test_a_line_that_was_given_goes_before_one_that_is_derived() -> None:
    facts = known(huishoudtype="paar_21", kostendelers=0, inkomensgrens=1000)
    assert facts.values["inkomensgrens"] == 1000
    assert "inkomensgrens" not in facts.derived


# Time


@pytest.mark.parametrize(
    ("on", "months"),
    [
        (date(2026, 1, 30), None),
        (date(2026, 1, 31), 0),
        (date(2026, 2, 27), 0),
        (date(2026, 2, 28), 1),
        (date(2026, 3, 30), 1),
        (date(2026, 3, 31), 2),
        (date(2027, 1, 30), 11),
        (date(2027, 1, 31), 12),
    ],
)
def test_the_age_of_the_child_in_whole_months(on: date, months: int | None) -> None:
    facts = facts_of(HOOGEVEEN, on, due_date="2026-02-10", events=[
        {**event("2026-01-31", "birth"), "by": "verloskundige"}])  # fmt: skip
    assert facts.values.get("kind_leeftijd_maanden") == months


@pytest.mark.parametrize(
    ("on", "days"),
    [
        (date(2025, 11, 24), None),  # the day before the last period
        (date(2025, 11, 25), 0),
        (date(2026, 3, 17), 112),
        (date(2026, 9, 1), 280),
        (date(2026, 9, 8), 287),
    ],
)
def test_the_length_of_the_pregnancy_in_days(on: date, days: int | None) -> None:
    facts = facts_of(HOOGEVEEN, on, due_date="2026-09-01")
    assert facts.values.get("zwangerschapsduur_dagen_nu") == days
    counted = facts_of(HOOGEVEEN, on, last_period="2025-11-25")
    assert counted.values.get("zwangerschapsduur_dagen_nu") == days
    assert counted.timeline.due == date(2026, 9, 1)


def test_after_the_birth_or_before_a_pregnancy_it_has_no_length() -> None:
    birth = {**event("2026-08-30", "birth"), "by": "verloskundige"}
    for parts in ({"due_date": "2026-09-01", "events": [birth]}, {}):
        facts = facts_of(HOOGEVEEN, date(2026, 9, 2), **parts)
        assert "zwangerschapsduur_dagen_nu" not in facts.values
        assert facts.missing("zwangerschapsduur_dagen_nu") == ()
