"""What the tests of a pack do not reach, in words, each with its place; and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kansrijk.output.words import Words
from kansrijk.pack.numbers import said
from kansrijk.pack.pack import Pack
from kansrijk.pack.parse import COMPARATORS
from kansrijk.reading.validation import value_at
from kansrijk.workbench.coverage import Coverage, Reached
from kansrijk.workbench.points import SIDES, Level, Point

STEPS = {"below": -1, "at": 0, "above": 1}
PLACES = 6
"""Decimals of how near a number came: enough to tell it from being there."""


def render(found: Coverage, words: Words) -> str:
    """A line for each point that is not reached on every level, by place; and the total."""
    lines = [words.say("head_not_reached").upper()] if found.lacking else []
    by_place = sorted(found.lacking, key=lambda one: one.point.place(words.pack))
    lines += [f"  {line(one, words)}" for one in by_place]
    return "".join(f"{line}\n" for line in [*lines, total(found, words)])


def total(found: Coverage, words: Words) -> str:
    phrase = "cover_some" if found.lacking else "cover_all"
    return words.say(phrase, done=found.done, wanted=found.wanted)


def line(one: Reached, words: Words) -> str:
    place = one.point.place(words.pack)
    what = what_of(one.point, words.pack)
    return words.say(
        "cover_point", place=f"{place.file}:{place.line}", what=what, lacking=lacking(one, words)
    )


def what_of(point: Point, pack: Pack) -> str:
    """The rule by its key, and the part of its condition by how it is written."""
    if point.kind not in ("test", "border", "period"):
        return f"`{point.key}`"
    *_, before, last = point.path
    written = value_at(pack.files, point.path)
    if point.kind == "period":
        return f"`{point.key}`, `{written['from']}`"
    return f"`{point.key}`, `{_part(before, last, written)}`"


def _part(before: str | int, last: str | int, written: Any) -> str:
    """A part of a condition by the words that tell it from those beside it."""
    word = before if isinstance(last, int) else last
    if isinstance(written, str):
        return written if word == "for" else f"{word} {written}"
    return f"{before} {last}" if last in COMPARATORS else str(last)


def lacking(one: Reached, words: Words) -> str:
    """What no test reached, and of a figure how near one came."""
    told = ", ".join(_never(one, level, words) for level in one.lacking)
    nearest = ", ".join(_nearest(one, words))
    return words.say("cover_nearest", lacking=told, nearest=nearest) if nearest else told


def _never(one: Reached, level: Level, words: Words) -> str:
    point = one.point
    if point.kind != "border":
        return words.say(f"cover_{point.kind if level == 'reached' else level}")
    if len(one.figures) != 1:
        of_any = words.say("cover_the_figure")
        return words.say(f"cover_one_{level}" if point.whole else f"cover_{level}", n=of_any)
    (figure,) = one.figures
    if point.whole:
        return words.say("cover_whole", n=words.number(figure + STEPS[level], PLACES))
    return words.say(f"cover_{level}", n=words.number(figure, PLACES))


def _nearest(one: Reached, words: Words) -> Iterator[str]:
    for level in SIDES:
        if level in one.nearest:
            n = words.number(one.nearest[level], PLACES)
            yield words.say(f"cover_nearest_{level}", n=n)


def data(found: Coverage, pack: Pack) -> dict[str, Any]:
    """Every point with what is wanted of it and what is lacking."""
    return {
        "reached": found.done,
        "wanted": found.wanted,
        "points": [
            {
                "rule": one.point.key,
                "kind": one.point.kind,
                "place": str(one.point.place(pack)),
                "wanted": list(one.point.wanted),
                "lacking": list(one.lacking),
                **({"nearest": _distances(one)} if one.point.kind == "border" else {}),
            }
            for one in found.reached
        ],
    }


def _distances(one: Reached) -> dict[str, str]:
    return {level: said(one.nearest[level]) for level in SIDES if level in one.nearest}
