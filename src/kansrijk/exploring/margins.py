"""How far the figures that decide a criterion lie from their bounds, and what could turn it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any, Literal, NamedTuple

from kansrijk.case.facts import Facts, with_answer
from kansrijk.engine.reference import ReferenceEngine, Truth
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.exploring.level import level_of
from kansrijk.pack.condition import Number
from kansrijk.pack.pack import Pack, PackRule
from kansrijk.screening.answers import Answering
from kansrijk.screening.because import Because, Leaf, decided_by
from kansrijk.screening.screen import Screening
from kansrijk.screening.warnings import Warning

COMPARATORS = ("at_least", "at_most", "above", "below")
WIDEST_TRIED = 50
"""So many whole numbers are all tried; of a wider span those beside a figure, and its ends."""

REFERENCE = ReferenceEngine()
Side = Literal["below", "at", "above"]


class Margin(NamedTuple):
    """How far a fact that decides a criterion lies from its bound, and on which side.

    `measured` are the facts with a measuring error that it rests on. `could_turn`: within
    those errors the criterion could have another truth; `turns_class`: and the class with it.
    `line` is the norm or the fact that the bound comes from; None where it is a plain number.
    """

    criterion: str
    fact: str
    distance: Number
    side: Side
    unit: str
    could_turn: bool
    turns_class: bool
    measured: tuple[str, ...]
    line: str | None = None


def margins(pack: Pack, facts: Facts, screening: Screening) -> tuple[Margin, ...]:
    """The margins of every criterion that is true or false, in the order of its condition."""
    level = screening.classification.level
    answering = Answering(pack, _early(pack), facts)
    # What was decided, a measuring error does not turn.
    decided = {decision.key for decision in screening.overrides}
    why = {key: tree for key, tree in screening.why.items() if key not in decided}
    found = {
        finding.id: [
            _margin(finding.id, leaf, finding.truth, level, answering)
            for leaf in _that_count(tuple(_deciding(finding.because, why)))
        ]
        for finding in screening.criteria
        if finding.truth is not None and not finding.override
    }
    return tuple(dict.fromkeys(margin for of_one in found.values() for margin in of_one))


def margin_warnings(found: Iterable[Margin], facts: Facts) -> tuple[Warning, ...]:
    """A warning for each that a measuring error could turn; none after a loss or a refusal."""
    if facts.timeline.ended_by:
        return ()
    warned = (
        Warning(
            "margin_could_turn",
            f"criterion:{margin.criterion}",
            (("measured", margin.measured), ("turns_class", margin.turns_class)),
        )
        for margin in found
        if margin.could_turn
    )
    return tuple(dict.fromkeys(warned))


def _early(pack: Pack) -> tuple[PackRule, ...]:
    return tuple(rule for rule in pack.rules if rule.stratum != "consequences")


def _that_count(found: Sequence[tuple[Leaf, bool]]) -> Iterator[Leaf]:
    """Of the lines that one fact is held against, those that can tell; all where none does."""
    can_tell = {leaf.of[0] for leaf, alone in found if alone}
    for leaf, alone in found:
        if alone or leaf.of[0] not in can_tell:
            yield leaf


def _deciding(
    tree: Because, why: Mapping[str, Because], alone: bool = True
) -> Iterator[tuple[Leaf, bool]]:
    """The comparisons that give a rule its truth, those of a rule that it asks included.

    Each with whether it is `alone`: with none beside it that gives the same truth anyhow, as
    her age does where a line is for those who are older.
    """
    if tree.truth is None:
        return
    if not isinstance(tree, Leaf):
        items = decided_by(tree)
        one_will_do = (tree.op, tree.truth) in (("all", False), ("any", True))
        alone = alone and not (one_will_do and len(items) > 1)
        for item in items:
            yield from _deciding(item, why, alone)
    elif tree.kind in ("criterion", "signal"):
        of = why.get(f"{tree.kind}:{tree.of[0]}")
        yield from _deciding(of, why, alone) if of else ()
    elif tree.test is not None and tree.test[0] in COMPARATORS:
        yield tree, alone


def _margin(
    criterion: str, leaf: Leaf, truth: Truth, level: str | None, answering: Answering
) -> Margin:
    pack, facts, fact = answering.pack, answering.start, leaf.of[0]
    value = _number(facts, fact)
    bound = leaf.test[1] if leaf.test else value
    measured = tuple(dict.fromkeys(_measured(pack, facts, fact)))
    could_turn = turns_class = False
    for other in _otherwise(fact, measured, answering):
        moved = with_answer(pack, facts, fact, other)
        found = REFERENCE.findings(compile_pack(pack), known_of(moved))
        if found[f"criterion:{criterion}"] is not truth:
            could_turn = True
            turns_class = turns_class or level_of(pack, moved) != level
    distance = abs(Fraction(value) - Fraction(bound))
    side: Side = "at" if value == bound else "below" if value < bound else "above"
    unit = pack.sections.facts[fact].unit or ""
    line = leaf.norm.id if leaf.norm else None
    return Margin(criterion, fact, distance, side, unit, could_turn, turns_class, measured, line)


def _measured(pack: Pack, facts: Facts, fact: str) -> Iterator[str]:
    """The facts with a measuring error that a number rests on: itself, or what it came from."""
    derivation = facts.derived.get(fact)
    if derivation is None:
        if pack.sections.facts[fact].error:
            yield fact
    else:
        numbers = (id for id in derivation.facts if pack.sections.facts[id].numeric)
        for input in numbers:
            yield from _measured(pack, facts, input)


def _otherwise(fact: str, measured: tuple[str, ...], answering: Answering) -> Iterable[Number]:
    """What the fact may really be, within the errors: a value on each side of every figure."""
    if not measured:
        return ()
    low, high = _span(fact, measured, answering.pack, answering.start)
    if answering.pack.sections.facts[fact].type == "integer" and high - low <= WIDEST_TRIED:
        return range(int(low), int(high) + 1)
    return answering.between(fact, low, high)


def _span(fact: str, measured: tuple[str, ...], pack: Pack, facts: Facts) -> tuple[Number, Number]:
    """The lowest and highest that a fact may be: each input at the end that makes it so.

    Every derivation rises or falls with each of its numbers, whatever the others are.
    """
    low, high = facts, facts
    for input in measured:
        ends = _ends(input, pack, facts)
        at = sorted(ends, key=lambda end: _number(with_answer(pack, facts, input, end), fact))
        low, high = with_answer(pack, low, input, at[0]), with_answer(pack, high, input, at[1])
    return _number(low, fact), _number(high, fact)


def _ends(id: str, pack: Pack, facts: Facts) -> tuple[Number, Number]:
    """A given number less and more its measuring error, within its range."""
    fact, value = pack.sections.facts[id], _number(facts, id)
    error, (lowest, highest) = fact.error or 0, fact.range or (value, value)
    low, high = max(lowest, value - error), min(highest, value + error)
    return (ceil(low), floor(high)) if fact.type == "integer" else (low, high)


def _number(facts: Facts, id: str) -> Any:
    return facts.values[id]
