"""Odd values in a case, through the library: an outcome or an InputError, and nothing else."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from kansrijk.assessment import assess
from kansrijk.case.case import Case, parse_case
from kansrijk.output.text import render
from kansrijk.pack.load import load_pack
from kansrijk.reading import Document, InputError

PACK = load_pack("hoogeveen")
ON = date(2026, 6, 1)
VALUES: list[Any] = [
    10**40, -(10**40), 10**5000, 1e308, -1e308, 5e-324, float("nan"), float("inf"), -0.0, 0, -1,
    Decimal("1E+400"), Decimal("NaN"), Decimal("0.1"), Fraction(1, 3), True, False, None, "", " ",
    "declined", "DECLINED", "a\nb", "a\x00b", "\x1b[2J", "\u202eevil", "\ud800", "é" * 5000, [],
    [1],
    {}, {"a": {"b": []}}, (1, 2), {1, 2}, b"bytes", object(), date(2026, 1, 1), 3 + 4j,
]  # fmt: skip


def refused(error: InputError | ValidationError) -> None:
    assert error.problems if isinstance(error, InputError) else error.errors()
    assert str(error)


def outcome(case: Any, on: date = ON) -> str | None:
    """The outcome as text and JSON, or None where it was refused in the right way."""
    try:
        made = Case.model_validate(case) if isinstance(case, dict) else case
        result = assess(PACK, made, on=on)
    except (InputError, ValidationError) as error:
        return refused(error)
    return render(result, "nl", everything=True) + result.to_json()


def read(case: Any, on: date = ON) -> str | None:
    try:
        return outcome(parse_case(Document.of(case)), on)
    except InputError as error:
        return refused(error)


@pytest.mark.parametrize(
    "value",
    VALUES,
    ids=lambda value: (
        repr(value)[:20] if not isinstance(value, int) else f"int{value.bit_length()}"
    ),
)
def test_any_value_for_any_fact(value: Any) -> None:
    for id in PACK.sections.facts:
        outcome({"case": "x", "facts": {id: value}})
        read({"case": "x", "facts": {id: value}})
        seen = {"date": "2026-01-01", "by": "huisarts", "facts": {id: value}}
        read({"case": "x", "observations": [seen, {**seen, "by": "student"}]})


@pytest.mark.parametrize(
    "value",
    VALUES,
    ids=lambda value: (
        repr(value)[:20] if not isinstance(value, int) else f"int{value.bit_length()}"
    ),
)
def test_any_value_for_any_key(value: Any) -> None:
    for key in ("case", "due_date", "last_period", "facts", "observations", "events", "x"):
        outcome({"case": "x", key: value})
        read({"case": "x", key: value})
        for entry in ("date", "by", "event", "facts", "x"):
            seen = {"date": "2026-01-01", "by": "huisarts", "facts": {}, entry: value}
            happened = {"date": "2026-01-01", "by": "huisarts", "event": "birth", entry: value}
            read({"case": "x", "observations": [seen]})
            read({"case": "x", "events": [happened]})


DAYS = ("0001-01-01", "0001-07-31", "0002-02-28", "1899-12-31", "2024-02-29", "9000-01-01",
        "9996-12-31", "9999-01-31", "9999-12-31")  # fmt: skip
GRADED = {"problematische_schulden": True, "partner": "geen", "cannabis": "soms"}


@pytest.mark.parametrize("day", DAYS)
def test_days_at_the_ends_of_the_calendar(day: str) -> None:
    birth = {"date": day, "event": "birth", "by": "verloskundige"}
    intake = {"date": day, "event": "intake", "by": "casusbegeleider"}
    for on in (ON, date.min, date.max, date.fromisoformat(day)):
        for case in (
            {"due_date": day},
            {"last_period": day},
            {"events": [birth]},
            {"due_date": "2026-09-01", "events": [birth, intake]},
            {"due_date": day, "events": [intake]},
            {"observations": [{"date": day, "by": "huisarts", "facts": {"partner": "geen"}}]},
        ):
            read({"case": "x", "facts": GRADED, **case}, on)
            outcome({"case": "x", "facts": GRADED, **case}, on)


IDS = ("a\nb", "a\tb", "\x1b[31mrood", "a\rb", "a\x00b", "\u202eomgekeerd", "a\u2028b", "a\u200bb",
       "a\x9bb", "a\u0085b")  # fmt: skip


@pytest.mark.parametrize("id", IDS, ids=repr)
def test_a_case_id_never_breaks_the_terminal(id: str) -> None:
    for made in (outcome({"case": id}), read({"case": id})):
        if made is not None:
            first = made.split("\n")[0]
            assert first.isprintable()
            assert all(line.isprintable() for line in made.split("\n"))


def test_ten_thousand_observations() -> None:
    seen = [
        {"date": f"2026-{n % 5 + 1:02}-{n % 28 + 1:02}", "by": "huisarts",
         "facts": {"partner": ("geen", "samenwonend")[n % 2], "leeftijd": 20 + n % 10}}
        for n in range(10_000)
    ]  # fmt: skip
    assert read({"case": "x", "observations": seen})


def test_ten_thousand_events() -> None:
    events = [
        {"date": f"2026-{n % 5 + 1:02}-{n % 28 + 1:02}", "by": "casusbegeleider", "event": "intake"}
        for n in range(10_000)
    ]
    assert read({"case": "x", "due_date": "2026-09-01", "events": events})


def test_data_that_holds_itself() -> None:
    loop: dict[str, Any] = {"case": "x", "facts": {}}
    loop["facts"]["partner"] = loop
    assert read(loop) is None
