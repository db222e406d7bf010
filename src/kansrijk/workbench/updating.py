"""What comes out put in the place of what was expected, in the text of the tests themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kansrijk.pack.load import CSV
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document, InputError, Place, Problem, problem
from kansrijk.reading.inserting import replaced
from kansrijk.reading.strict_csv import with_cell
from kansrijk.reading.validation import Path
from kansrijk.workbench.expecting import Claim
from kansrijk.workbench.rewriting import unchanged
from kansrijk.workbench.running import Ran, Unmet


class Change(NamedTuple):
    """One expectation with what takes its place; `path` is where it stands in the pack."""

    claim: Claim
    new: Any
    place: Place
    path: Path


class Update(NamedTuple):
    """The changes, and by file the text as it is and as it becomes."""

    changes: tuple[Change, ...]
    texts: Mapping[str, tuple[str, str]]


def update(pack: Pack, ran: Sequence[Ran]) -> Update:
    """What would make every test hold; nothing is written.

    Raises InputError where rows of a table share an expectation and do not come out alike, and
    where a file was changed since it was read, or nothing can be replaced in it as it is laid out.
    """
    found: dict[Path, Change] = {}
    problems: list[Problem] = []
    for one in ran:
        for change in _changes(one):
            if change.path not in found and not _alike(pack, ran, one, change):
                problems.append(problem("not_alike", change.place, name=_column(change.claim)))
            found[change.path] = change
    if problems:
        raise InputError(problems)
    return Update(tuple(found.values()), _texts(pack, found.values()))


def _changes(ran: Ran) -> Iterator[Change]:
    """What is not met, of a list of ids the whole list without those that are not met."""
    listed: dict[str, list[Unmet]] = {}
    for unmet in ran.unmet:
        if isinstance(unmet.claim.path[-1], int):
            listed.setdefault(unmet.claim.key, []).append(unmet)
        else:
            path = ran.test.path(unmet.claim.path)
            yield Change(unmet.claim, unmet.found, unmet.place, path)
    for key, those in listed.items():
        path, old = ("expect", key), ran.test.expect[key]
        new = [id for id in old if id not in {unmet.claim.id for unmet in those}]
        claim = Claim(path, key, None, old)
        yield Change(claim, new, ran.test.place(path), ran.test.path(path))


def _alike(pack: Pack, ran: Sequence[Ran], of: Ran, change: Change) -> bool:
    """Whether every test that holds this same expectation comes out so."""
    model = pack.sections.tests[of.test.of]
    if model.table is None or change.path[2:4] == ("table", "rows"):
        return True
    rows = [one for one in ran if one.test.of == of.test.of]
    filled = [row for row in model.table.rows if any(cell not in ("", None) for cell in row)]
    return len(rows) == len(filled) and all(
        any((other.path, other.new) == (change.path, change.new) for other in _changes(row))
        for row in rows
    )


def _column(claim: Claim) -> str:
    return ".".join(map(str, claim.path))


def _texts(pack: Pack, changes: Iterable[Change]) -> dict[str, tuple[str, str]]:
    texts: dict[str, tuple[str, str]] = {}
    for change in changes:
        found = pack.files.within(change.path)
        assert found is not None
        document, path = found
        if document.file not in texts:
            text = unchanged(document)
            texts[document.file] = (text, text)
        before, text = texts[document.file]
        texts[document.file] = (before, _with(document, text, path, change.new))
    return texts


def _with(document: Document, text: str, path: Path, new: Any) -> str:
    """The text with another value at a path, or in a cell."""
    if not document.file.endswith(CSV):
        return replaced(text, document.file, path, new)
    place = document.place(path)
    row, column = (place.line or 1) - 1, (place.column or 1) - 1
    return with_cell(text, document.file, row, column, _in_cell(new))


def _in_cell(value: Any) -> str:
    if isinstance(value, list):
        return " ".join(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)
