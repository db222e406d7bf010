"""A norm has dates: the value in force on the day, a gap, a review, a table."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import small_pack

from kansrijk.case.norms import norms_on

PACK = small_pack(
    sources={"other": {"title": "Other", "publisher": "State", "year": 2021}},
    norms={
        "line": {
            "values": [
                {"from": "2020-01-01", "value": 1000},
                {"from": "2021-01-01", "value": 1100, "basis": "policy", "source": "other"},
                {"from": "2022-01-01", "until": "2022-07-01", "value": 1200},
                {"from": "2023-01-01", "review": "2024-01-01", "value": 1300.5},
            ]
        },
        "by_age": {
            "label": "by age", "unit": "x", "by": "friends", "basis": "policy", "source": "law",
            "value": {"0": 10, "9": 20},
        },
    },
)  # fmt: skip


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(2019, 12, 31), None),
        (date(2020, 1, 1), 1000),
        (date(2020, 12, 31), 1000),
        (date(2021, 1, 1), 1100),
        (date(2022, 6, 30), 1200),
        (date(2022, 7, 1), None),
        (date(2022, 12, 31), None),
        (date(2023, 1, 1), Fraction(2601, 2)),
        (date(2099, 1, 1), Fraction(2601, 2)),
    ],
)
def test_the_value_in_force_on_the_day(on: date, value: Any) -> None:
    norm = norms_on(PACK, on).get("line")
    assert (norm and norm.value) == value


def test_each_value_has_its_own_date_source_and_basis() -> None:
    first, second = (norms_on(PACK, date(year, 6, 1))["line"] for year in (2020, 2021))
    assert (first.from_, first.sources, first.basis) == (date(2020, 1, 1), ("law",), "source")
    assert (second.from_, second.sources, second.basis) == (date(2021, 1, 1), ("other",), "policy")


def test_past_its_review_a_value_is_used_and_said() -> None:
    assert norms_on(PACK, date(2023, 12, 31))["line"].review is None
    assert norms_on(PACK, date(2024, 1, 1))["line"].review == date(2024, 1, 1)


def test_a_norm_without_dates_always_holds() -> None:
    norm = norms_on(PACK, date(1900, 1, 1))["enough"]
    assert (norm.value, norm.from_, norm.sources, norm.basis) == (3, None, ("law",), "policy")


def test_a_table_by_a_number_is_picked_by_numbers() -> None:
    norms = norms_on(PACK, date(2026, 1, 1))
    assert norms["by_age"].value == {0: 10, 9: 20}
    assert norms["rhythm"].value == {"high": 7, "middle": 14}
    assert norms["smokers"].value == ("stopped", "daily")
