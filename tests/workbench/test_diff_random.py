"""What can be another by two packs is what trying every abstract case gives."""

from __future__ import annotations

import copy
import random
from collections import Counter
from typing import Any

import pytest
from promises.strategies import load, pack_data

from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Known, compile_pack
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError
from kansrijk.screening.questions import with_those_before
from kansrijk.workbench.abstract import AbstractValues, combinations_of, how_many
from kansrijk.workbench.difference import outcomes as module
from kansrijk.workbench.difference.outcomes import differences
from kansrijk.workbench.proof.days import spans
from kansrijk.workbench.proof.looks import looks_at

MOST = 600


def two_packs(rng: random.Random) -> tuple[Pack, Pack] | None:
    """A random pack, and the same with the conditions of two criteria swapped."""
    sections = pack_data(rng, small=True, may_fall=True)
    other = copy.deepcopy(sections)
    one, two = rng.sample(sorted(other["criteria"]), 2)
    whens = [other["criteria"][id]["when"] for id in (one, two)]
    other["criteria"][one]["when"], other["criteria"][two]["when"] = reversed(whens)
    try:
        return load(sections), load(other)
    except InputError:
        return None


def tried(old: Pack, new: Pack, key: str) -> set[tuple[Any, Any]] | None:
    """Every pair of truths that is not the same in some abstract case; None of too many."""
    facts = {f for pack in (old, new) for f in looks_at(pack, with_those_before(pack, [key])).facts}
    found = set[tuple[Any, Any]]()
    for span in spans(new):
        values = [AbstractValues(pack, span.norms) for pack in (old, new)]
        every = {id: tuple(dict.fromkeys(v for one in values for v in one.of(id))) for id in facts}
        if how_many(every) > MOST:
            return None
        for known in combinations_of(every):
            truths = [
                ReferenceEngine().findings(compile_pack(pack), Known(known, span.norms))[key]
                for pack in (old, new)
            ]
            if truths[0] is not truths[1]:
                found.add((truths[0], truths[1]))
    return found


def wrong(seed: int, many: int) -> tuple[Counter[bool], list[Any]]:
    rng, seen, bad = random.Random(seed), Counter[bool](), []
    while sum(seen.values()) < many:
        packs = two_packs(rng)
        if packs is None:
            continue
        found = list(differences(*packs, seconds=600))
        for id in packs[0].sections.criteria:
            key = f"criterion:{id}"
            changed = {p.key: p.when for p in packs[0].rules}[key] != {
                p.key: p.when for p in packs[1].rules
            }[key]
            expected = tried(*packs, key) if changed else None
            if expected is not None:
                seen[bool(expected)] += 1
                told = {(d.before, d.after) for d in found if d.key == key and d.case is not None}
                if told != expected:
                    bad.append((key, told, expected))
    return seen, bad


def test_what_can_be_another_is_what_trying_every_case_gives() -> None:
    seen, bad = wrong(4, 12)
    assert bad == []
    assert seen[True] > 3


def test_this_sees_a_difference_that_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    ways = module._OfRule._ways
    monkeypatch.setattr(module._OfRule, "_ways", lambda *given: list(ways(*given))[1:])
    assert wrong(4, 12)[1]
