"""The calendar: the visits of a plan, told in a way that is safe at home, version after version."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from builders import SCHEDULE, case_of, shipped_pack, small_pack
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event
from typer.testing import CliRunner

from kansrijk.assessment import Assessment, assess, screen_case
from kansrijk.cli.main import application
from kansrijk.pack.pack import Pack
from kansrijk.planning.visits import Visit
from kansrijk.reading import InputError

PACK = small_pack(schedule={**SCHEDULE, "more_often": {
    "crisis": {"number": 2, "days": 7, "for_days": 28}}})  # fmt: skip
HOOGEVEEN = shipped_pack("hoogeveen")
DUE = "2026-09-01"
Told = dict[str, Any]


def told(day: date | str, event: str, **fields: Any) -> Told:
    return {"date": str(day), "event": event, "by": "nurse", **fields}


SET = (told("2026-06-01", "intake"), told("2026-06-01", "agreement"))


def at(on: date | str, *events: Told, pack: Pack = PACK, **parts: Any) -> Assessment:
    facts = {"poor": True, "alone": True}
    case = case_of(**{"due_date": DUE, "facts": facts, **parts, "events": list(events)})
    return assess(pack, case, on=date.fromisoformat(str(on)), engines=["reference"])


def events_of(ics: str) -> list[Event]:
    return [one for one in Calendar.from_ical(ics).walk("VEVENT") if isinstance(one, Event)]


def starts(events: Iterable[Event]) -> list[date]:
    return [one.start for one in events]


def confirmed(events: Iterable[Event]) -> list[Event]:
    return [one for one in events if one["STATUS"] == "CONFIRMED"]


def going_on(result: Assessment) -> list[Visit]:
    """The visits of a plan that a diary must show."""
    assert result.plan is not None
    return [one for one in result.plan.visits if one.status in ("planned", "done", "missed")]


def between(ics: str, first: date, last: date) -> list[Event]:
    """What another library finds in a calendar."""
    found = recurring_ical_events.of(Calendar.from_ical(ics)).between(first, last)
    return sorted(found, key=lambda one: str(one.start))


# What it says


def test_the_whole_of_it_to_the_letter() -> None:
    move = told("2026-07-20", "visit", visit="later-001", status="cancelled")
    birth = told("2026-09-01", "birth")
    result = at("2026-11-20", *SET, told("2026-06-20", "preference", time="10:30"), birth, move)
    lines = result.to_ics().split("\r\n")
    assert lines[:4] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kansrijk//EN",
                         "METHOD:PUBLISH"]  # fmt: skip
    first = lines.index("BEGIN:VEVENT")
    uid = next(line for line in lines if line.startswith("UID:"))
    assert lines[first : lines.index("END:VEVENT") + 1] == [
        "BEGIN:VEVENT",
        "SUMMARY:Appointment",
        "DTSTART;TZID=Europe/Amsterdam:20260701T103000",
        "DTEND;TZID=Europe/Amsterdam:20260701T123000",
        "DTSTAMP:20261120T000000Z",
        uid,
        # 1900-01-01 to 2026-11-20 is 46344 days; five events were told.
        "SEQUENCE:46344005",
        "CLASS:CONFIDENTIAL",
        "LAST-MODIFIED:20261120T000000Z",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]
    assert re.fullmatch(r"UID:[0-9a-f]{32}@kansrijk", uid)
    assert lines.count("STATUS:CANCELLED") == 1
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_until_a_time_is_agreed_an_appointment_takes_the_day() -> None:
    ics = at("2026-06-01", *SET).to_ics()
    assert "VTIMEZONE" not in ics
    assert "\r\nDTSTART;VALUE=DATE:20260701\r\nDTEND;VALUE=DATE:20260702\r\n" in ics


def test_the_words_are_those_of_a_language_and_the_same_for_every_visit() -> None:
    for lang, word in {"nl": "Afspraak", "en": "Appointment", "fr": "Rendez-vous"}.items():
        found = events_of(at("2026-07-03", *SET).to_ics(lang))
        assert {str(one["SUMMARY"]) for one in found} == {word}


def test_a_visit_lasts_an_hour_where_no_pack_says_how_long() -> None:
    pack = small_pack()
    assert len(events_of(at("2026-06-01", *SET, pack=pack).to_ics())) > 20
    preference = told("2026-06-01", "preference", time="23:30")
    (first, *_) = events_of(at("2026-06-01", *SET, preference).to_ics())
    assert first.end - first.start == timedelta(hours=2)
    assert first.end.date() > first.start.date()


def test_what_has_passed_keeps_the_time_that_it_had() -> None:
    ten, two = (told(day, "preference", time=time) for day, time in
                (("2026-06-01", "10:00"), ("2026-07-20", "14:00")))  # fmt: skip
    found = events_of(at("2026-08-01", *SET, ten, two).to_ics())
    for one in found:
        assert one.start.hour == (10 if one.start.date() < date(2026, 7, 20) else 14)


def test_belgian_days_off_go_with_belgian_time() -> None:
    pack = small_pack(schedule={**SCHEDULE, "holidays": "BE"})
    ics = at("2026-06-01", *SET, told("2026-06-01", "preference", time="10:00"), pack=pack).to_ics()
    assert set(re.findall("Europe/[A-Za-z]+", ics)) == {"Europe/Brussels"}


def test_a_visit_that_was_missed_stays_and_one_that_was_cancelled_says_so() -> None:
    said = {"early-001": "done", "early-002": "missed", "early-008": "cancelled"}
    visits = [told("2026-07-03", "visit", visit=id, status=status) for id, status in said.items()]
    result = at("2026-07-04", *SET, *visits)
    found = events_of(result.to_ics())
    assert starts(confirmed(found)) == [one.date for one in going_on(result)]
    # One done on the third of July instead of the first.
    assert starts(found)[:2] == [date(2026, 7, 3), date(2026, 7, 3)]
    assert starts(one for one in found if one["STATUS"] == "CANCELLED") == [date(2026, 7, 24)]


def test_a_proposal_is_in_no_calendar() -> None:
    assert events_of(at("2026-07-10", SET[0]).to_ics()) == []
    # Nor is what was proposed before the plan was set, and fell out before that.
    away = told("2026-06-02", "absence", **{"from": "2026-07-11", "back": "2026-07-27"})
    agreement = told("2026-06-03", "agreement")
    result = at("2026-06-04", SET[0], away, agreement)
    assert result.plan is not None and result.plan.without_day
    assert starts(events_of(result.to_ics())) == [one.date for one in going_on(result)]


def test_nothing_is_lost_where_a_plan_that_was_set_is_a_proposal_again() -> None:
    steps = small_pack(schedule=SCHEDULE, trajectory=AGAIN)
    set_ = (told("2026-06-01", "intake"), told("2026-06-02", "agreement"),
            told("2026-06-03", "plan_set"))  # fmt: skip
    before = at("2026-07-10", *set_, pack=steps)
    assert len(confirmed(events_of(before.to_ics()))) > 20
    refused = at("2026-07-16", *set_, told("2026-07-16", "refusal"), pack=steps)
    again = at("2026-07-18", *set_, told("2026-07-16", "refusal"),
               told("2026-07-18", "intake"), pack=steps)  # fmt: skip
    for later in (refused, again):
        found = events_of(later.to_ics())
        assert {str(one["UID"]) for one in found} == {
            str(one["UID"]) for one in events_of(before.to_ics())
        }
        assert {one.start < date(2026, 7, 16) for one in confirmed(found)} == {True}


AGAIN: Any = {
    "states": {
        "first": {"label": "first", "step": 1},
        "making": {"label": "making", "step": 2},
        "agreed": {"label": "agreed", "step": 3},
        "going": {"label": "going", "step": 4, "plan_set": True},
        "stopped": {"label": "stopped", "end": True},
    },
    "steps": [
        {**step, "basis": "policy", "source": "law"}
        for step in (
            {"from": ["first", "stopped"], "event": "intake", "to": "making"},
            {"from": "making", "event": "agreement", "to": "agreed"},
            {"from": "agreed", "event": "plan_set", "to": "going"},
            {"from": ["first", "making", "agreed", "going"], "event": "refusal", "to": "stopped"},
        )
    ],
}


def test_there_is_no_calendar_of_a_screening() -> None:
    with pytest.raises(InputError, match="calendar: this outcome has no plan"):
        screen_case(PACK, case_of(), on=date(2026, 6, 1)).to_ics()


@given(st.booleans(), st.booleans(), st.dates(date(2026, 6, 2), date(2027, 1, 1)))
def test_it_is_well_formed(is_set: bool, has_time: bool, on: date) -> None:
    time = [told("2026-06-02", "preference", time="09:15")] if has_time else []
    result = at(on, *(SET if is_set else SET[:1]), *time)
    ics = result.to_ics()
    assert ics == at(on, *time, *reversed(SET if is_set else SET[:1])).to_ics()
    lines = ics.split("\r\n")
    assert "\n" not in "".join(lines) and "\r" not in "".join(lines)
    assert max(len(line.encode()) for line in lines) <= 75
    keys = [(str(one.start), str(one["UID"])) for one in events_of(ics)]
    assert keys == sorted(keys) and len({uid for _, uid in keys}) == len(keys)
    assert bool(keys) is is_set


# Both changes of the clock


@pytest.mark.parametrize("time", [None, "10:00"])
def test_another_library_reads_the_same_days_over_both_changes_of_the_clock(
    time: str | None,
) -> None:
    preference = [told("2026-06-01", "preference", time=time)] if time else []
    result = at("2026-06-10", *SET, *preference, due_date="2027-02-01")
    first, last = date(2026, 10, 1), date(2027, 5, 1)
    expected = sorted(one.date for one in going_on(result) if first <= one.date < last)
    found = between(result.to_ics(), first, last)
    days = [one.start.date() if time else one.start for one in found]
    assert days == expected
    # In winter time and, from 28 March 2027 on, in summer time.
    assert days[0] < date(2027, 3, 28) < days[-1]
    if time:
        hours = {(one.start.hour, one.start.astimezone(UTC).hour) for one in found}
        assert hours == {(10, 8), (10, 9)}
        amsterdam = ZoneInfo("Europe/Amsterdam")
        for one, day in zip(found, days, strict=True):
            begin = datetime(day.year, day.month, day.day, 10, tzinfo=amsterdam)
            assert (one.start, one.end) == (begin, begin + timedelta(hours=2))


def test_both_changes_within_one_plan_of_hoogeveen() -> None:
    result = hoogeveen("2026-09-16")
    days = [one.date for one in going_on(result)]
    for change, before, after in ((date(2026, 10, 25), 8, 9), (date(2027, 3, 28), 9, 8)):
        first, last = change - timedelta(14), change + timedelta(14)
        found = between(result.to_ics(), first, last)
        assert [one.start.date() for one in found] == [one for one in days if first <= one < last]
        assert {one.start.hour for one in found} == {10}
        for one in found:
            expected = before if one.start.date() < change else after
            assert one.start.astimezone(UTC).hour == expected
        assert found[0].start.date() < change < found[-1].start.date()


@pytest.mark.parametrize("zone", ["Europe/Amsterdam", "Europe/Brussels"])
def test_the_time_zone_that_is_written_is_the_real_one(zone: str) -> None:
    """Read by a third library, which looks at nothing but what is written."""
    pack = small_pack(schedule={**SCHEDULE, "holidays": "BE" if "Br" in zone else "NL"})
    preference = told("2026-06-01", "preference", time="10:00")
    ics = at("2026-06-10", *SET, preference, pack=pack).to_ics()
    block = ics[ics.index("BEGIN:VTIMEZONE") : ics.index("END:VTIMEZONE")] + "END:VTIMEZONE\r\n"
    written, real = tzical(io.StringIO(block)).get(zone), ZoneInfo(zone)
    for year in range(2000, 2040):
        changes = [date(year, month, day) for month in (3, 10) for day in range(24, 32)]
        for day in (date(year, 1, 1), *changes, date(year, 7, 1)):
            for quarter in range(96):
                moment = datetime(day.year, day.month, day.day) + timedelta(minutes=15) * quarter
                # An hour that is there twice, or not at all, can be either.
                there = {moment.replace(tzinfo=real, fold=fold).utcoffset() for fold in (0, 1)}
                assert moment.replace(tzinfo=written).utcoffset() in there, moment
    # By RFC 5545 a change is told in the time before it; both are at 1:00 UTC.
    (component,) = Calendar.from_ical(ics).walk("VTIMEZONE")
    for part in component.subcomponents:
        assert (part.DTSTART - part.TZOFFSETFROM).hour == 1


# Version after version

Held = dict[str, Event]


def received(held: Held, ics: str) -> Held:
    """A diary after one more file: of each appointment the version with the highest number."""
    found = dict(held)
    for one in events_of(ics):
        uid = str(one["UID"])
        if uid not in found or int(one["SEQUENCE"]) > int(found[uid]["SEQUENCE"]):
            found[uid] = one
    return found


@st.composite
def days_told(draw: st.DrawFn) -> dict[date, list[Told]]:
    """What is told on successive days, on some of them nothing; the plan is set before all."""
    days = sorted(draw(st.sets(st.dates(date(2026, 6, 2), date(2026, 11, 20)), max_size=6)))
    found: dict[date, list[Told]] = {}
    kinds = ["absence", "preference", "visit", "crisis", "birth", "class", "nothing"]
    for day in days:
        found[day] = list(draw(one_day(day, draw(st.lists(st.sampled_from(kinds), max_size=2)))))
    births = [(day, one) for day, events in found.items() for one in events
              if one.get("event") == "birth"]  # fmt: skip
    for day, one in births[1:]:
        found[day].remove(one)
    if days and draw(st.booleans()):
        end = draw(st.sampled_from(["loss", "refusal", "move"]))
        found[days[-1]].append(told(days[-1], end))
    return found


@st.composite
def one_day(draw: st.DrawFn, day: date, kinds: list[str]) -> list[Told]:
    found = []
    for kind in kinds:
        fields: dict[str, Any] = {}
        if kind == "nothing":
            continue
        if kind == "class":
            facts = {"poor": draw(st.sampled_from([True, False, None]))}
            found.append({"date": str(day), "by": "nurse", "facts": facts})
            continue
        if kind == "birth" and not date(2026, 7, 4) < day < date(2026, 9, 15):
            continue
        if kind == "absence":
            away = draw(st.dates(day, day + timedelta(40)))
            fields = {"from": str(away), "back": str(away + timedelta(draw(st.integers(1, 25))))}
        if kind == "preference":
            week = ["monday", "tuesday", "wednesday", "thursday", "friday"]
            fields["days"] = draw(st.lists(st.sampled_from(week), max_size=3, unique=True))
            if draw(st.booleans()):
                fields["time"] = draw(st.sampled_from(["09:00", "15:30"]))
        if kind == "visit":
            phase = draw(st.sampled_from(["early", "later"]))
            status = draw(st.sampled_from(["done", "missed", "cancelled", "moved"]))
            fields = {"visit": f"{phase}-{draw(st.integers(1, 16)):03}", "status": status}
            if status == "moved":
                fields["to"] = str(day + timedelta(draw(st.integers(0, 20))))
        found.append(told(day, kind, **fields))
    return found


def versions(days: Mapping[date, list[Told]]) -> list[Assessment]:
    """The outcome of each day with what was told by then."""
    found, so_far = [at("2026-06-01", *SET)], list[Told]()
    for day, events in days.items():
        so_far += events
        seen = [one for one in so_far if "event" not in one]
        happened = [one for one in so_far if "event" in one]
        found.append(at(day, *SET, *happened, observations=seen))
    return found


def is_the_last_plan(held: Held, last: Assessment) -> bool:
    """Whether a diary shows the visits of a plan, and no other as if it still were."""
    visits = ((one.date.isoformat(), one.time) for one in going_on(last))
    there = (when(one.start) for one in confirmed(held.values()))
    return sorted(there, key=str) == sorted(visits, key=str)


def when(start: date) -> tuple[str, str | None]:
    """The day of an appointment, and its time where it has one."""
    if isinstance(start, datetime):
        return f"{start:%Y-%m-%d}", f"{start:%H:%M}"
    return str(start), None


@settings(max_examples=settings().max_examples // 2)
@given(days_told())
def test_a_diary_that_takes_each_file_ends_with_the_last_plan(days: dict[date, list[Told]]) -> None:
    held: Held = {}
    for result in versions(days):
        held = received(held, result.to_ics())
        assert is_the_last_plan(held, result)


FALLS_OUT = {
    date(2026, 7, 10): [told("2026-07-10", "crisis")],
    date(2026, 8, 12): [told("2026-08-12", "birth")],
    date(2026, 9, 1): [told("2026-09-01", "crisis")],
    date(2026, 9, 3): [told("2026-09-03", "preference", days=["monday"], time="09:00"),
                       {"date": "2026-09-03", "by": "nurse", "facts": {"poor": False}}],
    date(2026, 9, 8): [told("2026-09-08", "undo", of="crisis", on="2026-09-01")],
}  # fmt: skip


def number_stays(ics: str) -> str:
    return re.sub(r"SEQUENCE:\d+", "SEQUENCE:0", ics)


def without_what_fell_out(ics: str) -> str:
    return re.sub(r"BEGIN:VEVENT\r\n((?!END:VEVENT).)*?STATUS:CANCELLED.*?END:VEVENT\r\n", "", ics,
                  flags=re.DOTALL)  # fmt: skip


@pytest.mark.parametrize(
    ("fault", "right"), [(str, True), (number_stays, False), (without_what_fell_out, False)]
)
def test_the_diary_sees_a_version_that_is_wrong(fault: Any, right: bool) -> None:
    held: Held = {}
    results = versions(FALLS_OUT)
    for result in results:
        held = received(held, fault(result.to_ics()))
    assert is_the_last_plan(held, results[-1]) is right
    called_off = [one for one in held.values() if one["STATUS"] == "CANCELLED"]
    assert not right or len(called_off) > 5


STEPS: Any = [
    told("2026-06-01", "intake"), told("2026-06-02", "agreement"), told("2026-06-03", "plan_set")
]  # fmt: skip


@pytest.mark.parametrize("undone", [1, 2, 3])
@pytest.mark.parametrize("day", ["2026-06-03", "2026-06-10", "2026-07-20"])
@pytest.mark.parametrize("again", [False, True])
def test_a_plan_whose_setting_was_taken_back_is_called_off(
    undone: int, day: str, *, again: bool
) -> None:
    """The last step alone, or with those before it, and all of it told again a week later."""
    pack = small_pack(schedule=SCHEDULE, trajectory=AGAIN)
    taken = STEPS[-undone:]
    undos = [told(day, "undo", of=one["event"], on=one["date"]) for one in taken]
    later = date.fromisoformat(day) + timedelta(7)
    more = [{**told(later, one["event"])} for one in taken] if again else []
    before, back = at(day, *STEPS, pack=pack), at(day, *STEPS, *undos, pack=pack)
    held = received({}, before.to_ics())
    assert len(confirmed(held.values())) > 20
    assert going_on(back) == []
    for result in (back, at(later, *STEPS, *undos, *more, pack=pack)):
        held = received(held, result.to_ics())
        assert is_the_last_plan(held, result)
    assert bool(confirmed(held.values())) is again


def test_another_day_of_entry_leaves_nothing_behind() -> None:
    """In a pack without steps the plan goes on with other visits."""
    undo = told("2026-07-20", "undo", of="intake", on="2026-06-01")
    agreed = told("2026-07-10", "agreement")
    before, after = at("2026-07-20", SET[0], agreed), at("2026-07-20", SET[0], agreed, undo)
    held = received(received({}, before.to_ics()), after.to_ics())
    assert is_the_last_plan(held, after)
    assert len(confirmed(held.values())) < len(held)


def test_a_birth_that_is_told_days_later_leaves_nothing_behind() -> None:
    before = at("2026-08-20", *SET)
    after = at("2026-08-21", *SET, told("2026-08-12", "birth"))
    assert is_the_last_plan(received(received({}, before.to_ics()), after.to_ics()), after)


def test_what_was_planned_past_the_due_date_is_gone_once_that_is_known_better() -> None:
    """While a birth waits the plan goes on a day each day, and nothing is told of it."""
    away = told("2026-09-06", "absence", **{"from": "2026-09-06", "back": "2026-09-12"})
    held = received({}, at("2026-09-23", *SET, away).to_ics())
    last = at("2026-11-07", *SET, away, told("2026-11-07", "loss"))
    assert is_the_last_plan(received(held, last.to_ics()), last)


def test_the_number_never_falls_back() -> None:
    taken_back = told("2026-06-05", "undo", of="preference", on="2026-06-03")
    many = [told("2026-06-03", "preference", days=["monday"])] * 1200
    numbers = [
        int(events_of(at(on, *SET, *events).to_ics())[0]["SEQUENCE"])
        for on, events in (
            ("2026-06-02", []), ("2026-06-03", []), ("2026-06-03", many[:1]), ("2026-06-03", many),
            ("2026-06-04", many[:1]), ("2026-06-05", many[:1]),
            ("2026-06-05", [*many[:1], taken_back]),
        )
    ]  # fmt: skip
    assert all(one < other for one, other in pairwise(numbers))
    # A thousand events and more on one day: still below the next.
    assert numbers[3] % 1000 == 999


# Safe at home

HERS = {
    "leeftijd": 26, "partner": "geen", "rondkomen": "moeilijk", "schuldhulpverlening": False,
    "problematische_schulden": True, "lengte_cm": 164, "gewicht_voor_zwangerschap_kg": 58,
    "roken": "nooit", "cannabis": "nooit", "steunpersonen": 2, "netwerk_te_klein": True,
}  # fmt: skip
TOLD = [
    {"date": "2026-09-14", "event": "intake", "by": "casusbegeleider"},
    {"date": "2026-09-16", "event": "agreement", "by": "casusbegeleider"},
    {"date": "2026-09-16", "event": "plan_set", "by": "casusbegeleider"},
    {"date": "2026-09-16", "event": "preference", "by": "casusbegeleider",
     "days": ["tuesday", "thursday"], "time": "10:00"},
    {"date": "2026-10-05", "event": "absence", "by": "student", "from": "2026-10-12",
     "back": "2026-10-20"},
]  # fmt: skip


def hoogeveen(on: str, *events: Told, facts: Mapping[str, Any] = {}, **parts: Any) -> Assessment:
    return at(on, *TOLD, *events, pack=HOOGEVEEN, due_date="2027-03-22",
              **{**parts, "facts": {**HERS, **facts}})  # fmt: skip


SECRET = {id: fact for id, fact in HOOGEVEEN.sections.facts.items() if not fact.home}
UNSEEN = [id for id, action in HOOGEVEEN.sections.actions.items() if not action.home]
ON = "2026-10-30"


def values_of(id: str) -> list[Any]:
    fact = SECRET[id]
    if fact.type == "boolean":
        return [True, False, "declined", None]
    return [*fact.values, "declined"] if fact.values else ["Er is iets met haar.", "declined"]


def test_there_are_marks_to_look_at() -> None:
    assert len(SECRET) >= 10 and len(UNSEEN) >= 10
    assert {"huiselijk_geweld", "psychische_crisis", "cannabis"} <= set(SECRET)


@pytest.mark.parametrize("id", SECRET)
def test_no_fact_that_may_not_reach_the_home_changes_a_byte(id: str) -> None:
    plain = hoogeveen(ON).to_ics()
    for value in values_of(id):
        assert hoogeveen(ON, facts={id: value}).to_ics() == plain
        for day in ("2026-10-08", ON):
            seen = [{"date": day, "by": "casusbegeleider", "facts": {id: value}}]
            assert hoogeveen(ON, observations=seen).to_ics() == plain


def test_nor_do_all_its_signals_together_or_that_they_are_over() -> None:
    plain = hoogeveen(ON).to_ics()
    signals = {id: True for id, fact in SECRET.items() if fact.type == "boolean"}
    begins = {"date": "2026-10-01", "by": "casusbegeleider", "facts": signals}
    over = {"date": "2026-10-20", "by": "casusbegeleider", "facts": dict.fromkeys(signals, False)}
    found = hoogeveen(ON, observations=[begins])
    assert found.plan is not None
    # It does change who comes; that is said to the professional.
    assert {one.along for one in found.plan.visits} == {None, "werkbegeleider"}
    assert found.to_ics() == hoogeveen(ON, observations=[begins, over]).to_ics() == plain


@pytest.mark.parametrize("id", UNSEEN)
def test_nor_does_what_was_decided_about_an_action(id: str) -> None:
    plain = hoogeveen(ON).to_ics()
    role = HOOGEVEEN.sections.roles
    by = next(one for one in role if f"action:{id}" in str(role[one]) or role[one].decides)
    decided = {"date": "2026-10-08", "event": "override", "by": by, "of": f"action:{id}",
               "set": False, "reason": "Met haar besproken."}  # fmt: skip
    taken_back = {"date": "2026-10-09", "event": "undo", "by": by, "of": "override",
                  "on": "2026-10-08"}  # fmt: skip
    assert hoogeveen(ON, decided).to_ics() == plain
    assert hoogeveen(ON, decided, taken_back).to_ics() == plain


def test_that_there_was_a_crisis_cannot_be_read() -> None:
    birth, crisis = told("2026-09-01", "birth"), told("2026-10-05", "crisis")
    result = at("2026-10-06", *SET, birth, crisis)
    assert any("crisis" in one.id for one in going_on(result))
    assert not re.search("crisis|early|later|nurse|small|c-1", result.to_ics())


# Hostile text

HOSTILE = [
    "<script>alert(1)</script>", "=cmd()", "{{ 7*7 }}", "#import os", "BEGIN:VEVENT", "a;b,c\\nd",
    "x: y\u202e", "a\r\nSUMMARY:x", "ATTENDEE:mailto:x@example.org", "%s{case}",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_somebody_wrote_is_in_it(text: str) -> None:
    plain = hoogeveen(ON)
    # What is no line to be read is refused before that.
    line = text.replace("\u202e", "").replace("\r\n", " ")
    with_wish: Told = {"date": "2026-10-08", "by": "casusbegeleider", "wishes": [line],
                       "facts": {"zorg_van_professional": line}}  # fmt: skip
    override = {"date": "2026-10-08", "event": "override", "by": "casusbegeleider",
                "of": "criterion:alleenstaand", "set": True, "reason": line}  # fmt: skip
    found = hoogeveen(ON, override, observations=[with_wish])
    assert found.to_ics() == plain.to_ics()
    if text.isprintable():
        other = hoogeveen(ON, case=text).to_ics()
        uid = re.compile(r"UID:[0-9a-f]{32}@kansrijk")
        # But for what names an appointment.
        assert uid.sub("", other) == uid.sub("", plain.to_ics())
        assert uid.findall(other) != uid.findall(plain.to_ics())


# The command

CASE = "examples/plan-dat-meebeweegt.yaml"


def test_the_command_writes_what_the_library_gives(tmp_path: Any) -> None:
    out = tmp_path / "agenda.ics"
    arguments = ["plan", CASE, "--on", "2026-11-03", "--engine", "reference", "--format", "ics"]
    done = CliRunner().invoke(application(), [*arguments, "-o", str(out)])
    assert (done.exit_code, done.output) == (0, "")
    written = out.read_bytes()
    assert written.count(b"\r\n") == written.count(b"\n") > 1000
    screen = CliRunner().invoke(application(), arguments)
    assert screen.stdout_bytes == written


PROPOSAL = """\
case: t-1
due_date: 2027-03-22
facts: {partner: geen, netwerk_te_klein: true, problematische_schulden: true}
"""


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (PROPOSAL, "the plan is still a proposal, so the calendar is empty"),
        ("case: t-1\n", "no plan is set, so the calendar is empty"),
    ],
)
def test_that_a_calendar_is_empty_is_said(tmp_path: Any, case: str, words: str) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(case)
    done = CliRunner().invoke(
        application(), ["plan", str(file), "--on", "2026-11-03", "--format", "ics"]
    )
    assert done.exit_code == 0
    assert events_of(done.stdout) == []
    assert done.stderr == (
        f"{file}: {words}\n  help: visits are in it once the plan is set with her agreement\n"
    )


def test_without_the_package_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    out = tmp_path / "agenda.ics"
    done = CliRunner().invoke(
        application(), ["plan", CASE, "--on", "2026-11-03", "--format", "ics", "-o", str(out)]
    )
    assert isinstance(done.exception, InputError)
    assert str(done.exception) == (
        "--format: this format takes the package `icalendar`, which is not installed\n"
        "  help: pip install 'kansrijk[paper]'"
    )
    assert not out.exists()


def test_a_screening_has_no_such_format() -> None:
    done = CliRunner().invoke(application(), ["screen", CASE, "--format", "ics"])
    assert "`ics` is not one of the choices" in str(done.exception)
