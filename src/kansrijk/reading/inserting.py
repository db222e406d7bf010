"""Puts a value in a YAML or JSON text at its place; all else in the text stays as it was.

A YAML text is never written anew: its comments, order and layout are its owner's. A JSON text
has none of its own but order, and is written anew with that.
"""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from kansrijk.reading.document import Document, Path
from kansrijk.reading.files import read_text
from kansrijk.reading.problem import InputError, Place, problem, visible
from kansrijk.reading.strict_json import parse_json
from kansrijk.reading.strict_yaml import composed, scalar

_LINE_END: Final = re.compile("\r\n|\r|\n")
_REMARK: Final = re.compile(r",?(?P<remark>[ \t]++#[^\r\n]*+)(?!(?:\s|#[^\r\n]*)*,)")
"""What stands behind an entry on its line, where no comma comes later."""
_MARK: Final = "\ufeff"
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*|\d{4}-\d{2}-\d{2}")
# Words that another reader of YAML may take for something else than text.
_OTHERWISE: Final = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
_STEP: Final = 2


def added(text: str, file: str, path: Path, value: Any) -> str:
    """The text with a value more at a path, of which the last part is not there yet.

    A number as a step is a place in a list; the one after the last adds to it. What is read
    from the new text is exactly what is read from the old one, and the value. Raises
    InputError where that cannot be done.
    """
    return _checked(text, file, path, value, _in_yaml)


def replaced(text: str, file: str, path: Path, value: Any) -> str:
    """The text with another value in the place of the one that is there, as `added` does it."""
    return _checked(text, file, path, value, _in_its_place)


def _checked(
    text: str, file: str, path: Path, value: Any, change: Callable[[str, Path, Any], str]
) -> str:
    value = Document.of(value, file).value
    wanted = with_value(read_text(text, file).value, path, value)
    mark = _MARK if text.startswith(_MARK) else ""
    bare = text.removeprefix(_MARK)
    new = mark + (_json(wanted) + "\n" if _is_json(bare, file) else change(bare, path, value))
    try:
        found = read_text(new, file).value
    except InputError:
        found = None
    # As text, because True is 1 to Python, and so that the order is compared as well.
    if repr(found) != repr(wanted):
        raise InputError([problem("not_added", Place(visible(file), None, None))])
    return new


def flow(value: Any) -> str:
    """A value on one line, as YAML that the strict reader reads back as the same."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _OTHERWISE:
        return value
    return _json(value)


def with_value(data: Any, path: Path, value: Any) -> Any:
    """The data with the value at the path; what is empty on the way there is made."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        mapping = data or {}
        return {**mapping, step: with_value(mapping.get(step), rest, value)}
    items = list(data or ())
    items[step : step + 1] = [with_value(items[step] if step < len(items) else None, rest, value)]
    return items


def _is_json(text: str, file: str) -> bool:
    try:
        parse_json(text, file)
    except InputError:
        return False
    return True


def _json(value: Any, indent: str = "") -> str:
    """JSON with every number as it was written, which the json module cannot do."""
    within = indent + " " * _STEP
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dict) and value:
        lines = [f"{within}{_json(key)}: {_json(item, within)}" for key, item in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(within + _json(item, within) for item in value) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)


def _in_yaml(text: str, path: Path, value: Any) -> str:
    """Walks down to the last node that is there, and adds what is below it."""
    node = composed(text)
    for depth, step in enumerate(path):
        below = with_value(None, path[depth + 1 :], value)
        child = _child(node, step)
        if child is None:
            return _beside(text, node, step, below)
        if _is_empty(text, child):
            return _instead(text, node, child, below)
        node = child
    return text


def _in_its_place(text: str, path: Path, value: Any) -> str:
    """What stands around a value stays: its comment, the spaces before it.

    A list with a line for each item becomes one line, behind its key.
    """
    node = parent = composed(text)
    for step in path:
        parent, node = node, _child(node, step)
    start, end = node.start_mark.index, _end(text, node)
    if node.id == "scalar" or node.flow_style:
        return text[:start] + flow(value) + text[end:]
    key = next(key for key, of_key in parent.value if of_key is node)
    colon = text.index(":", key.end_mark.index) + 1
    return f"{text[:colon]} {flow(value)}{text[colon:start].rstrip()}{text[end:]}"


def _child(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    return next((value for key, value in node.value if key.value == step), None)


def _is_empty(text: str, node: Any) -> bool:
    """Whether there is nothing in it, not even a comment."""
    if node.id == "scalar":
        return not node.style and scalar(node.value) is None
    return not node.value and not text[node.start_mark.index + 1 : node.end_mark.index - 1].strip()


def _beside(text: str, node: Any, step: str | int, value: Any) -> str:
    """One more entry of a mapping or a list, after its last one."""
    entry = {step: value} if isinstance(step, str) else [value]
    if not node.flow_style:
        return _below(text, _end(text, node), _block(entry, node.start_mark.column))
    inner = flow(entry)[1:-1]
    if not node.value:
        at = node.start_mark.index + 1
        return f"{text[:at]}{inner}{text[at:]}"
    at = _end(text, _last(node))
    remark = _REMARK.match(text, at)
    if remark is None:
        return f"{text[:at]}, {inner}{text[at:]}"
    # What is remarked there is about the entry that it stands behind.
    line, spaces = f"{text[:at]},{remark['remark']}", " " * _first(node).start_mark.column
    return f"{line}{_line_end(text)}{spaces}{inner}{text[remark.end() :]}"


def _instead(text: str, parent: Any, empty: Any, value: Any) -> str:
    """A value in the place of nothing, `null`, `[]` or `{}`."""
    start, end = empty.start_mark.index, empty.end_mark.index
    if parent.flow_style or not isinstance(value, dict | list):
        space = " " if text[start - 1] == ":" else ""
        return f"{text[:start]}{space}{flow(value)}{text[end:]}"
    kept = text[:start].rstrip(" ")
    return _below(kept + text[end:], len(kept), _block(value, parent.start_mark.column + _STEP))


def _first(node: Any) -> Any:
    first = node.value[0]
    return first[0] if isinstance(first, tuple) else first


def _last(node: Any) -> Any:
    last = node.value[-1]
    return last[1] if isinstance(last, tuple) else last


def _end(text: str, node: Any) -> int:
    """Where a node ends. The library puts the end of a block at the start of what follows it."""
    if node.id != "scalar" and not node.flow_style:
        return _end(text, _last(node))
    end: int = node.end_mark.index
    if node.id == "scalar" and node.style in ("|", ">"):
        before = text[:end].rstrip(" ")
        return len(before) - (2 if before.endswith("\r\n") else before.endswith(("\r", "\n")))
    return end


def _below(text: str, at: int, lines: list[str]) -> str:
    """The lines put under the line that a place is in."""
    end = _line_end(text)
    here = _LINE_END.search(text, at)
    if here is None:
        return text + "".join(end + line for line in lines)
    return text[: here.end()] + "".join(line + end for line in lines) + text[here.end() :]


def _line_end(text: str) -> str:
    """The line end that a text has, or else the plain one."""
    some = _LINE_END.search(text)
    return some[0] if some else "\n"


def _block(value: Any, indent: int) -> list[str]:
    """A mapping or a list as lines; a mapping of single values in a list is one line."""
    margin = " " * indent
    lines: list[str] = []
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list) and item:
                lines += [f"{margin}{flow(key)}:", *_block(item, indent + _STEP)]
            else:
                lines.append(f"{margin}{flow(key)}: {flow(item)}")
        return lines
    for item in value:
        if isinstance(item, dict) and any(isinstance(part, dict | list) for part in item.values()):
            first, *rest = _block(item, indent + _STEP)
            lines += [f"{margin}- {first.lstrip(' ')}", *rest]
        else:
            lines.append(f"{margin}- {flow(item)}")
    return lines
