"""Which assumptions decide most outcomes, as text and as plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from kansrijk.exploring.decisive import Decides, ReadingDecides
from kansrijk.exploring.hangs_on import HangsOn
from kansrijk.output.layout import wrap
from kansrijk.output.words import Words


class Over(NamedTuple):
    """Over what it was counted: cases, those that are open, those that stay so under every
    reading, and files that were no case."""

    cases: int
    open: int
    stay_open: int
    skipped: int


def over(outcomes: Sequence[tuple[str | None, HangsOn]], skipped: int) -> Over:
    open_ = [hangs_on for level, hangs_on in outcomes if level is None]
    return Over(len(outcomes), len(open_), sum(one.robust for one in open_), skipped)


def render(found: Sequence[Decides], words: Words, over: Over) -> str:
    """A line for each assumption, and under it one for each reading that changes an outcome."""
    said = ["decisive_skipped"] if over.skipped else []
    said += ["decisive_open"] if over.open else []
    counted = [words.many("decisive_cases", over.cases, **over._asdict())]
    counted += [words.say(phrase, **over._asdict()) for phrase in said]
    if any(one.cases for one in found):
        counted.append(words.say("decisive_title"))
    lines = wrap(" ".join(counted), "")
    for one in found:
        if one.cases:
            label = words.label(one.id.removeprefix("norm:"))
            lines += ["", *wrap(f"{one.cases:>4}  {label}", "", "      ")]
            for reading in one.readings:
                lines += _reading(one.id, reading, words)
    rest = [words.label(one.id.removeprefix("norm:")) for one in found if not one.cases]
    none = "decisive_none_open" if over.open else "decisive_none"
    if rest:
        lines += ["", *wrap(words.say(none, labels=words.apart(rest)), "")]
    return "\n".join(lines) + "\n"


def _reading(of: str, reading: ReadingDecides, words: Words) -> list[str]:
    if not reading.changes:
        return []
    changes = words.apart(
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


def data(found: Sequence[Decides], words: Words, over: Over, on: date) -> dict[str, Any]:
    pack = words.pack
    return {
        "pack": {"id": pack.id, "version": pack.version, "hash": pack.hash},
        "date": on.isoformat(),
        **over._asdict(),
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
