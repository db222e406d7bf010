"""What a plan takes: on days that can be kept beside by the book, made again, and as a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from measure import microseconds, ratio
from oracle.hoogeveen import draw_facts

import kansrijk
from kansrijk.case.case import Case
from kansrijk.output import pdf
from kansrijk.output.html import filled, html
from kansrijk.output.page import Page, page_of

ENTRY = date(2026, 1, 12)
DUE = date(2026, 6, 15)
LATE = date(2029, 2, 5)
"""A day on which some 150 visits have passed."""
SET = tuple(
    {"date": ENTRY.isoformat(), "event": event, "by": "casusbegeleider"}
    for event in ("intake", "agreement", "plan_set")
)


def plans(cases: int, rounds: int) -> None:
    pack, rng = kansrijk.load_pack("hoogeveen"), Random(4)
    without = replace(pack, sections=pack.sections.model_copy(update={"schedule": None}))
    without = replace(without, hash=f"{pack.hash} by the book")
    birth = {"date": DUE.isoformat(), "event": "birth", "by": "verloskundige"}
    drawn = [of(draw_facts(rng, ENTRY)) for _ in range(cases)]
    away = {
        "date": LATE.isoformat(), "event": "absence", "by": "student",
        "from": (LATE + timedelta(10)).isoformat(), "back": (LATE + timedelta(20)).isoformat(),
    }  # fmt: skip
    told = [of(one.facts, birth, away) for one in drawn]

    def assess(rules: kansrijk.Pack, some: list[Case], on: date) -> Callable[[], object]:
        return lambda: [kansrijk.assess(rules, one, on=on) for one in some]

    us = microseconds(
        {
            "book": assess(without, drawn, ENTRY),
            "full": assess(pack, drawn, ENTRY),
            "again": assess(pack, told, LATE),
        },
        cases,
        rounds,
    )
    print(f"{cases} cases with a plan; microseconds a case")
    print(f"  an assessment with the plan by the book  {us['book']:8.1f}")
    print(f"  with the days that can be kept           {us['full']:8.1f}")
    print(f"  made again over the visits that passed   {us['again']:8.1f}")
    ratio("full plan / by the book", us["full"] / us["book"], 3)
    ratio("planned again over past visits / first planning", us["again"] / us["full"], 1.5)
    pages(pack, drawn[:20], rounds)


def of(facts: Mapping[str, Any], *events: Mapping[str, Any]) -> Case:
    return Case.model_validate(
        {"case": "bench", "due_date": DUE, "facts": facts, "events": [*SET, *events]}
    )


def pages(pack: kansrijk.Pack, drawn: list[Case], rounds: int) -> None:
    """A page beside its template filled from plain data, and a PDF beside typst by itself."""
    assessed = [kansrijk.assess(pack, one, on=ENTRY) for one in drawn]
    made = [page_of(one, "nl") for one in assessed]
    data = [plain(page) for page in made]
    told = [pdf.plain(page) for page in made]
    us = microseconds(
        {
            "html": lambda: [html(page) for page in made],
            "template": lambda: [filled(one, "nl") for one in data],
            "pdf": lambda: [pdf.pdf(page) for page in made],
            "typst": lambda: [pdf.typeset(one, pdf.fonts()) for one in told],
            "page": lambda: [page_of(one, "nl") for one in assessed],
        },
        len(made),
        rounds,
    )
    print(f"  the page of an outcome                   {us['page']:8.1f}")
    print(f"  a page as HTML                           {us['html']:8.1f}")
    print(f"  a page as PDF                            {us['pdf']:8.1f}")
    ratio("HTML / the template from plain data", us["html"] / us["template"], 1.5)
    ratio("PDF / typst from a file", us["pdf"] / us["typst"], 1.2)


def plain(page: Page) -> dict[str, Any]:
    """The same as dicts and lists."""

    def listed(items: Any) -> list[dict[str, Any]]:
        return [{**one._asdict(), "items": listed(one.items)} for one in items]

    sections = [{**one._asdict(), "items": listed(one.items)} for one in page.sections]
    return {**page._asdict(), "sections": sections}
