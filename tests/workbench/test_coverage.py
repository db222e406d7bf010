"""What tests reach of the rules: every rule, part and figure, and nothing that can never be."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from builders import shipped_pack, small_pack
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kansrijk.cli.main import application
from kansrijk.engine import reference
from kansrijk.engine.reference import View
from kansrijk.engine.ruleset import Known
from kansrijk.output.words import Words
from kansrijk.pack.condition import (
    All,
    Answered,
    AnyOf,
    Condition,
    Count,
    FirstKnown,
    Not,
    OneOf,
)
from kansrijk.pack.load import shipped_packs
from kansrijk.pack.pack import Pack, leaves
from kansrijk.pack.parse import Parser
from kansrijk.pack.report import Report
from kansrijk.reading import Document
from kansrijk.workbench.coverage import coverage
from kansrijk.workbench.coverage_text import line
from kansrijk.workbench.placed import placed_parts
from kansrijk.workbench.points import points_of
from kansrijk.workbench.running import run
from kansrijk.workbench.truths import truths_of

from .packs import folder, pack_with, small_with


def lacking(pack: Pack) -> list[str]:
    """What the tests of a pack do not reach, without the file."""
    found = coverage(pack, [one.result for one in run(pack)])
    return [line(one, Words(pack, "en")).partition(".yaml:")[2] for one in found.lacking]


def of(rule: str, pack: Pack) -> list[str]:
    return [one.partition(": ")[2] for one in lacking(pack) if f"`{rule}`" in one]


def case(facts: str, more: str = "") -> str:
    return (
        f"{{title: a, on: 2026-03-02, case: {{case: c, {more}facts: {{{facts}}}}}, "
        "expect: {criteria: {}}}"
    )


def with_cases(when: str, *facts: str) -> Pack:
    """The small pack with this condition on its signal, and a case for each of these."""
    tests = "\n".join(f"t{n}: {case(one)}" for n, one in enumerate(facts))
    return small_with({"when: {violence: true}": f"when: {when}"}, tests)


@pytest.mark.parametrize(
    ("when", "facts", "left"),
    [
        ("{violence: true}", ["violence: true", "violence: false", ""], []),
        ("{violence: true}", ["violence: true", ""], ["`signal:danger`: never no"]),
        ("{violence: true}", ["violence: true", "violence: false"],
         ["`signal:danger`: never unknown"]),
        ("{answered: violence}", ["violence: true", ""], []),
        ("{not: {answered: violence}}", ["violence: true"],
         ["`signal:danger`: never yes", "`signal:danger`, `answered violence`: never no"]),
        # Three friends are the border: two, three and four tell what happens there.
        ("{friends: {below: {norm: enough}}}", ["friends: 2", "friends: 3", "friends: 4", ""], []),
        ("{friends: {below: {norm: enough}}}", ["friends: 1", "friends: 3", "friends: 4", ""],
         ["`signal:danger`, `friends`: never at 2 (nearest: 2 below, at it, 1 above)"]),
        ("{friends: {below: 3, above: 1}}",
         ["friends: 3", "friends: 2", "friends: 4", "friends: 1", ""],
         ["`signal:danger`, `friends above`: never at 0 (nearest: at it, 1 above)"]),
        # An end of what can be told has nothing beyond it.
        ("{friends: {above: 0}}", ["friends: 0", "friends: 1", ""], []),
        ("{friends: {at_least: 9}}", ["friends: 8", "friends: 9", ""], []),
        ("{income: {at_least: 5000}}", ["income: 5000", "income: 1", ""], []),
        ("{income: {at_least: 0}}", ["income: 0", "income: 1", ""], ["`signal:danger`: never no"]),
        # Of a number with decimals any distance will do.
        ("{income: {below: 1000.5}}", ["income: 1000.5", "income: 10", "income: 5000", ""], []),
        ("{income: {below: 1000.5}}", ["income: 1000.49", "income: 5000", ""],
         ["`signal:danger`, `income`: never exactly at 1000.50 "
          "(nearest: 0.01 below, 3999.50 above)"]),
        ("{income: {below: 1000.5}}", [""],
         ["`signal:danger`: never yes, never no",
          "`signal:danger`, `income`: never below the figure, never exactly at the figure, "
          "never above the figure"]),
        ("{friends: {below: 3}}", [""],
         ["`signal:danger`: never yes, never no",
          "`signal:danger`, `friends`: never one below the figure, never at the figure, "
          "never one above the figure"]),
        ("{count: {at_least: 2, of: [{poor: true}, {alone: true}, {hopeful: true}]}}",
         ["poor: true, alone: true, hopeful: true", "poor: true, alone: true, hopeful: false",
          "poor: true, alone: false, hopeful: false", "poor: false", ""],
         []),
        ("{count: {at_least: 2, of: [{poor: true}, {alone: true}]}}",
         ["poor: true, alone: true", "poor: false, alone: false", ""],
         ["`signal:danger`, `count`: never at 1 (nearest: 2 below, at it)"]),
        ("{any: [{smoking: [never, stopped, daily]}, {criterion: [poverty, solitude]}]}",
         ["poor: false, alone: false", "smoking: daily"],
         ["`signal:danger`, `criterion poverty`: never yes",
          "`signal:danger`, `criterion solitude`: never yes"]),
    ],
)  # fmt: skip
def test_what_is_not_reached(when: str, facts: list[str], left: list[str]) -> None:
    assert of("signal:danger", with_cases(when, *facts)) == left


def test_a_rule_whose_test_is_taken_away_is_named_at_its_line() -> None:
    both = ["violence: true", "violence: false", ""]
    kept, taken = with_cases("{violence: true}", *both), with_cases("{violence: true}", *both[:1])
    gone = set(lacking(taken)) - set(lacking(kept))
    at = kept.files.place(("signals", "danger"), key=True).line
    assert f"{at}: `signal:danger`: never no, never unknown" in gone
    assert all("danger" in one or "protect" in one or "unsafe" in one for one in gone)


def test_classes_actions_phases_and_dated_values() -> None:
    pack = pack_with(f"one: {case('poor: true, alone: true', 'due_date: 2026-04-01, ')}")
    assert of("class:high", pack) == [
        "`class:high`: never no, never unknown",
        "`class:high`, `count`: never at 1 (nearest: at it)",
        "`class:high`, `criterion poverty`: never no, never unknown",
        "`class:high`, `criterion solitude`: never no, never unknown",
    ]
    assert "`class:low`: never the outcome" in of("class:low", pack)
    assert "`phase:later`: no test on a day in this phase" in of("phase:later", pack)
    assert of("action:help", pack)[-1:] != ["`action:help`: never to be done"]
    assert of("action:protect", pack)[-1:] == ["`action:protect`: never to be done"]
    assert of("norm:line", pack) == [
        f"`norm:line`, `{day}`: no test in the time in which this holds"
        for day in ("2020-01-01", "2025-01-01")
    ]


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (["2024-12-31"], ["2020-01-01", "2025-01-01"]),  # in the gap
        (["2023-12-31"], ["2025-01-01"]),
        (["2024-01-01"], ["2020-01-01", "2025-01-01"]),
        (["2025-01-01", "2020-01-01"], []),
    ],
)
def test_a_dated_value_is_reached_on_a_day_on_which_something_rests_on_it(
    days: list[str], left: list[str]
) -> None:
    tests = "\n".join(
        f"t{n}: {case('income: 1').replace('2026-03-02', day)}" for n, day in enumerate(days)
    )
    asked = {"when: {violence: true}": "when: {income: {below: {norm: line}}}"}
    found = of("norm:line", small_with(asked, tests))
    assert found == [
        f"`norm:line`, `{day}`: no test in the time in which this holds" for day in left
    ]
    assert len(of("norm:line", pack_with(tests))) == 2


def test_a_dated_value_ends_where_the_next_one_begins() -> None:
    asked = {
        "when: {violence: true}": "when: {income: {below: {norm: line}}}",
        "until: 2024-01-01, ": "",
    }
    test = case("income: 1").replace("2026-03-02", "2025-01-01")
    left = "`norm:line`, `2020-01-01`: no test in the time in which this holds"
    assert of("norm:line", small_with(asked, f"one: {test}")) == [left]


def test_what_stands_apart_from_the_rules_counts_too() -> None:
    apart = {
        "strengths:\n": "plausibility:\n  odd: {kind: unlikely, message: odd, when: {poor: true}, "
        "basis: policy, source: law}\nstrengths:\n",
        'question: "Hopeful?"': 'question: "Hopeful?", ask_if: {alone: true}',
    }
    pack = small_with(apart, f"one: {case('poor: true, alone: false')}")
    assert of("plausibility:odd", pack) == ["`plausibility:odd`: never no, never unknown"]
    assert of("fact:hopeful", pack) == ["`fact:hopeful`: never yes, never unknown"]


# What a condition can be

FREE = [OneOf(f"f{n}", (True,)) for n in range(4)]
SURE = [Answered(f"a{n}") for n in range(4)]


def trees(leaves: list[Any]) -> st.SearchStrategy[Condition]:
    """Conditions in which every leaf stands once, so that each can be anything by itself."""

    def build(items: list[Any]) -> st.SearchStrategy[Any]:
        if len(items) == 1:
            return st.sampled_from([items[0], Not(items[0])])
        middle = len(items) // 2
        parts = st.tuples(build(items[:middle]), build(items[middle:]))
        return parts.flatmap(
            lambda two: st.sampled_from(
                [All(two), AnyOf(two), FirstKnown(two), Not(All(two)), Count(1, two), Count(2, two)]
            )
        )

    return build(leaves)


@given(st.permutations(FREE + SURE).flatmap(lambda items: trees(items[:4])))
def test_the_truths_that_a_condition_can_have_are_those_it_has(condition: Condition) -> None:
    """Against every way to answer what it asks."""
    names = [leaf.fact for leaf in leaves(condition) if isinstance(leaf, OneOf | Answered)]
    test, found = reference.test_of(condition), set()
    for values in product((True, False, None), repeat=len(names)):
        facts = {name: v for name, v in zip(names, values, strict=True) if v is not None}
        found.add(test(View(Known(facts, {}), {}, ())))
    pack = small_pack(facts={f"f{n}": {"type": "boolean", "label": f"f{n}", "question": "?",
                                       "asked_by": "nurse"} for n in range(4)})  # fmt: skip
    assert truths_of(condition, {}, pack) == found


CONDITIONS = [
    {"all": [{"poor": True}, {"not": {"any": [{"alone": True}, {"answered": "story"}]}}]},
    {"first_known": [{"friends": {"at_least": 3, "below": 5}}, {"criterion": "poverty"}]},
    {"count": {"at_least": 1, "of": [{"criterion": ["poverty", "solitude"]}, {"poor": True}]}},
    {"smoking": ["daily", "stopped"]},
    {"not": {"signal": ["danger"]}},
]


@pytest.mark.parametrize("data", CONDITIONS, ids=str)
def test_every_part_of_a_condition_stands_where_it_is_said_to(data: Any) -> None:
    """What is written at a place, read again by itself, is the part that was found there."""
    pack = small_pack(
        plausibility={}, signals={"odd": {"label": "odd", "when": data, "urgency": "now",
                                          "route": "x", "basis": "policy", "source": "law",
                                          "no_action": "none"}},
    )  # fmt: skip
    (rule,) = [one for one in pack.rules if one.key == "signal:odd"]
    parser = Parser(pack.sections, Report(Document.of({})))
    placed = list(placed_parts(pack, rule))
    assert [part for part, _ in placed if not isinstance(part, Count)] == list(leaves(rule.when))
    for part, path in placed:
        written: Any = pack.files.value
        for step in path:
            written = written[step]
        last, before = path[-1], path[-2]
        if isinstance(last, int):
            data = {before: [written]} if before != "of" else written
        else:
            data = {before: {last: written}} if before in pack.sections.facts else {last: written}
        assert parser.condition(data, (), early=False) == part


@pytest.mark.parametrize("id", shipped_packs())
def test_every_part_of_the_rules_of_a_pack_has_a_place(id: str) -> None:
    pack = shipped_pack(id)
    for rule in (*pack.rules, *pack.plausibility, *pack.ask_if, *pack.offers):
        placed = list(placed_parts(pack, rule))
        assert [part for part, _ in placed if not isinstance(part, Count)] == [*leaves(rule.when)]
        assert len({path for _, path in placed}) == len(placed)
    for point in points_of(pack):
        assert point.wanted
        assert point.place(pack).line


def test_what_an_action_is_for_and_after_stands_beside_its_condition() -> None:
    pack = shipped_pack("hoogeveen")
    rules = {rule.key: rule for rule in pack.rules}
    paths = {
        id: [path[2:] for _, path in placed_parts(pack, rules[f"action:{id}"])]
        for id in ("regelen_na_overlijden", "steungezin_zoeken", "schuldhulp_aanmelden")
    }
    assert paths == {
        "regelen_na_overlijden": [("after",)],
        "steungezin_zoeken": [("for", 0), ("for", 1)],
        "schuldhulp_aanmelden": [("for", 0), ("when", "problematische_schulden")],
    }


# Together

FACTS = ("", "poor: true", "alone: false", "violence: true", "friends: 3", "poor: false")
some_cases = st.lists(st.sampled_from(FACTS), min_size=1, max_size=4)


@given(some_cases, some_cases)
def test_more_tests_never_reach_less(some: list[str], more: list[str]) -> None:
    alone, both = (
        with_cases("{violence: true}", *some),
        with_cases("{violence: true}", *some, *more),
    )
    assert set(lacking_levels(both)) <= set(lacking_levels(alone))


def lacking_levels(pack: Pack) -> list[tuple[Any, ...]]:
    found = coverage(pack, [one.result for one in run(pack)])
    for one in found.reached:
        assert one.levels <= set(one.point.wanted), one.point
    return [
        (one.point.path, one.point.kind, level) for one in found.lacking for level in one.lacking
    ]


def test_on_the_command_line(tmp_path: Path) -> None:
    here = folder(
        tmp_path / "small",
        a_yaml=f"one: {case('poor: true')}\n",
    )
    done = CliRunner().invoke(application("test"), ["test", str(here), "--coverage"])
    assert done.exit_code == 1
    first, head, *lines, total = [one for one in done.stdout.splitlines() if one]
    assert (first, head) == ("small 1.0.0: the one test holds.", "NOT REACHED")
    assert f"  {here}/criteria.yaml:1: `criterion:poverty`: never no, never unknown" in lines
    places = [one.split(": ")[0].strip() for one in lines]
    assert places == sorted(places, key=lambda one: (one.split(":")[0], int(one.split(":")[1])))
    wanted = len(list(points_of(small_pack())))
    assert total.startswith("Of what tests can reach of the rules, ") and wanted
    json_out = CliRunner().invoke(
        application("test"), ["test", str(here), "--coverage", "--format", "json"]
    )
    found = json.loads(json_out.stdout)["coverage"]
    assert total.endswith(f"{found['reached']} of {found['wanted']} is reached.")
    assert found["wanted"] == sum(len(one["wanted"]) for one in found["points"])
    left = sum(len(one["lacking"]) for one in found["points"])
    assert found["wanted"] - found["reached"] == left
    (poverty,) = [one for one in found["points"] if one["rule"] == "criterion:poverty"]
    assert poverty == {
        "rule": "criterion:poverty",
        "kind": "rule",
        "place": f"{here}/criteria.yaml:1:1",
        "wanted": ["true", "false", "unknown"],
        "lacking": ["false", "unknown"],
    }
    counts = [one for one in found["points"] if one["kind"] == "border"]
    assert counts[0]["nearest"] == {}
