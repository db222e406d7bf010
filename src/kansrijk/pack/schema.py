"""JSON Schemas for editors: of each section of a pack, and of a pack in one file."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from kansrijk.pack.condition import Comparator
from kansrijk.pack.model import Sections
from kansrijk.pack.parse import COMPARATORS
from kansrijk.pack.parts import CONDITION

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
    return _finished(schema, f"kansrijk {section}")


def pack_schema() -> dict[str, Any]:
    """The schema of a pack in one file, with its sections as keys."""
    return _finished(Sections.model_json_schema(), "kansrijk pack")


def _finished(schema: dict[str, Any], title: str) -> dict[str, Any]:
    schema = _filled_in(schema)
    schema.setdefault("$defs", {})["Condition"] = _condition()
    return {"$schema": DRAFT, **schema, "title": title}


def _filled_in(schema: Any) -> Any:
    """With what the models leave open: conditions, and that every key must be an id."""
    if isinstance(schema, list):
        return [_filled_in(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == CONDITION:
        return {"$ref": "#/$defs/Condition"}
    closed = {"additionalProperties": False} if "patternProperties" in schema else {}
    return {key: _filled_in(item) for key, item in schema.items()} | closed


def _condition() -> dict[str, Any]:
    """One key: a combination, a rule by its id, or a fact with what is asked of it."""
    item = {"$ref": "#/$defs/Condition"}
    items = {"type": "array", "items": item, "minItems": 1}
    ids = {"type": ["string", "array"], "items": {"type": "string"}}
    figure: dict[str, Any] = {"type": ["number", "object"]}
    comparators: dict[Comparator, Any] = dict.fromkeys(COMPARATORS, figure)
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "properties": {
            "all": items,
            "any": items,
            "first_known": items,
            "not": item,
            "count": {
                "type": "object",
                "properties": {"at_least": figure, "of": items, "domains": figure},
                "required": ["at_least", "of"],
                "additionalProperties": False,
            },
            **dict.fromkeys(("criterion", "signal", "class", "may_be", "phase", "answered"), ids),
        },
        "additionalProperties": {
            "anyOf": [
                {"type": ["boolean", "string", "number"]},
                {"type": "array"},
                {
                    "type": "object",
                    "properties": {**comparators, "norm": {"type": "string"}},
                    "additionalProperties": False,
                },
            ]
        },
    }
