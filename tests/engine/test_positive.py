"""What the lowering promises: three truths by positive clauses alone, within its bounds."""

from __future__ import annotations

import itertools

import pytest

from kansrijk.engine.clauses import HOLDS, MAX_ATOMS
from kansrijk.engine.positive import lower
from kansrijk.engine.readings import Case, EngineError, Given, Place, Sign, Tally, Truth, reader
from kansrijk.engine.ruleset import Known
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    ClassIs,
    Compare,
    Count,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
)
from kansrijk.pack.pack import PackRule

VALUES = dict.fromkeys("pqr", (False, True))
P, Q, R = (OneOf(name, (True,)) for name in "pqr")


def lowered(*conditions, **more):
    rules = [PackRule(f"r{n}", "findings", when) for n, when in enumerate(conditions)]
    return lower(rules, VALUES, **more)


def run(program, known, given=(), possible=(), values=VALUES):
    """The program by hand: what each goal says, and nothing else."""
    case = Case(known, dict(given), possible)
    case.codes = [None] * len(program.readings)
    for now in program.rounds:
        for i in now.readings:
            case.codes[i] = reader(program.readings[i], values)(case)
        for goal in now.goals:
            if all(holds(case.codes[i], op, value) for i, op, value in goal.clause):
                assert case.truths.setdefault(goal.of, goal.truth) is goal.truth
    return [case.truths.get(key) for key in program.keys]


def holds(code, op, value):
    return code is None if op == "unknown" else code is not None and HOLDS[op](code, value)


def kleene(when, facts):
    """False, unknown, true as 0, 1, 2."""

    def of(item):
        return kleene(item, facts)

    match when:
        case All(items):
            return min(map(of, items))
        case AnyOf(items):
            return max(map(of, items))
        case Not(item):
            return 2 - of(item)
        case FirstKnown(ways):
            return next((of(way) for way in ways if of(way) != 1), 1)
        case Count(at_least, items):
            return sum(sum(of(i) >= least for i in items) >= at_least for least in (1, 2))
        case Answered(fact):
            return 2 * (fact in facts)
        case OneOf(fact):
            return {None: 1, True: 2, False: 0}[facts.get(fact)]


@pytest.mark.parametrize("kind", [All, AnyOf, FirstKnown])
@pytest.mark.parametrize("many", [1, 8, 9, 17, 40, 41, 81])
def test_of_many_parts_each_one_counts(kind, many):
    """Also of more than fit in a clause, or than are taken at once."""
    names = [f"p{n}" for n in range(many)]
    when = kind(tuple(OneOf(name, (True,)) for name in names))
    rules = [PackRule("r0", "findings", when)]
    values = dict.fromkeys(names, (False, True))
    program = lower(rules, values)
    others = {All: True, AnyOf: False, FirstKnown: None}[kind]
    for name in dict.fromkeys((names[0], names[many // 2], names[-1])):
        for value in (False, None, True):
            told = {**dict.fromkeys(names, others), name: value}
            facts = {id: value for id, value in told.items() if value is not None}
            expected = [False, None, True][kleene(when, facts)]
            assert run(program, Known(facts, {}), values=values) == [expected]


SHAPES = [
    P,
    Not(P),
    All((P, Q)),
    AnyOf((P, Q, R)),
    Not(All((P, Not(Q)))),
    AnyOf((All((P, Q)), All((Not(P), R)))),
    FirstKnown((P, Q)),
    FirstKnown((P, Not(Q), R)),
    Not(FirstKnown((All((P, Q)), R))),
    FirstKnown((AnyOf((P, Not(Q))), R)),
    FirstKnown((FirstKnown((P, Q)), R)),
    FirstKnown((Count(2, (P, Q)), R)),
    FirstKnown((Answered("p"), Q)),
    FirstKnown((All((P, Not(P))), Q)),
    All((FirstKnown((P, Q)), Not(R))),
    Count(2, (P, Q, R)),
    Not(Count(1, (P, Not(Q)))),
    Count(1, (All((P, Q)), FirstKnown((Q, R)))),
    Count(0, (P,)),
    AnyOf((Answered("p"), Q)),
]


@pytest.mark.parametrize("when", SHAPES, ids=str)
def test_a_condition_has_its_three_truths(when):
    program = lowered(when)
    for answers in itertools.product((None, True, False), repeat=3):
        facts = {name: v for name, v in zip("pqr", answers, strict=True) if v is not None}
        assert run(program, Known(facts, {})) == [(False, None, True)[kleene(when, facts)]]


def test_unknown_is_asked_only_where_a_way_may_be_passed_by():
    def asked(*conditions):
        return {
            atom.op
            for now in lowered(*conditions).rounds
            for goal in now.goals
            for atom in goal.clause
        }

    assert "unknown" not in asked(*[when for when in SHAPES if "FirstKnown" not in str(when)])
    assert "unknown" in asked(FirstKnown((P, Q)))


def test_rules_that_look_at_no_rule_share_one_round():
    program = lowered(P, All((P, Q)), Count(2, (P, Q, R)), FirstKnown((P, All((Q, R)))))
    assert len(program.rounds) == 1


def test_a_rule_comes_a_round_after_those_it_looks_at():
    program = lowered(P, Not(Rule("r0")), AnyOf((Q, Rule("r1"))), Count(2, (Rule("r0"), R)))
    assert [{goal.of for goal in now.goals} for now in program.rounds] == [
        {"r0"},
        {"r1", "r3"},
        {"r2"},
    ]


def test_a_reading_is_shared_by_all_that_ask_it():
    number = [Compare("n", how, 18) for how in ("at_least", "below", "above", "at_most")]
    program = lowered(P, Not(P), *number, Compare("n", "above", 19))
    assert program.readings == (Place("p"), Sign("n", 18), Sign("n", 19))


def test_a_rule_of_before_is_given_and_one_of_its_own_is_a_truth():
    program = lowered(Rule("before"), Rule("r0"), given=["before"])
    assert program.readings == (Given("before"), Truth("r0"))
    assert run(program, Known({}, {}), {"before": False}) == [False, False]


def test_a_class_may_be_looked_at_once_it_is_known():
    asked = [ClassIs(("high",)), ClassIs(("high", "low")), MayBe(("high",)), ClassIs(("other",))]
    program = lowered(*asked, classified=True)
    assert run(program, Known({}, {}), possible=("high", "low")) == [None, True, True, False]
    assert run(program, Known({}, {}), possible=("high",)) == [True, True, True, False]
    assert run(program, Known({}, {}), possible=("low",)) == [False, True, False, False]
    with pytest.raises(EngineError, match="the class is looked at before it is known"):
        lowered(*asked)


def test_a_rule_cannot_be_looked_at_before_it_has_a_truth():
    with pytest.raises(EngineError, match="rule `r1` is looked at before it has a truth"):
        lowered(Rule("r1"), P)


def test_large_products_become_parts_within_the_bounds():
    sums = tuple(
        AnyOf(tuple(OneOf(f"f{i}", (word,)) for word in "abcd")) for i in range(MAX_ATOMS + 20)
    )
    program = lowered(All(sums), FirstKnown((Not(All(sums)), P)), FirstKnown(sums))
    goals = [goal for now in program.rounds for goal in now.goals]
    assert max(len(goal.clause) for goal in goals) <= MAX_ATOMS
    assert len(goals) < 2_500  # and not 4 ** 60
    facts = {f"f{i}": "a" for i in range(MAX_ATOMS + 20)}
    assert run(program, Known(facts, {})) == [True, False, True]
    assert run(program, Known(facts | {"f3": "x"}, {})) == [False, True, True]
    assert run(program, Known({"p": True}, {})) == [None, True, None]


def test_the_domains_of_a_count_are_those_that_have_a_name():
    spread = Count(2, (P, Q, R), 2, ("one", "two", ""))
    program = lowered(spread)
    assert {type(reading) for reading in program.readings} == {Place, Tally}
    assert run(program, Known({"p": True, "q": True}, {})) == [True]
    assert run(program, Known({"p": True, "r": True}, {})) == [None]
    assert run(program, Known({"p": True, "r": True, "q": False}, {})) == [False]


def test_a_count_whose_number_is_unknown_is_unknown():
    for when in (Count(NormRef("few"), (P, Q)), Count(1, (P, Q), NormRef("few"), ("x", "y"))):
        program = lowered(when, FirstKnown((when, R)))
        facts = {"p": True, "q": True, "r": False}
        assert run(program, Known(facts, {})) == [None, False]
        assert run(program, Known(facts, {"few": 2})) == [True, True]
        assert run(program, Known(facts, {"few": 3})) == [False, False]


def test_a_clause_that_a_shorter_one_covers_is_left_out():
    ((goals,),) = [[now.goals for now in lowered(AnyOf((All((P, Q)), P))).rounds]]
    assert [len(goal.clause) for goal in goals if goal.truth] == [1]


def test_a_table_gives_the_column_that_a_fact_picks():
    program = lowered(Compare("n", "at_least", NormRef("table", "age")))
    table = {"table": {18: 25, 19: 30}}
    assert run(program, Known({"n": 27, "age": 18}, table)) == [True]
    assert run(program, Known({"n": 27, "age": 19}, table)) == [False]
    for facts, norms in [({"n": 27}, table), ({"n": 27, "age": 20}, table), ({"age": 18}, {})]:
        assert run(program, Known(facts, norms)) == [None]


def test_something_is_going_on_or_it_is_not():
    program = lowered(After(("loss", "placement")), FirstKnown((After(("loss",)), P)))
    assert run(program, Known({}, {}, None, frozenset({"loss"}))) == [True, True]
    assert run(program, Known({"p": True}, {}, None, frozenset({"placement"}))) == [True, False]
    assert run(program, Known({"p": True}, {})) == [False, False]


def test_a_phase_is_one_or_it_is_not():
    program = lowered(PhaseIs(("one", "two")), FirstKnown((PhaseIs(("one",)), P)))
    assert run(program, Known({}, {}, "one")) == [True, True]
    assert run(program, Known({"p": True}, {}, "two")) == [True, False]
    assert run(program, Known({"p": True}, {})) == [False, False]
