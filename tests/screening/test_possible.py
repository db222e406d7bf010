"""Possible classes beside brute force: small random packs, every answer in every order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from builders import ON, facts_of, screened, shipped_pack, small_pack
from hypothesis import assume, given
from hypothesis import strategies as st
from oracle import hoogeveen as oracle

from kansrijk.engine.reference import ReferenceEngine, View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.pack import Pack
from kansrijk.screening.answers import Answering
from kansrijk.screening.askable import open_facts
from kansrijk.screening.possible import Search
from kansrijk.screening.questions import class_rules

# A brute evaluator over the conditions as they are written. It shares no code with the program.

DOMAINS: dict[str, list[Any]] = {
    "b1": [True, False],
    "b2": [True, False],
    "c1": ["a", "b", "c"],
    "n1": [0, 1, 2, 3],
}
NORMS = {"two": 2, "gap": None}
State = dict[str, Any]
When = dict[str, Any]


def evaluate(when: When, state: State, rules: dict[str, When]) -> bool | None:
    ((key, asked),) = when.items()
    match key:
        case "all" | "any" | "first_known":
            found = [evaluate(item, state, rules) for item in asked]
            if key == "first_known":
                return next((truth for truth in found if truth is not None), None)
            decisive = key == "any"
            if decisive in found:
                return decisive
            return None if None in found else not decisive
        case "not":
            inner = evaluate(asked, state, rules)
            return None if inner is None else not inner
        case "count":
            found = [evaluate(item, state, rules) for item in asked["of"]]
            least = number(asked["at_least"], state)
            if least is None:
                return None
            if found.count(True) >= least:
                return True
            return None if found.count(True) + found.count(None) >= least else False
        case "criterion":
            return evaluate(rules[asked], state, rules)
        case "answered":
            return known(asked, state) is not None
    value = known(key, state)
    if isinstance(asked, dict):
        ((comparator, bound),) = asked.items()
        bound = number(bound, state)
        if value is None or bound is None:
            return None
        return bool(value >= bound if comparator == "at_least" else value < bound)
    return None if value is None else value in (asked if isinstance(asked, list) else [asked])


def known(fact: str, state: State) -> Any:
    if fact == "sum1":
        parts = [state.get("n1"), state.get("n2")]
        return None if None in parts else sum(parts)
    return state.get(fact)


def number(bound: Any, state: State) -> Any:
    if isinstance(bound, dict):
        return NORMS[bound["norm"]] if "norm" in bound else known(bound["fact"], state)
    return bound


def required(when: When, state: State, rules: dict[str, When]) -> Iterator[str]:
    """A leaf that is not answered, of an unknown part of what is unknown."""
    if evaluate(when, state, rules) is not None:
        return
    ((key, asked),) = when.items()
    match key:
        case "all" | "any" | "first_known":
            for item in asked:
                yield from required(item, state, rules)
        case "count":
            for item in asked["of"]:
                yield from required(item, state, rules)
        case "not":
            yield from required(asked, state, rules)
        case "criterion" | "answered":
            return  # a criterion is a rule of its own
        case _:
            of = [key]
            if isinstance(asked, dict):
                bound = next(iter(asked.values()))
                of += [bound["fact"]] if isinstance(bound, dict) and "fact" in bound else []
            for fact in of:
                inputs = ("n1", "n2") if fact == "sum1" else (fact,)
                yield from (one for one in inputs if one not in state)


def brute(data: dict[str, Any], state: State) -> set[str]:
    """Every class that is reached by answering what is required, until nothing is."""
    criteria, classes = data["criteria"], data["classes"]
    all_rules = [*criteria.values(), *classes.values(), data["signal"]]
    reached: set[str] = set()
    seen: set[frozenset[Any]] = set()
    todo = [state]
    while todo:
        now = todo.pop()
        if frozenset(now.items()) in seen:
            continue
        seen.add(frozenset(now.items()))
        asked = {fact for when in all_rules for fact in required(when, now, criteria)}
        for fact in asked:
            domain = DOMAINS.get(fact) or [0, 1, 2, 3]
            todo += [{**now, fact: value} for value in domain]
        if not asked:
            for id in ("high", "middle", "low"):
                truth = evaluate(classes[id], now, criteria) if id in classes else True
                if truth is not False:
                    reached.add(id)
                if truth is True:
                    break
    return reached


# Random packs

ASK = {"question": "?", "asked_by": "nurse"}
NUMBER = {"type": "integer", "unit": "people", "range": [0, 3], **ASK}
BASED = {"basis": "policy", "source": "law"}


def conditions(leaves: st.SearchStrategy[When]) -> Any:
    words = ["all", "any", "first_known"]
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(
                lambda k, i: {k: i}, st.sampled_from(words), st.lists(inner, min_size=1, max_size=3)
            ),
            st.builds(lambda i: {"not": i}, inner),
            st.builds(
                lambda i, n: {"count": {"at_least": min(n, len(i)), "of": i}},
                st.lists(inner, min_size=1, max_size=3),
                st.integers(1, 3),
            ),
            st.builds(
                lambda i, norm: {"count": {"at_least": {"norm": norm}, "of": i}},
                st.lists(inner, min_size=2, max_size=3),
                st.sampled_from(["two", "gap"]),
            ),
        ),
        max_leaves=4,
    )  # fmt: skip


def compare(facts: list[str], bounds: st.SearchStrategy[Any]) -> st.SearchStrategy[When]:
    return st.builds(
        lambda fact, comparator, bound: {fact: {comparator: bound}},
        st.sampled_from(facts),
        st.sampled_from(["at_least", "below"]),
        bounds,
    )


plain_leaves = st.one_of(
    st.builds(lambda f, v: {f: v}, st.sampled_from(["b1", "b2"]), st.booleans()),
    st.builds(lambda v: {"c1": v}, st.lists(st.sampled_from("abc"), min_size=1, max_size=2)),
    compare(["n1"], st.integers(0, 3)),
    st.builds(lambda v: {"n1": v}, st.lists(st.integers(0, 3), min_size=1, max_size=2)),
)
odd_leaves = st.one_of(
    plain_leaves,
    compare(["n1"], st.sampled_from([{"norm": "two"}, {"norm": "gap"}])),
    st.builds(lambda f: {"answered": f}, st.sampled_from(["b1", "c1", "n1"])),
)
summed_leaves = st.one_of(
    plain_leaves,
    compare(["sum1"], st.integers(0, 6)),
    compare(["n2"], st.sampled_from([{"fact": "n1"}, 1])),
)
OF_CRITERIA = st.sampled_from([{"criterion": id} for id in ("k1", "k2")])


@st.composite
def packs(draw: Any, leaves: Any = odd_leaves, *, apart: bool = True) -> dict[str, Any]:
    """Criteria, classes over them, and a signal; `apart`: nobody else asks what the class needs."""
    criteria = {id: draw(conditions(leaves)) for id in ("k1", "k2")}
    of_class = conditions(st.one_of(OF_CRITERIA, leaves))
    every = [{"criterion": "k1"}, {"criterion": "k2"}]
    classes = {
        "high": draw(st.one_of(of_class, st.just({"all": every}))),
        "middle": {"any": [*every, draw(of_class)]},
    }
    signal = {"violence": True} if apart else draw(conditions(leaves))
    return {"criteria": criteria, "classes": classes, "signal": signal}


def pack_from(data: dict[str, Any], norms: Any = None) -> Pack:
    criterion = {"domain": "money", "no_action": "none", **BASED}
    sum1 = {"type": "integer", "unit": "people", "range": [0, 6], "label": "sum1",
            "derive": {"sum": {"of": ["n1", "n2"]}}}  # fmt: skip
    values = {id: id for id in "abc"}
    gap = {
        "label": "gap",
        "unit": "people",
        "values": [{"from": "2040-01-01", "value": 2}],
        **BASED,
    }
    return small_pack(
        facts={
            "b1": {"type": "boolean", "label": "b1", **ASK},
            "b2": {"type": "boolean", "label": "b2", **ASK},
            "c1": {"type": "choice", "values": values, "label": "c1", **ASK},
            "n1": {"label": "n1", **NUMBER},
            "n2": {"label": "n2", **NUMBER},
            "sum1": sum1,
        },
        norms={
            "gap": gap,
            "two": {"label": "two", "unit": "people", "value": 2, **BASED},
            **(norms or {}),
        },
        criteria={
            "poverty": None,
            "solitude": None,
            **{
                id: {**criterion, "label": id, "when": when}
                for id, when in data["criteria"].items()
            },
        },
        signals={"danger": {"when": data["signal"]}},
        classes={
            "classes": {
                id: {"when": when, "may_fall": True} for id, when in data["classes"].items()
            }
        },
        phases={"early": {"goals": {"money": None}}},
        actions={"help": None},
    )


partial = st.fixed_dictionaries(
    {}, optional={id: st.sampled_from([*values, "declined"]) for id, values in DOMAINS.items()}
)


def possible(data: dict[str, Any], answers: State) -> set[str]:
    found = screened(pack_from(data), facts=answers).classification
    assert found.possible == tuple(id for id in ("high", "middle", "low") if id in found.possible)
    assert found.possible
    assert found.level == (found.possible[0] if len(found.possible) == 1 else None)
    return set(found.possible)


def given_answers(answers: State) -> State:
    return {id: value for id, value in answers.items() if value != "declined"}


@given(packs(), partial)
def test_exactly_what_can_be_reached_is_possible(data: dict[str, Any], answers: State) -> None:
    assert possible(data, answers) == brute(data, given_answers(answers))


@given(packs(apart=False), partial)
def test_nothing_that_another_rule_brings_about_is_left_out(
    data: dict[str, Any], answers: State
) -> None:
    assert possible(data, answers) >= brute(data, given_answers(answers))


@st.composite
def packs_of_ways(draw: Any) -> dict[str, Any]:
    """The higher class is measured in two ways; the first rests on a known fact and a rule."""
    data: dict[str, Any] = draw(packs())
    data["criteria"]["k1"] = {"c1": draw(st.sampled_from(["a", ["a", "b"]]))}
    first = draw(conditions(st.sampled_from([{"criterion": "k1"}, {"b1": True}, {"b1": False}])))
    data["classes"]["high"] = {"first_known": [first, {"b2": True}]}
    return data


@given(packs_of_ways(), st.fixed_dictionaries({"b1": st.booleans(), "b2": st.booleans()}))
def test_a_way_that_becomes_known_by_another_rule_is_waited_for(
    data: dict[str, Any], answers: State
) -> None:
    """One with no open fact of its own was taken for one that stays unknown."""
    assert possible(data, answers) == brute(data, given_answers(answers))


@st.composite
def packs_of_answers(draw: Any) -> dict[str, Any]:
    """A criterion that nothing but an answer makes unknown again, beside a way that then turns."""
    data: dict[str, Any] = draw(packs())
    leaves = st.sampled_from([{"answered": "c1"}, {"b1": True}, {"b1": False}])
    data["criteria"]["k1"] = {"c1": draw(st.sampled_from(["a", ["a", "b"]]))}
    data["criteria"]["k2"] = {"first_known": [draw(conditions(leaves))]}
    data["classes"]["high"] = {"first_known": [{"b1": True}, {"b2": True}]}
    data["classes"]["middle"] = {"all": [{"criterion": "k1"}, {"criterion": "k2"}]}
    return data


@given(packs_of_answers(), st.fixed_dictionaries({"b2": st.booleans()}))
def test_a_truth_that_an_answer_takes_away_is_waited_for(
    data: dict[str, Any], answers: State
) -> None:
    """What was false until a fact is answered was taken for what stays false."""
    assert possible(data, answers) == brute(data, given_answers(answers))


def test_a_way_that_becomes_known_by_an_answer_it_does_not_test_is_waited_for() -> None:
    """One with no open fact to test was taken for one that stays unknown, and no class was left."""
    first = {"any": [{"answered": "b1"}, {"n1": {"below": {"norm": "gap"}}}]}
    data = {
        "criteria": {"k1": {"b1": True}, "k2": {"b1": True}},
        "classes": {
            "high": {"first_known": [first, {"b2": True}]},
            "middle": {"criterion": "k1"},
        },
        "signal": {"violence": True},
    }
    answers = {"n1": 1, "b2": False}
    assert possible(data, answers) == brute(data, answers) == {"high"}


@given(packs(summed_leaves), partial)
def test_nothing_is_left_out_with_sums_and_facts_beside_facts(
    data: dict[str, Any], answers: State
) -> None:
    assert possible(data, answers) >= brute(data, given_answers(answers))


@given(packs(), partial)
def test_one_more_answer_adds_no_class_that_was_ruled_out(
    data: dict[str, Any], answers: State
) -> None:
    """Of what is required at that moment; anything else may turn a `first_known`."""
    before = possible(data, answers)
    asked = screened(pack_from(data), facts=answers).questions
    of_class = [q.fact for q in asked if q.settles_class and q.fact in DOMAINS]
    assume(of_class)
    for value in DOMAINS[of_class[0]]:
        assert possible(data, {**answers, of_class[0]: value}) <= before


def test_a_declined_fact_takes_every_value() -> None:
    for answer in ("declined", None):
        facts = {"poor": answer, "alone": False}
        assert screened(small_pack(), facts=facts).classification.possible == ("middle", "low")


def test_classes_are_highest_first() -> None:
    assert screened(small_pack()).classification.possible == ("high", "middle", "low")
    assert screened(small_pack(), facts={"poor": True}).classification.possible == (
        "high",
        "middle",
    )
    none = screened(small_pack(), facts={"poor": False, "alone": False}).classification
    assert (none.level, none.possible) == ("low", ("low",))


def test_rules_that_exclude_each_other_are_looked_through() -> None:
    """One and the same fact cannot be both: no rule alone rules it out, answering does."""
    both = {"all": [{"poor": True}, {"not": {"poor": True}}]}
    pack = small_pack(classes={"classes": {"high": {"when": both}}})
    assert screened(pack, facts={"alone": True}).classification.possible == ("middle",)


def test_where_the_search_is_cut_off_a_class_stays_possible() -> None:
    both = {"all": [{"poor": True}, {"not": {"poor": True}}]}
    pack = small_pack(classes={"classes": {"high": {"when": both}}})
    facts, ruleset = facts_of(pack), compile_pack(pack)
    view = View(known_of(facts), dict(ReferenceEngine().findings(ruleset, known_of(facts))), ())
    rules = tuple(rule for rule in pack.rules if rule.key in class_rules(pack))
    open_ = open_facts(pack, facts, view)
    for left, found in ((0, True), (100, False)):
        search = Search(pack, Answering(pack, rules, facts), (), open_, left)
        assert search.reaches("high", facts, view) is found


def test_a_class_that_rests_on_a_norm_in_a_gap_stays_open() -> None:
    gap = {"label": "gap", "unit": "EUR", "values": [{"from": "2040-01-01", "value": 2}], **BASED}
    pack = small_pack(
        norms={"gap": gap},
        classes={"classes": {"high": {"when": {"income": {"below": {"norm": "gap"}}}}}},
    )
    answers = {"income": 3, "poor": False, "alone": False}
    assert screened(pack, facts=answers).classification.possible == ("high", "low")
    assert screened(pack, facts=answers).questions[0].fact == "violence"


# The pack hoogeveen, beside its own oracle

UNKNOWN: dict[str, list[Any]] = {
    "schuldhulpverlening": [True, False],
    "problematische_schulden": [True, False],
    "rondkomen": list(oracle.RONDKOMEN),
    "partner": list(oracle.PARTNER),
    "roken": list(oracle.USE),
    "cannabis": list(oracle.USE),
    "netwerk_te_klein": [True, False],
}


def drawn(rng: random.Random) -> dict[str, Any]:
    return {
        "leeftijd": rng.choice([17, 19, 22, 30]),
        "partner_leeftijd": rng.choice([19, 25, 40]),
        "kinderen_thuis": rng.choice([0, 2]),
        "netto_maandinkomen": rng.choice([700, 1100, 1450, 1700, 2500]),
        "lengte_cm": 165,
        "gewicht_voor_zwangerschap_kg": rng.choice([60, 80]),
        "steunpersonen": rng.choice([1, 6]),
        "kostendelers": rng.choice([0, 1, 2]),
        **{id: rng.choice(values) for id, values in UNKNOWN.items()},
    }


@given(st.integers(0, 2**32), st.sets(st.sampled_from(sorted(UNKNOWN)), min_size=1, max_size=3))
def test_hoogeveen_with_a_few_unknowns_is_as_every_answer_says(seed: int, open_: set[str]) -> None:
    facts = drawn(random.Random(seed))
    kept = {id: value for id, value in facts.items() if id not in open_}
    on = date(2026, 3, 2)
    ids = sorted(open_)
    reached = {
        oracle.grade(oracle.truths({**kept, **dict(zip(ids, values, strict=True))}, on))
        for values in product(*(UNKNOWN[id] for id in ids))
    }
    found = screened(shipped_pack("hoogeveen"), on, facts=kept).classification
    assert set(found.possible) == reached


HOUSEHOLD: dict[str, list[Any]] = {
    "leeftijd": [12, 17, 18, 20, 21, 35, 60],
    "partner": list(oracle.PARTNER),
    "partner_leeftijd": list(range(12, 91, 3)),
    "kinderen_thuis": [0, 1, 15],
    "kostendelers": [0, 1, 4, 10],
}


@given(
    st.integers(0, 2**32),
    st.sets(st.sampled_from(sorted(HOUSEHOLD)), min_size=1, max_size=2),
    st.sampled_from([date(2026, 3, 2), date(2017, 6, 1)]),
)
def test_no_household_that_could_still_be_hers_is_left_out(
    seed: int, open_: set[str], on: date
) -> None:
    """How she makes ends meet is open too, so that it does not stand in for her line."""
    facts = {**drawn(random.Random(seed)), "partner": "samenwonend"}
    facts |= {"schuldhulpverlening": False, "problematische_schulden": False}
    open_ = {*open_, "rondkomen"}
    kept = {id: value for id, value in facts.items() if id not in open_}
    ids = sorted(open_)
    reached = {
        grade
        for values in product(*((HOUSEHOLD | UNKNOWN)[id] for id in ids))
        if (
            grade := oracle.grade(
                oracle.truths({**kept, **dict(zip(ids, values, strict=True))}, on)
            )
        )
    }
    found = screened(shipped_pack("hoogeveen"), on, facts=kept).classification
    assert set(found.possible) >= reached


def test_a_column_is_picked_by_a_fact_that_is_still_open() -> None:
    table = {"label": "t", "unit": "people", "by": "n1", "value": {"0": 1, "3": 3}, **BASED}
    by_n1 = {"n2": {"below": {"norm": "table", "by": "n1"}}}
    data = {
        "criteria": {"k1": {"b1": True}, "k2": {"b2": True}},
        "classes": {"high": by_n1, "middle": {"criterion": "k2"}},
        "signal": {"violence": True},
    }
    pack = pack_from(data, {"table": table})

    def of(**facts: Any) -> tuple[str, ...]:
        return screened(pack, facts={"b1": False, "b2": False, **facts}).classification.possible

    assert of(n2=2) == ("high", "low")
    assert of(n2=3) == ("high", "low")  # of some n1 the table says nothing
    assert of(n1=0, n2=2) == ("low",)
    assert of(n1=3, n2=2) == ("high",)
    assert of(n1=1, n2=2) == ("high", "low")


@pytest.mark.parametrize("answers", [{}, {"partner": "geen"}, {"lengte_cm": 160}])
def test_with_little_known_everything_is_possible(answers: dict[str, Any]) -> None:
    found = screened(shipped_pack("hoogeveen"), ON, facts=answers).classification
    assert found.possible == ("zeer_kwetsbaar", "kwetsbaar", "regulier")
