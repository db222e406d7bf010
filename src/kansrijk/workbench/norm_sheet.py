"""The norms of a pack as a table for a spreadsheet, and what was changed in it.

A row is one value: of a table one column of it. Only the value of a row can be changed, and a row
with a later day is a new value; all else is there to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from kansrijk.pack.numbers import exact, said
from kansrijk.pack.pack import Pack
from kansrijk.pack.parts import usable_day
from kansrijk.pack.vocabulary import Dated, Norm
from kansrijk.reading import InputError, Place, Problem, did_you_mean, problem, quoted, text_of
from kansrijk.reading.inserting import added, replaced
from kansrijk.reading.limits import MAX_PROBLEMS, MAX_VALUES, checked_text, number
from kansrijk.reading.problem import visible
from kansrijk.reading.strict_csv import COMMA, SEMICOLON, Cell, cells_of, separator
from kansrijk.reading.validation import Path
from kansrijk.workbench.rewriting import Texts, checked, unchanged
from kansrijk.workbench.written import TRUTHS

COLUMNS = ("norm", "label", "column", "from", "value", "unit", "basis", "source")
NEEDED = ("norm", "column", "from", "value")
MARK = "\ufeff"
"""By it a spreadsheet knows that a file is UTF-8."""
POINT = ("en",)
"""Languages in which a point stands in numbers, and so a comma between cells."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_QUOTED = re.compile('[",;\r\n]')
_NUMBER = {
    COMMA: re.compile(r"-?[0-9]+(?P<part>\.[0-9]+)?"),
    SEMICOLON: re.compile(r"-?[0-9]+(?P<part>,[0-9]+)?"),
}
_DAY_FIRST = re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4})")

Key = tuple[str, str, str]
"""Of a row: the norm, the column and the day, each empty where there is none."""


class Row(NamedTuple):
    """A value as the pack has it; `path` leads to it from the norms on."""

    key: Key
    norm: Norm
    dated: Dated | None
    value: Any
    path: Path


class Changed(NamedTuple):
    """Another value at a place, or with `old` None one that is new from a day on."""

    key: Key
    old: Any
    new: Any
    path: Path


class Read(NamedTuple):
    """What a table changes, how many rows of the pack it lacks, and the texts with it."""

    changes: tuple[Changed, ...]
    lacking: int
    texts: Texts


def rows(pack: Pack) -> Iterator[Row]:
    """Every value of every norm, as in the pack; of a table every cell."""
    for id, norm in pack.sections.norms.items():
        for i, dated in enumerate(norm.values or [None]):
            value = norm.value if dated is None else dated.value
            path: Path = (id, "value") if dated is None else (id, "values", i, "value")
            day = "" if dated is None else dated.from_.isoformat()
            if not isinstance(value, dict):
                yield Row((id, "", day), norm, dated, value, path)
                continue
            for column, cell in value.items():
                yield Row((id, column, day), norm, dated, cell, (*path, column))


# Out


def sheet(pack: Pack, lang: str) -> str:
    """The table as CSV, so that a spreadsheet in this language opens it well."""
    apart = COMMA if lang in POINT else SEMICOLON
    lines = [COLUMNS, *(_cells(pack, row, lang, apart) for row in rows(pack))]
    return MARK + "".join(apart.join(map(_written, line)) + "\r\n" for line in lines)


def _cells(pack: Pack, row: Row, lang: str, apart: str) -> tuple[str, ...]:
    id, column, day = row.key
    told = _plain(pack, row, lang)
    return (id, told["label"], column, day, _value(row.value, apart), *list(told.values())[1:])


def _plain(pack: Pack, row: Row, lang: str) -> dict[str, str]:
    """What is there to read, without what would make a formula of it."""
    norm, dated = row.norm, row.dated
    told = {
        "label": pack.text(norm.label, lang),
        "unit": norm.unit,
        "basis": (dated and dated.basis) or norm.basis,
        "source": " ".join((dated and dated.source) or norm.source),
    }
    return {key: f"'{text}" if text.startswith(_FORMULA) else text for key, text in told.items()}


def _value(value: Any, apart: str) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    text = said(value)
    return text if exact(value) is None or apart == COMMA else text.replace(".", ",")


def _written(cell: str) -> str:
    return '"{}"'.format(cell.replace('"', '""')) if _QUOTED.search(cell) else cell


# In


def read(pack: Pack, file: str) -> Read:
    """What a file changes; nothing is written. Raises InputError with all that is wrong in it."""
    return _Reading(pack, visible(file), text_of(file)).read()


class _Reading:
    """A table held against the pack."""

    def __init__(self, pack: Pack, file: str, text: str) -> None:
        self.pack, self.file, self.problems = pack, file, list[Problem]()
        checked_text(text, file)
        self.apart = separator(text)
        self.lines = cells_of(text, file)
        if sum(map(len, self.lines)) > MAX_VALUES:
            place = Place(file, None, None)
            raise InputError([problem("too_many_values", place, limit=MAX_VALUES)])
        self.known = {row.key: row for row in rows(pack)}

    def read(self) -> Read:
        rows = [(n, line) for n, line in enumerate(self.lines, start=1) if _filled(line)]
        head, *lines = rows or [(1, [])]
        self.columns = self._head(*head)
        seen: dict[Key, int] = {}
        changes: list[Changed] = []
        new: dict[tuple[str, str], dict[str, Any]] = {}
        for n, line in lines if not self.problems else ():
            key = self._key(n, line)
            if key is None:
                continue
            if key in seen:
                self._refuse("row_twice", n, "norm", first=seen[key])
            elif key in self.known:
                changes += self._changed(n, line, self.known[key])
            else:
                self._new(n, line, key, new)
            seen[key] = n
        changes += self._added(new)
        if self.problems:
            raise InputError(self.problems[:MAX_PROBLEMS])
        return Read(tuple(changes), len(self.known.keys() - seen.keys()), self._texts(changes))

    def _head(self, n: int, line: list[Cell]) -> dict[str, int]:
        """The number of each column, by its name."""
        found: dict[str, int] = {}
        for i, cell in enumerate(line):
            name = cell.said.casefold()
            if name not in COLUMNS or name in found:
                if cell.said:
                    help = did_you_mean(name, COLUMNS)
                    self._problem("sheet_column", n, i, name=quoted(cell.said), help=help)
            else:
                found[name] = i
        if not self.problems:
            for name in NEEDED:
                if name not in found:
                    self._problem("sheet_lacks", n, 0, name=name)
        return found

    def _key(self, n: int, line: list[Cell]) -> Key | None:
        """Which value a row is about; None of a row that cannot be placed."""
        id, column, day = self._at(line, "norm"), self._at(line, "column"), self._day(n, line)
        if id not in self.pack.sections.norms:
            help = did_you_mean(id, self.pack.sections.norms)
            return self._refuse("sheet_norm", n, "norm", name=quoted(id), help=help)
        return None if day is None else (id, column, day)

    def _day(self, n: int, line: list[Cell]) -> str | None:
        """A day as 2026-11-21; where a comma stands in numbers, 21-11-2026 is one too."""
        told = self._at(line, "from")
        found = _DAY_FIRST.fullmatch(told) if self.apart == SEMICOLON else None
        iso = f"{found[4]}-{found[3]:0>2}-{found[1]:0>2}" if found else told
        try:
            if iso == "" or _is_day(iso):
                return iso
        except ValueError:
            pass
        return self._refuse("sheet_day", n, "from")

    def _changed(self, n: int, line: list[Cell], row: Row) -> Iterator[Changed]:
        lang = self.pack.languages
        told = [_plain(self.pack, row, one) for one in lang]
        for name in told[0]:
            if name in self.columns and self._at(line, name) not in {one[name] for one in told}:
                self._refuse("sheet_fixed", n, name, name=name)
        new = self._value(n, line, row.value)
        if new is not None and _differs(new, row.value):
            yield Changed(row.key, row.value, new, row.path)

    def _value(self, n: int, line: list[Cell], like: Any) -> Any:
        """What a cell says, of the kind that stands there now; None of what is not that."""
        told = self._at(line, "value")
        if isinstance(like, bool):
            truth = TRUTHS.get(told.casefold())
            return self._refuse("sheet_truth", n, "value") if truth is None else truth
        if isinstance(like, str | tuple):
            words = told.split()
            if words and (isinstance(like, tuple) or len(words) == 1):
                return words if isinstance(like, tuple) else words[0]
            return self._refuse("sheet_words", n, "value")
        shape = _NUMBER[self.apart].fullmatch(told)
        if shape:
            found = number(told.replace(",", "."), whole=not shape["part"])
            if found is not None:
                return found
        point = "." if self.apart == COMMA else ","
        return self._refuse("sheet_number", n, "value", example=f"1250{point}75")

    def _new(
        self, n: int, line: list[Cell], key: Key, new: dict[tuple[str, str], dict[str, Any]]
    ) -> None:
        """A row of a day that the norm does not have yet."""
        id, column, day = key
        norm = self.pack.sections.norms[id]
        last = norm.values[-1] if norm.values else None
        if last is None or day == "":
            return self._refuse("sheet_undated" if last is None else "sheet_no_day", n, "from")
        if (id, day) in {(known, of) for known, _, of in self.known}:
            return self._refuse("sheet_no_column", n, "column")
        if date.fromisoformat(day) <= last.from_:
            return self._refuse("sheet_early", n, "from", last=last.from_.isoformat())
        like = last.value
        if isinstance(like, dict):
            if column not in like:
                help = did_you_mean(column, like)
                return self._refuse("sheet_no_column", n, "column", help=help)
            like = like[column]
        elif column:
            return self._refuse("sheet_no_column", n, "column")
        value = self._value(n, line, like)
        entry = new.setdefault((id, day), {"from": day, **self._rests(line, norm), "value": None})
        if column:
            entry["value"] = {**(entry["value"] or {}), column: value}
        else:
            entry["value"] = value
        return None

    def _rests(self, line: list[Cell], norm: Norm) -> dict[str, Any]:
        """What a new value rests on, where that is not what the norm rests on."""
        basis, source = self._at(line, "basis"), self._at(line, "source").split()
        found: dict[str, Any] = {}
        if source and tuple(source) != norm.source:
            found["source"] = source[0] if len(source) == 1 else source
        if basis and basis != norm.basis:
            found["basis"] = basis
        return found

    def _added(self, new: Mapping[tuple[str, str], dict[str, Any]]) -> Iterator[Changed]:
        many: dict[str, int] = {}
        for (id, day), entry in sorted(new.items(), key=lambda item: item[0][1]):
            i = many[id] = many.get(id, len(self.pack.sections.norms[id].values or ()) - 1) + 1
            yield Changed((id, "", day), None, entry, (id, "values", i))

    def _texts(self, changes: list[Changed]) -> Texts:
        if not changes:
            return {}
        found = self.pack.files.within(("norms",))
        assert found is not None
        document, way = found
        text = before = unchanged(document)
        for change in changes:
            put = added if change.old is None else replaced
            text = put(text, document.file, (*way, *change.path), change.new)
        texts = {document.file: (before, text)}
        checked(self.pack, texts)
        return texts

    def _at(self, line: list[Cell], name: str) -> str:
        i = self.columns.get(name, len(line))
        return line[i].said if i < len(line) else ""

    def _refuse(self, code: str, n: int, column: str, **fields: Any) -> None:
        self._problem(code, n, self.columns[column], **fields)

    def _problem(self, code: str, n: int, i: int, **fields: Any) -> None:
        self.problems.append(problem(code, Place(self.file, n, i + 1), **{"help": "", **fields}))


def _is_day(iso: str) -> bool:
    day = date.fromisoformat(iso)
    return usable_day(day) and day.isoformat() == iso


def _filled(line: list[Cell]) -> bool:
    return any(cell.said for cell in line)


def _differs(new: Any, old: Any) -> bool:
    if isinstance(new, int | Decimal) and not isinstance(new, bool):
        return exact(new) != exact(old)
    return bool((tuple(new) if isinstance(new, list) else new) != old)
