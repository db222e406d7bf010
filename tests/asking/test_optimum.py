"""The order of questions is the best there is: against brute force over every raw answer.

The brute evaluator takes what a pack may leave out: a fact of one test alone tells nothing
before the figure it is held against, and the two are one question where both are of that
test alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from builders import facts_of, screened
from hypothesis import example, given, settings
from hypothesis import strategies as st
from promises.conftest import LONG

from kansrijk.asking import optimum, settling
from kansrijk.asking.optimum import Optimum
from kansrijk.asking.residual import Residuals
from kansrijk.asking.settling import State, Target, TheClass, ThePlan, answer, asks
from kansrijk.asking.unknowns import TooLarge, Unknowns
from kansrijk.case.facts import Facts, with_answer, with_only
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.pack import Pack

from .brute import Brute
from .packs import Data, Writer, load, values_of

SEEDS = range(4000 if LONG else 200)
MOST = 6 if LONG else 4
ON = "2026-06-15"
TARGETS: tuple[tuple[type[TheClass] | type[ThePlan], bool], ...] = (
    (TheClass, False),
    (ThePlan, True),
)


def drawn(seed: int, most: int = MOST) -> tuple[Data, Pack, Data, Facts]:
    """A random pack as data and as read, and what is known of a case."""
    rng = random.Random(seed)
    writer = Writer(rng, rng.randint(3, most))
    sections, case = writer.sections(), writer.case()
    pack = load(sections)
    return sections, pack, case, facts_of(pack, facts=case)


def brute_of(sections: Data, case: Data, *, plan: bool) -> float:
    known = frozenset((id, value) for id, value in case.items() if value != "declined")
    declined = frozenset(id for id, value in case.items() if value == "declined")
    return Brute(sections, declined, plan=plan).cost(known)


def differences(seeds: range) -> Iterator[tuple[int, str]]:
    """Where the expected cost is not that of brute force."""
    for seed in seeds:
        sections, pack, case, facts = drawn(seed)
        for target_of, plan in TARGETS:
            target = target_of(pack, with_only(pack, facts, ()))
            cost = Optimum(target).cost(target.start(facts))
            if cost != pytest.approx(brute_of(sections, case, plan=plan)):
                yield seed, target_of.__name__


def test_the_expected_cost_is_the_least_there_is() -> None:
    assert list(differences(SEEDS)) == []


def test_the_random_packs_ask_something() -> None:
    asking = 0
    for seed in range(60):
        _, pack, _, facts = drawn(seed)
        target = ThePlan(pack, with_only(pack, facts, ()))
        asking += len(asks(target.start(facts))) > 1
    assert asking >= 30


FAULTS = {
    "the first question instead of the best": (
        optimum.Optimum,
        "asking",
        lambda self, state, variable, least=0: _first_only(self, state, variable),
    ),
    "a count that needs one more": (
        Residuals,
        "count",
        lambda self, at_least, *more, was=Residuals.count: was(self, at_least + 1, *more),
    ),
    "a first_known that takes the last way": (
        Residuals,
        "first_known",
        lambda self, ways, was=Residuals.first_known: was(self, list(ways)[::-1]),
    ),
    "a settled class that goes on": (TheClass, "settled", lambda self, state: not asks(state)),
    "a class by one order of answers alone": (
        TheClass,
        "settled",
        lambda self, state: len(self._ends(state, any_order=False)) == 1,
    ),
    "a plan without what has a truth that can turn": (
        ThePlan,
        "counting",
        lambda self, trees: tuple(sorted({t for t in trees if t.asks}, key=lambda t: t.rank)),
    ),
    "even chances": (
        Unknowns,
        "_told_apart",
        lambda self, id, was=Unknowns._told_apart: _evenly(was(self, id)),
    ),
}


def _first_only(self: Optimum, state: State, variable: str) -> float:
    return self.target.unknowns.unknown(variable).cost


def _evenly(answers: tuple) -> tuple:
    return tuple((cell, 1 / len(answers)) for cell, _ in answers)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(fault: str, monkeypatch) -> None:
    where, name, wrong = FAULTS[fault]
    monkeypatch.setattr(where, name, wrong)
    assert next(differences(range(350)), None)


# Residuals.


@settings(max_examples=150)
@example(4711931)
@given(st.integers(0, 10**9))
def test_answering_in_any_order_gives_the_truths_of_the_engine(seed: int) -> None:
    """Both for what is known of a case at once, and answer by answer in what was left."""
    sections, pack, _, facts = drawn(seed, 5)
    rng = random.Random(seed)
    target = ThePlan(pack, with_only(pack, facts, ()))
    residuals, unknowns = target.unknowns.residuals, target.unknowns
    trees = unknowns.trees(facts)
    asked = [
        id for id in sections["facts"] if id not in facts.values | dict.fromkeys(facts.declined)
    ]
    rng.shuffle(asked)
    whole, answered = False, []
    for id in asked:
        if id.startswith("part"):
            continue
        value = rng.choice(values_of(sections["facts"][id]))
        facts = with_answer(pack, facts, id, value)
        # What was answered before the figure it is held against is known counts from then on.
        answered += [id]
        for told in [id, *answered]:
            cells = {variable for tree in trees.values() for variable in tree.variables}
            for variable in sorted(cells):
                if variable.split()[0] == told and not variable.endswith("}"):
                    cell = cell_of(target, facts, variable, told)
                    trees = {
                        key: residuals.answer(tree, variable, cell) for key, tree in trees.items()
                    }
        truths = ReferenceEngine().findings(compile_pack(pack), known_of(facts))
        anew = unknowns.trees(facts)
        assert {key: tree.now for key, tree in anew.items()} == {key: truths[key] for key in anew}
        whole = whole or any(variable.endswith("}") for variable in cells)
        if not whole:
            assert {key: tree.now for key, tree in trees.items()} == {
                key: truths[key] for key in trees
            }


def cell_of(target: Target, facts: Facts, variable: str, id: str) -> object:
    """The answer that stands for what is known: the nearest that is tried at or below it."""
    tried = target.unknowns._answering.values(id, target.unknowns._blank)
    value = facts.values[id]
    return value if value in tried else max(n for n in tried if n <= value)  # type: ignore[operator]


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_what_leaves_the_same_costs_the_same(seed: int) -> None:
    """Two ways of knowing with one state settle at one cost, by brute force too."""
    sections, pack, _, start = drawn(seed, 4)
    target = ThePlan(pack, with_only(pack, start, ()))
    rng, seen = random.Random(seed), dict[State, float]()
    brute = Brute(sections, frozenset(), plan=True)
    for _ in range(12):
        known = {
            id: rng.choice(values_of(fact))
            for id, fact in sections["facts"].items()
            if rng.random() < 0.5 and not id.startswith("part")
        }
        state = target.start(facts_of(pack, facts=known))
        cost = brute.cost(frozenset(known.items()))
        assert seen.setdefault(state, cost) == pytest.approx(cost)


def test_too_many_states_are_told() -> None:
    _, pack, _, facts = drawn(3)
    target = ThePlan(pack, with_only(pack, facts, ()))
    start = target.start(facts)
    assert asks(start)
    with pytest.raises(TooLarge):
        Optimum(target, most=0).cost(start)


@pytest.mark.parametrize("seed", range(20))
def test_the_best_is_a_question_of_that_cost(seed: int) -> None:
    _, pack, _, facts = drawn(seed)
    target = TheClass(pack, with_only(pack, facts, ()))
    best, state = Optimum(target), target.start(facts)
    while (variable := best.best(state)) is not None:
        assert best.asking(state, variable) == pytest.approx(best.cost(state))
        state = answer(target, state, variable, target.unknowns.unknown(variable).answers[0][0])
    assert settling.asks(state) == frozenset() or target.settled(state)


@pytest.mark.parametrize("seed", range(40))
def test_the_ends_are_among_the_possible_classes(seed: int) -> None:
    _, pack, _, facts = drawn(seed)
    facts = facts_of(pack)  # nothing declined: of that each class is taken by itself here
    target = TheClass(pack, with_only(pack, facts, ()))
    classes = list(pack.sections.classes.classes)
    ends = {classes[number] for number in target.ends(target.start(facts))}
    assert ends <= set(screened(pack).classification.possible)
