"""Every event that a case file may tell of: what it says beside when, what and by whom.

A new event is a row here, and a field of `Event` for each key that no event had before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, NamedTuple


class EventKind(NamedTuple):
    """The keys it must have and may have; `step`: the programme takes it; `ends` the support.

    `kinds` are the words that it may have under `kind`.
    """

    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    step: bool = False
    ends: bool = False
    kinds: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.must, *self.may)


EVENTS: Final[Mapping[str, EventKind]] = {
    "intake": EventKind(step=True),
    "agreement": EventKind(step=True),
    "plan_set": EventKind(step=True),
    "completed": EventKind(step=True, ends=True),
    "refusal": EventKind(ends=True),
    "move": EventKind(ends=True),
    "transfer": EventKind(ends=True),
    "loss": EventKind(
        may=("kind", "goes_on"),
        ends=True,
        kinds=("pregnancy_loss", "termination", "stillbirth", "child_died"),
    ),
    "due_date": EventKind(must=("to",)),
    "birth": EventKind(),
    "absence": EventKind(
        must=("from",), may=("back", "of", "kind"), kinds=("admission", "detention")
    ),
    "return": EventKind(may=("of",)),
    "placement": EventKind(),
    "secret_address": EventKind(),
    "over": EventKind(must=("of",)),
    "preference": EventKind(may=("days", "time")),
    "student": EventKind(may=("from", "languages")),
    "visit": EventKind(must=("visit", "status"), may=("to",)),
    "goal": EventKind(must=("of", "state")),
    "crisis": EventKind(),
    "relapse": EventKind(),
    "override": EventKind(must=("of", "set", "reason")),
    "undo": EventKind(must=("of", "on")),
}
"""In the order in which events of one day are taken."""

ENDINGS = tuple(event for event, kind in EVENTS.items() if kind.ends)
TAKEN = tuple(event for event, kind in EVENTS.items() if kind.step or kind.ends)
"""What moves a case along its trajectory; the others happen wherever it stands."""

LASTING = ("placement", "secret_address")
"""What is so from its day on, until an event `over` of it."""

MORE_OFTEN = ("crisis", "relapse")
"""After what visits can be more often for a while."""

PASSING = (*EVENTS["absence"].kinds, *LASTING)
"""What is in force for a while, and may stand in the way of an action or goal as long as it is."""

LOSS = "loss"
NOT_AFTER_LOSS = (
    "due_date", "birth", "placement", "preference", "student", "visit", "goal", "crisis", "relapse",
)  # fmt: skip
"""What nobody is offered to record of a child that was lost, and of visits that have stopped."""
UNTOLD = (*(word for kind in EVENTS.values() for word in kind.kinds), *LASTING)
"""What may not reach her home, nor anybody outside the team."""

UNSAID = "unsaid"
"""What ended the support, in a copy for who may not know that it was a loss. No event of a case."""

CIRCUMSTANCES = (LOSS, *UNTOLD)
"""What calls for actions while it is in force: an event, or one of its kinds."""

TEAM_ONLY = (*LASTING, "over")
"""Events that only the team may know of."""

EVENT_KEYS = tuple(dict.fromkeys(key for kind in EVENTS.values() for key in kind.keys))

if TYPE_CHECKING:
    EventName = str
    Taken = str
    Lasting = str
    CircumstanceName = str
    PassingName = str
    MoreOftenName = str
else:
    EventName = Literal[tuple(EVENTS)]
    Taken = Literal[TAKEN]
    Lasting = Literal[LASTING]
    CircumstanceName = Literal[CIRCUMSTANCES]
    PassingName = Literal[PASSING]
    MoreOftenName = Literal[MORE_OFTEN]
