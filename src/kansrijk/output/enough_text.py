"""What is enough for an outcome, as text: the facts that fix it, by their labels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kansrijk.exploring.enough import Enough
from kansrijk.output.layout import in_a_row, section, wrap
from kansrijk.output.whatif_text import page, possible, title
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


def enough_page(
    result: Assessment, found: Enough | None, lang: str, *, markdown: bool = False
) -> str:
    """The class and what fixes it, as a page of its own."""
    words = Words(result.pack, lang)
    grade = section(words, "head_class", wrap(possible(result.classification, words)))
    sections = grade, enough_lines(found, words)
    return (
        _markdown(title(result, words), *sections) if markdown else page(result, words, *sections)
    )


def _markdown(title: str, *sections: list[str]) -> str:
    """The same lines under headings of Markdown, without the indent that would make them code."""
    parts = [f"# {title}"]
    for head, *lines in sections:
        parts += [f"## {head.capitalize()}", "\n".join(line.removeprefix("  ") for line in lines)]
    return "\n\n".join(parts) + "\n"
