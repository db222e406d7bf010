"""Clauses: conjunctions of tests of small integers, and what may be done with them."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod
from typing import Final, Literal, NamedTuple

MAX_CLAUSES: Final = 24
"""The most clauses that one product may have; beyond it the largest factor becomes a part."""
MAX_ATOMS: Final = 40
"""The most atoms in one clause; each is a property of the fact that a round asserts."""

Op = Literal["==", "!=", "<", "<=", ">", ">=", "unknown"]

HOLDS: Final[Mapping[Op, Callable[[int, int], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Atom(NamedTuple):
    """The code of a reading (by its number) beside a value, or that the reading is unknown."""

    reading: int
    op: Op
    value: int


Clause = frozenset[Atom]


def width(side: Sequence[Clause]) -> int:
    return max(map(len, side), default=0)


def fits(sides: Sequence[Sequence[Clause]]) -> bool:
    return prod(map(len, sides)) <= MAX_CLAUSES and sum(map(width, sides)) <= MAX_ATOMS


def meet(left: Sequence[Clause], right: Sequence[Clause]) -> list[Clause]:
    return [both for a in left for b in right if _possible(both := a | b)]


def _possible(clause: Clause) -> bool:
    """Whether some codes can meet the clause; a clause that none can is left out."""
    if len({atom.reading for atom in clause}) == len(clause):
        return True
    by_reading: dict[int, list[Atom]] = {}
    for atom in clause:
        by_reading.setdefault(atom.reading, []).append(atom)
    return all(len(atoms) == 1 or _agree(atoms) for atoms in by_reading.values())


def _agree(atoms: Sequence[Atom]) -> bool:
    if any(atom.op == "unknown" for atom in atoms):
        return False  # two atoms differ, so another one asks that the reading is known
    codes = {atom.value + step for atom in atoms for step in (-1, 0, 1)}
    return any(all(HOLDS[atom.op](code, atom.value) for atom in atoms) for code in codes)


def absorbed(clauses: Iterable[Clause]) -> list[Clause]:
    """Without the clauses that a shorter one already covers: each would fire beside it."""
    kept: list[Clause] = []
    for clause in sorted(dict.fromkeys(clauses), key=len):
        if not any(shorter < clause for shorter in kept):
            kept.append(clause)
    return kept
