"""Readings: what a positive engine is told of a case, each a small integer or nothing at all.

The host does here what the engine is not trusted with: it compares exactly, looks up norms and
counts. Whatever is unknown has no code; a code never stands for a value of another type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kansrijk.engine.clauses import HOLDS, Atom
from kansrijk.engine.ruleset import Known, NormValue, Truths
from kansrijk.pack.condition import (
    After,
    Answered,
    Bound,
    ClassIs,
    Count,
    FactRef,
    MayBe,
    NormRef,
    Number,
    PhaseIs,
    Value,
)

Exact = Value | tuple[bool]


class EngineError(RuntimeError):
    """The engine gave no answer that may be used. Says no value of a fact."""


@dataclass(frozen=True, slots=True)
class Sign:
    """-1, 0 or 1: the fact lies below, at or above the bound."""

    fact: str
    bound: Bound


@dataclass(frozen=True, slots=True)
class Place:
    """The place of the fact's value in its closed list."""

    fact: str


@dataclass(frozen=True, slots=True)
class Member:
    """1 or 0: whether the fact has one of these values, each as `exact` gives it."""

    fact: str
    values: frozenset[Exact]


@dataclass(frozen=True, slots=True)
class Listed:
    """1 or 0: whether the fact has one of the values that the norm lists."""

    fact: str
    norm: NormRef


@dataclass(frozen=True, slots=True)
class Truth:
    """1 or 0: the truth of a rule by its key, or of a part by its number, in this program."""

    of: str | int


@dataclass(frozen=True, slots=True)
class Given:
    """1 or 0: the truth of a rule that was settled before this program."""

    key: str


@dataclass(frozen=True, slots=True)
class Tally:
    """-1, 0 or 1: how many items are true, or could be, beside the number asked for.

    With `of_domains` it is their domains that are counted.
    """

    items: tuple[Atom, ...]
    count: Count
    of_domains: bool
    possible: bool


Reading = (
    Sign
    | Place
    | Member
    | Listed
    | Truth
    | Given
    | Tally
    | Answered
    | ClassIs
    | MayBe
    | PhaseIs
    | After
)
"""Those of a condition are 1 or 0."""


class Case:
    """What is known of a case, what was given of it, and what has come out so far."""

    __slots__ = (
        "circumstances", "codes", "facts", "given", "norms", "phase", "possible", "truths",
    )  # fmt: skip

    def __init__(self, known: Known, given: Truths, possible: tuple[str, ...]) -> None:
        self.facts = known.facts
        self.norms = known.norms
        self.phase = known.phase
        self.circumstances = known.circumstances
        self.possible = possible
        self.given = given
        self.truths: dict[str | int, bool] = {}
        self.codes: list[int | None] = []


Reader = Callable[[Case], int | None]
_AsNumber = Callable[[Case], Number | None]


def exact(value: Value) -> Exact:
    """A key by which values are compared: `True` is 1 in Python, and not here."""
    return (value,) if isinstance(value, bool) else value


def reader(reading: Reading, values: Mapping[str, tuple[Value, ...]]) -> Reader:
    match reading:
        case Sign(fact, bound):
            return _sign(_number(FactRef(fact)), _number(bound))
        case Place(fact):
            return _place(fact, {exact(v): at for at, v in enumerate(values[fact])})
        case Truth(of):
            return lambda case: case.truths.get(of)
        case Given(key):
            return _given(key)
        case Tally():
            return _tally(reading)
        case Member(fact, members):
            return _member(fact, members)
        case Listed(fact, norm):
            return _listed(fact, norm)
        case Answered(fact):
            return lambda case: fact in case.facts
        case ClassIs(classes):
            return lambda case: _settled({c in classes for c in case.possible})
        case MayBe(classes):
            return lambda case: any(c in classes for c in case.possible)
        case PhaseIs(phases):
            return lambda case: case.phase in phases
        case _:
            return lambda case: not case.circumstances.isdisjoint(reading.names)


def _settled(truths: set[bool]) -> bool | None:
    """The one truth that all agree on; false where there is none."""
    return None if len(truths) > 1 else True in truths


def _given(key: str) -> Reader:
    def read(case: Case) -> int | None:
        if key not in case.given:  # a rule left out is no unknown rule
            raise EngineError(f"rule `{key}` has no truth")
        return case.given[key]

    return read


def _sign(fact: _AsNumber, bound: _AsNumber) -> Reader:
    def read(case: Case) -> int | None:
        value, limit = fact(case), bound(case)
        if value is None or limit is None:
            return None
        # Whole numbers across: exact, and three times as fast as comparing fractions.
        n, d = value.as_integer_ratio()
        p, q = limit.as_integer_ratio()
        return (n * q > p * d) - (n * q < p * d)

    return read


def _place(fact: str, places: Mapping[Exact, int]) -> Reader:
    def read(case: Case) -> int | None:
        value = case.facts.get(fact)
        return None if value is None else places.get(exact(value), -1)

    return read


def _member(fact: str, members: frozenset[Exact]) -> Reader:
    def read(case: Case) -> int | None:
        value = case.facts.get(fact)
        return None if value is None else exact(value) in members

    return read


def _listed(fact: str, ref: NormRef) -> Reader:
    def read(case: Case) -> int | None:
        value, members = case.facts.get(fact), _norm(case, ref)
        if value is None or members is None:
            return None
        if isinstance(members, str):  # never `in` on it: that finds a part of a text
            members = (members,)
        if not isinstance(members, tuple):
            raise EngineError(f"norm `{ref.norm}` is not a list")
        return exact(value) in map(exact, members)

    return read


def _tally(tally: Tally) -> Reader:
    count = tally.count
    at_least = _number(count.at_least)
    spread = at_least if count.domains is None else _number(count.domains)
    domains = count.domain_of or ("",) * len(tally.items)
    items = [(i, HOLDS[op], at) for i, op, at in tally.items]

    def counts(code: int | None, holds: Callable[[int, int], bool], value: int) -> bool:
        return tally.possible if code is None else holds(code, value)

    def read(case: Case) -> int | None:
        items_asked, domains_asked = at_least(case), spread(case)
        if items_asked is None or domains_asked is None:
            return None
        number = domains_asked if tally.of_domains else items_asked
        met = [counts(case.codes[i], holds, value) for i, holds, value in items]
        found = (
            len({d for d, true in zip(domains, met, strict=True) if true and d})
            if tally.of_domains
            else sum(met)
        )
        return (found > number) - (found < number)

    return read


def _number(bound: Bound) -> _AsNumber:
    match bound:
        case FactRef(name):
            return lambda case: _checked(name, case.facts.get(name))
        case NormRef(name):
            return lambda case: _checked(name, _norm(case, bound))
        case _:
            return lambda case: bound


def _norm(case: Case, ref: NormRef) -> NormValue | None:
    norm = case.norms.get(ref.norm)
    if norm is None or ref.by is None:
        return norm
    if not isinstance(norm, Mapping):
        raise EngineError(f"norm `{ref.norm}` is not a table")
    column = case.facts.get(ref.by)
    return None if column is None else norm.get(column)


def _checked(name: str, value: NormValue | None) -> Number | None:
    if value is None or (isinstance(value, int | Fraction) and not isinstance(value, bool)):
        return value
    raise EngineError(f"`{name}` is not a number")
