"""The condition tree: what a rule asks, as frozen data.

Nothing is evaluated here. An engine gives a tree its truth (design: three truth
values, Kleene's strong tables); the tree itself only says what is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Number = int | Fraction
Value = bool | int | Fraction | str
"""What a fact can be once known: exact, never a float."""

Comparator = Literal["at_least", "at_most", "above", "below"]


@dataclass(frozen=True, slots=True)
class NormRef:
    """The value of a norm on the day; of a table, the column that `by` names."""

    norm: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class FactRef:
    """The value of another fact, such as the income line of her household."""

    fact: str


Bound = int | Fraction | NormRef | FactRef


@dataclass(frozen=True, slots=True)
class All:
    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    items: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    item: Condition


@dataclass(frozen=True, slots=True)
class FirstKnown:
    """The truth of the first way that has one."""

    ways: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """At least so many of the items; with `domains`, spread over so many.

    `domain_of[i]` is the life domain of `of[i]`, empty where it has none.
    """

    at_least: int | NormRef
    of: tuple[Condition, ...]
    domains: int | NormRef | None = None
    domain_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """The fact has one of these values, or one of those a norm lists."""

    fact: str
    values: tuple[Value, ...] | NormRef


@dataclass(frozen=True, slots=True)
class Compare:
    fact: str
    comparator: Comparator
    bound: Bound


@dataclass(frozen=True, slots=True)
class Answered:
    """Whether the fact is known; true or false, never unknown."""

    fact: str


@dataclass(frozen=True, slots=True)
class Rule:
    """The truth of another rule, by its key: `criterion:id` or `signal:id`."""

    key: str


@dataclass(frozen=True, slots=True)
class ClassIs:
    """The class is one of these; unknown while some possible class is and some is not."""

    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MayBe:
    """One of these classes is still possible; true or false, never unknown."""

    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhaseIs:
    """The day falls in one of these phases."""

    phases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class After:
    """One of these circumstances is in force; true or false, never unknown."""

    names: tuple[str, ...]


Leaf = OneOf | Compare | Answered | Rule | ClassIs | MayBe | PhaseIs | After
Condition = All | AnyOf | Not | FirstKnown | Count | Leaf
