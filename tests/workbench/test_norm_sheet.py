"""Norms out to a spreadsheet and in again: one cell changed changes one value, and nothing else."""

# ruff: noqa: E501 - what is printed reads best on one line
from __future__ import annotations

import csv
import io
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from builders import SMALL, pack_of, shipped_pack
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from kansrijk.cli.main import application
from kansrijk.pack.load import load_pack, locate
from kansrijk.reading import InputError, parse_yaml
from kansrijk.workbench import norm_sheet
from kansrijk.workbench.norm_sheet import COLUMNS, MARK, read, rows, sheet

NORMS = """\
# the figures of our programme
enough:   # of all
  label: enough friends
  unit: people
  basis: policy
  source: law
  value: 3   # three
smokers: {label: "=who smokes", unit: words, basis: policy, source: law, value: [stopped, daily]}
line:
  label: "income line; by day"
  unit: EUR
  basis: source
  source: law
  values:
    - {from: 2020-01-01, until: 2024-01-01, value: 1000}
    # and then
    - {from: 2025-01-01, review: 2026-01-01, value: 1100.50}   # more
pace:
  label: days between visits
  unit: dagen
  by: class
  basis: policy
  source: law
  values:
    - from: 2020-01-01
      value: {high: 7, middle: 14}
"""
OUT = """\
norm;label;column;from;value;unit;basis;source
enough;enough friends;;;3;people;policy;law
smokers;'=who smokes;;;stopped daily;words;policy;law
line;"income line; by day";;2020-01-01;1000;EUR;source;law
line;"income line; by day";;2025-01-01;"1100,5";EUR;source;law
pace;days between visits;high;2020-01-01;7;dagen;policy;law
pace;days between visits;middle;2020-01-01;14;dagen;policy;law
"""


def kansrijk(*arguments: str, **more: Any) -> Result:
    return CliRunner().invoke(application(arguments[0]), arguments, **more)


def whole(norms: str) -> str:
    """The small pack with these norms, in Dutch so that a comma stands in numbers."""
    before, after = SMALL.split("norms:\n", 1)
    rest = after[after.index("criteria:\n") :]
    indented = "".join(f"  {line}\n" for line in norms.splitlines())
    text = f"{before}norms:\n{indented}{rest}".replace("{norm: line}", "1000")
    return text.replace("languages: [en]", "languages: [nl]")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "small.yaml").write_text(whole(NORMS))
    return tmp_path


def put(here: Path, text: str, *arguments: str, **more: Any) -> Result:
    (here / "n.csv").write_text(text, newline="")
    return kansrijk(
        "norms", str(here / "small.yaml"), "--from", str(here / "n.csv"), *arguments, **more
    )


def test_what_goes_out(here: Path) -> None:
    done = kansrijk("norms", str(here / "small.yaml"), "-o", str(here / "out.csv"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert (here / "out.csv").read_bytes() == (MARK + OUT.replace("\n", "\r\n")).encode()


def test_in_english_a_point_stands_in_numbers() -> None:
    said = sheet(pack_of(SMALL), "en")
    assert said.startswith(
        f"{MARK}norm,label,column,from,value,unit,basis,source\r\nenough,enough friends,,,3,"
    )
    assert "line,income line,,2025-01-01,1100.5,EUR,source,law\r\n" in said
    assert "," not in sheet(pack_of(SMALL), "nl").partition("\r\n")[0]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_out_and_in_changes_nothing(lang: str, tmp_path: Path) -> None:
    here = shutil.copytree(locate("hoogeveen"), tmp_path / "h")
    before = (here / "norms.yaml").read_bytes()
    kansrijk("norms", str(here), "--lang", lang, "-o", str(tmp_path / "n.csv"))
    done = kansrijk("norms", str(here), "--from", str(tmp_path / "n.csv"), "--yes", "--lang", lang)
    told = {
        "nl": "Er staat niets anders in dan in het pakket.\n",
        "en": "It says nothing else than the pack.\n",
    }
    assert (done.exit_code, done.stdout) == (0, told[lang])
    assert (here / "norms.yaml").read_bytes() == before


CHANGES = [
    (";;;3;", ";;;4;", "value: 3 ", "value: 4 "),
    ("stopped daily", "  daily ", "[stopped, daily]", "[daily]"),
    (";1000;", ";999,99;", "value: 1000", "value: 999.99"),
    ('"1100,5"', "1200", "value: 1100.50", "value: 1200"),
    (";14;", ";10;", "middle: 14", "middle: 10"),
]


@pytest.mark.parametrize(("old", "new", "was", "now"), CHANGES)
def test_one_cell_changes_one_value(here: Path, old: str, new: str, was: str, now: str) -> None:
    assert OUT.count(old) == 1
    done = put(here, OUT.replace(old, new), "--yes")
    assert done.exit_code == 0, done.exception
    text = whole(NORMS)
    assert text.count(was) == 1
    assert (here / "small.yaml").read_text() == text.replace(was, now)


def test_what_is_told(here: Path) -> None:
    text = OUT.replace(";14;", ";10;").replace(";;;3;", ";;;4;")
    text = "\n".join(line for line in text.splitlines() if "2020-01-01;1000" not in line)
    done = put(here, text + "\nline;;;2027-01-01;1250;;;\n", "--yes")
    file = here / "small.yaml"
    assert done.stdout.splitlines() == [
        f"{file}:35:12: `enough`: 3 → 4",
        f"{file}:54:34: `pace`, `middle`, `2020-01-01`: 14 → 10",
        f"{file}:43:7: `line`, `2027-01-01`: nieuw: {{from: 2027-01-01, value: 1250}}",
        "1 waarde van het pakket staat er niet in; die blijft zoals ze is.",
        f"Aangepast in {file}.",
    ]


def test_as_a_spreadsheet_in_dutch_leaves_it(here: Path) -> None:
    """Days day first, no zeros at the end of numbers, other columns first, empty rows below."""
    table = list(csv.reader(io.StringIO(OUT), delimiter=";"))
    at = table[0].index("from")
    for row in table[1:]:
        year, _, rest = row[at].partition("-")
        row[at] = (
            "-".join(part.lstrip("0") for part in reversed([year, *rest.split("-")]))
            if rest
            else ""
        )
    text = "\r\n".join(";".join(f'"{cell}"' for cell in reversed(row)) for row in table)
    done = put(here, f"{MARK}{text}\r\n;;;;;;;\r\n".replace("\r\n", ";\r\n"), "--yes")
    assert done.stdout == "Er staat niets anders in dan in het pakket.\n"


def test_a_later_day_is_a_new_value(here: Path) -> None:
    new = (
        "pace;;middle;1-1-2027;12;dagen;source;law\n"
        "line;;;2028-01-01;1300;;;\n"
        "pace;;high;2027-01-01;6;;source;law\n"
        "line;;;2027/01/01;1250,25;;policy;law\n"
    ).replace("2027/01/01", "1/1/2027")
    done = put(here, OUT + new, "--yes")
    assert done.exit_code == 0, done.exception
    text = whole(NORMS)
    after = (here / "small.yaml").read_text()
    more = "      - {from: 2027-01-01, basis: policy, value: 1250.25}\n      - {from: 2028-01-01, value: 1300}\n"
    table = "      - from: 2027-01-01\n        basis: source\n        value:\n          middle: 12\n          high: 6\n"
    assert after == text.replace("# more\n", f"# more\n{more}").replace(
        "middle: 14}\n", f"middle: 14}}\n{table}"
    )


def test_a_source_of_its_own(here: Path) -> None:
    text = whole(NORMS).replace(
        "sources:\n", "sources:\n  plan: {title: P, publisher: x, year: 2026}\n"
    )
    (here / "small.yaml").write_text(text)
    put(here, OUT + "line;;;2027-01-01;1;;;plan law\nline;;;2028-01-01;2;;;plan\n", "--yes")
    values = load_pack(here / "small.yaml").sections.norms["line"].values
    assert values and [one.source for one in values] == [None, None, ("plan", "law"), ("plan",)]


def changed(*edits: tuple[str, str]) -> str:
    text = OUT
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


NUMBER = "this is not a number that can be read in one way only\n  help: write it as 1250,75, without a sign for thousands or a unit"
DAY = "this is not a day\n  help: write it as 2026-11-21; where `;` stands between cells, 21-11-2026 will do too"
FIXED = "of a value that is there cannot be changed here\n  help: put back what stood there, and change it in the pack itself"
WRONG = [
    (changed((";;;3;", ";;;3.5;")), [f"2:5: {NUMBER}"]),
    (changed((";;;3;", ";;;1.250,75;")), [f"2:5: {NUMBER}"]),
    (changed((";;;3;", ";;;=1+2;")), [f"2:5: {NUMBER}"]),
    (changed((";;;3;", ";;;€ 3;")), [f"2:5: {NUMBER}"]),
    (changed((";;;3;", ";;;;")), [f"2:5: {NUMBER}"]),
    (changed((";;;3;", ";;;٣;")), [f"2:5: {NUMBER}"]),
    (changed((";;;3;", f";;;{'9' * 40};")), [f"2:5: {NUMBER}"]),
    (changed((";2025-01-01;", ";2025-13-01;")), [f"5:4: {DAY}"]),
    (changed((";2025-01-01;", ";31-2-2025;")), [f"5:4: {DAY}"]),
    (changed((";2025-01-01;", ";20250101;")), [f"5:4: {DAY}"]),
    (changed((";2025-01-01;", ";1-1-25;")), [f"5:4: {DAY}"]),
    (changed((";2025-01-01;", ";1-1-3025;")), [f"5:4: {DAY}"]),
    (changed(("enough;e", "enogh;e")), ["2:1: `enogh` is not a norm of this pack\n  help: did you mean `enough`?"]),
    (changed((";people;", ";persons;")), [f"2:6: `unit` {FIXED}"]),
    (changed(("enough friends", "plenty")), [f"2:2: `label` {FIXED}"]),
    (changed(("3;people;policy;law", "3;people;source;plan")), [f"2:7: `basis` {FIXED}", f"2:8: `source` {FIXED}"]),
    (changed(("stopped daily", "")), ["3:5: this is not what can stand here\n  help: write words of the pack, where more than one will do with spaces between them"]),
    (changed(("norm;label;", "nrm;label;")), ["1:1: `nrm` is not a column of norms, or it is there twice\n  help: did you mean `norm`?"]),
    (changed(("norm;label;", "norm;norm;")), ["1:2: `norm` is not a column of norms, or it is there twice\n  help: did you mean `norm`?"]),
    (changed(("column;from", "label2;from")), ["1:3: `label2` is not a column of norms, or it is there twice\n  help: did you mean `label`?"]),
    ("norm;from;value\n", ["1:1: there is no column `column`\n  help: begin with the file that `kansrijk norms PACK -o FILE` writes"]),
    ("\n", [f"1:1: there is no column `{name}`\n  help: begin with the file that `kansrijk norms PACK -o FILE` writes" for name in ("norm", "column", "from", "value")]),
    (OUT + "enough;;;;4;;;\n", ["8:1: this value is there twice; the first is in row 2\n  help: keep one of the two"]),
    (OUT + "enough;;;2027-01-01;4;;;\n", ["8:4: this norm has one value for all days\n  help: make it a list of `values` in the pack first"]),
    (OUT + "line;;;;4;;;\n", ["8:4: it is not said from which day this value holds\n  help: write the day"]),
    (OUT + "line;;;2024-01-01;4;;;\n", ["8:4: a new value begins after the last one, which is of 2025-01-01\n  help: write a later day; an older value is added in the pack itself"]),
    (OUT + "line;x;2027-01-01;4;;;\n", ["8:4: this is not a day\n  help: write it as 2026-11-21; where `;` stands between cells, 21-11-2026 will do too"]),
    (OUT + "line;;x;2027-01-01;4;;;\n", ["8:3: this norm has no such column"]),
    (OUT + "line;;x;2025-01-01;4;;;\n", ["8:3: this norm has no such column"]),
    (OUT + "pace;;hgh;2027-01-01;4;;;\n", ["8:3: this norm has no such column\n  help: did you mean `high`?"]),
    (OUT + "line;;;2027-01-01;;;;\n", [f"8:5: {NUMBER}"]),
    (OUT + "line\n", ["8:4: it is not said from which day this value holds\n  help: write the day"]),
    (OUT + 'line;"\n', ["8:2: "]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WRONG, ids=range(len(WRONG)))
def test_what_is_not_certain_is_refused_and_nothing_written(
    here: Path, text: str, said: list[str]
) -> None:
    done = put(here, text, "--yes")
    assert isinstance(done.exception, InputError)
    found = [str(problem).removeprefix(f"{here}/n.csv:") for problem in done.exception.problems]
    assert [one.startswith(told) for one, told in zip(found, said, strict=True)] == [True] * len(
        said
    ), found
    assert all(one == told or told.endswith(" ") for one, told in zip(found, said, strict=True)), (
        found
    )
    assert (here / "small.yaml").read_text() == whole(NORMS)


def test_all_that_is_wrong_comes_at_once(here: Path) -> None:
    text = changed((";;;3;", ";;;x;"), (";2025-01-01;", ";x;"), (";14;", ";?;"))
    done = put(here, text, "--yes")
    assert isinstance(done.exception, InputError)
    assert [(p.place.line, p.place.column) for p in done.exception.problems] == [
        (2, 5),
        (5, 4),
        (7, 5),
    ]


def test_where_a_comma_stands_between_cells_only_a_point_will_do(here: Path) -> None:
    english = MARK + OUT.replace('"1100,5"', "1100.5").replace(
        '"income line; by day"', "x"
    ).replace(";", ",")
    english = english.replace(",x,", ',"income line; by day",')
    assert put(here, english, "--yes").stdout == "Er staat niets anders in dan in het pakket.\n"
    done = put(
        here, english.replace("1100.5", '"1100,5"').replace(",,,3,", ",,1-1-2027,3,"), "--yes"
    )
    assert isinstance(done.exception, InputError)
    assert [problem.code for problem in done.exception.problems] == ["sheet_day", "sheet_number"]


def test_a_pack_that_would_be_wrong_is_not_written(here: Path) -> None:
    done = put(here, changed((";;;3;", ";;;0,5;")) + "line;;;2026-06-01;5;;;nowhere\n", "--yes")
    assert isinstance(done.exception, InputError)
    assert "unknown_source" in {problem.code for problem in done.exception.problems}
    assert (here / "small.yaml").read_text() == whole(NORMS)


@pytest.mark.parametrize("name", ["n.xlsx", "N.XLSX", "n.ods"])
def test_a_workbook_is_to_be_saved_as_text(here: Path, name: str) -> None:
    (here / name).write_bytes(b"PK\x03\x04")
    done = kansrijk("norms", str(here / "small.yaml"), "--from", str(here / name))
    assert "save it in the spreadsheet as CSV UTF-8" in str(done.exception)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--yes"], "--yes: this goes with --from only"),
        (["--from", "x", "-o", "y"], "--from: this does not go with --output"),
        (["-o", "small.yaml"], "small.yaml: this is a file of the pack itself"),
        (["--from", "none.csv"], "none.csv: this file does not exist"),
        (["--from", "n.csv"], "--from: nobody can be asked here whether this is right"),
    ],
)
def test_arguments_that_cannot_be(
    here: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(here)
    Path("n.csv").write_text(OUT.replace(";;;3;", ";;;4;"))
    done = kansrijk("norms", "small.yaml", *arguments)
    assert said in str(done.exception)
    assert Path("small.yaml").read_text() == whole(NORMS)


def test_far_too_many_cells(here: Path) -> None:
    done = put(here, OUT + ";" * 100_001)
    assert "there are more than 100000 values" in str(done.exception)


def test_a_truth_is_told_as_one(here: Path) -> None:
    text = whole(
        NORMS + "told: {label: told, unit: words, basis: policy, source: law, value: true}\n"
    )
    (here / "small.yaml").write_text(text)
    pack = load_pack(here / "small.yaml")
    assert "told;told;;;true;words;policy;law\r\n" in sheet(pack, "nl")
    assert put(here, OUT + "told;told;;;ONWAAR;words;policy;law\n", "--yes").exit_code == 0
    assert load_pack(here / "small.yaml").sections.norms["told"].value is False
    done = put(here, OUT + "told;told;;;ja;words;policy;law\n", "--yes")
    assert "this is neither true nor false" in str(done.exception)


def test_one_word_stays_one_word(here: Path) -> None:
    text = whole(
        NORMS + "told: {label: told, unit: words, basis: policy, source: law, value: daily}\n"
    )
    (here / "small.yaml").write_text(text)
    assert put(here, OUT + "told;told;;;never;words;policy;law\n", "--yes").exit_code == 0
    assert load_pack(here / "small.yaml").sections.norms["told"].value == "never"
    done = put(here, OUT + "told;told;;;never daily;words;policy;law\n", "--yes")
    assert "this is not what can stand here" in str(done.exception)


# Of any cell and any number

ROWS = [
    row
    for row in rows(shipped_pack("hoogeveen"))
    if isinstance(row.value, int) or hasattr(row.value, "numerator")
]
numbers = st.decimals("0.01", 99999, places=2).map(lambda number: number.normalize())


@given(st.sampled_from(ROWS), numbers)
def test_a_number_in_any_cell_changes_that_value_alone(row: Any, number: Decimal) -> None:
    """As data: what is read from the new file differs from the old one at that path alone."""
    pack = shipped_pack("hoogeveen")
    table = list(csv.reader(io.StringIO(sheet(pack, "nl").removeprefix(MARK)), delimiter=";"))
    (at,) = [n for n, line in enumerate(table) if (line[0], line[2], line[3]) == row.key]
    table[at][COLUMNS.index("value")] = f"{number:f}".replace(".", ",")
    with_number = "\n".join(";".join(f'"{cell}"' for cell in line) for line in table)
    try:
        found = _read(pack, with_number)
    except InputError as error:
        # Some numbers cannot stand there: a pack is never written with them.
        assert {problem.place.file for problem in error.problems} != {"n.csv"}
        return
    old = parse_yaml((locate("hoogeveen") / "norms.yaml").read_text(encoding="utf-8"), "f").value
    expected: Any = old
    for step in row.path[:-1]:
        expected = expected[step]
    if Decimal(str(expected[row.path[-1]])) == number:
        assert found.texts == {}
        return
    expected[row.path[-1]] = int(number) if number == int(number) else number
    ((_, after),) = found.texts.values()
    assert repr(parse_yaml(after, "f").value) == repr(old)


def _read(pack: Any, text: str) -> Any:
    with patch.object(norm_sheet, "text_of", return_value=text):
        return read(pack, "n.csv")
