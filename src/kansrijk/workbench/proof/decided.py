"""A criterion decided otherwise, the others being as they are: which class there is then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Any

import z3

from kansrijk.engine.reference import Test, View, test_of
from kansrijk.pack.condition import FirstKnown, Not
from kansrijk.pack.pack import Pack, PackRule, parts
from kansrijk.screening.questions import with_those_before
from kansrijk.workbench.proof.formulas import Formulas
from kansrijk.workbench.proof.levels import level_in, levels
from kansrijk.workbench.proof.symbols import any_of

CRITERION = "criterion:"


@dataclass(frozen=True)
class Decided:
    """The criterion by its key, and the keys of all rules that the class hangs on."""

    pack: Pack
    key: str
    keys: frozenset[str]

    @cached_property
    def _looking(self) -> list[PackRule]:
        """The classes, and signals that they count, that look at it."""
        return [
            rule
            for rule in self.pack.rules
            if rule.key in self.keys
            and not rule.key.startswith(CRITERION)
            and self.key in with_those_before(self.pack, [rule.key])
        ]

    @property
    def only_raises(self) -> bool:
        """Nothing that looks at it can become false by it: proved by its form."""
        asked = (part for rule in self._looking for part in parts(rule.when))
        return not any(isinstance(part, Not | FirstKnown) for part in asked)

    @property
    def may_lower(self) -> bool:
        """Whether the pack says itself, at a class, that more risk may give a lower one."""
        grades = self.pack.sections.classes.classes
        classes = (rule.key.partition(":") for rule in self._looking)
        return any(kind == "class" and grades[id].may_fall for kind, _, id in classes)

    def other_class(self, formulas: Formulas) -> Any:
        """When it makes a difference to the class."""
        pairs = zip(*self._levels(formulas), strict=True)
        return any_of([z3.Xor(true, false) for true, false in pairs], formulas.ctx)

    def sees_another(self, view: View) -> bool:
        return self._class_of(view, True) != self._class_of(view, False)

    def lower_class(self, formulas: Formulas) -> Any:
        """When the class is lower with it than without it."""
        true, false = self._levels(formulas)
        pairs = combinations(range(len(true)), 2)
        return any_of([z3.And(false[high], true[low]) for high, low in pairs], formulas.ctx)

    def sees_a_lower(self, view: View) -> bool:
        true, false = self._class_of(view, True), self._class_of(view, False)
        return true is not None and false is not None and false < true

    def _levels(self, formulas: Formulas) -> tuple[list[Any], list[Any]]:
        """When each is the class, with the criterion true and with it false."""
        same = {key for key in self.keys if key.startswith(CRITERION)} - {self.key}
        true, false = (formulas.with_truth(self.key, truth, same) for truth in (True, False))
        return levels(true), levels(false)

    def _class_of(self, view: View, truth: bool) -> int | None:
        truths = {**view.truths, self.key: truth}
        decided = view._replace(truths=truths)
        for rule in self._looking:
            truths[rule.key] = _tests(self.pack)[rule.key](decided)
        return level_in(self.pack, truths)


@lru_cache(maxsize=4)
def _tests(pack: Pack) -> Mapping[str, Test]:
    """Of each rule that comes before the possible classes."""
    return {rule.key: test_of(rule.when) for rule in pack.rules if rule.stratum != "consequences"}
