"""Adding to a text: what is read is the old and the addition, and every old line still stands."""

# ruff: noqa: E501 - a row reads best on one line
from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kansrijk.reading import InputError, read_text
from kansrijk.reading import inserting as module
from kansrijk.reading.inserting import added, flow, replaced

SEEN = {"date": "2026-01-02", "by": "nurse", "facts": {"poor": True}}
BLOCK = "  - date: 2026-01-02\n    by: nurse\n    facts:\n      poor: true\n"
FLOW = "{date: 2026-01-02, by: nurse, facts: {poor: true}}"
LIST = ("observations", 0)

# text, path, value, the text after it
ROWS: dict[str, tuple[str, tuple[str | int, ...], Any, str]] = {
    "a key that is missing": ("case: a\n", LIST, SEEN, f"case: a\nobservations:\n{BLOCK}"),
    "no final line end": ("case: a", ("due",), "2026-01-02", "case: a\ndue: 2026-01-02"),
    "an empty list": (
        "case: a\nobservations: []  # later\nevents: []\n", LIST, SEEN,
        f"case: a\nobservations:  # later\n{BLOCK}events: []\n",
    ),
    "nothing": (
        "case: a\nobservations:   # later\n# more\nevents: []\n", LIST, SEEN,
        f"case: a\nobservations:   # later\n{BLOCK}# more\nevents: []\n",
    ),
    "nothing at the end": ("case: a\nobservations:", LIST, SEEN, f"case: a\nobservations:\n{BLOCK}"[:-1]),
    "null": ("case: a\nobservations: ~\n", LIST, SEEN, f"case: a\nobservations:\n{BLOCK}"),
    "an empty list on its own line": (
        "case: a\nobservations:\n  []\n", LIST, SEEN, f"case: a\nobservations:\n\n{BLOCK}",
    ),
    "an empty list with a comment in it": (
        "observations: [ # none yet\n]\n", LIST, SEEN, f"observations: [{FLOW} # none yet\n]\n",
    ),
    "a block": (
        "observations:\n- date: 1\n  facts:\n    a: 1 # one\n\n# end\nevents: []\n",
        ("observations", 0, "facts", "b"), 2,
        "observations:\n- date: 1\n  facts:\n    a: 1 # one\n    b: 2\n\n# end\nevents: []\n",
    ),
    "a block with a list that is not indented": (
        "observations:\n- {date: 1}\nevents: []\n", ("observations", 1), {"date": 2},
        "observations:\n- {date: 1}\n- {date: 2}\nevents: []\n",
    ),
    "a flow mapping in a block": (
        "- {date: 1, facts: {a: 1}}".replace("-", "o:\n  -", 1), ("o", 0, "facts", "b"), False,
        "o:\n  - {date: 1, facts: {a: 1, b: false}}",
    ),
    "a last comma with a comment": (
        "facts: {\n  a: 1,  # one\n}\n", ("facts", "b"), 2, "facts: {\n  a: 1,  # one\n  b: 2\n}\n",
    ),
    "a comment behind the last of a flow list": (
        "events: [\n  {a: 1}, # one\n  {a: 2} # two\n] # end\n", ("events", 2), {"a": 3},
        "events: [\n  {a: 1}, # one\n  {a: 2}, # two\n  {a: 3}\n] # end\n",
    ),
    "a comment in a flow list on one line": (
        "e: [{a: 1}, {a: 2}\t# two\r\n]", ("e", 2), {"a": 3},
        "e: [{a: 1}, {a: 2},\t# two\r\n    {a: 3}\r\n]",
    ),
    "a comment behind the list and not in it": (
        "e: [{a: 1}] # end\n", ("e", 1), {"a": 2}, "e: [{a: 1}, {a: 2}] # end\n",
    ),
    "a comma that comes after the comment": (
        "e: [{a: 1} # one\n  , ]", ("e", 1), {"a": 2}, "e: [{a: 1}, {a: 2} # one\n  , ]",
    ),
    "an empty flow mapping in a flow": ("{a: {}}", ("a", "b"), 1, "{a: {b: 1}}"),
    "nothing in a flow": ("{a: , c: 1}", ("a", "b"), 1, "{a: {b: 1}, c: 1}"),
    "a null in a flow": ("{a: null, c: 1}", ("a",), "x", "{a: x, c: 1}"),
    "a null date": ("due: null # none\nb: 1\n", ("due",), "2026-01-02", "due: 2026-01-02 # none\nb: 1\n"),
    "no date": ("due:\nb: 1\n", ("due",), "2026-01-02", "due: 2026-01-02\nb: 1\n"),
    "after lines of text": ("a:\n  b: |\n    one\n\n# c\nd: 1\n", ("a", "e"), 1, "a:\n  b: |\n    one\n\n  e: 1\n# c\nd: 1\n"),
    "after text that keeps its end": ("a:\n  b: |+\n    one\n\n", ("a", "e"), 1, "a:\n  b: |+\n    one\n\n  e: 1\n"),
    "after folded text, the end cut": ("a: >-\n  one\n  two", ("e",), 1, "a: >-\n  one\n  two\ne: 1"),
    "CRLF": ("a: 1\r\nb: []\r\n", ("b", 0, "c"), 1, "a: 1\r\nb:\r\n  - {c: 1}\r\n"),
    "CRLF after lines of text": ("a:\r\n  b: |\r\n    one\r\nd: 1\r\n", ("a", "e"), 1, "a:\r\n  b: |\r\n    one\r\n  e: 1\r\nd: 1\r\n"),
    "a byte order mark": ("\ufeffa: 1\n", ("b",), 2, "\ufeffa: 1\nb: 2\n"),
    "a document that says its start and end": ("---\na: 1\n...\n", ("b",), 2, "---\na: 1\nb: 2\n...\n"),
    "a quoted key": ('"facts":\n  \'a\': 1\n', ("facts", "b"), 2, '"facts":\n  \'a\': 1\n  b: 2\n'),
    "JSON": ('{"a": 1.50, "b": []}', ("b", 0), {"c": "d"}, '{\n  "a": 1.50,\n  "b": [\n    {\n      "c": "d"\n    }\n  ]\n}\n'),
    "empty lists in JSON": ('{"a": [], "b": {}}', ("c",), None, '{\n  "a": [],\n  "b": {},\n  "c": null\n}\n'),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_what_the_text_becomes(name: str) -> None:
    text, path, value, after = ROWS[name]
    file = "case.json" if "JSON" in name else "case.yaml"
    assert added(text, file, path, value) == after


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("a: 1\n", ("a",), 2),
        ("{a, b: 1}", ("a", "c"), 1),
        ("a: 1\n", ("\u0001",), 1),
    ],
)
def test_what_cannot_be_added_is_refused(text: str, path: tuple[str, ...], value: Any) -> None:
    with pytest.raises(InputError) as error:
        added(text, "case.yaml", path, value)
    assert [found.code for found in error.value.problems] == ["not_added"]


TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "no",
            "Yes",
            "null",
            "~",
            "12",
            "1e3",
            "0x1f",
            "2026-01-02",
            "a: b",
            "# c",
            "- a",
            "|",
            "é🙂",
        ]
    ),
)


@given(TEXTS)
def test_a_text_is_read_as_it_was_given(text: str) -> None:
    written = f"{{{flow('a')}: {flow(text)}}}"
    try:
        found = read_text(written, "case.yaml").value
    except InputError as error:
        assert {one.code for one in error.problems} == {"control_character"}
    else:
        assert found == {"a": text}
        # An older reader of YAML takes it for text, too.
        assert str(yaml.safe_load(written)["a"]) == text


VALUES = st.one_of(st.integers(-9, 9999), st.booleans(), st.none(), st.sampled_from(["a b", "c"]))
MAPS = st.dictionaries(st.sampled_from(["p", "q", "r", "s"]), VALUES, max_size=4)
ITEMS = st.lists(st.builds(lambda d, m: {"d": d, "m": m}, VALUES, MAPS), max_size=3)
WHOLE = st.fixed_dictionaries({"case": st.just("c")}, optional={"m": MAPS, "o": ITEMS, "z": VALUES})
EMPTY = ("", "[]", "{}", "null")


@st.composite
def layouts(draw: Any) -> tuple[Any, str]:
    """Data, and one of the ways in which it may be written."""
    data = draw(WHOLE)
    if draw(st.integers(0, 4)) == 0:
        return data, json.dumps(data, indent=draw(st.sampled_from([None, 2, 4])))
    style, indent = draw(st.sampled_from([True, False, None])), draw(st.sampled_from([2, 4]))
    text: str = yaml.safe_dump(
        data,
        default_flow_style=style,
        indent=indent,
        sort_keys=False,
        width=draw(st.sampled_from([20, 200])),
    )
    if style is False and draw(st.booleans()):
        lines = text.splitlines()
        for at in sorted(draw(st.lists(st.integers(0, len(lines)), max_size=3)), reverse=True):
            lines.insert(at, draw(st.sampled_from(["# a remark", "", "      # far in"])))
        text = "\n".join(lines) + "\n"
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return data, text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@st.composite
def additions(draw: Any) -> tuple[Any, str, tuple[str | int, ...], Any]:
    data, text = draw(layouts())
    value = draw(VALUES.filter(lambda found: found is not None))
    fresh = draw(st.sampled_from(["p2", "no"]))
    items = data.get("o", [])
    paths: list[tuple[tuple[str | int, ...], Any]] = [
        (("m", fresh), value),
        (("o", len(items)), {"d": value, "m": {fresh: value}}),
        (("o", len(items)), {"d": value}),
        ((fresh,), value),
    ]
    paths += [(("o", n, "m", fresh), value) for n in range(len(items))]
    path, value = draw(st.sampled_from(paths))
    return data, text, path, value


def with_value(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Written from the promise: a copy in which the value is put at its path."""
    data = json.loads(json.dumps(data))
    at = data
    for step, below in pairwise(path):
        if isinstance(step, str):
            at.setdefault(step, [] if isinstance(below, int) else {})
        at = at[step]
    if isinstance(path[-1], int):
        at.append(value)
    else:
        at[path[-1]] = value
    return data


def holds(case: tuple[Any, str, tuple[str | int, ...], Any]) -> None:
    data, text, path, value = case
    new = added(text, "case.yaml", path, value)
    assert read_text(new, "case.yaml").value == with_value(data, path, value)
    try:
        json.loads(text)
    except ValueError:
        before = next(
            (n for n, (a, b) in enumerate(zip(text, new, strict=False)) if a != b),
            min(len(text), len(new)),
        )
        after = 0
        while after < len(text) - before and text[-1 - after] == new[-1 - after]:
            after += 1
        assert text[before : len(text) - after].strip() in EMPTY


@given(additions())
def test_the_new_text_is_the_old_one_and_the_addition(case: Any) -> None:
    holds(case)


def test_a_fault_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An addition one line too early is refused by the function itself, never given."""
    text = "o:\n  - d: 1\n    m:\n      p: 1\nz: 1\n"
    right = module._below
    monkeypatch.setattr(module, "_below", lambda text, at, lines: right(text, 0, lines))
    with pytest.raises(InputError):
        added(text, "case.yaml", ("o", 0, "m", "q"), 2)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a:\n- 1\n- 2\nb: 3\n", "a: [9]\nb: 3\n"),
        (
            "a: # of her\n  # one\n  - 1 # two\n  - 2 # three\n\n# end\n",
            "a: [9] # of her\n  # one # three\n\n# end\n",
        ),
        ("? a\n: - 1\n", "? a\n: [9]\n"),
        ("a: [1, 2] # two\n", "a: [9] # two\n"),
        ("{a: [1,\n 2], b: 3}", "{a: [9], b: 3}"),
        ("a:\r\n  - 1\r\n", "a: [9]\r\n"),
        ("a:\n  - 1", "a: [9]"),
    ],
)
def test_a_list_in_the_place_of_another(text: str, after: str) -> None:
    assert replaced(text, "f.yaml", ("a",), [9]) == after
