"""The reference engine beside the tables of Kleene, written out in full."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from builders import ON, event, facts_of, small_pack

from kansrijk.engine import reference
from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import Known, Ruleset, bound_of, compile_pack, known_of, words_of
from kansrijk.pack.condition import (
    After,
    All,
    Answered,
    AnyOf,
    ClassIs,
    Compare,
    Condition,
    Count,
    FactRef,
    FirstKnown,
    MayBe,
    NormRef,
    Not,
    OneOf,
    PhaseIs,
    Rule,
)
from kansrijk.pack.pack import PackRule

T, F, U = OneOf("yes", (True,)), OneOf("yes", (False,)), OneOf("open", (True,))
TRUTH: dict[Condition, bool | None] = {T: True, F: False, U: None}
FACTS: dict[str, Any] = {"yes": True, "age": 18, "half": Fraction(1, 2), "word": "a"}
NORMS: dict[str, Any] = {
    "two": 2,
    "words": ("a", "b"),
    "word": "ab",
    "table": {18: 2, 19: 3},
    "by_word": {"a": 5},
}


def of(
    condition: Condition,
    *,
    truths: dict[str, bool | None] | None = None,
    possible: tuple[str, ...] = (),
    phase: str | None = None,
    circumstances: frozenset[str] = frozenset(),
) -> bool | None:
    known = Known(FACTS, NORMS, phase, circumstances)
    return reference.test_of(condition)(View(known, truths or {}, possible))


@pytest.mark.parametrize(
    ("left", "right", "both", "either", "first"),
    [
        (T, T, True, True, True),
        (T, F, False, True, True),
        (T, U, None, True, True),
        (F, T, False, True, False),
        (F, F, False, False, False),
        (F, U, False, None, False),
        (U, T, None, True, True),
        (U, F, False, None, False),
        (U, U, None, None, None),
    ],
)
def test_two_by_the_strong_tables(
    left: Condition, right: Condition, both: Any, either: Any, first: Any
) -> None:
    assert of(All((left, right))) is both
    assert of(AnyOf((left, right))) is either
    assert of(FirstKnown((left, right))) is first


@pytest.mark.parametrize(("item", "other"), [(T, False), (F, True), (U, None)])
def test_not(item: Condition, other: Any) -> None:
    assert of(Not(item)) is other
    assert of(Not(Not(item))) is TRUTH[item]


@pytest.mark.parametrize(
    ("items", "by_least"),
    [
        ((T, T, T), (True, True, True, False)),
        ((T, T, F), (True, True, False, False)),
        ((T, T, U), (True, True, None, False)),
        ((T, U, U), (True, None, None, False)),
        ((F, U, U), (None, None, False, False)),
        ((F, F, U), (None, False, False, False)),
        ((F, F, F), (False, False, False, False)),
    ],
)
def test_counts_from_one_to_four(items: tuple[Condition, ...], by_least: tuple[Any, ...]) -> None:
    found = tuple(of(Count(least, items)) for least in (1, 2, 3, 4))
    assert found == by_least


def test_a_count_spread_over_domains() -> None:
    def spread(*truths: Condition, least: int = 2, domains: Any = 2) -> bool | None:
        return of(Count(least, truths, domains, ("x", "x", "y")))

    assert spread(T, T, F) is False
    assert spread(T, F, T) is True
    assert spread(T, T, U) is None
    assert spread(T, U, F) is False
    assert spread(U, T, T) is True
    assert spread(T, T, T, least=1, domains=3) is False
    assert spread(T, T, F, domains=1) is True


def test_a_count_by_a_norm() -> None:
    assert of(Count(NormRef("two"), (T, T))) is True
    assert of(Count(NormRef("none"), (T, T))) is None
    assert of(Count(1, (T,), NormRef("none"), ("x",))) is None
    assert of(Count(1, (T, T), NormRef("two"), ("x", "y"))) is True


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (OneOf("word", ("a",)), True),
        (OneOf("word", ("b", "c")), False),
        (OneOf("none", ("b", "c")), None),
        (OneOf("word", NormRef("words")), True),
        (OneOf("word", NormRef("word")), False),  # a word, not its letters
        (OneOf("word", NormRef("none")), None),
        (Compare("age", "at_least", 18), True),
        (Compare("age", "at_least", 19), False),
        (Compare("age", "at_most", 18), True),
        (Compare("age", "at_most", 17), False),
        (Compare("age", "above", 18), False),
        (Compare("age", "above", 17), True),
        (Compare("age", "below", 18), False),
        (Compare("age", "below", Fraction(181, 10)), True),
        (Compare("half", "at_least", Fraction(1, 2)), True),
        (Compare("none", "below", 18), None),
        (Compare("age", "above", NormRef("two")), True),
        (Compare("age", "above", NormRef("none")), None),
        (Compare("age", "above", NormRef("table", "age")), True),
        (Compare("age", "above", NormRef("table", "half")), None),
        (Compare("age", "above", NormRef("table", "none")), None),
        (Compare("age", "above", NormRef("none", "age")), None),
        (Compare("age", "above", NormRef("by_word", "word")), True),
        (Compare("age", "above", FactRef("half")), True),
        (Compare("age", "above", FactRef("none")), None),
        (Answered("age"), True),
        (Answered("none"), False),
        (Not(Answered("none")), True),
    ],
    ids=str,
)
def test_leaves(condition: Condition, expected: Any) -> None:
    assert of(condition) is expected


def test_another_rule() -> None:
    for found in (True, False, None):
        assert of(Rule("criterion:x"), truths={"criterion:x": found}) is found


@pytest.mark.parametrize(
    ("possible", "is_high", "may_be_high"),
    [(("high",), True, True), (("low",), False, False), (("high", "low"), None, True)],
)
def test_the_class(possible: tuple[str, ...], is_high: Any, may_be_high: bool) -> None:
    assert of(ClassIs(("high",)), possible=possible) is is_high
    assert of(MayBe(("high",)), possible=possible) is may_be_high
    assert of(ClassIs(("high", "low")), possible=possible) is True
    assert of(ClassIs(("middle",)), possible=possible) is False


def test_the_phase() -> None:
    assert of(PhaseIs(("early", "later")), phase="later") is True
    assert of(PhaseIs(("early",)), phase="later") is False
    assert of(PhaseIs(("early",))) is False


def test_what_is_going_on() -> None:
    around = frozenset({"loss", "stillbirth"})
    assert of(After(("placement", "stillbirth")), circumstances=around) is True
    assert of(After(("placement",)), circumstances=around) is False
    assert of(After(("loss",))) is False


def test_strata_run_apart_and_each_rule_sees_those_before_it() -> None:
    rules = (
        PackRule("criterion:a", "findings", T),
        PackRule("criterion:b", "findings", All((Rule("criterion:a"), U))),
        PackRule("class:high", "classes", AnyOf((Rule("criterion:b"), F))),
        PackRule("action:x", "consequences", All((Rule("criterion:a"), MayBe(("high",))))),
    )
    ruleset, known = Ruleset("hash of these", rules, {}), Known(FACTS, NORMS)
    engine = ReferenceEngine()
    truths = engine.findings(ruleset, known)
    assert truths == {"criterion:a": True, "criterion:b": None, "class:high": None}
    assert engine.consequences(ruleset, known, truths, ("high", "low")) == {"action:x": True}
    assert engine.consequences(ruleset, known, truths, ("low",)) == {"action:x": False}
    assert truths == {"criterion:a": True, "criterion:b": None, "class:high": None}
    assert engine.name == "reference"


# What an engine is given


def test_a_pack_as_an_engine_takes_it() -> None:
    pack = small_pack()
    ruleset = compile_pack(pack)
    assert ruleset.rules == pack.rules
    assert ruleset.hash == pack.hash
    assert ruleset.values["smoking"] == ("never", "stopped", "daily")
    assert ruleset.values["poor"] == (False, True)
    assert ruleset.values.keys().isdisjoint(["friends", "income", "story"])
    same, other = compile_pack(small_pack()), compile_pack(small_pack(pack={"version": "2.0.0"}))
    assert ruleset == same
    assert hash(ruleset) == hash(same)
    assert ruleset != other
    assert ruleset != pack.hash


def test_facts_as_an_engine_takes_them() -> None:
    known = known_of(facts_of(small_pack(), ON, due_date="2026-04-10", facts={"poor": True}))
    assert known.facts == {"poor": True}
    assert known.norms["enough"] == 3
    assert known.phase == "early"
    assert known.circumstances == frozenset()
    lost = {**event("2026-03-01", "loss"), "kind": "stillbirth"}
    known = known_of(facts_of(small_pack(), ON, events=[lost]))
    assert known.circumstances == {"loss", "stillbirth"}


def test_bounds_and_words() -> None:
    known = Known(FACTS, NORMS)
    assert bound_of(Fraction(1, 2))(known) == Fraction(1, 2)
    assert bound_of(NormRef("table", "age"))(known) == 2
    assert words_of(("x",))(known) == ("x",)
    assert words_of(NormRef("word"))(known) == ("ab",)
