"""One thing of the rules is changed at a time: what the tests of a pack notice, and what not."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from builders import SMALL, small_pack
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.pack.pack import Pack
from kansrijk.workbench.difference.outcomes import Difference
from kansrijk.workbench.mutation import killing
from kansrijk.workbench.mutation.mutants import mutants, step_of

ALONE = {"alone": True}
RICH: dict[str, Any] = {
    "criteria": {
        "poverty": {"when": {"any": [
            {"income": {"below": {"norm": "line"}}},
            {"count": {"at_least": 2, "of": [{"poor": True}, {"friends": {"at_most": 2}}, ALONE]}},
            {"first_known": [{"smoking": ["daily", "stopped"]}, {"hopeful": False}]},
        ]}},
        "solitude": {"when": {"all": [
            {"not": {"answered": "story"}}, {"smoking": {"norm": "smokers"}},
            {"not": {"friends": {"above": 5}}}, {"smoking": ["never", "stopped", "daily"]},
        ]}},
    },
}  # fmt: skip


def made(pack: Pack, key: str) -> list[tuple[str, Any, Any]]:
    return [(one.what, one.before, one.after) for one in mutants(pack) if one.key == key]


def test_each_kind_of_change_is_made() -> None:
    pack = small_pack(**RICH)
    every = list(mutants(pack))
    assert {one.what for one in every} == {
        "operator", "step", "left_out", "all_any", "value", "not", "order", "many", "figure", "day",
    }  # fmt: skip
    assert len({one.pack.hash for one in every}) == len(every)
    # Each is another pack than it was, in what it says it changed.
    for one in every:
        if one.key.startswith("norm:"):
            id = one.key.removeprefix("norm:")
            assert one.pack.sections.norms[id] != pack.sections.norms[id]
        else:
            rules = {rule.key: rule.when for rule in pack.rules}
            changed = [r.key for r in one.pack.rules if r.when != rules[r.key]]
            assert changed == [one.key]


def test_what_is_changed_of_a_norm() -> None:
    pack = small_pack(**RICH)
    assert made(pack, "norm:smokers") == [("figure", "stopped", ""), ("figure", "daily", "")]
    assert made(pack, "norm:line")[:3] == [
        ("figure", 1000, 999), ("figure", 1000, 1001), ("day", date(2020, 1, 1), date(2020, 1, 2)),
    ]  # fmt: skip
    assert ("figure", Fraction(2201, 2), Fraction(11004, 10)) in made(pack, "norm:line")
    # No rule looks at this one.
    assert made(pack, "norm:enough") == []
    table = {"label": "t", "unit": "EUR", "basis": "policy", "source": "law", "by": "friends",
             "value": {"1": 10, "2": 20}}  # fmt: skip
    income = {"when": {"income": {"below": {"norm": "table", "by": "friends"}}}}
    pack = small_pack(norms={"table": table}, criteria={"poverty": income})
    assert [one[1:] for one in made(pack, "norm:table")] == [
        ("1: 10", "1: 9"), ("1: 10", "1: 11"), ("2: 20", "2: 19"), ("2: 20", "2: 21"),
    ]  # fmt: skip
    for word in ("daily", ["daily"]):
        pack = small_pack(norms={"smokers": {"value": word}}, criteria=RICH["criteria"])
        assert made(pack, "norm:smokers") == []


def test_a_step_is_one_of_the_last_decimal() -> None:
    assert [step_of(figure) for figure in (3, Fraction(9, 2), Fraction(1234, 100))] == [
        1, Fraction(1, 10), Fraction(1, 100),
    ]  # fmt: skip


# The command

TESTS = """\
tests:
  poor_and_alone:
    title: Both
    on: 2026-03-02
    case: {case: t-1, facts: {poor: true, alone: true}}
    expect: {class: high, criteria: {poverty: true, solitude: true}}
  poor:
    title: One
    on: 2026-03-02
    case: {case: t-2, facts: {poor: true, alone: false}}
    expect: {class: middle, criteria: {solitude: false}, actions: [help]}
  nothing:
    title: Nothing
    on: 2026-03-02
    case: {case: t-3, facts: {poor: false, alone: false}}
    expect: {class: low}
"""


def ran(file: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        application("test"), ["test", str(file), "--mutants", "--lang", "en", *arguments]
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL + TESTS)
    return path


def test_what_no_test_notices_is_named_with_a_case_that_would(file: Path) -> None:
    done = ran(file)
    assert done.exit_code == 1
    place = next(n for n, line in enumerate((SMALL + TESTS).splitlines(), 1) if line == "  danger:")
    assert (
        f"small.yaml:{place}:3: no test notices this: “danger”, if it read: “violence” is no\n"
        "  with this case it would, on 1 January 2025: “danger” is yes, and then no\n"
        "    case: voorbeeld\n"
        "    facts: {violence: true}\n"
    ) in done.output
    data = json.loads(ran(file, "--format", "json").output)["mutants"]
    by = {(one["about"], one["fate"]): one for one in data}
    assert by["criterion:poverty", "killed"]["test"] == "poor_and_alone"
    assert by["criterion:poverty", "killed"]["shown"] is None
    assert by["signal:danger", "survived"]["shown"]["case"] == {
        "case": "voorbeeld", "facts": {"violence": True},
    }  # fmt: skip


def test_where_the_tests_notice_all_it_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    poverty = [one for one in mutants(small_pack()) if one.key == "criterion:poverty"]
    monkeypatch.setattr(killing, "mutants", lambda pack: iter(poverty))
    done = ran(file)
    assert done.exit_code == 0
    assert done.output.endswith("There is none that the tests miss.\n")


def test_without_time_it_is_not_passed(file: Path) -> None:
    done = ran(file, "--seconds", "0")
    assert done.exit_code == 1
    assert "no test notices this, and whether it matters is not proved: “danger”" in done.output


def test_while_a_test_does_not_hold_nothing_is_said_of_mutants(file: Path) -> None:
    file.write_text(file.read_text().replace("class: low", "class: high"))
    done = ran(file)
    assert done.exit_code == 1
    assert "no test notices" not in done.output
    assert "mutants" not in json.loads(ran(file, "--format", "json").output)


def test_a_norm_is_told_as_it_was_and_is(tmp_path: Path) -> None:
    text = SMALL.replace("when: {poor: true}", "when: {income: {below: {norm: line}}}")
    rich = "  rich:\n" + TESTS.partition("  nothing:\n")[2].replace("poor: false", "income: 3000")
    (tmp_path / "small.yaml").write_text(f"{text}tests:\n{rich}")
    said = ran(tmp_path / "small.yaml").output
    assert "“income line”, 1100.5 becomes 1100.4" in said
    assert "“income line”, 2020-01-01 becomes 2020-01-02" in said


def test_an_action_that_is_there_in_neither_outcome_makes_no_difference() -> None:
    for before, after, seen in ((False, None, False), (None, True, True), (True, False, True)):
        one = Difference("action:help", before, after, date(2026, 3, 2), None)
        assert killing._comes_out(one) is seen
        assert killing._comes_out(one._replace(key="criterion:poverty"))
    assert killing._comes_out(Difference("class", None, "low", date(2026, 3, 2), None))
