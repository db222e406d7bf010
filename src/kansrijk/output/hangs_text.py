"""Margins, and what an outcome hangs on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kansrijk.exploring.margins import Margin
from kansrijk.exploring.readings import class_readings
from kansrijk.output.layout import wrap
from kansrijk.output.words import FEWEST_PLACES, Words
from kansrijk.pack.numbers import exact

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment


def margin_line(margin: Margin, words: Words) -> str:
    """How far a fact lies from which line, and whether that is within the measuring error."""
    just = margin.distance and not round(margin.distance, FEWEST_PLACES)
    side = f"just_{margin.side}" if just else margin.side
    told = words.value(margin.fact, exact(margin.distance))
    text = words.say(f"margin_{side}", fact=words.label(margin.fact), distance=told)
    if margin.line:
        text = words.say("margin_of", margin=text, line=words.label(margin.line))
    return words.say("margin_close", margin=text) if margin.could_turn else text


def hangs_lines(result: Assessment, words: Words) -> list[str]:
    """A line for each reading that gives another class; nothing where the pack has none."""
    if not class_readings(result.pack):
        return []
    found, grade = result.hangs_on, result.classification
    if grade.override:
        return wrap(words.say("hangs_decided"))
    # Open to open is no difference of class, though other classes may be possible.
    open_ = "" if grade.level else "_open"
    if found.robust:
        return wrap(words.say(f"hangs_robust{open_}"))
    lines = wrap(words.say(f"hangs_intro{open_}"))
    for hang in found.assumptions:
        reading, level = words.reading(hang.id, hang.reading), words.class_label(hang.level)
        lines += wrap(words.say("hangs_line", reading=reading, level=level), "  - ")
    return lines if grade.level else lines + wrap(words.say("hangs_rest_open"))
