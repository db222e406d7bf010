"""A plan in every format: for who made it, for a role, or for her."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from kansrijk.output.page import Item, Page, page_of
from kansrijk.pack.care import MOTHER

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment
    from kansrijk.exploring.ahead import Change

FORMATS: Final = ("text", "markdown", "html", "pdf", "json", "ics")


class MissingGlyphs(UserWarning):
    """A page has signs that none of the fonts of the format has."""


def in_format(
    result: Assessment,
    format: str,
    lang: str,
    *,
    everything: bool = False,
    ahead: Iterable[Change] = (),
) -> str | bytes:
    """The plan; a PDF as bytes. Arguments as of the text. Warns of `MissingGlyphs`.

    Raises ModuleNotFoundError where the format takes a package that is not installed.
    """
    if format == "ics":
        return result.to_ics(lang)
    hers = result.reader == MOTHER
    if format == "text" and not hers:
        from kansrijk.output.text import render

        return render(result, lang, everything=everything, ahead=ahead)
    if format == "json" and not hers:
        return result.to_json(lang)
    return page_in(_page(result, lang, everything=everything, ahead=ahead), format)


def _page(result: Assessment, lang: str, *, everything: bool, ahead: Iterable[Change]) -> Page:
    if result.reader != MOTHER:
        return page_of(result, lang, everything=everything, ahead=ahead)
    from kansrijk.output.her_page import her_page

    return her_page(result, lang)


def page_in(page: Page, format: str) -> str | bytes:
    """A page as text, markdown, html, pdf or json; as `in_format`."""
    from kansrijk.output import markdown

    match format:
        case "text":
            return markdown.text(page)
        case "markdown":
            return markdown.markdown(page)
        case "html":
            from kansrijk.output.html import html

            return html(page)
        case "pdf":
            from kansrijk.output.pdf import pdf

            return pdf(page)
    from kansrijk.output.data import to_json

    return to_json(page_data(page))


def page_data(page: Page) -> dict[str, object]:
    """A page as plain data."""
    return {
        "lang": page.lang,
        "title": page.title,
        "notes": list(page.notes),
        "hers": page.hers,
        "sections": [
            {
                "heading": section.heading,
                "own_page": section.own_page,
                "items": [_item(item) for item in section.items],
            }
            for section in page.sections
        ],
    }


def _item(item: Item) -> dict[str, object]:
    return {"text": item.text, "mark": item.mark, "items": [_item(one) for one in item.items]}
