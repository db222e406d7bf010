"""`kansrijk verify` and `kansrijk compile`: what they print, their exit codes, and that no field of
an outcome can be changed unseen."""

from __future__ import annotations

import json
import random
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from builders import shipped_pack
from promises.strategies import case_data, load, pack_data, read
from typer.testing import CliRunner, Result

from kansrijk.assessment import Assessment, assess, screen_case
from kansrijk.case.case import read_case
from kansrijk.cli.main import application
from kansrijk.pack.load import load_pack, locate
from kansrijk.reading import InputError
from kansrijk.workbench import verifying
from kansrijk.workbench.compiled import compiled
from kansrijk.workbench.verifying import verified

from .tampering import changed, fields, kind, named

DATA = Path(__file__).parent / "data"
EXAMPLES = Path(__file__).parents[2] / "examples"
YOUNG = EXAMPLES / "jong-stel.yaml"
ON = date(2026, 11, 26)


def ran(command: str, *arguments: str | Path) -> Result:
    return CliRunner().invoke(application(command), [command, *map(str, arguments)])


@pytest.fixture
def outcome(tmp_path: Path) -> Path:
    """The outcome of an example, as a file."""
    file = tmp_path / "outcome.json"
    ran("plan", YOUNG, "--on", ON.isoformat(), "--format", "json", "-o", file)
    return file


def changes(file: Path, key: str, value: Any) -> None:
    told = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(told | {key: value}), encoding="utf-8")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("command", ["screen", "plan"])
def test_what_it_was_made_from_gives_it_again(tmp_path: Path, command: str, lang: str) -> None:
    for engine in ("both", "reference"):
        file = tmp_path / "outcome.json"
        on = ("--on", ON.isoformat(), "--engine", engine, "--lang", lang)
        ran(command, YOUNG, *on, "--format", "json", "-o", file)
        done = ran("verify", file, YOUNG, "hoogeveen", "--lang", "en")
        assert done.exit_code == 0
        assert "  ● right: worked out again, each field is the same\n" in done.output
        assert "  ● right by the separate script as well" in done.output
        assert "not looked at by the script: date, engines, criteria[].label," in done.output


def test_what_differs_is_told_by_its_path(outcome: Path) -> None:
    told = json.loads(outcome.read_text())
    told["criteria"][1]["truth"] = None
    told["margins"] = [{"distance": 12}]
    del told["intake"]["offered"]
    outcome.write_text(json.dumps(told))
    done = ran("verify", outcome, YOUNG)
    assert done.exit_code == 1
    lines = done.output.splitlines()
    assert "      criteria[1].truth: is null, moet false zijn" in lines
    assert "      margins[0].distance: is anders" in lines
    assert "      intake.offered: is (nothing), moet true zijn" in lines
    data = json.loads(ran("verify", outcome, YOUNG, "--format", "json").output)
    assert (data["holds"], data["same_pack"]) == (False, True)
    assert "criteria[1].truth" in data["differences"]
    assert data["script"]["wrong"] == ["criteria[1].truth"]
    assert "criteria[].label" in data["script"]["not_checked"]


def test_an_outcome_of_another_pack_is_said_to_be_that(outcome: Path, tmp_path: Path) -> None:
    pack = Path(shutil.copytree(locate("hoogeveen"), tmp_path / "hoogeveen"))
    text = (pack / "pack.yaml").read_text(encoding="utf-8")
    (pack / "pack.yaml").write_text(text.replace("1.0.0", "1.0.1"), "utf-8")
    assert load_pack(pack).version == "1.0.1"
    done = ran("verify", outcome, YOUNG, pack, "--lang", "en")
    assert done.exit_code == 1
    said = " ".join(done.output.split())
    made_by = shipped_pack("hoogeveen").hash
    assert f"○ made with another pack: hoogeveen 1.0.0, {made_by}" in said
    assert "pack.version: is 1.0.0, must be 1.0.1" in said


def test_the_folder_of_the_case_does_not_count(outcome: Path, tmp_path: Path) -> None:
    case = EXAMPLES / "twee-professionals.yaml"
    ran("plan", case, "--on", "2026-11-26", "--format", "json", "-o", outcome)
    moved = Path(shutil.copy(case, tmp_path))
    told = json.loads(outcome.read_text())
    warned = next(one for one in told["warnings"] if one["places"])
    assert ran("verify", outcome, moved).exit_code == 0
    warned["places"][0] = warned["places"][0] + "0"
    outcome.write_text(json.dumps(told))
    assert ran("verify", outcome, moved).exit_code == 1


def test_a_script_that_cannot_read_it_is_told(outcome: Path) -> None:
    changes(outcome, "criteria", [{}])
    done = ran("verify", outcome, YOUNG, "--lang", "en")
    assert done.exit_code == 1
    assert "  ○ the separate script cannot read this outcome\n" in done.output
    data = json.loads(ran("verify", outcome, YOUNG, "--format", "json").output)
    assert data["script"] == {"wrong": None, "not_checked": []}


def refused(*arguments: str | Path) -> str:
    done = ran("verify", *arguments)
    assert isinstance(done.exception, InputError)
    assert done.output == ""
    return str(done.exception)


NO_OUTCOME = "this is no outcome of `screen` or `plan` as JSON\n  help: make one with --format json"


@pytest.mark.parametrize(
    "text",
    ["{}", '{"pack": {}, "case": "c", "receipt": {}, "engines": [], "date": "x"}',
     '{"pack": {}, "case": "c", "receipt": {}, "engines": [], "date": 1}',
     '{"pack": {}, "case": "c", "receipt": {}, "engines": 1, "date": "2026-01-01"}'],
)  # fmt: skip
def test_what_is_no_outcome_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(text)
    assert refused(file, YOUNG) == f"{file}: {NO_OUTCOME}"


def test_what_is_no_json_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"pack": }')
    assert refused(file, YOUNG).startswith(f"{file}:1:10: ")


@pytest.mark.parametrize("reader", ["mother", "verloskundige"])
def test_a_copy_is_refused(tmp_path: Path, reader: str) -> None:
    file = tmp_path / "copy.json"
    ran("plan", YOUNG, "--on", "2026-11-26", "--for", reader, "--format", "json", "-o", file)
    assert refused(file, YOUNG) == (
        f"{file}: a copy for a reader leaves out what that reader may not see, so it cannot be "
        "made again\n  help: verify the outcome itself, made without `--for`"
    )


def test_nothing_is_written_over_what_was_read(outcome: Path) -> None:
    assert "cannot be" in refused(outcome, YOUNG, "-o", outcome) or outcome.read_text()
    assert json.loads(outcome.read_text())["case"] == "hv-0050"


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """An outcome of one day is worked out once."""
    for made in (assess, screen_case):
        found = cache(lambda on, engines, made=made: made(SUBJECT[0], SUBJECT[1], on=on,
                                                          engines=engines))  # fmt: skip
        monkeypatch.setattr(
            verifying,
            made.__name__,
            lambda pack, case, *, on, engines, found=found: found(on, engines and tuple(engines)),
        )
    monkeypatch.setattr(verifying, "compiled", cache(lambda pack: compiled(pack)))


SUBJECT: list[Any] = []


def accepted(result: Assessment, *, once: bool) -> list[str]:
    """The changed fields that it accepts."""
    SUBJECT[:] = [result.pack, result.case]
    told, seen, found = json.loads(result.to_json("en")), set[str](), []
    assert verified(told, "x.json", result.case, result.pack).holds
    for path in fields(told):
        if once and kind(path) in seen:
            continue
        seen.add(kind(path))
        try:
            one = verified(changed(told, path), "x.json", result.case, result.pack)
        except InputError:
            continue
        # Another day can have the very same outcome, which is then right.
        same = path == ("date",) and one.told == json.loads(one.result.to_json("en"))
        if one.holds and not same:
            found.append(named(path))
    return found


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("seed", range(12))
def test_no_field_can_be_changed_unseen(seed: int) -> None:
    rng = random.Random(seed)
    sections = pack_data(rng, small=True)
    case, on = case_data(rng, sections)
    made = screen_case if seed % 2 else assess
    assert accepted(made(load(sections), read(case), on=on), once=False) == []


@pytest.mark.usefixtures("kept")
def test_no_kind_of_field_of_the_shipped_pack_can_be_changed_unseen() -> None:
    result = assess(shipped_pack("hoogeveen"), read_case(YOUNG), on=ON)
    assert accepted(result, once=True) == []


def test_an_old_outcome_is_given_again_by_its_pack_and_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(DATA)
    pack, kept_outcome = load_pack("small.yaml"), Path("outcome.json").read_text(encoding="utf-8")
    result = assess(pack, read_case("case.yaml"), on=date(2026, 3, 2), engines=["reference"])
    assert result.to_json() == kept_outcome
    assert ran("verify", "outcome.json", "case.yaml", "small.yaml").exit_code == 0
    assert ran("compile", "small.yaml").output == Path("compiled.json").read_text(encoding="utf-8")


def test_a_compiled_pack_has_every_rule_and_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "pack.json"
    assert ran("compile", "hoogeveen", "-o", file).exit_code == 0
    assert ran("compile").output == file.read_text(encoding="utf-8")
    made, pack = json.loads(file.read_text(encoding="utf-8")), shipped_pack("hoogeveen")
    assert [rule["key"] for rule in made["rules"]] == [rule.key for rule in pack.rules]
    assert made["pack"] == {"id": pack.id, "version": pack.version, "hash": pack.hash}
    assert made["sections"].keys() == set(type(pack.sections).model_fields) - {"changelog"}
    assert made["sections"]["tests"] == {}
    assert made["norms"]["minimagrens"][0]["value"] == {"n/d": "11/10"}
