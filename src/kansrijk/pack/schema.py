"""JSON Schemas for editors: of each section of a pack, and of a pack in one file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from kansrijk.pack.model import Sections
from kansrijk.pack.parse import COMPARATORS
from kansrijk.pack.parts import CONDITION
from kansrijk.pack.schema_words import (
    COMPARED,
    CONDITIONS,
    COUNT,
    EXPECTED,
    FACT,
    FIGURE,
    WORDS,
    explained,
)

DRAFT = "https://json-schema.org/draft/2020-12/schema"
HEADER = "header"
"""What the section `pack` is called here, where `pack` is a whole pack in one file."""

FILES = tuple(HEADER if name == "pack" else name for name in Sections.model_fields)


def section_schema(section: str) -> dict[str, Any]:
    """The schema of a section's own file; raises KeyError for a section that is none."""
    field = Sections.model_fields["pack" if section == HEADER else section]
    schema = TypeAdapter[Any](field.rebuild_annotation()).json_schema(
        ref_template="#/$defs/{model}"
    )
    name = "pack" if section == HEADER else section
    schema["description"] = WORDS["Sections"][name]
    return _finished(schema, f"kansrijk {section}")


def pack_schema() -> dict[str, Any]:
    """The schema of a pack in one file, with its sections as keys."""
    return _finished(Sections.model_json_schema(), "kansrijk pack")


def _finished(schema: dict[str, Any], title: str) -> dict[str, Any]:
    schema = _filled_in(explained(schema))
    schema.setdefault("$defs", {}).update(Condition=_condition(), Figure=_figure())
    if test := schema["$defs"].get("PackTest"):
        test["properties"]["expect"] |= {
            "properties": _described(EXPECTED, {}),
            "additionalProperties": False,
        }
    return {"$schema": DRAFT, **schema, "title": title}


def _filled_in(schema: Any) -> Any:
    """With what the models leave open: conditions, and that every key must be an id."""
    if isinstance(schema, list):
        return [_filled_in(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == CONDITION:
        told = {key: schema[key] for key in ("description", "default") if key in schema}
        return {"$ref": "#/$defs/Condition", **told}
    closed = {"additionalProperties": False} if "patternProperties" in schema else {}
    return {key: _filled_in(item) for key, item in schema.items()} | closed


def _described(words: Mapping[str, str], part: dict[str, Any]) -> dict[str, Any]:
    """Keys that take the same, each with its words."""
    return {key: {**part, "description": told} for key, told in words.items()}


def _object(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _figure() -> dict[str, Any]:
    """A number, or what stands for one."""
    return {"anyOf": [{"type": "number"}, _object(_described(FIGURE, {"type": "string"}))]}


def _condition() -> dict[str, Any]:
    """One key: a combination, a rule by its id, or a fact with what is asked of it."""
    item, figure = {"$ref": "#/$defs/Condition"}, {"$ref": "#/$defs/Figure"}
    items = {"type": "array", "items": item, "minItems": 1}
    ids = {"type": ["string", "array"], "items": {"type": "string"}}
    of_count: dict[str, dict[str, Any]] = {"at_least": figure, "of": items, "domains": figure}
    count = _object(
        {key: {**part, "description": COUNT[key]} for key, part in of_count.items()},
        "at_least",
        "of",
    )
    takes = {"count": count, "not": item, **dict.fromkeys(("all", "any", "first_known"), items)}
    of_fact: dict[str, dict[str, Any]] = {
        key: figure if key in COMPARATORS else {"type": "string"} for key in COMPARED
    }
    compared = _object(
        {key: {**part, "description": COMPARED[key]} for key, part in of_fact.items()}
    )
    plain: list[dict[str, Any]] = [{"type": ["boolean", "string", "number"]}, {"type": "array"}]
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "properties": {
            key: {**takes.get(key, ids), "description": told} for key, told in CONDITIONS.items()
        },
        "additionalProperties": {"description": FACT, "anyOf": [*plain, compared]},
    }
