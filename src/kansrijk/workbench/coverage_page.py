"""What the tests of a pack reach as a page: the text of its files, each line marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kansrijk.output.html import of_rules
from kansrijk.output.words import Words
from kansrijk.reading import text_of
from kansrijk.workbench.coverage import Coverage, Reached
from kansrijk.workbench.coverage_text import lacking, total, what_of

LINE_END = re.compile("\r\n|\r|\n")
SIGNS = {"whole": "✓", "part": "◐", "none": "✗"}


class State(NamedTuple):
    """How far a line is reached, with a sign and words beside its colour."""

    id: str
    sign: str
    said: str


class Line(NamedTuple):
    number: int
    text: str
    state: State | None
    notes: tuple[str, ...]


class File(NamedTuple):
    name: str
    total: str
    lines: tuple[Line, ...]


class CoveragePage(NamedTuple):
    lang: str
    title: str
    total: str
    states: tuple[State, ...]
    files: tuple[File, ...]
    files_said: str
    heads: tuple[str, ...]


def render(found: Coverage, words: Words) -> str:
    """The page as one HTML file; raises InputError where a file is not there any more."""
    return of_rules(page_of(found, words))


def page_of(found: Coverage, words: Words) -> CoveragePage:
    pack = words.pack
    states = {id: State(id, sign, words.say(f"cover_{id}_line")) for id, sign in SIGNS.items()}
    by_file: dict[str, list[Reached]] = {}
    for one in found.reached:
        by_file.setdefault(one.point.place(pack).file, []).append(one)
    return CoveragePage(
        words.lang,
        words.say("cover_title", pack=f"{pack.id} {pack.version}"),
        total(found, words),
        tuple(states.values()),
        tuple(_file(name, those, states, words) for name, those in sorted(by_file.items())),
        words.say("cover_files"),
        tuple(words.say("cover_heads").split("|")),
    )


def _file(name: str, those: Sequence[Reached], states: Mapping[str, State], words: Words) -> File:
    """A file of the pack, named as from the folder that the pack lies in."""
    shown = words.pack.files.place_within(those[0].point.path).file
    its = Coverage(tuple(those))
    said = words.say("cover_of", done=its.done, wanted=its.wanted)
    return File(shown, said, tuple(_lines(text_of(name), those, states, words)))


def _lines(
    text: str, those: Iterable[Reached], states: Mapping[str, State], words: Words
) -> Iterator[Line]:
    by_line: dict[int, list[Reached]] = {}
    for one in those:
        by_line.setdefault(one.point.place(words.pack).line or 1, []).append(one)
    for number, line in enumerate(LINE_END.split(text.removeprefix("\ufeff")), start=1):
        here = by_line.get(number, [])
        notes = tuple(_note(one, words) for one in here if one.lacking)
        yield Line(number, line, states[_state(here)] if here else None, notes)


def _note(one: Reached, words: Words) -> str:
    return words.say("cover_note", what=what_of(one.point, words.pack), lacking=lacking(one, words))


def _state(those: Sequence[Reached]) -> str:
    if not any(one.lacking for one in those):
        return "whole"
    return "part" if any(one.done for one in those) else "none"
