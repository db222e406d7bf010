"""Packs whose figures or derivations cannot be worked with: refused when read, where it is wrong.

Without a check each of these would fail later, in the middle of a case.
"""

from __future__ import annotations

import copy
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

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


LINE, HOME = "facts.inkomensgrens.derive.norm_line", "facts.huishoudtype.derive.household"
VISITS, TERM = (
    "phases.fase_4.visits.days",
    "facts.zwangerschapsduur_dagen_nu.derive.gestational_age.term",
)
SUM, START = "facts.lsns6_score.derive.sum.of", "phases.fase_1.from.months"
COUNT = "classes.classes.kwetsbaar.when.count.at_least"

FAULTS: dict[str, tuple[Fault, str, list[str]]] = {
    "an interval of no days": (often(0), "norm_figures", [VISITS]),
    "an interval backwards": (often(-3), "norm_figures", [VISITS]),
    "an interval of half days": (often(3.5), "norm_figures", [VISITS]),
    "a very long interval": (often(10**12), "norm_figures", [VISITS]),
    "half a month": (norm("begin_fase_1_maanden", value=-7.5), "norm_figures", [START]),
    "a million months": (norm("begin_fase_1_maanden", value=-(10**6)), "norm_figures", [START]),
    "a border without a value on the day": (
        later("begin_fase_1_maanden", -7), "norm_dated", [START]),
    "a phase of a million months": (
        lambda p: p["phases"]["fase_4"]["until"].update(months=10**6),
        "out_of_range", ["phases.fase_4.until.months"]),
    "a term without a value on the day": (
        later("zwangerschapsduur_dagen", 280), "norm_dated", [TERM]),
    "a term of half a day": (norm("zwangerschapsduur_dagen", value=280.5), "norm_figures", [TERM]),
    "a term without end": (norm("zwangerschapsduur_dagen", value=10**13), "norm_figures", [TERM]),
    "a term that is a table": (table("zwangerschapsduur_dagen"), "norm_shape", [TERM]),
    "an age that is a table": (table("jongerennorm_vanaf"), "norm_shape", [f"{HOME}.young"]),
    "a factor that is a table": (table("minimagrens"), "norm_shape", [f"{LINE}.factors[0]"]),
    "a share that is a table": (table("kostendeler_vast"), "norm_shape", [f"{LINE}.fixed"]),
    "an income table that is a number": (low_table, "norm_shape", [f"{LINE}.table"]),
    "an income table that lacks a column": (
        norm("bijstandsnorm", values=[{"from": "2018-01-01", "value": {"alleen_21": 3}}]),
        "missing_columns", [f"{LINE}.table"]),
    "a column that is not there": (
        derive("inkomensgrens", "norm_line", of="nope"), "unknown_column", [f"{LINE}.of"]),
    "an addition that is not there": (
        derive("inkomensgrens", "norm_line", shared={"alleen_21": {"adults": 1, "plus": "nope"}}),
        "unknown_column", [f"{LINE}.shared.alleen_21.plus"]),
    "sharers that are no number": (
        derive("inkomensgrens", "norm_line", sharers="partner"),
        "wrong_fact_type", [f"{LINE}.sharers"]),
    "an age that is no number": (
        derive("huishoudtype", "household", age="partner"), "wrong_fact_type", [f"{HOME}.age"]),
    "children that are no number": (
        derive("huishoudtype", "household", children="partner"),
        "wrong_fact_type", [f"{HOME}.children"]),
    "a height that is no number": (
        derive("bmi", "bmi", height_cm="partner"),
        "wrong_fact_type", ["facts.bmi.derive.bmi.height_cm"]),
    "a sum of words": (
        derive("lsns6_score", "sum", of=["partner", "roken"]),
        "wrong_fact_type", [f"{SUM}[0]", f"{SUM}[1]"]),
    "a sum of texts": (
        derive("lsns6_score", "sum", of=["taal", "taal"]),
        "wrong_fact_type", [f"{SUM}[0]", f"{SUM}[1]"]),
    "a height of nothing": (
        lambda p: p["facts"]["lengte_cm"].update(range=[0, 220]),
        "wrong_fact_type", ["facts.bmi.derive.bmi.height_cm"]),
    "a threshold of one and a half": (
        norm("drempel_kwetsbaar", value=1.5), "norm_figures", [COUNT]),
    "a range without end": (
        lambda p: p["facts"]["partner_leeftijd"].update(range=[0, 10**12]),
        "wide_range", ["facts.partner_leeftijd.range"]),
    "a range of too many columns": (
        lambda p: p["facts"]["leeftijd"].update(range=[0, 10**9]),
        "bad_by", ["norms.iotf_overgewicht.by"]),
}  # fmt: skip


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


@pytest.mark.parametrize("name", FAULTS)
def test_it_is_refused_where_it_is_wrong(name: str) -> None:
    fault, code, paths = FAULTS[name]
    sections = copy.deepcopy(WRITTEN)
    fault(sections)
    with at_most(5), pytest.raises(InputError) as caught:
        parse_pack(sections_of(Document.of(sections, "pack.yaml")))
    found = [(problem.code, problem.place.path) for problem in caught.value.problems]
    assert found == [(code, path) for path in paths]
