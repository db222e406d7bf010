"""Outcomes with one field changed into something else that could stand there."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

Path = tuple[str | int, ...]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def fields(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every field that holds one thing, or an empty list."""
    if not isinstance(value, dict | list) or not value:
        yield path
        return
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        yield from fields(part, (*path, key))


def named(path: Path) -> str:
    """The path as it is told."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).lstrip(".")


def kind(path: Path) -> str:
    """The path without the places in lists."""
    return re.sub(r"\d+", "", named(path))


def changed(outcome: Any, path: Path) -> Any:
    """The outcome with another value at a path; each digest in it is as that of the outcome."""
    made = copy.deepcopy(outcome)
    at = made
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = other(at[path[-1]], str(path[-1]))
    return made


def other(value: Any, key: str) -> Any:
    """Another value of the same kind."""
    match value:
        case bool():
            return not value
        case None:
            return True if key == "truth" else "anders"
        case int() | float():
            return value + 1
        case list():
            return ["anders"]
        case str() if DAY.fullmatch(value):
            return (date.fromisoformat(value) + timedelta(400)).isoformat()
    return f"{value[:-1]}0" if value.endswith("1") else f"{value}1"
