"""What a condition can look at, as the solver's variables: any case there can be on a day.

Of each fact whether it is known, and its value; the phase, what is in force, and the classes that
are possible. The norms are those of the day, so constants.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from fractions import Fraction
from functools import cached_property
from typing import Any, NamedTuple

import z3

from kansrijk.pack.condition import Value
from kansrijk.pack.events import EVENTS, LOSS
from kansrijk.pack.pack import Pack
from kansrijk.pack.vocabulary import Fact
from kansrijk.workbench.abstract import SOME_TEXT
from kansrijk.workbench.proof.looks import LooksAt

NONE: Set[str] = frozenset()


class FactSymbol(NamedTuple):
    """A fact: whether it is known, and what it is then. `values` are those of a closed list, of
    which the variable holds the place; None where it is a number itself."""

    known: Any
    value: Any
    values: tuple[Value, ...] | None

    def is_one_of(self, words: tuple[Any, ...]) -> Any:
        """The value is one of these."""
        ctx = self.value.ctx
        if self.values is None:
            return any_of([self.value == number(one, ctx) for one in words], ctx)
        return any_of([self.value == i for i, one in enumerate(self.values) if one in words], ctx)


def any_of(items: list[Any], ctx: Any) -> Any:
    return z3.Or(items) if items else z3.BoolVal(False, ctx)


def all_of(items: list[Any], ctx: Any) -> Any:
    return z3.And(items) if items else z3.BoolVal(True, ctx)


def number(value: Any, ctx: Any) -> Any:
    exact = Fraction(value)
    return z3.Q(exact.numerator, exact.denominator, ctx)


class Symbols:
    """The variables of one solver's context, each made when it is first looked at.

    `limits` hold of every case: an answer lies in its range, there is a class. Those of two packs
    can share a context, with a mark for the classes and for the facts that are `apart` in each.
    """

    def __init__(
        self, pack: Pack, beside: Symbols | None = None, *, mark: str = "", apart: Set[str] = NONE
    ) -> None:
        self.pack = pack
        self.ctx: Any = beside.ctx if beside else z3.Context()
        self.beside, self.mark, self.apart = beside, mark, apart
        self._facts: dict[str, FactSymbol] = {}
        self._limits: dict[str, Any] = {}
        self._to_write: dict[str, Any] = {}
        self._circumstances: dict[str, Any] = {}

    def true(self, value: bool) -> Any:
        return z3.BoolVal(value, self.ctx)

    def fact(self, id: str) -> FactSymbol:
        if id not in self._facts:
            self._facts[id] = self._made(id, self.pack.sections.facts[id])
        return self._facts[id]

    def _made(self, id: str, fact: Fact) -> FactSymbol:
        name = f"{self.mark}{id}" if id in self.apart else id
        known = z3.Bool(f"known {name}", self.ctx)
        values = self._closed(id, fact)
        if values is not None:
            value = z3.Int(name, self.ctx)
            self._limits[id] = z3.And(value >= 0, value < len(values))
            return FactSymbol(known, value, values)
        value = (z3.Int if fact.type == "integer" else z3.Real)(name, self.ctx)
        low, high = (number(end, self.ctx) for end in fact.range or ())
        # What is derived can lie outside the range that an answer is held to.
        limits = self._to_write if fact.derive else self._limits
        limits[id] = z3.And(value >= low, value <= high)
        return FactSymbol(known, value, None)

    def _closed(self, id: str, fact: Fact) -> tuple[Value, ...] | None:
        """The values of a fact that has a list of them, of the other pack first, or of which all
        are one to every rule."""
        if fact.type == "boolean":
            return (False, True)
        if fact.values is not None:
            other = self.beside and self.beside.pack.sections.facts.get(id)
            return tuple(dict.fromkeys((*((other and other.values) or ()), *fact.values)))
        return (SOME_TEXT,) if fact.type == "text" else None

    @cached_property
    def phase(self) -> Any:
        """The place of the phase in the pack; -1 where the day is in none."""
        phase = z3.Int("phase", self.ctx)
        self._limits["phase"] = z3.And(phase >= -1, phase < len(self.phases))
        return phase

    @cached_property
    def phases(self) -> tuple[str, ...]:
        others = self.beside.phases if self.beside else ()
        return tuple(dict.fromkeys((*others, *self.pack.sections.phases)))

    def circumstance(self, name: str) -> Any:
        if name not in self._circumstances:
            self._circumstances[name] = z3.Bool(in_force(name), self.ctx)
            if name in EVENTS[LOSS].kinds:
                held = z3.Implies(self._circumstances[name], self.circumstance(LOSS))
                self._limits[in_force(name)] = held
        return self._circumstances[name]

    @cached_property
    def possible(self) -> Mapping[str, Any]:
        """Of each class whether it is possible; one is at least."""
        found = {
            id: z3.Bool(f"{self.mark}possible {id}", self.ctx)
            for id in self.pack.sections.classes.classes
        }
        self._limits["possible"] = z3.Or(*found.values())
        return found

    def rule_out(self, class_: str) -> None:
        """Of a class that no case reaches: it is never possible."""
        never = z3.Not(self.possible[class_])
        self._limits["possible"] = z3.And(self._limits["possible"], never)

    def limits(self, looks: LooksAt) -> Iterator[Any]:
        """What holds of every case, of what is looked at."""
        for id in looks.facts:
            if id in self.pack.sections.facts:
                self.fact(id)  # A case may hold it though no formula has named it yet.
        names = [*looks.facts, *(in_force(name) for name in looks.circumstances)]
        names += ["phase"] * looks.phase + ["possible"] * looks.possible
        return (self._limits[name] for name in names if name in self._limits)

    def to_write(self, looks: LooksAt) -> Iterator[Any]:
        """What holds of a case besides where everything known in it is written in its file."""
        return (self._to_write[id] for id in looks.facts if id in self._to_write)


def in_force(name: str) -> str:
    return f"in force {name}"
