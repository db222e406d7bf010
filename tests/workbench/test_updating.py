"""What came out taken over in the tests: at its place, and nothing else moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from builders import SMALL
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.pack.load import load_pack
from kansrijk.reading import InputError, read_text
from kansrijk.workbench.rewriting import save
from kansrijk.workbench.running import run
from kansrijk.workbench.updating import update

from .packs import POOR, folder

YAML = """\
# what is known of her
poor:   # she says so herself
  title: "Poor: and nothing else"
  on: 2026-03-02
  case: {case: c, facts: {poor: true}}
  expect:
    class: high   # not sure
    criteria: {poverty: false, solitude: null}
    actions: [help, protect]
    no_actions:
      - help
      - protect
    possible: [high]
    visits: 3
rows:
  title: rows
  on: 2026-03-02
  case: {facts: {}}
  expect: {visits: 0}
  table:
    columns: [poor, expect.class, expect.actions]
    rows:
      - [true, low, [help, protect]]   # the first
      - [false, null, ""]
"""
AFTER = {
    "class: high   # not sure": "class: null   # not sure",
    "{poverty: false,": "{poverty: true,",
    "actions: [help, protect]\n    no": "actions: [help]\n    no",
    "no_actions:\n      - help\n      - protect": "no_actions: [protect]",
    "possible: [high]": "possible: [high, middle]",
    "visits: 3": "visits: 0",
    "- [true, low, [help, protect]]": "- [true, null, [help]]",
}
CSV = """\
title;poor;on;expect.class;expect.criteria.poverty;expect.possible;expect.visits
"a;b";true;2026-03-02;low;onwaar;low;4
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return folder(tmp_path / "small", a_yaml=YAML, b_csv=CSV)


def kansrijk(*arguments: str, **more: Any) -> Result:
    return CliRunner().invoke(application("test"), ["test", *arguments], **more)


def test_what_is_shown_and_written(here: Path) -> None:
    done = kansrijk(str(here), "--update", "--yes")
    at = f"{here}/tests"
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        f"{at}/a.yaml:7:12: class: `high` → still open",
        f"{at}/a.yaml:8:25: criterion `poverty`: no → yes",
        f"{at}/a.yaml:13:15: possible classes: `high` → `high`, `middle`",
        f"{at}/a.yaml:14:13: visits still to come: 3 → 0",
        f"{at}/a.yaml:9:14: actions: `help`, `protect` → `help`",
        f"{at}/a.yaml:11:7: actions that are not there: `help`, `protect` → `protect`",
        f"{at}/a.yaml:23:16: class: `low` → still open",
        f"{at}/a.yaml:23:21: actions: `help`, `protect` → `help`",
        f"{at}/b.csv:2:4: class: `low` → still open",
        f"{at}/b.csv:2:5: criterion `poverty`: no → yes",
        f"{at}/b.csv:2:6: possible classes: `low` → `high`, `middle`",
        f"{at}/b.csv:2:7: visits still to come: 4 → 0",
        f"Changed in {at}/a.yaml, {at}/b.csv.",
    ]
    expected = YAML
    for old, new in AFTER.items():
        assert expected.count(old) == 1, old
        expected = expected.replace(old, new)
    assert (here / "tests/a.yaml").read_text() == expected
    assert (here / "tests/b.csv").read_text() == CSV.replace(
        "low;onwaar;low;4", "null;true;high middle;0"
    )
    assert kansrijk(str(here)).stdout == "small 1.0.0: all 4 tests hold.\n"
    again = kansrijk(str(here), "--update")
    assert (again.exit_code, again.stdout) == (0, "small 1.0.0: all 4 tests hold.\n")


def texts(here: Path) -> list[str]:
    return [(here / "tests" / name).read_text() for name in ("a.yaml", "b.csv")]


def test_where_nobody_can_be_asked_nothing_is_written(here: Path) -> None:
    done = kansrijk(str(here), "--update")
    assert str(done.exception) == (
        "--update: nobody can be asked here whether this is right, so nothing was written\n"
        "  help: give --yes to write it"
    )
    assert "class: `high` → still open" in done.stdout
    assert texts(here) == [YAML, CSV]


@pytest.mark.parametrize(
    ("answer", "written"), [("y", True), (" YES ", True), ("n", False), ("", False), (None, False)]
)
def test_what_is_answered_is_done(
    here: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None, written: bool
) -> None:
    def asked(question: str) -> str:
        assert question.endswith("[y/N] ")
        if answer is None:
            raise EOFError
        return answer

    monkeypatch.setattr("builtins.input", asked)
    monkeypatch.setattr("kansrijk.cli.rewriting.sys", type("sys", (), {"stdin": Terminal()}))
    done = kansrijk(str(here), "--update", catch_exceptions=False)
    assert done.exit_code == (0 if written else 1)
    last = f"Changed in {here}/tests/a.yaml, " if written else "Nothing was changed."
    assert done.stdout.splitlines()[-1].startswith(last)
    assert (texts(here) != [YAML, CSV]) is written


class Terminal:
    def isatty(self) -> bool:
        return True


def test_what_goes_with_what(here: Path) -> None:
    assert str(kansrijk(str(here), "--yes").exception) == (
        "--yes: this goes with --update only\n  help: add --update, or leave this out"
    )
    for more in (["--coverage"], ["--format", "json"], ["-o", "out"]):
        assert str(kansrijk(str(here), "--update", *more).exception) == (
            "--update: this does not go with --coverage, --mutants, --format or --output\n"
            "  help: leave one of the two out"
        )


def test_what_rows_share_is_only_changed_where_all_come_out_so(here: Path) -> None:
    shared = YAML.replace("expect: {visits: 0}", "expect: {criteria: {poverty: null}}")
    (here / "tests/a.yaml").write_text(shared)
    refused = str(kansrijk(str(here), "--update", "--yes").exception)
    assert refused == (
        f"{here}/tests/a.yaml:19:32: the rows of this table share this, and not all of them come "
        "out so\n"
        "  help: give the table a column `expect.criteria.poverty` for it, or run all of its rows"
    )
    alike = shared.replace("- [false,", "- [true,").replace('null, ""]', "null, help]")
    (here / "tests/a.yaml").write_text(alike)
    one_row = str(kansrijk(str(here), "--update", "--yes", "--only", "rows_1").exception)
    assert "or run all of its rows" in one_row
    assert (here / "tests/a.yaml").read_text() == alike
    assert kansrijk(str(here), "--update", "--yes").exit_code == 0
    assert "expect: {criteria: {poverty: true}}" in (here / "tests/a.yaml").read_text()
    assert not any(one.unmet for one in run(load_pack(here)))


@pytest.mark.parametrize("name", ["a.yaml", "b.csv"])
def test_a_file_that_was_changed_meanwhile_is_left_alone(here: Path, name: str) -> None:
    file = here / "tests" / name
    pack = load_pack(here)
    ran = run(pack)
    found = update(pack, ran)
    newer = file.read_text().replace("2026-03-02", "2026-03-03")
    file.write_text(newer)
    for step in (lambda: save(found.texts), lambda: update(pack, ran)):
        with pytest.raises(InputError, match="was changed in the meantime; nothing was written"):
            step()
    assert file.read_text() == newer
    assert [text in (YAML, CSV) for text in texts(here)].count(True) == 1


def test_what_cannot_be_written_is_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError

    monkeypatch.setattr("kansrijk.reading.saving.save", full)
    with pytest.raises(InputError, match=r"a\.yaml: this file cannot be written"):
        save(update(pack := load_pack(here), run(pack)).texts)
    assert texts(here) == [YAML, CSV]


FACTS = ["", "poor: true", "poor: false, alone: true", "violence: true", "poor: true, alone: true"]
expectations = st.fixed_dictionaries(
    {},
    optional={
        "class": st.sampled_from(["high", "middle", "low", "null"]),
        "criteria": st.sampled_from(["{poverty: true}", "{poverty: null, solitude: false}"]),
        "signals": st.sampled_from(["[]", "[danger]", "{danger: false}"]),
        "actions": st.sampled_from(["[]", "[help]", "[protect, help]", "{help: false}"]),
        "no_actions": st.sampled_from(["[help]", "[protect, help]"]),
        "intake": st.sampled_from(["true", "false"]),
        "possible": st.sampled_from(["[low]", "[high, middle, low]"]),
        "visits": st.integers(0, 3).map(str),
    },
).filter(bool)


@given(st.lists(st.tuples(st.sampled_from(FACTS), expectations), min_size=1, max_size=3))
def test_after_it_every_test_holds_and_says_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, tests: list[tuple[str, dict[str, str]]]
) -> None:
    text = "".join(
        f"t{n}:  # {n}\n  title: a\n  on: 2026-03-02\n  case: {{case: c, facts: {{{facts}}}}}\n"
        "  expect:\n" + "".join(f"    {key}: {value}\n" for key, value in expect.items())
        for n, (facts, expect) in enumerate(tests)
    )
    here = folder(tmp_path_factory.mktemp("t") / "small", a_yaml=text)
    pack = load_pack(here)
    save(update(pack, run(pack)).texts)
    assert not any(one.unmet for one in run(load_pack(here)))
    after = (here / "tests/a.yaml").read_text()
    old, new = read_text(text, "a.yaml").value, read_text(after, "a.yaml").value
    for id in old:
        assert {**old[id], "expect": 0} == {**new[id], "expect": 0}
        assert list(old[id]["expect"]) == list(new[id]["expect"])
    assert after.count("#") == text.count("#")


def test_in_a_pack_of_one_file_too(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    bad = POOR % "criteria: {poverty: false}"
    file.write_text(f"{SMALL}tests:\n  one: {bad}   # hers\n")
    assert kansrijk(str(file), "--update", "--yes").exit_code == 0
    assert file.read_text() == f"{SMALL}tests:\n  one: {bad.replace('false', 'true')}   # hers\n"
