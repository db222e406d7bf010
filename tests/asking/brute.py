"""The least expected cost of settling, by weighing every order of every raw answer.

Written from the design alone: it takes the rules as they are written and shares nothing with
the program. False, unknown and true are 0, 1 and 2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from .packs import Data, values_of

FALSE, UNKNOWN, TRUE = 0, 1, 2
ON = "2026-06-15"
Known = frozenset[tuple[str, Any]]
Question = tuple[str, ...]
"""The facts to ask, one after the other as far as it makes sense."""


class Brute:
    """Settles the class, or with `plan` every criterion and signal, from what is known."""

    def __init__(self, sections: Data, declined: frozenset[str], *, plan: bool) -> None:
        self.sections, self.declined, self.plan = sections, declined, plan
        self.facts: Data = sections["facts"]
        self.grades = {
            id: grade["when"]
            for id, grade in sections["classes"]["classes"].items()
            if "when" in grade
        }
        self.norms = {
            id: norm["value"] for id, norm in sections["norms"].items() if "value" in norm
        }
        rules = [r["when"] for part in ("criteria", "signals") for r in sections[part].values()]
        looked_at = {
            str(leaf): set(facts_of(leaf))
            for when in (rules if plan else self.grades.values())
            for leaf in tests(when, sections)
        }
        used = Counter(id for facts in looked_at.values() for id in facts)
        self.once = {id for id, times in used.items() if times == 1}
        """The facts that one test alone looks at."""
        self.asked = {id for text, ids in looked_at.items() if "answered" not in text for id in ids}
        self.costs: dict[Known, float] = {}
        self.ends: dict[Known, frozenset[frozenset[str]]] = {}

    def cost(self, known: Known) -> float:
        """What settling it costs on average, asking in the best order."""
        if known not in self.costs:
            asked = self.required(known)
            done = not asked or (not self.plan and len(self.reached(known)) == 1)
            orders = (self.first(known, question) for question in asked)
            self.costs[known] = 0.0 if done else min(orders)
        return self.costs[known]

    def first(self, known: Known, question: Question) -> float:
        """What it costs on average to ask this first and go on in the best order."""
        id, *rest = question
        cost = float(self._price(id))
        for value, chance in self.answers(id):
            after = known | {(id, value)}
            if chance:
                more = rest and self._goes_on(id, value, rest[0])
                cost += chance * (self.first(after, (rest[0],)) if more else self.cost(after))
        return cost

    def _goes_on(self, by: str, value: Any, id: str) -> bool:
        """Whether there is a figure in the column, so that it makes sense to ask for the fact."""
        return value in self.norms[f"by_{by}"]

    def _price(self, id: str) -> int:
        parts = self.facts[id].get("derive", {}).get("sum", {}).get("of", [id])
        return sum(self.facts[part]["cost"] for part in parts)

    def answers(self, id: str) -> Iterator[tuple[Any, float]]:
        fact = self.facts[id]
        values, said = values_of(fact), fact.get("prevalence", {})
        if "shares" in said:
            words = {True: "yes", False: "no"}
            yield from ((v, said["shares"][words.get(v, v)]) for v in values)
        elif "bands" in said:
            low, end = values[0], values[-1] + 1
            for band in said["bands"]:
                until = band.get("below", end)
                yield from ((n, band["share"] / (until - low)) for n in range(low, until))
                low = until
        else:
            yield from ((value, 1 / len(values)) for value in values)

    def reached(self, known: Known) -> frozenset[frozenset[str]]:
        """The classes left, for each way in which answering what is required can end."""
        if known not in self.ends:
            found = frozenset[frozenset[str]]()
            asked = self.required(known)
            for id in {id for question in asked for id in question}:
                for value, _ in self.answers(id):
                    found |= self.reached(known | {(id, value)})
            self.ends[known] = found if asked else frozenset((self._standing(dict(known)),))
        return self.ends[known]

    def required(self, known: Known) -> frozenset[Question]:
        """The open facts in an unknown part of a rule that is to be settled."""
        facts, found = dict(known), frozenset[Question]()
        return found.union(*(self._leaves(when, facts) for when in self._open(known)))

    def _open(self, known: Known) -> Iterator[Data]:
        """What is to be settled; no class below one that is true whatever is said."""
        if self.plan:
            for section in ("criteria", "signals"):
                yield from (rule["when"] for rule in self.sections[section].values())
        for when in self.grades.values():
            if self.plan or self._certain(when, dict(known)) == TRUE:
                return
            yield when

    def _certain(self, when: Data, facts: Data) -> int:
        """The truth that a condition has and keeps, whatever else is answered; else unknown."""
        ((key, asked),) = when.items()
        match key:
            case "all":
                return min(self._certain(item, facts) for item in asked)
            case "any":
                return max(self._certain(item, facts) for item in asked)
            case "not":
                return 2 - self._certain(asked, facts)
            case "first_known":
                ways = [way for way in asked if not self._never(way, facts)]
                return self._certain(ways[0], facts) if ways else UNKNOWN
            case "count":
                return self._counted(asked, facts, self._certain)
            case "criterion":
                return self._certain(self.sections["criteria"][asked]["when"], facts)
            case "answered":
                can_be = asked in self.asked - self.declined
                return TRUE if asked in facts else UNKNOWN if can_be else FALSE
        return self.of(when, facts)

    def _never(self, when: Data, facts: Data) -> bool:
        """Whether a condition stays unknown whatever is answered."""
        turns = any("answered" in leaf for leaf in tests(when, self.sections))
        return self.of(when, facts) == UNKNOWN and not turns and not self._leaves(when, facts)

    def _standing(self, facts: Data) -> frozenset[str]:
        """The classes that are not false, down to the highest that is true."""
        truths = {id: self.of(when, facts) for id, when in self.grades.items()} | {"low": TRUE}
        highest = list(truths.values()).index(TRUE)
        return frozenset(id for id in list(truths)[: highest + 1] if truths[id] != FALSE)

    def _leaves(self, when: Data, facts: Data) -> frozenset[Question]:
        """What to ask for a condition; nothing for a test that no asking can settle.

        A figure that depends on a fact is asked for before what is held against it; together
        as one question where no other test looks at either.
        """
        if self.of(when, facts) != UNKNOWN:
            return frozenset()
        ((key, asked),) = when.items()
        if key == "criterion":
            return self._leaves(self.sections["criteria"][asked]["when"], facts)
        if key in ("all", "any", "first_known", "not", "count"):
            items = asked["of"] if key == "count" else [asked] if key == "not" else asked
            if key == "count" and self._number(asked["at_least"], facts) is None:
                return frozenset()
            return frozenset[Question]().union(*(self._leaves(item, facts) for item in items))
        by = next((id for id in facts_of(when) if id != key), None)
        open_ = [id for id in (by, key) if id and id not in facts]
        hopeless = not self.declined.isdisjoint(open_)
        if isinstance(asked, dict) and by not in open_:
            hopeless = hopeless or self._limit(asked, facts) is None
        if hopeless:
            return frozenset()
        if len(open_) == 2:
            if self.once >= set(open_):
                return frozenset((tuple(open_),))
            if key in self.once:
                return frozenset(((open_[0],),))
        return frozenset((id,) for id in open_)

    def of(self, when: Data, facts: Data) -> int:
        """The truth of a condition as it is written."""
        ((key, asked),) = when.items()
        match key:
            case "all":
                return min(self.of(item, facts) for item in asked)
            case "any":
                return max(self.of(item, facts) for item in asked)
            case "not":
                return 2 - self.of(asked, facts)
            case "first_known":
                truths = [self.of(way, facts) for way in asked]
                return next((truth for truth in truths if truth != UNKNOWN), UNKNOWN)
            case "count":
                return self._counted(asked, facts, self.of)
            case "criterion":
                return self.of(self.sections["criteria"][asked]["when"], facts)
            case "answered":
                return 2 * (asked in facts)
        if key not in facts:
            return UNKNOWN
        if isinstance(asked, dict) and "norm" not in asked:
            (word,) = asked
            return self._compare(word, facts[key], self._limit(asked, facts))
        words = self.norms[asked["norm"]] if isinstance(asked, dict) else asked
        return 2 * (facts[key] in (words if isinstance(words, list) else [words]))

    def _compare(self, word: str, value: int, bound: int | None) -> int:
        if bound is None:
            return UNKNOWN
        higher, equal = value > bound, value == bound
        return (
            2
            * {
                "at_least": higher or equal,
                "above": higher,
                "at_most": not higher,
                "below": not higher and not equal,
            }[word]
        )

    def _limit(self, asked: Data, facts: Data) -> Any:
        """What a test holds a fact against."""
        return self._number(asked if "norm" in asked else next(iter(asked.values())), facts)

    def _number(self, bound: Any, facts: Data) -> Any:
        if not isinstance(bound, dict):
            return bound
        value = self.norms.get(bound["norm"])
        return value.get(facts.get(bound["by"])) if "by" in bound else value

    def _counted(self, asked: Data, facts: Data, truth_of: Callable[[Data, Data], int]) -> int:
        least = self._number(asked["at_least"], facts)
        if least is None:
            return UNKNOWN
        truths = [truth_of(item, facts) for item in asked["of"]]

        def enough(from_: int) -> bool:
            counted = [item for item, t in zip(asked["of"], truths, strict=True) if t >= from_]
            criteria = self.sections["criteria"]
            spread = {criteria[i["criterion"]]["domain"] for i in counted if "domains" in asked}
            return len(counted) >= least and len(spread) >= asked.get("domains", 0)

        return TRUE if enough(TRUE) else UNKNOWN if enough(UNKNOWN) else FALSE


def tests(when: Data, sections: Data) -> Iterator[Data]:
    """The tests of facts that a condition is made of, those of criteria it names too."""
    ((key, asked),) = when.items()
    if key == "criterion":
        yield from tests(sections["criteria"][asked]["when"], sections)
    elif key in ("all", "any", "first_known", "not", "count"):
        items = asked["of"] if key == "count" else [asked] if key == "not" else asked
        for item in items:
            yield from tests(item, sections)
    else:
        yield when


def facts_of(leaf: Data) -> Iterator[str]:
    """The fact of a test and the one that picks its figure."""
    ((key, asked),) = leaf.items()
    yield asked if key == "answered" else key
    if isinstance(asked, dict) and "norm" not in asked:
        yield from (
            bound["by"] for bound in asked.values() if isinstance(bound, dict) and "by" in bound
        )
