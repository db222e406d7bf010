"""A page as a PDF for paper and screen readers, by typst: PDF/UA-1, with its own fonts."""

from __future__ import annotations

from kansrijk.output.page import Page


def pdf(page: Page) -> bytes:
    """The page as a PDF; the same bytes for the same page."""
    raise NotImplementedError
