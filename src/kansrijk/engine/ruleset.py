"""A checked pack as an engine takes it: rules in strata, and what is known of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from kansrijk.case.circumstances import names_of
from kansrijk.case.facts import Facts
from kansrijk.pack.condition import Bound, FactRef, NormRef, Value
from kansrijk.pack.pack import Pack, PackRule, Stratum

NormValue = Value | tuple[Value, ...] | Mapping[Value, Value]
Truths = Mapping[str, bool | None]
"""The truth of each rule by its key; None is unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class Ruleset:
    """Rules in an order in which each looks only at those before it.

    `hash` is that of the pack; two rulesets with one hash are the same.
    `values` gives, for each fact with a closed list of values, that list.
    """

    hash: str
    rules: tuple[PackRule, ...]
    values: Mapping[str, tuple[Value, ...]]

    def __hash__(self) -> int:
        return hash(self.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ruleset) and other.hash == self.hash


class Known(NamedTuple):
    """What is known on the day. A fact or norm that is absent is unknown."""

    facts: Mapping[str, Value]
    norms: Mapping[str, NormValue]
    phase: str | None = None
    circumstances: frozenset[str] = frozenset()


class Engine(Protocol):
    @property
    def name(self) -> str: ...

    def findings(self, ruleset: Ruleset, known: Known) -> Truths:
        """The truths of the strata `findings` and `classes`."""
        ...

    def consequences(
        self, ruleset: Ruleset, known: Known, truths: Truths, possible: tuple[str, ...]
    ) -> Truths:
        """The truths of the stratum `consequences`, given those before and the possible classes."""
        ...


@lru_cache(maxsize=64)
def compile_pack(pack: Pack) -> Ruleset:
    """The rules of a checked pack as an engine takes them."""
    values: dict[str, tuple[Value, ...]] = {}
    for id, fact in pack.sections.facts.items():
        if fact.type == "boolean":
            values[id] = (False, True)
        elif fact.values is not None:
            values[id] = tuple(fact.values)
    return Ruleset(pack.hash, pack.rules, values)


def known_of(facts: Facts) -> Known:
    """The facts of a case as an engine takes them."""
    norms = {id: norm.value for id, norm in facts.norms.items()}
    time = facts.timeline
    return Known(facts.values, norms, time.phase_on(facts.on), names_of(time.circumstances))


Read = Callable[[Known], Any]


def bound_of(bound: Bound) -> Read:
    """Reads the number that a bound stands for on the day; None where it is unknown."""
    match bound:
        case NormRef(norm, None):
            return lambda known: known.norms.get(norm)
        case NormRef(norm, by):
            return lambda known: _cell(known.norms.get(norm), known.facts.get(str(by)))
        case FactRef(fact):
            return lambda known: known.facts.get(fact)
    return lambda known: bound


def _cell(table: Any, column: Any) -> Any:
    return None if table is None else table.get(column)


def words_of(values: tuple[Value, ...] | NormRef) -> Read:
    """Reads the words to be one of; None where the norm that lists them is unknown on the day."""
    if not isinstance(values, NormRef):
        return lambda known: values
    norm = values.norm
    return lambda known: _listed(known.norms.get(norm))


def _listed(words: Any) -> Any:
    return (words,) if isinstance(words, str) else words


__all__ = [
    "Engine",
    "Known",
    "PackRule",
    "Ruleset",
    "Stratum",
    "Truths",
    "bound_of",
    "compile_pack",
    "known_of",
    "words_of",
]
