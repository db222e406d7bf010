"""`kansrijk prove`: what it prints, its exit code, and that its cases show what they claim."""

from __future__ import annotations

import builtins
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from builders import shipped_pack
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.pack.load import locate
from kansrijk.reading import InputError
from kansrijk.workbench.proof import proved as module


def ran(*arguments: str) -> Result:
    return CliRunner().invoke(application("prove"), ["prove", *arguments])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of hoogeveen to break."""
    return Path(shutil.copytree(locate("hoogeveen"), tmp_path / "hoogeveen"))


def changed(pack: Path, file: str, old: str, new: str) -> None:
    text = (pack / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (pack / file).write_text(text.replace(old, new), encoding="utf-8")


def test_of_hoogeveen_all_is_proved() -> None:
    done = ran()
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[0].startswith("hoogeveen 1.0.0: wat geldt voor alle gevallen, op alle dagen")
    assert "  ● bewezen: elke klasse kan de uitkomst zijn (3)" in lines
    assert "Mogelijke klassen: exact, voor zover gekeken." in lines
    assert "elke dag van de begeleiding valt in één fase" in " ".join(done.output.split())
    assert "  ○" not in done.output
    data = json.loads(ran("--format", "json", "--lang", "en").output)
    assert data["holds"] is True
    assert {claim["outcome"] for claim in data["claims"]} == {"holds"}
    assert {one["agree"] for one in data["every_case"]} == {True}
    assert {one["about"] for one in data["claims"] if one["kind"] == "can_be_true"} == {
        rule.key for rule in shipped_pack("hoogeveen").rules if not rule.key.startswith("class:")
    }


@pytest.mark.parametrize("until", [23, 25])
def test_of_days_in_no_phase_or_in_two_nothing_is_proved(until: int, pack: Path) -> None:
    changed(pack, "phases.yaml", "until: {months: 24}", f"until: {{months: {until}}}")
    done = ran(str(pack), "--lang", "en")
    assert isinstance(done.exception, InputError)
    assert [one.code for one in done.exception.problems] == ["phase_gap"]
    assert "each day of the support" not in " ".join(done.output.split())


def test_what_does_not_hold_has_its_place_and_a_case_that_shows_it(
    pack: Path, tmp_path: Path
) -> None:
    changed(pack, "norms.yaml", "\n  gap: {nl", "\n  # gap: {nl")
    done = ran(str(pack), "--lang", "en")
    assert done.exit_code == 1
    place = next(
        n for n, line in enumerate((pack / "criteria.yaml").read_text().splitlines(), 1)
        if line.startswith("overgewicht:")
    )  # fmt: skip
    told = (
        f"hoogeveen/criteria.yaml:{place}:1: “overweight before or early in pregnancy” stays "
        "unknown though all is told\n"
        "  to be seen in this case, on 1 January 2026:\n"
        "    case: voorbeeld\n"
        "    facts: {bmi: 10, leeftijd: 12}\n"
    )
    assert told in done.output
    some = (
        "○ not all: once all is told, each criterion and signal is yes or no: nothing falls between"
    )
    assert f"{some} (10 of 11)" in " ".join(done.output.split())
    folder = tmp_path / "cases"
    done = ran(str(pack), "--cases", str(folder))
    file = folder / "told_is_known-criterion-overgewicht.yaml"
    assert f"te zien met: kansrijk screen {file} --on 2026-01-01" in done.output
    shown = CliRunner().invoke(
        application("screen"),
        ["screen", str(file), "--on", "2026-01-01", "--pack", str(pack), "--format", "json"],
    )
    truths = {one["id"]: one["truth"] for one in json.loads(shown.output)["criteria"]}
    assert truths["overgewicht"] is None
    again = ran(str(pack), "--cases", str(folder))
    assert isinstance(again.exception, InputError)
    assert str(again.exception).startswith(f"{file}: this file is there already")


def test_where_cases_cannot_be_written_nothing_is(pack: Path, tmp_path: Path) -> None:
    changed(pack, "norms.yaml", "\n  gap: {nl", "\n  # gap: {nl")
    (tmp_path / "file").write_text("")
    done = ran(str(pack), "--cases", str(tmp_path / "file"))
    assert isinstance(done.exception, InputError)
    assert str(done.exception).startswith(f"{tmp_path / 'file'}: ")


def test_a_rule_that_can_never_be_true_is_told_with_what_hangs_on_it(pack: Path) -> None:
    changed(pack, "signals.yaml", "when: {psychische_crisis: true}",
            "when: {all: [{psychische_crisis: true}, {psychische_crisis: false}]}")  # fmt: skip
    done = ran(str(pack))
    assert done.exit_code == 1
    assert "“acute psychische nood” is nooit waar" in done.output
    assert "  ○ niet alles: elke regel kan waar zijn (79 van 83)" in done.output


def test_without_time_nothing_is_passed() -> None:
    done = ran("--seconds", "0")
    assert done.exit_code == 1
    said = "niet bewezen binnen de tijd, en dus niet goedgekeurd: elke regel kan waar zijn"
    assert said in done.output
    assert "bewezen: elke" not in done.output.partition("\n\n")[2].partition("niet bewezen")[0]


def test_with_one_engine_it_says_that_the_cases_were_not_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "available", lambda: False)
    done = ran("--lang", "en")
    assert done.exit_code == 1
    assert "○ not done: all kinds of cases on two engines" in done.output


def test_cases_that_the_engines_do_not_agree_on_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    found = module.proved(shipped_pack("hoogeveen"), seconds=60)
    assert found.tried is not None
    first, second, *others = found.tried
    bad = (first._replace(agree=False), second._replace(agree=None, cases=10**6), *others)
    monkeypatch.setattr(module, "proved", lambda *_, **__: found._replace(tried=bad))
    done = ran("--lang", "en")
    assert done.exit_code == 1
    assert "the engines differ on “" in done.output
    assert "the 1000000 kinds of cases of “" in done.output


def test_without_the_solver_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def none(name: str, *given: Any, **more: Any) -> Any:
        if name.startswith("kansrijk.workbench.proof.prove"):
            raise ModuleNotFoundError("No module named 'z3'", name="z3")
        return real(name, *given, **more)

    monkeypatch.setattr(builtins, "__import__", none)
    done = ran()
    assert str(done.exception) == (
        "prove: this takes the package `z3`, which is not installed\n"
        "  help: pip install 'kansrijk[prove]'"
    )
