"""What changes by itself, as text: when, why, and what is different then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from kansrijk.exploring.ahead import Change, Why
from kansrijk.output.layout import in_a_row, section, wrap
from kansrijk.output.text import truth_word
from kansrijk.output.whatif_text import page
from kansrijk.output.words import Words

if TYPE_CHECKING:
    from kansrijk.assessment import Assessment

SHOWN = 3
"""How many actions are named that a change adds or takes away."""


def ahead_lines(changes: Iterable[Change], words: Words, on: date) -> list[str]:
    """The section on what changes by itself; nothing where nothing does."""
    lines = (line for change in changes for line in _lines(change, words, on))
    return section(words, "head_ahead", lines)


def _lines(change: Change, words: Words, on: date) -> Iterator[str]:
    """A change, with below it what there is to do then and what no longer: a few by name."""
    yield from wrap(sentence(change, words, on), "  - ")
    for phrase, ids in zip(("ahead_added", "ahead_removed"), change.what.actions, strict=True):
        if ids:
            yield from wrap(words.say(phrase), "    ")
        for id in ids[:SHOWN]:
            yield from wrap(words.label(f"action:{id}"), "      - ")
        if len(ids) > SHOWN:
            yield from wrap(words.say("ahead_more", n=len(ids) - SHOWN), "      - ")


def sentence(change: Change, words: Words, on: date) -> str:
    """One change: when it comes, what brings it about, and what is different then."""
    phrase = "ahead_on" if change.from_ == change.until else "ahead_by"
    if change.until is None:
        phrase = "ahead_some_day"
    elif change.until <= on:
        phrase = "ahead_by_now"
    reasons = [_reason(one, words) for one in change.why] or [words.say("ahead_day")]
    return words.say(
        phrase,
        from_=change.from_ and words.date(change.from_),
        date=change.until and words.date(change.until),
        why=in_a_row(reasons, words.say("and")),
        what=" ".join(_what(change, words)),
    ).strip()


def _reason(why: Why, words: Words) -> str:
    if why.reason.startswith("event"):
        label = words.say(f"event_{why.id}")
    else:
        label = words.label(f"phase:{why.id}" if why.reason.startswith("phase") else why.id)
    return words.say(f"ahead_{why.reason}", label=label, age=why.age)


def _what(change: Change, words: Words) -> Iterator[str]:
    found = change.what
    if found.classification:
        ids = found.classification[1].possible
        yield words.say(
            "ahead_class",
            classes=in_a_row([words.class_label(id) for id in ids], words.say("or")),
        )
    for kind, turned in (("criterion", found.criteria), ("signal", found.signals)):
        for one in turned:
            label, truth = words.label(f"{kind}:{one.id}"), truth_word(one.after, words)
            yield words.say("ahead_turned", label=label, truth=truth)
    if found.intake:
        before, after = (intake.offered for intake in found.intake)
        other = "yes" if after else "no"
        yield words.say(f"ahead_intake_{'other' if before is after else other}")


def ahead_page(result: Assessment, changes: list[Change], lang: str) -> str:
    """All that changes by itself, as a page of its own."""
    words = Words(result.pack, lang)
    lines = ahead_lines(changes, words, result.date) or section(
        words, "head_ahead", wrap(words.say("ahead_none"))
    )
    return page(result, words, lines)
