"""Problems in what a user wrote: where it is, what it is, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import total_ordering
from typing import Final

from kansrijk.reading.problem_texts import PROBLEM_TEXTS

_QUOTED_LENGTH: Final = 40
_NAMES_SHOWN: Final = 12
# Comparing is quadratic in the length of the word, and nobody mistypes a name this long.
_LONGEST_COMPARED: Final = 100
_CUTOFF: Final = 0.6


@total_ordering
@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; lines and columns start at 1. `path` is for data without lines."""

    file: str
    line: int | None
    column: int | None
    path: str = ""

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.file}:{self.line}:{self.column or 1}"
        return f"{self.file}: {self.path}" if self.path else self.file

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Place):
            return NotImplemented
        return self._order() < other._order()

    def _order(self) -> tuple[str, int, int, str]:
        # No line comes first; a second key makes the order agree with equality.
        line = -1 if self.line is None else self.line
        column = -1 if self.column is None else self.column
        return (self.file, line, column, self.path)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in words for the person who wrote the file."""

    code: str
    place: Place
    message: str
    help: str | None = None

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}"
        return f"{text}\n  help: {self.help}" if self.help else text


class InputError(Exception):
    """What was given cannot be used; `.problems` says why, in the order of the file."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(dict.fromkeys(problems), key=lambda found: found.place))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(found) for found in self.problems)


def problem(code: str, place: Place, /, **fields: object) -> Problem:
    """The problem `code` at a place, in the words of the one table."""
    message, help_text = PROBLEM_TEXTS[code]
    help_line = help_text.format(**fields) if help_text else None
    return Problem(code.partition(".")[0], place, message.format(**fields), help_line or None)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was most likely meant to be."""
    if len(word) > _LONGEST_COMPARED:
        return None
    folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=_CUTOFF)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A help line that names the nearest known word, or else the known words."""
    names = list(known)
    near = nearest(word, names)
    if near is not None:
        return f"did you mean `{quoted(near)}`?"
    if not names:
        return ""
    shown = ", ".join(quoted(name) for name in names[:_NAMES_SHOWN])
    more = len(names) - _NAMES_SHOWN
    return f"one of: {shown} and {more} more" if more > 0 else f"one of: {shown}"


def quoted(word: str) -> str:
    """A word of the user made safe to show between backticks: short and on one line."""
    short = word if len(word) <= _QUOTED_LENGTH else f"{word[: _QUOTED_LENGTH - 3]}..."
    return visible(short).replace("`", "'")


def visible(text: str) -> str:
    """The text with `?` for each character that a screen does not show as itself."""
    return "".join(char if char.isprintable() else "?" for char in text)
