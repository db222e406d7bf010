"""A document against a model: which key, which place, and the nearest known word."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from pydantic import BaseModel, ConfigDict, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from kansrijk.reading import Document, parse_yaml
from kansrijk.reading.validation import validate, value_at


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Leaf(Closed):
    name: str
    from_: StrictInt = Field(default=0, alias="from")


class Branch(Closed):
    leaf: Leaf | None = None
    leaves: tuple[Leaf, ...] | None = None
    by_name: dict[str, Leaf] = {}
    listed: list[dict[str, Leaf]] = []
    days: StrictInt | Leaf = 1
    pair: tuple[StrictInt, StrictInt] = (1, 2)
    word: Annotated[str, Field(min_length=2, max_length=4)] = "word"


class Strict(Closed):
    a: int = 0

    @model_validator(mode="after")
    def _never(self) -> Strict:
        raise PydanticCustomError("expected", "something else")


def problems(text: str, at: tuple[str, ...] = (), model: Any = Branch) -> list[str]:
    document = parse_yaml(text, "f")
    value, found = validate(model, value_at(document, at), document, at)
    assert (value is None) == bool(found)
    return [str(problem) for problem in found]


def test_a_good_value_is_the_model() -> None:
    document = parse_yaml("leaf: {name: a, from: 3}\n", "f")
    value, found = validate(Branch, document.value, document)
    assert value == Branch(leaf=Leaf.model_validate({"name": "a", "from": 3}))
    assert found == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("leaf: {name: a, nam: b}", "1:17"),
        ("leaves:\n  - {name: a}\n  - {name: a, nam: b}", "3:15"),
        ("by_name: {x: {name: a, nam: b}}", "1:24"),
        ("listed:\n  - {}\n  - x: {name: a, nam: b}", "3:18"),
    ],
)
def test_the_nearest_word_is_found_at_any_depth(text: str, place: str) -> None:
    assert problems(text) == [
        f"f:{place}: `nam` is not a word that goes here\n  help: did you mean `name`?"
    ]


def test_an_alias_is_the_word_that_is_known() -> None:
    (said,) = problems("leaf: {name: a, zzz: 1}")
    assert said.endswith("help: one of: name, from")
    (said,) = problems("leaf: {name: a, from: x}")
    assert said == "f:1:23: `from` must be a whole number"


def test_of_two_kinds_each_says_what_is_wrong() -> None:
    assert problems("days: {nam: a}") == [
        "f:1:7: `days` must be a whole number",
        "f:1:7: `name` is missing here\n  help: add `name: ...`",
        "f:1:8: `nam` is not a word that goes here\n  help: did you mean `name`?",
    ]


def test_the_name_is_that_of_the_nearest_key() -> None:
    assert problems("pair: [1, {}]") == ["f:1:11: `pair[1]` must be a whole number"]
    assert problems("pair: [1]") == ["f:1:7: `pair` must be at least 2 of them"]
    assert problems("pair: [1, 2, 3]") == ["f:1:7: `pair` must be at most 2 of them"]
    assert problems("listed: [{}, 3]") == ["f:1:14: `listed[1]` must be a mapping"]
    assert problems("a: 1", model=Strict) == ["f:1:1: `the file` must be something else"]


def test_words_of_length() -> None:
    assert problems("word: a") == ["f:1:7: `word` must be text of length 2 or more"]
    assert problems("word: abcde") == ["f:1:7: `word` must be at most 4 characters"]


def test_a_part_of_a_document_keeps_its_place() -> None:
    said = problems("x:\n  y:\n    leaf: 3\n", ("x", "y"))
    assert said == ["f:3:11: `leaf` must be a mapping"]


def test_data_without_lines_has_a_path() -> None:
    document = Document.of({"pair": [1, "a", 2]}, "f")
    _, found = validate(Branch, document.value, document)
    assert [str(problem) for problem in found] == ["f: pair: `pair` must be at most 2 of them"]


def test_values_are_never_shown() -> None:
    text = "leaf: geheim\nleaves: {geheim: 1}\npair: geheim\nword: geheimgeheim\ndays: geheim\n"
    assert "geheim" not in "".join(problems(text)).replace("`geheim`", "")
