"""What can be known of a case and what it is held against, as written: facts and norms."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    Field,
    StrictBool,
)

from kansrijk.pack.numbers import said
from kansrijk.pack.parts import (
    Based,
    Basis,
    Day,
    Exact,
    Id,
    Ids,
    NormData,
    NormLink,
    Part,
    Text,
    When,
)


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

    @property
    def span(self) -> tuple[Exact, Exact]:
        """The lowest and the highest that a number can be; of another fact there is none."""
        return self.range or (0, 0)

    @property
    def words(self) -> tuple[bool | str, ...]:
        """Every answer of a fact that has a closed list of them."""
        return (False, True) if self.type == "boolean" else tuple(self.values or ())

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
    gap: Text | None = None
    """Why a table has no value for some of its columns: what hangs on it stays unknown there."""

    @property
    def undated(self) -> bool:
        return "value" in self.model_fields_set
