"""The check of derived facts: inputs and norms that a function can work with, what it gives."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from kansrijk.pack.check_figures import NUMBER, TERM, Use, link_problem
from kansrijk.pack.check_vocabulary import INPUTS, inputs
from kansrijk.pack.model import Sections
from kansrijk.pack.parse import allowed_value, norm_values
from kansrijk.pack.parts import NormLink
from kansrijk.pack.report import Report
from kansrijk.pack.vocabulary import Fact, GestationalAge, Household, NormLine
from kansrijk.reading.validation import Path


def check_derivations(sections: Sections, report: Report) -> None:
    for id, fact in sections.facts.items():
        if fact.derive is None:
            continue
        path: Path = ("facts", id, "derive")
        function = fact.derive.function
        if function is None:
            report.refuse("one_function", path, name=id)
            continue
        at = (*path, *fact.derive.model_fields_set)
        _inputs(sections, function, at, report)
        for name, link, place in _links(function, at):
            link_problem(sections, link, place, report, _use(function, name))
        _result(id, fact, function, path, report)
        if isinstance(function, Household):
            _together(sections, function, at, report)
        if isinstance(function, NormLine):
            _columns(sections, function, at, report)


def _inputs(sections: Sections, function: BaseModel, path: Path, report: Report) -> None:
    """Each input is a fact, of the type that the function can work with."""
    for input, at in inputs(function, path):
        fact = sections.facts.get(input)
        expected, fits = INPUTS[type(function)][str(at[len(path)])]
        if fact is None:
            report.known((input,), sections.facts, at, "unknown_fact")
        elif not fits(fact):
            report.refuse("wrong_fact_type", at, name=input, expected=expected)


def _links(function: BaseModel, path: Path) -> Iterator[tuple[str, NormLink, Path]]:
    """The norms that a derivation rests on, each with its name there and its place."""
    for name in type(function).model_fields:
        value = getattr(function, name)
        if isinstance(value, NormLink):
            yield name, value, (*path, name)
        elif isinstance(value, tuple):
            for i, item in enumerate(value):
                if isinstance(item, NormLink):
                    yield name, item, (*path, name, i)


def _use(function: BaseModel, name: str) -> Use:
    if isinstance(function, NormLine) and name == "table":
        return Use(by=(function.household,))
    return TERM if isinstance(function, GestationalAge) else NUMBER


def _result(id: str, fact: Fact, function: BaseModel, path: Path, report: Report) -> None:
    """A derived fact is of the type that its function gives."""
    if not isinstance(function, Household):
        if not fact.numeric:
            report.refuse("wrong_fact_type", path, name=id, expected="a number")
        return
    if fact.type != "choice":
        report.refuse("wrong_fact_type", path, name=id, expected="a choice")
        return
    missing = set(function.values.model_dump().values()) - set(fact.values or ())
    if missing:
        report.refuse("household_values", path, name=id, missing=", ".join(sorted(missing)))


def _together(sections: Sections, rule: Household, path: Path, report: Report) -> None:
    """What living together is called is something that can be answered."""
    partner = sections.facts.get(rule.partner)
    if partner is not None and partner.type == "choice":
        reason = allowed_value(partner, rule.together)[1]
        if reason:
            report.refuse("impossible_value", (*path, "together"), name=rule.partner, help=reason)


def _columns(sections: Sections, rule: NormLine, path: Path, report: Report) -> None:
    """Whatever is shared, added or taken off is a column, and is there in every value."""
    household = sections.facts.get(rule.household)
    if household is None or household.type != "choice":
        return
    kinds, needed = list(household.values or ()), set[str]()
    for column, at, key in _named_columns(rule, path):
        needed.add(column)
        if column not in kinds:
            report.unknown("unknown_column", column, kinds, at, key=key)
    norm = sections.norms.get(rule.table.norm)
    tables = [set(value) for value in norm_values(norm) if isinstance(value, dict)] if norm else []
    missing = needed.intersection(kinds).difference(set(kinds).intersection(*tables))
    if missing:
        said = ", ".join(sorted(missing))
        report.refuse("missing_columns", (*path, "table"), norm=rule.table.norm, missing=said)


def _named_columns(rule: NormLine, path: Path) -> Iterator[tuple[str, Path, bool]]:
    """The columns that are named, each with its place and whether it stands as a key."""
    yield rule.of, (*path, "of"), False
    for kind, sharing in rule.shared.items():
        at: Path = (*path, "shared", kind)
        yield kind, at, True
        for name in ("plus", "minus"):
            column = getattr(sharing, name)
            if column is not None:
                yield column, (*at, name), False
