"""The tests of a pack: what they may expect, and what is told where they do not hold."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.output.words import Words
from kansrijk.pack.pack import Pack
from kansrijk.reading import InputError
from kansrijk.workbench.checking import check_tests
from kansrijk.workbench.expecting import EXPECT
from kansrijk.workbench.report_data import junit
from kansrijk.workbench.report_text import told
from kansrijk.workbench.running import run

from .packs import POOR, expecting, folder, pack_with


def said(pack: Pack, lang: str = "en") -> list[str]:
    """Every expectation that is not met, as it is told."""
    words = Words(pack, lang)
    return [told(unmet, words) for one in run(pack) for unmet in one.unmet]


@pytest.mark.parametrize(
    "expect",
    [
        "criteria: {poverty: true, solitude: null}",
        "signals: []",
        "signals: {danger: null}",
        "class: null",
        "possible: [high, middle]",
        "intake: true",
        "actions: [help]",
        "actions: {help: true, protect: false}",
        "no_actions: [protect]",
        "offers: [lessons]",
        "strengths: []",
        "strengths: {hope: false}",
        "visits: 0",
        "plan: none",
        "warnings: []",
        "warnings: {disputed: false}",
    ],
)
def test_what_holds(expect: str) -> None:
    assert said(expecting(expect)) == []


ROWS = [
    ("criteria: {poverty: ‸false}", "criterion `poverty`: expected no, outcome yes"),
    ("criteria: {solitude: ‸false}", "criterion `solitude`: expected no, outcome not known yet"),
    ("signals: ‸[danger]", "all signals: expected `danger`, outcome none"),
    ("signals: {danger: ‸false}", "signal `danger`: expected no, outcome not known yet"),
    ("class: ‸middle", "class: expected `middle`, outcome still open"),
    ("possible: ‸[middle, high]",
     "possible classes: expected `middle`, `high`, outcome `high`, `middle`"),
    ("intake: ‸false", "offering an intake: expected no, outcome yes"),
    ("actions: [help, ‸protect]", "action `protect`: expected yes, outcome no"),
    ("actions: {help: ‸false}", "action `help`: expected no, outcome yes"),
    ("no_actions: [‸help]", "action `help`: expected no, outcome yes"),
    ("offers: {lessons: ‸false}", "offer `lessons`: expected no, outcome yes"),
    ("strengths: [‸hope]", "what goes well, `hope`: expected yes, outcome no"),
    ("visits: ‸3", "visits still to come: expected 3, outcome 0"),
    ("plan: ‸open", "state of the plan: expected open, outcome none"),
    ("warnings: [‸disputed]", "warning `disputed`: expected yes, outcome no"),
]  # fmt: skip


@pytest.mark.parametrize(("expect", "message"), ROWS, ids=[row[0] for row in ROWS])
def test_what_does_not_hold_is_told_at_its_place(expect: str, message: str) -> None:
    pack = expecting(expect.replace("‸", ""))
    column = len("  one: ") + POOR.index("%s") + expect.index("‸") + 1
    line = pack.files.place(("tests", "one")).line
    assert said(pack) == [f"small.yaml:{line}:{column}: {message}"]


def test_a_list_of_signals_is_all_of_them() -> None:
    afraid = POOR.replace("poor: true", "violence: true")
    pack = pack_with(f"one: {afraid % 'signals: [danger]'}\ntwo: {afraid % 'signals: []'}")
    (told_of_two,) = said(pack)
    assert told_of_two.endswith(": all signals: expected none, outcome `danger`")


def test_every_word_that_a_test_may_expect_is_in_those_rows() -> None:
    assert {row[0].partition(":")[0] for row in ROWS} == set(EXPECT)


WRONG = [
    ("clas: high", "`clas` is not a word that goes here", "did you mean `class`?"),
    ("class: hihg", "`hihg` does not exist in this pack", "did you mean `high`?"),
    ("criteria: {povety: true}", "`povety` does not exist in this pack", "did you mean `poverty`?"),
    ("offers: [lesons]", "`lesons` does not exist in this pack", "did you mean `lessons`?"),
    ("possible: [hihg]", "`hihg` does not exist in this pack", "did you mean `high`?"),
    ("actions: [helpp]", "`helpp` does not exist in this pack", "did you mean `help`?"),
    ("no_actions: [helpp]", "`helpp` does not exist in this pack", "did you mean `help`?"),
    ("signals: [dangr]", "`dangr` does not exist in this pack", "did you mean `danger`?"),
    ("strengths: {hop: true}", "`hop` does not exist in this pack", "did you mean `hope`?"),
    ("warnings: [disputd]", "`disputd` does not exist in this pack", "did you mean `disputed`?"),
    ("criteria: [poverty]",
     "`criteria` must be ids with true, false or null, as in `{id: true}`", None),
    ("criteria: {poverty: maybe}",
     "`criteria` must be ids with true, false or null, as in `{id: true}`", None),
    ("signals: danger", "`signals` must be a list of ids, or ids with true, false or null", None),
    ("actions: {help: null}", "`actions` must be a list of ids, or ids with true or false", None),
    ("no_actions: {help: true}", "`no_actions` must be a list of ids", None),
    ("possible: [1]", "`possible` must be a list of ids", None),
    ("class: [high]", "`class` must be the id of a class, or null", None),
    ("intake: 1", "`intake` must be true or false", None),
    ("visits: true", "`visits` must be a whole number of 0 or more", None),
    ("visits: -1", "`visits` must be a whole number of 0 or more", None),
    ("plan: [set]",
     "`plan` must be one of: `none`, `open`, `proposed`, `set`, `ended`", None),
    ("", "this test expects nothing, so it can never fail",
     "say under `expect` what must come out"),
]  # fmt: skip


@pytest.mark.parametrize(("expect", "message", "help"), WRONG, ids=[row[0] for row in WRONG])
def test_what_can_never_be_held_against_an_outcome(
    expect: str, message: str, help: str | None
) -> None:
    with pytest.raises(InputError) as refused:
        check_tests(expecting(expect))
    (found,) = refused.value.problems
    assert (found.message, found.help) == (message, help)
    assert found.place.file == "small.yaml" and found.place.line


def test_what_is_wrong_with_tests_is_told_all_at_once() -> None:
    pack = pack_with(
        """
        one: {title: a, on: 2026-03-02, case: {case: c, facts: {poor: 3}}, expect: {visits: 0}}
        two: {title: b, on: 2026-03-02, case: {case: c, fact: {}}, expect: {visits: 0}}
        """
    )
    with pytest.raises(InputError) as refused:
        run(pack)
    assert [(p.message, p.place.column) for p in refused.value.problems] == [
        ("this is not a value that `poor` can have", 65),
        ("`fact` is not a word that goes here", 51),
    ]


def kansrijk(*arguments: str) -> Result:
    return CliRunner().invoke(application("test"), ["test", *arguments], catch_exceptions=False)


def refused(*arguments: str) -> str:
    with pytest.raises(InputError) as error:
        kansrijk(*arguments)
    return str(error.value)


GOOD = POOR % "criteria: {poverty: true}"
BAD = POOR % "criteria: {poverty: false}"


def test_a_wrong_expectation_is_told_first_with_the_reason(tmp_path: Path) -> None:
    here = folder(tmp_path / "small", a_yaml=f"good: {GOOD}\nbad: {BAD}\n")
    done = kansrijk(str(here))
    assert done.exit_code == 1
    assert done.stdout == (
        "bad: Poor\n"
        f"  {here}/tests/a.yaml:2:103: criterion `poverty`: expected no, outcome yes\n"
        "    “poverty”: yes, because “poor” is yes.\n"
        "\n"
        "small 1.0.0: 1 of 2 tests does not hold.\n"
    )


def test_when_all_hold_there_is_one_line(tmp_path: Path) -> None:
    here = folder(tmp_path / "small", a_yaml=f"good: {GOOD}\nmore: {GOOD}\n")
    assert kansrijk(str(here)).stdout == "small 1.0.0: all 2 tests hold.\n"
    done = kansrijk(str(here), "--only", "more")
    assert (done.exit_code, done.stdout) == (0, "small 1.0.0: the one test holds.\n")
    assert refused(str(here), "--only", "mor") == (
        "--only: there is no test `mor` in this pack\n  help: did you mean `more`?"
    )


def test_of_a_class_the_reason_is_that_of_the_one_that_was_expected(tmp_path: Path) -> None:
    here = folder(tmp_path / "small", a_yaml=f"bad: {POOR % 'class: low'}\n")
    assert "    “low”: no, because" in kansrijk(str(here)).stdout


def test_a_pack_without_tests_tells_how_to_write_one(tmp_path: Path) -> None:
    here = folder(tmp_path / "small")
    done = kansrijk(str(here))
    assert done.exit_code == 0
    shown, _, example = done.stdout.partition("\n\n")
    assert shown.startswith("small 1.0.0: there are no tests yet.")
    (here / "tests" / "first.yaml").write_text(example)
    assert kansrijk(str(here)).stdout == "small 1.0.0: the one test holds.\n"


def test_as_json(tmp_path: Path) -> None:
    here = folder(tmp_path / "small", a_yaml=f"good: {GOOD}\nbad: {BAD}\n")
    found = json.loads(kansrijk(str(here), "--format", "json").stdout)
    assert {key: found[key] for key in ("total", "failed")} == {"total": 2, "failed": 1}
    good, bad = found["tests"]
    assert good["passed"] and good["unmet"] == []
    assert bad["unmet"] == [
        {
            "place": f"{here}/tests/a.yaml:2:103",
            "what": "criteria",
            "id": "poverty",
            "expected": False,
            "found": True,
            "why": "“poverty”: yes, because “poor” is yes.",
        }
    ]


def test_what_no_one_rule_says_has_no_reason(tmp_path: Path) -> None:
    here = folder(tmp_path / "small", a_yaml=f"bad: {POOR % 'signals: [danger], visits: 3'}\n")
    assert kansrijk(str(here)).stdout == (
        "bad: Poor\n"
        f"  {here}/tests/a.yaml:1:92: all signals: expected `danger`, outcome none\n"
        f"  {here}/tests/a.yaml:1:110: visits still to come: expected 3, outcome 0\n"
        "\n"
        "small 1.0.0: 1 of 1 tests does not hold.\n"
    )


def test_as_junit(tmp_path: Path) -> None:
    here = folder(tmp_path / "small", a_yaml=f"good: {GOOD}\nbad: {BAD}\n")
    done = kansrijk(str(here), "--format", "junit", "-o", str(tmp_path / "out.xml"))
    assert (done.exit_code, done.stdout) == (1, "")
    good, bad = ElementTree.parse(tmp_path / "out.xml").getroot()
    assert [one.get("classname") for one in (good, bad)] == [f"{here}/tests/a.yaml"] * 2
    assert len(good) == 0
    message = f"{here}/tests/a.yaml:2:103: criterion `poverty`: expected no, outcome yes"
    assert (bad[0].get("message"), bad[0].text) == (message, f"Poor\n{message}")


def test_check_names_what_is_wrong_with_the_tests_too(tmp_path: Path) -> None:
    here = folder(tmp_path / "small", a_yaml=f"one: {POOR % 'clas: high'}\n")
    done = CliRunner().invoke(application("check"), ["check", str(here)])
    assert done.exit_code == 1
    assert "a.yaml:1:83: `clas` is not a word that goes here" in done.stdout


@pytest.mark.parametrize("more", ["--coverage", "--mutants"])
def test_junit_leaves_nothing_out_in_silence(more: str) -> None:
    assert refused("hoogeveen", "--format", "junit", more) == (
        "--format junit: this does not go with --coverage or --mutants\n"
        "  help: leave one of the two out"
    )


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1))
def test_junit_is_well_formed_whatever_a_title_holds(title: str) -> None:
    hostile = f"{title} ]]>&<\"'{title}"
    quoted = json.dumps(hostile, ensure_ascii=False)
    try:
        pack = pack_with(f"one: {BAD.replace('title: Poor', f'title: {quoted}')}")
    except InputError:
        return
    suite = ElementTree.fromstring(junit(run(pack), Words(pack, "en")))
    (case,) = suite
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    assert (case.get("classname"), case.get("name")) == ("small.yaml", "one")
    assert case[0].text is not None and case[0].text.startswith(hostile.strip()[:1])
