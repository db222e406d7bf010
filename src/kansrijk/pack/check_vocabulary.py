"""The checks of facts and norms by themselves: types, units, ranges, circles, dates, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from kansrijk.pack.model import Sections
from kansrijk.pack.parse import CLASS, COMPARATORS, KEYWORDS, norm_values
from kansrijk.pack.report import Report
from kansrijk.pack.vocabulary import Bmi, Fact, Household, Norm, NormLine, Sum
from kansrijk.reading.validation import Path

MOST_DERIVED = 200
"""So that what follows from what is never a chain too long to follow."""

RESERVED = (*KEYWORDS, *COMPARATORS, "norm")
YEARS = "jaar"
"""The unit of what goes up by one each year."""
WIDEST = 10**9
MOST_COLUMNS = 1000
"""So wide a range at most a number has, and so wide where a table has a column for each."""

Kind = tuple[str, Callable[[Fact], bool]]
NUMBER: Kind = ("a number", lambda fact: fact.numeric)
WHOLE: Kind = ("a whole number", lambda fact: fact.type == "integer")
CHOICE: Kind = ("a choice", lambda fact: fact.type == "choice")
HEIGHT: Kind = (
    # What is derived is not held to its range, and a height is divided by.
    "a number above 0 that is not derived",
    lambda fact: fact.numeric and fact.derive is None and _within(fact, above=0),
)
SHARERS: Kind = (
    "a whole number from 0 to 100",
    lambda fact: fact.type == "integer" and _within(fact, above=-1, to=100),
)
INPUTS: Mapping[type[BaseModel], Mapping[str, Kind]] = {
    Bmi: {"height_cm": HEIGHT, "weight_kg": NUMBER},
    Sum: {"of": NUMBER},
    Household: {"age": WHOLE, "partner": CHOICE, "partner_age": WHOLE, "children": WHOLE},
    NormLine: {"household": CHOICE, "sharers": SHARERS},
}
"""The facts that a derivation is made from, and what each must be."""


def check_facts(sections: Sections, report: Report) -> None:
    for id, fact in sections.facts.items():
        path: Path = ("facts", id)
        if id in RESERVED:
            report.refuse("reserved_word", path, key=True, name=id)
        _shape(id, fact, path, report)
        for name in ("asked_by", "seen_by"):
            words = getattr(fact, name)
            if words:
                report.known(words, sections.roles, (*path, name), "unknown_role")
    _derived_circles(sections, report)


def _within(fact: Fact, *, above: int, to: int = WIDEST) -> bool:
    """Whether the range lies there; one that is missing is another problem."""
    return fact.range is None or (above < fact.range[0] and fact.range[1] <= to)


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
    if fact.error is not None and not (fact.numeric and fact.error > 0):
        report.refuse("bad_error", (*path, "error"), name=id)
    if fact.advances and (fact.type, fact.unit, fact.derive) != ("integer", YEARS, None):
        report.refuse("bad_advances", (*path, "advances"), name=id, unit=YEARS)
    if not fact.past.keys() <= (fact.values or {}).keys():
        report.refuse("bad_past", (*path, "past"), name=id)
    if fact.range and fact.range[0] >= fact.range[1]:
        report.refuse("empty_range", (*path, "range"), name=id)
    if fact.range and fact.range[1] - fact.range[0] > WIDEST:
        report.refuse("wide_range", (*path, "range"), name=id, limit=WIDEST)


def inputs(function: BaseModel, path: Path) -> Iterator[tuple[str, Path]]:
    """The facts that a derivation is made from, each with its place."""
    for name in INPUTS.get(type(function), ()):
        given = getattr(function, name)
        if isinstance(given, str):
            yield given, (*path, name)
        else:
            for i, input in enumerate(given):
                yield input, (*path, name, i)


def _derived_circles(sections: Sections, report: Report) -> None:
    """No derived fact rests on itself, by whatever way."""
    below: dict[str, list[str]] = {}
    for id, fact in sections.facts.items():
        function = fact.derive.function if fact.derive else None
        below[id] = [input for input, _ in inputs(function, ())] if function else []
    derived = [id for id, fact in sections.facts.items() if fact.derive]
    if len(derived) > MOST_DERIVED:
        report.refuse("many_derived", ("facts", derived[MOST_DERIVED]), key=True, most=MOST_DERIVED)
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
        kinds = {kind_of(value) for value in values}
        if "table" in kinds or len(kinds) > 1:
            report.refuse("mixed_values", path, key=True, name=id)
        if norm.gap:
            report.refuse("no_gap", (*path, "gap"), name=id)
        return
    columns = table_columns(sections, norm.by)
    if columns is None:
        report.refuse("bad_by", (*path, "by"), name=norm.by, limit=MOST_COLUMNS)
        return
    for value in values:
        if not isinstance(value, dict):
            report.refuse("not_a_table", path, key=True, name=id, by=norm.by)
            continue
        for column in value:
            if column not in columns:
                report.unknown("unknown_column", column, columns, path, key=True)
    tables = [value for value in values if isinstance(value, dict)]
    if norm.gap and all(table.keys() >= set(columns) for table in tables):
        report.refuse("no_gap", (*path, "gap"), name=id)


def table_columns(sections: Sections, by: str) -> list[str] | None:
    """The columns a table by this fact (or by class) may have; None where it can't be one."""
    if by == CLASS:
        return list(sections.classes.classes)
    fact = sections.facts.get(by)
    if fact is None or fact.type not in ("choice", "integer"):
        return None
    if fact.type == "choice":
        return list(fact.values or ())
    low, high = fact.span
    if high - low > MOST_COLUMNS:
        return None
    return [str(number) for number in range(int(low), int(high) + 1)]


def kind_of(value: Any) -> str:
    if isinstance(value, dict):
        return "table"
    if isinstance(value, bool):
        return "truth"
    return "words" if isinstance(value, str | tuple) else "number"
