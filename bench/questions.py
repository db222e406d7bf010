"""What each order of questions costs on average, and how long it takes to find the next one."""

from __future__ import annotations

import copy
import math
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import count
from random import Random
from typing import Any, NamedTuple

from generated import large_pack, small_pack
from measure import ratio

import kansrijk
from kansrijk.asking.next import next_questions, open_questions
from kansrijk.asking.optimum import Optimum
from kansrijk.asking.residual import Variable
from kansrijk.asking.settling import State, TheClass, answer, asks
from kansrijk.asking.unknowns import TooLarge
from kansrijk.case.case import Case
from kansrijk.case.facts import Facts, facts_on, with_answer
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.load import pack_files, packs_folder, parse_pack, sections_of
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document

ON = date(2026, 6, 15)
NOTHING = Case(case="bench")
EXACT = 1e-9
DEEP = 20_000
"""An order of questions is followed as deep as there are facts, some calls for each."""

Policy = Callable[[State, Facts], Variable]


class Expected(NamedTuple):
    """How many questions on average, a measure as one, and what they cost."""

    number: float
    cost: float


class Walk:
    """Follows an order of questions through every answer, from nothing known to a settled class.

    What is left of the rules is kept once with one way of knowing that leaves it.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.facts = facts_on(pack, NOTHING, ON)
        self.target = TheClass(pack, self.facts)
        self.start = self.target.start(self.facts)
        self._grades: dict[State, Mapping[object, float]] = {}

    def expected(self, policy: Policy) -> Expected:
        seen: dict[State, Expected] = {}

        def of(state: State, facts: Facts) -> Expected:
            if state not in seen:
                seen[state] = (
                    Expected(0, 0)
                    if self.target.settled(state) or not asks(state)
                    else after(state, facts, policy(state, facts))
                )
            return seen[state]

        def after(state: State, facts: Facts, variable: Variable) -> Expected:
            number, cost = 1.0, self.target.unknowns.unknown(variable).cost
            for left, chance, then in self.answers(state, facts, variable):
                if chance:
                    more = of(left, then)
                    number, cost = number + chance * more.number, cost + chance * more.cost
            return Expected(number, cost)

        return of(self.start, self.facts)

    def answers(
        self, state: State, facts: Facts, variable: Variable
    ) -> Iterator[tuple[State, float, Facts]]:
        """What each answer leaves, its chance, and a way of knowing that leaves it."""
        unknown = self.target.unknowns.unknown(variable)
        for cell, chance in unknown.answers:
            left = answer(self.target, state, variable, cell)
            if len(unknown.about) == 1:
                yield left, chance, with_answer(self.pack, facts, unknown.about[0], cell)
            elif chance:
                yield left, chance, self._leaving(left, facts, unknown.about)

    def _leaving(self, left: State, facts: Facts, about: tuple[str, ...]) -> Facts:
        """The facts once a test is asked through, such that this is left."""
        ways = (way for way in self._through(facts, about) if self.target.start(way) == left)
        return next(ways, facts)

    def _through(self, facts: Facts, about: tuple[str, ...]) -> Iterator[Facts]:
        missing = [fact for id in about for fact in facts.missing(id)]
        if not missing:
            yield facts
        else:
            answering = self.target.unknowns._answering
            for value in answering.values(missing[0], self.facts):
                yield from self._through(with_answer(self.pack, facts, missing[0], value), about)

    # Orders.

    def in_file_order(self, state: State, facts: Facts) -> Variable:
        order = list(self.pack.sections.facts)
        return min(asks(state), key=lambda v: min(map(order.index, self._named(v, facts))))

    def _named(self, variable: Variable, facts: Facts) -> tuple[str, ...]:
        about = self.target.unknowns.unknown(variable).about
        return tuple(fact for id in about for fact in (id, *facts.missing(id)))

    def narrowing(self, state: State, facts: Facts) -> Variable:
        """The question after which the fewest classes are possible, on average."""
        return self._least(state, lambda left: len(self.target.ends(left)))

    def informing(self, state: State, facts: Facts) -> Variable:
        """The question that tells most about the class, by its entropy."""
        return self._least(
            state, lambda left: -sum(p * math.log2(p) for p in self.grades(left).values() if p)
        )

    def _least(self, state: State, measure: Callable[[State], float]) -> Variable:
        def expected(variable: Variable) -> float:
            answers = self.target.unknowns.unknown(variable).answers
            lefts = ((answer(self.target, state, variable, cell), p) for cell, p in answers if p)
            return sum(p * measure(left) for left, p in lefts)

        unknown = self.target.unknowns.unknown
        return min(asks(state), key=lambda v: (round(expected(v), 9), unknown(v).cost, v))

    def grades(self, state: State) -> Mapping[object, float]:
        """How likely each class is in the end."""
        found = self._grades.get(state)
        if found is None:
            if self.target.settled(state) or not asks(state):
                found = {self.target.ends(state): 1.0}
            else:
                sums: dict[object, float] = {}
                variable = min(asks(state))
                for cell, chance in self.target.unknowns.unknown(variable).answers:
                    left = answer(self.target, state, variable, cell)
                    for grade, p in self.grades(left).items() if chance else ():
                        sums[grade] = sums.get(grade, 0.0) + chance * p
                found = sums
            self._grades[state] = found
        return found

    def ours(self, state: State, facts: Facts) -> Variable:
        """The first question of an outcome that this state can ask."""
        for question in open_questions(self.pack, facts):
            for variable in sorted(asks(state)):
                if question.fact in self._named(variable, facts):
                    return variable
        return min(asks(state))

    def everything(self) -> Expected:
        """All that the class hangs on, asked in one go."""
        facts = self.pack.sections.facts
        named = {f for t in self.start for v in t.variables for f in self._named(v, self.facts)}
        asked = [id for id in named if id in facts and facts[id].derive is None]
        return Expected(len(asked), sum(facts[id].cost for id in asked))


def variants() -> Iterator[tuple[str, Pack]]:
    """`hoogeveen` with its costs or all alike, with what is published of answers or all alike."""
    written = pack_files(packs_folder() / "hoogeveen").value
    for costs in ("its costs", "every cost 1"):
        for answers in ("published prevalence", "every answer alike"):
            sections: Any = copy.deepcopy(dict(written))
            for fact in sections["facts"].values():
                if costs == "every cost 1":
                    fact["cost"] = 1
                if answers == "every answer alike":
                    fact.pop("prevalence", None)
            yield f"{costs}, {answers}", parse_pack(sections_of(Document.of(sections, "pack.yaml")))


def orders(name: str, pack: Pack) -> None:
    """What each order costs on a pack, exactly."""
    walk = Walk(pack)
    optimum = Optimum(walk.target)
    start = time.perf_counter()
    least = optimum.cost(walk.start)
    took = time.perf_counter() - start
    rows = {
        "asking all": walk.everything(),
        "file order, skipping": walk.expected(walk.in_file_order),
        "greatest narrowing": walk.expected(walk.narrowing),
        "information gain": walk.expected(walk.informing),
        "ours, quick": walk.expected(walk.ours),
        "the optimum": walk.expected(lambda state, _: str(optimum.best(state))),
    }
    print(f"questions to settle the class of hoogeveen: {name}")
    print(f"  {'':<28} {'number':>8} {'cost':>8} {'/ optimum':>10}")
    for order, (number, cost) in rows.items():
        print(f"  {order:<28} {number:8.2f} {cost:8.2f} {cost / least:10.3f}")
    print(f"  the optimum took {took:.1f} s")
    ratio("ours, quick / the optimum", rows["ours, quick"].cost / least, 1.1)
    ratio("ask / the optimum", rows["the optimum"].cost / least, 1 + EXACT)


def losses(packs: int) -> None:
    """The loss of the quick order on random packs in which there is something to ask."""
    found: list[float] = []
    for seed in count():
        if len(found) == packs:
            break
        walk = Walk(small_pack(Random(seed), 12))
        try:
            least = Optimum(walk.target).cost(walk.start)
        except TooLarge:
            continue
        if least:
            found.append(walk.expected(walk.ours).cost / least)
    found.sort()
    over = sum(loss > 1.1 for loss in found) / len(found)
    print(f"the quick order on {len(found)} random packs of up to 12 facts, cost / optimum")
    print(f"  over 1.1: {over:.1%}, nine in ten within {found[len(found) * 9 // 10]:.3f}")
    print(f"  at worst {found[-1]:.2f}")
    ratio("mean of ours, quick / the optimum", sum(found) / len(found), 1.1)


def speed(name: str, pack: Pack, rounds: int) -> None:
    """The next question with everything unknown, in evaluations of the reference engine."""
    ruleset, engine = compile_pack(pack), ReferenceEngine()
    known = known_of(facts_on(pack, NOTHING, ON))
    possible = tuple(pack.sections.classes.classes)

    def evaluate() -> None:
        engine.consequences(ruleset, known, engine.findings(ruleset, known), possible)

    best = {"asking": math.inf, "evaluating": math.inf}
    for _ in range(rounds):  # in turn, so that neither finds more of its own still at hand
        best["asking"] = min(best["asking"], _seconds(lambda: next_questions(pack, NOTHING, ON)))
        best["evaluating"] = min(best["evaluating"], _seconds(evaluate))
    ratio(f"next_questions / reference, {name}", best["asking"] / best["evaluating"], 10)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def questions(packs: int) -> None:
    sys.setrecursionlimit(max(sys.getrecursionlimit(), DEEP))
    print("finding the next question")
    speed("hoogeveen", kansrijk.load_pack("hoogeveen"), rounds=300)
    speed("300 criteria, 500 facts", large_pack(Random(1), 300, 500), rounds=100)
    for name, pack in variants():
        orders(name, pack)
    losses(packs)
