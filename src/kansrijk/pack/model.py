"""The files of a pack as they are written, section by section.

These models hold the shape only. What one section says of another (ids, units,
types, order of strata) is checked in `check`.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StrictBool,
    StrictInt,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from kansrijk.pack.events import CircumstanceName, Lasting, Taken
from kansrijk.pack.numbers import exact, said

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Far from the ends of the calendar, so that counting months never leaves it."""


def usable_day(value: Any) -> bool:
    """Whether it is a day, without a time, within the years that are reckoned with."""
    return type(value) is date and FIRST_YEAR <= value.year <= LAST_YEAR


def _date(value: Any) -> Any:
    if isinstance(value, str) and ISO_DATE.match(value):
        with suppress(ValueError):
            value = date.fromisoformat(value)
    if usable_day(value):
        return value
    if type(value) is date:
        raise PydanticCustomError("expected", f"a date from {FIRST_YEAR} to {LAST_YEAR}")
    raise PydanticCustomError("expected", "a date such as 2026-11-21")


class Translations(dict[str, str]):
    """One text in several languages; under "" a text for all of them."""


def _text(value: Any) -> Translations:
    if isinstance(value, str) and value.strip():
        return Translations({"": value})
    good = isinstance(value, dict) and value
    if good and all(isinstance(text, str) and text.strip() for text in value.values()):
        return Translations(value)
    raise PydanticCustomError("expected", "text, or one text for each language")


def _number(value: Any) -> Any:
    number = exact(value)
    if number is None:
        raise PydanticCustomError("expected", "a number")
    return number


def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _norm_value(value: Any) -> Any:
    """A number, a word, true or false, a list of words, or a table of numbers."""
    if isinstance(value, bool | str):
        return value
    if isinstance(value, list | tuple) and value and all(isinstance(w, str) for w in value):
        return tuple(value)
    if isinstance(value, dict) and value:
        cells = {column: exact(cell) for column, cell in value.items()}
        if all(cell is not None for cell in cells.values()):
            return cells
    number = exact(value)
    if number is None:
        raise PydanticCustomError("expected", "a number, a word, a list of words or a table")
    return number


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Text = Annotated[
    Translations,
    PlainValidator(_text),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}},
            ]
        }
    ),
]
Exact = Annotated[int | Fraction, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
NormData = Annotated[
    Any,
    PlainValidator(_norm_value),
    WithJsonSchema({"type": ["number", "string", "boolean", "array", "object"]}),
]
BEFORE = "before"
"""Where an action or offer names its phases: the time before the first, or before a pregnancy."""
CONDITION = "condition"
"""Where a condition stands; its schema is not that of a model and is put there by `schema`."""
When = Annotated[Any, WithJsonSchema({"format": CONDITION})]
Basis = Literal["source", "policy", "assumption"]
CareDomain = Literal["medical", "social"]


class Part(BaseModel):
    """Any part of a pack file: frozen, and nothing in it that the format doesn't know."""

    # Built once, as part of the whole: a model of its own for each part takes twice as long.
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        defer_build=True,
        # An error never holds the value of a fact.
        hide_input_in_errors=True,
    )


class InForce(Part):
    from_: Day = Field(alias="from")
    until: Day | None = None


class NormLink(Part):
    """`{norm: id}`, in a table with `by`, the fact (or `class`) that picks the column."""

    norm: Id
    by: Id | None = None


class Header(Part):
    id: Id
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
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


class Based(Part):
    """What every rule and norm says of itself: what it rests on."""

    basis: Basis
    source: Ids = Field(min_length=1)


class Bmi(Part):
    height_cm: Id
    weight_kg: Ids


class Sum(Part):
    of: Annotated[tuple[Id, ...], Field(min_length=2)]


class HouseholdValues(Part):
    single: Id
    couple: Id
    young_single: Id
    young_couple: Id
    young_couple_child: Id
    mixed_couple: Id
    mixed_couple_child: Id
    none: Id


class Household(Part):
    age: Id
    partner: Id
    together: Id
    partner_age: Id
    children: Id
    young: NormLink
    full: NormLink
    pension: NormLink
    values: HouseholdValues


class Sharing(Part):
    """How a kind of household shares costs: adults who count, and columns added or taken off."""

    adults: Literal[1, 2]
    plus: Id | None = None
    minus: Id | None = None


class NormLine(Part):
    household: Id
    sharers: Id
    table: NormLink
    fixed: NormLink
    each: NormLink
    of: Id
    shared: dict[Id, Sharing]
    factors: tuple[NormLink, ...]


class ChildAge(Part):
    pass


class GestationalAge(Part):
    term: NormLink


class Derive(Part):
    """Exactly one function of the program, with its inputs."""

    bmi: Bmi | None = None
    sum: Sum | None = None
    household: Household | None = None
    norm_line: NormLine | None = None
    child_age: ChildAge | None = None
    gestational_age: GestationalAge | None = None

    @property
    def function(self) -> Bmi | Sum | Household | NormLine | ChildAge | GestationalAge | None:
        given = [getattr(self, name) for name in self.model_fields_set]
        return given[0] if len(given) == 1 else None


class Band(Part):
    """The share of the answers below a number; the last band has no end."""

    below: Exact | None = None
    share: Exact


class Prevalence(Part):
    """How common each answer is: a share for each value, or for each band of a number."""

    source: Ids = Field(min_length=1)
    shares: dict[str, Exact] | None = None
    bands: Annotated[tuple[Band, ...], Field(min_length=2)] | None = None
    note: str = ""


class Fact(Part):
    type: Literal["boolean", "integer", "number", "choice", "text"]
    unit: str | None = None
    range: tuple[Exact, Exact] | None = None
    values: dict[Id, Text] | None = None
    label: Text
    question: Text | None = None
    asked_by: Ids = ()
    cost: Annotated[int, Field(ge=1, le=5, strict=True)] = 1
    sensitivity: Literal["ordinary", "sensitive", "special"] = "ordinary"
    seen_by: Ids = ()
    home: StrictBool = True
    changeable: StrictBool = False
    advances: Literal["yearly"] | None = None
    """Said of an age in years, which goes up by itself."""
    past: dict[Id, Literal["always", "pregnancy"]] = {}
    """Values of a choice to which nobody comes any more: never, or not since the pregnancy."""
    codes: dict[Literal["snomed", "loinc", "zib"], str] = {}
    error: Exact | None = None
    ask_if: When = None
    ask_first: StrictBool = False
    """Whether a talk begins with it, where it is asked at all."""
    prevalence: Prevalence | None = None
    derive: Derive | None = None

    @property
    def numeric(self) -> bool:
        return self.type in ("integer", "number")

    def may_be_seen(self, by: str | None) -> bool:
        """Whether a role may see an answer; whoever asks for it hears it."""
        return not self.seen_by or by in (*self.seen_by, *self.asked_by)


class Dated(Part):
    """One value of a norm, from a day until the next one or its own `until` (exclusive)."""

    from_: Day = Field(alias="from")
    until: Day | None = None
    review: Day | None = None
    value: NormData
    basis: Basis | None = None
    source: Ids | None = None
    inferred: tuple[Id, ...] = ()
    note: str = ""


class NormReading(Part):
    id: Id | None = None
    value: NormData
    label: Text | None = None

    @property
    def name(self) -> str:
        """Its id; without one its value as text."""
        return self.id or said(self.value)


class Norm(Based):
    label: Text
    unit: str
    by: Id | None = None
    value: NormData = None
    values: tuple[Dated, ...] | None = None
    alternatives: tuple[NormReading, ...] = ()

    @property
    def undated(self) -> bool:
        return "value" in self.model_fields_set


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


class Role(Part):
    label: Text
    domain: Literal["medical", "social", "support"]
    does: Text
    decides: tuple[Literal["class", "plan", "criterion", "action"], ...] = ()
    team: StrictBool = False


class Border(Part):
    months: StrictInt | NormLink


class Visits(Part):
    number: Annotated[int, Field(ge=1, le=7, strict=True)]
    days: Annotated[StrictInt, Field(ge=1, le=366)] | NormLink


class Goal(Part):
    label: Text
    for_: Ids = Field(default=(), alias="for")
    home: StrictBool = True


class Phase(Based):
    label: Text
    from_: Border = Field(alias="from")
    until: Border
    when: When
    visits: Visits
    role: Id
    purpose: Text
    themes: tuple[Text, ...] = ()
    goals: dict[Id, Goal] = {}


class Together(Part):
    """Who comes along while a signal is open or an event in force: then nobody visits alone."""

    signals: Ids = Field(default=(), min_length=1)
    events: Annotated[tuple[Lasting, ...], BeforeValidator(_one_or_many)] = ()
    role: Id


class SpokenBy(Part):
    """The fact that says in which language she likes best to speak; what every visitor speaks."""

    fact: Id
    everyone: Annotated[tuple[str, ...], Field(min_length=1)]


class MoreOften(Visits):
    """Visits for a while after an event, where the phase itself has fewer."""

    for_days: Annotated[StrictInt, Field(ge=1, le=366)]


class Schedule(Based):
    """What a visit must keep to: days off, the distance to others and to its day by the book.

    Numbers of days; `greatest` is in times the interval of the phase. Within `notice_days` a new
    plan moves as few visits as it can. No handover is within `handover_clear_days` of the due
    date, before or after.
    """

    holidays: Literal["NL", "BE"]
    hours: Annotated[StrictInt, Field(ge=1, le=8)] | NormLink
    reach_days: Annotated[StrictInt, Field(ge=0, le=31)]
    least_days: Annotated[StrictInt, Field(ge=1, le=31)]
    greatest: Annotated[StrictInt, Field(ge=1, le=12)]
    first_visit_days: Annotated[StrictInt, Field(ge=1, le=366)] | NormLink
    notice_days: Annotated[StrictInt, Field(ge=0, le=366)]
    handover_clear_days: Annotated[StrictInt, Field(ge=0, le=60)]
    more_often: dict[Literal["crisis", "relapse"], MoreOften] = {}
    together: Together | None = None
    language: SpokenBy | None = None


class Action(Based):
    label: Text
    for_: Ids = Field(default=(), alias="for")
    when: When = None
    after: Annotated[tuple[CircumstanceName, ...], BeforeValidator(_one_or_many)] = ()
    """What calls for it while it is in force: an event of a case, or a kind of one."""
    domain: CareDomain
    role: Id
    phases: Ids = ()
    instead_of: Ids = ()
    """Actions that this one covers: where it is for now or later, they are not done beside it."""
    home: StrictBool = True


class Moment(Part):
    """So many weeks of pregnancy, or so many months after the birth: one of the two."""

    weeks: Annotated[StrictInt, Field(ge=0, le=45)] | None = None
    months: Annotated[StrictInt, Field(ge=0, le=120)] | None = None


class Offer(Based):
    """What is on offer for an action. What no source tells of it is left out, and said to be so.

    `one_of` is a group of which one at a time is chosen with her; `own` is this programme in it.
    """

    label: Text
    for_: Ids = Field(alias="for", min_length=1)
    provider: Text
    phases: Ids = ()
    from_: Moment | None = Field(default=None, alias="from")
    until: Moment | None = None
    when: When = None
    languages: Text | None = None
    cost: Text | None = None
    waiting: Text | None = None
    meanwhile: Text
    """What bridges the wait."""
    note: Text | None = None
    one_of: Id | None = None
    own: StrictBool = False
    home: StrictBool = True
    confirmed: Day


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


Need = Literal["class_known", "due_date_known", "intake_offered"]


class State(Part):
    """Where a case can stand: in one of the steps, or at an end."""

    label: Text
    step: Annotated[StrictInt, Field(ge=1, le=9)] | None = None
    plan_set: StrictBool = False
    """Whether there the plan is no proposal any more."""
    end: StrictBool = False


class Step(Based):
    """From a state to another, on an event; without one by itself, once what it needs is there."""

    from_: Ids = Field(alias="from", min_length=1)
    event: Taken | None = None
    to: Id
    by: Ids = ()
    """The roles that may record it; without any, all may."""
    needs: tuple[Need, ...] = ()


class Trajectory(Part):
    """The states, of which the first is where a case begins, and the steps between them."""

    states: dict[Id, State] = {}
    steps: tuple[Step, ...] = ()


class PackTest(Part):
    """A case with the outcome it must have; the case itself is read as any case file."""

    title: Text
    on: Day
    case: dict[str, Any]
    expect: dict[str, Any]


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
    tests: dict[Id, PackTest] = {}
