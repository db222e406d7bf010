"""What can be recorded: every event of the table, and what is no event of a case file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kansrijk.pack.events import EVENTS, EventKind

FACT, HELP, FIRST, WISH = "fact", "help", "first", "wish"
SIGNAL, DUE_DATE = "signal", "due_date"
SEEN: Final[Mapping[str, EventKind]] = {
    FACT: EventKind(must=("set",)),
    HELP: EventKind(must=("set",)),
    FIRST: EventKind(must=("set",)),
    WISH: EventKind(must=("text",)),
    SIGNAL: EventKind(must=("of",)),
    DUE_DATE: EventKind(must=("set",)),
}
"""What goes into an observation, or is the due date."""

ANSWERS = (FACT, HELP)
"""Of these `set` is a mapping: of facts, or of criteria. Of FIRST it is a list of criteria."""

KINDS: Final[Mapping[str, EventKind]] = {**SEEN, **EVENTS}
