"""What is enough for an outcome, as text: the facts that fix it, by their labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kansrijk.exploring.enough import Enough
from kansrijk.output.layout import in_a_row, section, wrap
from kansrijk.output.whatif_text import page, possible
from kansrijk.output.words import Words

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


def enough_lines(found: Enough | None, words: Words) -> list[str]:
    """The section on what fixes an outcome; None stands for an outcome that is open."""
    return section(words, "head_enough", _lines(found, words))


def _lines(found: Enough | None, words: Words) -> Iterator[str]:
    if found is None:
        yield from wrap(words.say("enough_open"))
    elif not found.sets:
        yield from wrap(words.say("enough_none"))
    elif found.sets == ((),):
        yield from wrap(words.say("enough_always"))
    else:
        yield from wrap(words.say("enough_intro"))
        for facts in found.sets:
            yield from wrap(in_a_row([words.label(id) for id in facts], words.say("and")), "  - ")
        if found.whole:
            yield from wrap(words.say("enough_complete"))
        else:
            yield from wrap(words.say("enough_partly"))


def enough_page(result: Assessment, found: Enough | None, lang: str) -> str:
    """The class and what fixes it, as a page of its own."""
    words = Words(result.pack, lang)
    grade = section(words, "head_class", wrap(possible(result.classification, words)))
    return page(result, words, grade, enough_lines(found, words))
