"""What can be recorded: every event of the table, and what is no event of a case file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kansrijk.pack.events import EVENTS, EventKind

FACT, HELP, FIRST, WISH, SIGNAL = "fact", "help", "first", "wish", "signal"
NUMBER = "number"
"""What tells events of one kind on one day apart; every event may have it."""

SEEN: Final[Mapping[str, EventKind]] = {
    FACT: EventKind(must=("set",)),
    HELP: EventKind(must=("set",)),
    FIRST: EventKind(must=("set",)),
    WISH: EventKind(must=("text",)),
    SIGNAL: EventKind(must=("of",)),
}
"""What goes into an observation."""

ANSWERS = (FACT, HELP)
"""Of these `set` is a mapping: of facts, or of criteria. Of FIRST it is a list of criteria."""

KINDS: Final[Mapping[str, EventKind]] = {**SEEN, **EVENTS}
