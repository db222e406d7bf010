"""Tables as text: each row a line, the cells apart by a comma or, as in Dutch, a semicolon."""

import re
from pathlib import Path
from typing import Final, NamedTuple

from kansrijk.reading import limits
from kansrijk.reading.document import Document, KeySpot, Spot
from kansrijk.reading.files import text_of
from kansrijk.reading.problem import InputError, Place, problem, visible

COMMA: Final = ","
SEMICOLON: Final = ";"
"""What a spreadsheet writes where a comma stands in numbers."""
_MARK: Final = "\ufeff"


class Cell(NamedTuple):
    """What a cell says, and from where to where it stands in the text."""

    said: str
    start: int
    end: int


def read_table(path: Path, id: str) -> Document:
    """A file as the test `id` with its table: a place is a row and the number of a column.

    Every cell is a text, whatever it looks like. Raises InputError.
    """
    return parse_table(text_of(path), visible(str(path)), id)


def parse_table(text: str, file: str, id: str) -> Document:
    """As `read_table`, of a text."""
    limits.checked_text(text, file)
    rows = cells_of(text, file)
    head, *below = [n for n, row in enumerate(rows) if any(cell.said for cell in row)] or [0]
    if not below:
        raise InputError([problem("empty_table", Place(file, 1, 1))])
    if sum(map(len, rows)) > limits.MAX_VALUES:
        place = Place(file, None, None)
        raise InputError([problem("too_many_values", place, limit=limits.MAX_VALUES)])
    said = [[cell.said for cell in row] for row in rows]
    spots = [
        Spot(n, 1, [Spot(n, column) for column in range(1, len(row) + 1)])
        for n, row in enumerate(rows, start=1)
    ]
    value = {id: {"title": id, "table": {"columns": said[head], "rows": said[head + 1 :]}}}
    table = _at_start(columns=spots[head], rows=Spot(head + 1, 1, spots[head + 1 :]))
    return Document(file, value, _at_start(**{id: _at_start(title=Spot(1, 1), table=table)}))


def _at_start(**parts: Spot) -> Spot:
    return Spot(1, 1, {name: KeySpot(1, 1, spot) for name, spot in parts.items()})


def cells_of(text: str, file: str) -> list[list[Cell]]:
    """Every row with its cells, empty rows too; raises InputError at a quote that is not closed."""
    at = len(_MARK) if text.startswith(_MARK) else 0
    apart = separator(text)
    cell = re.compile(rf'(?:"(?P<quoted>[^"]*(?:""[^"]*)*)"|(?P<plain>[^"{apart}\r\n]*))')
    after = re.compile(rf"{apart}|\r\n|\r|\n|\Z")
    rows: list[list[Cell]] = [[]]
    while True:
        found = cell.match(text, at)
        end = after.match(text, found.end()) if found else None
        if found is None or end is None:
            place = Place(file, len(rows), len(rows[-1]) + 1)
            raise InputError([problem("csv_syntax", place)])
        quoted = found["quoted"]
        said = found["plain"].strip() if quoted is None else quoted.replace('""', '"').strip()
        rows[-1].append(Cell(said, found.start(), found.end()))
        at = end.end()
        if not end[0]:
            return rows
        if end[0] != apart:
            rows.append([])


def separator(text: str) -> str:
    """What stands between the cells, by the first line: no name of a column holds either."""
    first = text.removeprefix(_MARK).lstrip("\r\n").splitlines()[:1]
    return SEMICOLON if SEMICOLON in "".join(first) else COMMA


def with_cell(text: str, file: str, row: int, column: int, said: str) -> str:
    """The text with something else in a cell, both counted from 0; all else stays as it was."""
    cell = cells_of(text, file)[row][column]
    plain = said == said.strip() and not set(said) & {'"', COMMA, SEMICOLON, "\r", "\n"}
    written = said if plain else '"{}"'.format(said.replace('"', '""'))
    return text[: cell.start] + written + text[cell.end :]
