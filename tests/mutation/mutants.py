"""The mutants of a file: mutmut says what to change, and each knows its place in the source.

mutmut leaves out what is decorated, as it would be decorated once for every mutant. Here a mutant
is the whole file with one change, so decorators are hidden from it, and cached functions and
properties are mutated as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.mutation.file_mutation import create_mutations

DECORATOR = re.compile(r"^ *@.*$", re.MULTILINE)


class Mutant(NamedTuple):
    path: str
    """From the root of the project."""
    line: int
    function: str
    """The function, method or class it is in; empty at the top of the file."""
    called: bool
    """Whether it runs when a function is called, and not when the file is imported."""
    before: str
    after: str
    """The lines that differ, as they were and as they are, each without its indentation."""
    start: int
    end: int
    new: str
    """What comes instead of the signs from start to end."""

    def source(self, root: Path) -> str:
        text = (root / self.path).read_text("utf-8")
        return text[: self.start] + self.new + text[self.end :]


def mutants_of(root: Path, path: Path) -> list[Mutant]:
    """Every mutant of a file, in the order of the text."""
    text = path.read_text("utf-8")
    found = sorted(set(_mutants(str(path.relative_to(root)), text)), key=lambda one: one[1:])
    return [one for one in found if one.before != one.after]


def _mutants(name: str, text: str) -> Iterator[Mutant]:
    module, mutations, _, _ = create_mutations(name, DECORATOR.sub(_blank, text))
    wrapper = MetadataWrapper(module, unsafe_skip_copy=True)
    places, parents = wrapper.resolve(PositionProvider), wrapper.resolve(ParentNodeProvider)
    starts = _starts(text)
    for mutation in mutations:
        node, instead = mutation.original_node, mutation.mutated_node
        if _of_types(node, module, parents):
            continue
        place = places[node]
        start = starts[place.start.line - 1] + place.start.column
        end = starts[place.end.line - 1] + place.end.column
        new = module.code_for_node(instead).strip()
        if isinstance(node, cst.Match):  # what is left out is known by the indentation of the rest
            start, end, new = _difference(module.code, _replaced(module, node, instead).code)
        before, after = _lines(text, start, end, new)
        line = text.count("\n", 0, start) + 1
        function, called = _function(node, parents)
        yield Mutant(name, line, function, called, before, after, start, end, new)


def _replaced(module: cst.Module, node: cst.CSTNode, instead: cst.CSTNode) -> cst.Module:
    replaced = module.deep_replace(node, instead)
    assert isinstance(replaced, cst.Module)
    return replaced


def _difference(old: str, new: str) -> tuple[int, int, str]:
    """Where the old text differs, and what the new one has there."""
    start = _same(old, new)
    tail = _same(old[start:][::-1], new[start:][::-1])
    return start, len(old) - tail, new[start : len(new) - tail]


def _same(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


def _lines(text: str, start: int, end: int, new: str) -> tuple[str, str]:
    head, tail = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    before, after = text[head:tail], text[head:start] + new + text[end:tail]
    return " ".join(before.split()), " ".join(after.split())


def _function(node: cst.CSTNode, parents: Mapping[cst.CSTNode, cst.CSTNode]) -> tuple[str, bool]:
    names, called = [], False
    while node in parents:
        child, node = node, parents[node]
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            names.append(node.name.value)
        called |= isinstance(node, cst.FunctionDef) and child is node.body
    return ".".join(reversed(names)), called


def _of_types(
    node: cst.CSTNode, module: cst.Module, parents: Mapping[cst.CSTNode, cst.CSTNode]
) -> bool:
    """Whether it does nothing: what `cast` casts to, the name of a type, and `__all__`."""
    while node in parents:
        child, node = node, parents[node]
        match node:
            case cst.Call(cst.Name("cast"), [first, *_]) if child is first:
                return True
        if node is module:
            return isinstance(child, cst.SimpleStatementLine) and _is_type(child.body[0])
    return False


def _is_type(statement: cst.CSTNode) -> bool:
    """`Test = Callable[...]`, `Reading = Sign | Place`, `T = TypeVar("T")`."""
    if not isinstance(statement, cst.Assign) or len(statement.targets) != 1:
        return False
    name, value = statement.targets[0].target, statement.value
    if isinstance(name, cst.Name) and name.value == "__all__":
        return True
    if not isinstance(name, cst.Name) or not re.fullmatch(r"_?[A-Z]\w*[a-z]\w*|[A-Z]", name.value):
        return False
    return isinstance(value, cst.Subscript | cst.BinaryOperation | cst.Call)
