"""The case file: its shape, its dates, and what must never be in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import ON, case_of, event, facts_of, small_pack
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import kansrijk
from kansrijk.case.case import Case, holds_bsn, texts
from kansrijk.case.events import happened


def test_a_file_a_mapping_and_a_model_are_the_same_case(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        "case: c-1\ndue_date: 2026-09-01\nfacts: {poor: true}\n"
        "events:\n  - {date: 2026-02-03, event: intake, by: nurse}\n"
    )
    in_python = {
        "case": "c-1",
        "due_date": date(2026, 9, 1),
        "facts": {"poor": True},
        "events": [{"date": date(2026, 2, 3), "event": "intake", "by": "nurse"}],
    }
    as_text = in_python | {"due_date": "2026-09-01", "events": [event("2026-02-03", "intake")]}
    read = kansrijk.read_case(file)
    assert Case.model_validate(in_python) == Case.model_validate(as_text)
    assert read.model_dump() == Case.model_validate(in_python).model_dump()
    assert read.due_date == date(2026, 9, 1)
    assert kansrijk.read_case(str(file)) == read


def test_a_case_cannot_be_changed() -> None:
    case = case_of()
    with pytest.raises(ValidationError):
        case.due_date = date(2026, 1, 1)


def test_a_case_made_in_python_has_a_document() -> None:
    data = {"case": "c-1", "due_date": "2026-09-01", "facts": {"income": Decimal("3.5")},
            "observations": [{"date": date(2026, 1, 1), "by": "nurse", "facts": {}}]}  # fmt: skip
    document = Case.model_validate(data).document
    assert document.value == {**data, "observations": [{"date": "2026-01-01", "by": "nurse",
                                                        "facts": {}}]}  # fmt: skip
    assert str(document.place(("facts", "income"))) == "<case>: facts.income"
    assert case_of(due_date="2026-09-01").document.file == "case.yaml"


def test_what_happened_is_the_first_such_event_that_is_known() -> None:
    case = case_of(events=[event("2026-09-03", "birth"), event("2026-09-02", "birth"),
                           event("2026-09-01", "intake")])  # fmt: skip
    assert happened(case, date(2026, 9, 1), "birth") is None
    assert happened(case, date(2026, 9, 1), "intake") == date(2026, 9, 1)
    assert happened(case, date(2026, 9, 2), "birth") == date(2026, 9, 2)
    assert happened(case, date(2026, 12, 1), "birth") == date(2026, 9, 2)


# No BSN


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("111222333", True),
        ("123456782", True),
        ("111222334", False),
        ("000000000", False),
        ("111 222 333", True),
        ("1112.22.333", True),
        ("111-222-333", True),
        ("bsn111222333.", True),
        ("111222333 2 kinderen", True),
        ("11 12 22 33 3", False),
        ("sinds 2026-12-01 4 keer", False),
        ("a 111222334 b 111222333", True),
        ("1112223334", False),
        ("0111222333", False),
        ("06-12345678", False),
        ("111  222333", False),
        ("11122233", False),
        ("", False),
    ],
)
def test_nine_digits_that_pass_the_eleven_test(text: str, held: bool) -> None:
    assert holds_bsn(text) is held


@given(st.lists(st.integers(0, 9), min_size=9, max_size=9))
def test_the_eleven_test(digits: list[int]) -> None:
    a, b, c, d, e, f, g, h, i = digits
    total = 9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h - i
    expected = any(digits) and total % 11 == 0
    assert holds_bsn("".join(map(str, digits))) is expected


@given(st.lists(st.integers(0, 9), min_size=8, max_size=8), st.sampled_from(["", " ", ".", "-"]))
def test_a_number_that_passes_is_found_however_it_is_written(head: list[int], gap: str) -> None:
    rest = sum(weight * digit for weight, digit in zip(range(9, 1, -1), head, strict=True)) % 11
    if rest < 10 and (any(head) or rest):
        digits = "".join(map(str, [*head, rest]))
        assert holds_bsn(gap.join([digits[:3], digits[3:6], digits[6:]]))


@pytest.mark.parametrize(
    "parts",
    [
        {"case": "111222333"},
        {"facts": {"story": "her number is 111222333"}},
        {"facts": {"friends": 111222333}},
        {"facts": {"x_111222333": True}},
        {"facts": {"story": ["a", "111222333"]}},
        {"observations": [{"date": "2026-01-01", "by": "nurse", "facts": {"story": "111222333"}}]},
    ],
)
def test_a_bsn_is_refused_wherever_it_stands(parts: dict[str, Any]) -> None:
    with pytest.raises(kansrijk.InputError) as caught:
        case_of(**parts)
    assert {p.code for p in caught.value.problems} == {"bsn"}
    with pytest.raises(ValidationError, match="no BSN belongs in a case"):
        Case.model_validate({"case": "c-1", **parts})


def test_texts_are_those_of_keys_and_values() -> None:
    assert list(texts({"a": [True, None, 3, ("b",)]})) == [
        (("a",), "a"),
        (("a", 2), "3"),
        (("a", 3, 0), "b"),
    ]


def test_every_problem_of_facts_comes_at_once() -> None:
    with pytest.raises(kansrijk.InputError) as caught:
        facts_of(small_pack(), ON, facts={"pour": 1, "poor": 1}, events=[
            {"date": "2026-01-01", "event": "intake", "by": "x"}])  # fmt: skip
    assert [p.code for p in caught.value.problems] == [
        "unknown_role",
        "impossible_value",
        "unknown_fact",
    ]


def test_very_many_problems_are_cut_off() -> None:
    with pytest.raises(kansrijk.InputError) as caught:
        facts_of(small_pack(), facts={f"x{i}": 1 for i in range(500)})
    assert len(caught.value.problems) == 100
