"""The layout of text: headings, wrapped lines, lists in a sentence."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from kansrijk.output.words import Words

WIDTH = 80
"""As wide as a terminal is when nobody has made it wider."""
_WIDTH = ContextVar("width", default=WIDTH)


@contextmanager
def unbroken() -> Iterator[None]:
    """Within this no line is broken: each is whole, for a page that breaks its lines itself."""
    before = _WIDTH.set(1 << 30)
    try:
        yield
    finally:
        _WIDTH.reset(before)


def section(words: Words, head: str, lines: Iterable[str]) -> list[str]:
    """A heading with its lines; nothing where there are none."""
    listed = list(lines)
    return [words.say(head).upper(), *listed] if listed else []


def capitals(text: str, lang: str) -> str:
    """A heading in capitals; in Turkish an i keeps its dot, and one without has none."""
    return (text.replace("i", "İ") if lang == "tr" else text).upper()


class _Wrapper(textwrap.TextWrapper):
    """Breaks no line at a sign that French sets apart, such as `:` or `»`."""

    wordsep_simple_re = re.compile(r"((?<!«)[\t\n\v\f\r ]+(?![:;?!»](?:\s|$)))")


def wrap(text: str, first: str = "  ", rest: str | None = None) -> list[str]:
    return broken(text, _WIDTH.get(), first, " " * len(first) if rest is None else rest)


def broken(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The lines of a text in a column that is so wide."""
    wrapper = _Wrapper(width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
    return wrapper.wrap(text)


def escaped(text: str) -> str:
    """Text on one line in which no sign means anything to Markdown."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", " ".join(text.split()))


def bulleted(texts: Iterable[str]) -> Iterator[str]:
    """The items of a list in Markdown."""
    return (f"- {text}" for text in texts)


def in_a_row(items: list[str], last: str) -> str:
    """`a, b or c`."""
    return f" {last} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
