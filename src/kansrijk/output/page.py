"""An outcome as a page: sections of items within items, for HTML, PDF and Markdown alike.

What a professional reads says the same everywhere, because it is made from the lines of the text:
but for what can be typed, and where in a file something stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from kansrijk.output.text import sections_of
from kansrijk.output.timeline import timeline
from kansrijk.output.words import Words

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment
    from kansrijk.exploring.ahead import Change

Mark = Literal[
    "", "yes", "no", "unknown", "urgent", "good", "listed", "words", "visit", "two", "handover"
]
MARKS: dict[str, Mark] = {
    "●": "yes",
    "○": "no",
    "?": "unknown",
    "!": "urgent",
    "+": "good",
    "-": "listed",
}
"""What stands before a line of the text, and what it says."""


DIRECTIONS = {"ar": "rtl"}
"""The languages that are written from right to left."""


class Item(NamedTuple):
    """A line with what belongs to it; `mark` is the sign that stands before it."""

    text: str
    mark: Mark = ""
    items: tuple[Item, ...] = ()


class Section(NamedTuple):
    """A part of a page; without a heading it closes what stands before it.

    `figure` is a drawing as SVG, of our own making; `own_page`: it begins a sheet of paper.
    """

    heading: str
    items: tuple[Item, ...]
    figure: str | None = None
    own_page: bool = False


class Page(NamedTuple):
    """`notes` stand under the title. `hers` is the mother's own copy: large, and in few words."""

    lang: str
    title: str
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    hers: bool = False


def page_of(
    result: Assessment, lang: str, *, everything: bool = False, ahead: Iterable[Change] = ()
) -> Page:
    """The outcome as a page for a professional; arguments as of the text."""
    words, plan = Words(result.pack, lang, paper=True), result.plan
    (title, *notes), *sections = sections_of(result, words, everything=everything, ahead=ahead)
    drawing = {words.say("head_phases").upper(): plan and timeline(plan, words, result.date)}
    made = (_section(lines, drawing.get(lines[0])) for lines in sections)
    return Page(lang, title, tuple(notes), tuple(made))


def _section(lines: Sequence[str], figure: str | None) -> Section:
    heading, *rest = lines
    if not rest or not rest[0].startswith(" "):
        return Section("", tuple(map(Item, lines)))
    return Section(heading.capitalize(), _items(rest), figure)


def _items(lines: Sequence[str]) -> tuple[Item, ...]:
    """The lines as items, those that are further in within the one before them."""
    found: list[Item] = []
    own = _indent(lines[0]) if lines else 0
    starts = [n for n, line in enumerate(lines) if _indent(line) <= own]
    for start, end in pairwise([*starts, len(lines)]):
        found.append(_item(lines[start], _items(lines[start + 1 : end])))
    return tuple(found)


def _item(line: str, items: tuple[Item, ...]) -> Item:
    text = line.strip()
    columns = re.split(r" {2,}", text)
    if all(MARKS.get(column.partition(" ")[0]) for column in columns[1:]) and columns[1:]:
        # The key to the signs, which is one line.
        return Item(" · ".join(columns), "", items)
    sign, _, rest = text.partition(" ")
    mark: Mark = MARKS.get(sign, "")
    # What stands in columns in a text stands apart here.
    return Item(re.sub(r" {2,}", ": ", rest.strip() if mark else text), mark, items)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
