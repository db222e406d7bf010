"""Visits by the book for every due date of four years, and the page that tells of them."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import by_the_book_alone, planned, shipped_pack
from oracle import hoogeveen as oracle

from kansrijk.planning.plan import Plan

PAGE = Path(__file__).parents[2] / "docs" / "by-the-book.md"
PACK = by_the_book_alone(shipped_pack("hoogeveen"))
DUES = [date(2024, 1, 1) + timedelta(n) for n in range(1461)]
ALONE = {
    "leeftijd": 30, "partner": "geen", "netwerk_te_klein": True, "steunpersonen": 6,
    "rondkomen": "makkelijk", "schuldhulpverlening": False, "problematische_schulden": False,
    "netto_maandinkomen": 5000, "kostendelers": 0, "lengte_cm": 170,
    "gewicht_voor_zwangerschap_kg": 60, "roken": "nooit", "cannabis": "nooit",
}  # fmt: skip
GRADES = {"kwetsbaar": ALONE, "zeer_kwetsbaar": {**ALONE, "roken": "soms"}}
EVERY = {  # visits in days, by grade in the last phase
    "fase_1": (2, 7), "fase_2": (1, 7), "fase_3": (1, 14),
    "zeer_kwetsbaar": (1, 21), "kwetsbaar": (1, 28),
}  # fmt: skip


def from_the_start(due: date, grade: str) -> Plan:
    return planned(PACK, start_of(due), due_date=due.isoformat(), facts=GRADES[grade])


def start_of(due: date) -> date:
    return oracle._months(due, -7)


@pytest.mark.parametrize("grade", sorted(GRADES))
def test_every_visit_of_four_years_of_due_dates(grade: str) -> None:
    assert (DUES[-1], date(2024, 2, 29) in DUES) == (date(2027, 12, 31), True)
    totals = Counter[int]()
    for due in DUES:
        found = from_the_start(due, grade)
        start = start_of(due)
        book = oracle.visits(due, None, start, start, grade)
        assert [(visit.phase, visit.date) for visit in found.visits] == book
        counted = Counter(phase for phase, _ in book)
        for phase in found.phases:
            visits, days = EVERY.get(phase.id) or EVERY[grade]
            length = (phase.until - phase.from_).days
            assert phase.visits == counted[phase.id] == -(-length * visits // days)
        totals[len(book)] += 1
    low = {"kwetsbaar": 155, "zeer_kwetsbaar": 159}[grade]
    assert totals == {low: 852, low + 1: 609}


NAMES = {-7: "start of fase_1", 12: "start of fase_3", 24: "start of fase_4", 36: "end of fase_4"}


def test_the_page_lists_every_border_that_is_rounded() -> None:
    rounded = [
        (due, NAMES[months], oracle._months(due, months))
        for due in DUES
        for months in NAMES
        if oracle._months(due, months).day != due.day
    ]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| 20")
    ]
    assert rows == [[due.isoformat(), name, day.isoformat()] for due, name, day in rounded]


def test_the_page_tells_how_long_the_phases_are() -> None:
    page = PAGE.read_text(encoding="utf-8")
    lengths = {(due - start_of(due)).days for due in DUES}
    assert f"{min(lengths)} to {max(lengths)} | 61 or 62" in page
    for grade, total in (("zeer kwetsbaar", "159 or 160"), ("kwetsbaar", "155 or 156")):
        assert f"{total}{' visits' if 'zeer' in grade else ''} with *{grade}*" in page
