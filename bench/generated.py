"""Packs made at random to measure on: small ones of every operator, and a large one."""

from __future__ import annotations

from random import Random
from typing import Any

from kansrijk.pack.load import parse_pack, sections_of
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document

Data = dict[str, Any]
WORDS = "abcd"
BASED = {"basis": "policy", "source": "s"}
FEWEST = 4


def small_pack(rng: Random, most: int) -> Pack:
    """A pack of up to so many facts, with criteria that may share them and a few classes."""
    facts = {f"f{i}": _fact(rng, f"f{i}") for i in range(rng.randint(FEWEST, most))}
    pools = _pools(rng, list(facts), rng.randint(2, 6), shared=rng.random() < 0.5)
    criteria = {
        f"c{j}": _condition(rng, facts, pool, rng.randint(1, 2)) for j, pool in enumerate(pools)
    }
    return _pack(facts, criteria, _classes(rng, list(criteria)))


def large_pack(rng: Random, criteria: int, facts: int) -> Pack:
    """A pack of so many criteria, each of a few of so many facts; the class counts them."""
    return _parsed(large_sections(rng, criteria, facts))


def large_sections(rng: Random, criteria: int, facts: int) -> Data:
    """The same as plain data."""
    vocabulary = {f"f{i}": _fact(rng, f"f{i}") for i in range(facts)}
    pools = _pools(rng, list(vocabulary), criteria, shared=True)
    conditions = {f"c{j}": _condition(rng, vocabulary, pool, 1) for j, pool in enumerate(pools)}
    every = [{"criterion": id} for id in conditions]
    return _sections(vocabulary, conditions, [_count(criteria // 10, every), _count(2, every)])


def counting_pack(rng: Random, criteria: int, facts: int) -> Pack:
    """A pack of so many criteria over so many facts in two domains, with classes at 5 and 3 of them
    that lie in both."""
    vocabulary = {f"f{i}": _fact(rng, f"f{i}") for i in range(facts)}
    pools = _pools(rng, list(vocabulary), criteria, shared=True)
    conditions = {f"c{j}": _condition(rng, vocabulary, pool, 1) for j, pool in enumerate(pools)}
    every = [{"criterion": id} for id in conditions]
    counts = [{"count": {"at_least": n, "domains": 2, "of": every}} for n in (5, 3)]
    return _pack(vocabulary, conditions, counts, domains=("d", "e"))


def _fact(rng: Random, id: str) -> Data:
    base: Data = {"label": id, "question": "?", "asked_by": ["r"], "cost": rng.randint(1, 5)}
    kind = rng.choice(["boolean", "boolean", "choice", "integer"])
    said = rng.random() < 0.8
    if kind == "integer":
        return {"type": kind, "unit": "x", "range": [0, 20], **base}
    if kind == "choice":
        base["values"] = {word: word for word in WORDS}
    if said:
        words = ("yes", "no") if kind == "boolean" else tuple(WORDS)
        weights = [rng.randint(1, 20) for _ in words]
        shares = [weight * 1000 // sum(weights) for weight in weights]
        shares[-1] += 1000 - sum(shares)
        thousandths = zip(words, shares, strict=True)
        base["prevalence"] = {"source": "s", "shares": {w: n / 1000 for w, n in thousandths}}
    return {"type": kind, **base}


def _pools(rng: Random, ids: list[str], n: int, *, shared: bool) -> list[list[str]]:
    """The facts dealt over so many criteria, some to more than one."""
    dealt = rng.sample(ids, len(ids))
    pools = [dealt[j::n] or [rng.choice(ids)] for j in range(n)]
    extra = 2 if shared else 0
    return [list(dict.fromkeys(p + rng.sample(ids, rng.randint(0, extra)))) for p in pools]


def _leaf(rng: Random, facts: Data, id: str) -> Data:
    match facts[id]["type"]:
        case "boolean":
            return {id: rng.random() < 0.85}
        case "choice":
            return {id: rng.sample(WORDS, rng.randint(1, 2))}
    return {id: {rng.choice(["at_least", "below"]): rng.randint(1, 19)}}


def _condition(rng: Random, facts: Data, pool: list[str], depth: int) -> Data:
    if depth == 0 or len(pool) == 1:
        return _leaf(rng, facts, rng.choice(pool))
    k = rng.randint(2, min(4, len(pool)))
    mixed = rng.sample(pool, len(pool))
    parts = [pool] * k if rng.random() < 0.3 else [mixed[j::k] for j in range(k)]
    items = [_condition(rng, facts, part, depth - 1 if rng.random() < 0.5 else 0) for part in parts]
    match rng.choice(["all", "any", "any", "count", "first_known", "not"]):
        case "count":
            return _count(rng.randint(1, len(items)), items)
        case "not":
            return {"not": {"all": items}}
        case op:
            return {op: items}


def _count(at_least: int, items: list[Data]) -> Data:
    return {"count": {"at_least": at_least, "of": items}}


def _classes(rng: Random, criteria: list[str]) -> list[Data]:
    """Counts of the criteria, as most programmes grade, or combinations of some of them."""
    every = [{"criterion": id} for id in criteria]
    if rng.random() < 0.6:
        numbers = rng.sample(range(1, len(every) + 1), rng.randint(1, 2))
        return [_count(number, every) for number in sorted(numbers, reverse=True)]
    return [
        {rng.choice(["all", "any"]): rng.sample(every, rng.randint(2, len(every)))}
        for _ in range(rng.randint(1, 2))
    ]


def _pack(
    facts: Data, criteria: Data, grades: list[Data], domains: tuple[str, ...] = ("d",)
) -> Pack:
    return _parsed(_sections(facts, criteria, grades, domains))


def _parsed(sections: Data) -> Pack:
    return parse_pack(sections_of(Document.of(sections, "pack.yaml")))


def _sections(
    facts: Data, criteria: Data, grades: list[Data], domains: tuple[str, ...] = ("d",)
) -> Data:
    classes: Data = {
        f"k{i}": {"label": f"k{i}", "when": when, "may_fall": True, **BASED}
        for i, when in enumerate(grades)
    }
    return {
        "pack": {
            "id": "generated",
            "version": "1.0.0",
            "title": "t",
            "owner": "o",
            "languages": ["nl"],
            "in_force": {"from": "2000-01-01"},
            "review": "2100-01-01",
            "domains": {domain: domain for domain in domains},
        },
        "sources": {"s": {"title": "t", "publisher": "p", "year": 2020}},
        "facts": facts,
        "criteria": {
            id: {
                "label": id,
                "domain": domains[n % len(domains)],
                "when": when,
                "no_action": "x",
                **BASED,
            }
            for n, (id, when) in enumerate(criteria.items())
        },
        "classes": {"classes": {**classes, "low": {"label": "low", **BASED}}},
        "roles": {"r": {"label": "r", "domain": "social", "does": "x"}},
    }
