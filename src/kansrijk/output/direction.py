"""Text as the words of a line, where a line is written from right to left.

A PDF holds the signs of a line as they are seen. Each word by itself keeps the order in which they
are read, and sets each date and number apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TypedDict
from unicodedata import bidirectional

from kansrijk.output.her_page import APART, TOGETHER

_WHOLE = re.compile(f"{APART}[^{TOGETHER}]*{TOGETHER}")


class Piece(TypedDict):
    """Part of a word; `rtl`: from right to left."""

    text: str
    rtl: bool


class Told(TypedDict):
    """A text, and its words where it is written from right to left."""

    plain: str
    words: list[list[Piece]] | None


def told(text: str, *, rtl: bool) -> Told:
    """The text in its direction: its own if all of it was set apart, else that of the page."""
    plain = text.replace(APART, "").replace(TOGETHER, "")
    own = _first(plain, rtl) if _WHOLE.fullmatch(text) else rtl
    return {"plain": plain, "words": list(_words(plain)) if own else None}


def _first(text: str, otherwise: bool) -> bool:
    """Whether the first letter is one of a script from right to left."""
    return next((_rtl(sign) for sign in text if _rtl(sign) or _ltr(sign)), otherwise)


def _words(text: str) -> Iterator[list[Piece]]:
    """Each word; those from left to right that follow one another are as one."""
    for foreign, words in groupby(text.split(" "), _foreign):
        if foreign:
            yield _within(" ".join(words))
        else:
            yield from ([Piece(text=word, rtl=True)] for word in words)


def _within(text: str) -> list[Piece]:
    """What is from left to right, and the signs around it, which go with the line."""
    found = [n for n, sign in enumerate(text) if _ltr(sign) or bidirectional(sign) == "EN"]
    first, last = found[0], found[-1] + 1
    parts = ((text[:first], True), (text[first:last], False), (text[last:], True))
    return [Piece(text=part, rtl=rtl) for part, rtl in parts if part]


def _foreign(word: str) -> bool:
    return any(map(_ltr, word)) and not any(map(_rtl, word))


def _rtl(sign: str) -> bool:
    return bidirectional(sign) in ("R", "AL")


def _ltr(sign: str) -> bool:
    return bidirectional(sign) == "L"
