"""Every abstract case, one by one, on every engine: rule by rule, over what that rule looks at.

Where a rule looks at another, that is true, false or unknown, whatever makes it so. So the cases
of a rule are few, and together they are all there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, combinations, product
from typing import NamedTuple

from kansrijk.engine.agree import EnginesDisagree, consequences, findings
from kansrijk.engine.ruleset import Engine, Known, Ruleset, compile_pack
from kansrijk.pack.condition import After, Answered, ClassIs, MayBe, OneOf, PhaseIs, Rule, Value
from kansrijk.pack.pack import Pack, PackRule, facts_in, leaves, norms_in
from kansrijk.workbench.abstract import AbstractValues, combinations_of, how_many, values_of
from kansrijk.workbench.proof.days import Span, spans

MOST = 50_000
"""More abstract cases of one rule than this are not tried, which is said."""


class Tried(NamedTuple):
    """How many abstract cases a rule has on a span of days, and whether the engines agree on all;
    None where there are too many."""

    key: str
    on: date
    cases: int
    agree: bool | None


def every_case(pack: Pack, engines: Sequence[Engine]) -> Iterator[Tried]:
    """Each rule on each span of days on which its norms are others."""
    found = [(span, AbstractValues(pack, span.norms)) for span in spans(pack)]
    for rule in pack.rules:
        norms, seen = sorted(set(norms_in(rule.when))), set[tuple[str, ...]]()
        for span, values in found:
            if span.same(norms) not in seen:
                seen.add(span.same(norms))
                yield _OfRule(pack, rule, span, values).tried(engines)


@dataclass(frozen=True)
class _OfRule:
    """A rule by the norms of a span of days."""

    pack: Pack
    rule: PackRule
    span: Span
    values: AbstractValues

    def tried(self, engines: Sequence[Engine]) -> Tried:
        inputs, around = self._inputs(), self._around()
        many = how_many(inputs) * len(around)
        if many > MOST:
            return Tried(self.rule.key, self.span.from_, many, None)
        try:
            for facts, (phase, held, possible) in product(combinations_of(inputs), around):
                known = Known(facts, self.span.norms, phase, held)
                self._run(engines, known, possible)
        except EnginesDisagree:
            return Tried(self.rule.key, self.span.from_, many, False)
        return Tried(self.rule.key, self.span.from_, many, True)

    def _run(self, engines: Sequence[Engine], known: Known, possible: tuple[str, ...]) -> None:
        if self.rule.stratum == "consequences":
            truths = {key: known.facts.get(_truth_of(key)) for key in self._rules()}
            told = {key: one if isinstance(one, bool) else None for key, one in truths.items()}
            consequences(engines, self._ruleset, known, told, possible)
        else:
            findings(engines, self._ruleset, known)

    def _inputs(self) -> dict[str, tuple[Value, ...]]:
        facts = dict.fromkeys(facts_in(self.rule.when))
        facts |= {leaf.fact: None for leaf in leaves(self.rule.when) if isinstance(leaf, Answered)}
        inputs = values_of(self.values, facts)
        return inputs | {_truth_of(key): (False, True) for key in self._rules()}

    def _rules(self) -> list[str]:
        """The rules that it looks at."""
        named = (leaf.key for leaf in leaves(self.rule.when) if isinstance(leaf, Rule))
        return list(dict.fromkeys(named))

    def _around(self) -> list[tuple[str | None, frozenset[str], tuple[str, ...]]]:
        """Phases, what is in force and possible classes, where the rule looks at them."""
        found = list(leaves(self.rule.when))
        phases: list[str | None] = [None]
        if any(isinstance(leaf, PhaseIs) for leaf in found):
            phases += self.pack.sections.phases
        names = sorted({name for leaf in found if isinstance(leaf, After) for name in leaf.names})
        held = [frozenset(some) for some in _subsets(names)]
        classes = tuple(self.pack.sections.classes.classes)
        asked = any(isinstance(leaf, ClassIs | MayBe) for leaf in found)
        possible = [some for some in _subsets(classes) if some] if asked else [classes]
        return list(product(phases, held, possible))

    @cached_property
    def _ruleset(self) -> Ruleset:
        """The rule, and those that it looks at, each as a fact that says its truth."""
        others = [
            PackRule(key, "findings", OneOf(_truth_of(key), (True,))) for key in self._rules()
        ]
        values: Mapping[str, tuple[Value, ...]] = {
            **compile_pack(self.pack).values,
            **{_truth_of(key): (False, True) for key in self._rules()},
        }
        name = f"{self.pack.hash} alone {self.rule.key}"
        return Ruleset(name, (*others, self.rule), values)


def _truth_of(key: str) -> str:
    return f"truth of {key}"


def _subsets(items: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(items, n) for n in range(len(items) + 1))
