"""The limits on what is read, and the checks that every format shares."""

import re
from bisect import bisect_right
from decimal import Decimal
from typing import Final

from kansrijk.reading.problem import InputError, Place, Problem, problem

MAX_BYTES: Final = 1_048_576
MAX_DEPTH: Final = 32
MAX_VALUES: Final = 100_000
MAX_PROBLEMS: Final = 100
MAX_NUMBER: Final = 32
MAX_EXPONENT: Final = 15
NUMBER_FIELDS: Final = {"limit": MAX_NUMBER, "exponent": MAX_EXPONENT}

# Control characters, the line ends that only YAML 1.1 knows (they would shift every line
# number), byte order marks, surrogates and non-characters: nothing anyone means to type.
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_JOINERS: Final = {0x200C: None, 0x200D: None}
_LINE_END: Final = re.compile("\r\n|\r|\n")


class Lines:
    """Turns an index in a text into a line and a column."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def at(self, index: int) -> tuple[int, int]:
        """The line and the column of an index, both from 1."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def checked_text(text: str, file: str) -> str:
    """The text without byte order mark; refused when too large or with unseen characters."""
    # Counting characters first spares a copy of a text that is far too large.
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise InputError([too_large(file)])
    text = text.removeprefix("\ufeff")
    found = _UNSEEN.search(text)
    if found:
        place = Place(file, *Lines(text).at(found.start()))
        raise InputError([problem("control_character", place, character=unseen(text))])
    return text


def unseen(text: str) -> str | None:
    """The name of the first character in a text that cannot be seen."""
    found = _UNSEEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def one_line(text: str) -> bool:
    """Whether a text is a line to be read; the joiners that some scripts need may stand in it."""
    return bool(text.strip()) and text.translate(_JOINERS).isprintable()


def hides(text: str) -> bool:
    """Whether a text holds a sign that nobody sees, such as a mark that turns its direction."""
    return any(
        not sign.isprintable() and not (sign.isascii() and sign.isspace())
        for sign in text.translate(_JOINERS)
    )


def too_large(file: str) -> Problem:
    """The problem of a file beyond the limit."""
    return problem("too_large", Place(file, None, None), limit=MAX_BYTES)


def number(written: str, *, whole: bool) -> int | Decimal | None:
    """The number exactly as written in base ten; None when it is beyond the limits."""
    if len(written) > MAX_NUMBER:
        return None
    if whole:
        return int(written)
    exponent = written.lower().partition("e")[2]
    if exponent and abs(int(exponent)) > MAX_EXPONENT:
        return None
    return Decimal(written)
