"""Lowers a ruleset to rounds of positive clauses, for an engine that has no negation.

Each rule gets a true side and a false side in disjunctive normal form over tests of small
integers. Nothing is negated: what must be false is a test of its own, and unknown is neither side.
Where a `FirstKnown` goes on because a way is unknown, unknown is a test of its own as well. What
would grow too large is split off as a part: a rule of our own, settled in an earlier round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Final

from kansrijk.engine.clauses import (
    MAX_ATOMS,
    MAX_CLAUSES,
    Atom,
    Clause,
    Op,
    absorbed,
    fits,
    meet,
    width,
)
from kansrijk.engine.readings import (
    EngineError,
    Given,
    Listed,
    Member,
    Place,
    Reading,
    Sign,
    Tally,
    Truth,
    exact,
)
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    ClassIs,
    Comparator,
    Compare,
    Condition,
    Count,
    FirstKnown,
    Leaf,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
    Value,
)
from kansrijk.pack.pack import PackRule

MAX_WAYS: Final = 8
"""The most ways of a `FirstKnown` that are lowered as one; each way looks at all before it."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A clause that gives a rule (or a part, by its number) its truth."""

    of: str | int
    truth: bool
    clause: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """What is decided at once: the readings that come new, and the goals over all so far."""

    readings: tuple[int, ...]
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class Program:
    keys: tuple[str, ...]
    readings: tuple[Reading, ...]
    rounds: tuple[Round, ...]


def lower(
    rules: Sequence[PackRule],
    values: Mapping[str, tuple[Value, ...]],
    given: Iterable[str] = (),
    *,
    classified: bool = False,
) -> Program:
    """The program of these rules; `given` have a truth already, `classified` if the class has."""
    lowering = _Lowering(values, given, classified)
    for rule in rules:
        lowering.add(rule.key, rule.when)
    return lowering.program(tuple(rule.key for rule in rules))


_SIGNS: Final[Mapping[Comparator, tuple[Op, Op]]] = {
    "at_least": (">=", "<"),
    "at_most": ("<=", ">"),
    "above": (">", "<="),
    "below": ("<", ">="),
}
_ALWAYS_KNOWN: Final = (Answered, MayBe, PhaseIs, After)
_EMPTY: Final[Clause] = frozenset()


class _Lowering:
    def __init__(
        self, values: Mapping[str, tuple[Value, ...]], given: Iterable[str], classified: bool
    ) -> None:
        self._values = values
        self._classified = classified
        self._given = frozenset(given)
        self._ready: dict[str | int, int] = {}
        self._readings: dict[Reading, int] = {}
        self._round_of: list[int] = []
        self._parts: dict[Condition, int] = {}
        self._goals: dict[int, list[Goal]] = {}

    def add(self, of: str | int, when: Condition) -> None:
        """Lowers both sides; they share a round, the first in which all they test is known."""
        goals = [
            Goal(of, truth, tuple(sorted(clause)))
            for truth in (True, False)
            for clause in self._clauses(when, truth)
        ]
        readings = (atom.reading for goal in goals for atom in goal.clause)
        at = max((self._round_of[reading] for reading in readings), default=0)
        self._goals.setdefault(at, []).extend(goals)
        self._ready[of] = at + 1

    def program(self, keys: tuple[str, ...]) -> Program:
        rounds = []
        for at in range(max(self._goals, default=-1) + 1):
            new = tuple(i for i, first in enumerate(self._round_of) if first == at)
            rounds.append(Round(new, tuple(self._goals[at])))
        return Program(keys, tuple(self._readings), tuple(rounds))

    def _clauses(self, when: Condition, truth: bool | None) -> list[Clause]:
        """The clauses under which the condition has this truth; None asks for unknown."""
        match when:
            case Not(item):
                return self._clauses(item, None if truth is None else not truth)
            case All(items) | AnyOf(items):
                return self._junction(when, items, truth)
            case FirstKnown(ways):
                return self._first_known(ways, truth)
            case Count():
                return self._count(when, truth)
            case _:
                return self._leaf(when, truth)

    def _junction(
        self, when: All | AnyOf, items: tuple[Condition, ...], truth: bool | None
    ) -> list[Clause]:
        kind, neutral = type(when), isinstance(when, All)
        if len(items) > MAX_ATOMS:
            groups = tuple(kind(group) for group in _groups(items, MAX_ATOMS))
            return self._junction(when, groups, truth)
        if truth is None:
            return self._open(when, items, neutral)
        if truth is neutral:
            return self._product([(item, truth) for item in items])
        return absorbed(clause for item in items for clause in self._clauses(item, truth))

    def _open(self, when: All | AnyOf, items: tuple[Condition, ...], neutral: bool) -> list[Clause]:
        """No item decides, and one at least is unknown."""
        settled, opened = [_EMPTY], list[Clause]()
        for item in items:
            known, unknown = self._clauses(item, neutral), self._clauses(item, None)
            opened = absorbed(meet(opened, known + unknown) + meet(settled, unknown))
            settled = absorbed(meet(settled, known))
            if not fits([opened + settled]):
                return self._part(when, None)
        return opened

    def _first_known(self, ways: tuple[Condition, ...], truth: bool | None) -> list[Clause]:
        if len(ways) > MAX_WAYS:
            groups = tuple(FirstKnown(group) for group in _groups(ways, MAX_WAYS))
            return self._first_known(groups, truth)
        before: list[tuple[Condition, bool | None]] = []
        found: list[Clause] = []
        for way in ways:
            if truth is not None:
                found += self._product([*before, (way, truth)])
            before.append((way, None))
        return self._product(before) if truth is None else absorbed(found)

    def _product(self, factors: Sequence[tuple[Condition, bool | None]]) -> list[Clause]:
        sides = [self._clauses(item, truth) for item, truth in factors]
        while all(sides) and not fits(sides):
            too_many = prod(map(len, sides)) > MAX_CLAUSES
            sizes = [len(side) if too_many else width(side) for side in sides]
            worst = sizes.index(max(sizes))
            sides[worst] = self._part(*factors[worst])
        result = [_EMPTY]
        for side in sides:
            result = absorbed(meet(result, side))
        return result

    def _part(self, item: Condition, truth: bool | None) -> list[Clause]:
        """The condition as a rule of its own, settled in an earlier round than who asks."""
        if item not in self._parts:
            number = len(self._parts)
            self._parts[item] = number
            self.add(number, item)
        return self._flag(Truth(self._parts[item]), truth)

    def _count(self, count: Count, truth: bool | None) -> list[Clause]:
        items = tuple(self._item(item) for item in count.of)

        def atoms(op: Op, *, possible: bool) -> list[Atom]:
            spread = (False,) if count.domains is None else (False, True)
            return [self._atom(Tally(items, count, d, possible), op, 0) for d in spread]

        if truth:
            return [frozenset(atoms(">=", possible=False))]
        if truth is False:
            return [frozenset([atom]) for atom in atoms("<", possible=True)]
        reach = frozenset(atoms(">=", possible=True))
        short = [reach | {atom} for atom in atoms("<", possible=False)]
        if isinstance(count.at_least, NormRef) or isinstance(count.domains, NormRef):
            short += [frozenset([atom._replace(op="unknown", value=1)]) for atom in reach]
        return short

    def _item(self, item: Condition) -> Atom:
        """An item of a count: a test by which the host can tell its truth."""
        match item:
            case All() | AnyOf() | Not() | FirstKnown() | Count():
                (clause,) = self._part(item, True)
            case _:
                (clause,) = self._leaf(item, True)
        (atom,) = clause
        return atom

    def _leaf(self, leaf: Leaf, truth: bool | None) -> list[Clause]:
        match leaf:
            case Compare(fact, comparator, bound):
                yes, no = _SIGNS[comparator]
                return self._side(Sign(fact, bound), truth, (yes, 0), (no, 0))
            case OneOf(fact, values):
                return self._one_of(fact, values, truth)
            case Rule(key) if key in self._given:
                return self._flag(Given(key), truth)
            case Rule(key):
                if key not in self._ready:
                    raise EngineError(f"rule `{key}` is looked at before it has a truth")
                return self._flag(Truth(key), truth)
            case ClassIs() | MayBe() if not self._classified:
                raise EngineError("the class is looked at before it is known")
            case _:
                return self._flag(leaf, truth)

    def _one_of(
        self, fact: str, values: tuple[Value, ...] | NormRef, truth: bool | None
    ) -> list[Clause]:
        if isinstance(values, NormRef):
            return self._flag(Listed(fact, values), truth)
        members = frozenset(map(exact, values))
        places = [exact(value) for value in self._values.get(fact, ())]
        match [place for place, value in enumerate(places) if value in members]:
            case [place] if len(members) == 1:
                return self._side(Place(fact), truth, ("==", place), ("!=", place))
        return self._flag(Member(fact, members), truth)

    def _flag(self, reading: Reading, truth: bool | None) -> list[Clause]:
        return self._side(reading, truth, ("==", 1), ("==", 0))

    def _side(
        self, reading: Reading, truth: bool | None, yes: tuple[Op, int], no: tuple[Op, int]
    ) -> list[Clause]:
        if truth is None and isinstance(reading, _ALWAYS_KNOWN):
            return []
        asked: tuple[Op, int] = ("unknown", 1) if truth is None else yes if truth else no
        return [frozenset([self._atom(reading, *asked)])]

    def _atom(self, reading: Reading, op: Op, value: int) -> Atom:
        if reading not in self._readings:
            self._readings[reading] = len(self._readings)
            self._round_of.append(self._first_round(reading))
        return Atom(self._readings[reading], op, value)

    def _first_round(self, reading: Reading) -> int:
        match reading:
            case Truth(of):
                return self._ready[of]
            case Tally(items):
                return max((self._round_of[item.reading] for item in items), default=0)
            case _:
                return 0


def _groups(items: tuple[Condition, ...], size: int) -> list[tuple[Condition, ...]]:
    return [items[at : at + size] for at in range(0, len(items), size)]
