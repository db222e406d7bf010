"""What the page of a programme is made of: sections of texts, cards, tables and drawings.

A `to` is the key of something that has a place of its own on the page: a rule, `fact:id`,
`norm:id`, `source:id`, `role:id`, `section:id` or `assumption:` with the key of what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kansrijk.output.sentence import Clause
from kansrijk.pack.parts import Basis


class Said(NamedTuple):
    text: str
    to: str = ""


Line = tuple[Said, ...]
"""Texts after each other, as they are."""


class Entry(NamedTuple):
    """A term with what is said of it: one line, or a list of them."""

    term: str
    lines: tuple[Line, ...]


class Table(NamedTuple):
    """The first column names the row; `numbers`: the others are figures."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numbers: bool = False

    @property
    def block(self) -> str:
        return "table"


class Card(NamedTuple):
    """Something of the pack: its kind and name, what it is in words, and what belongs to it.

    `reads` is its condition. `sign`: there is room for who confirms it.
    """

    key: str
    kind: str
    title: str
    basis: Basis | None
    said: str
    texts: tuple[Line, ...]
    reads: Clause | None
    entries: tuple[Entry, ...]
    tables: tuple[Table, ...] = ()
    place: str = ""
    sign: bool = False

    @property
    def block(self) -> str:
        return "card"


class Text(NamedTuple):
    """A paragraph; a `mark` is `lead`, `note`, or `gap`: something that is lacking."""

    line: Line
    mark: str = ""

    @property
    def block(self) -> str:
        return "text"


class Listing(NamedTuple):
    lines: tuple[Line, ...]

    @property
    def block(self) -> str:
        return "list"


class Drawing(NamedTuple):
    """An SVG of our own making; what it tells stands in words in the table after it."""

    svg: str
    caption: str

    @property
    def block(self) -> str:
        return "drawing"


class Answer(NamedTuple):
    """What somebody asks, and what the pack knows of it: nothing is a gap."""

    id: str
    asked: str
    lines: tuple[Line, ...]
    field: str = ""

    @property
    def gap(self) -> bool:
        return not self.lines

    @property
    def block(self) -> str:
        return "answer"


Block = Table | Card | Text | Listing | Drawing | Answer


class Section(NamedTuple):
    """A part of the page; `part` is the heading in the table of contents under which it goes."""

    id: str
    part: str
    heading: str
    blocks: tuple[Block, ...]


class Document(NamedTuple):
    """The page in one language. `front` is what stands at its head."""

    lang: str
    title: str
    subtitle: str
    front: tuple[Entry, ...]
    sections: tuple[Section, ...]

    @property
    def cards(self) -> Iterator[Card]:
        return (block for one in self.sections for block in one.blocks if isinstance(block, Card))

    @property
    def answers(self) -> Iterator[Answer]:
        return (block for one in self.sections for block in one.blocks if isinstance(block, Answer))


def plain(text: str, to: str = "") -> Line:
    """A line of one text."""
    return (Said(text, to),)


def row(items: Iterable[Said], between: str = ", ") -> Line:
    """Texts in a row, with something between them."""
    listed: list[Said] = []
    for item in items:
        listed += [Said(between), item] if listed else [item]
    return tuple(listed)


def text_of(line: Line) -> str:
    return "".join(one.text for one in line)
