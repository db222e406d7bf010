"""Facts that follow from others: exact, and unknown while an input this case needs is.

Every figure here comes from a norm of the pack. A value that was given goes before
one that would be derived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from kansrijk.case.norms import NormOnDay
from kansrijk.case.timeline import Timeline, whole_months
from kansrijk.pack.check_vocabulary import inputs as inputs_of
from kansrijk.pack.condition import Value
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import NormLink
from kansrijk.pack.vocabulary import Bmi, ChildAge, GestationalAge, Household, NormLine, Sum
from kansrijk.reading.validation import Path

CM_PER_M = 100
Function = Bmi | Sum | Household | NormLine | ChildAge | GestationalAge


class Derivation(NamedTuple):
    """A derived value with what it was made from; without a value, what there is to ask for it.

    `paths` is where in a case it came from a date there and not from facts.
    """

    value: Value | None
    facts: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()


@dataclass(slots=True)
class Inputs:
    """What derivations look at. `values` grows by each derived value, in order."""

    values: dict[str, Value]
    declined: frozenset[str]
    norms: Mapping[str, NormOnDay]
    time: Timeline
    on: date
    derived: dict[str, Derivation] = field(default_factory=dict)

    def number(self, link: NormLink) -> Any:
        """The number of a norm on the day; None where it is in a gap."""
        norm = self.norms.get(link.norm)
        return None if norm is None else norm.value

    def missing(self, id: str) -> tuple[str, ...]:
        if id in self.values:
            return ()
        return self.derived[id].missing if id in self.derived else (id,)


def derive(inputs: Inputs, order: Mapping[str, Function]) -> None:
    """Derives each fact that was not given, in order; `inputs` takes what is found."""
    for id, function in order.items():
        if id not in inputs.values:
            found = _FUNCTIONS[type(function)](function, inputs)
            inputs.derived[id] = found
            if found.value is not None:
                inputs.values[id] = found.value


@lru_cache(maxsize=64)
def derivations(pack: Pack) -> Mapping[str, Function]:
    """How each derived fact is derived, each after those it is derived from."""
    order: dict[str, Function] = {}

    def visit(id: str) -> None:
        fact = pack.sections.facts[id]
        function = fact.derive.function if fact.derive else None
        if function is None or id in order:
            return
        for input, _ in inputs_of(function, ()):
            visit(input)
        order[id] = function

    for id in pack.sections.facts:
        visit(id)
    return order


@lru_cache(maxsize=64)
def inputs_of_each(pack: Pack) -> Mapping[str, frozenset[str]]:
    """What each derived fact is derived from, each after those it is derived from."""
    return {
        id: frozenset(input for input, _ in inputs_of(function, ()))
        for id, function in derivations(pack).items()
    }


def beneath(pack: Pack, ids: Iterable[str], known: Set[str]) -> frozenset[str]:
    """The facts and all that they are derived from; below a known one nothing is looked at."""
    inputs, found = inputs_of_each(pack), set(ids)
    todo = found.intersection(inputs) - known
    while todo:
        below = inputs[todo.pop()] - found
        found |= below
        todo |= below.intersection(inputs) - known
    return frozenset(found)


@lru_cache(maxsize=4096)
def derivations_from(pack: Pack, id: str) -> Mapping[str, Function]:
    """Those of the derivations that a fact has a part in, and its own if it has one."""
    return _following(pack, {id})


@lru_cache(maxsize=4096)
def derivations_by(pack: Pack, norm: str) -> Mapping[str, Function]:
    """Those of the derivations that a norm has a part in."""
    return _following(pack, {id for id, f in derivations(pack).items() if norm in norms_named(f)})


def _following(pack: Pack, start: set[str]) -> Mapping[str, Function]:
    """The derivations of these facts and of all that follows from them, in order."""
    touched = set(start)
    found = {}
    for derived, function in derivations(pack).items():
        if derived in start or touched & inputs_of_each(pack)[derived]:
            touched.add(derived)
            found[derived] = function
    return found


def norms_named(function: Function) -> tuple[str, ...]:
    """The norms that a derivation names, in order."""
    named: list[Any] = []
    for value in vars(function).values():
        named += value if isinstance(value, tuple) else [value]
    return tuple(link.norm for link in named if isinstance(link, NormLink))


def _bmi(rule: Bmi, inputs: Inputs) -> Derivation:
    """kg/m2, of the first weight that is known."""
    height = inputs.values.get(rule.height_cm)
    known = [id for id in rule.weight_kg if id in inputs.values]
    if height is not None and known:
        weight = Fraction(inputs.values[known[0]])
        metres = Fraction(height) / CM_PER_M
        return Derivation(weight / (metres * metres), (rule.height_cm, known[0]))
    # The first weight that she has not declined to give; where she declined all, the first.
    askable = [id for id in rule.weight_kg if id not in inputs.declined] or rule.weight_kg
    weights = () if known else askable[:1]
    return Derivation(None, missing=(*inputs.missing(rule.height_cm), *weights))


def _sum(rule: Sum, inputs: Inputs) -> Derivation:
    if not inputs.values.keys() >= set(rule.of):
        # There may be nothing to ask: of a child's age before the birth there is not.
        missing = tuple(ask for id in rule.of for ask in inputs.missing(id))
        return Derivation(None, missing=missing)
    total: Any = sum(Fraction(inputs.values[id]) for id in rule.of)
    return Derivation(total.numerator if total.denominator == 1 else total, rule.of)


def _household(rule: Household, inputs: Inputs) -> Derivation:
    """The kind of household the norm is for: one or two, of what ages, with or without a child."""
    names, values = rule.values, inputs.values
    young, full, pension = (inputs.number(link) for link in (rule.young, rule.full, rule.pension))
    norms = (rule.young.norm, rule.full.norm, rule.pension.norm)
    if None in (young, full, pension):
        return Derivation(None)

    def needs(*ids: str) -> Derivation:
        return Derivation(None, missing=tuple(ask for id in ids for ask in inputs.missing(id)))

    age: Any = values.get(rule.age)
    if age is None:
        return needs(rule.age)
    if not young <= age < pension:
        return Derivation(names.none, (rule.age,), norms)
    together = values.get(rule.partner)
    if together is None:
        return needs(rule.partner)
    if together != rule.together:
        kind = names.single if age >= full else names.young_single
        return Derivation(kind, (rule.age, rule.partner), norms)
    other: Any = values.get(rule.partner_age)
    if other is None:
        return needs(rule.partner_age)
    used = (rule.age, rule.partner, rule.partner_age)
    if not young <= other < pension:
        return Derivation(names.none, used, norms)
    if age >= full and other >= full:
        return Derivation(names.couple, used, norms)
    children: Any = values.get(rule.children)
    if children is None:
        return needs(rule.children)
    mixed = age >= full or other >= full
    with_child = names.mixed_couple_child if mixed else names.young_couple_child
    without = names.mixed_couple if mixed else names.young_couple
    return Derivation(with_child if children > 0 else without, (*used, rule.children), norms)


def norm_line(rule: NormLine, inputs: Inputs) -> Derivation:
    """The amount for her household on the day: from the table, or shared with housemates.

    Sharing is (fixed + A x each) / A of the amount for a couple for each adult who counts,
    A being those adults and the housemates (Participatiewet art. 22a).
    """
    kind = inputs.values.get(rule.household)
    if kind is None:
        return Derivation(None, missing=inputs.missing(rule.household))
    links = (rule.table, rule.fixed, rule.each, *rule.factors)
    norms = tuple(link.norm for link in links)
    table, fixed, each, *factors = (inputs.number(link) for link in links)
    if table is None or kind not in table or fixed is None or each is None or None in factors:
        return Derivation(None)
    used: tuple[str, ...] = (rule.household,)
    amount = Fraction(table[kind])
    sharing = rule.shared.get(str(kind))
    if sharing is not None:
        housemates: Any = inputs.values.get(rule.sharers)
        if housemates is None:
            return Derivation(None, missing=inputs.missing(rule.sharers))
        used = (rule.household, rule.sharers)
        if housemates > 0:
            adults = sharing.adults
            people = adults + housemates
            amount = adults * (fixed + people * each) / Fraction(people) * table[rule.of]
            amount += table[sharing.plus] if sharing.plus else 0
            amount -= table[sharing.minus] if sharing.minus else 0
    for factor in factors:
        amount *= factor
    return Derivation(amount, used, norms)


def _child_age(rule: ChildAge, inputs: Inputs) -> Derivation:
    """Whole months since the birth."""
    birth = inputs.time.birth
    if birth is None:
        return Derivation(None)
    return Derivation(whole_months(birth, inputs.on), paths=(("events",),))


def _gestational_age(rule: GestationalAge, inputs: Inputs) -> Derivation:
    """Days of the pregnancy, counted back from the due date; unknown once the child is born."""
    term, due = inputs.number(rule.term), inputs.time.due
    if due is None or term is None or inputs.time.birth is not None:
        return Derivation(None)
    days = (inputs.on - (due - timedelta(days=term))).days
    paths = (inputs.time.due_path,)
    return Derivation(days if days >= 0 else None, norms=(rule.term.norm,), paths=paths)


_FUNCTIONS: Mapping[Any, Callable[[Any, Inputs], Derivation]] = {
    Bmi: _bmi,
    Sum: _sum,
    Household: _household,
    NormLine: norm_line,
    ChildAge: _child_age,
    GestationalAge: _gestational_age,
}
