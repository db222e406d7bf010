"""A pack to begin with is right in every way that kansrijk can tell, in each language."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.output.phrases import PHRASES
from kansrijk.output.starter_phrases import STARTER_PHRASES
from kansrijk.pack.load import load_pack
from kansrijk.reading import InputError, read_file
from kansrijk.workbench import starting

LANGUAGES = ["nl", "en", "fr", "nl,en", "fr,nl,en"]


def kansrijk(*arguments: str) -> Result:
    return CliRunner().invoke(application(arguments[0]), arguments)


def new(*arguments: str, on: str = "2026-11-30") -> Result:
    return kansrijk("new", "pack", *arguments, "--on", on)


@pytest.fixture(params=LANGUAGES)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    here = tmp_path / "ons-plan"
    assert new(str(here), "--lang", request.param).exit_code == 0
    return here


def test_it_passes_everything_at_once(made: Path) -> None:
    for command in (["check"], ["test", "--coverage", "--mutants"], ["prove"]):
        done = kansrijk(command[0], str(made), *command[1:])
        assert (done.exit_code, done.exception) == (0, None), done.stdout
    assert len(kansrijk("check", str(made)).stdout.splitlines()) == 1


def test_every_file_fits_the_schema_that_it_names(made: Path) -> None:
    files = sorted(made.rglob("*.yaml"))
    assert len(files) == 12
    for file in files:
        first = file.read_text().splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, file
        schema = json.loads((file.parent / named[1]).read_text())
        value = json.loads(json.dumps(read_file(file).value, default=float))
        assert Draft202012Validator(schema).is_valid(value), file


def test_nothing_of_the_template_is_left_and_it_is_laid_out_well(made: Path) -> None:
    for file in made.rglob("*.yaml"):
        text = file.read_text()
        assert not set(text) & set("‹›"), file
        comments = [line for line in text.splitlines() if line.lstrip().startswith("# ")]
        assert len(comments) > 1, file
        assert all(len(line) <= starting.WIDTH for line in comments[1:])


def test_what_is_chosen_stands_in_it(tmp_path: Path) -> None:
    here = tmp_path / "a"
    done = new(str(here), "--id", "zuid", "--title", 'Plan "Zuid": samen', "--lang", "nl,fr")
    pack = load_pack(here)
    assert (pack.id, pack.version, pack.languages) == ("zuid", "0.1.0", ("nl", "fr"))
    assert pack.sections.pack.title == {"": 'Plan "Zuid": samen'}
    assert str(pack.sections.pack.in_force.from_) == "2026-01-01"
    assert list(pack.sections.changelog) == ["0.1.0"]
    assert str(pack.sections.changelog["0.1.0"].date) == "2026-11-30"
    assert f"  kansrijk check {here} " in done.stdout
    assert load_pack(_named(tmp_path / "Ons plan 2")).id == "ons_plan_2"


def _named(folder: Path) -> Path:
    assert new(str(folder)).exit_code == 0
    return folder


@pytest.mark.parametrize("on", ["1999-12-31", "2028-02-29", "2031-06-20"])
def test_any_year_will_do(tmp_path: Path, on: str) -> None:
    assert new(str(tmp_path / "a"), on=on).exit_code == 0
    assert kansrijk("test", str(tmp_path / "a"), "--coverage").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["there"], "there: this is there already"),
        (["file"], "file: this is there already"),
        (["link"], "link: this is there already"),
        (["file/a"], "file/a: this file cannot be written"),
        (["3"], "--id: this cannot be the id of a pack"),
        (["a" * 61], "--id: this cannot be the id of a pack"),
        (["a", "--id", "A"], "--id: this cannot be the id of a pack"),
        (["a", "--id", ""], "--id: this cannot be the id of a pack"),
        (["a", "--title", "a\nb"], "--title: this cannot be a title"),
        (["a", "--lang", "nl,de"], "--lang: `de` is not one of the choices"),
        (["a", "--lang", ""], "--lang: `` is not one of the choices"),
    ],
)
def test_what_cannot_be_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there").mkdir()
    Path("file").write_text("mine")
    os.symlink("nowhere", "link")
    done = new(*arguments)
    assert isinstance(done.exception, InputError)
    assert said in str(done.exception)
    assert sorted(os.listdir()) == ["file", "link", "there"]
    assert (os.listdir("there"), Path("file").read_text()) == ([], "mine")


def test_what_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def full(path: Path, text: str) -> None:
        written.append(path)
        path.write_text(text[:10])
        if len(written) == 5:
            raise OSError

    monkeypatch.setattr("kansrijk.reading.saving.create", full)
    done = new(str(tmp_path / "a"))
    assert "this file cannot be written" in str(done.exception)
    assert (len(written), os.listdir(tmp_path)) == (5, [])


def test_each_phrase_is_in_each_language_and_used() -> None:
    templates = "".join(
        file.read_text() for file in (Path(starting.__file__).parent / "starter").rglob("*.yaml")
    )
    named = set(re.findall(r"‹=?(\w+)›", templates))
    named |= {f"text_{name}" for name in named}
    named |= {"about_changelog", "text_changelog"}
    assert {f"starter_{name}" for name in starting.NEXT} <= PHRASES.keys()
    for name, texts in STARTER_PHRASES.items():
        assert texts.keys() == {"nl", "en", "fr"}
        assert name in named, name


@pytest.mark.parametrize(
    "arguments",
    [["new"], ["new", "case"], ["new", "--lang", "en"], ["new", "--pack", "hoogeveen"]],
)
def test_without_the_word_it_is_a_case_file(arguments: list[str]) -> None:
    assert "\nfacts:\n" in kansrijk(*arguments).stdout


def test_a_case_file_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in (["one.yaml"], ["case", "two.yaml"], ["./pack"], ["case", "case"]):
        assert kansrijk("new", *arguments).exit_code == 0
    assert sorted(os.listdir()) == ["case", "one.yaml", "pack", "two.yaml"]


def test_help_names_both() -> None:
    told: Any = kansrijk("new", "--help").stdout
    assert "case" in told
    assert "pack" in told
