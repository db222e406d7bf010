"""A card for each fact, norm and source: what can be known, what it is held against, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from kansrijk.case.derive import derivations, norms_named
from kansrijk.output.words import FEWEST_PLACES
from kansrijk.pack.pack import norms_in
from kansrijk.pack.vocabulary import Dated, Fact, Norm
from kansrijk.workbench.documents.looks import all_rules, looked_at_by, looks
from kansrijk.workbench.documents.making import Making
from kansrijk.workbench.documents.parts import Card, Entry, Line, Table, plain
from kansrijk.workbench.documents.rule_cards import at_home, condition_of, place, readings


def facts(make: Making) -> Iterator[Card]:
    for id, model in make.parts.facts.items():
        question = make.words.text(model.question) if model.question else ""
        derived = model.derive is not None
        yield Card(
            f"fact:{id}",
            make.say("derived" if derived else "fact"),
            make.words.text(model.label),
            None,
            "",
            (plain(make.words.say("named", label=question)),) if question else (),
            None,
            tuple(_fact(make, id, model)),
            place=place(make, f"fact:{id}"),
        )


def _fact(make: Making, id: str, model: Fact) -> Iterator[Entry]:
    yield from make.texts("answer", *_answers(make, model))
    key, by = f"fact:{id}", looked_at_by(make.pack).get(f"fact:{id}", ())
    if model.derive is not None:
        yield from make.listed("made_of", looks(make.pack)[key])
    else:
        when = condition_of(make, key)
        said = make.sentences.of(when) if when is not None else ""
        yield from make.texts("ask_if", said)
    yield from make.entry("used_by", make.row(one for one in by if one != key))
    yield from make.entry("asked_by", make.row(f"role:{one}" for one in model.asked_by))
    yield from make.entry("seen_by", *_seen_by(make, model))
    yield from make.texts("sensitivity", make.say(f"sensitivity_{model.sensitivity}"))
    yield from at_home(make, model.home)
    if model.error is not None:
        yield from make.texts("error", make.figure(model.error, model.unit))
    if model.prevalence is not None:
        note = make.words.note(model.prevalence.note) if model.prevalence.note else ""
        yield from make.entry("prevalence", make.sources(model.prevalence.source), plain(note))


def _answers(make: Making, model: Fact) -> Iterator[str]:
    if model.values:
        yield from map(make.words.text, model.values.values())
    elif model.range is not None:
        low, high = (make.figure(end) for end in model.range)
        unit = make.words.unit(model.unit)
        yield make.say("between", low=low, high=high, unit=unit).strip()
    else:
        yield make.say(f"type_{model.type}")


def _seen_by(make: Making, model: Fact) -> Iterator[Line]:
    """The roles that may see it; whoever asks for it hears it."""
    if not model.seen_by:
        yield plain(make.say("seen_by_all"))
        return
    roles = (id for id in make.parts.roles if model.may_be_seen(id))
    yield make.row(f"role:{id}" for id in roles)


def norms(make: Making) -> Iterator[Card]:
    for id, model in make.parts.norms.items():
        yield Card(
            f"norm:{id}",
            make.say("norm"),
            make.words.text(model.label),
            model.basis,
            make.words.say(f"rests_on_{model.basis}"),
            tuple(_norm_texts(make, id, model)),
            None,
            (
                *make.entry("used_by", make.row(used_by(make, id))),
                *readings(make, f"norm:{id}", model),
                *make.entry("sources", *((make.named(f"source:{one}"),) for one in model.source)),
            ),
            tuple(_norm_tables(make, id, model)),
            place(make, f"norm:{id}"),
        )


def used_by(make: Making, id: str) -> list[str]:
    """The rules that name a norm, and the facts that are made with it."""
    rules = [rule.key for rule in all_rules(make.pack) if id in norms_in(rule.when)]
    made = derivations(make.pack).items()
    return [*rules, *(f"fact:{fact}" for fact, function in made if id in norms_named(function))]


def _norm_texts(make: Making, id: str, model: Norm) -> Iterator[Line]:
    if model.undated and not isinstance(model.value, dict):
        yield plain(make.value(id, model.value))
    if model.gap:
        yield plain(make.say("gap_said", why=make.words.text(model.gap)))


def _norm_tables(make: Making, id: str, model: Norm) -> Iterator[Table]:
    """Its values: a row for each date, or one of a table without; a gap is a row of its own."""
    columns = list(_columns(model))
    if model.undated and not columns:
        return
    heads = [make.column(model, column) for column in columns] or [make.say("value")]
    caption = _caption(make, model)
    if model.undated:
        cells = (plain(make.figure(cell)) for cell in model.value.values())
        rows: tuple[tuple[Line, ...], ...] = ((plain(make.say("always")), *cells),)
        yield Table(caption, (make.say("from"), *heads), rows, numbers=True)
        return
    dated = enumerate(model.values or ())
    rows = tuple(row for n, one in dated for row in _rows(make, id, model, n, one))
    heads = [make.say("from"), *heads, make.say("rests_on")]
    yield Table(caption, tuple(heads), rows, numbers=True)


def _caption(make: Making, model: Norm) -> str:
    label, unit = make.words.text(model.label), make.words.unit(model.unit)
    return make.words.pair(label, unit) if unit else label


def _columns(model: Norm) -> Iterator[str]:
    values = [model.value] if model.undated else [row.value for row in model.values or ()]
    yield from dict.fromkeys(c for value in values if isinstance(value, dict) for c in value)


def _rows(make: Making, id: str, model: Norm, n: int, one: Dated) -> Iterator[tuple[Line, ...]]:
    """The row of a value, and after it that of the gap where the next one begins later."""
    rows, columns = model.values or (), list(_columns(model))
    after = rows[n + 1].from_ if n + 1 < len(rows) else None
    cells = _cells(make, id, one.value, columns, one.inferred)
    yield (plain(make.words.date(one.from_)), *cells, _rests_on(make, model, one))
    if one.until is not None and (after is None or one.until < after):
        nothing = (plain(make.say("no_value")) for _ in columns or [""])
        yield (plain(make.words.date(one.until)), *nothing, plain(make.say("gap")))


def _cells(
    make: Making, id: str, value: Any, columns: list[str], inferred: tuple[str, ...]
) -> Iterator[Line]:
    if not columns:
        yield plain(make.value(id, value))
    # As amounts, where some are.
    amounts = bool(columns) and any(isinstance(cell, Fraction) for cell in value.values())
    places = FEWEST_PLACES if amounts else 0
    for column in columns:
        if column not in value:
            yield plain(make.say("no_value"))
        else:
            mark = "*" if column in inferred else ""
            yield plain(f"{make.figure(value[column], places=places)}{mark}")


def _rests_on(make: Making, model: Norm, one: Dated) -> Line:
    """The source of a value, its basis where that is another, when to look again, and its note."""
    words, said = make.words, []
    if one.basis and one.basis != model.basis:
        said.append(words.say(f"rests_on_{one.basis}"))
    if one.review:
        said.append(make.say("review", day=words.date(one.review)))
    if one.inferred:
        said.append(make.say("inferred"))
    if one.note:
        said.append(words.note(one.note))
    more = words.apart(said)
    return (
        *make.sources(one.source or model.source),
        *plain(f"{words.say('apart')}{more}" if more else ""),
    )


def sources(make: Making) -> Iterator[Card]:
    by = _rests_on_each(make)
    for id, model in make.parts.sources.items():
        where = [model.publisher, str(model.year), *([model.locator] if model.locator else [])]
        yield Card(
            f"source:{id}",
            make.say("source"),
            model.title,
            None,
            "",
            (plain(", ".join(where)),),
            None,
            tuple(make.entry("rests_on_it", make.row(by.get(id, ())))),
        )


def _rests_on_each(make: Making) -> Mapping[str, list[str]]:
    """What rests on each source, by its key."""
    parts, found = make.parts, dict[str, list[str]]()
    sections: Mapping[str, Mapping[str, Any]] = {
        "criterion": parts.criteria,
        "signal": parts.signals,
        "strength": parts.strengths,
        "class": parts.classes.classes,
        "intake": {reason.id: reason for reason in parts.classes.intake},
        "phase": parts.phases,
        "action": parts.actions,
        "offer": parts.offers,
        "plausibility": parts.plausibility,
        "norm": parts.norms,
    }
    for kind, section in sections.items():
        for id, model in section.items():
            rows = getattr(model, "values", None) or ()
            named = [*model.source, *(one for row in rows for one in row.source or ())]
            for source in dict.fromkeys(named):
                found.setdefault(source, []).append(f"{kind}:{id}")
    for id, fact in parts.facts.items():
        for source in fact.prevalence.source if fact.prevalence else ():
            found.setdefault(source, []).append(f"fact:{id}")
    return found
