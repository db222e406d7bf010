"""As few of the families as show the same, and of each as few rows, with what is to be said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import z3

from kansrijk.workbench.families.families import (
    CLASS,
    Families,
    Family,
    Readable,
    Row,
    Said,
    with_best,
)
from kansrijk.workbench.mutation.mutants import Mutant

A_FAMILY = 1000
"""A family counts as so many rows."""
SECONDS = 60
"""How long the solver may look for fewer; what it has by then is taken."""
At = tuple[int, int]
"""A row by its family and its number in it."""


class Shows(NamedTuple):
    """Of a mutant each row that shows it, with what of its outcome is another."""

    mutant: Mutant
    by: Mapping[At, tuple[Said, ...]]


def shows(found: Families) -> Iterator[Shows]:
    """Of each mutant that is shown, one after the other."""
    rows = {(i, n): row for i, f in enumerate(found.families) for n, row in enumerate(f.rows)}
    for mutant in found.shown:
        turned = {at: row.turned(mutant) for at, row in rows.items()}
        yield Shows(mutant, {at: those for at, those in turned.items() if those})


def fewest(found: Families, shown: Sequence[Shows], readable: Readable) -> Families:
    """Without the families, and the rows, that the others make needless; of each family its class
    is said. Where that could not be read any more a needless row stays, or a row stands alone."""
    rows = {at: _row(found, at)._replace(said=_from_the_start(at)) for at in _chosen(found, shown)}
    for one in shown:
        there = [at for at in rows if at in one.by]
        if all(set(one.by[at]).isdisjoint(rows[at].said) for at in there):
            others = [at for at in one.by if at not in rows]
            # Where it was said before comes first.
            there.sort(key=lambda at: set(one.by[at]).isdisjoint(_row(found, at).said))
            said = (_saying(found, rows, one, at) for at in (*there, *others))
            fit = (more for more in said if readable(_family({**rows, **more}, min(more)[0])))
            readably = next(fit, None)
            rows |= readably or _alone(found, rows, one, there[0])
    return found._replace(families=tuple(_family(rows, i) for i in sorted({i for i, _ in rows})))


def _from_the_start(at: At) -> tuple[Said, ...]:
    return () if at[1] else CLASS


def _saying(found: Families, rows: Mapping[At, Row], one: Shows, at: At) -> dict[At, Row]:
    """The row with what shows the mutant said of it, and the family that it is of."""
    first = (at[0], 0)
    bare = {key: _row(found, key)._replace(said=_from_the_start(key)) for key in (first, at)}
    made = {key: rows.get(key, row) for key, row in bare.items()}
    return {**made, at: with_best(made[at], one.by[at], one.mutant)}


def _alone(found: Families, rows: Mapping[At, Row], one: Shows, at: At) -> dict[At, Row]:
    """The row as a family of its own, after the others."""
    last = max(len(found.families) - 1, *(i for i, _ in rows))
    row = _row(found, at)._replace(said=CLASS)
    return {(last + 1, 0): with_best(row, one.by[at], one.mutant)}


def _row(found: Families, at: At) -> Row:
    return found.families[at[0]].rows[at[1]]


def _family(rows: Mapping[At, Row], which: int) -> Family:
    """Its rows but for those that show only what others say already."""
    return Family(tuple(rows[at] for at in sorted(rows) if at[0] == which and rows[at].said))


def _chosen(found: Families, shown: Sequence[Shows]) -> Sequence[At]:
    """The rows to keep; a family is there with its first row."""
    places = ((i, n) for i, f in enumerate(found.families) for n in range(len(f.rows)))
    wanted = {at: z3.Bool(str(at)) for at in places}
    best = z3.Optimize()
    best.set("timeout", SECONDS * 1000)
    best.add(*(z3.Implies(row, wanted[i, 0]) for (i, _), row in wanted.items()))
    best.add(*(z3.Or(*(wanted[at] for at in one.by)) for one in shown))
    for (_, n), row in wanted.items():
        best.add_soft(z3.Not(row), 1 if n else A_FAMILY)
    if best.check() != z3.sat:
        return tuple(wanted)
    model = best.model()
    return tuple(at for at, row in wanted.items() if z3.is_true(model.eval(row)))
