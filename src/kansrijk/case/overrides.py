"""What professionals set otherwise than the rules: events of a case, and which count on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kansrijk.case.case import Case, Event
from kansrijk.case.events import placed_events_by
from kansrijk.pack.pack import Pack
from kansrijk.pack.parse import CLASS
from kansrijk.reading import Problem, did_you_mean, problem, quoted
from kansrijk.reading.validation import Path

OVERRIDE = "override"
TRUTHS = {"true": True, "false": False}


class Override(NamedTuple):
    """What somebody decided about a criterion, the class or an action, and why."""

    key: str
    set: bool | str | None
    by: str
    date: date
    reason: str
    path: Path
    number: int = 1


class Overrides(NamedTuple):
    """Those in effect on a day, by what they are of; and those of one date that differ."""

    held: Mapping[str, Override]
    disputed: Mapping[str, tuple[Override, ...]]


def overrides_on(pack: Pack, case: Case, on: date) -> Overrides:
    """The latest override of each thing by the day; taken back where it sets nothing.

    Of several on one date that differ none is in effect, and none before them.
    """
    held: dict[str, Override] = {}
    disputed: dict[str, tuple[Override, ...]] = {}
    seen = list(_written(case, on))
    for key in sorted({one.key for one in seen}, key=overridable(pack).index):
        latest = max((one.date, one.number) for one in seen if one.key == key)
        last = [one for one in seen if (one.key, (one.date, one.number)) == (key, latest)]
        first = min(last, key=lambda one: (one.by, one.reason))
        if len({one.set for one in last}) > 1:
            disputed[key] = tuple(last)
        elif first.set is not None:
            held[key] = first
    return Overrides(held, disputed)


@lru_cache(maxsize=64)
def overridable(pack: Pack) -> tuple[str, ...]:
    """What a professional can set otherwise. Never a signal: what cannot wait is not set aside."""
    parts = pack.sections
    criteria = (f"criterion:{id}" for id in parts.criteria)
    return (CLASS, *criteria, *(f"action:{id}" for id in parts.actions))


def override_problems(pack: Pack, case: Case) -> Iterator[Problem]:
    """What is wrong with the overrides of a case, those after the day included."""
    for i, event in enumerate(case.events):
        if event.event == OVERRIDE:
            yield from _problems(pack, case, event, ("events", i))


def _problems(pack: Pack, case: Case, event: Event, path: Path) -> Iterator[Problem]:
    place = case.document.place
    of, known = str(event.of), overridable(pack)
    if not str(event.reason).strip():
        yield problem("blank_reason", place((*path, "reason")))
    if of not in known:
        help = did_you_mean(of, known)
        yield problem("unknown_override", place((*path, "of")), name=quoted(of), help=help)
        return
    kind = of.partition(":")[0]
    classes = {id: id for id in pack.sections.classes.classes}
    allowed = {**(classes if kind == CLASS else TRUTHS), "null": None}
    if event.set_ not in allowed.values():
        help = f"one of: {', '.join(allowed)}"
        yield problem("impossible_value", place((*path, "set")), name="set", help=help)
    yield from _may_decide(pack, case, event, kind, path)


def _may_decide(pack: Pack, case: Case, event: Event, kind: str, path: Path) -> Iterator[Problem]:
    """A role that the pack does not know is told of elsewhere."""
    roles = pack.sections.roles
    if event.by in roles and kind not in roles[event.by].decides:
        may = [id for id, role in roles.items() if kind in role.decides]
        help = did_you_mean("", may) or "no role of this pack may; see `decides` of the roles"
        place = case.document.place((*path, "by"))
        yield problem("may_not_decide", place, role=quoted(event.by), what=kind, help=help)


def _written(case: Case, on: date) -> Iterator[Override]:
    """Every override that counts on a day, of a case that passed its check."""
    for path, event in placed_events_by(case, on):
        if event.event == OVERRIDE:
            key, reason, number = str(event.of), str(event.reason), event.number or 1
            yield Override(key, event.set_, event.by, event.date, reason, path, number)
