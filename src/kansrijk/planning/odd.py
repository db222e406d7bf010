"""What was told of the visits that somebody should look at once more; nothing is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date

from kansrijk.case.availability import ABSENCE, PREFERENCE, Preference, absences_by
from kansrijk.case.case import Case, Event
from kansrijk.case.events import placed_events_by
from kansrijk.planning.days_off import SATURDAY
from kansrijk.planning.terms import Terms
from kansrijk.reading.validation import Path
from kansrijk.screening.warnings import Warning

EARLIEST, LATEST = "07:00", "21:00"
"""When a visit can be expected to begin; of any other time it is asked whether it is meant."""

Told = Sequence[tuple[Path, Event]]


def odd_wishes(case: Case, terms: Terms, on: date) -> Iterator[Warning]:
    """Of a plan that goes on: absences without a return, wishes that cannot be kept."""
    told = tuple(placed_events_by(case, on))
    if terms.spells:
        away = [one for one in absences_by(case, on) if one.back is None]
        comes = {one.role for one in terms.spells} | {terms.along, None}
        for role in sorted({one.role for one in away} & comes, key=str):
            since = {one.from_ for one in away if one.role == role}
            yield _without_return(told, role, since)
    if terms.preference:
        yield from _not_kept(told, terms.preference)


def _without_return(told: Told, role: str | None, since: Set[date]) -> Warning:
    """It keeps every visit away, until somebody tells that she, or the role, is back."""
    away = ((path, one) for path, one in told if one.event == ABSENCE and one.of == role)
    paths = tuple(path for path, one in away if one.back is None and one.from_ in since)
    if role is None:
        return Warning("absence_open", paths=paths)
    return Warning("absence_of_role_open", f"role:{role}", (("id", role),), paths)


def _not_kept(told: Told, preference: Preference) -> Iterator[Warning]:
    """A wish for days on which nobody visits alone, or for a time at which nobody does."""
    wishes = [(path, one) for path, one in told if one.event == PREFERENCE]
    last = max(one.when for _, one in wishes)
    paths = [path for path, one in wishes if one.when == last]
    if preference.days and min(preference.days) >= SATURDAY:
        yield Warning("preference_weekend", paths=tuple((*path, "days") for path in paths))
    if preference.time and not EARLIEST <= preference.time <= LATEST:
        details = (("time", preference.time),)
        yield Warning("preference_time", "", details, tuple((*path, "time") for path in paths))


def said_otherwise(case: Case, on: date) -> Iterator[Warning]:
    """Visits that were made by one word, and were not by another."""
    told: dict[str, list[tuple[Path, str]]] = {}
    for path, event in placed_events_by(case, on):
        if event.visit and event.status:
            told.setdefault(event.visit, []).append(((*path, "status"), event.status))
    for id, words in sorted(told.items()):
        said = {status for _, status in words}
        if "done" in said and said & {"missed", "cancelled"}:
            paths = tuple(path for path, status in words if status != "moved")
            yield Warning("visit_said_otherwise", id, paths=paths)
