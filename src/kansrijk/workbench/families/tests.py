"""The families as tests of a pack, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from kansrijk.output.words import Words
from kansrijk.reading.inserting import flow
from kansrijk.workbench.families.families import ON, Families, Family, Row, case_of
from kansrijk.workbench.families.page import title_of
from kansrijk.workbench.mutation.text import change_of

Data = dict[str, Any]


def as_tests(found: Families, words: Words) -> str:
    """A file for the folder `tests` of the pack: a test of each family and each variation."""
    lines = (f"{id}:\n{_block(test)}" for id, test in _tests(found, words))
    return f"# {title_of(found, words)}\n{''.join(lines)}"


def data(found: Families, words: Words) -> Data:
    """As JSON holds it: each family with its variations as tests."""
    made = dict(_tests(found, words))
    return {
        "families": [
            {"family": n, "tests": [_plain(made[_id(n, k)]) for k in range(len(family.rows))]}
            for n, family in enumerate(found.families, start=1)
        ],
        "shown": len(found.shown),
        "equivalent": found.equivalent,
        "not_shown": [change_of(one, words) for one in found.not_shown],
    }


def _tests(found: Families, words: Words) -> Iterator[tuple[str, Data]]:
    for n, family in enumerate(found.families, start=1):
        for k, row in enumerate(family.rows):
            yield _id(n, k), _test(n, k, family, row, words)


def _id(n: int, k: int) -> str:
    return f"family_{n:02}" + (f"_{k:02}" if k else "")


def _test(n: int, k: int, family: Family, row: Row, words: Words) -> Data:
    name = words.say("family", n=n)
    title = words.say("family_variation", family=name, n=k) if k else name
    case = case_of(row.things, _id(n, k).replace("_", "-"))
    return {"title": title, "on": row.things[ON], "case": case, "expect": _expect(row)}


def _expect(row: Row) -> Data:
    """Each thing that is said of the outcome, as a test expects it."""
    found: Data = {}
    for kind, id in row.said:
        value = row.outcome.values[kind]
        if id is None:
            found[kind] = value
        else:
            found.setdefault(kind, {})[id] = value[id]
    return found


def _block(test: Data) -> str:
    """Its parts a line each; a case with its answers a line each."""
    case = test["case"]
    lines = [f"  title: {flow(test['title'])}", f"  on: {test['on']}", "  case:"]
    for key, value in case.items():
        if key == "facts":
            lines += ["    facts:", *(f"      {id}: {flow(one)}" for id, one in value.items())]
        else:
            lines.append(f"    {key}: {flow(value)}")
    lines += ["  expect:", *(f"    {key}: {flow(one)}" for key, one in test["expect"].items())]
    return "".join(f"{line}\n" for line in lines)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
