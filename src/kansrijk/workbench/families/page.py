"""The families in words, to be read and signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from kansrijk.output.layout import in_a_row
from kansrijk.output.page import Item, Page, Section
from kansrijk.output.record_text import what_is_told
from kansrijk.output.text import truth_word
from kansrijk.output.words import Words
from kansrijk.reading.inserting import flow
from kansrijk.workbench.expecting import Outcome
from kansrijk.workbench.families.families import CLASS, ON, Families, Family, Row, Said, Thing
from kansrijk.workbench.mutation.text import change_of

A_MINUTE = 200
"""Words that anybody reads in a minute; most adults read 238 (Brysbaert 2019)."""
A_TABLE = 3
"""So many variations that differ in the same things stand together."""
TITLED = 3
"""So many rules are named over a family."""
PROPOSED = ("actions", "offers")
KEYS = {"criteria": "criterion", "signals": "signal", "actions": "action", "offers": "offer",
        "strengths": "strength"}  # fmt: skip


def page_of(found: Families, words: Words) -> Page:
    many = len(found.shown) + len(found.not_shown) + found.equivalent
    total = words.say("families_total", n=many, shown=len(found.shown))
    if found.equivalent:
        total += " " + words.many("families_equivalent", found.equivalent, n=found.equivalent)
    notes = (words.say("families_why"), total) if found.families else (words.say("families_none"),)
    sections = [section(n, one, words) for n, one in enumerate(found.families, start=1)]
    sections += [*_not_shown(found, words), _sign(words)]
    return Page(words.lang, title_of(found, words), notes, tuple(sections))


def title_of(found: Families, words: Words) -> str:
    pack, many = f"{words.pack.id} {words.pack.version}", len(found.families)
    return words.many("families_title", many, pack=pack, n=many)


def readable(family: Family, words: Words) -> bool:
    """Whether it is read in a minute."""
    return sum(map(_words_in, section(99, family, words).items)) <= A_MINUTE


def _words_in(item: Item) -> int:
    return len(item.text.split()) + sum(map(_words_in, item.items))


def section(n: int, family: Family, words: Words) -> Section:
    first, *others = family.rows
    day = words.date(first.things[ON])
    told = [_thing(thing, value, words) for thing, value in first.things.items() if thing != ON]
    told = told or [words.say("family_nothing_told")]
    items = [Item(words.say("family_told", day=day), "", _items(told))]
    if first.said:
        items.append(Item(words.say("family_outcome"), "", _items(_said(first, words))))
    if others:
        items.append(Item(words.say("family_otherwise"), "", tuple(_variations(family, words))))
    return Section(f"{words.say('family', n=n)}: {_about(family, words)}", tuple(items))


def _items(lines: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(line, "listed") for line in lines)


def _about(family: Family, words: Words) -> str:
    """The rules that it shows most of, by their labels."""
    said = [_about_what(one, words) for row in family.rows for one in row.said if one not in CLASS]
    often = sorted(dict.fromkeys(said), key=lambda one: -said.count(one))
    return ", ".join(often[:TITLED]) or _about_what(CLASS[0], words)


def _about_what(said: Said, words: Words) -> str:
    """Actions and offers, which are whole sentences, together."""
    kind, _ = said
    return words.say(f"test_all_{kind}") if kind in PROPOSED else _what(said, words)


def _what(said: Said, words: Words) -> str:
    kind, id = said
    if id is None:
        return words.say(f"test_{kind}")
    return words.label(f"{KEYS[kind]}:{id}")


def _thing(thing: Thing, value: Any, words: Words) -> str:
    return words.pair(_name(thing, words), _value(thing, value, words))


def _name(thing: Thing, words: Words) -> str:
    return words.label(thing[1]) if thing[0] == "facts" else words.say(f"family_{thing[0]}")


def _value(thing: Thing, value: Any, words: Words) -> str:
    if value is None:
        return words.say("family_not_told")
    if thing[0] == "facts":
        return words.say("declined") if value == "declined" else words.value(thing[1], value)
    if thing[0] == "events":
        return ", ".join(_event(event, words) for event in value)
    if thing[0] == "observations":
        return ", ".join(_observation(one, words) for one in value)
    return words.date(_day(value))


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _event(event: dict[str, Any], words: Words) -> str:
    more = [flow(one) for key, one in event.items() if key not in ("date", "event", "by")]
    what = what_is_told(event["event"], words)
    return " ".join((what, words.date(_day(event["date"])), *more))


def _observation(one: dict[str, Any], words: Words) -> str:
    told = (_thing(("facts", id), value, words) for id, value in one.get("facts", {}).items())
    return " ".join((words.date(_day(one["date"])), *told))


def _said(row: Row, words: Words) -> list[str]:
    return [_one_said(one, row.outcome, words) for one in row.said]


def _one_said(said: Said, outcome: Outcome, words: Words) -> str:
    what, out = _what(said, words), _comes_out(said, outcome, words)
    return words.pair(out, what) if said[0] in PROPOSED else words.pair(what, out)


def _comes_out(said: Said, outcome: Outcome, words: Words) -> str:
    kind, id = said
    value = outcome.values[kind]
    if kind == "class":
        return words.class_label(value)
    if kind == "possible":
        return words.apart(words.class_label(level) for level in value)
    if kind in ("visits", "plan"):
        return str(value)
    if kind in PROPOSED:
        return words.say("family_there" if value[id] else "family_not_there")
    return truth_word(value if id is None else value[id], words)


def _variations(family: Family, words: Words) -> Iterator[Item]:
    """Those that differ in the same things, and say the same, as a table; those with one thing
    otherwise of which the same comes out, together."""

    def kind(row: Row) -> tuple[Any, ...]:
        return tuple(sorted(family.otherwise(row))), row.said

    rows = sorted(family.rows[1:], key=kind)
    others: dict[tuple[Any, ...], list[str]] = {}
    for (keys, said), group in groupby(rows, kind):
        those = list(group)
        if len(those) >= A_TABLE and len(said) == 1:
            yield _table(keys, said[0], family, those, words)
            continue
        for row in those:
            changed = family.otherwise(row).items()
            things = words.apart(_thing(key, one, words) for key, one in changed)
            apart = "" if len(keys) == 1 else things
            others.setdefault((apart, *_said(row, words)), []).append(things)
    for (_, *lines), cases in others.items():
        yield Item(in_a_row(cases, words.say("or")), "listed", _items(lines))


def _table(
    keys: Sequence[Thing], said: Said, family: Family, rows: Sequence[Row], words: Words
) -> Item:
    """Lines of what is otherwise and what comes out; those with the same first thing on one."""
    first = min(keys, key=lambda key: len({str(row.things.get(key)) for row in rows}))
    keys = (first, *(key for key in keys if key != first))
    lines: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: [_sortable(row.things.get(key)) for key in keys]):
        at, *rest = (_value(key, row.things.get(key), words) for key in keys)
        lines.setdefault(at, []).append(
            words.pair(", ".join(rest), _comes_out(said, row.outcome, words))
            if rest
            else _comes_out(said, row.outcome, words)
        )
    things = in_a_row([_name(key, words) for key in keys], words.say("and"))
    head = words.say("family_table", things=things, said=_what(said, words))
    return Item(head, "listed", _items(words.pair(*one) for one in _joined(lines, words)))


def _sortable(value: Any) -> tuple[bool, Any]:
    number = isinstance(value, int | Decimal)
    return number, value if number else str(value)


def _joined(lines: Mapping[str, Sequence[str]], words: Words) -> Iterator[tuple[str, str]]:
    for at, outs in lines.items():
        yield at, words.apart(outs)


def _not_shown(found: Families, words: Words) -> Iterator[Section]:
    if found.not_shown:
        heading = words.say("families_not_shown")
        yield Section(heading, _items(change_of(one, words) for one in found.not_shown))


def _sign(words: Words) -> Section:
    pack = f"{words.pack.id} {words.pack.version}"
    rules = words.say("families_rules", pack=pack, hash=words.pack.hash)
    lines = (f"{name}: {'.' * 40}" for name in words.say("families_signer").split("|"))
    return Section(words.say("families_sign"), (Item(rules), *map(Item, lines)))
