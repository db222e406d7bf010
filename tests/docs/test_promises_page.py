"""Each promise names tests, and they are there."""

from __future__ import annotations

import ast
import re

import pytest

from .pages import ROOT

PAGE = (ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^## (\d+)\. .+?$(.+?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
HOW_MANY = 11


def test_there_are_eleven() -> None:
    assert [int(number) for number, _ in PROMISES] == list(range(1, HOW_MANY + 1))


@pytest.mark.parametrize(("number", "text"), PROMISES, ids=[number for number, _ in PROMISES])
def test_the_tests_of_a_promise_are_there(number: str, text: str) -> None:
    named = NAMED.findall(text)
    assert named
    for file, function in named:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        tests = {part.name for part in ast.walk(tree) if isinstance(part, ast.FunctionDef)}
        assert any(name.startswith("test_") for name in tests), file
        assert not function or function in tests, f"{file}::{function}"


def test_every_file_of_promises_is_on_the_page() -> None:
    there = {path.name for path in (ROOT / "tests" / "promises").glob("test_promise_*.py")}
    assert there <= {file.rpartition("/")[2] for file, _ in NAMED.findall(PAGE)}
