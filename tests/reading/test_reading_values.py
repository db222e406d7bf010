"""Values and places: YAML 1.2 core scalars, JSON, and where each value stands."""

import json
import string
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kansrijk.reading import Document, InputError, Place, parse_json, parse_yaml, read_text
from kansrijk.reading.strict_yaml import _loader

# Written by hand from chapter 10.3 of the YAML 1.2 specification, not from the code.
CORE: list[tuple[str, object]] = [
    ("", None),
    ("~", None),
    ("null", None),
    ("Null", None),
    ("NULL", None),
    ("nULL", "nULL"),
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("tRUE", "tRUE"),
    ("false", False),
    ("False", False),
    ("FALSE", False),
    *(
        (word, word)
        for word in ["yes", "no", "on", "off", "y", "n", "Yes", "NO", "On", "OFF", "ja", "nee"]
    ),
    ("0", 0),
    ("10", 10),
    ("010", 10),
    ("-19", -19),
    ("+12", 12),
    ("0o17", 15),
    ("0x1F", 31),
    ("0o8", "0o8"),
    ("0b1", "0b1"),
    ("-0x1", "-0x1"),
    ("1_000", "1_000"),
    ("12:30:00", "12:30:00"),
    ("190:20:30", "190:20:30"),
    ("2024-01-31", "2024-01-31"),
    ("2024-01-31T10:00:00Z", "2024-01-31T10:00:00Z"),
    ("1.50", Decimal("1.50")),
    ("0.1", Decimal("0.1")),
    (".5", Decimal("0.5")),
    ("1.", Decimal("1")),
    ("-1e3", Decimal("-1000")),
    ("1.5E-3", Decimal("0.0015")),
    ("1e", "1e"),
    (".", "."),
    ("1.2.3", "1.2.3"),
    ("1,5", "1,5"),
    ("\u0661", "\u0661"),
    ("12345678901234567890123456789012", 12345678901234567890123456789012),
    ("1e15", Decimal("1e15")),
    ("'12'", "12"),
    ('"null"', "null"),
    ("'it''s'", "it's"),
    ('"a\\u00e9\\n"', "aé\n"),
    ("|\n  12\n  a\n", "12\na\n"),
    (">-\n  true\n  a\n", "true a"),
    ("=", "="),
    ("12\n  13", "12 13"),
    ("[1, {b: no}]", [1, {"b": "no"}]),
    ("{}", {}),
]


@pytest.mark.parametrize(("written", "value"), CORE)
def test_core_scalars(written: str, value: object, any_parser: str) -> None:
    read = parse_yaml(f"a: {written}\n", "f").value["a"]
    # As text too: 1.50 keeps its last zero.
    assert (type(read), read) == (type(value), value)
    assert "." not in written or str(read) == str(value)


@pytest.mark.parametrize("written", [".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN"])
def test_infinity_is_refused(written: str, any_parser: str) -> None:
    with pytest.raises(InputError, match="infinity"):
        parse_yaml(f"a: {written}", "f")


@pytest.mark.parametrize("written", ["1e16", "1e-16", "0x" + "1" * 31, "0." + "1" * 31])
def test_numbers_beyond_the_limits_are_refused(written: str) -> None:
    with pytest.raises(InputError, match="at most 32 characters"):
        parse_yaml(f"a: {written}", "f")


@pytest.mark.parametrize("key", ["14", "no", "010", "'true'", '"<<"', "2024-01-01", "a b"])
def test_keys_that_are_text(key: str, any_parser: str) -> None:
    assert parse_yaml(f"{key}: 1", "f").value == {key.strip("'\""): 1}


@pytest.mark.parametrize("key", ["true", "null", "~", "1.5", "0x1F", ".inf", "1e99"])
def test_keys_that_are_not_text(key: str, any_parser: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_yaml(f"{key}: 1", "f")
    assert [found.code for found in caught.value.problems] == ["key_not_text"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("%YAML 1.2\n---\na: 1\n...\n", None),
        ("%YAML 1.2 # c\n---\na: 1\n", None),
        ("\ufeff---\r\na: 1\r\n", None),
        ("%TAG ! x\n---\na: 1\n", ["directive"]),
        ("a: 1\n...\n%YAML 2.0\n---\n", ["directive"]),
        ("a: ! 1\n", ["tag"]),
        ("a: !x!y 1\n", ["tag"]),
        ("! a: 1\n", ["tag"]),
        ("&a b: 1\n", ["anchor"]),
        ("a: & b\n", ["anchor"]),
        ('a: "\\0"\n"\\a": 1', ["control_character", "control_character"]),
        ("a: b\u2028", ["control_character"]),
        ("a: 1\n14: 1\n'14': 2\n", ["duplicate_key"]),
        ("---\n", ["empty_file"]),
        ("null", ["empty_file"]),
        ("", ["empty_file"]),
        ("x", ["not_a_mapping"]),
        ("a: [1,, 2]", ["yaml_syntax"]),
    ],
)
def test_both_parsers_agree(text: str, codes: list[str] | None, any_parser: str) -> None:
    if codes is None:
        assert parse_yaml(text, "f").value == {"a": 1}
        return
    with pytest.raises(InputError) as caught:
        parse_yaml(text, "f")
    assert [found.code for found in caught.value.problems] == codes


SAMPLE = """\
# é comment
kop: één
lijst:
  - 1.5
  - {a: "x", 'b' : [~, true]}
blok: |
  tekst
"""
STARTS: list[tuple[tuple[str | int, ...], str, str]] = [
    (("kop",), "één", "kop"),
    (("lijst",), "- 1.5", "lijst"),
    (("lijst", 0), "1.5", "1.5"),
    (("lijst", 1), "{a", "{a"),
    (("lijst", 1, "a"), '"x"', "a:"),
    (("lijst", 1, "b"), "[~", "'b'"),
    (("lijst", 1, "b", 0), "~", "~"),
    (("lijst", 1, "b", 1), "true", "true"),
    (("blok",), "|", "blok"),
    ((), "kop", "kop"),
    # What is not there: the place of what should hold it.
    (("geen",), "kop", "kop"),
    (("lijst", 9), "- 1.5", "- 1.5"),
    (("lijst", -1), "- 1.5", "- 1.5"),
    (("lijst", "a"), "- 1.5", "- 1.5"),
    (("kop", "a", "b"), "één", "één"),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("path", "value", "key"), STARTS)
def test_places(
    path: tuple[str | int, ...], value: str, key: str, line_end: str, any_parser: str
) -> None:
    document = parse_yaml("\ufeff" + SAMPLE.replace("\n", line_end), "f")
    for place, start in ((document.place(path), value), (document.place(path, key=True), key)):
        assert place.line is not None
        assert place.column is not None
        assert SAMPLE.splitlines()[place.line - 1][place.column - 1 :].startswith(start)


def test_places_in_json() -> None:
    text = '{\r\n "a": [1,\n  {"b": "c"}]}'
    document = parse_json(text, "f")
    assert document.value == {"a": [1, {"b": "c"}]}
    assert document.place(("a",)) == Place("f", 2, 7)
    assert document.place(("a",), key=True) == Place("f", 2, 2)
    assert document.place(("a", 1, "b")) == Place("f", 3, 9)
    assert document.place(()) == Place("f", 1, 1)


def test_places_in_plain_data() -> None:
    document = Document.of({"facts": {"a": (1, 2.5)}}, file="x")
    assert document.value == {"facts": {"a": [1, Decimal("2.5")]}}
    assert str(document.place(("facts", "a", 1))) == "x: facts.a[1]"
    assert str(document.place(("facts", "b", 1))) == "x: facts"
    assert str(document.place(("facts", "a", 2))) == "x: facts.a"
    assert str(document.place(("geen",))) == "x"


def test_plain_data_is_copied() -> None:
    data: dict[str, Any] = {"a": [1]}
    document = Document.of(data)
    data["a"].append(2)
    assert document.value == {"a": [1]}


VISIBLE = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"], exclude_characters="\ufeff")
    | st.sampled_from("\t\n\r")
)
NUMBERS = st.integers(-(10**30), 10**30) | st.floats(-1e14, 1e14).filter(
    lambda number: number == 0 or abs(number) > 1e-14
)
DATA = st.recursive(
    st.none() | st.booleans() | NUMBERS | VISIBLE,
    lambda inner: st.lists(inner) | st.dictionaries(VISIBLE, inner),
    max_leaves=20,
)


@given(st.dictionaries(VISIBLE, DATA), st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_json_that_python_writes_is_read_back(value: Any, ascii_only: bool, indent: Any) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert parse_json(text, "f").value == json.loads(text, parse_float=Decimal)
    assert read_text(text, "f").value == Document.of(value).value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": "\\ud83d\\ude00"}', "😀"),
        ('{"a": []}', []),
        ('{"a": {}}', {}),
        ('{"a": null }', None),
        ('{"a": -0}', 0),
        ('{"a": 1.50}', Decimal("1.50")),
    ],
)
def test_json_values(text: str, value: object) -> None:
    read = parse_json("\ufeff " + text + "\n", "f").value["a"]
    assert (type(read), str(read)) == (type(value), str(value))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"a": "\\ud800"}', "control_character"),
        ('{"a": 01}', "json_syntax"),
        ('{"a": 1.}', "json_syntax"),
        ('{"a": -}', "json_syntax"),
        ('{"a": NaN}', "not_finite"),
        ('{"a": "x', "json_syntax"),
        ('{"a": [', "json_syntax"),
        ("{", "json_syntax"),
        ("{\"a\": 'x'}", "json_syntax"),
        ("null", "empty_file"),
    ],
)
def test_json_refusals(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_json(text, "f")
    assert [found.code for found in caught.value.problems] == [code]


def test_which_format() -> None:
    assert read_text("{a: no}", "f").value == {"a": "no"}
    assert read_text(' {"a": 1e2}', "-").value == {"a": Decimal(100)}
    for text, file, code in (
        ("a: 1", "f.JSON", "json_syntax"),
        ('{"a": 1, "a": 2}', "f", "duplicate_key"),
        ('{"a": 1, "a": 2', "f", "yaml_syntax"),
    ):
        with pytest.raises(InputError) as caught:
            read_text(text, file)
        assert code in [found.code for found in caught.value.problems]


MARKER = "Geheim7"
PIECES = st.sampled_from(
    ["a: ", "b:\n  ", "- ", "[", "]", "{x: ", "}", ", ", "'", '"', "\n", "  ", "&x ", "!t ", "\\q"]
    + ["\t", "|\n  ", "%", "\x00", "\ud800", "---\n", "# ", ".inf", "1e99", "\\U99999999"]
)


@given(st.text() | st.lists(PIECES).map("".join))
@settings(max_examples=400)
def test_no_text_gives_another_error(text: str) -> None:
    for file in ("f", "f.json"):
        try:
            assert isinstance(read_text(text, file).value, dict)
        except InputError as error:
            assert error.problems


@given(st.lists(PIECES, max_size=8), st.lists(PIECES, max_size=8), st.sampled_from(["f", "f.json"]))
@settings(max_examples=400)
def test_no_problem_shows_a_value(before: list[str], after: list[str], file: str) -> None:
    # As a value after a key, whatever is wrong around it.
    text = "".join(before) + f'\n"k": "{MARKER}"\n' + "".join(after)
    try:
        read_text(text, file)
    except InputError as error:
        assert MARKER not in str(error)


@pytest.mark.parametrize(
    "value",
    ["x: {}", "'{}", '"{}', "[{}", "{}\n b: 1", "*{}", "&{} 1", "!{} 1", "@{}", "| {}", '"\\q{}"']
    + ["`{}`", "%{}", '"{}" y', "{{a: {}", "{}\x00", '"{}\\0"', "<<: {}", "|\n {}\n\tx"],
)
def test_no_problem_of_a_value_shows_it(value: str, any_parser: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_yaml("k: " + value.format(MARKER), "f")
    shown = [str(caught.value), repr(caught.value.problems), str(caught.value.__context__)]
    assert not [words for words in shown if MARKER in words]


def test_libyaml_is_used_where_it_is() -> None:
    class Both:
        CSafeLoader, SafeLoader = "fast", "slow"

    class Pure:
        SafeLoader = "slow"

    assert (_loader(Both), _loader(Pure)) == ("fast", "slow")


def test_the_yaml_library_is_imported_only_when_needed() -> None:
    code = "import sys, kansrijk.reading; print('yaml' in sys.modules)"
    path = ":".join(sys.path)
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, capture_output=True, text=True, check=True, env={"PYTHONPATH": path})
    assert done.stdout.strip() == "False"


def test_all_letters_and_signs_as_plain_text(any_parser: str) -> None:
    assert parse_yaml(f"a: {string.ascii_letters}-é€😀", "f").value["a"].endswith("é€😀")
