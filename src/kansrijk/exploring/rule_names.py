"""The names of what can be explained, and which are nearest to what somebody asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import takewhile

from kansrijk.pack.pack import Pack
from kansrijk.pack.parse import CLASS
from kansrijk.reading import InputError, Place, problem, quoted

NEAR, TYPED, SAME = 0.75, 0.8, 0.9
"""How much a word is like another to be meant by it, to be it mistyped, and to be that alone."""
MOST_SHOWN = 5
LONGEST = 100
"""Comparing is quadratic in the length of a word, and nobody mistypes a name this long."""
STEM = 4
"""A word of so many letters may be mistyped, or be the beginning of another."""


def explainable(pack: Pack) -> Mapping[str, str]:
    """What can be explained: every key, and each id where it stands for one; to its key."""
    keys = [(id, f"{kind}:{id}") for kind, labels in _labels(pack) for id in labels]
    found: dict[str, str] = {}
    for id, key in keys:
        found.setdefault(id, key)
    return found | {key: key for _, key in keys}


def short_name(pack: Pack, key: str) -> str:
    """The id of a rule where that is enough to ask for it, else its key."""
    id = key.partition(":")[2]
    return id if explainable(pack)[id] == key else key


def key_of(pack: Pack, rule: str) -> str:
    """The key of a rule by its id or key; raises InputError where there is none."""
    keys = explainable(pack)
    if rule not in keys:
        names = ", ".join(f"`{name}`" for name in nearest_rules(pack, rule))
        near, place = f"did you mean {names}? " if names else "", Place("RULE", None, None)
        raise InputError([problem("unknown_rule", place, name=quoted(rule), near=near)])
    return keys[rule]


def keys_of(pack: Pack, rule: str, possible: tuple[str, ...]) -> tuple[str, ...]:
    """The key of a rule as `key_of`; of `class` those of each class that is still possible."""
    if rule == CLASS and rule not in explainable(pack):
        return tuple(f"class:{id}" for id in possible)
    return (key_of(pack, rule),)


def nearest_rules(pack: Pack, asked: str) -> list[str]:
    """The few rules whose ids, or labels in any language of the pack, are most like a name."""
    id = asked.rpartition(":")[2]
    words = _words([id])
    if len(asked) > LONGEST or not words:
        return []
    alike: dict[str, float] = {}
    for kind, labels in _labels(pack):
        for own, label in labels.items():
            name = short_name(pack, f"{kind}:{own}")
            by_id = SequenceMatcher(None, id.casefold(), own.casefold()).ratio()
            alike[name] = max(by_id, _likeness(words, _words([own, *label.values()])))
            if by_id >= SAME:
                # Mistyped: before all that merely shares its words.
                alike[name] = 1 + by_id
    best = sorted((name for name in alike if alike[name] >= NEAR), key=lambda n: -alike[n])
    mistyped = [name for name in best if alike[name] > 1]
    return (mistyped or best)[:MOST_SHOWN]


def _likeness(asked: list[str], words: list[str]) -> float:
    """How much each word of a name is like some word of a rule, on average."""
    return sum(max(_alike(one, word) for word in words) for one in asked) / len(asked)


def _alike(one: str, word: str) -> float:
    if len(one) < STEM:
        return float(one == word)
    stem = len([*takewhile(lambda pair: pair[0] == pair[1], zip(one, word, strict=False))])
    mistyped = SequenceMatcher(None, one, word).ratio()
    return max(stem / len(one) if stem >= STEM else 0.0, mistyped if mistyped >= TYPED else 0.0)


def _words(texts: Iterable[str]) -> list[str]:
    found = (word for text in texts for word in re.split(r"[\W_]+", text.casefold()))
    return list(dict.fromkeys(word for word in found if word))


def _labels(pack: Pack) -> Iterator[tuple[str, Mapping[str, Mapping[str, str]]]]:
    """The labels of what can be explained, by kind and id; of a phase its visits as well."""
    parts = pack.sections
    sections: Mapping[str, Mapping[str, object]] = {
        "criterion": parts.criteria,
        "signal": parts.signals,
        "strength": parts.strengths,
        "class": parts.classes.classes,
        "phase": parts.phases,
        "action": parts.actions,
        "intake": {reason.id: reason for reason in parts.classes.intake},
        "interval": parts.phases,
    }
    for kind, section in sections.items():
        yield kind, {id: getattr(model, "label", {}) for id, model in section.items()}
