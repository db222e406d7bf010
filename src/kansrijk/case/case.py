"""A case as its file says it: one pregnancy or child, with its own history."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, LiteralString, get_args

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    PlainValidator,
    PrivateAttr,
    StrictBool,
    ValidationError,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from kansrijk.pack.events import EVENT_KEYS, EVENTS, MORE_OFTEN, EventName
from kansrijk.pack.parts import LONGEST_ID, Day, Id, Part
from kansrijk.reading import Document, InputError, Problem, problem, read_file
from kansrijk.reading.limits import hides, one_line
from kansrijk.reading.validation import validate

DECLINED = "declined"
Wish = Literal["wanted", "not_now", "not_wanted", "declined"]


def _setting(value: Any) -> Any:
    if value is None or isinstance(value, bool | str):
        return value
    raise PydanticCustomError("expected", "true, false, the id of a class, or null")


Setting = Annotated[
    bool | str | None,
    PlainValidator(_setting),
    WithJsonSchema({"type": ["boolean", "string", "null"]}),
]


HIDDEN: LiteralString = "typed anew: it holds an invisible character, a direction or control mark"


def _line(text: str) -> str:
    if hides(text):
        raise PydanticCustomError("expected", HIDDEN)
    if not one_line(text):
        raise PydanticCustomError("expected", "one line of text")
    return text


def _like(pattern: str, expected: LiteralString) -> tuple[AfterValidator, Any]:
    """Text of a form that is told where it is written otherwise."""

    def held(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise PydanticCustomError("expected", expected)
        return text

    return AfterValidator(held), Field(json_schema_extra={"pattern": f"^{pattern}$"})


Time = Annotated[str, *_like(r"([01]\d|2[0-3]):[0-5]\d", "a time as HH:MM, from 00:00 to 23:59")]
DIGITS = 5
"""More visits than that has no phase, were there seven on each day of the longest."""
LONGEST_VISIT_ID = (
    LONGEST_ID + max(len(f"-{name}-20270412") for name in MORE_OFTEN) + len("-") + DIGITS
)
"""That of a phase, what visits are more often after, with its day, and the number."""
VisitId = Annotated[
    str,
    Field(max_length=LONGEST_VISIT_ID),
    *_like(rf"[a-z][a-z0-9_-]*-\d{{3,{DIGITS}}}", "a phase and a number, such as `fase_1-002`"),
]


def _reason(text: str) -> str:
    # That it may not be blank is told where it is asked for.
    return _line(text) if text.strip() else text


Line = Annotated[str, AfterValidator(_line)]
OwnWish = Annotated[str, Field(max_length=200), AfterValidator(_line)]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
GoalWord = Literal["reached", "dropped"]
VisitStatus = Literal["done", "missed", "cancelled", "moved"]


class Observation(Part):
    """What one professional saw or heard on a day.

    `help` is what she said of a criterion: whether she wants help with it; `first` the criteria
    that she puts first, in her order; `wishes` what she wishes herself, in her words.
    """

    date: Day
    by: Id
    facts: dict[str, Any] = Field(default_factory=dict)
    help: dict[Id, Wish] = Field(default_factory=dict)
    first: tuple[Id, ...] | None = None
    wishes: tuple[OwnWish, ...] | None = None


class Event(Part):
    """Something that happened on a day and that changes the plan.

    Which event has which of the further keys is said by the table of events. `of` is what an
    override sets otherwise, to `set` (null takes an earlier one back), or the event that an
    undo takes back, with the day it was `on`; of an absence the role that is away, where it is
    not she; of a goal which one became `state`. Somebody is away `from` a day on, and `back` on
    another. `goes_on`: beside the child that was lost another lives, or is still expected.
    `number` tells several of one kind on one day apart, of which the first has none.
    """

    date: Day
    event: EventName
    by: Id
    kind: str | None = None
    goes_on: StrictBool = False
    of: str | None = None
    set_: Setting = Field(default=None, alias="set")
    reason: Annotated[str, AfterValidator(_reason)] | None = None
    on: Day | None = None
    number: Annotated[int, Field(strict=True, ge=2, le=999)] | None = None
    from_: Day | None = Field(default=None, alias="from")
    back: Day | None = None
    days: tuple[Weekday, ...] = ()
    time: Time | None = None
    languages: Annotated[tuple[Line, ...], Field(max_length=10)] = ()
    visit: VisitId | None = None
    status: VisitStatus | None = None
    state: GoalWord | None = None
    to: Day | None = None

    @model_validator(mode="after")
    def _keys_of_its_kind(self) -> Event:
        """Every key that it must have, and none that goes with other events."""
        kind, given = EVENTS[self.event], self._given()
        foreign = PydanticCustomError(
            "not_of_event", "goes with another event", {"event": self.event}
        )
        wrong = [
            *(_at(key, "missing") for key in kind.must if not given.get(key)),
            *(_at(key, foreign) for key in EVENT_KEYS if key in given and key not in kind.keys),
        ]
        if kind.kinds and self.kind is not None and self.kind not in kind.kinds:
            listed = ", ".join(f"`{word}`" for word in kind.kinds)
            error = PydanticCustomError("expected", "one of: {listed}", {"listed": listed})
            wrong.append(_at("kind", error))
        if wrong:
            raise ValidationError.from_exception_data("event", wrong)
        return self

    @property
    def ends(self) -> bool:
        """Whether it ends the support."""
        return EVENTS[self.event].ends and not self.goes_on

    @property
    def when(self) -> tuple[Day, int]:
        """The day, and of several of its kind on that day the number: the highest is the last."""
        return self.date, self.number or 1

    def _given(self) -> dict[str, bool]:
        """The keys that stand there, and whether they say something; `set` may be null."""
        fields = {name.removesuffix("_"): name for name in self.model_fields_set}
        return {
            key: key == "set" or getattr(self, field) is not None for key, field in fields.items()
        }


def _at(key: str, error: str | PydanticCustomError) -> InitErrorDetails:
    # Without the value: an error never holds it.
    return InitErrorDetails(type=error, loc=(key,), input=None)


def _visible(id: str) -> str:
    """An id stands on screens and in file names: nothing in it may move or hide text."""
    if not id.isprintable():
        raise PydanticCustomError("expected", "one line of visible characters")
    return id


class Case(Part):
    """A case file. `facts` carries no date and is older than every observation."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="case")

    case: Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_visible)]
    due_date: Day | None = None
    last_period: Day | None = None
    facts: dict[str, Any] = Field(default_factory=dict)
    observations: tuple[Observation, ...] = ()
    events: tuple[Event, ...] = ()

    _document: Document | None = PrivateAttr(default=None)
    _untold: tuple[Event, ...] = PrivateAttr(default=())
    """Of a copy: events of which it tells nothing, though the plan is made with them."""

    @model_validator(mode="after")
    def _no_identifier(self) -> Case:
        """A value given in Python is held to the same as one in a file."""
        if any(holds_bsn(text) for _, text in texts(self.model_dump())):
            raise PydanticCustomError("bsn", "no BSN belongs in a case; use a pseudonym")
        return self

    @property
    def document(self) -> Document:
        """Where each value of the case stands; without lines for a case made in Python."""
        if self._document is not None:
            return self._document
        return Document.of(
            _written(self.model_dump(exclude_unset=True, by_alias=True)), file="<case>"
        )


def dated_after(case: Case, on: date) -> tuple[tuple[str, int], ...]:
    """Where the observations and events of a later day stand: an outcome of `on` sees none."""
    seen = (("observations", n) for n, one in enumerate(case.observations) if one.date > on)
    happened = (("events", n) for n, one in enumerate(case.events) if one.date > on)
    return (*seen, *happened)


def read_case(path: str | Path) -> Case:
    """The case in a file (`-` is standard input).

    Raises InputError with every problem of its shape; facts are held to a pack's
    vocabulary when the case is assessed.
    """
    return parse_case(read_file(path))


def parse_case(document: Document) -> Case:
    """The case of a document; raises InputError with every problem."""
    problems: list[Problem] = [
        problem("bsn", document.place(path, key=text == path[-1]))
        for path, text in texts(document.value)
        if holds_bsn(text)
    ]
    if problems:
        raise InputError(problems)
    case, problems = validate(Case, document.value, document)
    if case is None:
        raise InputError(problems)
    case._document = document
    return case


def texts(
    value: Any, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text within a value, keys and whole numbers included, with its path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*path, key), str(key)
            yield from texts(item, (*path, key))
    elif isinstance(value, list | tuple):
        for i, item in enumerate(value):
            yield from texts(item, (*path, i))
    elif isinstance(value, str | int) and not isinstance(value, bool):
        yield path, str(value)


def _written(value: Any) -> Any:
    """Python data as a file would hold it: dates as text."""
    if isinstance(value, dict):
        return {key: _written(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_written(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


BSN_DIGITS = 9
NINE_DIGITS = re.compile(
    r"(?<!\d)(?:\d{9}|\d{3}(?P<a>[ .-])\d{3}(?P=a)\d{3}|\d{4}(?P<b>[ .-])\d{2}(?P=b)\d{3})(?!\d)"
)
"""Nine digits together, or in threes, or as on a pass; a date and a count are not that."""


def holds_bsn(text: str) -> bool:
    """Whether nine digits in a text pass the eleven-test of a BSN."""
    if len(text) < BSN_DIGITS:
        return False  # Most texts are words: this is asked of every one.
    for found in NINE_DIGITS.finditer(text):
        digits = [int(char) for char in found[0] if char.isdigit()]
        weighed = sum(
            weight * digit for weight, digit in zip(range(9, 1, -1), digits, strict=False)
        )
        if (weighed - digits[8]) % 11 == 0 and any(digits):
            return True
    return False
