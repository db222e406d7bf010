"""Where each part of a condition stands in the files of a pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kansrijk.pack.condition import All, AnyOf, Condition, Count, FirstKnown, Not
from kansrijk.pack.pack import Pack, PackRule
from kansrijk.pack.rules import written
from kansrijk.reading.validation import Path, value_at


def placed_parts(pack: Pack, rule: PackRule) -> Iterator[tuple[Condition, Path]]:
    """The leaves and counts of a rule with where each stands, in the order of the condition."""
    kind, _, id = rule.key.partition(":")
    if kind == "strength":
        yield rule.when, ("strengths", id, "fact")
    elif kind == "action":
        yield from _of_action(pack, rule.when, id)
    else:
        path = _when(pack)[rule.key]
        yield from _placed(rule.when, value_at(pack.files, path), path)


def _when(pack: Pack) -> Mapping[str, Path]:
    """Where the condition of each rule stands."""
    found = {rule.key: rule.path for rule in written(pack.sections)}
    found |= {
        rule.key: (*pack.path(rule.key), "when") for rule in (*pack.plausibility, *pack.offers)
    }
    return found | {rule.key: (*pack.path(rule.key), "ask_if") for rule in pack.ask_if}


def _of_action(pack: Pack, when: Condition, id: str) -> Iterator[tuple[Condition, Path]]:
    """What an action is for, and after, stands beside its condition."""
    action, path = pack.sections.actions[id], ("actions", id)
    items = list(when.items) if _composed(action) and isinstance(when, All) else [when]
    if action.after:
        yield items.pop(0), (*path, "after")
    if action.for_:
        asked_by = items.pop(0)
        listed = isinstance(value_at(pack.files, (*path, "for")), list)
        rules = asked_by.items if isinstance(asked_by, AnyOf) else (asked_by,)
        for n, item in enumerate(rules):
            yield item, (*path, "for", n) if listed else (*path, "for")
    for item in items:
        yield from _placed(item, action.when, (*path, "when"))


def _composed(action: Any) -> bool:
    """Whether an action is asked for by more than one of these together."""
    return sum(map(bool, (action.after, action.for_, action.when))) > 1


KEYWORDS: Mapping[type, str] = {All: "all", AnyOf: "any", FirstKnown: "first_known"}


def _placed(condition: Condition, data: Any, path: Path) -> Iterator[tuple[Condition, Path]]:
    ((key, asked),) = data.items()
    at = (*path, key)
    match condition:
        case Not(item):
            yield from _placed(item, asked, at)
        case Count(of=items):
            yield condition, at
            for n, item in enumerate(items):
                yield from _placed(item, asked["of"][n], (*at, "of", n))
        case All(items) | AnyOf(items) | FirstKnown(items) if key == KEYWORDS[type(condition)]:
            for n, item in enumerate(items):
                yield from _placed(item, asked[n], (*at, n))
        case All(items) | AnyOf(items):
            # Several comparisons of one fact, or several findings under one word.
            steps: Iterable[str | int] = asked if isinstance(asked, dict) else range(len(asked))
            yield from ((item, (*at, step)) for item, step in zip(items, steps, strict=True))
        case leaf:
            yield leaf, at
