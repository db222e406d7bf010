"""Adds to the text of a case file what somebody saw, heard or did, and leaves the rest as it is.

Each function takes the text of a case file and gives the text with one thing more, which was read
again and is a case. Each raises InputError where the text is no case, or would be none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from kansrijk.case.case import Case, Wish, parse_case
from kansrijk.case.wishes import own_wishes
from kansrijk.pack.events import EventName
from kansrijk.reading import read_text
from kansrijk.reading.inserting import added, flow, replaced
from kansrijk.reading.validation import Path

Part = Literal["facts", "help"]
Addition = tuple[Path, Any]
"""A place in a case, and what is put there."""


def new_case(case: str, file: str) -> str:
    """The text of a case of which nothing is known yet; JSON where the name of the file says so."""
    is_json = file.lower().endswith(".json")
    text = json.dumps({"case": case}, indent=2) if is_json else f"case: {flow(case)}"
    parse_case(read_text(text, file))
    return text + "\n"


def with_day(text: str, file: str, key: Literal["due_date", "last_period"], day: date) -> str:
    """The due date or the last period; another where there was one."""
    return with_additions(text, file, [((key,), day.isoformat())])


def with_fact(text: str, file: str, on: date, by: str, fact: str, value: Any) -> str:
    """What somebody heard of a fact on a day."""
    return _observed(text, file, on, by, "facts", fact, value)


def with_wish(text: str, file: str, on: date, by: str, criterion: str, wish: Wish) -> str:
    """Whether she wants help with a criterion, as she said to somebody on a day."""
    return _observed(text, file, on, by, "help", criterion, wish)


def with_event(text: str, file: str, on: date, by: str, event: EventName) -> str:
    """Something that happened on a day."""
    case = parse_case(read_text(text, file))
    data = {"date": on.isoformat(), "event": event, "by": by}
    return with_additions(text, file, [(("events", len(case.events)), data)])


def with_additions(text: str, file: str, additions: Iterable[Addition]) -> str:
    """With each value at its place, one after the other."""
    for path, value in additions:
        there = value_there(read_text(text, file).value, path)
        text = (added if there is None else replaced)(text, file, path, value)
    parse_case(read_text(text, file))
    return text


def observed(case: Case, day: str, by: str, part: Part, said: Any) -> list[Addition]:
    """Where to put what somebody said: beside what the same person saw that day, so long as
    none of it is said there already, or as an observation of its own."""
    for i, seen in reversed(list(enumerate(case.observations))):
        there: Mapping[str, Any] = getattr(seen, part)
        if (seen.date.isoformat(), seen.by) == (day, by) and not there.keys() & said.keys():
            return [(("observations", i, part, id), value) for id, value in said.items()]
    data = {"date": day, "by": by, part: said}
    return [(("observations", len(case.observations)), data)]


def value_there(data: Any, path: Path) -> Any:
    """What stands at a place; None where there is nothing."""
    for step in path:
        if isinstance(data, dict):
            data = data.get(str(step))
        elif isinstance(data, list) and int(step) < len(data):
            data = data[int(step)]
        else:
            return None
    return data


def put_first_said(case: Case, day: str, by: str, criteria: list[Any]) -> list[Addition]:
    """Where to put what comes first for her, for what the same person wrote that day."""
    n = _seen_by(case, day, by, "first")
    return [_of_observation(case, n, day, by, "first", criteria)]


def wished(case: Case, day: str, by: str, texts: list[Any]) -> list[Addition]:
    """Where to put more wishes of hers; without any, those of the same person are taken back.

    What she wishes is what she said last, so her earlier ones are said again with it.
    """
    n = _seen_by(case, day, by, "wishes")
    there = case.observations[n].wishes if n < len(case.observations) else None
    # The day may still prove to be none.
    on = max((one.date for one in case.observations if str(one.date) <= str(day)), default=date.min)
    own = own_wishes(case, on)
    new = [one for one in texts if one not in own]
    if texts and there:
        at = ("observations", n, "wishes")
        return [((*at, len(there) + k), text) for k, text in enumerate(new)]
    if texts and not new:
        return []
    # What others wrote on the day itself counts beside it.
    today = any(one.wishes is not None for one in case.observations if str(one.date) == str(day))
    kept = [] if today or not texts else own
    return [_of_observation(case, n, day, by, "wishes", [*kept, *new])]


def _seen_by(case: Case, day: str, by: str, part: Literal["first", "wishes"]) -> int:
    """The observation of a person on a day, one that says such a thing before any other.

    The place after the last where there is none.
    """
    theirs = [n for n, one in enumerate(case.observations) if (str(one.date), one.by) == (day, by)]
    said = [n for n in theirs if getattr(case.observations[n], part) is not None]
    return (said or theirs or [len(case.observations)])[-1]


def _of_observation(
    case: Case, n: int, day: str, by: str, part: Literal["first", "wishes"], said: list[Any]
) -> Addition:
    if n < len(case.observations):
        return ("observations", n, part), said
    return ("observations", n), {"date": day, "by": by, part: said}


def _observed(text: str, file: str, on: date, by: str, part: Part, id: str, value: Any) -> str:
    case = parse_case(read_text(text, file))
    return with_additions(text, file, observed(case, on.isoformat(), by, part, {id: value}))
