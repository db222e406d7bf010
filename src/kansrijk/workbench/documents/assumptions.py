"""What the owner has to confirm: each assumption, its other readings, how much hangs on each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kansrijk.exploring.decisive import ReadingDecides
from kansrijk.pack.parts import Basis
from kansrijk.workbench.documents.making import Making
from kansrijk.workbench.documents.parts import Block, Card, Entry, Line, Said, Table, Text, plain
from kansrijk.workbench.documents.rule_cards import condition_of


def assumptions(make: Making) -> Iterator[Block]:
    """Those that decide most first; then those without another reading, in a table."""
    over, counted = make.found.over, "of_cases" if make.found.of_cases else "of_tests"
    yield Text(plain(make.say("assumptions_lead")), "lead")
    if over.cases:
        yield Text(plain(make.words.many(f"docs_{counted}", over.cases, n=over.cases)))
    yield from _cards(make)
    others = [key for key, model in based(make) if _assumed(model) and not _readings(model)]
    others += ["schedule"] if (plan := make.parts.schedule) and _assumed(plan) else []
    others += ["steps"] if any(map(_assumed, make.parts.trajectory.steps)) else []
    if others:
        heads = (make.say("assumption"), make.say("kind"), make.say("sign_head"))
        rows = tuple(
            ((make.named(key),), plain(make.say(key.partition(":")[0])), plain(make.say("sign")))
            for key in others
        )
        yield Table(make.say("without_readings"), heads, rows)
    yield Text(plain(make.say("signed")), "signature")


def based(make: Making) -> Iterator[tuple[str, Any]]:
    """All that says what it rests on, by its key, in the order of the page."""
    parts = make.parts
    for kind, section in (
        ("norm", parts.norms),
        ("criterion", parts.criteria),
        ("signal", parts.signals),
        ("strength", parts.strengths),
        ("class", parts.classes.classes),
        ("intake", {reason.id: reason for reason in parts.classes.intake}),
        ("phase", parts.phases),
        ("action", parts.actions),
        ("offer", parts.offers),
        ("plausibility", parts.plausibility),
    ):
        yield from ((f"{kind}:{id}", model) for id, model in section.items())


def _assumed(model: Any) -> bool:
    """Whether it is an assumption, or a value of it is."""
    rows = getattr(model, "values", None) or ()
    return "assumption" in (model.basis, *(row.basis for row in rows))


def _readings(model: Any) -> tuple[Any, ...]:
    return getattr(model, "alternatives", ())


def _cards(make: Making) -> Iterator[Card]:
    listed = [(key, model) for key, model in based(make) if _readings(model)]
    # Stable, so that those that decide as much stay in the order of the pack.
    for key, model in sorted(listed, key=lambda one: -_changed(make, one[0])):
        basis: Basis = "assumption" if _assumed(model) else model.basis
        yield Card(
            f"assumption:{key}",
            make.say(key.partition(":")[0]),
            make.named(key).text,
            basis,
            make.words.say(f"rests_on_{basis}"),
            (_now(make, key),),
            None,
            tuple(_entries(make, key, model)),
            sign=True,
        )


def _changed(make: Making, key: str) -> int:
    """Of how many outcomes the class is another under some reading."""
    found = make.found.decides.get(key)
    return found.cases if found else 0


def _now(make: Making, key: str) -> Line:
    """What holds now, with where it stands."""
    kind, _, id = key.partition(":")
    when = condition_of(make, key)
    if kind == "norm":
        reads = make.today(id)
    else:
        reads = plain(make.say("class_left") if when is None else make.sentences.of(when))
    see = Said(make.say("to_the_card"), key)
    return (Said(make.words.pair(make.say("now"), "")), *reads, Said(" ("), see, Said(")"))


def _entries(make: Making, key: str, model: Any) -> Iterator[Entry]:
    yield from make.texts("other_readings", *(_reading(make, key, one) for one in _readings(model)))
    found = make.found.decides.get(key)
    if found is None:
        yield from make.texts("hangs", make.say("hangs_never"))
    elif not make.found.over.cases:
        yield from make.texts("hangs", make.say("hangs_uncounted"))
    else:
        n, cases = make.found.over.cases, found.cases
        head = make.say("hangs_cases", n=n, cases=cases)
        changes = (_changes(make, key, one) for one in found.readings if one.changes)
        yield from make.texts("hangs", head, *changes)
    yield from make.entry("sources", *((make.named(f"source:{id}"),) for id in model.source))


def _reading(make: Making, key: str, reading: Any) -> str:
    if not key.startswith("norm:"):
        return make.say("if", reading=make.words.text(reading.label))
    norm = make.parts.norms[key.removeprefix("norm:")]
    if isinstance(reading.value, dict):
        columns = (
            make.words.pair(make.column(norm, column), make.figure(value, norm.unit))
            for column, value in reading.value.items()
        )
        value = make.words.apart(columns)
    else:
        value = make.value(key.removeprefix("norm:"), reading.value)
    if not reading.label:
        return value
    return make.words.pair(make.say("if", reading=make.words.text(reading.label)), value)


def _changes(make: Making, key: str, reading: ReadingDecides) -> str:
    words = make.words
    changes = words.apart(
        words.many(
            "decisive_change",
            one.cases,
            cases=one.cases,
            before=words.class_label(one.before),
            after=words.class_label(one.after),
        )
        for one in reading.changes
    )
    return words.say("decisive_line", reading=words.reading(key, reading.id), changes=changes)
