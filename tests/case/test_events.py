"""The events of a case: which keys go with which, which count on a day, and taking one back."""

from __future__ import annotations

from collections import deque
from datetime import date
from typing import Any

import pytest
from builders import ON, case_of, event, facts_of, planned, small_pack
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kansrijk.assessment import assess
from kansrijk.case.case import LONGEST_VISIT_ID, Case, Event
from kansrijk.case.events import (
    events_by,
    happened,
    next_number,
    placed_events_by,
    without_undone,
)
from kansrijk.pack.events import ENDINGS, EVENT_KEYS, EVENTS, MORE_OFTEN
from kansrijk.pack.parts import LONGEST_ID
from kansrijk.planning.schedule import Interval, Spell, by_the_book
from kansrijk.reading import InputError

PACK = small_pack(roles={"nurse": {"decides": ["class", "criterion", "action"]}})
VALUES: dict[str, Any] = {
    "of": "intake", "on": "2026-02-01", "set": "high", "reason": "x", "from": "2026-03-01",
    "back": "2026-03-09", "days": ["monday"], "time": "10:00", "languages": ["Polish"],
    "visit": "early-001", "status": "done", "to": "2026-03-01", "kind": "stillbirth",
    "goes_on": True, "state": "reached",
}  # fmt: skip
OVERRIDE = {**event("2026-02-01", "override"), "of": "class", "set": "high", "reason": "I saw it."}
DAYS = [f"2026-02-0{n}" for n in range(1, 8)]


def undo(of: str, on: str, day: str = "2026-02-20") -> dict[str, Any]:
    return {**event(day, "undo"), "of": of, "on": on}


def names(case: Case, on: str) -> list[str]:
    return [one.event for one in events_by(case, date.fromisoformat(on))]


@pytest.mark.parametrize("name", EVENTS)
@pytest.mark.parametrize("key", EVENT_KEYS)
def test_an_event_has_the_keys_of_its_row(name: str, key: str) -> None:
    kind = EVENTS[name]
    full = {**event("2026-02-02", name), **{must: VALUES[must] for must in kind.must}}
    assert Event.model_validate(full).event == name
    wrong = dict(full)
    if key in kind.must:
        del wrong[key]
        expected = "missing"
    elif key in kind.may:
        value = kind.kinds[0] if key == "kind" else VALUES[key]
        assert Event.model_validate({**full, key: value})
        return
    else:
        wrong[key], expected = VALUES[key], "not_of_event"
    with pytest.raises(ValidationError) as raised:
        Event.model_validate(wrong)
    assert [(e["type"], e["loc"]) for e in raised.value.errors()] == [(expected, (key,))]


def test_only_of_set_null_says_something() -> None:
    Event.model_validate(OVERRIDE | {"set": None})
    with pytest.raises(ValidationError):
        Event.model_validate(OVERRIDE | {"reason": None})


def test_every_key_of_an_event_is_a_field() -> None:
    fields = {field.alias or name for name, field in Event.model_fields.items()}
    assert fields == {"date", "event", "by", "number", *EVENT_KEYS}


def test_of_several_of_one_day_the_number_says_which_is_taken_back() -> None:
    second, third = ({**event("2026-02-01", "birth"), "number": n} for n in (2, 3))
    births = [event("2026-02-01", "birth"), second, third]

    def left(*taken: dict[str, Any]) -> list[int | None]:
        case = case_of(events=[*taken, *births])
        return [one.number for one in events_by(case, date(2026, 2, 25))]

    first = undo("birth", "2026-02-01")
    assert left(first) == [2, 3]
    assert left({**first, "number": 2}) == [None, 3]
    assert left({**first, "number": 3}, first) == [2]
    assert next_number(case_of(events=births), "birth", date(2026, 2, 1)) == 4
    assert next_number(case_of(events=births), "birth", date(2026, 2, 2)) is None


def test_an_undo_counts_from_its_own_day() -> None:
    first, again = event("2026-02-01", "intake"), event("2026-02-03", "intake")
    birth = event("2026-02-01", "birth")
    case = case_of(events=[first, undo("intake", "2026-02-01"), again, birth])
    assert names(case, "2026-01-31") == []
    assert names(case, "2026-02-19") == ["intake", "intake", "birth"]
    assert names(case, "2026-02-20") == ["intake", "birth"]
    assert happened(case, ON, "intake") == date(2026, 2, 3)
    assert [path for path, _ in placed_events_by(case, ON)] == [("events", 2), ("events", 3)]


def test_what_is_taken_back_stands_in_no_timeline_and_no_decision() -> None:
    events = [event("2026-02-01", "loss"), undo("loss", "2026-02-01"),
              OVERRIDE, undo("override", "2026-02-01")]  # fmt: skip
    result = assess(PACK, case_of(facts={"poor": False, "alone": False}, events=events), on=ON)
    assert result.facts.timeline.ended_by is None
    assert result.screening.overrides == ()
    assert result.classification.level == "low"


@given(st.data())
def test_what_is_taken_back_is_as_if_never_written(data: st.DataObject) -> None:
    """In any order, and with events of a later day that nobody sees yet."""
    draw = data.draw
    plain = st.sampled_from([name for name in EVENTS if not EVENTS[name].keys])
    days = st.sampled_from(DAYS)
    kept = [event(draw(days), name) for name in draw(st.lists(plain, max_size=4))]
    taken = [event(f"2026-02-1{n}", draw(plain)) for n in range(draw(st.integers(0, 3)))]
    back = [undo(one["event"], one["date"]) for one in taken]
    later = [event("2026-06-01", draw(plain))]
    mixed = draw(st.permutations([*kept, *taken, *back, *later]))
    parts: dict[str, Any] = {"due_date": "2026-04-01", "facts": {"poor": True, "alone": True}}

    def outcome(events: list[Any]) -> dict[str, Any]:
        return assess(PACK, case_of(**parts, events=events), on=ON, engines=["reference"]).to_dict()

    assert outcome(mixed) == outcome(kept)


# What ends the support


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_end_is_of_its_day_and_only_a_loss_is_for_good(ending: str) -> None:
    ended = [event("2026-02-01", "intake"), event("2026-02-10", ending)]
    time = facts_of(PACK, events=ended).timeline
    assert (time.ended_by, time.ended) == (ending, date(2026, 2, 10))
    assert facts_of(PACK, date(2026, 2, 9), events=ended).timeline.ended_by is None
    again = facts_of(PACK, events=[*ended, event("2026-02-11", "intake")]).timeline
    assert again.ended_by == ("loss" if ending == "loss" else None)
    same_day = facts_of(PACK, events=[*ended, event("2026-02-10", "intake")]).timeline
    assert same_day.ended_by == ending


BASED = {"basis": "policy", "source": "law"}
TEAM = {"label": "team", "domain": "social", "does": "x", "team": True}


@pytest.mark.parametrize(
    ("ending", "gone"),
    [
        ("refusal", {"ours", "theirs"}),
        ("completed", {"ours", "theirs"}),
        ("move", {"ours"}),
        ("transfer", {"ours"}),
        ("loss", {"ours", "theirs", "help"}),
    ],
)
def test_what_goes_on_after_an_end(ending: str, gone: set[str]) -> None:
    """What a finding asked for, and after a move or a transfer also what is done by others."""
    of_class = {"label": "x", "when": {"class": "high"}, "domain": "social", **BASED}
    pack = small_pack(
        roles={"team": TEAM},
        actions={"ours": {**of_class, "role": "team"}, "theirs": {**of_class, "role": "nurse"}},
    )
    facts = {"poor": True, "alone": True, "violence": True}
    plan = planned(pack, due_date="2026-04-01", facts=facts, events=[event("2026-02-10", ending)])
    assert (plan.status, plan.ended_by, plan.visits) == ("ended", ending, ())
    assert {a.id for a in plan.actions if a.suppressed_by == ending} == gone
    going = {"ours", "theirs", "help", "protect"} - gone
    assert {a.id for a in plan.actions if not a.suppressed_by} == going


def test_taking_back_is_held_to_the_whole_file() -> None:
    """Also what is dated after the day: a mistake in it would be found too late otherwise."""
    with pytest.raises(InputError, match="no `intake` on this day"):
        facts_of(PACK, events=[undo("intake", "2026-02-01", day="2027-01-01")])


@given(st.lists(st.tuples(st.sampled_from(DAYS), st.none() | st.sampled_from(DAYS)), max_size=5),
       st.sampled_from(DAYS))  # fmt: skip
def test_what_was_taken_back_by_a_day_was_never_told(
    told: list[tuple[str, str | None]], on: str
) -> None:
    """Events with the day on which each was taken back; of the later days all stays as it was."""
    of = {day: max(back, day) if back else None for day, back in told}
    undone = [undo("crisis", day, back) for day, back in of.items() if back]
    case = case_of(events=[*(event(day, "crisis") for day in of), *undone])
    left = without_undone(case, date.fromisoformat(on))
    stays = {day: back for day, back in of.items() if back is None or back > on}
    assert [str(one.date) for one in left.events if one.event == "crisis"] == [*stays]
    assert [str(one.on) for one in left.events if one.event == "undo"] == [
        day for day, back in stays.items() if back
    ]
    for day in DAYS:
        now = {str(one.date) for one in events_by(left, date.fromisoformat(day))}
        assert now == {one for one, back in stays.items() if one <= day < (back or "9")}


# The id of a visit

TOLD = event("2037-02-28", "visit")


@pytest.mark.parametrize("name", MORE_OFTEN)
def test_every_visit_that_a_pack_can_have_can_be_told_of(name: str) -> None:
    """Also of the longest phase by the longest id, seven on each day, in a time of more often."""
    phase, most = "p" * LONGEST_ID, Interval(7, 1)
    spell = Spell(
        f"{phase}-{name}-20270412", phase, date(2026, 1, 1), date(2037, 3, 1), "nurse", most
    )
    made = deque(by_the_book(spell, date(2026, 1, 1)), maxlen=1).pop().id
    assert Event.model_validate({**TOLD, "visit": made, "status": "done"}).visit == made
    assert (len(made) == LONGEST_VISIT_ID) is (name == "relapse")
    with pytest.raises(ValidationError, match="at most"):
        Event.model_validate({**TOLD, "visit": f"{'p' * 9}{made}", "status": "done"})


# A return that ends nothing


def away(from_: str, **more: Any) -> dict[str, Any]:
    return {**event("2026-02-03", "absence"), "from": from_, **more}


BACK = event("2026-02-05", "return")


@pytest.mark.parametrize(
    ("events", "refused"),
    [
        ([away("2026-02-06")], True),
        ([away("2026-02-06"), away("2026-02-09", back="2026-02-11")], True),
        ([away("2026-02-05")], False),
        ([away("2026-02-06"), away("2026-02-01", back="2026-02-02")], False),
        ([away("2026-02-06", of="nurse")], False),
        ([away("2026-02-06"), undo("absence", "2026-02-03")], False),
        ([away("2026-02-06"), undo("return", "2026-02-05")], False),
        ([], False),
    ],
)
def test_a_return_before_the_absence_is_refused(events: list[Any], *, refused: bool) -> None:
    for told in ([*events, BACK], [BACK, *events]):
        if not refused:
            assert facts_of(PACK, events=told)
            continue
        with pytest.raises(InputError) as found:
            facts_of(PACK, events=told)
        (problem,) = found.value.problems
        assert (problem.code, problem.place.file) == ("return_before_from", "case.yaml")
