"""A document against a pydantic model: the value, or every problem with its place."""

from __future__ import annotations

from types import UnionType
from typing import Any, Protocol, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from kansrijk.reading.problem import Place, Problem, did_you_mean, problem, quoted

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]


class Placed(Protocol):
    """What knows where a value stands: a document, or the files of a pack."""

    @property
    def value(self) -> Any: ...

    def place(self, path: Path, *, key: bool = False) -> Place: ...


def value_at(document: Placed, path: Path) -> Any:
    """The value at a path of the document."""
    value: Any = document.value
    for step in path:
        value = value[step]
    return value


EXPECTED = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "list_type": "a list",
    "tuple_type": "a list",
    "too_short": "at least {min_length} of them",
    "too_long": "at most {max_length} of them",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
    "literal_error": "one of: {expected}",
    "string_too_short": "text of length {min_length} or more",
    "string_too_long": "at most {max_length} characters",
    "expected": "{reason}",
}


def validate(
    model: type[Model], value: Any, document: Placed, at: Path = ()
) -> tuple[Model | None, list[Problem]]:
    """The value as a model, or its problems; `at` is where the value stands in the document."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        found = [
            _problem(model, dict(item), document, at) for item in error.errors(include_url=False)
        ]
        return None, list(dict.fromkeys(found))


def _problem(model: type[BaseModel], error: dict[str, Any], document: Placed, at: Path) -> Problem:
    kind, loc = error["type"], error["loc"]
    bad_key = loc[-1:] == ("[key]",)
    path = at + _in_document(document, at, loc)
    name = _name(path)
    place = document.place(path, key=bad_key or kind in ("extra_forbidden", "not_of_event"))
    if kind == "missing" and isinstance(loc[-1], int):
        return problem("wrong_type", place, name=name, expected=f"at least {loc[-1] + 1} of them")
    if kind == "missing":
        return problem("missing_key", place, name=quoted(str(loc[-1])))
    if kind == "extra_forbidden":
        known = _keys(model, loc[:-1])
        return problem("unknown_key", place, name=name, help=did_you_mean(str(loc[-1]), known))
    if kind == "not_of_event":
        return problem(kind, place, name=name, **error["ctx"])
    if kind == "string_pattern_mismatch":
        return problem("bad_pattern", place, name=name)
    context = error.get("ctx", {}) | {"reason": error["msg"]}
    expected = EXPECTED.get(kind, "{reason}").format(**context).replace("'", "`")
    return problem("wrong_type", place, name=name, expected=expected)


def _name(path: Path) -> str:
    """The last key of a path, with the place in its list: `range[1]`."""
    name = ""
    for step in reversed(path):
        if isinstance(step, str):
            return quoted(step) + name
        name = f"[{step}]{name}"
    return "the file"


def _in_document(document: Placed, at: Path, loc: Path) -> Path:
    """The part of pydantic's location that exists in the document.

    Pydantic adds the names of union members and of checks to it; those are left out.
    """
    value = value_at(document, at)
    path: list[str | int] = []
    for step in loc:
        in_list = isinstance(value, list) and isinstance(step, int) and step < len(value)
        if in_list or (isinstance(value, dict) and step in value):
            value = value[step]
            path.append(step)
    return tuple(path)


def _keys(annotation: Any, loc: Path) -> list[str]:
    """The keys that the model knows at a place, for a help line."""
    models = _models(annotation)
    if not loc:
        return [
            field.alias or name for model in models for name, field in model.model_fields.items()
        ]
    step, rest = loc[0], loc[1:]
    for model in models:
        for name, field in model.model_fields.items():
            if step in (name, field.alias):
                return _keys(field.annotation, rest)
    origin = get_origin(annotation)
    for inner in get_args(annotation) if origin in (dict, tuple, list, Union, UnionType) else ():
        found = _keys(inner, rest if origin in (dict, tuple, list) else loc)
        if found:
            return found
    return _keys(annotation, rest) if models else []


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Union, UnionType):
        return [model for part in get_args(annotation) for model in _models(part)]
    return []
