"""JSON with the place of every value, and with the same refusals as YAML.

The json module itself tells no places, takes the last of two equal keys and reads NaN.
"""

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined, unused-ignore]
from typing import Final, NoReturn

from kansrijk.reading import limits
from kansrijk.reading.building import Builder
from kansrijk.reading.document import Document

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)((?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)")
_WORD: Final = re.compile(r"-?[A-Za-z]+")
_CONSTANTS: Final = {"true": True, "false": False, "null": None}
_NOT_FINITE: Final = frozenset(("NaN", "Infinity", "-Infinity"))


def parse_json(text: str, file: str) -> Document:
    """Read a JSON text; raises InputError with every problem found."""
    text = limits.checked_text(text, file)
    builder = Builder(file)
    _Scanner(text, builder).scan()
    return builder.document()


class _Scanner:
    """Feeds a builder from a text. It calls itself per level; the builder limits those."""

    def __init__(self, text: str, builder: Builder) -> None:
        self._text = text
        self._builder = builder
        self._lines = limits.Lines(text)
        self._index = 0

    def scan(self) -> None:
        self._skip()
        if self._index == len(self._text):
            return
        self._value()
        self._skip()
        if self._index < len(self._text):
            self._stop("json_syntax.rest", self._index)

    def _value(self) -> None:
        line, column = self._lines.at(self._index)
        char = self._char()
        if char == '"':
            text = self._string()
            self._builder.check_seen(text, line, column)
            self._builder.value(text, line, column)
        elif char == "{":
            self._builder.open({}, line, column)
            self._members()
            self._builder.close()
        elif char == "[":
            self._builder.open([], line, column)
            self._items()
            self._builder.close()
        elif number := _NUMBER.match(self._text, self._index):
            self._number(number, line, column)
        else:
            self._constant(line, column)

    def _members(self) -> None:
        if self._is_end_after_open("}"):
            return
        while True:
            if self._char() != '"':
                self._stop("json_syntax.key", self._index)
            line, column = self._lines.at(self._index)
            key = self._string()
            self._builder.check_seen(key, line, column)
            self._builder.key(key, line, column)
            self._skip()
            if self._char() != ":":
                self._stop("json_syntax.colon", self._index)
            self._step()
            self._value()
            if self._is_end_after_value("}"):
                return

    def _items(self) -> None:
        if self._is_end_after_open("]"):
            return
        while True:
            self._value()
            if self._is_end_after_value("]"):
                return

    def _is_end_after_open(self, close: str) -> bool:
        self._step()
        if self._char() != close:
            return False
        self._index += 1
        return True

    def _is_end_after_value(self, close: str) -> bool:
        self._skip()
        char = self._char()
        if char == close:
            self._index += 1
            return True
        if char != ",":
            self._builder.stop("json_syntax.comma", *self._lines.at(self._index), close=close)
        self._step()
        return False

    def _string(self) -> str:
        start = self._index
        try:
            value, self._index = scanstring(self._text, start + 1)
        except JSONDecodeError as error:
            is_escape = "escape" in error.msg
            code, index = ("escape", error.pos) if is_escape else ("text", start)
        else:
            return str(value)
        # Outside the handler: that error holds the whole text.
        return self._stop(f"json_syntax.{code}", index)

    def _number(self, number: re.Match[str], line: int, column: int) -> None:
        self._index = number.end()
        value = limits.number(number[0], whole=not number[1])
        if value is None:
            self._builder.report("number_too_long", line, column, **limits.NUMBER_FIELDS)
        self._builder.value(value, line, column)

    def _constant(self, line: int, column: int) -> None:
        word = _WORD.match(self._text, self._index)
        written = word[0] if word else ""
        if written in _NOT_FINITE:
            self._builder.report("not_finite", line, column)
        elif written not in _CONSTANTS:
            self._stop("json_syntax", self._index)
        self._index += len(written)
        self._builder.value(_CONSTANTS.get(written), line, column)

    def _char(self) -> str:
        """The character at the index; nothing at the end."""
        return self._text[self._index : self._index + 1]

    def _skip(self) -> None:
        blank = _BLANK.match(self._text, self._index)
        self._index = blank.end() if blank else self._index

    def _step(self) -> None:
        """Past one character and the blanks after it."""
        self._index += 1
        self._skip()

    def _stop(self, code: str, index: int) -> NoReturn:
        self._builder.stop(code, *self._lines.at(index))
