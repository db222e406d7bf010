"""How a fact follows from others, as a formula in plain data.

A formula is a number or word, `{fact}`, `{norm}`, or `{op, items}`: `plus`, `minus`, `times` or
`divide` of two, `cell` (of a table the column), or `if` (a test, then what it is where that is
true, and where it is not). It has no value where a part that it needs has none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from kansrijk.case.derive import CM_PER_M, Function
from kansrijk.pack.vocabulary import (
    Bmi,
    Household,
    NormLine,
    Sharing,
    Sum,
)

Formula = Any


def derivation(function: Function) -> Formula:
    return _FORMULAS[type(function)](function)


def _fact(id: str) -> Formula:
    return {"fact": id}


def _norm(id: str) -> Formula:
    return {"norm": id}


def _cell(table: str, column: Formula) -> Formula:
    return _op("cell", _norm(table), column)


def _op(op: str, *items: Formula) -> Formula:
    return {"op": op, "items": list(items)}


def _folded(op: str, first: Formula, *others: Formula) -> Formula:
    return reduce(lambda left, right: _op(op, left, right), others, first)


def _all(*tests: Formula) -> Formula:
    return _op("count", len(tests), 0, [""] * len(tests), list(tests))


def _any(*tests: Formula) -> Formula:
    return _op("count", 1, 0, [""] * len(tests), list(tests))


def _bmi(rule: Bmi) -> Formula:
    """kg/m2, of the first weight that is known."""
    *earlier, last = rule.weight_kg
    weight = _fact(last)
    for id in reversed(earlier):
        weight = _op("first_known", [_fact(id), weight]) | {"may_turn": True}
    metres = _op("divide", _fact(rule.height_cm), CM_PER_M)
    return _op("divide", weight, _op("times", metres, metres))


def _sum(rule: Sum) -> Formula:
    return _folded("plus", *map(_fact, rule.of))


def _household(rule: Household) -> Formula:
    """The kind of household the norm is for: one or two, of what ages, with or without a child."""
    values, young, full = rule.values, _norm(rule.young.norm), _norm(rule.full.norm)

    def counts(age: str) -> Formula:
        pension = _op("below", _fact(age), _norm(rule.pension.norm))
        return _all(_op("at_least", _fact(age), young), pension)

    grown = [_op("at_least", _fact(age), full) for age in (rule.age, rule.partner_age)]
    child = _op("above", _fact(rule.children), 0)
    mixed = _op("if", child, values.mixed_couple_child, values.mixed_couple)
    youngest = _op("if", child, values.young_couple_child, values.young_couple)
    couple = _op("if", _all(*grown), values.couple, _op("if", _any(*grown), mixed, youngest))
    two = _op("if", counts(rule.partner_age), couple, values.none)
    one = _op("if", grown[0], values.single, values.young_single)
    together = _op("one_of", _fact(rule.partner), [rule.together])
    return _op("if", counts(rule.age), _op("if", together, two, one), values.none)


def _norm_line(rule: NormLine) -> Formula:
    """The amount for her household: from the table, or shared with housemates; times factors."""
    alone = _cell(rule.table.norm, _fact(rule.household))
    line = alone
    for kind, sharing in rule.shared.items():
        housemates = _op("above", _fact(rule.sharers), 0)
        divided = _op("if", housemates, _shared(rule, sharing), alone)
        line = _op("if", _op("one_of", _fact(rule.household), [kind]), divided, line)
    return _folded("times", line, *(_norm(factor.norm) for factor in rule.factors))


def _shared(rule: NormLine, sharing: Sharing) -> Formula:
    table, adults = rule.table.norm, sharing.adults
    people = _op("plus", adults, _fact(rule.sharers))
    costs = _op("plus", _norm(rule.fixed.norm), _op("times", people, _norm(rule.each.norm)))
    amount = _folded("times", adults, _op("divide", costs, people), _cell(table, rule.of))
    amount = _op("plus", amount, _cell(table, sharing.plus)) if sharing.plus else amount
    return _op("minus", amount, _cell(table, sharing.minus)) if sharing.minus else amount


_FORMULAS: Mapping[Any, Callable[[Any], Formula]] = {
    Bmi: _bmi,
    Sum: _sum,
    Household: _household,
    NormLine: _norm_line,
}
