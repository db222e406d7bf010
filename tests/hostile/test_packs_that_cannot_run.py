"""Packs whose figures or derivations cannot be worked with: refused when read, or harmless.

Each of these passes the check today and fails later, in the middle of a case; the mark goes once
the check of the pack refuses it.
"""

from __future__ import annotations

import copy
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from kansrijk.assessment import assess
from kansrijk.case.case import parse_case
from kansrijk.output.text import render
from kansrijk.pack.load import pack_files, packs_folder, parse_pack, sections_of
from kansrijk.reading import Document, InputError

WRITTEN = dict(pack_files(packs_folder() / "hoogeveen").value)
Fault = Callable[[Any], Any]


def norm(id: str, **changed: Any) -> Fault:
    return lambda pack: pack["norms"][id].update(changed)


def later(id: str, value: Any) -> Fault:
    def fault(pack: Any) -> None:
        pack["norms"][id].pop("value")
        pack["norms"][id]["values"] = [{"from": "2150-01-01", "value": value}]

    return fault


def table(id: str) -> Fault:
    def fault(pack: Any) -> None:
        for key in ("value", "values", "alternatives"):
            pack["norms"][id].pop(key, None)
        pack["norms"][id].update(by="class", value={"kwetsbaar": 18}, basis="source")

    return fault


def derive(id: str, function: str, **changed: Any) -> Fault:
    return lambda pack: pack["facts"][id]["derive"][function].update(changed)


def low_table(pack: Any) -> None:
    pack["norms"]["bijstandsnorm"].pop("by")
    pack["norms"]["bijstandsnorm"]["values"] = [{"from": "2018-01-01", "value": 3}]


def often(days: Any) -> Fault:
    return norm("fase_4_dagen", value={"zeer_kwetsbaar": days, "kwetsbaar": days})


FAULTS: dict[str, Fault] = {
    "an interval of no days": often(0),
    "an interval backwards": often(-3),
    "an interval of half days": often(3.5),
    "a very long interval": often(10**12),
    "half a month": norm("begin_fase_1_maanden", value=-7.5),
    "a million months": norm("begin_fase_1_maanden", value=-(10**6)),
    "a border without a value on the day": later("begin_fase_1_maanden", -7),
    "a phase of a million months": lambda p: p["phases"]["fase_4"]["until"].update(months=10**6),
    "a term without a value on the day": later("zwangerschapsduur_dagen", 280),
    "a term of half a day": norm("zwangerschapsduur_dagen", value=280.5),
    "a term without end": norm("zwangerschapsduur_dagen", value=10**13),
    "a term that is a table": table("zwangerschapsduur_dagen"),
    "an age that is a table": table("jongerennorm_vanaf"),
    "a factor that is a table": table("minimagrens"),
    "a share that is a table": table("kostendeler_vast"),
    "an income table that is a number": low_table,
    "an income table that lacks a column": norm(
        "bijstandsnorm", values=[{"from": "2018-01-01", "value": {"alleen_21": 3}}]
    ),
    "a column that is not there": derive("inkomensgrens", "norm_line", of="nope"),
    "an addition that is not there": derive(
        "inkomensgrens", "norm_line", shared={"alleen_21": {"adults": 1, "plus": "nope"}}
    ),
    "sharers that are no number": derive("inkomensgrens", "norm_line", sharers="partner"),
    "an age that is no number": derive("huishoudtype", "household", age="partner"),
    "children that are no number": derive("huishoudtype", "household", children="partner"),
    "a height that is no number": derive("bmi", "bmi", height_cm="partner"),
    "a sum of words": derive("lsns6_score", "sum", of=["partner", "roken"]),
    "a sum of texts": derive("lsns6_score", "sum", of=["taal", "taal"]),
    "a height of nothing": lambda p: p["facts"]["lengte_cm"].update(range=[0, 220]),
    "a threshold of one and a half": norm("drempel_kwetsbaar", value=1.5),
    "a range without end": lambda p: p["facts"]["leeftijd"].update(range=[0, 10**12]),
}
CASES: list[dict[str, Any]] = [
    {"due_date": "2026-09-01", "facts": {
        "partner": "geen", "roken": "dagelijks", "problematische_schulden": True, "leeftijd": 30,
        "lengte_cm": 170, "gewicht_voor_zwangerschap_kg": 60, "netto_maandinkomen": 900,
        "kostendelers": 1}},
    {"last_period": "2026-01-01", "facts": {"netto_maandinkomen": 900, "leeftijd": 20}},
    {"due_date": "2026-01-01", "facts": {
        "partner": "samenwonend", "leeftijd": 20, "partner_leeftijd": 20, "roken": "soms",
        "taal": "nl", "netto_maandinkomen": 900}},
    {"facts": {"partner": "samenwonend", "leeftijd": 20, "partner_leeftijd": 30,
               "kinderen_thuis": 1, "netto_maandinkomen": 900, "kostendelers": 2}},
]  # fmt: skip


@contextmanager
def at_most(seconds: int) -> Iterator[None]:
    def stop(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.xfail(strict=False, reason="the check of a pack does not look at this yet")
@pytest.mark.parametrize("name", FAULTS)
def test_it_is_refused_or_does_no_harm(name: str) -> None:
    sections = copy.deepcopy(WRITTEN)
    FAULTS[name](sections)
    cases = list(CASES)
    if name == "a height of nothing":
        cases = [{"facts": {"lengte_cm": 0, "gewicht_voor_zwangerschap_kg": 60}}]
    with at_most(5):
        try:
            pack = parse_pack(sections_of(Document.of(sections, "pack.yaml")))
        except InputError:
            return
        for case in cases:
            read = parse_case(Document.of({"case": "x", **case}))
            result = assess(pack, read, on=date(2026, 6, 1))
            assert render(result, "nl", everything=True) + result.to_json()
