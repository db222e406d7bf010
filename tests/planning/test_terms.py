"""What the days of the visits rest on: phases, rhythms, absences, wishes and who comes along."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from builders import SCHEDULE, case_of, event, seen, small_pack

from kansrijk.case.availability import Absence, Preference
from kansrijk.case.facts import facts_on
from kansrijk.pack.pack import Pack
from kansrijk.planning.schedule import Interval, Spell
from kansrijk.planning.terms import (
    NO_TERMS,
    History,
    Terms,
    history_of,
    rules_of_visits,
    terms_by,
    terms_of,
)
from kansrijk.planning.trajectory import Span
from kansrijk.screening.possible import possible_classes

DUE = "2026-09-01"  # early runs from 2026-07-01, later to 2026-12-01
ENTRY = date(2026, 6, 1)
CHIEF: Any = {"chief": {"label": "chief", "domain": "social", "does": "x", "team": True}}
MORE_OFTEN = {
    "crisis": {"number": 2, "days": 7, "for_days": 28},
    "relapse": {"number": 1, "days": 10, "for_days": 20},
}
RULES = {
    **SCHEDULE,
    "more_often": MORE_OFTEN,
    "together": {"signals": ["danger"], "events": ["placement"], "role": "chief"},
}
PACK = small_pack(schedule=RULES, roles=CHIEF)
TRUTHS: Mapping[str, bool | None] = {
    "phase:early": True, "phase:later": True, "signal:danger": False,
}  # fmt: skip


def told(day: str, name: str, **more: Any) -> dict[str, Any]:
    return {**event(day, name), **more}


def terms(
    on: str,
    *events: dict[str, Any],
    pack: Pack = PACK,
    truths: Mapping[str, bool | None] = TRUTHS,
    possible: tuple[str, ...] = ("high",),
    before: Terms = NO_TERMS,
    set_on: date | None = ENTRY,
    entry: date = ENTRY,
) -> Terms:
    case, day = case_of(due_date=DUE, events=list(events)), date.fromisoformat(on)
    was_set = (Span(set_on, None),) if set_on else ()
    history = History(pack, case, entry, was_set, possible_classes)
    return terms_of(history, facts_on(pack, case, day), truths, possible, before)


def day(month: int, n: int) -> date:
    return date(2026, month, n)


EARLY = Spell("early", "early", day(7, 1), day(9, 1), "nurse", Interval(2, 7))
LATER = Spell("later", "later", day(9, 1), day(12, 1), "nurse", Interval(1, 14))
TOLD = (
    told("2026-06-10", "absence", **{"from": "2026-07-05", "back": "2026-07-09"}),
    told("2026-06-11", "preference", days=["monday"], time="10:00"),
    told("2026-06-12", "visit", visit="later-002", status="moved", to="2026-09-20"),
    told("2026-06-13", "visit", visit="early-003", status="moved", to="2026-07-12"),
    told("2026-06-14", "placement"),
)
MOVED = (("early-003", day(7, 12)), ("later-002", day(9, 20)))
AWAY = (Absence(day(7, 5), day(7, 9), None),)


def test_all_that_they_rest_on() -> None:
    wish = Preference(frozenset({0}), "10:00")
    assert terms("2026-06-20", *TOLD) == Terms(
        (EARLY, LATER), AWAY, wish, MOVED, 4, "chief", False
    )  # fmt: skip
    # What was not told by then is not in it.
    assert terms("2026-06-09", *TOLD) == Terms((EARLY, LATER), (), None, (), 4, None, False)
    # Without a schedule nobody looks at what suits her, and nobody comes along.
    assert terms("2026-06-20", *TOLD, pack=small_pack()) == Terms(
        (EARLY, LATER), AWAY, None, MOVED, None, None, False
    )  # fmt: skip


def borders(*spells: Spell) -> list[tuple[str, date, date]]:
    return [(one.id, one.from_, one.until) for one in spells]


@pytest.mark.parametrize("pack", [PACK, small_pack()], ids=["schedule", "none"])
def test_while_a_birth_is_waited_for_the_phase_before_it_goes_on(pack: Pack) -> None:
    born = told("2026-09-04", "birth")
    for on, until, waiting, events in (
        ("2026-08-31", day(9, 1), False, ()),
        ("2026-09-01", day(10, 6), True, ()),
        ("2026-09-05", day(10, 10), True, ()),
        ("2026-09-05", day(9, 4), False, (born,)),
    ):
        found = terms(on, *events, pack=pack)
        assert found.waiting is waiting
        end = day(12, date.fromisoformat(on).day) if waiting else found.spells[1].until
        assert borders(*found.spells) == [
            ("early", day(7, 1), until), ("later", until, end),
        ], on  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "early", "later"),
    [
        (day(6, 30), day(7, 1), day(9, 1)),
        (day(7, 1), day(7, 1), day(9, 1)),
        (day(7, 20), day(7, 20), day(9, 1)),
        (day(8, 31), day(8, 31), day(9, 1)),
        # One that was past at entry is as it was.
        (day(9, 1), day(7, 1), day(9, 1)),
        (day(9, 2), day(7, 1), day(9, 2)),
    ],
)
def test_a_phase_is_from_the_day_of_entry(entry: date, early: date, later: date) -> None:
    born = told("2026-09-01", "birth")
    found = terms("2026-09-10", born, entry=entry)
    assert borders(*found.spells) == [("early", early, day(9, 1)), ("later", later, day(12, 1))]


BEFORE = Terms((EARLY, LATER._replace(interval=Interval(1, 5))))


@pytest.mark.parametrize(
    ("early", "later", "set_on", "before", "expected"),
    [
        (True, True, ENTRY, NO_TERMS, ["early", "later"]),
        (False, True, ENTRY, BEFORE, ["later"]),
        (True, False, ENTRY, BEFORE, ["early"]),
        (None, True, ENTRY, NO_TERMS, ["later"]),
        # What is open again goes on where the plan was set, and of a proposal does not.
        (None, True, ENTRY, BEFORE, ["early", "later"]),
        (None, True, None, BEFORE, ["later"]),
        (None, True, day(6, 21), BEFORE, ["later"]),
        (None, None, ENTRY, Terms((EARLY,)), ["early"]),
    ],
)
def test_which_phases_are_hers(
    early: Any, later: Any, set_on: Any, before: Terms, expected: list[str]
) -> None:
    truths = {**TRUTHS, "phase:early": early, "phase:later": later}
    found = terms("2026-06-20", truths=truths, set_on=set_on, before=before)
    assert [one.id for one in found.spells] == expected


def test_before_a_pregnancy_there_are_none() -> None:
    case = case_of()
    history = History(PACK, case, ENTRY, (), possible_classes)
    assert terms_of(history, facts_on(PACK, case, ENTRY), TRUTHS, ("high",), BEFORE).spells == ()


BY_CLASS = small_pack(
    schedule=RULES, roles=CHIEF, norms={"rhythm": {"unit": "dagen"}},
    phases={"later": {"visits": {"number": 1, "days": {"norm": "rhythm", "by": "class"}}}},
)  # fmt: skip


def test_a_rhythm_that_is_open_again_is_what_it_was_also_in_a_time_of_more_visits() -> None:
    crisis, both = told("2026-09-10", "crisis"), ("high", "middle")

    def rhythms(on: str, possible: tuple[str, ...], **how: Any) -> dict[str, Interval | None]:
        found = terms(on, born, crisis, pack=BY_CLASS, possible=possible, **how)
        return {one.id: one.interval for one in found.spells if one.phase == "later"}

    born = told("2026-09-01", "birth")
    before = terms("2026-09-10", born, crisis, pack=BY_CLASS, possible=("middle",))
    busy = {"later-crisis-20260910": Interval(2, 7)}
    assert rhythms("2026-09-11", ("high",), before=before) == {"later": Interval(1, 7), **busy}
    assert rhythms("2026-09-11", both, before=before) == {"later": Interval(1, 14), **busy}
    # Of a proposal it is open, and there are no visits to have more of.
    assert rhythms("2026-09-11", both, before=before, set_on=None) == {"later": None}
    assert rhythms("2026-09-11", both) == {"later": None}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([("2026-09-10", "crisis")], [("crisis-20260910", day(9, 10), day(10, 8))]),
        ([("2026-09-10", "relapse")], [("relapse-20260910", day(9, 10), day(9, 30))]),
        # In the phase alone: of what began before it, and of what goes on after it, a part.
        ([("2026-08-20", "crisis")], [("crisis-20260820", day(9, 1), day(9, 17))]),
        ([("2026-08-05", "crisis")], [("crisis-20260805", day(9, 1), day(9, 2))]),
        ([("2026-08-04", "crisis")], []),
        ([("2026-11-20", "crisis")], [("crisis-20261120", day(11, 20), day(12, 1))]),
        ([("2026-11-30", "crisis")], [("crisis-20261130", day(11, 30), day(12, 1))]),
        ([("2026-12-01", "crisis")], []),
        # By their days; told twice on one day it is one; and what asks for none is no matter.
        (
            [("2026-09-20", "crisis"), ("2026-09-10", "relapse"), ("2026-09-02", "absence"),
             ("2026-09-20", "crisis")],
            [("relapse-20260910", day(9, 10), day(9, 30)),
             ("crisis-20260920", day(9, 20), day(10, 18))],
        ),
    ],
)  # fmt: skip
def test_for_how_long_visits_are_more_often(events: Any, expected: Any) -> None:
    more = {"absence": {"from": "2026-09-02", "back": "2026-09-03"}}
    listed = [told(on, name, **more.get(name, {})) for on, name in events]
    found = terms("2026-12-05", told("2026-09-01", "birth"), *listed)
    often = {"crisis": Interval(2, 7), "relapse": Interval(1, 10)}
    assert found.spells[2:] == tuple(
        Spell(f"later-{id}", "later", from_, until, "nurse", often[id.partition("-")[0]])
        for id, from_, until in expected
    )


@pytest.mark.parametrize(
    ("number", "days", "more"),
    [
        # The phase itself has one in 14 days.
        (1, 13, True), (1, 14, False), (1, 15, False),
        (2, 28, False), (2, 27, True), (3, 40, True), (3, 45, False), (2, 14, True),
    ],
)  # fmt: skip
def test_only_where_the_phase_itself_has_fewer(number: int, days: int, *, more: bool) -> None:
    often = {"crisis": {"number": number, "days": days, "for_days": 20}}
    pack = small_pack(schedule={**SCHEDULE, "more_often": often})
    found = terms(
        "2026-09-12", told("2026-09-01", "birth"), told("2026-09-10", "crisis"), pack=pack
    )
    assert [one.id for one in found.spells if one.extra] == ["later-crisis-20260910"] * more


@pytest.mark.parametrize(
    ("possible", "days"), [(("high",), 7), (("middle",), 14), (("high", "middle"), None)]
)
def test_what_is_by_the_class_is_not_known_while_that_is_open(
    possible: tuple[str, ...], days: int | None
) -> None:
    by_class = {"norm": "rhythm", "by": "class"}
    schedule = {
        **SCHEDULE, "first_visit_days": by_class,
        "more_often": {"crisis": {"number": 2, "days": by_class, "for_days": 20}},
    }  # fmt: skip
    pack = small_pack(schedule=schedule, norms={"rhythm": {"unit": "dagen"}})
    events = told("2026-09-01", "birth"), told("2026-09-10", "crisis")
    found = terms("2026-09-12", *events, pack=pack, possible=possible)
    busy = [one.interval for one in found.spells if one.extra]
    assert (found.first_days, busy) == (days, [Interval(2, days)] if days else [])


def test_more_often_by_a_norm_that_is_not_known_is_not() -> None:
    gone = {"label": "g", "unit": "dagen", "basis": "policy", "source": "law",
            "values": [{"from": "2020-01-01", "until": "2026-01-01", "value": 3}]}  # fmt: skip
    often = {"crisis": {**MORE_OFTEN["crisis"], "days": {"norm": "gone"}},
             "relapse": MORE_OFTEN["relapse"]}  # fmt: skip
    pack = small_pack(schedule={**SCHEDULE, "more_often": often}, norms={"gone": gone})
    events = (
        told("2026-09-01", "birth"),
        told("2026-09-10", "crisis"),
        told("2026-09-11", "relapse"),
    )
    found = terms("2026-09-12", *events, pack=pack)
    assert [one.id for one in found.spells if one.extra] == ["later-relapse-20260911"]


@pytest.mark.parametrize(
    ("signal", "events", "along"),
    [
        (True, (), "chief"),
        (False, (), None),
        (None, (), None),
        (False, ("placement",), "chief"),
        (True, ("placement",), "chief"),
        (False, ("secret_address",), None),
    ],
)
def test_who_comes_along(signal: bool | None, events: tuple[str, ...], along: str | None) -> None:
    truths = {**TRUTHS, "signal:danger": signal}
    listed = [told("2026-06-02", name) for name in events]
    assert terms("2026-06-20", *listed, truths=truths).along == along
    alone = small_pack(schedule={**SCHEDULE, "together": None})
    assert terms("2026-06-20", *listed, truths=truths, pack=alone).along is None


# The days of a history


@pytest.mark.parametrize(
    ("on", "is_set", "agreed"),
    [
        (day(6, 1), False, False), (day(6, 2), True, False), (day(6, 3), True, True),
        (day(6, 9), True, True), (day(6, 10), False, False), (day(6, 20), True, False),
        (day(6, 21), True, True),
    ],
)  # fmt: skip
def test_what_stands_was_agreed_on_from_the_day_after_it_was_set(
    on: date, *, is_set: bool, agreed: bool
) -> None:
    spans = (Span(day(6, 2), day(6, 10)), Span(day(6, 20), None))
    history = History(PACK, case_of(), ENTRY, spans, possible_classes)
    assert (history.is_set(on), history.stands_agreed(on)) == (is_set, agreed)


def test_a_history_is_from_the_entry_on() -> None:
    case = case_of(due_date=DUE, events=[event("2026-06-01", "agreement")])
    facts = facts_on(PACK, case, day(6, 20))
    spans = (Span(day(6, 1), None),)
    found = history_of(PACK, case, facts, possible_classes)
    assert found == History(PACK, case, day(6, 1), spans, possible_classes)


def test_the_rules_that_the_visits_hang_on() -> None:
    phases = {"phase:early", "phase:later"}
    graded = {"criterion:poverty", "criterion:solitude", "class:high", "class:middle"}
    for pack, signals in ((PACK, {"signal:danger"}), (small_pack(), set[str]())):
        assert {rule.key for rule in rules_of_visits(pack).rules} == phases | graded | signals


DECIDES = small_pack(
    schedule=RULES, roles={**CHIEF, "nurse": {"decides": ["criterion"]}},
    norms={"rhythm": {"unit": "dagen"}},
    phases={"later": {"visits": {"number": 1, "days": {"norm": "rhythm", "by": "class"}}}},
)  # fmt: skip


def test_the_terms_of_a_day_are_by_what_was_known_and_decided_then() -> None:
    decided = told("2026-06-12", "override", of="criterion:solitude", set=True, reason="I see it.")
    case = case_of(
        due_date=DUE, facts={"alone": False}, events=[decided],
        observations=[seen("2026-06-05", poor=False), seen("2026-06-09", poor=True),
                      seen("2026-06-15", violence=True)],
    )  # fmt: skip
    history = History(DECIDES, case, ENTRY, (Span(ENTRY, None),), possible_classes)
    for on, rhythm, along in (
        (4, 0, None), (5, 0, None), (9, 14, None), (11, 14, None), (12, 7, None), (14, 7, None),
        (15, 7, "chief"),
    ):  # fmt: skip
        found = terms_by(history, day(6, on), NO_TERMS)
        later = LATER._replace(interval=Interval(1, rhythm))
        assert (found.spells, found.along) == ((EARLY, later) if rhythm else (), along), on
    # What was there goes on while it is not known.
    assert terms_by(history, day(6, 4), BEFORE).spells == BEFORE.spells
