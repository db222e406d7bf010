"""One thing more in the text of a case file: an event, an answer, her word on help.

What the reading of a case refuses is refused here before there is anything to read. The option
that it was given by stands in the place of a place in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import takewhile
from typing import Any, NamedTuple, get_args

from kansrijk.case.case import Case, Event, parse_case
from kansrijk.case.events import UNDO, next_number, placed_events_by
from kansrijk.case.facts import facts_on
from kansrijk.case.goals import GOAL, goals_of
from kansrijk.case.overrides import OVERRIDE, overridable
from kansrijk.case.trajectory import step_from
from kansrijk.case.writing import (
    Addition,
    Part,
    observed,
    put_first_said,
    wished,
    with_additions,
)
from kansrijk.exploring.kinds import (
    ANSWERS,
    FIRST,
    HELP,
    KINDS,
    NUMBER,
    SEEN,
    SIGNAL,
    WISH,
)
from kansrijk.pack.condition import OneOf
from kansrijk.pack.events import EventKind
from kansrijk.pack.numbers import plain
from kansrijk.pack.pack import Pack, facts_in
from kansrijk.pack.parts import ISO_DATE
from kansrijk.reading import (
    Document,
    InputError,
    Place,
    Problem,
    did_you_mean,
    problem,
    quoted,
    read_text,
)
from kansrijk.reading.inserting import with_value
from kansrijk.reading.validation import Path

EVENT = "EVENT"
"""What a problem of the thing itself stands at."""


class Recorded(NamedTuple):
    """The whole new text, the case that it is, and the lines that it has more and less.

    `said` is what was recorded, with all that was filled in.
    """

    text: str
    case: Case
    added: tuple[str, ...]
    removed: tuple[str, ...]
    said: Mapping[str, Any]

    def on_her_copy(self, event: str) -> bool:
        """Whether it is a wish, which stands on her own copy as it is written."""
        return event == WISH and bool(self.said["text"])


def recorded(
    pack: Pack, text: str, event: str, fields: Mapping[str, Any], *, on: date, file: str = "<case>"
) -> Recorded:
    """The text of a case with an event or another thing of `KINDS` in it.

    `fields` are `by`, `date` and what goes with the event, as a case file would hold them; without
    a date it is of the day `on`. Raises InputError with every problem, and gives no text then.
    """
    case = parse_case(read_text(text, file))
    kind = kind_of(event)
    given, problems = _plain(fields)
    said = {**_defaults(pack, case, event, given, on), **given}
    problems += [*_unfit(pack, case, event, said, on)]
    # Somebody stands in for who is not named, so that the rest is looked at all the same.
    looked_at = {"by": next(iter(pack.sections.roles), "nobody"), **said}
    keys = (*_always(event), *kind.keys)
    fitting = {key: looked_at[key] for key in keys if key in looked_at}
    additions, more = _placed(pack, case, event, fitting)
    problems += more
    problems += [*_refused(pack, case, additions, on, {one.place for one in problems})]
    if problems:
        raise InputError(problems)
    new = with_additions(text, file, additions)
    return Recorded(new, parse_case(read_text(new, file)), *_lines(text, new), said)


def kind_of(event: str) -> EventKind:
    """What goes with an event; raises InputError where there is no such thing to record."""
    if event not in KINDS:
        help = did_you_mean(event, list(KINDS))
        raise InputError([problem("unknown_event", _at(EVENT), name=quoted(event), help=help)])
    return KINDS[event]


def who_may(pack: Pack, case: Case, event: str, on: date) -> tuple[str, ...]:
    """The roles that may record an event as the case stands on a day."""
    roles = pack.sections.roles
    if event == OVERRIDE:
        return tuple(id for id, role in roles.items() if role.decides)
    step = step_from(pack, case, event, on)
    steps = [one for one in pack.sections.trajectory.steps if one.event == event]
    named = {role for one in ([step] if step else steps) for role in one.by or roles}
    return tuple(role for role in roles if role in named or not named)


def _plain(fields: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The fields as a file would hold them, and what no file could hold."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in fields.items():
        day = value.isoformat() if isinstance(value, date) else value
        try:
            found[key] = Document.of(day, f"--{key}").value
        except InputError as error:
            problems += error.problems
    return found, problems


ALWAYS = ("date", "by")


def _always(event: str) -> tuple[str, ...]:
    """What goes with each: of several events of one kind on one day, which it is."""
    return ALWAYS if event in SEEN else (*ALWAYS, NUMBER)


def _defaults(
    pack: Pack, case: Case, event: str, given: Mapping[str, Any], on: date
) -> dict[str, Any]:
    """The day, who where the steps of the pack name one role alone, and what an undo is of.

    An event after another of its kind on that day has the next number, so that one can be taken
    back and the other not.
    """
    step = step_from(pack, case, event, _day(given.get("date"), on))
    by = {"by": step.by[0]} if step and len(step.by) == 1 else {}
    if event == UNDO:
        more = _to_take_back(case, given, on)
    else:
        number = next_number(case, event, _day(given.get("date"), on))
        more = {NUMBER: number} if number else {}
    return {"date": on.isoformat(), **by, **more}


def _to_take_back(case: Case, given: Mapping[str, Any], on: date) -> dict[str, Any]:
    """The event that stands last in the file, of those that fit what is given."""
    seen = (event for _, event in placed_events_by(case, _day(given.get("date"), on)))
    there = [
        {"of": event.event, "on": event.date.isoformat(), NUMBER: event.number} for event in seen
    ]
    fit = [one for one in there if all(given.get(key, one[key]) == one[key] for key in one)]
    return {key: value for key, value in fit[-1].items() if value} if fit else {}


def _day(written: Any, on: date) -> date:
    """The day that was given, where it is one."""
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return on


def _unfit(
    pack: Pack, case: Case, event: str, said: Mapping[str, Any], on: date
) -> Iterator[Problem]:
    """What is lacking, what goes with another event, and a day that is still to come."""
    kind, always = KINDS[event], _always(event)
    if event == UNDO and not {"of", "on"} <= said.keys():
        there = placed_events_by(case, _day(said.get("date"), on))
        help = did_you_mean("", dict.fromkeys(one.event for _, one in there))
        yield problem("none_to_take_back", _at(EVENT), help=help)
        kind = EventKind(may=kind.must)
    for key in (*kind.must, *ALWAYS):
        if key not in said or (event in ANSWERS and key == "set" and not _pairs(said[key])):
            help = _help_with(pack, case, event, key, _day(said.get("date"), on))
            yield problem("option_missing", _at(f"--{key}"), event=event, help=help)
    for key in said:
        if key not in (*always, *kind.keys):
            yield problem("not_of_event", _at(f"--{key}"), name=quoted(key), event=event)
    day = said.get("date")
    if isinstance(day, str) and ISO_DATE.match(day) and day > str(on):
        yield problem("still_to_come", _at("--date"), on=on)


def _help_with(pack: Pack, case: Case, event: str, key: str, on: date) -> str:
    """What could stand there."""
    known: Mapping[tuple[str, str], Iterable[str]] = {
        (OVERRIDE, "of"): overridable(pack),
        (SIGNAL, "of"): pack.sections.signals,
        (GOAL, "of"): goals_of(pack),
        (event, "by"): who_may(pack, case, event, on),
    }
    return did_you_mean("", known.get((event, key), _words(key))) or f"add --{key}"


def _words(key: str) -> Iterator[str]:
    """The words that may stand under a key of an event, where these are a few fixed ones."""
    field = Event.model_fields.get(key)
    for one in get_args(field.annotation) if field else ():
        yield from (word for word in get_args(one) if isinstance(word, str))


def _pairs(what: Any) -> bool:
    return isinstance(what, Mapping) and bool(what)


def _placed(
    pack: Pack, case: Case, event: str, said: Mapping[str, Any]
) -> tuple[list[Addition], list[Problem]]:
    """What is put where; nothing where it is not said what."""
    if event not in SEEN:
        item = {"date": said["date"], "event": event, **said}
        return [(("events", len(case.events)), item)], []
    if KINDS[event].must[0] not in said:
        return [], []
    if event in HERS:
        put, key = HERS[event], KINDS[event].must[0]
        return _of_her(put, case, said, key)
    what, problems = _fact_of(pack, said["of"]) if event == SIGNAL else (said["set"], [])
    if not _pairs(what):
        return [], problems
    part: Part = "help" if event == HELP else "facts"
    return observed(case, said["date"], said["by"], part, what), problems


HERS: Mapping[str, Callable[[Case, str, str, list[Any]], list[Addition]]] = {
    FIRST: put_first_said,
    WISH: wished,
}
"""What she says herself, as a list."""


def _of_her(
    put: Callable[[Case, str, str, list[Any]], list[Addition]],
    case: Case,
    said: Mapping[str, Any],
    key: str,
) -> tuple[list[Addition], list[Problem]]:
    listed = said[key]
    if not isinstance(listed, list):
        return [], [problem("wrong_type", _at(f"--{key}"), name=quoted(key), expected="a list")]
    return put(case, said["date"], said["by"], listed), []


def _fact_of(pack: Pack, of: Any) -> tuple[dict[str, Any], list[Problem]]:
    """The one answer that makes a signal true; a problem where it takes more to know it."""
    id, signals = str(of), pack.sections.signals
    if id not in signals:
        help = did_you_mean(id, list(signals))
        return {}, [problem("unknown_id", _at("--of"), name=quoted(id), help=help)]
    when = next(rule.when for rule in pack.rules if rule.key == f"signal:{id}")
    if isinstance(when, OneOf) and isinstance(when.values, tuple) and len(when.values) == 1:
        (value,) = when.values
        return {when.fact: plain(value) if isinstance(value, Fraction) else value}, []
    facts = ", ".join(dict.fromkeys(facts_in(when)))
    return {}, [problem("signal_facts", _at("--of"), name=id, facts=facts)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Proposed(Document):
    """A case with something in it that its file does not have yet."""

    old: Document
    new: tuple[Path, ...]

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The option, of what is new; else where it stands in the file."""
        if any(path[: len(one)] == one for one in self.new):
            return _at(_option(path))
        return self.old.place(path, key=key)


def _option(path: Path) -> str:
    """The option that a place in what is new was given by."""
    match path[2:]:
        case ("facts" | "help", id, *_):
            return f"--set {id}"
        case ("first", *_):
            return "--set"
        case ("wishes", *_):
            return "--text"
        case (str(key), *_) if key != "event":
            return f"--{key}"
    return EVENT


def _refused(
    pack: Pack, case: Case, additions: Sequence[Addition], on: date, told: Collection[Place]
) -> Iterator[Problem]:
    """What the reading of the case with the additions finds wrong, beside what is told of."""
    value = case.document.value
    for path, item in additions:
        value = with_value(value, path, item)
    new = tuple(path for path, _ in additions)
    proposed = _Proposed(case.document.file, value, old=case.document, new=new)
    try:
        facts_on(pack, parse_case(proposed), on)
    except InputError as error:
        for one in error.problems:
            if one.place not in told and not (told and one.code == "missing_key"):
                yield one


def _lines(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines from the first to the last that differ: those added, and those removed."""
    old, new = before.splitlines(), after.splitlines()
    start = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    old, new = old[start:], new[start:]
    pairs = zip(reversed(old), reversed(new), strict=False)
    end = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return tuple(new[: len(new) - end]), tuple(old[: len(old) - end])


def _at(option: str) -> Place:
    return Place(option, None, None)
