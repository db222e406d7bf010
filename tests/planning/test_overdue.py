"""What should have been by now: visits nobody told of, a first visit and an intake in time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from builders import SCHEDULE, case_of, small_pack

from kansrijk.assessment import assess
from kansrijk.output.text import render
from kansrijk.planning.overdue import Overdue

PACK = small_pack(schedule=SCHEDULE)
HIGH = {"poor": True, "alone": True}
SET = (
    {"date": "2026-06-01", "event": "intake", "by": "nurse"},
    {"date": "2026-06-01", "event": "agreement", "by": "nurse"},
)


def told(day: str, event: str, **fields: Any) -> dict[str, Any]:
    return {"date": day, "event": event, "by": "nurse", **fields}


def outcome(on: str, *events: dict[str, Any], pack: Any = PACK, **parts: Any) -> Any:
    case = case_of(**{"due_date": "2026-09-01", "facts": HIGH, "events": list(events), **parts})
    return assess(pack, case, on=date.fromisoformat(on), engines=["reference"])


def found(on: str, *events: dict[str, Any], **parts: Any) -> Overdue:
    overdue: Overdue = outcome(on, *events, **parts).overdue
    return overdue


def ids(overdue: Overdue) -> list[str]:
    return [one.id for one in overdue.visits]


def test_visits_whose_day_has_passed_and_of_which_nobody_told() -> None:
    # By the book and as planned: 1, 3, 8 and 10 July.
    assert ids(found("2026-07-08", *SET)) == ["early-001", "early-002"]
    said = (
        told("2026-07-01", "visit", visit="early-001", status="done"),
        told("2026-07-03", "visit", visit="early-002", status="cancelled"),
        told("2026-07-08", "visit", visit="early-003", status="missed"),
    )
    assert ids(found("2026-07-11", *SET, *said)) == ["early-004"]
    assert not found("2026-07-10", *SET, *said)
    # Of a proposal, and after an end, nobody waits for a word.
    nothing = Overdue((), None, None)
    assert found("2026-07-11", SET[0]) == nothing
    assert found("2026-07-11", *SET, told("2026-07-11", "loss")) == nothing
    assert [bool(one) for one in (nothing, Overdue(intake=date(2026, 7, 1)))] == [False, True]


def test_the_first_visit_is_late_only_where_it_is_certain_that_there_was_none() -> None:
    missed = told("2026-07-01", "visit", visit="early-001", status="missed")
    gone = told("2026-07-02", "absence", **{"from": "2026-07-02", "back": "2026-07-20"})
    assert found("2026-07-05", *SET, missed, gone).first_visit is None
    assert found("2026-07-06", *SET, missed, gone).first_visit == date(2026, 7, 5)
    # While nobody told of a visit, it may have been the first.
    assert found("2026-07-06", *SET, missed).first_visit is None
    done = told("2026-07-01", "visit", visit="early-001", status="done")
    assert found("2026-07-06", *SET, done, gone).first_visit is None
    assert found("2026-07-06", *SET, missed, gone, pack=small_pack()).first_visit is None
    # A copy without the visits tells nothing of them.
    result = outcome("2026-07-06", *SET, missed, gone)
    copy = result._replace(plan=result.plan._replace(phases=(), visits=()))
    assert (result.overdue.first_visit, copy.overdue) == (date(2026, 7, 5), Overdue((), None, None))
    # Nobody is late in what is only proposed, or where there is no phase for her any more.
    assert found("2026-07-06", SET[0], missed, gone).first_visit is None
    low = [seen("2026-07-02", poor=False, alone=False)]
    assert found("2026-07-06", *SET, missed, gone, observations=low).first_visit is None
    # It is counted from her agreement where that is later than the phase.
    late = told("2026-07-10", "agreement")
    assert found("2026-07-14", SET[0], late, gone).first_visit is None
    assert found("2026-07-15", SET[0], late, gone).first_visit == date(2026, 7, 14)
    # What was made before that was no visit of the plan; one on the day itself was.
    gone = told("2026-07-02", "absence", **{"from": "2026-07-11", "back": "2026-07-20"})
    for day, id, by in (("08", "early-003", date(2026, 7, 14)), ("10", "early-004", None)):
        made = told(f"2026-07-{day}", "visit", visit=id, status="done")
        other = {"early-003": "early-004", "early-004": "early-003"}[id]
        missed = told("2026-07-10", "visit", visit=other, status="missed")
        assert found("2026-07-15", SET[0], late, gone, made, missed).first_visit == by


def test_a_first_visit_may_be_by_the_class() -> None:
    by_class = {**SCHEDULE, "first_visit_days": {"norm": "rhythm", "by": "class"}}
    pack = small_pack(schedule=by_class, norms={"rhythm": {"unit": "dagen"}})
    gone = told("2026-06-02", "absence", **{"from": "2026-06-02", "back": "2026-07-30"})
    for facts, by in ((HIGH, 8), ({"poor": True, "alone": False}, 15), ({"poor": True}, None)):
        late = found("2026-07-20", *SET, gone, pack=pack, facts=facts).first_visit
        assert late == (by and date(2026, 7, by))


def test_a_first_visit_without_a_number_of_days_is_never_late() -> None:
    norm = {"label": "days", "unit": "dagen", "basis": "policy", "source": "law",
            "values": [{"from": "2020-01-01", "until": "2026-01-01", "value": 4}]}  # fmt: skip
    rules = {**SCHEDULE, "first_visit_days": {"norm": "first"}}
    pack = small_pack(schedule=rules, norms={"first": norm})
    gone = told("2026-06-02", "absence", **{"from": "2026-06-02", "back": "2026-07-20"})
    assert found("2026-07-15", *SET, gone, pack=pack).first_visit is None


def seen(day: str, **facts: Any) -> dict[str, Any]:
    return {"date": day, "by": "nurse", "facts": facts}


@pytest.mark.parametrize(
    ("observations", "by"),
    [
        # An intake is offered within ten days, and within one where it is not safe.
        ([seen("2026-06-02", poor=True)], "2026-06-12"),
        ([seen("2026-06-02", poor=True), seen("2026-06-04", alone=True)], "2026-06-12"),
        ([seen("2026-06-02", poor=True), seen("2026-06-04", violence=True)], "2026-06-05"),
        ([seen("2026-06-02", poor=False, alone=False, violence=False)], None),
        # It was not offered in between: it is counted from when it was again.
        (
            [
                seen("2026-06-02", poor=True),
                seen("2026-06-04", poor=False, alone=False, violence=False),
                seen("2026-06-20", poor=True),
            ],
            "2026-06-30",
        ),
        # Nothing carries a date: since when nobody knows.
        ([], None),
        # Her wishes say nothing of that either.
        ([{"date": "2026-06-02", "by": "nurse", "wishes": ["Rest."]}], None),
    ],
)
def test_an_intake_is_late_by_what_was_told_on_a_day(
    observations: list[dict[str, Any]], by: str | None
) -> None:
    parts = {"facts": {}, "observations": observations}
    assert found("2026-07-15", **parts).intake == (date.fromisoformat(by) if by else None)
    if by:
        assert found(by, **parts).intake is None
        assert found("2026-07-15", told("2026-07-14", "intake"), **parts).intake is None
        assert found("2026-07-15", told("2026-07-14", "refusal"), **parts).intake is None


def test_what_was_taken_back_since_is_as_if_it_was_never_told() -> None:
    """She was said to have refused in between, and her class is no reason after that."""
    days = [seen("2026-06-02", poor=True), seen("2026-06-04", alone=True)]
    refused = told("2026-06-03", "refusal")
    undo = told("2026-06-20", "undo", of="refusal", on="2026-06-03")
    parts = {"facts": {}, "observations": days}
    assert found("2026-07-15", refused, undo, **parts).intake == date(2026, 6, 12)
    assert found("2026-06-19", refused, undo, **parts).intake is None
    # What is told later says nothing yet.
    low = seen("2026-07-16", poor=False, alone=False, violence=False)
    later = {"facts": {}, "observations": [*days, low]}
    assert found("2026-07-15", **later).intake == date(2026, 6, 12)


def test_what_a_professional_decided_counts_from_its_day() -> None:
    low = {"poor": False, "alone": False, "violence": False}
    parts: dict[str, Any] = {"facts": low, "observations": [seen("2026-06-02", hopeful=True)]}
    over = told("2026-06-20", "override", of="criterion:solitude", set=True, reason="I see it.")
    pack = small_pack(schedule=SCHEDULE, roles={"nurse": {"decides": ["criterion"]}})
    result = outcome("2026-07-15", over, pack=pack, **parts)
    assert result.intake.offered
    # Nobody told anything since, and before that it was not offered.
    assert result.overdue.intake is None
    parts["observations"].append(seen("2026-06-22", hopeful=False))
    assert found("2026-07-15", over, pack=pack, **parts).intake == date(2026, 7, 2)
    # On its own day as well.
    parts["observations"].append(seen("2026-06-20", hopeful=True))
    assert found("2026-07-15", over, pack=pack, **parts).intake == date(2026, 6, 30)


def test_a_term_in_a_gap_makes_nothing_late() -> None:
    norm = {"label": "days", "unit": "dagen", "basis": "policy", "source": "law",
            "values": [{"from": "2020-01-01", "until": "2026-01-01", "value": 4}]}  # fmt: skip
    intake = [{"id": "may", "label": "it may be", "when": {"may_be": ["high"]}, "basis": "policy",
               "source": "law", "within_days": {"norm": "term"}}]  # fmt: skip
    pack = small_pack(norms={"term": norm}, classes={"intake": intake})
    parts = {"facts": {}, "observations": [seen("2026-06-02", poor=True)]}
    assert found("2026-07-15", pack=pack, **parts).intake is None


def test_the_text_and_the_json_tell_it_and_blame_nobody() -> None:
    result = outcome("2026-07-16", *SET)
    text = render(result, "en")
    assert "STILL TO BE DONE OR NOTED" in text
    said = (
        "Of 5 visits it is not written down yet whether they took place: "
        "Wednesday 15 July 2026, early-005; Friday 10 July 2026, early-004; "
        "Wednesday 8 July 2026, early-003; and 2 more."
    )
    assert said in " ".join(text.split())
    one = " ".join(render(outcome("2026-07-02", *SET), "en").split())
    assert "Of 1 visit it is not written down yet whether it took place:" in one
    data = result.to_dict()["plan"]["overdue"]
    assert data["visits"][:2] == ["early-001", "early-002"]
    assert (data["first_visit"], data["intake"]) == (None, None)
    parts = {"facts": {}, "observations": [seen("2026-06-02", poor=True)]}
    late = outcome("2026-07-15", **parts)
    assert "The intake was meant to be by 12 June 2026." in " ".join(render(late, "en").split())
    assert late.to_dict()["plan"]["overdue"]["intake"] == "2026-06-12"
    # On her own copy nothing of it stands.
    assert not late._replace(reader="mother").overdue


def test_the_classes_that_the_outcome_knows_are_not_looked_for_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not on a day on which the same was known for the class."""
    days = [seen(f"2026-06-0{n}", poor=True, alone=True) for n in (1, 2, 3)]
    result = outcome("2026-06-20", facts={}, observations=days)
    monkeypatch.setattr("kansrijk.screening.possible.possible_classes", None)
    monkeypatch.setattr("kansrijk.screening.screen.possible_classes", None)
    assert result.overdue.intake == date(2026, 6, 11)
