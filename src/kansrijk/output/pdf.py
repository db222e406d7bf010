"""A page as a PDF for paper and screen readers, by typst: PDF/UA-1, with its own fonts."""

from __future__ import annotations

import json
import re
import warnings
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree

from kansrijk.output.direction import Told, told
from kansrijk.output.formats import MissingGlyphs
from kansrijk.output.her_phrases import HER_PHRASES
from kansrijk.output.html import SAID, template_text
from kansrijk.output.page import DIRECTIONS, Item, Page, Section
from kansrijk.output.phrases import PHRASES

if TYPE_CHECKING:
    from typst import Fonts

SHIPPED: Final = Path(__file__).parent
TEMPLATE: Final = str(SHIPPED / "templates" / "page.typ")
SVG: Final = "http://www.w3.org/2000/svg"
ACCENT: Final = "#0b5c6b"
LETTERS: Final = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic")
SIGNS: Final = ("Noto Sans Math", "Noto Sans Symbols2")
SPOKEN: Final = {**SAID, "urgent": "head_urgent"}
"""What the signs say to who listens."""
WRITTEN: Final = ("listed", "good")
"""Marks that are a sign of the text itself: a dash, a plus."""
SHOWN_INSTEAD: Final = "\ufffd"
"""For a sign that none of the fonts has: seen as missing, and never left out."""


def pdf(page: Page) -> bytes:
    """The page; the same bytes for the same page, on every machine. Warns of `MissingGlyphs`."""
    given = plain(page)
    if SHOWN_INSTEAD in given:
        warnings.warn(MissingGlyphs(), stacklevel=2)
    return typeset(given, fonts())


def typeset(given: str, fonts: Fonts) -> bytes:
    """The template with what it is told."""
    import typst

    return typst.compile(
        TEMPLATE,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"page": given},
        pdf_standards=["ua-1"],
    )


def plain(page: Page) -> str:
    """All that the template is told, as JSON."""
    rtl = DIRECTIONS.get(page.lang) == "rtl"
    given = {
        "lang": page.lang,
        "rtl": rtl,
        "hers": page.hers,
        "fonts": [*(reversed(LETTERS) if rtl else LETTERS), *SIGNS],
        "signs": {mark: {"svg": svg, "said": _said(mark, page.lang)} for mark, svg in _signs()},
        "title": _told(page.title, rtl),
        "notes": [_told(note, rtl) for note in page.notes],
        "sections": [_section(section, rtl) for section in page.sections],
    }
    return json.dumps(given, ensure_ascii=False)


def _told(text: str, rtl: bool) -> Told:
    return told(_lacking().sub(SHOWN_INSTEAD, " ".join(text.split())), rtl=rtl)


def _section(section: Section, rtl: bool) -> dict[str, Any]:
    return {
        "heading": _told(section.heading, rtl) if section.heading else None,
        "own_page": section.own_page,
        "figure": _figure(section.figure) if section.figure else None,
        "items": [_item(item, rtl) for item in section.items],
    }


def _item(item: Item, rtl: bool) -> dict[str, Any]:
    within = [_item(one, rtl) for one in item.items]
    return {"text": _told(item.text, rtl), "mark": item.mark, "items": within}


def _figure(svg: str) -> dict[str, str]:
    return {"svg": svg, "said": ElementTree.fromstring(svg).attrib["aria-label"]}


def _said(mark: str, lang: str) -> str:
    """What a sign says to who listens."""
    phrases = PHRASES[SPOKEN[mark]] if mark in SPOKEN else HER_PHRASES[f"sign_{mark}"]
    return phrases.get(lang) or phrases["en"]


@lru_cache(maxsize=1)
def _signs() -> tuple[tuple[str, str], ...]:
    """Each sign as a drawing by itself."""
    drawn = map(_sign, ElementTree.fromstring(template_text("signs.svg")))
    return tuple((mark, svg) for mark, svg in drawn if mark not in WRITTEN)


def _sign(symbol: ElementTree.Element) -> tuple[str, str]:
    mark = symbol.attrib.pop("id").removeprefix("sign-")
    symbol.tag = "svg"
    symbol.set("xmlns", SVG)
    drawn = ElementTree.tostring(symbol, encoding="unicode")
    return mark, drawn.replace("currentColor", ACCENT)


@lru_cache(maxsize=1)
def fonts() -> Fonts:
    from typst import Fonts

    return Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(SHIPPED / "fonts")],
    )


@lru_cache(maxsize=1)
def _lacking() -> re.Pattern[str]:
    """What matches a sign that is in none of the fonts."""
    spans = (SHIPPED / "fonts" / "covered.txt").read_text("ascii").split()
    ends = ([chr(int(code, 16)) for code in span.split("-")] for span in spans)
    covered = "".join("-".join(re.escape(end) for end in span) for span in ends)
    return re.compile(f"[^{covered}]")
