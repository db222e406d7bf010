"""A pack that says something else has another version, and a line that says what changed."""

# ruff: noqa: E501 - what is printed reads best on one line
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import SMALL, laid_over
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.pack.load import load_pack, meaning, parse_pack, sections_of
from kansrijk.reading import Document, InputError, parse_yaml
from kansrijk.reading.saving import create
from kansrijk.workbench import releasing

from .packs import folder

DAY = "2026-11-30"
SCHEMA = "# yaml-language-server: $schema=../schemas/{}.json\n"


def kansrijk(*arguments: str, **more: Any) -> Result:
    return CliRunner().invoke(application(arguments[0]), arguments, **more)


def release(pack: Path, *arguments: str, **more: Any) -> Result:
    return kansrijk("release", str(pack), "--on", DAY, *arguments, **more)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A pack in a folder, with a version laid down."""
    made = folder(tmp_path / "small")
    assert release(made, "--what", "the first", "--yes").exit_code == 0
    return made


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new))


def checked(pack: Path) -> list[str]:
    """The problems that check names, without their help."""
    return [line for line in kansrijk("check", str(pack)).stdout.splitlines() if line[0] != " "]


GOOD = (
    "small {}: no problems. 2 criteria, 1 signal, 3 classes, 2 phases, 2 actions, 8 facts, 4 norms."
)


def test_a_pack_without_a_changelog_is_told_how_to_begin_one(tmp_path: Path) -> None:
    made = folder(tmp_path / "small")
    told = kansrijk("check", str(made))
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        GOOD.format("1.0.0"),
        "What changes from version to version cannot be read here yet: "
        f'`kansrijk release {made} --what "..."` begins with it.',
    ]
    before = (made / "pack.yaml").read_text()
    done = release(made, "--what", "the first: it begins", "--yes")
    assert done.stdout.splitlines() == [
        "1.0.0, 2026-11-30: the first: it begins",
        f"Changed in {made}/changelog.yaml.",
    ]
    assert (made / "pack.yaml").read_text() == before
    assert (made / "changelog.yaml").read_text() == (
        f'"1.0.0":\n  date: {DAY}\n  what: "the first: it begins"\n'
        f'  meaning: "{meaning(load_pack(made))}"\n'
    )
    assert checked(made) == [GOOD.format("1.0.0")]


def test_the_line_for_editors_is_that_of_the_header(tmp_path: Path) -> None:
    made = folder(tmp_path / "small")
    header = made / "pack.yaml"
    header.write_text(SCHEMA.format("pack") + header.read_text())
    assert release(made, "--what", "x", "--yes").exit_code == 0
    assert (made / "changelog.yaml").read_text().startswith(SCHEMA.format("changelog") + '"1.0.0":')


def test_what_is_changed_takes_a_higher_version_with_a_line(here: Path) -> None:
    change(here / "norms.yaml", "value: 3", "value: 4")
    told = kansrijk("check", str(here))
    assert told.exit_code == 1
    assert told.stdout == (
        f"{here}/pack.yaml:2:10: what this pack says is not what it said in version 1.0.0 any "
        f'more\n  help: `kansrijk release {here} --what "..."` gives it a higher version with a line '
        "in the changelog; as long as nobody uses 1.0.0, `--again` keeps the number\n"
    )
    done = release(here, "--what", "a friend more", "--yes")
    assert done.stdout.splitlines() == [
        f"{here}/pack.yaml:2:10: 1.0.0 → 1.1.0",
        "1.1.0, 2026-11-30: a friend more",
        f"Changed in {here}/pack.yaml, {here}/changelog.yaml.",
    ]
    assert checked(here) == [GOOD.format("1.1.0")]
    log = (here / "changelog.yaml").read_text()
    assert log.count("the first") == log.count("a friend more") == 1
    assert list(load_pack(here).sections.changelog) == ["1.0.0", "1.1.0"]


def test_json_has_the_same_problems(here: Path) -> None:
    change(here / "norms.yaml", "value: 3", "value: 4")
    told = kansrijk("check", str(here), "--format", "json")
    assert told.exit_code == 1
    assert '"code": "meaning_changed"' in told.stdout


def test_a_version_that_was_raised_by_hand_lacks_its_line(here: Path) -> None:
    change(here / "pack.yaml", "1.0.0", "2.0.0")
    assert checked(here) == [f"{here}/pack.yaml:2:10: the changelog has no line for version 2.0.0"]
    done = release(here, "--what", "anew", "--yes")
    assert done.stdout.splitlines()[0] == "2.0.0, 2026-11-30: anew"
    assert checked(here) == [GOOD.format("2.0.0")]
    change(here / "pack.yaml", "2.0.0", "1.9.0")
    assert checked(here) == [
        f"{here}/pack.yaml:2:10: version 1.9.0 is lower than 2.0.0, the last one in the changelog"
    ]


def test_again_keeps_the_number(here: Path) -> None:
    change(here / "norms.yaml", "value: 3", "value: 4")
    log = here / "changelog.yaml"
    log.write_text("# ours\n" + log.read_text().replace('"the first"', '"the first"   # of all'))
    before = log.read_text()
    done = release(here, "--again", "--yes")
    assert done.stdout.splitlines() == [
        "1.0.0, 2026-11-30: the first",
        f"Changed in {log}.",
    ]
    assert checked(here) == [GOOD.format("1.0.0")]
    old, new = before.split('"sha256:'), log.read_text().split('"sha256:')
    assert (old[0], old[1] != new[1]) == (new[0], True)
    release(here, "--again", "--what", "otherwise", "--yes")
    assert "what: otherwise   # of all" in log.read_text()


def test_a_text_in_each_language_is_kept_and_shown(tmp_path: Path) -> None:
    text = SMALL.replace("languages: [en]", "languages: [en]\n  # x", 1)
    file = tmp_path / "small.yaml"
    file.write_text(text)
    release(file, "--what", "one", "--yes")
    change(file, "what: one", "what: {en: one}")
    done = release(file, "--again", "--yes")
    assert "1.0.0, 2026-11-30: one\n" in done.stdout
    assert "what: {en: one}" in file.read_text()


def test_a_pack_in_one_file_has_all_of_it_there(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(SMALL)
    assert release(file, "--what", "x", "--yes").exit_code == 0
    assert file.read_text().startswith(SMALL)
    assert "changelog:" in file.read_text()
    change(file, "title: A small pack", "title: A very small pack")
    assert len(checked(file)) == 1
    assert release(file, "--what", "y", "--version", "1.0.1", "--yes").exit_code == 0
    assert checked(file) == [GOOD.format("1.0.1")]


NEVER = [
    (["--yes"], "--what: it is not said what changed"),
    (["--what", " ", "--yes"], "--what: it is not said what changed"),
    (["--what", "a\nb", "--yes"], "--what: it is not said what changed"),
    (["--what", "x", "--version", "1.1", "--yes"], "--version: this is not a version"),
    (["--what", "x", "--version", "0.9.0", "--yes"], "--version: version 0.9.0 is not higher"),
    (["--again", "--version", "2.0.0"], "--again: this does not go with --version"),
    (["--what", "x", "--on", "2026-01-01", "--yes"], "changelog.yaml:6:9: version 1.1.0 is of an"),
    (["--what", "x"], "release: nobody can be asked here whether this is right"),
    (["--what", "x", "--lang", "nl"], "--lang: `nl` is not a language of this pack"),
]


@pytest.mark.parametrize(("arguments", "said"), NEVER)
def test_what_cannot_be_writes_nothing(here: Path, arguments: list[str], said: str) -> None:
    change(here / "norms.yaml", "value: 3", "value: 4")
    before = {file: file.read_text() for file in here.iterdir() if file.is_file()}
    done = release(here, *arguments)
    assert isinstance(done.exception, InputError)
    assert said in str(done.exception)
    assert {file: file.read_text() for file in here.iterdir() if file.is_file()} == before


def test_there_must_be_something_to_lay_down(here: Path, tmp_path: Path) -> None:
    done = release(here, "--what", "x", "--yes")
    assert "what this pack says has not changed since version 1.0.0" in str(done.exception)
    assert release(here, "--what", "x", "--version", "1.0.1", "--yes").exit_code == 0
    none = release(folder(tmp_path / "other"), "--again", "--yes")
    assert "there is no version in the changelog to do again" in str(none.exception)


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False), ("", False)])
def test_it_is_asked(
    here: Path, monkeypatch: pytest.MonkeyPatch, answer: str, written: bool
) -> None:
    change(here / "norms.yaml", "value: 3", "value: 4")
    stdin = type("stdin", (), {"isatty": lambda _: True})()
    monkeypatch.setattr("kansrijk.cli.rewriting.sys", type("sys", (), {"stdin": stdin}))
    done = release(here, "--what", "x", input=f"{answer}\n")
    assert done.exit_code == (0 if written else 1)
    assert ("1.1.0" in (here / "pack.yaml").read_text()) is written


def test_a_file_that_comes_to_be_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = folder(tmp_path / "small")
    original = releasing.release

    def meanwhile(*arguments: Any, **more: Any) -> Any:
        found = original(*arguments, **more)
        (made / "changelog.yaml").write_text("mine: 1\n")
        return found

    monkeypatch.setattr(releasing, "release", meanwhile)
    done = release(made, "--what", "x", "--yes")
    assert "this file was changed in the meantime; nothing was written" in str(done.exception)
    assert (made / "changelog.yaml").read_text() == "mine: 1\n"


# What counts as what a pack says


def pack(changes: dict[str, Any]) -> Any:
    value = laid_over(parse_yaml(SMALL, "small.yaml").value, changes)
    return parse_pack(sections_of(Document.of(value, "small.yaml")))


SAME: list[dict[str, Any]] = [
    {"pack": {"version": "9.0.0"}},
    {"changelog": {"1.0.0": {"date": DAY, "what": "x", "meaning": f"sha256:{'1' * 64}"}}},
    {"tests": {"t": {"title": "t", "on": DAY, "case": {"case": "c"}, "expect": {"visits": 0}}}},
]
OTHER: list[dict[str, Any]] = [
    {"pack": {"title": "another"}},
    {"pack": {"review": "2031-01-01"}},
    {"norms": {"enough": {"value": 4}}},
    {"criteria": {"poverty": {"label": "less money"}}},
    {"sources": {"law": {"year": 2021}}},
    {"facts": {"poor": {"question": "Poor, you?"}}},
]
plain = pack({})


@given(st.lists(st.sampled_from(SAME)), st.lists(st.sampled_from(OTHER), unique_by=str))
def test_only_what_is_said_counts(same: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    changes: dict[str, Any] = {}
    for one in (*same, *other):
        changes = laid_over(changes, one)
    assert (meaning(pack(changes)) == meaning(plain)) is (not other)


def test_the_changelog_is_no_part_of_the_hash_that_outcomes_carry() -> None:
    assert pack(SAME[1]).hash == plain.hash
    assert pack(SAME[0]).hash != plain.hash


CUTS: list[Callable[[int, int, int], tuple[int, int, int]]] = [
    lambda a, b, c: (a, b, c),
    lambda a, b, c: (a, b, c + 1),
    lambda a, b, c: (a, b + 1, 0),
    lambda a, b, c: (a + 1, 0, 0),
]


@given(*[st.integers(0, 10**9 - 2)] * 3, st.sampled_from(CUTS))
def test_versions_are_compared_as_numbers(
    a: int, b: int, c: int, raised: Callable[[int, int, int], tuple[int, int, int]]
) -> None:
    first, second = (a, b, c), raised(a, b, c)
    one, other = (".".join(map(str, version)) for version in (first, second))
    assert (releasing.in_order(one) < releasing.in_order(other)) is (first < second)


def test_a_new_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        create(tmp_path / "a.yaml", "a: \ud800\n")
    assert not (tmp_path / "a.yaml").exists()
    create(tmp_path / "a.yaml", "a: é\r\n")
    with pytest.raises(FileExistsError):
        create(tmp_path / "a.yaml", "b")
    assert (tmp_path / "a.yaml").read_bytes() == "a: é\r\n".encode()


def test_problems_of_the_tests_stand_beside_that_of_the_version(here: Path) -> None:
    change(here / "norms.yaml", "value: 3", "value: 4")
    poor = "one: {title: x, on: 2026-03-02, case: {case: c}, expect: {clas: high}}\n"
    (here / "tests" / "a.yaml").write_text(poor)
    assert [line.partition(": ")[0] for line in checked(here)] == [
        f"{here}/pack.yaml:2:10",
        f"{here}/tests/a.yaml:1:59",
    ]
