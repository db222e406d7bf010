"""Possible classes where facts are derived: no answer to an open question brings a class back."""

from __future__ import annotations

import os
import random
from functools import cache
from typing import Any

import pytest
from builders import screened, small_pack

from kansrijk.pack.pack import Pack
from kansrijk.screening import possible as module
from kansrijk.screening import reach
from kansrijk.screening.askable import earlier_weights, weights_of

LONG = os.environ.get("KANSRIJK_LONG") == "1"
PACKS, WALKS = (1500 if LONG else 100), 4
BASED = {"basis": "policy", "source": "law"}
KINDS = (
    "single",
    "couple",
    "young_single",
    "young_couple",
    "young_couple_child",
    "mixed_couple",
    "mixed_couple_child",
    "none",
)


def asked(kind: str, **rest: Any) -> dict[str, Any]:
    return {"type": kind, "question": "?", "asked_by": "nurse", **rest}


def whole(unit: str, low: int, high: int) -> dict[str, Any]:
    return asked("integer", unit=unit, range=[low, high])


def years(label: str, value: int) -> dict[str, Any]:
    return {"label": label, "unit": "jaar", "value": value, **BASED}


HOUSEHOLD = {
    "age": "age",
    "partner": "partner",
    "together": "yes",
    "partner_age": "partner_age",
    "children": "children",
    "young": {"norm": "young"},
    "full": {"norm": "full"},
    "pension": {"norm": "pension"},
    "values": {kind: kind for kind in KINDS},
}
FACTS: dict[str, Any] = {
    "a": whole("people", 0, 3),
    "b": whole("people", 0, 3),
    "both": {
        "type": "integer",
        "unit": "people",
        "range": [0, 6],
        "derive": {"sum": {"of": ["a", "b"]}},
    },
    "height": whole("cm", 140, 200),
    "before": whole("kg", 40, 140),
    "later": whole("kg", 40, 140),
    "bmi": {
        "type": "number",
        "unit": "kg/m2",
        "range": [5, 80],
        "derive": {"bmi": {"height_cm": "height", "weight_kg": ["before", "later"]}},
    },
    "heavier": {
        "type": "number",
        "unit": "kg/m2",
        "range": [5, 83],
        "derive": {"sum": {"of": ["bmi", "a"]}},
    },
    "age": whole("jaar", 10, 90),
    "partner_age": whole("jaar", 10, 90),
    "children": whole("people", 0, 3),
    "partner": asked("choice", values={"yes": "yes", "no": "no"}),
    "household": {
        "type": "choice",
        "values": {kind: kind for kind in KINDS},
        "derive": {"household": HOUSEHOLD},
    },
}
VALUES: dict[str, tuple[Any, ...]] = {
    "a": (0, 1, 3),
    "b": (0, 2, 3),
    "height": (150, 170, 190),
    "before": (50, 90, 130),
    "later": (50, 90, 130),
    "age": (16, 19, 30),
    "partner_age": (19, 30),
    "children": (0, 2),
    "partner": ("yes", "no"),
    "poor": (True, False),
    "alone": (True, False),
}
LEAVES: tuple[dict[str, Any], ...] = (
    {"poor": True},
    {"alone": True},
    {"a": {"at_least": 2}},
    {"both": {"at_least": 3}},
    {"height": {"at_least": 180}},
    {"before": {"at_least": 100}},
    {"bmi": {"at_least": 30}},
    {"heavier": {"at_least": 30}},
    {"partner": "yes"},
    {"household": ["single", "young_single"]},
    {"household": "couple"},
    {"answered": "height"},
    {"answered": "before"},
    {"answered": "partner"},
    {"answered": "both"},
    {"answered": "bmi"},
)


ABOUT = (
    (),
    ("bmi", "before"),
    ("heavier", "before"),
    ("bmi", "height"),
    ("both", "a"),
    ("household", "partner"),
)
"""Most packs are about a derived fact and one that it comes from, and about little else."""


class Draw(random.Random):
    """Draws conditions on these facts and on `poor`; on every fact where none is named."""

    def __init__(self, seed: int, about: tuple[str, ...]) -> None:
        super().__init__(seed)
        named = ("poor", *about)
        self.leaves = [leaf for leaf in LEAVES if not about or self._fact(leaf) in named]

    @staticmethod
    def _fact(leaf: dict[str, Any]) -> str:
        ((fact, value),) = leaf.items()
        return str(value if fact == "answered" else fact)

    def condition(self, depth: int) -> dict[str, Any]:
        if depth == 0 or self.random() < 0.2:
            return self.choice(self.leaves)
        op = self.choice(["all", "any", "first_known", "first_known", "not"])
        items = [self.condition(depth - 1) for _ in range(self.randint(2, 3))]
        return {"not": items[0]} if op == "not" else {op: items}


@cache
def drawn_pack(seed: int) -> Pack:
    rng = Draw(seed, ABOUT[seed % len(ABOUT)])
    criterion = {"domain": "money", "no_action": "none", **BASED}
    grades = {
        "high": {"when": rng.condition(2), "may_fall": True},
        "middle": {"when": {"any": [rng.condition(1), {"criterion": "one"}]}, "may_fall": True},
    }
    return small_pack(
        facts={id: {"label": id, **fact} for id, fact in FACTS.items()},
        norms={"young": years("y", 18), "full": years("f", 21), "pension": years("p", 67)},
        criteria={"one": {"label": "one", "when": rng.condition(1), **criterion}},
        signals={"danger": {"when": rng.condition(1)}},
        classes={"classes": grades},
    )


def came_back(seeds: range) -> list[Any]:
    """Where an answer to an open question made a class possible that was ruled out before."""
    found = []
    for seed in seeds:
        pack, rng = drawn_pack(seed), random.Random(seed)
        for _ in range(WALKS):
            facts = {id: rng.choice(v) for id, v in VALUES.items() if rng.random() < 0.5}
            if "before" in ABOUT[seed % len(ABOUT)]:
                # A BMI of the second weight, while the first is still to be asked.
                facts = {id: v for id, v in facts.items() if id not in ("before", "poor")}
                facts |= {id: rng.choice(VALUES[id]) for id in ("height", "later")}
            before = screened(pack, facts=facts)
            while open_ := [q.fact for q in before.questions if q.fact in VALUES]:
                fact = rng.choice(open_)
                facts = {**facts, fact: rng.choice(VALUES[fact])}
                after = screened(pack, facts=facts)
                if not set(after.classification.possible) <= set(before.classification.possible):
                    found.append((seed, fact, facts))
                before = after
    return found


def test_no_answer_brings_a_class_back_that_was_ruled_out() -> None:
    assert came_back(range(PACKS)) == []


def test_another_weight_counts_only_where_a_bmi_is_known() -> None:
    pack = drawn_pack(0)
    assert weights_of(pack) == dict.fromkeys(("bmi", "heavier"), frozenset({"before", "later"}))
    assert earlier_weights(pack, {"bmi"}) == {"before", "later"}
    assert earlier_weights(pack, {"heavier", "a"}) == {"before", "later"}
    assert earlier_weights(pack, {"height", "later"}) == frozenset()


@pytest.mark.parametrize("fault", ["besides", "weights"])
def test_this_test_sees_a_fault(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    if fault == "besides":
        monkeypatch.setattr(module, "asked_besides", lambda *_: ())
    else:
        monkeypatch.setattr(reach, "_weighed_in", lambda *_: frozenset())
    drawn_pack.cache_clear()
    reach._reaches.cache_clear()
    seen = came_back(range(100))
    drawn_pack.cache_clear()
    reach._reaches.cache_clear()
    assert seen


def test_a_measure_becomes_known_by_a_part_that_another_rule_asks() -> None:
    both = {"when": {"answered": "both"}, "may_fall": True}
    pack = small_pack(
        facts={id: {"label": id, **FACTS[id]} for id in ("a", "b", "both")},
        signals={"danger": {"when": {"a": {"at_least": 2}}}},
        classes={"classes": {"high": both}},
    )
    before = screened(pack, facts={"poor": True, "alone": True, "b": 1})
    assert "a" in [question.fact for question in before.questions]
    after = screened(pack, facts={"poor": True, "alone": True, "b": 1, "a": 1})
    assert after.classification.level == "high"
    assert "high" in before.classification.possible
