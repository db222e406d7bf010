"""A checked pack: the sections, every condition parsed, the rules in an order that can be run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

from kansrijk.pack.condition import (
    All,
    AnyOf,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    Leaf,
    NormRef,
    Not,
    OneOf,
)
from kansrijk.pack.model import Sections
from kansrijk.reading import Document, Place
from kansrijk.reading.validation import Path

Stratum = Literal["findings", "classes", "consequences"]


class Placing(Protocol):
    @property
    def value(self) -> Mapping[str, Any]: ...

    @property
    def names(self) -> tuple[str, ...]: ...

    def within(self, path: Path) -> tuple[Document, Path] | None: ...

    def place(self, path: Path, *, key: bool = False) -> Place: ...

    def place_within(self, path: Path) -> Place: ...


class PackRule(NamedTuple):
    """A rule by its key, such as `criterion:overgewicht`, with its condition."""

    key: str
    stratum: Stratum
    when: Condition

    @property
    def id(self) -> str:
        """The name in its section, without what kind of rule it is."""
        return self.key.partition(":")[2]


class RuleReading(NamedTuple):
    """Another reading of a rule: all rules in order, with its condition for that of the rule."""

    key: str
    id: str
    label: Mapping[str, str]
    rules: tuple[PackRule, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pack:
    """A pack that passed its check. Two packs of the same content are equal.

    `rules` are in strata order, each after those it looks at; within that, as in the files.
    `plausibility` asks of facts alone, and is kept apart: it warns, and decides nothing. So is
    `ask_if`: when a fact is asked at all; and `offers`: whom an offer is for.
    """

    sections: Sections
    rules: tuple[PackRule, ...]
    hash: str
    files: Placing
    readings: tuple[RuleReading, ...] = ()
    plausibility: tuple[PackRule, ...] = ()
    ask_if: tuple[PackRule, ...] = ()
    offers: tuple[PackRule, ...] = ()

    @property
    def own_hash(self) -> str:
        """The hash of the pack as it was read, whatever was decided or left out since."""
        return self.hash.partition(" ")[0]

    def __hash__(self) -> int:
        return hash(self.hash)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pack) and other.hash == self.hash

    def __repr__(self) -> str:
        return f"<Pack {self.id} {self.version}>"

    @property
    def id(self) -> str:
        return self.sections.pack.id

    @property
    def version(self) -> str:
        return self.sections.pack.version

    @property
    def languages(self) -> tuple[str, ...]:
        return self.sections.pack.languages

    def text(self, text: Mapping[str, str], lang: str) -> str:
        """A text in a language; where the pack lacks it, in the pack's main language."""
        return text.get(lang) or text.get(self.languages[0]) or next(iter(text.values()))

    def place(self, key: str) -> Place:
        """Where a part stands, by its key, the file named as from the folder of the pack."""
        return self.files.place_within(self.path(key))

    def path(self, key: str) -> Path:
        """The way to a part by its key: a rule, `norm:id`, `fact:id` or `interval:phase`."""
        kind, _, id = key.partition(":")
        match kind:
            case "intake":
                ids = [reason.id for reason in self.sections.classes.intake]
                return ("classes", "intake", ids.index(id))
            case "class":
                return ("classes", "classes", id)
            case "interval":
                return ("phases", id, "visits")
        return (SECTION_OF[kind], id)


SECTION_OF = {
    "criterion": "criteria",
    "signal": "signals",
    "strength": "strengths",
    "phase": "phases",
    "action": "actions",
    "offer": "offers",
    "plausibility": "plausibility",
    "fact": "facts",
    "norm": "norms",
}
"""The section in which a part stands, by the kind in its key."""


def leaves(condition: Condition) -> Iterator[Leaf]:
    """The leaves of a condition from left to right."""
    match condition:
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            for item in items:
                yield from leaves(item)
        case Not(item):
            yield from leaves(item)
        case leaf:
            yield leaf


def norms_in(condition: Condition) -> Iterator[str]:
    """The norms that a condition names itself, from left to right."""
    for leaf in leaves(condition):
        bound = getattr(leaf, "bound", None) or getattr(leaf, "values", None)
        if isinstance(bound, NormRef):
            yield bound.norm
    for part in parts(condition):
        if isinstance(part, Count):
            for number in (part.at_least, part.domains):
                if isinstance(number, NormRef):
                    yield number.norm


def parts(condition: Condition) -> Iterator[Condition]:
    """A condition and every condition within it, from the outside in."""
    yield condition
    match condition:
        case All(items) | AnyOf(items) | FirstKnown(items) | Count(of=items):
            for item in items:
                yield from parts(item)
        case Not(item):
            yield from parts(item)


def facts_in(condition: Condition) -> Iterator[str]:
    """The facts that a condition is about, bounds included."""
    for leaf in leaves(condition):
        if isinstance(leaf, OneOf | Compare):
            yield leaf.fact
        bound = getattr(leaf, "bound", None)
        if isinstance(bound, FactRef):
            yield bound.fact
        elif isinstance(bound, NormRef) and bound.by:
            yield bound.by
