"""Adds to the text of a case file what somebody saw, heard or did, and leaves the rest as it is.

Each function takes the text of a case file and gives the text with one thing more, which was read
again and is a case. Each raises InputError where the text is no case, or would be none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from kansrijk.case.case import Wish, parse_case
from kansrijk.pack.events import EventName
from kansrijk.reading import read_text
from kansrijk.reading.inserting import added, flow


def new_case(case: str, file: str) -> str:
    """The text of a case of which nothing is known yet; JSON where the name of the file says so."""
    is_json = file.lower().endswith(".json")
    text = json.dumps({"case": case}, indent=2) if is_json else f"case: {flow(case)}"
    parse_case(read_text(text, file))
    return text + "\n"


def with_day(text: str, file: str, key: Literal["due_date", "last_period"], day: date) -> str:
    """The due date or the last period, where there was none."""
    return _added(text, file, (key,), day.isoformat())


def with_fact(text: str, file: str, on: date, by: str, fact: str, value: Any) -> str:
    """What somebody heard of a fact on a day."""
    return _observed(text, file, on, by, "facts", fact, value)


def with_wish(text: str, file: str, on: date, by: str, criterion: str, wish: Wish) -> str:
    """Whether she wants help with a criterion, as she said to somebody on a day."""
    return _observed(text, file, on, by, "help", criterion, wish)


def with_event(text: str, file: str, on: date, by: str, event: EventName) -> str:
    """Something that happened on a day."""
    events = parse_case(read_text(text, file)).events
    data = {"date": on.isoformat(), "event": event, "by": by}
    return _added(text, file, ("events", len(events)), data)


def _observed(
    text: str, file: str, on: date, by: str, part: Literal["facts", "help"], id: str, value: Any
) -> str:
    """Beside what the same person saw that day, or as an observation of its own."""
    case = parse_case(read_text(text, file))
    for i, seen in reversed(list(enumerate(case.observations))):
        said: Mapping[str, Any] = getattr(seen, part)
        if (seen.date, seen.by) == (on, by) and id not in said:
            return _added(text, file, ("observations", i, part, id), value)
    data = {"date": on.isoformat(), "by": by, part: {id: value}}
    return _added(text, file, ("observations", len(case.observations)), data)


def _added(text: str, file: str, path: tuple[str | int, ...], value: Any) -> str:
    new = added(text, file, path, value)
    parse_case(read_text(new, file))
    return new
