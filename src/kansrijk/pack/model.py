"""The files of a pack as they are written, section by section.

These models hold the shape only. What one section says of another (ids, units,
types, order of strata) is checked in `check`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails

from kansrijk.pack.care import Action, Offer, Phase, Role
from kansrijk.pack.course import Trajectory
from kansrijk.pack.parts import (
    Based,
    Basis,
    Day,
    Id,
    Ids,
    Meaning,
    NormLink,
    Part,
    Text,
    Version,
    When,
)
from kansrijk.pack.timetable import Schedule
from kansrijk.pack.vocabulary import Fact, Norm


class InForce(Part):
    from_: Day = Field(alias="from")
    until: Day | None = None


class Header(Part):
    id: Id
    version: Version
    title: Text
    owner: Text
    languages: Annotated[
        tuple[Annotated[str, Field(pattern="^[a-z]{2}$")], ...], Field(min_length=1)
    ]
    in_force: InForce
    review: Day
    domains: dict[Id, Text]
    ask_again_days: Annotated[StrictInt, Field(ge=1, le=366)] | NormLink | None = None
    """How long after she declined a question it may be asked again; without it never."""
    confirm_again_days: Annotated[StrictInt, Field(ge=1, le=3660)] | NormLink | None = None
    """How long after an offer was last confirmed it is to be asked after; without it never."""
    goals_at_once: Annotated[StrictInt, Field(ge=1, le=20)] | NormLink | None = None
    """How many goals of the programme are worked on at once; without it all."""


class Source(Part):
    title: str
    publisher: str
    year: StrictInt
    locator: str = ""


class Reading(Part):
    id: Id
    label: Text
    when: When

    @property
    def name(self) -> str:
        return self.id


class Criterion(Based):
    label: Text
    domain: Id
    when: When
    no_action: Text | None = None
    alternatives: tuple[Reading, ...] = ()


class Strength(Based):
    label: Text
    fact: Id


class Signal(Based):
    label: Text
    when: When
    urgency: Literal["now", "today", "days"]
    route: Text
    home: StrictBool = True
    no_action: Text | None = None


class Class(Part):
    label: Text
    description: Text | None = None
    when: When = None
    basis: Basis | None = None
    source: Ids = ()
    may_fall: StrictBool = False
    """Said by a class that more risk may make false, which a check refuses otherwise."""
    alternatives: tuple[Reading, ...] = ()


class IntakeReason(Based):
    id: Id
    label: Text
    when: When
    within_days: Annotated[StrictInt, Field(ge=0, le=366)] | NormLink


class Classes(Part):
    classes: Annotated[dict[Id, Class], Field(min_length=2)]
    intake: tuple[IntakeReason, ...] = ()


class Hers(Part):
    """What she reads on her own copy, in words of her own level; what is not here is not on it.

    Its texts may be in more languages than the pack has. `confirmed` are those that a native reader
    confirmed. Goals go by their id, in whatever phases they stand.
    """

    confirmed: tuple[str, ...]
    phases: dict[Id, Text] = {}
    roles: dict[Id, Text] = {}
    goals: dict[Id, Text] = {}
    actions: dict[Id, Text] = {}
    strengths: dict[Id, Text] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that every text has, in the order of the first one."""
        texts = [text for section in self.texts.values() for text in section.values()]
        first = texts[0] if texts else ()
        return tuple(language for language in first if all(language in text for text in texts))

    @property
    def texts(self) -> dict[str, dict[Id, Text]]:
        """The texts of each kind, by the name of the kind."""
        return {
            "phases": self.phases,
            "roles": self.roles,
            "goals": self.goals,
            "actions": self.actions,
            "strengths": self.strengths,
        }


class Plausibility(Based):
    """What cannot both be, or is unlikely: a warning with the facts it is about, never more."""

    kind: Literal["contradiction", "unlikely"]
    message: Text
    when: When


class Table(Part):
    """Cases that differ in a few cells: what each column is about, and under it a cell a row."""

    columns: Annotated[tuple[str, ...], Field(min_length=1)]
    rows: Annotated[tuple[tuple[Any, ...], ...], Field(min_length=1)]


class PackTest(Part):
    """A case with the outcome it must have, or a table of them, a row each.

    The case itself is read as any case file; beside a table it is what all rows share.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["on", "case", "expect"]}, {"required": ["table"]}]
        }
    )

    title: Text
    on: Day | None = None
    case: dict[str, Any] = {}
    expect: dict[str, Any] = {}
    table: Table | None = None

    @model_validator(mode="after")
    def _whole(self) -> PackTest:
        """Without a table it needs all three; pydantic itself would ask them of a table too."""
        keys = () if self.table else ("on", "case", "expect")
        wrong = [
            # Without the value: an error never holds it.
            InitErrorDetails(type="missing", loc=(key,), input=None)
            for key in keys
            if key not in self.model_fields_set
        ]
        if wrong:
            raise ValidationError.from_exception_data("test", wrong)
        return self


class Release(Part):
    """A version of the pack: since when, what changed in it, and a hash of what it says."""

    date: Day
    what: Text
    meaning: Meaning


class Sections(Part):
    """All sections of a pack, as one small file would hold them."""

    pack: Header
    sources: dict[Id, Source]
    facts: dict[Id, Fact]
    norms: dict[Id, Norm] = {}
    criteria: dict[Id, Criterion]
    strengths: dict[Id, Strength] = {}
    signals: dict[Id, Signal] = {}
    classes: Classes
    roles: dict[Id, Role]
    phases: dict[Id, Phase] = {}
    schedule: Schedule | None = None
    actions: dict[Id, Action] = {}
    offers: dict[Id, Offer] = {}
    hers: Hers | None = None
    plausibility: dict[Id, Plausibility] = {}
    trajectory: Trajectory = Trajectory()
    changelog: dict[Version, Release] = {}
    tests: dict[Id, PackTest] = {}


APART = ("changelog", "tests")
"""The sections that tell of a pack, and are no part of what it says."""
