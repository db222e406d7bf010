"""YAML without surprises: the 1.2 core scalars, and refusals for whatever hides something.

The only module that knows the YAML library. It works from the library's events and makes
the values itself, because the library's own values follow YAML 1.1 (`no` is false,
`010` is eight, `12:30` is a number of minutes).
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final, NoReturn, TypeAlias

from kansrijk.reading import limits
from kansrijk.reading.building import Builder, KeyState
from kansrijk.reading.document import Document
from kansrijk.reading.problem import quoted

_CONSTANTS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBER_STARTS: Final = frozenset("+-.0123456789")
_WHOLE: Final = re.compile(r"[-+]?[0-9]+")
_BASED: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_BROKEN: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE: Final = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")

# A directive we refuse, after the lines that may stand above a document: blank, comment or
# `%YAML 1.2`. The `*+` keeps the match from going back to call an allowed line refused.
_REFUSED_DIRECTIVE: Final = re.compile(
    r"(?:(?:[ \t]*|%YAML[ \t]+1\.2[ \t]*)(?:#[^\r\n]*)?(?:\r\n|\r|\n))*+%"
)

# Part of what the library says -> which of our wordings fits. The library's own sentence is
# never shown: it may quote the file. The two parsers of the library use different words.
_WORDINGS: Final[tuple[tuple[str, str], ...]] = (
    ("scanning an alias", "alias"),
    ("scanning an anchor", "anchor"),
    ("scanning a tag", "tag"),
    ("tag handle", "tag"),
    ("directive", "directive"),
    ("incompatible YAML", "directive"),
    ("mapping values", "yaml_syntax.colon"),
    ("expected ':'", "yaml_syntax.key"),
    ("escape", "yaml_syntax.escape"),
    ("hexdecimal", "yaml_syntax.escape"),
    ("cannot start any token", "yaml_syntax.start"),
    ("expected ',' or", "yaml_syntax.comma"),
    ("<block end>", "yaml_syntax.indent"),
    ("expected key", "yaml_syntax.indent"),
    ("'-' indicator", "yaml_syntax.indent"),
    ("entries are not allowed", "yaml_syntax.indent"),
    ("<document start>", "yaml_syntax.indent"),
)

Scalar: TypeAlias = str | int | Decimal | bool | None


class _Refused(Exception):
    """A plain scalar that is not a value; `code` is the code of the problem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parse_yaml(text: str, file: str) -> Document:
    """Read a YAML text; raises InputError with every problem found."""
    text = limits.checked_text(text, file)
    builder = Builder(file)
    _check_directives(text, builder)
    _Reader(text, builder).read()
    return builder.document()


def composed(text: str) -> Any:
    """The nodes of a text that `parse_yaml` takes, each with its start, its end and its style."""
    yaml = _library()
    return yaml.compose(text, Loader=_loader(yaml))


def scalar(written: str) -> Scalar:
    """The value of a plain scalar after the core schema of YAML 1.2."""
    if written in _CONSTANTS:
        return _CONSTANTS[written]
    if written[0] not in _NUMBER_STARTS:
        return written
    if _NOT_FINITE.fullmatch(written):
        raise _Refused("not_finite")
    if _BASED.fullmatch(written):
        return _fitting(int(written, 0) if len(written) <= limits.MAX_NUMBER else None)
    if _WHOLE.fullmatch(written):
        return _fitting(limits.number(written, whole=True))
    if _BROKEN.fullmatch(written):
        return _fitting(limits.number(written, whole=False))
    return written


def _fitting(value: int | Decimal | None) -> int | Decimal:
    if value is None:
        raise _Refused("number_too_long")
    return value


def _check_directives(text: str, builder: Builder) -> None:
    """Refuse directives here: the two parsers do not agree on which they know."""
    refused = _REFUSED_DIRECTIVE.match(text)
    if refused:
        builder.stop("directive", *limits.Lines(text).at(refused.end() - 1))


class _Reader:
    """Feeds a builder from the events of the library."""

    def __init__(self, text: str, builder: Builder) -> None:
        self._text = text
        self._builder = builder
        self._documents = 0

    def read(self) -> None:
        """Take the events one by one, so that a refusal ends the parsing as well."""
        yaml = _library()
        handlers: dict[type, Callable[[Any, int, int], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._list,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        failure = None
        try:
            for event in self._events(_loader(yaml)(self._text)):
                handle = handlers.get(type(event))
                if handle:
                    mark = event.start_mark
                    handle(event, mark.line + 1, mark.column + 1)
        except yaml.YAMLError as error:
            failure = error
        # Outside the handler, so that no traceback shows the library's snippet of the file.
        if failure:
            self._syntax(failure)

    def _events(self, parser: Any) -> Iterator[Any]:
        try:
            while (event := parser.get_event()) is not None:
                yield event
        except (ValueError, OverflowError):
            # The pure Python parser hands any number after `\U` on to chr().
            mark = parser.get_mark()
            self._builder.stop("yaml_syntax.escape", mark.line + 1, mark.column + 1)
        finally:
            parser.dispose()

    def _document(self, _event: Any, line: int, column: int) -> None:
        self._documents += 1
        if self._documents > 1:
            self._builder.stop("several_documents", line, column)

    def _scalar(self, event: Any, line: int, column: int) -> None:
        style = event.style
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event, line, column)
        if style == '"':
            # Only here can an escape bring in what the whole text was searched for already.
            self._builder.check_seen(event.value, line, column)
        if self._builder.awaits_key:
            self._builder.key(self._key(event, line, column), line, column)
        elif style:
            self._builder.value(event.value, line, column)
        else:
            self._plain(event.value, line, column)

    def _plain(self, written: str, line: int, column: int) -> None:
        value: Scalar = None
        try:
            value = scalar(written)
        except _Refused as refused:
            fields = limits.NUMBER_FIELDS if refused.code == "number_too_long" else {}
            self._builder.report(refused.code, line, column, **fields)
        self._builder.value(value, line, column)

    def _key(self, event: Any, line: int, column: int) -> str | KeyState:
        written: str = event.value
        if event.style or _WHOLE.fullmatch(written) or (written != "<<" and _is_text(written)):
            return written
        code = {"<<": "merge_key", "": "key_missing"}.get(written, "key_not_text")
        self._builder.report(code, line, column, key=quoted(written))
        return KeyState.REFUSED

    def _mapping(self, event: Any, line: int, column: int) -> None:
        self._collection({}, event, line, column)

    def _list(self, event: Any, line: int, column: int) -> None:
        self._collection([], event, line, column)

    def _collection(self, empty: Any, event: Any, line: int, column: int) -> None:
        self._check_properties(event, line, column)
        if self._builder.awaits_key:
            # Neither parser gives a sure way on after this: the keys that follow may be part of it.
            self._builder.stop("bad_key", line, column)
        self._builder.open(empty, line, column)

    def _end(self, _event: Any, _line: int, _column: int) -> None:
        self._builder.close()

    def _alias(self, _event: Any, line: int, column: int) -> None:
        self._builder.report("alias", line, column)
        if self._builder.awaits_key:
            self._builder.key(KeyState.REFUSED, line, column)
        else:
            self._builder.value(None, line, column)

    def _check_properties(self, event: Any, line: int, column: int) -> None:
        if event.anchor is not None:
            self._builder.report("anchor", line, column)
        if event.tag is not None:
            self._builder.report("tag", line, column)

    def _syntax(self, error: Any) -> NoReturn:
        said = f"{error.context} {error.problem}"
        code = next((code for part, code in _WORDINGS if part in said), "yaml_syntax")
        at_end = error.problem_mark.index >= len(self._text.rstrip())
        if at_end and ("quoted" in said or "flow" in said):
            code = "yaml_syntax.unclosed"
        # Of what goes on too long, the start says more than the place where it went wrong.
        from_start = code in ("yaml_syntax.unclosed", "yaml_syntax.key")
        mark = error.context_mark if from_start else error.problem_mark
        # By index: at the end of a file libyaml counts a line too many.
        line, column = limits.Lines(self._text).at(mark.index)
        self._builder.stop(code, line, column)


def _is_text(written: str) -> bool:
    try:
        return isinstance(scalar(written), str)
    except _Refused:
        return False


def _library() -> Any:
    # Here, so that whoever reads no YAML does not wait for the library.
    import yaml  # type: ignore[import-untyped, unused-ignore]

    return yaml


def _loader(yaml: Any) -> Any:
    """The parser of libyaml where it is there: ten times as fast."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
