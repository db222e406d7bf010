"""In which language she likes best to speak, and whether the student who comes speaks it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kansrijk.case.case import Case
from kansrijk.case.facts import Facts
from kansrijk.case.visits import Student, students_by
from kansrijk.pack.timetable import Schedule
from kansrijk.planning.handovers import Handover


class LanguageToMatch(NamedTuple):
    """That a student comes who is not known to speak her language, which is in a fact.

    `until` is the day until which one comes who does, where that is so now; `from_` the day from
    which one comes who does. Only which fact: an outcome holds no answers.
    """

    fact: str
    until: date | None
    from_: date | None


def language_to_match(
    schedule: Schedule | None, case: Case, facts: Facts, found: Sequence[Handover]
) -> LanguageToMatch | None:
    """None where everybody who comes is known to speak her language, or where hers is not told."""
    spoken = schedule.language if schedule else None
    told = facts.values.get(spoken.fact) if spoken else None
    if spoken is None or not isinstance(told, str) or _speaks(told, *spoken.everyone):
        return None
    students = _who_come(students_by(case, facts.on), found)
    since = sum(one.from_ <= facts.on for one in students)
    now, coming, until = students[:since][-1:], iter(students[since:]), None
    if _speaks(told, *(language for one in now for language in one.languages)):
        until = next((one.from_ for one in coming if not _speaks(told, *one.languages)), None)
        if until is None:
            return None
    from_ = next((one.from_ for one in coming if _speaks(told, *one.languages)), None)
    return LanguageToMatch(spoken.fact, until, from_)


def _who_come(students: Sequence[Student], found: Sequence[Handover]) -> list[Student]:
    """The students from the day on which each does come, in that order."""
    days = {one.day: one.from_ for one in found}
    come: list[Student] = []
    for one in reversed(students):
        day = days.get(one.from_, one.from_)
        # Who was to come when the next one is there already never does.
        if not come or day < come[-1].from_:
            come.append(one._replace(from_=day))
    return come[::-1]


def _speaks(language: str, *languages: str) -> bool:
    return _same(language) in map(_same, languages)


def _same(language: str) -> list[str]:
    """The words of a language as they are compared: it may have been written with capitals."""
    return language.casefold().split()
