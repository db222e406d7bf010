"""Reads files and standard input, within the limits."""

import stat
import sys
from pathlib import Path
from typing import Final, NoReturn

from kansrijk.reading.document import Document
from kansrijk.reading.limits import MAX_BYTES, Lines, too_large
from kansrijk.reading.problem import InputError, Place, problem, visible
from kansrijk.reading.strict_json import parse_json
from kansrijk.reading.strict_yaml import parse_yaml

_STANDARD_INPUT: Final = "-"


def read_file(path: Path | str) -> Document:
    """Read a YAML or JSON file; `-` is standard input. Raises InputError."""
    return read_text(text_of(path), visible(str(path)))


def text_of(path: Path | str) -> str:
    """The text of a file; `-` is standard input. Raises InputError."""
    file = visible(str(path))
    content = _content(Path(path), file)
    if len(content) > MAX_BYTES:
        raise InputError([too_large(file)])
    return _decoded(content, file)


def read_text(text: str, file: str) -> Document:
    """Read a text: JSON if `file` says so or if it is JSON, and else YAML."""
    if file.lower().endswith(".json"):
        return parse_json(text, file)
    if text.removeprefix("\ufeff").lstrip().startswith("{"):
        try:
            return parse_json(text, file)
        except InputError as error:
            # Not JSON after all: the `{` may open a mapping in the flow style of YAML.
            if all(found.code != "json_syntax" for found in error.problems):
                raise
    return parse_yaml(text, file)


def _content(path: Path, file: str) -> bytes:
    """The bytes of a file or of standard input, up to just beyond the limit."""
    try:
        return _standard_input(file) if str(path) == _STANDARD_INPUT else _ordinary(path, file)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # ValueError: a name with a null character, or a standard input that is closed.
        _refuse("file_not_found", file)
    except OSError:
        _refuse("not_readable", file)


def _standard_input(file: str) -> bytes:
    # Python has None here when the program was started without standard input.
    if sys.stdin is None:
        _refuse("not_readable", file)
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def _ordinary(path: Path, file: str) -> bytes:
    # Before opening: opening a pipe would wait for someone to write to it.
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        _refuse("is_a_folder" if stat.S_ISDIR(mode) else "not_a_file", file)
    with path.open("rb") as handle:
        return handle.read(MAX_BYTES + 1)


def _refuse(code: str, file: str) -> NoReturn:
    # Without the error of the system that led here: the problem says it all.
    raise InputError([problem(code, Place(file, None, None))]) from None


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8")
    place = Place(file, *Lines(before).at(len(before)))
    raise InputError([problem("not_utf8", place)])
