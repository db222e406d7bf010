"""What the days of visits keep to, as written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Field,
    StrictInt,
)

from kansrijk.pack.care import Visits
from kansrijk.pack.events import Lasting, MoreOftenName
from kansrijk.pack.parts import Based, Id, Ids, NormLink, Part, _one_or_many


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
    more_often: dict[MoreOftenName, MoreOften] = {}
    together: Together | None = None
    language: SpokenBy | None = None
