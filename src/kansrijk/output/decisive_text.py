"""Which assumptions decide most outcomes, as text and as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kansrijk.exploring.decisive import Decides, ReadingDecides
from kansrijk.output.layout import wrap
from kansrijk.output.words import Words


def render(found: Sequence[Decides], words: Words, cases: int) -> str:
    """A line for each assumption, and under it one for each reading that changes an outcome."""
    lines = [words.say("decisive_title", cases=cases)]
    for one in found:
        if one.cases:
            label = words.label(one.id.removeprefix("norm:"))
            lines += ["", *wrap(f"{one.cases:>4}  {label}", "", "      ")]
            for reading in one.readings:
                lines += _reading(one.id, reading, words)
    rest = [words.label(one.id.removeprefix("norm:")) for one in found if not one.cases]
    if rest:
        lines += ["", *wrap(words.say("decisive_none", labels="; ".join(rest)), "")]
    return "\n".join(lines) + "\n"


def _reading(of: str, reading: ReadingDecides, words: Words) -> list[str]:
    if not reading.changes:
        return []
    changes = "; ".join(
        words.many(
            "decisive_change",
            change.cases,
            cases=change.cases,
            before=words.class_label(change.before),
            after=words.class_label(change.after),
        )
        for change in reading.changes
    )
    line = words.say("decisive_line", reading=words.reading(of, reading.id), changes=changes)
    return wrap(line, "      - ")


def data(found: Sequence[Decides], words: Words, cases: int, on: date) -> dict[str, Any]:
    pack = words.pack
    return {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "date": on.isoformat(),
        "cases": cases,
        "assumptions": [
            {
                "id": one.id,
                "label": words.label(one.id.removeprefix("norm:")),
                "changes": one.cases,
                "readings": [_reading_data(one.id, reading, words) for reading in one.readings],
            }
            for one in found
        ],
    }


def _reading_data(of: str, reading: ReadingDecides, words: Words) -> dict[str, Any]:
    return {
        "reading": reading.id,
        "label": words.reading(of, reading.id),
        "changes": reading.cases,
        "to": [
            {"from": change.before, "class": change.after, "cases": change.cases}
            for change in reading.changes
        ],
    }
