"""The exact words, the code and the place of every problem of reading."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from kansrijk.reading import (
    PROBLEM_TEXTS,
    Document,
    InputError,
    Place,
    Problem,
    did_you_mean,
    nearest,
    parse_json,
    parse_yaml,
    problem,
    problem_texts,
    quoted,
)

YAML_CASES = {
    "too_many_values": (
        "a: [" + "1," * 100_001 + "]",
        "f:1:200001: there are more than 100000 values\n  help: divide them over more files",
    ),
    "too_deep": (
        "a: " + "[" * 32,
        "f:1:35: this is nested more than 32 levels deep\n"
        "  help: write it with fewer levels of lists and keys",
    ),
    "empty_file": (
        "# nothing\n",
        "f:1:1: there is nothing in here\n  help: write at least one line of the form `key: value`",
    ),
    "not_a_mapping": (
        "\n- a\n",
        "f:2:1: the file should hold keys with values\n"
        "  help: start with a line of the form `key: value`",
    ),
    "control_character": (
        "a: b\nc: d\x07e\n",
        "f:2:5: a character that cannot be seen (U+0007) is not allowed here\n"
        "  help: take it out; type the text again if it was pasted",
    ),
    "duplicate_key": (
        "a: 1\nb: 2\na: 3\n",
        "f:3:1: the key `a` is here twice; the first is on line 1\n  help: keep one of the two",
    ),
    "bad_key": (
        "a: 1\n? [b]\n: 2\n",
        "f:2:3: a list or a group of keys cannot be a key\n  help: use a short text as the key",
    ),
    "key_missing": (
        "a: 1\n? \n: 2\n",
        "f:2:2: there is no key before this colon\n  help: write a key before the colon",
    ),
    "key_not_text": (
        "a:\n  true: 1\n",
        'f:2:3: the key `true` is not text\n  help: put quotes around it, as in `"true": value`',
    ),
    "merge_key": (
        "<<: {a: 1}\n",
        "f:1:1: the merge key `<<` is not allowed\n  help: write the keys out in full",
    ),
    "alias": (
        "a: **b**\n",
        "f:1:5: an alias (`*name`) is not allowed\n"
        "  help: write the value out in full; put quotes around a text that starts with `*`",
    ),
    "anchor": (
        "a: &b 1\n",
        "f:1:4: an anchor (`&name`) is not allowed\n"
        "  help: leave it out; put quotes around a text that starts with `&`",
    ),
    "tag": (
        "a: !!str 1\n",
        "f:1:4: a tag (`!name`) is not allowed\n"
        "  help: leave it out; put quotes around a text that starts with `!`",
    ),
    "directive": (
        "# c\n%YAML 1.1\n---\na: 1\n",
        "f:2:1: of the lines that start with `%` only `%YAML 1.2` is allowed\n"
        "  help: leave this line out",
    ),
    "several_documents": (
        "a: 1\n---\nb: 1\n",
        "f:2:1: a second document starts here\n"
        "  help: leave out this `---`, or put the second document in a file of its own",
    ),
    "not_finite": (
        "a: -.inf\n",
        "f:1:4: infinity and not-a-number are not allowed as a number\n"
        "  help: write a number, or put quotes around it if it is text",
    ),
    "number_too_long": (
        "a: 123456789012345678901234567890123\n",
        "f:1:4: a number has at most 32 characters and an exponent of at most 15\n"
        "  help: write it shorter, or put quotes around it if it is text",
    ),
    "yaml_syntax": (
        "a: }\n",
        "f:1:4: this cannot be read as YAML\n  help: check this line and the line above it",
    ),
    "yaml_syntax.colon": (
        "a: b: c\n",
        "f:1:5: a colon is not expected here\n  help: put quotes around a text with a colon"
        " in it, and start each key on its own line",
    ),
    "yaml_syntax.key": (
        "a: 1\nb",
        "f:2:1: there is no colon after this key\n"
        "  help: write `key: value`, with a space after the colon",
    ),
    "yaml_syntax.escape": (
        'a: "\\U00110000"\n',
        "f:1:7: the backslash in this text does not start a known escape\n"
        "  help: write two backslashes for one, or use single quotes",
    ),
    "yaml_syntax.start": (
        "a:\n\tb: 1\n",
        "f:2:1: a text without quotes cannot start with this character\n"
        "  help: put quotes around the text; indent with spaces, not with tabs",
    ),
    "yaml_syntax.comma": (
        "a: [1, 2}\n",
        "f:1:9: a comma or a closing bracket is missing here\n"
        "  help: close every `[` with `]` and every `{` with `}`",
    ),
    "yaml_syntax.indent": (
        "a:\n  - b\n c: 1\n",
        "f:3:2: this line does not fit the lines above it\n  help: check the spaces at the"
        " start of the line, and the quotes in the line above it",
    ),
    "yaml_syntax.unclosed": (
        "a: 1\nb: 'x\n",
        "f:2:4: what starts here is not closed before the end of the file\n"
        "  help: close the quotes or the bracket that opens here",
    ),
}
JSON_CASES = {
    "json_syntax": (
        '{"a": ja}',
        "f:1:7: a value is expected here\n  help: put text between double quotes",
    ),
    "json_syntax.key": (
        '{"a": 1,\n}',
        "f:2:1: a key between double quotes is expected here\n"
        "  help: take out a comma that is the last before a `}`",
    ),
    "json_syntax.colon": (
        '{"a" 1}',
        'f:1:6: there is no colon after this key\n  help: write `"key": value`',
    ),
    "json_syntax.comma": (
        '{"a": [1 2]}',
        "f:1:10: a comma or a closing `]` is missing here\n"
        "  help: put commas between the values and close what was opened",
    ),
    "json_syntax.rest": (
        "{}\n{}",
        "f:2:1: there is more text after the end\n  help: leave out what follows the end",
    ),
    "json_syntax.escape": (
        '{"a": "\\q"}',
        "f:1:8: the backslash in this text does not start a known escape\n"
        "  help: write two backslashes for one",
    ),
    "json_syntax.text": (
        '{"a": "b\n"}',
        "f:1:7: this text has no closing quote on its line\n"
        "  help: close it with a double quote, and write `\\n` for a new line",
    ),
}
SAME_IN_JSON = {
    "too_many_values": '{"a": [' + "1," * 100_001,
    "too_deep": '{"a": ' + "[" * 32,
    "empty_file": " \n ",
    "not_a_mapping": "[]",
    "control_character": '{"a": "\\u0007"}',
    "duplicate_key": '{"a": 1, "a": 2}',
    "not_finite": '{"a": -Infinity}',
    "number_too_long": '{"a": 1e16}',
}
# These have no text to stand in; test_reading_files.py and below hold their words.
ELSEWHERE = {
    "file_not_found",
    "is_a_folder",
    "not_a_file",
    "not_readable",
    "not_utf8",
    "too_large",
    "not_plain_data",
}


def failure(read: Callable[[], object]) -> InputError:
    with pytest.raises(InputError) as caught:
        read()
    return caught.value


@pytest.mark.parametrize("code", YAML_CASES)
def test_words_of_yaml(code: str, any_parser: str) -> None:
    text, words = YAML_CASES[code]
    error = failure(lambda: parse_yaml(text, "f"))
    assert str(error) == words
    assert [found.code for found in error.problems] == [code.partition(".")[0]]
    # No error of the library behind it, which would show a piece of the file.
    assert isinstance(error.__context__, type(None) | ValueError | OverflowError)


@pytest.mark.parametrize("code", JSON_CASES)
def test_words_of_json(code: str) -> None:
    text, words = JSON_CASES[code]
    error = failure(lambda: parse_json(text, "f"))
    assert str(error) == words
    assert [found.code for found in error.problems] == ["json_syntax"]
    assert error.__context__ is None


@pytest.mark.parametrize("code", SAME_IN_JSON)
def test_json_has_the_same_problems(code: str) -> None:
    error = failure(lambda: parse_json(SAME_IN_JSON[code], "f"))
    assert [found.code for found in error.problems] == [code]


def test_words_of_data_that_no_file_could_hold() -> None:
    error = failure(lambda: Document.of({"a": [object()]}))
    assert str(error) == (
        "<case>: a[0]: this is not data that a file could hold\n"
        "  help: use text, numbers, true, false, null, lists and mappings"
    )


def test_every_code_of_reading_has_a_test() -> None:
    source = Path(problem_texts.__file__).read_text(encoding="utf-8")
    group = re.search(r"^    # reading\n(.*?)(?=^    # |^})", source, re.MULTILINE | re.DOTALL)
    assert group
    codes = re.findall(r'^    "([\w.]+)":', group[1], re.MULTILINE)
    assert set(codes) == {*YAML_CASES, *JSON_CASES, *ELSEWHERE}
    assert set(codes) <= set(PROBLEM_TEXTS)
    assert len(codes) == len(set(codes))


def test_all_problems_come_together_in_order() -> None:
    text = "a: &x 1\nb: *x\na: !t 2\nyes: .nan\nnull: 1\nc: {d: 1, d: [*y]}\n"
    error = failure(lambda: parse_yaml(text, "f"))
    found = [(each.code, each.place.line, each.place.column) for each in error.problems]
    assert found == [
        ("anchor", 1, 4),
        ("alias", 2, 4),
        ("duplicate_key", 3, 1),
        ("tag", 3, 4),
        ("not_finite", 4, 6),
        ("key_not_text", 5, 1),
        ("duplicate_key", 6, 11),
        ("alias", 6, 15),
    ]


def test_very_many_problems_are_cut_off() -> None:
    assert len(failure(lambda: parse_yaml("a: [" + "*x ," * 500, "f")).problems) == 100


def test_an_alias_as_a_key_is_left_out() -> None:
    error = failure(lambda: parse_yaml("*x : {a: 1}\nb: 1\n", "f"))
    assert [found.code for found in error.problems] == ["alias"]


def test_places_are_in_order() -> None:
    places = [
        Place("a", None, None),
        Place("a", None, None, "x"),
        Place("a", 1, 1),
        Place("a", 1, 2),
        Place("a", 2, 1),
        Place("b", 1, 1),
    ]
    assert sorted([places[-1], *places[:-1]]) == places
    assert places[0] < places[1] <= places[1]
    with pytest.raises(TypeError):
        assert places[0] < "a"


def test_words_of_places_and_problems() -> None:
    assert str(Place("a.yaml", 3, 4)) == "a.yaml:3:4"
    assert str(Place("a.yaml", 3, None)) == "a.yaml:3:1"
    assert str(Place("<case>", None, None, "facts.roken")) == "<case>: facts.roken"
    assert str(Problem("x", Place("a", None, None), "no")) == "a: no"


def test_input_error_sorts_and_leaves_out_doubles() -> None:
    late, early = Problem("x", Place("a", 2, 1), "m"), Problem("x", Place("a", 1, 1), "m", "h")
    error = InputError([late, early, late])
    assert error.problems == (early, late)
    assert str(error) == "a:1:1: m\n  help: h\na:2:1: m"


def test_problem_fills_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PROBLEM_TEXTS, "x.y", ("no `{key}`", "{hint}"))
    place = Place("a", 1, 1)
    assert problem("x.y", place, key="{b}", hint="") == Problem("x", place, "no `{b}`", None)
    monkeypatch.setitem(PROBLEM_TEXTS, "x", ("no", None))
    assert problem("x", place).help is None


def test_nearest_and_did_you_mean() -> None:
    known = ["roken", "leeftijd"]
    assert nearest("rokn", known) == "roken"
    assert nearest("ROKEN", known) == "roken"
    assert nearest("xyz", known) is None
    assert nearest("roken" * 21, ["roken" * 21]) is None
    assert did_you_mean("rokn", known) == "did you mean `roken`?"
    assert did_you_mean("xyz", known) == "one of: roken, leeftijd"
    assert did_you_mean("xyz", []) == ""
    many = did_you_mean("xyz", [f"a{number}" for number in range(15)])
    assert many == "one of: a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11 and 3 more"


def test_quoted() -> None:
    assert quoted("een ï") == "een ï"
    assert quoted("a\nb\x1b[0m`\u202e") == "a?b?[0m'?"
    assert quoted("a" * 40) == "a" * 40
    assert quoted("a" * 41) == "a" * 37 + "..."


@pytest.mark.parametrize(
    ("value", "code", "path"),
    [
        ({1: 2}, "key_not_text", ""),
        ({"a": {True: 2}}, "key_not_text", "a"),
        ({"a": {10**5000: 2}}, "key_not_text", "a"),
        ({"a": 10**5000}, "number_too_long", "a"),
        ({"a": 1e300}, "number_too_long", "a"),
        ({"a": float("nan")}, "not_finite", "a"),
        ({"a": Decimal("Infinity")}, "not_finite", "a"),
        ({"a": "\ud800"}, "control_character", "a"),
        ({"a\x00": 1}, "control_character", "a?"),
        ({"a": [{}, {"b c": {1, 2}}]}, "not_plain_data", "a[1].b c"),
        ({"a": [1] * 100_001}, "too_many_values", "a[99998]"),
    ],
)
def test_plain_data_is_held_to_the_same_rules(value: object, code: str, path: str) -> None:
    (found,) = failure(lambda: Document.of(value)).problems
    assert (found.code, found.place) == (code, Place("<case>", None, None, path))


def test_the_number_of_a_key_is_shown() -> None:
    assert "`14`" in str(failure(lambda: Document.of({14: 1})))


def test_data_that_holds_itself_is_refused() -> None:
    loop: dict[str, object] = {}
    loop["a"] = loop
    assert failure(lambda: Document.of(loop)).problems[0].code == "too_deep"
