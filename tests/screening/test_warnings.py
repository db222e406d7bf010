"""What a warning is about, and the norms and ways of measuring that one can be about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import facts_of, screened, seen, shipped_pack, small_pack

from kansrijk.pack.pack import Pack
from kansrijk.screening.warnings import Warning, derived_norms, norms_of, warnings

from .test_possible_derived import FACTS as DERIVED
from .test_possible_derived import years

BASED = {"basis": "policy", "source": "law"}
MEASURED = ("measured", ("bmi", "poor"))
FRIENDS = ("observations", 0, "facts", "friends")


@pytest.mark.parametrize(
    ("warning", "of_the_case", "facts"),
    [
        (Warning("norm_gap", "line"), False, ()),
        (Warning("norm_gap", "line", (("on", date(2026, 1, 1)),), ()), False, ()),
        (Warning("margin_could_turn", "class", (MEASURED,)), True, ("bmi", "poor")),
        (Warning("due_date_passed", "", (), (("due_date",),)), True, ()),
        (Warning("disputed", "x", (), (FRIENDS, ("facts", "poor"))), True, ("friends", "poor")),
        (Warning("x", "", (MEASURED,), (FRIENDS, ("birth",))), True, ("friends", "bmi", "poor")),
    ],
)  # fmt: skip
def test_what_a_warning_is_about(
    warning: Warning, of_the_case: bool, facts: tuple[str, ...]
) -> None:
    assert warning.of_the_case is of_the_case
    assert warning.facts == facts


def test_it_is_the_same_whatever_its_figures_have_become() -> None:
    one, other = (
        Warning("norm_gap", "line", (("on", 1),)),
        Warning("norm_gap", "line", (("on", 2),)),
    )
    assert one.said_of == other.said_of == ("norm_gap", "line")
    assert Warning("disputed", "line").said_of != one.said_of != Warning("norm_gap", "x").said_of
    assert Warning("norm_gap") == Warning("norm_gap", "", (), ())


def dated(id: str) -> dict[str, Any]:
    """A norm that has been looked at again since some day in 2026."""
    values = [{"from": "2020-01-01", "review": "2026-01-01", "value": 2}]
    return {"label": id, "unit": "people", "values": values, **BASED}


@pytest.mark.parametrize(
    ("when", "norms"),
    [
        ({"friends": {"below": {"norm": "one"}}}, ["one"]),
        ({"friends": [1]}, []),
        ({"count": {"at_least": {"norm": "two"}, "of": [{"poor": True}]}}, ["two"]),
        (
            {"any": [
                {"not": {"count": {"at_least": {"norm": "two"}, "of": [{"poor": True}]}}},
                {"friends": {"below": {"norm": "one"}}},
                {"a": {"below": {"norm": "one"}}},
            ]},
            ["two", "one"],
        ),
        ({"household": "single"}, ["young", "full", "pension"]),
        # A bound that is a fact rests on the norms of that, and is none itself.
        ({"friends": {"below": {"fact": "both"}}}, []),
        ({"any": [{"household": "single"}, {"friends": {"below": {"norm": "one"}}}]},
         ["young", "full", "pension", "one"]),
    ],
)  # fmt: skip
def test_the_norms_that_an_outcome_rests_on_each_once(when: Any, norms: list[str]) -> None:
    pack = small_pack(
        facts={id: {"label": id, **of} for id, of in DERIVED.items()},
        norms={
            "one": dated("one"),
            "two": dated("two"),
            "young": years("y", 18),
            "full": years("f", 21),
            "pension": years("p", 67),
        },
        signals={"danger": {"when": when}},
    )  # fmt: skip
    parts: Any = {"facts": {"age": 30, "partner": "no", "a": 1, "b": 1, "friends": 3}}
    facts, why = facts_of(pack, **parts), screened(pack, **parts).why["signal:danger"]
    assert list(dict.fromkeys(norms_of(why, facts))) == norms
    # One that is looked at nowhere, or of which nobody said when to look again, needs no warning.
    expected = [id for id in norms if id in ("one", "two")]
    found = screened(pack, **parts).warnings
    assert [one.about for one in found if one.code == "norm_past_review"] == expected
    assert len(found) == len(expected)


def test_of_a_derived_fact_the_norms_of_all_that_it_came_from() -> None:
    pack = shipped_pack("hoogeveen")
    answers = {"leeftijd": 30, "partner": "geen", "kostendelers": 0}
    facts = facts_of(pack, facts=answers)
    household = {"jongerennorm_vanaf", "volwassennorm_vanaf", "aow_leeftijd"}
    assert set(derived_norms("huishoudtype", facts)) == household
    line = set(derived_norms("inkomensgrens", facts))
    assert {"bijstandsnorm", "kostendeler_vast", "minimagrens", *household} <= line
    assert list(derived_norms("leeftijd", facts)) == []


def test_a_norm_without_periods_is_in_no_gap_and_one_with_them_only_on_some_days() -> None:
    for on, gaps in ((date(2024, 6, 1), ["line"]), (date(2023, 6, 1), []), (date(2025, 6, 1), [])):
        found = screened(small_pack(), on).warnings
        assert [one.about for one in found if one.code == "norm_gap"] == gaps


def ways(*of: dict[str, Any]) -> Pack:
    return small_pack(
        signals={"danger": {"when": {"any": [{"first_known": list(of)}, {"hopeful": True}]}}}
    )


@pytest.mark.parametrize(
    ("of", "facts", "about"),
    [
        (({"friends": {"below": 3}}, {"alone": True}), {"friends": 1, "alone": False},
         ["friends", "alone"]),
        # One fact in two ways is named once.
        (({"friends": {"below": 3}}, {"friends": {"above": 3}}), {"friends": 1}, ["friends"]),
        (({"friends": {"below": 3}}, {"poor": True}, {"alone": True}),
         {"friends": 1, "alone": False}, ["friends", "alone"]),
        # Other combinations than a first_known may well differ.
        (({"any": [{"poor": True}, {"alone": True}]},), {"poor": True, "alone": False}, None),
        (({"friends": {"below": 3}}, {"alone": True}),
         {"friends": 1, "alone": True, "hopeful": False}, None),
    ],
)  # fmt: skip
def test_two_ways_that_differ_are_told_with_where_they_stand(
    of: Any, facts: dict[str, Any], about: list[str] | None
) -> None:
    found = screened(ways(*of), observations=[seen("2026-02-01", **facts)]).warnings
    paths = tuple(("observations", 0, "facts", id) for id in about or ())
    assert found == ((Warning("ways_differ", "signal:danger", paths=paths),) if about else ())


def test_all_of_them_in_a_fixed_order_each_once() -> None:
    pack = small_pack(
        signals={
            "danger": {
                "when": {
                    "any": [
                        {"first_known": [{"friends": {"below": 3}}, {"alone": True}]},
                        {"income": {"below": {"norm": "line"}}},
                    ]
                }
            }
        },
        roles={"midwife": {"label": "m", "domain": "medical", "does": "x"}},
    )
    told = [seen("2026-02-01", poor=True), seen("2026-02-01", "midwife", poor=False)]
    known = seen("2026-02-02", friends=1, alone=False, income=3)
    parts: Any = {"due_date": "2026-02-01", "observations": [*told, known]}
    on = date(2030, 1, 1)
    facts, why = facts_of(pack, on, **parts), screened(pack, on, **parts).why
    twice = {**why, "again": why["signal:danger"]}
    assert [(one.code, one.about) for one in warnings(pack, facts, twice)] == [
        ("pack_past_review", "small"),
        ("due_date_passed", ""),
        ("disputed", "poor"),
        ("norm_past_review", "line"),
        ("ways_differ", "signal:danger"),
        ("ways_differ", "again"),
    ]
