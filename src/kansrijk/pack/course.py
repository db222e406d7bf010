"""The steps of a programme, as written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    Field,
    StrictBool,
    StrictInt,
)

from kansrijk.pack.events import Taken
from kansrijk.pack.parts import Based, Id, Ids, Part, Text

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
