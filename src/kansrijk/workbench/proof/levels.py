"""Which class there is, as formulas and in a case: from the top down, the first that is true."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import z3

from kansrijk.engine.ruleset import Truths
from kansrijk.pack.pack import Pack, facts_in
from kansrijk.screening.questions import class_rules
from kansrijk.screening.standing import facts_of_class
from kansrijk.workbench.proof.formulas import Formulas
from kansrijk.workbench.proof.symbols import all_of


def levels(formulas: Formulas) -> list[Any]:
    """For each class, highest first, when it is the class there is."""
    found: list[Any] = []
    above: list[Any] = []
    for key in _rules(formulas.symbols.pack):
        rule = formulas.rule(key) if key else None
        found.append(all_of([*above, *([rule.true] if rule else [])], formulas.ctx))
        above += [rule.false] if rule else []
    return found


def level_in(pack: Pack, truths: Truths) -> int | None:
    """The place of the class by the truths of its rules; None where it is open."""
    found = ((i, truths[key] if key else True) for i, key in enumerate(_rules(pack)))
    place, truth = next((i, truth) for i, truth in found if truth is not False)
    return place if truth else None


def _rules(pack: Pack) -> Iterator[str | None]:
    """The rule of each class by its key; the lowest has none."""
    for id, grade in pack.sections.classes.classes.items():
        yield None if grade.when is None else f"class:{id}"


def sure_to_be_possible(formulas: Formulas) -> Iterator[tuple[Any, ...]]:
    """When the possible classes are those of a case: surely, where all is known that the class
    looks at; where nothing is, and all are; most often, where there is a class by what is known."""
    symbols = formulas.symbols
    pack, possible = symbols.pack, symbols.possible
    settled = z3.Or(
        *[
            z3.And(here, *[one == (id == of) for id, one in possible.items()])
            for of, here in zip(possible, levels(formulas), strict=True)
        ]
    )
    asked = {f for rule in pack.rules if rule.key in class_rules(pack) for f in facts_in(rule.when)}
    yield settled, *[symbols.fact(id).known for id in sorted(asked)]
    unknown = [z3.Not(symbols.fact(id).known) for id in sorted(facts_of_class(pack))]
    yield *possible.values(), *unknown
    yield (settled,)
