"""The plan by the book: statuses, phases from entry, dated visits, goals and actions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from builders import (
    SCHEDULE,
    by_the_book_alone,
    event,
    facts_of,
    planned,
    seen,
    shipped_pack,
    small_pack,
)
from hypothesis import given
from hypothesis import strategies as st
from oracle import hoogeveen as oracle

from kansrijk.planning.plan import Plan, PlanPhase
from kansrijk.planning.schedule import Interval, interval, visit_days
from kansrijk.planning.visits import Visit
from kansrijk.screening.warnings import Warning

PACK = small_pack()
DUE = "2026-09-01"  # early runs from 2026-07-01, later to 2026-12-01
HIGH = {"poor": True, "alone": True}
LOW = {"poor": False, "alone": False}


def at(on: str, *events: dict[str, str], pack: Any = PACK, **parts: Any) -> Plan:
    case = {"due_date": DUE, "facts": HIGH, **parts}
    case = {name: part for name, part in case.items() if part is not None}
    return planned(pack, date.fromisoformat(on), events=list(events), **case)


def days(plan: Plan, phase: str) -> list[str]:
    return [visit.date.isoformat() for visit in plan.visits if visit.phase == phase]


def spans(plan: Plan) -> dict[str, tuple[str, str, int]]:
    return {p.id: (p.from_.isoformat(), p.until.isoformat(), p.visits) for p in plan.phases}


# Intervals


def test_two_a_week_is_three_and_a_half_days_rounded_down() -> None:
    start = date(2026, 7, 1)
    found = list(visit_days(Interval(2, 7), start, date(2026, 7, 16)))
    assert [(day - start).days for day in found] == [0, 3, 7, 10, 14]
    assert list(visit_days(Interval(3, 7), start, date(2026, 7, 8))) == [
        start, date(2026, 7, 3), date(2026, 7, 5),
    ]  # fmt: skip
    assert list(visit_days(Interval(1, 7), start, start)) == []
    # `until` is not in it
    assert list(visit_days(Interval(1, 7), start, date(2026, 7, 8))) == [start]
    assert len(list(visit_days(Interval(1, 7), start, date(2026, 7, 9)))) == 2


RHYTHM = {"rhythm": {"unit": "dagen", "value": {"high": 21, "middle": 28}}}
BY_CLASS = {"visits": {"number": 1, "days": {"norm": "rhythm", "by": "class"}}}
FIXED = {
    "label": "f", "unit": "dagen", "basis": "policy", "source": "law",
    "values": [{"from": "2026-01-01", "value": 10}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("possible", "expected"),
    [
        (("high",), Interval(1, 21)),
        (("middle",), Interval(1, 28)),
        (("high", "middle"), None),
        (("low",), None),
        (("high", "low"), None),
    ],
)
def test_an_interval_by_class_is_known_with_the_class(
    possible: tuple[str, ...], expected: Interval | None
) -> None:
    pack = small_pack(norms=RHYTHM, phases={"later": BY_CLASS})
    facts = facts_of(pack, due_date=DUE)
    assert interval(pack.sections.phases["later"], facts, possible) == expected
    assert interval(pack.sections.phases["early"], facts, possible) == Interval(2, 7)


def test_an_interval_that_is_the_same_for_every_class_is_known() -> None:
    same = {"rhythm": {"unit": "dagen", "value": {"high": 21, "middle": 21}}}
    pack = small_pack(norms=same, phases={"later": BY_CLASS})
    facts = facts_of(pack, due_date=DUE)
    assert interval(pack.sections.phases["later"], facts, ("high", "middle")) == Interval(1, 21)


def test_an_interval_that_is_a_norm_is_not_there_in_its_gap() -> None:
    pack = small_pack(
        norms={"fixed": FIXED},
        phases={"later": {"visits": {"number": 1, "days": {"norm": "fixed"}}}},
    )
    phase = pack.sections.phases["later"]
    now, then = (facts_of(pack, date(year, 6, 1), due_date=DUE) for year in (2026, 2025))
    assert interval(phase, now, ("high", "middle")) == Interval(1, 10)
    assert interval(phase, then, ("high",)) is None
    assert at("2025-06-01", pack=pack).phases[1].interval is None
    assert days(at("2025-06-01", pack=pack), "later") == []


# Statuses


@pytest.mark.parametrize(
    ("on", "events", "parts", "status"),
    [
        ("2026-03-02", [], {}, "proposed"),
        ("2026-03-02", [], {"facts": {}}, "open"),
        ("2026-03-02", [], {"facts": {"poor": True}}, "open"),
        ("2026-03-02", [], {"facts": LOW}, "none"),
        ("2026-03-02", [], {"due_date": None}, "none"),
        ("2026-03-02", [event("2026-03-02", "intake")], {}, "proposed"),
        ("2026-03-02", [event("2026-03-02", "agreement")], {}, "set"),
        ("2026-03-02", [event("2026-03-03", "agreement")], {}, "proposed"),
        ("2026-03-02", [event("2026-03-02", "agreement")], {"facts": {}}, "open"),
        ("2026-03-02", [event("2026-03-02", "agreement")], {"facts": LOW}, "none"),
        ("2026-03-02", [event("2026-03-01", "refusal")], {}, "ended"),
        ("2026-03-02", [event("2026-03-03", "refusal")], {}, "proposed"),
        ("2026-03-02", [event("2026-03-01", "loss")], {}, "ended"),
        ("2026-12-01", [event(DUE, "birth")], {}, "ended"),
        ("2026-11-30", [event(DUE, "birth")], {}, "proposed"),
        ("2026-12-01", [event(DUE, "birth")], {"facts": LOW}, "ended"),
    ],
)
def test_statuses(on: str, events: list[Any], parts: dict[str, Any], status: str) -> None:
    found = at(on, *events, **parts)
    assert found.status == status
    assert {visit.status for visit in found.visits} <= {
        "planned" if status == "set" else "proposed"
    }
    if status in ("none", "ended"):
        assert found.visits == ()


# Entry


def test_before_the_first_phase_the_visits_start_with_it() -> None:
    found = at("2026-03-02", event("2026-03-01", "intake"))
    assert spans(found) == {
        "early": ("2026-07-01", DUE, 18),
        "later": (DUE, "2026-12-01", 7),
    }
    assert (found.start, found.end) == (date(2026, 3, 1), date(2026, 12, 1))
    assert days(found, "early")[:4] == ["2026-07-01", "2026-07-04", "2026-07-08", "2026-07-11"]
    assert days(found, "early")[-1] == "2026-08-29"
    assert days(found, "later") == [
        "2026-09-01", "2026-09-15", "2026-09-29", "2026-10-13", "2026-10-27", "2026-11-10",
        "2026-11-24",
    ]  # fmt: skip
    assert found.visits[0] == Visit(
        "early-001", "early", "nurse", "proposed", date(2026, 7, 1), date(2026, 7, 1)
    )
    assert found.phases[0] == PlanPhase(
        "early", date(2026, 7, 1), date(2026, 9, 1), Interval(2, 7), 18
    )


def test_entry_within_a_phase_moves_its_start() -> None:
    found = at("2026-08-20", event("2026-08-20", "intake"))
    assert spans(found)["early"] == ("2026-08-20", DUE, 4)
    assert days(found, "early") == ["2026-08-20", "2026-08-23", "2026-08-27", "2026-08-30"]
    assert len(days(found, "later")) == 7


def test_without_an_intake_entry_is_the_day_itself() -> None:
    assert at("2026-08-20") == at("2026-08-20", event("2026-08-20", "intake"))
    assert at("2026-08-20", event("2026-08-21", "intake")) == at("2026-08-20")


def test_the_first_intake_counts() -> None:
    two = event("2026-08-10", "intake"), event("2026-07-20", "intake")
    assert at("2026-08-20", *two).start == date(2026, 7, 20)


def test_entry_after_the_birth_gives_no_visits_before_it() -> None:
    birth = event("2026-08-25", "birth")
    found = at("2026-10-01", birth)
    assert spans(found) == {
        "early": ("2026-07-01", "2026-08-25", 0),
        "later": ("2026-10-01", "2026-11-25", 4),
    }
    assert days(found, "later") == ["2026-10-01", "2026-10-15", "2026-10-29", "2026-11-12"]


def test_a_phase_that_ends_on_the_day_of_entry_has_no_visits() -> None:
    birth = event("2026-08-25", "birth")
    found = at("2026-08-25", birth, event("2026-08-25", "intake"))
    assert spans(found)["early"] == ("2026-07-01", "2026-08-25", 0)
    assert days(found, "later")[0] == "2026-08-25"


def test_no_visit_on_a_day_that_has_passed_and_ids_are_stable() -> None:
    intake = event("2026-07-20", "intake")
    whole = at("2026-07-20", intake).visits
    for on in ("2026-07-21", "2026-08-05", "2026-08-31"):
        left = at(on, intake).visits
        day = date.fromisoformat(on)
        assert left == tuple(visit for visit in whole if visit.date >= day)
    assert at("2026-08-05", intake).visits[0].id == "early-006"
    assert [p.visits for p in at("2026-08-31", intake).phases] == [1, 7]


def test_past_the_due_date_the_first_phase_goes_on() -> None:
    intake = event("2026-08-20", "intake")
    found = at("2026-09-05", intake)
    assert spans(found) == {
        "early": ("2026-08-20", "2026-10-10", 10),
        "later": ("2026-10-10", "2026-12-05", 4),
    }
    assert days(found, "later")[0] == "2026-10-10"
    # Without an intake she enters on the day itself, in the phase that goes on.
    assert spans(at("2026-09-05"))["early"] == ("2026-09-05", "2026-10-10", 10)


def test_with_an_open_class_the_phases_that_both_have_are_not_proposed() -> None:
    found = at("2026-03-02", facts={})
    assert (found.status, found.phases, found.visits) == ("open", (), ())
    assert (found.start, found.end) == (None, None)


def test_with_two_grades_possible_what_both_have_is_proposed() -> None:
    pack = small_pack(norms=RHYTHM, phases={"later": BY_CLASS})
    found = at("2026-03-02", pack=pack, facts={"poor": True})
    assert found.status == "open"
    assert [(p.id, p.interval, p.visits) for p in found.phases] == [
        ("early", Interval(2, 7), 18),
        ("later", None, 0),
    ]
    assert {visit.status for visit in found.visits} == {"proposed"}


def test_the_lowest_class_has_no_phases() -> None:
    found = at("2026-03-02", facts=LOW)
    assert (found.phases, found.visits, found.goals, found.start) == ((), (), (), None)


# Goals


def goals(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(goal.id, goal.phase, goal.because) for goal in plan.goals]


def test_goals_are_for_all_and_for_what_was_found() -> None:
    calm = ("calm", "early", ("early",))
    assert goals(at("2026-03-02")) == [calm, ("money", "early", ("poverty",))]
    alone = {"poor": False, "alone": True}
    assert goals(at("2026-03-02", facts=alone)) == [calm]


def test_goals_of_a_phase_that_has_passed_are_left_out() -> None:
    birth = event("2026-08-25", "birth")
    assert goals(at("2026-08-24", birth)) != []
    assert goals(at("2026-08-25", birth)) == []


# Actions

ACT = {"domain": "social", "role": "nurse", "basis": "policy", "source": "law"}
ACTS = small_pack(
    actions={
        "always": {**ACT, "label": "a", "for": ["poverty", "hope"]},
        "first": {**ACT, "label": "b", "for": "poverty", "phases": ["early"]},
        "soon": {**ACT, "label": "c", "for": "poverty", "phases": ["before", "early"]},
        "advance": {**ACT, "label": "d", "for": "poverty", "phases": ["before"]},
        "smoker": {**ACT, "label": "e", "when": {"smoking": ["daily"]}},
        "both": {**ACT, "label": "f", "for": "danger", "when": {"poor": True}},
        "visits": {**ACT, "label": "g", "when": {"class": ["high", "middle"]}},
    }
)


def actions(on: str, *events: dict[str, str], **parts: Any) -> dict[str, tuple[Any, Any]]:
    found = at(on, *events, pack=ACTS, **parts)
    return {action.id: (action.because, action.suppressed_by) for action in found.actions}


def test_actions_name_the_findings_that_asked_for_them() -> None:
    found = actions("2026-03-02", facts={**HIGH, "hopeful": True, "violence": False})
    assert found["help"] == (("poverty", "solitude"), None)
    assert found["always"] == (("poverty", "hope"), None)
    assert actions("2026-03-02", facts={"poor": True})["help"] == (("poverty",), None)
    assert "protect" not in found
    assert "both" not in found
    assert "smoker" not in found


def test_an_action_without_a_finding_names_its_facts() -> None:
    assert actions("2026-03-02", facts={"smoking": "daily"}) == {"smoker": (("smoking",), None)}
    found = actions("2026-03-02", facts={"poor": True, "violence": True})
    assert found["both"] == (("danger",), None)


@pytest.mark.parametrize(
    ("on", "first", "soon", "advance"),
    [
        ("2026-06-30", None, None, None),
        ("2026-07-01", None, None, "phase_passed"),
        ("2026-08-24", None, None, "phase_passed"),
        ("2026-08-25", "phase_passed", "phase_passed", "phase_passed"),
    ],
)
def test_an_action_whose_phases_have_passed_says_so(
    on: str, first: str | None, soon: str | None, advance: str | None
) -> None:
    found = actions(on, event("2026-08-25", "birth"))
    assert [found[id][1] for id in ("first", "soon", "advance", "always")] == [
        first, soon, advance, None,
    ]  # fmt: skip
    assert {
        id: because for id, (because, _) in found.items() if id not in ("help", "visits")
    } == dict.fromkeys(("always", "first", "soon", "advance"), ("poverty",))


def test_after_the_last_phase_every_action_has_passed() -> None:
    found = actions("2026-12-01", event("2026-09-01", "birth"))
    assert {reason for _, reason in found.values()} == {"phase_passed"}


def test_before_a_pregnancy_only_what_is_for_then() -> None:
    found = actions("2026-03-02", due_date=None)
    assert found["first"][1] == "not_pregnant"
    assert [found[id][1] for id in ("soon", "advance", "always")] == [None, None, None]


def test_after_a_loss_only_what_makes_her_safe_goes_on() -> None:
    facts = {**HIGH, "violence": True}
    found = at("2026-03-05", event("2026-03-04", "loss"), pack=ACTS, facts=facts)
    going_on = [action.id for action in found.actions if action.suppressed_by is None]
    assert going_on == ["protect", "both"]
    assert {a.suppressed_by for a in found.actions if a.id not in going_on} == {"loss"}
    assert found.ended_by == "loss"
    assert (found.status, found.end) == ("ended", date(2026, 3, 4))
    assert (found.phases, found.visits, found.goals) == ((), (), ())


def test_after_a_refusal_there_are_no_visits_but_what_is_needed_stays() -> None:
    intake = event("2026-03-01", "intake")
    found = at("2026-03-05", intake, event("2026-03-04", "refusal"), pack=ACTS)
    assert {(action.id, action.suppressed_by) for action in found.actions} == {
        (id, None) for id in ("help", "always", "first", "soon", "advance")
    } | {("visits", "refusal")}
    assert found.ended_by == "refusal"
    assert (found.status, found.start, found.end) == (
        "ended",
        date(2026, 3, 1),
        date(2026, 3, 4),
    )
    assert (found.phases, found.visits, found.goals) == ((), (), ())


def test_a_loss_goes_before_a_refusal() -> None:
    both = event("2026-03-03", "refusal"), event("2026-03-04", "loss")
    assert at("2026-03-05", *both).end == date(2026, 3, 4)
    assert {action.suppressed_by for action in at("2026-03-05", *both).actions} == {"loss"}


# The plan as a whole

KEPT = small_pack(schedule=SCHEDULE)
AGREED = (event("2026-06-01", "intake"), event("2026-06-01", "agreement"))


def said(day: str, visit: str, status: str = "done") -> dict[str, str]:
    return {**event(day, "visit"), "visit": visit, "status": status}


def test_a_plan_that_has_ended_and_one_that_never_was() -> None:
    start, end = date(2026, 6, 1), date(2026, 7, 4)
    refused, made = event("2026-07-04", "refusal"), said("2026-07-02", "early-001")
    found = at("2026-07-06", *AGREED, refused, made, pack=KEPT)
    assert found == Plan("ended", start, end, (), found.visits, (), found.actions, "refusal")
    assert [one.id for one in found.actions] == ["help"]
    assert found[8:] == ((), None, (), None, None, None, (), None)
    became = [(one.id, one.status, one.date.day) for one in found.visits[:3]]
    assert became == [("early-001", "done", 2), ("early-002", "planned", 3),
                      ("early-003", "cancelled", 8)]  # fmt: skip
    # Of a proposal nothing is left, whatever was said of it.
    proposed = at("2026-07-06", AGREED[0], refused, made, pack=KEPT)
    assert proposed == Plan("ended", start, end, (), (), (), found.actions, "refusal")
    none = at("2026-07-06", pack=KEPT, facts=LOW)
    assert none == Plan("none", None, None, (), (), (), (), hours=2)


def test_after_an_end_it_is_told_what_was_said_of_visits_of_a_plan_that_was_set() -> None:
    events = said("2026-07-02", "early-099"), event("2026-07-04", "refusal")
    never = Warning("visit_not_in_plan", "early-099", (), (("events", 2, "visit"),))
    assert at("2026-07-06", *AGREED, *events, pack=KEPT).warnings == (never,)
    assert at("2026-07-06", AGREED[0], *events, pack=KEPT).warnings == ()


def test_of_a_proposal_that_is_gone_no_change_is_told_and_of_a_plan_it_is() -> None:
    wish = {**event("2026-06-02", "preference"), "days": ["monday"]}
    low = [seen("2026-07-10", **LOW)]
    events: list[list[Any]] = [[AGREED[0], wish], [*AGREED, wish]]
    proposed, agreed = (at("2026-07-10", *some, pack=KEPT, observations=low) for some in events)
    assert proposed == Plan("none", None, None, (), (), (), (), hours=2)
    assert (agreed.status, agreed.changed) == ("none", date(2026, 7, 10))
    assert {one.because for one in agreed.changes} == {("phase",)}
    assert agreed.preference is not None
    # Nor are the phases there once all have passed.
    over = event("2026-07-05", "birth")
    for some, visits in zip(events, (False, True), strict=True):
        wishes = [{"date": "2026-07-01", "by": "nurse", "wishes": ["To rest."]}]
        found = at("2026-10-05", *some, over, pack=KEPT, observations=wishes)
        assert (found.status, bool(found.visits), bool(found.phases)) == ("ended", visits, visits)
        assert found.goals == ()


def test_what_is_still_to_come_on_a_day() -> None:
    found = at("2026-07-08", *AGREED, said("2026-07-08", "early-004", "cancelled"), pack=KEPT)
    for day, first in ((7, "early-003"), (8, "early-003"), (9, "early-005")):
        assert found.to_come(date(2026, 7, day))[0].id == first
    assert {one.status for one in found.to_come(date(2026, 7, 1))} == {"planned"}
    assert at("2026-07-08", pack=KEPT).to_come(date(2026, 7, 8))[0].status == "proposed"
    three = (("01", "001", "done"), ("03", "002", "done"), ("08", "003", "missed"))
    words = [said(f"2026-07-{day}", f"early-{id}", status) for day, id, status in three]
    early = at("2026-07-09", *AGREED, *words, pack=KEPT).phases[0]
    assert (early.done, early.missed) == (2, 1)
    # Those of the day itself are among them, and none that nobody told of before that.
    assert found.phases[0].visits == len(found.to_come(date(2026, 7, 8))) - found.phases[1].visits


def test_a_visit_without_a_day_is_told_until_its_day_by_the_book() -> None:
    away = {**event("2026-06-02", "absence"), "from": "2026-07-11", "back": "2026-07-27"}

    def lost(on: str) -> list[int]:
        found = at(on, *AGREED, away, pack=KEPT).without_day
        return [one.by_the_book.day for one in found]

    assert [lost(f"2026-07-{day}") for day in (10, 15, 16, 22, 23)] == [
        [15, 18, 22], [15, 18, 22], [18, 22], [22], [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "found"), [(3, 3), ({"norm": "long"}, 4), ({"norm": "gone"}, None)]
)
def test_how_long_a_visit_takes(hours: Any, found: int | None) -> None:
    norm = {"unit": "uur", "basis": "policy", "source": "law"}
    values = [{"from": "2020-01-01", "until": "2026-01-01", "value": 3}]
    norms = {
        "long": {**norm, "label": "long", "value": 4},
        "gone": {**norm, "label": "gone", "values": values},
    }
    pack = small_pack(schedule={**SCHEDULE, "hours": hours}, norms=norms)
    assert at("2026-07-08", pack=pack).hours == found
    assert at("2026-07-08").hours is None


@pytest.mark.parametrize(
    ("observations", "status"),
    [
        ([], "set"),
        # What is open again goes on.
        ([seen("2026-07-10", poor=None, alone=None)], "set"),
        ([seen("2026-07-10", **LOW)], "none"),
    ],
)
def test_a_plan_that_was_set_and_what_became_known_since(observations: Any, status: str) -> None:
    found = at("2026-07-12", *AGREED, pack=KEPT, observations=observations)
    assert (found.status, found.since) == (status, date(2026, 6, 1))
    proposed = at("2026-07-12", AGREED[0], pack=KEPT, observations=observations)
    assert proposed.since is None


# The programme of Hoogeveen, beside the book in its oracle

HOOGEVEEN = by_the_book_alone(shipped_pack("hoogeveen"))
ONE_CRITERION = {
    "leeftijd": 30, "partner": "geen", "netwerk_te_klein": False, "steunpersonen": 6,
    "rondkomen": "makkelijk", "schuldhulpverlening": False, "problematische_schulden": False,
    "netto_maandinkomen": 5000, "kostendelers": 0, "lengte_cm": 170,
    "gewicht_voor_zwangerschap_kg": 60, "roken": "nooit", "cannabis": "nooit",
}  # fmt: skip
GRADES = {
    "zeer_kwetsbaar": {**ONE_CRITERION, "netwerk_te_klein": True, "roken": "soms"},
    "kwetsbaar": {**ONE_CRITERION, "netwerk_te_klein": True},
    "regulier": ONE_CRITERION,
}
dues = st.dates(date(2026, 1, 1), date(2028, 12, 31))


@given(
    dues,
    st.sampled_from(sorted(GRADES)),
    st.one_of(st.none(), st.integers(-40, 14)),
    st.integers(-300, 1150),
    st.one_of(st.none(), st.integers(0, 400)),
)
def test_the_visits_are_those_of_the_book(
    due: date, grade: str, early: int | None, on_after: int, intake_before: int | None
) -> None:
    on = due + timedelta(days=on_after)
    birth = None if early is None else due + timedelta(days=early)
    intake = None if intake_before is None else on - timedelta(days=intake_before)
    events = [
        {"date": day.isoformat(), "event": what, "by": "casusbegeleider"}
        for what, day in (("birth", birth), ("intake", intake))
        if day is not None
    ]
    found = planned(HOOGEVEEN, on, due_date=due.isoformat(), facts=GRADES[grade], events=events)
    book = oracle.visits(due, birth, intake or on, on, grade)
    assert [(visit.phase, visit.date) for visit in found.visits] == [
        (phase, day) for phase, day in book if day >= on
    ]


def test_from_the_very_start_it_is_155_to_160_visits() -> None:
    for grade, number in (("zeer_kwetsbaar", 160), ("kwetsbaar", 155)):
        found = planned(HOOGEVEEN, date(2026, 3, 2), due_date="2026-10-02", facts=GRADES[grade])
        assert 155 <= len(found.visits) <= 160
        assert abs(len(found.visits) - number) <= 2
