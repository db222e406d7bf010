"""Cases that show each change of the rules, joined into few families."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from kansrijk.case.case import parse_case
from kansrijk.pack.pack import Pack
from kansrijk.reading import Document, InputError
from kansrijk.workbench.expecting import Outcome
from kansrijk.workbench.mutation.killing import Killed
from kansrijk.workbench.mutation.looked import Looked, by_reference
from kansrijk.workbench.mutation.mutants import Mutant

Thing = tuple[str, ...]
"""What a family can have otherwise: its day as `on`, an answer as `facts` and its id, or another
part of a case file."""
Things = Mapping[Thing, Any]
Said = tuple[str, str | None]
"""What is said of an outcome: a kind of it, and of which id."""

ON: Thing = ("on",)
CLASS: tuple[Said, ...] = (("class", None),)
STATED = (
    "criteria", "signals", "class", "intake", "actions", "offers", "strengths", "possible", "plan",
    "visits",
)  # fmt: skip
"""The kinds of an outcome, what is best to read first."""
OTHERWISE = 2
"""So many things may be otherwise in a variation."""
NEAREST = 5
"""A variation is sought of so many families."""


class Row(NamedTuple):
    """A family as it is on a day, or with some things otherwise: what it shows, by the mutants that
    it notices, and what is said of its outcome so that it does."""

    things: Things
    looked: Looked
    outcome: Outcome
    said: tuple[Said, ...] = ()

    def turned(self, mutant: Mutant) -> tuple[Said, ...]:
        """What of the outcome is another by the mutant."""
        other = self.looked.by(mutant)
        return tuple(_differences(self.outcome, other)) if other else ()


class Family(NamedTuple):
    """The first row is the family itself; the others are it with some things otherwise."""

    rows: tuple[Row, ...]

    @property
    def base(self) -> Things:
        return self.rows[0].things

    def otherwise(self, row: Row) -> dict[Thing, Any]:
        """What is otherwise than in the family itself; None is that it is not told."""
        return _otherwise(self.base, row.things)


class Families(NamedTuple):
    """The families and the mutants that they show, how many make no difference, and those that no
    family shows."""

    families: tuple[Family, ...]
    shown: tuple[Mutant, ...]
    equivalent: int
    not_shown: tuple[Mutant, ...]


Readable = Callable[[Family], bool]


def gather(pack: Pack, found: Iterable[Killed], readable: Readable) -> Families:
    """Families by which every mutant would be noticed that a test or a case notices."""
    families: list[Family] = []
    equivalent, shown, not_shown = 0, list[Mutant](), list[Mutant]()
    for one in found:
        if one.fate == "equivalent":
            equivalent += 1
            continue
        joined = _joined(families, pack, one, readable)
        (shown if joined else not_shown).append(one.mutant)
    return Families(tuple(families), tuple(shown), equivalent, tuple(not_shown))


def _joined(families: list[Family], pack: Pack, one: Killed, readable: Readable) -> bool:
    """Has a row show a mutant: one that does, one with some things otherwise, or a new family."""
    for i, family in enumerate(families):
        for row in family.rows:
            if (turned := row.turned(one.mutant)) and readable(
                changed := _with_row(family, row, with_best(row, turned, one.mutant))
            ):
                families[i] = changed
                return True
    things = _witness(one)
    if things is None:
        return False
    near = sorted(range(len(families)), key=lambda i: len(_otherwise(families[i].base, things)))
    for i in near[:NEAREST]:
        varied = next(_variations(pack, families[i], things, one.mutant), None)
        if varied and readable(longer := Family((*families[i].rows, varied))):
            families[i] = longer
            return True
    own = _showing(pack, things, one.mutant)
    families += [Family((_with_class(own),))] if own else []
    return own is not None


def _with_class(row: Row) -> Row:
    """Of a family itself its class is always said."""
    return row._replace(said=tuple(sorted({*row.said, *CLASS}, key=_order)))


def _with_row(family: Family, row: Row, other: Row) -> Family:
    return Family(tuple(other if one is row else one for one in family.rows))


def _variations(pack: Pack, family: Family, things: Things, mutant: Mutant) -> Iterator[Row]:
    """The family with as few things as can be as the witness has them, so that the mutant shows."""
    otherwise = _otherwise(family.base, things)
    for many in range(1, OTHERWISE + 1):
        for keys in combinations(otherwise, many):
            changed = {**family.base, **{key: otherwise[key] for key in keys}}
            told = {key: one for key, one in changed.items() if one is not None}
            if row := _showing(pack, told, mutant):
                yield row


def with_best(row: Row, turned: Sequence[Said], mutant: Mutant) -> Row:
    """The row, with the best to read of what is turned said of it where none of that is yet."""
    if not set(turned).isdisjoint(row.said):
        return row
    _, _, id = mutant.key.partition(":")
    best = min(turned, key=lambda one: (one[1] != id, STATED.index(one[0])))
    return row._replace(said=tuple(sorted((*row.said, best), key=_order)))


def _order(said: Said) -> tuple[int, str]:
    return STATED.index(said[0]), said[1] or ""


def _witness(one: Killed) -> Things | None:
    """A case that shows a mutant: of the test that notices it, or the smallest there is."""
    if one.by is not None:
        return _things(one.by.on, one.by.case)
    if one.shown is not None and one.shown.case is not None:
        return _things(one.shown.on, one.shown.case)
    return None


def _things(on: date, case: Mapping[str, Any]) -> Things:
    found: dict[Thing, Any] = {ON: on}
    for key, value in case.items():
        if key == "facts":
            found |= {("facts", id): answer for id, answer in value.items()}
        elif key != "case":
            found[(key,)] = value
    return found


def case_of(things: Things, id: str) -> dict[str, Any]:
    """The case as a file holds it."""
    case: dict[str, Any] = {"case": id}
    for thing, value in things.items():
        if thing[0] == "facts":
            case.setdefault("facts", {})[thing[1]] = value
        elif thing != ON:
            case[thing[0]] = value
    return case


def _otherwise(one: Things, other: Things) -> dict[Thing, Any]:
    """What the other has otherwise; None where it does not say."""
    keys = dict.fromkeys((*one, *other))
    return {key: other.get(key) for key in keys if one.get(key) != other.get(key)}


def _showing(pack: Pack, things: Things, mutant: Mutant) -> Row | None:
    """What comes out of it; None where no such case can be, or it does not show the mutant."""
    row = row_of(pack, things)
    turned = row.turned(mutant) if row else ()
    return with_best(row, turned, mutant) if row and turned else None


def row_of(pack: Pack, things: Things) -> Row | None:
    """What comes out of it, with nothing said; None where no such case can be."""
    try:
        case = parse_case(Document.of(case_of(things, "voorbeeld"), "case.yaml"))
        result = by_reference(pack, case, things[ON])
    except InputError:
        return None
    return Row(things, Looked.at(pack, result), Outcome.of(result))


def _differences(one: Outcome, other: Outcome) -> Iterator[Said]:
    """In the order in which they are best to read."""
    for kind in STATED:
        before, after = one.values[kind], other.values[kind]
        if isinstance(before, dict):
            ids = dict.fromkeys((*before, *after))
            yield from ((kind, id) for id in ids if before.get(id) != after.get(id))
        elif before != after:
            yield kind, None
