"""Promise 1: three truth values, and unknown is never read as no or as yes."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import hoogeveen as oracle

from kansrijk.assessment import assess
from kansrijk.case.case import Case
from kansrijk.engine.durable import DurableEngine, available
from kansrijk.engine.reference import ReferenceEngine
from kansrijk.engine.ruleset import Known, Ruleset
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Compare,
    Count,
    FactRef,
    FirstKnown,
    NormRef,
    Not,
    OneOf,
)
from kansrijk.pack.pack import PackRule, facts_in, leaves

from .strategies import case_data, load, pack_data, read

ENGINES = [ReferenceEngine(), *([DurableEngine()] if available() else [])]
SIGN = {"T": True, "F": False, "U": None}
FACTS = tuple(OneOf(f"b{n}", (True,)) for n in range(3))

# Kleene's strong tables, copied from a book: rows T U F, columns T U F.
CONJUNCTION = {"T": "TUF", "U": "UUF", "F": "FFF"}
DISJUNCTION = {"T": "TTT", "U": "TUU", "F": "TUF"}
NEGATION = {"T": "F", "U": "U", "F": "T"}
COALESCE = {"T": "TTT", "U": "TUF", "F": "FFF"}


def known(signs: str, **norms: object) -> Known:
    answered = {f"b{n}": SIGN[sign] for n, sign in enumerate(signs) if sign != "U"}
    return Known(answered, norms)


def ask(engine: object, conditions: dict[str, object], case: Known) -> dict[str, str]:
    rules = tuple(PackRule(f"criterion:{id}", "findings", when) for id, when in conditions.items())
    values = {f"b{n}": (False, True) for n in range(3)}
    ruleset = Ruleset(f"tables-{sorted(conditions)}", rules, values)
    names = {True: "T", False: "F", None: "U"}
    found = engine.findings(ruleset, case)
    return {key.partition(":")[2]: names[truth] for key, truth in found.items()}


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_operators_follow_the_tables(engine: object) -> None:
    a, b, _ = FACTS
    asked = {
        "all": All((a, b)),
        "any": AnyOf((a, b)),
        "not": Not(a),
        "first": FirstKnown((a, b)),
        "not_all": Not(All((a, b))),
        "all_not": All((Not(a), Not(b))),
        "any_not": AnyOf((Not(a), Not(b))),
    }
    for one, other in itertools.product("TUF", repeat=2):
        column = "TUF".index(other)
        assert ask(engine, asked, known(one + other)) == {
            "all": CONJUNCTION[one][column],
            "any": DISJUNCTION[one][column],
            "not": NEGATION[one],
            "first": COALESCE[one][column],
            "not_all": NEGATION[CONJUNCTION[one][column]],
            "all_not": NEGATION[DISJUNCTION[one][column]],
            "any_not": NEGATION[CONJUNCTION[one][column]],
        }


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_counts_are_what_every_completion_agrees_on(engine: object) -> None:
    domains = ("p", "p", "q")
    asked: dict[str, object] = {f"{n}": Count(n, FACTS) for n in (1, 2, 3)}
    asked |= {f"{n} over {d}": Count(n, FACTS, d, domains) for n in (1, 2, 3) for d in (1, 2)}
    for signs in map("".join, itertools.product("TUF", repeat=3)):
        full = list(itertools.product(*({"U": "TF"}.get(sign, sign) for sign in signs)))
        expected = {}
        for name in asked:
            n, _, d = name.partition(" over ")
            outcomes = {
                one.count("T") >= int(n)
                and len({domains[i] for i in range(3) if one[i] == "T"}) >= int(d or 0)
                for one in full
            }
            expected[name] = "U" if len(outcomes) > 1 else "T" if True in outcomes else "F"
        assert ask(engine, asked, known(signs)) == expected


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_a_count_with_an_unknown_threshold_is_unknown(engine: object) -> None:
    asked = {
        "bare": Count(NormRef("few"), FACTS),
        "set": Count(1, FACTS, NormRef("few"), ("p",) * 3),
    }
    assert ask(engine, asked, known("TTT")) == {"bare": "U", "set": "U"}
    assert ask(engine, asked, known("TTT", few=1)) == {"bare": "T", "set": "T"}


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_comparisons_are_unknown_where_a_side_is(engine: object) -> None:
    words = ("at_least", "at_most", "above", "below")
    asked = {
        f"{word} {kind}": Compare("n", word, bound)
        for word in words
        for kind, bound in (("norm", NormRef("k")), ("fact", FactRef("m")), ("own", 5))
    }
    expected = {4: "FTFT", 5: "TTFF", 6: "TFTF"}
    for value, signs in expected.items():
        case = Known({"n": value, "m": 5}, {"k": 5})
        assert ask(engine, asked, case) == {
            name: signs[words.index(name.split()[0])] for name in asked
        }
        no_bound = ask(engine, asked, Known({"n": value}, {}))
        assert {no_bound[name] for name in asked if "own" not in name} == {"U"}
    assert set(ask(engine, asked, Known({"m": 5}, {"k": 5})).values()) == {"U"}


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)
def test_answered_is_never_unknown(engine: object) -> None:
    asked = {"it": Answered("b0"), "not": Not(Answered("b0"))}
    assert ask(engine, asked, known("F")) == {"it": "T", "not": "F"}
    assert ask(engine, asked, known("U")) == {"it": "F", "not": "T"}


def outcome_but_for_questions(result: object) -> dict[str, object]:
    data = result.to_dict()
    asked = {question["fact"] for question in data.pop("questions")}
    data["receipt"].pop("facts_missing")
    return {"asked": asked, **data}


@settings(max_examples=80)
@given(st.integers(0, 10**9))
def test_declined_differs_from_unanswered_in_being_asked_only(hoogeveen, seed: int) -> None:
    rng = random.Random(seed)
    on = oracle.datetime.date(2018, 1, 1) + oracle.datetime.timedelta(days=rng.randint(0, 3500))
    facts = oracle.draw_facts(rng, on)
    open_ = [id for id in hoogeveen.sections.facts if id not in facts]
    said_no = set(rng.sample(open_, min(len(open_), rng.randint(1, 8))))
    case = {"case": "d", "due_date": on, "facts": facts}
    plain = outcome_but_for_questions(assess(hoogeveen, Case.model_validate(case), on=on))
    case["facts"] = facts | dict.fromkeys(said_no, "declined")
    other = outcome_but_for_questions(assess(hoogeveen, Case.model_validate(case), on=on))
    before, after = plain.pop("asked"), other.pop("asked")
    assert other == plain
    assert not said_no & after
    # Without one part of a measure, the others tell nothing.
    assert before - after - said_no <= asked_together(hoogeveen, said_no)
    # One who would not give her weight may be asked for the other measure of it.
    assert after - before <= {"gewicht_eerste_consult_kg"}


def asked_together(pack, said_no: set[str]) -> set[str]:
    """The facts that share a test or a derivation with one of these, over any number of steps."""
    together = [set(facts_in(leaf)) for rule in pack.rules for leaf in leaves(rule.when)]
    for id, fact in pack.sections.facts.items():
        text = str(fact.derive)
        together.append({id, *(other for other in pack.sections.facts if f"'{other}'" in text)})
    touched, size = set(said_no), 0
    while len(touched) > size:
        size = len(touched)
        touched.update(*(group for group in together if touched & group))
    return touched


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_declined_in_random_packs(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng)
    pack = load(sections)
    case, on = case_data(rng, sections)
    case["observations"] = []
    facts = case["facts"]
    open_ = [id for id in sections["facts"] if facts.get(id) is None]
    said_no = set(rng.sample(open_, rng.randint(0, len(open_))))
    case["facts"] = {id: value for id, value in facts.items() if id not in said_no}
    plain = outcome_but_for_questions(assess(pack, read(case), on=on))
    case["facts"] |= dict.fromkeys(said_no, "declined")
    other = outcome_but_for_questions(assess(pack, read(case), on=on))
    before, after = plain.pop("asked"), other.pop("asked")
    assert after <= before - said_no
    assert before - after - said_no <= asked_together(pack, said_no)
    assert other == plain


@settings(max_examples=100)
@given(st.integers(0, 10**9))
def test_a_truth_that_stands_without_first_known_stands_after_any_answer(seed: int) -> None:
    """Unknown is read as neither: what is true or false now stays so whatever is answered."""
    rng = random.Random(seed)
    sections = pack_data(rng, small=True)
    text = str(sections["criteria"])
    if "first_known" in text or "answered" in text:
        return
    pack = load(sections)
    case, on = case_data(rng, sections)
    case["observations"] = []
    before = assess(pack, read(case), on=on).screening
    for id, fact in sections["facts"].items():
        if case["facts"].get(id) in (None, "declined"):
            values = (True, False) if fact["type"] == "boolean" else tuple(fact["values"])
            case["facts"][id] = rng.choice(values)
    after = assess(pack, read(case), on=on).screening
    for found, later in zip(before.criteria, after.criteria, strict=True):
        assert found.truth in (None, later.truth)
