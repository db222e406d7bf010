"""How facts lead to findings, a class and what follows: boxes in four columns, and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kansrijk.case.derive import inputs_of_each
from kansrijk.output.layout import broken
from kansrijk.workbench.documents.looks import looks
from kansrijk.workbench.documents.making import Making

WIDTHS = (232, 186, 150, 172)
"""Of the columns: what is asked, what is found, the class, what follows."""
BETWEEN, TOP, BELOW = 46, 34, 20
LINE, PAD = 17, 9
"""The height of a line of text, and the room around text in a box."""
MOST_NAMED = 5
"""So many answers that a figure is worked out from are named."""
PER_LETTER = 6.7
"""About the width of a letter, on which lines are broken."""


class Box(NamedTuple):
    """Some things of a kind together. `keys` are those it stands for; `small` says more of them."""

    id: str
    column: int
    kind: str
    keys: tuple[str, ...]
    lines: tuple[str, ...]
    small: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        return LINE * (len(self.lines) + len(self.small)) + 2 * PAD


class Placed(NamedTuple):
    """`lane`: where a line passes what stands beside it; `back`: and then goes on as before."""

    box: Box
    x: float
    y: float
    lane: float | None = None
    back: bool = False

    @property
    def middle(self) -> float:
        return self.y + self.box.height / 2

    @property
    def right(self) -> float:
        return self.x + WIDTHS[self.box.column]


class Graph(NamedTuple):
    """The boxes with where each stands, and from which to which a line goes."""

    boxes: tuple[Placed, ...]
    lines: tuple[tuple[str, str], ...]
    height: float

    @property
    def by_id(self) -> Mapping[str, Placed]:
        return {one.box.id: one for one in self.boxes}


class _Row(NamedTuple):
    """Boxes beside each other; of a finding with what is asked for it and what follows."""

    boxes: tuple[Box, ...]

    @property
    def height(self) -> int:
        stacks = [0] * len(WIDTHS)
        for box in self.boxes:
            stacks[box.column] += box.height + PAD
        return max(stacks)


def graph(make: Making) -> Graph:
    rows = _rows(make)
    classes = tuple(_class(make, id) for id in make.parts.classes.classes)
    placed, height = _placed(rows, classes)
    return Graph(placed, _lines(make, [one.box for one in placed]), height)


def _rows(make: Making) -> tuple[_Row, ...]:
    """A row for each criterion, one for all signals, one for all strengths; then all the rest."""
    found = list(_findings(make))
    row_of = {key: box.id for box in found for key in box.keys}
    asked = _by_row(make, (f"fact:{id}" for id in make.parts.facts), row_of, back=True)
    row_of |= {key: row for row, keys in asked.items() for key in keys}
    todo = _by_row(make, (f"action:{id}" for id in make.parts.actions), row_of)
    rows = list[_Row]()
    for box in (*found, None):
        id = box.id if box else REST
        boxes = [_facts(make, id, asked[id])] if asked.get(id) else []
        boxes += [box] if box else list(_rest(make))
        boxes += [_actions(make, id, todo[id])] if todo.get(id) else []
        rows += [_Row(tuple(boxes))] if box else _split(boxes)
    return tuple(rows)


def _split(boxes: Sequence[Box]) -> Iterator[_Row]:
    """What is left: first the intake and the visits with what is asked, then what happened."""
    later = [box for box in boxes if box.kind in ("event", "action")]
    for row in ([box for box in boxes if box not in later], later):
        if row:
            yield _Row(tuple(row))


REST = "rest"
NO_BOX = ("fact:", "plausibility:", "offer:", "schedule")
"""What looks at something and is not in the figure."""


def _findings(make: Making) -> Iterator[Box]:
    parts = make.parts
    for id in parts.criteria:
        key = f"criterion:{id}"
        yield Box(key, 1, "criterion", (key,), _broken(make.named(key).text, 1))
    for kind, section in (("signal", parts.signals), ("strength", parts.strengths)):
        if section:
            yield _listed(make, kind, 1, [f"{kind}:{id}" for id in section])


def _by_row(
    make: Making, keys: Iterable[str], row_of: Mapping[str, str], *, back: bool = False
) -> dict[str, list[str]]:
    """Each key in the row of the first thing that it looks at, or (`back`) that looks at it.

    What looks at nothing that has a row, such as at the class, is in the last one; a fact that
    nothing looks at is in none.
    """
    found: dict[str, list[str]] = {}
    for key in keys:
        if back:
            near: Sequence[str] = [k for k, those in looks(make.pack).items() if key in those]
            near = [one for one in near if not one.startswith(NO_BOX)]
            if not near:
                continue
        else:
            near = sorted(looks(make.pack)[key], key=lambda one: one.startswith("fact:"))
        row = next((row_of[one] for one in near if one in row_of), REST)
        found.setdefault(row, []).append(key)
    return found


def _rest(make: Making) -> Iterator[Box]:
    """What happened, the reasons for an intake, and the phases."""
    events = dict.fromkeys(
        key
        for those in looks(make.pack).values()
        for key in those
        if key.startswith("event:")
    )  # fmt: skip
    for kind, column, keys in (
        ("event", 0, list(events)),
        ("intake", 2, [f"intake:{one.id}" for one in make.parts.classes.intake]),
        ("phase", 3, [f"phase:{id}" for id in make.parts.phases]),
    ):
        if keys:
            yield _listed(make, kind, column, keys)


def _listed(make: Making, kind: str, column: int, keys: Sequence[str]) -> Box:
    """Things of a kind in one box, under its name."""
    lines = [line for key in keys for line in _broken(make.named(key).text, column, "· ", "  ")]
    return Box(kind, column, kind, tuple(keys), (make.say(f"all_{kind}"), *lines))


def _facts(make: Making, row: str, keys: Sequence[str]) -> Box:
    lines = [line for key in keys for line in _broken(make.named(key).text, 0, "· ", "  ")]
    return Box(f"facts:{row}", 0, "fact", tuple(keys), tuple(lines), tuple(_made_of(make, keys)))


def _made_of(make: Making, keys: Sequence[str]) -> Iterator[str]:
    """Of what the derived ones are made, facts only."""
    made, inputs = inputs_of_each(make.pack), dict[str, None]()
    todo = [key.removeprefix("fact:") for key in keys]
    while todo:
        for id in make.parts.facts:
            if id in made.get(todo[0], ()):
                todo.append(id)
                if id not in made:
                    inputs[id] = None
        todo.pop(0)
    rest = [make.words.label(id) for id in inputs if f"fact:{id}" not in keys]
    if len(rest) > MOST_NAMED:
        yield make.say("worked_out_many", n=len(rest))
    elif rest:
        yield from _broken(make.say("worked_out", labels=make.words.apart(rest)), 0)


def _actions(make: Making, row: str, keys: Sequence[str]) -> Box:
    said = make.words.many("docs_actions", len(keys), n=len(keys))
    return Box(f"actions:{row}", 3, "action", tuple(keys), (said,))


def _class(make: Making, id: str) -> Box:
    key = f"class:{id}"
    return Box(key, 2, "class", (key,), _broken(make.named(key).text, 2))


def _broken(text: str, column: int, first: str = "", rest: str = "") -> tuple[str, ...]:
    return tuple(broken(text, int((WIDTHS[column] - 2 * PAD) / PER_LETTER), first, rest))


def _placed(rows: Sequence[_Row], classes: Sequence[Box]) -> tuple[tuple[Placed, ...], float]:
    """Rows under each other, and the classes between rows, so that lines pass beside them."""
    least = max((box.height for box in classes), default=0) + BELOW
    placed, borders, y = list[Placed](), list[float](), float(TOP)
    for row in rows:
        height = max(row.height, least)
        placed += _in_row(row, y, height)
        y += height + BELOW
        borders.append(y - BELOW / 2)
    between = borders[:-1]
    step = len(between) / (len(classes) + 1)
    for n, box in enumerate(classes, start=1):
        middle = between[min(len(between) - 1, round(n * step))] if between else y
        placed.append(Placed(box, _x(2), middle - box.height / 2))
    apart = _apart(placed)
    return apart, max([y, *(one.y + one.box.height + BELOW for one in apart)])


def _in_row(row: _Row, y: float, height: float) -> Iterator[Placed]:
    """The boxes of a row, those of one column under each other, in the middle of its height."""
    columns = {box.column for box in row.boxes}
    lane, back = (y + height + BELOW / 2 if columns & {1, 2} else None), 1 in columns
    for column in range(len(WIDTHS)):
        boxes = [box for box in row.boxes if box.column == column]
        at = y + (height - sum(box.height + PAD for box in boxes) + PAD) / 2
        for box in boxes:
            yield Placed(box, _x(column), at, lane, back)
            at += box.height + PAD


def _apart(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """No two boxes of a column on top of each other: the lower one goes down."""
    found: list[Placed] = []
    for column in range(len(WIDTHS)):
        below = 0.0
        for one in sorted((p for p in placed if p.box.column == column), key=lambda p: p.y):
            moved = one._replace(y=max(one.y, below))
            below = moved.y + moved.box.height + PAD
            found.append(moved)
    return tuple(found)


def _x(column: int) -> float:
    return sum(WIDTHS[:column]) + BETWEEN * column + 1


def _lines(make: Making, boxes: Sequence[Box]) -> tuple[tuple[str, str], ...]:
    """From the box of what is looked at to that of what looks at it, each once."""
    box_of = {key: box.id for box in boxes for key in box.keys}
    found = dict.fromkeys(
        (box_of[key], box_of[rule])
        for rule, those in looks(make.pack).items()
        for key in those
        if rule in box_of and key in box_of and not rule.startswith("fact:")
    )
    return tuple(pair for pair in found if pair[0] != pair[1])
