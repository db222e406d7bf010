"""A card for each rule that finds something: criteria, signals, strengths, classes, intake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kansrijk.case.norms import norms_on
from kansrijk.pack.condition import Condition
from kansrijk.pack.model import Class
from kansrijk.pack.pack import norms_in
from kansrijk.pack.parts import Based
from kansrijk.workbench.documents.looks import all_rules, looked_at_by, looks
from kansrijk.workbench.documents.making import Making
from kansrijk.workbench.documents.parts import Card, Entry, Line, Said, plain
from kansrijk.workbench.points import Level

LEVELS: Sequence[Level] = ("true", "false", "unknown")
SHOWN = 3
"""So many tests of a rule are named."""


def criteria(make: Making) -> Iterator[Card]:
    parts = make.parts
    for id, model in parts.criteria.items():
        domain = make.words.text(parts.pack.domains[model.domain])
        texts = make.texts("no_action", _text(make, model.no_action))
        kind = make.words.pair(make.say("criterion"), domain)
        yield rule_card(make, f"criterion:{id}", model, kind, entries=texts)


def signals(make: Making) -> Iterator[Card]:
    for id, model in make.parts.signals.items():
        entries = [
            *make.texts("route", make.words.text(model.route)),
            *make.texts("no_action", _text(make, model.no_action)),
            *at_home(make, model.home),
        ]
        urgency = make.words.say(f"urgency_{model.urgency}")
        kind = make.words.pair(make.say("signal"), urgency)
        yield rule_card(make, f"signal:{id}", model, kind, entries=entries)


def strengths(make: Making) -> Iterator[Card]:
    for id, model in make.parts.strengths.items():
        yield rule_card(make, f"strength:{id}", model, make.say("strength"))


def classes(make: Making) -> Iterator[Card]:
    """Each class by what it asks; the lowest is what is left."""
    for id, model in make.parts.classes.classes.items():
        texts = [plain(_text(make, model.description))] if model.description else []
        if model.when is None:
            texts.append(plain(make.say("class_left")))
        entries = make.texts("may_fall", make.say("may_fall_said")) if model.may_fall else ()
        yield rule_card(make, f"class:{id}", model, make.say("class"), texts, entries)


def intake(make: Making) -> Iterator[Card]:
    for model in make.parts.classes.intake:
        entries = make.texts("within", within_days(make, make.number(model.within_days)))
        yield rule_card(make, f"intake:{model.id}", model, make.say("intake"), entries=entries)


def within_days(make: Making, days: int | None) -> str:
    if days is None:
        return make.say("norm_unknown")
    return make.say("same_day") if days == 0 else make.words.many("docs_days", days, n=days)


def plausibility(make: Making) -> Iterator[Card]:
    for id, model in make.parts.plausibility.items():
        kind = make.say(model.kind)
        yield rule_card(make, f"plausibility:{id}", model, kind)


def rule_card(
    make: Making,
    key: str,
    model: Based | Class,
    kind: str,
    texts: Iterable[Line] = (),
    entries: Iterable[Entry] = (),
) -> Card:
    """The card of a rule: what it asks, what that looks at and leads to, what it rests on."""
    when = condition_of(make, key)
    return Card(
        key,
        kind,
        make.named(key).text,
        model.basis,
        make.words.say(f"rests_on_{model.basis}") if model.basis else "",
        tuple(texts),
        None if when is None else make.sentences.clause(when),
        (
            *entries,
            *looked_at(make, key),
            *norms_of(make, when),
            *leads_to(make, key),
            *readings(make, key, model),
            *make.entry("sources", *((make.named(f"source:{id}"),) for id in model.source)),
            *make.texts("since", since(make)),
            *tests(make, key),
        ),
        place=place(make, key),
    )


def condition_of(make: Making, key: str) -> Condition | None:
    """The condition of a rule; None where it has none of its own."""
    return next((rule.when for rule in all_rules(make.pack) if rule.key == key), None)


def looked_at(make: Making, key: str) -> Iterator[Entry]:
    yield from make.listed("looks_at", looks(make.pack).get(key, ()))


def norms_of(make: Making, when: Condition | None) -> Iterator[Entry]:
    """The norms that a condition names, each with what it is on the day."""
    named = dict.fromkeys(norms_in(when)) if when is not None else ()
    yield from make.entry("norms", *(norm_line(make, id) for id in named))


def norm_line(make: Making, id: str) -> Line:
    """A norm with what it is on the day, and since when where it has dates."""
    line = (make.named(f"norm:{id}"), Said(make.words.pair("", "")), *make.today(id))
    found = norms_on(make.pack, make.found.on).get(id)
    if found is None or found.from_ is None:
        return line
    since = make.say("since_day", day=make.words.date(found.from_))
    return (*line, Said(f" ({since})"))


def leads_to(make: Making, key: str) -> Iterator[Entry]:
    """What looks at a rule: what it counts for, and what follows from it."""
    by = looked_at_by(make.pack).get(key, ())
    yield from make.listed("counts_for", (one for one in by if _kind(one) in COUNTS))
    yield from make.listed("leads_to", (one for one in by if _kind(one) not in COUNTS))


COUNTS = ("criterion", "signal", "class")


def readings(make: Making, key: str, model: Any) -> Iterator[Entry]:
    """That there are other readings, and where they stand."""
    if others := getattr(model, "alternatives", ()):
        said = make.words.many("docs_readings", len(others), n=len(others))
        yield from make.entry("other_readings", plain(said, f"assumption:{key}"))


def since(make: Making) -> str:
    """From when a rule holds: as long as its pack does."""
    words, header = make.words, make.parts.pack
    days = {"from_": words.date(header.in_force.from_), "version": header.version}
    until = header.in_force.until
    if until is None:
        return make.say("in_force", **days)
    return make.say("in_force_until", until=words.date(until), **days)


def tests(make: Making, key: str) -> Iterator[Entry]:
    """How many tests of the pack give a rule each truth, with the names of a few."""
    reached = make.found.reached.get(key)
    if reached is None:
        return
    if not make.found.tests:
        yield from make.texts("tests", make.say("tests_none"))
        return
    counts = [make.say(f"tests_{one}", n=len(reached.get(one, ()))) for one in LEVELS]
    shown = dict.fromkeys(titles[0] for one in LEVELS if (titles := reached.get(one)))
    named = [make.words.say("named", label=title) for title in [*shown][:SHOWN]]
    examples = make.say("tests_such_as", names=make.words.apart(named)) if named else ""
    yield from make.texts("tests", ", ".join(counts), examples)


def at_home(make: Making, home: bool) -> Iterator[Entry]:
    if not home:
        yield from make.texts("at_home", make.say("not_at_home"))


def place(make: Making, key: str) -> str:
    found = make.pack.place(key)
    return f"{found.file}:{found.line}" if found.line else found.file


def _kind(key: str) -> str:
    return key.partition(":")[0]


def _text(make: Making, text: Any) -> str:
    return make.words.text(text) if text else ""
