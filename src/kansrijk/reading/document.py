"""A document: plain data, and where in the text each piece of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, NamedTuple, NoReturn, TypeAlias

from kansrijk.reading import limits
from kansrijk.reading.problem import InputError, Place, Problem, problem, quoted

Path: TypeAlias = tuple[str | int, ...]

_TOO_GREAT: Final = 10**limits.MAX_NUMBER


class Spot(NamedTuple):
    """Where a value starts, and the spots of what is in it."""

    line: int
    column: int
    parts: "dict[str, KeySpot] | list[Spot] | None" = None


class KeySpot(NamedTuple):
    """Where a key starts, and the spot of its value."""

    line: int
    column: int
    value: Spot


@dataclass(frozen=True, slots=True)
class Document:
    """Data of dict, list, str, int, Decimal, bool and None, with the place of each value."""

    file: str
    value: Any
    spot: Spot | None = field(default=None, repr=False, compare=False)

    @staticmethod
    def of(value: object, file: str = "<case>") -> "Document":
        """A document of plain Python data: places have a path in place of a line."""
        copier = _Copier(file)
        copied = copier.copy(value, ())
        if copier.problems:
            raise InputError(copier.problems)
        return Document(file, copied)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of a value, or of its key; of the nearest ancestor if it is not there."""
        if self.spot is None:
            return Place(self.file, None, None, _path_text(_known(self.value, path)))
        at: Spot | KeySpot = self.spot
        spot = self.spot
        for step in path:
            below = _below(spot, step)
            if below is None:
                return Place(self.file, spot.line, spot.column)
            at, spot = below
        shown = at if key else spot
        return Place(self.file, shown.line, shown.column)


def _below(spot: Spot, step: str | int) -> tuple[Spot | KeySpot, Spot] | None:
    """The spots of the key and the value one step down; in a list both are the value."""
    parts = spot.parts
    if isinstance(parts, dict) and isinstance(step, str) and step in parts:
        return parts[step], parts[step].value
    if isinstance(parts, list) and isinstance(step, int) and 0 <= step < len(parts):
        return parts[step], parts[step]
    return None


def _known(value: Any, path: Path) -> Path:
    """The part of the path that is really there."""
    for depth, step in enumerate(path):
        if not _holds(value, step):
            return path[:depth]
        value = value[step]
    return path


def _holds(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)


def _path_text(path: Path) -> str:
    """`facts.roken`, `rules[0].id`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{quoted(step)}" for step in path)
    return "".join(steps).removeprefix(".")


class _Copier:
    """Copies plain data while it holds it to the rules that a file is held to.

    The copy keeps the document unchanged when the caller's data changes later on.
    """

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._values = 0

    def copy(self, value: object, path: Path) -> Any:
        self._values += 1
        if self._values > limits.MAX_VALUES:
            self._stop("too_many_values", path, limit=limits.MAX_VALUES)
        if isinstance(value, Mapping | list | tuple):
            # This also ends data that holds itself.
            if len(path) >= limits.MAX_DEPTH:
                self._stop("too_deep", path, limit=limits.MAX_DEPTH)
            if isinstance(value, Mapping):
                return self._mapping(value, path)
            return [self.copy(item, (*path, index)) for index, item in enumerate(value)]
        return self._scalar(value, path)

    def _mapping(self, value: Mapping[Any, Any], path: Path) -> dict[str, Any]:
        copied: dict[str, Any] = {}
        for key, item in value.items():
            if isinstance(key, str):
                self._text(key, (*path, key))
                copied[key] = self.copy(item, (*path, key))
            else:
                # Only of a modest number is it sure that it can be shown.
                shown = str(key) if type(key) is int and abs(key) < _TOO_GREAT else "?"
                self._report("key_not_text", path, key=shown)
        return copied

    def _scalar(self, value: object, path: Path) -> Any:
        match value:
            case None | bool():
                return value
            case str():
                return self._text(value, path)
            case int():
                # No str() of a very long number: Python refuses that with an error of its own.
                return self._fitting(value if abs(value) < _TOO_GREAT else None, path)
            case float() | Decimal():
                return self._decimal(Decimal(str(value)), path)
            case _:
                return self._report("not_plain_data", path)

    def _text(self, value: str, path: Path) -> str:
        if limits.unseen(value):
            self._report("control_character", path, character=limits.unseen(value))
        return value

    def _decimal(self, value: Decimal, path: Path) -> Any:
        if not value.is_finite():
            return self._report("not_finite", path)
        return self._fitting(limits.number(str(value), whole=False), path)

    def _fitting(self, value: int | Decimal | None, path: Path) -> Any:
        if value is None:
            self._report("number_too_long", path, **limits.NUMBER_FIELDS)
        return value

    def _report(self, code: str, path: Path, **fields: object) -> None:
        place = Place(self._file, None, None, _path_text(path))
        self.problems.append(problem(code, place, **fields))

    def _stop(self, code: str, path: Path, limit: int) -> NoReturn:
        self._report(code, path, limit=limit)
        raise InputError(self.problems)
