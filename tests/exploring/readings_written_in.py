"""Random packs with other readings, and the pack that each reading would be, written out."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

from promises.strategies import Data, Writer

WORDS = [["a"], ["b", "c"], ["a", "b", "c", "d"]]
FIGURES = [0, 10, 24.5, 25, 50]
TERMS = [270, 290]


def pack_with_readings(rng: random.Random) -> Data:
    """The sections of a random pack, with other readings of its norms, criteria and classes."""
    may_fall = rng.random() < 0.3
    writer = Writer(rng, small=rng.random() < 0.5, may_fall=may_fall)
    sections = writer.sections()
    for id, norm in sections["norms"].items():
        for reading in norm.get("alternatives", ()):
            reading["id"] = "own"
        if rng.random() < 0.6:
            readings = [_other(rng, id, norm) for _ in range(rng.randint(1, 2))]
            norm["alternatives"] = [
                {"id": f"r{n}", "value": value, "label": f"reading {n}"}
                for n, value in enumerate(readings)
            ]
    criteria = sorted(sections["criteria"])
    for n, id in enumerate(criteria):
        # In the order in which they were written a rule looks only back.
        writer.criteria, writer.signals = criteria[:n], []
        if rng.random() < 0.4:
            when = writer.condition(2)
            sections["criteria"][id]["alternatives"] = [{"id": "r0", "label": "r", "when": when}]
    writer.criteria, writer.signals = criteria, sorted(sections["signals"])
    for grade in list(sections["classes"]["classes"].values())[:-1]:
        if rng.random() < 0.4:
            when = writer.condition(2, negated_rules=may_fall)
            grade["alternatives"] = [{"id": "r0", "label": "r", "when": when}]
    return sections


def _other(rng: random.Random, id: str, norm: Data) -> Any:
    """Another value of the same kind."""
    value = norm["value"] if "value" in norm else norm["values"][0]["value"]
    if id == "begin":
        return rng.choice([-6, -5])
    if id == "term":
        return rng.choice(TERMS)
    if id == "few":
        return rng.randint(1, 3)
    if isinstance(value, dict):
        return {column: rng.choice([10, 20, 25, 30]) for column in value if rng.random() < 0.9} or {
            next(iter(value)): 7
        }
    if isinstance(value, list):
        return rng.choice(WORDS)
    return rng.choice(FIGURES) if id in ("k0", "k1") else rng.randint(1, 9)


def written_in(sections: Data) -> Iterator[tuple[str, str, Data]]:
    """Each reading by its id, with the sections as they would be with it written in."""
    for id, norm in sections["norms"].items():
        for reading in norm.get("alternatives", ()):
            other = copy.deepcopy(sections)
            for place in other["norms"][id].get("values", [other["norms"][id]]):
                place["value"] = reading["value"]
            yield f"norm:{id}", reading["id"], other
    rules = [("criterion", ("criteria",)), ("class", ("classes", "classes"))]
    for kind, path in rules:
        for id, rule in _at(sections, path).items():
            for reading in rule.get("alternatives", ()):
                other = copy.deepcopy(sections)
                _at(other, path)[id]["when"] = reading["when"]
                yield f"{kind}:{id}", reading["id"], other


def _at(sections: Data, path: tuple[str, ...]) -> Data:
    for step in path:
        sections = sections[step]
    return sections
