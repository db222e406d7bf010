"""Who does what and when, as written: roles, phases, actions and what is on offer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StrictBool,
    StrictInt,
)

from kansrijk.pack.events import CircumstanceName, PassingName
from kansrijk.pack.parts import (
    Based,
    CareDomain,
    Day,
    Id,
    Ids,
    NormLink,
    Part,
    Text,
    When,
    _one_or_many,
)

NotWhile = Annotated[tuple[PassingName, ...], BeforeValidator(_one_or_many)]
"""What stands in the way while it is in force."""


MOTHER = "mother"
"""Whom her own copy is for."""


class Role(Part):
    label: Text
    domain: Literal["medical", "social", "support"]
    does: Text
    decides: tuple[Literal["class", "plan", "criterion", "action"], ...] = ()
    team: StrictBool = False
    also: Ids = ()
    """Other names by which a copy for the role can be asked, such as that of its service."""


class Border(Part):
    months: StrictInt | NormLink


class Visits(Part):
    number: Annotated[int, Field(ge=1, le=7, strict=True)]
    days: Annotated[StrictInt, Field(ge=1, le=366)] | NormLink


class Goal(Part):
    label: Text
    for_: Ids = Field(default=(), alias="for")
    not_while: NotWhile = ()
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


class Action(Based):
    label: Text
    for_: Ids = Field(default=(), alias="for")
    when: When = None
    after: Annotated[tuple[CircumstanceName, ...], BeforeValidator(_one_or_many)] = ()
    """What calls for it while it is in force: an event of a case, or a kind of one."""
    not_while: NotWhile = ()
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
