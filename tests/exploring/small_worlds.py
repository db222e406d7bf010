"""Random small packs with every state of knowing them, and what each state comes to.

Written from the design alone; it shares nothing with the program. A state is what is known: a
fact that is not in it is unknown.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cached_property
from itertools import combinations, product
from typing import Any

from builders import small_pack

from kansrijk.pack.pack import Pack

When = dict[str, Any]
State = dict[str, Any]
VALUES: dict[str, tuple[Any, ...]] = {
    "b1": (False, True),
    "b2": (False, True),
    "c1": ("a", "b", "c"),
    "n1": (0, 1, 2, 3),
    "n2": (0, 1, 2, 3),
}
CLASSES = ("high", "middle", "low")
NORMS = {"two": 2, "gap": None}
TABLE = {0: 1, 3: 3}
ASK = {"question": "?", "asked_by": "nurse"}
BASED = {"basis": "policy", "source": "law"}


class SmallWorld:
    """One pack, and the classes that each state of its facts can come to."""

    def __init__(self, rng: random.Random, *, numbers: bool = False) -> None:
        self.rng, self.numbers = rng, numbers
        self.facts = ("b1", "n1", "n2") if numbers else ("b1", "b2", "c1", "n1")
        self.changeable = {id: rng.random() < 0.8 for id in VALUES}
        self.criteria = {id: self._condition(2) for id in ("k1", "k2")}
        self.classes = {
            "high": self._condition(2, rules=True),
            # Every criterion has a part in a class, so that no other rule has its facts asked.
            "middle": {
                rng.choice(["any", "all"]): [
                    {"criterion": "k1"},
                    {"criterion": "k2"},
                    self._condition(1, rules=True),
                ]
            },
        }
        self.seen: dict[frozenset[Any], frozenset[str]] = {}

    # The pack

    def _condition(self, depth: int, *, rules: bool = False) -> When:
        rng = self.rng
        if depth == 0 or rng.random() < 0.25:
            if rules and rng.random() < 0.5:
                return {"criterion": rng.choice(["k1", "k2"])}
            return self._leaf()
        op = rng.choice(["all", "any", "not", "first_known", "count"])
        items = [self._condition(depth - 1, rules=rules) for _ in range(rng.randint(1, 3))]
        if op == "not":
            return {"not": items[0]}
        if op == "count":
            least: Any = rng.choice([*range(1, len(items) + 1), {"norm": "two"}])
            return {"count": {"at_least": least if len(items) > 1 else 1, "of": items}}
        return {op: items}

    def _leaf(self) -> When:
        rng, fact = self.rng, self.rng.choice(self.facts)
        if rng.random() < 0.15:
            return {"answered": fact}
        if fact.startswith("n"):
            if rng.random() < 0.2:
                return {fact: rng.sample(VALUES[fact], rng.randint(1, 2))}
            word = rng.choice(["at_least", "at_most", "above", "below"])
            if self.numbers and rng.random() < 0.5:
                other = {"fact": "n2" if fact == "n1" else "n1"}
                tabled = {"norm": "table", "by": "n1"}
                return rng.choice(
                    [
                        {"sum1": {word: rng.randint(0, 6)}},
                        {fact: {word: other}},
                        {"n2": {word: tabled}},
                    ]
                )
            return {fact: {word: rng.choice([0, 1, 2, 3, {"norm": "two"}])}}
        return {fact: rng.sample(VALUES[fact], rng.randint(1, len(VALUES[fact]) - 1))}

    @cached_property
    def pack(self) -> Pack:
        number = {"type": "integer", "unit": "people", "range": [0, 3], **ASK}
        kinds: dict[str, Any] = {
            "b1": {"type": "boolean", **ASK},
            "b2": {"type": "boolean", **ASK},
            "c1": {"type": "choice", "values": {id: id for id in "abc"}, **ASK},
            "n1": number,
            "n2": number,
        }
        facts = {
            id: {**kind, "label": id, "changeable": self.changeable[id]}
            for id, kind in kinds.items()
        }
        sum1 = {"type": "integer", "unit": "people", "range": [0, 6], "label": "sum1",
                "derive": {"sum": {"of": ["n1", "n2"]}}}  # fmt: skip
        table = {"label": "table", "unit": "people", "by": "n1", **BASED,
                 "value": {str(column): cell for column, cell in TABLE.items()}}  # fmt: skip
        criterion = {"domain": "money", "no_action": "none", **BASED}
        return small_pack(
            facts={**facts, "sum1": sum1},
            norms={"two": {"label": "two", "unit": "people", "value": 2, **BASED}, "table": table},
            criteria={
                "poverty": None,
                "solitude": None,
                **{
                    id: {**criterion, "label": id, "when": when}
                    for id, when in self.criteria.items()
                },
            },
            classes={
                "classes": {
                    id: {"when": when, "may_fall": True} for id, when in self.classes.items()
                }
            },
            phases={"early": {"goals": {"money": None}}},
            actions={"help": None},
        )

    # What a state comes to

    def states(self, fixed: State) -> Iterator[State]:
        """Every state in which these facts are as they are, the others known or not."""
        open_ = [id for id in self.facts if id not in fixed]
        for values in product(*((None, *VALUES[id]) for id in open_)):
            known = {id: v for id, v in zip(open_, values, strict=True) if v is not None}
            yield {**fixed, **known}

    def possible(self, state: State) -> frozenset[str]:
        """Every class that is reached by answering what is required, until nothing is."""
        key = frozenset(state.items())
        if key not in self.seen:
            rules = (*self.criteria.values(), *self.classes.values())
            asked = {fact for when in rules for fact in self.required(when, state)}
            self.seen[key] = (
                frozenset(
                    level
                    for fact in asked
                    for value in VALUES[fact]
                    for level in self.possible({**state, fact: value})
                )
                if asked
                else self._standing(state)
            )
        return self.seen[key]

    def _standing(self, state: State) -> frozenset[str]:
        found = set()
        for id in CLASSES:
            truth = self.truth(self.classes[id], state) if id in self.classes else True
            if truth is not False:
                found.add(id)
            if truth:
                break
        return frozenset(found)

    def truth(self, when: When, state: State) -> bool | None:
        ((key, asked),) = when.items()
        if key in ("all", "any", "first_known"):
            found = [self.truth(item, state) for item in asked]
            if key == "first_known":
                return next((truth for truth in found if truth is not None), None)
            decides = key == "any"
            return decides if decides in found else None if None in found else not decides
        if key == "not":
            inner = self.truth(asked, state)
            return None if inner is None else not inner
        if key == "count":
            found = [self.truth(item, state) for item in asked["of"]]
            least = self._number(asked["at_least"], state)
            if found.count(True) >= least:
                return True
            return None if found.count(True) + found.count(None) >= least else False
        if key == "criterion":
            return self.truth(self.criteria[asked], state)
        if key == "answered":
            return asked in state
        return self._of_fact(self._known(key, state), asked, state)

    def _of_fact(self, value: Any, asked: Any, state: State) -> bool | None:
        if not isinstance(asked, dict):
            return None if value is None else value in asked
        ((word, bound),) = asked.items()
        bound = self._number(bound, state)
        if value is None or bound is None:
            return None
        return {
            "at_least": value >= bound,
            "at_most": value <= bound,
            "above": value > bound,
            "below": value < bound,
        }[word]

    def _known(self, fact: str, state: State) -> Any:
        if fact == "sum1":
            parts = [state.get("n1"), state.get("n2")]
            return None if None in parts else sum(parts)  # type: ignore[arg-type]
        return state.get(fact)

    def _number(self, bound: Any, state: State) -> Any:
        if not isinstance(bound, dict):
            return bound
        if "fact" in bound:
            return self._known(bound["fact"], state)
        return TABLE.get(state.get("n1", -1)) if "by" in bound else NORMS[bound["norm"]]

    def required(self, when: When, state: State) -> Iterator[str]:
        """The facts that are not answered, of the unknown parts of what is unknown."""
        if self.truth(when, state) is not None:
            return
        ((key, asked),) = when.items()
        if key in ("all", "any", "first_known", "count", "not"):
            inner = {"count": lambda: asked["of"], "not": lambda: [asked]}.get(key, lambda: asked)
            for item in inner():
                yield from self.required(item, state)
        elif key not in ("criterion", "answered"):
            named = ["n1", "n2"] if key == "sum1" else [key]
            if isinstance(asked, dict):
                bound = next(iter(asked.values()))
                if isinstance(bound, dict):
                    named += [bound.get("fact", bound.get("by"))]
            yield from (fact for fact in named if fact and fact not in state)


def random_state(rng: random.Random, world: SmallWorld, known: float = 0.8) -> State:
    return {id: rng.choice(VALUES[id]) for id in world.facts if rng.random() < known}


def subsets(items: Any, most: int | None = None) -> Iterator[frozenset[Any]]:
    """Every subset, the smallest first."""
    listed = list(items)
    for size in range(len(listed) + 1 if most is None else min(most, len(listed)) + 1):
        yield from map(frozenset, combinations(listed, size))


def minimal(sets: Iterator[frozenset[Any]]) -> set[frozenset[Any]]:
    """Those that hold no other one; the smallest come first."""
    found: list[frozenset[Any]] = []
    for one in sets:
        if not any(other <= one for other in found):
            found.append(one)
    return set(found)
