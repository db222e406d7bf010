"""Builds a document piece by piece, for every format: the shared limits and problems."""

from enum import Enum, auto
from typing import Any, NoReturn, TypeAlias

from kansrijk.reading import limits
from kansrijk.reading.document import Document, KeySpot, Spot
from kansrijk.reading.problem import InputError, Place, Problem, problem, quoted


class KeyState(Enum):
    """What a frame has when it has no usable key."""

    AWAITED = auto()
    # The key was refused: its value is read, for its problems, and then left out.
    REFUSED = auto()


Key: TypeAlias = str | KeyState


class _Frame:
    """A list or a mapping that is not complete yet."""

    __slots__ = ("column", "key", "line", "parts", "values")

    def __init__(self, values: Any, parts: Any) -> None:
        self.values = values
        self.parts = parts
        self.key: Key = KeyState.AWAITED
        self.line = 0
        self.column = 0


class Builder:
    """Takes keys, values and the start and end of collections, in the order of the text."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._count = 0
        self._root = _Frame([], [])
        self._stack = [self._root]

    @property
    def awaits_key(self) -> bool:
        """Whether the next thing is a key, not a value."""
        frame = self._stack[-1]
        return frame.key is KeyState.AWAITED and type(frame.values) is dict

    def key(self, key: Key, line: int, column: int) -> None:
        """The next key of the open mapping; a second one of the same name is refused."""
        frame = self._stack[-1]
        if not isinstance(key, KeyState):
            first = frame.parts.get(key)
            if first:
                self.report("duplicate_key", line, column, key=quoted(key), first=first[0])
                key = KeyState.REFUSED
        frame.key, frame.line, frame.column = key, line, column

    def value(self, value: Any, line: int, column: int, parts: Any = None) -> None:
        """The next value of the open list or mapping."""
        self._count += 1
        if self._count > limits.MAX_VALUES:
            self.stop("too_many_values", line, column, limit=limits.MAX_VALUES)
        frame = self._stack[-1]
        spot = Spot(line, column, parts)
        key = frame.key
        if type(frame.values) is list:
            frame.values.append(value)
            frame.parts.append(spot)
            return
        if key is not KeyState.REFUSED:
            frame.values[key] = value
            frame.parts[key] = KeySpot(frame.line, frame.column, spot)
        frame.key = KeyState.AWAITED

    def check_seen(self, text: str, line: int, column: int) -> None:
        """Refuse a text with a character in it that nobody sees."""
        if limits.unseen(text):
            self.report("control_character", line, column, character=limits.unseen(text))

    def open(self, values: Any, line: int, column: int) -> None:
        """The start of a list or a mapping (an empty one is given)."""
        if len(self._stack) > limits.MAX_DEPTH:
            self.stop("too_deep", line, column, limit=limits.MAX_DEPTH)
        parts: Any = {} if type(values) is dict else []
        self.value(values, line, column, parts)
        self._stack.append(_Frame(values, parts))

    def close(self) -> None:
        """The end of the list or the mapping that was opened last."""
        self._stack.pop()

    def report(self, code: str, line: int, column: int, **fields: object) -> None:
        """Note a problem and go on; give up when there are very many."""
        self.problems.append(problem(code, Place(self.file, line, column), **fields))
        if len(self.problems) >= limits.MAX_PROBLEMS:
            raise InputError(self.problems)

    def stop(self, code: str, line: int, column: int, **fields: object) -> NoReturn:
        """Note a problem after which reading on is of no use."""
        self.problems.append(problem(code, Place(self.file, line, column), **fields))
        raise InputError(self.problems)

    def document(self) -> Document:
        """The finished document, or all problems together."""
        if self.problems:
            raise InputError(self.problems)
        if self._root.values in ([], [None]):
            self.stop("empty_file", 1, 1)
        value, spot = self._root.values[0], self._root.parts[0]
        if type(value) is not dict:
            self.stop("not_a_mapping", spot.line, spot.column)
        return Document(self.file, value, spot)
