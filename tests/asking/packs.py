"""Random packs small enough to weigh every order of questions by brute force."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

from kansrijk.pack.load import parse_pack, sections_of
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document

Data = dict[str, Any]
WORDS = ("a", "b", "c")
BASED = {"basis": "policy", "source": "s"}
PACK = {
    "id": "random",
    "version": "1.0.0",
    "title": "random",
    "owner": "nobody",
    "languages": ["en"],
    "in_force": {"from": "2000-01-01"},
    "review": "2100-01-01",
    "domains": {"p": "p", "q": "q"},
}


def load(sections: Data) -> Pack:
    return parse_pack(sections_of(Document.of(sections, "pack.yaml")))


class Writer:
    """Writes one random pack of so many facts: every operator, shared facts, measures, gaps."""

    def __init__(self, rng: random.Random, facts: int) -> None:
        self.rng = rng
        self.facts = {f"f{n}": self._fact(f"f{n}") for n in range(facts)}
        if rng.random() < 0.2:
            self.facts |= self._sum()
        self.criteria: Data = {}

    def sections(self) -> Data:
        rng = self.rng
        for n in range(rng.randint(1, 4)):
            when = self.condition(2)
            domain = rng.choice("pq")
            self.criteria[f"c{n}"] = {"label": f"c{n}", "domain": domain, "when": when, **BASED}
        signal = {"label": "s", "when": self.condition(1), "urgency": "now", "route": "call"}
        classes: Data = {
            f"k{n}": {"label": f"k{n}", "when": self._grade(), "may_fall": True, **BASED}
            for n in range(rng.randint(1, 3))
        }
        classes["low"] = {"label": "low", **BASED}
        return {
            "pack": PACK,
            "sources": {"s": {"title": "t", "publisher": "p", "year": 2020}},
            "facts": self.facts,
            "norms": self._norms(),
            "criteria": {id: {**c, "no_action": "x"} for id, c in self.criteria.items()},
            "signals": {"s0": {**signal, "no_action": "x", **BASED}} if rng.random() < 0.5 else {},
            "classes": {"classes": classes},
            "roles": {"r": {"label": "r", "domain": "social", "does": "x"}},
        }

    def case(self) -> Data:
        """What is known at the start: mostly nothing, some answers, some declined."""
        said: Data = {}
        for id, fact in self.facts.items():
            chance = self.rng.random()
            if id.startswith("part"):
                continue
            if chance < 0.1 and "derive" not in fact:
                said[id] = "declined"
            elif chance < 0.2:
                said[id] = self.rng.choice(values_of(fact))
        return said

    def _fact(self, id: str) -> Data:
        rng = self.rng
        base = {"label": id, "question": "?", "asked_by": ["r"], "cost": rng.randint(1, 5)}
        kind = rng.choice(["boolean", "boolean", "choice", "integer"])
        match kind:
            case "choice":
                base["values"] = {word: word for word in WORDS}
            case "integer":
                base |= {"unit": "x", "range": [0, rng.choice([3, 5])]}
        if rng.random() < 0.7:
            base["prevalence"] = {"source": "s", **self._prevalence(kind, base)}
        return {"type": kind, **base}

    def _prevalence(self, kind: str, base: Data) -> Data:
        if kind == "integer":
            inner = self.rng.sample(range(1, base["range"][1]), 2)
            shares = self._shares(3)
            borders: list[Data] = [{"below": end} for end in sorted(inner)]
            bands = zip([*borders, {}], shares, strict=True)
            return {"bands": [{**border, "share": share} for border, share in bands]}
        words = ("yes", "no") if kind == "boolean" else WORDS
        return {"shares": dict(zip(words, self._shares(len(words)), strict=True))}

    def _shares(self, n: int) -> list[float]:
        """Shares that make one; now and then an answer that nobody gives."""
        cuts = sorted(self.rng.choice([0, 100, *range(100)]) for _ in range(n - 1))
        ends = [0, *cuts, 100]
        return [(high - low) / 100 for low, high in pairwise(ends)]

    def _sum(self) -> Data:
        """A measure of two parts that nothing else looks at."""
        base = {"type": "integer", "unit": "x", "asked_by": ["r"]}
        parts = {
            id: {**base, "label": id, "question": "?", "cost": self.rng.randint(1, 2)}
            | {"range": [0, high]}
            for id, high in (("part0", 1), ("part1", 2))
        }
        total = {**base, "label": "total", "question": "?", "cost": 1, "range": [0, 3]}
        return parts | {"total": total | {"derive": {"sum": {"of": list(parts)}}}}

    def _norms(self) -> Data:
        norm = {"unit": "x", **BASED}
        columns = self.rng.sample(WORDS, 2)
        gap = [{"from": "2020-01-01", "until": "2021-01-01", "value": 1}]
        found: Data = {
            "two": {**norm, "value": 2},
            "gone": {**norm, "values": gap},
            "words": {**norm, "value": self.rng.sample(WORDS, 2)},
        }
        for id, fact in self.facts.items():
            if fact["type"] == "choice":
                table = {column: self.rng.randint(0, 3) for column in columns}
                found[f"by_{id}"] = {**norm, "by": id, "value": table}
        return {id: {**norm, "label": id} for id, norm in found.items()}

    # Conditions.

    def condition(self, depth: int) -> Data:
        rng = self.rng
        if depth == 0 or rng.random() < 0.2:
            return self._leaf()
        op = rng.choice(["all", "any", "any", "not", "first_known", "first_known", "count"])
        if op == "not":
            return {"not": self.condition(depth - 1)}
        items = [self.condition(depth - 1) for _ in range(rng.randint(1, 3))]
        return {"count": self._count(items)} if op == "count" else {op: items}

    def _count(self, items: list[Data]) -> Data:
        norm = {"norm": self.rng.choice(["two", "two", "gone"])}
        number = self.rng.randint(1, len(items))
        return {"at_least": norm if self.rng.random() < 0.1 else number, "of": items}

    def _grade(self) -> Data:
        rng, ids = self.rng, list(self.criteria)
        some = [{"criterion": id} for id in rng.sample(ids, rng.randint(1, len(ids)))]
        match rng.choice(["count", "count", "spread", "any", "all", "other"]):
            case "count":
                return {"count": self._count(some)}
            case "spread":
                spread = {"domains": rng.randint(1, 2)}
                return {"count": self._count([*some, {"criterion": ids[0]}]) | spread}
            case "other":
                return {rng.choice(["all", "any", "first_known"]): [*some, self.condition(1)]}
            case op:
                return {op: some}

    def _leaf(self) -> Data:
        rng = self.rng
        id = rng.choice([id for id in self.facts if not id.startswith("part")])
        if rng.random() < 0.12:
            return {"answered": id}
        match self.facts[id]["type"]:
            case "boolean":
                return {id: rng.choice([True, True, False])}
            case "choice":
                norm = {"norm": "words"}
                return {id: rng.choice([rng.choice(WORDS), rng.sample(WORDS, 2), norm])}
        bounds: list[Any] = [rng.randint(0, 3), rng.randint(0, 3), {"norm": "two"}]
        bounds += [{"norm": "gone"}] if rng.random() < 0.2 else []
        for other, fact in self.facts.items():
            if fact["type"] == "choice":
                bounds.append({"norm": f"by_{other}", "by": other})
        compared = {rng.choice(["at_least", "at_most", "above", "below"]): rng.choice(bounds)}
        return {id: rng.choice([compared, compared, compared, [0, 2]])}


def values_of(fact: Data) -> list[Any]:
    """Every answer there is to a fact."""
    match fact["type"]:
        case "boolean":
            return [True, False]
        case "choice":
            return list(fact["values"])
    low, high = fact["range"]
    return list(range(low, high + 1))
