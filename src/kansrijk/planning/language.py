"""In which language she likes best to speak, and whether the student who comes speaks it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts
from kansrijk.case.visits import students_by
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.handovers import Handover


def language_to_match(
    schedule: Schedule | None, case: Case, facts: Facts, found: Sequence[Handover]
) -> tuple[str | None, date | None]:
    """The fact that holds her language, where the student is not known to speak it; and the day
    from which one comes who does.

    Only which fact: an outcome holds no answers.
    """
    spoken = schedule.language if schedule else None
    told = facts.values.get(spoken.fact) if spoken else None
    if spoken is None or not isinstance(told, str):
        return None, None
    comes = {one.day: one.from_ for one in found}
    students = [
        one._replace(from_=comes.get(one.from_, one.from_)) for one in students_by(case, facts.on)
    ]
    now = [one.languages for one in students if one.from_ <= facts.on][-1:]
    if _speaks(told, *spoken.everyone, *(language for one in now for language in one)):
        return None, None
    coming = (one for one in students if one.from_ > facts.on and _speaks(told, *one.languages))
    return spoken.fact, next((one.from_ for one in coming), None)


def _speaks(language: str, *languages: str) -> bool:
    return _same(language) in map(_same, languages)


def _same(language: str) -> str:
    """A language as it is compared: whoever wrote it may have used capitals."""
    return " ".join(language.split()).casefold()
