"""The tests of a pack as they stand in its files: each row of a table is one of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from kansrijk.case.case import DECLINED, Case, parse_case
from kansrijk.exploring.supposed import read_word
from kansrijk.pack.model import PackTest
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import usable_day
from kansrijk.pack.vocabulary import Fact
from kansrijk.reading import Document, InputError, Place, Problem, did_you_mean, problem, quoted
from kansrijk.reading.inserting import with_value
from kansrijk.reading.limits import MAX_PROBLEMS, one_line
from kansrijk.reading.validation import Path
from kansrijk.workbench.expecting import EXPECT, Expecting, read_cell

Made = TypeVar("Made")

TRUTHS = {"true": True, "waar": True, "false": False, "onwaar": False}
"""Truths as they are typed, and as a spreadsheet in Dutch makes them."""
DAYS = ("due_date", "last_period")
OF_A_ROW = ("title", "on")
LONGEST_CASE = 60
"""Of the id of a case; that of a row, which has a number behind it, may be longer."""


@dataclass(frozen=True, slots=True)
class CaseOfTest(Document):
    """The case of a test: in a row of a table its values stand in cells."""

    test: Written | None = None

    def place(self, path: Path, *, key: bool = False) -> Place:
        assert self.test is not None
        return self.test.place(("case", *path), key=key)


class Written(NamedTuple):
    """A test, with `of` its id in the pack, which it shares with the other rows of a table.

    `cells` says of what stands in a cell where that is, as a path in the pack.
    """

    pack: Pack
    id: str
    of: str
    title: str
    on: date
    case: Any
    expect: Mapping[str, Any]
    cells: Mapping[Path, Path]

    def path(self, path: Path) -> Path:
        """Where something of the test stands, as a path in the pack."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.cells:
                return (*self.cells[path[:length]], *path[length:])
        return ("tests", self.of, *path)

    @property
    def here(self) -> Place:
        """Where the test itself stands: its id, or its row."""
        row = self.cells.get(())
        return self.pack.files.place(row or ("tests", self.of), key=row is None)

    def place(self, path: Path, *, key: bool = False) -> Place:
        return self.pack.files.place(self.path(path), key=key and path not in self.cells)

    def read(self) -> Case:
        """The case; raises InputError with every problem of it."""
        return parse_case(CaseOfTest(self.here.file, self.case, test=self))


def written_tests(pack: Pack, only: tuple[str, ...] = ()) -> tuple[Written, ...]:
    """The tests of a pack, or those with these ids, rows of a table included.

    Raises InputError with every problem of their columns and expectations.
    """
    problems: list[Problem] = []
    found = [
        test
        for id, model in pack.sections.tests.items()
        for test in _tests(pack, id, model, problems)
    ]
    expecting = Expecting(pack)
    for test in found:
        problems.extend(expecting.problems(test.expect, test.place))
    if problems:
        raise InputError(list(dict.fromkeys(problems))[:MAX_PROBLEMS])
    _known(only, found)
    return tuple(test for test in found if not only or {test.id, test.of} & {*only})


def of_each(tests: Sequence[Written], make: Callable[[Case, date], Made]) -> list[Made]:
    """What is made of the case of each test; raises InputError with every problem of them."""
    made: list[Made] = []
    problems: list[Problem] = []
    for test in tests:
        try:
            made.append(make(test.read(), test.on))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(list(dict.fromkeys(problems))[:MAX_PROBLEMS])
    return made


def _known(only: tuple[str, ...], found: list[Written]) -> None:
    ids = dict.fromkeys(name for test in found for name in (test.of, test.id))
    wrong = [id for id in only if id not in ids]
    if wrong:
        place = Place("--only", None, None)
        raise InputError(
            problem("unknown_test", place, name=quoted(id), help=did_you_mean(id, ids))
            for id in wrong
        )


def _tests(pack: Pack, id: str, model: PackTest, problems: list[Problem]) -> Iterator[Written]:
    title = pack.text(model.title, pack.languages[0])
    if model.table is None:
        assert model.on is not None
        raw = pack.files.value["tests"][id]
        yield Written(pack, id, id, title, model.on, raw["case"], raw["expect"], {})
        return
    table = _Table(pack, id, title, model, problems)
    columns = table.columns()
    for n, row in enumerate(model.table.rows):
        if any(cell not in ("", None) for cell in row):
            test = table.row(n, row, columns)
            if test is not None:
                yield test


class _Table(NamedTuple):
    """A table of tests, and the problems found in it."""

    pack: Pack
    id: str
    title: str
    model: PackTest
    problems: list[Problem]

    def refuse(self, code: str, path: Path, **fields: Any) -> None:
        place = self.pack.files.place(("tests", self.id, "table", *path))
        self.problems.append(problem(code, place, **fields))

    def columns(self) -> list[Path]:
        """Where in a test what stands in each column belongs; nowhere where it is not known."""
        assert self.model.table is not None
        facts, found = self.pack.sections.facts, list[Path]()
        known = [*facts, *DAYS, *OF_A_ROW, *(f"expect.{key}" for key in EXPECT)]
        for n, name in enumerate(self.model.table.columns):
            path = _belongs(name, facts)
            if not path:
                help = did_you_mean(name, known) if name else "give it a name, or take it out"
                self.refuse("table_column", ("columns", n), name=quoted(name), help=help)
            elif any(path[: len(other)] == other[: len(path)] for other in found if other):
                self.refuse("column_twice", ("columns", n), name=quoted(name))
                path = ()
            elif self._beside(path):
                self.refuse("column_beside", ("columns", n), name=quoted(name), key=path[1])
                path = ()
            found.append(path)
        return found

    def _beside(self, path: Path) -> bool:
        """Whether what the rows share leaves no room for an entry of its own in each."""
        shared = self.pack.files.value["tests"][self.id].get(path[0]) or {}
        return len(path) > 2 and not isinstance(shared.get(path[1]) or {}, dict)

    def row(self, n: int, row: tuple[Any, ...], columns: list[Path]) -> Written | None:
        """The test of a row, of which an empty cell says nothing."""
        here: Path = ("tests", self.id, "table", "rows", n)
        if len(row) != len(columns):
            return self.refuse("row_length", ("rows", n), cells=len(row), columns=len(columns))
        raw = self.pack.files.value["tests"][self.id]
        id = f"{self.id}_{n + 1}"
        test: dict[str, Any] = {"case": {"case": id[-LONGEST_CASE:], **raw.get("case", {})}}
        test |= {"on": self.model.on, "title": self.title, "expect": raw.get("expect", {})}
        cells: dict[Path, Path] = {}
        for column, (path, cell) in enumerate(zip(columns, row, strict=True)):
            if path and cell != "":
                test = with_value(test, path, self._value(path, cell, (n, column)))
                cells[path] = (*here, column)
        if test["on"] is None:
            return self.refuse("no_day", ("rows", n))
        cells[()] = cells[("case", "case")] = here
        if not test["expect"]:
            cells[("expect",)] = here
        return Written(
            self.pack, id, self.id, test["title"], test["on"], test["case"], test["expect"], cells
        )

    def _value(self, path: Path, cell: Any, at: tuple[int, int]) -> Any:
        """What a cell says, as a file would say it."""
        match path:
            case ("case", "facts", str(id)):
                return fact_cell(self.pack.sections.facts[id], cell)
            case ("expect", *key):
                return read_cell(tuple(map(str, key)), cell)
            case ("on",):
                return self._day(cell, at)
            case ("title",) if not isinstance(cell, str) or not one_line(cell):
                self.refuse("wrong_type", ("rows", *at), name="title", expected="one line of text")
                return self.title
        return cell

    def _day(self, cell: Any, at: tuple[int, int]) -> date | None:
        try:
            day = date.fromisoformat(cell)
            if day.isoformat() == cell and usable_day(day):
                return day
        except (TypeError, ValueError):
            pass
        expected = "a date such as 2026-11-21"
        self.refuse("wrong_type", ("rows", *at), name="on", expected=expected)
        return date.min


def _belongs(column: str, facts: Mapping[str, Fact]) -> Path:
    """Where in a test a column belongs, by its name; nowhere where there is no such column."""
    first, *rest = column.split(".")
    if first == "expect" and 0 < len(rest) <= 2 and rest[0] in EXPECT:
        return ("expect", *rest)
    if column in facts:
        return ("case", "facts", column)
    if column in DAYS:
        return ("case", column)
    return (column,) if column in OF_A_ROW else ()


def fact_cell(fact: Fact, cell: Any) -> Any:
    """An answer as it is typed in a cell: a word is a truth or a number where the fact is one."""
    if not isinstance(cell, str) or cell == DECLINED:
        return cell
    if fact.type == "boolean":
        return TRUTHS.get(cell.casefold(), cell)
    return read_word(fact, cell)
