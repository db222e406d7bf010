"""The JSON Schemas hold for what is good and refuse what is broken."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import SMALL, shipped_pack, small_pack
from jsonschema import Draft202012Validator

from kansrijk.case.schema import case_schema
from kansrijk.case.schema_words import WORDS as case_words_of
from kansrijk.pack import schema_words
from kansrijk.pack.load import locate, shipped_packs
from kansrijk.pack.model import Sections
from kansrijk.pack.schema import FILES, pack_schema, section_schema
from kansrijk.reading import parse_yaml, read_file
from kansrijk.workbench.expecting import EXPECT
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
        ({"income": {"at_least": {"nrm": "x"}}}, False),
        ({"income": {"at_least": {"norm": "x", "by": "smoking"}}}, True),
        ({"income": {"at_least": "x"}}, False),
        ({"criterion": 3}, False),
    ],
)
def test_a_condition_has_the_shape_that_the_parser_takes(when: Any, good: bool) -> None:
    criterion = {"label": "x", "domain": "x", "when": when, "basis": "policy", "source": "x"}
    assert valid(section_schema("criteria"), {"a": criterion}) is good


def told(schema: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every key that a schema knows, by where it stands; not those that an event may not have."""
    if isinstance(schema, dict):
        for name, part in schema.items():
            if name == "properties" and "then" not in path and "if" not in path:
                yield from (((*path, key), of) for key, of in part.items())
            yield from told(part, (*path, name))
    elif isinstance(schema, list):
        for item in schema:
            yield from told(item, path)


SCHEMAS = {
    **{name: section_schema(name) for name in FILES},
    "whole": pack_schema(),
    "case": case_schema(small_pack(), "en"),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_explained_in_a_sentence(name: str) -> None:
    keys = list(told(SCHEMAS[name]))
    assert keys
    for path, part in keys:
        said = part.get("description", "")
        # Of a fact of the small pack, that is its question.
        assert said[:1].isupper() or said[:1] in "`/", path
        assert said[-1] in ".?", path
        assert name == "case" or "title" not in part, path


def test_no_words_are_left_over() -> None:
    named = {"Sections": set(schema_words.WORDS["Sections"])}
    for schema in SCHEMAS.values():
        models = {**schema.get("$defs", {}), schema["title"]: schema}
        for name, model in models.items():
            named.setdefault(name, set()).update(model.get("properties", {}))
    # The header and a few more stand at the top of their own file, under its name.
    of_models = {name: set(keys) for name, keys in schema_words.WORDS.items()}
    assert of_models["Sections"] == set(Sections.model_fields)
    for name, keys in of_models.items():
        assert keys <= named[name], name
    for name, case_words in case_words_of.items():
        assert set(case_words) == named.get(name, named["kansrijk case for small"]), name
    shared = {key for name, keys in named.items() for key in keys - of_models.get(name, set())}
    assert set(schema_words.SHARED) <= shared


def test_what_a_test_may_expect_is_explained() -> None:
    assert schema_words.EXPECTED.keys() == EXPECT.keys()


def test_the_words_are_read_only_where_a_schema_is_made() -> None:
    code = "import sys, kansrijk; kansrijk.load_pack('hoogeveen'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "kansrijk.pack.model" in done.stdout
    assert "schema_words" not in done.stdout


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
