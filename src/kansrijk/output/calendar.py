"""The visits of a plan as an iCalendar file (RFC 5545), to lie about at home.

It tells days, times and a word that any diary holds, and nothing of why: no name of a programme,
class, phase or role, and no id that could be read. The only importer of icalendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from kansrijk.case.case import Case
from kansrijk.case.events import UNDO
from kansrijk.case.goals import GOAL
from kansrijk.case.overrides import OVERRIDE
from kansrijk.output.words import Words
from kansrijk.pack.events import TEAM_ONLY
from kansrijk.planning.fallen_out import fallen_out
from kansrijk.planning.plan import visit_hours
from kansrijk.planning.visits import Visit
from kansrijk.reading import InputError, Place, problem

if TYPE_CHECKING:
    from icalendar import Event

    from kansrijk.assessment import Assessment

ZONES: Final = {"NL": "Europe/Amsterdam", "BE": "Europe/Brussels"}
"""The time of the country whose holidays a pack keeps."""

SUMMER_TIME: Final = """\
BEGIN:VTIMEZONE
TZID:{zone}
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
"""Directive 2000/84/EC and the one before it. What icalendar makes of a zone changes the clock in
spring an hour late, and ends with the last year asked for."""

FIRST_DAY: Final = date(1900, 1, 1)
"""The first day that can be assessed on: no version of a calendar is from before it."""
VERSIONS_A_DAY: Final = 1000


def calendar(assessment: Assessment, lang: str) -> str:
    """The visits of a plan that is or was set, those that were called off included.

    Raises ModuleNotFoundError where the package icalendar is not installed, and InputError where
    the outcome has no plan.
    """
    from icalendar import Calendar, Timezone

    made = Calendar()
    made.add("PRODID", "-//kansrijk//EN")
    made.add("VERSION", "2.0")
    made.add("METHOD", "PUBLISH")
    visits = _visits(assessment)
    zone = _zone(assessment)
    if any(visit.time for visit in visits):
        made.add_component(Timezone.from_ical(SUMMER_TIME.format(zone=zone)))
    for event in sorted(_events(assessment, visits, zone, lang), key=_order):
        made.add_component(event)
    text: str = made.to_ical().decode()
    return text


def _visits(assessment: Assessment) -> tuple[Visit, ...]:
    """The visits of the plan but for what is only proposed, and those that have fallen out."""
    plan = assessment.plan
    if assessment.reader is not None:
        # Of a copy what has fallen out would be looked for without what is hidden.
        raise InputError([problem("no_calendar", Place("calendar", None, None))])
    if plan is None:
        raise InputError([problem("no_plan", Place("calendar", None, None))])
    gone = fallen_out(assessment.pack, assessment.case, assessment.facts, plan.visits)
    return (*(one for one in plan.visits if one.status != "proposed"), *gone)


def _zone(assessment: Assessment) -> str:
    schedule = assessment.pack.sections.schedule
    return ZONES[schedule.holidays if schedule else "NL"]


def _events(
    assessment: Assessment, visits: Iterable[Visit], zone: str, lang: str
) -> Iterator[Event]:
    from icalendar import Event

    pack, on = assessment.pack, assessment.date
    told = datetime.combine(on, time(), UTC)
    summary = Words(pack, lang).say("calendar_visit")
    lasts = timedelta(hours=visit_hours(pack, assessment.facts) or 1)
    version = _version(assessment.case, on)
    for visit in visits:
        event = Event()
        event.add("UID", _uid(pack.id, assessment.case.case, visit.id))
        event.add("SEQUENCE", version)
        event.add("DTSTAMP", told)
        event.add("LAST-MODIFIED", told)
        event.add("SUMMARY", summary)
        event.add("CLASS", "CONFIDENTIAL")
        event.add("STATUS", "CANCELLED" if visit.status == "cancelled" else "CONFIRMED")
        event.add("TRANSP", "OPAQUE")
        if visit.time is None:
            event.add("DTSTART", visit.date)
            event.add("DTEND", visit.date + timedelta(1))
        else:
            start = datetime.combine(visit.date, time.fromisoformat(visit.time), ZoneInfo(zone))
            event.add("DTSTART", start)
            event.add("DTEND", start + lasts)
        yield event


def _order(event: Event) -> tuple[date, str]:
    start = event.start
    return (start.date() if isinstance(start, datetime) else start), str(event["UID"])


def _uid(pack: str, case: str, visit: str) -> str:
    """The same for a visit for ever. Hashed, because an id of a visit names its phase, and that
    there was a crisis or a relapse; and a pseudonym can be known at home."""
    whole = sha256("\n".join((pack, case, visit)).encode()).hexdigest()
    return f"{whole[:32]}@kansrijk"


def _version(case: Case, on: date) -> int:
    """Higher on each later day, and for each event that was told by the day.

    Not for observations and overrides: the home may not see that anything was told of what is
    marked so, and an override or a goal may be about that. Nor for what the team alone may know,
    nor for a loss that changes no day. A crisis or a relapse counts, because it may move visits.
    """
    unmoved = {(one.event, one.date, one.number) for one in case.events if one.goes_on}
    told = (
        (one.of, one.on, one.number) if one.event == UNDO else (one.event, one.date, one.number)
        for one in case.events
        if one.date <= on
    )
    counted = sum(one not in unmoved and one[0] not in (OVERRIDE, GOAL, *TEAM_ONLY) for one in told)
    return (on - FIRST_DAY).days * VERSIONS_A_DAY + min(counted, VERSIONS_A_DAY - 1)
