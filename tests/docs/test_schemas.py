"""The JSON Schemas for editors: up to date, and true of every file that names one."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from kansrijk.reading import read_file

from .pages import ROOT

SCHEMAS = ROOT / "rules" / "schemas"
NAMED = sorted([*ROOT.glob("rules/*/*.yaml"), *ROOT.glob("rules/*/tests/*.yaml")])
CASES = sorted(file for file in ROOT.glob("examples/*.yaml") if file.name != "expected.yaml")
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


def _override(**changes: Any) -> dict[str, Any]:
    written = {"date": "2026-11-03", "event": "override", "by": "casusbegeleider", "of": "class",
               "set": "regulier", "reason": "x"}  # fmt: skip
    return {key: value for key, value in {**written, **changes}.items() if value is not None}


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_schemas", SCHEMAS / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_schemas_are_up_to_date() -> None:
    made = _make().schemas()
    there = {file.name: file.read_text(encoding="utf-8") for file in SCHEMAS.glob("*.json")}
    assert sorted(there) == sorted(made)
    assert [name for name in made if there[name] != made[name]] == [], "run `make schemas`"


def test_all_of_them_are_named() -> None:
    named = {_schema_of(file).name for file in [*NAMED, *CASES]}
    assert named == {file.name for file in SCHEMAS.glob("*.json")}


@pytest.mark.parametrize("file", [*NAMED, *CASES], ids=_name)
def test_a_file_fits_the_schema_that_it_names(file: Path) -> None:
    _holds(_schema_of(file), read_file(file).value)


def test_the_json_example_fits_too() -> None:
    for file in ROOT.glob("examples/*.json"):
        _holds(SCHEMAS / "case-hoogeveen.json", read_file(file).value)


@pytest.mark.parametrize(
    ("schema", "wrong"),
    [
        ("criteria", {"a": {"label": "a", "domain": "d", "basis": "policy", "source": "s"}}),
        ("strengths", {"a": {"lable": "a", "fact": "b", "basis": "policy", "source": "s"}}),
        ("facts", {"a": {"type": "bool", "label": "a"}}),
        ("case-hoogeveen", {"case": "hv-1", "facts": {"rokn": "soms"}}),
        ("case-hoogeveen", {"case": "hv-1", "facts": {"roken": "vaak"}}),
        ("case-hoogeveen", {"case": "hv-1", "facts": {"leeftijd": 11}}),
        ("case-hoogeveen", {"case": "hv-1", "events": [_override(reason=None)]}),
        ("case-hoogeveen", {"case": "hv-1", "events": [_override(of="signal:geen_onderdak")]}),
        ("case-hoogeveen", {"case": "hv-1", "events": [_override(event="intake")]}),
        (
            "plausibility",
            {
                "a": {
                    "kind": "odd",
                    "message": "a",
                    "when": {"b": True},
                    "basis": "policy",
                    "source": "s",
                }
            },
        ),
    ],
)
def test_a_schema_refuses_what_does_not_fit(schema: str, wrong: Mapping[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        _holds(SCHEMAS / f"{schema}.json", wrong)


def test_a_schema_takes_an_override() -> None:
    _holds(SCHEMAS / "case-hoogeveen.json", {"case": "hv-1", "events": [_override()]})


def _schema_of(file: Path) -> Path:
    named = MODELINE.fullmatch(file.read_text(encoding="utf-8").splitlines()[0])
    assert named, "the first line names no schema"
    return (file.parent / named[1]).resolve()


def _holds(schema: Path, value: object) -> None:
    loaded = json.loads(schema.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    jsonschema.validate(value, loaded, jsonschema.Draft202012Validator)
