"""At which visits a student hands over to the next, and what is told of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import SCHEDULE, case_of, event, small_pack

from kansrijk.case.case import Case
from kansrijk.planning.handovers import Handover, handovers, student_warnings, with_handovers
from kansrijk.planning.visits import Visit, VisitStatus

RULES = small_pack(schedule=SCHEDULE).sections.schedule  # clear: 7 days about the due date
DUE = date(2026, 9, 1)
STATUS: dict[str, VisitStatus] = {
    "": "planned", "d": "done", "m": "missed", "c": "cancelled", "p": "proposed",
}  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def visits(text: str) -> list[Visit]:
    """Visits by their days; behind a day `d` is done, `m` missed, `c` cancelled, `p` proposed."""
    found = []
    for one in text.split():
        on = day(one[:5])
        found.append(Visit(one[:5], "early", "nurse", STATUS[one[5:]], on, on))
    return found


def case_with(*students: str) -> Case:
    """A case with students by the day on which they were told of and the one they come from."""
    told = [
        event(f"2026-{said}", "student") | ({"from": f"2026-{from_[0]}"} if from_ else {})
        for said, *from_ in (one.split() for one in students)
    ]
    return case_of(events=[event("2026-05-01", "intake"), *told])


TWO, MOVED = ("06-01", "07-20 08-01"), ("06-01", "07-20 08-28")


def found(there: str, *students: str, due: date | None = DUE, on: str = "07-21") -> Any:
    """Of each handover its day, from when the next one comes, its visits, and whether it moved."""
    return [
        (f"{one.day:%m-%d}", f"{one.from_:%m-%d}", " ".join(v.id for v in one.visits), one.moved)
        for one in handovers(RULES, case_with(*students or TWO), visits(there), due, day(on))
    ]


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        # The last one before the day and the first one from it on.
        ("07-20 07-27 07-31 08-01 08-05", ("08-01", "07-31 08-01")),
        ("07-20d 07-30d 08-03d 08-05", ("08-01", "07-30 08-03")),
        ("07-20p 07-30p 08-03p 08-05p", ("08-01", "07-30 08-03")),
        # Until a visit was held nobody notices who comes.
        ("07-30 08-03m 08-05", ("08-05", "07-30 08-05")),
        ("07-30 08-01m 08-05", ("08-05", "07-30 08-05")),
        ("07-30 08-03m 08-04m", ("08-01", "07-30")),
        # One that was called off is none, and one missed before it is the last.
        ("07-30 08-03c 08-05", ("08-01", "07-30 08-05")),
        ("07-28 07-30c 08-03", ("08-01", "07-28 08-03")),
        ("07-28 07-30m 08-03", ("08-01", "07-30 08-03")),
        # Before the first, after the last, and of none.
        ("08-03 08-05", ("08-01", "08-03")),
        ("07-28 07-30", ("08-01", "07-30")),
        ("", ("08-01", "")),
    ],
)
def test_at_the_visits_before_and_after_the_change(there: str, expected: tuple[str, str]) -> None:
    assert found(there) == [("08-01", *expected, False)]


@pytest.mark.parametrize(
    ("from_", "expected"),
    [
        # A week on both sides of the due date is left free: 25 August to 8 September.
        ("08-24", ("08-24", "08-20 08-24", False)),
        ("08-25", ("09-09", "08-24 09-09", True)),
        ("09-08", ("09-09", "08-24 09-09", True)),
        ("09-09", ("09-09", "08-24 09-09", False)),
        # Close to it, and no visit there between.
        ("08-26", ("09-09", "08-24 09-09", True)),
    ],
)
def test_not_close_to_the_due_date(from_: str, expected: tuple[str, str, bool]) -> None:
    there = "08-20 08-24 08-25 08-27 09-08 09-09 09-11"
    students = ("06-01", f"07-20 {from_}")
    assert found(there, *students) == [(from_, *expected)]


def test_without_a_due_date_no_day_is_close_to_it() -> None:
    there = "08-24 08-27 09-09"
    assert found(there, *MOVED, due=None) == [("08-28", "08-28", "08-27 09-09", False)]


def test_a_change_in_that_time_is_moved_also_where_nobody_would_notice() -> None:
    assert found("08-20 09-11", *MOVED) == [("08-28", "08-28", "08-20 09-11", True)]
    assert found("08-20 08-28c 09-11", *MOVED) == [("08-28", "08-28", "08-20 09-11", True)]


def test_each_student_but_the_first_is_handed_over_to_as_told_by_the_day() -> None:
    there = "07-30 08-03 08-12 08-17"
    three = (*TWO, "07-25 08-15")
    assert found(there, *three) == [("08-01", "08-01", "07-30 08-03", False)]
    assert found(there, *three, on="07-25") == [
        ("08-01", "08-01", "07-30 08-03", False),
        ("08-15", "08-15", "08-12 08-17", False),
    ]
    assert found(there, "06-01") == []
    assert handovers(None, case_with(*TWO), visits(there), DUE, day("07-21")) == ()


def test_of_the_visits_it_is_told_who_come_and_where_she_sees_the_next_one_first() -> None:
    there = visits("07-30 08-03 08-05 08-12m 08-17")
    one, other = (there[0], there[1]), (there[3], there[4])
    change = day("08-01")
    found = [Handover(change, change, pair, moved=False) for pair in (one, other)]
    made = with_handovers(there, [*found, Handover(change, change, (), moved=False)])
    assert [(visit.id, visit.handover, visit.meets) for visit in made] == [
        ("07-30", True, True),
        ("08-03", True, False),
        ("08-05", False, False),
        # Nobody was at home where they would both have come.
        ("08-12", True, False),
        ("08-17", True, True),
    ]
    assert [one._replace(handover=False, meets=False) for one in made] == there


def warned(there: str, *students: str, on: str) -> list[tuple[Any, ...]]:
    case, made = case_with(*students), visits(there)
    return [
        (one.code, one.about, dict(one.details), [n for _, n in one.paths])
        for one in student_warnings(
            RULES, case, handovers(RULES, case, made, DUE, day(on)), made, day(on)
        )
    ]


@pytest.mark.parametrize(
    ("there", "on", "days"),
    [
        ("08-20 08-29 09-11", "07-21", ["08-20", "09-11"]),
        # As long as the last of them is to come, that day included.
        ("08-20 08-29 09-11", "09-11", ["08-20", "09-11"]),
        ("08-20 08-29 09-11", "09-12", []),
        ("08-20 08-27", "08-20", ["08-20"]),
        ("08-20 08-27", "08-21", []),
        # Of no visit there is nothing to tell, and nothing of a change that is held.
        ("08-27", "07-21", []),
    ],
)
def test_that_it_is_not_at_the_change_is_told_until_it_was_held(
    there: str, on: str, days: list[str]
) -> None:
    until = day("09-11" if "09-11" in there else "08-28")
    told = {"day": day("08-28"), "clear": 7, "until": until, "days": tuple(map(day, days))}
    assert warned(there, *MOVED, on=on) == ([("handover_moved", "", told, [2])] if days else [])


def test_of_a_change_that_is_not_moved_nothing_is_told() -> None:
    assert warned("07-30 08-03", *TWO, on="07-21") == []
    assert list(student_warnings(None, case_with("08-01"), (), visits("07-30"), day("07-21"))) == []


@pytest.mark.parametrize(
    ("there", "students", "on", "is_told"),
    [
        ("07-30 08-03", ["07-20 08-01"], "07-21", True),
        ("07-30d 08-03", ["07-20 08-01"], "08-01", True),
        ("07-30 08-03", ["07-20 08-01"], "08-02", False),
        # One that comes from the day on which that is told.
        ("07-30 08-03", ["08-01"], "08-01", True),
        # Nobody came before, or nobody was to.
        ("08-01 08-03", ["07-20 08-01"], "07-21", False),
        ("07-29m 07-30c 07-31p 08-03", ["07-20 08-01"], "07-21", False),
        # Somebody else came before.
        ("07-30 08-03", TWO, "07-21", False),
        # Nobody was told of by then.
        ("07-30 08-03", ["07-22 08-01"], "07-21", False),
    ],
)
def test_that_nobody_is_known_to_hand_over_is_told_until_the_change(
    there: str, students: list[str], on: str, *, is_told: bool
) -> None:
    expected = ("no_student_before", "", {"day": day("08-01")}, [1])
    assert warned(there, *students, on=on) == ([expected] if is_told else [])
