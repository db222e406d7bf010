"""A page as one HTML file: no script, nothing from outside, all text escaped."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kansrijk.output.page import DIRECTIONS, Page
from kansrijk.output.phrases import PHRASES

if TYPE_CHECKING:
    from jinja2 import Template

DRAWN = ("yes", "no", "unknown", "urgent", "good", "visit", "two", "handover")
SAID = {"yes": "truth_true", "no": "truth_false", "unknown": "truth_unknown"}
"""Signs of which the meaning stands in no text beside them: a screen reader reads it."""


def html(page: Page) -> str:
    """The page; the same bytes for the same page."""
    return filled(page, page.lang)


def filled(page: object, lang: str) -> str:
    """The template with a page, or with the same as plain data."""
    said = {mark: PHRASES[phrase].get(lang, "") for mark, phrase in SAID.items()}
    return _template("page.html.j2").render(
        page=page, direction=DIRECTIONS.get(lang, "ltr"), drawn=DRAWN, said=said
    )


def of_rules(page: object) -> str:
    """What the tests of a pack reach, beside the text of its files."""
    return _template("coverage.html.j2").render(page=page)


def of_programme(page: object) -> str:
    """A whole programme, in each of its languages."""
    return _template("programme.html.j2").render(page=page)


@lru_cache(maxsize=3)
def _template(name: str) -> Template:
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    # Our own files: the only text that is not escaped.
    environment.filters["drawn"] = Markup
    environment.filters["ours"] = lambda file: Markup(template_text(file))
    return environment.from_string(template_text(name))


def template_text(name: str) -> str:
    """A file that this folder ships."""
    return (files("kansrijk.output") / "templates" / name).read_text(encoding="utf-8")
