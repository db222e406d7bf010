"""Tables of tests: a row is a test of its own, in YAML and in CSV alike."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from builders import SMALL
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.pack.load import parse_pack, sections_of
from kansrijk.reading import Document, InputError, parse_yaml
from kansrijk.reading.strict_csv import cells_of, parse_table, with_cell
from kansrijk.workbench.checking import check_tests
from kansrijk.workbench.expecting import EXPECT
from kansrijk.workbench.running import run

from .packs import loaded, pack_with

TABLE = """
rich:
  title: Around three friends
  on: 2026-03-02
  case: {facts: {poor: true}, due_date: 2026-09-01}
  expect: {criteria: {poverty: true}}
  table:
    columns: [title, alone, income, on, expect.criteria.solitude, expect.class, expect.visits]
    rows:
      - [Not alone, false, 1000.50, "", false, middle, ""]
      - [Alone, true, "", "2026-03-03", true, high, ""]
      - ["", null, "", "", null, null, 25]
      - ["", "", "", "", "", "", ""]
      - [Would not say, declined, "", "", null, null, 25]
"""


def test_each_row_is_a_test_of_its_own() -> None:
    ran = run(pack_with(TABLE))
    assert [(one.test.id, one.test.title, one.test.on.day) for one in ran] == [
        ("rich_1", "Not alone", 2),
        ("rich_2", "Alone", 3),
        ("rich_3", "Around three friends", 2),
        ("rich_5", "Would not say", 2),
    ]
    assert not any(one.unmet for one in ran)
    assert [one.result.case.case for one in ran] == ["rich_1", "rich_2", "rich_3", "rich_5"]
    assert all(one.test.case["due_date"] == "2026-09-01" for one in ran)
    assert [one.test.expect["criteria"]["poverty"] for one in ran] == [True] * 4
    (third,) = run(pack_with(TABLE), ["rich_3"])
    assert third.test.id == "rich_3"
    assert len(run(pack_with(TABLE), ["rich"])) == 4


COMMAS = (
    "title,poor,income,smoking,story,on,due_date,expect.criteria.poverty,expect.signals.danger,"
    "expect.possible,expect.actions,expect.visits,expect.class,expect.intake\n"
    '"Poor, as ""told""",true,1100.50,daily,=1+1,2026-03-02,2026-09-01,'
    "TRUE,null,high middle,help,25,null,true\n"
    "Not asked,,,,,2026-03-02,,null,,,,,,\n"
)
SEMICOLONS = (
    COMMAS.replace('"Poor, as ""told"""', "Poor").replace(",", ";").replace("1100.5", "1100,5")
)


@pytest.mark.parametrize(
    "text",
    [COMMAS, "\ufeff" + COMMAS, COMMAS.replace("\n", "\r\n"), SEMICOLONS, "\n\n" + COMMAS,
     SEMICOLONS.replace("TRUE", "WAAR"), COMMAS.rstrip("\n"), COMMAS + ",,,,,,,,,,,,,\n\n"],
    ids=range(8),
)  # fmt: skip
def test_a_table_as_csv(tmp_path: Path, text: str) -> None:
    first, second = run(loaded(tmp_path / "small", rich_csv=text))
    assert not first.unmet and not second.unmet
    facts = {str(key): str(value) for key, value in first.test.case["facts"].items()}
    assert facts == {"poor": "True", "income": "1100.50", "smoking": "daily", "story": "=1+1"}
    assert first.test.expect["possible"] == ["high", "middle"]
    assert first.test.id == "rich_1"
    assert second.test.case == {"case": "rich_2"}
    assert second.test.title == "Not asked"


def test_the_place_of_a_cell_is_its_row_and_column(tmp_path: Path) -> None:
    text = "on,poor,expect.criteria.poverty\n2026-03-02,true,true\n2026-03-02,false,true\n"
    pack = loaded(tmp_path / "small", a_csv=text)
    (place,) = [unmet.place for one in run(pack) for unmet in one.unmet]
    assert (Path(place.file).name, place.line, place.column) == ("a.csv", 3, 3)


WRONG = [
    ("on,por,expect.visits\n2026-03-02,true,0\n",
     ["1:2: a table has no column `por`\n  help: did you mean `poor`?"]),
    ("on,,expect.visits\n2026-03-02,true,0\n",
     ["1:2: a table has no column ``\n  help: give it a name, or take it out"]),
    ("on,poor,poor,expect.visits\n2026-03-02,true,true,0\n",
     ["1:3: the column `poor` says what another column says too\n  help: keep one of the two"]),
    ("on,expect.signals,expect.signals.danger\n2026-03-02,danger,true\n",
     ["1:3: the column `expect.signals.danger` says what another column says too\n"
      "  help: keep one of the two"]),
    ("on,expect.criteria.povety\n2026-03-02,true\n",
     ["2:2: `povety` does not exist in this pack\n  help: did you mean `poverty`?"]),
    ("on,expect.criteria.poverty.x\n2026-03-02,true\n",
     ["1:2: a table has no column `expect.criteria.poverty.x`\n"
      "  help: did you mean `expect.criteria`?",
      "2:1: this test expects nothing, so it can never fail\n"
      "  help: say under `expect` what must come out"]),
    ("on,expect.visits\n2026-03-02\n",
     ["2:1: this row has 1 cells, and the table has 2 columns\n"
      "  help: give it a cell for each column; what is not told or expected is an empty one"]),
    ("on,expect.visits\n2-3-2026,0\n", ["2:1: `on` must be a date such as 2026-11-21"]),
    ("on,expect.visits\n20260302,0\n", ["2:1: `on` must be a date such as 2026-11-21"]),
    ("poor,expect.visits\ntrue,0\n",
     ["2:1: this row has no day to be assessed on\n"
      "  help: add `on:` above the table, or a column `on`"]),
    ("on,expect.visits\n2026-03-02,some\n", ["2:2: `visits` must be a whole number of 0 or more"]),
    ("on,poor\n2026-03-02,true\n",
     ["2:1: this test expects nothing, so it can never fail\n"
      "  help: say under `expect` what must come out"]),
    ("on,poor,friends,expect.visits\n2026-03-02,ja,2.5,0\n",
     ["2:2: this is not a value that `poor` can have\n  help: write true or false",
      "2:3: this is not a value that `friends` can have\n"
      "  help: a whole number from 0 to 9 (people)"]),
    ("on,due_date,expect.visits\n2026-03-02,soon,0\n",
     ["2:2: `due_date` must be a date such as 2026-11-21"]),
    ("on,story,expect.visits\n2026-03-02,123456782,0\n",
     ["2:2: nine digits here pass the test of a BSN"]),
    ("", ["1:1: there is no table in here\n"
          "  help: name the columns in the first row, and give each case a row below it"]),
    ("on,expect.visits\n", ["1:1: there is no table in here"]),
    ('on,"expect.visits\n2026-03-02,0\n',
     ["1:2: this cannot be read as a row of a table\n"
      "  help: look at the quotes: one within a text is written twice"]),
    ('on,expect.visits\n2026-03-02,"0"0\n',
     ["2:2: this cannot be read as a row of a table\n"
      "  help: look at the quotes: one within a text is written twice"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "messages"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_with_a_table(tmp_path: Path, text: str, messages: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        check_tests(loaded(tmp_path / "small", a_csv=text))
    found = [
        str(one).replace(f"{tmp_path}/small/tests/a.csv:", "") for one in refused.value.problems
    ]
    assert [one.partition("\n")[0] for one in found] == [one.partition("\n")[0] for one in messages]
    for one, message in zip(found, messages, strict=True):
        assert one.startswith(message)


def test_what_rows_share_leaves_room_for_their_own() -> None:
    shared = TABLE.replace("criteria: {poverty: true}", "signals: [danger]")
    with pytest.raises(InputError) as refused:
        check_tests(pack_with(shared.replace("expect.criteria.solitude", "expect.signals.danger")))
    assert [(p.message, p.place.column) for p in refused.value.problems] == [
        ("the column `expect.signals.danger` cannot stand beside `signals` above the table, which "
         "is not made of ids", 43)
    ]  # fmt: skip
    with pytest.raises(InputError) as refused:
        check_tests(pack_with(TABLE.replace("facts: {poor: true}", "facts: 3")))
    assert "the column `alone` cannot stand beside `facts`" in str(refused.value)
    with pytest.raises(InputError) as refused:
        check_tests(pack_with(TABLE.replace("Not alone", "3")))
    assert "`title` must be one line of text" in str(refused.value)


def test_a_test_without_a_table_needs_a_day_a_case_and_what_is_expected() -> None:
    with pytest.raises(InputError) as refused:
        pack_with("one: {title: a}")
    assert [p.message for p in refused.value.problems] == [
        f"`{key}` is missing here" for key in ("on", "case", "expect")
    ]


def test_a_table_is_as_large_as_any_file() -> None:
    with pytest.raises(InputError, match="more than 100000 values"):
        parse_table("a\n" + "1,\n" * 50_001, "a.csv", "a")
    with pytest.raises(InputError, match="a character that cannot be seen"):
        parse_table("a\x00", "a.csv", "a")


def test_the_id_of_a_row_is_no_reason_to_refuse_its_case() -> None:
    longest = "r" * 60
    one, *_ = run(pack_with(TABLE.replace("rich:", f"{longest}:")))
    assert (one.test.id, one.result.case.case) == (f"{longest}_1", f"{longest}_1"[-60:])
    with pytest.raises(InputError, match="nine digits here pass the test of a BSN") as refused:
        check_tests(pack := pack_with(TABLE.replace("rich:", "rich_123456782:")))
    (first, *_) = refused.value.problems
    rows = ("tests", "rich_123456782", "table", "rows")
    assert first.place == pack.files.place((*rows, 0))


def test_nothing_shared_leaves_room() -> None:
    empty = TABLE.replace("facts: {poor: true}", "facts: null").replace("{poverty: true}", "null")
    first, *_ = run(pack_with(empty))
    assert first.test.expect["criteria"] == {"solitude": False}


texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=8)
tables = st.lists(st.lists(texts, min_size=2, max_size=3), min_size=1, max_size=4)


def written(rows: list[list[str]], apart: str, end: str) -> str:
    """A table with everything in quotes, which is the plainest way to write it."""
    lines = (apart.join('"{}"'.format(c.replace('"', '""')) for c in row) for row in rows)
    return end.join([f"head{apart}x", *lines])


@given(tables, st.sampled_from(",;"), st.sampled_from(["\n", "\r\n"]), st.data())
def test_a_cell_that_is_replaced_moves_nothing_else(
    rows: list[list[str]], apart: str, end: str, data: st.DataObject
) -> None:
    text = written(rows, apart, end)
    before = [[cell.said for cell in row] for row in cells_of(text, "a.csv")]
    assert before == [["head", "x"], *([cell.strip() for cell in row] for row in rows)]
    row = data.draw(st.integers(1, len(rows)))
    column = data.draw(st.integers(0, len(rows[row - 1]) - 1))
    new = data.draw(texts).strip()
    after = with_cell(text, "a.csv", row, column, new)
    before[row][column] = new
    assert [[cell.said for cell in one] for one in cells_of(after, "a.csv")] == before


@given(tables, st.sampled_from(",;"), st.sampled_from(["\n", "\r\n"]))
def test_a_table_is_read_as_the_module_of_the_language_reads_it(
    rows: list[list[str]], apart: str, end: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=apart, lineterminator=end).writerows([["head", "x"], *rows])
    text = file.getvalue()
    there = csv.reader(io.StringIO(text, newline=""), delimiter=apart, strict=True)
    expected = [[cell.strip() for cell in row] or [""] for row in there]
    found = [[cell.said for cell in row] for row in cells_of(text, "a.csv")]
    assert found == [*expected, [""]]


@given(st.text(max_size=40), st.text(st.sampled_from(',;"\n\r ab'), max_size=20))
def test_any_text_is_a_table_or_is_refused(some: str, near: str) -> None:
    for text in (some, near, f"on,poor\n{near}"):
        try:
            parse_table(text, "a.csv", "a")
        except InputError as error:
            assert error.problems


bits = st.sampled_from(
    ["", "true", "null", "high", "poverty", "declined", "2026-03-02", "a\u202eb", True, None, 3, -1]
) | st.sampled_from([[], ["help"], ["nobody"], {}, {"poverty": True}, {"danger": None}])
COLUMNS = (
    "poor friends income story on title due_date case expect expect. expect.class expect.visits "
    "expect.criteria expect.criteria.poverty expect.signals expect.signals.danger "
    "expect.class.high expect.warnings.disputed"
)
columns = st.sampled_from(["", *COLUMNS.split()])
rows = st.lists(st.lists(bits, min_size=1, max_size=3), min_size=1, max_size=2)
shared = st.dictionaries(st.sampled_from(["facts", "due_date", "events", "case"]), bits, max_size=2)
expected = st.dictionaries(st.sampled_from([*EXPECT, "clas"]), bits, max_size=2)


@given(
    st.fixed_dictionaries(
        {"title": bits},
        optional={
            "on": bits,
            "case": shared,
            "expect": expected,
            "table": st.fixed_dictionaries(
                {"columns": st.lists(columns, min_size=1, max_size=3), "rows": rows}
            ),
        },
    )
)
def test_whatever_stands_in_a_test_is_run_or_refused(test: dict[str, Any]) -> None:
    value = {**parse_yaml(SMALL, "small.yaml").value, "tests": {"one": test}}
    try:
        for one in run(parse_pack(sections_of(Document.of(value, "small.yaml")))):
            assert one.test.expect
    except InputError as error:
        assert error.problems
