"""Why a rule has its truth: the rule's own condition, with what was asked at each leaf."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import ON, facts_of, screened, shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.engine import reference
from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import compile_pack, known_of
from kansrijk.pack.condition import All, AnyOf, Condition, Count, FirstKnown, Not
from kansrijk.pack.pack import Pack
from kansrijk.screening.because import (
    Because,
    Leaf,
    Node,
    NormUsed,
    decided,
    leaves_of,
    nodes_of,
    norm_used,
    unknown_facts,
)
from kansrijk.screening.screen import Screening

ACTION = {"label": "x", "domain": "social", "role": "nurse", "basis": "policy", "source": "law"}
SPREAD = {
    "label": "spread", "unit": "people", "by": "smoking", "basis": "policy", "source": "law",
    "value": {"never": 1, "daily": 2},
}  # fmt: skip
EVERYTHING: Any = {
    "any": [
        {"all": [{"poor": True}, {"smoking": ["daily", "stopped"]}]},
        {"not": {"income": {"at_most": {"norm": "line"}}}},
        {"first_known": [{"friends": {"below": {"norm": "enough"}}}, {"alone": True}]},
        {"count": {"at_least": {"norm": "enough"}, "of": [{"criterion": "poverty"},
                   {"signal": "danger"}, {"answered": "story"}]}},
        {"smoking": {"norm": "smokers"}},
        {"friends": {"at_least": {"norm": "spread", "by": "smoking"}}},
        {"income": {"above": {"fact": "income"}}},
        {"class": ["high"]},
        {"may_be": "high"},
        {"phase": ["early", "later"]},
    ]
}  # fmt: skip


def pack(when: Any = EVERYTHING) -> Pack:
    return small_pack(norms={"spread": SPREAD}, actions={"x": {**ACTION, "when": when}})


def why(when: Any = EVERYTHING, on: date = ON, **parts: Any) -> Because:
    return screened(pack(when), on, **parts).why["action:x"]


def asked(when: Any, **facts: Any) -> Leaf:
    tree = why(when, facts=facts)
    assert isinstance(tree, Leaf)
    return tree


LINE = NormUsed("line", Fraction(2201, 2), date(2025, 1, 1), ("law",), "source")
ENOUGH = NormUsed("enough", 3, None, ("law",), "policy")
LEAVES: list[tuple[Any, dict[str, Any], tuple[Any, ...], Any, Any]] = [
    ({"poor": True}, {"poor": True}, ("fact", ("poor",), True), ("one_of", (True,)), None),
    ({"poor": True}, {}, ("fact", ("poor",), None), ("one_of", (True,)), None),
    (
        {"smoking": {"norm": "smokers"}},
        {"smoking": "never"},
        ("fact", ("smoking",), False),
        ("one_of", ("stopped", "daily")),
        NormUsed("smokers", ("stopped", "daily"), None, ("law",), "policy"),
    ),
    ({"friends": {"above": 2}}, {"friends": 3}, ("fact", ("friends",), True), ("above", 2), None),
    (
        {"friends": {"below": {"norm": "enough"}}},
        {"friends": 3},
        ("fact", ("friends",), False),
        ("below", 3),
        ENOUGH,
    ),
    (
        {"income": {"at_most": {"norm": "line"}}},
        {"income": 1100.5},
        ("fact", ("income",), True),
        ("at_most", Fraction(2201, 2)),
        LINE,
    ),
    (
        {"friends": {"at_least": {"norm": "spread", "by": "smoking"}}},
        {"friends": 1, "smoking": "daily"},
        ("fact", ("friends",), False),
        ("at_least", 2),
        NormUsed("spread", 2, None, ("law",), "policy"),
    ),
    (
        {"friends": {"at_least": {"norm": "spread", "by": "smoking"}}},
        {"friends": 1},
        ("fact", ("friends",), None),
        ("at_least", None),
        NormUsed("spread", None, None, ("law",), "policy"),
    ),
    (
        {"income": {"at_least": {"fact": "income"}}},
        {"income": 7},
        ("fact", ("income",), True),
        ("at_least", 7),
        NormUsed("income", 7, None, (), None),
    ),
    (
        {"answered": "story"},
        {},
        ("fact", ("story",), False),
        ("answered", True),
        None,
    ),
    ({"criterion": "poverty"}, {"poor": True}, ("criterion", ("poverty",), True), None, None),
    ({"signal": "danger"}, {}, ("signal", ("danger",), None), None, None),
    ({"class": ["high", "low"]}, {}, ("class", ("high", "low"), None), None, None),
    ({"may_be": "high"}, {}, ("may_be", ("high",), True), None, None),
    ({"phase": "early"}, {}, ("phase", ("early",), False), None, None),
]


@pytest.mark.parametrize(
    ("when", "facts", "found", "test", "norm"), LEAVES, ids=[str(row[0]) for row in LEAVES]
)
def test_a_leaf_carries_its_test_its_truth_and_its_norm(
    when: Any, facts: dict[str, Any], found: tuple[Any, ...], test: Any, norm: Any
) -> None:
    leaf = asked(when, **facts)
    assert (leaf.kind, leaf.of, leaf.truth) == found
    assert leaf.truth is found[2]
    assert leaf.test == test
    assert leaf.norm == norm


def test_a_norm_in_a_gap_is_not_there() -> None:
    leaf = why({"income": {"at_most": {"norm": "line"}}}, date(2024, 6, 1), facts={"income": 1})
    assert isinstance(leaf, Leaf)
    assert (leaf.truth, leaf.test, leaf.norm) == (None, ("at_most", None), None)


def test_a_bound_that_was_worked_out_names_its_parts() -> None:
    facts = {"leeftijd": 30, "partner": "geen", "kostendelers": 0, "netto_maandinkomen": 1500}
    found = screened(shipped_pack("hoogeveen"), ON, due_date="2026-09-01", facts=facts)
    tree = found.why["criterion:sociaal_minimum"]
    (leaf,) = (leaf for leaf in leaves_of(tree) if leaf.of == ("netto_maandinkomen",))
    norm = leaf.norm
    assert norm is not None
    assert norm.worked_out
    assert norm.value == Fraction("1464.5675")
    assert norm.from_ == date(2026, 1, 1)
    assert [part.id for part in norm.parts] == [
        "bijstandsnorm",
        "kostendeler_vast",
        "kostendeler_per_persoon",
        "minimagrens",
        "deel_zonder_vakantiegeld",
    ]
    assert norm.sources == ("stcrt_2025_43553", "participatiewet", "minimabeleid_2019")
    assert not any(part.worked_out for part in norm.parts)
    # No column of the table is picked: the amount is in the line.
    factors = map(Fraction, ("0.4", "0.3", "1.1", "0.95"))
    assert [part.value for part in norm.parts] == [None, *factors]
    assert [part.parts for part in norm.parts] == [()] * 5


def test_a_norm_names_the_column_that_is_picked() -> None:
    facts = facts_of(pack(), facts={"smoking": "daily"})
    for by, value in (("smoking", 2), ("story", None), (None, None)):
        found = norm_used("spread", facts, by)
        assert found == NormUsed("spread", value, None, ("law",), "policy")
    assert norm_used("enough", facts, "smoking") == norm_used("enough", facts) == ENOUGH
    assert norm_used("line", facts_of(pack(), date(2024, 6, 1))) is None


# The tree is the condition


def same(condition: Condition, tree: Because, view: View) -> None:
    """Part by part: the same operator, and the truth that the reference gives it."""
    assert tree.truth is reference.test_of(condition)(view)
    match condition:
        case All(items):
            op = "all"
        case AnyOf(items):
            op = "any"
        case FirstKnown(items):
            op = "first_known"
        case Count(of=items):
            op = "count"
        case Not(item):
            op, items = "not", (item,)
        case _:
            assert isinstance(tree, Leaf)
            return
    assert isinstance(tree, Node)
    assert tree.op == op
    for item, part in zip(items, tree.items, strict=True):
        same(item, part, view)


answers = st.fixed_dictionaries(
    {},
    optional={
        "poor": st.booleans(),
        "alone": st.booleans(),
        "violence": st.booleans(),
        "smoking": st.sampled_from(["never", "stopped", "daily", "declined"]),
        "friends": st.integers(0, 9),
        "income": st.sampled_from([0, 1100.5, 1101, 5000]),
        "story": st.just("x"),
    },
)
EVERY = pack()
RULES = {rule.key: rule.when for rule in EVERY.rules}


@given(answers, st.sampled_from([None, "2026-04-10"]), st.sampled_from([ON, date(2024, 6, 1)]))
def test_the_truth_of_a_tree_is_that_of_the_reference(
    facts: dict[str, Any], due: str | None, on: date
) -> None:
    parts = {"due_date": due} if due else {}
    found = screened(EVERY, on, facts=facts, **parts)
    known = known_of(facts_of(EVERY, on, facts=facts, **parts))
    view = View(known, dict(found.truths), found.classification.possible)
    assert list(found.why) == [rule.key for rule in compile_pack(EVERY).rules]
    for key, tree in found.why.items():
        assert tree.truth is found.truths[key]
        same(RULES[key], tree, view)


EITHER = [{"criterion": "poverty"}, {"criterion": "solitude"}]
GONE = {
    "label": "gone", "unit": "criteria", "basis": "policy", "source": "law",
    "values": [{"from": "2040-01-01", "value": 1}],
}  # fmt: skip
FEW = {"label": "few", "unit": "domains", "basis": "policy", "source": "law", "value": 1}


@pytest.mark.parametrize(
    ("count", "told"),
    [
        ({"at_least": 2}, (False, 2, [])),
        ({"at_least": {"norm": "enough"}}, (False, 3, ["enough"])),
        ({"at_least": 1, "domains": {"norm": "few"}}, (True, 1, ["few"])),
        ({"at_least": {"norm": "enough"}, "domains": {"norm": "few"}},
         (False, 3, ["enough", "few"])),
        ({"at_least": {"norm": "gone"}, "domains": {"norm": "few"}}, (None, None, ["few"])),
    ],
)  # fmt: skip
def test_a_count_says_how_many_and_which_norms_say_so(count: Any, told: tuple[Any, ...]) -> None:
    action = {**ACTION, "when": {"count": {**count, "of": EITHER}}}
    norms = {"gone": GONE, "few": FEW}
    found = screened(
        small_pack(norms=norms, actions={"x": action}), facts={"poor": True, "alone": False}
    )
    tree = found.why["action:x"]
    assert isinstance(tree, Node)
    assert (tree.truth, tree.at_least, [norm.id for norm in tree.norms]) == told
    assert tree.op == "count"
    assert [item.truth for item in tree.items] == [True, False]


def test_only_a_count_has_something_to_reach() -> None:
    tree = why({"all": [{"poor": True}, {"not": {"alone": True}}]})
    assert [(node.op, node.at_least, node.norms) for node in nodes_of(tree)] == [
        ("all", None, ()), ("not", None, ()),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "of", "facts"),
    [
        ({"poor": True}, ("poor",), ("poor",)),
        ({"friends": {"above": 2}}, ("friends",), ("friends",)),
        ({"friends": {"below": {"norm": "enough"}}}, ("friends",), ("friends",)),
        ({"friends": {"below": {"norm": "spread", "by": "smoking"}}}, ("friends",),
         ("friends", "smoking")),
        ({"income": {"below": {"fact": "income"}}}, ("income",), ("income", "income")),
        ({"smoking": {"norm": "smokers"}}, ("smoking",), ("smoking",)),
        # What is known of these is told in full, and nothing is unknown about them.
        ({"answered": "story"}, ("story",), ()),
        ({"criterion": "poverty"}, ("poverty",), ()),
        ({"class": "high"}, ("high",), ()),
    ],
)  # fmt: skip
def test_a_leaf_names_all_the_facts_that_it_looks_at(
    when: Any, of: tuple[str, ...], facts: tuple[str, ...]
) -> None:
    for known in ({}, {"poor": True, "friends": 2, "income": 9, "smoking": "daily"}):
        leaf = asked(when, **known)
        assert (leaf.of, leaf.facts) == (of, facts)


def test_what_is_going_on_is_a_leaf_of_its_own() -> None:
    lost = {"date": "2026-02-01", "event": "loss", "by": "nurse"}
    for events, truth in (([], False), ([lost], True)):
        found = screened(small_pack(actions={"x": {**ACTION, "after": ["loss"]}}), events=events)
        (leaf,) = (one for one in leaves_of(found.why["action:x"]) if one.kind == "after")
        assert leaf == Leaf("after", ("loss",), truth)


# Which parts decide


def told(tree: Because) -> Any:
    """A leaf by what it is about; a combination by its operator and its parts."""
    return tree.of[0] if isinstance(tree, Leaf) else (tree.op, [told(item) for item in tree.items])


POOR, ALONE, AFRAID = {"poor": True}, {"alone": True}, {"violence": True}
YES = {"poor": True, "alone": True}
BOTH_WAYS: Any = {"first_known": [AFRAID, POOR, ALONE]}


@pytest.mark.parametrize(
    ("when", "facts", "parts"),
    [
        ({"any": [POOR, ALONE, AFRAID]}, {"poor": False, "alone": True}, ("any", ["alone"])),
        ({"any": [POOR, ALONE]}, {"poor": False, "alone": False}, ("any", ["poor", "alone"])),
        ({"any": [POOR, ALONE]}, {"poor": False}, ("any", ["alone"])),
        ({"all": [POOR, ALONE, AFRAID]}, {"poor": True, "alone": False}, ("all", ["alone"])),
        ({"all": [POOR, ALONE]}, YES, ("all", ["poor", "alone"])),
        ({"not": POOR}, {"poor": True}, ("not", ["poor"])),
        ({"not": POOR}, {}, ("not", ["poor"])),
        (BOTH_WAYS, YES, ("first_known", ["poor"])),
        (BOTH_WAYS, {"poor": False, "alone": False}, ("first_known", ["poor"])),
        (BOTH_WAYS, {}, ("first_known", ["violence", "poor", "alone"])),
        ({"count": {"at_least": 1, "of": [POOR, ALONE]}}, {"poor": True, "alone": False},
         ("count", ["poor"])),
        # Too few, though each of them holds: all of them say so.
        ({"count": {"at_least": {"norm": "enough"}, "of": [POOR, ALONE]}}, YES,
         ("count", ["poor", "alone"])),
        ({"any": [{"not": {"any": [POOR, ALONE]}}, AFRAID]}, {"poor": False, "alone": False},
         ("any", [("not", [("any", ["poor", "alone"])])])),
        (POOR, {"poor": True}, "poor"),
    ],
)  # fmt: skip
def test_only_what_decides_is_left(when: Any, facts: dict[str, Any], parts: Any) -> None:
    tree = why(when, facts=facts)
    left = decided(tree)
    assert told(left) == parts
    assert left.truth is tree.truth


def test_combinations_come_from_the_outside_in() -> None:
    tree = why({"any": [{"all": [POOR, {"not": ALONE}]}, AFRAID, {"not": AFRAID}]})
    assert [node.op for node in nodes_of(tree)] == ["any", "all", "not", "not"]
    assert list(nodes_of(why(POOR))) == []


def test_leaves_come_from_left_to_right() -> None:
    tree = why()
    assert [leaf.of[0] for leaf in leaves_of(tree)] == [
        "poor", "smoking", "income", "friends", "alone", "poverty", "danger", "story", "smoking",
        "friends", "income", "high", "high", "early",
    ]  # fmt: skip


# What the unknown parts are about


@pytest.mark.parametrize(
    ("when", "facts", "unknown"),
    [
        ({"poor": True}, {}, ["poor"]),
        ({"poor": True}, {"poor": False}, []),
        ({"all": [{"poor": True}, {"alone": True}]}, {}, ["poor", "alone"]),
        ({"all": [{"poor": True}, {"alone": True}]}, {"poor": False}, []),
        ({"all": [{"poor": True}, {"alone": True}]}, {"poor": True}, ["alone"]),
        ({"any": [{"poor": True}, {"alone": True}]}, {"poor": True}, []),
        ({"not": {"poor": True}}, {}, ["poor"]),
        ({"first_known": [{"poor": True}, {"alone": True}]}, {}, ["poor", "alone"]),
        ({"first_known": [{"poor": True}, {"alone": True}]}, {"alone": False}, []),
        (
            {"count": {"at_least": 1, "of": [{"poor": True}, {"alone": True}]}},
            {},
            ["poor", "alone"],
        ),
        ({"answered": "poor"}, {}, []),
        ({"criterion": "poverty"}, {}, []),
        (
            {"friends": {"at_least": {"norm": "spread", "by": "smoking"}}},
            {},
            ["friends", "smoking"],
        ),
        (
            {"friends": {"at_least": {"norm": "spread", "by": "smoking"}}},
            {"friends": 1},
            ["friends", "smoking"],
        ),
        ({"income": {"above": {"fact": "income"}}}, {}, ["income", "income"]),
        ({"smoking": {"norm": "smokers"}}, {}, ["smoking"]),
        ({"class": "high"}, {}, []),
    ],
)
def test_what_an_unknown_rule_is_unknown_about(
    when: Any, facts: dict[str, Any], unknown: list[str]
) -> None:
    assert list(unknown_facts(why(when, facts=facts))) == unknown


# The class


def class_tree(found: Screening) -> Node:
    tree = found.classification.because
    assert isinstance(tree, Node)
    assert tree.op == "class"
    return tree


def test_the_class_is_explained_from_the_top_down() -> None:
    high = class_tree(screened(small_pack(), facts={"poor": True, "alone": True}))
    assert (high.truth, [item.truth for item in high.items]) == (True, [True])
    middle = class_tree(screened(small_pack(), facts={"poor": True, "alone": False}))
    assert (middle.truth, [item.truth for item in middle.items]) == (True, [False, True])
    low = class_tree(screened(small_pack(), facts={"poor": False, "alone": False}))
    assert (low.truth, [item.truth for item in low.items]) == (True, [False, False])
    open_ = class_tree(screened(small_pack()))
    assert (open_.truth, [item.truth for item in open_.items]) == (None, [None, None])
