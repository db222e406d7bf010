"""The JSON Schemas hold for what is good and refuse what is broken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from builders import SMALL, shipped_pack, small_pack
from jsonschema import Draft202012Validator

from kansrijk.case.schema import case_schema
from kansrijk.pack.load import locate, shipped_packs
from kansrijk.pack.schema import FILES, pack_schema, section_schema
from kansrijk.reading import parse_yaml, read_file
from kansrijk.workbench.written import written_tests


def plain(value: Any) -> Any:
    """As JSON has it: no exact decimals."""
    return json.loads(json.dumps(value, default=float))


def valid(schema: dict[str, Any], value: Any) -> bool:
    return Draft202012Validator(schema).is_valid(plain(value))


def shipped() -> list[tuple[str, Path]]:
    found = []
    for id in shipped_packs():
        for file in sorted(locate(id).rglob("*.yaml")):
            section = file.relative_to(locate(id)).parts[0].partition(".")[0]
            found.append((section, file))
    return found


@pytest.mark.parametrize(("section", "file"), shipped(), ids=[str(f) for _, f in shipped()])
def test_every_shipped_file_is_as_its_schema_says(section: str, file: Path) -> None:
    name = "header" if section == "pack" else section
    schema = section_schema(name)
    Draft202012Validator.check_schema(schema)
    value = read_file(file).value
    assert valid(schema, value)
    assert schema["title"] == f"kansrijk {name}"
    if section != "tests":
        assert not valid(schema, {**value, "Not An Id": 3})
    first = next(iter(value))
    assert not valid(schema, {**value, first: {"nonsense": 1}})


def test_a_pack_in_one_file() -> None:
    value = parse_yaml(SMALL, "f").value
    Draft202012Validator.check_schema(pack_schema())
    assert valid(pack_schema(), value)
    assert not valid(pack_schema(), {**value, "roles": {"nurse": {"label": "nurse"}}})
    assert not valid(pack_schema(), {name: part for name, part in value.items() if name != "facts"})


@pytest.mark.parametrize(
    ("when", "good"),
    [
        ({"poor": True}, True),
        ({"all": [{"poor": True}, {"not": {"class": ["high"]}}]}, True),
        ({"count": {"at_least": {"norm": "x"}, "of": [{"poor": True}], "domains": 2}}, True),
        ({"income": {"at_most": 3, "above": {"fact": "x"}}}, True),
        ({"smoking": {"norm": "smokers"}}, True),
        ({"poor": True, "alone": True}, False),
        ({}, False),
        (True, False),
        ({"all": []}, False),
        ({"any": [True]}, False),
        ({"count": {"of": [{"poor": True}]}}, False),
        ({"income": {"at_leest": 3}}, False),
        ({"criterion": 3}, False),
    ],
)
def test_a_condition_has_the_shape_that_the_parser_takes(when: Any, good: bool) -> None:
    criterion = {"label": "x", "domain": "x", "when": when, "basis": "policy", "source": "x"}
    assert valid(section_schema("criteria"), {"a": criterion}) is good


def test_every_section_has_a_schema() -> None:
    assert FILES[0] == "header"
    assert {section_schema(name)["$schema"] for name in FILES} == {pack_schema()["$schema"]}
    with pytest.raises(KeyError):
        section_schema("zzz")


def test_the_schema_of_a_case_has_the_vocabulary() -> None:
    schema = case_schema(small_pack(), "en")
    case: dict[str, Any] = {
        "case": "c-1",
        "due_date": "2026-09-01",
        "facts": {"poor": True, "friends": 3, "income": 3.5, "story": "x", "smoking": "declined"},
        "observations": [{"date": "2026-01-01", "by": "nurse", "facts": {"poor": None}}],
        "events": [{"date": "2026-01-01", "event": "intake", "by": "nurse"}],
    }
    assert valid(schema, case)
    assert schema["properties"]["facts"]["properties"]["poor"]["title"] == "poor"
    assert schema["properties"]["facts"]["properties"]["poor"]["description"] == "Poor?"
    for broken in (
        {"facts": {"zzz": 1}},
        {"facts": {"poor": "yes"}},
        {"facts": {"friends": 10}},
        {"facts": {"friends": 2.5}},
        {"facts": {"income": -1}},
        {"facts": {"story": 3}},
        {"facts": {"smoking": "often"}},
        {"observations": [{"date": "2026-01-01", "by": "x", "facts": {}}]},
        {"events": [{"date": "2026-01-01", "event": "tea", "by": "nurse"}]},
        {"due_date": "1 May"},
        {"zzz": 1},
    ):
        assert not valid(schema, {**case, **broken}), broken


@pytest.mark.parametrize("id", shipped_packs())
def test_the_cases_in_the_tests_of_a_pack_fit_its_schema(id: str) -> None:
    pack = shipped_pack(id)
    schema = case_schema(pack, pack.languages[-1])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for test in written_tests(pack):
        assert validator.is_valid(plain(test.case)), test.id
