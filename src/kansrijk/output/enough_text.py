"""What is enough for an outcome, as text: the facts that fix it, by their labels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from kansrijk.exploring.enough import Enough
from kansrijk.output.decision_text import decision_about
from kansrijk.output.layout import bulleted, escaped, in_a_row, section, wrap
from kansrijk.output.whatif_text import page, possible, title
from kansrijk.output.words import Words
from kansrijk.screening.screen import Decision

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


class Part(NamedTuple):
    """A sentence, or one of a list."""

    text: str
    listed: bool = False


Sections = tuple[tuple[str, tuple[Part, ...]], ...]
"""The key of each heading with what stands under it."""


def of_the_class(result: Assessment) -> tuple[Decision, ...]:
    """What was decided that the class rests on: the class itself, or else criteria."""
    own = result.classification.override
    if own is not None:
        return (own,)
    decisions = result.screening.overrides
    return tuple(one for one in decisions if one.key.startswith("criterion:"))


def _parts(result: Assessment, found: Enough | None, words: Words) -> Iterator[Part]:
    """What fixes an outcome; None stands for one that is open."""
    decisions = of_the_class(result)
    if result.classification.override is not None:
        yield Part(words.say("enough_decided"))
    else:
        yield from _sets(found, words)
        if decisions:
            yield Part(words.say("enough_with"))
    for one in decisions:
        yield Part(decision_about(one, result.screening, words), listed=True)


def _sets(found: Enough | None, words: Words) -> Iterator[Part]:
    if found is None:
        yield Part(words.say("enough_open"))
    elif not found.sets:
        yield Part(words.say("enough_none"))
    elif found.sets == ((),):
        yield Part(words.say("enough_always"))
    else:
        yield Part(words.say("enough_intro"))
        for facts in found.sets:
            labels = [words.label(id) for id in facts]
            yield Part(in_a_row(labels, words.say("and")), listed=True)
        yield Part(words.say("enough_complete" if found.whole else "enough_partly"))


def enough_page(
    result: Assessment, found: Enough | None, lang: str, *, markdown: bool = False
) -> str:
    """The class and what fixes it, as a page of its own."""
    words = Words(result.pack, lang)
    sections: Sections = (
        ("head_class", (Part(possible(result.classification, words)),)),
        ("head_enough", tuple(_parts(result, found, words))),
    )
    if markdown:
        return _markdown(title(result, words), sections, words)
    return page(result, words, *(section(words, head, _plain(parts)) for head, parts in sections))


def _plain(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        yield from wrap(part.text, "  - " if part.listed else "  ")


def _markdown(title: str, sections: Sections, words: Words) -> str:
    """Lists and sentences each a block of their own; what reads it breaks the lines."""
    blocks = [f"# {escaped(title)}"]
    for head, parts in sections:
        blocks.append(f"## {words.say(head)}")
        for listed, together in groupby(parts, key=lambda part: part.listed):
            texts = (escaped(part.text) for part in together)
            blocks.append(("\n" if listed else "\n\n").join(bulleted(texts) if listed else texts))
    return "\n\n".join(blocks) + "\n"
