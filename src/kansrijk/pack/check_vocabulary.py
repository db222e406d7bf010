"""The checks of facts and norms: types, units, ranges, derivations, dates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from kansrijk.pack.model import Bmi, Fact, Household, Norm, NormLine, NormLink, Sections, Sum
from kansrijk.pack.parse import COMPARATORS, KEYWORDS, by_help, norm_values
from kansrijk.pack.report import Report
from kansrijk.reading.validation import Path

RESERVED = (*KEYWORDS, *COMPARATORS, "norm")
CLASS = "class"
"""Where a norm is a table by class rather than by a fact."""


def check_facts(sections: Sections, report: Report) -> None:
    labels: dict[tuple[str, str], str] = {}
    for id, fact in sections.facts.items():
        path: Path = ("facts", id)
        if id in RESERVED:
            report.refuse("reserved_word", path, key=True, name=id)
        _shape(id, fact, path, report)
        for name in ("asked_by", "seen_by"):
            words = getattr(fact, name)
            if words:
                report.known(words, sections.roles, (*path, name), "unknown_role")
        for language, text in fact.label.items():
            other = labels.setdefault((language, text.casefold()), id)
            if other != id:
                report.refuse("duplicate_label", (*path, "label"), name=id, other=other)
        if fact.derive is not None:
            _derivation(sections, id, fact, (*path, "derive"), report)
    _derived_circles(sections, report)


def _shape(id: str, fact: Fact, path: Path, report: Report) -> None:
    """What a fact of this type must say of itself."""
    if fact.numeric:
        needed = [name for name in ("unit", "range") if getattr(fact, name) is None]
    else:
        needed = ["values"] if fact.type == "choice" and not fact.values else []
    if fact.derive is None:
        needed += [name for name in ("question", "asked_by") if not getattr(fact, name)]
    for name in needed:
        report.refuse("fact_needs", path, key=True, name=id, needs=name)
    if fact.range and fact.range[0] >= fact.range[1]:
        report.refuse("empty_range", (*path, "range"), name=id)


def _derivation(sections: Sections, id: str, fact: Fact, path: Path, report: Report) -> None:
    function = fact.derive.function if fact.derive else None
    if function is None:
        report.refuse("one_function", path, name=id)
        return
    for input, at in inputs(function, (*path, *fact.derive.model_fields_set)):  # type: ignore[union-attr]
        report.known((input,), sections.facts, at, "unknown_fact")
    for link, at in links(function, (*path, *fact.derive.model_fields_set)):  # type: ignore[union-attr]
        link_problem(sections, link, at, report)
    match function:
        case Household(values=values):
            named = set(values.model_dump().values())
            missing = named - set(fact.values or ())
            if missing:
                report.refuse("household_values", path, name=id, missing=", ".join(sorted(missing)))
        case Sum() | Bmi() | NormLine():
            if not fact.numeric:
                report.refuse("wrong_fact_type", path, name=id, expected="a number")


def inputs(function: BaseModel, path: Path) -> Iterator[tuple[str, Path]]:
    """The facts that a derivation is made from, each with its place."""
    names = {
        Bmi: ("height_cm", "weight_kg"),
        Sum: ("of",),
        Household: ("age", "partner", "partner_age", "children"),
        NormLine: ("household", "sharers"),
    }.get(type(function), ())
    for name in names:
        given = getattr(function, name)
        if isinstance(given, str):
            yield given, (*path, name)
        else:
            for i, input in enumerate(given):
                yield input, (*path, name, i)


def links(function: BaseModel, path: Path) -> Iterator[tuple[NormLink, Path]]:
    """The norms that a derivation rests on, each with its place."""
    for name in type(function).model_fields:
        value = getattr(function, name)
        if isinstance(value, NormLink):
            yield value, (*path, name)
        elif isinstance(value, tuple):
            for i, item in enumerate(value):
                if isinstance(item, NormLink):
                    yield item, (*path, name, i)


def _derived_circles(sections: Sections, report: Report) -> None:
    """No derived fact rests on itself, by whatever way."""
    below: dict[str, list[str]] = {}
    for id, fact in sections.facts.items():
        function = fact.derive.function if fact.derive else None
        below[id] = [input for input, _ in inputs(function, ())] if function else []
    for id in sections.facts:
        reached, todo = set[str](), list(below[id])
        while todo:
            input = todo.pop()
            if input not in reached:
                reached.add(input)
                todo.extend(below.get(input, ()))
        if id in reached:
            report.refuse("derived_circle", ("facts", id, "derive"), name=id)


def check_norms(sections: Sections, report: Report) -> None:
    for id, norm in sections.norms.items():
        path: Path = ("norms", id)
        if norm.undated == (norm.values is not None):
            report.refuse("value_or_values", path, key=True, name=id)
        _dates(id, norm, path, report)
        _columns(sections, id, norm, path, report)
        assumed = [norm.basis, *(dated.basis for dated in norm.values or ())]
        if "assumption" in assumed and not norm.alternatives:
            report.refuse("missing_alternatives", path, key=True, name=id)


def _dates(id: str, norm: Norm, path: Path, report: Report) -> None:
    values = norm.values or ()
    for i, dated in enumerate(values):
        if dated.until and dated.until <= dated.from_:
            report.refuse("until_before_from", (*path, "values", i, "until"))
    for i, (one, other) in enumerate(pairwise(values)):
        if other.from_ <= one.from_ or (one.until and one.until > other.from_):
            report.refuse("overlapping_dates", (*path, "values", i + 1, "from"), name=id)


def _columns(sections: Sections, id: str, norm: Norm, path: Path, report: Report) -> None:
    """A table has columns that `by` can pick; all values of a norm are of one kind."""
    values = norm_values(norm)
    if norm.by is None:
        kinds = {_kind(value) for value in values}
        if "table" in kinds or len(kinds) > 1:
            report.refuse("mixed_values", path, key=True, name=id)
        return
    columns = table_columns(sections, norm.by)
    if columns is None:
        report.refuse("bad_by", (*path, "by"), name=norm.by)
        return
    for value in values:
        if not isinstance(value, dict):
            report.refuse("not_a_table", path, key=True, name=id, by=norm.by)
            continue
        for column in value:
            if column not in columns:
                report.unknown("unknown_column", column, columns, path, key=True)


def table_columns(sections: Sections, by: str) -> list[str] | None:
    """The columns a table by this fact (or by class) may have; None where it can't be one."""
    if by == CLASS:
        return list(sections.classes.classes)
    fact = sections.facts.get(by)
    if fact is None or fact.type not in ("choice", "integer"):
        return None
    if fact.type == "choice":
        return list(fact.values or ())
    low, high = fact.range or (0, 0)
    return [str(number) for number in range(int(low), int(high) + 1)]


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "table"
    if isinstance(value, bool):
        return "truth"
    return "words" if isinstance(value, str | tuple) else "number"


def link_problem(
    sections: Sections, link: NormLink, path: Path, report: Report, unit: str | None = None
) -> None:
    """Refuses a reference to a norm that isn't there, isn't a number or has another unit."""
    norm = sections.norms.get(link.norm)
    if norm is None:
        report.unknown("unknown_id", link.norm, sections.norms, (*path, "norm"))
    elif link.by != norm.by and (link.by is not None or unit is not None):
        report.refuse("norm_by", path, norm=link.norm, help=by_help(norm))
    elif any(_kind(value) not in ("number", "table") for value in norm_values(norm)):
        report.refuse("norm_not_number", path, norm=link.norm)
    elif unit is not None and norm.unit != unit:
        report.refuse("wrong_unit", path, name=link.norm, unit=unit)
