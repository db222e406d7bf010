"""The command `explain`: what it shows, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kansrijk.cli.main import application
from kansrijk.reading import InputError

ROOT = Path(__file__).parents[2]
CASE = str(ROOT / "examples" / "alleenstaand-met-schulden.yaml")
ON = ("--on", "2026-11-26")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(application(), ["explain", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def refused(*arguments: str) -> str:
    with pytest.raises(InputError) as error:
        CliRunner().invoke(application(), ["explain", *arguments], catch_exceptions=False)
    return str(error.value)


def test_one_rule_or_the_whole_outcome() -> None:
    one = run(CASE, "klein_netwerk", *ON)
    assert one.count("●") == 1
    whole = run(CASE, *ON)
    assert one.split("\n\n")[1].splitlines()[1] in whole
    assert whole.index("zeer kwetsbare") < whole.index("● weinig geld") < whole.index("fase 1")
    assert run(CASE, "criterion:klein_netwerk", *ON) == one


def test_class_is_hers_or_each_that_is_still_possible() -> None:
    assert run(CASE, "class", *ON) == run(CASE, "zeer_kwetsbaar", *ON)
    open_ = json.loads(
        run(CASE.replace("alleenstaand-met-schulden", "nog-veel-te-vragen"), "class", *ON,
            "--format", "json")
    )  # fmt: skip
    rules = [one["rule"] for one in open_["explanations"]]
    assert rules == ["class:zeer_kwetsbaar", "class:kwetsbaar", "class:regulier"]


def test_each_format_says_the_same_sentence() -> None:
    data = json.loads(run(CASE, "klein_netwerk", *ON, "--format", "json", "--lang", "en"))
    (found,) = data["explanations"]
    assert (found["rule"], found["file"]) == ("criterion:klein_netwerk", "hoogeveen/criteria.yaml")
    for format in ("text", "markdown"):
        said = run(CASE, "klein_netwerk", *ON, "--format", format, "--lang", "en")
        label, told = found["label"], found["sentence"].partition("”: ")[2]
        for part in (f"{label} (klein", f"{told[0].upper()}{told[1:]}"):
            assert part in " ".join(said.replace("\\", "").split())


def test_what_cannot_be_used_is_refused(tmp_path: Path) -> None:
    assert refused(CASE, "klein_netwrk", *ON) == (
        "RULE: `klein_netwrk` is not a rule of this pack\n  help: did you mean `klein_netwerk`? "
        "`kansrijk explain CASE` shows the id of each rule of an outcome"
    )
    assert refused(CASE, "--format", "pdf") == (
        "--format: `pdf` is not one of the choices\n  help: one of: text, markdown, json"
    )
    assert refused(CASE, "-o", CASE) == (
        "--output: this is the case file itself; nothing was overwritten\n"
        "  help: choose another name"
    )


def test_it_writes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "uitleg.md"
    assert run(CASE, *ON, "--format", "markdown", "-o", str(target)) == ""
    assert target.read_text(encoding="utf-8") == run(CASE, *ON, "--format", "markdown")


def test_what_is_enough() -> None:
    text = run(CASE, "--enough", *ON)
    assert "  - partner, mensen die haar steunen en roken" in text.splitlines()
    found = json.loads(run(CASE, "--enough", "--format", "json", *ON))["enough"]
    assert (len(found["sets"]), found["whole"]) == (4, True)
    marked = run(CASE, "--enough", "--format", "markdown", *ON)
    assert marked.startswith("# Moeders van Hoogeveen")
    assert "\n- partner, mensen die haar steunen en roken\n" in marked


def test_what_is_enough_where_it_is_open_or_nothing_is() -> None:
    still_open = str(ROOT / "examples" / "nog-veel-te-vragen.yaml")
    assert json.loads(run(still_open, "--enough", "--format", "json", *ON))["enough"] is None
    assert "nog open" in run(still_open, "--enough", *ON)
    none = str(ROOT / "examples" / "weinig-mensen-en-roken.yaml")
    assert "Geen van haar antwoorden" in run(none, "--enough", *ON)
