"""A page as Markdown, in which no sign of a text means anything but itself; and as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kansrijk.output.layout import capitals, escaped, wrap
from kansrijk.output.page import Item, Page

SIGNS = {"yes": "●", "no": "○", "unknown": "?", "urgent": "!", "good": "+"}
ISOLATES = dict.fromkeys((0x2068, 0x2069))
"""They keep directions apart on a page; in a file of text they are in the way."""


def markdown(page: Page) -> str:
    """The page with headings and lists within lists."""
    lines = [f"# {markdown_text(page.title)}", ""]
    for note in page.notes:
        lines += [markdown_text(note), ""]
    for section in page.sections:
        lines += [f"## {markdown_text(section.heading)}", ""] if section.heading else []
        lines += [*_listed(section.items, ""), ""]
    return "\n".join(lines)


def _listed(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        sign = f"{markdown_text(SIGNS[item.mark])} " if item.mark in SIGNS else ""
        yield f"{indent}- {sign}{markdown_text(item.text)}"
        yield from _listed(item.items, f"{indent}  ")


def markdown_text(text: str) -> str:
    """Text on one line in which no sign means anything to Markdown, not even at its beginning."""
    plain = escaped(text.translate(ISOLATES))
    # What would begin a list or a heading of its own.
    return re.sub(r"^(?=[-+=])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])", r"\\", plain)


def text(page: Page) -> str:
    """The page as text, at most as wide as a terminal."""
    blocks = [[page.title, *(line for note in page.notes for line in wrap(note, ""))]]
    for section in page.sections:
        heading = [capitals(section.heading, page.lang)] if section.heading else []
        blocks.append([*heading, *_indented(section.items, "  ")])
    return "\n\n".join("\n".join(lines) for lines in blocks).translate(ISOLATES) + "\n"


def _indented(items: tuple[Item, ...], indent: str) -> Iterator[str]:
    for item in items:
        sign = (
            f"{SIGNS[item.mark]} " if item.mark in SIGNS else "- " if item.mark == "listed" else ""
        )
        yield from wrap(item.text, f"{indent}{sign}")
        yield from _indented(item.items, f"{indent}    ")
