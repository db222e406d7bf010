"""The time of a case: due date, birth, borders of phases, months."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from builders import event, facts_of, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.case.timeline import Timeline, add_months, whole_months

PACK = small_pack()


def time(on: str, *events: dict[str, str], **parts: Any) -> Timeline:
    return facts_of(PACK, date.fromisoformat(on), events=list(events), **parts).timeline


def borders(time: Timeline) -> dict[str, tuple[str, str]]:
    return {id: (one.isoformat(), other.isoformat()) for id, (one, other) in time.phases.items()}


# Months


def by_counting(day: date, months: int) -> date:
    """So many months on, by looking for the last day that exists."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    number = day.day
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


some_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(some_days, st.integers(-60, 60))
def test_months_on_and_back(day: date, months: int) -> None:
    assert add_months(day, months) == by_counting(day, months)


@given(some_days, st.integers(0, 1500))
def test_whole_months_are_those_that_have_passed(since: date, days: int) -> None:
    on = since + timedelta(days=days)
    months = 0
    while by_counting(since, months + 1) <= on:
        months += 1
    assert whole_months(since, on) == months


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-05-31", 0, "2026-05-31"),
        ("2100-01-29", 1, "2100-02-28"),
    ],
)
def test_months_are_clamped_to_the_end(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


# Borders


def test_before_the_birth_all_is_counted_from_the_due_date() -> None:
    found = time("2026-03-02", due_date="2026-09-01")
    assert found == Timeline(
        date(2026, 9, 1), ("due_date",), None, False, date(2026, 9, 1), found.phases
    )
    assert borders(found) == {
        "early": ("2026-07-01", "2026-09-01"),
        "later": ("2026-09-01", "2026-12-01"),
    }


@pytest.mark.parametrize("born", ["2026-08-11", "2026-09-14"])
def test_after_the_birth_all_but_the_start_is_counted_from_the_birth(born: str) -> None:
    found = time("2026-10-01", event(born, "birth"), due_date="2026-09-01")
    month = {"2026-08-11": "2026-11-11", "2026-09-14": "2026-12-14"}[born]
    assert borders(found) == {"early": ("2026-07-01", born), "later": (born, month)}
    assert (found.due, found.birth) == (date(2026, 9, 1), date.fromisoformat(born))
    assert found.overdue is False


def test_a_birth_that_is_not_there_yet_changes_nothing() -> None:
    birth = event("2026-08-11", "birth")
    before = time("2026-08-10", birth, due_date="2026-09-01")
    assert before == time("2026-08-10", due_date="2026-09-01")
    assert before.birth is None
    assert time("2026-08-11", birth, due_date="2026-09-01").birth == date(2026, 8, 11)


def test_of_twins_on_two_dates_the_first_counts() -> None:
    both = event("2026-09-02", "birth"), event("2026-09-01", "birth")
    assert time("2026-10-01", *both, due_date="2026-09-01").birth == date(2026, 9, 1)
    on_first = time("2026-09-01", *both, due_date="2026-09-05")
    assert borders(on_first)["later"] == ("2026-09-01", "2026-12-01")


def test_past_the_due_date_the_first_phase_goes_on_to_the_day() -> None:
    on_the_day = time("2026-09-01", due_date="2026-09-01")
    assert on_the_day.overdue is False
    found = time("2026-09-08", due_date="2026-09-01")
    assert found.overdue is True
    assert borders(found) == {
        "early": ("2026-07-01", "2026-09-08"),
        "later": ("2026-09-08", "2026-12-08"),
    }


def test_a_phase_that_waits_for_the_birth_is_not_over() -> None:
    waiting = time("2026-09-08", due_date="2026-09-01")
    on = date(2026, 9, 8)
    assert waiting.phase_on(on) == "early"
    assert not waiting.is_over("early", on)
    born = time("2026-09-08", event("2026-09-08", "birth"), due_date="2026-09-01")
    assert born.phase_on(on) == "later"
    assert born.is_over("early", on)
    on_the_day = time("2026-09-01", due_date="2026-09-01")
    assert not on_the_day.is_over("early", date(2026, 9, 1))
    assert on_the_day.phase_on(date(2026, 9, 1)) == "early"


def test_borders_at_the_end_of_a_month() -> None:
    assert borders(time("2026-01-01", due_date="2026-04-30"))["early"][0] == "2026-02-28"
    assert borders(time("2024-01-01", due_date="2024-04-30"))["early"][0] == "2024-02-29"
    assert borders(time("2026-01-01", due_date="2026-11-30"))["later"][1] == "2027-02-28"


def test_a_birth_without_a_due_date_is_the_due_date() -> None:
    found = time("2026-10-01", event("2026-09-01", "birth"))
    assert (found.due, found.birth, found.overdue) == (date(2026, 9, 1), date(2026, 9, 1), False)
    assert borders(found)["early"] == ("2026-07-01", "2026-09-01")


def test_before_a_pregnancy_there_is_no_time() -> None:
    assert time("2026-10-01") == Timeline(None, ("due_date",), None, False, None, {})
    assert time("2026-10-01").phase_on(date(2026, 10, 1)) is None


def test_the_due_date_from_the_last_period_where_the_pack_says_how() -> None:
    hoogeveen = shipped_pack("hoogeveen")
    on = date(2026, 3, 2)
    counted = facts_of(hoogeveen, on, last_period="2025-11-25").timeline
    assert (counted.due, counted.due_computed) == (date(2026, 9, 1), True)
    given_ = facts_of(hoogeveen, on, last_period="2025-11-25", due_date="2026-09-08").timeline
    assert (given_.due, given_.due_computed) == (date(2026, 9, 8), False)
    assert time("2026-03-02", last_period="2025-11-25").due is None


def test_the_phase_of_a_day() -> None:
    found = time("2026-03-02", due_date="2026-09-01")
    for day, phase in (
        ("2026-06-30", None),
        ("2026-07-01", "early"),
        ("2026-08-31", "early"),
        ("2026-09-01", "later"),
        ("2026-11-30", "later"),
        ("2026-12-01", None),
    ):
        assert found.phase_on(date.fromisoformat(day)) == phase, day


def test_borders_can_be_norms() -> None:
    norm = {"start": {"label": "start", "unit": "maanden", "basis": "policy", "source": "law",
                      "value": -3}}  # fmt: skip
    pack = small_pack(norms=norm, phases={"early": {"from": {"months": {"norm": "start"}}}})
    found = facts_of(pack, date(2026, 3, 2), due_date="2026-09-01").timeline
    assert borders(found)["early"] == ("2026-06-01", "2026-09-01")
